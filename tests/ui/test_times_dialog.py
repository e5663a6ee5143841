"""Copy my times: the dialog by keyboard, what lands on the clipboard, and the tray's way that opens nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.support.snapshots import BERLIN, LINKS, NOW, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.commands import ChangePreferences, Command, Result, ShareTimes
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Preferences
from workestra_desktop.core.offer import Offer
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.ical.proposals import proposal_file
from workestra_desktop.ui.special_days import date_of, show_date
from workestra_desktop.ui.times_copy import Choices, Form
from workestra_desktop.ui.times_dialog import TimesDialog

pytestmark = OFFSCREEN

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def free(count: int) -> tuple[Span, ...]:
    starts = (NOW.replace(minute=0) + timedelta(hours=24 + n) for n in range(count))
    return tuple(Span(start, start + timedelta(minutes=30)) for start in starts)


class Desk:
    """The engine's answers: `count` free times, of which none without a link that is known."""

    def __init__(self, count: int = 3, title: str = "Meeting") -> None:
        self.count, self.title = count, title

    def __call__(self, command: Command) -> Result:
        match command:
            case ShareTimes():
                return Offer(command.slug, self.title, free(self.count), BERLIN, command.guest_zone)
            case ChangePreferences():
                return command.preferences
            case _:
                raise AssertionError(command)


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_the_first_day_lies_where_days_can_be_counted(scene: Scene) -> None:
    async def story() -> None:
        scene.engine.reply = Desk()
        dialog = await opened(scene)
        show_date(dialog.first, date(9999, 12, 31))
        await scene.settle()
        assert date_of(dialog.first) == date(2999, 12, 31)
        question = scene.engine.asked[-1]
        assert isinstance(question, ShareTimes)
        assert question.span.end > NOW + timedelta(days=300_000)
        show_date(dialog.first, date(1999, 12, 31))
        assert date_of(dialog.first) == NOW.date()

    scene.play(story)


async def opened(scene: Scene) -> TimesDialog:
    scene.window.show_snapshot(a_snapshot())
    await scene.show()
    scene.press(Qt.Key.Key_C, CTRL | SHIFT)
    return await the_dialog(scene)


async def the_dialog(scene: Scene) -> TimesDialog:
    await scene.until(lambda: isinstance(scene.window.dialogs.front, TimesDialog))
    found = scene.window.dialogs.front
    assert isinstance(found, TimesDialog)
    await scene.until(found.isActiveWindow)
    return found


def told(scene: Scene) -> str:
    return scene.window.bookings_page.notices.text.text()


def test_two_keys_copy_the_times_as_text_and_with_formatting(scene: Scene) -> None:
    async def story() -> None:
        scene.engine.reply = Desk()
        await opened(scene)
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: scene.window.dialogs.front is None)
        assert clipboard().text().startswith("These times are free for “Meeting” (30 min):\n\nTue 24 Nov 2026\n")
        assert "1. 10:00–10:30 (Berlin, UTC+1)" in clipboard().text()
        assert "<li>10:00–10:30 (Berlin, UTC+1)</li>" in clipboard().html()
        assert told(scene) == "Copied 3 times for “Meeting”."
        (asked,) = {c.span for c in scene.engine.of(ShareTimes)}
        assert asked == Span(NOW, (NOW + timedelta(days=7)).replace(hour=23, minute=0) - timedelta(days=1))
        assert scene.engine.of(ChangePreferences) == []

    scene.play(story)


def test_return_before_the_answer_copies_when_it_comes(scene: Scene) -> None:
    async def story() -> None:
        QGuiApplication.clipboard().setText("before")
        await opened(scene)
        scene.press(Qt.Key.Key_Return)
        await scene.settle()
        assert clipboard().text() == "before"
        scene.engine.reply = Desk(1)
        for ask in scene.engine.open:
            scene.engine.answer(ask)
        await scene.until(lambda: scene.window.dialogs.front is None)
        assert told(scene) == "Copied 1 time for “Meeting”."

    scene.play(story)


def test_choices_change_the_preview_and_are_kept_for_the_next_time(scene: Scene) -> None:
    async def story() -> None:
        scene.engine.reply = Desk()
        dialog = await opened(scene)
        await scene.settle()
        dialog.link.setCurrentIndex(1)
        dialog.minutes.setCurrentIndex(1)
        dialog.days.setCurrentIndex(2)
        dialog.form.setCurrentIndex(1)
        dialog.guest_zone.setEditText("asia/tokyo")
        await scene.settle()
        assert "1. 10:00–10:30 (Berlin, UTC+1) = 18:00–18:30 (Tokyo, UTC+9)" in dialog.preview.toPlainText()
        assert "**Tue 24 Nov 2026**" in dialog.preview.toPlainText()
        dialog.go.click()
        await scene.until(lambda: scene.window.dialogs.front is None)
        assert clipboard().text().startswith("These times are free for “Meeting” (30 min):\n\n**Tue 24 Nov 2026**")
        assert not clipboard().hasHtml()
        last = scene.engine.of(ShareTimes)[-1]
        assert (last.slug, last.minutes, last.guest_zone) == ("lesson", 60, "Asia/Tokyo")
        await scene.until(lambda: bool(scene.engine.of(ChangePreferences)))
        (kept,) = scene.engine.of(ChangePreferences)
        assert kept.preferences == Preferences(guest_zone="Asia/Tokyo")
        assert scene.window.dialogs.times.choices == Choices("lesson", 60, 30, Form.MARKDOWN)
        scene.window.show_snapshot(a_snapshot(preferences=kept.preferences, links=LINKS[:1]))
        scene.window.dialogs.copy_times()
        again = await the_dialog(scene)
        assert again.choices == Choices("meeting", 30, 30, Form.MARKDOWN)
        assert again.guest_zone.currentText() == "Asia/Tokyo"
        again.reject()

    scene.play(story)


def test_a_zone_there_is_not_is_told_and_nothing_is_copied(scene: Scene) -> None:
    async def story() -> None:
        QGuiApplication.clipboard().setText("before")
        scene.engine.reply = Desk()
        dialog = await opened(scene)
        dialog.guest_zone.setEditText("Tok")
        dialog.go.click()
        await scene.settle()
        assert "Tok" in dialog.trouble.message.text()
        assert dialog.guest_zone.hasFocus()
        assert clipboard().text() == "before"
        dialog.guest_zone.setEditText("")
        await scene.settle()
        assert not dialog.trouble.isVisible()
        dialog.reject()

    scene.play(story)


def test_where_nothing_is_free_nothing_is_copied_and_more_days_are_offered(scene: Scene) -> None:
    async def story() -> None:
        QGuiApplication.clipboard().setText("before")
        scene.engine.reply = Desk(0)
        dialog = await opened(scene)
        await scene.until(lambda: bool(dialog.preview.toPlainText()))
        assert dialog.preview.toPlainText().startswith("No free time in 7 days from today. Choose more days")
        assert not dialog.go.isEnabled()
        assert dialog.days.hasFocus()
        scene.press(Qt.Key.Key_Return)
        await scene.settle()
        assert clipboard().text() == "before"
        scene.engine.reply = Desk(2)
        dialog.days.setCurrentIndex(1)
        await scene.until(dialog.go.isEnabled)
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: told(scene) == "Copied 2 times for “Meeting”.")

    scene.play(story)


def test_what_the_desk_refuses_is_told_in_the_dialog_until_it_knows(scene: Scene) -> None:
    async def story() -> None:
        def refuse(command: Command) -> Result:
            raise fail(Code.OFFLINE, "Free times are not known yet: 1 of 3 calendars are read.")

        scene.engine.reply = refuse
        dialog = await opened(scene)
        await scene.until(dialog.trouble.isVisible)
        assert not dialog.go.isEnabled()
        assert dialog.preview.toPlainText() == ""
        scene.engine.reply = Desk()
        scene.window.show_snapshot(a_snapshot())
        await scene.until(dialog.go.isEnabled)
        assert not dialog.trouble.isVisible()
        dialog.reject()

    scene.play(story)


def test_a_hostile_title_is_text_in_the_preview_and_fetches_nothing(scene: Scene) -> None:
    async def story() -> None:
        scene.engine.reply = Desk(title='<img src="file:///etc/hostname"><a href="https://x.example">')
        dialog = await opened(scene)
        await scene.until(lambda: bool(dialog.preview.toPlainText()))
        assert '“<img src="file:///etc/hostname"><a href="https://x.example">”' in dialog.preview.toPlainText()
        assert "\ufffc" not in dialog.preview.toPlainText()
        image = QTextDocument.ResourceType.ImageResource
        assert not dialog.preview.document().resource(image, QUrl.fromLocalFile(__file__))
        dialog.reject()

    scene.play(story)


async def save_as(scene: Scene, dialog: TimesDialog, path: Path) -> None:
    """What a person does in the box that asks where."""
    dialog.save.click()
    await scene.until(lambda: any(box.isVisible() for box in dialog.findChildren(QFileDialog)))
    box = next(box for box in dialog.findChildren(QFileDialog) if box.isVisible())
    assert [Path(file).name for file in box.selectedFiles()] == ["times-meeting.ics"]
    line = box.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    box.accept()


def test_the_calendar_file_is_saved_whole_or_not_at_all(scene: Scene, tmp_path: Path) -> None:
    async def story() -> None:
        scene.engine.reply = Desk()
        await scene.show()
        dialogs = scene.window.dialogs
        snapshot = a_snapshot()
        dialog = TimesDialog(scene.courier, dialogs.times, snapshot, lambda: NOW, scene.window, proposal_file)
        dialog.open()
        await scene.until(lambda: dialog.offer is not None)
        assert dialog.save.isVisible()
        offer = dialog.offer
        assert offer is not None
        there = tmp_path / "times.ics"
        await save_as(scene, dialog, there.with_suffix(""))  # the ending comes by itself
        await scene.until(lambda: dialog.said.text() == "Saved as times.ics.")
        events = icalendar.Calendar.from_ical(there.read_bytes()).walk("VEVENT")
        assert [e.decoded("DTSTART") for e in events] == [slot.start for slot in offer.slots]
        dialog.save_to(str(tmp_path / "no" / "times.ics"), offer)
        assert dialog.trouble.isVisible()
        assert not dialog.said.isVisible()
        dialog.reject()

    scene.play(story)


def test_from_the_tray_they_are_copied_at_once_or_it_says_why_not(scene: Scene) -> None:
    async def story() -> None:
        times = scene.window.dialogs.times
        heard: list[str] = []
        times.told.connect(heard.append)
        QGuiApplication.clipboard().setText("before")
        times.copy_now()
        assert heard == []  # nothing is known yet
        scene.window.show_snapshot(a_snapshot(links=()))
        times.copy_now()
        assert "without a booking link" in heard[-1]
        scene.window.show_snapshot(a_snapshot(preferences=Preferences(guest_zone="Asia/Tokyo")))
        scene.engine.reply = Desk(0)
        times.copy_now()
        await scene.until(lambda: heard[-1].startswith("Nothing copied: no free time in 7 days from today."))
        assert clipboard().text() == "before"
        scene.engine.reply = Desk(3)
        scene.window.tray.menu.times_action.trigger()
        await scene.until(lambda: heard[-1] == "Copied 3 times for “Meeting”.")
        assert "(Tokyo, UTC+9)" in clipboard().text()
        assert clipboard().hasHtml()
        hiding = a_snapshot(preferences=replace(Preferences(), hide_titles=True))
        scene.window.show_snapshot(hiding)
        times.copy_now()
        await scene.until(lambda: heard[-1] == "Copied 3 times.")
        assert told(scene) == "Copied 3 times."

        def refuse(command: Command) -> Result:
            raise fail(Code.NOT_CONNECTED)

        scene.engine.reply = refuse
        times.copy_now()
        await scene.until(lambda: "not connected" in heard[-1].lower())

    scene.play(story)


def test_what_may_not_be_shown_any_more_is_not_shown_by_an_answer_that_was_due(scene: Scene) -> None:
    async def story() -> None:
        times = scene.window.dialogs.times
        heard: list[str] = []
        times.told.connect(heard.append)
        scene.window.show_snapshot(a_snapshot())
        times.copy_now()
        await scene.settle()
        scene.window.show_snapshot(a_snapshot(preferences=Preferences(hide_titles=True)))
        scene.engine.reply = Desk(3)
        for ask in scene.engine.open:
            scene.engine.answer(ask)
        await scene.until(lambda: heard == ["Copied 3 times."])

    scene.play(story)


def test_times_from_a_later_day_on(scene: Scene) -> None:
    async def story() -> None:
        scene.engine.reply = Desk(0)
        dialog = await opened(scene)
        today = NOW.astimezone(ZoneInfo(BERLIN)).date()
        assert date_of(dialog.first) == today
        scene.press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
        assert dialog.first.hasFocus()
        show_date(dialog.first, date(2026, 12, 7))
        await scene.until(lambda: "from Mon 7 Dec 2026" in dialog.preview.toPlainText())
        start = datetime(2026, 12, 6, 23, tzinfo=UTC)
        assert scene.engine.of(ShareTimes)[-1].span == Span(start, start + timedelta(days=7))
        assert dialog.first.hasFocus()
        show_date(dialog.first, today - timedelta(days=3))
        assert date_of(dialog.first) == today
        scene.engine.reply = Desk(2)
        show_date(dialog.first, date(2026, 12, 7))
        await scene.until(dialog.go.isEnabled)
        dialog.go.click()
        await scene.until(lambda: told(scene) == "Copied 2 times for “Meeting”.")
        scene.window.dialogs.times.copy_now()
        assert scene.engine.of(ShareTimes)[-1].span.start == start  # not sent yet
        await scene.until(lambda: scene.engine.of(ShareTimes)[-1].span.start == NOW)
        scene.window.dialogs.copy_times()
        again = await the_dialog(scene)
        assert date_of(again.first) == today
        again.reject()

    scene.play(story)


def test_without_a_link_the_window_says_so(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(links=()))
        await scene.show()
        scene.press(Qt.Key.Key_C, CTRL | SHIFT)
        assert scene.window.dialogs.front is None
        assert "without a booking link" in told(scene)

    scene.play(story)
