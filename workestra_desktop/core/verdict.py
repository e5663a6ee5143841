"""What a poll means for a booking: a total, pure function of booking, agreement and event.

| booking            | event in iCloud                    | verdict        |
|--------------------|------------------------------------|----------------|
| never written      | none                               | InStep         |
| a write is pending | any                                | InStep (the outbox settles it) |
| cancelled          | any                                | InStep (a poll never brings it back) |
| live               | not found                          | Missing        |
| live               | unreadable, series, all-day        | Odd            |
| live               | STATUS:CANCELLED                   | Odd            |
| live               | same instants                      | InStep         |
| live               | other instants                     | Moved          |

Each of InStep, Moved and Odd also carries where the event now lies, so that a booking follows an event into
another calendar. After acting on Moved or Missing the next verdict for the same event is InStep; acting on Odd again
changes nothing more (property tests say so).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workestra_desktop.core.booking import Booking, Status


@dataclass(frozen=True, slots=True)
class RemoteEvent:
    """A booking's event as the mirror holds it. `start`/`end` are None when they could not be read."""

    uid: str
    calendar: str
    href: str
    etag: str
    start: datetime | None
    end: datetime | None
    all_day: bool = False
    repeats: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class InStep:
    at: RemoteEvent | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    at: RemoteEvent
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Odd:
    """The event can no longer stand for the booking as it is; the host must look."""

    at: RemoteEvent
    concern: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A hint, never a verdict of its own: see `workestra_desktop.sync.follow` for what must hold before a cancel."""


Verdict = InStep | Moved | Odd | Missing


def verdict(booking: Booking, pending: bool, remote: RemoteEvent | None) -> Verdict:
    """The row of the table above for this booking. `pending`: an intent of the booking is not settled yet."""
    if booking.status is Status.CANCELLED or pending:
        return InStep()
    if remote is None:
        return InStep() if booking.agreed is None else Missing()
    if remote.start is None or remote.end is None:
        return Odd(remote, "Its event in iCloud cannot be read any more.")
    if remote.cancelled:
        return Odd(remote, "Its event in iCloud is marked as cancelled.")
    if remote.repeats:
        return Odd(remote, "Its event in iCloud has become a series.")
    if remote.all_day:
        return Odd(remote, "Its event in iCloud has become an all-day event.")
    if (remote.start, remote.end) == (booking.start, booking.end):
        return InStep(remote)
    return Moved(remote, remote.start, remote.end)
