"""One poll, as steps. A step is one request and one short transaction; between steps the engine serves the host.

One PROPFIND on the home tells which calendars changed; only those are read. Calendars are read independently: a
trouble with one leaves its last good copy standing, with its age, and holds up no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workestra_desktop.core.calendar import Calendar, Listed, default_calendar
from workestra_desktop.core.mirror import Store
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync.delivery import deliver, due
from workestra_desktop.sync.follow import follow
from workestra_desktop.sync.reading import read_calendar
from workestra_desktop.sync.session import Session, renew_horizon

_NOT_OF_A_CALENDAR = frozenset(
    {
        Code.SIGN_IN_REFUSED,
        Code.OFFLINE,
        Code.SLOW_DOWN,
        Code.BLOCKED,
        Code.CLOCK_WRONG,
        Code.DISK,
        Code.DEFECT,
    }
)


def poll(session: Session, *, full: bool = False) -> Iterator[None]:
    """Brings the mirror and the bookings in step. Raises `Failure` for troubles of the whole account."""
    store = session.store
    renew_horizon(store, session.policy, session.clock())
    if full:
        with store.transaction():
            store.calendars.forget_tokens()
    listed = _list(session)
    now = session.clock()
    yield
    for calendar in _vanished(store.calendars.all(), listed):
        _lost_from_listing(session, calendar)
        yield
    _welcome_back(store, listed)
    stored = {c.id: c for c in store.calendars.all()}
    stale = [entry for entry in listed if not _in_step(stored[entry.path], entry)]
    fresh = [entry.path for entry in listed if _in_step(stored[entry.path], entry)]
    with store.transaction():
        store.calendars.confirm(fresh, now)
    # Calendars that gave trouble last time come last, so that one that hangs holds up no other.
    stale.sort(key=lambda entry: (stored[entry.path].problem is not None, not stored[entry.path].busy))
    for entry in stale:
        yield from _read(session, stored[entry.path], entry, len(listed))
    session.show(None)
    session.tally.polled = True
    follow(session)
    _note_success(session)


def send_outbox(session: Session, *, only: str | None = None, by_hand: bool = False) -> Iterator[None]:
    """Sends what waits. A trouble of the whole account ends it; one of a booking leaves the others going."""
    for intent in due(session, only=only, by_hand=by_hand):
        if intent.id in {i.id for i in session.store.outbox.of(intent.booking)}:
            deliver(session, intent)
            yield


def _list(session: Session) -> list[Listed]:
    store, account = session.store, session.account
    try:
        listed, default = session.gateway.listing(account.principal)
    except Failure as failure:
        if not _home_may_have_moved(session, failure.trouble):
            # Whatever the answer says of itself, without a listing the whole account is in the dark.
            raise Failure(replace(failure.trouble, scope=Scope.ACCOUNT)) from failure
        # The home has moved, as it does when Apple moves an account to another partition (fact sheet §1).
        found = session.gateway.discover()
        listed, default = session.gateway.listing(found.principal)
        account = replace(account, principal=found.principal, home=found.home, addresses=found.addresses)
        with store.transaction():
            store.account.put(account)
    if not listed:
        raise Failure(Trouble(Code.NO_CALENDAR, Scope.ACCOUNT, detail="no event calendar listed"))
    with store.transaction():
        keep_listing(store, listed, default)
    return listed


def _home_may_have_moved(session: Session, trouble: Trouble) -> bool:
    """The old partition says so, or cannot even be reached any more while discovery's host may well be."""
    unreachable = trouble.code is Code.OFFLINE and session.gateway.away
    return unreachable or "HTTP 404" in trouble.detail or "HTTP 421" in trouble.detail


def keep_listing(store: Store, listed: list[Listed], default: str | None) -> None:
    """Stores names, colours and rights as listed; the host's choices and the reading state stay."""
    known_default = next((c.id for c in store.calendars.all() if c.default), None)
    chosen = default_calendar(listed, default or known_default)
    for entry in listed:
        store.calendars.put_listed(entry)
    store.calendars.set_default(chosen.path if chosen else None)


def _in_step(calendar: Calendar, listed: Listed) -> bool:
    return calendar.read_at is not None and bool(listed.change_tag) and calendar.change_tag == listed.change_tag


def _vanished(stored: list[Calendar], listed: list[Listed]) -> list[Calendar]:
    paths = {entry.path for entry in listed}
    return [c for c in stored if c.id not in paths]


def _lost_from_listing(session: Session, calendar: Calendar) -> None:
    """A calendar the listing left out: gone only if it says so itself. The write calendar is never just dropped."""
    try:
        there = session.gateway.calendar_exists(calendar.id)
    except Failure as failure:
        _trouble_with(session, calendar, failure)
        return
    with session.store.transaction():
        if there:
            trouble = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, calendar.name, "left out of the listing")
            session.store.calendars.set_problem(calendar.id, trouble)
        elif calendar.write_to or _has_bookings(session, calendar):
            trouble = Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, f"“{calendar.name}” is no longer there.")
            session.store.calendars.forget_reading(calendar.id)
            session.store.calendars.set_problem(calendar.id, trouble)
            session.store.mirror.remove(calendar.id, list(session.store.mirror.etags(calendar.id)))
        else:
            session.store.calendars.remove(calendar.id)


def _welcome_back(store: Store, listed: list[Listed]) -> None:
    """A calendar that was gone and is listed again counts as not read yet: its time is unknown, not free."""
    paths = {entry.path for entry in listed}
    with store.transaction():
        for calendar in store.calendars.all():
            if calendar.id in paths and calendar.problem is not None and calendar.problem.code is Code.CALENDAR_GONE:
                store.calendars.set_problem(calendar.id, None)


def _has_bookings(session: Session, calendar: Calendar) -> bool:
    now = session.clock()
    return any(b.calendar == calendar.id and b.live and b.end > now for b in session.store.bookings.all())


def _read(session: Session, calendar: Calendar, entry: Listed, total: int) -> Iterator[None]:
    done = sum(c.read_at is not None for c in session.store.calendars.all())
    try:
        yield from read_calendar(session, calendar, entry.change_tag, (done, total))
    except Failure as failure:
        _trouble_with(session, calendar, failure)


def _trouble_with(session: Session, calendar: Calendar, failure: Failure) -> None:
    """Notes it on the calendar, or raises it again if no other calendar would fare better."""
    session.tally.troubled = True
    trouble = failure.trouble
    if trouble.code in _NOT_OF_A_CALENDAR:
        raise failure
    noted = Trouble(trouble.code, Scope.CALENDAR, f"“{calendar.name}” could not be read.", trouble.detail)
    with session.store.transaction():
        session.store.calendars.set_problem(calendar.id, noted)


def _note_success(session: Session) -> None:
    """The account answers: whatever was wrong with it is over."""
    account = session.account
    with session.store.transaction():
        session.store.account.put(
            replace(account, last_poll=session.clock(), refused_at=None, locked=False, trouble=None)
        )
