"""Building calendar objects for the tests, and asking for the time they take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.ical.expansion import Expansion, expand

BERLIN = "Europe/Berlin"


def event(*lines: str, uid: str = "u1") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT"])


def calendar(*components: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *components, "END:VCALENDAR", ""])


def one(*lines: str) -> str:
    return calendar(event(*lines))


def at(text: str) -> datetime:
    """`2026-12-01 09:00` in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def span(first: str, last: str) -> Span:
    return Span(at(first), at(last))


DECEMBER = span("2026-12-01", "2027-01-01")


def taken(text: str, within: Span = DECEMBER, policy: BusyPolicy | None = None) -> Expansion:
    return expand(text, policy or BusyPolicy(BERLIN), within)


def times(expansion: Expansion) -> list[str]:
    """`01 09:00 60`: day and UTC time of the start, length in minutes; with the month where it is not December 2026."""
    return [
        f"{block.start:%d %H:%M}" + f" {(block.end - block.start) // timedelta(minutes=1)}"
        for block in expansion.blocks
    ]
