"""The event of a booking as iCloud has it at this moment, and what it means when it is not found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.sync.gateway import Fetched
from workestra_desktop.sync.session import Session

MAY_STILL_SHOW = timedelta(hours=1)
"""How long an event that is not found may yet turn up: servers have shown new ones minutes late, and list some that
they do not hand out (fact sheet §4.3; §5.1, read-after-write)."""


def event_of(session: Session, booking: Booking) -> Fetched | None:
    """The booking's event as iCloud has it; None if it is gone, be it with its whole calendar."""
    try:
        return session.gateway.get(booking.href)
    except Failure as failure:
        if not went_with_its_calendar(session, booking, failure.trouble):
            raise
        return None


def read_event(session: Session, booking: Booking) -> Fetched | None:
    """The event with the ETag that a write needs; None if it is gone. Where GET names no ETag, a multiget does: it is
    taken if the event is still the one that was read."""
    there = event_of(session, booking)
    if there is None or there.etag:
        return there
    listed = session.gateway.fetch(booking.calendar, [booking.href]).found.get(booking.href)
    if listed is None or not listed.etag or listed.text.split() != there.text.split():
        raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="GET without ETag")
    return Fetched(listed.etag, there.text)


def where_it_lies(session: Session, booking: Booking) -> Booking:
    """The booking with its event's place. The host may have moved the event into another calendar since a decision
    was queued; while that waits, polls leave the booking alone.
    """
    rows = session.store.mirror.by_uid(booking.uid)
    if not rows or any(row.href == booking.href for row in rows):
        return booking
    with session.store.transaction():
        current = session.store.bookings.get(booking.id) or booking
        session.store.bookings.put(replace(current, calendar=rows[0].calendar, href=rows[0].href))
    return replace(booking, calendar=rows[0].calendar, href=rows[0].href)


def check_calendar(session: Session, booking: Booking) -> None:
    """A 404 of an event counts only while its calendar answers: a host that the account has left says 404 of all."""
    calendar = session.store.calendars.get(booking.calendar)
    known_gone = calendar is None or calendar.gone
    if not known_gone and not session.gateway.calendar_exists(booking.calendar):
        raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="PROPFIND HTTP 404")


def went_with_its_calendar(session: Session, booking: Booking, trouble: Trouble) -> bool:
    """Whether the calendar is gone from iCloud, which then says 403 of all that was in it (fact sheet §3). It is once
    its mirror was dropped: a listing may lack a calendar for a moment."""
    calendar, mirrored = session.store.calendars.get(booking.calendar), session.store.mirror.etags(booking.calendar)
    return (calendar is None or calendar.gone) and not mirrored and "HTTP 403" in trouble.detail


def need_nowhere_else(session: Session, booking: Booking) -> None:
    """Raises (passing) if the event that was not found may have been carried into another calendar: it was read there,
    or one of them has changed since the poll. The next poll shows where it is."""
    if any(row.href != booking.href for row in session.store.mirror.by_uid(booking.uid)):
        with session.store.transaction():  # where it lay could not be read whole: its row there is out of date
            session.store.mirror.bury(booking.calendar, booking.href)
        raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="event HTTP 404, and it is known elsewhere")
    listed, _ = session.gateway.listing(session.account.principal)
    known = {c.id: c.change_tag for c in session.store.calendars.all()}
    if any(known.get(each.path) != each.change_tag for each in listed if each.path != booking.calendar):
        raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="event HTTP 404, and another calendar has changed")
