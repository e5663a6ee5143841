"""Bookings follow their events.

A missing event is a hint, never a verdict. A booking is cancelled only if a GET on its href answers 404 or 410, its UID
is in no calendar after a fresh listing of its calendar, the same holds at a second check at least `recheck` later, no
request of the round failed, and no write of ours is pending. If more than three vanished together, the host is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from workestra_desktop.core.booking import GONE_TOGETHER, Agreed, Booking, InCloud, Status, cancelled_in_icloud
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.commands import Conflict
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Notice, NoticeKind
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.core.verdict import InStep, Missing, Moved, Odd, RemoteEvent, verdict
from workestra_desktop.ical.expansion import expand, remote_event
from workestra_desktop.sync.journal import note_gone, note_odd, note_text
from workestra_desktop.sync.session import Session, touches

FEW = 3
"""How many events may vanish together before the host is asked."""


def follow(session: Session) -> None:
    """Acts on the verdict for every coming booking, then looks after those whose event is missing."""
    now = session.clock()
    missing: list[Booking] = []
    for booking in session.store.bookings.all():
        if booking.end <= now:
            continue
        if isinstance(_act(session, booking), Missing):
            missing.append(booking)
    # Those the host was asked about wait for the answer, however few are left of them. Where the calendar itself is
    # gone, the host is told of that, and asking for what was in it would only be refused.
    missing = [b for b in missing if b.concern != GONE_TOGETHER and not _calendar_gone(session, b.calendar)]
    if missing and not session.tally.troubled:
        try:
            _check_missing(session, missing)
        except Failure as failure:
            if failure.trouble.code not in (Code.ICLOUD_DOWN, Code.WRITE_REFUSED):
                raise
            # Nothing is concluded from this look; the next poll looks again, and all else goes on.
            session.tally.troubled = True
    _radar(session, now)


def _calendar_gone(session: Session, path: str) -> bool:
    calendar = session.store.calendars.get(path)
    return calendar is None or calendar.gone


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


def _act(session: Session, booking: Booking) -> InStep | Moved | Odd | Missing:
    store, now = session.store, session.clock()
    pending = bool(store.outbox.of(booking.id))
    outcome = verdict(booking, pending, _remote(session, booking))
    match outcome:
        case InStep(at=None) | Missing():
            return outcome
        case InStep(at=remote) | Moved(at=remote) | Odd(at=remote):
            pass
        case _:
            assert_never(outcome)
    assert remote is not None
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
            changed = replace(changed, start=start, end=end, agreed=Agreed(start, end, remote.etag))
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
    with store.transaction():
        store.bookings.put(changed)
        _note(session, booking, outcome, remote, what, told=told)
    if isinstance(outcome, Moved):
        session.tally.moved.append(booking.id)
        session.notify(Notice(NoticeKind.MOVED, changed, booking))
    elif isinstance(outcome, Odd) and booking.status is not Status.ATTENTION:
        session.notify(Notice(NoticeKind.FAILED, changed, booking))
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


def _check_missing(session: Session, missing: list[Booking]) -> None:
    """First and second checks. With no recheck time at all, the second follows at once."""
    still = _verify(session, missing)
    waiting = [b for b in still if b.missing_since is None]
    now = session.clock()
    with session.store.transaction():
        for booking in waiting:
            session.store.bookings.put(replace(booking, missing_since=now))
            session.store.journal.write(booking.id, now, "missing in iCloud, checking again")
    due = [b for b in still if b.missing_since is not None and now - b.missing_since >= session.recheck]
    if not session.recheck:
        due += _verify(session, [replace(b, missing_since=now) for b in waiting])
    together: defaultdict[datetime | None, list[Booking]] = defaultdict(list)
    for booking in due:
        together[booking.missing_since].append(booking)
    for group in together.values():
        if len(group) > FEW:
            _ask(session, group)
        else:
            for booking in group:
                _cancel(session, booking)


def _verify(session: Session, bookings: list[Booking]) -> list[Booking]:
    """Those whose event is really gone: GET says so, and a fresh listing of their calendar knows no such UID.

    An object that turns up after all is taken into the mirror, where the next round finds it.
    """
    store, gateway = session.store, session.gateway
    gone = []
    for booking in bookings:
        found = gateway.get(booking.href)
        if found is None:
            gone.append(booking)
        elif store.calendars.get(booking.calendar) is not None:
            with store.transaction():
                session.mirror(booking.calendar, booking.href, found)
            _act(session, booking)
    for calendar in sorted({b.calendar for b in gone}):
        if store.calendars.get(calendar) is None or not gateway.calendar_exists(calendar):
            # The calendar itself is gone, with everything in it: that cancels nothing, the host is told of it.
            gone = [b for b in gone if b.calendar != calendar]
            continue
        known = store.mirror.etags(calendar)
        listed = gateway.full_listing(calendar).listed
        gone = _unless_listed(session, gone, listed)
        unknown = [href for href in listed if href not in known]
        for start in range(0, len(unknown), 50):
            batch = gateway.fetch(calendar, unknown[start : start + 50])
            with store.transaction():
                for href, fetched in batch.found.items():
                    session.mirror(calendar, href, fetched)
    return [b for b in gone if not store.mirror.by_uid(b.uid)]


def _unless_listed(session: Session, gone: list[Booking], listed: Mapping[str, str]) -> list[Booking]:
    """Those whose event is not even listed. One that is listed and yet not to be had (fact sheet §9, row 19) is not
    gone: a look that found it so counts as none."""
    store = session.store
    with store.transaction():
        for booking in gone:
            if booking.href in listed and booking.missing_since is not None:
                store.bookings.put(replace(booking, missing_since=None))
    return [b for b in gone if b.href not in listed]


def _cancel(session: Session, booking: Booking) -> None:
    now = session.clock()
    cancelled = cancelled_in_icloud(booking, now)
    with session.store.transaction():
        session.store.bookings.put(cancelled)
        note_gone(session.store, booking.id, now, "cancelled in iCloud")
    session.tally.cancelled.append(booking.id)
    session.notify(Notice(NoticeKind.CANCELLED, cancelled, booking))


def _ask(session: Session, group: list[Booking]) -> None:
    fresh = [b for b in group if b.status is not Status.ATTENTION]
    if not fresh:
        return
    now = session.clock()
    with session.store.transaction():
        for booking in fresh:
            session.store.bookings.put(replace(booking, status=Status.ATTENTION, concern=GONE_TOGETHER, changed_at=now))
            session.store.journal.write(booking.id, now, "gone from iCloud together with others, the host is asked")
    session.notify(Notice(NoticeKind.SEVERAL_GONE, fresh[0], count=len(group)))


def _radar(session: Session, now: datetime) -> None:
    """Events that changed in this round and now lie on a coming booking."""
    bookings = [b for b in session.store.bookings.all() if b.live and b.end > now]
    if not (bookings and session.tally.touched):
        return
    busy = [c.id for c in session.store.calendars.all() if c.busy]
    own = {b.uid for b in bookings}
    for booking in bookings:
        for block in _blocks(session, booking.span, busy):
            if block.uid not in own and (block.calendar, block.href) in session.tally.touched:
                session.tally.conflicts.append(Conflict(booking.id, block.title, block.start, block.end))


def _blocks(session: Session, span: Span, busy: Sequence[str]) -> list[Block]:
    """Blocks in `span`, of what changed in this round at least. Beyond the span kept ready that is expanded here."""
    store, horizon = session.store, session.store.account.horizon()
    if horizon is not None and span.end <= horizon.span.end:
        return store.mirror.blocks(span, busy)
    rows = [store.mirror.get(*key) for key in sorted(session.tally.touched) if key[0] in busy]
    return [
        replace(block, calendar=row.calendar, href=row.href)
        for row in rows
        if row is not None and touches(row.first, row.last, span)
        for block in expand(row.text, session.policy, span).blocks
    ]
