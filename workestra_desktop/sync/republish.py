"""Writing a booking anew, under a new UID: its calendar refused it, or its event vanished and the host wants it back.

A UID that was in iCloud once is not used again: servers remember deleted ones (fact sheet §5.1). One that may be in
iCloud by a create whose answer was lost is used again: the account takes no UID twice, so nothing can be doubled.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Booking, InCloud, Status, cancelled_in_icloud, new_identity
from workestra_desktop.core.outbox import Kind

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def retarget(desk: Desk, calendar: str) -> None:
    """Offers bookings that another calendar refused to `calendar`. Inside a transaction of the caller's."""
    for intent in desk.store.outbox.all():
        booking = desk.store.bookings.get(intent.booking)
        if intent.kind is Kind.PUBLISH and intent.held and booking is not None and booking.calendar != calendar:
            if intent.claimed:
                _offer(desk, replace(booking, calendar=calendar, href=f"{calendar}{booking.uid}.ics"))
                desk.store.outbox.postpone(intent.id, desk.clock(), held=False)
                desk.store.calendars.forget_tokens()  # should it have arrived, a full listing shows where
            else:
                desk.store.outbox.settle(intent.id)
                _publish_anew(desk, booking, calendar)


def settle_gone(desk: Desk, command: ask.SettleGone) -> tuple[Booking, ...]:
    """The host's answer after several events vanished: each booking is cancelled, or put back."""
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
                _publish_anew(desk, booking, desk.write_calendar().id)
                desk.store.journal.write(booking.id, now, "to be put back into iCloud")
            done.append(booking.id)
    return tuple(desk.booking(name) for name in done)


def _publish_anew(desk: Desk, booking: Booking, calendar: str) -> None:
    uid, href = new_identity(calendar)
    _offer(desk, replace(booking, uid=uid, calendar=calendar, href=href))
    desk.store.outbox.add(booking.id, Kind.PUBLISH, desk.clock())


def _offer(desk: Desk, booking: Booking) -> None:
    """Stores the booking as one that waits for iCloud."""
    desk.store.bookings.put(
        replace(
            booking,
            status=Status.CONFIRMED,
            sync=InCloud.WAITING,
            agreed=None,
            missing_since=None,
            concern="",
            changed_at=desk.clock(),
        )
    )
