"""Events that turn up on top of bookings: the host is told of each pair once, and answers it when there is time.

Looked for from scratch at each poll, not among what changed: a process that died after it read an event, and before it
told of it, tells the next time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workestra_desktop.core import commands as ask
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.radar import OverlapState, overlaps, told_anew
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.ical.expansion import expand
from workestra_desktop.sync.session import Session, touches

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Desk


def watch(session: Session) -> None:
    """Notes what lies on coming bookings by now, forgets what does not any more, and tells of new pairs."""
    store, now = session.store, session.clock()
    busy = [c.id for c in store.calendars.all() if c.busy]
    bookings = store.bookings.ending_after(now)
    seen = {(o.booking, o.uid): o for o in overlaps(bookings, lambda span: _blocks(session, span, busy), now)}
    known = {(o.booking, o.uid): o for o in store.overlaps.all()}
    new = [o for pair, o in seen.items() if pair not in known or told_anew(known[pair], o)]
    changed = {
        pair: replace(o, found_at=known[pair].found_at, state=known[pair].state)
        for pair, o in seen.items()
        if pair in known and o not in new
    }
    coming = {b.id for b in bookings if b.live}
    parted = [
        pair
        for pair, o in known.items()
        if pair not in seen and not (o.state is OverlapState.KEPT and o.booking in coming)  # that is settled for good
    ]
    if new or parted or any(known[pair] != o for pair, o in changed.items()):
        with session.telling() as tell:
            for pair in parted:
                store.overlaps.remove(*pair)
            for overlap in (*new, *changed.values()):
                store.overlaps.put(overlap)
            for overlap in new:
                tell(Notice(NoticeKind.CONFLICT, store.bookings.get(overlap.booking), overlap=overlap))
    for overlap in new:
        session.tally.conflicts.append(ask.Conflict(overlap.booking, overlap.title, overlap.start, overlap.end))


def _blocks(session: Session, span: Span, busy: Sequence[str]) -> list[Block]:
    """What takes time in `span`. Beyond the span kept ready it is expanded here."""
    store, horizon = session.store, session.store.account.horizon()
    if horizon is not None and horizon.span.start <= span.start and span.end <= horizon.span.end:
        return store.mirror.blocks(span, busy)
    return [
        replace(block, calendar=row.calendar, href=row.href)
        for row in store.mirror.touching(span)
        if row.calendar in busy and touches(row.first, row.last, span)
        for block in expand(row.text, session.policy, span).blocks
    ]


def settle_overlap(desk: Desk, command: ask.SettleOverlap) -> None:
    """Keeps the host's answer. Raises `not_found` if there is no such overlap any more."""
    for overlap in desk.store.overlaps.all():
        if (overlap.booking, overlap.uid) == (command.booking, command.uid):
            with desk.store.transaction():
                desk.store.overlaps.put(replace(overlap, state=command.state))
                desk.store.journal.write(command.booking, desk.clock(), _SAID[command.state])
            return
    raise fail(Code.NOT_FOUND, "That event and that booking are not on top of each other any more.")


_SAID = {
    OverlapState.OPEN: "an event lies on it, to be decided",
    OverlapState.KEPT: "an event lies on it, both are kept",
    OverlapState.IGNORED: "an event lies on it, ignored",
}
