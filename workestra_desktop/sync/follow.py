"""Bookings follow their events: the verdict for each, acted on.

What is missing is looked after by `sync/vanish.py`, what lies on top of a booking by `sync/radar.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from workestra_desktop.core.booking import Agreed, Booking, InCloud, Status
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.verdict import InStep, Left, Missing, Moved, Odd, RemoteEvent, Verdict, verdict
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.sync.adopt import adopt
from workestra_desktop.sync.journal import note_odd, note_text
from workestra_desktop.sync.radar import watch
from workestra_desktop.sync.session import Session
from workestra_desktop.sync.vanish import check_missing


def follow(session: Session) -> None:
    """Acts on the verdict for every booking that an event can still change, then looks after those whose event is
    missing."""
    store, now = session.store, session.clock()
    adopt(session)
    missing = [
        booking
        for booking in (*store.bookings.ending_after(now), *store.bookings.over_but_coming(now))
        if isinstance(act(session, booking), Missing)
    ]
    check_missing(session, missing, _missing_too(session), act)
    watch(session)


def _missing_too(session: Session) -> int:
    """How many events are missing of bookings that a write waits for: nothing is concluded about these, but they count
    among those that vanished together."""
    store = session.store
    gone = {c.id for c in store.calendars.all() if c.gone}
    return sum(
        b.live and b.agreed is not None and b.calendar not in gone and not store.mirror.by_uid(b.uid)
        for b in store.bookings.pending()
    )


def _remote(session: Session, booking: Booking) -> RemoteEvent | None:
    rows = session.store.mirror.by_uid(booking.uid)
    here = [r for r in rows if (r.calendar, r.href) == (booking.calendar, booking.href)] or rows
    if not here:
        return None
    row = here[0]
    agreed = booking.agreed
    if agreed is not None and row.etag == agreed.etag and row.etag and row.href == booking.href:
        # Unchanged since we agreed on it: no need to parse.
        return RemoteEvent(booking.uid, row.calendar, row.href, row.etag, agreed.start, agreed.end)
    return remote_event(row.text, booking.uid, row.calendar, row.href, row.etag, session.policy)


def act(session: Session, booking: Booking) -> Verdict:
    """Does what the verdict says of a booking as it now lies in the mirror, and returns the verdict."""
    store, now = session.store, session.clock()
    pending = bool(store.outbox.of(booking.id))
    outcome = verdict(booking, pending, _remote(session, booking), now)
    match outcome:
        case Left() | Missing():
            return outcome
        case InStep(at=remote) | Moved(at=remote) | Odd(at=remote):
            pass
        case _:
            assert_never(outcome)
    changed = replace(
        booking,
        calendar=remote.calendar,
        href=remote.href,
        missing_since=None,
        concern="",
        status=Status.CONFIRMED,
        sync=InCloud.SYNCED,
    )
    what = "moved to another calendar in iCloud" if remote.calendar != booking.calendar else "seen in iCloud"
    match outcome:
        case Moved(start=start, end=end):
            stayed_away = booking.no_show and start <= now  # nobody has stayed away from what lies ahead
            changed = replace(
                changed, start=start, end=end, agreed=Agreed(start, end, remote.etag), no_show=stayed_away
            )
            what = f"moved in iCloud from {booking.start.isoformat()}"
        case Odd(concern=concern):
            # Not agreed on: what the event became is looked at anew by every poll, until it fits again.
            changed = replace(changed, status=Status.ATTENTION, concern=concern)
            what = concern
        case InStep():
            changed = replace(changed, agreed=Agreed(booking.start, booking.end, remote.etag))
    if changed == booking:
        return outcome
    told = replace(changed, agreed=booking.agreed) != booking
    if told:
        changed = replace(changed, changed_at=now)
    with session.telling() as tell:
        if not session.untouched(booking):
            return Left()  # the host has just decided something: that is settled first
        store.bookings.put(changed)
        _note(session, booking, outcome, remote, what, told=told)
        if isinstance(outcome, Moved):
            tell(Notice(NoticeKind.MOVED, changed, booking))
        elif isinstance(outcome, Odd) and booking.status is not Status.ATTENTION:
            tell(Notice(NoticeKind.FAILED, changed, booking))
    if isinstance(outcome, Moved):
        session.tally.moved.append(booking.id)
    return outcome


def _note(
    session: Session, booking: Booking, outcome: InStep | Moved | Odd, at: RemoteEvent, what: str, *, told: bool
) -> None:
    """The journal's line. What was edited and means nothing for the booking (notes, alarms) is one too."""
    store, now = session.store, session.clock()
    row = store.mirror.get(at.calendar, at.href)
    text = row.text if row is not None else ""
    if isinstance(outcome, Odd):
        if told:
            note_odd(store, booking.id, now, what, text)
        return
    edited = text.split() != store.journal.text(booking.id).split()
    if told or edited:
        what = what if told else "edited in iCloud"
        was = booking.span if isinstance(outcome, Moved) else None
        note_text(store, booking.id, now, what, "", text, was=was)
