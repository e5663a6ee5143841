"""Calendar objects as the tests know them before they are text: what is meant, and how it is spelled.

The oracle by hand reads the meaning, the product and the libraries read the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from functools import lru_cache
from zoneinfo import ZoneInfo


class Kind(Enum):
    DAY = auto()
    FLOATING = auto()
    UTC = auto()
    ZONED = auto()


@dataclass(frozen=True, slots=True)
class Named:
    """A zone under the name a file gives it. `key` is the IANA zone that is meant."""

    tzid: str
    key: str
    vtimezone: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A DATE or DATE-TIME. `wall` is midnight for a DATE, UTC for `Kind.UTC`."""

    wall: datetime
    kind: Kind
    named: Named | None = None

    @property
    def value(self) -> str:
        if self.kind is Kind.DAY:
            return f"{self.wall:%Y%m%d}"
        return f"{self.wall:%Y%m%dT%H%M%S}" + ("Z" if self.kind is Kind.UTC else "")

    @property
    def parameters(self) -> str:
        if self.kind is Kind.DAY:
            return ";VALUE=DATE"
        if self.named is None:
            return ""
        odd = set(self.named.tzid) & set(",:;")
        return f';TZID="{self.named.tzid}"' if odd else f";TZID={self.named.tzid}"

    def line(self, name: str) -> str:
        return f"{name}{self.parameters}:{self.value}"

    def on(self, wall: datetime) -> When:
        return When(wall, self.kind, self.named)

    def instant(self, host: str) -> datetime:
        """By RFC 5545 §3.3.5, found by asking the zone for the offset at instants, and for nothing else."""
        if self.kind is Kind.UTC:
            return self.wall.replace(tzinfo=UTC)
        return instant(self.wall, self.named.key if self.named else host)


@lru_cache(maxsize=50_000)
def instant(wall: datetime, key: str) -> datetime:
    """The first instant at which clocks in the zone show `wall`; in a gap, by the offset from before it."""
    zone, guess = ZoneInfo(key), wall.replace(tzinfo=UTC)
    before, after = (offset(guess + timedelta(days=days), zone) for days in (-1, 1))
    shown = [guess - shift for shift in (before, after) if offset(guess - shift, zone) == shift]
    return min(shown, default=guess - before)


def offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def wall(moment: datetime, key: str) -> datetime:
    return moment.astimezone(ZoneInfo(key)).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Length:
    """A DURATION: nominal days and exact seconds."""

    days: int
    seconds: int

    @property
    def value(self) -> str:
        if self.days % 7 == 0 and not self.seconds:
            return f"P{self.days // 7}W"
        day = f"{self.days}D" if self.days else ""
        return f"P{day}" + (f"T{self.seconds // 3600}H{self.seconds % 3600 // 60}M" if self.seconds else "")


Close = When | Length | None
"""DTEND, DURATION or neither."""


def close_line(close: Close) -> list[str]:
    match close:
        case When():
            return [close.line("DTEND")]
        case Length():
            return [f"DURATION:{close.value}"]
        case None:
            return []


@dataclass(frozen=True, slots=True)
class Fact:
    """Lines that say whether the event takes time, and the answer."""

    lines: tuple[str, ...]
    busy: bool


BUSY = Fact((), busy=True)


@dataclass(frozen=True, slots=True)
class Until:
    """`text` is what stands in the rule; an instant if `utc`, else wall-clock time on the series' own clock."""

    text: str
    last: datetime
    utc: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """`parts` without UNTIL."""

    parts: str
    until: Until | None = None

    @property
    def text(self) -> str:
        return self.parts + (f";UNTIL={self.until.text}" if self.until else "")


@dataclass(frozen=True, slots=True)
class Change:
    """An override of the occurrence that `names` names."""

    names: When
    start: When
    close: Close
    fact: Fact = BUSY
    future: bool = False

    def lines(self) -> list[str]:
        range_ = ";RANGE=THISANDFUTURE" if self.future else ""
        return [self.names.line("RECURRENCE-ID" + range_), self.start.line("DTSTART"), *close_line(self.close),
                *self.fact.lines]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Series:
    """One UID: a master, or only the overrides of one."""

    start: When
    close: Close = None
    rules: tuple[Rule, ...] = ()
    rdates: tuple[tuple[When, Close], ...] = ()
    exdates: tuple[When, ...] = ()
    changes: tuple[Change, ...] = ()
    fact: Fact = BUSY
    travel: timedelta = timedelta(0)
    travel_back: timedelta = timedelta(0)
    headless: bool = False
    """Only `changes` are in the file."""

    def master(self) -> list[str]:
        lines = [self.start.line("DTSTART"), *close_line(self.close), *self.fact.lines]
        lines += [f"RRULE:{rule.text}" for rule in self.rules]
        for start, close in self.rdates:
            end = close.value if close else ""
            lines.append(start.line("RDATE;VALUE=PERIOD") + "/" + end if end else start.line("RDATE"))
        lines += [exdate.line("EXDATE") for exdate in self.exdates]
        for name, length in (("", self.travel), ("RETURN-", self.travel_back)):
            if length:
                lines.append(f"X-APPLE-TRAVEL-{name}DURATION;VALUE=DURATION:PT{length // timedelta(minutes=1)}M")
        return lines

    def zones(self) -> list[Named]:
        moments: list[Close] = [self.start, self.close, *self.exdates]
        for start, close in self.rdates:
            moments += [start, close]
        for change in self.changes:
            moments += [change.names, change.start, change.close]
        return list(dict.fromkeys(m.named for m in moments if isinstance(m, When) and m.named))


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is dressed; none of it means anything."""

    bare: bool = False
    """LF for CRLF."""
    bom: bool = False
    lower: bool = False
    fold: int = 75
    """Characters a line."""
    overrides_first: bool = False
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole calendar object."""

    host: str
    series: tuple[Series, ...]
    style: Style = field(default_factory=Style)

    @property
    def text(self) -> str:
        zones = dict.fromkeys(named for series in self.series for named in series.zones())
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN"]
        for named in zones:
            lines += named.vtimezone.split("\n") if named.vtimezone else []
        for number, series in enumerate(self.series):
            events = [] if series.headless else [series.master()]
            events = [*events, *(change.lines() for change in series.changes)]
            for event in reversed(events) if self.style.overrides_first else events:
                lines += ["BEGIN:VEVENT", f"UID:u{number}", "DTSTAMP:20260101T000000Z", *event, *self._alarm()]
                lines.append("END:VEVENT")
        lines.append("END:VCALENDAR")
        dressed = (self._folded(self._cased(line)) for line in lines)
        text = "".join(line + ("\n" if self.style.bare else "\r\n") for line in dressed)
        return "\ufeff" * self.style.bom + text

    def _alarm(self) -> list[str]:
        alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT10M", "DURATION:PT9H", "REPEAT:1", "END:VALARM"]
        return alarm if self.style.alarm else []

    def _cased(self, line: str) -> str:
        name = line.partition(":")[0].partition(";")[0]
        return name.lower() + line[len(name) :] if self.style.lower else line

    def _folded(self, line: str) -> str:
        size = self.style.fold
        pieces = [line[n : n + size] for n in range(0, len(line), size)]
        return ("\n " if self.style.bare else "\r\n ").join(pieces)


def day(moment: date) -> When:
    return When(datetime(moment.year, moment.month, moment.day), Kind.DAY)
