"""A real engine on its own thread over a real server, on a computer whose clocks only the test moves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal, Slot
from PySide6.QtWidgets import QApplication

from tests.support.desks import MONDAY, Clock, Workplace
from tests.support.windows import Remembered
from workestra_desktop.core.commands import Answer, Ask, Command
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.sync import engine
from workestra_desktop.sync.desk import Desk
from workestra_desktop.sync.engine import Engine
from workestra_desktop.sync.waking import Clocks

LOOK_EVERY_MS = 10
PATIENCE = 20.0
"""Seconds any one thing may take on a busy machine."""


def until(what: str, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Lets the threads talk until `holds()`; fails with `what` after `seconds`."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"waited {seconds} s in vain for: {what}"
        QCoreApplication.processEvents()
        time.sleep(0.002)


class Computer:
    """Its clocks stand still but for what a test does. To be read from any thread."""

    def __init__(self) -> None:
        self.wall = MONDAY
        self.elapsed = self.awake = 1000.0
        self.engines: list[RunningEngine] = []
        self._walls: list[Clock] = []

    def give(self, clock: Clock) -> None:
        """`clock` goes with this computer's from now on."""
        clock.at = self.wall
        self._walls.append(clock)

    def set_clock(self, **by: float) -> None:
        """The host, or a time server, sets the clock."""
        self._set(self.wall + timedelta(**by))

    def sleep(self, seconds: float) -> None:
        self._pass(seconds)

    def work(self, seconds: float) -> None:
        """Time passes while some thread is at work; nobody can look meanwhile."""
        self.awake += seconds
        self._pass(seconds)

    def let_pass(self, seconds: float) -> None:
        """Time passes as it does when nothing happens: everybody looks every few seconds."""
        while seconds > 0:
            piece = min(seconds, 8.0)
            self.awake += piece
            self._pass(piece)
            seconds -= piece
            for run in self.engines:
                run.see()

    def _pass(self, seconds: float) -> None:
        self.elapsed += seconds
        self._set(self.wall + timedelta(seconds=seconds))

    def _set(self, wall: datetime) -> None:
        self.wall = wall
        for clock in self._walls:
            clock.at = wall


class _Place(Workplace):
    """Waiting in place is work on this computer."""

    def __init__(self, folder: Path, url: str, computer: Computer) -> None:
        super().__init__(folder, url)
        self._computer = computer
        computer.give(self.clock)
        self.desk = Desk(self.store, replace(self.desk.around, vault=Remembered()))

    def _pause(self, seconds: float) -> None:
        self._computer.work(seconds)


class RunningEngine(QObject):
    """One start of the app on `profile`, without its window. A context manager."""

    _asked = Signal(object)
    _nudged = Signal(object)
    _stop = Signal()

    def __init__(self, profile: Path, url: str, computer: Computer, poll_every: float = 600.0) -> None:
        super().__init__()
        self.profile, self._url, self._computer = profile, url, computer
        self.snapshots: list[Snapshot] = []
        self.answers: dict[int, Answer] = {}
        self._number = 0
        self.place: _Place | None = None
        self._reads = 0
        clocks = Clocks(self._read_elapsed, lambda: computer.awake)
        self.engine = Engine(self._desk, timedelta(seconds=poll_every), clocks)
        self._thread = QThread()
        self.engine.moveToThread(self._thread)
        queued = Qt.ConnectionType.QueuedConnection
        self._asked.connect(self.engine.ask, queued)
        self._nudged.connect(self.engine.nudge, queued)
        self._stop.connect(self.engine.stop, queued)
        self._thread.started.connect(self.engine.start, queued)
        self.engine.snapshot_taken.connect(self._keep, queued)
        self.engine.answered.connect(self._hear, queued)

    def _read_elapsed(self) -> float:
        self._reads += 1
        return self._computer.elapsed

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        self.place = _Place(self.profile, self._url, self._computer)
        try:
            yield self.place.desk
        finally:
            self.place.store.close()

    @Slot(object)
    def _keep(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)

    @Slot(object)
    def _hear(self, answer: Answer) -> None:
        self.answers[answer.number] = answer

    def __enter__(self) -> Self:
        self._thread.start()
        until("the first snapshot", lambda: bool(self.snapshots))
        self._computer.engines.append(self)
        return self

    def __exit__(self, *exception: object) -> None:
        if self.place is not None:
            self.place.interrupt.stop()
        if self in self._computer.engines:
            self._computer.engines.remove(self)
        self._stop.emit()
        assert self._thread.wait(20_000), "the engine's thread hangs"

    @property
    def now(self) -> Snapshot:
        return self.snapshots[-1]

    def send(self, command: Command) -> int:
        self._number += 1
        self._asked.emit(Ask(self._number, command))
        return self._number

    def answer(self, number: int) -> Answer:
        until("the answer", lambda: number in self.answers)
        return self.answers[number]

    def do(self, command: Command) -> Answer:
        """Asks and waits; fails with the trouble if there was one."""
        answer = self.answer(self.send(command))
        assert answer.trouble is None, answer.trouble
        return answer

    def nudge(self, trigger: Trigger) -> None:
        self._nudged.emit(trigger)

    def calm(self) -> None:
        """Until no round runs, and everything that was sent has been dealt with."""
        for _ in range(3):
            self.see()
            until("the end of the round", lambda: self.now.state is not State.SYNCING)

    def see(self) -> None:
        """Until the engine has looked at its clocks again; a look reads the one of them twice, or more often."""
        known = self._reads
        until("a look", lambda: self._reads >= known + 6)
        QCoreApplication.processEvents()


@pytest.fixture
def computer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Computer:
    monkeypatch.setattr(engine, "LOOK_EVERY_MS", LOOK_EVERY_MS)
    return Computer()
