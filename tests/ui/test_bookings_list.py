"""The list of bookings: days, keys, search, no-show, what leads outside, history, and its pace."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.support.snapshots import NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.commands import MarkNoShow
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.ui.booking_acts import Act
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.bookings_model import BookingsModel

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
ON = a_booking("on", "Otto", 0, start=NOW - timedelta(minutes=12), end=NOW + timedelta(minutes=18))
ANNA = a_booking("anna", "Anna", 1, email="anna@example.org", meeting_url="https://meet.example.org/1")
BEN = a_booking("ben", "Ben", 1.1)
CLEO = a_booking("cleo", "Cleo", 7)
PAST = a_booking("past", "Anna Past", -1)
OFF = a_booking("off", "Annabel", 3, status=Status.CANCELLED, cancelled_by=By.HOST)
ALL = (ON, ANNA, BEN, CLEO, PAST, OFF)


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def rows(model: BookingsModel) -> list[str]:
    """Headings by their words, bookings by their ids."""
    texts = []
    for at in range(model.rowCount()):
        booking = model.booking(at)
        texts.append(booking.id if booking else model.index(at).data())
    return texts


def test_bookings_stand_under_their_days(scene: Scene) -> None:
    page = scene.window.bookings_page
    scene.window.show_snapshot(a_snapshot(*ALL))
    assert rows(page.model) == ["Today", "on", "Tomorrow", "anna", "ben", "Mon 30 Nov", "cleo"]
    page.show_list(Which.PAST)
    assert rows(page.model) == ["Yesterday", "past"]
    flags = page.model.flags(page.model.index(0))
    assert not flags & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)


def test_keys_go_past_the_days(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        page = scene.window.bookings_page
        page.focus_first()
        seen = []
        for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_C):
            scene.press(key)
            seen.append(page.selected.id if page.selected else None)
        assert seen == ["on", "anna", "cleo", "ben", "cleo"]
        scene.press(Qt.Key.Key_C, CTRL)
        assert QGuiApplication.clipboard().text() == "Mon 30 Nov, 10:00 – 10:30, Cleo, Meeting, Work, In iCloud"

    scene.play(story)


def test_a_screen_reader_hears_the_whole_row(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        view = scene.window.bookings_page.view
        spoken = scene.window.bookings_page.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "Tomorrow, 10:00 – 10:30, Anna, Meeting, Work, In iCloud"
        assert QAccessible.queryAccessibleInterface(view).role() is QAccessible.Role.List

    scene.play(story)


def test_search_says_how_many_and_where_else(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        page = scene.window.bookings_page
        scene.press(Qt.Key.Key_F, CTRL)
        scene.type("ann")
        found = page.bar.found
        assert found.count.text() == "1 found."
        assert [b.text() for b in found.others.values() if b.isVisible()] == ["1 in Past", "1 in Cancelled"]
        scene.type("abel")
        assert found.count.text() == "None found here." and page.empty.clear.isVisible()
        assert "“annabel”" in page.empty.text.text()
        click(found.others[Which.CANCELLED])
        assert page.selected == OFF and page.segments[Which.CANCELLED].isChecked()
        page.search.setFocus()
        scene.press(Qt.Key.Key_Down)
        assert scene.focus is page.view
        page.search.clear()
        assert not found.isVisible()

    scene.play(story)


def test_an_empty_list_says_what_to_do(scene: Scene) -> None:
    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot())
        await scene.show()
        assert page.empty.title.text() == "No bookings yet" and page.empty.new.isVisible()
        scene.window.show_snapshot(a_snapshot(PAST))
        assert page.empty.title.text() == "No coming bookings" and page.empty.new.isVisible()
        page.show_list(Which.CANCELLED)
        assert page.empty.title.text() == "No cancelled bookings" and not page.empty.new.isVisible()
        assert not page.details.isVisible()

    scene.play(story)


def test_a_guest_who_did_not_come_is_marked_and_it_can_be_taken_back(scene: Scene) -> None:
    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        page.select("anna")
        assert not page.detail.buttons[Act.NO_SHOW].isVisible()  # it has not begun
        page.select("off")
        assert not page.detail.buttons[Act.NO_SHOW].isVisible()
        page.select("past")
        click(page.detail.buttons[Act.NO_SHOW])
        await scene.until(lambda: scene.engine.of(MarkNoShow) == [MarkNoShow("past", no_show=True)])
        marked = replace(PAST, no_show=True)
        scene.window.show_snapshot(a_snapshot(ON, ANNA, marked))
        assert page.model.line(marked).state == page.detail.state.text() == "Guest did not come"
        click(page.detail.buttons[Act.CAME])
        await scene.until(lambda: scene.engine.of(MarkNoShow)[1:] == [MarkNoShow("past", no_show=False)])

    scene.play(story)


def test_as_time_passes_bookings_begin_and_end_without_a_snapshot(scene: Scene) -> None:
    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        page.show_time(ON.end)
        assert rows(page.model)[0] == "Tomorrow" and page.segments[Which.PAST].text() == "Past (2)"
        page.select("anna")
        page.show_time(ANNA.start)
        assert page.detail.buttons[Act.NO_SHOW].isVisible()
        assert rows(page.model)[0] == "Today"  # the day has turned

    scene.play(story)


def test_only_safe_addresses_are_opened(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    bad = a_booking("bad", "Bad", 2, email="x@y.org?bcc=all@example.org", meeting_url="file:///etc/passwd")

    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot(ANNA, bad))
        await scene.show()
        page.select("anna")
        click(page.detail.join_button)
        click(page.detail.facts.email)
        click(page.detail.buttons[Act.COPY_LINK])
        assert QGuiApplication.clipboard().text() == ANNA.meeting_url
        assert page.detail.buttons[Act.COPY_LINK].text() == "Copied"
        page.select("bad")
        assert not page.detail.join_button.isVisible()
        page.deeds.do(Act.JOIN)
        page.deeds.do(Act.MAIL)

    scene.play(story)
    assert opened == ["https://meet.example.org/1", "mailto:anna@example.org", "mailto:x@y.org%3Fbcc%3Dall@example.org"]


def test_the_menu_by_key_is_that_of_the_chosen_one(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        page = scene.window.bookings_page
        page.select("anna")
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(page.view.viewport(), event)
        (menu,) = page.view.findChildren(QMenu)
        texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]
        assert texts == ["Join", "Copy link", "Write an e-mail", "Reschedule…", "Cancel booking…", "Copy as text"]
        menu.close()
        await scene.settle()

    scene.play(story)


def test_the_history_is_of_the_booking_one_stays_at(scene: Scene) -> None:
    scene.engine.journals = {"cleo": (JournalLine(NOW - timedelta(hours=1), "written to iCloud"),)}

    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot(*ALL))
        await scene.show()
        for booking in ("anna", "ben", "cleo"):
            page.select(booking)
        await scene.until(lambda: [label.text() for label in page.detail.history.lines] == ["Written to iCloud."])
        assert "ben" not in scene.engine.histories and scene.engine.histories[-1] == "cleo"
        asked = len(scene.engine.histories)
        scene.window.show_snapshot(a_snapshot(*ALL, next_poll=NOW))
        await scene.settle()
        assert len(scene.engine.histories) == asked  # nothing of it changed

    scene.play(story)


def test_rows_follow_any_change_as_qt_wants_it(qapp: QApplication) -> None:
    """Snapshots at random, through Qt's own checker: what is shown is what a list made anew would show."""
    dice = random.Random(6)
    model = BookingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chosen = QItemSelectionModel(model)
    for _ in range(150):
        bookings = [a_booking(f"b{n}", f"G{n}", dice.randint(1, 6)) for n in range(12) if dice.random() < 0.7]
        snapshot = a_snapshot(*bookings)
        model.show_snapshot(snapshot, NOW)
        fresh = BookingsModel()
        fresh.show_snapshot(snapshot, NOW)
        assert rows(model) == rows(fresh)
        assert all(model.row_of(b.id) == rows(model).index(b.id) for b in model.bookings)
    assert tester.model() is model and not chosen.hasSelection()


def many(count: int) -> list[Booking]:
    return [a_booking(f"b{n}", f"Guest {n}", n / 8 + 1, note=f"Topic {n}") for n in range(count)]


def test_a_snapshot_of_ten_thousand_touches_only_what_changed(scene: Scene) -> None:
    model = scene.window.bookings_page.model
    changes: list[str] = []
    model.modelReset.connect(lambda: changes.append("all"))
    model.rowsInserted.connect(lambda _parent, first, last: changes.append(f"+{last - first + 1}"))
    model.rowsRemoved.connect(lambda _parent, first, last: changes.append(f"-{last - first + 1}"))
    bookings = many(10_000)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(*bookings))
        await scene.show()
        changes.clear()
        scene.window.bookings_page.select("b5000")
        scene.window.show_snapshot(a_snapshot(*map(replace, bookings), taken_at=NOW + timedelta(seconds=1)))
        assert changes == []
        scene.window.show_snapshot(a_snapshot(*map(replace, bookings[1:])))
        assert changes == ["-1"]
        assert scene.window.bookings_page.selected == bookings[5000]
        assert len(model._lines) < 100  # words only of what is in sight

    scene.play(story)


def test_a_note_without_end_is_cut(scene: Scene) -> None:
    endless = replace(ANNA, note="word " * 250_000, guest="\u202e" + "W" * 5000, sync=InCloud.WAITING)

    async def story() -> None:
        scene.window.show_snapshot(a_snapshot(endless))
        await scene.show()
        page = scene.window.bookings_page
        assert len(page.detail.note.toPlainText()) <= 10_000
        note = page.detail.note
        assert note.verticalScrollBar().maximum() == 0  # the pane scrolls
        assert not note.verticalScrollBar().isVisible() and not note.horizontalScrollBar().isVisible()
        assert page.detail.height() > page.details.viewport().height()
        assert len(page.model.line(endless).guest) <= 120
        begun: float = time.thread_time()
        page.search.setText("word")
        assert time.thread_time() - begun < 5 and page.selected == endless

    scene.play(story)
