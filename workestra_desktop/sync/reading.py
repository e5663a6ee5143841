"""Bringing the mirror of one calendar in step with iCloud, a request and a short transaction at a time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.interval import Span
from workestra_desktop.core.said import said
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.sync.gateway import BATCH, Changes, hrefs_in_batches
from workestra_desktop.sync.session import Session

FEW = 3
"""So many events may be listed and yet refused, each by itself, before the calendar counts as not read; and so few are
asked for by name when a difference may have been none."""


def asks_what_is_near(events: int) -> bool:
    """Whether a first read of so many events begins with those of the coming weeks, for one request more."""
    return events > 2 * BATCH


def _was_told_to_slow_down(session: Session) -> bool:
    """Whether the last round ended so. Then what is only a help is not asked for: it may have been that question."""
    trouble = session.account.trouble
    return trouble is not None and trouble.code is Code.SLOW_DOWN


def coming_weeks(now: datetime) -> Span:
    return Span(now - timedelta(days=1), now + timedelta(days=60))


def _barred(calendar: Calendar, count: int) -> Trouble:
    one = "In “{calendar}”: iCloud lists 1 event, but does not hand it out."
    many = "In “{calendar}”: iCloud lists {count} events, but does not hand it out."
    subject = said(one if count == 1 else many, calendar=calendar.name, count=count)
    return Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, subject)


def read_calendar(
    session: Session, calendar: Calendar, change_tag: str, place: tuple[int, int], *, whole: bool = False
) -> Iterator[None]:
    """Reads what changed in `calendar`; afterwards the mirror is what `change_tag` stands for.

    `place` is (calendars already done, calendars in all), for progress. `whole` lists everything, token or not. Every
    batch is committed on its own, so an interrupted read goes on where it stopped; the token is stored with the last
    change it vouches for. Raises `Failure`; what was read stays, and nothing is taken for gone that was not asked for
    by name.
    """
    store, gateway, before = session.store, session.gateway, session.gateway.received_bytes
    changes = gateway.changes(calendar.id, "" if whole else calendar.sync_token)
    if calendar.change_tag and not (changes.full or changes.listed or changes.removed):
        yield
        # The calendar has changed and the difference names nothing: it was cut, or knows too little.
        changes = gateway.changes(calendar.id, "")
    yield
    known, doubtful = _known_and_doubtful(session, calendar, changes)
    wanted = [href for href, etag in changes.listed.items() if not etag or known.get(href) != etag]
    wanted.reverse()  # names and listing order mostly grow with age, and upcoming time matters most
    if calendar.read_at is None and asks_what_is_near(len(wanted)) and not _was_told_to_slow_down(session):
        near = gateway.near(calendar.id, coming_weeks(session.clock()))
        wanted.sort(key=lambda href: href not in near)
        yield
    withheld: set[str] = set()
    ghosts: set[str] = set()
    barred: set[str] = set()
    done = 0
    for batch in hrefs_in_batches([*doubtful, *wanted]):
        if calendar.read_at is None or len(wanted) > BATCH:
            received = gateway.received_bytes - before
            session.show(Progress(place[0], place[1], calendar.name, done, len(wanted), received))
        answer = gateway.fetch(calendar.id, batch)
        changed = {href: new for href, new in answer.found.items() if not new.etag or known.get(href) != new.etag}
        with store.transaction(lasting=False):  # what a power cut takes is read again: the token is stored after it
            session.mirror_all(calendar.id, changed, vouched=True)
            session.tally.changed += len(changed)
            session.tally.touched.update((calendar.id, href) for href in changed)
            gone = [href for href in answer.gone if href in known and href not in changes.listed]
            store.mirror.remove(calendar.id, gone)
            session.tally.removed += len(gone)
        withheld |= answer.withheld
        ghosts |= answer.gone & changes.listed.keys()
        barred |= answer.barred
        done += len(batch)
        yield
    if (ghosts | barred) - known.keys():
        session.tally.unread.add(calendar.id)
    if len(ghosts | barred) > FEW:
        withheld |= ghosts | barred  # that is no accident of one event: the calendar is not known
    removed = [href for href in changes.removed if href in known and href not in changes.listed]
    with store.transaction():
        store.mirror.remove(calendar.id, removed)
        session.tally.removed += len(removed)
        if not withheld:
            # One that is listed and yet gone when asked for was deleted in between, or is not to be had yet (fact sheet
            # §4.3): the token is not advanced, so the next poll asks again. All else of the calendar counts.
            store.calendars.in_step(
                calendar.id,
                change_tag="" if ghosts or barred else change_tag,
                sync_token=calendar.sync_token if ghosts or barred else changes.token,
                read_at=session.clock(),
                whole=changes.full,
            )
            if barred:
                store.calendars.set_problem(calendar.id, _barred(calendar, len(barred)))
    if withheld:
        # Listed but not to be had: the token is not advanced, so the next poll asks again.
        raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail=f"{len(withheld)} objects withheld")


def _known_and_doubtful(session: Session, calendar: Calendar, changes: Changes) -> tuple[dict[str, str], list[str]]:
    """The etags of the mirrored objects that matter to `changes`, and what it leaves out and has to be asked for.

    A difference looks up only what it names: its cost does not grow with the calendar.
    """
    mirror = session.store.mirror
    # A full listing may have been cut without a trace, and a difference knows nothing of what no token vouches for:
    # what is missing there is asked for by name before it counts as gone, or as still there.
    unvouched = mirror.unvouched(calendar.id)
    named = changes.listed.keys() | changes.removed
    known = mirror.etags(calendar.id) if changes.full else mirror.etags_of(calendar.id, named | unvouched)
    if changes.full:
        return known, [href for href in known if href not in named]
    # A whole listing may also come in answer to a token that is no longer good, as if it were a difference (fact sheet
    # §8.7 D): an object in it that never changed gives it away.
    if any(known.get(href) == etag and href not in unvouched for href, etag in changes.listed.items() if etag):
        known = mirror.etags(calendar.id)
        return known, [href for href in known if href not in named]
    doubtful = [href for href in unvouched if href not in named]
    if not changes.removed:
        # Another case of D: nothing in it has stayed the same, and nothing is said to be gone. That is only likely
        # where there was little, and so little is asked for in the same request; the daily listing finds the rest.
        some = mirror.some_etags(calendar.id, len(named | unvouched) + FEW + 1)
        unnamed = [href for href in some if href not in named and href not in unvouched]
        if len(unnamed) <= FEW:
            known |= some
            doubtful += unnamed
    return known, doubtful
