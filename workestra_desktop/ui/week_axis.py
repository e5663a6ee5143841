"""Time on the vertical axis of the week view: exact also on the days when the clocks change. Pure.

The axis counts minutes. As long as no clock goes back it is the wall clock, so that 09:00 lies in one row on every
day. Where the clocks go back, every column gets room for the repeated time, and only that day fills it: each
instant has a row of its own, and equal hours still lie in one row. What the clocks skip is a hole in its column.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import day_start

MINUTE = timedelta(minutes=1)
FULL_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes of a day that follow each other both in time (`elapsed` since its start) and on the axis (`top`)."""

    elapsed: int
    length: int
    top: int


@dataclass(frozen=True, slots=True)
class Column:
    """One day: its instants, and where on the axis they lie. A day that was left out altogether has no pieces."""

    day: date
    span: Span
    pieces: tuple[Piece, ...]

    def top_of(self, moment: datetime) -> float:
        """Where `moment` lies on the axis; instants of other days at the near end of this one."""
        inside = min(max(moment, self.span.start), self.span.end)
        elapsed = (inside - self.span.start) / MINUTE
        at = bisect_right(self.pieces, elapsed, key=lambda p: p.elapsed) - 1
        if at < 0:
            return 0
        piece = self.pieces[at]
        return piece.top + elapsed - piece.elapsed

    def moment_at(self, top: float) -> datetime:
        """The minute (its first instant) at `top`; in a hole the first after it, beyond the day its last."""
        for piece in self.pieces:
            if top < piece.top + piece.length:
                return self.span.start + (piece.elapsed + int(max(0, top - piece.top))) * MINUTE
        return max(self.span.start, self.span.end - MINUTE)

    def extent(self, span: Span) -> tuple[int, int] | None:
        """Where the part of `span` that is in this day lies; an empty span has its instant. None if none is."""
        start, end = max(span.start, self.span.start), min(span.end, self.span.end)
        if start > end or not self.span.start <= start < self.span.end or (start == end and span.start < span.end):
            return None
        # The end is where its last minute ends: after a change of the clocks the next one may lie elsewhere.
        bottom = self.top_of(max(start, end - MINUTE)) + 1 if end > start else self.top_of(start)
        return int(self.top_of(start)), int(bottom)

    def holes(self, height: int) -> list[tuple[int, int]]:
        """The rows of an axis of `height` that this day does not have."""
        edges = [0, *(edge for p in self.pieces for edge in (p.top, p.top + p.length)), height]
        return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across all days: the wall clock there, in minutes from midnight; its `offset` from UTC if it is twice."""

    top: int
    wall: int
    offset: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Axis:
    """Days side by side, earlier ones first. `height` is in minutes."""

    where: ZoneInfo
    columns: tuple[Column, ...]
    height: int
    marks: tuple[Mark, ...]

    def column_of(self, moment: datetime) -> int | None:
        return next((i for i, c in enumerate(self.columns) if c.span.start <= moment < c.span.end), None)

    def parts(self, span: Span) -> list[tuple[int, int, int]]:
        """Column, first and last row (that one excluded) of each part that a day has of `span`."""
        found = []
        first = bisect_right(self.columns, span.start, key=lambda c: c.span.start) - 1
        for index in range(max(0, first), len(self.columns)):
            if self.columns[index].span.start > span.end:
                break
            if extent := self.columns[index].extent(span):
                found.append((index, *extent))
        return found


@dataclass(frozen=True, slots=True)
class _Run:
    """Minutes of a day between two changes of the clocks; `wall` counts from the midnight the day is named after."""

    elapsed: int
    length: int
    wall: int
    offset: timedelta

    @property
    def end(self) -> int:
        return self.wall + self.length


@dataclass(frozen=True, slots=True)
class _Repeat:
    """At `wall` the clocks go back by `length` minutes."""

    wall: int
    length: int
    before: timedelta
    after: timedelta


def axis(days: Sequence[date], where: ZoneInfo) -> Axis:
    spans = [Span(day_start(day, where), day_start(day + timedelta(days=1), where)) for day in days]
    runs = [_runs(day, span, where) for day, span in zip(days, spans, strict=True)]
    repeats: dict[int, _Repeat] = {}
    for of_day in runs:
        for one, next_one in pairwise(of_day):
            back = _Repeat(one.end, one.end - next_one.wall, one.offset, next_one.offset)
            if back.length > 0 and (one.end not in repeats or repeats[one.end].length < back.length):
                repeats[one.end] = back
    columns = tuple(
        Column(day, span, _pieces(of_day, repeats)) for day, span, of_day in zip(days, spans, runs, strict=True)
    )
    ends = [piece.top + piece.length for column in columns for piece in column.pieces]
    return Axis(where, columns, max([FULL_DAY, *ends]), _marks(list(repeats.values())))


def _offset(moment: datetime, where: ZoneInfo) -> timedelta:
    return moment.astimezone(where).utcoffset() or timedelta()


def _runs(day: date, span: Span, where: ZoneInfo) -> list[_Run]:
    minutes = int((span.end - span.start) / MINUTE)
    hours = [*range(0, minutes, 60), minutes]
    starts = [0] if minutes else []
    for low, high in pairwise(hours):
        if _offset(span.start + low * MINUTE, where) != _offset(span.start + high * MINUTE, where):
            start, end = low, high  # the offset changes after `start` and no later than at `end`
            while end - start > 1:
                middle = (start + end) // 2
                same = _offset(span.start + middle * MINUTE, where) == _offset(span.start + low * MINUTE, where)
                start, end = (middle, end) if same else (start, middle)
            if end < minutes:
                starts.append(end)
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    runs = []
    for start, end in pairwise([*starts, minutes]):
        moment = span.start + start * MINUTE
        offset = _offset(moment, where)
        runs.append(_Run(start, end - start, int((moment + offset - midnight) / MINUTE), offset))
    return runs


def _pieces(runs: list[_Run], repeats: dict[int, _Repeat]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    passed: set[int] = set()
    free = 0
    for index, run in enumerate(runs):
        if index and run.wall < runs[index - 1].end:
            passed.add(runs[index - 1].end)
        cuts = sorted({run.wall, run.end, *(w for w in repeats if run.wall < w < run.end and w not in passed)})
        for start, end in pairwise(cuts):
            room = sum(r.length for r in repeats.values() if r.wall <= start or r.wall in passed)
            top = max(free, start + room)
            pieces.append(Piece(run.elapsed + start - run.wall, end - start, top))
            free = top + end - start
    return tuple(pieces)


def _marks(repeats: list[_Repeat]) -> tuple[Mark, ...]:
    marks = set()
    walls = {*range(0, FULL_DAY + 1, 60), *(r.wall - r.length for r in repeats)}
    for wall in walls:
        twice = next((r for r in repeats if r.wall - r.length <= wall < r.wall), None)
        room = sum(r.length for r in repeats if r.wall <= wall)
        marks.add(Mark(wall + room, wall, twice.before if twice else None))
    for repeat in repeats:
        first = repeat.wall - repeat.length
        top = repeat.wall + sum(r.length for r in repeats if r.wall < repeat.wall)
        for wall in (first, *range(first - first % 60 + 60, repeat.wall, 60)):
            marks.add(Mark(top + wall - first, wall, repeat.after))
    return tuple(sorted((m for m in marks if m.top >= 0), key=lambda m: (m.top, m.wall)))
