"""The set-up as a new host meets it, and the same form when a password is asked for again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.snapshots import CALENDARS, NEW, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import FinishSetup, Select, SignIn
from workestra_desktop.core.trouble import Code, Failure, Trouble, fail
from workestra_desktop.ui import connect_page
from workestra_desktop.ui.connect_page import ConnectPage
from workestra_desktop.ui.done_page import DonePage
from workestra_desktop.ui.steps_line import SetupStep, StepsLine
from workestra_desktop.ui.welcome import Welcome
from workestra_desktop.ui.why_connect import Why
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
GOOD = "abcd-efgh-ijkl-mnop"


class Kept:
    """A draft that remembers in memory."""

    def __init__(self, apple_id: str = "") -> None:
        self.apple_id = apple_id

    def read(self) -> str:
        return self.apple_id

    def keep(self, apple_id: str) -> None:
        self.apple_id = apple_id


class System:
    """A computer's list of what starts at login; `refuses` to change it."""

    def __init__(self) -> None:
        self.on = self.refuses = False

    def enabled(self) -> bool:
        return self.on

    def set(self, on: bool) -> None:
        if self.refuses:
            raise fail(Code.DISK, detail="login start: errno 13")
        self.on = on


@pytest.fixture
def page(qapp: QApplication) -> Iterator[ConnectPage]:
    made = ConnectPage()
    yield made
    made.deleteLater()


@pytest.mark.parametrize(
    "pasted",
    ["ABCD EFGH IJKL MNOP", " abcd-efgh-ijkl-mnop \n", "abcd–efgh—ijkl−mnop", "abcd\r\nefgh\r\nijkl\r\nmnop",
     "abcd\u00a0efgh\u200bijkl\u2060mnop", "abcdefghijklmnop"],
)  # fmt: skip
def test_a_password_may_be_pasted_as_it_comes(page: ConnectPage, pasted: str) -> None:
    sent: list[tuple[str, str]] = []
    page.submitted.connect(lambda apple_id, password: sent.append((apple_id, password)))
    page.apple_id.setText(" host@icloud.com ")
    QGuiApplication.clipboard().setText(pasted)
    page.password.paste()
    assert page.hint.text().startswith("✓")
    page.submit()
    assert sent == [("host@icloud.com", GOOD)]


def test_half_a_password_is_counted_and_can_be_looked_at(page: ConnectPage) -> None:
    page.password.setText("abcd–efgh\u200b")
    assert page.hint.text() == "8 of 16 letters"
    assert page.password.accessibleDescription() == "8 of 16 letters"
    assert page.password.echoMode() is page.password.EchoMode.Password
    page.reveal.click()
    assert page.password.echoMode() is page.password.EchoMode.Normal
    assert page.reveal.accessibleName() == "Hide password"
    page.forget_password()
    assert page.password.text() == "" and page.password.echoMode() is page.password.EchoMode.Password


def ticked(line: StepsLine) -> list[SetupStep]:
    return [step for step, mark in line._marks.items() if not mark.pixmap().isNull()]


def test_the_steps_are_marked_as_the_fields_become_right(page: ConnectPage) -> None:
    line = page.steps
    assert line.accessibleName() == "Step 1 of 4: Welcome."
    page.apple_id.setText("host@icloud.com")
    assert line.accessibleName() == "Step 2 of 4: Password. Done: Welcome."
    page.password.setText(GOOD)
    assert ticked(line) == [SetupStep.WELCOME, SetupStep.PASSWORD]
    page.show_trouble(Trouble(Code.SIGN_IN_REFUSED))
    assert ticked(line) == [SetupStep.WELCOME], "iCloud has just refused it"
    page.apple_id.clear()
    assert ticked(line) == []


def test_large_type_leaves_the_name_of_the_step_to_do(qapp: QApplication) -> None:
    page = QWidget()
    line = StepsLine()
    line.setParent(page)
    line.show_steps(SetupStep.CALENDARS, frozenset())
    for width, named in ((900, list(SetupStep)), (150, [SetupStep.CALENDARS]), (900, list(SetupStep))):
        line.resize(width, 40)
        page.show()
        assert [step for step, name in line._names.items() if name.isVisible()] == named
    page.deleteLater()


def test_help_folds_open_one_answer_at_a_time(page: ConnectPage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(connect_page, "open_outside", opened.append)
    page.show()
    how, two, limit = page.help.folds
    page.help.apple.click()
    assert opened == ["https://account.apple.com"]
    assert how.body.isVisible() and len(how.body.findChildren(QLabel)) == 3
    limit.head.click()
    assert limit.body.isVisible() and not how.body.isVisible() and not two.body.isVisible()
    page.apple_id.setText("host@icloud.com")
    page.help.have.click()
    assert not any(fold.body.isVisible() for fold in page.help.folds)


def test_i_have_one_leads_to_the_field(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        page.help.have.click()
        assert scene.focus is page.apple_id
        page.apple_id.setText("host@icloud.com")
        page.help.have.click()
        assert scene.focus is page.password

    scene.play(story)


def test_everything_on_the_first_page_can_be_reached_with_tab(scene: Scene) -> None:
    page = scene.window.connect_page

    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        met = [scene.focus]
        for _ in range(7):
            scene.press(Qt.Key.Key_Tab)
            met.append(scene.focus)
        names = [widget.objectName() for widget in met]
        assert names == ["apple_id", "password", "reveal_password", "connect", "apple_account", "have_password",
                         "how_to", "two_factor"]  # fmt: skip
        scene.press(Qt.Key.Key_Return)
        assert page.help.two_factor.body.isVisible()

    scene.play(story)


def test_look_around_opens_the_demo_or_says_why_not(qapp: QApplication) -> None:
    opened: list[int] = []
    welcome = Welcome(lambda: opened.append(1))
    welcome.look.click()
    welcome.look.click()
    assert opened == [1], "it takes a moment, and one is enough"
    assert not welcome.opening.isHidden()
    welcome._patience.timeout.emit()
    assert welcome.look.isEnabled() and welcome.opening.isHidden()

    def fails() -> None:
        raise Failure(Trouble(Code.DEFECT))

    broken = ConnectPage(fails)
    broken.welcome.look.click()
    assert broken.trouble.trouble == Trouble(Code.DEFECT)
    assert broken.welcome.look.isEnabled()
    assert ConnectPage().welcome.look.isHidden(), "no demo, no offer"


def test_the_apple_id_outlives_the_app_but_the_password_does_not(qapp: QApplication) -> None:
    kept = Kept()
    page = ConnectPage(draft=kept)
    page.show()
    QTest.keyClicks(page.apple_id, "host@icloud.com")
    QTest.keyClicks(page.password, "secret")
    page.hide()  # at once: the window is closed before the pause after the last key is over
    assert kept.apple_id == "host@icloud.com"
    again = ConnectPage(draft=kept)
    assert again.apple_id.text() == "host@icloud.com" and again.password.text() == ""
    again.forget_password()  # signed in: the account remembers it
    assert kept.apple_id == ""


def test_a_new_password_for_a_known_account_touches_no_draft(qapp: QApplication) -> None:
    kept = Kept("draft@icloud.com")
    page = ConnectPage(draft=kept)
    page.open_for(Why.REFUSED, "host@icloud.com", setup=False)
    page.show()
    QTest.keyClicks(page.apple_id, "x")
    page.hide()
    page.forget_password()
    assert kept.apple_id == "draft@icloud.com"


@pytest.mark.parametrize(
    ("waiting", "said"), [(0, ""), (1, "1 change waits for iCloud."), (2, "2 changes wait for iCloud.")]
)
def test_reconnect_tells_what_is_safe_and_what_waits(scene: Scene, waiting: int, said: str) -> None:
    page = scene.window.connect_page
    scene.window.show_snapshot(a_snapshot(waiting=waiting, problems=(Trouble(Code.RECONNECT_NEEDED),)))
    scene.window.reconnect()
    assert page.title.text() == "iCloud needs a new app-specific password"
    assert "Your bookings and settings are safe." in page.lead.text()
    assert page.waiting.text() == said
    assert page.waiting.isHidden() is not bool(said)
    assert page.steps.isHidden() and page.welcome.isHidden() and page.help.have.isHidden()
    scene.window.show_snapshot(a_snapshot(waiting=3, problems=(Trouble(Code.RECONNECT_NEEDED),)))
    assert page.waiting.text() == "3 changes wait for iCloud."


def test_a_password_that_is_good_is_not_called_withdrawn(scene: Scene) -> None:
    scene.window.show_snapshot(a_snapshot())
    scene.window.reconnect()
    assert scene.window.connect_page.title.text() == "Paste a new password"
    assert "withdrawn" not in scene.window.connect_page.lead.text()


def test_choices_on_the_calendar_page_are_kept_as_they_are_made(scene: Scene) -> None:
    page = scene.window.calendars_page
    scene.engine.reply = lambda command: CALENDARS if isinstance(command, Select) else None

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(setup_done=False, complete=False))
        await scene.show()
        rows = list(page._rows.values())
        rows[1].write.click()
        rows[2].busy.click()
        await scene.until(lambda: len(scene.engine.of(Select)) == 2)

    scene.play(story)
    work, personal, family = (c.id for c in CALENDARS)
    assert scene.engine.of(Select) == [
        Select(personal, (work, personal, family)), Select(personal, (work, personal)),
    ]  # fmt: skip
    assert not scene.engine.of(FinishSetup) and not scene.engine.of(SignIn)


def test_a_set_up_that_the_command_ended_meanwhile_ends_here_as_well(scene: Scene) -> None:
    page = scene.window.calendars_page
    scene.engine.reply = lambda command: CALENDARS if isinstance(command, Select) else None

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(setup_done=False))
        await scene.show()
        scene.window.show_snapshot(a_snapshot(setup_done=True))
        assert scene.at(Page.CALENDARS)
        page.submit()
        await scene.until(lambda: scene.at(Page.DONE))

    scene.play(story)
    assert [type(command) for command in scene.engine.asked] == [Select, FinishSetup]


def test_start_at_login_shows_what_the_system_says(qapp: QApplication) -> None:
    system = System()
    system.on = True
    page = DonePage(system)
    page.show()
    assert page.start.isChecked()
    page.start.click()
    assert not system.on and not page.start.isChecked()
    page.hide()
    system.on = True  # changed in the system's settings
    page.show()
    assert page.start.isChecked()
    system.refuses = True
    page.start.click()
    assert page.start.isChecked(), "it did not change, so it does not look so"
    assert page.trouble.title.text() == "Start at login wasn't changed"
    page.deleteLater()


def test_start_at_login_is_looked_up_again_when_the_host_comes_back_from_the_system_s_settings(
    qapp: QApplication,
) -> None:
    system = System()
    page, elsewhere = DonePage(system), QWidget()
    page.show()
    QTest.qWaitForWindowActive(page)
    assert not page.start.isChecked()
    elsewhere.show()
    elsewhere.activateWindow()
    QTest.qWaitForWindowActive(elsewhere)
    system.on = True
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    assert page.start.isChecked()
    for each in (page, elsewhere):
        each.deleteLater()


@pytest.mark.parametrize(("button", "leads_to"), [("first_week", Page.WEEK), ("open_bookings", Page.BOOKINGS)])
def test_the_last_page_leads_on(scene: Scene, button: str, leads_to: Page) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.pages.go(Page.DONE)
        scene.window.done_page.findChild(QWidget, button).click()  # type: ignore[union-attr]
        assert scene.at(leads_to)

    scene.play(story)


def test_the_first_booking_is_one_press_away(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        scene.window.pages.go(Page.DONE)
        scene.window.done_page.book.click()
        await scene.dialog()

    scene.play(story)


@pytest.mark.parametrize("times", [1.0, 2.0])
def test_what_is_too_much_for_a_small_window_is_scrolled(scene: Scene, qapp: QApplication, times: float) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * times)
    window, page = scene.window, scene.window.connect_page

    async def story() -> None:
        qapp.setFont(larger)
        window.show_snapshot(NEW)
        window.resize(720, 480)
        await scene.show()
        assert (window.width(), window.height()) == (720, 480), "nothing makes the window wider"
        for widget in (page.connect_button, page.help.limit.head, page.welcome.look):
            widget.show()
            await scene.settle()
            for _ in range(12):
                if scene.focus is not widget:
                    scene.press(Qt.Key.Key_Tab)
            assert scene.focus is widget
            await scene.settle()
            port = page._area.viewport()
            place = widget.rect().translated(widget.mapTo(port, widget.rect().topLeft()))
            assert port.rect().contains(place), widget.objectName()
            assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()

    try:
        scene.play(story)
    finally:
        qapp.setFont(before)
