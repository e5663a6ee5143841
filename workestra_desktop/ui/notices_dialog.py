"""The list of notices: what iCloud changed and what waited for the host, kept for 30 days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from workestra_desktop.core.notice import KeptNotice, NoticeKind
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.notices_delegate import NoticesDelegate
from workestra_desktop.ui.notices_model import ROW, NoticesModel
from workestra_desktop.ui.parts import button, label, named


class _List(QListView):
    """Return and a click choose a row; its rows are as wide as it is."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(lambda _index: self.chosen.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class NoticesDialog(QDialog):
    """`opened(booking id or "")` for what a chosen notice is about, `undone(booking id)` to have it taken back.

    Choosing one closes the list, as the booking stands behind it. It comes back as it was left: at the same row, and
    with those marked new that have not been chosen, until it is closed by hand.
    """

    opened = Signal(str)
    undone = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notices")
        self.setWindowTitle(self.tr("Notices"))
        self._snapshot: Snapshot | None = None
        self.model = NoticesModel(now, self)
        self.list = named(_List(), "notices_list")
        self.list.setAccessibleName(self.tr("Notices"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(NoticesDelegate(self.list))
        self._picture = QLabel()
        self.empty = self._make_empty()
        self.undo = button(self.tr("&Undo…"), "notices_undo")
        self.look = button(self.tr("S&how"), "notices_show", "primary")
        self.close_button = button(self.tr("&Close"), "notices_close")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.look)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.list, 1)
        box.addWidget(self.empty, 1)
        box.addLayout(foot)
        metrics = self.fontMetrics()
        self.setMinimumSize(360, 280)
        self.resize(max(520, 62 * metrics.averageCharWidth()), max(460, 26 * metrics.height()))
        self.list.chosen.connect(self._choose)
        self.look.clicked.connect(self._choose)
        self.undo.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.reject)
        self.rejected.connect(self.model.forget_fresh)
        self.list.selectionModel().currentChanged.connect(self._allow)
        self._paint_icons()

    def _make_empty(self) -> QWidget:
        whole = named(QWidget(), "notices_empty")
        box = QVBoxLayout(whole)
        box.setSpacing(8)
        box.addStretch(1)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        title = label(self.tr("No notices"), "heading", wrap=True, name="notices_empty_title")
        text = label(
            self.tr(
                "What iCloud changes about your bookings, and what needs a decision, is told here and kept for 30 days."
            ),
            "muted", wrap=True, name="notices_empty_text",
        )  # fmt: skip
        for each in (title, text):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(each)
        box.addStretch(2)
        return whole

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Also while open: what comes in stands on top, and the chosen row stays chosen."""
        self._snapshot = snapshot
        kept = self.chosen
        self.model.show_snapshot(snapshot)
        has_rows = self.model.rowCount() > 0
        self.list.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.look.setVisible(has_rows)
        self.undo.setVisible(has_rows)
        if has_rows and self.chosen is None:
            self._select(max(self.model.row_of(kept.id) if kept else -1, 1))
        self._allow()

    def _select(self, row: int) -> None:
        """A day heads the first notice, so that is in row 1."""
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(self.model.index(0) if row == 1 else index)

    def bring(self) -> None:
        """In front, with the keyboard in the list."""
        self.open()
        self.raise_()
        self.activateWindow()
        (self.list if self.model.rowCount() else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> KeptNotice | None:
        index: QModelIndex = self.list.currentIndex()
        row = index.data(ROW) if index.isValid() else None
        return row if isinstance(row, KeptNotice) else None

    @property
    def _to_undo(self) -> str:
        """The booking whose change is told in the chosen row, is its last one, and can be taken back; or ''."""
        kept, snapshot = self.chosen, self._snapshot
        if kept is None or snapshot is None or kept.notice.booking is None:
            return ""
        told = kept.notice.kind in (NoticeKind.MOVED, NoticeKind.CANCELLED) and self.model.newest_about(kept)
        about = kept.notice.booking.id
        return about if told and any(u.booking == about for u in snapshot.undoable) else ""

    def _allow(self) -> None:
        kept = self.chosen
        self.undo.setEnabled(bool(self._to_undo))
        self.look.setEnabled(kept is not None)
        about = kept is not None and kept.notice.booking is not None
        self.look.setText(self.tr("S&how booking") if about else self.tr("S&how"))

    def _choose(self) -> None:
        if (kept := self.chosen) is not None:
            self.model.mark_read(kept.id)
            self.accept()
            self.opened.emit(kept.notice.booking.id if kept.notice.booking else "")

    def _take_back(self) -> None:
        if about := self._to_undo:
            self.accept()
            self.undone.emit(about)

    def _paint_icons(self) -> None:
        self._picture.setPixmap(symbol("bell", tokens(self.palette()).muted).pixmap(QSize(48, 48)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "list"):
            self._paint_icons()
            self.list.viewport().update()
