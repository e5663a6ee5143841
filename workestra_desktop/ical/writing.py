"""How values are written in iCalendar text (RFC 5545 §3.1, §3.3)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from workestra_desktop.core.times import utc
from workestra_desktop.ical.vtimezone import is_utc

_OCTETS = 75


def fold(line: str, newline: str = "\r\n") -> str:
    """`line` with its line end, folded at 75 octets and never inside a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for char in line:
        octets = len(char.encode("utf-8", "replace"))
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += octets
    return newline.join([*pieces, piece]) + newline


def text_value(text: str) -> str:
    """A TEXT value (§3.3.11): backslash, comma, semicolon and line breaks escaped, control characters left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    # U+0085, U+2028 and U+2029 count as line breaks for Python's splitlines, with which some servers read.
    return "".join(" " if c in "\x85\u2028\u2029" else c for c in text if c == "\t" or (ord(c) >= 32 and ord(c) != 127))


def stamp(moment: datetime) -> str:
    """A UTC DATE-TIME."""
    moment = utc(moment)
    return f"{moment.year:04}{moment:%m%dT%H%M%SZ}"


def timed(name: str, moment: datetime, zone: ZoneInfo) -> str:
    """The property `name` with a DATE-TIME in `zone`: UTC with a Z, any other with its TZID.

    The second of two equal wall-clock times (clocks going back) cannot be said with a TZID; it is written as UTC.
    """
    local = utc(moment).astimezone(zone)
    if is_utc(zone) or local.fold:
        return f"{name}:{stamp(moment)}"
    return f"{name};TZID={zone.key}:{local.year:04}{local:%m%dT%H%M%S}"
