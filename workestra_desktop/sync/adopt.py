"""Bookings that another computer of the host made, by the seal on their events (`workestra_desktop.ical.seal`).

Two computers on one account know of each other only through iCloud. An event that one of them wrote is a booking on
the other as well, under the same id; from then on each follows it as it follows every event. Nothing is written here,
so two computers cannot fight.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from workestra_desktop.core.booking import Agreed, Booking, By, InCloud, Status
from workestra_desktop.core.mirror import CalendarObject
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outbox import Intent, Kind
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.seal import Sealed, read_seal
from workestra_desktop.sync.journal import note_text
from workestra_desktop.sync.session import Session

MOST = 500
"""Events looked at in one round; a profile that was erased may find more, and goes on in the next."""


def adopt(session: Session) -> None:
    """Takes up every coming event that has our seal and a UID that no booking here has."""
    taken: set[str] = set()
    # What is mirrored of a calendar that is gone stays until a second listing lacks it too: none of it is there.
    gone = {calendar.id for calendar in session.store.calendars.all() if calendar.gone}
    for row in session.store.mirror.sealed_unknown(session.clock(), MOST):
        found = read_seal(row.text, session.policy.own_addresses)
        # Some servers take a UID twice; a second event with it is none of ours, whatever id it bears.
        if found is None or row.uid in taken or row.calendar in gone:
            continue
        if (agreed := _times(session, row)) is None:
            continue
        taken.add(row.uid)
        with session.telling() as tell:  # looked at and decided in one: a command may decide meanwhile
            notice = _take_up(session, row, found, agreed)
            if notice is not None:
                tell(notice)
        if notice is not None and notice.booking is not None:
            session.tally.moved.append(notice.booking.id)


def _times(session: Session, row: CalendarObject) -> Agreed | None:
    """None if the event cannot stand for a booking, or is over."""
    event = remote_event(row.text, row.uid, row.calendar, row.href, row.etag, session.policy)
    meeting = event.meeting
    if meeting is None or meeting.end <= session.clock():
        return None
    return Agreed(meeting.start, meeting.end, row.etag)


def _take_up(session: Session, row: CalendarObject, found: Sealed, agreed: Agreed) -> Notice | None:
    """What the host is told of: only that a booking they know has moved."""
    store, now = session.store, session.clock()
    known = store.bookings.get(found.booking)
    if known is None:
        what, taken = "found in iCloud, made on another computer", _new(found, row, agreed, session.policy.zone, now)
        intents: list[Intent] = []
    else:
        intents = store.outbox.of(known.id)
        if _regretted(session, known, intents, found):
            _to_be_removed(session, known, row, intents)
            return None
        if not _may_be_rebound(session, known, intents):
            return None
        what, taken = "found in iCloud under another name", _rebound(known, intents, row, agreed, now)
    moved = known if known is not None and known.live and known.span != taken.span else None
    for intent in intents:
        if _moves(intents):
            store.outbox.postpone(intent.id, now, held=False)
        else:
            store.outbox.settle(intent.id)  # the other computer has written what was to be written
    store.bookings.put(taken)
    note_text(store, taken.id, now, what, "", row.text, was=moved.span if moved else None)
    return Notice(NoticeKind.MOVED, taken, moved) if moved is not None else None


def _new(found: Sealed, row: CalendarObject, agreed: Agreed, host_zone: str, now: datetime) -> Booking:
    return Booking(
        id=found.booking,
        link=found.link,
        title=found.title,
        guest=found.guest,
        email=found.email,
        note=found.note,
        start=agreed.start,
        end=agreed.end,
        timezone=found.timezone or host_zone,
        status=Status.CONFIRMED,
        sync=InCloud.SYNCED,
        calendar=row.calendar,
        uid=row.uid,
        href=row.href,
        location=found.location,
        meeting_url=found.meeting_url,
        alarms=found.alarms,
        before=found.before,
        after=found.after,
        created_at=min(found.created_at or now, now),
        changed_at=now,
        agreed=agreed,
        invited=found.invited,
    )


def _regretted(session: Session, booking: Booking, intents: list[Intent], found: Sealed) -> bool:
    """Whether the host cancelled the booking here after that event was written: without knowing of it, as it was
    created anew on another computer. The cancel was meant for whatever stands for the booking. One that this computer
    knew was restored on the phone, which is the host's own wish.

    An event tells when it was written to the second (RFC 5545, 3.8.7.2): within one the event counts, as one too many
    can be seen and deleted."""
    if any(found.uid in text for line in session.store.journal.of(booking.id) for text in (line.before, line.after)):
        return False
    waits = [(intent.kind, intent.claimed) for intent in intents] in ([], [(Kind.WITHDRAW, False)])
    if intents and session.store.mirror.by_uid(booking.uid):
        return False  # its own event is deleted first
    written = found.written_at
    cancelled = not booking.live and booking.cancelled_by is By.HOST
    return cancelled and waits and written is not None and written < booking.changed_at.replace(microsecond=0)


def _to_be_removed(session: Session, booking: Booking, row: CalendarObject, intents: list[Intent]) -> None:
    store, now = session.store, session.clock()
    there = replace(booking, calendar=row.calendar, uid=row.uid, href=row.href)
    store.bookings.put(replace(there, sync=InCloud.WAITING, agreed=None, changed_at=now))
    if not intents:
        store.outbox.add(booking.id, Kind.WITHDRAW, now)
    note_text(store, booking.id, now, "found in iCloud under another name, to be removed", "", row.text)


def _may_be_rebound(session: Session, booking: Booking, intents: list[Intent]) -> bool:
    """Whether `booking` may go on with an event of another UID: its own is not there any more. Its event was created
    anew on the other computer, by Undo or put back, or before a backup that was restored here.

    If both are there they are twins: each computer keeps its own, and the radar shows that one lies on the other. A
    move or a deletion that may have been sent is settled first.
    """
    if not booking.live:
        return not intents and booking.sync is InCloud.SYNCED
    gone = not session.store.mirror.by_uid(booking.uid) and not session.tally.troubled
    match [(intent.kind, intent.claimed) for intent in intents]:
        case [(Kind.PUBLISH, False)]:
            return True  # nothing can have arrived under its own name
        case [] | [(Kind.AMEND, False)] | [(Kind.PUBLISH, True)] | [(Kind.WITHDRAW, True), (Kind.PUBLISH, False)]:
            return gone
        case _:
            return False


def _moves(intents: list[Intent]) -> bool:
    return [intent.kind for intent in intents] == [Kind.AMEND]


def _rebound(booking: Booking, intents: list[Intent], row: CalendarObject, agreed: Agreed, now: datetime) -> Booking:
    """The booking with the event of `row`. A move that was not sent yet still is to be, from the times that were
    last agreed on."""
    found = replace(
        booking,
        calendar=row.calendar,
        uid=row.uid,
        href=row.href,
        status=Status.CONFIRMED,
        sync=InCloud.SYNCED,
        cancelled_by=None,
        reason="",
        missing_since=None,
        concern="",
        changed_at=now,
    )
    if _moves(intents):
        return replace(found, sync=InCloud.WAITING)
    return replace(found, start=agreed.start, end=agreed.end, agreed=agreed)
