"""Time zones of calendar texts: from a TZID to instants (icloud-caldav fact sheet §6, "Resolve TZID").

A TZID's name beats the VTIMEZONE that comes with it: files carry old or wrong rules under right names. Only when the
name means nothing are the file's own rules used, then the Windows names, then the host's zone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from workestra_desktop.core.times import zone
from workestra_desktop.core.trouble import Failure
from workestra_desktop.core.whereabouts import Whereabouts
from workestra_desktop.ical import rules

_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d\d):?(\d\d)\Z", re.IGNORECASE | re.ASCII)
_VTIMEZONE_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?\Z", re.ASCII)
_OLDEST = datetime.combine(date(1950, 1, 1), time())
"""Files begin their rules in 1601; changes of clocks before this are not listed."""
_MOST_CHANGES, _MOST_PARTS = 20_000, 200
"""Changes of clocks, and parts that make them, of one zone of a file; more is absurd."""
WORK = 8 * rules.WORK
"""For the zones of one file together: each part of a real one takes up to 366 for each year since 1950."""
_LOCAL = re.compile(r"(\d{8})T?(\d{6})?Z?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clock:
    """A zone by its rules in Python's database (or UTC, or a fixed offset)."""

    tz: tzinfo

    def instant(self, local: datetime) -> datetime:
        """The UTC instant of the naive wall-clock time `local`.

        A time in a gap keeps the offset from before it, so 02:30 becomes 03:30; a time that comes twice is the
        first of the two (RFC 5545 §3.3.5).
        """
        return _in_utc(local.replace(tzinfo=self.tz, fold=0))

    def wall(self, instant: datetime) -> datetime:
        """The naive wall-clock time at `instant`."""
        return instant.astimezone(self.tz).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT part of a VTIMEZONE, as text. Offsets in seconds."""

    onset: datetime
    before: int
    after: int
    rule: str = ""
    dates: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class FileClock:
    """A zone by the VTIMEZONE of the file: onsets in the wall clock before each, ascending."""

    onsets: tuple[datetime, ...]
    offsets: tuple[int, ...]
    """Seconds east of UTC; one more than `onsets`: the first holds before all of them."""
    known: tuple[int, ...]
    """`offsets`, each once."""

    def instant(self, local: datetime) -> datetime:
        offset = self.offsets[bisect_right(self.onsets, local)]
        # A time in the gap is after the onset, but keeps the offset from before it.
        place = bisect_right(self.onsets, local)
        if place and local < self.onsets[place - 1] + timedelta(seconds=offset - self.offsets[place - 1]):
            offset = self.offsets[place - 1]
        fixed = timezone(timedelta(seconds=offset))
        return _in_utc(local.replace(tzinfo=fixed))

    def wall(self, instant: datetime) -> datetime:
        """The naive wall-clock time at `instant`."""
        fixed = (timezone(timedelta(seconds=offset)) for offset in self.known)
        walls = [instant.astimezone(tz).replace(tzinfo=None) for tz in fixed]
        return next((wall for wall in walls if self.instant(wall) == instant), walls[-1])


@dataclass(frozen=True, slots=True)
class HostClock:
    """The clock of a host who travels: on the days of a stay, the one there."""

    where: Whereabouts

    def instant(self, local: datetime) -> datetime:
        return Clock(self.where.on(local.date())).instant(local)

    def wall(self, instant: datetime) -> datetime:
        """The naive wall-clock time at `instant`."""
        return Clock(self.where.on(self.where.day_of(instant))).wall(instant)

    def midnights(self, day: date) -> tuple[datetime, datetime]:
        """Where `day` begins, at the earliest and at the latest.

        They differ where a journey begins or ends: the day before is lived by the clock left behind, this one by the
        one arrived at. Whole days reach from the earlier to the later, so that no hour between the two is lost.
        """
        midnight = datetime.combine(day, time())
        both = [Clock(self.where.on(each)).instant(midnight) for each in (day - timedelta(days=1), day)]
        return min(both), max(both)


WallClock = Clock | FileClock | HostClock

EARLIEST, LATEST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)
"""Instants outside are brought in here, so that no later sum or change of zone can run out of the calendar."""


def bounded(moment: datetime, delta: timedelta = timedelta(0)) -> datetime:
    """`moment` (UTC) moved by `delta`, between EARLIEST and LATEST."""
    try:
        return min(max(moment + delta, EARLIEST), LATEST)
    except OverflowError:
        return EARLIEST if delta < timedelta(0) else LATEST


def _in_utc(moment: datetime) -> datetime:
    if not 2 < moment.year < 9998:
        return EARLIEST if moment.year < 5000 else LATEST
    return moment.astimezone(UTC)


def iana(name: str) -> ZoneInfo | None:
    """The IANA zone of that name, or None. Never raises."""
    if not name or len(name) > 100:
        return None
    try:
        return zone(name)
    except Failure:
        return None


def named(tzid: str) -> ZoneInfo | None:
    """The zone a TZID names, whole or as the end of a path (`/freeassociation.sourceforge.net/Europe/Berlin`)."""
    tzid = tzid.strip().strip('"')
    if found := iana(tzid):
        return found
    parts = tzid[:200].split("/")
    if parts[-1].upper() == "UTC":  # `tzone://Microsoft/Utc`
        return iana("UTC")
    # Names of zones have up to three parts.
    return next((zone for n in range(max(1, len(parts) - 3), len(parts)) if (zone := iana("/".join(parts[n:])))), None)


def resolve(
    tzid: str, observances: Mapping[str, Sequence[Observance]], until: datetime, budget: rules.Budget
) -> WallClock | None:
    """The clock for `tzid`, None when nothing explains it. `until` (naive) bounds how far a VTIMEZONE is followed, and
    `budget` the work this takes."""
    if zone := named(tzid):
        return Clock(zone)
    if clock := _from_file(observances.get(tzid, ()), until, budget):
        return clock
    # Loads icalendar, 60–90 ms: only for names that nothing else explains.
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    if zone := iana(WINDOWS_TO_OLSON.get(tzid.strip(), "")):
        return Clock(zone)
    if match := _OFFSET.match(tzid.strip()):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        if offset < timedelta(hours=24):
            return Clock(timezone(-offset if match[1] == "-" else offset))
    return None


def offset_seconds(text: str) -> int | None:
    """A TZOFFSETFROM or TZOFFSETTO in seconds, None when it cannot be read or is a day or more."""
    match = _VTIMEZONE_OFFSET.match(text.strip())
    if not match:
        return None
    seconds = int(match[2]) * 3600 + int(match[3]) * 60 + int(match[4] or 0)
    return None if seconds >= 86_400 else -seconds if match[1] == "-" else seconds


def local_time(text: str) -> datetime | None:
    """`YYYYMMDD[THHMMSS]` as a naive time, None when it is not one."""
    match = _LOCAL.match(text.strip())
    if not match:
        return None
    try:
        day, clock = match[1], match[2] or "000000"
        return datetime.combine(
            date(int(day[:4]), int(day[4:6]), int(day[6:])),
            time(int(clock[:2]), int(clock[2:4]), min(int(clock[4:]), 59)),
        )
    except ValueError:
        return None


def _from_file(observances: Sequence[Observance], until: datetime, budget: rules.Budget) -> FileClock | None:
    if len(observances) > _MOST_PARTS:
        return None
    changes: list[tuple[datetime, int, int]] = []
    for part in observances:
        onsets = {part.onset, *part.dates}
        if part.rule:
            try:
                rule = rules.parse(part.rule)
                last = min(until, (local_time(rule.until) or until) + timedelta(days=1))
                onsets.update(rules.occurrences(rule, part.onset, max(part.onset, _OLDEST), last, budget))
            except (ValueError, OverflowError, rules.TooMuch):
                return None
        if len(changes) + len(onsets) > _MOST_CHANGES:
            return None
        changes += [(onset, part.before, part.after) for onset in onsets]
    if not changes:
        return None
    changes.sort()
    offsets = (changes[0][1], *(c[2] for c in changes))
    return FileClock(tuple(c[0] for c in changes), offsets, tuple(dict.fromkeys(offsets)))
