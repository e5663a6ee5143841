"""Bringing the mirror of one calendar in step with iCloud, a request and a short transaction at a time."""

from __future__ import annotations

from collections.abc import Iterator

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.sync.gateway import BATCH, hrefs_in_batches
from workestra_desktop.sync.session import Session

FEW = 3
"""So many events may be listed and yet refused, each by itself, before the calendar counts as not read; and so few are
asked for by name when a difference may have been none."""


def _barred(calendar: Calendar, count: int) -> Trouble:
    what = "1 event" if count == 1 else f"{count} events"
    subject = f"In “{calendar.name}”: iCloud lists {what}, but does not hand it out."
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
    store, gateway = session.store, session.gateway
    changes = gateway.changes(calendar.id, "" if whole else calendar.sync_token)
    if calendar.change_tag and not (changes.full or changes.listed or changes.removed):
        yield
        # The calendar has changed and the difference names nothing: it was cut, or knows too little.
        changes = gateway.changes(calendar.id, "")
    known = store.mirror.etags(calendar.id)
    yield
    wanted = [href for href, etag in changes.listed.items() if not etag or known.get(href) != etag]
    # A full listing may have been cut without a trace, and a difference knows nothing of what no token vouches for:
    # what is missing there is asked for by name before it counts as gone, or as still there.
    unvouched = store.mirror.unvouched(calendar.id)
    # A whole listing may also come in answer to a token that is no longer good, as if it were a difference (fact sheet
    # §8.7 D): an object in it that never changed gives it away.
    unchanged = any(known.get(href) == etag and href not in unvouched for href, etag in changes.listed.items() if etag)
    suspects = known if changes.full or unchanged else unvouched
    doubtful = [href for href in suspects if href not in changes.listed and href not in changes.removed]
    # Another case of D: nothing in it has stayed the same, and nothing is said to be gone. That is only likely where
    # there was little, and so little is asked for in the same request; the daily listing finds the rest.
    unnamed = [href for href in known if href not in changes.listed and href not in doubtful]
    if not (changes.full or unchanged or changes.removed) and len(unnamed) <= FEW:
        doubtful += unnamed
    withheld: set[str] = set()
    ghosts: set[str] = set()
    barred: set[str] = set()
    done = 0
    # Newest first: names and listing order mostly grow with age, and upcoming time matters most.
    for batch in hrefs_in_batches([*doubtful, *reversed(wanted)]):
        if calendar.read_at is None or len(wanted) > BATCH:
            session.show(Progress(place[0], place[1], calendar.name, done, len(wanted)))
        answer = gateway.fetch(calendar.id, batch)
        with store.transaction():
            for href, fetched in answer.found.items():
                if known.get(href) != fetched.etag or not fetched.etag:
                    session.mirror(calendar.id, href, fetched, vouched=True)
                    session.tally.changed += 1
                    session.tally.touched.add((calendar.id, href))
            gone = [href for href in answer.gone if href in known and href not in changes.listed]
            store.mirror.remove(calendar.id, gone)
            session.tally.removed += len(gone)
        withheld |= answer.withheld
        ghosts |= answer.gone & changes.listed.keys()
        barred |= answer.barred
        done += len(batch)
        yield
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
