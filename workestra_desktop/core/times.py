"""Instants are aware datetimes; these helpers make and print them. A naive datetime is a defect."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, fail

_RFC3339 = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|z|[+-]\d\d:?\d\d)?")


_NO_PLACES = ("posix/", "right/", "localtime", "posixrules", "Factory")
"""Files that stand among the zones of many systems and name none of them; `right/` counts leap seconds."""


def zone(name: str) -> ZoneInfo:
    """The IANA zone `name`; `bad_input` if there is none."""
    try:
        if name.startswith(_NO_PLACES):
            raise ValueError(name)
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise fail(Code.BAD_INPUT, said("There is no time zone called “{zone}”.", zone=name[:60])) from None


def utc(moment: datetime) -> datetime:
    """`moment` in UTC. Raises ValueError for a naive datetime: those must never travel."""
    if moment.tzinfo is None:
        raise ValueError("naive datetime")
    return moment.astimezone(UTC)


def in_zone(local: datetime, where: ZoneInfo) -> datetime:
    """The instant of the naive wall-clock time `local` in `where`, refusing times that do not exist or exist twice."""
    early = local.replace(tzinfo=where, fold=0)
    late = local.replace(tzinfo=where, fold=1)
    if early.utcoffset() == late.utcoffset():
        return early.astimezone(UTC)
    clock = f"{local:%Y-%m-%d %H:%M}"
    if early.astimezone(UTC).astimezone(where).replace(tzinfo=None) != local:
        skipped = said("{time} does not exist in {zone}: the clocks go forward then.", time=clock, zone=where.key)
        raise fail(Code.BAD_INPUT, skipped)
    twice = "{time} comes twice in {zone}: the clocks go back then. Add the offset, like +01:00."
    raise fail(Code.BAD_INPUT, said(twice, time=clock, zone=where.key))


YEARS = range(1900, 3000)
"""Years a typed time may lie in: far from the ends of what can be reckoned with, where adding a day overflows."""


def parse_instant(text: str, host_zone: ZoneInfo) -> datetime:
    """RFC 3339 text as a UTC instant; without an offset it is the host's wall clock; a bare date is its start."""
    match = _RFC3339.fullmatch(text.strip())
    wrong = fail(Code.BAD_INPUT, said("“{text}” is not a time. Write it like 2026-12-01T10:00+01:00.", text=text[:40]))
    if not match:
        raise wrong
    day, clock, seconds, offset = match.groups()
    if (offset and not clock) or int(day[:4]) not in YEARS:
        raise wrong
    try:
        if not clock:
            return day_start(date.fromisoformat(day), host_zone)
        moment = datetime.fromisoformat(f"{day}T{clock}:{seconds or '00'}")
        if offset:
            digits = "+00:00" if offset in "Zz" else offset
            if ":" not in digits:
                digits = digits[:3] + ":" + digits[3:]
            return datetime.fromisoformat(moment.isoformat() + digits).astimezone(UTC)
        return in_zone(moment, host_zone)
    except (ValueError, OverflowError):
        raise wrong from None


def opening(local: datetime, where: ZoneInfo) -> datetime:
    """The first instant, in UTC, at which the clock in `where` shows the naive time `local` or has just skipped it."""
    early = local.replace(tzinfo=where).astimezone(UTC)
    late = local.replace(tzinfo=where, fold=1).astimezone(UTC)
    if early <= late:  # an ordinary time, or one that comes twice
        return early
    # In a gap the two are an equal way after and before the change: the clock shows `local` at neither.
    low, high = late, early
    offset = low.astimezone(where).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        low, high = (middle, high) if middle.astimezone(where).utcoffset() == offset else (low, middle)
    return high.replace(microsecond=0)


def rfc3339(moment: datetime, where: ZoneInfo | None = None) -> str:
    """RFC 3339 with offset, to the second, in `where` (UTC if None)."""
    return utc(moment).astimezone(where or UTC).isoformat(timespec="seconds")


def day_start(day: date, where: ZoneInfo) -> datetime:
    """The first instant of `day` in `where`, as UTC, also where midnight does not exist (fold rules of PEP 495)."""
    return datetime(day.year, day.month, day.day, tzinfo=where).astimezone(UTC)


def days_between(first: date, last: date) -> list[date]:
    """Every date from `first` to `last`, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
