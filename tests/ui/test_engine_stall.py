"""The window stays alive while thousands of events are read and understood."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import ROOT
from tests.support.windows import OFFSCREEN, Stage, measured, until
from workestra_desktop.bootstrap import HAND_OVER
from workestra_desktop.core.snapshot import State

pytestmark = OFFSCREEN

EVENTS = 2000
COUNTED = re.compile(r"([a-z ]+): window (\d+), workers (\d+)")


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


class Pulse(QObject):
    """A 5 ms timer on the UI thread; `longest` is the longest pause between two of its ticks, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @Slot()
    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start(5)

    def stop(self) -> None:
        self._timer.stop()

    @property
    def longest(self) -> float:
        return max(self.gaps)


def texts(count: int) -> dict[str, str]:
    """`count` events around now; every fourth a series in a zone that is described in full."""
    zone = ZoneInfo("Europe/Amsterdam")
    first = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) - timedelta(days=60)
    made = {}
    for n in range(count):
        start = first + timedelta(hours=2 * n % 3000)
        rule: tuple[str, ...] = ()
        if n % 4 == 0:
            start, rule = start.astimezone(zone), ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=30",)
        made[f"e{n:05}.ics"] = event(f"e{n:05}", start, start + timedelta(minutes=45), *rule, summary=f"Event {n}")
    return made


@pytest.mark.timeout(180)
def test_the_window_does_not_freeze_while_2000_events_are_read(
    stage: Stage, icloud: ICloud, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    icloud.mkcalendar("work", "Work")
    icloud.seed("work", texts(EVENTS))
    run = stage.open(tmp_path / "profile", icloud.url)
    pulse = Pulse()

    async def story() -> None:
        await run.start()
        pulse.start()
        start = time.perf_counter()
        await run.sign_in()
        await until(
            "the whole read",
            lambda: bool(run.snapshots) and run.now.complete and run.now.state is State.UP_TO_DATE,
            120,
        )
        took = time.perf_counter() - start
        pulse.stop()
        over = sum(gap > 0.1 for gap in pulse.gaps)
        with capsys.disabled():  # a figure people look for
            measured(
                f"\nlongest UI stall {pulse.longest * 1000:.0f} ms while reading {EVENTS} events in {took:.1f} s "
                f"({over} of {len(pulse.gaps)} pauses over 100 ms)"
            )
        assert run.now.events == EVENTS
        assert sys.getswitchinterval() == pytest.approx(HAND_OVER)
        assert len(pulse.gaps) > 100
        assert pulse.longest < 1.0
        await run.quit()

    stage.play(story())


@pytest.mark.timeout(120)
def test_the_garbage_collector_frees_widgets_on_the_ui_thread_only(tmp_path: Path) -> None:
    """Without the app's own collector this ends in a crash: widgets with running timers are freed by the engine's."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "tests.support.collecting", "40", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    counts = {what: (int(window), int(workers)) for what, window, workers in COUNTED.findall(done.stdout)}
    assert counts["freed widgets"][0] > 100
    assert counts["freed widgets"][1] == 0
    assert counts["collections"][1] == 0
    assert "Qt on" not in done.stderr, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
