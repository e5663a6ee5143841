"""The four states that every page is drawn in: nothing yet, a full month, trouble, and texts that are too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.support.snapshots import BERLIN, CALENDARS, LINKS, NOW, a_block, a_booking, a_calendar, a_snapshot
from workestra_desktop.core.booking import GONE_TOGETHER, Booking, By, InCloud, Status
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.commands import Command, Result, ShareTimes, TryLink
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.offer import Offer
from workestra_desktop.core.slots import Taken, free_slots
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.core.week import Trial

ROOM = "https://meet.example.org/room/4711"

EMPTY = a_snapshot()

_HOUR = 1 / 24
MONTH: tuple[Booking, ...] = (
    a_booking("b1", "Ada Lovelace", 2 * _HOUR, email="ada@example.org", note="First lesson: where to begin",
              meeting_url=ROOM, location=ROOM),
    a_booking("b2", "Grace Hopper", 5 * _HOUR, email="grace@example.org", link="lesson"),
    a_booking("b3", "Alan Turing", 1 + _HOUR, email="alan@example.org"),
    a_booking("b4", "Emmy Noether", 1 + 4 * _HOUR, link="lesson", note="Rings and ideals"),
    a_booking("b5", "Sofia Kowalewskaja", 3, email="sofia@example.org", meeting_url=ROOM),
    a_booking("b6", "Srinivasa Ramanujan", 3 + 5 * _HOUR, sync=InCloud.WAITING),
    a_booking("b7", "Mary Somerville", 8 + 2 * _HOUR),
    a_booking("b8", "Maria Mitchell", 15, link="lesson"),
    a_booking("p1", "Charles Babbage", -3), a_booking("p2", "Caroline Herschel", -5, link="lesson"),
    a_booking("c1", "Pierre de Fermat", 2, status=Status.CANCELLED, cancelled_by=By.HOST, reason="Margin too narrow"),
    a_booking("c2", "Évariste Galois", 4, status=Status.CANCELLED, cancelled_by=By.ICLOUD),
)  # fmt: skip
BUSY = a_snapshot(*MONTH)

_GONE = tuple(
    a_booking(f"g{n}", guest, n, status=Status.ATTENTION, concern=GONE_TOGETHER)
    for n, guest in enumerate(("Hypatia", "Al-Khwarizmi", "Omar Khayyam", "Fibonacci"), 1)
)
TROUBLE = a_snapshot(
    *MONTH[:3], replace(MONTH[5], sync=InCloud.FAILED, concern="iCloud refused to take it."), *_GONE,
    state=State.ATTENTION,
    waiting=2,
    next_poll=NOW + timedelta(minutes=4),
    problems=(
        Trouble(Code.RECONNECT_NEEDED, Scope.ACCOUNT, count=2),
        Trouble(Code.EVENTS_GONE, Scope.ACCOUNT, "4 coming bookings have lost their events."),
        Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "Bookings", count=4),
    ),
)  # fmt: skip

_LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Hubert Blaine, Stiftung für angewandte Terminvereinbarungsforschung"
_LONG_NOTE = "Bitte bringen Sie die Unterlagen mit, die wir beim letzten Mal besprochen haben. " * 12
LONG = a_snapshot(
    a_booking("l1", _LONG_NAME, 2 * _HOUR, email=f"{'a' * 60}@{'b' * 60}.example.org", note=_LONG_NOTE,
              meeting_url=ROOM + "/" + "x" * 300),
    a_booking("l2", "Ω" * 200, 5 * _HOUR, link="lesson"),
    a_booking("l3", "עדה לאבלייס", 1), a_booking("l4", "\u202egnippilf\u202c <b>bold</b> & more", 1 + _HOUR),
    calendars=(
        a_calendar("work", "Geschäftliche Termine und Besprechungen mit Kundinnen und Kunden (geteilt)",
                   default=True, write_to=True),
        *CALENDARS[1:],
    ),
    links=(LINKS[0], replace(LINKS[1], title="Ausführliches Beratungsgespräch zur Terminvereinbarung mit {guest}")),
)  # fmt: skip


def at(day: int, hour: int, minute: int = 0) -> timedelta:
    return timedelta(days=day, hours=hour - 10, minutes=minute - 42)


BLOCKS: tuple[Block, ...] = (
    a_block("Writing", NOW + at(0, 9), 120, Reason.FREE),
    a_block("Swimming", NOW + at(0, 12), 60, calendar=CALENDARS[1].id),
    a_block("Travel", NOW + at(0, 14, 30), 30, calendar=CALENDARS[1].id),
    a_block("Dentist", NOW + at(0, 15), 60, calendar=CALENDARS[1].id),
    a_block("Workshop with Northwind", NOW + at(2, 10), 330),
    a_block("Swimming", NOW + at(3, 12), 60, calendar=CALENDARS[1].id),
    a_block("Team lunch", NOW + at(3, 12, 30), 60, calendar=CALENDARS[2].id),
    a_block("Team call", NOW + at(3, 15), 60, Reason.TENTATIVE),
)
"""Other events of the week of `NOW`; the hours are Berlin's."""


def answer(command: Command) -> Result:
    """What the engine says to what the screens ask, beside free times and weeks."""
    match command:
        case ShareTimes(guest_zone=zone):
            slots = tuple(Span(NOW + at(d, h), NOW + at(d, h, 30)) for d, h in ((1, 11), (1, 16), (3, 9), (4, 14)))
            return Offer("meeting", "Meeting", slots, BERLIN, zone)
        case TryLink(link=link, span=span):
            before, after = (
                free_slots(each, each.minutes[0], span, Taken(BLOCKS, ()), NOW) for each in (LINKS[0], link)
            )
            return Trial.of(span, before, after)
        case _:
            raise AssertionError(command)


JOURNAL = (
    JournalLine(NOW - timedelta(days=2), "written to iCloud"),
    JournalLine(NOW - timedelta(hours=1), "moved in iCloud", was=Span(NOW + at(1, 10), NOW + at(1, 11))),
)
