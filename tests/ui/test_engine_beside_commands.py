"""The window and the command at work on one profile at once, each a process of its own, as a host with a terminal has
them: what one has confirmed stands with the other and in iCloud, once."""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.command import Workestra
from tests.kill.account import CALENDARS, our_events
from tests.support.engines import Computer, RunningEngine, computer
from tests.support.engines import until as soon
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, until
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.commands import Book, Cancel, FindSlots, Reschedule, SyncNow
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code
from workestra_desktop.store.database import SCHEMA
from workestra_desktop.store.profile import FILE
from workestra_desktop.sync import engine

__all__ = ["computer"]  # the fixture

pytestmark = OFFSCREEN

COMMANDS = int(os.environ.get("WORKESTRA_TEST_COMMANDS", "10"))
"""How many the terminals run together, the window half as many decisions of its own; 60 took 97 s (2026-11-23)."""

HOUR = timedelta(hours=1)
Stands = dict[str, tuple[datetime, bool]]
"""By guest: when the meeting begins, and whether it is live."""


class Table:
    """What was confirmed, by whom ever, and times that nobody has taken yet."""

    def __init__(self, seed: int) -> None:
        self.stands: Stands = {}
        self.ids: dict[str, str] = {}
        self._random = random.Random(seed)
        self._next = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)

    def free(self) -> datetime:
        self._next += HOUR
        return self._next

    def deed(self, who: str) -> tuple[str, str]:
        """What to do next, and with which guest, of one's own alone: two who move one booking are another story."""
        mine = [guest for guest, (_, live) in self.stands.items() if live and guest.startswith(who)]
        if not mine or self._random.random() < 0.5:
            return "book", f"{who} {sum(guest.startswith(who) for guest in self.stands)}"
        return self._random.choice(["reschedule", "cancel"]), self._random.choice(mine)

    def note(self, guest: str, booking: str, start: datetime, *, live: bool) -> None:
        self.ids[guest] = booking
        self.stands[guest] = (start, live)


async def at_a_terminal(app: Workestra, who: str, table: Table, times: Iterator[int], journal: Path) -> None:
    for _ in times:
        deed, guest = table.deed(who)
        start = table.stands[guest][0] if deed == "cancel" else table.free()
        rest = [] if deed == "cancel" else ["--start", start.isoformat(), "--outside-rules"]
        what = ["book", "meeting", "--guest", guest] if deed == "book" else [deed, table.ids[guest]]
        done = await asyncio.to_thread(app, *what, *rest)
        assert await asyncio.to_thread(journal.exists), f"the window's journal is gone after {deed}"
        table.note(guest, done["id"], start, live=deed != "cancel")


async def at_the_window(run: OpenWindow, table: Table, times: Iterator[int]) -> None:
    for _ in times:
        deed, guest = table.deed("Window")
        start = table.stands[guest][0] if deed == "cancel" else table.free()
        match deed:
            case "book":
                command: Book | Cancel | Reschedule = Book("meeting", start, guest, outside_rules=True)
            case "reschedule":
                command = Reschedule(table.ids[guest], start, outside_rules=True)
            case _:
                command = Cancel(table.ids[guest])
        done = await run.app.courier.ask(command)
        assert isinstance(done, Booking)
        table.note(guest, done.id, start, live=deed != "cancel")
        await run.app.courier.ask(FindSlots("meeting", Span(start, start + 24 * HOUR)))


def shown(run: OpenWindow) -> Stands:
    return {b.guest: (b.start, b.status is not Status.CANCELLED) for b in run.now.bookings}


@pytest.mark.timeout(120 + 6 * COMMANDS)
def test_what_any_has_confirmed_stands_with_all_and_once(
    qapp: QApplication, icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", 200)
    for order, name in enumerate(CALENDARS):
        icloud.mkcalendar(name, name.title(), order=order + 1)
    app, table = Workestra(tmp_path, icloud.url), Table(seed=7)
    app.connect(icloud)
    journal = tmp_path / "profile" / f"{FILE}-wal"
    with Stage(qapp) as stage:
        run = stage.open(tmp_path / "profile", icloud.url, {"WORKESTRA_POLL_SECONDS": "1"}, apart=True)

        async def story() -> None:
            await run.start()
            await run.calm()
            await asyncio.gather(
                at_a_terminal(app, "Ada", table, iter(range(COMMANDS // 2)), journal),
                at_a_terminal(app, "Grace", table, iter(range(COMMANDS // 2)), journal),
                at_the_window(run, table, iter(range(COMMANDS // 2))),
            )
            await until("all of it in the window", lambda: shown(run) == table.stands)
            rows = await asyncio.to_thread(app, "bookings")
            assert {
                row["guest"]: (datetime.fromisoformat(row["start"]), row["status"] != "cancelled") for row in rows
            } == table.stands
            assert len(rows) == len(table.stands)
            assert journal.exists()
            assert run.now.problems == ()

        stage.play(story())
    there = sorted((event.booking, event.start) for event in our_events(icloud))
    assert there == sorted((table.ids[guest], start) for guest, (start, live) in table.stands.items() if live)
    assert icloud.standin.in_flight_max() == 1, "they take turns with iCloud"
    assert not journal.exists(), "the last one has tidied up"


def test_a_newer_app_that_comes_in_the_midst_of_a_round_is_named(
    icloud: ICloud, computer: Computer, tmp_path: Path
) -> None:
    """A window stays open for weeks; meanwhile the app is renewed, and its command run."""
    icloud.mkcalendar("work", "Work")
    computer.wall = datetime.now(UTC)
    Workestra(tmp_path, icloud.url).connect(icloud)
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as run:
        run.calm()
        fault = icloud.standin.fault("hang", method="PROPFIND")
        asked = run.send(SyncNow())
        icloud.standin.await_strike(fault)
        with closing(sqlite3.connect(tmp_path / "profile" / FILE, isolation_level=None)) as newer:
            newer.execute("ALTER TABLE notices RENAME TO notices_of_tomorrow")
            newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        icloud.standin.clear()
        trouble = run.answer(asked).trouble
        assert trouble is not None and trouble.code is Code.PROFILE_NEWER
        soon("its end", lambda: run.now.state is State.ATTENTION)
        assert [p.code for p in run.now.problems] == [Code.PROFILE_NEWER]
