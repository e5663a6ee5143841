"""The conflict radar: events that lie on coming bookings, each pair told of once (product.md, Following iCloud)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.interval import Span


class OverlapState(StrEnum):
    """What the host said of an overlap."""

    OPEN = "open"
    KEPT = "kept"
    """Both stay: this pair is never told of again."""
    IGNORED = "ignored"
    """Put aside as it is now: told of again if one of the two moves and they still collide."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """An event on top of a booking or its buffers. `start` and `end` are the event's; `booking_start` is where the
    booking was when the host last heard of the pair. `title` is foreign text."""

    booking: str
    uid: str
    calendar: str
    title: str
    start: datetime
    end: datetime
    booking_start: datetime
    found_at: datetime
    state: OverlapState = OverlapState.OPEN


def taken_by(booking: Booking) -> Span:
    """The booking with its buffers."""
    return Span(booking.start - timedelta(minutes=booking.before), booking.end + timedelta(minutes=booking.after))


def overlaps(bookings: Sequence[Booking], blocks: Callable[[Span], Iterable[Block]], now: datetime) -> list[Overlap]:
    """Every pair of a coming booking and an event on it or on its buffers; of a series the first occurrence.

    `blocks` answers what takes time in a span. Two bookings on each other are one pair; the event is the one that was
    made last.
    """
    coming = [b for b in bookings if b.live and b.end > now]
    known = {b.uid: b for b in bookings}
    found: dict[tuple[str, str], Overlap] = {}
    for booking in coming:
        taken = taken_by(booking)
        for block in blocks(taken):
            key = booking.id, block.uid or block.href
            if key not in found and block.end > now and not _stood_for(block, booking, known.get(block.uid)):
                found[key] = Overlap(*key, block.calendar, block.title, block.start, block.end, booking.start, now)
    for one, other in _pairs(coming):
        key = one.id, other.uid
        found[key] = Overlap(*key, other.calendar, other.title, other.start, other.end, one.start, now)
    return list(found.values())


def _pairs(coming: Sequence[Booking]) -> Iterator[tuple[Booking, Booking]]:
    """Bookings on each other or on each other's buffers, the one that was made first in front. One sweep by start."""
    taken = sorted(((taken_by(b), b) for b in coming), key=lambda each: (each[0].start, each[1].id))
    for place, (span, one) in enumerate(taken):
        for later, other in islice(taken, place + 1, None):
            if later.start >= span.end:
                break
            if span.overlaps(other.span) or one.span.overlaps(later):
                first, second = sorted((one, other), key=lambda b: (b.created_at, b.id))
                yield first, second


def _stood_for(block: Block, booking: Booking, owner: Booking | None) -> bool:
    """Whether `block` is the event of `booking` itself, one that is about to be deleted, or no more than the time of
    its own booking: two bookings on each other are told of as such. What an event takes beside that counts as any."""
    if owner is None:
        return False
    if owner is booking:
        return True
    if not owner.live:
        return owner.sync is not InCloud.SYNCED
    return owner.start <= block.start and block.end <= owner.end


def told_anew(known: Overlap, seen: Overlap) -> bool:
    """Whether the host hears of a known pair again: put aside before, and one of the two has moved since."""
    if known.state is not OverlapState.IGNORED:
        return False
    return (known.start, known.end, known.booking_start) != (seen.start, seen.end, seen.booking_start)
