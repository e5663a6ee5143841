"""The set-up: where the host belongs, the sign-in, and the choice of calendars."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workestra_desktop.core.commands import FinishSetup, Select, SignIn
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.pages import Page, Pages
from workestra_desktop.ui.why_connect import Why, why_reconnect

if TYPE_CHECKING:
    from workestra_desktop.ui.calendars_page import CalendarsPage
    from workestra_desktop.ui.connect_page import ConnectPage


def page_for(snapshot: Snapshot) -> Page:
    """Where the host belongs, from what the app knows alone."""
    if not snapshot.connected or snapshot.password_forgotten:
        return Page.CONNECT
    return Page.BOOKINGS if snapshot.setup_done else Page.CALENDARS


class Setup(QObject):
    """Goes from page to page with the host. Asks one thing at a time; what goes wrong is told on the page in front."""

    def __init__(self, courier: Courier, pages: Pages) -> None:
        super().__init__(pages)
        self._courier, self._pages = courier, pages
        self._snapshot: Snapshot | None = None
        self._wanted: Page | None = None
        self._signing_in: asyncio.Task[None] | None = None
        self._selecting = False
        pages.connect_made.connect(self._meet_connect)
        pages.calendars_made.connect(self._meet_calendars)

    def _meet_connect(self, page: ConnectPage) -> None:
        page.submitted.connect(self._sign_in)
        page.stopped.connect(self._stop_sign_in)

    def _meet_calendars(self, page: CalendarsPage) -> None:
        page.accepted.connect(self._select)
        page.chosen.connect(self._keep_choice)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Go where the app's state wants the host, if that has changed."""
        self._snapshot = snapshot
        wanted = page_for(snapshot)
        if wanted is not self._wanted:
            self._wanted = wanted
            self._follow(wanted, snapshot)

    def _follow(self, wanted: Page, snapshot: Snapshot) -> None:
        """Unless the set-up is being walked through already."""
        front = self._pages.front
        if wanted is Page.BOOKINGS and front in (Page.CALENDARS, Page.DONE):
            return
        if wanted is Page.CONNECT:
            why = Why.FORGOTTEN if snapshot.password_forgotten else Why.FIRST
            self._pages.connect_page.open_for(why, snapshot.apple_id, setup=not snapshot.setup_done)
        if wanted is Page.CALENDARS and front is not Page.CALENDARS:
            self._pages.calendars_page.begin()
        self._pages.go(wanted)

    def reconnect(self) -> None:
        """Ask for a new password in place; bookings, calendars and the outbox stay."""
        apple_id = self._snapshot.apple_id if self._snapshot else None
        self._pages.connect_page.open_for(why_reconnect(self._snapshot), apple_id, setup=False)
        self._pages.go(Page.CONNECT)

    # The sign-in

    def _sign_in(self, apple_id: str, password: str) -> None:
        if self._signing_in is None:
            self._pages.connect_page.show_busy(True)
            self._signing_in = self._courier.spawn(self._signed_in(SignIn(apple_id, password)))

    async def _signed_in(self, command: SignIn) -> None:
        try:
            result = await self._courier.ask(command)
        except Failure as failure:
            self._signing_in = None
            self._pages.connect_page.show_busy(False)
            self._pages.connect_page.show_trouble(failure.trouble)
            return
        self._signing_in = None
        self._pages.connect_page.show_busy(False)
        if self._snapshot is not None and self._snapshot.apple_id is not None and self._snapshot.setup_done:
            self._pages.go(Page.BOOKINGS)
            return
        page = self._pages.calendars_page
        page.show_calendars(result.calendars)
        page.show_password_kept(result.password_kept)
        if self._pages.front is not Page.CALENDARS:
            page.begin()
            self._pages.go(Page.CALENDARS)

    def _stop_sign_in(self) -> None:
        if self._signing_in is not None:
            self._signing_in.cancel()
            self._signing_in = None
        self._pages.connect_page.show_busy(False)
        self._pages.connect_page.focus_first()

    # The choice of calendars

    def _select(self, write_to: str, busy: tuple[str, ...]) -> None:
        if not self._selecting:
            self._selecting = True
            self._pages.calendars_page.show_busy(True)
            self._courier.spawn(self._selected(Select(write_to, busy)))

    async def _selected(self, command: Select) -> None:
        try:
            calendars = await self._courier.ask(command)
            await self._courier.ask(FinishSetup())
        except Failure as failure:
            self._pages.calendars_page.show_trouble(failure.trouble)
            return
        finally:
            self._selecting = False
            self._pages.calendars_page.show_busy(False)
        self._pages.calendars_page.show_calendars(calendars)
        self._pages.done_page.show_choice(calendars)
        self._pages.go(Page.DONE)

    def _keep_choice(self, write_to: str, busy: tuple[str, ...]) -> None:
        """As it is made, so that the set-up can be left and taken up again."""
        self._courier.spawn(self._choice_kept(Select(write_to, busy)))

    async def _choice_kept(self, command: Select) -> None:
        try:
            await self._courier.ask(command)
        except Failure as failure:
            self._pages.calendars_page.show_trouble(failure.trouble)
