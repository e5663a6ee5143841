"""Painting the week view: hours, shades, slots, the time that is now, the cursor and what is chosen.

All of it is laid out before: painting looks nothing up and reckons no times.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from workestra_desktop.core.interval import Span
from workestra_desktop.core.week import Stretch
from workestra_desktop.ui.look import Corner, Tokens
from workestra_desktop.ui.tongue import clock_words
from workestra_desktop.ui.week_axis import FULL_DAY, Axis, Mark
from workestra_desktop.ui.week_blocks import hatch, mixed
from workestra_desktop.ui.week_entries import utc_offset
from workestra_desktop.ui.week_layout import Frame

_TICK = 9


@dataclass(frozen=True, slots=True)
class Shade:
    """Rows `top` to `bottom` of a column that cannot be booked, and the kind of the first reason why."""

    column: int
    top: int
    bottom: int
    kind: str


def shades(axis: Axis, stretches: Iterable[Stretch]) -> tuple[Shade, ...]:
    grey = (stretch for stretch in stretches if stretch.reasons)
    return tuple(Shade(*part, stretch.reasons[0].kind) for stretch in grey for part in axis.parts(stretch.span))


def ticks(axis: Axis, slots: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Column and row of every bookable start."""
    found = ((axis.column_of(slot.start), slot.start) for slot in slots)
    return tuple((at, int(axis.columns[at].top_of(start))) for at, start in found if at is not None)


def label_of(mark: Mark) -> str:
    hour, minute = divmod(mark.wall % FULL_DAY, 60)
    return clock_words(hour, minute)


def gutter(axis: Axis, metrics: QFontMetrics) -> int:
    """Pixels the hours need beside the columns; the same for the header over them."""
    texts = [label_of(m) for m in axis.marks] + [utc_offset(m.offset) for m in axis.marks if m.offset is not None]
    return max(map(metrics.horizontalAdvance, texts), default=0) + 20


class Sheet:
    """Paints one picture: a painter, the colours, and the columns it paints on."""

    def __init__(self, painter: QPainter, t: Tokens, axis: Axis, frame: Frame, part: QRect) -> None:
        self._painter, self._t, self._axis, self._frame, self._part = painter, t, axis, frame, part

    def rect(self, column: int, top: float, bottom: float) -> QRectF:
        left, right = self._frame.left(column), self._frame.left(column + 1)
        return QRectF(left, self._frame.y(top), right - left, (bottom - top) * self._frame.minute)

    def _shown(self, rect: QRectF) -> QRectF:
        """The part of `rect` that is to be painted now."""
        return rect.intersected(QRectF(self._part).adjusted(-2, -2, 2, 2))

    def ground(self, shades: Iterable[Shade]) -> None:
        t = self._t
        self._painter.fillRect(self._part, QColor(t.surface))
        grey = mixed(QColor(t.surface), QColor("#000000"), 0.055 if t.name == "light" else 0.34)
        line = mixed(grey, QColor(t.outline), 0.30)
        for shade in shades:
            room = self._shown(self.rect(shade.column, shade.top, shade.bottom))
            if room.isEmpty():
                continue
            self._painter.fillRect(room, grey)
            match shade.kind:
                case "buffer":
                    hatch(self._painter, room, mixed(grey, QColor(t.outline), 0.55), 5, 1.2)
                case "notice":
                    hatch(self._painter, room, line, 10, 1.0)
                case "gap" | "step" | "limit":
                    self._dots(room, mixed(grey, QColor(t.outline), 0.7))
                case _:  # over, taken, or outside the hours: plain grey
                    pass
        for index, column in enumerate(self._axis.columns):
            for top, bottom in column.holes(self._axis.height):
                room = self._shown(self.rect(index, top, bottom))
                self._painter.fillRect(room, mixed(grey, QColor(t.border), 0.5))
                hatch(self._painter, room, mixed(grey, QColor(t.outline), 0.4), 7, 3.0)

    def _dots(self, room: QRectF, colour: QColor) -> None:
        gap = 8
        points = [
            QPointF(x + (gap // 2 if y // gap % 2 else 0), y)
            for y in range(int(room.top()) // gap * gap + gap // 2, int(room.bottom()), gap)
            for x in range(int(room.left()) // gap * gap + gap // 2, int(room.right()) - gap // 2, gap)
            if y > room.top()
        ]
        self._painter.save()
        self._painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        self._painter.drawPoints(points)
        self._painter.restore()

    def lines(self, font: QFont, chips: Iterable[float]) -> None:
        """Hours and days; labels that would lie under a time shown at the rows `chips` are left out."""
        painter, t, frame = self._painter, self._t, self._frame
        right = frame.left(frame.count)
        half = mixed(QColor(t.surface), QColor(t.border), 0.45)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        taken = list(chips)
        for mark in self._axis.marks:
            y = round(frame.y(mark.top))
            if not self._part.top() - 30 <= y <= self._part.bottom() + 30:
                continue
            painter.setPen(QPen(QColor(t.border), 1))
            painter.drawLine(frame.gutter - 5, y, right, y)
            if mark.wall % 60 == 0 and mark.wall < FULL_DAY:
                painter.setPen(QPen(half, 1))
                middle = round(frame.y(mark.top + 30))
                painter.drawLine(frame.gutter, middle, right, middle)
            label = QRectF(0, y - metrics.height() / 2, frame.gutter - 9, metrics.height())
            if any(abs(chip - mark.top) * frame.minute < metrics.height() for chip in taken):
                continue
            aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(t.muted))
            painter.drawText(label, aligned, label_of(mark))
            if mark.offset is not None:
                painter.drawText(label.translated(0, metrics.height() - 1), aligned, utc_offset(mark.offset))
        painter.setPen(QPen(QColor(t.border), 1))
        for index in range(frame.count):
            painter.drawLine(frame.left(index), self._part.top(), frame.left(index), self._part.bottom())

    def slots(self, found: Iterable[tuple[int, int]]) -> None:
        self._painter.setPen(QPen(QColor(self._t.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for column, top in found:
            x, y = self._frame.left(column) + 1, round(self._frame.y(top))
            if self._part.top() - 2 <= y <= self._part.bottom() + 2:
                self._painter.drawLine(QLineF(x, y, x + _TICK, y))

    def now_elsewhere(self, top: float) -> None:
        """The same time of the other days, thin and under what is there."""
        self._painter.setPen(QPen(mixed(QColor(self._t.surface), QColor(self._t.danger), 0.45), 1))
        y = self._frame.y(top)
        self._painter.drawLine(QLineF(self._frame.gutter, y, self._frame.left(self._frame.count), y))

    def now(self, column: int, top: float) -> None:
        """A line through today, with a dot where it begins."""
        painter, y = self._painter, self._frame.y(top)
        left, right = self._frame.left(column), self._frame.left(column + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        red = QColor(self._t.danger)
        painter.setPen(QPen(red, 2))
        painter.drawLine(QLineF(left, y, right, y))
        painter.setBrush(red)
        painter.setPen(QPen(QColor(self._t.surface), 1))
        painter.drawEllipse(QPointF(left, y), 5, 5)
        painter.restore()

    def chosen(self, rect: QRectF, text: str, font: QFont) -> None:
        """The time that was dragged out, with its times."""
        painter, t = self._painter, self._t
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(t.accent)
        veil.setAlphaF(0.16)
        room = rect.adjusted(2, 1, -3, -1)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(t.accent), 1.5))
        painter.drawRoundedRect(room, 4, 4)
        painter.restore()
        self.chip(QPointF(room.left() + 6, room.top() + 4), text, font, QColor(t.accent), QColor(t.on_accent))

    def ring(self, rect: QRectF, *, focused: bool) -> None:
        """The cursor: strong with the keyboard focus, and set off from whatever it is on by a seam."""
        painter, t = self._painter, self._t
        room = rect.adjusted(1.5, 0, -2, -1)
        if room.height() < 8:
            room.adjust(0, -(8 - room.height()) / 2, 0, (8 - room.height()) / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(t.surface), 5 if focused else 3.5))
        painter.drawRoundedRect(room, 4, 4)
        painter.setPen(QPen(QColor(t.text if focused else t.outline), 2.2 if focused else 1.5))
        painter.drawRoundedRect(room, 4, 4)
        painter.restore()

    def ring_block(self, rect: QRectF, row: int, *, focused: bool) -> None:
        """The cursor on a block: a ring around it, and a mark at its edge in the `row` the cursor is in."""
        painter, t = self._painter, self._t
        ink = QColor(t.text if focused else t.outline)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((QColor(t.surface), 4.5), (ink, 2.2 if focused else 1.5)):
            painter.setPen(QPen(colour, width))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), Corner.S, Corner.S)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        tip = QPointF(rect.left() + 5, row + 0.5)
        painter.drawPolygon([tip, QPointF(rect.left() - 1, row - 4.5), QPointF(rect.left() - 1, row + 5.5)])
        painter.restore()

    def time_chip(self, top: float, texts: tuple[str, str], font: QFont, back: str, ink: str) -> None:
        """A time in the gutter, at its row; under it, if that comes twice, its offset from UTC."""
        metrics = QFontMetrics(font)
        width = max(map(metrics.horizontalAdvance, texts)) + 10
        place = QPointF(max(1.0, self._frame.gutter - 4.0 - width), self._frame.y(top) - metrics.height() / 2 - 1)
        self.chip(place, "\n".join(filter(None, texts)), font, QColor(back), QColor(ink))

    def chip(self, place: QPointF, text: str, font: QFont, back: QColor, ink: QColor) -> None:
        painter, metrics = self._painter, QFontMetrics(font)
        lines = text.split("\n")
        width = max(map(metrics.horizontalAdvance, lines)) + 10
        left = max(1.0, min(place.x(), self._frame.left(self._frame.count) - width - 2.0))
        rect = QRectF(left, place.y(), width, metrics.height() * len(lines) + 2)
        path = QPainterPath()
        path.addRoundedRect(rect, 4, 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, back)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
