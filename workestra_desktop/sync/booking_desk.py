"""Booking, moving and cancelling: decided and stored here first, then sent.

Before a booking or a move is decided, iCloud is polled and the range itself read once more with a REPORT; if that is
impossible the host is told and may queue it. After the decision is stored nothing can lose it.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Agreed, Booking, By, InCloud, Status, checked_guest, new_identity
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import Times, said
from workestra_desktop.core.slots import Refusal, refusals
from workestra_desktop.core.times import rfc3339
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.sync.free_desk import all_taken, around, link_of

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk
    from workestra_desktop.sync.session import Session

_MARGIN = timedelta(days=1)
"""Servers compare all-day and floating events as UTC: a day more is asked for at both ends (fact sheet §4.2)."""


def act(desk: Desk, command: ask.Book | ask.Reschedule | ask.Cancel) -> Booking:
    match command:
        case ask.Book():
            return book(desk, command)
        case ask.Reschedule():
            return reschedule(desk, command)
        case ask.Cancel():
            return cancel(desk, command)
        case _:
            assert_never(command)


def book(desk: Desk, command: ask.Book) -> Booking:
    link = desk.link(command.slug)
    minutes = link.duration(command.minutes)
    guest, email, note = checked_guest(command.guest, command.email, command.note)
    desk.account()
    start = command.start.replace(microsecond=0)
    not_past(desk, start)
    meeting = Span(start, start + timedelta(minutes=minutes))
    if command.offline:
        calendar = _destination(desk, link, None)
        with desk.store.transaction():  # looked at and stored in one: no other process may take the time in between
            decide(desk, link, meeting, None, command.outside_rules)
            return _store_booking(desk, link, calendar, meeting, guest, email, note)
    with desk.session() as session:
        reread(desk, session, meeting)
        calendar = _destination(desk, link, session)
        with desk.store.transaction():
            decide(desk, link, meeting, None, command.outside_rules)
            booking = _store_booking(desk, link, calendar, meeting, guest, email, note)
        return send(desk, session, booking.id)


def reschedule(desk: Desk, command: ask.Reschedule) -> Booking:
    booking = desk.booking(command.booking)
    desk.account()
    _still_live(booking)
    start = command.start.replace(microsecond=0)
    meeting = Span(start, start + (booking.end - booking.start))
    not_past(desk, start)
    link = link_of(desk, booking)
    if command.offline:
        need_place(desk, booking, None)
        with desk.store.transaction():
            booking = _still_live(desk.booking(booking.id))
            decide(desk, link, meeting, booking, command.outside_rules)
            return store_move(desk, booking, meeting)
    with desk.session() as session:
        reread(desk, session, meeting)
        booking = _still_live(desk.booking(booking.id))  # the poll may have moved or cancelled it
        need_place(desk, booking, session)
        with desk.store.transaction():
            booking = _still_live(desk.booking(booking.id))
            decide(desk, link, meeting, booking, command.outside_rules)
            store_move(desk, booking, meeting)
        return send(desk, session, booking.id)


def cancel(desk: Desk, command: ask.Cancel) -> Booking:
    """Decided and stored first. Then iCloud is polled: the host may just have moved the event into another calendar,
    and a DELETE where it lay would find nothing and leave it there.
    """
    from workestra_desktop.sync.round import poll

    booking = desk.booking(command.booking)
    desk.account()
    reason = plain(command.reason, 1000, lines=True)
    if booking.status is Status.CANCELLED:
        return booking
    now = desk.clock()
    with desk.store.transaction():
        booking = desk.booking(booking.id)
        if booking.status is Status.CANCELLED:
            return booking  # in iCloud, a moment ago
        desk.store.outbox.add(booking.id, Kind.WITHDRAW, now)
        waits = bool(desk.store.outbox.of(booking.id))
        desk.store.bookings.put(
            replace(
                booking,
                status=Status.CANCELLED,
                sync=InCloud.WAITING if waits else InCloud.SYNCED,
                cancelled_by=By.HOST,
                reason=reason,
                missing_since=None,
                concern="",
                changed_at=now,
            )
        )
        desk.store.journal.write(booking.id, now, "cancelled by the host", reason)
    if command.offline or not waits:
        return desk.booking(booking.id)
    try:
        with desk.session() as session:
            for _ in poll(session):
                pass
            return send(desk, session, booking.id)
    except Failure as failure:
        # The cancellation is decided and kept; only its way to iCloud waits, if need be for a new password.
        if _kept_meanwhile(failure.trouble):
            return desk.booking(booking.id)
        raise


def not_past(desk: Desk, start: datetime) -> None:
    if start < desk.clock():
        raise fail(Code.BAD_INPUT, "That time is over.")


def _still_live(booking: Booking) -> Booking:
    if booking.status is Status.CANCELLED:
        over = said("The booking “{booking}” is cancelled.", booking=plain(booking.title, 80))
        raise fail(Code.NOT_FOUND, over)
    return booking


def _destination(desk: Desk, link: Link, session: Session | None) -> Calendar:
    """Where a new booking of `link` goes. Raises `calendar_gone`, `no_writable_calendar`, and as `_need_right`."""
    if link.calendar is not None and desk.store.calendars.get(link.calendar) is None:
        raise fail(Code.CALENDAR_GONE, scope=Scope.CALENDAR)
    calendar = desk.calendar_for(link)
    _need_right(calendar, session)
    return calendar


def need_place(desk: Desk, booking: Booking, session: Session | None) -> None:
    """Raises `calendar_gone` if the calendar its event lies in is gone, and as `_need_right`."""
    paths = [booking.calendar, *(row.calendar for row in desk.store.mirror.by_uid(booking.uid))]
    there = [c for c in map(desk.store.calendars.get, paths) if c is not None and not c.gone]
    if not there:
        gone = desk.store.calendars.get(booking.calendar)
        raise fail(Code.CALENDAR_GONE, gone.name if gone else "", scope=Scope.CALENDAR)
    _need_right(there[0], session)


def _need_right(calendar: Calendar, session: Session | None) -> None:
    """Raises `write_refused` if the server says that `calendar` is read-only. Where it names no rights, only a refusal
    has shown that, and refusals pass: then it is tried, and so it is what waits for a connection (no `session`)."""
    if calendar.writable or session is None:
        return
    listed, _ = session.gateway.listing(session.account.principal)
    if any(entry.path == calendar.id and entry.writable is False for entry in listed):
        raise fail(Code.WRITE_REFUSED, calendar.name, scope=Scope.CALENDAR)


def reread(desk: Desk, session: Session, meeting: Span) -> None:
    """Poll, then ask every busy calendar for the range itself: what a person added a moment ago counts."""
    from workestra_desktop.sync.round import poll

    for _ in poll(session):
        pass
    desk.need_complete()
    wide = Span(meeting.start - _MARGIN, meeting.end + _MARGIN)
    for calendar in desk.calendars():
        if not calendar.busy or calendar.gone:
            continue
        for href, fetched in session.gateway.query(calendar.id, wide).items():
            known = desk.store.mirror.get(calendar.id, href)
            if known is None or known.etag != fetched.etag or not fetched.etag:
                with desk.store.transaction():
                    session.mirror(calendar.id, href, fetched)


def decide(desk: Desk, link: Link, meeting: Span, booking: Booking | None, outside_rules: bool) -> None:
    """Raises `slot_taken` naming what is there, or `outside_rules` naming the rule."""
    taken = all_taken(desk, around(meeting, link), booking.id if booking else None)
    found = refusals(link, meeting, taken, desk.clock(), desk.stays())
    if outside_rules:
        found = [r for r in found if r.kind == "busy"]
    first = next((r for r in found if r.taken), None) or next(iter(found), None)
    if first is None:
        return
    if first.taken:
        raise fail(Code.SLOT_TAKEN, _names(desk, first), scope=Scope.BOOKING)
    raise fail(Code.OUTSIDE_RULES, first.title, scope=Scope.BOOKING)


def _names(desk: Desk, refusal: Refusal) -> str:
    """Whole sentences, one for each combination of what is known."""
    name = next((c.name for c in desk.calendars() if c.id == refusal.calendar), "")
    title = plain(refusal.title, 100) or said("An event without a title")
    if refusal.start is None or refusal.end is None:
        bare = "“{event}” in “{calendar}” is there." if name else "“{event}” is there."
        return said(bare, event=title, calendar=name)
    times = Times(refusal.start, refusal.end, desk.host_zone)
    if refusal.kind == "buffer":
        template = (
            "needs the time around it: “{event}” in “{calendar}”, {times}, is there."
            if name
            else "needs the time around it: “{event}”, {times}, is there."
        )
    else:
        template = "“{event}” in “{calendar}”, {times}, is there." if name else "“{event}”, {times}, is there."
    return said(template, event=title, calendar=name, times=times)


def _store_booking(
    desk: Desk, link: Link, calendar: Calendar, meeting: Span, guest: str, email: str, note: str
) -> Booking:
    now = desk.clock()
    uid, href = new_identity(calendar.id)
    booking = Booking(
        id=uuid.uuid4().hex[:10],
        link=link.slug,
        title=_title(link.title, guest),
        guest=guest,
        email=email,
        note=note,
        start=meeting.start,
        end=meeting.end,
        timezone=link.timezone,
        status=Status.CONFIRMED,
        sync=InCloud.WAITING,
        calendar=calendar.id,
        uid=uid,
        href=href,
        location=link.location,
        meeting_url=link.meeting_url,
        alarms=link.alarms,
        before=link.before,
        after=link.after,
        created_at=now,
        changed_at=now,
        # A host who books themselves is no guest of their own meeting.
        invited=link.invite and bool(email) and f"mailto:{email.lower()}" not in desk.account().own_addresses,
    )
    with desk.store.transaction():
        desk.store.bookings.put(booking)
        desk.store.outbox.add(booking.id, Kind.PUBLISH, now)
        desk.store.journal.write(booking.id, now, "booked", rfc3339(booking.start))
    return booking


def _title(template: str, guest: str) -> str:
    """`{guest}` becomes the guest's name; a template without it gets none."""
    return plain(template.replace("{guest}", guest), 250)


def store_move(desk: Desk, booking: Booking, meeting: Span, what: str = "moved by the host") -> Booking:
    in_doubt = any(intent.held for intent in desk.store.outbox.of(booking.id))
    if meeting == booking.span and not in_doubt:
        return booking
    now = desk.clock()
    with desk.store.transaction():
        desk.store.bookings.put(
            replace(
                booking,
                start=meeting.start,
                end=meeting.end,
                status=Status.CONFIRMED,
                sync=InCloud.WAITING,
                agreed=_as_icloud_has_it(desk, booking) if in_doubt else booking.agreed,
                concern="",
                changed_at=now,
                no_show=booking.no_show and meeting.start <= now,
            )
        )
        desk.store.outbox.add(booking.id, Kind.AMEND, now)
        desk.store.journal.write(booking.id, now, what, f"from {rfc3339(booking.start)}", was=booking.span)
    return desk.booking(booking.id)


def _as_icloud_has_it(desk: Desk, booking: Booking) -> Agreed | None:
    """What a host who was told “moved here and in iCloud” decides on anew: the event as it was last read."""
    from workestra_desktop.ical.expansion import remote_event

    for row in desk.store.mirror.by_uid(booking.uid):
        if row.href == booking.href:
            event = remote_event(row.text, booking.uid, row.calendar, row.href, row.etag, desk.policy())
            if (meeting := event.meeting) is not None:
                return Agreed(meeting.start, meeting.end, row.etag)
    return booking.agreed


def send(desk: Desk, session: Session, booking: str) -> Booking:
    """Sends the booking's intents now. A trouble of the whole account, or one that passes, leaves it waiting, visibly:
    it is decided and kept, and must not be asked for again. A refusal of this one is raised."""
    from workestra_desktop.sync.delivery import deliver, due, first_in_line

    for intent in due(session, only=booking, by_hand=True):
        if not first_in_line(session, intent):
            continue
        try:
            trouble = deliver(session, intent)
        except Failure as failure:
            if not _kept_meanwhile(failure.trouble):
                raise
            desk.remember(failure.trouble)
            break
        if trouble is not None and not trouble.passing:
            raise Failure(trouble)
    return desk.booking(booking)


def _kept_meanwhile(trouble: Trouble) -> bool:
    """Whether what was decided and stored simply waits, and must not be asked for again: also when the disk took the
    decision and nothing after it."""
    return trouble.passing or trouble.scope is Scope.ACCOUNT or trouble.code is Code.DISK
