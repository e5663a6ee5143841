"""Pages are made when they are first wanted, and know then what the others know already."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.place import FakeLogin
from tests.support.snapshots import CALENDARS, NEW, NOW, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import Command, Result, SignedIn, SignIn
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.pages import Pages
from workestra_desktop.ui.window import MainWindow, Page

pytestmark = OFFSCREEN
ROOT = Path(__file__).resolve().parents[2]
SET_UP = (Page.CONNECT, Page.CALENDARS, Page.DONE)
SEEN_BY_A_CONNECTED_HOST = """
import asyncio, sys
import qasync
from workestra_desktop.ui.application import Application
app = Application.one()
from tests.support.snapshots import a_snapshot
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.window import MainWindow
asyncio.set_event_loop(qasync.QEventLoop(app))
window = MainWindow(Courier(), tray_available=lambda: False)
window.show_snapshot(a_snapshot(setup_done={done}))
window.show()
app.processEvents()
print("loaded:", *sorted(n for n in ("connect_page", "calendars_page", "done_page", "week_page")
                         if f"workestra_desktop.ui.{{n}}" in sys.modules))
window.leave()
"""


class Shown(QObject):
    """Notes every window that comes on screen, however short it stays."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        unseen = Qt.WidgetAttribute.WA_DontShowOnScreen
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not watched.testAttribute(unseen)
        ):
            self.names.append(watched.objectName() or type(watched).__name__)
        return False


def test_no_part_of_a_page_is_a_window_for_a_moment(qapp: QApplication, scene: Scene) -> None:
    shown = Shown()
    qapp.installEventFilter(shown)
    window = MainWindow(Courier(), tray_available=lambda: False, login_start=FakeLogin())
    try:
        for done in (False, True):
            window.show_snapshot(a_snapshot(setup_done=done))
        assert {window.connect_page, window.calendars_page, window.done_page, window.week_page}
        window.show()
        qapp.processEvents()
    finally:
        qapp.removeEventFilter(shown)
        window.leave()
        window.deleteLater()
    assert shown.names == ["main_window"]


class Kept:
    """A draft in memory."""

    def __init__(self, apple_id: str) -> None:
        self.apple_id = apple_id

    def read(self) -> str:
        return self.apple_id

    def keep(self, apple_id: str) -> None:
        self.apple_id = apple_id


@pytest.mark.parametrize(("done", "loaded"), [(True, "loaded:"), (False, "loaded: calendars_page")])
def test_a_start_loads_only_the_page_that_is_shown(done: bool, loaded: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", SEEN_BY_A_CONNECTED_HOST.format(done=done)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert told.stdout.splitlines()[-1] == loaded


def test_a_connected_host_never_has_the_pages_of_the_set_up(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.pages.go(Page.WEEK)
        scene.window.pages.go(Page.BOOKINGS)
        scene.window.show_snapshot(a_snapshot(waiting=2))
        assert not set(SET_UP) & set(scene.window.pages.of)

    scene.play(story)


def test_a_window_that_is_seen_before_anything_is_known_stands_at_the_sign_in(scene: Scene) -> None:
    async def story() -> None:
        assert scene.at(Page.CONNECT) and not scene.window.pages.of.keys() & set(SET_UP)
        assert scene.window.status.isHidden() and scene.window.menuBar().isHidden()
        await scene.show()
        assert scene.at(Page.CONNECT) and scene.window.connect_page.isVisible()
        assert scene.focus is scene.window.connect_page.apple_id
        scene.window.show_snapshot(NEW)
        await scene.settle()
        assert scene.focus is scene.window.connect_page.apple_id
        assert scene.window.connect_page.title.text() == "Connect your iCloud calendar"

    scene.play(story)


def test_they_are_told_what_was_told_before(scene: Scene) -> None:
    """How far the first read is, the calendars, what waits, and the facts that troubles are worded with."""
    window = scene.window
    told = a_snapshot(complete=False, waiting=3)
    window.show_snapshot(told)
    window.show_progress(Progress(1, 3, "Personal", 40, 1200, 96_000))
    assert list(window.calendars_page._rows) == [calendar.id for calendar in CALENDARS]
    assert window.calendars_page.progress_line.text() == window.done_page.progress.text() != ""
    assert CALENDARS[0].name in window.done_page.summary.text()
    assert window.connect_page.waiting.text() == "3 changes wait for iCloud."
    known = Facts.of(told, NOW)
    assert window.connect_page.trouble.facts == window.calendars_page.trouble.facts == known


def test_the_sign_in_comes_at_once_when_the_account_is_gone(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.show_snapshot(NEW)
        assert scene.at(Page.CONNECT) and scene.window.connect_page.isVisible()
        await scene.settle()
        assert scene.focus is scene.window.connect_page.apple_id

    scene.play(story)


def test_one_made_late_is_wired_like_one_made_at_the_start(scene: Scene) -> None:
    """A password that is asked for in place is sent, and refused on the page."""

    async def story() -> None:
        def refuse(command: Command) -> Result:
            raise fail(Code.SIGN_IN_REFUSED)

        scene.engine.reply = refuse
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),)))
        await scene.show()
        scene.window.reconnect()
        page = scene.window.connect_page
        page.password.setText("abcdefghijklmnop")
        page.submit()
        await scene.settle()
        assert [type(command) for command in scene.engine.asked] == [SignIn]
        assert page.trouble.isVisible()
        scene.engine.reply = lambda command: SignedIn("host@example.org", CALENDARS, CALENDARS[0].id, True)
        page.password.setText("abcdefghijklmnop")
        page.submit()
        await scene.settle()
        assert scene.at(Page.BOOKINGS) and Page.CALENDARS not in scene.window.pages.of

    scene.play(story)


def test_an_account_leaves_no_draft_behind(qapp: QApplication) -> None:
    draft = Kept("host@example.org")
    pages = Pages(Courier(), lambda: NOW, draft=draft)
    pages.go(Page.BOOKINGS)
    assert draft.apple_id == ""
    pages.deleteLater()


def test_the_window_gives_each_page_once(scene: Scene) -> None:
    window: MainWindow = scene.window
    for page in ("connect_page", "calendars_page", "done_page", "week_page"):
        assert getattr(window, page) is getattr(window, page) is getattr(window.pages, page)
