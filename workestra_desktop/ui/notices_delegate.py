"""How a row of the list of notices is painted: a mark for what is new, a picture of its kind, and its words."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workestra_desktop.core.notice import KeptNotice, NoticeKind
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import Tokens, tokens
from workestra_desktop.ui.notices_model import FRESH, ROW, TEXTS

Index = QModelIndex | QPersistentModelIndex

_PAD, _GAP, _MARK = 10, 8, 8
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


def picture(kind: NoticeKind, t: Tokens) -> tuple[str, str]:
    """The drawing for `kind` and its colour."""
    match kind:
        case NoticeKind.MOVED:
            return "calendar-clock", t.accent
        case NoticeKind.CANCELLED:
            return "calendar-x", t.danger
        case NoticeKind.SEVERAL_GONE:
            return "calendar-x-2", t.danger
        case NoticeKind.CONFLICT:
            return "layers-2", t.warn
        case NoticeKind.FAILED:
            return "attention", t.warn
        case NoticeKind.RECONNECT:
            return "key-round", t.danger
        case NoticeKind.NETWORK:
            return "wifi-off", t.muted
        case _:
            assert_never(kind)


class NoticesDelegate(QStyledItemDelegate):
    """Rows are as high as their words need at the width of the list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._icons: dict[tuple[str, str], QIcon] = {}

    def _bold(self) -> QFont:
        font = QFont(self._view.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _words(self, row: QRect, metrics: QFontMetrics) -> QRect:
        """Where title and body stand; its height is that of `row` without the edges."""
        left = _PAD + _MARK + _GAP + max(20, metrics.height()) + _GAP
        return row.adjusted(left, _PAD, -_PAD, -_PAD)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        metrics, width = self._view.fontMetrics(), self._view.viewport().width()
        if not isinstance(index.data(ROW), KeptNotice):
            return QSize(width, metrics.height() + 2 * _GAP)
        title, body, time = index.data(TEXTS)
        room = self._words(QRect(0, 0, width, 10_000), metrics)
        head = self._head(room, title, time).height()
        words = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), _WRAPPED, body).height()
        return QSize(width, 2 * _PAD + head + 2 + words)

    def _head(self, room: QRect, title: str, time: str) -> QRect:
        """Where the title stands: beside the time, on as many lines as it needs."""
        metrics = QFontMetrics(self._bold())
        beside = self._view.fontMetrics().horizontalAdvance(time) + 2 * _GAP
        width = max(room.width() - beside, 60)
        height = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, title).height()
        return QRect(room.left(), room.top(), width, max(height, metrics.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, row, state = tokens(self._view.palette()), index.data(ROW), QStyle.StateFlag
        whole: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, KeptNotice):
            self._paint_ground(painter, whole, flags & state.State_Selected, flags & state.State_HasFocus, t)
            self._paint_notice(painter, whole, row, index, t)
        else:
            painter.setFont(self._bold())
            painter.setPen(QColor(t.muted))
            place = whole.adjusted(_PAD, 0, -_PAD, -2)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, index.data())
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, whole: QRect, selected: QStyle.StateFlag, focus: QStyle.StateFlag, t: Tokens
    ) -> None:
        painter.setPen(QPen(QColor(t.accent), 1) if focus else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.selected) if selected else Qt.BrushStyle.NoBrush)
        if selected or focus:
            painter.drawRoundedRect(whole.adjusted(2, 1, -2, -1), 6, 6)

    def _paint_notice(self, painter: QPainter, whole: QRect, row: KeptNotice, index: Index, t: Tokens) -> None:
        title, body, time = index.data(TEXTS)
        metrics = self._view.fontMetrics()
        room = self._words(whole, metrics)
        head = self._head(room, title, time)
        side = max(20, metrics.height())
        icon = QRect(whole.left() + _PAD + _MARK + _GAP, room.top(), side, side)
        fresh: bool = index.data(FRESH)
        if fresh:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            painter.drawEllipse(whole.left() + _PAD, room.top() + (metrics.height() - _MARK) // 2, _MARK, _MARK)
        name, colour = picture(row.notice.kind, t)
        if (name, colour) not in self._icons:
            self._icons[name, colour] = symbol(name, colour)
        self._icons[name, colour].paint(painter, icon)
        painter.setPen(QColor(t.text))
        painter.setFont(self._bold() if fresh else self._view.font())
        painter.drawText(head, _WRAPPED, title)
        painter.setFont(self._view.font())
        painter.setPen(QColor(t.muted))
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, at_right, time)
        painter.drawText(QRect(room.left(), head.bottom() + 3, room.width(), room.height()), _WRAPPED, body)
