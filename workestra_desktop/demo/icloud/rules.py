"""What a body must be to be stored (fact sheet §9, rows 23 and 38, and §5.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

_LARGEST = 20 * 1024 * 1024
_MOST_ATTENDEES = 300
_LINE = re.compile(r"[A-Za-z0-9-]+(;[A-Za-z0-9-]+=(\"[^\"]*\"|[^\";:,]*)(,(\"[^\"]*\"|[^\";:,]*))*)*:")
_ONCE = ("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "ORGANIZER")
_FOLD = re.compile(r"\r?\n[ \t]")


class Refused(Exception):  # noqa: N818 - named for what it is
    """The body is not stored. `page` says that the answer has the HTML page of a bad request."""

    def __init__(self, status: int, why: str, *, page: bool = False) -> None:
        super().__init__(why)
        self.status = status
        self.page = page


@dataclass(frozen=True, slots=True)
class Facts:
    """What the server must know of a body that may be stored."""

    uid: str
    organizer: str | None
    invited: tuple[str, ...]


def inspect(body: bytes, components: Sequence[str], *, needs_zone_definition: bool) -> Facts:
    """Raises Refused when a collection for these components does not take the body."""
    if len(body) > _LARGEST:
        raise Refused(403, "larger than 20 MB")
    calendar = _parsed(body)
    if "METHOD" in calendar:
        raise Refused(400, "METHOD in a stored object")
    objects = [part for part in calendar.subcomponents if part.name != "VTIMEZONE"]
    names = {part.name for part in objects}
    if "VJOURNAL" in names:
        raise Refused(500, "journals break the server")
    if not objects or not names <= set(components):
        raise Refused(403, "not a component of this collection")
    for part in objects:
        _complete(part)
    if len({str(part["UID"]) for part in objects}) != 1:
        raise Refused(403, "several UIDs")
    for part in objects:
        if part.name == "VEVENT" and "DTEND" not in part and "DURATION" not in part:
            raise Refused(404, "neither DTEND nor DURATION")
        if len(_each(part, "ATTENDEE")) > _MOST_ATTENDEES:
            raise Refused(403, "more than 300 invitees")
    _zones(calendar, objects, needs_zone_definition=needs_zone_definition)
    organizers = [str(part["ORGANIZER"]) for part in objects if "ORGANIZER" in part]
    return Facts(str(objects[0]["UID"]), organizers[0] if organizers else None, _invited(objects))


def guests(body: bytes) -> Facts | None:
    """The same of a body that is stored already and need not be valid; None when it cannot be read."""
    try:
        objects = _parsed(body).walk("VEVENT")
    except Refused:
        return None
    organizers = [str(part["ORGANIZER"]) for part in objects if "ORGANIZER" in part]
    uid = str(objects[0].get("UID", "")) if objects else ""
    return Facts(uid, organizers[0] if organizers else None, _invited(objects))


def _parsed(body: bytes) -> Any:
    import icalendar

    bad: Callable[[str], Refused] = lambda why: Refused(400, why, page=True)  # noqa: E731 - a name for one phrase
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise bad("not UTF-8") from error
    lines = [line for line in _FOLD.sub("", text).replace("\r\n", "\n").split("\n") if line]
    if not lines or lines[0].upper() != "BEGIN:VCALENDAR" or lines[-1].upper() != "END:VCALENDAR":
        raise bad("not one VCALENDAR")
    if not all(_LINE.match(line) for line in lines):
        raise bad("a line that is no property")
    try:
        calendar = icalendar.Calendar.from_ical(text)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        # What the reader raises for broken text is not always what it documents.
        raise bad("not iCalendar") from error
    if any(part.errors for part in calendar.walk()):
        raise bad("a value that does not fit its property")
    if str(calendar.get("VERSION", "")) != "2.0" or "PRODID" not in calendar:
        raise bad("VERSION or PRODID")
    return calendar


def _complete(part: Any) -> None:
    """What RFC 5545, 3.6.1 and 3.6.2, want of a component, and no more than once."""
    for needed in ("UID", "DTSTAMP") if part.name == "VTODO" else ("UID", "DTSTAMP", "DTSTART"):
        if needed not in part:
            raise Refused(400, f"no {needed}", page=True)
    if any(isinstance(part.get(once), list) for once in _ONCE):
        raise Refused(400, "a property twice", page=True)


def _zones(calendar: Any, objects: Sequence[Any], *, needs_zone_definition: bool) -> None:
    defined = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    used = {
        str(value.params["TZID"])
        for part in objects
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE")
        for value in _each(part, name)
        if "TZID" in getattr(value, "params", {})
    }
    for tzid in used - defined:
        if needs_zone_definition:
            raise Refused(400, f"no VTIMEZONE for {tzid}")
        if not _known(tzid):
            raise Refused(403, f"unknown zone {tzid}")


def _known(tzid: str) -> bool:
    try:
        ZoneInfo(tzid)
    except (KeyError, ValueError, OSError):  # unknown, no file name, or a folder of names
        return False
    return True


def _invited(objects: Sequence[Any]) -> tuple[str, ...]:
    """The addresses a scheduling server has to tell: those without SCHEDULE-AGENT=CLIENT or NONE (RFC 6638, 7.1)."""
    lines = [attendee for part in objects for attendee in _each(part, "ATTENDEE")]
    told = [str(line) for line in lines if str(line.params.get("SCHEDULE-AGENT", "")).upper() not in {"CLIENT", "NONE"}]
    return tuple(dict.fromkeys(told))


def _each(part: Any, name: str) -> list[Any]:
    value = part.get(name, [])
    return value if isinstance(value, list) else [value]
