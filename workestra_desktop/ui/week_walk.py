"""Where the cursor of the week view goes, and what a drag covers. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import utc
from workestra_desktop.ui.week_axis import MINUTE, Axis, Column


@dataclass(frozen=True, slots=True)
class Walk:
    """Moves on the grid of `step` that holds every bookable start (`starts`, sorted).

    Answers are UTC instants. One that lies in none of the days of `axis` leads out of what is shown.
    """

    axis: Axis
    starts: Sequence[datetime]
    step: timedelta

    def _column(self, moment: datetime) -> Column:
        at = self.axis.column_of(moment)
        assert at is not None, "the cursor is in one of the days shown"
        return self.axis.columns[at]

    def cell(self, moment: datetime) -> Span:
        """The step of the grid that `moment` is in, within its day."""
        column = self._column(moment)
        start = snapped(self.starts, column, self.step, moment)
        after = bisect_right(self.starts, moment)
        ends = [start + self.step, column.span.end, *self.starts[after : after + 1]]
        return Span(start, min(ends))

    def cells(self, one: datetime, other: datetime) -> Span:
        """Every step from that of `one` to that of `other`, as far as they are in the day of `one`."""
        day = self._column(one).span
        first, second = self.cell(one), self.cell(min(max(other, day.start), day.end - MINUTE))
        return Span(min(first.start, second.start), max(first.end, second.end))

    def later(self, moment: datetime) -> datetime:
        return self.cell(moment).end

    def earlier(self, moment: datetime) -> datetime:
        start = self.cell(moment).start
        if start < moment:
            return start
        before = moment - MINUTE
        return self.cell(before).start if self.axis.column_of(before) is not None else moment - self.step

    def across(self, moment: datetime, days: int) -> datetime:
        """The same row, `days` (1 or -1) columns on; off the edge the same wall-clock time of the next day."""
        at = self.axis.column_of(moment)
        assert at is not None, "the cursor is in one of the days shown"
        top = self.axis.columns[at].top_of(moment)
        while 0 <= (at := at + days) < len(self.axis.columns):
            if self.axis.columns[at].pieces:
                return self.axis.columns[at].moment_at(top)
        return utc(moment.astimezone(self.axis.where) + timedelta(days=days))

    def first(self, moment: datetime) -> datetime:
        """The first bookable start of the day of `moment`; the day's first instant if it has none."""
        slots = self._slots(moment)
        return slots[0] if slots else self._column(moment).span.start

    def last(self, moment: datetime) -> datetime:
        """The last bookable start of the day; its last step if it has none."""
        slots = self._slots(moment)
        return slots[-1] if slots else self.cell(self._column(moment).span.end - MINUTE).start

    def _slots(self, moment: datetime) -> Sequence[datetime]:
        day = self._column(moment).span
        return self.starts[bisect_left(self.starts, day.start) : bisect_left(self.starts, day.end)]

    def next_slot(self, moment: datetime) -> datetime | None:
        at = bisect_right(self.starts, moment)
        return self.starts[at] if at < len(self.starts) else None

    def slot_before(self, moment: datetime) -> datetime | None:
        at = bisect_left(self.starts, moment)
        return self.starts[at - 1] if at else None


def snapped(starts: Sequence[datetime], column: Column, step: timedelta, moment: datetime) -> datetime:
    """The last point of the grid up to `moment`. Bookable `starts` (sorted) are points, others lie a `step` apart."""
    first, last = column.span.start, column.span.end
    at = bisect_right(starts, moment)
    if at and starts[at - 1] >= first:
        base = starts[at - 1]
    elif at < len(starts) and starts[at] < last:
        base = starts[at]  # the points before the first slot keep step with it
    else:
        base = first
    return max(first, base + (moment - base) // step * step)
