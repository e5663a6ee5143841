"""What the window says and does about each trouble: the texts of product.md §4, and a button that keeps its word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from tests.support.snapshots import NEW, NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Status
from workestra_desktop.core.commands import Command, Result, SignIn, SyncNow, SyncReport
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.ui import connect_page, remedies
from workestra_desktop.ui.details_dialog import DetailsDialog
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.settings_frame import Section
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

GONE = Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "Bookings", count=4)
BLOCKED = Trouble(Code.BLOCKED, Scope.ACCOUNT, detail="PROPFIND HTTP 511")

# product.md §4, as the window shows it at 10:42 with two changes waiting and the next poll in four minutes.
BAR = [
    (
        Trouble(Code.RECONNECT_NEEDED),
        "iCloud needs a new app-specific password",
        (
            "Apple has withdrawn the one in use. That happens when you change your Apple password. "
            "Your bookings and settings are safe; 2 changes wait."
        ),
        "Paste a new password",
    ),
    (
        Trouble(Code.OFFLINE),
        "You're offline",
        "Free times are from 10:42 today; new bookings wait until the connection is back.",
        "Try now",
    ),
    (
        BLOCKED,
        "Something between you and Apple answers instead",
        "A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.",
        "Details",
    ),
    (
        Trouble(Code.ICLOUD_DOWN),
        "iCloud isn't answering right now",
        "This is on Apple's side. New bookings wait. Next try in 4 min.",
        "Try now",
    ),
    (
        Trouble(Code.CLOCK_WRONG, clock_off=7380),
        "Your computer's clock is off by 2 h 03 min",
        "Apple refuses sign-ins when the clock is wrong.",
        "Try again",
    ),
    (
        Trouble(Code.NO_WRITABLE_CALENDAR, count=3),
        "These calendars are read-only",
        "We can read 3 calendars but may not add to any.",
        "Look again",
    ),
    (
        GONE,
        "“Bookings” is gone from iCloud",
        "It was deleted or is no longer shared. 4 coming bookings were in it. Nothing was cancelled.",
        "Choose another calendar",
    ),
]


@pytest.mark.parametrize(("trouble", "title", "message", "action"), BAR)
def test_the_bar_says_what_is_promised(scene: Scene, trouble: Trouble, title: str, message: str, action: str) -> None:
    bar = scene.window.bookings_page.problems

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(trouble,), waiting=2, next_poll=NOW + timedelta(minutes=4)))
        await scene.show()
        assert (bar.title.text(), bar.message.text(), bar.action.text()) == (title, message, action)
        assert {label.textFormat() for label in bar.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
        assert bar.action.isVisible()
        assert bar.accessibleName() == f"{title}. {message}"

    scene.play(story)


def test_the_next_try_comes_nearer_while_nothing_else_happens(scene: Scene) -> None:
    bar = scene.window.bookings_page.problems

    async def story() -> None:
        down = a_snapshot(problems=(Trouble(Code.ICLOUD_DOWN),), next_poll=NOW + timedelta(minutes=4))
        scene.window.show_snapshot(down)
        await scene.show()
        scene.window._now = lambda: NOW + timedelta(minutes=3)
        scene.window._clock.timeout.emit()
        assert bar.message.text().endswith("Next try in 1 min.")
        assert scene.window._clock.isActive()

    scene.play(story)


@pytest.mark.parametrize("code", [Code.OFFLINE, Code.ICLOUD_DOWN, Code.CLOCK_WRONG, Code.NO_CALENDAR])
def test_trying_now_syncs(scene: Scene, code: Code) -> None:
    scene.engine.reply = lambda _: SyncReport()

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(code),)))
        await scene.show()
        scene.window.bookings_page.problems.action.click()
        await scene.until(lambda: scene.engine.asked == [SyncNow()])

    scene.play(story)


def test_a_new_password_is_pasted_with_the_e_mail_filled_in(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),)))
        await scene.show()
        scene.window.bookings_page.problems.action.click()
        assert scene.at(Page.CONNECT)
        assert page.apple_id.text() == "host@example.org"
        assert scene.focus is page.password

    scene.play(story)


def test_another_calendar_is_chosen_in_the_settings(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(GONE,)))
        await scene.show()
        scene.window.bookings_page.problems.action.click()
        settings = scene.window.dialogs.front
        assert isinstance(settings, SettingsDialog)
        assert settings.section is Section.CALENDARS
        assert scene.at(Page.BOOKINGS)

    scene.play(story)


def test_codes_stand_under_details_only(scene: Scene) -> None:
    bar = scene.window.bookings_page.problems

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(problems=(BLOCKED,), state=State.OFFLINE))
        await scene.show()
        said = " ".join(label.text() for label in scene.window.findChildren(QLabel))
        assert "511" not in said and "blocked:" not in said
        bar.action.click()
        await scene.until(lambda: any(d.isVisible() for d in scene.window.findChildren(DetailsDialog)))
        (dialog,) = scene.window.findChildren(DetailsDialog)
        assert dialog.facts.text() == "blocked: PROPFIND HTTP 511"
        assert dialog.facts.textFormat() is Qt.TextFormat.PlainText
        dialog.copy.click()
        assert QGuiApplication.clipboard().text() == "blocked: PROPFIND HTTP 511"
        dialog.close_button.click()

    scene.play(story)


def test_a_booking_that_needs_a_look_is_selected(scene: Scene) -> None:
    odd = a_booking("odd", "Odd", 2, status=Status.ATTENTION, concern="It has become a series.")

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(a_booking("b", "Anna"), odd, problems=(Trouble(Code.NEEDS_ATTENTION),)))
        await scene.show()
        scene.window.bookings_page.problems.action.click()
        assert scene.window.bookings_page.selected == odd

    scene.play(story)


# --- signing in -----------------------------------------------------------------------------------------------------


def fill(scene: Scene, typed: str = "abcdefghijklmnop") -> None:
    page = scene.window.connect_page
    page.apple_id.setText("host@example.org")
    page.password.setText(typed)
    page.submit()


def test_apple_s_page_is_opened_for_a_regular_password(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(connect_page, "open_outside", opened.append)
    monkeypatch.setattr(remedies, "open_outside", opened.append)

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        fill(scene, "Hunter2!hunter2!")
        scene.window.connect_page.trouble.action.click()

    scene.play(story)
    assert opened == ["https://account.apple.com"]
    assert scene.engine.asked == []


def test_a_second_refusal_says_so_and_a_third_cause_starts_over(scene: Scene) -> None:
    box = scene.window.connect_page.trouble
    causes = [Code.SIGN_IN_REFUSED, Code.SIGN_IN_REFUSED, Code.OFFLINE, Code.SIGN_IN_REFUSED]

    def refuse(command: Command) -> Result:
        raise fail(causes[len(scene.engine.of(SignIn)) - 1])

    async def story() -> None:
        scene.engine.reply = refuse
        scene.window.show_snapshot(NEW)
        await scene.show()
        for title, action in (
            ("Apple didn't accept this sign-in", "Try again"),
            ("Apple refused this sign-in again", "Get one from Apple"),
            ("You're offline", "Try now"),
            ("Apple didn't accept this sign-in", "Try again"),
        ):
            fill(scene)
            await scene.until(box.isVisible)
            assert (box.title.text(), box.action.text()) == (title, action)

    scene.play(story)


def test_trying_again_on_the_page_means_what_helps(scene: Scene) -> None:
    """After a wrong pair the password is typed anew; after a trouble of the way it is simply sent again."""
    page = scene.window.connect_page
    causes = [Code.SIGN_IN_REFUSED, Code.ICLOUD_DOWN, Code.NO_WRITABLE_CALENDAR, Code.BLOCKED]

    def refuse(command: Command) -> Result:
        raise fail(causes[len(scene.engine.of(SignIn)) - 1], scope=Scope.ACCOUNT)

    async def story() -> None:
        scene.engine.reply = refuse
        scene.window.show_snapshot(a_snapshot(connected=False, waiting=1, next_poll=NOW + timedelta(minutes=4)))
        await scene.show()
        fill(scene)
        await scene.until(page.trouble.isVisible)
        page.connect_button.setFocus()
        page.trouble.action.click()
        assert scene.focus is page.password
        assert page.password.selectedText()
        page.submit()
        await scene.until(page.trouble.isVisible)
        # No next try is promised: a sign-in is not tried again by itself.
        assert page.trouble.message.text() == "This is on Apple's side. New bookings wait."
        page.trouble.action.click()
        await scene.until(page.trouble.isVisible)
        assert page.trouble.action.text() == "Look again"
        page.trouble.action.click()
        await scene.until(page.trouble.isVisible)
        page.trouble.action.click()
        await scene.until(lambda: bool(scene.window.findChildren(DetailsDialog)))
        scene.window.findChildren(DetailsDialog)[0].accept()

    scene.play(story)
    assert len(scene.engine.of(SignIn)) == 4
