"""Free and busy: each change applies at once, is waited for in sight, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.support.desks import workplace
from tests.support.icalendars import vcalendar, vevent
from tests.support.icloud import ICloud
from tests.support.snapshots import CALENDARS, NOW, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.calendar import AllDay
from workestra_desktop.core.commands import ChangeSettings, Command, FindSlots, Result, RuleEvent
from workestra_desktop.core.interval import Span
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Scope, Trouble, fail
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.settings_dialog import SettingsDialog

pytestmark = OFFSCREEN

EVIL = "<b>Betriebsversammlung</b> der gesamten Belegschaft im großen Saal & {0} \u202etxt"
RULES = (EventRule("u1", Blocking.ALWAYS, "Dentist"), EventRule("u2", Blocking.NEVER, EVIL))
JOURNEY = Stay(date(2026, 12, 1), date(2026, 12, 4), "America/New_York")
SNAPSHOT = a_snapshot(settings=Settings(stays=(JOURNEY,)), event_rules=RULES)


def kept(command: Command) -> Result:
    return command.settings if isinstance(command, ChangeSettings) else None


async def open_busy(scene: Scene, snapshot: Snapshot = SNAPSHOT) -> SettingsDialog:
    await scene.show()
    dialog = SettingsDialog(scene.courier, snapshot, lambda: NOW, scene.window)
    dialog.open()
    await scene.until(dialog.isActiveWindow)
    dialog.enter(Entrance.BUSY)
    return dialog


CHANGES: dict[str, tuple[Callable[[SettingsDialog], None], object]] = {
    "tentative_blocks": (lambda d: d.calendars.busy.tentative.click(), False),
    "unanswered_blocks": (lambda d: d.calendars.busy.unanswered.click(), False),
    "all_day": (lambda d: d.calendars.busy.all_day.button(2).click(), AllDay.NEVER),
    "stays": (lambda d: d.calendars.busy.stays.rows[0].remove.click(), ()),
}


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_applies_at_once_and_is_taken_back(scene: Scene, field: str) -> None:
    scene.engine.reply = kept
    change, value = CHANGES[field]

    async def story() -> None:
        dialog = await open_busy(scene)
        panel = dialog.calendars.busy
        assert dialog.undo.isHidden()
        change(dialog)
        await scene.until(dialog.undo.isVisible)
        changed = replace(SNAPSHOT.settings, **{field: value})  # type: ignore[arg-type]
        assert dialog.kept.settings == changed
        dialog.undo.click()
        await scene.settle()
        assert dialog.kept.settings == SNAPSHOT.settings
        assert dialog.said.text().startswith("Taken back: ")
        assert panel.tentative.isChecked() and panel.unanswered.isChecked()
        assert panel.all_day.checkedId() == 0 and len(panel.stays.rows) == 1
        assert [c.settings for c in scene.engine.of(ChangeSettings)] == [changed, SNAPSHOT.settings]

    scene.play(story)


def test_taking_back_leaves_what_else_has_changed_since(scene: Scene) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        dialog.calendars.busy.tentative.click()
        await scene.until(dialog.undo.isVisible)
        dialog.show_snapshot(replace(SNAPSHOT, settings=Settings(tentative_blocks=False, unanswered_blocks=False)))
        assert not dialog.calendars.busy.unanswered.isChecked()
        dialog.undo.click()
        await scene.settle()
        assert dialog.kept.settings == Settings(tentative_blocks=True, unanswered_blocks=False)

    scene.play(story)


def test_single_events_are_ruled_anew_and_as_usual_again(scene: Scene) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        panel = dialog.calendars.busy
        panel.event_rules.rows[0].blocks.setCurrentIndex(1)
        await scene.until(dialog.undo.isVisible)
        assert dialog.said.text() == "“Dentist” never makes you busy."
        panel.event_rules.rows[0].usual.click()
        await scene.settle()
        assert [row.rule.uid for row in panel.event_rules.rows] == ["u2"]
        dialog.undo.click()
        await scene.settle()
        assert {row.rule.uid: row.rule.blocks for row in panel.event_rules.rows} == {
            "u1": Blocking.NEVER, "u2": Blocking.NEVER,
        }  # fmt: skip

    scene.play(story)
    assert scene.engine.of(RuleEvent) == [
        RuleEvent("u1", Blocking.NEVER, "Dentist"), RuleEvent("u1", Blocking.USUAL, "Dentist"),
        RuleEvent("u1", Blocking.NEVER, "Dentist"),
    ]  # fmt: skip


def test_a_journey_is_added_and_a_wrong_one_is_not(scene: Scene) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        stays = dialog.calendars.busy.stays
        stays.first.setDate(QDate(2026, 12, 4))
        assert stays.last.date() == QDate(2026, 12, 4)
        stays.timezone.setEditText("asia/tokyo")
        stays.add.click()
        assert "Tue 1 Dec 2026 – Fri 4 Dec 2026 · America/New York" in stays.wrong.text()
        stays.first.setDate(QDate(2026, 12, 6))
        assert stays.wrong.isHidden()
        stays.last.setDate(QDate(2026, 12, 5))
        stays.add.click()
        assert "before the first" in stays.wrong.text()
        stays.last.setDate(QDate(2026, 12, 9))
        stays.timezone.setEditText("Nowhere")
        stays.add.click()
        assert "Nowhere" in stays.wrong.text()
        assert scene.engine.of(ChangeSettings) == []
        stays.timezone.setEditText("asia/tokyo")
        stays.add.click()
        await scene.until(dialog.undo.isVisible)
        assert dialog.kept.settings.stays == (JOURNEY, Stay(date(2026, 12, 6), date(2026, 12, 9), "Asia/Tokyo"))
        assert len(stays.rows) == 2

    scene.play(story)


def test_while_an_answer_is_due_nothing_else_is_changed_and_the_focus_comes_back(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_busy(scene)
        panel = dialog.calendars.busy
        panel.unanswered.setFocus()
        scene.press(Qt.Key.Key_Space)
        await scene.settle()
        assert dialog.busy_bar.isVisible()
        assert not panel.tentative.isEnabled()
        dialog.show_snapshot(SNAPSHOT)  # taken before the change was kept
        assert not panel.unanswered.isChecked()
        scene.engine.reply = kept
        scene.engine.answer(scene.engine.open.pop())
        await scene.until(dialog.undo.isVisible)
        assert panel.unanswered.hasFocus() and not panel.unanswered.isChecked()
        assert dialog.busy_bar.isHidden()

    scene.play(story)
    assert len(scene.engine.of(ChangeSettings)) == 1


def test_a_refused_change_is_told_and_shown_as_it_is_kept(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.PROFILE_BUSY, "Another Workestra is at work.")

    scene.engine.reply = refuse

    async def story() -> None:
        dialog = await open_busy(scene)
        panel = dialog.calendars.busy
        panel.tentative.click()
        await scene.until(dialog.trouble.isVisible)
        assert panel.tentative.isChecked()
        panel.event_rules.rows[1].blocks.setCurrentIndex(0)
        await scene.settle()
        assert panel.event_rules.rows[1].blocks.currentIndex() == 1
        panel.all_day.button(1).click()
        await scene.settle()
        assert panel.all_day.checkedId() == 0
        assert dialog.undo.isHidden()

    scene.play(story)


def test_what_could_not_be_read_is_not_hidden(scene: Scene) -> None:
    problems = (
        Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, "In “Work”: <i>x</i> has no end."),
        Trouble(Code.UNREADABLE_EVENT, Scope.CALENDAR, "In “Work”: y repeats every second."),
        Trouble(Code.OFFLINE, Scope.ACCOUNT),
    )
    calendars = (CALENDARS[0], replace(CALENDARS[1], busy=False, name="<b>Mine</b>"))

    async def story() -> None:
        dialog = await open_busy(scene, replace(SNAPSHOT, problems=problems, calendars=calendars))
        panel = dialog.calendars.busy
        assert panel.problem_count.text().startswith("2 problems.")
        assert "<i>x</i> has no end." in panel.problems.text() and "every second" in panel.problems.text()
        assert [row.name.text() for row in dialog.calendars.rows.values()] == ["Work", "<b>Mine</b>"]
        assert [row.busy.isChecked() for row in dialog.calendars.rows.values()] == [True, False]
        assert panel.event_rules.rows[1].findChild(QLabel, "rule_title").text().startswith("<b>Betriebs")  # type: ignore[union-attr]
        assert all(t.textFormat() is Qt.TextFormat.PlainText for t in dialog.findChildren(QLabel) if t.text())
        dialog.show_snapshot(SNAPSHOT)
        assert not panel.problem_count.isVisible()
        dialog.show_snapshot(replace(SNAPSHOT, complete=False))
        dialog.show_progress(Progress(0, 2, "Work", 3, 9))
        assert panel.reading.text().startswith("Reading 1 of 2: Work — 3 of 9 events") and panel.reading.isVisible()

    scene.play(story)


def test_everything_is_reached_with_keys_and_shown_whole_at_the_smallest_size(scene: Scene) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        panel = dialog.calendars.busy
        dialog.resize(dialog.minimumSize())
        await scene.settle()
        inside = dialog.area.widget()
        assert inside is not None and inside.minimumSizeHint().width() <= dialog.area.viewport().width()
        for each in dialog.findChildren(QPushButton):
            assert not each.isVisible() or each.width() >= each.sizeHint().width(), each.objectName()
        assert panel.tentative.hasFocus()
        seen: list[QWidget] = []
        for _ in range(60):
            if scene.focus not in seen:  # Tab goes through day, month and year of a date first
                seen.append(scene.focus)
            scene.press(Qt.Key.Key_Tab)
        first, second = panel.event_rules.rows
        order: list[QWidget] = [
            panel.tentative, panel.unanswered, panel.all_day.button(0), first.blocks, first.usual, second.blocks,
            second.usual, panel.stays.rows[0].remove, panel.stays.first, panel.stays.last, panel.stays.timezone,
            panel.stays.add, dialog.dismiss,
        ]  # fmt: skip
        assert [each for each in seen if each in order] == order
        scene.press(Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    scene.play(story)


@pytest.mark.parametrize(
    "snapshot",
    [SNAPSHOT, replace(SNAPSHOT, event_rules=()), replace(SNAPSHOT, settings=Settings(), event_rules=())],
    ids=["rules", "journeys", "neither"],
)
def test_return_presses_no_button_but_the_one_that_has_the_focus(scene: Scene, snapshot: Snapshot) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene, snapshot)
        panel = dialog.calendars.busy
        stays = panel.stays
        seen: list[QWidget] = []
        for _ in range(60):
            scene.press(Qt.Key.Key_Tab)
            if scene.focus in seen or isinstance(scene.focus, QPushButton):
                continue
            seen.append(scene.focus)
            if scene.focus in (stays.first, stays.last, stays.timezone):
                continue
            for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                scene.press(key)
                await scene.settle()
            assert dialog.isVisible() and stays.wrong.isHidden(), scene.focus.objectName()
            assert scene.engine.asked == [], scene.focus.objectName()
        assert {
            panel.tentative,
            panel.unanswered,
            panel.all_day.button(0),
        } < set(seen)
        assert {row.blocks for row in panel.event_rules.rows} < set(seen)
        if panel.event_rules.rows:
            panel.event_rules.rows[1].usual.setFocus()
            scene.press(Qt.Key.Key_Return)
            await scene.until(dialog.undo.isVisible)
            assert [c.uid for c in scene.engine.of(RuleEvent)] == ["u2"]
            dialog.undo.setFocus()
            scene.press(Qt.Key.Key_Return)
            await scene.until(lambda: len(scene.engine.of(RuleEvent)) == 2)
        await scene.settle()
        dialog.dismiss.setFocus()
        scene.press(Qt.Key.Key_Return)
        assert not dialog.isVisible()

    scene.play(story)


@pytest.mark.parametrize("field", ["first", "last", "timezone"])
def test_return_in_a_field_of_the_journey_adds_it(scene: Scene, field: str) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        dialog.calendars.busy.stays.first.setDate(QDate(2026, 12, 6))
        getattr(dialog.calendars.busy.stays, field).setFocus()
        scene.press(Qt.Key.Key_Return)
        await scene.until(dialog.undo.isVisible)
        assert [len(c.settings.stays) for c in scene.engine.of(ChangeSettings)] == [2]

    scene.play(story)


def test_return_among_the_zones_found_chooses_one_and_no_more(scene: Scene) -> None:
    scene.engine.reply = kept

    async def story() -> None:
        dialog = await open_busy(scene)
        box = dialog.calendars.busy.stays.timezone
        line, finder = box.lineEdit(), box.completer()
        assert line is not None and finder is not None
        box.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "kathman")
        popup = finder.popup()
        assert isinstance(popup, QWidget)
        await scene.until(popup.isVisible)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        await scene.settle()
        assert box.zone_name() == "Asia/Kathmandu"
        assert scene.engine.asked == [] and dialog.calendars.busy.stays.wrong.isHidden()

    scene.play(story)


def test_it_is_never_larger_than_the_screen(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        def availableSize(self) -> QSize:  # noqa: N802 - Qt's name
            return QSize(600, 400)

    monkeypatch.setattr(SettingsDialog, "screen", lambda _: Small())

    async def story() -> None:
        dialog = await open_busy(scene)
        assert dialog.width() < 600 and dialog.height() < 400
        dialog.reject()

    scene.play(story)


def test_a_switch_frees_the_time_of_tentative_events(scene: Scene, icloud: ICloud, tmp_path: Path) -> None:
    calendar = icloud.mkcalendar("work")
    start = datetime(2027, 3, 2, 9, tzinfo=UTC)
    text = vcalendar(vevent("t", start, start + timedelta(hours=1), "STATUS:TENTATIVE"))
    icloud.seed(calendar, {"t.ics": text})
    with workplace(tmp_path / "desk", icloud.url) as place:
        place.connect()
        desk = place.desk
        scene.engine.reply = desk.execute
        question = FindSlots("meeting", Span(start, start + timedelta(hours=1)))
        assert desk.execute(question) == ()

        async def story() -> None:
            dialog = await open_busy(scene, desk.snapshot())
            dialog.calendars.busy.tentative.click()
            await scene.until(dialog.undo.isVisible)
            assert len(desk.execute(question)) == 2  # type: ignore[arg-type]
            dialog.undo.click()
            await scene.until(lambda: dialog.said.text().startswith("Taken back: "))
            assert desk.execute(question) == ()

        scene.play(story)
