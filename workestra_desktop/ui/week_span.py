"""Which days a week view shows, and how it turns to others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import day_start, days_between
from workestra_desktop.ui.tongue import first_weekday
from workestra_desktop.ui.when import day, long_day


class Extent(Enum):
    """How much is shown at once, in days."""

    DAY = 1
    FOUR_DAYS = 4
    WEEK = 7

    @property
    def title(self) -> str:
        match self:
            case Extent.DAY:
                return QCoreApplication.translate("Extent", "&Day")
            case Extent.FOUR_DAYS:
                return QCoreApplication.translate("Extent", "&4 days")
            case Extent.WEEK:
                return QCoreApplication.translate("Extent", "Wee&k")


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` on. A week begins where weeks begin by the system's settings."""

    first: date
    extent: Extent

    @classmethod
    def around(cls, day: date, extent: Extent) -> Days:
        """The days to show so that `day` is among them."""
        if extent is Extent.WEEK:
            return cls(day - timedelta(days=(day.isoweekday() - first_weekday().value) % 7), extent)
        return cls(day, extent)

    def turned(self, pages: int) -> Days:
        return Days(self.first + timedelta(days=self.extent.value * pages), self.extent)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.extent.value - 1)

    @property
    def all(self) -> tuple[date, ...]:
        return tuple(days_between(self.first, self.last))

    def span(self, where: ZoneInfo) -> Span:
        return Span(day_start(self.first, where), day_start(self.last + timedelta(days=1), where))

    def title(self, today: date) -> str:
        """`Mon 23 Nov – Sun 29 Nov`, with the year where it is not this one."""
        if self.extent is Extent.DAY:
            return long_day(self.first) if self.first.year == today.year else day(self.first, year=True)
        return f"{day(self.first)} – {day(self.last, year=self.last.year != today.year)}"
