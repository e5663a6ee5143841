"""The real window, off-screen, while the engine reads an account: how long its thread stands still at most."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.windows import Stage, until
from tests.ui.test_engine_stall import Pulse
from workestra_desktop.core.snapshot import State

IDLE = 0.5
"""Seconds the window is watched while nothing happens."""


def pauses(profile: Path, url: str, events: int) -> dict[str, float]:
    """Seconds: `reading`, and `before` and `after` of the idle window."""
    said: dict[str, float] = {}
    patience = 60 + events / 20

    with Stage(QApplication([])) as stage:
        run = stage.open(profile, url, apart=True)

        async def story() -> None:
            await run.start()
            said["before"] = (await _idle()).longest
            pulse = Pulse()
            pulse.start()
            await run.sign_in()
            await until(
                "the whole read",
                lambda: run.now.complete and run.now.state is State.UP_TO_DATE and run.now.events == events,
                patience,
            )
            pulse.stop()
            said["reading"] = pulse.longest
            said["after"] = (await _idle()).longest
            await run.quit()

        stage.play(story())
    return said


async def _idle() -> Pulse:
    pulse = Pulse()
    pulse.start()
    await asyncio.sleep(IDLE)
    pulse.stop()
    return pulse
