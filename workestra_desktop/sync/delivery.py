"""The outbox on its way to iCloud: one PUT, one PUT, one DELETE, each settled exactly once.

An intent is claimed, and the claim committed, before the first byte is sent. A claimed intent found later has an
unknown outcome and is settled by GET, never by a second create under another name, however often it is refused in
between. After a 412 there is one re-read and one more try, no third. Nothing overtakes what was decided of the same
booking before it.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

from workestra_desktop.core.booking import Agreed, Booking, InCloud, Status, new_identity
from workestra_desktop.core.interval import Span
from workestra_desktop.core.merge import Clash, merge
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.outbox import FOR_GOOD, Intent, Kind, backoff, waits_for_host, waits_until
from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.revive import revive
from workestra_desktop.ical.scan import index
from workestra_desktop.sync.finding import (
    MAY_STILL_SHOW,
    check_calendar,
    event_of,
    need_nowhere_else,
    read_event,
    went_with_its_calendar,
    where_it_lies,
)
from workestra_desktop.sync.gateway import Conflict, Fetched
from workestra_desktop.sync.journal import keep_text, note_gone, note_text
from workestra_desktop.sync.session import Session

REFUSED_PAUSE = timedelta(minutes=10)
"""The least time before a write that iCloud refused is tried again by itself."""

PATIENCE = 3
"""How often an event that was to be moved or deleted and is not found is looked for in other calendars that have
changed. One that cannot be read would else hold up the decision for good."""


class Standstill(Exception):  # noqa: N818 - an expected outcome
    """Neither side is wrong, but only the host can decide. The text says what happened, `code` is how a command
    ends."""

    def __init__(self, text: str, code: Code = Code.WRITE_REFUSED) -> None:
        super().__init__(text)
        self.code = code


def due(session: Session, *, only: str | None = None, by_hand: bool = False) -> list[Intent]:
    """Intents to send now, oldest first. `by_hand` also takes those whose time has not come; one that waits for the
    host's answer goes only with its booking's own command (`only`): after 412 and one more try there is no third PUT
    ([34])."""
    store, now = session.store, session.clock()
    read_only = {c.id for c in store.calendars.all() if not c.writable}

    def hopeless(intent: Intent) -> bool:
        """Refused before, and the calendar still says that it may not be written. What is cancelled needs no right to
        write: it is only looked for."""
        booking = store.bookings.get(intent.booking)
        return intent.held and booking is not None and booking.live and booking.calendar in read_only

    def nothing_left(intent: Intent) -> bool:
        """A cancel that the host was asked about, and meanwhile the event went another way: only that is confirmed."""
        booking = store.bookings.get(intent.booking)
        return booking is not None and not booking.live and not store.mirror.by_uid(booking.uid)

    def is_due(intent: Intent) -> bool:
        if waits_for_host(intent, now) and intent.kind is Kind.WITHDRAW and nothing_left(intent):
            return True
        if by_hand:
            return only is not None or not waits_for_host(intent, now)
        return waits_until(intent, now) is None and not hopeless(intent)

    return [i for i in store.outbox.all() if (only is None or i.booking == only) and is_due(i)]


def first_in_line(session: Session, intent: Intent) -> bool:
    """Whether `intent` still waits, and none decided before it for the same booking does."""
    return [i.id for i in session.store.outbox.of(intent.booking)][:1] == [intent.id]


def deliver(session: Session, intent: Intent) -> Trouble | None:
    """Sends one intent. Returns the trouble that keeps it waiting, None when it is settled.

    Raises `Failure` only for troubles of the whole account, after noting when to try again.
    """
    booking = session.store.bookings.get(intent.booking)
    assert booking is not None
    try:
        match intent.kind:
            case Kind.PUBLISH:
                _publish(session, intent, booking)
            case Kind.AMEND:
                _amend(session, intent, booking)
            case Kind.WITHDRAW:
                _withdraw(session, intent, booking)
    except _Overtaken:
        return None
    except Standstill as standstill:
        return _hold(session, intent, Trouble(standstill.code, Scope.BOOKING, str(standstill)), FOR_GOOD)
    except Failure as failure:
        trouble = failure.trouble
        if trouble.code is Code.WRITE_REFUSED:
            if trouble.detail == "PUT HTTP 403":
                _learn_right(session, booking, may_write=False)
            # Rights come back and servers change their mind: it is tried again, rarely, until the host decides.
            pause = max(backoff(intent.attempts + 1, trouble.retry_after, random.random()), REFUSED_PAUSE)  # noqa: S311
            return _hold(session, intent, trouble, pause)
        _postpone(session, intent, trouble)
        if trouble.scope is Scope.ACCOUNT:
            raise
        return trouble
    session.tally.written += 1
    return None


class _Overtaken(Exception):  # noqa: N818 - an expected outcome
    """Something else was decided before the first byte was sent: that has another intent."""


def _claim(session: Session, intent: Intent) -> None:
    with session.store.transaction():
        if all(each.id != intent.id for each in session.store.outbox.of(intent.booking)):
            raise _Overtaken
        session.store.outbox.claim(intent.id)


def _learn_right(session: Session, booking: Booking, *, may_write: bool) -> None:
    """A server that names no privileges shows them by what it takes (fact sheet §3, Writable 4). One that does name
    them says so again with its next listing."""
    calendar = session.store.calendars.get(booking.calendar)
    if calendar is not None and calendar.writable is not may_write:
        with session.store.transaction():
            session.store.calendars.set_writable(calendar.id, may_write)


def _postpone(session: Session, intent: Intent, trouble: Trouble) -> None:
    wait = backoff(intent.attempts + 1, trouble.retry_after, random.random())  # noqa: S311 - spreads load, no secret
    with session.store.transaction():
        session.store.outbox.postpone(intent.id, session.clock() + wait, held=intent.held)
        if trouble.code is Code.OFFLINE and not intent.claimed:
            session.store.outbox.release(intent.id)  # the connection was never made: nothing can have arrived


def _hold(session: Session, intent: Intent, trouble: Trouble, pause: timedelta) -> Trouble:
    """It was not taken: the host is told, unless something newer was decided meanwhile, which then has its turn."""
    store, now = session.store, session.clock()
    with session.telling() as tell:
        booking = store.bookings.get(intent.booking)
        assert booking is not None
        behind = [each for each in store.outbox.of(booking.id) if each.id != intent.id]
        # Of a create that was claimed before this delivery the outcome is not known: the try whose answer was lost may
        # have arrived, whatever was said to this one. A deletion whose cancel was taken back stays, too: the event that
        # is created anew waits behind it. All else may make room for a newer decision.
        in_doubt = (intent.kind is Kind.PUBLISH and intent.claimed) or (intent.kind is Kind.WITHDRAW and booking.live)
        if not in_doubt:
            store.outbox.release(intent.id)
        if behind and not in_doubt:
            held = _overtaken(session, booking, behind)
        else:
            store.outbox.postpone(intent.id, now + pause, held=True)
            concern = trouble.subject or said("iCloud refused to take it.")
            status = booking.status if booking.status is Status.CANCELLED else Status.ATTENTION
            held = replace(booking, status=status, sync=InCloud.FAILED, concern=concern, changed_at=now)
        store.bookings.put(held)
        store.journal.write(booking.id, now, "refused", f"{intent.kind}: {trouble.detail or held.concern}")
        if held.sync is InCloud.FAILED and replace(held, changed_at=booking.changed_at) != booking:
            tell(Notice(NoticeKind.FAILED, held, booking, trouble))
    return trouble


def _overtaken(session: Session, booking: Booking, behind: list[Intent]) -> Booking:
    """The booking once what was decided last has taken the place of what was not taken. In the caller's transaction."""
    for newer in behind:
        session.store.outbox.settle(newer.id)
        session.store.outbox.add(booking.id, newer.kind, session.clock())
    waits = bool(session.store.outbox.of(booking.id))
    return replace(booking, sync=InCloud.WAITING if waits else InCloud.SYNCED, concern="", changed_at=session.clock())


def _settled(session: Session, intent: Intent, booking: Booking, fetched: Fetched, what: str) -> None:
    """iCloud holds `fetched` for this booking: agree on it. What cannot stand for the booking is not agreed on, so that
    the next poll looks at it and asks the host."""
    store, now = session.store, session.clock()
    remote = remote_event(fetched.text, booking.uid, booking.calendar, booking.href, fetched.etag, session.policy)
    meeting = remote.meeting
    agreed = Agreed(booking.start, booking.end, "")
    if meeting is not None:
        agreed = Agreed(meeting.start, meeting.end, fetched.etag)
    with store.transaction():
        current = store.bookings.get(booking.id)
        assert current is not None
        store.outbox.settle(intent.id)
        more = bool(store.outbox.of(booking.id))
        if not more:  # else the host has decided anew meanwhile
            current = replace(current, start=booking.start, end=booking.end)
        status = Status.CONFIRMED if current.status is Status.ATTENTION else current.status
        sync = InCloud.WAITING if more else InCloud.SYNCED
        store.bookings.put(
            replace(current, agreed=agreed, sync=sync, status=status, concern="", missing_since=None, changed_at=now)
        )
        session.mirror(booking.calendar, booking.href, fetched)
        note_text(store, booking.id, now, what, f"{booking.start.isoformat()} {fetched.etag}", fetched.text)


def _after_put(session: Session, booking: Booking, text: str, etag: str) -> Fetched:
    """What iCloud now holds. Without an ETag in the answer it changed something, or forgot: read it back.

    It was written all the same: if it cannot be read now, the next poll does, as no etag is known for it.
    """
    if etag:
        return Fetched(etag, text)
    try:
        found = session.gateway.get(booking.href)
    except Failure:
        return Fetched("", text)
    if found is None:
        raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="written but not found")
    return found


def _ours(fetched: Fetched, booking: Booking) -> bool:
    return index(fetched.text).uid == booking.uid


def _publish(session: Session, intent: Intent, booking: Booking) -> None:
    if intent.claimed:
        booking = where_it_lies(session, booking)
        there = event_of(session, booking)
        if there is not None and _ours(there, booking):
            _settled(session, intent, booking, there, "found in iCloud")
            return
        if not booking.live:
            _need_time_to_show(session, booking)
    if not booking.live:
        _drop_all(session, booking)
        return
    for _ in range(2):
        _claim(session, intent)
        text = _text_to_create(session, booking)
        try:
            etag = session.gateway.create(booking.href, text)
        except Conflict:
            there = session.gateway.get(booking.href)
            if there is not None and _ours(there, booking):
                _settled(session, intent, booking, there, "found in iCloud")
                return
            if intent.claimed:
                break  # an earlier try may have arrived and been moved since: a second name could double it
            booking = _renamed(session, booking)
            if not booking.live:
                _drop_all(session, booking)
                return
        else:
            _learn_right(session, booking, may_write=True)
            _settled(session, intent, booking, _after_put(session, booking, text, etag), "written to iCloud")
            return
    raise fail(Code.WRITE_REFUSED, scope=Scope.BOOKING, detail="PUT HTTP 412")


def _text_to_create(session: Session, booking: Booking) -> str:
    """The event as it last was, if it was in iCloud before: the host's own alarms, notes and X- lines come back."""
    known, account, now = session.store.journal.text(booking.id), session.account, session.clock()
    if known:
        return revive(known, booking, now, account.principal, account.organizer)
    return compose(booking, now, account.principal, account.organizer)


def _renamed(session: Session, booking: Booking) -> Booking:
    """The booking under a new UID, stored: servers remember deleted names and UIDs, and answer 412 to them for good
    (fact sheet §5.1, one report). To be called only when nothing can have arrived under the old one."""
    uid, href = new_identity(booking.calendar)
    with session.store.transaction():
        current = session.store.bookings.get(booking.id) or booking  # it may have been cancelled meanwhile
        renamed = replace(current, uid=uid, href=href)
        session.store.bookings.put(renamed)
    return renamed


def _need_time_to_show(session: Session, booking: Booking) -> None:
    """Raises until the event of a cancelled booking, which may have arrived, has been looked for long enough."""
    now = session.clock()
    withdrawn = [i for i in session.store.outbox.of(booking.id) if i.kind is Kind.WITHDRAW]
    with session.store.transaction():
        for intent in withdrawn:
            if intent.created_at > now:  # by a clock that was set back since: the look begins anew
                session.store.outbox.redate(intent.id, now)
    if any(now - intent.created_at < MAY_STILL_SHOW for intent in withdrawn):
        raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="PUT without answer, not found yet")


def _drop_all(session: Session, booking: Booking) -> None:
    """Cancelled before it ever arrived: there is nothing to write and nothing to delete."""
    with session.store.transaction():
        for intent in session.store.outbox.of(booking.id):
            session.store.outbox.settle(intent.id)
        current = session.store.bookings.get(booking.id) or booking
        session.store.bookings.put(replace(current, sync=InCloud.SYNCED, concern="", changed_at=session.clock()))


def _amend(session: Session, intent: Intent, booking: Booking) -> None:
    if booking.status is Status.CANCELLED:
        # The withdrawal behind it takes the event away wherever the move left it.
        with session.store.transaction():
            session.store.outbox.settle(intent.id)
        return
    _claim(session, intent)
    booking = where_it_lies(session, booking)
    for _ in range(2):
        there = read_event(session, booking)
        if there is None:
            check_calendar(session, booking)
            if intent.attempts < PATIENCE:
                need_nowhere_else(session, booking)
            raise Standstill("Its event is gone from iCloud, so it could not be moved.", Code.NOT_FOUND)
        remote = remote_event(there.text, booking.uid, booking.calendar, booking.href, there.etag, session.policy)
        if remote.start is None or remote.repeats or remote.all_day:
            raise Standstill("Its event in iCloud was changed so much that it could not be moved.")
        assert remote.end is not None
        theirs = Span(remote.start, remote.end)
        agreed = None if booking.agreed is None else Span(booking.agreed.start, booking.agreed.end)
        # What an earlier try of ours made of it is nobody's other wish.
        merged = booking.span if _tried(session, intent, theirs) else merge(agreed, booking.span, theirs)
        if isinstance(merged, Clash):
            raise Standstill("It was moved here and in iCloud at the same time.")
        booking = replace(booking, start=merged.start, end=merged.end)
        if theirs == merged:
            _settled(session, intent, booking, there, "found in iCloud")
            return
        text = amend(there.text, booking.uid, booking.start, booking.end, booking.timezone, session.clock())
        try:
            etag = session.gateway.update(booking.href, text, there.etag)
        except Conflict:
            continue
        _learn_right(session, booking, may_write=True)
        _settled(session, intent, booking, _after_put(session, booking, text, etag), "moved in iCloud")
        return
    raise Standstill("Its event changed in iCloud each time it was about to be moved.")


def _tried(session: Session, intent: Intent, theirs: Span) -> bool:
    """Whether the event is where an earlier try of `intent`, whose answer was lost, may have moved it: the host has
    decided on another time since, and that decision noted where the booking was."""
    lines = session.store.journal.of(booking=intent.booking) if intent.claimed else []
    been = [line.was for line in lines if line.was is not None and line.at >= intent.created_at]
    return theirs in been


def _withdraw(session: Session, intent: Intent, booking: Booking) -> None:
    _claim(session, intent)
    lies = where_it_lies(session, booking)
    etag = booking.agreed.etag if booking.agreed and lies == booking else ""
    booking = lies
    try:
        if not _delete(session, booking, etag):
            check_calendar(session, booking)
            if intent.attempts < PATIENCE:
                need_nowhere_else(session, booking)
    except Failure as failure:
        if not went_with_its_calendar(session, booking, failure.trouble):
            raise
    store, now = session.store, session.clock()
    with store.transaction():
        store.outbox.settle(intent.id)
        current = store.bookings.get(booking.id)
        assert current is not None
        gone = replace(current, sync=InCloud.SYNCED, agreed=None, missing_since=None, concern="", changed_at=now)
        if store.outbox.of(booking.id):  # the cancel was taken back after this was sent: the event is created anew
            uid, href = new_identity(booking.calendar)
            gone = replace(gone, uid=uid, href=href, status=Status.CONFIRMED, sync=InCloud.WAITING)
        store.bookings.put(gone)
        if any(row.href == booking.href for row in store.mirror.by_uid(booking.uid)):
            store.mirror.bury(booking.calendar, booking.href)
        note_gone(store, booking.id, now, "removed from iCloud")


def _delete(session: Session, booking: Booking, etag: str) -> bool:
    """Whether it was there to be deleted. `etag`: the one agreed on, '' if there is none."""
    for _ in range(2):
        if not etag:
            there = read_event(session, booking)
            if there is None or not _ours(there, booking):
                return False  # what lies under its name now is somebody else's
            remote = remote_event(there.text, booking.uid, booking.calendar, booking.href, there.etag, session.policy)
            if remote.repeats:
                raise Standstill("Its event in iCloud has become a series, so it was not deleted.")
            if remote.start is None:
                raise Standstill("Its event in iCloud cannot be read any more, so it was not deleted.")
            etag = there.etag
            with session.store.transaction():
                keep_text(session.store, booking.id, there.text)  # Undo brings back the host's last edit, too
        try:
            return session.gateway.delete(booking.href, etag)
        except Conflict:
            # The host edited the event since; the decision to cancel still stands. Read the new tag, try once more.
            etag = ""
    raise fail(Code.ICLOUD_DOWN, scope=Scope.BOOKING, detail="DELETE HTTP 412 twice")
