"""Bookings whose event is missing.

A missing event is a hint, never a verdict. A booking is cancelled only if a GET on its href answers 404 or 410, its UID
is in no calendar after a fresh listing of its calendar, the same holds at a second check at least `recheck` later, no
request of the round failed, and no write of ours is pending. If more than three were missed together, the host is
asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from workestra_desktop.core.booking import (
    GONE_TOGETHER,
    MISSED_TOGETHER,
    REPLACED,
    Booking,
    Status,
    cancelled_in_icloud,
)
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.core.verdict import Verdict
from workestra_desktop.ical.scan import index
from workestra_desktop.sync.finding import MAY_STILL_SHOW
from workestra_desktop.sync.journal import note_gone
from workestra_desktop.sync.session import Session

FEW = 3
"""How many events may vanish together before the host is asked."""

Act = Callable[[Session, Booking], Verdict]


def check_missing(session: Session, missing: list[Booking], others: int, act: Act) -> None:
    """The first or the second look for each of `missing`. `others` are missing, too, but for something else to settle.
    `act` follows an event that turns up after all.

    Raises `Failure` for troubles of the whole account.
    """
    # Where the calendar itself is gone, the host is told of that, and asking for what was in it would only be refused.
    missing = [b for b in missing if not _calendar_gone(session, b.calendar)]
    if not missing or session.tally.troubled or session.gateway.troubled:
        return
    try:
        _look(session, missing, others, act)
    except Failure as failure:
        if failure.trouble.code not in (Code.ICLOUD_DOWN, Code.WRITE_REFUSED):
            raise
        # Nothing is concluded from this look; the next poll looks again, and all else goes on.
        session.tally.troubled = True


def _calendar_gone(session: Session, path: str) -> bool:
    calendar = session.store.calendars.get(path)
    return calendar is None or calendar.gone


def _look(session: Session, missing: list[Booking], others: int, act: Act) -> None:
    """First and second checks. With no recheck time at all, the second follows at once."""
    still = _verify(session, missing, act)
    if session.gateway.troubled:
        return  # in the look itself: it proves nothing, though what was asked again was answered
    now = session.clock()
    # A first look that lies ahead was noted by a clock that has been set back since: it proves nothing any more.
    waiting = [b for b in still if b.missing_since is None or b.missing_since > now]
    many = len(waiting) + others > FEW
    noted = []
    with session.store.transaction():
        for booking in filter(session.untouched, waiting):
            missed = replace(booking, missing_since=now, concern=MISSED_TOGETHER if many else booking.concern)
            session.store.bookings.put(missed)
            noted.append(missed)
            session.store.journal.write(booking.id, now, "missing in iCloud, checking again")
    due = [b for b in still if b not in waiting and b.missing_since and now - b.missing_since >= session.recheck]
    if not session.recheck:
        due += _verify(session, noted, act)
    # Carried into a calendar that lists it and does not hand it out yet, it is somewhere all the same.
    due = [
        b for b in due if not session.tally.unread - {b.calendar} or now - (b.missing_since or now) >= MAY_STILL_SHOW
    ]
    # How many were missed at the first look counts, not how many are left: a server that takes back a deletion bit by
    # bit would else have the last three cancelled.
    _ask(session, [b for b in due if b.concern == MISSED_TOGETHER])
    for booking in due:
        if booking.concern != MISSED_TOGETHER:
            _cancel(session, booking)


def _verify(session: Session, bookings: list[Booking], act: Act) -> list[Booking]:
    """Those whose event is really gone: GET says so, and a fresh listing of their calendar knows no such UID.

    An object that turns up after all is taken into the mirror, where the next round finds it.
    """
    store, gateway = session.store, session.gateway
    gone = []
    for booking in bookings:
        found = gateway.get(booking.href)
        if found is None:
            gone.append(booking)
        elif index(found.text).uid not in ("", booking.uid):
            _tell_replaced(session, booking)
        elif store.calendars.get(booking.calendar) is not None:
            with store.transaction():
                session.mirror(booking.calendar, booking.href, found)
            act(session, booking)
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
            if not batch.found.keys() >= set(unknown[start : start + 50]):
                session.tally.unread.add(calendar)
    return [b for b in gone if not store.mirror.by_uid(b.uid)]


def _unless_listed(session: Session, gone: list[Booking], listed: Mapping[str, str]) -> list[Booking]:
    """Those whose event is not even listed. One that is listed and yet not to be had (fact sheet §9, row 19) is not
    gone: a look that found it so counts as none."""
    store = session.store
    with store.transaction():
        for booking in gone:
            if booking.href in listed and booking.missing_since is not None and session.untouched(booking):
                store.bookings.put(replace(booking, missing_since=None))
    return [b for b in gone if b.href not in listed]


def _cancel(session: Session, booking: Booking) -> None:
    now = session.clock()
    cancelled = cancelled_in_icloud(booking, now)
    with session.telling() as tell:
        if not session.untouched(booking):
            return
        session.store.bookings.put(cancelled)
        note_gone(session.store, booking.id, now, "cancelled in iCloud")
        tell(Notice(NoticeKind.CANCELLED, cancelled, booking))
    session.tally.cancelled.append(booking.id)


def _tell_replaced(session: Session, booking: Booking) -> None:
    now = session.clock()
    told = replace(booking, status=Status.ATTENTION, concern=REPLACED, missing_since=None, changed_at=now)
    with session.telling() as tell:
        if not session.untouched(booking):
            return
        session.store.bookings.put(told)
        session.store.journal.write(booking.id, now, "gone from iCloud, another event is in its place")
        tell(Notice(NoticeKind.FAILED, told, booking))


def _ask(session: Session, group: list[Booking]) -> None:
    now = session.clock()
    with session.telling() as tell:
        group = [booking for booking in group if session.untouched(booking)]
        for booking in group:
            session.store.bookings.put(replace(booking, status=Status.ATTENTION, concern=GONE_TOGETHER, changed_at=now))
            session.store.journal.write(booking.id, now, "gone from iCloud together with others, the host is asked")
        if group:
            tell(Notice(NoticeKind.SEVERAL_GONE, group[0], count=len(group)))
