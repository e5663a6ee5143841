"""Recurrence rules (RFC 5545 §3.3.10) in wall-clock time, with a bound on the work.

Own code, because the libraries walk from DTSTART to the year 9999 on a rule that never comes true (`FREQ=DAILY;
BYMONTH=2;BYMONTHDAY=30`): minutes, for one hostile line. Here a rule without COUNT is entered at the window asked
for, and every day looked at is counted. Where RFC 5545 leaves a choice, it is python-dateutil's, the tests' oracle.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import IntEnum
from itertools import product

WORK = 250_000
"""Days (or shorter periods) looked at for one rule before it counts as absurd; well under a second."""


class TooMuch(Exception):  # noqa: N818 - an absurd rule is the calendar's fault, not a defect
    """Expanding the rule would take more than `WORK`."""


class Freq(IntEnum):
    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


_SHORT = {Freq.HOURLY: 3600, Freq.MINUTELY: 60, Freq.SECONDLY: 1}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)\Z")
_RANGES = {
    "BYMONTH": (1, 12, False), "BYMONTHDAY": (1, 31, True), "BYYEARDAY": (1, 366, True), "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True), "BYHOUR": (0, 23, False), "BYMINUTE": (0, 59, False), "BYSECOND": (0, 60, False),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A parsed rule. `until` is its text: what it means depends on DTSTART, so the reader of the event decides."""

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: str = ""
    wkst: int = 0
    byday: tuple[tuple[int, int], ...] = ()
    """(ordinal, weekday); ordinal 0 is every one."""
    by: tuple[tuple[str, frozenset[int]], ...] = ()

    def among(self, name: str) -> frozenset[int]:
        return next((numbers for part, numbers in self.by if part == name), frozenset())


def parse(text: str) -> Rule:
    """The rule in `text`. Raises ValueError if a part cannot be read; X- parts and RSCALE=GREGORIAN (RFC 7529) pass."""
    parts: dict[str, str] = {}
    for part in text.strip().strip(";").upper().split(";"):
        name, value = (side.strip() for side in part.partition("=")[::2])
        if parts.setdefault(name, value) != value:
            raise ValueError("a part twice")
    by: list[tuple[str, frozenset[int]]] = []
    for name, value in parts.items():
        if name in _RANGES:
            by.append((name, _numbers(value, *_RANGES[name])))
        elif name not in ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "RSCALE", "SKIP") and name[:2] != "X-":
            raise ValueError("unknown part")
    if parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise ValueError("not the Gregorian calendar")
    if parts.get("SKIP", "OMIT") != "OMIT":
        raise ValueError("days that do not exist are moved")
    if parts.get("FREQ") not in Freq.__members__:
        raise ValueError("no frequency")
    return Rule(
        Freq[parts["FREQ"]],
        _positive(parts.get("INTERVAL", "1")),
        _positive(parts["COUNT"]) if "COUNT" in parts else None,
        parts.get("UNTIL", ""),
        _WEEKDAYS.index(parts.get("WKST", "MO")),
        _byday(parts["BYDAY"]) if parts.get("BYDAY") else (),
        tuple(by),
    )


def _positive(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) < 1:
        raise ValueError("not a positive number")
    return int(text)


def _numbers(text: str, low: int, high: int, signed: bool) -> frozenset[int]:
    numbers = frozenset(int(piece) for piece in text.split(",") if piece.strip())
    if not numbers or not all(low <= (abs(n) if signed else n) <= high for n in numbers):
        raise ValueError("number out of range")
    return numbers


def _byday(text: str) -> tuple[tuple[int, int], ...]:
    found = [_BYDAY.match(piece.strip()) for piece in text.split(",") if piece.strip()]
    if not found or not all(found):
        raise ValueError("not a weekday")
    return tuple((int(m[1] or 0), _WEEKDAYS.index(m[2])) for m in found if m)


def occurrences(
    rule: Rule, dtstart: datetime, begin: datetime, end: datetime, budget: Budget | None = None
) -> Iterator[datetime]:
    """The starts in [max(begin, dtstart), end], ascending, all times naive wall clock.

    DTSTART itself is not added when the rule leaves it out. `rule.until` is not looked at. Raises TooMuch. A `budget`
    bounds several rules together; without one, this rule has `WORK` to itself.
    """
    budget = budget or Budget(WORK)
    left = rule.count
    for moment in _all(_Days(rule, dtstart), dtstart, begin if left is None else dtstart, end, budget):
        if left is not None:
            if left == 0:
                return
            left -= 1
        if moment >= begin:
            yield moment


class Budget:
    """Counts the work down."""

    __slots__ = ("left",)

    def __init__(self, work: int) -> None:
        self.left = work

    def spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0:
            raise TooMuch


def _all(days: _Days, dtstart: datetime, begin: datetime, end: datetime, budget: Budget) -> Iterator[datetime]:
    rule = days.rule
    positions = rule.among("BYSETPOS")
    for whole, work in _periods(days, dtstart, max(begin, dtstart), end):
        budget.spend(work)
        wanted = {p - 1 if p > 0 else len(whole) + p for p in positions}
        for moment in [c for n, c in enumerate(whole) if n in wanted] if positions else whole:
            if moment > end:
                return
            if moment >= dtstart and (rule.count is not None or moment >= begin):
                budget.spend(1)
                yield moment


def _periods(days: _Days, dtstart: datetime, begin: datetime, end: datetime) -> Iterator[tuple[list[datetime], int]]:
    """Each period of the rule from the one that holds `begin`: its candidates, and the work they took."""
    rule, step = days.rule, days.rule.interval
    if rule.freq in _SHORT:
        yield from _short_periods(days, dtstart, begin, end)
        return
    clock = sorted(
        time(h, m, min(s, 59))
        for h, m, s in product(
            rule.among("BYHOUR") or {dtstart.hour},
            rule.among("BYMINUTE") or {dtstart.minute},
            rule.among("BYSECOND") or {dtstart.second},
        )
    )
    origin = dtstart.date() - timedelta(days=(dtstart.weekday() - rule.wkst) % 7)
    match rule.freq:
        case Freq.YEARLY:
            passed = begin.year - dtstart.year
        case Freq.MONTHLY:
            passed = (begin.year - dtstart.year) * 12 + begin.month - dtstart.month
        case Freq.WEEKLY:
            passed = (begin.date() - origin).days // 7
        case _:
            passed = (begin.date() - dtstart.date()).days
    number = passed // step * step
    while True:
        try:
            first, length = _bounds(rule.freq, number, dtstart.date(), origin)
        except (OverflowError, ValueError):
            return
        if first > end.date():
            return
        chosen = [day for day in days.of(first, length) if days.fits(day)]
        yield [datetime.combine(day, at) for day in chosen for at in clock], length + len(chosen) * len(clock)
        number += step


def _bounds(freq: Freq, number: int, start: date, origin: date) -> tuple[date, int]:
    """First day and length in days of the period `number` periods after the one of `start`."""
    if freq is Freq.YEARLY:
        year = start.year + number
        return date(year, 1, 1), 365 + isleap(year)
    if freq is Freq.MONTHLY:
        year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
        return date(year, month + 1, 1), monthrange(year, month + 1)[1]
    if freq is Freq.WEEKLY:
        return origin + timedelta(weeks=number), 7
    return start + timedelta(days=number), 1


def _short_periods(
    days: _Days, dtstart: datetime, begin: datetime, end: datetime
) -> Iterator[tuple[list[datetime], int]]:
    rule = days.rule
    unit = _SHORT[rule.freq] * rule.interval
    hours, minutes, seconds = rule.among("BYHOUR"), rule.among("BYMINUTE"), rule.among("BYSECOND")
    # With a long interval and an old DTSTART, whole steps are skipped; one is kept for candidates spread in the period.
    number = max(0, int((begin - dtstart).total_seconds()) // unit - 1)
    while True:
        try:
            moment = dtstart + timedelta(seconds=number * unit)
        except OverflowError:
            return
        if moment.replace(minute=0, second=0) > end:
            return
        number += 1
        out = (
            not days.fits(moment.date())
            or (hours and moment.hour not in hours)
            or (rule.freq > Freq.HOURLY and minutes and moment.minute not in minutes)
            or (rule.freq > Freq.MINUTELY and seconds and moment.second not in seconds)
        )
        if out:
            yield [], 1
            continue
        at_minutes = sorted(minutes) if rule.freq is Freq.HOURLY and minutes else [moment.minute]
        at_seconds = sorted(seconds) if rule.freq < Freq.SECONDLY and seconds else [moment.second]
        yield [moment.replace(minute=m, second=min(s, 59)) for m in at_minutes for s in at_seconds], 1


class _Days:
    """Which days a rule allows: every BY part is a filter, and DTSTART stands in for those that are missing."""

    __slots__ = ("byday", "monthdays", "months", "ordinals", "rule", "weekdays", "weeknos", "yeardays")

    def __init__(self, rule: Rule, dtstart: datetime) -> None:
        self.rule = rule
        self.months, self.monthdays = rule.among("BYMONTH"), rule.among("BYMONTHDAY")
        self.yeardays, self.weeknos = rule.among("BYYEARDAY"), rule.among("BYWEEKNO")
        # Ordinals only mean something within a month or a year (RFC 5545 §3.3.10, BYDAY).
        long = rule.freq <= Freq.MONTHLY
        self.byday = frozenset(weekday for ordinal, weekday in rule.byday if not (long and ordinal))
        self.ordinals = frozenset(pair for pair in rule.byday if long and pair[0])
        if not (rule.byday or self.monthdays or self.yeardays or self.weeknos):
            if rule.freq is Freq.YEARLY:
                self.months = self.months or frozenset({dtstart.month})
            if rule.freq <= Freq.MONTHLY:
                self.monthdays = frozenset({dtstart.day})
            elif rule.freq is Freq.WEEKLY:
                self.byday = frozenset({dtstart.weekday()})
        self.weekdays = self.byday | {weekday for _, weekday in self.ordinals}

    def of(self, first: date, length: int) -> Iterator[date]:
        """The days of a period that may fit: of a year only the months that count, of those only the weekdays."""
        if length > 31 and self.months:
            for month in sorted(self.months):
                start = date(first.year, month, 1).toordinal()
                yield from self._of_weekdays(start, monthrange(first.year, month)[1])
            return
        yield from self._of_weekdays(first.toordinal(), length)

    def _of_weekdays(self, start: int, length: int) -> Iterator[date]:
        # The last week of the last year is cut short.
        for number in range(start, min(start + length, date.max.toordinal() + 1)):
            if not self.weekdays or (number + 6) % 7 in self.weekdays:  # day 1 is a Monday
                yield date.fromordinal(number)

    def fits(self, day: date) -> bool:
        if self.months and day.month not in self.months:
            return False
        if self.monthdays:
            size = monthrange(day.year, day.month)[1]
            if day.day not in self.monthdays and day.day - size - 1 not in self.monthdays:
                return False
        if (self.byday or self.ordinals) and day.weekday() not in self.byday and not self._is_nth(day):
            return False
        if self.yeardays:
            size, number = 365 + isleap(day.year), day.timetuple().tm_yday
            if number not in self.yeardays and number - size - 1 not in self.yeardays:
                return False
        return not self.weeknos or self._in_week(day)

    def _is_nth(self, day: date) -> bool:
        """Whether `day` is, say, the second Tuesday: of its month, or of its year for YEARLY without BYMONTH."""
        if not self.ordinals:
            return False
        if self.rule.freq is Freq.YEARLY and not self.months:
            position, size = day.timetuple().tm_yday - 1, 365 + isleap(day.year)
        else:
            position, size = day.day - 1, monthrange(day.year, day.month)[1]
        weekday = day.weekday()
        ahead, behind = position // 7 + 1, -((size - 1 - position) // 7 + 1)
        return (ahead, weekday) in self.ordinals or (behind, weekday) in self.ordinals

    def _in_week(self, day: date) -> bool:
        """ISO 8601 weeks, begun on WKST: week 1 is the first with four days in the year."""
        middle = day.toordinal() - (day.weekday() - self.rule.wkst) % 7 + 3
        if middle > date.max.toordinal():
            return False
        year = date.fromordinal(middle).year
        number = (middle - date(year, 1, 1).toordinal()) // 7 + 1
        if number in self.weeknos:
            return True
        if year == MAXYEAR or not any(n < 0 for n in self.weeknos):
            return False
        # The middle of the year's last week is its last day that falls on the weekday of `middle`.
        last_day = date(year, 12, 31).toordinal()
        weeks = number + (last_day - middle) // 7
        return number - weeks - 1 in self.weeknos
