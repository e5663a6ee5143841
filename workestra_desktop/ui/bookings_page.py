"""The main page: coming, past and cancelled bookings, and what can be done with them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.booking_detail import BookingDetail
from workestra_desktop.ui.bookings_model import BOOKING, BookingsFilter, BookingsModel, Column, Which, which
from workestra_desktop.ui.button_flow import ButtonFlow
from workestra_desktop.ui.giving_way import GivingWay
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.notice_bar import NoticeBar
from workestra_desktop.ui.page_switch import PageSwitch
from workestra_desktop.ui.parts import button, label, named
from workestra_desktop.ui.problems import ProblemBar

_SHARES = {Column.WHEN: 0.25, Column.GUEST: 0.21, Column.MEETING: 0.13, Column.CALENDAR: 0.15}
"""Of the table's width; the state takes the rest."""
_LOW, _ROOMY = 34, 46
"""Lines of text the page is high: under the first it saves room, from the second on it need not."""


class BookingsPage(QWidget):
    """Shows snapshots; every wish leaves as a signal. `reschedule`, `cancel`, `let_go` and `undo` carry the booking,
    `decided` the answer to a question about one."""

    new_booking = Signal()
    reschedule = Signal(object)
    cancel = Signal(object)
    undo = Signal(object)
    let_go = Signal(object)
    decided = Signal(object)
    sync_now = Signal()
    calendars = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bookings_page")
        self._snapshot: Snapshot | None = None
        self._which = Which.UPCOMING
        self._last = ""
        self._expected: tuple[str, datetime | None] | None = None
        self.model = BookingsModel(self.palette(), self)
        self.shown = BookingsFilter(self.model, self)
        self.switch = PageSwitch("bookings")
        self.new = button(self.tr("&New booking"), "new_booking", "primary")
        self.sync = button(self.tr("S&ync now"), "sync_now")
        self.choose = button(self.tr("Calen&dars…"), "calendars")
        self.search = named(QLineEdit(clearButtonEnabled=True), "search")
        self.search.setPlaceholderText(self.tr("Search guests, notes, links"))
        self.search.setAccessibleName(self.tr("Search bookings"))
        self.search.setMaxLength(200)
        self.problems = ProblemBar()
        self.notices = NoticeBar()
        self.segments: dict[Which, QPushButton] = {}
        self.table = self._make_table()
        self.detail = BookingDetail()
        self.detail.hide()
        self.details = GivingWay(self.detail, "details")
        self.empty_title = label(role="heading", wrap=True, name="empty_title")
        self.empty_text = label(role="muted", wrap=True, name="empty_text")
        self.empty_action = button(self.tr("N&ew booking"), "empty_new")
        self._empty_picture = QLabel()
        self.body = QStackedWidget()
        self._lay_out()
        self._wire()
        self._paint_icons()

    def _make_table(self) -> QTableView:
        table = named(QTableView(), "bookings")
        table.setAccessibleName(self.tr("Bookings"))
        table.setModel(self.shown)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSortingEnabled(True)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(36, table.fontMetrics().height() + 16))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(72)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        table.sortByColumn(Column.WHEN, Qt.SortOrder.AscendingOrder)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.switch)
        top.addStretch(1)
        for widget in (self.choose, self.sync, self.new):
            top.addWidget(widget)
        group = QButtonGroup(self)
        lists = ButtonFlow(4)
        for each in Which:
            segment = button("", f"show_{each.value}", "segment")
            segment.setCheckable(True)
            segment.clicked.connect(lambda _=False, each=each: self.show_list(each))
            group.addButton(segment)
            self.segments[each] = segment
            lists.addWidget(segment)
        self.segments[Which.UPCOMING].setChecked(True)
        narrow = QHBoxLayout()
        narrow.setSpacing(8)
        narrow.addLayout(lists, 3)
        self.search.setMaximumWidth(280)
        narrow.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        empty = named(QWidget(), "empty")
        hollow = QVBoxLayout(empty)
        hollow.setSpacing(8)
        hollow.addStretch(1)
        hollow.addWidget(self._empty_picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.empty_title, self.empty_text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            hollow.addWidget(text)
        hollow.addWidget(self.empty_action, 0, Qt.AlignmentFlag.AlignHCenter)
        hollow.addStretch(2)
        self.body.addWidget(self.table)
        self.body.addWidget(empty)
        # The head and a row: what is below belongs to the chosen one.
        row, head = self.table.verticalHeader().defaultSectionSize(), self.table.horizontalHeader().sizeHint().height()
        self.body.setMinimumHeight(head + row + 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(8)
        box.addLayout(top)
        box.addWidget(self.problems)
        box.addWidget(self.notices)
        box.addLayout(narrow)
        box.addWidget(self.body, 1)
        box.addWidget(self.details)

    def _wire(self) -> None:
        self.new.clicked.connect(self.new_booking)
        self.empty_action.clicked.connect(self.new_booking)
        self.sync.clicked.connect(self.sync_now)
        self.choose.clicked.connect(self.calendars)
        self.search.textChanged.connect(self._search)
        self.detail.reschedule.connect(self.ask_reschedule)
        self.detail.cancel.connect(self.ask_cancel)
        self.detail.undo.connect(self.ask_undo)
        self.detail.let_go.connect(self._let_go)
        self.detail.decided.connect(self._decide)
        self.table.selectionModel().selectionChanged.connect(self._show_detail)
        self.table.doubleClicked.connect(self.ask_reschedule)
        self.table.customContextMenuRequested.connect(self._menu)
        self.notices.looked.connect(self.select)

    @property
    def selected(self) -> Booking | None:
        rows = self.table.selectionModel().selectedRows()
        booking = rows[0].data(BOOKING) if rows else None
        return booking if isinstance(booking, Booking) else None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        kept = self.selected
        self._snapshot = snapshot
        self.model.show_snapshot(snapshot)
        self.shown.narrow(now=snapshot.taken_at)
        self.problems.show_snapshot(snapshot)
        self._count(snapshot)
        self._show_body()
        if self._expected is not None and self._holds(*self._expected):
            self.expect(*self._expected)
        elif kept is not None and (self.selected is None or self.selected.id != kept.id):
            self._select_row(kept.id)
        self._keep_one()

    def show_syncing(self, syncing: bool) -> None:
        if syncing and self.sync.hasFocus():
            self.focus_first()  # else the button beside it had it, and the next press would be meant for that
        self.sync.setEnabled(not syncing)

    def _count(self, snapshot: Snapshot) -> None:
        """What is in each list. One that waited and is empty now leaves, and the coming ones are shown instead."""
        names = {
            Which.UPCOMING: self.tr("Upcoming ({count})"),
            Which.PAST: self.tr("Past ({count})"),
            Which.CANCELLED: self.tr("Cancelled ({count})"),
            Which.ATTENTION: self.tr("To decide ({count})"),
            Which.WAITING: self.tr("Waiting ({count})"),
        }
        for each, segment in self.segments.items():
            count = sum(self.model.listed(b, each, snapshot.taken_at) for b in snapshot.bookings)
            segment.setText(names[each].format(count=count))
            segment.setVisible(count > 0 or not each.passing)
            if self._which is each and each.passing and not count:
                self.show_list(Which.UPCOMING)

    def expect(self, booking_id: str, changed_at: datetime | None = None) -> None:
        """Bring a booking that was just changed into view, now or when a snapshot holds that change: before, it would
        still be in the list that it is about to leave."""
        known = self._holds(booking_id, changed_at)
        self._expected = None if known else (booking_id, changed_at)
        if known:
            self.select(booking_id)

    def _holds(self, booking_id: str, changed_at: datetime | None) -> bool:
        booking = next((b for b in self._snapshot.bookings if b.id == booking_id), None) if self._snapshot else None
        return booking is not None and (changed_at is None or booking.changed_at >= changed_at)

    def show_list(self, each: Which) -> None:
        """Switch to one of the lists: coming ones and those that wait soonest first, the others newest first."""
        self._which = each
        self.segments[each].setChecked(True)
        self.shown.narrow(to=each)
        newest_first = each in (Which.PAST, Which.CANCELLED)
        self.table.sortByColumn(
            Column.WHEN, Qt.SortOrder.DescendingOrder if newest_first else Qt.SortOrder.AscendingOrder
        )
        self._show_body()
        self._keep_one()

    def select(self, booking_id: str) -> None:
        """Bring the booking into view, whichever list it is in."""
        booking = next((b for b in self._snapshot.bookings if b.id == booking_id), None) if self._snapshot else None
        if booking is None or self._snapshot is None:
            return
        self.search.clear()
        if not (self._which.passing and self.model.listed(booking, self._which, self._snapshot.taken_at)):
            self.show_list(which(booking, self._snapshot.taken_at))
        self._select_row(booking_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, booking_id: str, uid: str) -> None:
        """Bring the booking into view with what is to be decided of the event `uid` on it; '' is of itself."""
        self.select(booking_id)
        self.detail.panel.bring(uid)

    def _let_go(self) -> None:
        if (booking := self.selected) is not None and booking.live:
            self.let_go.emit(booking)

    def _decide(self, wish: object) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes, or rests
        self.decided.emit(wish)

    def _select_row(self, booking_id: str) -> None:
        for row in range(self.shown.rowCount()):
            index = self.shown.index(row, 0)
            if index.data(BOOKING).id == booking_id:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.table.selectionModel().setCurrentIndex(index, flags)
                self.table.scrollTo(index)
                return

    def _keep_one(self) -> None:
        """Have one row chosen wherever there are rows: the last one again if it is listed, else the first."""
        if self.selected is None and self.shown.rowCount():
            self._select_row(self._last)
            if self.selected is None:
                self._select_row(self.shown.index(0, 0).data(BOOKING).id)
        self._show_detail()

    def focus_first(self) -> None:
        first = self.table if self.shown.rowCount() else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def ask_reschedule(self) -> None:
        if (booking := self.selected) is not None and booking.live:
            self.reschedule.emit(booking)

    def ask_cancel(self) -> None:
        if (booking := self.selected) is not None and booking.live:
            self.cancel.emit(booking)

    def ask_undo(self) -> None:
        """Also for one with nothing to take back: that is told."""
        if (booking := self.selected) is not None:
            self.undo.emit(booking)

    def _search(self, text: str) -> None:
        self.shown.narrow(search=text)
        self._show_body()
        self._keep_one()

    def _show_body(self) -> None:
        has_rows = self.shown.rowCount() > 0
        self.body.setCurrentIndex(0 if has_rows else 1)
        if has_rows:
            return
        searching = bool(self.search.text().strip())
        self.empty_action.setVisible(self._which is Which.UPCOMING and not searching)
        if searching:
            title, text = self.tr("Nothing found"), self.tr("Try another word, or look in the other lists.")
        elif self._which is Which.UPCOMING:
            title = self.tr("No coming bookings")
            text = self.tr("When somebody asks for a meeting, press Ctrl+N and choose a free time.")
        elif self._which is Which.PAST:
            title, text = self.tr("No past bookings"), self.tr("Meetings move here once they are over.")
        else:
            title, text = self.tr("No cancelled bookings"), self.tr("Bookings you or iCloud cancel are kept here.")
        self.empty_title.setText(title)
        self.empty_text.setText(text)

    def _show_detail(self) -> None:
        booking = self.selected
        if booking is not None and self._snapshot is not None:
            another = booking.id != self._last
            self._last = booking.id
            self.detail.show_booking(booking, self._snapshot)
            if another:
                self.details.to_top()
        self.detail.setVisible(booking is not None)
        self._save_room()

    def _save_room(self) -> None:
        """A low window has no room to tell a question twice."""
        asking = self.detail.isVisibleTo(self) and self.detail.panel.current is not None
        self.problems.be_brief(self._lines < _LOW and asking)

    @property
    def _lines(self) -> int:
        return self.height() // self.fontMetrics().height()

    def _menu(self, where: QPoint) -> None:
        index: QModelIndex = self.table.indexAt(where)
        booking = index.data(BOOKING) if index.isValid() else None
        if not isinstance(booking, Booking) or self._snapshot is None:
            return
        wishes = [(self.tr("&Reschedule…"), self.ask_reschedule), (self.tr("C&ancel booking…"), self.ask_cancel)]
        wishes = wishes if booking.live else []
        if any(u.booking == booking.id for u in self._snapshot.undoable):
            wishes.append((self.tr("&Undo move") if booking.live else self.tr("&Undo cancel"), self.ask_undo))
        if not wishes:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in wishes:
            action = QAction(text, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _paint_icons(self) -> None:
        t = tokens(self.palette())
        self.new.setIcon(symbol("plus", t.on_accent))
        self.sync.setIcon(symbol("sync", t.text))
        self.choose.setIcon(symbol("calendar", t.text))
        self._empty_picture.setPixmap(symbol("calendar", t.muted).pixmap(QSize(48, 48)))
        self.model.wear(self.palette())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.detail.be_brief(low=self._lines < _LOW, roomy=self._lines >= _ROOMY)
        self._save_room()
        room = self.width() - 34
        for column, share in _SHARES.items():
            self.table.setColumnWidth(column, int(room * share))
        whole = self.table.fontMetrics().horizontalAdvance("Wed 30 Nov, 00:00 – 00:00") + 24
        if self.table.columnWidth(Column.WHEN) < whole:
            self.table.setColumnWidth(Column.WHEN, whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.ask_reschedule()
        elif event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.ask_cancel()
        elif event.key() == Qt.Key.Key_Escape and self.search.hasFocus():
            self.search.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
