"""Reading iCalendar text line by line: content lines, a few properties by name, and the light index of an object.

No value is turned into a domain value here and no library is loaded, so that tens of thousands of objects can be
looked through in a second (RFC 5545 §3.1 for lines and folding). Nothing here raises, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice

# Possessive, here and below: a group that may give back what it took keeps a note of each of its million turns.
_FOLDED = re.compile(r"[^\n]*+(?:\n++[ \t][^\n]*+)*+\n?")
_FOLD = re.compile(r"[\r\n]+[ \t]")
_NAME = re.compile(r"([\w.-]++)[ \t]*[;:]")
_HEAD = re.compile(r'((?:[^":]++|"[^"\n]*+"|")*+):')
_PARAM = re.compile(r';\s*+([\w-]++)\s*+=((?:[^";]++|"[^"\n]*+"|")*+)')
_KIND = re.compile(r":?\s*([\w-]*)")
_FOLDED_NAME = re.compile(r"\n[\w.-]++\r*\n[ \t]")
_LONGEST = 100_000
"""Characters of one content line that are looked at; only attachments are longer, and they are not read. Lists of dates
are read whole, as each of them may take time."""
MOST_LINES = 200_000
"""Lines of one object that are looked at: some fifty times what the largest real one has."""
_MOST_DAYS = 500_000


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One logical line. `text[start:end]` of the object is its physical group: folds and line ends included."""

    start: int
    end: int
    line: str
    """Unfolded, without its line end."""

    @property
    def name(self) -> str:
        """The property's name in capitals; empty when the line is not a property."""
        match = _NAME.match(self.line.removeprefix("\ufeff"))
        return match[1].upper() if match else ""

    @property
    def value(self) -> str:
        return parted(self.line)[1]


def content_lines(text: str) -> Iterator[ContentLine]:
    """Every logical line in order. The groups cover the text without a gap: joined they are `text` again."""
    at = 0
    while at < len(text):
        group = _FOLDED.match(text, at)
        end = group.end() if group else len(text)
        yield ContentLine(at, end, _FOLD.sub("", text[at:end].rstrip("\r\n")))
        at = end


def parted(line: str) -> tuple[str, str]:
    """Head (name and parameters) and value of an unfolded line; a colon inside quotes does not part them."""
    match = _HEAD.match(line)
    if match:
        return match[1], line[match.end() :]
    head, _, value = line.partition(":")
    return head, value


def parameters(head: str) -> dict[str, str]:
    """The parameters of a line's head, names in capitals, values without their quotes."""
    return {name.upper(): value.strip().replace('"', "") for name, value in _PARAM.findall(head)}


def picker(*names: str) -> re.Pattern[str]:
    """A pattern for `picked`: BEGIN, END and these properties."""
    listed = "|".join(sorted({"BEGIN", "END", *names}, key=lambda name: (-len(name), name)))
    return re.compile(rf"\n(?i:({listed}))[ \t]*(?=[;:])([^\n]*+(?:\n++[ \t][^\n]*+)*+)")


def picked(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Name and the unfolded rest (from `;` or `:`) of each line that `pattern` names, in order."""
    text = "\n" + text.removeprefix("\ufeff")
    if text.count("\n") == 1:
        text = text.replace("\r", "\n")  # lines end as on old Macs
    if _FOLDED_NAME.search(text):
        text = re.sub(r"\r*\n[ \t]", "", text)
    for match in pattern.finditer(text):
        name = match[1].upper()
        rest = (match[2] if name in ("RDATE", "EXDATE") else match[2][:_LONGEST]).rstrip("\r\n")
        yield name, _FOLD.sub("", rest) if "\n" in rest else rest


@dataclass(slots=True)
class Part:
    """A component: the lines picked from it, in order, and the components in it."""

    kind: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    children: list[Part] = field(default_factory=list)
    whole: bool = True
    """False when it, or something in it, is not closed."""


_DEEPEST = 20


def parts(text: str, pattern: re.Pattern[str]) -> tuple[list[Part], bool, bool]:
    """All components in order of their BEGIN, however deep; whether they are opened and closed in order; and whether
    there are more than `MOST_LINES`, of which only so many were looked at.
    """
    found: list[Part] = []
    within: list[Part] = []
    sound = True
    lines = picked(text, pattern)
    for name, rest in islice(lines, MOST_LINES):
        kind = _kind(rest)
        if name == "BEGIN":
            if kind == "VEVENT" and (level := _level(within, kind)) is not None:
                sound = _close(within, level, complete=False)
            if len(within) < _DEEPEST:
                part = Part(kind)
                if within:
                    within[-1].children.append(part)
                within.append(part)
                found.append(part)
            else:
                sound = False
        elif name == "END":
            level = _level(within, kind)
            sound &= level is not None and _close(within, level, complete=True)
        elif within:
            within[-1].lines.append((name, rest))
        else:
            sound = False
    more = next(lines, None) is not None
    return found, not (within and not _close(within, 0, complete=False)) and sound, more


def _kind(rest: str) -> str:
    """The component that BEGIN or END names, whatever else a careless server left on the line."""
    match = _KIND.match(rest)
    return match[1].upper() if match else ""


def _level(within: list[Part], kind: str) -> int | None:
    return next((n for n in range(len(within) - 1, -1, -1) if within[n].kind == kind), None)


def _close(within: list[Part], level: int, *, complete: bool) -> bool:
    """Closes the components from `level` on; False when the innermost was not the one meant to be closed."""
    whole = complete and level == len(within) - 1
    for part in within[level:]:
        part.whole = part.whole and whole
    del within[level:]
    return whole


@dataclass(frozen=True, slots=True)
class Index:
    """What can be said of an object without reading it in earnest.

    `first` and `last` are UTC and deliberately loose: no time the object takes lies outside them. None is
    open-ended, and both are None when anything is doubtful: such an object must always be looked at.
    """

    uid: str
    first: datetime | None
    last: datetime | None
    repeats: bool


_INDEXED = picker(
    "UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "RDATE", "RRULE",
    "X-APPLE-TRAVEL-DURATION", "X-APPLE-TRAVEL-RETURN-DURATION",
)  # fmt: skip
_MOMENTS = re.compile(r"\d{8}(?:T\d{6}Z?)?(?:,\d{8}(?:T\d{6}Z?)?)*+\Z", re.ASCII)
_DAY = re.compile(r"(?<!\d)\d{8}(?!\d)", re.ASCII)
_UNTIL = re.compile(
    r"(?:\A|;)\s*UNTIL\s*=\s*(\d{8})(?:T(?:[01]\d|2[0-3])[0-5]\d\d\dZ?)?\s*(?:;|\Z)", re.IGNORECASE | re.ASCII
)
_DURATION = re.compile(
    r"\s*([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?\s*\Z",
    re.IGNORECASE | re.ASCII,
)
_BEFORE = timedelta(days=2)
"""More than any zone's distance from UTC."""
_AFTER = timedelta(days=4)
"""The same, the day of a date, the one day of an event without an end, and another one where its end is in doubt."""


def duration(text: str) -> tuple[timedelta, timedelta] | None:
    """A DURATION's nominal days and exact time (RFC 5545 §3.3.6); None when it cannot be read."""
    match = _DURATION.match(text)
    if not match or not any(match.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    nominal, exact = timedelta(days=weeks * 7 + days), timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return (-nominal, -exact) if match[1] == "-" else (nominal, exact)


def _without_zones(text: str) -> str:
    """`text` without its VTIMEZONEs, where they stand together as usual: half of the lines, and of no use here."""
    begin, end = text.find("\nBEGIN:VTIMEZONE"), text.rfind("\nEND:VTIMEZONE")
    if not 0 <= begin < end or "BEGIN:VEVENT" in text[begin:end]:
        return text
    return text[:begin] + text[end + len("\nEND:VTIMEZONE") :]


_COUNTS = re.compile(r"[1-9]\d{0,2}\Z", re.ASCII)
_WEEKDAYS = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*\Z")


def _counted(rule: str) -> timedelta | None:
    """The longest that a rule with a COUNT can go on, for the plain ones that have an occurrence in each of their
    periods; None in doubt, as of a rule that cannot be read: that one ends never."""
    pairs = [part.partition("=")[::2] for part in rule.upper().split(";")]
    given = dict(pairs)
    days = {"DAILY": 1, "WEEKLY": 7}.get(given.pop("FREQ", ""))
    count, interval = given.pop("COUNT", ""), given.pop("INTERVAL", "1")
    if len(dict(pairs)) < len(pairs) or days is None or not (_COUNTS.match(count) and _COUNTS.match(interval)):
        return None
    if given and not (days == 7 and given.keys() <= {"WKST", "BYDAY"} and all(map(_WEEKDAYS.match, given.values()))):
        return None
    return timedelta(days=(int(count) + 1) * int(interval) * days)


def index(text: str) -> Index:
    """The index row of one calendar object. Never raises."""
    within: list[str] = []
    uid = ""
    starts: list[str] = []
    days: list[str] = []
    untils: list[str] = []
    events = lengths = 0
    longest = counted = timedelta(0)
    repeats = open_ended = doubtful = False
    for name, rest in picked(_without_zones(text), _INDEXED):
        if len(within) > _DEEPEST or len(days) > _MOST_DAYS:
            return Index(uid, None, None, True)
        if name == "BEGIN":
            within.append(rest[1:].strip().upper())
            events += within[-1] == "VEVENT"
            continue
        if name == "END":
            doubtful |= not within or within.pop() != rest[1:].strip().upper()
            continue
        if not within or within[-1] != "VEVENT":
            continue
        if name == "UID":
            uid = uid or parted(rest)[1].strip()[:1000]
            continue
        value = rest[1:].strip() if rest[0] == ":" else parted(rest)[1].strip()
        if name == "RRULE":
            repeats = True
            until = _UNTIL.search(value)
            if until is None and (lasts := _counted(value)) is not None:
                counted = max(counted, lasts)
                continue
            untils.append(until[1] if until else "")
            # A date that does not exist ends nothing.
            open_ended |= until is None or value.upper().count("UNTIL") > 1 or _exists(until[1]) is None
        elif name in ("DURATION", "X-APPLE-TRAVEL-DURATION", "X-APPLE-TRAVEL-RETURN-DURATION"):
            length = duration(value)
            doubtful |= length is None and name == "DURATION"
            longest += abs(length[0] + length[1]) if length else timedelta(0)
        else:
            repeats |= name == "RDATE"
            open_ended |= name == "RECURRENCE-ID" and "THISANDFUTURE" in rest.upper()
            doubtful |= not _MOMENTS.match(value)
            days += _DAY.findall(value.replace("T", " "))
            starts += [value] if name == "DTSTART" else []
            lengths += name in ("DTEND", "RDATE")
    if doubtful or within or not events or len(starts) < events or not days:
        return Index(uid, None, None, repeats or events > 1)
    try:
        first, last = _day(min(days)), _day(max(days))
        reach = max(_day(max(days + untils)), last + counted)
        # An occurrence of a series may be as long as the longest event, which no two dates are further apart than.
        spread = last - first if (repeats and lengths) else timedelta(0)
        return Index(
            uid,
            first - _BEFORE - longest,
            None if open_ended else reach + spread + longest + _AFTER,
            repeats or events > 1,
        )
    except (ValueError, OverflowError):
        return Index(uid, None, None, repeats or events > 1)


def _exists(digits: str) -> datetime | None:
    try:
        return _day(digits)
    except ValueError:
        return None


def _day(digits: str) -> datetime:
    return datetime(int(digits[:4]), int(digits[4:6]), int(digits[6:8]), tzinfo=UTC)
