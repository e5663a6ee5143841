"""Intents: writes the host has decided and iCloud has not confirmed yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What to do in iCloud. One PUT, one PUT, one DELETE."""

    PUBLISH = "publish"
    AMEND = "amend"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Intent:
    """One durable write. A claimed intent may have reached iCloud already: it is never changed, only settled."""

    id: int
    booking: str
    kind: Kind
    claimed: bool
    attempts: int
    not_before: datetime | None
    created_at: datetime
    held: bool = False
    """The host was asked to decide. One that iCloud refused is tried again at `not_before` all the same."""


LONGEST_WAIT = timedelta(hours=24)
"""No back-off is longer."""

FOR_GOOD = timedelta(days=3650)
"""The wait of an intent that only the host can set going again."""

_FAR_OFF = timedelta(days=365)


def waits_until(intent: Intent, now: datetime) -> datetime | None:
    """When the time of `intent` comes; None if it has. A time further off than any back-off was reckoned with a clock
    that has been set back since, and counts as come. One that is years off waits for the host alone."""
    due = intent.not_before
    if due is None or due <= now or LONGEST_WAIT < due - now < _FAR_OFF:
        return None
    return due


def waits_for_host(intent: Intent, now: datetime) -> bool:
    """Whether nothing but an answer of the host's may send it: it was tried as often as it may be."""
    return intent.held and intent.not_before is not None and intent.not_before - now >= _FAR_OFF


def fold(pending: Kind | None, new: Kind) -> Kind | None:
    """What remains of one unclaimed intent and a newer one for the same booking; None means neither is needed.

    | pending  | + amend  | + withdraw |
    |----------|----------|------------|
    | none     | amend    | withdraw   |
    | publish  | publish  | none       |
    | amend    | amend    | withdraw   |
    """
    match pending, new:
        case None, _:
            return new
        case Kind.PUBLISH, Kind.AMEND:
            return Kind.PUBLISH
        case Kind.PUBLISH, Kind.WITHDRAW:
            return None
        case Kind.AMEND, (Kind.AMEND | Kind.WITHDRAW):
            return new
        case _:
            raise ValueError(f"a booking with a pending {pending} takes no {new}")


def backoff(attempts: int, retry_after: float | None, jitter: float) -> timedelta:
    """How long to wait after the `attempts`-th failure (1, 2, …): 30 s doubling to 1 h, never below Retry-After.

    `jitter` in [0, 1) spreads clients: up to a quarter more.
    """
    seconds = min(30.0 * 2 ** min(attempts - 1, 12), 3600.0) * (1 + jitter / 4)
    return timedelta(seconds=max(seconds, min(retry_after or 0.0, 24 * 3600.0)))
