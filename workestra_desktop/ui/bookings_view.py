"""The list itself: bookings under their days, the day in front staying in sight, all of it by keyboard as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from workestra_desktop.core.booking import Booking
from workestra_desktop.ui.bookings_model import BOOKING, BookingsModel
from workestra_desktop.ui.bookings_row import BookingRow
from workestra_desktop.ui.look import tokens


class BookingsView(QListView):
    """`asked_menu` carries the place on the screen, by mouse or key."""

    asked_menu = Signal(QPoint)

    def __init__(self, model: BookingsModel) -> None:
        super().__init__()
        self.setObjectName("bookings")
        self.setAccessibleName(self.tr("Bookings"))
        self._rows = model
        self._row = BookingRow(model, tokens(self.palette()), self.font(), self)
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(self._row.measures.row // 2)

    @property
    def selected(self) -> Booking | None:
        rows = self.selectionModel().selectedIndexes()
        booking = rows[0].data(BOOKING) if rows else None
        return booking if isinstance(booking, Booking) else None

    @property
    def least(self) -> int:
        """Pixels that a heading and a row take."""
        return self._row.measures.heading + self._row.measures.row + 2 * self.frameWidth() + 10

    def choose(self, booking_id: str) -> bool:
        """Whether it is in the list: then it is the chosen one, and in sight."""
        row = self._rows.row_of(booking_id)
        if row is None:
            return False
        index = self._rows.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Not under the day that stays in sight."""
        super().scrollTo(index, hint)
        row, covered = index.row(), self._row.measures.heading
        if not index.isValid() or self._rows.is_heading(row):
            return
        if (above := covered - self.visualRect(index).top()) > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - above)

    def dataChanged(  # noqa: N802 - Qt's name
        self,
        topLeft: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        bottomRight: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        roles: Sequence[int] = (),
    ) -> None:
        """Rows keep their height whatever they say: they are painted anew, and not laid out, which takes long for ten
        thousand."""
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, list(roles))
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        super().scrollContentsBy(dx, dy)
        self.viewport().update()  # what was scrolled along with the rows is the day, which stays

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        first = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        if not first.isValid():
            return
        head, words = self._rows.day_above(first.row())
        height, width = self._row.measures.heading, self.viewport().width()
        top = self.visualRect(self._rows.index(head)).top()
        if top >= 0:
            return
        following = self._rows.next_heading(head)
        beneath = self.visualRect(self._rows.index(following)).top() if following is not None else height
        place = QRect(0, min(0, beneath - height), width, height)
        painter = QPainter(self.viewport())
        painter.fillRect(place, QColor(tokens(self.palette()).surface))
        self._row.paint_heading(painter, place, words, self.layoutDirection())
        painter.end()

    def copy_line(self) -> None:
        """What the chosen row says, as Ctrl+C does."""
        if self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.currentIndex().data())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The chosen one stays in sight where it was."""
        seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        if seen or event.oldSize().height() < 2 * self._row.measures.row:
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.data(BOOKING) is not None:
            at = self.visualRect(index).center() if by_key else event.pos()
            self.asked_menu.emit(self.viewport().mapToGlobal(at))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
            event.ignore()  # the page's
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if hasattr(self, "_row"):
            if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
                self._row.measure(self.font())
            if event.type() is QEvent.Type.PaletteChange:
                self._row.wear(tokens(self.palette()))
        super().changeEvent(event)
