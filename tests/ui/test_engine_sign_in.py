"""What goes wrong at the door: one clear error in the window, nothing stored, and a way on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring, RefusingKeyring
from tests.support.servers import PASSWORD, free_port
from tests.support.windows import OFFSCREEN, Stage, settle, until
from workestra_desktop.core.trouble import Code
from workestra_desktop.store.profile import FILE
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

WRONG = "wxyz-wxyz-wxyz-wxyz"


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def test_a_wrong_password_is_told_once_and_keeps_nothing(
    stage: Stage, icloud: ICloud, keychain: MemoryKeyring, tmp_path: Path
) -> None:
    icloud.mkcalendar("work", "Work")
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        page = run.window.connect_page
        await run.start()
        await run.sign_in(password=WRONG)
        await until("the error", page.trouble.isVisible)
        assert page.trouble.trouble is not None
        assert page.trouble.trouble.code is Code.SIGN_IN_REFUSED
        assert run.window.page is Page.CONNECT
        assert page.apple_id.text() == icloud.user
        assert page.password.text() == WRONG
        assert run.focus is page.password
        assert page.password.selectedText()
        assert not run.now.connected and run.now.apple_id is None
        assert not keychain.passwords
        assert not run.notices
        # Typing goes over the old one, and then it works.
        run.write(PASSWORD)
        run.press(Qt.Key.Key_Return)
        await until("the calendar page", lambda: run.window.page is Page.CALENDARS)
        assert not page.trouble.isVisible()
        assert page.password.text() == ""
        assert list(keychain.passwords.values()) == [PASSWORD]
        await run.quit()

    stage.play(story())
    for file in (path for path in (tmp_path / "profile").rglob("*") if path.is_file()):
        assert PASSWORD.encode() not in file.read_bytes()
        assert PASSWORD.replace("-", "").encode() not in file.read_bytes()
        assert WRONG.encode() not in file.read_bytes()


def test_a_server_that_is_not_there(stage: Stage, keychain: MemoryKeyring, tmp_path: Path) -> None:
    run = stage.open(tmp_path / "profile", f"http://127.0.0.1:{free_port()}/")

    async def story() -> None:
        page = run.window.connect_page
        await run.start()
        await run.sign_in()
        await until("the error", page.trouble.isVisible)
        assert page.trouble.trouble is not None
        assert page.trouble.trouble.code is Code.OFFLINE
        assert page.connect_button.isEnabled()
        assert not keychain.passwords
        await run.quit()

    stage.play(story())


@pytest.mark.parametrize("backend", [RefusingKeyring, keyring.backends.fail.Keyring])
def test_without_a_keychain_the_password_lasts_for_this_run(
    stage: Stage, icloud: ICloud, tmp_path: Path, backend: type[KeyringBackend]
) -> None:
    keyring.set_keyring(backend())
    icloud.mkcalendar("work", "Work")
    icloud.mkcalendar("home", "Home")
    first = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await first.start()
        await first.sign_in()
        await until("the calendar page", lambda: first.window.page is Page.CALENDARS)
        await settle()
        assert first.window.calendars_page.note.isVisible()
        first.window.calendars_page.submit()
        await until("the last page", lambda: first.window.page is Page.DONE)
        first.window.done_page.open.click()
        await first.calm()
        await first.quit()

        second = stage.open(tmp_path / "profile", icloud.url)
        page = second.window.connect_page
        await second.start()
        await until("the connect page with the Apple ID", lambda: page.apple_id.text() == icloud.user)
        assert second.window.page is Page.CONNECT
        assert second.now.connected and second.now.password_forgotten
        assert second.focus is page.password
        assert "again" in page.title.text()
        assert not second.requests
        second.write(PASSWORD)
        second.press(Qt.Key.Key_Return)
        await until("the bookings", lambda: second.window.page is Page.BOOKINGS)
        await until("a poll", lambda: second.now.last_poll is not None and not second.now.password_forgotten)
        await second.quit()

    stage.play(story())


def test_a_profile_of_a_newer_version_is_left_alone(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    database = sqlite3.connect(profile / FILE)
    database.execute("PRAGMA user_version = 999")
    database.close()
    before = (profile / FILE).read_bytes()
    run = stage.open(profile, icloud.url)

    async def story() -> None:
        run.app.start()
        await until("the message", lambda: run.window.findChild(QMessageBox, "unusable") is not None)
        box = run.window.findChild(QMessageBox, "unusable")
        assert box is not None
        assert box.text() and box.informativeText()
        assert "\n" not in box.text()
        await settle()
        assert not run.ended
        box.button(QMessageBox.StandardButton.Close).click()
        await until("the end", lambda: bool(run.ended))
        assert run.ended == [True]

    stage.play(story())
    assert not run.snapshots
    assert (profile / FILE).read_bytes() == before


def test_a_question_to_an_unusable_profile_does_not_hang_the_end(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    (profile / FILE).write_bytes(b"this is no database at all, " * 100)
    run = stage.open(profile, icloud.url)

    async def story() -> None:
        run.app.start()
        await until("the message", lambda: run.window.findChild(QMessageBox, "unusable") is not None)
        await run.quit()
        assert run.ended == [True]

    stage.play(story())
    assert (profile / FILE).read_bytes().startswith(b"this is no database")


def test_started_hidden_without_a_tray_it_is_minimised(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    """Off screen there is no tray: a window that was not shown at all could never be called back."""
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        run.app.start(hidden=True)
        await until("the first snapshot", lambda: bool(run.snapshots))
        assert run.window.isMinimized()
        await run.quit()

    stage.play(story())
