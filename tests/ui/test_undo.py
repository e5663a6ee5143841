"""Undo in the window: by Ctrl+Z, menu, button and notice; by hand-driven engine and on real servers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.servers import CalDavServer
from tests.support.snapshots import a_booking, a_snapshot
from tests.support.windows import OpenWindow, Stage, until
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import By, InCloud, Status
from workestra_desktop.core.commands import Book, Cancel, Reschedule, Undo
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.core.undo import Undoable
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.undo_dialog import UndoDialog

pytestmark = OFFSCREEN
CTRL = Qt.KeyboardModifier.ControlModifier
MOVED = a_booking("b1", "Anna", 1)
EARLIER = Span(MOVED.start - timedelta(hours=2), MOVED.end - timedelta(hours=2))
CANCELLED = replace(a_booking("b2", "Bert", 2), status=Status.CANCELLED, cancelled_by=By.ICLOUD)
PLAIN = a_booking("b3", "Cleo", 3)


def scene_of(*undoable: Undoable) -> Snapshot:
    return a_snapshot(MOVED, CANCELLED, PLAIN, undoable=undoable)


BOTH = scene_of(Undoable("b1", EARLIER), Undoable("b2", CANCELLED.span))


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialogs(scene: Scene) -> list[UndoDialog]:
    return [d for d in scene.window.findChildren(UndoDialog) if d.isVisible()]


def test_a_notice_goes_when_the_host_has_decided_on_its_booking(scene: Scene) -> None:
    """Its undo would take back the decision, not what the notice tells of. That of another booking stays."""
    scene.engine.reply = lambda _: replace(MOVED, status=Status.CANCELLED, cancelled_by=By.HOST)

    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        for told, stays in ((PLAIN, True), (MOVED, False)):
            scene.window.show_notice(
                Notice(NoticeKind.MOVED, told, replace(told, start=EARLIER.start, end=EARLIER.end))
            )
            assert page.notices.isVisible()
            page.select("b1")
            page.ask_cancel()
            dialog = await scene.dialog()
            assert isinstance(dialog, CancelDialog)
            dialog.submit()
            await scene.until(lambda: not any(d.isVisible() for d in scene.window.findChildren(CancelDialog)))
            assert page.notices.isVisible() == stays
            scene.window.show_snapshot(BOTH)

    scene.play(story)


def test_control_z_takes_back_the_chosen_booking_s_move_at_once(scene: Scene) -> None:
    back = replace(MOVED, start=EARLIER.start, end=EARLIER.end)
    scene.engine.reply = lambda _: back

    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        scene.window.bookings_page.select("b1")
        scene.press(Qt.Key.Key_Z, CTRL)
        await scene.until(lambda: bool(scene.engine.of(Undo)) and not dialogs(scene))
        selected = scene.window.bookings_page.selected
        assert selected is not None and selected.id == "b1"

    scene.play(story)
    assert scene.engine.of(Undo) == [Undo("b1")]


def test_the_button_is_there_for_what_can_be_taken_back_and_says_what(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        detail = page.detail
        page.select("b1")
        assert detail.undo_button.isVisible() and detail.undo_button.text() == "&Undo move"
        assert "09:00" in detail.undo_button.toolTip() or "08:00" in detail.undo_button.toolTip()
        page.select("b3")
        assert not detail.undo_button.isVisible()
        page.select("b2")
        assert detail.undo_button.text() == "&Undo cancel"
        assert not detail.cancel_button.isVisible()
        click(detail.undo_button)
        dialog = await scene.dialog()
        assert isinstance(dialog, UndoDialog)
        assert dialog.windowTitle() == "Undo cancel" and dialog.stop.isVisible()
        scene.press(Qt.Key.Key_Escape)
        await scene.until(lambda: not dialogs(scene))
        scene.window.show_snapshot(scene_of())
        assert not detail.undo_button.isVisible()

    scene.play(story)
    assert scene.engine.of(Undo) == [Undo("b2")]


def test_a_refusal_stays_in_front_and_can_be_queued_where_icloud_is_silent(scene: Scene) -> None:
    def reply(command: object) -> object:
        assert isinstance(command, Undo)
        if command.offline:
            return replace(CANCELLED, status=Status.CONFIRMED, sync=InCloud.WAITING, cancelled_by=None)
        raise fail(Code.OFFLINE if len(scene.engine.of(Undo)) > 1 else Code.SLOT_TAKEN, "“Dentist” is there.")

    scene.engine.reply = reply  # type: ignore[assignment]

    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        scene.window.bookings_page.select("b2")
        scene.press(Qt.Key.Key_Z, CTRL)
        dialog = await scene.dialog()
        await scene.until(dialog.trouble.isVisible)
        assert "Dentist" in dialog.trouble.message.text()
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: "offline" in dialog.trouble.title.text())
        assert scene.focus is dialog.trouble.action
        scene.press(Qt.Key.Key_Space)
        await scene.until(lambda: not dialogs(scene))

    scene.play(story)
    assert [c.offline for c in scene.engine.of(Undo)] == [False, False, True]


def test_the_key_after_a_cancel_means_that_booking_though_the_answer_comes_before_the_snapshot(scene: Scene) -> None:
    """The list would else choose another booking, and the key take back that one's move."""
    later = PLAIN.changed_at + timedelta(seconds=1)
    cancelled = replace(PLAIN, status=Status.CANCELLED, cancelled_by=By.HOST, changed_at=later)
    scene.engine.reply = lambda command: cancelled if isinstance(command, Cancel) else PLAIN

    async def story() -> None:
        page = scene.window.bookings_page
        scene.window.show_snapshot(a_snapshot(MOVED, PLAIN, undoable=(Undoable("b1", EARLIER),)))
        await scene.show()
        page.select("b3")
        scene.press(Qt.Key.Key_Delete)
        await scene.dialog()
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: bool(scene.engine.of(Cancel)) and scene.window.dialogs.front is None)
        both = (Undoable("b1", EARLIER), Undoable("b3", PLAIN.span))
        scene.window.show_snapshot(a_snapshot(MOVED, cancelled, undoable=both))
        scene.window.activateWindow()
        await scene.settle()
        scene.press(Qt.Key.Key_Z, CTRL)
        await scene.until(lambda: bool(scene.engine.of(Undo)))

    scene.play(story)
    assert scene.engine.of(Undo) == [Undo("b3")]


def test_with_nothing_to_undo_that_is_said_and_nothing_is_asked(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("b3")
        scene.press(Qt.Key.Key_Z, CTRL)
        assert "Nothing to undo" in page.notices.text.text() and "Cleo" in page.notices.text.text()
        assert not page.notices.undo.isVisible()
        scene.press(Qt.Key.Key_2, CTRL)
        scene.press(Qt.Key.Key_Z, CTRL)
        assert "Nothing to undo" in scene.window.week_page.notices.text.text()

    scene.play(story)
    assert scene.engine.of(Undo) == []


def test_in_the_search_field_the_key_belongs_to_the_text(scene: Scene) -> None:
    async def story() -> None:
        scene.window.show_snapshot(BOTH)
        await scene.show()
        page = scene.window.bookings_page
        page.select("b1")
        scene.press(Qt.Key.Key_F, CTRL)
        scene.type("An")
        scene.press(Qt.Key.Key_Z, CTRL)
        assert page.search.text() == ""

    scene.play(story)
    assert scene.engine.of(Undo) == []


@pytest.mark.parametrize("key", [True, False])
def test_a_notice_offers_it_on_the_week_too(scene: Scene, key: bool) -> None:
    """The notice comes before the snapshot that says it can be taken back."""
    scene.engine.reply = lambda _: replace(CANCELLED, status=Status.CONFIRMED, cancelled_by=None)

    async def story() -> None:
        scene.window.show_snapshot(scene_of())
        await scene.show()
        scene.press(Qt.Key.Key_2, CTRL)
        notices = scene.window.week_page.notices
        scene.window.show_notice(Notice(NoticeKind.CANCELLED, CANCELLED, PLAIN))
        assert not notices.undo.isVisible()
        scene.window.show_snapshot(BOTH)
        if key:
            scene.press(Qt.Key.Key_Z, CTRL)
        else:
            click(notices.undo)
        await scene.until(lambda: bool(scene.engine.of(Undo)) and not dialogs(scene))
        await scene.settle()
        assert notices.text.text().startswith("Put back: Bert")
        assert not notices.undo.isVisible()

    scene.play(story)
    assert scene.engine.of(Undo) == [Undo("b2")]


def test_the_menu_has_it_with_its_key(scene: Scene) -> None:
    (action,) = (a for a in scene.window.findChildren(QAction) if "Undo" in a.text())
    assert action.shortcut().toString() == "Ctrl+Z"


# --- on real servers --------------------------------------------------------------------------------------------------


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    with Stage(qapp) as running:
        yield running


def ask(run: OpenWindow, command: Book | Cancel | Reschedule) -> None:
    async def work() -> None:
        await run.window._courier.ask(command)

    run.window._courier.spawn(work())


def test_it_all_on_a_real_server(stage: Stage, server: CalDavServer, tmp_path: Path) -> None:
    server.mkcalendar("work", "Work", order=1)
    profile = tmp_path / "profile"
    run = stage.open(profile, server.url, {"WORKESTRA_RECHECK_SECONDS": "0"})
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=2)

    async def story() -> None:
        page = run.window.bookings_page
        await run.start()
        await run.set_up()
        ask(run, Book("meeting", start, "Ada", outside_rules=True))
        await until("the booking", lambda: any(b.sync is InCloud.SYNCED for b in run.now.bookings))
        (booking,) = run.now.bookings
        ask(run, Reschedule(booking.id, start + timedelta(hours=3), outside_rules=True))
        await until("the move", lambda: bool(run.now.undoable) and run.booking(booking.id).sync is InCloud.SYNCED)
        page.select(booking.id)
        run.press(Qt.Key.Key_Z, CTRL)
        await until("the move back", lambda: run.booking(booking.id).start == start)
        await until("it in iCloud", lambda: run.booking(booking.id).sync is InCloud.SYNCED)
        await run.back()
        assert run.booking(booking.id).uid == booking.uid

        server.delete(unquote(run.booking(booking.id).href))
        run.press(Qt.Key.Key_R, CTRL)
        await until("the cancel", lambda: run.booking(booking.id).cancelled_by is By.ICLOUD)
        await until("the notice", page.notices.undo.isVisible)
        click(page.notices.undo)
        await until("it back", lambda: run.booking(booking.id).sync is InCloud.SYNCED and run.booking(booking.id).live)
        await run.back()
        back = run.booking(booking.id)
        assert back.uid != booking.uid and back.start == start
        assert server.get(unquote(back.href))
        assert page._which is Which.UPCOMING and page.selected is not None and page.selected.id == booking.id

    stage.play(story())
