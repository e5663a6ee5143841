"""When the host is to hear that iCloud cannot be reached: after an hour without an answer, once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workestra_desktop.core.trouble import Code, Scope, Trouble

TELL_AFTER = timedelta(minutes=60)

LONGEST_GAP = timedelta(minutes=30)
"""Looks further apart than this, and than iCloud asked for, do not prove that it was out of reach in between: the
computer slept, the app was closed or paused. Then the hour begins anew."""

LONGEST_PAUSE = timedelta(minutes=45)
"""Where polls are rare, the pauses after failures double (`core/outbox.py`): each is about as long as all before it
together, and up to a quarter longer. The last one within the hour takes 32 to 40 minutes."""

UNREACHED = frozenset({Code.OFFLINE, Code.ICLOUD_DOWN, Code.BLOCKED, Code.SLOW_DOWN})


@dataclass(frozen=True, slots=True)
class Outage:
    """iCloud could not be reached at `since`, at `last`, nor in between (UTC). `told`: the host knows of it."""

    since: datetime
    last: datetime
    told: bool = False

    @property
    def long(self) -> bool:
        return self.last - self.since >= TELL_AFTER


def outage(known: Outage | None, trouble: Trouble, *, rest: float | None, now: datetime) -> Outage | None:
    """The outage after `trouble` was met at `now`; None if it says nothing of the kind.

    `known` is the outage before it (a poll ends one), `rest` the seconds that iCloud asked to be left alone for then.
    """
    if trouble.code not in UNREACHED or trouble.scope is not Scope.ACCOUNT:
        return None
    if known is None:
        return Outage(now, now)
    doubled = min((known.last - known.since) * 4 / 3, LONGEST_PAUSE)
    gap = max(LONGEST_GAP, doubled) + timedelta(seconds=min(rest or 0.0, 86400.0))
    if not timedelta() <= now - known.last <= gap:
        return Outage(now, now, known.told)
    return replace(known, last=now)
