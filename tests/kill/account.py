"""The account: other people's events in three calendars, and what stands there for bookings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.support.icalendars import event, stamped, vcalendar, vevent
from tests.support.servers import CalDavServer, Radicale

CALENDARS = ("work", "home", "family")
"""The first takes the bookings."""

FOREIGN = 51
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_MARK = re.compile(r"^X-WORKESTRA-BOOKING:(\S+)\r$", re.MULTILINE)
_TIME = re.compile(r"^(DTSTART|DTEND)((?:;[^:\r\n]*)?):(\d{8}T\d{6})(Z?)\r$", re.MULTILINE)
ZONES = re.compile(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OurEvent:
    """An object in the account with our mark."""

    booking: str
    path: str
    start: datetime
    end: datetime


def slots(first: datetime) -> Iterator[datetime]:
    """Times for meetings of half an hour, never the same twice, each with half an hour around it left to others; none
    at night, when an hour may come twice. `first` is in UTC."""
    hour = first.replace(minute=0, second=0, microsecond=0)
    while True:
        hour += timedelta(hours=1)
        if hour.hour >= 4:
            yield hour


def furnish(server: CalDavServer, first: datetime) -> None:
    """Three calendars with others' events: single ones, series with exceptions, whole days."""
    for order, name in enumerate(CALENDARS):
        server.mkcalendar(name, name.title(), order=order + 1)
    day = first.astimezone(AMSTERDAM).replace(hour=9, minute=35, second=0, microsecond=0)
    for number in range(FOREIGN):
        uid = f"foreign-{number}"
        server.put(CALENDARS[number % 3], f"{uid}.ics", _foreign(uid, number, day + timedelta(days=number % 40)))


def _foreign(uid: str, number: int, start: datetime) -> str:
    end, week = start + timedelta(minutes=20), timedelta(days=7)
    match number // 3 % 5:
        case 0:
            return event(
                uid, start, end, "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC", "DESCRIPTION:äöü \\, \\; \\n 🎈"
            )
        case 1:
            return event(uid, start.astimezone(UTC), end.astimezone(UTC), "ATTENDEE;CN=Bo:mailto:bo@example.com")
        case 2:
            return event(uid, start.date(), start.date() + timedelta(days=1), "TRANSP:TRANSPARENT")
        case 3:
            return event(uid, start, end, "RRULE:FREQ=WEEKLY;COUNT=12", stamped("EXDATE", start + week))
        case _:
            return vcalendar(
                vevent(uid, start.astimezone(UTC), end.astimezone(UTC), "RRULE:FREQ=WEEKLY;COUNT=9"),
                vevent(
                    uid,
                    (start + 2 * week).astimezone(UTC),
                    (end + 2 * week).astimezone(UTC),
                    stamped("RECURRENCE-ID", (start + week).astimezone(UTC)),
                    summary="Moved by a week",
                ),
            )


def stored(server: CalDavServer) -> dict[str, bytes]:
    """Every object by its path: on Radicale the files themselves, else what is answered with its ETag."""
    found: dict[str, bytes] = {}
    for name in CALENDARS:
        for path in server.list(name):
            if isinstance(server, Radicale):
                found[path] = (server.folder / "data" / "collection-root" / path.strip("/")).read_bytes()
            else:
                found[path] = "\n".join(server.get(path)).encode()
    return found


def our_events(server: CalDavServer) -> list[OurEvent]:
    found = []
    for name in CALENDARS:
        for path, text in server.texts(name).items():
            for booking in _MARK.findall(text):
                times = {kind: _instant(*rest) for kind, *rest in _TIME.findall(ZONES.sub("", text))}
                found.append(OurEvent(booking, path, times["DTSTART"], times["DTEND"]))
    return found


def _instant(parameters: str, local: str, utc: str) -> datetime:
    zone = UTC if utc else ZoneInfo(parameters.removeprefix(";TZID="))
    return datetime.strptime(local, "%Y%m%dT%H%M%S").replace(tzinfo=zone)
