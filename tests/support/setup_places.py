"""The set-up: the sign-in for each of its reasons, the choice of calendars, the end of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.support.place import FakeLogin, Place, told
from tests.support.snapshots import CALENDARS, NEW, NOW, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.said import said
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.done_page import DonePage
from workestra_desktop.ui.window import Page


async def _connect(scene: Scene) -> QWidget:
    """With all help, one answer open, and the way into the demo."""
    await told(scene, NEW)
    page = scene.window.connect_page
    page.help.two_factor.set_open(True)
    page.welcome.look.show()
    await scene.settle()
    return scene.window


async def _refused(scene: Scene) -> QWidget:
    await told(scene, NEW)
    page = scene.window.connect_page
    page.apple_id.setText("somebody.with.a.long.name@example.org")
    page.password.setText("abcdabcdabcdabcd")
    page.show_trouble(Trouble(Code.SIGN_IN_REFUSED))
    await scene.settle()
    return scene.window


async def _forgotten(scene: Scene) -> QWidget:
    await told(scene, a_snapshot(password_forgotten=True, waiting=3))
    assert scene.at(Page.CONNECT)
    return scene.window


async def _withdrawn(scene: Scene) -> QWidget:
    await told(scene, a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),), waiting=3))
    scene.window.reconnect()
    await scene.settle()
    return scene.window


async def _another(scene: Scene) -> QWidget:
    await told(scene, a_snapshot())
    scene.window.reconnect()
    await scene.settle()
    return scene.window


async def _calendars(scene: Scene, problem: Trouble | None = None) -> QWidget:
    """While the second one is being read."""
    second = replace(CALENDARS[1], problem=problem, read_at=NOW if problem else None, events=1200)
    await told(scene, a_snapshot(setup_done=False, complete=False, calendars=(CALENDARS[0], second, CALENDARS[2])))
    scene.window.show_progress(Progress(1, 3, "Personal", 40, 1200, 96_000))
    await scene.settle()
    assert scene.at(Page.CALENDARS)
    return scene.window


async def _calendar_barred(scene: Scene) -> QWidget:
    subject = said("In “{calendar}”: iCloud lists 1 event, but does not hand it out.", calendar="Personal")
    return await _calendars(scene, Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, subject))


async def _done(scene: Scene) -> QWidget:
    """As it stands on a computer that can start the app at login."""
    await told(scene, a_snapshot(setup_done=False))
    window = scene.window
    page = DonePage(FakeLogin())
    page.show_choice(CALENDARS)
    page.show_progress(None, complete=True)
    window.pages.addWidget(page)
    window.pages.of[Page.DONE] = page
    window.pages.go(Page.DONE)
    window.activateWindow()
    await scene.settle()
    return window


SET_UP = (
    Place("connect", _connect),
    Place("sign-in refused", _refused),
    Place("password forgotten", _forgotten),
    Place("password withdrawn", _withdrawn),
    Place("another password", _another),
    Place("calendars", _calendars),
    Place("calendar with a problem", _calendar_barred),
    Place("done", _done),
)
