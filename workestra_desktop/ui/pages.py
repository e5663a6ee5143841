"""The pages of the window: which of them is in front, and what all of them are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workestra_desktop.core.draft import Draft
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.ui.bookings_page import BookingsPage
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.week_span import Extent

if TYPE_CHECKING:
    from workestra_desktop.ui.calendars_page import CalendarsPage
    from workestra_desktop.ui.connect_page import ConnectPage
    from workestra_desktop.ui.done_page import DonePage
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

    But for the bookings each is imported and made when it is first wanted, and told then what the others know already:
    a host who is connected never sees the set-up. `connect_made` and the like carry the page, before it is told.

    `turned(page)`: another one is in front, and about to have the keyboard.
    """

    turned = Signal(object)
    connect_made = Signal(object)
    calendars_made = Signal(object)
    done_made = Signal(object)
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
        self._login_start, self._look_around, self._draft = login_start, look_around, draft
        self._snapshot: Snapshot | None = None
        self._facts = UNKNOWN
        self._progress: Progress | None = None
        self.bookings_page = BookingsPage(courier)
        self._connect: ConnectPage | None = None
        self._calendars: CalendarsPage | None = None
        self._done: DonePage | None = None
        self._week: WeekPage | None = None
        self.of: dict[Page, ConnectPage | CalendarsPage | DonePage | BookingsPage | WeekPage] = {
            Page.BOOKINGS: self.bookings_page,
        }
        """Those that are made."""
        self.addWidget(QWidget())  # in front until it is known where the host belongs
        self.addWidget(self.bookings_page)
        self.main = Page.BOOKINGS
        """The main page that is in front, or was last."""
        self.bookings_page.switch.left.connect(lambda: self.go(Page.WEEK))

    # Those that are made when they are wanted

    @property
    def connect_page(self) -> ConnectPage:
        if self._connect is None:
            from workestra_desktop.ui.connect_page import ConnectPage

            page = self._connect = self.of[Page.CONNECT] = ConnectPage(self._look_around, self._draft)
            self.addWidget(page)
            page.left.connect(self.go_back)
            self.connect_made.emit(page)
            self._tell_connect(page)
        return self._connect

    @property
    def calendars_page(self) -> CalendarsPage:
        if self._calendars is None:
            from workestra_desktop.ui.calendars_page import CalendarsPage

            page = self._calendars = self.of[Page.CALENDARS] = CalendarsPage()
            self.addWidget(page)
            self.calendars_made.emit(page)
            self._tell_calendars(page)
            self._show_first_read()
        return self._calendars

    @property
    def done_page(self) -> DonePage:
        if self._done is None:
            from workestra_desktop.ui.done_page import DonePage

            page = self._done = self.of[Page.DONE] = DonePage(self._login_start)
            self.addWidget(page)
            page.left.connect(lambda: self.go(Page.BOOKINGS))
            page.week.connect(lambda: self.go(Page.WEEK))
            self.done_made.emit(page)
            self._tell_done(page)
            self._show_first_read()
        return self._done

    @property
    def week_page(self) -> WeekPage:
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

    def _made(self, page: Page) -> ConnectPage | CalendarsPage | DonePage | BookingsPage | WeekPage:
        match page:
            case Page.CONNECT:
                return self.connect_page
            case Page.CALENDARS:
                return self.calendars_page
            case Page.DONE:
                return self.done_page
            case Page.BOOKINGS:
                return self.bookings_page
            case Page.WEEK:
                return self.week_page
            case _:
                assert_never(page)

    # What they are told

    def show_snapshot(self, snapshot: Snapshot, facts: Facts) -> None:
        """`facts` are what the words of the set-up's pages may tell."""
        self._snapshot, self._facts = snapshot, facts
        if snapshot.complete:
            self._progress = None
        if self._connect is not None:
            self._tell_connect(self._connect)
        if self._calendars is not None:
            self._tell_calendars(self._calendars)
        if self._done is not None:
            self._tell_done(self._done)
        self.bookings_page.show_snapshot(snapshot)
        if self._week is not None:
            self._week.show_snapshot(snapshot)
        self._show_first_read()

    def _tell_connect(self, page: ConnectPage) -> None:
        if self._snapshot is not None:
            page.show_snapshot(self._snapshot)
        page.trouble.facts = self._facts

    def _tell_calendars(self, page: CalendarsPage) -> None:
        if self._snapshot is not None:
            page.show_snapshot(self._snapshot)
        page.trouble.facts = self._facts

    def _tell_done(self, page: DonePage) -> None:
        if self._snapshot is not None:
            page.show_choice(self._snapshot.calendars)

    def show_progress(self, progress: Progress | None) -> None:
        """Of the first read."""
        self._progress = progress
        if self._week is not None:
            self._week.show_progress(progress)
        self._show_first_read()

    def _show_first_read(self) -> None:
        """On the set-up's own pages, which a first read outlasts."""
        complete = self._snapshot is None or self._snapshot.complete
        for page in (self._calendars, self._done):
            if page is not None:
                page.show_progress(self._progress, complete=complete)

    def show_time(self, now: datetime) -> None:
        """What the time alone changes."""
        self.bookings_page.show_time(now)
        if self._week is not None:
            self._week.show_time(now)

    # Which one is in front

    @property
    def front(self) -> Page:
        """Until it is known where the host belongs, the sign-in."""
        current = self.currentWidget()
        return next((page for page, widget in self.of.items() if widget is current), Page.CONNECT)

    def go(self, page: Page) -> None:
        if page is not Page.CONNECT:
            self._forget_password()  # the snapshot may come before the answer to the sign-in
        moved = page is not self.front
        if page in MAIN:
            self.main = page
        front = self.of[page] if page in self.of else self._made(page)
        self.setCurrentWidget(front)
        self.turned.emit(page)
        if moved or page is Page.CONNECT:
            front.focus_first()

    def _forget_password(self) -> None:
        """There is an account: nothing of a set-up that was left is kept any more."""
        if self._connect is not None:
            self._connect.forget_password()
        elif self._draft is not None:
            self._draft.keep("")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever sees the window before it is known where the host belongs, sees the sign-in."""
        super().showEvent(event)
        if self.currentWidget() not in self.of.values():
            self.go(Page.CONNECT)

    def go_back(self) -> None:
        """To the main page the host came from."""
        self.go(self.main)

    def open_booking(self, booking_id: str) -> None:
        self.go(Page.BOOKINGS)
        self.bookings_page.select(booking_id)

    def show_extent(self, extent: Extent) -> None:
        self.go(Page.WEEK)
        self.week_page.show_extent(extent)
