"""The pages of the window: which of them is in front, and what all of them are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from workestra_desktop.core.draft import Draft
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.ui.bookings_page import BookingsPage
from workestra_desktop.ui.calendars_page import CalendarsPage
from workestra_desktop.ui.connect_page import ConnectPage
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.done_page import DonePage
from workestra_desktop.ui.week_span import Extent

if TYPE_CHECKING:
    from workestra_desktop.ui.week_page import WeekPage


class Page(Enum):
    CONNECT = "connect"
    CALENDARS = "calendars"
    DONE = "done"
    BOOKINGS = "bookings"
    WEEK = "week"


MAIN = (Page.BOOKINGS, Page.WEEK)
"""The pages a host goes to and fro between once everything is set up."""


class Pages(QStackedWidget):
    """One page beside the other; none knows another, and what the host wishes leaves by the page's own signals.

    `turned(page)`: another one is in front, and about to have the keyboard. `week_made(week page)`: it comes to the
    others when it is first wanted.
    """

    turned = Signal(object)
    week_made = Signal(object)

    def __init__(
        self,
        courier: Courier,
        now: Callable[[], datetime],
        login_start: LoginStart | None = None,
        look_around: Callable[[], None] | None = None,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._courier, self._now = courier, now
        self._snapshot: Snapshot | None = None
        self._progress: Progress | None = None
        self.connect_page = ConnectPage(look_around, draft)
        self.calendars_page = CalendarsPage()
        self.done_page = DonePage(login_start)
        self.bookings_page = BookingsPage(courier)
        self._week: WeekPage | None = None
        self.of: dict[Page, ConnectPage | CalendarsPage | DonePage | BookingsPage | WeekPage] = {
            Page.CONNECT: self.connect_page,
            Page.CALENDARS: self.calendars_page,
            Page.DONE: self.done_page,
            Page.BOOKINGS: self.bookings_page,
        }
        for page in self.of.values():
            self.addWidget(page)
        self.main = Page.BOOKINGS
        """The main page that is in front, or was last."""
        self.connect_page.left.connect(self.go_back)
        self.done_page.left.connect(lambda: self.go(Page.BOOKINGS))
        self.done_page.week.connect(lambda: self.go(Page.WEEK))
        self.bookings_page.switch.left.connect(lambda: self.go(Page.WEEK))

    @property
    def week_page(self) -> WeekPage:
        """Made when it is first wanted: the window stands sooner for it."""
        if self._week is None:
            from workestra_desktop.ui.week_page import WeekPage

            week = self._week = self.of[Page.WEEK] = WeekPage(self._courier, self._now)
            self.addWidget(week)
            week.left.connect(lambda: self.go(Page.BOOKINGS))
            week.open_booking.connect(self.open_booking)
            self.week_made.emit(week)
            if self._snapshot is not None:
                week.show_snapshot(self._snapshot)
            week.show_progress(self._progress)
        return self._week

    # What they are told

    def show_snapshot(self, snapshot: Snapshot, facts: Facts) -> None:
        """`facts` are what the words of the set-up's pages may tell."""
        self._snapshot = snapshot
        if snapshot.complete:
            self._progress = None
        self.connect_page.show_snapshot(snapshot)
        self.calendars_page.show_snapshot(snapshot)
        self.done_page.show_choice(snapshot.calendars)
        self.bookings_page.show_snapshot(snapshot)
        if self._week is not None:
            self._week.show_snapshot(snapshot)
        for box in (self.connect_page.trouble, self.calendars_page.trouble):
            box.facts = facts
        self._show_first_read()

    def show_progress(self, progress: Progress | None) -> None:
        """Of the first read."""
        self._progress = progress
        if self._week is not None:
            self._week.show_progress(progress)
        self._show_first_read()

    def _show_first_read(self) -> None:
        """On the set-up's own pages, which a first read outlasts."""
        complete = self._snapshot is None or self._snapshot.complete
        self.calendars_page.show_progress(self._progress, complete=complete)
        self.done_page.show_progress(self._progress, complete=complete)

    def show_time(self, now: datetime) -> None:
        """What the time alone changes."""
        self.bookings_page.show_time(now)
        if self._week is not None:
            self._week.show_time(now)

    # Which one is in front

    @property
    def front(self) -> Page:
        current = self.currentWidget()
        return next(page for page, widget in self.of.items() if widget is current)

    def go(self, page: Page) -> None:
        if page is not Page.CONNECT:
            self.connect_page.forget_password()  # the snapshot may come before the answer to the sign-in
        moved = page is not self.front
        if page in MAIN:
            self.main = page
        front = self.week_page if page is Page.WEEK else self.of[page]
        self.setCurrentWidget(front)
        self.turned.emit(page)
        if moved or page is Page.CONNECT:
            front.focus_first()

    def go_back(self) -> None:
        """To the main page the host came from."""
        self.go(self.main)

    def open_booking(self, booking_id: str) -> None:
        self.go(Page.BOOKINGS)
        self.bookings_page.select(booking_id)

    def show_extent(self, extent: Extent) -> None:
        self.go(Page.WEEK)
        self.week_page.show_extent(extent)
