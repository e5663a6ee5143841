"""What the sentences of `core/words.py` tell besides the trouble itself, and the language they are told in."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workestra_desktop.core.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Facts:
    """How the app stands. Without them every sentence is still whole; `now` is None if nothing is known.

    `waiting` counts the changes iCloud has not confirmed; `zone` (IANA) is where times are read.
    """

    waiting: int = 0
    last_poll: datetime | None = None
    next_poll: datetime | None = None
    now: datetime | None = None
    zone: str = "UTC"

    @classmethod
    def of(cls, snapshot: Snapshot, now: datetime) -> Facts:
        return cls(snapshot.waiting, snapshot.last_poll, snapshot.next_poll, now, snapshot.host_zone)

    @property
    def where(self) -> ZoneInfo:
        """The zone; UTC where this computer's tables do not know it."""
        try:
            return ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo("UTC")

    def today(self, moment: datetime) -> bool:
        where = self.where
        return self.now is not None and moment.astimezone(where).date() == self.now.astimezone(where).date()


UNKNOWN = Facts()


class Tongue(Protocol):
    """A language: `say` gives its sentence for an English template, with the same {placeholders}."""

    def say(self, template: str) -> str: ...
    def time(self, moment: datetime, facts: Facts) -> str: ...
    def again(self, sentence: str) -> str: ...


class English:
    """The command's language, whatever the locale."""

    def say(self, template: str) -> str:
        return template

    def again(self, sentence: str) -> str:
        return sentence

    def time(self, moment: datetime, facts: Facts) -> str:
        """`10:42` for today, `Sun 22 Nov, 10:42` for other days."""
        local = moment.astimezone(facts.where)
        clock = f"{local:%H:%M}"
        return clock if facts.today(moment) else f"{local:%a} {local.day} {local:%b}, {clock}"


def span_words(seconds: float, tongue: Tongue) -> str:
    """`4 min`, `2 h 03 min`, `2 h`, `12 days`. Begun minutes count whole, so that no wait is promised too short."""
    minutes = max(1, math.ceil(abs(seconds) / 60))
    if minutes < 60:
        return tongue.say("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return tongue.say("{days} days").format(days=round(hours / 24))
    if not rest:
        return tongue.say("{hours} h").format(hours=hours)
    return tongue.say("{hours} h {minutes} min").format(hours=hours, minutes=f"{rest:02}")
