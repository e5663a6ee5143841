"""The rows of a preview: days in bold, the times that come or go below them, wrapped and coloured."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workestra_desktop.ui.look import tokens

GAIN = Qt.ItemDataRole.UserRole
"""True for times that come, False for such that go, None for the name of a day."""

Index = QModelIndex | QPersistentModelIndex

_SIDE, _ABOVE = 4, 3
_BEFORE_DAY = 6
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """`spoken` is what a screen reader says; `gain` as in `GAIN`."""

    text: str
    spoken: str
    gain: bool | None


class Changes(QAbstractListModel):
    """Rows are values here: with the items of a QListWidget, `clear` crashed in five of eight runs of one test
    (PySide6 6.11.3, 2026-11-22)."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.rows: tuple[ChangeRow, ...] = ()

    def show_rows(self, rows: tuple[ChangeRow, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | bool | None:
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.UserRole:
                return row.gain
            case _:
                return None


class ChangeRows(QStyledItemDelegate):
    """Draws itself, as the style sheet of a list has one colour for all its rows."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        width = self._view.viewport().width()
        room = QRect(0, 0, width - 2 * _SIDE, 100_000)
        text = QFontMetrics(self._font(index)).boundingRect(room, _WRAP, index.data())
        return QSize(width, text.height() + 2 * _ABOVE + self._gap(index))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t = tokens(self._view.palette())
        gain = index.data(GAIN)
        whole = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(whole, QColor(t.selected))
        painter.setFont(self._font(index))
        painter.setPen(QColor(t.text if gain is None else t.good if gain else t.danger))
        painter.drawText(whole.adjusted(_SIDE, _ABOVE + self._gap(index), -_SIDE, 0), _WRAP, index.data())
        painter.restore()

    def _gap(self, index: Index) -> int:
        return _BEFORE_DAY if index.data(GAIN) is None and index.row() else 0

    def _font(self, index: Index) -> QFont:
        font = QFont(self._view.font())
        font.setBold(index.data(GAIN) is None)
        return font
