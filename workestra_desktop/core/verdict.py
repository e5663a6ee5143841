"""What a poll means for a booking: a total, pure function of booking, agreement and event.

The table of every combination stands in docs/architecture.md, made from this function by `tests/core/verdict_table.py`.
After acting on Moved or Missing the next verdict for the same event is InStep; acting on Odd again changes nothing more
(property tests say so).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.interval import Span
from workestra_desktop.core.said import said


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

    @property
    def meeting(self) -> Span | None:
        """When it takes place; None if it cannot stand for a booking."""
        if self.start is None or self.end is None or misfit(self) is not None:
            return None
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Left:
    """Nothing is concluded: the outbox or the host settles it, or there is nothing to follow any more."""


@dataclass(frozen=True, slots=True)
class InStep:
    """The event stands for the booking, with the same times; where it lies now is taken over."""

    at: RemoteEvent


@dataclass(frozen=True, slots=True)
class Moved:
    """As InStep, and the booking takes the event's times."""

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
    """A hint, never a verdict of its own: see `workestra_desktop.sync.vanish` for what must hold before a cancel."""


Verdict = Left | InStep | Moved | Odd | Missing


def verdict(booking: Booking, pending: bool, remote: RemoteEvent | None, now: datetime) -> Verdict:
    """The cell of the table for this booking. `pending`: an intent of the booking is not settled yet."""
    if booking.status is Status.CANCELLED or pending:
        return Left()
    if booking.end <= now:
        return _of_one_that_is_over(remote, now)
    if remote is None:
        return Left() if booking.agreed is None or booking.asked else Missing()
    meeting = remote.meeting
    if meeting is None:
        return Odd(remote, misfit(remote) or "")
    if meeting == booking.span:
        return InStep(remote)
    return Moved(remote, meeting.start, meeting.end)


def _of_one_that_is_over(remote: RemoteEvent | None, now: datetime) -> Verdict:
    """Only an event that was dragged from the past to a time to come brings its booking along."""
    meeting = None if remote is None else remote.meeting
    if remote is None or meeting is None or meeting.end <= now:
        return Left()
    return Moved(remote, meeting.start, meeting.end)


def misfit(remote: RemoteEvent) -> str | None:
    """Why the event cannot stand for a booking, in words for the host; None if it can."""
    if remote.start is None or remote.end is None:
        return said("Its event in iCloud cannot be read any more.")
    if remote.end <= remote.start:
        return said("Its event in iCloud has no length any more.")
    if remote.cancelled:
        return said("Its event in iCloud is marked as cancelled.")
    if remote.repeats:
        return said("Its event in iCloud has become a series.")
    if remote.all_day:
        return said("Its event in iCloud has become an all-day event.")
    return None
