"""The list of notices, the bell that leads to it, and what the window does with a notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem

from tests.support.snapshots import BERLIN, NEW, NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Status
from workestra_desktop.core.commands import ChangePreferences, Command, Result, SeeNotices
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import KeptNotice, Notice, NoticeKind, Preferences
from workestra_desktop.core.snapshot import NOTICES_SHOWN, Snapshot, State
from workestra_desktop.core.trouble import Code, Trouble, fail
from workestra_desktop.core.undo import Undoable
from workestra_desktop.ui.notices_dialog import NoticesDialog
from workestra_desktop.ui.notices_model import FRESH, ROW, Index, rows
from workestra_desktop.ui.undo_dialog import UndoDialog
from workestra_desktop.ui.window import Page

pytestmark = OFFSCREEN
ANNA, TOM = a_booking("b1", "Anna", 1), a_booking("b2", "Tom", 2)
EVA = replace(a_booking("b3", "Eva", 3), status=Status.CANCELLED)
MOVED = KeptNotice(7, NOW - timedelta(minutes=5), Notice(NoticeKind.MOVED, ANNA, a_booking("b1", "Anna", 4)))
CANCELLED = KeptNotice(6, NOW - timedelta(hours=2), Notice(NoticeKind.CANCELLED, EVA))
BEFORE = KeptNotice(5, NOW - timedelta(hours=3), Notice(NoticeKind.MOVED, ANNA))
NETWORK = KeptNotice(4, NOW - timedelta(hours=26), Notice(NoticeKind.NETWORK, trouble=Trouble(Code.OFFLINE)), seen=True)
OLD = KeptNotice(3, NOW - timedelta(days=5), Notice(NoticeKind.SEVERAL_GONE, count=4), seen=True)
KEPT = (MOVED, CANCELLED, BEFORE, NETWORK, OLD)
BACK = Span(NOW + timedelta(days=2), NOW + timedelta(days=2, hours=1))


def a_desk(*kept: KeptNotice, **fields: object) -> Snapshot:
    undoable = (Undoable("b1", BACK), Undoable("b3", EVA.span))
    return a_snapshot(ANNA, TOM, EVA, **({"notices": kept or KEPT, "undoable": undoable} | fields))


def shown(model: QAbstractListModel) -> list[str]:
    return [model.index(n).data() for n in range(model.rowCount())]


def ids(dialog: NoticesDialog) -> list[int]:
    """Those marked as new."""
    model = dialog.model
    return [model.index(n).data(ROW).id for n in range(model.rowCount()) if model.index(n).data(FRESH)]


def test_rows_stand_under_the_days_they_came_on() -> None:
    assert rows((), ZoneInfo(BERLIN)) == []
    assert rows(tuple(reversed(KEPT)), ZoneInfo(BERLIN)) == [
        date(2026, 11, 23), MOVED, CANCELLED, BEFORE, date(2026, 11, 22), NETWORK, date(2026, 11, 18), OLD,
    ]  # fmt: skip


def test_a_day_is_the_hosts(qapp: QApplication) -> None:
    late = replace(OLD, at=NOW.replace(hour=23, minute=30))
    assert rows((late,), ZoneInfo(BERLIN))[0] == date(2026, 11, 24)
    assert rows((late,), ZoneInfo("America/New_York"))[0] == date(2026, 11, 23)


def test_each_row_says_all_without_colour(scene: Scene) -> None:
    dialog = scene.window.notices.dialog
    dialog.show_snapshot(a_desk())
    texts = shown(dialog.model)
    assert [texts[0], texts[4], texts[6]] == ["Today", "Yesterday", "Wednesday 18 November"]
    assert texts[1] == (
        "New: Booking with Anna moved. It was moved in iCloud and is now Tue 24 Nov, 10:00 – 10:30. "
        "It was Fri 27 Nov, 10:00 – 10:30. 10:37"
    )
    assert texts[5].startswith("iCloud has been out of reach for an hour. ")
    assert not dialog.model.index(0).flags() & Qt.ItemFlag.ItemIsEnabled, "a day is nothing to choose"
    assert ids(dialog) == [7, 6, 5]


def test_rows_are_as_high_as_their_words(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(a_desk())
        scene.window.notices.show_list()
        await scene.settle()
        dialog = scene.window.notices.dialog
        row = dialog.model.index(1)
        wide = dialog.list.visualRect(row).height()
        dialog.resize(360, 400)
        await scene.until(lambda: dialog.list.visualRect(row).height() > wide)
        assert dialog.list.visualRect(row).width() <= dialog.list.viewport().width()
        assert not dialog.list.horizontalScrollBar().isVisible()

    scene.play(story)


@pytest.mark.parametrize("page", [Page.BOOKINGS, Page.WEEK])
def test_the_bell_leads_to_the_list_from_both_pages(scene: Scene, page: Page) -> None:
    async def story() -> None:
        await scene.show()
        window, bell = scene.window, scene.window.notices.bell
        window.show_snapshot(a_desk())
        window.pages.go(page)
        assert bell.isVisible()
        assert bell.text() == "3 new"
        assert bell.accessibleName() == "Notices, 3 new"
        bell.setFocus()
        scene.press(Qt.Key.Key_Return)
        dialog = window.notices.dialog
        await scene.until(dialog.isActiveWindow)
        assert scene.focus is dialog.list
        assert scene.engine.of(SeeNotices) == [SeeNotices(7)]
        window.show_snapshot(a_desk(*(replace(kept, seen=True) for kept in KEPT)))
        assert bell.text() == ""
        assert bell.accessibleName() == "Notices"
        assert ids(dialog) == [7, 6, 5], "marked as long as the list is open"
        scene.press(Qt.Key.Key_Escape)
        assert ids(dialog) == []
        assert scene.engine.of(SeeNotices) == [SeeNotices(7)], "said once"

    scene.play(story)


def test_what_could_not_be_marked_as_seen_is_tried_again_with_the_list(scene: Scene) -> None:
    def refuse(command: Command) -> Result:
        raise fail(Code.DISK, detail=str(type(command)))

    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        scene.engine.reply = refuse
        window.notices.show_list()
        await scene.until(window.bookings_page.notices.isVisible)
        for _ in range(3):
            window.show_snapshot(a_desk())
            await scene.settle()
        assert scene.engine.of(SeeNotices) == [SeeNotices(7)], "not with each snapshot"
        dialog.done(NoticesDialog.DialogCode.Rejected)
        window.notices.show_list()
        await scene.until(lambda: scene.engine.of(SeeNotices) == [SeeNotices(7)] * 2)

    scene.play(story)


def test_the_menu_has_an_entry_with_a_key(scene: Scene) -> None:
    view = next(a.menu() for a in scene.window.menuBar().actions() if a.text() == "&View")
    assert isinstance(view, QMenu)
    entry = next(a for a in view.actions() if a.text() == "&Notices…")
    assert entry.shortcut().toString() == "Ctrl+Shift+N"

    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(a_desk())
        entry.trigger()
        await scene.until(scene.window.notices.dialog.isActiveWindow)

    scene.play(story)


def test_return_shows_the_booking_and_the_list_comes_back_as_it_was(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        scene.press(Qt.Key.Key_Down)
        scene.press(Qt.Key.Key_Return)
        await scene.until(lambda: not dialog.isVisible())
        assert window.bookings_page.selected == EVA
        window.notices.show_list()
        assert dialog.chosen == CANCELLED
        assert ids(dialog) == [7, 5], "the one that was looked at is not new any more"

    scene.play(story)


def test_a_click_shows_the_booking(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        middle: QPoint = dialog.list.visualRect(dialog.model.index(1)).center()
        QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        await scene.until(lambda: not dialog.isVisible())
        assert window.bookings_page.selected == ANNA

    scene.play(story)


def test_undo_is_offered_for_the_last_change_only(scene: Scene) -> None:
    dialog = scene.window.notices.dialog
    dialog.show_snapshot(a_desk())
    can = {}
    for row in range(dialog.model.rowCount()):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        if dialog.chosen is not None:
            can[dialog.chosen.id] = dialog.undo.isEnabled()
    assert can == {7: True, 6: True, 5: False, 4: False, 3: False}
    dialog.list.setCurrentIndex(dialog.model.index(1))
    dialog.show_snapshot(a_desk(undoable=()))
    assert not dialog.undo.isEnabled()


def test_undo_asks_in_the_window(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        dialog.undo.click()
        await scene.until(lambda: isinstance(window.dialogs.front, UndoDialog))
        assert not dialog.isVisible()

    scene.play(story)


def test_what_comes_in_stands_on_top_and_leaves_the_choice(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        scene.press(Qt.Key.Key_Down)
        window.show_snapshot(a_desk(KeptNotice(9, NOW, Notice(NoticeKind.MOVED, TOM)), *KEPT))
        assert dialog.chosen == CANCELLED
        assert shown(dialog.model)[1].startswith("New: Booking with Tom moved")
        await scene.settle()
        assert scene.engine.of(SeeNotices) == [SeeNotices(7), SeeNotices(9)], "it came in front of the host"

    scene.play(story)


def test_an_empty_list_says_what_will_be_in_it(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk(notices=()))
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        assert dialog.empty.isVisible()
        assert not dialog.list.isVisible()
        assert not dialog.look.isVisible()
        assert scene.focus is dialog.close_button
        assert not scene.engine.of(SeeNotices)
        scene.press(Qt.Key.Key_Return)
        assert not dialog.isVisible()

    scene.play(story)


def test_before_the_first_sign_in_there_is_no_list(scene: Scene) -> None:
    scene.window.notices.show_list()
    scene.window.show_snapshot(NEW)
    scene.window.notices.show_list()
    assert not scene.window.notices.dialog.isVisible()


def test_the_list_speaks_to_a_screen_reader(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk())
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        view = QAccessible.queryAccessibleInterface(dialog.list)
        assert view.text(QAccessible.Text.Name) == "Notices"
        assert view.child(1).text(QAccessible.Text.Name).startswith("New: Booking with Anna moved.")

    scene.play(story)


def test_a_full_list_paints_only_what_is_in_view(scene: Scene) -> None:
    many = tuple(replace(MOVED, id=n, at=NOW - timedelta(hours=NOTICES_SHOWN - n)) for n in range(NOTICES_SHOWN, 0, -1))

    async def story() -> None:
        await scene.show()
        window, dialog = scene.window, scene.window.notices.dialog
        window.show_snapshot(a_desk(*many))
        window.notices.show_list()
        await scene.until(dialog.isActiveWindow)
        painted: list[int] = []
        delegate = dialog.list.itemDelegate()
        paint = delegate.paint

        def count(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
            painted.append(index.row())
            paint(painter, option, index)

        delegate.paint = count  # type: ignore[method-assign]
        dialog.list.viewport().repaint()
        assert 0 < len(painted) < 20

    scene.play(story)


def test_a_silent_kind_is_in_the_list_alone(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        silent = Preferences(silent=frozenset({NoticeKind.MOVED}))
        scene.window.show_snapshot(a_desk(preferences=silent))
        scene.window.show_notice(MOVED.notice)
        assert not scene.window.bookings_page.notices.isVisible()
        scene.window.show_notice(CANCELLED.notice)
        assert scene.window.bookings_page.notices.isVisible()

    scene.play(story)


def test_names_are_hidden_from_the_trays_menu(scene: Scene) -> None:
    def refuse(command: Command) -> Result:
        raise fail(Code.DISK, detail=str(type(command)))

    async def story() -> None:
        await scene.show()
        window = scene.window
        window.show_snapshot(a_desk())
        menu = window.tray.menu
        menu.hide_action.trigger()
        await scene.settle()
        assert scene.engine.of(ChangePreferences) == [ChangePreferences(Preferences(hide_titles=True))]
        assert menu.next_action.text().startswith("A booking, ")
        scene.engine.reply = refuse
        menu.hide_action.trigger()
        menu.hide_action.trigger()
        await scene.until(window.bookings_page.notices.isVisible)
        assert not menu.hide_action.isChecked(), "it could not be kept, and the menu says so"

    scene.play(story)


def test_the_trays_fix_brings_the_window_to_what_it_is_about(scene: Scene) -> None:
    scene.tray = True

    async def story() -> None:
        await scene.show()
        window = scene.window
        odd = replace(TOM, status=Status.ATTENTION, concern="Its event was changed.")
        look = Trouble(Code.NEEDS_ATTENTION, subject="Look at it.")
        window.show_snapshot(a_snapshot(ANNA, odd, problems=(look,), state=State.ATTENTION))
        window.close()
        assert not window.isVisible()
        window.tray.menu.fix_action.trigger()
        assert window.isVisible()
        assert window.bookings_page.selected == odd
        needed = Trouble(Code.RECONNECT_NEEDED)
        window.show_snapshot(a_snapshot(ANNA, problems=(needed,), state=State.ATTENTION))
        window.tray.menu.fix_action.trigger()
        assert scene.at(Page.CONNECT)

    scene.play(story)


def test_the_trays_entry_brings_window_and_list(scene: Scene) -> None:
    scene.tray = True

    async def story() -> None:
        await scene.show()
        window = scene.window
        window.show_snapshot(a_desk())
        window.close()
        window.tray.menu.notices_action.trigger()
        await scene.until(window.notices.dialog.isActiveWindow)
        assert window.isVisible()

    scene.play(story)
