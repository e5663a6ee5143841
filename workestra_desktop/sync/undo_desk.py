"""Taking back the last cancel or move of a booking, whoever made it. Nothing here is sent before it is stored.

While the cancel or the move has not been claimed, it is taken back here and iCloud never hears of it. After that a move
is undone by a move, and a cancelled event is created anew, from its last known text and under a new name, behind its
deletion (servers remember deleted names: fact sheet §5.1). The time it goes back to must still be free.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Agreed, Booking, InCloud, Status, new_identity
from workestra_desktop.core.interval import Span
from workestra_desktop.core.outbox import Intent, Kind
from workestra_desktop.core.plain import plain
from workestra_desktop.core.said import said
from workestra_desktop.core.times import rfc3339
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.undo import goes_back_to
from workestra_desktop.sync.booking_desk import decide, need_place, not_past, reread, send, store_move
from workestra_desktop.sync.free_desk import link_of
from workestra_desktop.sync.republish import home_of

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk
    from workestra_desktop.sync.session import Session

_TAKEN_BACK = "the cancel was taken back"


def undo(desk: Desk, command: ask.Undo) -> Booking:
    from workestra_desktop.sync.desk import LOCK_WAIT

    desk.account()
    # Under the lock: another process must not claim meanwhile what is taken back as unclaimed.
    with desk.around.lock.held(LOCK_WAIT):
        booking = desk.booking(command.booking)
        to = _target(desk, booking)
        if command.offline or _unsent(desk, booking, to):
            return _take_back(desk, booking, to)
        with desk.session() as session:
            reread(desk, session, to)
            _look_for_it(desk, session, desk.booking(booking.id))
            booking = desk.booking(booking.id)  # the poll may have moved, cancelled or found it
            if _target(desk, booking) != to:
                raise fail(
                    Code.NOT_FOUND,
                    said(
                        "“{booking}” has just been changed in iCloud, so what was to be taken back is not its last"
                        " change any more. Look at it and decide anew.",
                        booking=plain(booking.title, 80),
                    ),
                )
            if booking.live:
                need_place(desk, booking, session)
            _take_back(desk, booking, to)
            return send(desk, session, booking.id)


def _target(desk: Desk, booking: Booking) -> Span:
    to = goes_back_to(booking, desk.store.journal.moved_from(desk.clock()).get(booking.id))
    if to is None:
        raise fail(
            Code.NOT_FOUND,
            said(
                "“{booking}” was neither cancelled nor moved in the last 30 days, or that was taken back already. It"
                " stays as it is; to change it, move or cancel it.",
                booking=plain(booking.title, 80),
            ),
        )
    not_past(desk, to.start)
    return to


def _unsent(desk: Desk, booking: Booking, to: Span) -> bool:
    """Whether iCloud has not been told of what is to be taken back, and still has the event as it will stand again."""
    intents = desk.store.outbox.of(booking.id)
    if not intents or intents[-1].claimed:
        return False
    if intents[-1].kind is Kind.WITHDRAW:
        return len(intents) > 1 or _in_mirror(desk, booking)
    agreed = booking.agreed
    return (
        len(intents) == 1
        and intents[0].kind is Kind.AMEND
        and agreed is not None
        and to == Span(agreed.start, agreed.end)
        and _in_mirror(desk, booking)
    )


def _in_mirror(desk: Desk, booking: Booking) -> bool:
    return bool(desk.store.mirror.by_uid(booking.uid))


def _look_for_it(desk: Desk, session: Session, booking: Booking) -> None:
    """An event that is said to be deleted may be back, or never have gone: then it must not be created twice."""
    from workestra_desktop.sync.finding import event_of

    if booking.live or desk.store.outbox.of(booking.id) or _in_mirror(desk, booking):
        return
    found = event_of(session, booking)
    if found is not None and desk.store.calendars.get(booking.calendar) is not None:
        with desk.store.transaction():
            session.mirror(booking.calendar, booking.href, found)


def _take_back(desk: Desk, booking: Booking, to: Span) -> Booking:
    """Stores the decision whole, or not at all if something else is there by now (`slot_taken`)."""
    with desk.store.transaction():
        if not booking.live:
            _restore(desk, booking)
        elif _unsent(desk, booking, to):
            _forget_move(desk, booking, to)
        else:
            store_move(desk, booking, to, "the move was taken back")
        # Stored first, so that its own event counts as its own. The link's hours and notice were met when it was made.
        decide(desk, link_of(desk, booking), to, booking, outside_rules=True)
    return desk.booking(booking.id)


def _forget_move(desk: Desk, booking: Booking, to: Span) -> None:
    now = desk.clock()
    for intent in desk.store.outbox.of(booking.id):
        desk.store.outbox.settle(intent.id)
    back = replace(_live(desk, booking), start=to.start, end=to.end, sync=InCloud.SYNCED)
    desk.store.bookings.put(back)
    desk.store.journal.write(
        booking.id, now, "the move was taken back", f"from {rfc3339(booking.start)}", was=booking.span
    )


def _restore(desk: Desk, booking: Booking) -> None:
    now = desk.clock()
    back = _live(desk, booking)
    withdraw = next((i for i in desk.store.outbox.of(booking.id) if i.kind is Kind.WITHDRAW), None)
    if withdraw is None:
        back = _as_it_was_found(desk, back) or _anew(desk, back)
    elif _unsent(desk, booking, booking.span):
        desk.store.outbox.settle(withdraw.id)
    else:
        _behind(desk, withdraw)
    agreed = back.agreed
    waits = desk.store.outbox.of(booking.id)
    if not waits and agreed is not None and back.span != Span(agreed.start, agreed.end):
        desk.store.outbox.add(booking.id, Kind.AMEND, now)
        waits = desk.store.outbox.of(booking.id)
    desk.store.bookings.put(replace(back, sync=InCloud.WAITING if waits else InCloud.SYNCED))
    desk.store.journal.write(booking.id, now, _TAKEN_BACK, rfc3339(back.start))


def _live(desk: Desk, booking: Booking) -> Booking:
    return replace(
        booking,
        status=Status.CONFIRMED,
        cancelled_by=None,
        reason="",
        missing_since=None,
        concern="",
        changed_at=desk.clock(),
    )


def _as_it_was_found(desk: Desk, booking: Booking) -> Booking | None:
    """The event itself is in iCloud again, or still: the booking takes it back, wherever it lies."""
    from workestra_desktop.ical.expansion import remote_event

    for row in desk.store.mirror.by_uid(booking.uid):
        event = remote_event(row.text, booking.uid, row.calendar, row.href, row.etag, desk.policy())
        if (meeting := event.meeting) is not None:
            agreed = Agreed(meeting.start, meeting.end, row.etag)
            return replace(booking, calendar=row.calendar, href=row.href, agreed=agreed)
    return None


def _anew(desk: Desk, booking: Booking) -> Booking:
    calendar = home_of(desk, booking).id
    uid, href = new_identity(calendar)
    back = replace(booking, calendar=calendar, uid=uid, href=href, agreed=None)
    desk.store.bookings.put(back)
    desk.store.outbox.add(booking.id, Kind.PUBLISH, desk.clock())
    return back


def _behind(desk: Desk, withdraw: Intent) -> None:
    """The deletion may have arrived: it is settled first, then the event is created anew (`delivery._withdraw` names
    it). Until then the booking keeps the name under which the deletion looks for it."""
    if not withdraw.claimed:
        desk.store.outbox.claim(withdraw.id)
    desk.store.outbox.add(withdraw.booking, Kind.PUBLISH, desk.clock())
