"""How things stand, made from the store alone: what the host should know of, and the picture the window shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.plain import plain
from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.core.said import Said, said
from workestra_desktop.core.snapshot import NOTICES_SHOWN, Snapshot, app_state
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.core.undo import undoable

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def problems(desk: Desk, bookings: Sequence[Booking]) -> tuple[Trouble, ...]:
    """Everything the host should know of, the gravest first. `bookings` are all there are."""
    account, calendars = desk.store.account.get(), desk.calendars()
    found: list[Trouble] = []
    if account is not None and account.trouble is not None:
        found.append(account.trouble)
    if (uncopied := desk.store.copies.trouble()) is not None:
        found.append(uncopied)
    coming = Counter(b.calendar for b in bookings if b.live and b.end > desk.clock())
    found += [
        replace(c.problem, count=coming[c.id]) if c.gone else c.problem for c in calendars if c.problem is not None
    ]
    for booking in bookings:
        if booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED:
            code = Code.EVENTS_GONE if booking.gone_together else Code.NEEDS_ATTENTION
            # Of a row from before its facts were kept it is a plain text, which may be a template as it stands.
            concern = booking.concern if isinstance(booking.concern, Said) else said(booking.concern)
            named = said("{booking}: {concern}", booking=booking.title, concern=concern)
            found.append(Trouble(code, Scope.BOOKING, named))
    titles = {b.id: b.title for b in bookings}
    for overlap in overlaps(desk, bookings):
        event, booked = plain(overlap.title, 100), plain(titles[overlap.booking], 100)
        on_it = said("“{event}” lies on “{booking}”.", event=event, booking=booked)
        found.append(Trouble(Code.CONFLICT, Scope.BOOKING, on_it))
    names = {c.id: c.name for c in calendars}
    for calendar, problem in desk.store.mirror.problems():
        unread = said("In “{calendar}”: {problem}", calendar=names[calendar], problem=problem)
        found.append(Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, unread))
    return tuple(_one_for_events_gone(found))


def _one_for_events_gone(troubles: list[Trouble]) -> Iterator[Trouble]:
    """Many vanished events are one question."""
    gone = [t for t in troubles if t.code is Code.EVENTS_GONE]
    if gone:
        one, many = "1 coming booking has lost its event.", "{count} coming bookings have lost their events."
        yield Trouble(Code.EVENTS_GONE, Scope.ACCOUNT, said(one if len(gone) == 1 else many, count=len(gone)))
    yield from (t for t in troubles if t.code is not Code.EVENTS_GONE)


def overlaps(desk: Desk, bookings: Sequence[Booking]) -> tuple[Overlap, ...]:
    """Events on coming bookings that the host has not answered."""
    now = desk.clock()
    known = [o for o in desk.store.overlaps.all() if o.state is OverlapState.OPEN and o.end > now]
    coming = {b.id for b in bookings if b.live and b.end > now} if known else set()
    return tuple(o for o in known if o.booking in coming)


def snapshot(desk: Desk, *, syncing: bool, next_poll: datetime | None, forgotten: bool) -> Snapshot:
    from workestra_desktop.sync import choice_desk

    store, now = desk.store, desk.clock()
    account, bookings = store.account.get(), tuple(desk.bookings())
    connected = account is not None and account.connected
    waiting = len(store.outbox.all())
    found, paused = problems(desk, bookings), desk.paused_until()
    # An event the app cannot read is listed, but is no reason to alarm the host.
    grave = tuple(p for p in found if p.code is not Code.UNREADABLE_EVENT)
    return Snapshot(
        apple_id=account.apple_id if account else None,
        connected=connected,
        state=app_state(
            connected=connected, syncing=syncing, waiting=waiting, problems=grave, paused=paused is not None
        ),
        last_poll=account.last_poll if account else None,
        next_poll=next_poll,
        waiting=waiting,
        problems=found,
        calendars=tuple(desk.calendars()),
        links=tuple(desk.links()),
        bookings=bookings,
        complete=desk.complete(),
        events=store.mirror.count(),
        host_zone=desk.around.host_zone,
        taken_at=now,
        demo=desk.around.demo,
        password_forgotten=forgotten,
        setup_done=account.setup_done if account else False,
        settings=store.settings.get(),
        event_rules=tuple(store.settings.rules()),
        undoable=undoable(bookings, store.journal.moved_from(now), now),
        questions=choice_desk.questions(desk, bookings),
        overlaps=overlaps(desk, bookings),
        paused_until=paused,
        hosts=tuple(store.hosts.counts().items()),
        copies=store.copies.daily(),
        preferences=store.preferences.get(),
        notices=tuple(store.notices.newest(NOTICES_SHOWN, bookings, now)),
    )
