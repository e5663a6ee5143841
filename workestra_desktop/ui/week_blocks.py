"""Blocks of the week view: an event or a booking with its texts broken to its width, and how it is painted."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from workestra_desktop.ui.icons import calendar_colour
from workestra_desktop.ui.look import Corner, Tokens, Type
from workestra_desktop.ui.week_entries import Entry, Kind, exact_clock, time_words
from workestra_desktop.ui.week_layout import Box, Frame

EDGE = 4
"""Width in pixels of the stripe in the calendar's colour; twice that where it is hatched."""
_ROUND = float(Corner.S)
_FEW_LETTERS = 8
"""In a block this narrow an ellipsis would take most of the room: what does not fit is left out instead."""
_SPLINTER = 6
"""Letters a line needs for a word to be broken over several."""


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    base: QPointF
    """Where its base line begins."""
    strong: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in pixels. Without `begins` or `ends` it comes from, or goes on in, another day."""

    entry: Entry
    rect: QRectF
    colour: QColor
    lines: tuple[Line, ...]
    begins: bool = True
    ends: bool = True
    sideways: bool = False
    """Whether it goes on to the side, as whole days do, and not down."""


@dataclass(frozen=True, slots=True)
class Fonts:
    plain: QFont
    strong: QFont
    struck: QFont

    @classmethod
    def of(cls, base: QFont) -> Fonts:
        """Those of a block in a widget with the font `base`."""
        plain = QFont(base)
        plain.setPointSizeF(max(7.0, base.pointSizeF() * Type.SMALL))
        strong, struck = QFont(plain), QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        struck.setStrikeOut(True)
        return cls(plain, strong, struck)

    def title(self, entry: Entry) -> QFont:
        return self.struck if entry.struck else self.plain if entry.kind is Kind.FREE else self.strong


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` (0 to 1) of `other` in it."""
    parts = ((a * (1 - share) + b * share) for a, b in zip(one.getRgbF()[:3], other.getRgbF()[:3], strict=True))  # type: ignore[index]
    return QColor.fromRgbF(*parts)


def placed(box: Box, frame: Frame, where: ZoneInfo, fonts: Fonts) -> Placed:
    """`box` in `frame`."""
    left, right = frame.left(box.column) + 2, frame.left(box.column + 1) - 4
    lane = max(0, right - left) / box.lanes
    width = max(3.0, lane * box.reach - 2)
    height = max(3.0, (box.bottom - box.top) * frame.minute - 2)
    rect = QRectF(left + lane * box.lane, frame.y(box.top) + 0.5, width, height)
    span = box.entry.span
    short = exact_clock(span.start, where) if box.begins else f"– {exact_clock(span.end, where)}" if box.ends else ""
    lines = _broken(box.entry, rect, short, time_words(span, where), fonts)
    return Placed(box.entry, rect, calendar_colour(box.entry.colour), lines, box.begins, box.ends)


def room_of(entry: Entry, rect: QRectF) -> QRectF:
    """Where the texts of a block go."""
    edge = 0 if entry.kind is Kind.BOOKING else EDGE * 2 if entry.doubtful else EDGE
    return rect.adjusted(edge + 4, 1, -2, -1)


def _broken(entry: Entry, rect: QRectF, short: str, time: str, fonts: Fonts) -> tuple[Line, ...]:
    """The title over as many lines as fit, then the time; on one line both, if there is room for only one."""
    room, font = room_of(entry, rect), fonts.title(entry)
    metrics, small = QFontMetricsF(font), QFontMetricsF(fonts.plain)
    height = metrics.height()
    if room.width() < metrics.averageCharWidth() * 2:
        return ()
    fits = int((room.height() + 1) // height)
    if fits < 2:
        base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
        title = _fitted(entry.title, metrics, room.width())
        found = [Line(title, QPointF(room.left(), base), strong=True)]
        after = metrics.horizontalAdvance(title + "  ")
        if title == entry.title and after + small.horizontalAdvance(short) <= room.width():
            found.append(Line(short, QPointF(room.left() + after, base), strong=False))
        return tuple(found)
    texts = [(text, True) for text in _wrapped(entry.title, font, room.width(), fits - 1)]
    texts += [(text, False) for text in (time, short) if small.horizontalAdvance(text) <= room.width()][:1]
    top = room.top() + max(-1.0, min(2.0, (room.height() - len(texts) * height) / 2))
    return tuple(
        Line(text, QPointF(room.left(), top + metrics.ascent() + n * height), strong=strong)
        for n, (text, strong) in enumerate(texts)
    )


def _wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    # A long word goes on in the next line, unless only splinters of it would fit.
    roomy = width >= QFontMetricsF(font).averageCharWidth() * _SPLINTER
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if roomy else QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    metrics, found = QFontMetricsF(font), list[str]()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == most - 1:  # the last line takes the rest, and ends in an ellipsis if that is too long
            rest = _from_utf16(text, start)
            found.append(_fitted(rest, metrics, width))
            break
        found.append(_fitted(_from_utf16(text, start, line.textLength()).rstrip(), metrics, width))
    layout.endLayout()
    return found


def _fitted(text: str, metrics: QFontMetricsF, width: float) -> str:
    """`text`, or as much of it as `width` pixels hold: never half a letter."""
    if width >= metrics.averageCharWidth() * _FEW_LETTERS:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    if metrics.horizontalAdvance(text) <= width:
        return text
    finder, held = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text), ""
    while (at := finder.toNextBoundary()) > 0:
        longer = _from_utf16(text, 0, at)
        if metrics.horizontalAdvance(longer) > width:
            break
        held = longer
    return held.rstrip()


def _from_utf16(text: str, start: int, length: int | None = None) -> str:
    """A part of `text` by positions as Qt counts them, which is two for what lies beyond U+FFFF."""
    units = text.encode("utf-16-le", "surrogatepass")
    end = None if length is None else (start + length) * 2
    return units[start * 2 : end].decode("utf-16-le", "replace")


def paint_block(painter: QPainter, block: Placed, t: Tokens, fonts: Fonts) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = _outline(block)
    colour = seen(block.colour, t)
    fill, line, ink = dress(block.entry.kind, colour, t)
    painter.fillPath(outline, fill)
    if block.entry.kind is not Kind.BOOKING:
        _paint_edge(painter, block, outline, fill, mixed(colour, QColor(t.outline), 0.15))
    painter.setPen(line)
    painter.drawPath(outline)
    painter.setClipRect(room_of(block.entry, block.rect).adjusted(0, -1, 2, 1))
    painter.setPen(ink)
    for text in block.lines:
        painter.setFont(fonts.title(block.entry) if text.strong else fonts.plain)
        painter.drawText(text.base, text.text)
    painter.restore()


def seen(colour: QColor, t: Tokens) -> QColor:
    """`colour`, or something greyer if it could not be told from the ground."""
    dark, light = sorted((_luminance(colour), _luminance(QColor(t.surface))))
    near = (light + 0.05) / (dark + 0.05) < 1.6  # contrast ratio, WCAG 2.2
    return mixed(colour, QColor(t.outline), 0.6) if near else colour


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1, near enough."""
    red, green, blue = (math.pow(part, 2.2) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def dress(kind: Kind, colour: QColor, t: Tokens) -> tuple[QColor, QPen, QColor]:
    """What fills a block of a calendar in `colour`, its border, and the colour of its texts, legible on the fill."""
    match kind:
        case Kind.BOOKING:
            return QColor(t.accent), QPen(QColor(t.accent_hover), 1), QColor(t.on_accent)
        case Kind.BUSY:
            fill = mixed(QColor(t.surface), colour, 0.26 if t.name == "dark" else 0.20)
            return fill, QPen(mixed(fill, QColor(t.outline), 0.45), 1), QColor(t.text)
        case Kind.FREE:
            dashed = QPen(mixed(colour, QColor(t.outline), 0.5), 1, Qt.PenStyle.DashLine)
            veil = QColor(t.surface)  # lets through whether the time under it can be booked
            veil.setAlphaF(0.6)
            return veil, dashed, QColor(t.text)


def _outline(block: Placed) -> QPainterPath:
    """Rounded where the entry begins and ends, straight where it goes on in another day."""
    path, rect = QPainterPath(), block.rect
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, _ROUND, _ROUND)
    side, down = (rect.width() / 2, 0.0) if block.sideways else (0.0, rect.height() / 2)
    if not block.begins:
        path.addRect(rect.adjusted(0, 0, -side, -down))
    if not block.ends:
        path.addRect(rect.adjusted(side, down, 0, 0))
    return path.simplified()


def _paint_edge(painter: QPainter, block: Placed, outline: QPainterPath, fill: QColor, colour: QColor) -> None:
    """The stripe in the calendar's colour; hatched for what is tentative or unanswered."""
    edge = QRectF(block.rect)
    edge.setWidth(min(edge.width(), EDGE * 2 if block.entry.doubtful else EDGE))
    if block.entry.kind is Kind.FREE and not block.entry.doubtful:
        return
    stripe = QPainterPath()
    stripe.addRect(edge)
    painter.save()
    painter.setClipPath(outline.intersected(stripe))
    if block.entry.doubtful:
        painter.fillRect(edge, fill)
        hatch(painter, edge, colour, 5, 2.0)
    else:
        painter.fillRect(edge, colour)
    painter.restore()


def hatch(painter: QPainter, rect: QRectF, colour: QColor, gap: int, width: float) -> None:
    """Diagonal lines `gap` pixels apart over `rect`, in step with those of its neighbours."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, width))
    first = int((rect.left() + rect.top()) // gap)
    last = int((rect.right() + rect.bottom()) // gap) + 1
    painter.drawLines(list(_diagonals(rect, gap, first, last)))
    painter.restore()


def _diagonals(rect: QRectF, gap: int, first: int, last: int) -> Iterable[QLineF]:
    for n in range(first, last + 1):
        total = n * gap
        yield QLineF(total - rect.top() + 1, rect.top() - 1, total - rect.bottom() - 1, rect.bottom() + 1)
