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


_KNOCKS = """
import sys
from pathlib import Path
from workestra_desktop.desktop.door import knock
sys.exit(knock(Path(sys.argv[1]), 3))
"""


async def _start_again(profile: Path, *options: str) -> int:
    return await _run("-m", "workestra_desktop", "--profile", str(profile), *options)


async def _run(*arguments: str) -> int:
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    process.start(sys.executable, arguments)
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


def test_who_knocks_at_one_that_ends_hears_no_yes(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    """It would be taken at its word, and what was started, with its link, be gone."""
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url)

    async def story() -> None:
        run.app.open_door()
        await run.start()
        assert await _run("-c", _KNOCKS, str(profile)) == 1
        run.app.quit()
        assert await _run("-c", _KNOCKS, str(profile)) == 0
        assert not run.window.isVisible()
        await run.quit()

    stage.play(story())
