"""The host's answers: to bookings that need attention, to events that vanished together or lie on a booking.

An answer is stored whole, in one transaction, before anything is sent. Where it depends on what iCloud has by now, that
is read first if it can be; should the question have changed by it, nothing is decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, assert_never

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Agreed, Booking, By, InCloud, Status
from workestra_desktop.core.calendar import BusyPolicy, Calendar
from workestra_desktop.core.choices import SAID, Case, Choice, OpenQuestion, Place, Seen, choices
from workestra_desktop.core.interval import Span
from workestra_desktop.core.merge import Clash, merge
from workestra_desktop.core.mirror import CalendarObject
from workestra_desktop.core.outbox import Intent, Kind
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import Said, said
from workestra_desktop.core.trouble import Code, Failure, Scope, fail
from workestra_desktop.core.verdict import RemoteEvent
from workestra_desktop.sync.republish import has_home, put_back, settle_gone

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

_DECIDED = "decided by the host: "


def answer(
    desk: Desk, command: ask.SettleGone | ask.Choose | ask.SettleOverlap
) -> Booking | tuple[Booking, ...] | None:
    match command:
        case ask.SettleGone():
            return settle_gone(desk, command)
        case ask.Choose():
            return _choose(desk, command)
        case ask.SettleOverlap():
            from workestra_desktop.sync.radar import settle_overlap

            settle_overlap(desk, command)
            return None
        case _:
            assert_never(command)


def questions(desk: Desk, bookings: Iterable[Booking] | None = None) -> tuple[OpenQuestion, ...]:
    """Every booking that waits for the host. `bookings`: all of them, where they are at hand."""
    asking = [b for b in (desk.bookings() if bookings is None else bookings) if asks(b)]
    if not asking:
        return ()
    known = _Known(desk)
    return tuple(known.question(booking) for booking in asking)


def asks(booking: Booking) -> bool:
    return booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED


def open_choices(desk: Desk, booking: Booking) -> tuple[Choice, ...]:
    """What can be decided about `booking` now; nothing if it does not wait for the host."""
    return choices(_Known(desk).case(booking)) if asks(booking) else ()


# ------------------------------------------------------------------------------------------------- what is to be judged


class _Known:
    """What all open questions share, read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._calendars = {c.id: c for c in desk.calendars()}
        self._complete = desk.complete()
        self._policy = desk.policy()
        self._waits: defaultdict[str, list[Intent]] = defaultdict(list)
        for intent in desk.store.outbox.all():
            self._waits[intent.booking].append(intent)
        self._homes: dict[tuple[str, str], bool] = {}

    def case(self, booking: Booking) -> Case:
        calendar, home = self._calendars.get(booking.calendar), (booking.calendar, booking.link)
        place = Place.OPEN
        if calendar is None or calendar.gone:
            place = Place.GONE
        elif not calendar.writable:
            place = Place.READ_ONLY
        if home not in self._homes:
            self._homes[home] = has_home(self._desk, booking)
        first = next((intent.kind for intent in self._waits[booking.id]), None)
        return Case(booking.live, first, self._seen(booking, first, calendar), place, self._homes[home])

    def question(self, booking: Booking) -> OpenQuestion:
        found = choices(self.case(booking))
        if Choice.TAKE_ICLOUD not in found:
            return OpenQuestion(booking.id, found)
        event = _event(self._desk, booking, self._policy)
        return OpenQuestion(booking.id, found, event[0].meeting if event else None)

    def _seen(self, booking: Booking, first: Kind | None, calendar: Calendar | None) -> Seen:
        found = _event(self._desk, booking, self._policy)
        if found is None:
            unread = calendar is not None and not calendar.gone and calendar.read_at is None
            return Seen.NOT_READ if unread or not self._complete else Seen.ABSENT
        event, _ = found
        if event.start is None or event.end is None or event.repeats:
            return Seen.OVERGROWN
        if event.all_day or event.cancelled:
            return Seen.ODD
        agreed = None if booking.agreed is None else Span(booking.agreed.start, booking.agreed.end)
        merged = merge(agreed, booking.span, Span(event.start, event.end))
        return Seen.CLASHES if first is Kind.AMEND and isinstance(merged, Clash) else Seen.FITS


def _event(desk: Desk, booking: Booking, policy: BusyPolicy) -> tuple[RemoteEvent, CalendarObject] | None:
    """The booking's event as it was last read, wherever it lies."""
    from workestra_desktop.ical.expansion import remote_event

    rows = desk.store.mirror.by_uid(booking.uid)
    rows.sort(key=lambda row: row.href != booking.href)
    for row in rows:
        return remote_event(row.text, booking.uid, row.calendar, row.href, row.etag, policy), row
    return None


# -------------------------------------------------------------------------------------------------------- and decided


def _choose(desk: Desk, command: ask.Choose) -> Booking:
    from workestra_desktop.sync.booking_desk import cancel
    from workestra_desktop.sync.desk import LOCK_WAIT

    desk.account()
    # Under the lock: another process must not send meanwhile what is decided about here.
    with desk.around.lock.held(LOCK_WAIT):
        booking, choice = desk.booking(command.booking), command.choice
        if _decided(desk, booking, choice):
            return booking
        _need_open(desk, booking, choice)
        if choice is Choice.CANCEL and booking.gone_together:
            settle_gone(desk, ask.SettleGone((booking.id,), cancel=True))
            booking = desk.booking(booking.id)
            if not booking.live:
                return booking
        if choice is Choice.CANCEL and booking.live:
            return cancel(desk, ask.Cancel(booking.id))
        if choice is Choice.LET_GO:
            _store(desk, booking, choice)
            return desk.booking(booking.id)
        return _read_store_send(desk, booking, choice)


def _read_store_send(desk: Desk, booking: Booking, choice: Choice) -> Booking:
    """Without iCloud the answer rests on what was last read, and waits to be sent."""
    from workestra_desktop.sync.booking_desk import send
    from workestra_desktop.sync.round import poll

    stored = False
    try:
        with desk.session() as session:
            for _ in poll(session):
                pass
            booking = desk.booking(booking.id)
            if choice in _MET_BY_ITSELF and booking.live and not asks(booking):
                return booking
            _need_open(desk, booking, choice)
            _store(desk, booking, choice)
            stored = True
            return send(desk, session, booking.id)
    except Failure as failure:
        if not failure.trouble.passing and failure.trouble.scope is not Scope.ACCOUNT:
            raise
        if not stored:
            _store(desk, desk.booking(booking.id), choice)
        return desk.booking(booking.id)


_MET_BY_ITSELF = frozenset({Choice.PUT_BACK, Choice.TAKE_ICLOUD, Choice.TRY_AGAIN})
"""What these lead to may come about by reading iCloud: the event was there after all, or is there again."""


def _decided(desk: Desk, booking: Booking, choice: Choice) -> bool:
    """Whether this very answer was given before, and the question is closed: then it is not decided twice."""
    if asks(booking):
        return False
    said = any(line.what == _line(choice) for line in desk.journal(booking.id))
    match choice:
        case Choice.CANCEL:
            return not booking.live
        case Choice.LET_GO:
            return said and not booking.live
        case Choice.TRY_AGAIN:
            return said
        case Choice.TAKE_ICLOUD | Choice.KEEP_MINE | Choice.PUT_BACK:
            return said and booking.live
        case _:
            assert_never(choice)


def _line(choice: Choice) -> str:
    return f"{_DECIDED}{SAID[choice]}"


def _need_open(desk: Desk, booking: Booking, choice: Choice) -> None:
    found = open_choices(desk, booking)
    if choice in found:
        return
    name = plain(booking.title, 80)
    if not found:
        raise fail(Code.BAD_INPUT, said("“{booking}” does not wait for a decision.", booking=name))
    raise fail(
        Code.BAD_INPUT,
        said(
            "“{choice}” does not fit “{booking}” as things are. It can be {open}.",
            choice=choice,
            booking=name,
            open=_listed([said("“{choice}” to {meaning}", choice=each, meaning=SAID[each]) for each in found]),
        ),
    )


def _listed(parts: Sequence[Said]) -> Said:
    return reduce(lambda told, part: said("{told}; {next}", told=told, next=part), parts)


def _store(desk: Desk, booking: Booking, choice: Choice) -> None:
    """The decision, whole or not at all."""
    now = desk.clock()
    with desk.store.transaction():
        desk.store.journal.write(booking.id, now, _line(choice))
        match choice:
            case Choice.TRY_AGAIN:
                for intent in desk.store.outbox.of(booking.id):
                    desk.store.outbox.postpone(intent.id, now, held=False)
                _put(desk, booking, InCloud.WAITING)
            case Choice.TAKE_ICLOUD:
                _take(desk, booking)
            case Choice.KEEP_MINE:
                found = _event(desk, booking, desk.policy())
                if found is not None and found[0].start is not None and found[0].end is not None:
                    booking = replace(booking, agreed=Agreed(found[0].start, found[0].end, found[0].etag))
                desk.store.outbox.add(booking.id, Kind.AMEND, now)
                _put(desk, booking, InCloud.WAITING)
            case Choice.PUT_BACK:
                put_back(desk, booking)
            case Choice.LET_GO:
                _drop_all(desk, booking)
                cancelled_by = booking.cancelled_by or By.HOST
                let_go = replace(booking, status=Status.CANCELLED, cancelled_by=cancelled_by, agreed=None)
                _put(desk, let_go, InCloud.SYNCED)
            case Choice.CANCEL:
                desk.store.outbox.add(booking.id, Kind.WITHDRAW, now)
                _put(desk, booking, InCloud.WAITING)
            case _:
                assert_never(choice)


def _put(desk: Desk, booking: Booking, sync: InCloud) -> None:
    """The booking without its concern."""
    status = Status.CONFIRMED if booking.live else Status.CANCELLED
    desk.store.bookings.put(
        replace(booking, status=status, sync=sync, concern="", missing_since=None, changed_at=desk.clock())
    )


def _take(desk: Desk, booking: Booking) -> None:
    from workestra_desktop.sync.journal import note_text

    event, row = _event(desk, booking, desk.policy()) or (None, None)
    if event is None or row is None or event.start is None or event.end is None:
        raise fail(Code.NOT_FOUND, "Its event is not in iCloud any more.", scope=Scope.BOOKING)
    _drop_all(desk, booking)
    there = Span(event.start, event.end)
    taken = replace(booking, start=there.start, end=there.end, agreed=Agreed(there.start, there.end, event.etag))
    stayed_away = booking.no_show and there.start <= desk.clock()
    _put(desk, replace(taken, calendar=event.calendar, href=event.href, no_show=stayed_away), InCloud.SYNCED)
    was = booking.span if booking.span != there else None
    note_text(desk.store, booking.id, desk.clock(), "seen in iCloud", "", row.text, was=was)


def _drop_all(desk: Desk, booking: Booking) -> None:
    for intent in desk.store.outbox.of(booking.id):
        desk.store.outbox.settle(intent.id)
