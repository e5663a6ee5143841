"""What begins a round before its time: wake, a clock that was set, the network, the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.desks import MONDAY, Clock
from tests.support.engines import Computer, RunningEngine, computer, until
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.windows import OFFSCREEN, Stage
from tests.support.windows import until as soon
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import Book, FinishSetup, SignIn, SyncNow
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Code
from workestra_desktop.desktop.network import Network, Reach, system_reports
from workestra_desktop.store.profile import ProfileStore
from workestra_desktop.sync import engine
from workestra_desktop.sync.waking import Clocks, Seen, Watch, elapsed

__all__ = ["computer"]  # the fixture


@pytest.fixture
def run(icloud: ICloud, computer: Computer, tmp_path: Path) -> Iterator[RunningEngine]:
    """Connected, in step with iCloud and at rest; the log begins now."""
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as running:
        running.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: running.now.complete and running.now.state is State.UP_TO_DATE)
        running.do(SyncNow())
        icloud.standin.forget_log()
        yield running


def rounds(icloud: ICloud) -> int:
    """How many polls found nothing new: each is one request."""
    return len(icloud.standin.log("PROPFIND"))


def test_a_wake_begins_a_round_and_none_more(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    computer.let_pass(60)
    assert rounds(icloud) == 0, "time that passes awake is no wake"
    computer.sleep(300)
    until("the round after a wake", lambda: rounds(icloud) == 1)
    run.calm()
    computer.let_pass(30)
    assert rounds(icloud) == 1
    assert run.now.next_poll is not None
    assert timedelta() < run.now.next_poll - computer.wall <= timedelta(seconds=600)


def test_a_wake_ends_a_long_wait_of_a_back_off(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    icloud.stop()
    for _ in range(9):
        assert run.answer(run.send(SyncNow())).trouble is not None
    run.calm()
    assert run.now.next_poll is not None
    assert run.now.next_poll - computer.wall > timedelta(minutes=9), "it waits as long as after a good round"
    icloud.start()
    computer.sleep(60)
    until("the recovery", lambda: run.now.state is State.UP_TO_DATE)


def test_a_command_right_after_a_wake_hides_it_from_nobody(
    icloud: ICloud, computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", 400)
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as run:
        run.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: run.now.complete and run.now.state is State.UP_TO_DATE)
        icloud.standin.forget_log()
        computer.sleep(120)
        run.do(FinishSetup())
        until("the round", lambda: rounds(icloud) == 1)


def test_no_trigger_comes_before_a_retry_after_has_passed(
    run: RunningEngine, icloud: ICloud, computer: Computer
) -> None:
    icloud.standin.fault("status", status=503, headers={"Retry-After": "3600"}, times=None)
    trouble = run.answer(run.send(SyncNow())).trouble
    assert trouble is not None and trouble.retry_after == 3600
    icloud.standin.clear()
    known = len(icloud.standin.log())
    run.nudge(Trigger.NETWORK)
    computer.sleep(120)
    run.nudge(Trigger.FOCUS)
    run.calm()
    computer.set_clock(hours=2)
    run.calm()
    computer.set_clock(hours=-2)
    run.calm()
    computer.sleep(1000)  # longer than the usual pause between polls
    run.calm()
    assert len(icloud.standin.log()) == known
    assert run.now.next_poll == computer.wall + timedelta(seconds=2480)
    computer.sleep(2480)
    until("the round after it", lambda: run.now.state is State.UP_TO_DATE)


@pytest.mark.parametrize("trigger", [Trigger.WAKE, Trigger.NETWORK])
def test_many_triggers_are_one_round_in_ten_seconds(
    run: RunningEngine, icloud: ICloud, computer: Computer, trigger: Trigger
) -> None:
    for _ in range(20):
        run.nudge(trigger)
    run.calm()
    assert rounds(icloud) == 0, "a round has only just begun"
    computer.let_pass(10)
    until("the round", lambda: rounds(icloud) == 1)
    for _ in range(20):
        run.nudge(trigger)
        run.calm()
    computer.let_pass(8)
    assert rounds(icloud) == 1
    computer.let_pass(4)
    until("one more", lambda: rounds(icloud) == 2)
    run.calm()
    computer.let_pass(30)
    assert rounds(icloud) == 2


def test_the_window_in_front_asks_for_a_round_only_after_a_minute(
    run: RunningEngine, icloud: ICloud, computer: Computer
) -> None:
    computer.let_pass(56)
    run.nudge(Trigger.FOCUS)
    run.calm()
    computer.let_pass(8)
    assert rounds(icloud) == 0
    run.nudge(Trigger.FOCUS)
    until("the round", lambda: rounds(icloud) == 1)
    run.calm()
    for _ in range(10):
        run.nudge(Trigger.FOCUS)
    run.calm()
    assert rounds(icloud) == 1


@pytest.mark.parametrize("early", [False, True])
def test_a_round_during_which_the_network_came_back_is_tried_again_soon(
    run: RunningEngine, icloud: ICloud, computer: Computer, early: bool
) -> None:
    """`early`: the engine hears of it between two steps, and the later one fails."""
    work = icloud.calendar("work")

    def failed_with(trigger: Trigger) -> timedelta:
        """How long the engine waits after a round that breaks off, when `trigger` came meanwhile."""
        icloud.put("work", "new.ics", event("new", MONDAY, MONDAY + timedelta(minutes=len(icloud.standin.log()) + 30)))
        first = icloud.standin.fault("hang", method="PROPFIND")
        second = icloud.standin.fault("hang", method="REPORT", path=work)
        number = run.send(SyncNow())
        icloud.standin.await_strike(first)
        if early:
            run.nudge(trigger)
        icloud.standin.release(first)
        icloud.standin.await_strike(second)
        if not early:
            run.nudge(trigger)
        icloud.stop()
        trouble = run.answer(number).trouble
        assert trouble is not None and trouble.code is Code.OFFLINE
        icloud.standin.clear()
        icloud.start()
        run.calm()
        assert run.now.next_poll is not None
        return run.now.next_poll - computer.wall

    assert failed_with(Trigger.FOCUS) >= timedelta(seconds=30)
    assert failed_with(Trigger.NETWORK) <= timedelta(seconds=10)
    computer.let_pass(12)
    until("the next try", lambda: run.now.state is State.UP_TO_DATE)


def test_work_that_takes_long_is_no_wake(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    computer.let_pass(20)
    fault = icloud.standin.fault("hang", method="PROPFIND")
    number = run.send(SyncNow())
    icloud.standin.await_strike(fault)
    computer.work(90)
    icloud.standin.release()
    assert run.answer(number).trouble is None
    run.calm()
    computer.let_pass(12)
    assert rounds(icloud) == 1


def test_nothing_is_asked_without_an_account_and_after_the_password_was_withdrawn(
    icloud: ICloud, computer: Computer, tmp_path: Path
) -> None:
    icloud.standin.clock(at=MONDAY)
    icloud.mkcalendar("work", "Work")
    with RunningEngine(tmp_path / "profile", icloud.url, computer) as run:

        def stir() -> None:
            for trigger in Trigger:
                run.nudge(trigger)
            run.calm()
            computer.sleep(90)
            run.calm()

        stir()
        assert icloud.standin.log() == []
        run.do(SignIn(icloud.user, icloud.password))
        until("the first read", lambda: run.now.complete and run.now.state is State.UP_TO_DATE)
        icloud.standin.revoke()
        for _ in range(2):
            assert run.answer(run.send(SyncNow())).trouble is not None
            computer.let_pass(32)
        run.calm()
        assert run.now.state is State.ATTENTION
        icloud.standin.forget_log()
        stir()
        assert icloud.standin.log() == []
        assert run.now.next_poll is None


# --- a clock that was set


def book(run: RunningEngine, computer: Computer) -> Booking:
    start = (computer.wall + timedelta(days=7)).replace(hour=10, minute=0)
    booking = run.do(Book("meeting", start, "Ada Lovelace", outside_rules=True)).result
    assert isinstance(booking, Booking)
    return booking


def of(run: RunningEngine, booking: Booking) -> Booking:
    return next(b for b in run.now.bookings if b.id == booking.id)


@pytest.mark.parametrize("days", [-3, 3])
def test_a_clock_that_was_set_keeps_neither_polls_nor_writes_waiting(
    run: RunningEngine, icloud: ICloud, computer: Computer, days: int
) -> None:
    icloud.standin.fault("status", method="PUT", status=500, times=None)
    booking = book(run, computer)
    assert booking.sync is InCloud.WAITING
    assert run.answer(run.send(SyncNow())).trouble is not None
    icloud.standin.clear()
    computer.let_pass(8)
    assert of(run, booking).sync is InCloud.WAITING, "it waits for its time"
    computer.set_clock(days=days)
    computer.let_pass(12)
    until("the write", lambda: of(run, booking).sync is InCloud.SYNCED)
    run.calm()
    assert len(icloud.list("work")) == 1
    assert run.now.next_poll is not None
    assert timedelta() < run.now.next_poll - computer.wall <= timedelta(seconds=600)


@pytest.mark.parametrize("midway", [False, True])
@pytest.mark.parametrize("hours", [1, -5])
def test_a_clock_that_was_set_is_no_second_look_and_delays_none(
    run: RunningEngine, icloud: ICloud, computer: Computer, hours: int, midway: bool
) -> None:
    """`midway`: it is set in the midst of a round that has begun."""
    booking = book(run, computer)
    icloud.delete(f"{icloud.calendar('work')}{booking.href.rsplit('/', 1)[1]}")
    run.do(SyncNow())
    until("the first look", lambda: of(run, booking).missing_since is not None)
    computer.let_pass(12)
    known = rounds(icloud)
    if midway:
        fault = icloud.standin.fault("hang", method="PROPFIND")
        run.send(SyncNow())
        icloud.standin.await_strike(fault)
    computer.set_clock(hours=hours)
    icloud.standin.release()
    until("a round", lambda: rounds(icloud) > known)
    run.calm()
    assert of(run, booking).status is Status.CONFIRMED
    assert of(run, booking).missing_since == computer.wall, "the proof begins anew"
    computer.let_pass(48)
    assert of(run, booking).status is Status.CONFIRMED
    computer.let_pass(16)
    until("the second look", lambda: of(run, booking).status is Status.CANCELLED)


def test_a_clock_that_was_set_is_no_second_refusal(run: RunningEngine, icloud: ICloud, computer: Computer) -> None:
    icloud.standin.revoke()
    assert run.answer(run.send(SyncNow())).trouble is not None
    computer.let_pass(12)
    computer.set_clock(hours=1)
    run.calm()
    assert run.answer(run.send(SyncNow())).trouble is not None
    with closing(ProfileStore(run.profile)) as store:
        account = store.account.get()
    assert account is not None
    assert not account.locked
    assert account.refused_at == computer.wall


# --- how sleep is told from work


class Hands:
    """The clocks of one computer, moved by hand; `windows`: its clock of being awake goes on in sleep."""

    def __init__(self, *, windows: bool = False) -> None:
        self.wall = Clock()
        self.seconds = self.awake = 5.0
        self._windows = windows
        self.watch = Watch(self.wall, Clocks(lambda: self.seconds, lambda: self.awake), every=3)

    def go(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall.forward(seconds=seconds)
        self.seconds += seconds
        self.awake += 0 if asleep and not self._windows else seconds


@pytest.mark.parametrize("windows", [False, True])
def test_a_late_look_was_slept_through_unless_there_was_work(windows: bool) -> None:
    hands = Hands(windows=windows)
    for seconds in (3, 3.2, 0.1, 9, 12):
        hands.go(seconds)
        assert not hands.watch.look()
    hands.go(120, asleep=True)
    assert hands.watch.look() == Seen(slept=True)
    assert not hands.watch.look()
    with hands.watch.work():
        hands.go(120)
        assert not hands.watch.look(), "looked in the midst of work"
        hands.go(50)
    hands.go(3)
    assert not hands.watch.look()
    hands.go(60)
    assert hands.watch.look().slept, "work of before excuses nothing"
    with hands.watch.work():
        hands.go(8 * 3600, asleep=True)
    assert hands.watch.look().slept, "no work takes so long"


@pytest.mark.parametrize("seconds", [-86400 * 3, -6, 6, 3600])
def test_a_clock_that_was_set_is_seen_once_and_how_far(seconds: int) -> None:
    hands = Hands()
    hands.go(3)
    hands.wall.forward(seconds=seconds)
    assert hands.watch.look() == Seen(set_by=timedelta(seconds=seconds))
    hands.go(3)
    assert not hands.watch.look()


def test_what_time_servers_correct_is_no_set_clock() -> None:
    hands = Hands()
    for drift in (1.5, -2, 4):
        hands.go(3)
        hands.wall.forward(seconds=drift)
        assert not hands.watch.look()


def test_the_clock_that_counts_sleep_runs_as_others_do() -> None:
    start = elapsed(), time.monotonic()
    time.sleep(0.05)
    assert elapsed() - start[0] == pytest.approx(time.monotonic() - start[1], abs=0.02)


# --- the network and the window


class Told(QObject):
    """What a system tells of its network."""

    reachabilityChanged = Signal(Reach)  # noqa: N815 - Qt's name

    def __init__(self, reach: Reach) -> None:
        super().__init__()
        self.reach = reach

    def reachability(self) -> Reach:
        return self.reach

    def become(self, reach: Reach) -> None:
        self.reach = reach
        self.reachabilityChanged.emit(reach)


def test_the_network_returns_when_it_was_gone(qapp: QApplication) -> None:
    told, returned = Told(Reach.Online), list[int]()
    network = Network(lambda: told)
    network.returned.connect(lambda: returned.append(1))
    for reach in (Reach.Online, Reach.Unknown, Reach.Online):
        told.become(reach)
    assert returned == []
    for reach in (Reach.Disconnected, Reach.Local, Reach.Unknown):
        told.become(reach)
    assert returned == []
    told.become(Reach.Online)
    told.become(Reach.Online)
    assert returned == [1]
    told.become(Reach.Site)  # behind a captive portal
    told.become(Reach.Online)
    assert returned == [1, 1]


def test_a_start_without_network_is_noticed_and_a_system_that_tells_nothing_is_none(qapp: QApplication) -> None:
    told, returned = Told(Reach.Disconnected), list[int]()
    network = Network(lambda: told)
    network.returned.connect(lambda: returned.append(1))
    told.become(Reach.Online)
    assert returned == [1]
    Network(lambda: None)
    reports = system_reports()
    assert reports is None or isinstance(reports.reachability(), Reach)


@OFFSCREEN
def test_the_window_hands_on_what_it_hears(
    qapp: QApplication, icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workestra_desktop.sync import timetable

    monkeypatch.setattr(timetable, "APART", 0.0)
    monkeypatch.setattr(timetable, "FOCUS_APART", 0.0)
    icloud.mkcalendar("work", "Work")
    tell: Callable[[Qt.ApplicationState], None] = qapp.applicationStateChanged.emit
    with Stage(qapp) as stage:
        run = stage.open(tmp_path / "profile", icloud.url)

        def more_than(known: int) -> bool:
            return len(run.requests) > known

        async def story() -> None:
            await run.start()
            await run.set_up()
            await soon("the network's reports", lambda: run.app._network is not None)
            assert run.app._network is not None
            stirs: list[Callable[[], object]] = [
                run.app._network.returned.emit,
                partial(tell, Qt.ApplicationState.ApplicationActive),
            ]
            for stir in stirs:
                await run.calm()
                known = len(run.requests)
                stir()
                await soon("a round", partial(more_than, known))
            await run.calm()
            known = len(run.requests)
            tell(Qt.ApplicationState.ApplicationInactive)
            QTest.qWait(100)
            assert len(run.requests) == known
            await run.quit()

        stage.play(story())
