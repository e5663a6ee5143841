"""One poll, as steps. A step is one request and one short transaction; between steps the engine serves the host.

One PROPFIND on the home tells which calendars changed; only those are read. Calendars are read independently: a
trouble with one leaves its last good copy standing, with its age, and holds up no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from workestra_desktop.core.calendar import Calendar, Listed, default_calendar
from workestra_desktop.core.mirror import Account, Store
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync.delivery import deliver, due, first_in_line
from workestra_desktop.sync.follow import follow
from workestra_desktop.sync.reading import read_calendar
from workestra_desktop.sync.session import Session, expand_anew, renew_horizon

CHECK_EVERY = timedelta(days=1)
"""How long differences alone are trusted before a calendar is listed whole again."""

_NEVER = datetime.min.replace(tzinfo=UTC)

_MOVED = ("HTTP 404", "HTTP 410", "HTTP 421")
"""What a host says of a home that it does not serve any more."""

_MAY_LAST = frozenset({Code.ICLOUD_DOWN, Code.BLOCKED})
"""Troubles that pass where the home still is; in two rounds in a row they may be all that its old host says."""

_NOT_OF_A_CALENDAR = frozenset(
    {
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
    for entry in _unchecked(listed, stored, fresh, now):
        yield from _read(session, stored[entry.path], entry, len(listed), whole=True)
    session.show(None)
    session.tally.polled = True
    follow(session)
    _note_success(session)


def send_outbox(session: Session, *, only: str | None = None, by_hand: bool = False) -> Iterator[None]:
    """Sends what waits. A trouble of the whole account ends it; one of a booking leaves the others going."""
    for intent in due(session, only=only, by_hand=by_hand):
        if first_in_line(session, intent):
            deliver(session, intent)
            yield


def _list(session: Session) -> list[Listed]:
    try:
        listed, default, account = _listed_at_home(session)
    except Failure as failure:
        # Whatever the answer says of itself, without a listing the whole account is in the dark.
        raise Failure(replace(failure.trouble, scope=Scope.ACCOUNT)) from failure
    if not listed:
        raise Failure(Trouble(Code.NO_CALENDAR, Scope.ACCOUNT, detail="no event calendar listed"))
    store, before = session.store, session.account
    if before.trouble is not None and before.trouble.code is Code.SIGN_IN_REFUSED:
        account = replace(account, trouble=None)
    account = replace(account, refused_at=None)  # the password was just accepted: a refusal before it has passed
    with store.transaction():
        if account != before:
            store.account.put(account)
        keep_listing(store, listed, default)
    learn_owners(session)
    if account.own_addresses != before.own_addresses:
        session.policy = replace(session.policy, own_addresses=account.own_addresses)
        expand_anew(store, session.policy, session.clock())
    return listed


def _listed_at_home(session: Session) -> tuple[list[Listed], str | None, Account]:
    """The listing, the default calendar if it names one, and the account as the home was found."""
    account, gateway = session.account, session.gateway
    if account.trouble is not None and _throttled(account.trouble) and gateway.away:
        account = _looked_for_first(session, account)
    try:
        listed, default = gateway.listing(account.principal)
        return listed, default, replace(account, home=gateway.home)
    except Failure as failure:
        if not _home_may_have_moved(session, failure.trouble):
            raise
        return _listed_where_it_is_now(session)


def _throttled(trouble: Trouble) -> bool:
    return trouble.code is Code.SLOW_DOWN or "HTTP 503" in trouble.detail


def _looked_for_first(session: Session, account: Account) -> Account:
    """The home asked for a pause in the round before. Should it still do so, three times are enough; so discovery's
    host is asked first whether the account still lives there. Any other trouble with that says nothing."""
    try:
        found = session.gateway.discover()
    except Failure as failure:
        if failure.trouble.code in (Code.SLOW_DOWN, Code.OFFLINE, Code.SIGN_IN_REFUSED):
            raise
        return account
    return replace(account, principal=found.principal, home=found.home, addresses=found.addresses)


def _listed_where_it_is_now(session: Session) -> tuple[list[Listed], str | None, Account]:
    """Apple may have moved the account to another partition (fact sheet §1). Paths stay, so everything keeps its
    identity."""
    account, gateway = session.account, session.gateway
    found = gateway.discover()
    try:
        listed, default = gateway.listing(found.principal)
    except Failure as again:
        if again.trouble.code is not Code.SIGN_IN_REFUSED:
            raise
        # The host that discovery starts at has just taken the password, so it is not withdrawn.
        raise Failure(replace(again.trouble, code=Code.ICLOUD_DOWN)) from again
    return listed, default, replace(account, principal=found.principal, home=gateway.home, addresses=found.addresses)


def _home_may_have_moved(session: Session, trouble: Trouble) -> bool:
    """The old partition says so, refuses the password, cannot be reached any more, or has been failing since the round
    before, while discovery's host may well answer (fact sheet §1, Rule). Only a refusal that this host repeats counts
    as one."""
    if any(status in trouble.detail for status in _MOVED):
        return True
    before = session.account.trouble
    again = before is not None and before.code in _MAY_LAST
    lasts = again and trouble.code in _MAY_LAST and not _throttled(trouble)
    return (lasts or trouble.code in (Code.OFFLINE, Code.SIGN_IN_REFUSED)) and session.gateway.away


def keep_listing(store: Store, listed: list[Listed], default: str | None) -> None:
    """Stores names, colours and rights as listed; the host's choices and the reading state stay."""
    known_default = next((c.id for c in store.calendars.all() if c.default), None)
    chosen = default_calendar(listed, default or known_default)
    for entry in listed:
        store.calendars.put_listed(entry)
    store.calendars.set_default(chosen.path if chosen else None)


def learn_owners(session: Session) -> None:
    """Asks once who shares a calendar that is not the host's own. One request for each that is new.

    A nicety, so no answer to it ends a poll, not even a 401 right after a listing that the password was good for: the
    rest is asked at the next one. Raises `Failure(offline)`.
    """
    store = session.store
    for calendar in store.calendars.all():
        if calendar.shared and calendar.owner is None:
            try:
                owner = session.gateway.shared_by(calendar.id)
            except Failure as failure:
                if failure.trouble.code is Code.OFFLINE:
                    raise
                return
            with store.transaction():
                store.calendars.set_owner(calendar.id, owner)


def _in_step(calendar: Calendar, listed: Listed) -> bool:
    return calendar.read_at is not None and bool(listed.change_tag) and calendar.change_tag == listed.change_tag


def _unchecked(listed: list[Listed], stored: dict[str, Calendar], fresh: list[str], now: datetime) -> list[Listed]:
    """The calendar whose last full listing is the oldest, if that is a day ago: at most one in a round.

    A difference that was cut, or an event that the server listed late (fact sheet §5.1, read-after-write), would
    otherwise be missed for good.
    """
    ages = {path: stored[path].listed_at or _NEVER for path in fresh}
    oldest = min(ages, key=lambda path: ages[path], default=None)
    return [entry for entry in listed if entry.path == oldest and ages[oldest] <= now - CHECK_EVERY]


def _vanished(stored: list[Calendar], listed: list[Listed]) -> list[Calendar]:
    paths = {entry.path for entry in listed}
    return [c for c in stored if c.id not in paths]


def _lost_from_listing(session: Session, calendar: Calendar) -> None:
    """A calendar the listing left out: gone only if it says so itself. The write calendar is never just dropped.

    iCloud says 403 of paths it does not know (fact sheet §3, one report), but a 403 that passes has been seen too. So
    such a calendar is told to be gone, while its events go on blocking time until the next listing lacks it as well.
    """
    if calendar.gone:
        _drop(session, calendar)  # it would be listed again if it had come back
        return
    try:
        there = session.gateway.calendar_exists(calendar.id)
    except Failure as failure:
        if "HTTP 403" not in failure.trouble.detail:
            _trouble_with(session, calendar, failure)
            return
        _call_gone(session, calendar)
    else:
        if not there:
            _call_gone(session, calendar)
            _drop(session, calendar)
            return
        trouble = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, calendar.name, "left out of the listing")
        with session.store.transaction():
            session.store.calendars.set_problem(calendar.id, trouble)


def _call_gone(session: Session, calendar: Calendar) -> None:
    coming = _coming_bookings(session, calendar)
    with session.store.transaction():
        session.store.calendars.forget_reading(calendar.id)
        session.store.calendars.set_problem(
            calendar.id, Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, calendar.name, count=coming)
        )


def _drop(session: Session, calendar: Calendar) -> None:
    """What was mirrored of it takes no time any more. The calendar itself stays while something still depends on it."""
    store = session.store
    with store.transaction():
        if calendar.write_to or _coming_bookings(session, calendar):
            store.mirror.remove(calendar.id, list(store.mirror.etags(calendar.id)))
        else:
            store.calendars.remove(calendar.id)


def _welcome_back(store: Store, listed: list[Listed]) -> None:
    """A calendar that was gone and is listed again counts as not read yet: its time is unknown, not free."""
    paths = {entry.path for entry in listed}
    with store.transaction():
        for calendar in store.calendars.all():
            if calendar.id in paths and calendar.gone:
                store.calendars.set_problem(calendar.id, None)


def _coming_bookings(session: Session, calendar: Calendar) -> int:
    now = session.clock()
    return sum(b.calendar == calendar.id and b.live and b.end > now for b in session.store.bookings.all())


def _read(session: Session, calendar: Calendar, entry: Listed, total: int, *, whole: bool = False) -> Iterator[None]:
    done = sum(c.read_at is not None for c in session.store.calendars.all())
    try:
        yield from read_calendar(session, calendar, entry.change_tag, (done, total), whole=whole)
    except Failure as failure:
        _trouble_with(session, calendar, failure)


def _trouble_with(session: Session, calendar: Calendar, failure: Failure) -> None:
    """Notes it on the calendar, or raises it again if no other calendar would fare better."""
    session.tally.troubled = True
    trouble = failure.trouble
    if trouble.code in _NOT_OF_A_CALENDAR:
        raise failure
    if trouble.code is Code.SIGN_IN_REFUSED:
        # The listing of this round was had with the same password, so one calendar that refuses it is an oddity of that
        # calendar. Where a second one does too, no more are tried: the next listing tells whether it is withdrawn.
        if any(c.problem is not None and "HTTP 401" in c.problem.detail for c in _others(session, calendar)):
            raise failure
        trouble = replace(trouble, code=Code.ICLOUD_DOWN)
    noted = Trouble(trouble.code, Scope.CALENDAR, calendar.name, trouble.detail)
    with session.store.transaction():
        session.store.calendars.set_problem(calendar.id, noted)


def _others(session: Session, calendar: Calendar) -> list[Calendar]:
    return [c for c in session.store.calendars.all() if c.id != calendar.id]


def _note_success(session: Session) -> None:
    """The account answers: whatever was wrong with it is over."""
    account = session.account
    with session.store.transaction():
        session.store.account.put(
            replace(account, last_poll=session.clock(), refused_at=None, locked=False, trouble=None, outage=None)
        )
