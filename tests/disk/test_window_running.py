"""What the host sees when the disk fails while the window runs, and that it goes on by itself afterwards."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.disk.conditions import Disk, contents, overwrite_page
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD
from tests.support.windows import OFFSCREEN, OpenWindow, Remembered, Stage, settle, until
from workestra_desktop.core.commands import SetLink, SyncNow
from workestra_desktop.core.disk import Cause, cause
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
NOWHERE = "http://127.0.0.1:9/"


@pytest.fixture
def stage(disk: Disk, qapp: QApplication) -> Iterator[Stage]:
    """Ended before the disk is taken away."""
    with Stage(qapp) as stage:
        yield stage
        disk.free()


def picture(run: OpenWindow, name: str) -> None:
    if folder := os.environ.get("WORKESTRA_TEST_PICTURES"):
        run.window.grab().save(f"{folder}/{name}.png")


def of_disk(run: OpenWindow) -> list[Cause]:
    return [cause(p) for p in run.now.problems if p.code is Code.DISK]


def test_a_disk_that_is_full_for_a_while(stage: Stage, icloud: ICloud, disk: Disk) -> None:
    icloud.mkcalendar("work", "Work", order=1)
    run = stage.open(disk.folder / "profile", icloud.url)
    bar = run.window.bookings_page.problems

    async def story() -> None:
        await run.start()
        await run.set_up()
        disk.fill()
        run.window.sync_now()
        await until("the trouble", lambda: bool(of_disk(run)) and run.now.state is State.ATTENTION)
        await settle()
        assert bar.isVisible()
        assert bar.title.text() in ("The disk is full", "The profile can't be written")
        picture(run, f"full-{type(disk).__name__}")
        assert run.now.next_poll is not None, "it is tried again by itself"
        disk.free()
        run.window.sync_now()
        await until("all well again", lambda: run.now.state is State.UP_TO_DATE and not run.now.problems)
        await run.quit()

    stage.play(story())


def opened(stage: Stage, profile: Path, apart: bool) -> OpenWindow:
    """A window that has its password, whoever does the work with iCloud."""
    if not apart:
        return stage.open(profile, NOWHERE, vault=Remembered())
    known = {"PYTHON_KEYRING_BACKEND": "benchmarks.keychain.Known", "WORKESTRA_BENCH_PASSWORD": PASSWORD}
    return stage.open(profile, NOWHERE, known, apart=True)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("disk", ["quota"], indirect=True)
def test_damage_that_the_first_round_finds(stage: Stage, profile: Path, apart: bool) -> None:
    overwrite_page(profile, "objects", leaf=True)
    before = contents(profile)
    run = opened(stage, profile, apart)
    bar = run.window.bookings_page.problems

    async def story() -> None:
        await run.start()
        await until("the trouble", lambda: bool(of_disk(run)) and run.now.state is State.ATTENTION)
        await settle()
        assert run.window.page is Page.BOOKINGS
        assert len(run.now.bookings) == 60, "what can be read is shown"
        assert of_disk(run) == [Cause.DAMAGED]
        assert bar.title.text() == "The profile is damaged"
        picture(run, "damaged-while-running")
        link = run.now.links[0]
        for wish in (SetLink(replace(link, title="Other")), SyncNow(), SyncNow(full=True), SetLink(link)):
            with pytest.raises(Failure) as refused:
                await run.app.courier.ask(wish)
            assert cause(refused.value.trouble) is Cause.DAMAGED, "nothing is written from now on"
        await run.quit()

    stage.play(story())
    after = contents(profile)
    del after["window.ini"]  # the window could be used, so where it stood is kept
    assert {name: text for name, text in after.items() if text} == before


@pytest.mark.parametrize("disk", ["quota"], indirect=True)
def test_damage_in_what_is_shown(stage: Stage, profile: Path) -> None:
    overwrite_page(profile, "objects_with_problem")
    run = stage.open(profile, NOWHERE, vault=Remembered())

    async def story() -> None:
        run.app.start()
        await until("the message", lambda: run.window.findChild(QMessageBox, "unusable") is not None)
        box = run.window.findChild(QMessageBox, "unusable")
        assert box is not None
        assert box.text() == "The profile is damaged"
        await run.quit()

    stage.play(story())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
@pytest.mark.parametrize("disk", ["quota"], indirect=True)
def test_a_profile_that_goes_away(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work", order=1)
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        (tmp_path / "profile").rename(tmp_path / "elsewhere")
        run.window.sync_now()
        await until("the trouble", lambda: bool(of_disk(run)) and run.now.state is State.ATTENTION)
        assert of_disk(run) == [Cause.GONE]
        await settle()
        picture(run, "gone")
        assert not (tmp_path / "profile").exists(), "nothing is made in its place"
        (tmp_path / "elsewhere").rename(tmp_path / "profile")
        run.window.sync_now()
        await until("all well again", lambda: run.now.state is State.UP_TO_DATE and not run.now.problems)
        await run.quit()

    stage.play(story())
