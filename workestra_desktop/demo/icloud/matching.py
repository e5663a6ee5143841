"""Which objects a time range finds, and what `expand` makes of them (fact sheet §9, rows 20 and 21, and §4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

_ONE_DAY = timedelta(days=1)
_LONG_AGO = datetime(1601, 1, 2, tzinfo=UTC)
_FAR_AHEAD = datetime(9000, 1, 1, tzinfo=UTC)
"""Bounds of what is looked at, so that no sum leaves the years a datetime knows."""
_LONG = timedelta(days=3650)
"""In a longer range occurrences are looked at one after the other, as a rule without end has too many of them."""
_LOOK = 1000
"""How many of them at most."""

_PLAIN_DAY = re.compile(rb"\nDT(?:START|END)[^:\r\n]*:(\d{8})")

_UNREADABLE = (ValueError, AttributeError, KeyError, TypeError, IndexError, OverflowError)
"""The phone may have stored anything (fact sheet §6), and readers of iCalendar say so in many ways."""


@dataclass(frozen=True, slots=True)
class Range:
    """Half open, aware; None is no bound."""

    start: datetime | None
    end: datetime | None

    def overlaps(self, start: datetime, end: datetime) -> bool:
        """RFC 4791, 9.9: an event without length counts at its instant, the start of the range included."""
        if self.end is not None and start >= self.end:
            return False
        return self.start is None or self.start < end or (start == end and self.start == start)


@dataclass(slots=True)
class _Read:
    """One body, read. `calendar` has everything, `plan` the masters without what is said of single occurrences."""

    calendar: Any
    plan: Any
    orphans: list[tuple[datetime, datetime]] = field(default_factory=list)
    found: dict[tuple[date, date], list[tuple[datetime, datetime]]] = field(default_factory=dict)
    """The occurrences around the days of ranges that were asked for."""


class Matcher:
    """Reads each body once for each of its etags. A body that cannot be read is found by no time range."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], _Read | None] = {}
        self._stamps: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        self._read.clear()
        self._stamps.clear()

    def matches(self, key: tuple[str, str], stamp: int, body: bytes, span: Range) -> bool:
        """Overrides are looked for where they were moved from, not where they are now (row 20)."""
        if _far_from(body, span):
            return False
        read = self._reading(key, stamp, body)
        if read is None:
            return False
        if any(span.overlaps(start, end) for start, end in read.orphans):
            return True
        try:
            return any(span.overlaps(start, end) for start, end in _kept_occurrences(read, span))
        except _UNREADABLE:
            return False

    def has(self, key: tuple[str, str], stamp: int, body: bytes, name: str) -> bool:
        """Whether one of the object's events has a property of that name."""
        read = self._reading(key, stamp, body)
        return read is not None and any(name in event for event in read.calendar.walk("VEVENT"))

    def expanded(self, key: tuple[str, str], stamp: int, body: bytes, span: Range, now: datetime) -> bytes:
        """The occurrences in a range in UTC, each with a second DTSTAMP, that of the query (row 21)."""
        read = self._reading(key, stamp, body)
        if read is None or span.start is None or span.end is None:
            return body
        try:
            return _expansion(read.calendar, span.start, span.end, now)
        except _UNREADABLE:
            return body

    def masters(self, key: tuple[str, str], stamp: int, body: bytes) -> bytes:
        """The object without its overrides: what `expand` gives on some accounts."""
        read = self._reading(key, stamp, body)
        try:
            return body if read is None else bytes(read.plan.to_ical())
        except _UNREADABLE:
            return body

    def _reading(self, key: tuple[str, str], stamp: int, body: bytes) -> _Read | None:
        if self._stamps.get(key) != stamp:
            self._stamps[key] = stamp
            self._read[key] = _read(body)
        return self._read[key]


def _far_from(body: bytes, span: Range) -> bool:
    """Whether the plain dates of a body without repetition all lie on one side of `span`, with days to spare: most of a
    calendar of thousands, which would take this reader of iCalendar seconds to read. In doubt False."""
    event = body[body.find(b"BEGIN:VEVENT") :]
    if any(word in event for word in (b"RRULE", b"RDATE", b"RECURRENCE-ID", b"DURATION")):
        return False
    days = _PLAIN_DAY.findall(event)
    if len(days) != event.count(b"\nDTSTART") + event.count(b"\nDTEND") or not days:
        return False
    start, end = (b"%04d%02d%02d" % (day.year, day.month, day.day) for day in _days_around(span))
    return bool(max(days) < start or min(days) > end)


def _days_around(span: Range) -> tuple[datetime, datetime]:
    """With three days to spare: zones, and what lasts a day without saying so."""
    start = _LONG_AGO if span.start is None else max(span.start, _LONG_AGO) - 3 * _ONE_DAY
    return start, _FAR_AHEAD if span.end is None else min(span.end, _FAR_AHEAD) + 3 * _ONE_DAY


def _read(body: bytes) -> _Read | None:
    import icalendar

    try:
        calendar = icalendar.Calendar.from_ical(body.decode("utf-8", "replace"))
        plan = _empty(calendar)
        events = calendar.walk("VEVENT")
        if any(_endless(event) for event in events):
            return None
        masters = {str(event.get("UID")) for event in events if "RECURRENCE-ID" not in event}
        orphans = []
        component: Any
        for component in calendar.subcomponents:
            if component.name != "VEVENT" or "RECURRENCE-ID" not in component:
                plan.add_component(component)
            elif str(component.get("UID")) not in masters:
                start = _instant(component["RECURRENCE-ID"].dt)
                orphans.append((start, start + _length(component)))
        return _Read(calendar, plan, orphans)
    except _UNREADABLE:
        return None


def _endless(event: Any) -> bool:
    """Whether a rule would keep the reader busy for ever: no interval, or an occurrence every minute."""
    rules = event.get("RRULE", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        if any(interval < 1 for interval in rule.get("INTERVAL", [])):
            return True
        if {str(each).upper() for each in rule.get("FREQ", [])} & {"SECONDLY", "MINUTELY"}:
            return True
    return False


def _expansion(calendar: Any, start: datetime, end: datetime, now: datetime) -> bytes:
    import icalendar
    import recurring_ical_events as recurring

    made = _empty(calendar)
    for event in recurring.of(calendar, skip_bad_series=True).between(start, end):
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            when = event.get(name)
            if when is not None and isinstance(when.dt, datetime) and when.dt.tzinfo is not None:
                event[name] = icalendar.vDDDTypes(when.dt.astimezone(UTC))
        event.add("DTSTAMP", now)
        made.add_component(event)
    return bytes(made.to_ical())


def _kept_occurrences(read: _Read, span: Range) -> Iterable[tuple[datetime, datetime]]:
    """As `_occurrences`; those of a short range are kept, as a real server has them in an index."""
    if span.start is None or span.end is None or span.end - span.start > _LONG:
        return _occurrences(read.plan, span)
    days = (span.start.date(), span.end.date())  # there is a day to spare around the range in any case
    if days not in read.found:
        read.found[days] = list(_occurrences(read.plan, span))
    return read.found[days]


def _occurrences(plan: Any, span: Range) -> Iterator[tuple[datetime, datetime]]:
    import recurring_ical_events as recurring

    query = recurring.of(plan, skip_bad_series=True)
    start = _LONG_AGO if span.start is None else min(max(span.start, _LONG_AGO), _FAR_AHEAD)
    end = _FAR_AHEAD if span.end is None else min(max(span.end, _LONG_AGO), _FAR_AHEAD)
    if end - start > _LONG:
        found = islice(query.after(start - _ONE_DAY), _LOOK)
    else:
        found = query.between(start - _ONE_DAY, end + _ONE_DAY)
    for event in found:
        begins = _instant(event["DTSTART"].dt)
        if begins > end + _ONE_DAY:
            return
        yield begins, begins + _length(event)


def _length(event: Any) -> timedelta:
    start = event["DTSTART"].dt
    if "DTEND" in event:
        return _instant(event["DTEND"].dt) - _instant(start)
    if "DURATION" in event:
        duration: timedelta = event["DURATION"].dt
        return duration
    return timedelta() if isinstance(start, datetime) else _ONE_DAY


def _instant(when: date | datetime) -> datetime:
    """All-day and floating times count as UTC (fact sheet §4.2)."""
    if not isinstance(when, datetime):
        when = datetime.combine(when, time())
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _empty(calendar: Any) -> Any:
    """A calendar with the same properties and no components."""
    import icalendar

    made = icalendar.Calendar()
    for name, value in calendar.items():
        made[name] = value
    return made
