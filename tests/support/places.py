"""Every place of the window a person can come to, each as a story that opens it: for tests that walk them all.

A new page or dialog gets a row in `PLACES`, and is held against the rules for texts, names and keys from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from tests.support.snapshots import CALENDARS, LINKS, NEW, NOW, a_block, a_booking, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.book_dialog import BookDialog, Preset
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.gone_dialog import GoneDialog
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog
from workestra_desktop.ui.undo_dialog import UndoDialog
from workestra_desktop.ui.window import Page

_NEXT = timedelta(days=1)
BOOKINGS = (
    a_booking("b1", "Wilhelmina Featherstonehaugh-Montgomery", note="First lesson", email="w@example.org"),
    a_booking("b2", "Ada Lovelace", 2),
)
BLOCKS = (
    a_block("Dentist", NOW + timedelta(hours=4, minutes=18)),
    a_block("Workshop with Northwind", NOW + _NEXT * 2, 240),
    a_block("Swimming", NOW + _NEXT * 3, 60, calendar=CALENDARS[1].id),
    a_block("Team lunch", NOW + _NEXT * 3 + timedelta(minutes=30), 60, Reason.TENTATIVE),
)


@dataclass(frozen=True, slots=True)
class Place:
    """`open` brings the scene there and answers with what to walk: the window, or a dialog in front of it."""

    name: str
    open: Callable[[Scene], Coroutine[Any, Any, QWidget]]

    def __str__(self) -> str:
        return self.name


async def _told(scene: Scene, snapshot: Snapshot) -> None:
    """The window first: waiting for it turns the loop, and nothing may be under way in it then."""
    await scene.show()
    scene.window.show_snapshot(snapshot)
    await scene.settle()


async def _at_home(scene: Scene) -> None:
    scene.engine.blocks, scene.engine.bookings = BLOCKS, BOOKINGS
    await _told(scene, a_snapshot(*BOOKINGS))


async def _shown(scene: Scene, dialog: QDialog) -> QDialog:
    dialog.show()
    await scene.settle()
    return dialog


async def _connect(scene: Scene) -> QWidget:
    await _told(scene, NEW)
    return scene.window


async def _calendars(scene: Scene) -> QWidget:
    await _told(scene, a_snapshot(setup_done=False))
    assert scene.at(Page.CALENDARS)
    return scene.window


async def _bookings(scene: Scene) -> QWidget:
    await _at_home(scene)
    return scene.window


async def _no_bookings(scene: Scene) -> QWidget:
    await _told(scene, a_snapshot())
    return scene.window


async def _troubled(scene: Scene) -> QWidget:
    gone = Trouble(Code.CALENDAR_GONE, subject="Work", count=2)
    await _told(scene, a_snapshot(*BOOKINGS, state=State.ATTENTION, problems=(gone,)))
    return scene.window


async def _week(scene: Scene) -> QWidget:
    await _at_home(scene)
    scene.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    await scene.until(lambda: scene.at(Page.WEEK))
    await scene.settle()
    return scene.window


async def _week_reasons(scene: Scene) -> QWidget:
    await _week(scene)
    scene.window.week_page.point(BLOCKS[0].start)
    await scene.settle()
    return scene.window


async def _week_as_a_list(scene: Scene) -> QWidget:
    await _week(scene)
    scene.window.week_page.bar.as_list.click()
    await scene.settle()
    return scene.window


async def _week_without_links(scene: Scene) -> QWidget:
    await _week(scene)
    scene.window.show_snapshot(a_snapshot(links=()))
    await scene.settle()
    return scene.window


def _book_dialog(scene: Scene, preset: Preset | None = None) -> BookDialog:
    return BookDialog(scene.courier, a_snapshot(*BOOKINGS), lambda: NOW, scene.window, preset)


async def _book(scene: Scene) -> QWidget:
    await _at_home(scene)
    return await _shown(scene, _book_dialog(scene, Preset(LINKS[1].slug, 45, note="Nothing else was free.")))


async def _book_in_calendar(scene: Scene) -> QWidget:
    await _at_home(scene)
    dialog = _book_dialog(scene)
    await _shown(scene, dialog)
    dialog.picker.by_calendar.click()
    await scene.settle()
    return dialog


async def _book_another_time(scene: Scene) -> QWidget:
    await _at_home(scene)
    dialog = _book_dialog(scene)
    await _shown(scene, dialog)
    dialog.picker.other.click()
    await scene.settle()
    return dialog


async def _book_offline(scene: Scene) -> QWidget:
    await _at_home(scene)
    dialog = _book_dialog(scene)
    await _shown(scene, dialog)
    dialog.refused(Trouble(Code.OFFLINE))
    await scene.settle()
    return dialog


async def _reschedule(scene: Scene) -> QWidget:
    await _at_home(scene)
    made = RescheduleDialog(scene.courier, BOOKINGS[0], a_snapshot(*BOOKINGS), lambda: NOW, scene.window)
    return await _shown(scene, made)


async def _cancel(scene: Scene) -> QWidget:
    await _at_home(scene)
    return await _shown(scene, CancelDialog(scene.courier, BOOKINGS[0], a_snapshot(*BOOKINGS), NOW, scene.window))


async def _undo(scene: Scene) -> QWidget:
    await _at_home(scene)
    to = Span(BOOKINGS[0].start + _NEXT, BOOKINGS[0].end + _NEXT)
    made = UndoDialog(scene.courier, BOOKINGS[0], to, a_snapshot(*BOOKINGS), NOW, scene.window)
    made.refused(Trouble(Code.OFFLINE))
    return await _shown(scene, made)


async def _gone(scene: Scene) -> QWidget:
    await _at_home(scene)
    several = tuple(replace(BOOKINGS[0], id=f"g{n}") for n in range(12))
    return await _shown(scene, GoneDialog(several, a_snapshot(*BOOKINGS), scene.window))


PLACES = (
    Place("connect", _connect),
    Place("calendars", _calendars),
    Place("bookings", _bookings),
    Place("no bookings", _no_bookings),
    Place("troubled", _troubled),
    Place("week", _week),
    Place("week with reasons", _week_reasons),
    Place("week as a list", _week_as_a_list),
    Place("week without links", _week_without_links),
    Place("new booking", _book),
    Place("new booking in the calendar", _book_in_calendar),
    Place("new booking at another time", _book_another_time),
    Place("new booking while offline", _book_offline),
    Place("reschedule", _reschedule),
    Place("cancel", _cancel),
    Place("undo", _undo),
    Place("gone together", _gone),
)
