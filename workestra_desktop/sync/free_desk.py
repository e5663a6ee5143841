"""What the host decides about free and busy: links, settings and single events; and the week that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, checked
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import EventRule, Settings, checked_settings
from workestra_desktop.core.slots import Refusal, Taken, free_slots, refusals
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.week import Trial, Week, stretches
from workestra_desktop.sync.desk import LOCK_WAIT

if TYPE_CHECKING:
    from workestra_desktop.core.booking import Booking
    from workestra_desktop.core.calendar import Block
    from workestra_desktop.core.mirror import CalendarObject
    from workestra_desktop.sync.desk import Desk

_LONGEST_WEEK = timedelta(days=35)
_ANY_TIME = datetime(2100, 1, 1)  # noqa: DTZ001 - a bound for zones' rules, on any wall clock
_ROOM = timedelta(days=2)
"""More than buffers, a meeting's length and a change of zone can reach beyond the span asked for."""


def answer(desk: Desk, question: ask.Question) -> ask.Result:
    """From the mirror alone."""
    match question:
        case ask.FindSlots():
            return find_slots(desk, question)
        case ask.Explain():
            return explain(desk, question)
        case ask.ShowWeek():
            return show_week(desk, question)
        case ask.TryLink():
            return try_link(desk, question)
        case _:
            assert_never(question)


def decide(desk: Desk, decision: ask.Decision) -> ask.Result:
    """Kept here alone; iCloud is not asked."""
    match decision:
        case ask.SetLink():
            return set_link(desk, decision.link)
        case ask.RemoveLink():
            remove_link(desk, decision.slug)
        case ask.ChangeSettings():
            return change_settings(desk, decision.settings)
        case ask.RuleEvent():
            rule_event(desk, decision)
        case _:
            assert_never(decision)
    return None


def find_slots(desk: Desk, command: ask.FindSlots) -> tuple[Span, ...]:
    link, minutes = _offer(desk, command.slug, command.minutes, command.but_not)
    taken = all_taken(desk, _around(command.span, link), command.but_not)
    return tuple(free_slots(link, minutes, command.span, taken, desk.clock(), desk.stays()))


def explain(desk: Desk, command: ask.Explain) -> tuple[Refusal, ...]:
    """Everything that keeps `command.at` from being bookable: rules of the link, events and bookings by name."""
    link = desk.link(command.slug)
    start = command.at.replace(microsecond=0)
    meeting = Span(start, start + timedelta(minutes=link.duration(command.minutes)))
    taken = all_taken(desk, _around(meeting, link), None)
    return tuple(refusals(link, meeting, taken, desk.clock(), desk.stays()))


def show_week(desk: Desk, command: ask.ShowWeek) -> Week:
    span = command.span
    if not timedelta() < span.end - span.start <= _LONGEST_WEEK:
        raise fail(Code.BAD_INPUT, f"A week view shows at most {_LONGEST_WEEK.days} days.")
    link, minutes = _offer(desk, command.slug, command.minutes, command.but_not)
    wide = _around(span, link)
    bookings, blocks = desk.bookings(), _foreign(desk, wide, command.but_not, free=True)
    taken = Taken(blocks, bookings, but_not=command.but_not)
    now, stays, length = desk.clock(), desk.stays(), timedelta(minutes=minutes)
    around = free_slots(link, minutes, Span(span.start - length, span.end + length), taken, now, stays)
    return Week(
        link=link,
        minutes=minutes,
        span=span,
        blocks=tuple(b for b in blocks if Span(b.start, b.end).overlaps(span)),
        bookings=tuple(b for b in bookings if b.live and b.span.overlaps(span)),
        stretches=stretches(link, minutes, span, taken, now, stays),
        slots=tuple(slot for slot in around if span.start <= slot.start and slot.end <= span.end),
        partly=tuple(slot for slot in around if slot.start < span.start < slot.end or slot.start < span.end < slot.end),
    )


def try_link(desk: Desk, command: ask.TryLink) -> Trial:
    """Both links over the same calendars, at the same instant. A link that is new gains all it offers."""
    new, now, stays = checked(command.link), desk.clock(), desk.stays()
    old = next((link for link in desk.links() if link.slug == new.slug), None)
    minutes = command.minutes or new.minutes[0]
    reach = max(new, old or new, key=lambda link: max(link.before, link.after))
    taken = all_taken(desk, _around(command.span, reach), None)
    before: list[Span] = []
    if old is not None:
        before = free_slots(
            old, old.minutes[0] if command.minutes is None else minutes, command.span, taken, now, stays
        )
    return Trial.of(command.span, before, free_slots(new, minutes, command.span, taken, now, stays))


def _offer(desk: Desk, slug: str, minutes: int | None, but_not: str | None) -> tuple[Link, int]:
    """The link, and how long the meeting is. A booking keeps its length when it moves, whatever is offered by now."""
    link = desk.link(slug)
    return link, minutes if but_not and minutes else link.duration(minutes)


def _around(span: Span, link: Link) -> Span:
    room = _ROOM + timedelta(minutes=max(link.before, link.after))
    return Span(span.start - room, span.end + room)


def all_taken(desk: Desk, span: Span, but_not: str | None) -> Taken:
    """What takes time in `span`. An event that stands for a booking counts as the booking, with its buffers."""
    return Taken(_foreign(desk, span, but_not), desk.bookings(), but_not=but_not)


def _foreign(desk: Desk, span: Span, but_not: str | None, *, free: bool = False) -> list[Block]:
    """Blocks of events that do not stand for a booking; with `free` also those that take no time."""
    own = {(b.calendar, b.href) for b in desk.bookings() if b.id == but_not or _stands_for_its_event(b)}
    return [b for b in desk.busy_blocks(span, free=free) if (b.calendar, b.href) not in own]


def _stands_for_its_event(booking: Booking) -> bool:
    """Whether the event under the booking's own address need not be counted beside it.

    It is counted when the booking no longer fits its event, and when it is there again after it was deleted. Another
    event with the same UID, in another calendar, is always counted: it may be somebody's copy, at another time.
    """
    match booking.status:
        case Status.CONFIRMED:
            return True
        case Status.CANCELLED:
            return booking.sync is InCloud.WAITING
        case Status.ATTENTION:
            return False
        case _:
            assert_never(booking.status)


def set_link(desk: Desk, link: Link) -> Link:
    if link.calendar is not None:
        link = replace(link, calendar=desk.writable(link.calendar).id)
    with desk.store.transaction():
        desk.store.links.put(checked(link))
    return link


def remove_link(desk: Desk, slug: str) -> None:
    with desk.store.transaction():
        if not desk.store.links.remove(slug):
            raise fail(Code.NOT_FOUND, f"There is no link called “{slug[:60]}”.")


def change_settings(desk: Desk, settings: Settings) -> Settings:
    """Keeps `settings` and makes every busy block again by them, at once or not at all."""
    from workestra_desktop.sync.session import expand_anew

    settings = checked_settings(settings)
    with desk.around.lock.held(LOCK_WAIT), desk.store.transaction():
        if settings != desk.store.settings.get():
            desk.store.settings.put(settings)
            expand_anew(desk.store, desk.policy(), desk.clock())
    desk.policy_changed()
    return settings


def rule_event(desk: Desk, command: ask.RuleEvent) -> None:
    """The host's word on one event, whatever the settings say; it holds for every occurrence of a series."""
    from workestra_desktop.sync.session import expand_uid

    known = desk.store.mirror.by_uid(command.uid)
    ruled = any(rule.uid == command.uid for rule in desk.store.settings.rules())
    if not command.uid or not (known or ruled):
        raise fail(Code.NOT_FOUND, "That event is not in your calendars.")
    title = plain(command.title, 200) or _title(known, command.uid)
    with desk.around.lock.held(LOCK_WAIT), desk.store.transaction():
        desk.store.settings.put_rule(EventRule(command.uid, command.blocks, title))
        expand_uid(desk.store, desk.policy(), command.uid)
    desk.policy_changed()


def _title(rows: list[CalendarObject], uid: str) -> str:
    from workestra_desktop.ical.reading import read
    from workestra_desktop.ical.zones import Clock

    events = [event for row in rows for event in read(row.text, Clock(UTC), _ANY_TIME).events]
    return next((event.title for event in events if event.uid == uid), "")
