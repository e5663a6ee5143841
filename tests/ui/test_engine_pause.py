"""A pause: nothing by itself, everything by hand, over a restart, and its end is noticed at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.cli.command import Workestra
from tests.support.desks import MONDAY
from tests.support.engines import Computer, RunningEngine, computer, until
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, Stage
from tests.support.windows import until as soon
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import Book, Cancel, Pause, Reschedule, SignIn, SyncNow
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.store.profile import FILE, ProfileStore
from workestra_desktop.sync import engine
from workestra_desktop.ui.pause_menu import PauseMenu

__all__ = ["computer"]  # the fixture

HOUR = timedelta(hours=1)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def run(icloud: ICloud, computer: Computer, profile: Path) -> Iterator[RunningEngine]:
    """Connected, in step with iCloud and at rest; the log begins now."""
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    with RunningEngine(profile, icloud.url, computer) as running:
        running.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: running.now.complete and running.now.state is State.UP_TO_DATE)
        icloud.standin.forget_log()
        yield running


def book(run: RunningEngine, guest: str, day: int, *, offline: bool = False) -> Booking:
    start = (MONDAY + timedelta(days=day)).replace(hour=10, minute=0)
    booking = run.do(Book("meeting", start, guest, outside_rules=True, offline=offline)).result
    assert isinstance(booking, Booking)
    return booking


def sync(run: RunningEngine, booking: Booking) -> InCloud:
    return next(b.sync for b in run.now.bookings if b.id == booking.id)


def stir(run: RunningEngine, computer: Computer, seconds: float) -> None:
    """Everything that would begin a round, for `seconds` and twice a wake."""
    for _ in range(2):
        computer.sleep(seconds / 2)
        for trigger in Trigger:
            run.nudge(trigger)
        run.calm()


def test_nothing_goes_out_by_itself_until_the_end(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    waiting = book(run, "Ada Lovelace", 7, offline=True)
    until_then = computer.wall + HOUR
    run.do(Pause(until_then))
    icloud.standin.forget_log()
    stir(run, computer, 3500)
    assert icloud.standin.log() == []
    assert (run.now.state, run.now.paused_until, run.now.next_poll) == (State.PAUSED, until_then, until_then)
    assert sync(run, waiting) is InCloud.WAITING
    computer.sleep(120)
    until("the write", lambda: sync(run, waiting) is InCloud.SYNCED)
    run.calm()
    assert run.now.paused_until is None
    assert len(icloud.list("work")) == 1


def test_it_lasts_over_a_restart_and_resuming_syncs_at_once(
    run: RunningEngine, icloud: ICloud, computer: Computer, profile: Path
) -> None:
    run.do(Pause(UNTIL_RESUMED))
    run.calm()
    assert (run.now.state, run.now.paused_until, run.now.next_poll) == (State.PAUSED, UNTIL_RESUMED, None)
    run.__exit__()
    icloud.standin.forget_log()
    with RunningEngine(profile, icloud.url, computer) as again:
        stir(again, computer, 30 * 86400)
        assert icloud.standin.log() == []
        assert again.now.state is State.PAUSED
        again.do(Pause(None))
        until("the round", lambda: bool(icloud.standin.log()) and again.now.state is State.UP_TO_DATE)


def test_what_the_host_does_by_hand_works(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    queued = book(run, "Grace Hopper", 8, offline=True)
    run.do(Pause(UNTIL_RESUMED))
    booking = book(run, "Ada Lovelace", 7)
    assert booking.sync is InCloud.SYNCED
    moved = run.do(Reschedule(booking.id, booking.start + timedelta(days=2), outside_rules=True)).result
    assert isinstance(moved, Booking) and moved.sync is InCloud.SYNCED
    cancelled = run.do(Cancel(booking.id)).result
    assert isinstance(cancelled, Booking)
    assert (cancelled.status, cancelled.sync) == (Status.CANCELLED, InCloud.SYNCED)
    run.calm()
    assert icloud.list("work") == {}
    assert sync(run, queued) is InCloud.WAITING, "nobody asked for this one"
    icloud.put("work", "new.ics", event("new", MONDAY, MONDAY + HOUR))
    run.do(SyncNow())
    run.calm()
    assert sync(run, queued) is InCloud.SYNCED
    assert run.now.events == 2
    assert run.now.state is State.PAUSED
    icloud.standin.forget_log()
    stir(run, computer, 7200)
    assert icloud.standin.log() == []


def test_a_clock_set_over_its_end_ends_it_and_one_set_back_does_not(
    run: RunningEngine, icloud: ICloud, computer: Computer
) -> None:
    computer.let_pass(12)
    run.do(Pause(computer.wall + HOUR))
    icloud.standin.forget_log()
    computer.set_clock(hours=-3)
    run.calm()
    assert run.now.state is State.PAUSED
    assert icloud.standin.log() == []
    computer.set_clock(hours=5)
    until("the round", lambda: len(icloud.standin.log()) == 1 and run.now.state is State.UP_TO_DATE)


def test_its_end_waits_for_a_retry_after(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    icloud.standin.fault("status", status=503, headers={"Retry-After": "7200"}, times=None)
    assert run.answer(run.send(SyncNow())).trouble is not None
    icloud.standin.clear()
    run.do(Pause(computer.wall + HOUR))
    icloud.standin.forget_log()
    computer.sleep(3700)
    run.calm()
    assert run.now.paused_until is None
    assert icloud.standin.log() == []
    computer.sleep(3600)
    until("the round", lambda: run.now.state is State.UP_TO_DATE)


@pytest.mark.parametrize("by_hand", [False, True])
def test_a_round_under_way_ends_unless_the_host_asked_for_it(
    run: RunningEngine, icloud: ICloud, computer: Computer, by_hand: bool
) -> None:
    icloud.put("work", "new.ics", event("new", MONDAY, MONDAY + HOUR))
    fault = icloud.standin.fault("hang", method="PROPFIND")
    computer.let_pass(12)
    asked = run.send(SyncNow()) if by_hand else None
    run.nudge(Trigger.WAKE)
    icloud.standin.await_strike(fault)
    paused = run.send(Pause(UNTIL_RESUMED))
    icloud.standin.release()
    assert run.answer(paused).trouble is None
    if asked is not None:
        assert run.answer(asked).trouble is None
    run.calm()
    assert run.now.state is State.PAUSED
    assert len(icloud.standin.log("REPORT")) == (2 if by_hand else 0)
    assert run.now.events == (1 if by_hand else 0)


def test_a_pause_of_another_process_is_followed(
    run: RunningEngine, icloud: ICloud, computer: Computer, profile: Path
) -> None:
    with closing(ProfileStore(profile)) as store:
        with store.transaction():
            store.account.pause(computer.wall + HOUR)
        until("the pause", lambda: run.now.state is State.PAUSED)
        icloud.standin.forget_log()
        stir(run, computer, 1800)
        assert icloud.standin.log() == []
        with store.transaction():
            store.account.pause(None)
    until("a round", lambda: run.now.state is State.UP_TO_DATE and len(icloud.standin.log()) == 1)


def test_a_first_read_that_the_host_asked_for_goes_on(icloud: ICloud, computer: Computer, profile: Path) -> None:
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    icloud.put("work", "a.ics", event("a", MONDAY, MONDAY + HOUR))
    with RunningEngine(profile, icloud.url, computer) as run:
        fault = icloud.standin.fault("hang", method="REPORT")
        run.do(SignIn(icloud.user, icloud.password))
        icloud.standin.await_strike(fault)
        paused = run.send(Pause(UNTIL_RESUMED))
        icloud.standin.release()
        assert run.answer(paused).trouble is None
        until("the end of the first read", lambda: run.now.complete and run.now.state is State.PAUSED)


def test_its_end_is_shown_where_no_round_can_begin(icloud: ICloud, computer: Computer, profile: Path) -> None:
    with RunningEngine(profile, icloud.url, computer) as run:
        run.do(Pause(computer.wall + timedelta(seconds=10)))
        until("the pause", lambda: run.now.paused_until is not None)
        computer.let_pass(12)
        until("its end", lambda: run.now.paused_until is None)
        assert icloud.standin.log() == []


@OFFSCREEN
def test_window_and_command_pause_each_other(
    qapp: QApplication, icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", 200)
    icloud.mkcalendar("work", "Work")
    command = Workestra(tmp_path, icloud.url)
    with Stage(qapp) as stage:
        run = stage.open(tmp_path / "profile", icloud.url)

        async def story() -> None:
            await run.start()
            await run.set_up()
            menu, status = run.window.findChild(PauseMenu), run.window.status.text
            assert isinstance(menu, PauseMenu)
            menu.unbounded.trigger()
            await soon("the pause", lambda: run.now.state is State.PAUSED)
            await soon("the words", lambda: status.text() == "Paused until you resume")
            known = len(run.requests)
            assert command("resume") == {"paused_until": None}
            await soon("a round", lambda: run.now.state is State.UP_TO_DATE and len(run.requests) > known)
            await soon("no way to resume", lambda: not menu.resume.isVisible())
            command("pause", "--hours", "1")
            await soon("the pause", lambda: run.now.state is State.PAUSED)
            await soon("the words", lambda: status.text().startswith("Paused until "))
            known = len(run.requests)
            run.window.tray.pause_menu.resume.trigger()
            await soon("a round", lambda: run.now.state is State.UP_TO_DATE and len(run.requests) > known)
            await run.quit()

        stage.play(story())


@OFFSCREEN
def test_a_pause_that_cannot_be_kept_is_told(qapp: QApplication, icloud: ICloud, profile: Path) -> None:
    with Stage(qapp) as stage:
        run = stage.open(profile, icloud.url)

        async def story() -> None:
            await run.start()
            with closing(sqlite3.connect(profile / FILE)) as database, database:
                database.execute("CREATE TRIGGER full BEFORE INSERT ON pause BEGIN SELECT RAISE(ABORT, 'no room'); END")
            run.window.tray.pause_menu.hour.trigger()
            await soon("the words", lambda: run.dialog(QMessageBox) is not None)
            box = run.dialog(QMessageBox)
            assert box is not None and box.objectName() == "not_paused"
            assert box.text() and box.informativeText()
            box.close()
            assert run.now.paused_until is None
            await run.quit()

        stage.play(story())
