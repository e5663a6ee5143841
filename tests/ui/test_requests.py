"""A `workestra:` link fills the form of a new booking; it never books, overwrites or piles up, and is never lost."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from tests.support.snapshots import BERLIN, LINKS, NEW, NOW, a_block, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking_request import BookingRequest
from workestra_desktop.core.commands import Book, Command, FindSlots, SeeNotices, ShowWeek
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.request_words import preset_for
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
AT = NOW.replace(hour=13, minute=0) + timedelta(days=2)
"""14:00 on a Wednesday in Berlin."""
LINK = (
    "workestra:book?link=lesson&guest=Ada%20Lovelace&email=ada@example.org&note=One%0ATwo"
    "&start=2026-11-25T14:00&zone=Europe/Berlin&minutes=60"
)
OTHER = "workestra:book?guest=Grace"


def forms(scene: Scene) -> list[BookDialog]:
    return [each for each in scene.window.findChildren(BookDialog) if each.isVisible()]


async def form(scene: Scene) -> BookDialog:
    dialog = await scene.dialog()
    assert isinstance(dialog, BookDialog)
    return dialog


async def at_home(scene: Scene) -> None:
    scene.window.show_snapshot(a_snapshot())
    await scene.show()


def bar(scene: Scene) -> str:
    """What the line above the pages says; nothing if it is not there."""
    line = scene.window._request_bar
    return line.text.text() if line.isVisible() else ""


def waits(dialog: QDialog) -> str:
    line = dialog.findChild(QLabel, "request_waits")
    return line.text() if line is not None else ""


def changing(scene: Scene) -> list[Command]:
    """What was asked of the engine, but for free times and the like."""
    return [each for each in scene.engine.asked if not isinstance(each, FindSlots | ShowWeek | SeeNotices)]


def test_the_form_is_filled_and_only_the_host_books(scene: Scene) -> None:
    booking = a_booking("b1", "Ada Lovelace")

    async def story() -> None:
        await at_home(scene)
        scene.window.open_link(LINK)
        dialog = await form(scene)
        await scene.until(lambda: dialog.picker.decided)
        assert dialog.source.text() == "Filled in from a link. Nothing is booked until you press Book."
        assert dialog.source.isVisible() and dialog.preset_note.isHidden()
        assert (dialog.guest.text(), dialog.email.text()) == ("Ada Lovelace", "ada@example.org")
        assert dialog.note.toPlainText() == "One\nTwo"
        assert (dialog.link.currentIndex(), dialog.minutes.currentText()) == (1, "60 min")
        assert dialog.picker.chosen == AT
        assert changing(scene) == [] and scene.engine.open == []
        scene.engine.reply = lambda _: booking
        dialog.go.click()
        await scene.until(lambda: forms(scene) == [])
        assert changing(scene) == [Book("lesson", AT, "Ada Lovelace", "ada@example.org", "One\nTwo", 60)]

    scene.play(story)


def test_a_return_meant_for_another_window_books_nothing(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.window.open_link(LINK)
        dialog = await form(scene)
        await scene.until(lambda: dialog.picker.decided)
        for field in (dialog.guest, dialog.email, dialog.picker.days, dialog.picker.times, dialog.link, dialog.minutes):
            field.setFocus()
            scene.press(Qt.Key.Key_Return)
            assert dialog.go.hasFocus(), field.objectName()
        assert changing(scene) == []
        scene.press(Qt.Key.Key_Return)
        await scene.settle()
        assert [type(each) for each in changing(scene)] == [Book]

    scene.play(story)


def test_a_form_of_the_hosts_own_still_books_on_return(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.press(Qt.Key.Key_N, CTRL)
        dialog = await form(scene)
        await scene.until(lambda: dialog.picker.days.count() > 0)
        assert dialog.source.isHidden()
        dialog.picker.times.setCurrentRow(0)
        dialog.guest.setFocus()
        scene.type("Ada")
        scene.press(Qt.Key.Key_Return)
        await scene.settle()
        assert [type(each) for each in changing(scene)] == [Book]

    scene.play(story)


def test_a_time_that_is_not_free_is_told_and_can_be_put_in(scene: Scene) -> None:
    scene.engine.blocks = (a_block("Dentist", AT),)

    async def story() -> None:
        await at_home(scene)
        scene.window.open_link(LINK)
        dialog = await form(scene)
        await scene.until(dialog.preset_note.isVisible)
        told = "Wed 25 Nov, 14:00 – 15:00 is not among the free times of this meeting. Choose another time."
        assert dialog.preset_note.text() == told
        assert not dialog.picker.decided
        dialog.picker.other.click()
        assert dialog.picker.chosen == AT

    scene.play(story)


@pytest.mark.parametrize(
    ("request_", "slug", "minutes", "takes", "note"),
    [
        (BookingRequest(), "meeting", 30, False, ""),
        (BookingRequest("lesson"), "lesson", 45, False, ""),
        (BookingRequest("lesson", start=AT, minutes=60), "lesson", 60, True, ""),
        (BookingRequest("gone", start=AT), "meeting", 30, True,
         "There is no booking link “gone”. “Meeting” is chosen instead."),
        (BookingRequest("lesson", minutes=30), "lesson", 45, False, "“Lesson” is not offered with 30 min."),
        (BookingRequest(start=NOW), "meeting", 30, False, "Mon 23 Nov, 10:42 – 11:12 is over. Choose another time."),
        (BookingRequest(start=NOW.replace(year=2019)), "meeting", 30, False,
         "Sat 23 Nov 2019, 10:42 – 11:12 is over. Choose another time."),
        (BookingRequest(start=NOW.replace(year=2998)), "meeting", 30, False,
         "Fri 23 Nov 2998, 10:42 – 11:12 is too far ahead. Choose another time."),
        (BookingRequest("gone", start=NOW, minutes=7), "meeting", 30, False,
         ("There is no booking link “gone”. “Meeting” is chosen instead.\n“Meeting” is not offered with 7 min.\n"
          "Mon 23 Nov, 10:42 – 11:12 is over. Choose another time.")),
    ],
)  # fmt: skip
def test_what_cannot_be_had_is_said(
    qapp: QApplication, request_: BookingRequest, slug: str, minutes: int, takes: bool, note: str
) -> None:
    preset = preset_for(request_, LINKS, BERLIN, NOW)
    assert (preset.slug, preset.minutes, preset.note) == (slug, minutes, note)
    assert preset.start == (request_.start if takes else None)
    assert not preset.outside and preset.request is request_


def test_what_the_host_types_is_never_overwritten(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.press(Qt.Key.Key_N, CTRL)
        dialog = await form(scene)
        dialog.guest.setText("Somebody else")
        scene.window.open_link(LINK)
        await scene.settle()
        assert forms(scene) == [dialog] and dialog.guest.text() == "Somebody else"
        assert waits(dialog) == "A link asks for a booking. Its form opens when you close this."
        dialog.reject()
        await scene.until(lambda: forms(scene) != [])
        after = await form(scene)
        assert after.guest.text() == "Ada Lovelace"
        assert waits(after) == "" and bar(scene) == ""

    scene.play(story)


def test_any_dialog_keeps_its_place(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.window.edit_link(None)
        await scene.until(lambda: isinstance(QApplication.activeModalWidget(), LinkDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        scene.window.open_link(LINK)
        await scene.settle()
        assert forms(scene) == [] and waits(dialog).startswith("A link asks")
        dialog.reject()
        assert (await form(scene)).guest.text() == "Ada Lovelace"

    scene.play(story)


def test_ten_links_in_a_second_are_one_form_and_the_last_one_waits(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        for number in range(10):
            scene.window.open_link(f"workestra:book?guest=Guest%20{number}")
            if number == 0:
                await scene.settle()
        dialog = await form(scene)
        await scene.settle()
        assert forms(scene) == [dialog] and dialog.guest.text() == "Guest 0"
        told = "9 links ask for a booking. The form of the last one opens when you close this."
        assert waits(dialog) == told
        assert len(scene.window.findChildren(AskingDialog)) == 1
        dialog.reject()
        await scene.until(lambda: any(each.guest.text() == "Guest 9" for each in forms(scene)))
        last = await form(scene)
        last.reject()
        await scene.settle()
        assert forms(scene) == [] and bar(scene) == ""

    scene.play(story)


def test_the_same_link_twice_is_one_form(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        for _ in range(2):
            scene.window.open_link(LINK)
            scene.window.open_link(LINK)
            await scene.settle()
        dialog = await form(scene)
        assert waits(dialog) == ""
        dialog.reject()
        await scene.settle()
        assert forms(scene) == []
        scene.window.open_link(LINK)
        assert (await form(scene)).guest.text() == "Ada Lovelace"

    scene.play(story)


def test_before_the_sign_in_it_waits_and_says_so(scene: Scene) -> None:
    async def story() -> None:
        scene.window.requests.take(LINK)  # as the start does, before anything is known
        await scene.settle()
        assert bar(scene) == "" and forms(scene) == []
        scene.window.show_snapshot(NEW)
        await scene.show()
        assert bar(scene) == "A link asks for a booking. The form opens once you are connected."
        scene.window.show_snapshot(a_snapshot(setup_done=False))
        await scene.settle()
        assert scene.at(Page.CALENDARS)
        assert bar(scene) == "A link asks for a booking. The form opens once the set-up is done."
        scene.window.pages.go(Page.BOOKINGS)
        scene.window.show_snapshot(a_snapshot(links=()))
        await scene.settle()
        assert bar(scene) == "A link asks for a booking. The form opens once you have made a booking link."
        assert forms(scene) == []
        scene.window.show_snapshot(a_snapshot())
        assert (await form(scene)).guest.text() == "Ada Lovelace"
        assert bar(scene) == ""

    scene.play(story)


def test_one_that_waits_can_be_let_go(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        scene.window.open_link(LINK)
        await scene.settle()
        scene.window._request_bar.close_button.click()
        assert bar(scene) == ""
        scene.window.show_snapshot(a_snapshot())
        scene.window.pages.go(Page.BOOKINGS)
        await scene.settle()
        assert forms(scene) == [] and scene.window.requests.waiting is None

    scene.play(story)


def test_a_refusal_that_is_dismissed_takes_no_request_along(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(NEW)
        await scene.show()
        scene.window.open_link(LINK)
        await scene.settle()
        scene.window.open_link("workestra:delete")
        assert bar(scene).startswith("A link could not be used.")
        scene.window._request_bar.close_button.click()
        await scene.settle()
        assert bar(scene) == "A link asks for a booking. The form opens once you are connected."

    scene.play(story)


def test_a_link_that_comes_again_later_waits_behind_what_is_in_front_then(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.window.open_link(LINK)
        (await form(scene)).reject()
        await scene.settle()
        scene.window.edit_link(None)
        await scene.until(lambda: isinstance(QApplication.activeModalWidget(), LinkDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LinkDialog)
        scene.window.open_link(LINK)
        await scene.settle()
        assert waits(dialog).startswith("A link asks")
        dialog.reject()
        assert (await form(scene)).guest.text() == "Ada Lovelace"

    scene.play(story)


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("workestra:delete?id=b1", "Workestra does not know what “delete” is."),
        ("workestra:book?email=<b>ada</b>", "“<b>ada</b>” is not an e-mail address."),
    ],
)
def test_a_link_of_no_use_says_why(scene: Scene, link: str, why: str) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.window.open_link(link)
        await scene.settle()
        assert bar(scene) == f"A link could not be used. {why}"
        assert scene.window._request_bar.text.textFormat() is Qt.TextFormat.PlainText
        assert forms(scene) == []
        scene.window.open_link(OTHER)
        assert (await form(scene)).guest.text() == "Grace"
        assert bar(scene) == ""

    scene.play(story)


def test_a_link_without_a_wish_brings_the_window(scene: Scene) -> None:
    async def story() -> None:
        await at_home(scene)
        scene.window.hide()
        scene.window.open_link("workestra:")
        await scene.settle()
        assert scene.window.isVisible() and forms(scene) == [] and bar(scene) == ""

    scene.play(story)


def test_free_times_that_are_not_known_yet(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(complete=False))
        await scene.show()
        scene.window.open_link(LINK)
        dialog = await form(scene)
        assert not dialog.picker.complete and dialog.preset_note.isHidden()
        scene.window.show_snapshot(a_snapshot())
        await scene.until(lambda: dialog.picker.decided)
        assert dialog.picker.chosen == AT

    scene.play(story)


_OPENED = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from workestra_desktop.ui.application import Application
app = Application.one()
assert Application.one() is app
for early in ("workestra:book?guest=First", "workestra:book?guest=Zo%C3%AB&start=2026-12-01T10:00+01:00", "file:///a"):
    QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl(early)))
app.brought.connect(print)
print(app.hear())
QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl("workestra:book?guest=Late")))
print(repr(app.hear()))
"""


def test_links_that_the_system_opens_in_the_running_app(tmp_path: Path) -> None:
    """macOS sends events, the first maybe before there is a window."""
    command = [sys.executable, "-c", _OPENED]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == [
        "workestra:book?guest=Zo%C3%AB&start=2026-12-01T10:00+01:00", "workestra:book?guest=Late", "''",
    ]  # fmt: skip
