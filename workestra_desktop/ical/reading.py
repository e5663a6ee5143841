"""The events of one calendar object, read tolerantly: what a line says is taken, what cannot be read is noted.

Only the properties that decide about time are looked at, so two DTSTAMP lines, wrong VALUE parameters on them or
megabytes of attachments make no difference (icloud-caldav fact sheet §6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import Said, said
from workestra_desktop.ical.rules import Budget
from workestra_desktop.ical.scan import Part, duration, parameters, parted, parts, picker
from workestra_desktop.ical.zones import (
    WORK,
    Clock,
    Observance,
    WallClock,
    bounded,
    local_time,
    named,
    offset_seconds,
    resolve,
)

_NAMES = picker(
    "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "TRANSP", "STATUS", "SUMMARY",
    "ATTENDEE", "SEQUENCE", "X-MICROSOFT-CDO-BUSYSTATUS", "X-APPLE-EWS-BUSYSTATUS", "X-APPLE-TRAVEL-DURATION",
    "X-APPLE-TRAVEL-RETURN-DURATION", "TZID", "TZOFFSETFROM", "TZOFFSETTO",
)  # fmt: skip
_JUNK = re.compile(r"\n(?![\s]|\Z)(?![\w.-]++[ \t]*[;:])")
_YEAR = re.compile(r"[:,/](\d{4})\d{4}(?:T|\s|\Z)", re.ASCII)
_LAST_YEAR = 2200
"""How far a VTIMEZONE is followed at most."""
_MOST_DATES = 100_000
"""RDATEs and EXDATEs of one object that are read."""
_MOST_ZONES = 100
"""Names of zones of one object that are looked up."""
_FOLD = re.compile(r"\r*\n[ \t]")
_STRICT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?\Z", re.ASCII)
_LOOSE = re.compile(
    r"\D{0,20}(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)"
    r"(?:[Tt ]\s{0,5}(\d\d)[:.]?(\d\d)(?:[:.]?(\d\d))?(?:[.,]\d{1,9})?([Zz])?)?",
    re.ASCII,
)
_ESCAPED = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A DATE or DATE-TIME: `local` is naive wall-clock time on `clock`; a whole day is its midnight there."""

    local: datetime
    clock: WallClock
    whole_day: bool = False
    sure: bool = True
    """False when only its day could be read: then it is that day's midnight."""

    @property
    def instant(self) -> datetime:
        return self.clock.instant(self.local)

    def on(self, local: datetime) -> Moment:
        return Moment(local, self.clock, self.whole_day, self.sure)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Lower-case, with their schemes."""

    address: str
    email: str
    partstat: str


@dataclass(slots=True)
class Event:
    """One VEVENT as far as time is concerned. Mutable only while it is being read."""

    uid: str = ""
    title: str = ""
    start: Moment | None = None
    end: Moment | None = None
    length: tuple[timedelta, timedelta] | None = None
    """DURATION: nominal days, exact time."""
    rules: list[str] = field(default_factory=list)
    rdates: list[tuple[Moment, Moment | tuple[timedelta, timedelta] | None]] = field(default_factory=list)
    """Start, and for a PERIOD its end or length; a start that is not `sure` if that cannot be read."""
    exdates: list[Moment] = field(default_factory=list)
    recurrence: Moment | None = None
    future: bool = False
    sequence: int = 0
    status: str = ""
    transp: str = ""
    busy_status: str = ""
    attendees: list[Attendee] = field(default_factory=list)
    travel: timedelta = timedelta(0)
    travel_back: timedelta = timedelta(0)
    damaged: bool = False
    """Its dates were guessed or part of it is missing."""
    endless: bool = False
    """It may end later than can be read."""
    dated: bool = False
    """DTSTART is declared a DATE, whatever it is."""
    startless: bool = False
    """`start` is only a guess from the end; nothing says where a series begins."""
    overfull: bool = False
    """It has more RDATEs than are read."""
    problem: str = ""

    @property
    def repeats(self) -> bool:
        return bool(self.rules or self.rdates or self.overfull)

    def trouble(self, problem: str, *, damaged: bool = False, **facts: str) -> None:
        """Notes a problem, in which {event} stands for the event; the first one is kept."""
        self.problem = self.problem or about(self, problem, **facts)
        self.damaged = self.damaged or damaged


@dataclass(frozen=True, slots=True)
class Reading:
    events: tuple[Event, ...]
    problem: str
    more: bool
    """There is more than was looked at."""


_Params = dict[str, str]


def read(text: str, host: WallClock, until: datetime) -> Reading:
    """All VEVENTs of `text`. Floating times and whole days are on `host`'s clock.

    VTIMEZONEs are followed to `until` (naive), or to the last date in the text. Never raises for any text.
    """
    found, sound, more = parts(text, _NAMES)
    problem, junk = "", False
    if not found:
        problem = said("This is not a calendar entry.")
    elif more:
        problem = said("A calendar entry has more parts than can be read; all the time it may take is blocked.")
    elif not sound:
        problem = said("A calendar entry is cut short or garbled.")
    elif junk := _has_junk(text):
        problem = said("A calendar entry has a line that cannot be read.")
    zones: dict[str, list[Observance]] = {}
    for part in found:
        if part.kind == "VTIMEZONE":
            tzid = next((_tzid(parted(rest)[1]) for name, rest in part.lines if name == "TZID"), "")
            seen = [_observance(child) for child in part.children if child.kind in ("STANDARD", "DAYLIGHT")]
            zones.setdefault(tzid, [observance for observance in seen if observance])
            if None in seen and named(tzid) is None:
                problem = problem or said("A time zone that a calendar entry brings along cannot be read in full.")
    if zones:
        last = min(max((int(year[1]) for year in _YEAR.finditer(text)), default=1), _LAST_YEAR)
        until = max(until, datetime(max(last, 1), 12, 31))
    clocks = _Clocks(host, zones, until)
    events = [_event(part, clocks) for part in found if part.kind == "VEVENT"]
    for event, part in zip(events, (part for part in found if part.kind == "VEVENT"), strict=True):
        cut = not part.whole and not text.endswith(("\n", "\r"))
        # The line that is lost may be the end.
        event.endless |= cut or ((junk or not part.whole) and event.end is None and event.length is None)
    return Reading(tuple(events), problem, more)


def _has_junk(text: str) -> bool:
    """Whether a line is no property. Names may be folded, which is looked at only if there seems to be one."""
    text = "\n" + text.removeprefix("\ufeff")
    return bool(_JUNK.search(text)) and bool(_JUNK.search(_FOLD.sub("", text)))


def _tzid(text: str) -> str:
    """A zone's name without what files put around it: some quote or escape it in one place and not in the other."""
    return _unescaped(text).strip().strip('"')


def _observance(part: Part) -> Observance | None:
    values: dict[str, str] = {}
    listed: list[str] = []
    for name, rest in part.lines:
        values[name] = parted(rest)[1].strip()
        if name == "RDATE":
            listed += values[name].split(",")
    onset = local_time(values.get("DTSTART", ""))
    before, after = offset_seconds(values.get("TZOFFSETFROM", "")), offset_seconds(values.get("TZOFFSETTO", ""))
    if onset is None or before is None or after is None:
        return None
    dates = (local_time(piece.split("/")[0]) for piece in listed)
    return Observance(onset, before, after, values.get("RRULE", ""), tuple(d for d in dates if d))


class _Clocks:
    """The clocks of one object, each resolved once."""

    __slots__ = ("_budget", "_known", "_left", "_until", "_zones", "host")

    def __init__(self, host: WallClock, zones: dict[str, list[Observance]], until: datetime) -> None:
        self.host = host
        self._zones, self._until = zones, until
        self._known: dict[str, WallClock | None] = {}
        self._budget, self._left = Budget(WORK), _MOST_DATES

    def named(self, tzid: str) -> WallClock | None:
        if tzid not in self._known and len(self._known) < _MOST_ZONES:
            self._known[tzid] = resolve(tzid, self._zones, self._until, self._budget)
        return self._known.get(tzid)

    def dates(self, value: str) -> tuple[list[str], bool]:
        """The dates in a list of them, as text, and whether there are more than may still be read of this object."""
        pieces = value.split(",", self._left)
        more = len(pieces) > self._left
        kept = pieces[: self._left]
        self._left -= len(kept)
        return [piece.strip() for piece in kept], more


def _event(part: Part, clocks: _Clocks) -> Event:
    event = Event()
    # The title first, because the words for every problem use it.
    event.title = next((_title(rest) for name, rest in part.lines if name == "SUMMARY"), "")
    if not part.whole:
        event.trouble("{event} is cut short.", damaged=True)
    for name, rest in part.lines:
        head, value = parted(rest)
        params = parameters(head) if head else {}
        _take_time(event, name, value.strip(), params, clocks)
        _take_fact(event, name, value.strip(), params)
    _settle(event)
    return event


def _settle(event: Event) -> None:
    """Makes the best of a start or an end that is missing or in doubt, on the busy side."""
    event.start = event.start or event.recurrence
    if event.recurrence and not event.recurrence.sure:
        event.recurrence = None  # it would free the time of an occurrence
    if event.start is None:
        event.trouble("{event} has no start that can be read.", damaged=True)
        event.startless = True
        event.start = _day_before(event.end) if event.end else None
    elif event.end and event.start.whole_day and event.end.whole_day and event.end.local < event.start.local:
        event.trouble("{event} ends before it begins.", damaged=True)
    event.endless |= event.end is not None and not event.end.sure
    event.endless |= event.dated and not (event.start is None or event.start.whole_day or event.end or event.length)


def _day_before(end: Moment) -> Moment | None:
    try:
        return replace(end, local=end.local - timedelta(days=1), sure=False)
    except OverflowError:
        return None


def _take_time(event: Event, name: str, value: str, params: _Params, clocks: _Clocks) -> None:
    match name:
        case "DTSTART":
            event.start = event.start or _moment(value, params, clocks, event)
            event.dated |= params.get("VALUE", "").upper() == "DATE"
        case "DTEND":
            event.end = event.end or _moment(value, params, clocks, event)
            event.endless |= event.end is None
        case "RECURRENCE-ID":
            event.recurrence = event.recurrence or _moment(value, params, clocks, event)
            event.future = event.future or params.get("RANGE", "").upper() == "THISANDFUTURE"
        case "DURATION":
            event.length = event.length or duration(value)
            if event.length is None:
                event.trouble("The duration of {event} cannot be read.", damaged=True)
                event.endless = True
        case "RDATE" if value:
            event.rdates += _periods(value, params, clocks, event)
        case "EXDATE" if value:
            pieces, more = clocks.dates(value)
            found = (_moment(piece, params, clocks, event, quiet=True) for piece in pieces)
            event.exdates += [moment for moment in found if moment]
            if more:
                event.trouble("{event} has more dates than can be read; some that were taken out are blocked.")
        case _:
            pass


def _take_fact(event: Event, name: str, value: str, params: _Params) -> None:
    match name:
        case "UID":
            event.uid = event.uid or value[:1000]
        case "RRULE" if value:
            event.rules.append(value)
        case "ATTENDEE":
            event.attendees.append(_attendee(value, params))
        case "STATUS":
            event.status = value.upper()
        case "TRANSP":
            event.transp = value.upper() or "OPAQUE"  # an empty one must not leave the word to Exchange's FREE
        case "X-MICROSOFT-CDO-BUSYSTATUS" | "X-APPLE-EWS-BUSYSTATUS":
            event.busy_status = value.upper()
        case "SEQUENCE":
            event.sequence = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
        case "X-APPLE-TRAVEL-DURATION":
            event.travel = _forward(value)
        case "X-APPLE-TRAVEL-RETURN-DURATION":
            event.travel_back = _forward(value)
        case _:
            pass


def about(event: Event, template: str, **facts: str) -> Said:
    """A sentence for people in which {event} is the event."""
    if event.title:
        name = said("“{title}”", title=plain(event.title, 80))
    else:
        name = said("An event without a title") if template.startswith("{") else said("an event without a title")
    return said(template, event=name, **facts)


def _title(rest: str) -> str:
    return plain(_unescaped(parted(rest)[1][:2000]), 200)


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def _forward(text: str) -> timedelta:
    length = duration(text)
    return max(sum(length, timedelta(0)), timedelta(0)) if length else timedelta(0)


def _attendee(value: str, params: _Params) -> Attendee:
    email = params.get("EMAIL", "").strip().lower().removeprefix("mailto:")
    return Attendee(value.strip().lower(), f"mailto:{email}" if email else "", params.get("PARTSTAT", "").upper())


def _periods(
    value: str, params: _Params, clocks: _Clocks, event: Event
) -> list[tuple[Moment, Moment | tuple[timedelta, timedelta] | None]]:
    found: list[tuple[Moment, Moment | tuple[timedelta, timedelta] | None]] = []
    pieces, more = clocks.dates(value)
    event.overfull |= more
    for piece in pieces:
        begin, _, end = (side.strip() for side in piece.partition("/"))
        start = _moment(begin, params, clocks, event)
        if start:
            close = (duration(end) or _moment(end, params, clocks, event)) if end else None
            doubtful = (end and not close) or (isinstance(close, Moment) and not close.sure)
            found.append((replace(start, sure=False), None) if doubtful else (start, close))
    return found


def _moment(text: str, params: _Params, clocks: _Clocks, event: Event, *, quiet: bool = False) -> Moment | None:
    """`quiet`: an unreadable date that would only free time (EXDATE) is left out, which errs on the busy side."""
    tzid = params.get("TZID", "")
    match = _STRICT.match(text)
    if match is None and tzid and ":" in text:
        # An unquoted zone with a colon in its name, as in (UTC+01:00), ends only at the last one.
        rest, _, last = text.rpartition(":")
        match = _STRICT.match(last)
        tzid = f"{tzid}:{rest}" if match else tzid
    sure = match is not None
    if match is None:
        match = None if quiet else _LOOSE.match(text)
        if not quiet:
            event.trouble("A date of {event} cannot be read.", damaged=True)
        if match is None:
            return None
        sure = match.end() == len(text)
    year, month, day, hour, minute, second, utc = match.groups()
    # Feeds write times under VALUE=DATE: what stands there counts, but midnight is the day.
    dated = params.get("VALUE", "").upper() == "DATE" and (hour, minute) == ("00", "00")
    whole_day = sure and (hour is None or dated)
    try:
        local = datetime.combine(date(int(year), int(month), int(day)), time())
        if sure and not whole_day:
            local = local.replace(hour=int(hour), minute=int(minute), second=min(int(second or 0), 59))
    except ValueError:
        if quiet:
            return None
        event.trouble("A date of {event} does not exist.", damaged=True)
        try:
            local, sure = datetime.combine(date(int(year), int(month), int(day)), time()), False
        except ValueError:
            return None
    if whole_day:
        return Moment(local, clocks.host, whole_day=True)
    if utc:
        return Moment(local, Clock(UTC), sure=sure)
    clock = clocks.named(_tzid(tzid)) if tzid else clocks.host
    if clock is None:
        event.trouble("The time zone “{zone}” of {event} is not known; your own was used.", zone=plain(tzid, 60))
    return Moment(local, clock or clocks.host, sure=sure)


def ends(event: Event, start: Moment) -> datetime:
    """The instant the occurrence of `event` that begins at `start` ends (RFC 5545 §3.6.1, §3.8.5.3).

    A date without an end is one day long, a time without an end has no length. DTEND fixes the exact length of all
    occurrences of a series; of a DURATION the days are nominal and the rest exact. Earlier than the start is possible.
    Where start or end is in doubt, it takes a day more.
    """
    end = _ends(event, start)
    if start.sure and not event.endless:
        return end
    return max(_days_on(start, 1), bounded(end, timedelta(days=1)))


def _ends(event: Event, start: Moment) -> datetime:
    if event.end and event.start:
        if start.whole_day and event.start.whole_day and event.end.whole_day:
            return _days_on(start, max((event.end.local - event.start.local).days, 1))
        return bounded(start.instant, event.end.instant - event.start.instant)
    if event.length:
        return after(start, event.length)
    return _days_on(start, 1) if start.whole_day else start.instant


def after(start: Moment, length: tuple[timedelta, timedelta]) -> datetime:
    """The instant `length` (nominal days, exact time) after `start`."""
    try:
        return bounded(start.on(start.local + length[0]).instant, length[1])
    except OverflowError:
        return bounded(start.instant, length[0])


def _days_on(start: Moment, days: int) -> datetime:
    return after(start, (timedelta(days=days), timedelta(0)))
