"""All bookings in one file that every calendar program reads (RFC 5545, one VCALENDAR)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.times import zone
from workestra_desktop.ical.compose import PRODID, compose
from workestra_desktop.ical.vtimezone import is_utc, vtimezone
from workestra_desktop.ical.writing import fold

_YEARS = 4
"""For so many years after its first a VTIMEZONE is right; what lies later is written in UTC."""

_EVENT, _END = "BEGIN:VEVENT\r\n", "END:VCALENDAR\r\n"


def calendar_file(bookings: Sequence[Booking], now: datetime) -> str:
    """The live ones among `bookings`, each as it is written to iCloud, but never with METHOD, ATTENDEE or ORGANIZER, so
    that no program that reads it mails the guests. CRLF and folded. Raises `Failure` (`bad_input`) for an unknown
    zone."""
    live = [b for b in bookings if b.live]
    first: dict[str, int] = {}
    for booking in live:
        year = booking.start.astimezone(zone(booking.timezone)).year
        first[booking.timezone] = min(year, first.get(booking.timezone, year))
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"]
    for name, year in sorted(first.items()):
        if not is_utc(zone(name)):
            head += vtimezone(zone(name), year)
    events = [_event(b if b.end.year <= first[b.timezone] + _YEARS else replace(b, timezone="UTC"), now) for b in live]
    return "".join([*map(fold, head), *events, _END])


def _event(booking: Booking, now: datetime) -> str:
    text = compose(booking, now, "")
    return text[text.index(_EVENT) : -len(_END)]
