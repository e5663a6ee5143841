"""Everything the host can do, in one object for one thread: the window's engine and the command both use it.

Reads come from the store and need no network. Work with iCloud happens under the profile's sync lock, so that two
processes on one profile never poll or write at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, assert_never
from zoneinfo import ZoneInfo

from workestra_desktop.core import commands as ask
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.calendar import Block, BusyPolicy, Calendar
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link, first_link
from workestra_desktop.core.mirror import Account, JournalLine, Store
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.outbox import waits_until
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.said import said
from workestra_desktop.core.settings import Blocking
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.sync import standing

if TYPE_CHECKING:
    from workestra_desktop.sync.gateway import Gateway
    from workestra_desktop.sync.session import Session

CONFIRM_REFUSAL = timedelta(seconds=30)
"""A second 401 this much later means the password was withdrawn (product.md, Account and errors)."""

_PIECE = timedelta(days=366)

LOCK_WAIT = 30.0
"""Seconds to wait for another Workestra on the same profile."""


class Vault(Protocol):
    """Where the password lives. `keep` answers whether it will still be there at the next start."""

    def read(self, apple_id: str) -> str | None: ...
    def keep(self, apple_id: str, password: str) -> bool: ...
    def forget(self, apple_id: str) -> None: ...


class Lock(Protocol):
    def held(self, wait_seconds: float) -> AbstractContextManager[None]: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the desk needs of the world, all injected. `gateway` takes (user, password, home)."""

    endpoint: Endpoint
    vault: Vault
    lock: Lock
    clock: Callable[[], datetime]
    host_zone: str
    recheck: timedelta
    gateway: Callable[[str, str, str | None], Gateway]
    notify: Callable[[Notice], None]
    show: Callable[[Progress | None], None]
    demo: bool = False


class Desk:
    def __init__(self, store: Store, around: Surroundings) -> None:
        self.store = store
        self.around = around
        self.clock = around.clock
        self.host_zone = ZoneInfo(around.host_zone)
        self._sessions: list[Session] = []
        self.met_trouble = False
        """Something has gone wrong with the whole account since this process began."""
        if self._is_new():
            with store.transaction():
                if self._is_new():  # no other process has begun meanwhile
                    store.links.put(first_link(around.host_zone))

    def _is_new(self) -> bool:
        return not self.store.links.all() and self.store.account.get() is None

    # --- the one entrance --------------------------------------------------------------------------------------

    def execute(self, command: ask.Command) -> ask.Result:
        """Runs `command` to its end. Raises `Failure`; `Stopped` if the app is ending."""
        from workestra_desktop.sync import account_desk, booking_desk, choice_desk, free_desk, note_desk, undo_desk

        match command:
            case ask.SignIn():
                return account_desk.sign_in(self, command)
            case ask.Disconnect():
                account_desk.disconnect(self, command.erase)
                return None
            case ask.Select():
                return account_desk.select(self, command)
            case ask.SyncNow():
                return self._sync_now(command.full)
            case ask.FindSlots() | ask.Explain() | ask.ShowWeek() | ask.TryLink() | ask.ShareTimes():
                return free_desk.answer(self, command)
            case ask.SetLink() | ask.RemoveLink() | ask.ChangeSettings() | ask.RuleEvent():
                return free_desk.decide(self, command)
            case ask.Book() | ask.Reschedule() | ask.Cancel():
                return booking_desk.act(self, command)
            case ask.Undo():
                return undo_desk.undo(self, command)
            case ask.SettleGone() | ask.Choose() | ask.SettleOverlap():
                return choice_desk.answer(self, command)
            case ask.ShowJournal() | ask.MarkNoShow() | ask.ChangePreferences() | ask.SeeNotices():
                return note_desk.answer(self, command)
            case ask.Pause() | ask.FinishSetup():
                self._keep(command)
                return None
            case _:
                assert_never(command)

    def _keep(self, command: ask.Pause | ask.FinishSetup) -> None:
        with self.store.transaction():
            if isinstance(command, ask.Pause):
                self.store.account.pause(command.until)
            else:
                self.store.account.put(replace(self.account(), setup_done=True))

    # --- reading, without network ------------------------------------------------------------------------------

    def account(self) -> Account:
        account = self.store.account.get()
        if account is None or not account.connected:
            raise fail(Code.NOT_CONNECTED, scope=Scope.ACCOUNT)
        return account

    def links(self) -> list[Link]:
        return self.store.links.all()

    def link(self, slug: str) -> Link:
        for link in self.links():
            if link.slug == slug:
                return link
        raise fail(Code.NOT_FOUND, said("There is no link called “{link}”.", link=slug[:60]))

    def stays(self) -> tuple[Stay, ...]:
        """The host's journeys."""
        return self.store.settings.get().stays

    def bookings(self) -> list[Booking]:
        return self.store.bookings.all()

    def booking(self, name: str) -> Booking:
        """By id, or by a beginning of it that fits only one."""
        exact = self.store.bookings.get(name)
        if exact is not None:
            return exact
        near = [b for b in self.bookings() if len(name) >= 4 and b.id.startswith(name)]
        if len(near) != 1:
            raise fail(Code.NOT_FOUND, said("There is no booking “{name}”.", name=name[:40]))
        return near[0]

    def journal(self, name: str) -> list[JournalLine]:
        return self.store.journal.of(self.booking(name).id)

    def calendars(self) -> list[Calendar]:
        return self.store.calendars.all()

    def calendar(self, name: str) -> Calendar:
        """By id or exact name; a name two calendars share must be told by id."""
        calendars = self.calendars()
        found = [c for c in calendars if c.id == name] or [c for c in calendars if c.name == name]
        if not found:
            raise fail(Code.NOT_FOUND, said("There is no calendar called “{name}”.", name=name[:60]))
        if len(found) > 1:
            raise fail(Code.BAD_INPUT, said("Two calendars are called “{name}”; use the id.", name=name[:60]))
        return found[0]

    def writable(self, name: str) -> Calendar:
        """As `calendar`; `bad_input` if bookings cannot be written to it."""
        calendar = self.calendar(name)
        if not calendar.writable:
            raise fail(Code.BAD_INPUT, said("“{calendar}” is read-only.", calendar=calendar.name))
        return calendar

    def write_calendar(self) -> Calendar:
        for calendar in self.calendars():
            if calendar.write_to:
                return _still_there(calendar)
        raise fail(Code.NO_WRITABLE_CALENDAR, "No calendar is chosen for bookings.", scope=Scope.ACCOUNT)

    def calendar_for(self, link: Link) -> Calendar:
        """Where bookings of `link` are written. Raises `calendar_gone`, `no_writable_calendar`."""
        return _still_there(self.calendar(link.calendar)) if link.calendar else self.write_calendar()

    def complete(self) -> bool:
        """Whether every busy calendar has been read whole at least once."""
        return bool(self.calendars()) and all(c.read_at is not None for c in self._consulted())

    def _consulted(self) -> list[Calendar]:
        """The busy calendars that exist: one that is gone from iCloud takes no time."""
        return [c for c in self.calendars() if c.busy and not c.gone]

    def need_complete(self) -> None:
        self.account()
        if not self.complete():
            unread = [c for c in self._consulted() if c.read_at is None]
            known = len(self._consulted()) - len(unread)
            because = next((c.problem for c in unread if c.problem), None) or self.account().trouble
            text = said(
                "Free times are not known yet: {known} of {all} calendars are read.",
                known=known,
                all=known + len(unread),
            )
            raise Failure(replace(because or Trouble(Code.OFFLINE), scope=Scope.ACCOUNT, subject=text))

    def need_fresh(self) -> None:
        """Raises the trouble of a busy calendar that the last poll could not read: its times may be old."""
        self.need_complete()
        for calendar in self._consulted():
            if calendar.problem is not None:
                raise Failure(calendar.problem)

    def policy(self) -> BusyPolicy:
        account, settings, rules = self.store.account.get(), self.store.settings.get(), self.store.settings.rules()
        return BusyPolicy(
            zone=self.around.host_zone,
            own_addresses=frozenset() if account is None else account.own_addresses,
            tentative_blocks=settings.tentative_blocks,
            unanswered_blocks=settings.unanswered_blocks,
            all_day=settings.all_day,
            stays=settings.stays,
            always=frozenset(rule.uid for rule in rules if rule.blocks is Blocking.ALWAYS),
            never=frozenset(rule.uid for rule in rules if rule.blocks is Blocking.NEVER),
        )

    def policy_changed(self) -> None:
        """What is read from now on counts by the new policy, also in a round that has begun: the engine serves the host
        between the steps of one."""
        for session in self._sessions:
            session.policy = self.policy()

    def busy_blocks(self, span: Span, *, free: bool = False) -> list[Block]:
        """Blocks of the busy calendars that overlap `span`, by start, from the mirror; with `free` also what takes no
        time."""
        self.need_complete()
        busy = [c.id for c in self.calendars() if c.busy]
        horizon = self.store.account.horizon()
        zone = self.around.host_zone
        if (
            horizon is not None
            and horizon.zone == zone
            and horizon.span.start <= span.start
            and span.end <= horizon.span.end
        ):
            return self.store.mirror.blocks(span, busy, free=free)
        # Outside the span kept ready: expanded now, from the same mirrored texts, a piece at a time: how often an event
        # may repeat is bounded for each.
        pieces = [Span(start, min(start + _PIECE, span.end)) for start in _every(_PIECE, span)]
        found = {block: None for piece in pieces for block in self._expanded(piece, busy, free=free)}
        return sorted(found, key=lambda b: (b.start, b.end, b.calendar, b.href))

    def _expanded(self, span: Span, busy: list[str], *, free: bool) -> Iterator[Block]:
        from workestra_desktop.ical.expansion import expand

        policy = self.policy()
        for row in self.store.mirror.touching(span):
            if row.calendar in busy:
                expansion = expand(row.text, policy, span)
                for block in (*expansion.blocks, *(expansion.free if free else ())):
                    yield replace(block, calendar=row.calendar, href=row.href)

    def problems(self) -> tuple[Trouble, ...]:
        """Everything the host should know of, the gravest first."""
        return standing.problems(self, self.bookings())

    def password_at_hand(self) -> bool:
        """Whether the keychain, or this run's memory, has the password. Raises `Failure(keychain)` if it refuses."""
        account = self.store.account.get()
        return account is not None and self.around.vault.read(account.apple_id) is not None

    def paused_until(self) -> datetime | None:
        """The end of a pause that lasts; None if there is none."""
        until = self.store.account.paused_until()
        return until if until is not None and until > self.clock() else None

    def overlaps(self) -> tuple[Overlap, ...]:
        """Events on coming bookings that the host has not answered."""
        return standing.overlaps(self, self.bookings())

    def due_at(self) -> datetime | None:
        """When something is due before the next poll: a second look for a missing event, or a write that waits."""
        now = self.clock()
        lost = {c.id for c in self.calendars() if c.gone}  # what was in them is not looked for
        coming = [b for b in self.bookings() if b.status is Status.CONFIRMED and b.end > now]
        missed = [b.missing_since for b in coming if b.calendar not in lost]
        moments = [min(since, now) + self.around.recheck for since in missed if since is not None]
        first_of_each = {i.booking: i for i in reversed(self.store.outbox.all())}  # the others wait behind it
        moments += [waits_until(i, now) or now for i in first_of_each.values() if not i.held]
        return min(moments, default=None)

    def snapshot(
        self, *, syncing: bool = False, next_poll: datetime | None = None, forgotten: bool = False
    ) -> Snapshot:
        """How everything stands, from the store alone. What the engine alone knows is handed in."""
        return standing.snapshot(self, syncing=syncing, next_poll=next_poll, forgotten=forgotten)

    # --- with iCloud -------------------------------------------------------------------------------------------

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A conversation with iCloud under the sync lock; notes what went wrong for the whole account."""
        from workestra_desktop.sync.session import Session, renew_horizon

        if self.around.vault.read(self._usable().apple_id) is None:  # asked for at once, whoever has the lock
            raise fail(Code.KEYCHAIN, scope=Scope.ACCOUNT, detail="no password at hand")
        with self.around.lock.held(LOCK_WAIT):
            account = self._usable()  # the one before us may have disconnected, or connected another
            password = self.around.vault.read(account.apple_id)
            if password is None:
                raise fail(Code.KEYCHAIN, scope=Scope.ACCOUNT, detail="no password at hand")
            gateway = self.around.gateway(account.apple_id, password, account.home)
            policy = self.policy()
            renew_horizon(self.store, policy, self.clock())
            session = Session(
                self.store, gateway, self.clock, policy, self.around.recheck, self.around.notify, self.around.show
            )
            self._sessions.append(session)
            try:
                yield session
            except Failure as failure:
                raise Failure(self.remember(failure.trouble)) from failure
            finally:
                self._sessions.remove(session)
                gateway.close()
                self.around.show(None)

    def _usable(self) -> Account:
        account = self.account()
        if account.locked:
            raise fail(Code.RECONNECT_NEEDED, scope=Scope.ACCOUNT, detail="locked after two refusals")
        return account

    def remember(self, trouble: Trouble) -> Trouble:
        """Keeps what is wrong with the whole account (`sync/account_trouble.py`). Returns what to tell."""
        from workestra_desktop.sync import account_trouble

        first, self.met_trouble = not self.met_trouble, self.met_trouble or trouble.scope is Scope.ACCOUNT
        return account_trouble.remember(self, trouble, first_here=first)

    def round(
        self,
        *,
        full: bool = False,
        by_hand: bool = False,
        into: list[ask.SyncReport] | None = None,
        copies: bool = True,
    ) -> Iterator[None]:
        """One poll, then the outbox, step by step. The report of the finished round is put into `into`. Before it the
        daily copy is made, unless somebody else sees to the `copies`."""
        from workestra_desktop.sync.round import poll, send_outbox

        with self.session() as session:
            if copies:
                self.store.copies.keep_daily(self.clock())
            yield from poll(session, full=full)
            yield from send_outbox(session, by_hand=by_hand)
            if into is not None:
                into.append(self._report(session))

    def keep_copy(self) -> None:
        """The daily copy, in turn with whoever erases. Raises `not_connected`, `profile_busy`."""
        with self.around.lock.held(LOCK_WAIT):
            self.account()  # what was erased meanwhile has none, and is not copied
            self.store.copies.keep_daily(self.clock())

    def _report(self, session: Session) -> ask.SyncReport:
        tally = session.tally
        return ask.SyncReport(
            polled=tally.polled,
            requests=session.gateway.requests,
            received_bytes=session.gateway.received_bytes,
            changed=tally.changed,
            removed=tally.removed,
            written=tally.written,
            waiting=len(self.store.outbox.all()),
            bookings_moved=tuple(tally.moved),
            bookings_cancelled=tuple(tally.cancelled),
            conflicts=tuple(tally.conflicts),
        )

    def _sync_now(self, full: bool) -> ask.SyncReport:
        reports: list[ask.SyncReport] = []
        for _ in self.round(full=full, by_hand=True, into=reports):
            pass
        return reports[0]

    def poll(self) -> None:
        self._sync_now(full=False)

    def read_all(self) -> None:
        """The first read of every calendar, to its end. Raises `Failure` if a busy calendar could not be read."""
        self._sync_now(full=False)
        self.need_complete()


def _every(step: timedelta, span: Span) -> Iterator[datetime]:
    start = span.start
    while start < span.end:
        yield start
        start += step


def _still_there(calendar: Calendar) -> Calendar:
    if calendar.gone and calendar.problem is not None:
        raise Failure(calendar.problem)
    return calendar
