"""The settings window: five sections, changes that apply at once and are taken back one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QPushButton, QWidget

from tests.support.snapshots import CALENDARS, LINKS, NOW, a_booking, a_calendar, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import (
    ChangePreferences,
    ChangeSettings,
    Command,
    Disconnect,
    RemoveLink,
    Result,
    Select,
    SetLink,
    ShowJournal,
    SyncNow,
    SyncReport,
    TryLink,
)
from workestra_desktop.core.mirror import DailyCopies
from workestra_desktop.core.notice import NoticeKind, Preferences
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.settings import Settings
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.core.week import Trial
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.settings_frame import Section
from workestra_desktop.ui.tongue import LANGUAGES
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN

WORK, PERSONAL, FAMILY = CALENDARS
SNAPSHOT = a_snapshot(
    a_booking("b1", "Ada"),
    hosts=(("caldav.icloud.com", 1432), ("p42-caldav.icloud.com", 1)),
    copies=DailyCopies("/home/host/backups", date(2026, 11, 22)),
)


class Keeps:
    """What an engine that takes every change answers."""

    def __init__(self, snapshot: Snapshot = SNAPSHOT) -> None:
        self.calendars = snapshot.calendars
        self.links = {link.slug: link for link in snapshot.links}

    def __call__(self, command: Command) -> Result:
        match command:
            case ChangeSettings():
                return command.settings
            case ChangePreferences():
                return command.preferences
            case Select():
                self.calendars = tuple(
                    replace(
                        c,
                        busy=c.busy if command.busy is None else c.id in command.busy,
                        write_to=c.write_to if command.write_to is None else c.id == command.write_to,
                    )
                    for c in self.calendars
                )
                return self.calendars
            case SetLink():
                self.links[command.link.slug] = command.link
                return command.link
            case RemoveLink():
                del self.links[command.slug]
                return None
            case TryLink():
                return Trial.of(command.span, [], [])
            case Disconnect():
                return None
            case ShowJournal():
                return ()
            case SyncNow():
                return SyncReport()
            case _:
                raise AssertionError(command)


class Login:
    """A system's list of what starts at login; `refuses` with this trouble."""

    def __init__(self, *, on: bool = False) -> None:
        self.on = on
        self.refuses: Code | None = None

    def enabled(self) -> bool:
        if self.refuses is not None:
            raise fail(self.refuses)
        return self.on

    def set(self, on: bool) -> None:
        if self.refuses is not None:
            raise fail(self.refuses)
        self.on = on


async def open_settings(
    scene: Scene,
    snapshot: Snapshot = SNAPSHOT,
    section: Section = Section.CONNECTION,
    login: Login | None = None,
) -> SettingsDialog:
    await scene.show()
    dialog = SettingsDialog(scene.courier, snapshot, lambda: NOW, scene.window, login)
    dialog.open()
    await scene.until(dialog.isActiveWindow)
    dialog.show_section(section)
    return dialog


async def over_the_window(scene: Scene, entrance: Entrance, snapshot: Snapshot = SNAPSHOT) -> SettingsDialog:
    await scene.show()
    scene.window.show_snapshot(snapshot)
    scene.window.dialogs.settings(entrance)
    dialog = scene.window.dialogs.front
    assert isinstance(dialog, SettingsDialog)
    await scene.until(dialog.isActiveWindow)
    return dialog


def asked(scene: Scene) -> list[Command]:
    """What the settings asked for; the page below reads what happened to the booking chosen there."""
    return [command for command in scene.engine.asked if not isinstance(command, ShowJournal)]


def undo_text(dialog: SettingsDialog) -> str:
    """The button without the mark of its key; empty while it is not there."""
    return dialog.undo.text().replace("&", "") if dialog.undo.isVisible() else ""


# How one gets there

MENU: dict[str, tuple[Section, Callable[[SettingsDialog], QWidget]]] = {
    "S&ettings…": (Section.CONNECTION, lambda d: d.list),
    "&Calendars…": (Section.CALENDARS, lambda d: d.calendars.rows[WORK.id].write),
    "&Free and busy…": (Section.CALENDARS, lambda d: d.calendars.busy.tentative),
    "New &password…": (Section.CONNECTION, lambda d: d.connection.password),
    "Booking &links…": (Section.LINKS, lambda d: d.links.rows[0].edit),
}


@pytest.mark.parametrize("entry", MENU)
def test_the_menus_lead_to_their_section(scene: Scene, entry: str) -> None:
    section, where = MENU[entry]

    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(SNAPSHOT)
        next(a for a in scene.window.findChildren(QAction) if a.text() == entry).trigger()
        dialog = scene.window.dialogs.front
        assert isinstance(dialog, SettingsDialog)
        await scene.until(dialog.isActiveWindow)
        assert dialog.section is section
        assert scene.focus is where(dialog)
        scene.press(Qt.Key.Key_Escape)
        await scene.settle()
        assert scene.window.dialogs.front is None

    scene.play(story)
    assert asked(scene) == []


def test_the_usual_key_opens_them_and_macos_finds_the_entry(scene: Scene) -> None:
    action = scene.window.findChild(QAction, "settings")
    assert action is not None
    assert action.shortcut() == QKeySequence("Ctrl+,")
    assert action.menuRole() is QAction.MenuRole.PreferencesRole


def test_the_sections_are_walked_through_with_the_keys(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_settings(scene, login=Login())
        first: list[QWidget] = [
            dialog.connection.password, dialog.calendars.rows[WORK.id].write, dialog.links.rows[0].edit,
            dialog.notices.kinds[NoticeKind.MOVED], dialog.general.start,
        ]  # fmt: skip
        for number, section in enumerate(Section):
            assert dialog.section is section
            scene.press(Qt.Key.Key_Tab)
            assert scene.focus is first[number]
            scene.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            assert scene.focus is dialog.list
            scene.press(Qt.Key.Key_Down)

    scene.play(story)


# Changes


def test_the_last_changes_are_taken_back_one_after_the_other_by_name(scene: Scene) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.NOTICES)
        assert undo_text(dialog) == ""
        dialog.notices.hide_titles.click()
        await scene.settle()
        dialog.notices.kinds[NoticeKind.MOVED].click()
        await scene.settle()
        assert undo_text(dialog) == "Undo: Notices"
        assert dialog.said.text() == "“A booking was moved in iCloud” no longer pops up."
        dialog.show_section(Section.CALENDARS)
        dialog.calendars.busy.tentative.click()
        await scene.settle()
        assert undo_text(dialog) == "Undo: Tentative events"
        scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await scene.settle()
        assert dialog.calendars.busy.tentative.isChecked()
        assert dialog.said.text() == "Taken back: Tentative events."
        scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await scene.settle()
        assert dialog.notices.kinds[NoticeKind.MOVED].isChecked()
        dialog.undo.click()
        await scene.settle()
        assert not dialog.notices.hide_titles.isChecked()
        assert undo_text(dialog) == ""
        scene.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await scene.settle()

    scene.play(story)
    silent = frozenset({NoticeKind.MOVED})
    assert asked(scene) == [
        ChangePreferences(Preferences(hide_titles=True)),
        ChangePreferences(Preferences(hide_titles=True, silent=silent)),
        ChangeSettings(Settings(tentative_blocks=False)),
        ChangeSettings(Settings()),
        ChangePreferences(Preferences(hide_titles=True)),
        ChangePreferences(Preferences()),
    ]


def test_taking_back_leaves_what_was_changed_elsewhere_meanwhile(scene: Scene) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.NOTICES)
        dialog.notices.hide_titles.click()
        await scene.settle()
        dialog.show_snapshot(replace(SNAPSHOT, preferences=Preferences(hide_titles=True, guest_zone="Asia/Tokyo")))
        dialog.undo.click()
        await scene.settle()

    scene.play(story)
    assert asked(scene)[-1] == ChangePreferences(Preferences(guest_zone="Asia/Tokyo"))


def test_a_change_that_is_refused_is_told_and_not_offered_for_undo(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.PROFILE_BUSY)

    scene.engine.reply = refuse

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.NOTICES)
        dialog.notices.kinds[NoticeKind.CONFLICT].click()
        await scene.until(dialog.trouble.isVisible)
        assert dialog.notices.kinds[NoticeKind.CONFLICT].isChecked()
        assert undo_text(dialog) == ""
        dialog.show_section(Section.CALENDARS)
        dialog.calendars.rows[PERSONAL.id].busy.click()
        await scene.settle()
        assert dialog.calendars.rows[PERSONAL.id].busy.isChecked()
        dialog.calendars.rows[PERSONAL.id].write.click()
        await scene.settle()
        assert dialog.calendars.rows[WORK.id].write.isChecked()
        assert not dialog.calendars.rows[PERSONAL.id].write.isChecked()

    scene.play(story)


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_of_notice_has_a_switch(scene: Scene, kind: NoticeKind) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        others = frozenset(NoticeKind) - {kind}
        dialog = await open_settings(
            scene, replace(SNAPSHOT, preferences=Preferences(silent=others)), section=Section.NOTICES
        )
        assert {k for k, box in dialog.notices.kinds.items() if box.isChecked()} == {kind}
        dialog.notices.kinds[kind].click()
        await scene.settle()
        assert scene.engine.of(ChangePreferences)[-1].preferences.silent == frozenset(NoticeKind)

    scene.play(story)


def test_a_click_on_the_words_is_one_on_the_box(scene: Scene) -> None:
    from PySide6.QtTest import QTest

    scene.engine.reply = Keeps()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.NOTICES)
        box = dialog.notices.hide_titles
        words = next(t for t in dialog.notices.findChildren(QLabel) if t.buddy() is box)
        QTest.mouseClick(words, Qt.MouseButton.LeftButton)
        await scene.settle()
        assert box.isChecked() and box.hasFocus()

    scene.play(story)


# Calendars


def test_calendars_are_chosen_at_once_and_put_back(scene: Scene) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.CALENDARS)
        rows = dialog.calendars.rows
        assert not rows[FAMILY.id].write.isEnabled()
        rows[PERSONAL.id].write.click()
        await scene.settle()
        assert undo_text(dialog) == "Undo: Calendar written to"
        assert dialog.said.text() == "New bookings are written to “Personal”."
        rows[FAMILY.id].busy.click()
        await scene.settle()
        assert undo_text(dialog) == "Undo: Family"
        assert dialog.said.text() == "Events in “Family” do not count."
        for _ in range(2):
            dialog.undo.click()
            await scene.settle()
        assert rows[WORK.id].write.isChecked() and rows[FAMILY.id].busy.isChecked()

    scene.play(story)
    all_busy = tuple(c.id for c in CALENDARS)
    assert asked(scene) == [
        Select(write_to=PERSONAL.id), Select(busy=(WORK.id, PERSONAL.id)), Select(busy=all_busy),
        Select(write_to=WORK.id),
    ]  # fmt: skip


def test_a_change_with_no_way_back_any_more_stands_in_the_way_of_no_other(scene: Scene) -> None:
    scene.engine.reply = keeps = Keeps()

    def refuse(command: Command) -> Result:
        raise fail(Code.BAD_INPUT, detail=str(type(command)))

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.CALENDARS)
        rows = dialog.calendars.rows
        rows[FAMILY.id].busy.click()
        await scene.settle()
        rows[PERSONAL.id].write.click()
        await scene.settle()
        scene.engine.reply = refuse
        dialog.undo.click()
        await scene.settle()
        assert dialog.trouble.isVisible()
        assert undo_text(dialog) == "Undo: Family"
        scene.engine.reply = keeps
        dialog.undo.click()
        await scene.settle()
        assert rows[FAMILY.id].busy.isChecked() and rows[PERSONAL.id].write.isChecked()
        assert undo_text(dialog) == ""

    scene.play(story)


def test_a_first_choice_of_calendar_has_no_way_back(scene: Scene) -> None:
    gone = replace(WORK, problem=Trouble(Code.CALENDAR_GONE, Scope.CALENDAR))
    scene.engine.reply = Keeps(a_snapshot(calendars=(gone, PERSONAL)))

    async def story() -> None:
        snapshot = a_snapshot(a_booking("b1", "Ada"), calendars=(gone, PERSONAL))
        dialog = await open_settings(scene, snapshot, Section.CALENDARS)
        assert "1 coming booking will be written" in dialog.calendars.homeless.text()
        assert not any(row.write.isChecked() for row in dialog.calendars.rows.values())
        dialog.calendars.rows[PERSONAL.id].write.click()
        await scene.settle()
        assert dialog.calendars.rows[PERSONAL.id].write.isChecked()
        assert undo_text(dialog) == ""

    scene.play(story)


def test_calendars_that_come_and_go_are_followed(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_settings(scene, section=Section.CALENDARS)
        new = a_calendar("new", "<b>New</b>", events=1)
        dialog.show_snapshot(replace(SNAPSHOT, calendars=(WORK, new)))
        assert list(dialog.calendars.rows) == [WORK.id, new.id]
        assert dialog.calendars.rows[new.id].name.text() == "<b>New</b>"
        assert "as of 10:42" in dialog.calendars.rows[new.id].marks.text()

    scene.play(story)


# Links


def test_a_link_is_edited_over_the_settings_and_what_was_saved_is_taken_back(scene: Scene) -> None:
    keeps = Keeps()
    scene.engine.reply = keeps

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.LINKS)
        row = dialog.links.rows[1]
        assert row.findChild(QLabel, "link_told").text() == "45 min, 1 h · Mon–Fri 09:00–17:00"  # type: ignore[union-attr]
        row.edit.click()
        editor = dialog.findChild(LinkDialog)
        assert editor is not None
        await scene.until(editor.isActiveWindow)
        assert editor.chosen is not None and editor.chosen.link.slug == "lesson"
        editor.fields.rules.before.setText("15")
        editor.save.click()
        await scene.until(lambda: "is saved" in editor.said.text())
        editor.reject()
        await scene.until(dialog.isActiveWindow)
        assert scene.focus is dialog.links.rows[1].edit
        assert undo_text(dialog) == "Undo: Lesson"
        assert keeps.links["lesson"] == replace(LINKS[1], before=15)
        dialog.undo.click()
        await scene.settle()
        assert keeps.links["lesson"] == LINKS[1]

    scene.play(story)


def test_a_link_that_was_made_or_removed_is_taken_back(scene: Scene) -> None:
    keeps = Keeps()
    scene.engine.reply = keeps

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.LINKS)
        dialog.links.new.click()
        editor = dialog.findChild(LinkDialog)
        assert editor is not None
        await scene.until(editor.isActiveWindow)
        assert editor.chosen is not None and editor.chosen.new
        editor.submit()
        await scene.until(lambda: len(keeps.links) == 3)
        await scene.settle()
        editor.list.setCurrentRow(0)
        editor.remove.click()
        editor.question.yes.click()
        await scene.until(lambda: "meeting" not in keeps.links)
        await scene.settle()
        editor.reject()
        await scene.settle()
        assert undo_text(dialog) == "Undo: Meeting"
        dialog.undo.click()
        await scene.settle()
        assert keeps.links["meeting"] == LINKS[0]
        dialog.undo.click()
        await scene.settle()
        assert set(keeps.links) == {"meeting", "lesson"}

    scene.play(story)


def test_leaving_the_settings_leaves_the_editor_as_well(scene: Scene) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        dialog = await over_the_window(scene, Entrance.LINKS)
        dialog.links.rows[0].edit.click()
        editor = dialog.findChild(LinkDialog)
        assert editor is not None
        await scene.until(editor.isActiveWindow)
        changed = replace(LINKS[0], minutes=(50,))
        scene.window.show_snapshot(replace(SNAPSHOT, links=(changed, LINKS[1])))
        assert editor.chosen is not None and editor.chosen.link == changed
        editor.fields.rules.before.setText("15")
        scene.window.leave()
        await scene.settle()
        assert scene.window.dialogs.front is None and QApplication.activeModalWidget() is None

    scene.play(story)


# Connection


def test_how_things_stand_with_icloud(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_settings(scene)
        line = dialog.connection.line
        assert line("apple_id") == "host@example.org"
        assert line("state") == "In step with iCloud"
        assert (line("last"), line("next")) == ("10:42", "10:52")
        hosts = [host.text() for host in dialog.connection.findChildren(QLabel, "host") if host.isVisible()]
        assert hosts == ["caldav.icloud.com", "p42-caldav.icloud.com"]
        said = {text.text() for text in dialog.connection.findChildren(QLabel)}
        assert {"1,432 requests", "1 request"} <= said
        dialog.show_snapshot(replace(SNAPSHOT, waiting=2, state=State.WAITING, paused_until=UNTIL_RESUMED, hosts=()))
        assert line("state") == "2 changes wait for iCloud"
        assert line("next") == "paused until you resume"
        assert not [host for host in dialog.connection.findChildren(QLabel, "host") if host.isVisible()]
        dialog.show_snapshot(replace(SNAPSHOT, paused_until=NOW + timedelta(hours=1), last_poll=None))
        assert (line("last"), line("next")) == ("not yet", "paused until 11:42")
        dialog.show_snapshot(replace(SNAPSHOT, state=State.SYNCING))
        assert line("next") == "now"
        dialog.show_snapshot(replace(SNAPSHOT, next_poll=None))
        assert line("next") == "none is planned"

    scene.play(story)


STEPS: dict[Code, Callable[[Scene], bool]] = {
    Code.RECONNECT_NEEDED: lambda s: s.at(Page.CONNECT) and s.window.dialogs.front is None,
    Code.OFFLINE: lambda s: asked(s) == [SyncNow()] and isinstance(s.window.dialogs.front, SettingsDialog),
    Code.NO_WRITABLE_CALENDAR: lambda s: asked(s) == [SyncNow()],
}


@pytest.mark.parametrize("code", STEPS)
def test_a_problem_stands_with_its_remedy(scene: Scene, code: Code) -> None:
    async def story() -> None:
        trouble = Trouble(code, Scope.ACCOUNT)
        dialog = await over_the_window(
            scene,
            Entrance.SETTINGS,
            replace(SNAPSHOT, problems=(Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, "x"), trouble)),
        )
        (problem,) = dialog.connection.problems
        assert dialog.connection.password.isVisible() == (code is not Code.RECONNECT_NEEDED)
        problem.action.click()
        await scene.settle()
        assert STEPS[code](scene)

    scene.play(story)


def test_a_new_password_is_asked_for_in_place(scene: Scene) -> None:
    async def story() -> None:
        await over_the_window(scene, Entrance.RECONNECT)
        scene.press(Qt.Key.Key_Return)
        await scene.settle()
        assert scene.window.dialogs.front is None
        assert scene.at(Page.CONNECT) and scene.window.connect_page.back.isVisible()

    scene.play(story)
    assert asked(scene) == []


@pytest.mark.parametrize("erase", [False, True])
def test_disconnecting_says_first_what_it_means(scene: Scene, erase: bool) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        snapshot = replace(SNAPSHOT, waiting=2)
        dialog = await over_the_window(scene, Entrance.SETTINGS, snapshot)
        act = dialog.connection.erase if erase else dialog.connection.disconnect_
        question = dialog.leaving.question
        act.click()
        assert question.no.hasFocus() and asked(scene) == []
        text = question.text.text()
        assert ("go for good" in text and "2 changes" in text and "are lost" in text) == erase
        assert ("stays. 2 changes wait" in text) == (not erase)
        scene.press(Qt.Key.Key_Escape)
        assert question.isHidden() and dialog.isVisible() and asked(scene) == []
        act.click()
        question.yes.click()
        await scene.until(lambda: scene.window.dialogs.front is None)
        assert asked(scene) == [Disconnect(erase)]
        scene.window.show_snapshot(replace(snapshot, connected=False, state=State.NOT_CONNECTED))
        assert scene.at(Page.CONNECT)

    scene.play(story)


def test_a_disconnect_that_fails_is_told_where_it_was_asked_for(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.KEYCHAIN)

    scene.engine.reply = refuse

    async def story() -> None:
        dialog = await open_settings(scene)
        dialog.connection.disconnect_.click()
        dialog.leaving.question.yes.click()
        await scene.until(dialog.trouble.isVisible)
        assert dialog.isVisible() and dialog.stack.isEnabled()

    scene.play(story)


# General


def test_start_at_login_is_the_systems_word_and_taken_back_there(scene: Scene) -> None:
    login = Login()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.GENERAL, login=login)
        start = dialog.general.start
        assert start.isVisible() and not start.isChecked()
        start.click()
        await scene.settle()
        assert login.enabled()
        assert undo_text(dialog) == "Undo: Start at login"
        dialog.undo.click()
        await scene.settle()
        assert not login.enabled() and not start.isChecked()
        login.on = True  # in the system's own settings
        dialog.show_snapshot(SNAPSHOT)
        assert start.isChecked()
        login.refuses = Code.DISK
        dialog.show_snapshot(SNAPSHOT)
        assert not start.isEnabled() and dialog.general.start_trouble.isVisible()

    scene.play(story)
    assert asked(scene) == []


def test_a_system_that_refuses_is_quoted(scene: Scene) -> None:
    login = Login()

    async def story() -> None:
        dialog = await open_settings(scene, section=Section.GENERAL, login=login)
        dialog.general._login_start = login

        def refuse(on: bool) -> None:
            raise fail(Code.DISK)

        login.set = refuse  # type: ignore[method-assign]
        dialog.general.start.click()
        await scene.until(dialog.trouble.isVisible)
        assert not dialog.general.start.isChecked() and undo_text(dialog) == ""

    scene.play(story)


def test_where_no_system_keeps_such_a_list_nothing_is_said_of_it(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_settings(scene, section=Section.GENERAL)
        assert not dialog.general.start.isVisible()
        assert dialog.general.language.isVisible()

    scene.play(story)


def test_the_language_is_kept_and_shown(scene: Scene) -> None:
    scene.engine.reply = Keeps()

    async def story() -> None:
        snapshot = replace(SNAPSHOT, preferences=Preferences(language="de"))
        dialog = await open_settings(scene, snapshot, Section.GENERAL)
        language = dialog.general.language
        assert [language.itemData(n) for n in range(language.count())] == ["", *(each.tag for each in LANGUAGES)]
        assert language.currentText() == "Deutsch"
        language.setFocus()
        scene.press(Qt.Key.Key_Up)
        await scene.settle()
        assert scene.engine.of(ChangePreferences) == [ChangePreferences(Preferences(language="en"))]
        assert undo_text(dialog) == "Undo: Language"
        dialog.undo.click()
        await scene.settle()
        assert language.currentText() == "Deutsch"

    scene.play(story)


def test_where_the_daily_copy_is(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_settings(scene, section=Section.GENERAL)
        assert dialog.general.copy.text() == "The last copy is of Sun 22 Nov 2026."
        assert dialog.general.folder.text() == "/home/host/backups"
        dialog.show_snapshot(replace(SNAPSHOT, copies=DailyCopies("/home/host/backups")))
        assert dialog.general.copy.text() == "There is no copy yet."

    scene.play(story)


# Room and access


@pytest.mark.parametrize("section", Section)
def test_every_section_fits_the_smallest_window_and_large_letters(scene: Scene, section: Section) -> None:
    async def story() -> None:
        usual = QApplication.font()
        large = QApplication.font()
        large.setPointSizeF(usual.pointSizeF() * 1.5)
        QApplication.setFont(large)
        try:
            problems = (Trouble(Code.RECONNECT_NEEDED, Scope.ACCOUNT),)
            dialog = await open_settings(scene, replace(SNAPSHOT, problems=problems), section, Login())
            dialog.resize(720, 480)
            await scene.settle()
            inside = dialog.area.widget()
            assert inside is not None
            assert inside.minimumSizeHint().width() <= dialog.area.viewport().width()
            for each in dialog.findChildren(QPushButton):
                assert not each.isVisible() or each.width() >= each.sizeHint().width(), each.objectName()
        finally:
            QApplication.setFont(usual)

    scene.play(story)


@pytest.mark.parametrize("section", Section)
def test_whatever_takes_the_keyboard_has_a_name(scene: Scene, section: Section) -> None:
    async def story() -> None:
        dialog = await open_settings(scene, section=section, login=Login())
        found = [
            w for w in dialog.findChildren(QWidget) if w.isVisible() and isinstance(w, QAbstractButton | QComboBox)
        ]
        assert found
        for each in found:
            text = each.text() if isinstance(each, QAbstractButton) else ""
            assert each.accessibleName() or text, each.objectName()

    scene.play(story)
