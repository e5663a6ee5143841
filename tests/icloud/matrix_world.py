"""The household the faults are lived through with: its calendars, the events of others, the times that stay free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from tests.support.desks import ZONE
from tests.support.icalendars import AMSTERDAM, event, vcalendar, vevent
from workestra_desktop.core.booking import Booking

HOUR = timedelta(hours=1)
HALF = timedelta(minutes=30)
_WHERE = ZoneInfo(ZONE)
CALENDARS = (
    {"name": "work", "displayname": "Work", "order": 1},
    {"name": "family", "displayname": "Family", "order": 2, "shared": "with-me"},
)
CLUB = {
    "name": "club", "displayname": "Club", "order": 3, "shared": "with-me", "privileges": "read",
    "owner_name": "Club Secretary",
}  # fmt: skip
"""Made last, so it is in the second half of every listing."""


def times_of(booking: Booking, events: Mapping[str, str]) -> list[tuple[datetime, datetime]]:
    """When the events with the booking's guest take place, by a reader that is not the app's."""
    return [
        (component.decoded("DTSTART").astimezone(UTC), component.decoded("DTEND").astimezone(UTC))
        for text in events.values()
        if booking.guest in text
        for component in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A day of March 2027 on the host's clock."""
    return datetime(2027, 3, day, hour, minute, tzinfo=_WHERE)


def foreign_events() -> Iterator[tuple[str, str, str]]:
    yield "work", "dentist", event("dentist", at(3, 13), at(3, 14), summary="Dentist")
    yield "club", "match", event("match", at(5, 9), at(5, 12), summary="Match")
    series = vevent("yoga", at(1, 9), at(1, 10), "RRULE:FREQ=WEEKLY;COUNT=4", summary="Yoga")
    moved = vevent("yoga", at(9, 16), at(9, 17), "RECURRENCE-ID;TZID=Europe/Amsterdam:20270308T090000", summary="Yoga")
    yield "family", "yoga", vcalendar(series, moved, zones=[AMSTERDAM])


def free_starts() -> set[datetime]:
    """The starts that are free after the day, worked out by hand: 2 to 12 March, 9:00 to 17:00, without weekends."""
    busy = [
        (at(2, 11), HALF), (at(2, 14), HALF), (at(3, 13), HOUR), (at(4, 15), HALF), (at(5, 9), 3 * HOUR),
        (at(5, 13), HOUR), (at(9, 16), HOUR),
    ]  # fmt: skip
    starts = {at(day, 9) + HALF * n for day in (2, 3, 4, 5, 8, 9, 10, 11, 12) for n in range(16)}
    return {
        start.astimezone(UTC)
        for start in starts
        if not any(begin < start + HALF and start < begin + length for begin, length in busy)
    }
