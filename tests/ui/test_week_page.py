"""The week page: every minute answers, by mouse and by keys, and nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.snapshots import BERLIN, CALENDARS, LINKS, NOW, a_block, a_booking, a_snapshot
from tests.support.windows import OFFSCREEN as OFFSCREEN_REAL
from tests.support.windows import Stage, until
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.commands import Command, Result, RuleEvent, SetLink, ShowWeek
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import first_link
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.slots import Refusal
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.core.week import Week
from workestra_desktop.ui.book_dialog import BookDialog, Preset
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.settings_dialog import SettingsDialog
from workestra_desktop.ui.settings_frame import Section
from workestra_desktop.ui.week_draw import preset_for
from workestra_desktop.ui.week_page import WeekPage
from workestra_desktop.ui.week_span import Days, Extent
from workestra_desktop.ui.why_panel import Shown
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WHERE = ZoneInfo(BERLIN)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """On a day of November 2026, in Berlin."""
    return datetime(2026, 11, day, hour, minute, tzinfo=WHERE).astimezone(UTC)


CALL = a_block("Team call", at(24, 10))
LUNCH = a_block("Lunch", at(24, 12), 60, Reason.FREE)
MAYBE = a_block("Maybe", at(25, 10), 60, Reason.TENTATIVE, calendar=CALENDARS[1].id)
ANNA = a_booking("b1", "Anna", 3, before=15, after=15)


async def open_week(scene: Scene, **fields: Any) -> WeekPage:
    scene.engine.blocks = (CALL, LUNCH, MAYBE)
    scene.engine.bookings = (ANNA,)
    scene.window.show_snapshot(a_snapshot(ANNA, **fields))
    await scene.show()
    scene.press(Qt.Key.Key_2, CTRL)
    await scene.until(lambda: scene.at(Page.WEEK))
    await scene.settle()
    return scene.window.week_page


def inside(page: WeekPage) -> QWidget:
    """What the panel holds."""
    found = page.panel.widget()
    assert found is not None
    return found


def texts(page: WeekPage, name: str) -> list[str]:
    """The panel's texts whose object names end in `name`, without the places to break."""
    labels = inside(page).findChildren(QLabel)
    return [each.text().replace("\u200b", "") for each in labels if each.objectName().endswith(name)]


def pressed(page: WeekPage, name: str) -> QPushButton:
    found = inside(page).findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def answers(page: WeekPage, moment: datetime) -> tuple[bool, list[str]]:
    """Whether the panel offers the minute, and the reasons it gives."""
    page.point(moment)
    (state,) = texts(page, "why_state")
    return state == "Can be booked", [card._why.title for card in page.panel.cards if card._name.startswith("why_")]


def test_the_cursor_begins_on_the_first_time_that_can_be_booked(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        assert page.moment == at(23, 11)
        assert page.pane.picture.canvas.cursor == at(23, 11)
        assert texts(page, "why_day") == ["Monday 23 November"]
        assert texts(page, "why_time") == ["11:00"]
        assert pressed(page, "why_book_0").text() == "Book 11:00 – 11:30"
        assert page.bar.range.text() == "Mon 23 Nov – Sun 29 Nov"
        assert scene.focus is page.pane.picture.canvas

    scene.play(story)
    (asked,) = scene.engine.of(ShowWeek)
    assert asked == ShowWeek("meeting", Span(at(23, 0), at(30, 0)), 30)


def test_every_minute_of_the_week_answers(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        assert {reason.kind for reason in every_minute(page)} == {"past", "begun", "hours", "busy", "buffer", "gap"}

    scene.play(story)


@pytest.mark.parametrize("day", [datetime(2027, 3, 28, 12, tzinfo=UTC), datetime(2027, 10, 31, 12, tzinfo=UTC)])
def test_every_minute_of_a_week_with_a_change_of_clocks_answers(scene: Scene, day: datetime) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.go_to(day)
        await scene.settle()
        assert page.week is not None
        assert page.week.span.start < day < page.week.span.end
        assert page.week.span.end - page.week.span.start in (timedelta(hours=167), timedelta(hours=169))
        assert {reason.kind for reason in every_minute(page)} == {"hours"}
        page.bar.as_list.click()
        page.go_to(day)
        assert page.pane.list.count() == 1
        assert page.pane.list.item(0).text() == "00:00 – 00:00 · Outside your hours"

    scene.play(story)


def test_an_event_tells_what_it_is_and_what_can_be_changed(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(25, 10, 20))
        assert texts(page, "why_state") == ["Cannot be booked"]
        assert texts(page, "why_0_title") == ["Maybe"]
        assert texts(page, "why_0_calendar") == ["Personal"]
        assert texts(page, "why_0_when") == ["Wed 25 Nov, 10:00 – 11:00"]
        assert texts(page, "why_0_setting") == ["Setting: Tentative events block your time"]
        pressed(page, "why_0_settings").click()
        dialog = scene.window.dialogs.front
        assert isinstance(dialog, SettingsDialog) and dialog.section is Section.CALENDARS
        dialog.reject()
        page.point(at(24, 12, 20))
        assert pressed(page, "why_book_0").text() == "Book 12:00 – 12:30"
        assert texts(page, "beside_head") == ["Also there, takes no time"]
        assert texts(page, "beside_0_sentence") == ["The event itself says that you are free."]
        page.point(at(24, 20))
        pressed(page, "why_0_change").click()
        link = scene.window.dialogs.front
        assert isinstance(link, LinkDialog)
        assert link.chosen is not None and link.chosen.link.slug == "meeting"
        link.reject()

    scene.play(story)


def test_the_hosts_word_on_an_event(scene: Scene) -> None:
    def refuse(command: Command) -> Result:
        raise fail(Code.PROFILE_BUSY)

    async def story() -> None:
        page = await open_week(scene)
        page.point(at(24, 10))
        assert pressed(page, "why_0_rule_usual").isChecked()
        scene.engine.reply = lambda _: None
        pressed(page, "why_0_rule_usual").click()
        pressed(page, "why_0_rule_never").setFocus()
        scene.press(Qt.Key.Key_Space)
        await scene.settle()
        assert pressed(page, "why_0_rule_never").isChecked()
        scene.engine.blocks = (replace(CALL, reason=Reason.NEVER), LUNCH, MAYBE)
        scene.window.show_snapshot(a_snapshot(ANNA, event_rules=(EventRule("Team call", Blocking.NEVER, "Team call"),)))
        await scene.settle()
        assert texts(page, "why_state") == ["Can be booked"]
        assert texts(page, "beside_0_setting") == ["Setting: You chose that this event never blocks"]
        assert scene.focus is pressed(page, "beside_0_rule_never")
        scene.engine.reply = refuse
        pressed(page, "beside_0_rule_always").click()
        await scene.settle()
        assert page.notices.isVisible()
        assert pressed(page, "beside_0_rule_never").isChecked()
        assert not pressed(page, "beside_0_rule_always").isChecked()

    scene.play(story)
    never = RuleEvent("Team call", Blocking.NEVER, "Team call")
    assert scene.engine.of(RuleEvent) == [never, replace(never, blocks=Blocking.ALWAYS)]


def test_nothing_is_asked_twice_and_nothing_while_nobody_looks(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        page = await open_week(scene)
        scene.window.show_snapshot(a_snapshot(ANNA, last_poll=NOW, next_poll=NOW + timedelta(minutes=20)))
        read = tuple(replace(c, read_at=NOW + timedelta(minutes=9)) for c in CALENDARS)
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=read, taken_at=NOW + timedelta(minutes=9)))
        page.show_time(NOW)
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 1
        laid_out: list[Week | None] = []
        show_week = page.pane.picture.canvas.show_week

        def count(week: Week | None, *rest: Any) -> None:
            laid_out.append(week)
            show_week(week, *rest)

        monkeypatch.setattr(page.pane.picture.canvas, "show_week", count)
        changed = tuple(replace(c, sync_token="2") for c in CALENDARS)
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=changed))
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 2
        assert laid_out == []
        recoloured = tuple(replace(c, color="#FF0000FF") for c in changed)
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=recoloured))
        await scene.settle()
        assert len(laid_out) == 1
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=changed))
        await scene.settle()
        del scene.engine.asked[2:]
        scene.press(Qt.Key.Key_1, CTRL)
        assert scene.at(Page.BOOKINGS)
        scene.window.show_snapshot(a_snapshot(settings=Settings(tentative_blocks=False)))
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 2
        scene.press(Qt.Key.Key_2, CTRL)
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 3

    scene.play(story)


def test_a_minute_later_what_is_over_is_asked_anew(scene: Scene) -> None:
    now = [NOW]

    async def story() -> None:
        page = await open_week(scene)
        page._now = lambda: now[0]
        now[0] = NOW + timedelta(seconds=40)
        page.show_time(now[0])
        now[0] = NOW + timedelta(seconds=70)
        page.show_time(now[0])
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 2
        page.bar.later.click()
        await scene.settle()
        now[0] = NOW + timedelta(seconds=140)
        page.show_time(now[0])
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 3

    scene.play(story)


def test_the_old_week_stays_until_the_new_one_is_there(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        scene.engine.slow, scene.engine.reply = True, None
        page.bar.later.click()
        await scene.settle()
        page.bar.later.click()
        await scene.settle()
        assert page.bar.range.text() == "Mon 23 Nov – Sun 29 Nov"
        assert texts(page, "why_state") == ["Can be booked"]
        first, second = scene.engine.open
        scene.engine.show_week(first)
        await scene.settle()
        assert page.bar.range.text() == "Mon 23 Nov – Sun 29 Nov"
        scene.engine.show_week(second)
        await scene.settle()
        assert page.bar.range.text() == "Mon 7 Dec – Sun 13 Dec"
        assert page.moment == at(23, 11) + timedelta(weeks=2)

    scene.play(story)


def test_extents_by_button_and_by_menu(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(25, 13))
        page.bar.extents[Extent.FOUR_DAYS].click()
        await scene.settle()
        assert page.bar.range.text() == "Wed 25 Nov – Sat 28 Nov"
        assert page.moment == at(25, 13)
        page.bar.earlier.click()
        await scene.settle()
        assert page.bar.range.text() == "Sat 21 Nov – Tue 24 Nov"
        menu = next(a for a in scene.window.menuBar().actions() if a.text() == "&View").menu()
        assert isinstance(menu, QMenu)
        next(a for a in menu.actions() if a.text() == "&Day").trigger()
        await scene.settle()
        assert page.bar.range.text() == "Saturday 21 November"
        page.bar.now.click()
        await scene.settle()
        assert page.bar.range.text() == "Monday 23 November"
        assert page.moment == NOW.replace(second=0)
        scene.press(Qt.Key.Key_1, CTRL)
        scene.press(Qt.Key.Key_2, CTRL)
        await scene.settle()
        assert page.bar.extent is Extent.DAY

    scene.play(story)


def test_another_link_and_duration(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        assert page.bar.minutes.isHidden()
        page.bar.link.setCurrentIndex(1)
        page.bar.minutes.setCurrentIndex(1)
        await scene.settle()
        assert not page.bar.minutes.isHidden()
        scene.window.show_snapshot(a_snapshot(ANNA, links=(first_link(BERLIN), replace(LINKS[0], slug="a"), LINKS[1])))
        await scene.settle()
        assert page.bar.chosen is not None
        assert (page.bar.chosen[0].slug, page.bar.chosen[1]) == ("lesson", 60)
        scene.window.new_booking()
        dialog = await scene.dialog()
        assert isinstance(dialog, BookDialog)
        assert (dialog._link.slug, dialog._length) == ("lesson", 60)

    scene.play(story)
    last = scene.engine.of(ShowWeek)[-1]
    assert (last.slug, last.minutes) == ("lesson", 60)


def test_the_list_keeps_step_with_the_picture(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(24, 10, 15))
        page.bar.as_list.click()
        lines = page.pane.list
        assert scene.focus is lines
        assert [lines.item(n).text() for n in range(5)] == [
            "00:00 – 09:00 · Outside your hours",
            "09:00 – 09:30 · can be booked",
            "09:30 – 10:00 · can be booked",
            "10:00 – 11:00 · Team call (Work)",
            "11:00 – 11:30 · can be booked",
        ]
        assert lines.currentRow() == 3
        scene.press(Qt.Key.Key_Up)
        assert page.moment == page.pane.picture.canvas.cursor == at(24, 9, 30)
        assert pressed(page, "why_book_0").text() == "Book 09:30 – 10:00"
        scene.press(Qt.Key.Key_Right)
        assert page.pane.list_day.text() == "Wednesday 25 November"
        assert lines.currentItem().text() == "09:30 – 10:00 · can be booked"
        for _ in range(3):
            scene.press(Qt.Key.Key_Left)
        await scene.settle()
        assert page.bar.range.text() == "Mon 16 Nov – Sun 22 Nov"
        assert page.pane.list_day.text() == "Sunday 22 November"
        page.bar.as_list.click()
        assert page.pane.picture.canvas.hasFocus()

    scene.play(story)


def test_a_booking_with_keys_alone(scene: Scene) -> None:
    scene.engine.reply = lambda _: a_booking("new", "Ben", 1)

    async def story() -> None:
        page = await open_week(scene)
        scene.press(Qt.Key.Key_Right)
        scene.press(Qt.Key.Key_N)
        assert page.moment == at(24, 11, 30)
        scene.press(Qt.Key.Key_Return)
        dialog = await scene.dialog()
        assert isinstance(dialog, BookDialog)
        await scene.until(lambda: bool(dialog.picker.times.selectedItems()))
        assert dialog.picker.chosen == at(24, 11, 30)
        assert scene.focus is dialog.guest
        scene.type("Ben")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: scene.window.dialogs.front is None)
        assert page.notices.text.text() == "Booked: Ben, Tue 24 Nov, 10:00 – 10:30"
        scene.window.activateWindow()
        page.notices.look.click()
        assert scene.at(Page.BOOKINGS)

    scene.play(story)


def test_keys_lead_on_to_the_next_week(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        for _ in range(7):
            scene.press(Qt.Key.Key_Right)
        await scene.settle()
        assert page.bar.range.text() == "Mon 30 Nov – Sun 6 Dec"
        assert page.moment == page.pane.picture.canvas.cursor == at(30, 11)
        assert texts(page, "why_day") == ["Monday 30 November"]
        scene.press(Qt.Key.Key_Left)
        await scene.settle()
        assert page.bar.range.text() == "Mon 23 Nov – Sun 29 Nov"
        assert page.moment == at(29, 11)

    scene.play(story)


def test_return_on_a_grey_minute_leads_to_what_can_be_changed(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(24, 10))
        scene.press(Qt.Key.Key_Return)
        assert scene.focus is pressed(page, "why_0_rule_usual")
        scene.press(Qt.Key.Key_Escape)
        assert page.pane.picture.canvas.hasFocus()

    scene.play(story)


def test_a_time_drawn_with_the_mouse(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        canvas = page.pane.picture.canvas
        place = canvas.rect_of(Span(at(24, 14), at(24, 16)))
        middle = place.center().x()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(middle, place.top() + 2))
        for y in range(place.top() + 2, place.bottom(), 10):
            QTest.mouseMove(canvas, QPoint(middle, y))
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(middle, place.bottom() - 2))
        dialog = await scene.dialog()
        assert isinstance(dialog, BookDialog)
        await scene.until(lambda: bool(dialog.picker.times.selectedItems()))
        assert dialog.picker.chosen == at(24, 14)
        assert not dialog.picker.outside_rules
        assert dialog.preset_note.text() == "You drew 2 h; “Meeting” takes 30 min, from 14:00 on."
        dialog.reject()
        await scene.settle()
        assert canvas.chosen is None

    scene.play(story)


def test_a_change_of_mind_before_the_first_answer_counts(scene: Scene) -> None:
    """Always, and at once as usual again: the second word is sent too, though the week still shows the old one."""

    async def story() -> None:
        page = await open_week(scene)
        page.point(CALL.start)
        pressed(page, "why_0_rule_always").click()
        pressed(page, "why_0_rule_usual").click()
        await scene.settle()
        assert [c.blocks for c in scene.engine.of(RuleEvent)] == [Blocking.ALWAYS, Blocking.USUAL]

    scene.play(story)


def test_the_list_follows_a_calendar_that_is_renamed(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.bar.as_list.click()
        page.point(CALL.start)

        def lines() -> list[str]:
            return [page.pane.list.item(n).text() for n in range(page.pane.list.count())]

        assert any("(Work)" in line for line in lines())
        renamed = (replace(CALENDARS[0], name="Office"), *CALENDARS[1:])
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=renamed))
        await scene.until(lambda: any("(Office)" in line for line in lines()))
        assert not any("(Work)" in line for line in lines())

    scene.play(story)


def test_a_time_drawn_outside_the_rules(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.pane.picture.canvas.drawn.emit(Span(at(28, 14), at(28, 14, 30)))
        dialog = await scene.dialog()
        assert isinstance(dialog, BookDialog)
        assert dialog.picker.chosen == at(28, 14)
        assert dialog.picker.outside_rules
        assert dialog.preset_note.text() == "This time is outside the rules of “Meeting”, or taken."

    scene.play(story)


def test_what_a_drawing_asks_for(scene: Scene) -> None:
    async def story() -> None:
        week = (await open_week(scene)).week
        assert week is not None
        drawn = preset_for(week, Span(at(24, 9), at(24, 9, 30)), WHERE)
        assert drawn == Preset("meeting", 30, at(24, 9))
        over_an_event = preset_for(week, Span(at(24, 10, 15), at(24, 11, 45)), WHERE)
        assert (over_an_event.start, over_an_event.outside) == (at(24, 11), False)
        assert "first free time in what you drew is 11:00" in over_an_event.note
        taken = preset_for(week, Span(at(24, 10, 15), at(24, 10, 30)), WHERE)
        assert (taken.start, taken.outside) == (at(24, 10, 15), True)

    scene.play(story)


def test_a_booking_is_opened(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(ANNA.start)
        assert texts(page, "why_0_title") == ["Meeting with Anna"]
        pressed(page, "why_0_open").click()
        assert scene.at(Page.BOOKINGS)
        assert scene.window.bookings_page.selected == ANNA
        scene.window.bookings_page.switch.week.click()
        assert scene.at(Page.WEEK)
        page.point(ANNA.start - timedelta(minutes=5))
        assert texts(page, "why_0_setting") == ["Setting: That booking keeps 15 min free before itself"]
        page.bar.switch.bookings.click()
        assert scene.at(Page.BOOKINGS)

    scene.play(story)


def test_before_the_first_read_the_week_says_so(scene: Scene) -> None:
    """[01]"""

    async def story() -> None:
        page = await open_week(scene, complete=False)
        scene.window.show_progress(Progress(2, 4, "Family", 120, 400, 64_000))
        assert texts(page, "why_day") == ["Not known yet"]
        assert texts(page, "why_progress_line") == ["Reading 3 of 4: Family — 120 of 400 events, 64 kB"]
        assert scene.engine.of(ShowWeek) == []
        scene.window.show_snapshot(a_snapshot(ANNA))
        await scene.settle()
        assert texts(page, "why_state") == ["Can be booked"]
        assert page.pane.picture.canvas.stretch_at(at(24, 10)) is not None
        scene.window.show_snapshot(a_snapshot(ANNA, complete=False))
        assert texts(page, "why_day") == ["Not known yet"]
        assert page.week is None
        assert page.pane.picture.canvas.stretch_at(at(24, 10)) is None

    scene.play(story)


def test_a_week_that_cannot_be_read_says_why_and_is_asked_again(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.PROFILE_BUSY)

    async def story() -> None:
        scene.engine.slow, scene.engine.reply = True, refuse
        page = await open_week(scene)
        assert texts(page, "why_day") != ["Monday 23 November"]
        assert texts(page, "why_state") != [""]
        assert len(scene.engine.of(ShowWeek)) == 1
        scene.window.show_snapshot(a_snapshot(ANNA))
        await scene.settle()
        assert len(scene.engine.of(ShowWeek)) == 2
        scene.engine.slow = False
        pressed(page, "why_again").click()
        await scene.settle()
        assert texts(page, "why_state") == ["Can be booked"]
        scene.engine.slow = True
        page.bar.later.click()
        await scene.settle()
        assert page.week is None
        assert page.bar.range.text() == "Mon 30 Nov – Sun 6 Dec"
        assert page.pane.picture.canvas.stretch_at(at(30, 10)) is None

    scene.play(story)


def test_without_a_link_the_week_leads_to_making_one(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene, links=())
        assert not page.bar.new.isEnabled()
        pressed(page, "why_make_link").click()
        assert isinstance(scene.window.dialogs.front, LinkDialog)
        scene.window.dialogs.front.reject()

    scene.play(story)
    assert scene.engine.of(ShowWeek) == []


def test_titles_from_outside_are_shown_as_they_are(scene: Scene) -> None:
    hostile = "<b>Bold</b> & <img src='https://example.org/x.png'>" + "y" * 400

    async def story() -> None:
        scene.engine.blocks = tuple(a_block(hostile, at(24, 10), uid=str(n)) for n in range(60))
        scene.window.show_snapshot(a_snapshot(calendars=(replace(CALENDARS[0], name=hostile),)))
        await scene.show()
        scene.window.pages.go(Page.WEEK)
        await scene.settle()
        page = scene.window.week_page
        page.point(at(24, 10))
        await scene.settle()
        assert texts(page, "why_0_title")[0].startswith("<b>Bold</b> & <img")
        assert len(page.panel.cards) == 20
        labels = page.findChildren(QLabel)
        assert {label.textFormat() for label in labels if label.text()} == {Qt.TextFormat.PlainText}
        assert inside(page).width() <= page.panel.viewport().width()

    scene.play(story)


def test_the_focus_in_the_panel_survives_a_snapshot(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(24, 10))
        pressed(page, "why_0_rule_never").setFocus()
        same = pressed(page, "why_0_rule_never")
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=tuple(replace(c, sync_token="9") for c in CALENDARS)))
        await scene.settle()
        assert scene.focus is same
        scene.engine.blocks = (replace(CALL, title="Team talk"),)
        scene.window.show_snapshot(a_snapshot(ANNA, calendars=tuple(replace(c, sync_token="8") for c in CALENDARS)))
        await scene.settle()
        assert texts(page, "why_0_title") == ["Team talk"]
        assert scene.focus.objectName() == "why_0_rule_never"

    scene.play(story)


def test_a_problem_leaves_the_host_on_the_page_in_front(scene: Scene) -> None:
    async def story() -> None:
        await open_week(scene)
        scene.window.choose_calendars()
        assert isinstance(scene.window.dialogs.front, SettingsDialog) and scene.at(Page.WEEK)
        scene.window.dialogs.front.reject()
        scene.window.show_snapshot(a_snapshot(problems=(Trouble(Code.OFFLINE),)))
        assert scene.at(Page.WEEK)
        assert scene.window.status.isVisible()

    scene.play(story)


@pytest.mark.parametrize("size", [(960, 640), (720, 480)])
@pytest.mark.parametrize("extent", list(Extent))
def test_nothing_of_the_week_is_cut_off(scene: Scene, size: tuple[int, int], extent: Extent) -> None:
    async def story() -> None:
        scene.window.resize(*size)
        page = await open_week(scene)
        page.show_extent(extent)
        page.bar.link.setCurrentIndex(1)
        await scene.settle()
        page.go_to(at(25, 10, 20))
        await scene.settle()
        assert (scene.window.width(), scene.window.height()) == size
        whole = [page.bar.link, page.bar.minutes, page.bar.new, page.bar.as_list, *page.bar.steps, page.panel]
        whole += [page.bar.switch.bookings, page.bar.switch.week]
        for widget in whole:
            assert page.rect().contains(widget.rect().translated(widget.mapTo(page, QPoint())))
            assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
        card = page.panel.cards[0]
        assert card.mapTo(page.panel.viewport(), card.rect().topRight()).x() <= page.panel.viewport().width()
        assert page.pane.picture.canvas.width() == page.pane.picture.area.viewport().width()

    scene.play(story)


@pytest.mark.parametrize("as_list", [False, True])
def test_no_two_things_of_the_week_share_a_letter_with_alt(scene: Scene, as_list: bool) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.notices.tell("Told", "b1")
        if as_list:
            page.bar.as_list.click()
        texts = [each.text() for each in scene.window.findChildren(QPushButton) if each.isVisible()]
        texts += [action.text() for action in scene.window.menuBar().actions()]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert "Alt+K" in letters
        assert sorted(filter(None, letters)) == sorted({*letters} - {""})

    scene.play(story)


def test_tab_goes_through_the_page_in_reading_order(scene: Scene) -> None:
    async def story() -> None:
        page = await open_week(scene)
        page.point(at(24, 10))
        page.bar.switch.week.setFocus()
        names = []
        for _ in range(16):
            scene.press(Qt.Key.Key_Tab)
            names.append(scene.focus.objectName())
        assert names[:12] == [
            "week_link", "week_new_booking", "week_earlier", "week_today", "week_later", "extent_7",
            "week_as_list", "week_header", "week_canvas", "why_0_rule_usual", "why_0_rule_always",
            "why_0_rule_never",
        ]  # fmt: skip

    scene.play(story)


def test_days_begin_where_weeks_do() -> None:
    sunday = at(29, 12).date()
    week = Days.around(sunday, Extent.WEEK)
    assert (week.first, week.last) == (at(23, 12).date(), sunday)
    assert week.turned(1).span(WHERE) == Span(at(30, 0), at(30, 0) + timedelta(days=7))
    four = Days.around(sunday, Extent.FOUR_DAYS)
    assert four.title(sunday) == "Sun 29 Nov – Wed 2 Dec"
    assert Days(sunday.replace(month=12), Extent.WEEK).title(sunday) == "Tue 29 Dec – Mon 4 Jan 2027"


# With the real engine, reader and server


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def next_monday(where: ZoneInfo) -> datetime:
    """The first midnight of next week."""
    today = datetime.now(where).replace(hour=0, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=7 - today.weekday())).astimezone(UTC)


def a_full_week(icloud: ICloud, monday: datetime) -> None:
    """An event of each sort that is told differently."""
    icloud.mkcalendar("work", "Work")
    icloud.mkcalendar("home", "Home")

    def put(calendar: str, uid: str, day: int, hour: float, minutes: int, *more: str, summary: str) -> None:
        start = monday + timedelta(days=day, hours=hour)
        text = event(uid, start, start + timedelta(minutes=minutes), *more, summary=summary)
        icloud.put(calendar, f"{uid}.ics", text)

    put("work", "call", 0, 10, 60, summary="Team call")
    put("work", "maybe", 1, 13, 45, "STATUS:TENTATIVE", "RRULE:FREQ=DAILY;COUNT=3", summary="Maybe")
    put("home", "lunch", 2, 12, 60, "TRANSP:TRANSPARENT", summary="Lunch")
    put("home", "off", 3, 9, 30, "STATUS:CANCELLED", summary="Off")
    put("home", "nameless", 4, 9, 8 * 60, summary="")
    first = (monday + timedelta(days=5, hours=14)).date()
    icloud.put("home", "day.ics", event("day", first, first + timedelta(days=1), "TRANSP:OPAQUE", summary="A day out"))


@OFFSCREEN_REAL
def test_every_minute_answers_in_the_real_window(stage: Stage, icloud: ICloud, tmp_path: Path) -> None:
    run = stage.open(tmp_path / "profile", icloud.url)

    async def story() -> None:
        await run.start()
        page = run.window.week_page
        where = ZoneInfo(run.now.host_zone)
        monday = next_monday(where)
        a_full_week(icloud, monday)
        await run.set_up()
        run.press(Qt.Key.Key_2, CTRL)
        await until("the week", lambda: page.week is not None)
        page.bar.later.click()
        await until("next week", lambda: page.week is not None and page.week.span.start == monday)

        kinds = {reason.kind for reason in every_minute(page)}
        assert kinds == {"hours", "busy", "gap"}
        days = (monday.astimezone(where).date(), (monday + timedelta(days=2, hours=12)).astimezone(where).date())
        notice = int((monday + timedelta(days=1) - datetime.now(UTC)) / timedelta(minutes=1))
        narrow = replace(run.now.links[0], before=10, after=10, notice=notice, step=40, window=days, max_per_day=1)
        await run.app.courier.ask(SetLink(narrow))
        await until("the link in the week", lambda: page.week is not None and page.week.link == narrow)
        kinds |= {reason.kind for reason in every_minute(page)}
        assert kinds >= {"hours", "busy", "buffer", "gap", "notice", "window"}

        await run.app.courier.ask(SetLink(replace(narrow, notice=0, step=30, before=0, after=0, window=None)))
        await until("the link in the week", lambda: page.week is not None and page.week.link.notice == 0)
        page.point(monday + timedelta(hours=10, minutes=20))
        assert texts(page, "why_state") == ["Cannot be booked"]
        assert texts(page, "why_0_title") == ["Team call"]
        pressed(page, "why_0_rule_never").click()
        await until("the time to open up", lambda: texts(page, "why_state") == ["Can be booked"])
        assert texts(page, "beside_0_setting") == ["Setting: You chose that this event never blocks"]
        assert pressed(page, "beside_0_rule_never").isChecked()
        pressed(page, "why_book_0").click()
        dialog = await run.dialog_of(BookDialog)
        await until("the time in it", lambda: bool(dialog.picker.times.selectedItems()))
        run.write("Ada")
        run.press(Qt.Key.Key_Return)
        await run.back()
        await until("the booking in the week", lambda: texts(page, "why_0_title") == ["Meeting with Ada"])
        assert "busy" in {reason.kind for reason in every_minute(page)}
        await run.quit()

    stage.play(story())


def every_minute(page: WeekPage) -> list[Refusal]:
    """Every reason of the week in view. Each minute is open or has one with words; the panel says as much."""
    week, teller = page.week, page._teller
    assert week is not None and teller is not None
    found: list[Refusal] = []
    moment = week.span.start
    while moment < week.span.end:
        shown, stretch = Shown.of(week, moment, teller), week.at(moment)
        assert stretch is not None and shown.known
        assert stretch.open == bool(shown.slots) != bool(shown.whys), moment
        assert all(why.title and why.sentence for why in (*shown.whys, *shown.beside))
        if moment == stretch.span.start:
            found += stretch.reasons
            assert answers(page, moment) == (stretch.open, [why.title for why in shown.whys])
        moment += timedelta(minutes=1)
    return found
