"""The main page: coming, past and cancelled bookings, and what can be done with them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.booking_acts import Act
from workestra_desktop.ui.booking_deeds import BookingDeeds
from workestra_desktop.ui.booking_detail import BookingDetail
from workestra_desktop.ui.booking_history import Historian
from workestra_desktop.ui.booking_pane import BookingPane
from workestra_desktop.ui.bookings_bar import BookingsBar, TopBar
from workestra_desktop.ui.bookings_empty import EmptyList
from workestra_desktop.ui.bookings_line import today_in
from workestra_desktop.ui.bookings_lists import Which, which
from workestra_desktop.ui.bookings_model import BookingsModel
from workestra_desktop.ui.bookings_view import BookingsView
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.least_high import LeastHigh
from workestra_desktop.ui.notice_bar import NoticeBar
from workestra_desktop.ui.parts import scrolled
from workestra_desktop.ui.problems import ProblemBar
from workestra_desktop.ui.when import zone_of

_LOW = 34
"""Lines of text the page is high; under that it saves room."""
_WIDE = 60
"""Lines of text wide: from here on the details stand beside the list."""


class BookingsPage(QWidget):
    """Shows snapshots; every wish leaves as a signal, of itself or of `deeds`. `decided` carries the answer to a
    question about a booking. Only histories it asks for itself."""

    new_booking = Signal()
    decided = Signal(object)
    sync_now = Signal()
    calendars = Signal()

    def __init__(self, courier: Courier) -> None:
        super().__init__()
        self.setObjectName("bookings_page")
        self._snapshot: Snapshot | None = None
        self._now: datetime | None = None
        self._which = Which.UPCOMING
        self._last = ""
        self._expected: tuple[str, datetime | None] | None = None
        self._historian = Historian(courier, self)
        self.model = BookingsModel(self)
        self.view = BookingsView(self.model)
        self.deeds = BookingDeeds(self.view)
        self.top = TopBar()
        self.switch, self.new, self.sync, self.choose = self.top.switch, self.top.new, self.top.sync, self.top.choose
        self.bar = BookingsBar()
        self.search, self.segments = self.bar.search, self.bar.segments
        self.problems = ProblemBar()
        self.notices = NoticeBar()
        self.detail = BookingDetail()
        self.detail.hide()
        self.details = BookingPane(self.detail)
        self.empty = EmptyList()
        self.body = QStackedWidget()
        self._panes = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.body.addWidget(self.view)
        self.body.addWidget(self.empty)
        self._panes.setSpacing(8)
        self._panes.addWidget(self.body, 5)
        self._panes.addWidget(self.details, 0)
        inside = LeastHigh()
        inside.setProperty("role", "page")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside, "bookings_area"))
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(8)
        box.addWidget(self.top)
        box.addWidget(self.problems)
        box.addWidget(self.notices)
        box.addWidget(self.bar)
        box.addLayout(self._panes, 1)
        self.details.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)

    def _wire(self) -> None:
        self.new.clicked.connect(self.new_booking)
        self.empty.new_booking.connect(self.new_booking)
        self.empty.cleared.connect(self._clear_search)
        self.sync.clicked.connect(self.sync_now)
        self.choose.clicked.connect(self.calendars)
        self.bar.chosen.connect(self.show_list)
        self.bar.typed.connect(self._search)
        self.bar.left.connect(self._leave_search)
        self.detail.acted.connect(self.deeds.do)
        self.detail.let_go.connect(self.deeds.end_here)
        self.deeds.copied.connect(self.detail.say_copied)
        self.detail.decided.connect(self._decide)
        self._historian.told.connect(self._show_history)
        self.view.selectionModel().selectionChanged.connect(self._show_detail)
        self.view.doubleClicked.connect(self.ask_reschedule)
        self.notices.looked.connect(self.select)

    @property
    def selected(self) -> Booking | None:
        return self.view.selected

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.problems.show_snapshot(snapshot)
        self._stand_at(snapshot.taken_at)

    def show_time(self, now: datetime) -> None:
        """What the time alone changes: next tries come nearer, meetings begin and end, and at midnight the days are
        called otherwise."""
        self.problems.show_time(now)
        lists, then = self.model.lists, self._now
        if self._snapshot is None or lists is None or then is None:
            return
        where = zone_of(self._snapshot.host_zone)
        ended = any(booking.end <= now for booking in lists.of[Which.UPCOMING])
        if ended or today_in(where, now) != today_in(where, then):
            self._stand_at(now)
        elif (booking := self.selected) is not None and then < booking.start <= now:
            self._now = now
            self.deeds.stand_at(self._snapshot, now)
            self._show_detail()

    def _stand_at(self, now: datetime) -> None:
        assert self._snapshot is not None
        kept, self._now = self.selected, now
        self.deeds.stand_at(self._snapshot, now)
        self.model.show_snapshot(self._snapshot, now)
        self._count()
        self._show_body()
        if self._expected is not None and self._holds(*self._expected):
            self.expect(*self._expected)
        elif kept is not None and (self.selected is None or self.selected.id != kept.id):
            self.view.choose(kept.id)
        self._keep_one()

    def show_syncing(self, syncing: bool) -> None:
        if syncing and self.sync.hasFocus():
            self.focus_first()  # else the button beside it had it, and the next press would be meant for that
        self.sync.setEnabled(not syncing)

    def _count(self) -> None:
        """What is in each list. One that waited and is empty now leaves, and the coming ones are shown instead."""
        assert self.model.lists is not None
        counts = {each: len(found) for each, found in self.model.lists.of.items()}
        self.bar.show_counts(counts)
        if self._which.passing and not counts[self._which]:
            self.show_list(Which.UPCOMING)

    def expect(self, booking_id: str, changed_at: datetime | None = None) -> None:
        """Bring a booking that was just changed into view, now or when a snapshot holds that change: before, it would
        still be in the list that it is about to leave."""
        known = self._holds(booking_id, changed_at)
        self._expected = None if known else (booking_id, changed_at)
        if known:
            self.select(booking_id)

    def _holds(self, booking_id: str, changed_at: datetime | None) -> bool:
        booking = self.model.lists.by_id.get(booking_id) if self.model.lists else None
        return booking is not None and (changed_at is None or booking.changed_at >= changed_at)

    def show_list(self, each: Which) -> None:
        """Switch to one of the lists: coming ones and those that wait soonest first, the others newest first."""
        self._which = each
        self.model.show_list(each)
        self._show_body()
        self._keep_one()

    def select(self, booking_id: str) -> None:
        """Bring the booking into view, whichever list it is in."""
        lists = self.model.lists
        booking = lists.by_id.get(booking_id) if lists else None
        if booking is None or lists is None or self._now is None:
            return
        self.search.clear()
        if not (self._which.passing and self.model.row_of(booking_id) is not None):
            self.show_list(which(booking, self._now))
        self.view.choose(booking_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, booking_id: str, uid: str) -> None:
        """Bring the booking into view with what is to be decided of the event `uid` on it; '' is of itself."""
        self.select(booking_id)
        self.detail.panel.bring(uid)

    def _keep_one(self) -> None:
        """Have one row chosen wherever there are rows: the last one again if it is listed, else the first."""
        if self.selected is None and self.model.rowCount() and not self.view.choose(self._last):
            first = self.model.booking(1)  # under the first day
            assert first is not None
            self.view.choose(first.id)
            self.view.scrollToTop()
        self._show_detail()

    def _show_body(self) -> None:
        lists, has_rows = self.model.lists, self.model.rowCount() > 0
        self.body.setCurrentWidget(self.view if has_rows else self.empty)
        if lists is not None:
            self.bar.show_found(self._which, lists)
            if not has_rows:
                self.empty.explain(self._which, typed=self.bar.sought, first=not lists.by_id)

    def _show_detail(self) -> None:
        booking = self.selected
        if booking is not None and self._snapshot is not None and self._now is not None:
            another = booking.id != self._last
            self._last = booking.id
            self.detail.show_booking(booking, self._snapshot, self._now)
            if another:
                self.details.to_top()
        self.detail.setVisible(booking is not None)
        self._look_back()
        self._save_room()

    def _look_back(self) -> None:
        """Ask what happened to the booking, if anybody can see it."""
        booking = self.selected if self.isVisible() else None
        overlaps = self._snapshot.overlaps if booking is not None and self._snapshot is not None else ()
        self._historian.look_at(booking, tuple(o for o in overlaps if booking is not None and o.booking == booking.id))

    def _show_history(self, booking_id: str, lines: tuple[JournalLine, ...] | None) -> None:
        booking = self.selected
        if booking is not None and booking.id == booking_id and self._now is not None and self._snapshot is not None:
            self.detail.show_history(lines, self._snapshot.host_zone, self._now)

    # What the host does

    def ask_reschedule(self) -> None:
        self.deeds.do(Act.MOVE)

    def ask_cancel(self) -> None:
        self.deeds.do(Act.CANCEL)

    def ask_undo(self) -> None:
        """Also for one with nothing to take back: that is told."""
        self.deeds.do(Act.UNDO)

    def _decide(self, wish: object) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes, or rests
        self.decided.emit(wish)

    def focus_first(self) -> None:
        first = self.view if self.model.rowCount() else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _search(self, text: str) -> None:
        self.model.search(text)
        self._show_body()
        self._keep_one()

    def _leave_search(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear_search(self) -> None:
        self.search.clear()
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus():
            self.ask_reschedule()
        elif event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self.ask_cancel()
        else:
            super().keyPressEvent(event)

    # Room and looks

    def _arrange(self) -> None:
        beside = self.width() >= _WIDE * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._panes.direction() is not direction:
            self._panes.setDirection(direction)
        self._panes.setStretch(1, 4 if beside else 0)
        self.details.stand(beside=beside)
        self.body.setMinimumHeight(self.view.least)  # what is below belongs to the chosen one
        self._save_room()

    def _save_room(self) -> None:
        """A low window has no room to tell a question twice."""
        asking = self.detail.isVisibleTo(self) and self.detail.panel.current is not None
        low = self.height() // self.fontMetrics().height() < _LOW
        self.detail.be_brief(low)
        self.problems.be_brief(low and asking)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._look_back()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self._look_back()
