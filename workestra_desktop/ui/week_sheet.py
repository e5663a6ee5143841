"""The days of the week view as a picture: laid out when it is shown, painted from what was laid out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import utc
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.week_axis import MINUTE, axis
from workestra_desktop.ui.week_blocks import Fonts, paint_block, placed
from workestra_desktop.ui.week_entries import Entry, entries, repeated, time_words
from workestra_desktop.ui.week_layout import ABOVE, Frame, boxes
from workestra_desktop.ui.week_paint import Sheet, gutter, shades, ticks
from workestra_desktop.ui.week_walk import Walk
from workestra_desktop.ui.when import clock

USUAL_STEP = 15
"""Minutes between the points of the grid where the link names none."""
_LINE_MINUTES = 16
"""Minutes that a line of text fits into: what is shown of the shortest event is not much more."""


class WeekSheet(QWidget):
    """Days side by side, one pixel a minute and more for larger text, with the cursor and the chosen time. It takes no
    input."""

    widened = Signal(int)
    """The columns lie in this width now: the header follows."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._cursor: datetime | None = None
        self._chosen: Span | None = None
        self._now: datetime | None = None
        self._lay_out(None, (), (), ZoneInfo("UTC"))

    def show_week(
        self, week: Week | None, days: Sequence[date], calendars: Sequence[Calendar], where: ZoneInfo, now: datetime
    ) -> None:
        """Show `days` of the zone `where`; with no `week` nothing is known of them yet.

        The cursor and what is chosen stay where they are, if that is still in sight.
        """
        self._now = utc(now)
        self._lay_out(week, days, calendars, where)
        if self._cursor is not None and self._axis.column_of(self._cursor) is None:
            self._cursor = None
        if self._chosen is not None and self._axis.column_of(self._chosen.start) is None:
            self._chosen = None
        self.updateGeometry()

    def _lay_out(self, week: Week | None, days: Sequence[date], calendars: Sequence[Calendar], where: ZoneInfo) -> None:
        self._axis = axis(days, where)
        self._stretches: tuple[Stretch, ...] = week.stretches if week else ()
        slots = week.slots if week else ()
        step = (week.link.step if week else None) or USUAL_STEP
        self._walk = Walk(self._axis, sorted({slot.start for slot in slots}), step * MINUTE)
        self._boxes = boxes(self._axis, (e for e in entries(week, calendars) if not e.whole_day))
        self._shades, self._ticks = shades(self._axis, self._stretches), ticks(self._axis, slots)
        self._place()

    def _place(self) -> None:
        """Turn rows and lanes into pixels of the present width and font."""
        self._fonts = Fonts.of(self.font())
        hours = gutter(self._axis, QFontMetrics(self._fonts.plain))
        minute = max(1.0, QFontMetrics(self._fonts.strong).height() / _LINE_MINUTES)
        self._frame = Frame(hours, self.width(), len(self._axis.columns), minute)
        where = self._axis.where
        self._placed = [placed(box, self._frame, where, self._fonts) for box in self._boxes]
        self.update()

    def show_now(self, now: datetime) -> None:
        self._now = utc(now)
        self.update()

    @property
    def chosen(self) -> Span | None:
        """The time being dragged out or chosen, until it is cleared."""
        return self._chosen

    def stretch_at(self, moment: datetime) -> Stretch | None:
        at = bisect_right(self._stretches, moment, key=lambda s: s.span.start) - 1
        return self._stretches[at] if at >= 0 and moment < self._stretches[at].span.end else None

    def ring_at(self, moment: datetime) -> Span:
        """What the cursor's ring is drawn around: the step that `moment` is in, as far as the same answer holds."""
        cell, stretch = self._walk.cell(moment), self.stretch_at(moment)
        if stretch is None:
            return cell
        return Span(max(cell.start, stretch.span.start), min(cell.end, stretch.span.end))

    # ------------------------------------------------------------------------------------------- instants and pixels

    def y_of(self, moment: datetime) -> int:
        """The pixel row of `moment`; of one that is not shown, the row of its wall-clock time on the first day."""
        at = self._axis.column_of(moment)
        if at is not None:
            return int(self._frame.y(self._axis.columns[at].top_of(moment)))
        local = moment.astimezone(self._axis.where)
        return int(self._frame.y(local.hour * 60 + local.minute))

    def point_of(self, moment: datetime) -> QPoint | None:
        """A pixel that stands for the minute of `moment`; None if it is in none of the days."""
        at = self._axis.column_of(moment)
        if at is None:
            return None
        return QPoint((self._frame.left(at) + self._frame.left(at + 1)) // 2, self.y_of(moment))

    def moment_at(self, point: QPointF) -> datetime | None:
        """The minute at `point`; None beside the days."""
        at = self._frame.column_at(point.x())
        if at is None or not self._axis.columns[at].pieces:
            return None
        return self._axis.columns[at].moment_at(self._frame.row(point.y()))

    def rect_of(self, span: Span) -> QRect:
        """The pixels of `span` in the first day it touches; empty if it touches none."""
        for index, top, bottom in self._axis.parts(span)[:1]:
            left, right = self._frame.left(index), self._frame.left(index + 1)
            upper, lower = int(self._frame.y(top)), int(self._frame.y(bottom))
            return QRect(left, upper, right - left, lower - upper)
        return QRect()

    def skipped_at(self, point: QPointF) -> bool:
        """Whether `point` is on time that its day does not have, as the clocks change on it or on one beside it."""
        at, top = self._frame.column_at(point.x()), self._frame.row(point.y())
        holes = [] if at is None else self._axis.columns[at].holes(self._axis.height)
        return any(start <= top < end for start, end in holes)

    def entry_at(self, point: QPointF) -> Entry | None:
        return next((p.entry for p in reversed(self._placed) if p.rect.contains(point)), None)

    @property
    def _height(self) -> int:
        return int(self._frame.y(self._axis.height)) + ABOVE

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._frame.gutter + 120 * self._frame.count, self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._frame.gutter + 32 * self._frame.count, self._height)

    # ---------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:  # ends also when something is raised: Qt would crash otherwise
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, part: QRect) -> None:
        t, fonts = tokens(self.palette()), self._fonts
        sheet = Sheet(painter, t, self._axis, self._frame, part)
        now, cursor = self._place_of(self._now), self._place_of(self._cursor)
        sheet.ground(self._shades)
        sheet.lines(fonts.plain, [place[1] for place in (now, cursor) if place])
        if now:
            sheet.now_elsewhere(now[1])
        visible = QRectF(part).adjusted(-2, -2, 2, 2)
        for block in self._placed:
            if block.rect.intersects(visible):
                paint_block(painter, block, t, fonts)
        sheet.slots(self._ticks)
        if now and self._now:
            sheet.now(*now)
            sheet.time_chip(now[1], self._chip(self._now), fonts.strong, t.danger, t.surface)
        if self._chosen:
            rect = QRectF(self.rect_of(self._chosen))
            sheet.chosen(rect, time_words(self._chosen, self._axis.where), fonts.strong)
        if cursor and self._cursor:
            if not self._chosen:
                self._paint_ring(sheet, self._cursor)
            sheet.time_chip(cursor[1], self._chip(self._cursor), fonts.strong, t.text, t.surface)

    def _paint_ring(self, sheet: Sheet, cursor: datetime) -> None:
        """Around the step the cursor is in; on a block around all of it, as a line through it would hide its texts."""
        place = self.point_of(cursor)
        block = next((p for p in reversed(self._placed) if place and p.rect.contains(QPointF(place))), None)
        if block is None:
            sheet.ring(QRectF(self.rect_of(self.ring_at(cursor))), focused=self.hasFocus())
        else:
            sheet.ring_block(block.rect, self.y_of(cursor), focused=self.hasFocus())

    def _chip(self, moment: datetime) -> tuple[str, str]:
        return clock(moment, self._axis.where), repeated(moment, self._axis.where)

    def _place_of(self, moment: datetime | None) -> tuple[int, float] | None:
        """Column and row of `moment`."""
        at = self._axis.column_of(moment) if moment else None
        return None if at is None or moment is None else (at, self._axis.columns[at].top_of(moment))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place()
        self.widened.emit(self.width())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._place()
            self.updateGeometry()
