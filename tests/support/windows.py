"""The real window over a real server: engine thread, reader thread and qasync's loop, driven as a person would."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import icalendar
import pytest
import qasync
from PySide6.QtCore import QEvent, QObject, Qt, QThread, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.keyring_backend import file_keychain
from tests.support.servers import PASSWORD, CalDavServer
from workestra_desktop.bootstrap import WindowApp, across
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.sync.desk import Vault
from workestra_desktop.ui.bookings_line import Line
from workestra_desktop.ui.window import Page

Shown = TypeVar("Shown", bound=QWidget)

PATIENCE = 25.0
"""Seconds any one thing may take on a busy machine; normally it takes a fraction of one."""


OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")
"""The one line the off-screen platform prints for every dialog."""


async def until(what: str, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Waits, with the window alive, until `holds()`; fails with `what` after `seconds`."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not holds():
        assert loop.time() < end, f"waited {seconds} s in vain for: {what}"
        await asyncio.sleep(0.01)


class OpenWindow(QObject):
    """One run of the window app on `profile`. Everything the engine says is kept, in order."""

    def __init__(
        self,
        profile: Path,
        url: str,
        env: Mapping[str, str] | None = None,
        *,
        vault: Vault | None = None,
        popups: PopupService | None = None,
        apart: bool = False,
    ) -> None:
        """`apart`: as the app itself does it, with a process of its own for iCloud; its keychain is then a file beside
        the profile, and its requests are not heard of here."""
        super().__init__()
        profile.mkdir(parents=True, exist_ok=True)
        keychain = file_keychain(profile.parent) if apart else {}
        self.requests: list[tuple[str, str]] = []
        self.snapshots: list[Snapshot] = []
        self.notices: list[Notice] = []
        self.ended: list[bool] = []
        self.before_request: Callable[[], None] = lambda: None
        self.app = WindowApp(
            profile,
            {"WORKESTRA_ENDPOINT": url, **keychain, **(env or {})},
            vault=vault,
            on_request=self._keep_request,
            popups=popups,
            apart=apart,
        )
        across(self.app.engine.snapshot_taken, self._keep_snapshot)
        across(self.app.engine.noticed, self._keep_notice)
        self.app.ended.connect(self.ended.append)
        self.window = self.app.window

    def _keep_request(self, method: str, address: str) -> None:
        """Comes on the engine's thread, a moment before the request goes out."""
        self.requests.append((method, address))
        self.before_request()

    @Slot(object)
    def _keep_snapshot(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)

    @Slot(object)
    def _keep_notice(self, notice: Notice) -> None:
        self.notices.append(notice)

    @property
    def now(self) -> Snapshot:
        return self.snapshots[-1]

    @property
    def threads(self) -> list[QThread]:
        return self.app.findChildren(QThread)

    async def start(self) -> None:
        self.app.start()
        QTest.qWaitForWindowActive(self.window)
        await until("the first snapshot", lambda: bool(self.snapshots))
        await settle()

    async def quit(self) -> None:
        """Quits, if that was not done before, and waits for the end."""
        if any(thread.isRunning() for thread in self.threads):
            self.app.quit()
            await until("the end", lambda: bool(self.ended))

    def throw_away(self) -> None:
        """Destroys the window, as the end of the process would."""
        for thread in self.threads:
            assert thread.wait(20_000), f"the {thread.objectName()} thread hangs"
        self.window.tray.menu.deleteLater()  # it has no parent
        self.window.deleteLater()
        self.app.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- what a person does ------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the focus."""
        QTest.keyClick(self.focus, key, modifier)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    async def sign_in(self, apple_id: str = CalDavServer.user, password: str = PASSWORD) -> None:
        """Fills the first page and sends it."""
        page = self.window.connect_page
        await until("the connect page", lambda: self.window.page is Page.CONNECT)
        page.apple_id.setText(apple_id)
        page.password.setText(password)
        page.submit()

    async def set_up(self) -> None:
        """Everything from the first page to the empty list, with the first read complete."""
        await self.sign_in()
        await until("the calendar page", lambda: self.window.page is Page.CALENDARS)
        self.window.calendars_page.submit()
        await until("the last page", lambda: self.window.page is Page.DONE)
        self.window.done_page.open.click()
        await until("the bookings", lambda: self.window.page is Page.BOOKINGS)
        await self.calm()

    async def calm(self) -> None:
        """Until the first read is complete and the round that made it is over."""
        await until("a finished round", lambda: self.now.complete and self.now.state is not State.SYNCING)

    def dialog(self, kind: type[Shown]) -> Shown | None:
        return next((w for w in self.window.findChildren(kind) if w.isVisible()), None)

    async def dialog_of(self, kind: type[Shown]) -> Shown:
        await until(f"the {kind.__name__}", lambda: self.dialog(kind) is not None)
        found = self.dialog(kind)
        assert found is not None
        await until("the keyboard in it", found.isActiveWindow)
        return found

    async def back(self) -> None:
        """Until no dialog is open and the window has the keyboard again, which a window manager would give it."""
        await until("no dialog", lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        await until("the window in front", self.window.isActiveWindow)

    # --- what a person sees ------------------------------------------------------------------------------------

    def rows(self) -> list[Line]:
        """What the list in front says, booking by booking."""
        model = self.window.bookings_page.model
        return [model.line(booking) for booking in model.bookings]

    def listed(self) -> list[Booking]:
        return self.window.bookings_page.model.bookings

    def booking(self, name: str) -> Booking:
        return next(b for b in self.now.bookings if b.id == name)


def measured(what: str) -> None:
    """Leaves a figure in the test's output: `pytest -rP` shows it."""
    print(what)  # noqa: T201


async def settle(rounds: int = 5) -> None:
    """Lets what was just sent between threads arrive and be painted."""
    for _ in range(rounds):
        await asyncio.sleep(0.02)


def times(text: str) -> tuple[datetime, datetime]:
    """Start and end of the one event of a calendar object, by a parser that is not ours."""
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(found) == 1
    start, end = (found[0].decoded(name) for name in ("DTSTART", "DTEND"))
    assert isinstance(start, datetime)
    assert isinstance(end, datetime)
    return start.astimezone(UTC), end.astimezone(UTC)


class Remembered:
    """A keychain that has the password already, as the command's has."""

    def read(self, apple_id: str) -> str | None:
        return PASSWORD

    def keep(self, apple_id: str, password: str) -> bool:
        return True

    def forget(self, apple_id: str) -> None:
        raise AssertionError("nobody asked to forget it")


class Stage:
    """qasync's loop on the UI thread for the length of a test, and the windows opened meanwhile.

    A context manager: at the end every window that still runs is quit, and destroyed.
    """

    def __init__(self, app: QApplication) -> None:
        app.setQuitOnLastWindowClosed(False)  # as the app itself does: hiding to the tray is no end
        self._loop = qasync.QEventLoop(app)
        self._runs: list[OpenWindow] = []

    def open(
        self,
        profile: Path,
        url: str,
        env: Mapping[str, str] | None = None,
        *,
        vault: Vault | None = None,
        popups: PopupService | None = None,
        apart: bool = False,
    ) -> OpenWindow:
        """A window that is not started yet."""
        self._runs.append(OpenWindow(profile, url, env, vault=vault, popups=popups, apart=apart))
        return self._runs[-1]

    def play(self, story: Coroutine[Any, Any, None]) -> None:
        self._loop.run_until_complete(story)

    def __enter__(self) -> Self:
        asyncio.set_event_loop(self._loop)
        return self

    def __exit__(self, *exception: object) -> None:
        try:
            for run in self._runs:
                self.play(run.quit())
                run.throw_away()
            gc.collect()  # here and now: not later, on a thread of some other test
        finally:
            self._loop.close()
            asyncio.set_event_loop(None)
