"""What every piece of work with iCloud needs, in one place, and the tally it leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block, BusyPolicy
from workestra_desktop.core.commands import Conflict
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import Account, CalendarObject, Horizon, Store
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.ical.expansion import expand
from workestra_desktop.ical.scan import index
from workestra_desktop.ical.seal import seal_on
from workestra_desktop.sync.gateway import Fetched, Gateway
from workestra_desktop.sync.telling import Tell, telling

BEHIND = timedelta(days=31)
AHEAD = timedelta(days=200)
"""How far back and ahead busy blocks are kept ready; anything else is expanded when asked for."""

_RENEW = timedelta(days=30)


@dataclass(slots=True)
class Tally:
    """Counts of one round, for `SyncReport`."""

    polled: bool = False
    changed: int = 0
    removed: int = 0
    written: int = 0
    moved: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Calendars that list objects which were never to be had: what is missing may be one of them."""
    troubled: bool = False
    """Some request of the round failed: nothing may be concluded from what is missing."""
    touched: set[tuple[str, str]] = field(default_factory=set)
    """(calendar, href) of the objects that changed."""


@dataclass(slots=True)
class Session:
    store: Store
    gateway: Gateway
    clock: Callable[[], datetime]
    policy: BusyPolicy
    recheck: timedelta
    notify: Tell
    """What hears of a notice once it is kept: `telling` is the way there."""
    show: Callable[[Progress | None], None]
    tally: Tally = field(default_factory=Tally)

    @property
    def account(self) -> Account:
        account = self.store.account.get()
        assert account is not None
        return account

    def telling(self) -> AbstractContextManager[Tell]:
        """A transaction, and what to tell the host of it with."""
        return telling(self.store, self.clock, self.notify)

    def untouched(self, booking: Booking) -> bool:
        """Whether nothing was decided about `booking` since it was read: another process of this profile decides
        without waiting for the sync lock. To be asked inside the transaction that would write over it."""
        return self.store.bookings.get(booking.id) == booking and not self.store.outbox.of(booking.id)

    def mirror(self, calendar: str, href: str, fetched: Fetched, *, vouched: bool = False) -> None:
        """Takes one object into the mirror, with its busy blocks. Inside a transaction of the caller's.

        `vouched`: it belongs to the listing whose token will be stored (see `SqlMirror.put`).
        """
        self.mirror_all(calendar, {href: fetched}, vouched=vouched)

    def mirror_all(self, calendar: str, found: Mapping[str, Fetched], *, vouched: bool) -> None:
        """As `mirror`, for some objects at once."""
        horizon = self.store.account.horizon()
        assert horizon is not None
        principal = self.account.principal
        rows = dict(self._row(calendar, href, fetched, horizon, principal) for href, fetched in found.items())
        self.store.mirror.put(rows, vouched=vouched)

    def _row(
        self, calendar: str, href: str, fetched: Fetched, horizon: Horizon, principal: str
    ) -> tuple[CalendarObject, tuple[Block, ...]]:
        reach = index(fetched.text)
        blocks: tuple[Block, ...] = ()
        problem = ""
        if touches(reach.first, reach.last, horizon.span):
            expansion = expand(fetched.text, self.policy, horizon.span)
            blocks, problem = expansion.blocks + expansion.free, expansion.problem
        row = CalendarObject(
            calendar=calendar,
            href=href,
            etag=fetched.etag,
            uid=reach.uid,
            text=fetched.text,
            first=reach.first,
            last=reach.last,
            repeats=reach.repeats,
            problem=problem,
            read_at=self.clock(),
            seal=seal_on(fetched.text, principal, self.policy.own_addresses),
        )
        return row, blocks


def touches(first: datetime | None, last: datetime | None, span: Span) -> bool:
    return (first is None or first < span.end) and (last is None or last > span.start)


def fresh_horizon(now: datetime, zone: str) -> Horizon:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return Horizon(Span(midnight - BEHIND, midnight + AHEAD), zone)


def renew_horizon(store: Store, policy: BusyPolicy, now: datetime) -> bool:
    """Keeps the span of ready-made blocks ahead of `now`; re-expands only what reaches into new days.

    A changed host zone moves whole days and floating times, and a clock set back leaves a span that begins too late:
    then everything is expanded anew. Reads no network.
    """
    old = store.account.horizon()
    new = fresh_horizon(now, policy.zone)
    grows = old is not None and old.zone == new.zone and old.span.start <= new.span.start
    if old is not None and grows and new.span.end - old.span.end < _RENEW:
        return False
    if old is None or not grows:
        expand_anew(store, policy, now)
        return True
    with store.transaction():
        store.account.set_horizon(new)
        _expand(store, policy, new.span, Span(min(old.span.end, new.span.end), new.span.end))
    return True


def expand_anew(store: Store, policy: BusyPolicy, now: datetime) -> None:
    """Makes every busy block again: the host's zone, addresses or rules have changed. Reads no network."""
    new = fresh_horizon(now, policy.zone)
    with store.transaction():
        store.account.set_horizon(new)
        store.mirror.clear_blocks()
        _expand(store, policy, new.span, new.span)


def expand_uid(store: Store, policy: BusyPolicy, uid: str) -> None:
    """Makes the blocks of the events with `uid` again. Inside a transaction of the caller's."""
    horizon = store.account.horizon()
    if horizon is None:
        return  # everything is expanded before the next question that blocks are kept for
    for row in store.mirror.by_uid(uid):
        if touches(row.first, row.last, horizon.span):
            expansion = expand(row.text, policy, horizon.span)
            store.mirror.replace_blocks(row.calendar, row.href, expansion.blocks + expansion.free, expansion.problem)


def _expand(store: Store, policy: BusyPolicy, horizon: Span, touched: Span) -> None:
    for row in store.mirror.touching(touched):
        expansion = expand(row.text, policy, horizon)
        store.mirror.replace_blocks(row.calendar, row.href, expansion.blocks + expansion.free, expansion.problem)
