"""The main window: which page is in front, and what each page's wish becomes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import (
    ChangePreferences,
    Choose,
    FinishSetup,
    MarkNoShow,
    RuleEvent,
    SeeNotices,
    Select,
    SettleGone,
    SettleOverlap,
    SignIn,
    SyncNow,
)
from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.draft import Draft
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.bookings_page import BookingsPage
from workestra_desktop.ui.calendars_page import CalendarsPage
from workestra_desktop.ui.connect_page import ConnectPage
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.dialogs import Dialogs
from workestra_desktop.ui.done_page import DonePage
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.front import SIZE, SMALLEST
from workestra_desktop.ui.icons import app_icon
from workestra_desktop.ui.look import is_dark
from workestra_desktop.ui.menus import Acts, Menus
from workestra_desktop.ui.notice_bar import NoticeBar
from workestra_desktop.ui.notice_gate import Popup
from workestra_desktop.ui.notice_words import notice_words, unmarked
from workestra_desktop.ui.notices import Notices
from workestra_desktop.ui.outside import APPLE_ACCOUNT, open_outside
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.request_bar import RequestBar
from workestra_desktop.ui.requests import Requests
from workestra_desktop.ui.status_line import StatusLine
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_words import Fix
from workestra_desktop.ui.week_span import Extent
from workestra_desktop.ui.when import meeting_time, utc_now, zone_of
from workestra_desktop.ui.why_connect import Why, why_reconnect
from workestra_desktop.ui.words import worded

if TYPE_CHECKING:
    from workestra_desktop.ui.times_dialog import ProposalFile
    from workestra_desktop.ui.week_page import WeekPage


class Page(Enum):
    CONNECT = "connect"
    CALENDARS = "calendars"
    DONE = "done"
    BOOKINGS = "bookings"
    WEEK = "week"


MAIN = (Page.BOOKINGS, Page.WEEK)
"""The pages a host goes to and fro between once everything is set up."""


def page_for(snapshot: Snapshot) -> Page:
    """Where the host belongs, from what the app knows alone."""
    if not snapshot.connected or snapshot.password_forgotten:
        return Page.CONNECT
    return Page.BOOKINGS if snapshot.setup_done else Page.CALENDARS


def _question(notice: Notice) -> tuple[str, str] | None:
    """What the host is to do about it: one of `_open_questions` as long as that is so. None: it only tells."""
    about = notice.booking.id if notice.booking else ""
    match notice.kind:
        case NoticeKind.MOVED | NoticeKind.CANCELLED:
            return None
        case NoticeKind.CONFLICT:
            return about, notice.overlap.uid if notice.overlap else ""
        case NoticeKind.FAILED:
            return about, ""
        case NoticeKind.SEVERAL_GONE:
            return "", Code.EVENTS_GONE
        case NoticeKind.RECONNECT:
            return "", notice.trouble.code if notice.trouble else Code.RECONNECT_NEEDED
        case NoticeKind.NETWORK:
            return "", notice.trouble.code if notice.trouble else Code.OFFLINE
        case _:
            assert_never(notice.kind)


def _open_questions(snapshot: Snapshot) -> frozenset[tuple[str, str]]:
    """What waits for the host: a booking and the event on it, a booking and '', or '' and the code of a problem."""
    odd = {(b.id, "") for b in snapshot.bookings if b.status is Status.ATTENTION or b.sync is InCloud.FAILED}
    overlaps = {(o.booking, o.uid) for o in snapshot.overlaps}
    return frozenset(odd | overlaps | {("", str(p.code)) for p in snapshot.problems})


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
        self._login_start = login_start
        self._snapshot: Snapshot | None = None
        self._progress: Progress | None = None
        self._wanted: Page | None = None
        self.dialogs = Dialogs(courier, now, self, login_start, proposal_file)
        self._signing_in: asyncio.Task[None] | None = None
        self._selecting = False
        self._leaving = False
        self._said_minimised = False
        self.connect_page = ConnectPage(look_around, draft)
        self.calendars_page = CalendarsPage()
        self.done_page = DonePage(login_start)
        self.bookings_page = BookingsPage(courier)
        self._week: WeekPage | None = None
        self.status = StatusLine()
        self.tray = Tray(tray_available, self, now)
        self.notices = Notices(self.tray, now, self, popups)
        self._main = Page.BOOKINGS
        self._pages: dict[Page, ConnectPage | CalendarsPage | DonePage | BookingsPage | WeekPage] = {
            Page.CONNECT: self.connect_page,
            Page.CALENDARS: self.calendars_page,
            Page.DONE: self.done_page,
            Page.BOOKINGS: self.bookings_page,
        }
        self.stack = named(QStackedWidget(), "pages")
        self._demo = self._demo_strip()
        self._request_bar = RequestBar()
        self.requests = Requests(self._request_bar, self._no_form, now, self)
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
        self._go(Page.CONNECT)

    def _lay_out(self) -> None:
        for page in self._pages.values():
            self.stack.addWidget(page)
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._demo)
        box.addWidget(self._request_bar)
        box.addWidget(self.stack, 1)
        box.addWidget(self.status)
        self.setCentralWidget(whole)

    def _demo_strip(self) -> QWidget:
        strip = named(QWidget(), "demo_strip")
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Demo"), "demo", name="demo_badge"))
        row.addWidget(label(self.tr("Sample calendars on this computer. Nothing reaches Apple."), "muted"), 1)
        strip.hide()
        return strip

    def _make_menus(self) -> Menus:
        page = self.bookings_page
        return Menus(
            self,
            Acts(
                new_booking=self.new_booking, reschedule=page.ask_reschedule, cancel=page.ask_cancel,
                undo=self.undo_last, copy_times=self.dialogs.copy_times, search=page.focus_search,
                links=lambda: self.dialogs.settings(Entrance.LINKS),
                bookings=lambda: self._go(Page.BOOKINGS), week=lambda: self._go(Page.WEEK), extent=self._show_extent,
                notices=self.notices.show_list,
                sync=self.sync_now, calendars=self.choose_calendars, free_and_busy=self.change_settings,
                password=lambda: self.dialogs.settings(Entrance.RECONNECT),
                settings=lambda: self.dialogs.settings(Entrance.SETTINGS), leave=self.quit_requested.emit,
            ),
        )  # fmt: skip

    def _wire(self) -> None:
        self.connect_page.submitted.connect(self._sign_in)
        self.connect_page.stopped.connect(self._stop_sign_in)
        self.connect_page.details.connect(self._remedy)
        self.connect_page.left.connect(self._go_back)
        self.calendars_page.accepted.connect(self._select)
        self.calendars_page.chosen.connect(self._keep_choice)
        self.done_page.left.connect(lambda: self._go(Page.BOOKINGS))
        self.done_page.week.connect(lambda: self._go(Page.WEEK))
        self.done_page.new_booking.connect(self._first_booking)
        page = self.bookings_page
        page.new_booking.connect(self.new_booking)
        page.deeds.reschedule.connect(self.reschedule)
        page.deeds.cancel.connect(self.cancel)
        page.deeds.undo.connect(self.undo)
        page.deeds.let_go.connect(self.dialogs.let_go)
        page.deeds.no_show.connect(self._mark_no_show)
        page.decided.connect(self._decide)
        page.sync_now.connect(self.sync_now)
        page.calendars.connect(self.choose_calendars)
        page.switch.left.connect(lambda: self._go(Page.WEEK))
        page.problems.remedied.connect(self._remedy)
        page.problems.settled.connect(self._settle)
        page.problems.looked.connect(page.look_at)
        page.notices.undone.connect(self._undo_by_id)
        self.status.resume.clicked.connect(self._resume)
        self.dialogs.told.connect(self._tell)
        self.dialogs.times.told.connect(self._tell_beside)
        self.dialogs.settled.connect(self._settled_booking)
        self.dialogs.password_wanted.connect(self.reconnect)
        self.dialogs.remedied.connect(self._remedy)
        self.requests.opened.connect(self.dialogs.book)
        self.dialogs.closed.connect(self.requests.look_soon)
        self._wire_tray()

    @property
    def week_page(self) -> WeekPage:
        """Made when it is first wanted: the window stands sooner for it."""
        if self._week is None:
            from workestra_desktop.ui.week_page import WeekPage

            week = self._week = self._pages[Page.WEEK] = WeekPage(self._courier, self._now)
            self.stack.addWidget(week)
            week.left.connect(lambda: self._go(Page.BOOKINGS))
            week.new_booking.connect(self.new_booking)
            week.book.connect(self.dialogs.book)
            week.open_booking.connect(self._open_booking)
            week.edit_link.connect(self.edit_link)
            week.change_settings.connect(self.change_settings)
            week.rule.connect(self._rule)
            week.notices.undone.connect(self._undo_by_id)
            self.dialogs.closed.connect(week.clear_chosen)
            if self._snapshot is not None:
                week.show_snapshot(self._snapshot)
                self._keep_notices(week.notices, self._snapshot)
            week.show_progress(self._progress)
        return self._week

    @staticmethod
    def _keep_notices(bar: NoticeBar, snapshot: Snapshot) -> None:
        bar.allow_undo(frozenset(u.booking for u in snapshot.undoable))
        bar.keep_open(_open_questions(snapshot))

    def _wire_tray(self) -> None:
        self.tray.opened.connect(self.open_at)
        self.tray.wished.connect(self._wish)
        menu = self.tray.menu
        menu.fixed.connect(self._fix)
        menu.new_booking.connect(self._new_from_tray)
        menu.copy_times.connect(self.dialogs.times.copy_now)
        menu.sync_now.connect(self.sync_now)
        menu.quit_requested.connect(self.quit_requested)
        self.status.end_with(self.notices.bell)
        self.notices.opened.connect(self.open_at)
        self.notices.undone.connect(self._undo_by_id)
        self.notices.raised.connect(self.open_at)
        self.notices.wished.connect(self._wish)

    # What comes in

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if snapshot.complete:
            self._progress = None
        self._demo.setVisible(snapshot.demo)
        self.setWindowTitle(self.tr("Workestra Desktop – Demo") if snapshot.demo else self.tr("Workestra Desktop"))
        self.connect_page.show_snapshot(snapshot)
        self.calendars_page.show_snapshot(snapshot)
        self.done_page.show_choice(snapshot.calendars)
        self.bookings_page.show_snapshot(snapshot)
        self._keep_notices(self.bookings_page.notices, snapshot)
        if self._week is not None:
            self._week.show_snapshot(snapshot)
            self._keep_notices(self._week.notices, snapshot)
        self.bookings_page.show_syncing(snapshot.state is State.SYNCING)
        self.dialogs.show_snapshot(snapshot)
        self.notices.show_snapshot(snapshot)
        for box in (self.connect_page.trouble, self.calendars_page.trouble):
            box.facts = self._facts()
        self._refresh_lines()
        self._refresh_progress()
        wanted = page_for(snapshot)
        if wanted is not self._wanted:
            self._wanted = wanted
            self._follow(wanted, snapshot)
        self.requests.show_snapshot(snapshot)

    @Slot(object)
    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if self._week is not None:
            self._week.show_progress(progress)
        self._refresh_lines()
        self._refresh_progress()
        self.dialogs.show_progress(progress)

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Tell it beside the tray icon, and in the window for whoever misses that."""
        self.notices.add(notice)
        if self._snapshot is not None and notice.kind in self._snapshot.preferences.silent:
            return
        where = self._snapshot.host_zone if self._snapshot else "UTC"
        title, body = notice_words(notice, zone_of(where), self._now())
        undoes = notice.kind in (NoticeKind.MOVED, NoticeKind.CANCELLED)
        about = notice.booking.id if notice.booking else ""
        self._notices.tell(f"{title}. {body}", about, undoes=undoes, question=_question(notice))

    def _tell(self, text: str, booking_id: str = "") -> None:
        """In the notice bar of the main page that is, or will be, in front."""
        self._notices.tell(text, booking_id)

    def _tell_beside(self, text: str) -> None:
        """What was asked for at the tray is told there, and in the window."""
        self._tell(text)
        self.notices.popups.post.show(Popup(self.tr("Copy my times"), unmarked(text), passing=True))

    @property
    def _notices(self) -> NoticeBar:
        return (self.week_page if self._main is Page.WEEK else self.bookings_page).notices

    def _facts(self) -> Facts:
        return Facts.of(self._snapshot, self._now()) if self._snapshot else UNKNOWN

    def _refresh_times(self) -> None:
        """What the window says of now: next tries come nearer while nothing else happens."""
        if self._snapshot is not None and self.isVisible():
            self.bookings_page.show_time(self._now())
            if self._week is not None:
                self._week.show_time(self._now())
            self.status.show_state(self._snapshot, self._progress, self._now())

    def _refresh_lines(self) -> None:
        if self._snapshot is not None:
            self.status.show_state(self._snapshot, self._progress, self._now())
            self.tray.show_snapshot(self._snapshot)

    def _refresh_progress(self) -> None:
        complete = self._snapshot is None or self._snapshot.complete
        self.calendars_page.show_progress(self._progress, complete=complete)
        self.done_page.show_progress(self._progress, complete=complete)

    # Which page

    @property
    def page(self) -> Page:
        current = self.stack.currentWidget()
        return next(page for page, widget in self._pages.items() if widget is current)

    def _follow(self, wanted: Page, snapshot: Snapshot) -> None:
        """Go where the app's state wants the host, unless the set-up is being walked through already."""
        if wanted is Page.BOOKINGS and self.page in (Page.CALENDARS, Page.DONE):
            return
        if wanted is Page.CONNECT:
            why = Why.FORGOTTEN if snapshot.password_forgotten else Why.FIRST
            self.connect_page.open_for(why, snapshot.apple_id, setup=not snapshot.setup_done)
        if wanted is Page.CALENDARS and self.page is not Page.CALENDARS:
            self.calendars_page.begin()
        self._go(wanted)

    def _go(self, page: Page) -> None:
        if page is not Page.CONNECT:
            self.connect_page.forget_password()  # the snapshot may come before the answer to the sign-in
        moved = page is not self.page
        if page in MAIN:
            self._main = page
        front = self.week_page if page is Page.WEEK else self._pages[page]
        self.stack.setCurrentWidget(front)
        self.status.setVisible(page in MAIN)
        self._menus.allow(main=page in MAIN, bookings=page is Page.BOOKINGS)
        if moved or page is Page.CONNECT:
            front.focus_first()
        self.requests.look_soon()

    def _go_back(self) -> None:
        """To the main page the host came from."""
        self._go(self._main)

    def _show_extent(self, extent: Extent) -> None:
        self._go(Page.WEEK)
        self.week_page.show_extent(extent)

    # The set-up

    def _sign_in(self, apple_id: str, password: str) -> None:
        if self._signing_in is None:
            self.connect_page.show_busy(True)
            self._signing_in = self._courier.spawn(self._signed_in(SignIn(apple_id, password)))

    async def _signed_in(self, command: SignIn) -> None:
        try:
            result = await self._courier.ask(command)
        except Failure as failure:
            self._signing_in = None
            self.connect_page.show_busy(False)
            self.connect_page.show_trouble(failure.trouble)
            return
        self._signing_in = None
        self.connect_page.show_busy(False)
        self.calendars_page.show_calendars(result.calendars)
        self.calendars_page.show_password_kept(result.password_kept)
        known = self._snapshot is not None and self._snapshot.apple_id is not None and self._snapshot.setup_done
        if known:
            self._go(Page.BOOKINGS)
        elif self.page is not Page.CALENDARS:
            self.calendars_page.begin()
            self._go(Page.CALENDARS)

    def _stop_sign_in(self) -> None:
        if self._signing_in is not None:
            self._signing_in.cancel()
            self._signing_in = None
        self.connect_page.show_busy(False)
        self.connect_page.focus_first()

    def _select(self, write_to: str, busy: tuple[str, ...]) -> None:
        if not self._selecting:
            self._selecting = True
            self.calendars_page.show_busy(True)
            self._courier.spawn(self._selected(Select(write_to, busy)))

    def _keep_choice(self, write_to: str, busy: tuple[str, ...]) -> None:
        """In the set-up, so that it can be left and taken up again."""
        self._courier.spawn(self._choice_kept(Select(write_to, busy)))

    async def _choice_kept(self, command: Select) -> None:
        try:
            await self._courier.ask(command)
        except Failure as failure:
            self.calendars_page.show_trouble(failure.trouble)

    async def _selected(self, command: Select) -> None:
        try:
            calendars = await self._courier.ask(command)
            await self._courier.ask(FinishSetup())
        except Failure as failure:
            self.calendars_page.show_trouble(failure.trouble)
            return
        finally:
            self._selecting = False
            self.calendars_page.show_busy(False)
        self.calendars_page.show_calendars(calendars)
        self.done_page.show_choice(calendars)
        self._go(Page.DONE)

    def _first_booking(self) -> None:
        self._go(Page.BOOKINGS)
        self.new_booking()

    @Slot()
    def choose_calendars(self) -> None:
        self.dialogs.settings(Entrance.CALENDARS)

    @Slot()
    def reconnect(self) -> None:
        """Ask for a new password in place; bookings, calendars and the outbox stay."""
        apple_id = self._snapshot.apple_id if self._snapshot else None
        self.connect_page.open_for(why_reconnect(self._snapshot), apple_id, setup=False)
        self._go(Page.CONNECT)

    # What the host does with bookings

    @Slot()
    def new_booking(self) -> None:
        self.dialogs.book(self.week_page.preset if self.page is Page.WEEK else None)

    def reschedule(self, booking: Booking) -> None:
        self.dialogs.reschedule(booking)

    def cancel(self, booking: Booking) -> None:
        self.dialogs.cancel(booking)

    @Slot()
    def undo_last(self) -> None:
        """Of the chosen booking; on the week, of the one that the notice in front tells of."""
        if self.page is Page.BOOKINGS:
            self.bookings_page.ask_undo()
        elif named := self._notices.to_undo:
            self._undo_by_id(named)
        else:
            self._tell(self.tr("Nothing to undo here. Choose a booking in the list to undo its last cancel or move."))

    def undo(self, booking: Booking) -> None:
        to = next((u.to for u in self._snapshot.undoable if u.booking == booking.id), None) if self._snapshot else None
        if to is not None:
            self.dialogs.undo(booking, to)
        else:
            said = self.tr(
                "Nothing to undo: the booking with {guest} was not cancelled or moved lately, or its time is over."
            )
            self._tell(said.format(guest=plain(booking.guest, 60)), booking.id)

    def _undo_by_id(self, booking_id: str) -> None:
        bookings = self._snapshot.bookings if self._snapshot else ()
        if (booking := next((b for b in bookings if b.id == booking_id), None)) is not None:
            self.undo(booking)

    def _settled_booking(self, booking: Booking) -> None:
        """Show the booking where it now stands; its snapshot may still be on the way."""
        self._notices.let_go(booking.id)
        self.bookings_page.expect(booking.id, booking.changed_at)
        if self.page is Page.WEEK:
            where = zone_of(self._snapshot.host_zone) if self._snapshot else zone_of("UTC")
            time = meeting_time(booking.start, booking.end, where, self._now())
            told = self.tr("Put back: {guest}, {time}") if self.dialogs.undoes else self.tr("Booked: {guest}, {time}")
            self._tell(told.format(guest=plain(booking.guest, 60), time=time), booking.id)

    def _open_booking(self, booking_id: str) -> None:
        self._go(Page.BOOKINGS)
        self.bookings_page.select(booking_id)

    # What the host decides about free and busy

    def _rule(self, uid: str, blocks: Blocking, title: str) -> None:
        self._courier.spawn(self._tell_trouble(RuleEvent(uid, blocks, title)))

    def edit_link(self, slug: str | None) -> None:
        """Booking links, with the one called `slug` in front."""
        self.dialogs.links(slug or None)

    @Slot()
    def change_settings(self) -> None:
        """What blocks time, and where the host is."""
        self.dialogs.settings(Entrance.BUSY)

    # What the host does with iCloud

    @Slot()
    def sync_now(self) -> None:
        self._courier.spawn(self._tell_trouble(SyncNow()))

    def _resume(self) -> None:
        self._pages[self._main].focus_first()  # the button goes
        self._menus.resume.trigger()

    def _mark_no_show(self, booking_id: str, no_show: bool) -> None:
        self._courier.spawn(self._tell_trouble(MarkNoShow(booking_id, no_show)))

    def _settle(self, answer: SettleGone) -> None:
        self._courier.spawn(self._tell_trouble(answer))

    def _decide(self, answer: Choose | SettleOverlap) -> None:
        self._courier.spawn(self._decided(answer))

    async def _decided(self, answer: Choose | SettleOverlap) -> None:
        try:
            settled = await self._courier.ask(answer)
        except Failure as failure:
            texts = worded(failure.trouble, self._facts())
            self._tell(f"{texts.title}. {texts.message}", answer.booking)
        else:
            if settled is not None:
                self.bookings_page.expect(settled.id, settled.changed_at)
        event = answer.uid if isinstance(answer, SettleOverlap) else ""
        self.bookings_page.detail.panel.answered(answer.booking, event)

    async def _tell_trouble(
        self, command: MarkNoShow | SyncNow | SettleGone | RuleEvent | ChangePreferences | SeeNotices
    ) -> None:
        try:
            await self._courier.ask(command)
        except Failure as failure:
            if isinstance(command, RuleEvent):
                self.week_page.refuse_rule()
            if isinstance(command, ChangePreferences):
                self.tray.refuse_wish()
            if isinstance(command, SeeNotices):
                self.notices.refuse_seen()
            texts = worded(failure.trouble, self._facts())
            self._tell(f"{texts.title}. {texts.message}")

    def _remedy(self, trouble: Trouble) -> None:
        texts = worded(trouble, self._facts())
        match texts.step:
            case Step.CONNECT:
                self.reconnect()
            case Step.APPLE:
                open_outside(APPLE_ACCOUNT)
            case Step.SYNC:
                self.sync_now()
            case Step.CALENDARS:
                self.choose_calendars()
            case Step.LOOK:
                bookings = self._snapshot.bookings if self._snapshot else ()
                wrong = (b.id for b in bookings if b.status is Status.ATTENTION or b.sync is InCloud.FAILED)
                self._open_booking(next(wrong, ""))
            case Step.DETAILS:
                from workestra_desktop.ui.details_dialog import DetailsDialog

                DetailsDialog(trouble, texts, self).open()
            case Step.COPY:
                from workestra_desktop.ui.details_dialog import details

                QGuiApplication.clipboard().setText(details(trouble))
            case Step.SETTLE | Step.NONE:
                pass
            case _:
                assert_never(texts.step)

    # Coming and going

    @Slot(str)
    def open_at(self, booking_id: str = "") -> None:
        """Bring the window to the front, at `booking_id` if one is named; a dialog that is open stays before it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        front = QApplication.activeModalWidget() or self
        front.raise_()
        front.activateWindow()
        if booking_id and self.page in MAIN:
            self._open_booking(booking_id)

    @Slot(object)
    def open_link(self, link: str) -> None:
        """A `workestra:` link from outside: the window comes to the front, and what is asked for into its form."""
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

    def _fix(self, fix: Fix) -> None:
        """From the tray: the window comes first, at what the action is about."""
        self.open_at()
        if fix.matter is None:
            return
        if fix.matter.booking is None:
            self._remedy(fix.matter.trouble)
            return
        self._open_booking(fix.matter.booking.id)
        self.bookings_page.look_at(fix.matter.booking.id, fix.matter.overlap.uid if fix.matter.overlap else "")

    def _wish(self, command: ChangePreferences | SeeNotices) -> None:
        self._courier.spawn(self._tell_trouble(command))

    def _new_from_tray(self) -> None:
        self.open_at()
        if self.page is not Page.CONNECT:
            self._go_back()
            self.new_booking()

    def leave(self) -> None:
        """Close for good: dialogs, tray icon, window, and every question that still waits."""
        self._leaving = True
        self.dialogs.dismiss()
        self._courier.close()
        self.notices.stop()
        self.tray.disappear()
        self.close()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.requests.look_soon()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self._leaving:
            event.accept()
            return
        event.ignore()
        if self.tray.available:
            self.tray.appear()
            self.hide()
            return
        self.showMinimized()
        if not self._said_minimised:
            self._said_minimised = True
            self._tell(
                self.tr("Closing only minimises the window, because this desktop has no tray. Quit with Ctrl+Q.")
            )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "tray"):
            self.tray.wear(dark=is_dark(self.palette()))
