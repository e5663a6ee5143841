"""The VTIMEZONE of an IANA zone, for the years around an event (RFC 5545 §3.6.5).

Zones that change by one yearly pattern get it as an RRULE, as calendars write it; zones that do not (Morocco) get each
change by its date. Either way it is checked against, or taken from, Python's zone database.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_UTC_NAMES = frozenset(
    {
        "UTC",
        "UCT",
        "Zulu",
        "Universal",
        "Etc/UTC",
        "Etc/UCT",
        "Etc/Zulu",
        "Etc/Universal",
        "GMT",
        "Etc/GMT",
        "Greenwich",
    }
)
_YEARS_AFTER = 6
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def is_utc(zone: ZoneInfo) -> bool:
    """Whether times in `zone` are written as UTC, with a Z and without a TZID."""
    return zone.key in _UTC_NAMES


def vtimezone(zone: ZoneInfo, year: int) -> list[str]:
    """The unfolded lines of the component. Right from the start of `year` − 1 to the end of `year` + 5 at least."""
    changes = _changes(zone, max(year - 1, 2), min(year + _YEARS_AFTER, 9998))
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone.key}"]
    by_rule = _yearly(zone, changes)
    if not changes:
        start = datetime(max(year - 1, 2), 1, 1, tzinfo=UTC).astimezone(zone)
        lines += _observance(zone, start, start, onset="19700101T000000")
    elif by_rule:
        for change, rule in by_rule:
            lines += _observance(zone, change - timedelta(seconds=1), change, rule)
    else:
        # What holds before the first change is said by the change before it (its TZOFFSETFROM), as RFC 5545 has it.
        for change in changes:
            lines += _observance(zone, change - timedelta(seconds=1), change)
    return [*lines, "END:VTIMEZONE"]


def _changes(zone: ZoneInfo, first: int, last: int) -> list[datetime]:
    """The instants (UTC, to the second) at which the offset changes within these years."""
    found: list[datetime] = []
    day, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last, 1, 1, tzinfo=UTC)
    while day < end:
        before, after = day, day + timedelta(days=1)
        if _offset(zone, before) != _offset(zone, after):
            while after - before > timedelta(seconds=1):
                middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
                if _offset(zone, middle) == _offset(zone, before):
                    before = middle
                else:
                    after = middle
            found.append(after)
        day += timedelta(days=1)
    return found


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta:
    return instant.astimezone(zone).utcoffset() or timedelta(0)


def _onset(zone: ZoneInfo, change: datetime) -> datetime:
    """The wall-clock time of `change` on the clock before it, naive."""
    return (change + _offset(zone, change - timedelta(seconds=1))).replace(tzinfo=None)


def _yearly(zone: ZoneInfo, changes: list[datetime]) -> list[tuple[datetime, str]]:
    """First change and RRULE of each yearly pattern; empty when the changes do not follow exactly two a year."""
    onsets = [_onset(zone, change) for change in changes]
    if len(onsets) < 4 or len(onsets) % 2:
        return []
    patterns: list[tuple[datetime, str]] = []
    for n in (0, 1):
        same = onsets[n::2]
        steps = {(_offset(zone, c - timedelta(seconds=1)), _offset(zone, c)) for c in changes[n::2]}
        years = [onset.year for onset in same]
        alike = len({(onset.month, onset.weekday(), onset.time()) for onset in same}) == 1 and len(steps) == 1
        if not alike or years != list(range(years[0], years[0] + len(years))):
            return []
        where = _ordinal(same)
        if not where:
            return []
        patterns.append(
            (changes[n], f"FREQ=YEARLY;BYMONTH={same[0].month};BYDAY={where}{_WEEKDAYS[same[0].weekday()]}")
        )
    return patterns


def _ordinal(onsets: list[datetime]) -> str:
    """`-1` if each is the last such weekday of its month, `1` to `4` if each is that one, else empty."""
    if all((onset + timedelta(days=7)).month != onset.month for onset in onsets):
        return "-1"
    numbers = {(onset.day - 1) // 7 + 1 for onset in onsets}
    return str(numbers.pop()) if len(numbers) == 1 else ""


def _observance(zone: ZoneInfo, before: datetime, after: datetime, rule: str = "", onset: str = "") -> list[str]:
    local = after.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    lines = [
        f"BEGIN:{kind}",
        f"TZOFFSETFROM:{_written(_offset(zone, before))}",
        f"TZOFFSETTO:{_written(_offset(zone, after))}",
        f"TZNAME:{local.tzname() or zone.key}",
        f"DTSTART:{onset or format(_onset(zone, after), '%Y%m%dT%H%M%S').zfill(15)}",
    ]
    return [*lines, *([f"RRULE:{rule}"] if rule else []), f"END:{kind}"]


def _written(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    text = f"{sign}{seconds // 3600:02}{seconds % 3600 // 60:02}"
    return text + (f"{seconds % 60:02}" if seconds % 60 else "")
