"""What the window shows, built by hand, and an engine's side of the courier that answers as told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Slot

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import Block, Calendar, Reason
from workestra_desktop.core.commands import Answer, Ask, Command, FindSlots, Result, ShowJournal, ShowWeek
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, first_link
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.slots import Taken, free_slots
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Failure
from workestra_desktop.core.week import Week, stretches
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


def a_block(title: str, start: datetime, minutes: int = 60, reason: Reason = Reason.BUSY, **fields: Any) -> Block:
    """An occurrence in the calendar “Work”."""
    base: dict[str, Any] = {"uid": title, "calendar": CALENDARS[0].id, "href": f"/{title}.ics"}
    return Block(start, start + timedelta(minutes=minutes), title, reason, **(base | fields))


def slots_for(command: FindSlots, blocks: tuple[Block, ...] = (), bookings: tuple[Booking, ...] = ()) -> Result:
    """The free times between `blocks` and `bookings`."""
    link, minutes = _offer(command)
    taken = Taken(blocks, bookings, but_not=command.but_not)
    return tuple(free_slots(link, minutes, command.span, taken, NOW))


def week_for(command: ShowWeek, blocks: tuple[Block, ...] = (), bookings: tuple[Booking, ...] = ()) -> Week:
    """What the engine would show of a week with `blocks` and `bookings`."""
    link, minutes = _offer(command)
    taken = Taken(blocks, bookings, but_not=command.but_not)
    there = tuple(b for b in blocks if Span(b.start, b.end).overlaps(command.span))
    booked = tuple(b for b in bookings if b.live and b.span.overlaps(command.span))
    answers = stretches(link, minutes, command.span, taken, NOW)
    free = tuple(free_slots(link, minutes, command.span, taken, NOW))
    return Week(link, minutes, command.span, there, booked, answers, free)


def _offer(command: FindSlots | ShowWeek) -> tuple[Link, int]:
    """As the desk reads it: a booking that moves keeps its length, whatever is offered."""
    link = next(link for link in LINKS if link.slug == command.slug)
    keeps = command.but_not is not None and command.minutes is not None
    return link, command.minutes if keeps and command.minutes else link.duration(command.minutes)


class Engine(QObject):
    """Answers what `reply` returns or the `Failure` it raises; None in `reply` leaves questions open.

    Free times and weeks it answers itself, from `blocks` and `bookings`, unless `slow` leaves weeks open. Histories,
    too, from `journals`; they are asked of it whenever a booking is looked at, and counted in `histories` alone.
    """

    def __init__(self, courier: Courier, reply: Callable[[Command], Result] | None = None) -> None:
        super().__init__()
        self._courier = courier
        self.reply = reply
        self.asked: list[Command] = []
        self.open: list[Ask] = []
        self.blocks: tuple[Block, ...] = ()
        self.bookings: tuple[Booking, ...] = ()
        self.slow = False
        self.journals: dict[str, tuple[JournalLine, ...]] = {}
        self.histories: list[str] = []
        courier.asked.connect(self.hear)

    @Slot(object)
    def hear(self, ask: Ask) -> None:
        if isinstance(ask.command, ShowJournal):
            self.histories.append(ask.command.booking)
            self._courier.deliver(Answer(ask.number, self.journals.get(ask.command.booking, ())))
            return
        self.asked.append(ask.command)
        if isinstance(ask.command, FindSlots):
            self._courier.deliver(Answer(ask.number, slots_for(ask.command, self.blocks, self.bookings)))
        elif isinstance(ask.command, ShowWeek) and not self.slow:
            self.show_week(ask)
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

    def show_week(self, ask: Ask) -> None:
        assert isinstance(ask.command, ShowWeek)
        self._courier.deliver(Answer(ask.number, week_for(ask.command, self.blocks, self.bookings)))

    def of(self, kind: type[Command]) -> list[Any]:
        """Every command of that kind so far."""
        return [command for command in self.asked if isinstance(command, kind)]
