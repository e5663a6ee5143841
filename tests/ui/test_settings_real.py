"""The settings over the real engine: what is changed is kept, and put back; iCloud hears nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.icalendars import vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring
from tests.support.windows import OFFSCREEN, OpenWindow, Stage, until
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
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await run.start()
        await run.set_up()
        assert keychain.passwords
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
        await run.quit()

    stage.play(story())
