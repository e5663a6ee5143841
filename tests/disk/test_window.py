"""What the host sees when the window cannot work with the profile."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.disk.conditions import DAMAGED, NEWER, contents
from tests.support.windows import OFFSCREEN, Stage, until
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.profile import FILE

pytestmark = OFFSCREEN
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as stage:
        yield stage


def told(stage: Stage, profile: Path, picture: str = "") -> tuple[str, str]:
    """Title and text of the box that ends the start; then it is closed, and the app ends."""
    run = stage.open(profile, NOWHERE)
    said: list[str] = []

    async def story() -> None:
        run.app.start()
        await until("the message", lambda: run.window.findChild(QMessageBox, "unusable") is not None)
        box = run.window.findChild(QMessageBox, "unusable")
        assert box is not None
        said.extend((box.text(), box.informativeText()))
        await until("the message on the screen", box.isVisible)
        if picture and (folder := os.environ.get("WORKESTRA_TEST_PICTURES")):
            box.grab().save(f"{folder}/{picture}.png")
        box.button(QMessageBox.StandardButton.Close).click()
        await until("the end", lambda: bool(run.ended))
        assert run.ended == [True]

    stage.play(story())
    assert not run.snapshots
    return said[0], said[1]


@pytest.mark.parametrize("how", ["random bytes", "zero bytes", "missing", "some bookings overwritten"])
def test_a_damaged_profile(stage: Stage, profile: Path, how: str) -> None:
    DAMAGED[how](profile)
    before = contents(profile)
    title, text = told(stage, profile, f"damaged-{how.replace(' ', '-')}")
    assert title == "The profile is damaged"
    assert f'workestra restore "{max((profile / FOLDER).glob("daily-*"))}" --yes' in text
    assert contents(profile) == before


def test_a_newer_profile_whose_process_died(stage: Stage, profile: Path) -> None:
    NEWER["newer, its process died"](profile)
    before = contents(profile)
    title, text = told(stage, profile, "newer")
    assert title == "This profile was made by a newer Workestra"
    assert "Update the app" in text
    assert contents(profile) == before


def test_a_journal_that_cannot_be_made(stage: Stage, profile: Path) -> None:
    (profile / f"{FILE}-wal").mkdir()
    (profile / f"{FILE}-wal" / "file").touch()
    before = contents(profile)
    title, _ = told(stage, profile, "unwritable")
    assert title == "The profile can't be written"
    assert contents(profile) == before
