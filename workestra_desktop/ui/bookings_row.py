"""How a row of the bookings list looks: the time, a bar in the calendar's colour, guest, meeting and state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workestra_desktop.ui.bookings_line import Line, state_colour
from workestra_desktop.ui.bookings_model import BookingsModel
from workestra_desktop.ui.icons import calendar_colour, symbol
from workestra_desktop.ui.look import Tokens
from workestra_desktop.ui.when import clock

_EDGE, _GAP, _BAR, _PAD = 12, 10, 4, 7
"""Pixels beside a row's content, between its parts, the bar's width, and above and below."""

_KEPT = 6
"""Letters of the meeting that stand beside a long state."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Fonts, and sizes in pixels that go with them."""

    font: QFont
    strong: QFont
    line: int
    row: int
    heading: int
    time: int
    icon: int

    @classmethod
    def of(cls, font: QFont) -> Measures:
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        metrics, bold = QFontMetrics(font), QFontMetrics(strong)
        line = max(metrics.height(), bold.height())
        widest = max(bold.boundingRect(_written(hour)).width() for hour in (0, 8, 12, 20, 23)) + bold.averageCharWidth()
        return cls(font, strong, line, 2 * line + 2 * _PAD + 2, line + 14, widest, max(14, metrics.ascent()))


def _written(hour: int) -> str:
    return clock(datetime(2026, 11, 23, hour, 58, tzinfo=UTC), ZoneInfo("UTC"))


class BookingRow(QStyledItemDelegate):
    """Paints rows and headings; `wear` and `measure` before the first."""

    def __init__(self, model: BookingsModel, tokens: Tokens, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.wear(tokens)
        self.measure(font)

    def wear(self, tokens: Tokens) -> None:
        self._t = tokens
        self._icons: dict[str, QIcon] = {}

    def measure(self, font: QFont) -> None:
        self.measures = Measures.of(font)
        self._sizes = {True: QSize(120, self.measures.heading), False: QSize(120, self.measures.row)}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return self._sizes[self._model.is_heading(index.row())]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        booking = self._model.booking(index.row())
        rect: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        state: QStyle.StateFlag = option.state
        painter.save()
        if booking is None:
            self.paint_heading(painter, rect, self._model.day_above(index.row())[1], direction)
        else:
            self._ground(painter, rect, state)
            self._content(painter, rect, self._model.line(booking), direction)
        painter.restore()

    def paint_heading(self, painter: QPainter, rect: QRect, text: str, direction: Qt.LayoutDirection) -> None:
        painter.setFont(self.measures.strong)
        painter.setPen(QColor(self._t.muted))
        room = rect.adjusted(_EDGE, 6, -_EDGE, 0)
        self._text(painter, room, room, text, direction, QFontMetrics(self.measures.strong))

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (selected or focused or hovered):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._t.selected if selected else self._t.hover))
        painter.setPen(QPen(QColor(self._t.accent), 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -1), 6, 6)

    def _content(self, painter: QPainter, rect: QRect, line: Line, direction: Qt.LayoutDirection) -> None:
        t, m = self._t, self.measures
        room = rect.adjusted(_EDGE, _PAD, -_EDGE, -_PAD)
        time = QRect(room.left(), room.top(), m.time, m.line)
        below = m.line + 2
        plain, strong = QFontMetrics(m.font), QFontMetrics(m.strong)
        painter.setFont(m.strong)
        painter.setPen(QColor(t.muted if line.over else t.text))
        self._text(painter, rect, time, line.start, direction, strong)
        left = time.right() + 1 + _GAP + _BAR + _GAP
        text = QRect(left, room.top(), room.right() + 1 - left, m.line)
        self._text(painter, rect, text, line.guest, direction, strong)
        painter.setFont(m.font)
        painter.setPen(QColor(t.muted))
        self._text(painter, rect, time.translated(0, below), line.end, direction, plain)
        meeting = text.translated(0, below)
        meeting.setRight(meeting.right() - self._state(painter, rect, meeting, line, direction) - _GAP)
        painter.setPen(QColor(t.muted))
        self._text(painter, rect, meeting, line.meeting, direction, plain)
        bar = QRect(time.right() + 1 + _GAP, room.top() + 1, _BAR, room.height() - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(calendar_colour(line.colour))
        painter.drawRoundedRect(QRectF(QStyle.visualRect(direction, rect, bar)), _BAR / 2, _BAR / 2)

    def _state(self, painter: QPainter, rect: QRect, room: QRect, line: Line, direction: Qt.LayoutDirection) -> int:
        """Icon and words at the end of `room`; the meeting gives way to them but for its first letters. Returns the
        width taken."""
        m, metrics = self.measures, QFontMetrics(self.measures.font)
        kept = min(metrics.horizontalAdvance(line.meeting), _KEPT * metrics.averageCharWidth())
        left = max(room.width() * 2 // 3, room.width() - kept - _GAP)
        width = min(metrics.horizontalAdvance(line.state) + 2, left - m.icon - 6)
        words = QRect(room.right() + 1 - width, room.top(), width, room.height())
        icon = QRect(words.left() - m.icon - 6, room.top() + (m.line - m.icon) // 2, m.icon, m.icon)
        colour = state_colour(line.state_icon, self._t)
        if line.state_icon not in self._icons:
            self._icons[line.state_icon] = symbol(line.state_icon, colour)
        self._icons[line.state_icon].paint(painter, QStyle.visualRect(direction, rect, icon))
        painter.setPen(QColor(self._t.muted if line.state_icon == "in-icloud" else colour))
        self._text(painter, rect, words, line.state, direction, metrics)
        return width + m.icon + 6

    def _text(
        self, painter: QPainter, rect: QRect, room: QRect, text: str, direction: Qt.LayoutDirection, by: QFontMetrics
    ) -> None:
        """`text` at the beginning of `room`, which is mirrored within `rect` where people read from the right."""
        shown = by.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        flags = int(side.value) | int(Qt.AlignmentFlag.AlignAbsolute.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QStyle.visualRect(direction, rect, room), flags, shown)
