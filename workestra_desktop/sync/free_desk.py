"""What the host decides about free and busy: links, settings and single events; and the week that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.interval import Span, clip, merge
from workestra_desktop.core.link import WEEKDAYS, Link, Window, checked
from workestra_desktop.core.offer import Offer, offered_title
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import said
from workestra_desktop.core.settings import EventRule, Settings, checked_settings
from workestra_desktop.core.slots import Refusal, Taken, booking_window, free_slots, refusals
from workestra_desktop.core.times import zone
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.week import Trial, Week, stretches
from workestra_desktop.sync.desk import LOCK_WAIT

if TYPE_CHECKING:
    from workestra_desktop.core.booking import Booking
    from workestra_desktop.core.calendar import Block
    from workestra_desktop.core.mirror import CalendarObject
    from workestra_desktop.sync.desk import Desk

_LONGEST_WEEK = timedelta(days=35)
_LONGEST_OFFER = timedelta(days=93)
"""As many days as are offered at once, and the hour that one with a change of clocks has more."""
_ANY_TIME = datetime(2100, 1, 1)  # noqa: DTZ001 - a bound for zones' rules, on any wall clock
_LONGEST_MEETING = timedelta(days=1)
_WEEKS = timedelta(days=9)
_ROOM = timedelta(days=2)
"""More than buffers, a meeting's length and a change of zone can reach beyond the span asked for."""


_Asked = ask.FindSlots | ask.Explain | ask.ShowWeek | ask.TryLink | ask.ShareTimes


def answer(desk: Desk, question: _Asked) -> ask.Result:
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
        case ask.ShareTimes():
            return share_times(desk, question)
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
    now, stays = desk.clock(), desk.stays()
    bookable = booking_window(link, now, stays)  # nothing is offered outside, so nothing there is looked at
    span = Span(max(command.span.start, bookable.start), min(command.span.end, bookable.end + _LONGEST_MEETING))
    if span.start >= span.end:
        desk.need_complete()
        return ()
    taken = all_taken(desk, around(span, link), command.but_not)
    return tuple(free_slots(link, minutes, command.span, taken, now, stays))


def share_times(desk: Desk, command: ask.ShareTimes) -> Offer:
    """Raises what `find_slots` raises, and `bad_input` for a zone there is not or a span that is too long."""
    link, where = desk.link(command.slug), command.guest_zone and zone(command.guest_zone).key
    if not timedelta() < command.span.end - command.span.start <= _LONGEST_OFFER:
        raise fail(Code.BAD_INPUT, "Times are offered for 1 to 92 days at once.")
    found = find_slots(desk, ask.FindSlots(link.slug, command.span, command.minutes))
    return Offer(link.slug, offered_title(link.title, link.slug), found, desk.host_zone.key, where)


def explain(desk: Desk, command: ask.Explain) -> tuple[Refusal, ...]:
    """Everything that keeps `command.at` from being bookable: rules of the link, events and bookings by name."""
    link = desk.link(command.slug)
    start = command.at.replace(microsecond=0)
    meeting = Span(start, start + timedelta(minutes=link.duration(command.minutes)))
    taken = all_taken(desk, around(meeting, link), None)
    return tuple(refusals(link, meeting, taken, desk.clock(), desk.stays()))


def show_week(desk: Desk, command: ask.ShowWeek) -> Week:
    span = command.span
    if not timedelta() < span.end - span.start <= _LONGEST_WEEK:
        raise fail(Code.BAD_INPUT, said("A week view shows at most {days} days.", days=_LONGEST_WEEK.days))
    link, minutes = _offer(desk, command.slug, command.minutes, command.but_not)
    wide = around(span, link)
    bookings = desk.store.bookings.near(wide)
    blocks = _foreign(desk, wide, bookings, command.but_not, free=True)
    taken = Taken(blocks, bookings, but_not=command.but_not)
    now, stays, length = desk.clock(), desk.stays(), timedelta(minutes=minutes)
    offered = free_slots(link, minutes, Span(span.start - length, span.end + length), taken, now, stays)
    return Week(
        link=link,
        minutes=minutes,
        span=span,
        blocks=tuple(b for b in blocks if Span(b.start, b.end).overlaps(span)),
        bookings=tuple(b for b in bookings if b.span.overlaps(span)),
        stretches=stretches(link, minutes, span, taken, now, stays),
        slots=tuple(slot for slot in offered if span.start <= slot.start and slot.end <= span.end),
        partly=tuple(
            slot for slot in offered if slot.start < span.start < slot.end or slot.start < span.end < slot.end
        ),
    )


def try_link(desk: Desk, command: ask.TryLink) -> Trial:
    """Both links over the same calendars, at the same instant. A link that is new gains all it offers."""
    new, now, stays = checked(command.link), desk.clock(), desk.stays()
    old = next((link for link in desk.links() if link.slug == new.slug), None)
    reach = max(new, old or new, key=lambda link: max(link.before, link.after))
    taken = all_taken(desk, around(command.span, reach), None)
    before: list[Span] = []
    if old is not None:
        minutes = command.minutes if command.minutes in old.minutes else None
        before = free_slots(old, old.duration(minutes), command.span, taken, now, stays)
    after = free_slots(new, new.duration(command.minutes), command.span, taken, now, stays)
    return Trial.of(command.span, before, after)


def _offer(desk: Desk, slug: str, minutes: int | None, but_not: str | None) -> tuple[Link, int]:
    """The link, and how long the meeting is. A booking that moves keeps its length and its buffers, whatever its link
    offers by now, and also if its link is gone."""
    if but_not is None:
        link = desk.link(slug)
        return link, link.duration(minutes)
    booking = desk.booking(but_not)
    return link_of(desk, booking), minutes or (booking.end - booking.start) // timedelta(minutes=1)


def link_of(desk: Desk, booking: Booking) -> Link:
    """The booking's link with the booking's own buffers; if it is gone, its rules are gone too."""
    for link in desk.links():
        if link.slug == booking.link:
            return replace(link, before=booking.before, after=booking.after)
    whole_days: dict[str, tuple[Window, ...]] = dict.fromkeys(WEEKDAYS, (("00:00", "24:00"),))
    length = (booking.end - booking.start) // timedelta(minutes=1)
    return Link(booking.link, "Meeting", (length,), whole_days, booking.timezone, booking.before, booking.after, step=5)


def around(span: Span, link: Link) -> Span:
    """What must be known to answer for `span`: with caps, the whole weeks at its ends."""
    room = _ROOM + timedelta(minutes=max(link.before, link.after))
    if link.max_per_day is not None or link.max_per_week is not None:
        room = max(room, _WEEKS)
    return Span(span.start - room, span.end + room)


def all_taken(desk: Desk, span: Span, but_not: str | None) -> Taken:
    """What takes time in `span`. An event that stands for a booking counts as the booking, with its buffers."""
    bookings = desk.store.bookings.near(span)
    return Taken(_foreign(desk, span, bookings, but_not), bookings, but_not=but_not)


def _foreign(
    desk: Desk, span: Span, bookings: list[Booking], but_not: str | None, *, free: bool = False
) -> list[Block]:
    """What the events take beside the bookings that stand for them; with `free` also those that take no time."""
    blocks = desk.busy_blocks(span, free=free)
    own = {(b.calendar, b.href): b for b in bookings}
    own |= {(b.calendar, b.href): b for b in desk.store.bookings.pending()}  # also those that leave this time
    found: list[Block] = []
    for block in blocks:
        booking = own.get((block.calendar, block.href))
        if booking is None:
            found.append(block)
        elif booking.id != but_not:
            found += _beside(block, _stood_for(booking))
    return sorted(found, key=lambda b: (b.start, b.end, b.calendar, b.href))


def _stood_for(booking: Booking) -> list[Span]:
    """The time for which `booking` stands in place of its event: its own, and while it waits to be moved or deleted the
    time at which the event was last agreed on. Whatever else the event says by now, it takes."""
    waiting = booking.sync is InCloud.WAITING
    if booking.status is Status.ATTENTION or not (booking.live or waiting):
        return []
    agreed = [Span(booking.agreed.start, booking.agreed.end)] if booking.agreed is not None and waiting else []
    return [booking.span, *agreed]


def _beside(block: Block, spans: list[Span]) -> Iterator[Block]:
    """What is left of `block` without `spans`, piece by piece; of its travel, what lies in each."""
    there, back = block.start + block.travel, block.end - block.travel_back
    start = block.start
    for span in [*merge(clip(spans, Span(block.start, block.end))), Span(block.end, block.end)]:
        if start < span.start:
            travel = max(min(span.start, there) - start, timedelta())
            returning = max(span.start - max(start, back), timedelta())
            yield replace(block, start=start, end=span.start, travel=travel, travel_back=returning)
        start = span.end


def set_link(desk: Desk, link: Link) -> Link:
    if link.calendar is not None:
        link = replace(link, calendar=desk.writable(link.calendar).id)
    with desk.store.transaction():
        desk.store.links.put(checked(link))
    return link


def remove_link(desk: Desk, slug: str) -> None:
    with desk.store.transaction():
        if not desk.store.links.remove(slug):
            raise fail(Code.NOT_FOUND, said("There is no link called “{link}”.", link=slug[:60]))


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
