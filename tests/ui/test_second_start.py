"""Who starts the app while it runs gets the window that is there, wherever it was put."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from tests.support.icloud import ICloud
from tests.support.servers import ROOT
from tests.support.windows import Stage, settle, until
from tests.ui.conftest import OFFSCREEN
from workestra_desktop.desktop.instance import Instance

pytestmark = OFFSCREEN


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


async def _start_again(profile: Path, *options: str) -> int:
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    process.start(sys.executable, ["-m", "workestra_desktop", "--profile", str(profile), *options])
    await until("the end of the second start", lambda: process.state() is QProcess.ProcessState.NotRunning)
    return process.exitCode()


@pytest.mark.parametrize("away", ["hide", "showMinimized"])
def test_a_second_start_brings_the_window_up_and_a_hidden_one_leaves_it(
    stage: Stage, icloud: ICloud, tmp_path: Path, away: str
) -> None:
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url)
    mine = Instance(profile)
    assert mine.take()

    async def story() -> None:
        window = run.window
        run.app.open_door()
        await run.start()
        getattr(window, away)()
        assert await _start_again(profile, "--hidden") == 0
        await settle()
        assert not window.isVisible() or window.isMinimized()
        assert await _start_again(profile) == 0
        await until("the window", lambda: window.isVisible() and not window.isMinimized())
        await run.quit()

    stage.play(story())
    mine.give_back()
