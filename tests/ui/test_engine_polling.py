"""The engine's own timer, a server that goes and comes back, and two programs on one profile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.command import Workestra
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.windows import OFFSCREEN, Remembered, Stage, measured, until
from workestra_desktop.core.commands import FindSlots, SyncNow
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync import desk

pytestmark = OFFSCREEN


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def soon(days: int) -> datetime:
    return datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=days)


def test_polls_by_itself_and_survives_an_absent_server(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path
) -> None:
    icloud.mkcalendar("work", "Work")
    icloud.put("work", "one.ics", event("one", soon(1), soon(1) + timedelta(hours=1)))
    run = stage.open(tmp_path / "profile", proxy.url, {"WORKESTRA_POLL_SECONDS": "1"})

    async def story() -> None:
        await run.start()
        await run.set_up()
        icloud.put("work", "two.ics", event("two", soon(2), soon(2) + timedelta(hours=1)))
        await until("the new event, by itself", lambda: run.now.events == 2, 15)
        icloud.delete(f"{icloud.calendar('work')}one.ics")
        await until("the deletion, by itself", lambda: run.now.events == 1, 15)

        proxy.answer("*", status=502, times=None)
        await until("offline", lambda: run.now.state is State.OFFLINE, 15)
        proxy.clear()
        await until("a good poll", lambda: run.now.state is State.UP_TO_DATE, 60)

        icloud.stop()
        await until("offline", lambda: run.now.state is State.OFFLINE, 15)
        assert run.now.problems
        assert run.now.events == 1
        assert run.now.next_poll is not None
        before, shown = len(run.requests), len(run.snapshots)
        await asyncio.sleep(3)
        measured(
            f"server down: {len(run.requests) - before} requests and {len(run.snapshots) - shown} snapshots in 3 s"
        )
        assert 1 <= len(run.requests) - before <= 4
        assert len(run.snapshots) - shown <= 10
        await until("the words for it", lambda: run.window.status.text.text().startswith("Offline"), 10)

        icloud.start()
        icloud.put("work", "three.ics", event("three", soon(3), soon(3) + timedelta(hours=1)))
        await until("the recovery", lambda: run.now.state is State.UP_TO_DATE and run.now.events == 2, 20)
        assert not run.now.problems
        await run.quit()

    stage.play(story())


def test_free_times_are_answered_while_a_poll_hangs(stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    icloud.put("work", "one.ics", event("one", soon(1), soon(1) + timedelta(hours=1)))
    run = stage.open(tmp_path / "profile", proxy.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        fault = proxy.hang("PROPFIND")
        run.window.sync_now()
        await until("the hanging poll", fault.reached.is_set)
        for ordinal in ("first", "second"):
            start = time.monotonic()
            slots = await run.app.courier.ask(FindSlots("meeting", Span(soon(1), soon(15))))
            took = time.monotonic() - start
            measured(f"free times while a poll hangs, {ordinal}: {len(slots)} in {took * 1000:.0f} ms")
            assert slots
            assert took < 2
        assert run.now.state is State.SYNCING
        await run.quit()

    stage.play(story())


def test_the_command_and_the_window_never_talk_to_icloud_at_once(
    stage: Stage, icloud: ICloud, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held by a hanging poll of the command, the profile is busy for the window; it says so when asked, and waits."""
    monkeypatch.setattr(desk, "LOCK_WAIT", 0.5)
    icloud.mkcalendar("work", "Work")
    command = Workestra(tmp_path, proxy.url)
    command.connect(icloud)
    command("sync")
    run = stage.open(tmp_path / "profile", proxy.url, {"WORKESTRA_POLL_SECONDS": "1"}, vault=Remembered())

    async def story() -> None:
        fault = proxy.hang("PROPFIND")
        other = command.start("sync")
        await until("the command's poll", fault.reached.is_set)
        proxy.forget()
        await run.start()
        with pytest.raises(Failure) as refused:
            await run.app.courier.ask(SyncNow())
        assert refused.value.trouble.code is Code.PROFILE_BUSY
        await asyncio.sleep(2)
        assert not run.requests and not proxy.log
        start = time.monotonic()
        assert await run.app.courier.ask(FindSlots("meeting", Span(soon(1), soon(15))))
        assert time.monotonic() - start < 2
        fault.release()
        assert await asyncio.to_thread(other.wait, 30) == 0
        await until("a poll of our own", lambda: bool(run.requests) and run.now.state is State.UP_TO_DATE)
        await run.quit()

    stage.play(story())
