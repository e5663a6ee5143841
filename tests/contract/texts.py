"""Calendar texts and moments of the contract suite, and what two texts must share to mean the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar

NOON = datetime(2027, 3, 2, 12, tzinfo=UTC)
"""A Tuesday."""


def hours(after: float) -> datetime:
    """`after` hours from NOON."""
    return NOON + timedelta(hours=after)


def meaning(text: str) -> list[tuple[str, datetime | date, datetime | date, str]]:
    """UID, start, end and title of each VEVENT, in order: what no server may change."""
    events = icalendar.Calendar.from_ical(text).events
    return sorted((str(e["UID"]), e.start, e.end, str(e.get("SUMMARY", ""))) for e in events)


def unfolded(text: str) -> set[str]:
    """The content lines of `text` (RFC 5545 §3.1), whatever order and line ends they came in."""
    return set(text.replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "").splitlines())


def folded(line: str) -> Iterable[str]:
    """`line` in pieces of at most 75 octets that never cut a character in two (RFC 5545 §3.1)."""
    piece, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > 74:
            yield piece
            piece, size = " ", 1
        piece, size = piece + char, size + width
    yield piece
