"""Two of the app on one profile: never two rounds at once, nothing sent twice, and a killed one holds nothing up."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.cli.command import Workestra
from tests.support.desks import MONDAY
from tests.support.engines import Computer, RunningEngine, computer, until
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, Remembered, Stage
from tests.support.windows import until as soon
from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.commands import Book, SignIn, SyncNow
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import words
from workestra_desktop.sync import desk, engine
from workestra_desktop.ui.window import Page

__all__ = ["computer"]  # the fixture

Pair = tuple[RunningEngine, RunningEngine]


@pytest.fixture
def pair(icloud: ICloud, computer: Computer, tmp_path: Path) -> Iterator[Pair]:
    """Two engines on one profile, connected and at rest; the log begins now."""
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    profile = tmp_path / "profile"
    with RunningEngine(profile, icloud.url, computer) as first:
        first.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: first.now.complete and first.now.state is State.UP_TO_DATE)
        with RunningEngine(profile, icloud.url, computer) as second:
            second.calm()
            icloud.standin.forget_log()
            yield first, second


def booked(run: RunningEngine) -> dict[str, InCloud]:
    return {b.guest: b.sync for b in run.now.bookings}


def test_two_engines_that_do_everything_at_once(pair: Pair, icloud: ICloud, computer: Computer) -> None:
    """Each books, syncs and is nudged, while the phone adds an event: one request at a time, and each event once."""
    start = (MONDAY + timedelta(days=7)).replace(hour=10, minute=0)
    asked = []
    for number in range(4):
        for run, name in zip(pair, ("Ada", "Grace"), strict=True):
            at = start + timedelta(days=number, hours=2 * (name == "Ada"))
            guest = f"{name} {number}"
            asked.append((run, run.send(Book("meeting", at, guest, outside_rules=True, offline=number % 2 == 0))))
            run.nudge(Trigger.WAKE)
        icloud.put("work", f"{number}.ics", event(f"phone{number}", MONDAY, MONDAY + timedelta(hours=1)))
        asked += [(run, run.send(SyncNow())) for run in pair]
    for run, number in asked:
        assert run.answer(number).trouble is None
    names = {f"{name} {number}": InCloud.SYNCED for name in ("Ada", "Grace") for number in range(4)}
    for run in pair:
        until("the same on both", lambda: booked(run) == names and run.now.events == 12)  # noqa: B023 - called at once
        run.calm()
    assert icloud.standin.in_flight_max() == 1
    assert len(icloud.standin.log("PUT")) == len(names)
    assert len(icloud.list("work")) == 12


def test_what_waits_is_sent_by_one_of_them(pair: Pair, icloud: ICloud, computer: Computer) -> None:
    first, second = pair
    icloud.standin.fault("close", method="PUT", times=1)
    start = (MONDAY + timedelta(days=7)).replace(hour=10, minute=0)
    booking = first.do(Book("meeting", start, "Ada", outside_rules=True)).result
    assert isinstance(booking, Booking) and booking.sync is InCloud.WAITING
    until("it on the other", lambda: booked(second) == {"Ada": InCloud.WAITING})
    computer.sleep(60)
    for run in pair:
        until("the write", lambda: booked(run) == {"Ada": InCloud.SYNCED})  # noqa: B023 - called at once
        run.calm()
    assert len(icloud.list("work")) == 1
    assert [e.status for e in icloud.standin.log("PUT") if e.status] == [201]
    assert icloud.standin.in_flight_max() == 1


def test_the_one_that_comes_too_late_says_so_and_tries_again(
    pair: Pair, icloud: ICloud, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "LOCK_WAIT", 0.2)
    first, second = pair
    fault = icloud.standin.fault("hang", method="PROPFIND")
    slow = first.send(SyncNow())
    icloud.standin.await_strike(fault)
    for _ in range(4):
        trouble = second.answer(second.send(SyncNow())).trouble or Trouble(Code.DEFECT)
        assert trouble.code is Code.PROFILE_BUSY
        assert words(trouble).title == "Another Workestra is busy with this profile"
    second.calm()
    assert second.now.next_poll is not None
    assert second.now.next_poll - computer.wall < timedelta(seconds=38), "it waits longer each time"
    assert second.now.problems == (), "nothing is wrong with iCloud"
    second.nudge(Trigger.NETWORK)
    second.calm()
    assert second.now.next_poll - computer.wall <= timedelta(seconds=10)
    icloud.standin.release()
    assert first.answer(slow).trouble is None
    first.calm()
    known = len(icloud.standin.log())
    computer.let_pass(12)
    until("a round of the other's", lambda: len(icloud.standin.log()) == known + 1)


@contextmanager
def killed(line: list[str], environment: dict[str, str]) -> Iterator[None]:
    """A child process for the length of the block, which has no time for last words."""
    child = subprocess.Popen(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        child.kill()
        child.wait(10)


@pytest.mark.parametrize(("program", "method"), [("window", "PUT"), ("command", "PROPFIND")])
def test_one_that_is_killed_in_the_midst_of_a_round_holds_nothing_up(
    icloud: ICloud, computer: Computer, tmp_path: Path, program: str, method: str
) -> None:
    icloud.mkcalendar("work", "Work")
    other = Workestra(tmp_path, icloud.url)
    computer.wall = datetime.now(UTC)
    environment = other.environment() | {"QT_QPA_PLATFORM": "offscreen"}
    modules = {"window": ["workestra_desktop"], "command": ["workestra_desktop.cli", "sync"]}
    other.connect(icloud)
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as run:
        run.calm()
        start = (computer.wall + timedelta(days=7)).replace(hour=10, minute=0, second=0, microsecond=0)
        run.do(Book("meeting", start, "Ada", outside_rules=True, offline=True))
        run.calm()
        fault = icloud.standin.fault("hang", method=method)
        with killed([sys.executable, "-m", *modules[program]], environment):
            icloud.standin.await_strike(fault)
        icloud.standin.clear()
        assert run.do(SyncNow()).result is not None
        run.calm()
        assert booked(run) == {"Ada": InCloud.SYNCED}
        assert len(icloud.list("work")) == 1


@OFFSCREEN
def test_two_windows_show_the_same(
    qapp: QApplication, icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", 200)
    icloud.mkcalendar("work", "Work")
    with Stage(qapp) as stage:
        first = stage.open(tmp_path / "profile", icloud.url, vault=Remembered())
        second = stage.open(tmp_path / "profile", icloud.url, vault=Remembered())

        async def story() -> None:
            await first.start()
            await first.set_up()
            await second.start()
            await soon("the bookings", lambda: second.window.page is Page.BOOKINGS)
            await second.calm()
            start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
            for run, guest, at in (
                (first, "Ada", start),
                (second, "Grace", start + timedelta(hours=2)),
            ):
                await run.app.courier.ask(Book("meeting", at, guest, outside_rules=True))
            wanted = {("Ada", start, InCloud.SYNCED), ("Grace", start + timedelta(hours=2), InCloud.SYNCED)}

            def same() -> bool:
                shown = [{(b.guest, b.start, b.sync) for b in run.listed()} for run in (first, second)]
                return shown == [wanted, wanted]

            await soon("both in both lists", same)
            assert len(icloud.list("work")) == 2
            for run in (first, second):
                await run.quit()

        stage.play(story())
