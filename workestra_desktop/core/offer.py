"""Free times that a host sends to a guest, and the numbered lines they are told in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from workestra_desktop.core.interval import Span
from workestra_desktop.core.plain import plain
from workestra_desktop.core.times import day_start, zone

ONE_BY_ONE = 12
"""So many times are told one by one; of more, those that follow each other are told as one line with its starts."""
MOST_LINES = 60
_ROW = 3
"""Fewer than so many starts are no row: two times read better than a range."""
_TAILS = (" with …", " mit …", " – …", " - …", ": …", " …")


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered: `slots` (UTC) of the link `slug`, in order. `title` is the link's without the guest;
    `timezone` is the host's zone, `guest_zone` the guest's (IANA), or ''."""

    slug: str
    title: str
    slots: tuple[Span, ...]
    timezone: str
    guest_zone: str


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered line: the slots from `first` to `last`, which begin every `step`; None for a single slot."""

    number: int
    first: Span
    last: Span
    step: timedelta | None = None

    @property
    def span(self) -> Span:
        return Span(self.first.start, self.last.end)

    @property
    def slots(self) -> tuple[Span, ...]:
        if self.step is None:
            return (self.first,)
        count = (self.last.start - self.first.start) // self.step + 1
        moves = (n * self.step for n in range(count))
        return tuple(Span(self.first.start + move, self.first.end + move) for move in moves)


@dataclass(frozen=True, slots=True)
class Lines:
    """`left`: how many slots come after the last line and are not told."""

    shown: tuple[Line, ...]
    left: int = 0


def offered_title(title: str, slug: str) -> str:
    """A link's title as a guest reads it: `Meeting with {guest}` is `Meeting`."""
    bare = " ".join(title.replace("{guest}", "…").split())
    for tail in _TAILS:
        bare = bare.removesuffix(tail)
    return plain(bare, 80) or plain(slug, 80)


def coming_days(now: datetime, days: int, where: ZoneInfo, first: date | None = None) -> Span:
    """So many whole days in `where`, from `first` on, but never before `now`. The first one is today if none is given,
    or one that is over."""
    today = now.astimezone(where).date()
    first = max(first or today, today)
    return Span(max(now, day_start(first, where)), day_start(first + timedelta(days=days), where))


def zones(offer: Offer) -> tuple[ZoneInfo, ...]:
    """The host's, and the guest's where it is another. Raises `Failure` (`bad_input`) for one there is not."""
    host = zone(offer.timezone)
    return (host,) if offer.guest_zone in ("", offer.timezone) else (host, zone(offer.guest_zone))


def lines(offer: Offer) -> Lines:
    """The slots in lines, numbered from 1. A line never crosses a midnight or a change of clocks between its starts, in
    any of the zones, so what its ends say holds for all of it."""
    rows = _rows(offer.slots, zones(offer)) if len(offer.slots) > ONE_BY_ONE else [(slot,) for slot in offer.slots]
    shown = tuple(
        Line(number, row[0], row[-1], row[1].start - row[0].start if len(row) > 1 else None)
        for number, row in enumerate(rows[:MOST_LINES], start=1)
    )
    return Lines(shown, sum(map(len, rows[MOST_LINES:])))


def _rows(slots: Sequence[Span], where: Sequence[ZoneInfo]) -> list[tuple[Span, ...]]:
    """`slots` in order, those together that begin evenly and leave no gap between them."""
    rows: list[tuple[Span, ...]] = []
    at = 0
    while at < len(slots):
        end = at + 1
        while end < len(slots) and _goes_on(slots, at, end, where):
            end += 1
        if end - at < _ROW:
            end = at + 1
        rows.append(tuple(slots[at:end]))
        at = end
    return rows


def _goes_on(slots: Sequence[Span], first: int, new: int, where: Sequence[ZoneInfo]) -> bool:
    """Whether the slot `new` belongs to the row that begins with `first`."""
    head, before, slot = slots[first], slots[new - 1], slots[new]
    even = slot.start - before.start == slots[first + 1].start - head.start
    alike = slot.end - slot.start == head.end - head.start
    return even and alike and slot.start <= before.end and _clock(slot, where) == _clock(head, where)


def _clock(slot: Span, where: Sequence[ZoneInfo]) -> list[tuple[date, timedelta | None, timedelta | None]]:
    """The day and the offset it begins with, and the offset it ends with, in each zone."""
    both = [(slot.start.astimezone(w), slot.end.astimezone(w)) for w in where]
    return [(start.date(), start.utcoffset(), end.utcoffset()) for start, end in both]
