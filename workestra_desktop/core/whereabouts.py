"""Which zone somebody's wall clock is in, day by day: at home, and elsewhere for the days of a journey."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workestra_desktop.core.times import utc, zone


@dataclass(frozen=True, slots=True)
class Stay:
    """The days `first` to `last` (both included, as dates there) are spent in `timezone` (IANA)."""

    first: date
    last: date
    timezone: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`home` (IANA) on every day but those of `stays`; where two stays overlap, the later one in the tuple counts."""

    home: str
    stays: tuple[Stay, ...] = ()

    def on(self, day: date) -> ZoneInfo:
        """The zone in which `day` is lived."""
        for stay in reversed(self.stays):
            if stay.first <= day <= stay.last:
                return zone(stay.timezone)
        return zone(self.home)

    def day_of(self, moment: datetime) -> date:
        """The date on the host's calendar at `moment`.

        Around a change of zone an instant may belong to two dates or, flying east, to none: then home decides.
        """
        for name in self._zones():
            day = utc(moment).astimezone(zone(name)).date()
            if self.on(day).key == name:
                return day
        return utc(moment).astimezone(zone(self.home)).date()

    def _zones(self) -> Iterable[str]:
        return dict.fromkeys((*(stay.timezone for stay in reversed(self.stays)), self.home))
