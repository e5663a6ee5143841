"""A believable month of a solo host, around today: series, a moved and a deleted occurrence, whole days.

Three calendars are the host's own; one is shared by somebody who lets the host only read it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.ical.vtimezone import is_utc, vtimezone

_APPLE = "-//Apple Inc.//macOS 15.0//EN"
_SHARED = "6e1c0f4b9d27a85330f1e2d4c6b8a79051423f6e8d9cab07b1d3f5e7092a4c6d"
"""iCloud names what is shared with an account by a digest."""


@dataclass(frozen=True, slots=True)
class SampleCalendar:
    """A calendar to begin with. `events` maps file names to iCalendar texts; `owner` names who shares it, read-only."""

    name: str
    title: str
    color: str
    order: int
    events: Mapping[str, str]
    owner: str = ""


def fill(cloud: StandIn, calendars: Sequence[SampleCalendar]) -> None:
    """Makes these the account's only calendars."""
    cloud.reset([_made(calendar) for calendar in calendars])
    for calendar in calendars:
        cloud.seed(calendar.name, calendar.events)


def _made(calendar: SampleCalendar) -> dict[str, str | int]:
    """What `Cloud.mkcalendar` takes."""
    made: dict[str, str | int] = {
        "name": calendar.name, "displayname": calendar.title, "color": calendar.color, "order": calendar.order,
    }  # fmt: skip
    if calendar.owner:
        made |= {"shared": "with-me", "privileges": "read", "owner_name": calendar.owner}
    return made


class Month:
    """Builds events relative to the Monday of the week of `today`, in the host's `zone` (IANA)."""

    def __init__(self, today: date, zone: str) -> None:
        self._monday = today - timedelta(days=today.weekday())
        self._zone = zone
        self._count = 0

    def day(self, week: int, weekday: int) -> date:
        """Weekday 0 is Monday; week 0 is this week."""
        return self._monday + timedelta(weeks=week, days=weekday)

    def _at(self, name: str, day: date, clock: str) -> str:
        return f"{name};TZID={self._zone}:{day:%Y%m%d}T{clock.replace(':', '')}00"

    def timed(self, title: str, day: date, start: str, end: str, *more: str) -> list[str]:
        return [f"SUMMARY:{title}", self._at("DTSTART", day, start), self._at("DTEND", day, end), *more]

    def whole(self, title: str, day: date, days: int, *more: str) -> list[str]:
        end = day + timedelta(days=days)
        return [f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}", *more]

    def occurrence(self, name: str, day: date, clock: str) -> str:
        """A property that points at one occurrence: EXDATE or RECURRENCE-ID."""
        return self._at(name, day, clock)

    def file(self, *events: list[str]) -> tuple[str, str]:
        """One calendar object: the first is the master, the others its moved occurrences."""
        self._count += 1
        uid = f"DEMO-{self._count:04d}"
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_APPLE}", "CALSCALE:GREGORIAN"]
        zone = ZoneInfo(self._zone)
        if not is_utc(zone):
            lines += vtimezone(zone, self._monday.year - 1)
        for event in events:
            stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
            lines += ["BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamp}", *event, "END:VEVENT"]
        return f"{uid}.ics", "\r\n".join([*lines, "END:VCALENDAR", ""])


def sample_calendars(today: date, zone: str) -> list[SampleCalendar]:
    m = Month(today, zone)
    moved_from, moved_to, dropped = m.day(1, 1), m.day(1, 3), m.day(2, 1)
    work = [
        m.file(
            m.timed(
                "Team call", m.day(-8, 1), "09:30", "10:30", "RRULE:FREQ=WEEKLY;BYDAY=TU",
                m.occurrence("EXDATE", dropped, "09:30"),
            ),
            m.timed("Team call", moved_to, "15:00", "16:00", m.occurrence("RECURRENCE-ID", moved_from, "09:30")),
        ),
        m.file(m.timed("Invoices", m.day(-3, 4), "16:00", "17:00", "RRULE:FREQ=MONTHLY;BYDAY=-1FR")),
        m.file(m.timed("Workshop with Northwind", m.day(1, 2), "10:00", "15:30", "LOCATION:Northwind\\, 2nd floor")),
        m.file(m.timed("Writing", m.day(0, 0), "09:00", "11:00", "TRANSP:TRANSPARENT", "RRULE:FREQ=WEEKLY;COUNT=8")),
        m.file(
            m.timed(
                "Supplier lunch", m.day(1, 4), "12:00", "13:30", "ORGANIZER:mailto:supplier@example.org",
                f"ATTENDEE;PARTSTAT=DECLINED:mailto:{StandIn.user}",
            )
        ),
        m.file(m.timed("Budget review?", m.day(2, 0), "14:00", "15:00", "STATUS:TENTATIVE")),
    ]  # fmt: skip
    personal = [
        m.file(m.timed("Swimming", m.day(-20, 0), "12:00", "13:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TH")),
        m.file(m.timed("Dentist", m.day(1, 0), "15:00", "16:00", "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M")),
        m.file(m.timed("Concert", m.day(2, 5), "19:30", "22:30")),
        m.file(m.whole("Day off", m.day(3, 4), 1)),
    ]
    family = [
        m.file(m.timed("School run", m.day(-10, 0), "08:15", "09:00", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
        m.file(m.whole("Grandma's birthday", m.day(1, 2), 1, "TRANSP:TRANSPARENT", "RRULE:FREQ=YEARLY")),
        m.file(m.timed("Parents' evening", m.day(2, 2), "17:00", "19:00")),
    ]
    team = [
        m.file(m.whole("Office closed", m.day(2, 4), 1)),
        m.file(m.timed("Team lunch", m.day(1, 3), "12:30", "13:30")),
    ]
    return [
        SampleCalendar("work", "Work", "#1BADF8FF", 1, dict(work)),
        SampleCalendar("personal", "Personal", "#63DA38FF", 2, dict(personal)),
        SampleCalendar("family", "Family", "#FF9500FF", 3, dict(family)),
        SampleCalendar(_SHARED, "Team holidays", "#CC73E1FF", 4, dict(team), owner="Hedy Lamarr"),
    ]
