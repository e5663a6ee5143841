"""Moving an event that the host may have edited: only its times change, every other byte stays (product rule [32])."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.times import utc, zone
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.scan import ContentLine, content_lines
from workestra_desktop.ical.vtimezone import is_utc, vtimezone
from workestra_desktop.ical.writing import fold, stamp, timed


@dataclass(slots=True)
class _Found:
    """A VEVENT in the text: its own lines, without those of its alarms."""

    begin: ContentLine
    lines: list[ContentLine] = field(default_factory=list)

    def named(self, *names: str) -> list[ContentLine]:
        return [line for line in self.lines if line.name in names]


def amend(text: str, uid: str, start: datetime, end: datetime, timezone: str, now: datetime) -> str:
    """`text` with the event `uid` moved to `start`–`end`, written in `timezone` (IANA).

    DTSTART, DTEND (also in DURATION's place), SEQUENCE, DTSTAMP and an existing LAST-MODIFIED change, and a missing
    VTIMEZONE is added. `text` itself comes back when the event is already there. Raises ValueError if there is no
    single, non-recurring VEVENT with that UID, and `Failure` (`bad_input`) for an unknown zone.
    """
    where = zone(timezone)
    event, tzids = _find(text, uid)
    facts = remote_event(text, uid, "", "", "", BusyPolicy(timezone))
    if not facts.all_day and (facts.start, facts.end) == (utc(start), utc(end)):
        return text
    first, *more = event.named("DTSTART")
    newline = "\r\n" if text[first.start : first.end].endswith("\r\n") else "\n"
    changes: dict[int, tuple[int, str]] = {}

    def put(line: ContentLine, content: str) -> None:
        changes[line.start] = (line.end, content)

    put(first, fold(timed("DTSTART", start, where), newline))
    closing = fold(timed("DTEND", end, where), newline)
    lasts = event.named("DTEND", "DURATION")
    if lasts:
        put(lasts[0], closing)
    else:
        put(first, changes[first.start][1] + closing)
    for line in [*more, *lasts[1:]]:
        put(line, "")
    numbers = event.named("SEQUENCE")
    for line in numbers[:1]:
        put(line, f"SEQUENCE:{_sequence(line.value) + 1}{newline}")
    for line in event.named("DTSTAMP", "LAST-MODIFIED"):
        put(line, f"{line.name}:{stamp(now)}{newline}")
    if not numbers:
        last = changes[first.start]
        changes[first.start] = (last[0], f"{last[1]}SEQUENCE:1{newline}")
    if not is_utc(where) and where.key not in tzids and "TZID=" in changes[first.start][1] + closing:
        added = "".join(fold(line, newline) for line in vtimezone(where, start.astimezone(where).year))
        changes[event.begin.start] = (event.begin.start, added)
    return _replaced(text, changes)


def _find(text: str, uid: str) -> tuple[_Found, set[str]]:
    """The event, and the TZIDs that the text has a VTIMEZONE for."""
    within: list[str] = []
    events: list[_Found] = []
    tzids: set[str] = set()
    for line in content_lines(text):
        name = line.name
        if name == "BEGIN":
            within.append(line.value.strip().upper())
            if within[-1] == "VEVENT":
                events.append(_Found(line))
        elif name == "END":
            if not within or within.pop() != line.value.strip().upper():
                raise ValueError("components are not closed in order")
        elif within and within[-1] == "VEVENT":
            events[-1].lines.append(line)
        elif within and within[-1] == "VTIMEZONE" and name == "TZID":
            tzids.add(line.value.strip())
    mine = [e for e in events if any(line.value.strip() == uid for line in e.named("UID"))]
    if within or len(mine) != 1 or not mine[0].named("DTSTART"):
        raise ValueError("there is not exactly one whole event with this UID")
    if mine[0].named("RRULE", "RDATE", "RECURRENCE-ID"):
        raise ValueError("the event repeats")
    return mine[0], tzids


def _sequence(value: str) -> int:
    value = value.strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _replaced(text: str, changes: dict[int, tuple[int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for begin in sorted(changes):
        end, content = changes[begin]
        pieces += [text[at:begin], content]
        at = end
    return "".join([*pieces, text[at:]])
