"""Where things stand in the week view: lanes of events that overlap, rows of whole days, columns of days. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from workestra_desktop.core.interval import Span
from workestra_desktop.ui.week_axis import MINUTE, Axis, Column
from workestra_desktop.ui.week_entries import Entry

SHORTEST = 18
"""Minutes of height that even a moment gets, so that it can be seen, read and hit."""


@dataclass(frozen=True, slots=True)
class Box:
    """The part of an entry that is in one day: rows `top` to `bottom`, and `reach` of `lanes` from `lane` on."""

    entry: Entry
    column: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1
    reach: int = 1
    begins: bool = True
    ends: bool = True
    """Whether the entry begins and ends in this day."""


def boxes(axis: Axis, entries: Iterable[Entry]) -> tuple[Box, ...]:
    """The timed `entries`, side by side where they would cover each other, in as few lanes as that takes."""
    by_column: list[list[Box]] = [[] for _ in axis.columns]
    for entry in entries:
        for index, first, last in axis.parts(entry.span):
            column = axis.columns[index]
            top, bottom = _tall_enough(column, first, last)
            begins, ends = column.span.start <= entry.span.start, entry.span.end <= column.span.end
            by_column[index].append(Box(entry, index, top, bottom, begins=begins, ends=ends))
    return tuple(box for column_boxes in by_column for box in _in_lanes(column_boxes))


def _tall_enough(column: Column, top: int, bottom: int) -> tuple[int, int]:
    last = column.pieces[-1].top + column.pieces[-1].length
    bottom = min(max(bottom, top + SHORTEST), last)
    return max(column.pieces[0].top, min(top, bottom - SHORTEST)), bottom


def _in_lanes(found: list[Box]) -> Iterable[Box]:
    found.sort(key=lambda b: (b.top, -b.bottom, b.entry.title))
    cluster: list[Box] = []
    bottom = 0
    for box in found:
        if cluster and box.top >= bottom:
            yield from _spread(cluster)
            cluster = []
        cluster.append(box)
        bottom = max(bottom, box.bottom) if len(cluster) > 1 else box.bottom
    yield from _spread(cluster)


def _spread(cluster: list[Box]) -> Iterable[Box]:
    """Greedy by start needs no more lanes than boxes overlap at once; each then widens over lanes free beside it."""
    bottoms: list[int] = []
    laid: list[Box] = []
    for box in cluster:
        lane = next((i for i, bottom in enumerate(bottoms) if bottom <= box.top), len(bottoms))
        if lane == len(bottoms):
            bottoms.append(0)
        bottoms[lane] = box.bottom
        laid.append(replace(box, lane=lane))
    lanes = len(bottoms)
    for box in laid:
        beside = (b.lane for b in laid if b.lane > box.lane and b.top < box.bottom and box.top < b.bottom)
        yield replace(box, lanes=lanes, reach=min(beside, default=lanes) - box.lane)


@dataclass(frozen=True, slots=True)
class Bar:
    """A whole-day entry in columns `first` to `last`; `begins` and `ends` say whether it does so there."""

    entry: Entry
    first: int
    last: int
    row: int
    begins: bool
    ends: bool


def bars(axis: Axis, entries: Iterable[Entry]) -> tuple[Bar, ...]:
    """The whole-day `entries` in rows; the longest and earliest on top."""
    wide = []
    for entry in entries:
        days = [i for i, column in enumerate(axis.columns) if _is_on(entry.span, column)]
        if days:
            wide.append((days[0], days[-1], entry))
    rows: list[int] = []
    found = []
    for first, last, entry in sorted(wide, key=lambda w: (w[0], -w[1], w[2].title)):
        row = next((i for i, end in enumerate(rows) if end < first), len(rows))
        if row == len(rows):
            rows.append(0)
        rows[row] = last
        begins = entry.span.start >= axis.columns[first].span.start - _HALF_DAY
        ends = entry.span.end <= axis.columns[last].span.end + _HALF_DAY
        found.append(Bar(entry, first, last, row, begins, ends))
    return tuple(found)


_HALF_DAY = timedelta(hours=12)


def _is_on(span: Span, column: Column) -> bool:
    """Whether a whole day is to be shown on this one: on journeys it is the day of another zone, and lies askew."""
    if span.start >= span.end:
        return column.span.start <= span.start < column.span.end
    shared = min(span.end, column.span.end) - max(span.start, column.span.start)
    return shared > min(_HALF_DAY, (span.end - span.start) / 2 - MINUTE)


ABOVE = 10
"""Pixels over the first minute and under the last, so that their labels are whole."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns in pixels: `count` of them share what `width` leaves beside the `gutter` of the hours. `minute` is
    how many pixels one is high."""

    gutter: int
    width: int
    count: int
    minute: float = 1.0

    def y(self, row: float) -> float:
        """The pixel that the minute `row` of the axis begins at."""
        return ABOVE + row * self.minute

    def row(self, y: float) -> float:
        """The minute of the axis at the pixel `y`."""
        return (y - ABOVE) / self.minute

    def left(self, index: int) -> int:
        """The left edge of column `index`; of the one after the last, the right edge of all."""
        return self.gutter + index * max(0, self.width - self.gutter) // max(1, self.count)

    def column_at(self, x: float) -> int | None:
        """The column at `x`, the last one beyond them; None in the gutter."""
        if x < self.gutter or not self.count:
            return None
        return next((i for i in range(self.count) if x < self.left(i + 1)), self.count - 1)
