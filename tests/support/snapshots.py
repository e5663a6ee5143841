"""What the window shows, built by hand, and an engine's side of the courier that answers as told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Slot

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import Answer, Ask, Command, FindSlots, Result
from workestra_desktop.core.link import Link, first_link
from workestra_desktop.core.slots import Taken, free_slots
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.courier import Courier

NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
"""A Monday; 10:42 in Berlin."""
BERLIN = "Europe/Berlin"
LINKS = (
    first_link(BERLIN),
    Link("lesson", "Lesson with {guest}", (45, 60), first_link(BERLIN).hours, BERLIN),
)


def a_calendar(slug: str, name: str, **fields: Any) -> Calendar:
    base: dict[str, Any] = {
        "color": "#2968C8FF", "writable": True, "shared": False, "default": False, "write_to": False, "busy": True,
        "events": 12, "read_at": NOW, "problem": None,
    }  # fmt: skip
    return Calendar(f"/1/calendars/{slug}/", name, **(base | fields))


CALENDARS = (
    a_calendar("work", "Work", default=True, write_to=True),
    a_calendar("personal", "Personal", color="#63DA38FF"),
    a_calendar("family", "Family", shared=True, writable=False),
)


def a_booking(slug: str, guest: str, days: float = 1, **fields: Any) -> Booking:
    """A booking of half an hour, `days` after `NOW`."""
    start = NOW.replace(minute=0) + timedelta(days=days)
    base: dict[str, Any] = {
        "id": slug, "link": "meeting", "title": f"Meeting with {guest}", "guest": guest, "email": "", "note": "",
        "start": start, "end": start + timedelta(minutes=30), "timezone": BERLIN, "status": Status.CONFIRMED,
        "sync": InCloud.SYNCED, "calendar": CALENDARS[0].id, "uid": slug, "href": f"/{slug}.ics", "location": "",
        "meeting_url": "", "alarms": (), "before": 0, "after": 0, "created_at": NOW, "changed_at": NOW,
    }  # fmt: skip
    return Booking(**(base | fields))


def a_snapshot(*bookings: Booking, **fields: Any) -> Snapshot:
    """A connected app in step with iCloud."""
    base: dict[str, Any] = {
        "apple_id": "host@example.org", "connected": True, "state": State.UP_TO_DATE, "last_poll": NOW,
        "next_poll": NOW + timedelta(minutes=10), "waiting": 0, "problems": (), "calendars": CALENDARS,
        "links": LINKS, "bookings": tuple(sorted(bookings, key=lambda b: b.start)), "complete": True, "events": 36,
        "host_zone": BERLIN, "taken_at": NOW,
    }  # fmt: skip
    return Snapshot(**(base | fields))


NEW = a_snapshot(
    apple_id=None, connected=False, setup_done=False, calendars=(), state=State.NOT_CONNECTED, complete=False,
    last_poll=None, next_poll=None,
)  # fmt: skip
"""A fresh profile."""


def slots_for(command: FindSlots) -> Result:
    """The free times of an empty calendar."""
    link = next(link for link in LINKS if link.slug == command.slug)
    return tuple(free_slots(link, link.duration(command.minutes), command.span, Taken((), ()), NOW))


class Engine(QObject):
    """Answers what `reply` returns or the `Failure` it raises; None in `reply` leaves questions open."""

    def __init__(self, courier: Courier, reply: Callable[[Command], Result] | None = None) -> None:
        super().__init__()
        self._courier = courier
        self.reply = reply
        self.asked: list[Command] = []
        self.open: list[Ask] = []
        courier.asked.connect(self.hear)

    @Slot(object)
    def hear(self, ask: Ask) -> None:
        self.asked.append(ask.command)
        if isinstance(ask.command, FindSlots):
            self._courier.deliver(Answer(ask.number, slots_for(ask.command)))
        elif self.reply is None:
            self.open.append(ask)
        else:
            self.answer(ask)

    def answer(self, ask: Ask) -> None:
        assert self.reply is not None
        try:
            self._courier.deliver(Answer(ask.number, self.reply(ask.command)))
        except Failure as failure:
            self._courier.deliver(Answer(ask.number, trouble=failure.trouble))

    def of(self, kind: type[Command]) -> list[Any]:
        """Every command of that kind so far."""
        return [command for command in self.asked if isinstance(command, kind)]
