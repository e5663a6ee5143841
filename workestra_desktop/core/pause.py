"""A pause that the host asks for: nothing is polled and nothing waiting is sent by itself until it ends.

What the host does by hand goes on: a booking, a move, a cancel, Sync now.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

UNTIL_RESUMED = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of a pause that has none."""


def in_an_hour(now: datetime) -> datetime:
    return now + timedelta(hours=1)


def until_tomorrow(now: datetime, zone: ZoneInfo) -> datetime:
    """The next midnight in `zone`, in UTC."""
    day = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, time(), zone).astimezone(UTC)
