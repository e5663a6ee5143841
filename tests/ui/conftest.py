"""A window on the UI thread's own loop, with a stand-in for the engine at the other end of its courier."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.snapshots import NOW, Engine
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.look import Look
from workestra_desktop.ui.tongue import speak
from workestra_desktop.ui.window import MainWindow, Page

OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")
"""What the off-screen platform says of dialogs, of raising a window and of a tray."""


class Scene:
    """The window under test. `tray` says whether this desktop has one."""

    def __init__(self, loop: qasync.QEventLoop) -> None:
        self._loop = loop
        self.tray = False
        self.courier = Courier()
        self.engine = Engine(self.courier)
        self.window = MainWindow(self.courier, now=lambda: NOW, tray_available=lambda: self.tray)

    def play(self, story: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._loop.run_until_complete(asyncio.wait_for(story(), 60))

    def throw_away(self) -> None:
        """Destroys the window, and the tray's menu, which has no parent: left behind, each would be dressed anew with
        every window to come."""
        self.window.tray.menu.deleteLater()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    async def show(self) -> None:
        self.window.show()
        QTest.qWaitForWindowActive(self.window)
        await self.settle()

    async def settle(self) -> None:
        """Let answers arrive and the window paint."""
        for _ in range(5):
            await asyncio.sleep(0.005)

    async def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1000):
            if holds():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("waited in vain")

    async def dialog(self) -> AskingDialog:
        """The dialog in front, once it has the keyboard."""
        await self.until(lambda: any(d.isActiveWindow() for d in self.window.findChildren(AskingDialog)))
        return next(d for d in self.window.findChildren(AskingDialog) if d.isActiveWindow())

    def at(self, page: Page) -> bool:
        return self.window.page is page

    @property
    def focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        return focus

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """What windows made after this speak: the tag that is the test's parameter."""
    yield speak(qapp, request.param)
    speak(qapp, "en")


@pytest.fixture
def swept() -> Iterator[None]:
    """Afterwards no widget is left among the garbage, where another test's engine thread might find it."""
    yield
    gc.collect()


@pytest.fixture
def scene(qapp: QApplication, swept: None) -> Iterator[Scene]:
    qapp.setQuitOnLastWindowClosed(False)
    look = Look(qapp)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    with loop:
        made = Scene(loop)
        yield made

        async def end() -> None:
            made.window.leave()
            await made.settle()

        made.play(end)
        made.throw_away()
    asyncio.set_event_loop(None)
    look.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
