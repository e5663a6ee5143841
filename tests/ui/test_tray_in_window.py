"""What is chosen in the tray, by way of the window to the engine and back."""

from __future__ import annotations

from tests.support.snapshots import a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import ChangePreferences, Command, Result
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.core.words import Step
from workestra_desktop.ui.pages import Page
from workestra_desktop.ui.problems import Matter
from workestra_desktop.ui.tray_words import Fix

pytestmark = OFFSCREEN


def test_names_that_could_not_be_hidden_are_shown_again_and_why(scene: Scene) -> None:
    def refuse(command: Command) -> Result:
        raise fail(Code.DISK, detail=str(type(command)))

    async def story() -> None:
        window = scene.window
        window.show_snapshot(a_snapshot())
        await scene.show()
        scene.engine.reply = refuse
        window.tray.menu.hiding.emit(True)
        hidden = [window.tray.hides]
        await scene.until(window.bookings_page.notices.isVisible)
        hidden.append(window.tray.hides)
        assert hidden == [True, False]
        assert len(scene.engine.of(ChangePreferences)) == 1

    scene.play(story)


def test_a_trouble_is_mended_in_the_window_that_comes_to_the_front(scene: Scene) -> None:
    async def story() -> None:
        window = scene.window
        window.show_snapshot(a_snapshot())
        assert not window.isVisible()
        window.tray.menu.fixed.emit(Fix("Connect…", Step.CONNECT, Matter(Trouble(Code.RECONNECT_NEEDED))))
        await scene.settle()
        assert window.isVisible()
        assert scene.at(Page.CONNECT)

    scene.play(story)
