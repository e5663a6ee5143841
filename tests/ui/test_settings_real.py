"""The settings over the real engine: what is changed is kept, and put back; iCloud hears nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment, Qt
from PySide6.QtWidgets import QApplication

from tests.support.icalendars import vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring
from tests.support.servers import ROOT
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, until
from workestra_desktop.core.commands import ChangePreferences
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.settings_frame import Section
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

WRITES = {"PUT", "DELETE", "MOVE", "COPY", "POST", "MKCALENDAR", "PROPPATCH"}


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


async def open_settings(run: OpenWindow, entrance: Entrance) -> SettingsDialog:
    run.window.dialogs.settings(entrance)
    return await run.dialog_of(SettingsDialog)


def decided(snapshot: Snapshot) -> tuple[object, ...]:
    """What the host can change in the settings."""
    calendars = tuple((c.id, c.write_to, c.busy) for c in snapshot.calendars)
    return calendars, snapshot.settings, snapshot.preferences, snapshot.links


def test_changes_are_kept_here_and_taken_back_and_icloud_hears_nothing_of_them(
    stage: Stage, icloud: ICloud, keychain: MemoryKeyring, tmp_path: Path
) -> None:
    work, home = icloud.mkcalendar("work", "Work"), icloud.mkcalendar("home", "Home")
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
    icloud.seed(work, {"a.ics": vcalendar(vevent("a", start, start + timedelta(hours=1)))})
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        before, there = decided(run.now), icloud.list(work)
        icloud.standin.forget_log()
        dialog = await open_settings(run, Entrance.BUSY)
        panel = dialog.calendars.busy

        async def changed(name: str) -> None:
            await until(name, lambda: not dialog.changes.busy and dialog.undo.text() == f"&Undo: {name}")

        run.press(Qt.Key.Key_Space)
        await changed("Tentative events")
        panel.all_day.button(2).click()
        await changed("All-day events")
        other = next(row for row in dialog.calendars.rows.values() if not row.write.isChecked())
        other.write.click()
        await changed("Calendar written to")
        other.busy.click()
        await changed(other.calendar.name)
        dialog.show_section(Section.NOTICES)
        dialog.notices.kinds[NoticeKind.MOVED].click()
        await changed("Notices")
        await until("the picture of it", lambda: NoticeKind.MOVED in run.now.preferences.silent)
        assert not run.now.settings.tentative_blocks
        assert [c.write_to for c in run.now.calendars if c.id == other.calendar.id] == [True]
        assert [c.busy for c in run.now.calendars if c.id == other.calendar.id] == [False]
        for _ in range(5):
            assert dialog.undo.isVisible()
            run.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until("the next one back", lambda: not dialog.changes.busy)
        await until("everything as before", lambda: decided(run.now) == before)
        assert not dialog.undo.isVisible()
        run.press(Qt.Key.Key_Escape)
        await run.back()
        assert icloud.list(work) == there and icloud.list(home) == {}
        assert not {request.method for request in icloud.standin.log()} & WRITES
        await run.quit()

    stage.play(story())


@pytest.mark.parametrize("erase", [False, True], ids=["kept", "erased"])
def test_disconnecting_leaves_icloud_alone_and_forgets_the_password(
    stage: Stage, icloud: ICloud, keychain: MemoryKeyring, tmp_path: Path, erase: bool
) -> None:
    work = icloud.mkcalendar("work", "Work")
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=3)
    icloud.seed(work, {"a.ics": vcalendar(vevent("a", start, start + timedelta(hours=1)))})
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        assert keychain.passwords
        await run.app.courier.ask(ChangePreferences(replace(run.now.preferences, language="de")))
        await until("the language noted", (profile / "language").is_file)
        (profile / "window.ini").write_text("[General]\n")  # of an earlier run
        dialog = await open_settings(run, Entrance.SETTINGS)
        assert dialog.connection.line("apple_id") == icloud.user
        assert [host for host, _ in run.now.hosts] == ["127.0.0.1"]
        there = icloud.list(work)
        icloud.standin.forget_log()
        (dialog.connection.erase if erase else dialog.connection.disconnect_).click()
        run.press(Qt.Key.Key_Tab)
        run.press(Qt.Key.Key_Return)
        await until("the first page", lambda: run.window.page is Page.CONNECT and run.window.dialogs.front is None)
        assert not keychain.passwords
        assert (run.now.apple_id is None) == erase and (not run.now.calendars) == erase
        assert icloud.standin.log() == [] and icloud.list(work) == there
        await until("files that go or stay", lambda: (profile / "language").is_file() != erase)
        assert run.window.connect_page.apple_id.text() == ("" if erase else icloud.user)
        await run.quit()
        beside = {name for name in ("language", "window.ini") if (profile / name).exists()}
        assert beside == (set() if erase else {"language", "window.ini"})
        assert any(_holds(icloud.user, file) for file in profile.rglob("*")) == (not erase)

    stage.play(story())


def _holds(text: str, file: Path) -> bool:
    return file.is_file() and text.encode() in file.read_bytes()


def test_a_window_forgets_what_the_command_erases_beside_it(
    stage: Stage, icloud: ICloud, keychain: MemoryKeyring, tmp_path: Path
) -> None:
    """And an account that is signed in to after that has a window that remembers its place."""
    icloud.mkcalendar("work", "Work")
    profile = tmp_path / "profile"
    run = stage.open(profile, icloud.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        erasing = QProcess()
        around = QProcessEnvironment.systemEnvironment()
        around.insert("PYTHONPATH", str(ROOT))
        around.insert("PYTHON_KEYRING_BACKEND", "tests.support.keyring_backend.MemoryKeyring")
        around.insert("WORKESTRA_ENDPOINT", icloud.url)
        erasing.setProcessEnvironment(around)
        arguments = ["-m", "workestra_desktop.cli", "--profile", str(profile), "disconnect", "--erase"]
        erasing.start(sys.executable, arguments)
        await until("the command's end", lambda: erasing.state() is QProcess.ProcessState.NotRunning)
        assert erasing.exitCode() == 0
        run.window.sync_now()
        await until("the first page", lambda: run.window.page is Page.CONNECT)
        assert run.window.connect_page.apple_id.text() == ""
        await run.set_up()
        await run.quit()
        assert (profile / "window.ini").is_file()

    stage.play(story())
