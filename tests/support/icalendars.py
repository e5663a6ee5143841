"""Small builders of calendar texts (RFC 5545), with CRLF line ends and nothing the test did not ask for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

AMSTERDAM = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Amsterdam",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The time zone most tests use, as Apple's calendar writes it."""

STAMP = "20260101T000000Z"


def vcalendar(*components: str, zones: Iterable[tuple[str, ...]] = ()) -> str:
    """A whole calendar object of `vevent` texts and time zones."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Workestra tests//EN\r\n"
    return head + "".join(_lines(zone) for zone in zones) + "".join(components) + "END:VCALENDAR\r\n"


def vevent(uid: str, start: datetime | date, end: datetime | date | None, *more: str, summary: str = "Meeting") -> str:
    """One VEVENT. `more` are whole property lines or nested components, without line ends."""
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{STAMP}", stamped("DTSTART", start)]
    if end is not None:
        lines.append(stamped("DTEND", end))
    return _lines([*lines, f"SUMMARY:{summary}", *more, "END:VEVENT"])


def event(uid: str, start: datetime | date, end: datetime | date | None, *more: str, summary: str = "Meeting") -> str:
    """A calendar object with a single event; times in Europe/Amsterdam bring their VTIMEZONE."""
    text = vevent(uid, start, end, *more, summary=summary)
    return vcalendar(text, zones=[AMSTERDAM] if "TZID=Europe/Amsterdam" in text else [])


def stamped(name: str, moment: datetime | date) -> str:
    """A property line: a date as VALUE=DATE, UTC with Z, a named zone with TZID, a naive time as floating."""
    if not isinstance(moment, datetime):
        return f"{name};VALUE=DATE:{moment:%Y%m%d}"
    local = f"{moment:%Y%m%dT%H%M%S}"
    if moment.tzinfo is None:
        return f"{name}:{local}"
    if moment.tzinfo is UTC:
        return f"{name}:{local}Z"
    return f"{name};TZID={moment.tzinfo}:{local}"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\r\n" for line in lines)
