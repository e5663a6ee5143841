"""Booking, moving and cancelling: what is asked, and what a refusal leads to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.support.snapshots import BERLIN, LINKS, NOW, a_block, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import Book, Cancel, Command, FindSlots, Reschedule, Result, ShowWeek
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Progress, State
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog
from workestra_desktop.ui.week_canvas import WeekCanvas

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
BOOKING = a_booking("b1", "Anna", 1)


async def open_book(scene: Scene) -> BookDialog:
    scene.window.show_snapshot(a_snapshot(BOOKING))
    await scene.show()
    scene.press(Qt.Key.Key_N, CTRL)
    dialog = await scene.dialog()
    assert isinstance(dialog, BookDialog)
    await scene.until(lambda: dialog.picker.days.count() > 0)
    return dialog


def gone(scene: Scene) -> bool:
    return not any(d.isVisible() for d in scene.window.findChildren(AskingDialog))


def test_a_booking_with_keys_alone(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING

    async def story() -> None:
        dialog = await open_book(scene)
        assert scene.focus is dialog.picker.days
        assert dialog.picker.days.item(0).text() == "Mon 23 Nov · 12 free"
        scene.press(Qt.Key.Key_Down)
        scene.press(Qt.Key.Key_Tab)
        assert scene.focus is dialog.picker.times
        scene.press(Qt.Key.Key_Right)
        for _ in range(6):
            if dialog.guest.hasFocus():
                break
            scene.press(Qt.Key.Key_Tab)
        scene.type("Anna  Weber")
        scene.press(Qt.Key.Key_Tab)
        scene.type("anna@example.org")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))
        selected = scene.window.bookings_page.selected
        assert selected is not None
        assert selected.id == "b1"

    scene.play(story)
    (asked,) = scene.engine.of(Book)
    assert (asked.slug, asked.guest, asked.email, asked.minutes) == ("meeting", "Anna Weber", "anna@example.org", 30)
    assert not asked.offline
    assert asked.start.astimezone(ZoneInfo(BERLIN)).date().isoformat() == "2026-11-24"


def test_what_is_missing_is_said_before_anything_is_asked(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        dialog.submit()
        assert "Choose a time first." in dialog.trouble.message.text()
        assert dialog.picker.times.hasFocus()
        dialog.picker.times.setCurrentRow(0)
        assert not dialog.trouble.isVisible()
        dialog.submit()
        assert "Give the guest's name" in dialog.trouble.message.text()
        assert dialog.guest.hasFocus()
        scene.type("Anna")
        assert not dialog.trouble.isVisible()
        dialog.email.setText("anna")
        dialog.submit()
        assert "not an e-mail address" in dialog.trouble.message.text()
        assert dialog.email.hasFocus()
        dialog.email.clear()
        dialog.note.setPlainText("x" * 10_001)
        dialog.submit()
        assert dialog.note.hasFocus()

    scene.play(story)
    assert scene.engine.of(Book) == []


def test_return_alone_leads_from_the_day_to_the_booking(scene: Scene) -> None:
    """Nobody is scolded for what they were just about to type."""
    scene.engine.reply = lambda _: BOOKING

    async def story() -> None:
        dialog = await open_book(scene)
        scene.press(Qt.Key.Key_Return)
        assert dialog.picker.times.hasFocus()
        scene.press(Qt.Key.Key_Right)
        scene.press(Qt.Key.Key_Return)
        assert dialog.guest.hasFocus()
        assert not dialog.trouble.isVisible()
        scene.type("Anna")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert [asked.guest for asked in scene.engine.of(Book)] == ["Anna"]


def test_a_trouble_goes_at_the_cost_of_the_lists(scene: Scene) -> None:
    """A dialog that grew with each text would lose its buttons below a small screen."""

    async def story() -> None:
        dialog = await open_book(scene)
        before, note = dialog.height(), dialog.note.height()
        lists = dialog.picker.list.height()
        dialog.submit()
        await scene.settle()
        assert dialog.trouble.isVisible()
        assert dialog.height() == before
        assert dialog.note.height() == note >= 2 * dialog.note.fontMetrics().lineSpacing()
        assert dialog.picker.list.height() < lists

    scene.play(story)


def test_return_takes_the_time_under_the_focus(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        scene.press(Qt.Key.Key_Tab)
        assert dialog.picker.times.hasFocus()
        assert dialog.picker.times.selectedItems() == []
        scene.press(Qt.Key.Key_Return)
        assert [item.text() for item in dialog.picker.times.selectedItems()] == ["11:00"]
        assert dialog.guest.hasFocus()

    scene.play(story)
    assert scene.engine.of(Book) == []


def test_another_link_and_duration_ask_for_other_slots(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        assert dialog.minutes.isHidden()
        dialog.link.setCurrentIndex(1)
        dialog.minutes.setCurrentIndex(1)
        await scene.settle()
        assert not dialog.minutes.isHidden()

    scene.play(story)
    last = scene.engine.of(FindSlots)[-1]
    assert (last.slug, last.minutes) == (LINKS[1].slug, 60)


def test_a_week_later_and_back(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        assert dialog.picker.range.text() == "Mon 23 Nov – Sun 29 Nov"
        assert not dialog.picker.earlier.isEnabled()
        dialog.picker.later.click()
        await scene.settle()
        assert dialog.picker.range.text() == "Mon 30 Nov – Sun 6 Dec"
        dialog.picker.earlier.click()
        await scene.settle()
        assert not dialog.picker.earlier.isEnabled()

    scene.play(story)
    first, second, third = (command.span for command in scene.engine.of(FindSlots))
    assert first == third
    assert first.start == NOW
    assert second.start == first.end == datetime(2026, 11, 29, 23, tzinfo=UTC)


def test_a_taken_slot_is_named_and_the_slots_are_read_again(scene: Scene) -> None:
    def taken(_: Command) -> Result:
        raise fail(Code.SLOT_TAKEN, "“Dentist” is there.")

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.times.setCurrentRow(2)
        dialog.guest.setText("Anna")
        scene.engine.reply = taken
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        assert dialog.trouble.message.text() == "“Dentist” is there. Nothing was booked or moved."
        await scene.settle()
        assert dialog.isVisible()

    scene.play(story)
    assert len(scene.engine.of(FindSlots)) == 2


@pytest.mark.parametrize("code", [Code.OFFLINE, Code.ICLOUD_DOWN, Code.BLOCKED, Code.SLOW_DOWN])
def test_without_icloud_the_host_may_queue_it(scene: Scene, code: Code) -> None:
    def unreachable(command: Command) -> Result:
        if isinstance(command, Book) and not command.offline:
            raise fail(code)
        return BOOKING

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.times.setCurrentRow(0)
        dialog.guest.setText("Anna")
        scene.engine.reply = unreachable
        dialog.submit()
        await scene.until(dialog.trouble.action.isVisible)
        assert scene.focus is dialog.trouble.action
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))

    scene.play(story)
    first, second = scene.engine.of(Book)
    assert second == replace(first, offline=True)


def test_other_refusals_offer_no_queue(scene: Scene) -> None:
    def refuse(_: Command) -> Result:
        raise fail(Code.WRITE_REFUSED)

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.times.setCurrentRow(0)
        dialog.guest.setText("Anna")
        scene.engine.reply = refuse
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        assert not dialog.trouble.action.isVisible()
        assert scene.focus is dialog.go

    scene.play(story)


def test_stop_closes_and_a_late_answer_harms_nobody(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.times.setCurrentRow(0)
        dialog.guest.setText("Anna")
        dialog.submit()
        dialog.submit()
        await scene.until(lambda: bool(scene.engine.open))
        assert dialog.stop.isVisible()
        assert scene.focus is dialog.stop
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))
        scene.engine.reply = lambda _: BOOKING
        scene.engine.answer(scene.engine.open[0])
        await scene.settle()
        assert gone(scene)

    scene.play(story)
    assert len(scene.engine.of(Book)) == 1


def test_before_the_first_read_no_slot_is_offered(scene: Scene) -> None:
    """[01]"""

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(complete=False))
        scene.window.show_progress(Progress(1, 4, "Work", 10, 20, 64_700))
        await scene.show()
        scene.window.new_booking()
        dialog = await scene.dialog()
        assert isinstance(dialog, BookDialog)
        message = dialog.picker.message
        assert message.text() == "Free times are not known yet.\nReading 2 of 4: Work — 10 of 20 events, 64 kB"
        assert not dialog.picker.other.isEnabled()
        dialog.guest.setText("Anna")
        dialog.submit()
        assert "not known yet" in dialog.trouble.message.text()
        assert scene.engine.asked == []
        scene.window.show_progress(Progress(2, 4, "Family", 0, 0))
        assert message.text().endswith("Reading 3 of 4: Family")
        scene.window.show_snapshot(a_snapshot())
        await scene.until(lambda: dialog.picker.days.count() > 0)

    scene.play(story)


def test_a_time_outside_the_rules(scene: Scene) -> None:
    def outside(command: Command) -> Result:
        if isinstance(command, Book) and not command.outside_rules:
            raise fail(Code.OUTSIDE_RULES)
        return BOOKING

    async def story() -> None:
        dialog = await open_book(scene)
        scene.engine.reply = outside
        dialog.guest.setText("Anna")
        dialog.picker.other.click()
        at = QDateTime(QDate(2026, 11, 24), QTime(7, 15), dialog.picker.edit.dateTime().timeZone())
        dialog.picker.edit.setDateTime(at)
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        assert scene.focus is dialog.picker.outside
        scene.press(Qt.Key.Key_Space)
        dialog.submit()
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert [b.outside_rules for b in scene.engine.of(Book)] == [False, True]
    assert {b.start for b in scene.engine.of(Book)} == {datetime(2026, 11, 24, 6, 15, tzinfo=UTC)}


def test_a_time_that_the_clocks_skip_is_refused(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        dialog.guest.setText("Anna")
        dialog.picker.other.click()
        at = QDateTime(QDate(2027, 3, 28), QTime(2, 30), dialog.picker.edit.dateTime().timeZone())
        dialog.picker.edit.setDateTime(at)
        dialog.submit()
        assert "does not exist in Europe/Berlin" in dialog.trouble.message.text()

    scene.play(story)
    assert scene.engine.of(Book) == []


def test_a_booking_is_moved_past_itself(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(BOOKING))
        await scene.show()
        scene.window.bookings_page.focus_first()
        scene.press(Qt.Key.Key_Return)
        dialog = await scene.dialog()
        assert isinstance(dialog, RescheduleDialog)
        await scene.until(lambda: dialog.picker.days.count() > 0)
        dialog.picker.days.setCurrentRow(2)
        dialog.picker.times.setCurrentRow(1)
        start = dialog.picker.chosen
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))
        assert scene.engine.of(Reschedule) == [Reschedule("b1", start)]

    scene.play(story)
    assert scene.engine.of(FindSlots)[0].but_not == "b1"
    assert scene.engine.of(FindSlots)[0].minutes == 30


def test_another_time_is_looked_for_around_the_old_one(scene: Scene) -> None:
    later = a_booking("b2", "Ben", 16)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(later))
        await scene.show()
        scene.window.reschedule(later)
        dialog = await scene.dialog()
        assert isinstance(dialog, RescheduleDialog)
        await scene.until(lambda: dialog.picker.days.count() > 0)
        assert dialog.picker.range.text() == "Mon 7 Dec – Sun 13 Dec"
        assert dialog.picker.days.currentItem().text().startswith("Wed 9 Dec")

    scene.play(story)


def test_a_refusal_makes_room_for_itself(scene: Scene) -> None:
    def offline(_: Command) -> Result:
        raise fail(Code.OFFLINE)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(BOOKING))
        await scene.show()
        scene.window.cancel(BOOKING)
        dialog = await scene.dialog()
        assert isinstance(dialog, CancelDialog)
        scene.engine.reply = offline
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        await scene.settle()
        assert dialog.reason.geometry().bottom() < dialog.trouble.geometry().top()
        message = dialog.trouble.message
        assert message.height() >= message.heightForWidth(message.width())

    scene.play(story)


def test_a_booking_is_cancelled_with_a_reason(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(BOOKING))
        await scene.show()
        scene.window.bookings_page.focus_first()
        scene.press(Qt.Key.Key_Delete)
        assert isinstance(await scene.dialog(), CancelDialog)
        scene.type("Ill")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert scene.engine.of(Cancel) == [Cancel("b1", "Ill")]


def test_keeping_a_booking_asks_nothing(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(BOOKING, problems=(Trouble(Code.OFFLINE),)))
        await scene.show()
        scene.window.cancel(BOOKING)
        await scene.dialog()
        scene.press(Qt.Key.Key_Escape)
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert scene.engine.asked == []


def test_a_time_picked_from_the_calendar_with_the_mouse(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING
    scene.engine.blocks = (a_block("Dentist", at(25, 10)),)

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.by_calendar.click()
        await scene.until(dialog.picker.calendar.isVisible)
        canvas, line = dialog.picker.calendar.picture.canvas, dialog.picker.calendar.line
        await scene.settle()
        assert dialog.picker.range.text() == "Mon 23 Nov – Thu 26 Nov"
        assert dialog.picker.calendar.slot is None
        dialog.submit()
        assert "Choose a time first." in dialog.trouble.message.text()
        assert canvas.hasFocus()
        click(canvas, at(25, 10, 20))
        assert line.text() == "Wednesday 25 November, 10:20: Dentist (Work)"
        click(canvas, at(25, 11, 40))
        assert line.text() == "Wed 25 Nov, 11:30 – 12:00"
        assert not dialog.trouble.isVisible()
        dialog.guest.setText("Anna")
        dialog.submit()
        await scene.until(lambda: gone(scene))

    scene.play(story)
    (asked,) = scene.engine.of(Book)
    assert asked.start == at(25, 11, 30)
    shown = scene.engine.of(ShowWeek)[-1]
    assert (shown.slug, shown.minutes, shown.span) == ("meeting", 30, Span(at(23, 0), at(27, 0)))


def test_a_time_picked_from_the_calendar_with_keys(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING

    async def story() -> None:
        dialog = await open_book(scene)
        scene.press(Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
        await scene.until(dialog.picker.calendar.isVisible)
        await scene.settle()
        assert dialog.picker.calendar.picture.canvas.hasFocus()
        assert dialog.picker.calendar.slot is None
        scene.press(Qt.Key.Key_Right)
        assert dialog.picker.chosen == at(24, 11)
        scene.press(Qt.Key.Key_N)
        assert dialog.picker.chosen == at(24, 11, 30)
        for _ in range(3):
            scene.press(Qt.Key.Key_Right)
        await scene.until(lambda: dialog.picker.range.text() == "Fri 27 Nov – Mon 30 Nov")
        await scene.settle()
        assert dialog.picker.chosen == at(27, 11, 30)
        scene.press(Qt.Key.Key_Return)
        assert dialog.isVisible()
        for _ in range(4):
            if dialog.guest.hasFocus():
                break
            scene.press(Qt.Key.Key_Tab)
        scene.type("Anna")
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert [asked.start for asked in scene.engine.of(Book)] == [at(27, 11, 30)]


def test_list_and_calendar_keep_the_time(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.days.setCurrentRow(4)
        dialog.picker.times.setCurrentRow(15)
        start = dialog.picker.chosen
        assert start == at(27, 16, 30)
        dialog.picker.by_calendar.click()
        await scene.until(lambda: dialog.picker.calendar.slot is not None)
        assert dialog.picker.chosen == start
        assert dialog.picker.range.text() == "Fri 27 Nov – Mon 30 Nov"
        await scene.settle()
        assert not dialog.picker.calendar._mark.visibleRegion().isEmpty()
        dialog.picker.by_list.click()
        await scene.until(lambda: bool(dialog.picker.times.selectedItems()))
        assert dialog.picker.chosen == start
        assert dialog.picker.range.text() == "Mon 23 Nov – Sun 29 Nov"

    scene.play(story)


def test_a_booking_moves_within_the_calendar(scene: Scene) -> None:
    scene.engine.reply = lambda _: BOOKING
    scene.engine.bookings = (BOOKING,)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(BOOKING))
        await scene.show()
        scene.window.reschedule(BOOKING)
        dialog = await scene.dialog()
        assert isinstance(dialog, RescheduleDialog)
        dialog.picker.by_calendar.click()
        await scene.until(dialog.picker.calendar.isVisible)
        await scene.settle()
        click(dialog.picker.calendar.picture.canvas, BOOKING.start + timedelta(minutes=35))
        dialog.submit()
        await scene.until(lambda: gone(scene))

    scene.play(story)
    assert scene.engine.of(ShowWeek)[-1].but_not == "b1"
    assert scene.engine.of(Reschedule) == [Reschedule("b1", BOOKING.start + timedelta(minutes=30))]


def test_a_slot_that_is_gone_is_no_longer_chosen_in_the_calendar(scene: Scene) -> None:
    def taken(_: Command) -> Result:
        raise fail(Code.SLOT_TAKEN, "“Dentist” is there.")

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.by_calendar.click()
        await scene.until(dialog.picker.calendar.isVisible)
        await scene.settle()
        click(dialog.picker.calendar.picture.canvas, at(25, 10, 20))
        assert dialog.picker.chosen == at(25, 10)
        dialog.guest.setText("Anna")
        scene.engine.reply = taken
        scene.engine.blocks = (a_block("Dentist", at(25, 10)),)
        dialog.submit()
        await scene.until(dialog.trouble.isVisible)
        await scene.settle()
        assert dialog.picker.calendar.slot is None
        assert not dialog.picker.calendar._mark.isVisible()

    scene.play(story)


@pytest.mark.parametrize("calendar", [False, True])
def test_no_two_things_in_the_dialog_share_a_letter_with_alt(scene: Scene, calendar: bool) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        if calendar:
            dialog.picker.by_calendar.click()
        dialog.picker.other.click()
        await scene.settle()
        texts = [w.text() for w in dialog.findChildren(QAbstractButton) if w.isVisible()]
        texts += [w.text() for w in dialog.findChildren(QLabel) if w.isVisible() and w.buddy() is not None]
        letters = [QKeySequence.mnemonic(text).toString() for text in texts]
        assert "Alt+C" in letters
        assert sorted(filter(None, letters)) == sorted({*letters} - {""})

    scene.play(story)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """On a day of November 2026, in Berlin."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


def click(canvas: WeekCanvas, moment: datetime) -> None:
    point = canvas.point_of(moment)
    assert point is not None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=point)


def test_times_are_asked_for_again_when_something_may_have_taken_them(scene: Scene) -> None:
    """A poll that found nothing asks for nothing; the choice stays where it is still free."""

    async def story() -> None:
        dialog = await open_book(scene)
        dialog.picker.days.setCurrentRow(1)
        dialog.picker.times.setCurrentRow(3)
        chosen = dialog.picker.chosen
        asked = len(scene.engine.of(FindSlots))
        scene.window.show_snapshot(a_snapshot(BOOKING, last_poll=NOW, state=State.SYNCING))
        assert len(scene.engine.of(FindSlots)) == asked
        scene.window.show_snapshot(a_snapshot(BOOKING, a_booking("b2", "Grace", 2)))
        await scene.until(lambda: len(scene.engine.of(FindSlots)) == asked + 1)
        await scene.settle()
        assert dialog.picker.chosen == chosen

    scene.play(story)


def test_links_that_change_meanwhile_change_in_an_open_dialog(scene: Scene) -> None:
    async def story() -> None:
        dialog = await open_book(scene)
        dialog.guest.setText("Ada")
        lesson = replace(LINKS[1], minutes=(60, 45))
        scene.window.show_snapshot(a_snapshot(BOOKING, links=(LINKS[0], lesson)))
        assert [dialog.link.itemText(n) for n in range(dialog.link.count())] == ["Meeting", "Lesson"]
        assert not dialog.preset_note.isVisible()
        scene.window.show_snapshot(a_snapshot(BOOKING, links=(lesson,)))
        assert [dialog.link.itemText(n) for n in range(dialog.link.count())] == ["Lesson"]
        assert dialog.preset_note.text() == "“Meeting” is no longer offered."
        assert [dialog.minutes.itemText(n) for n in range(dialog.minutes.count())] == ["60 min", "45 min"]
        await scene.until(lambda: scene.engine.of(FindSlots)[-1].slug == "lesson")
        dialog.minutes.setCurrentIndex(1)
        scene.window.show_snapshot(a_snapshot(BOOKING, links=(replace(lesson, minutes=(45, 60)),)))
        assert dialog.minutes.currentText() == "45 min"
        assert dialog.guest.text() == "Ada"

    scene.play(story)


def test_times_of_a_twelve_hour_clock_are_not_cut(scene: Scene) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))

    async def story() -> None:
        dialog = await open_book(scene)
        times, metrics = dialog.picker.times, dialog.picker.times.fontMetrics()
        texts = [times.item(row).text() for row in range(times.count())]
        assert any(text.endswith("PM") for text in texts)
        for row, text in enumerate(texts):
            assert times.item(row).sizeHint().width() >= metrics.horizontalAdvance(text) + 20

    try:
        scene.play(story)
    finally:
        QLocale.setDefault(before)
