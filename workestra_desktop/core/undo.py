"""Which bookings have a cancel or a move that can be taken back, and to what time that leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.interval import Span

JOURNAL_LASTS = timedelta(days=30)
"""How long the journal keeps its lines (product.md, Trust), and so how far back a move can be taken back."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """`booking` would be back at `to`."""

    booking: str
    to: Span


def goes_back_to(booking: Booking, moved_from: Span | None) -> Span | None:
    """The time at which Undo would put `booking`; None if there is nothing to take back.

    A cancelled booking comes back at its own time: nothing can have happened to it since. A live one goes to
    `moved_from`, where its last move of the past 30 days took it from. Undo itself is such a move, so it can be taken
    back; bringing back a cancelled booking is none, so Undo never cancels.
    """
    if not booking.live:
        return booking.span
    return moved_from if moved_from != booking.span else None


def undoable(bookings: Iterable[Booking], moved_from: Mapping[str, Span], now: datetime) -> tuple[Undoable, ...]:
    """Those of `bookings` that Undo can put at a time that is not over yet."""
    targets = ((b.id, goes_back_to(b, moved_from.get(b.id))) for b in bookings)
    return tuple(Undoable(name, to) for name, to in targets if to is not None and to.start >= now)
