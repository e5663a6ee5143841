"""The main window: what it is made of, and what each wish of its pages becomes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.draft import Draft
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.ui.booking_changes import BookingChanges
from workestra_desktop.ui.callers import Callers
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.dialogs import Dialogs
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.front import SIZE, SMALLEST
from workestra_desktop.ui.hiding import Hiding
from workestra_desktop.ui.icons import app_icon
from workestra_desktop.ui.look import is_dark
from workestra_desktop.ui.menus import Acts, Menus
from workestra_desktop.ui.notice_bars import NoticeBars
from workestra_desktop.ui.notices import Notices
from workestra_desktop.ui.pages import MAIN, Page, Pages
from workestra_desktop.ui.remedies import Remedies
from workestra_desktop.ui.request_bar import RequestBar
from workestra_desktop.ui.requests import Requests
from workestra_desktop.ui.sample_strip import DemoStrip
from workestra_desktop.ui.setup import Setup, page_for
from workestra_desktop.ui.status_line import StatusLine
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.when import utc_now
from workestra_desktop.ui.wishes import Wishes

if TYPE_CHECKING:
    from workestra_desktop.ui.calendars_page import CalendarsPage
    from workestra_desktop.ui.connect_page import ConnectPage
    from workestra_desktop.ui.done_page import DonePage
    from workestra_desktop.ui.times_dialog import ProposalFile
    from workestra_desktop.ui.week_page import WeekPage

__all__ = ["MainWindow", "Page", "page_for"]


class MainWindow(QMainWindow):
    """Takes snapshots, progress and notices in; asks through the courier. `now` gives aware instants.

    Closing hides to the tray, or minimises where there is none; only `quit_requested` means to end.
    """

    quit_requested = Signal()

    def __init__(
        self,
        courier: Courier,
        *,
        now: Callable[[], datetime] = utc_now,
        tray_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        login_start: LoginStart | None = None,
        look_around: Callable[[], None] | None = None,
        draft: Draft | None = None,
        proposal_file: ProposalFile | None = None,
        popups: PopupService | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._courier, self._now = courier, now
        self._snapshot: Snapshot | None = None
        self._progress: Progress | None = None
        self._leaving = False
        self.dialogs = Dialogs(courier, now, self, login_start, proposal_file)
        self.pages = Pages(courier, now, login_start, look_around, draft)
        self.bookings_page = self.pages.bookings_page
        self.status = StatusLine()
        self.tray = Tray(tray_available, self, now)
        self.notices = Notices(self.tray, now, self, popups)
        self.bars = NoticeBars(self.pages, now)
        self._demo = DemoStrip()
        self._request_bar = RequestBar()
        self.requests = Requests(self._request_bar, self._no_form, now, self)
        self._setup = Setup(courier, self.pages)
        self._changes = BookingChanges(self.pages, self.dialogs, self.bars, now)
        self._wishes = Wishes(courier, self._facts, self)
        self._remedies = Remedies(self._facts, self)
        self._callers = Callers(self, self.pages, self.tray, self.notices)
        self._hiding = Hiding(self, self.tray, self.bars)
        self._lay_out()
        self._menus = self._make_menus()
        self._wire()
        self._clock = QTimer(self, interval=20_000)
        self._clock.timeout.connect(self._refresh_times)
        self._clock.start()
        self.setWindowIcon(app_icon())
        self.setWindowTitle(self.tr("Workestra Desktop"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.tray.wear(dark=is_dark(self.palette()))
        self._turned(Page.CONNECT)

    def _lay_out(self) -> None:
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._demo)
        box.addWidget(self._request_bar)
        box.addWidget(self.pages, 1)
        box.addWidget(self.status)
        self.setCentralWidget(whole)

    def _make_menus(self) -> Menus:
        page, settings = self.bookings_page, self.dialogs.settings
        return Menus(
            self,
            Acts(
                new_booking=self._changes.new, reschedule=page.ask_reschedule, cancel=page.ask_cancel,
                undo=self._changes.undo_last, copy_times=self.dialogs.copy_times, search=page.focus_search,
                links=lambda: settings(Entrance.LINKS),
                bookings=lambda: self.pages.go(Page.BOOKINGS), week=lambda: self.pages.go(Page.WEEK),
                extent=self.pages.show_extent, notices=self.notices.show_list,
                sync=self._wishes.sync, calendars=self.choose_calendars, free_and_busy=self.change_settings,
                password=lambda: settings(Entrance.RECONNECT), settings=lambda: settings(Entrance.SETTINGS),
                leave=self.quit_requested.emit,
            ),
        )  # fmt: skip

    def _wire(self) -> None:
        self.pages.turned.connect(self._turned)
        self.pages.week_made.connect(self._wire_week)
        page, wishes, remedies = self.bookings_page, self._wishes, self._remedies
        page.deeds.no_show.connect(wishes.mark_no_show)
        page.decided.connect(wishes.decide)
        page.sync_now.connect(wishes.sync)
        page.calendars.connect(self.choose_calendars)
        page.problems.settled.connect(wishes.send)
        page.problems.looked.connect(page.look_at)
        self.pages.connect_made.connect(lambda connect: connect.details.connect(remedies.take))
        for troubled in (page.problems.remedied, self.dialogs.remedied):
            troubled.connect(remedies.take)
        remedies.reconnect.connect(self._setup.reconnect)
        remedies.sync.connect(wishes.sync)
        remedies.calendars.connect(self.choose_calendars)
        remedies.look.connect(self.pages.open_booking)
        wishes.told.connect(self.bars.tell)
        wishes.decided.connect(lambda booking: page.expect(booking.id, booking.changed_at))
        wishes.answered.connect(page.detail.panel.answered)
        wishes.preferences_refused.connect(self.tray.refuse_wish)
        wishes.seen_refused.connect(self.notices.refuse_seen)
        self.dialogs.told.connect(self.bars.tell)
        self.dialogs.times.told.connect(self.bars.tell)
        self.dialogs.times.told.connect(self._callers.answer)
        self.dialogs.password_wanted.connect(self._setup.reconnect)
        self.dialogs.closed.connect(self.requests.look_soon)
        self.requests.opened.connect(self.dialogs.book)
        self.status.resume.clicked.connect(self._resume)
        self.status.end_with(self.notices.bell)
        self.notices.undone.connect(self._changes.undo_by_id)
        self._callers.remedied.connect(remedies.take)
        self._callers.new_booking.connect(self._changes.new)
        for wished in (self.tray.wished, self.notices.wished):
            wished.connect(wishes.send)
        menu = self.tray.menu
        menu.copy_times.connect(self.dialogs.times.copy_now)
        menu.sync_now.connect(wishes.sync)
        menu.quit_requested.connect(self.quit_requested)

    def _wire_week(self, week: WeekPage) -> None:
        week.new_booking.connect(self._changes.new)
        week.book.connect(self.dialogs.book)
        week.edit_link.connect(self.edit_link)
        week.change_settings.connect(self.change_settings)
        week.rule.connect(self._wishes.rule)
        self._wishes.rule_refused.connect(week.refuse_rule)
        self.dialogs.closed.connect(week.clear_chosen)

    # What comes in

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if snapshot.complete:
            self._progress = None
        for keeping in (self._changes, self._remedies):
            keeping.show_snapshot(snapshot)
        self._demo.setVisible(snapshot.demo)
        self.setWindowTitle(self.tr("Workestra Desktop – Demo") if snapshot.demo else self.tr("Workestra Desktop"))
        self.pages.show_snapshot(snapshot, self._facts())
        self.bars.show_snapshot(snapshot)
        self.bookings_page.show_syncing(snapshot.state is State.SYNCING)
        self.dialogs.show_snapshot(snapshot)
        self.notices.show_snapshot(snapshot)
        self.status.show_state(snapshot, self._progress, self._now())
        self.tray.show_snapshot(snapshot)
        self._setup.show_snapshot(snapshot)
        self.requests.show_snapshot(snapshot)

    @Slot(object)
    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self.pages.show_progress(progress)
        if self._snapshot is not None:
            self.status.show_state(self._snapshot, progress, self._now())
            self.tray.show_snapshot(self._snapshot)
        self.dialogs.show_progress(progress)

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Tell it beside the tray icon, and in the window for whoever misses that."""
        self.notices.add(notice)
        self.bars.tell_notice(notice)

    def _facts(self) -> Facts:
        return Facts.of(self._snapshot, self._now()) if self._snapshot else UNKNOWN

    def _refresh_times(self) -> None:
        """What the window says of now: next tries come nearer while nothing else happens."""
        if self._snapshot is not None and self.isVisible():
            self.pages.show_time(self._now())
            self.status.show_state(self._snapshot, self._progress, self._now())

    def _turned(self, page: Page) -> None:
        self.status.setVisible(page in MAIN)
        self._menus.allow(main=page in MAIN, bookings=page is Page.BOOKINGS)
        self.requests.look_soon()

    # What can be asked of it

    @property
    def page(self) -> Page:
        """The one in front."""
        return self.pages.front

    @property
    def connect_page(self) -> ConnectPage:
        return self.pages.connect_page

    @property
    def calendars_page(self) -> CalendarsPage:
        return self.pages.calendars_page

    @property
    def done_page(self) -> DonePage:
        return self.pages.done_page

    @property
    def week_page(self) -> WeekPage:
        return self.pages.week_page

    @Slot(str)
    def open_at(self, booking_id: str = "") -> None:
        """Bring the window to the front, at `booking_id` if one is named."""
        self._callers.bring(booking_id)

    @Slot(object)
    def open_link(self, link: str) -> None:
        """A `workestra:` link from outside: the window comes to the front, and what is asked for into its form."""
        if not self._leaving:
            self.open_at()
            self.requests.take(link)

    def _no_form(self) -> str | None:
        """Why no form of a new booking can be opened now: empty if that goes by itself, None if one can."""
        if self._snapshot is None or self.dialogs.front is not None or not self.isVisible():
            return ""
        if self.page is Page.CONNECT:
            return self.tr("A link asks for a booking. The form opens once you are connected.")
        if self.page not in MAIN:
            return self.tr("A link asks for a booking. The form opens once the set-up is done.")
        if not self._snapshot.links:
            return self.tr("A link asks for a booking. The form opens once you have made a booking link.")
        return None

    @Slot()
    def new_booking(self) -> None:
        self._changes.new()

    def reschedule(self, booking: Booking) -> None:
        self.dialogs.reschedule(booking)

    def cancel(self, booking: Booking) -> None:
        self.dialogs.cancel(booking)

    def edit_link(self, slug: str | None) -> None:
        """Booking links, with the one called `slug` in front."""
        self.dialogs.links(slug or None)

    @Slot()
    def choose_calendars(self) -> None:
        self.dialogs.settings(Entrance.CALENDARS)

    @Slot()
    def change_settings(self) -> None:
        """What blocks time, and where the host is."""
        self.dialogs.settings(Entrance.BUSY)

    @Slot()
    def sync_now(self) -> None:
        self._wishes.sync()

    @Slot()
    def reconnect(self) -> None:
        self._setup.reconnect()

    def _resume(self) -> None:
        self.pages.of[self.pages.main].focus_first()  # the button goes
        self._menus.resume.trigger()

    # Coming and going

    def leave(self) -> None:
        """Close for good: dialogs, tray icon, window, and every question that still waits."""
        self._leaving = True
        self._callers.end()
        self.dialogs.dismiss()
        self._courier.close()
        self.notices.stop()
        self.tray.disappear()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.requests.look_soon()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        event.setAccepted(self._leaving)
        if not self._leaving:
            self._hiding.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "tray"):
            self.tray.wear(dark=is_dark(self.palette()))
