"""Writing a booking anew, under a new UID: its calendar refused it or is gone, or its event vanished and the host wants
it back.

A UID that was in iCloud once is not used again: servers remember deleted ones (fact sheet §5.1). One that may be in
iCloud by a create whose answer was lost is used again: the account takes no UID twice, so nothing can be doubled.
Should the former event turn up again before the new one was sent, `sync/adopt.py` takes it instead, by its seal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Booking, InCloud, Status, cancelled_in_icloud, new_identity
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.mirror import Store
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.trouble import Code, Failure, Scope

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk

_PUT_BACK = "to be put back into iCloud"


def retarget(desk: Desk, calendar: str) -> None:
    """The host's bookings go to `calendar` from now on. It is offered those that another calendar refused, and the
    coming ones of calendars that are gone; links whose own calendar is gone follow it, too. Inside a transaction of the
    caller's.
    """
    for link in desk.links():
        if link.calendar is not None and _gone(desk.store, link.calendar):
            desk.store.links.put(replace(link, calendar=None))
    refused = {i.booking for i in desk.store.outbox.all() if i.kind is Kind.PUBLISH and i.held}
    for booking in desk.store.bookings.pending():
        if booking.id in refused and booking.live and booking.calendar != calendar:
            write_anew(desk, booking, calendar)
    for booking in desk.store.bookings.ending_after(desk.clock()):
        if booking.live and _gone(desk.store, booking.calendar) and not _elsewhere(desk.store, booking):
            write_anew(desk, booking, _own_calendar(desk, booking) or calendar)
            desk.store.journal.write(booking.id, desk.clock(), f"{_PUT_BACK}, in another calendar")


def _gone(store: Store, calendar: str) -> bool:
    known = store.calendars.get(calendar)
    return known is None or known.gone


def _elsewhere(store: Store, booking: Booking) -> bool:
    """Whether its event was carried into a calendar that is there, before its own was gone."""
    return any(not _gone(store, row.calendar) for row in store.mirror.by_uid(booking.uid))


def _own_calendar(desk: Desk, booking: Booking) -> str | None:
    """The calendar that its link's bookings go to, if the link has one of its own."""
    return next((link.calendar for link in desk.links() if link.slug == booking.link), None)


def home_of(desk: Desk, booking: Booking) -> Calendar:
    """Where its event would be written anew: where it was, or if that calendar is gone or may not be written any more,
    where its link's bookings go now. Raises `calendar_gone`, `no_writable_calendar`."""
    was = desk.store.calendars.get(booking.calendar)
    if was is not None and was.writable and not was.gone:
        return was
    own = desk.store.calendars.get(_own_calendar(desk, booking) or "")
    if own is not None and own.writable and not own.gone:
        return own
    return desk.write_calendar()


def has_home(desk: Desk, booking: Booking) -> bool:
    """Whether `home_of` finds a calendar that may be written."""
    try:
        return home_of(desk, booking).writable
    except Failure as failure:
        if failure.trouble.code in (Code.CALENDAR_GONE, Code.NO_WRITABLE_CALENDAR):
            return False
        raise


def settle_gone(desk: Desk, command: ask.SettleGone) -> tuple[Booking, ...]:
    """The host's answer after several events vanished: each booking is cancelled, or put back; one whose event is there
    again by now is neither. Without iCloud the answer rests on what was last read."""
    from workestra_desktop.sync.round import poll

    try:
        with desk.session() as session:
            for _ in poll(session):
                pass
    except Failure as failure:
        if not failure.trouble.passing and failure.trouble.scope is not Scope.ACCOUNT:
            raise
    now = desk.clock()
    done = []
    with desk.store.transaction():
        for name in command.bookings:
            booking = desk.booking(name)
            if not booking.gone_together:
                continue
            if command.cancel:
                desk.store.bookings.put(cancelled_in_icloud(booking, now))
                desk.store.journal.write(booking.id, now, "cancelled, as its event was deleted in iCloud")
            else:
                put_back(desk, booking)
            done.append(booking.id)
    return tuple(desk.booking(name) for name in done)


def put_back(desk: Desk, booking: Booking) -> None:
    """Decides that its event is written anew. Inside a transaction of the caller's."""
    write_anew(desk, booking, home_of(desk, booking).id)
    desk.store.journal.write(booking.id, desk.clock(), _PUT_BACK)


def write_anew(desk: Desk, booking: Booking, calendar: str) -> None:
    """The booking waits to be created in `calendar`. Inside a transaction of the caller's.

    What else was to be sent of it is dropped, but not behind a create that may have arrived: that is settled first.
    """
    now, outbox = desk.clock(), desk.store.outbox
    waits = replace(
        booking,
        status=Status.CONFIRMED,
        sync=InCloud.WAITING,
        calendar=calendar,
        agreed=None,
        missing_since=None,
        concern="",
        changed_at=now,
    )
    intents = outbox.of(booking.id)
    if intents and intents[0].kind is Kind.PUBLISH and intents[0].claimed:
        desk.store.bookings.put(replace(waits, href=f"{calendar}{booking.uid}.ics"))
        outbox.postpone(intents[0].id, now, held=False)
        desk.store.calendars.forget_tokens()  # should it have arrived, a full listing shows where
        return
    for intent in intents:
        outbox.settle(intent.id)
    uid, href = new_identity(calendar)
    desk.store.bookings.put(replace(waits, uid=uid, href=href))
    outbox.add(booking.id, Kind.PUBLISH, now)
