"""Every place of the window a person can come to, each as a story that opens it: for tests that walk them all.

A new page or dialog gets a row in `PLACES`, and is held against the rules for texts, names and keys from then on.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.support.place import BLOCKS, BOOKINGS, NEXT, Place, at_home, shown, told
from tests.support.settings_places import SETTINGS
from tests.support.setup_places import SET_UP
from tests.support.snapshots import LINKS, NOW, a_booking, a_snapshot
from tests.support.tour import busy_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Override
from workestra_desktop.core.notice import KeptNotice, Notice, NoticeKind
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.book_dialog import BookDialog, Preset
from workestra_desktop.ui.cancel_dialog import CancelDialog
from workestra_desktop.ui.details_dialog import DetailsDialog
from workestra_desktop.ui.gone_dialog import GoneDialog
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.problems import ProblemList
from workestra_desktop.ui.reschedule_dialog import RescheduleDialog
from workestra_desktop.ui.times_dialog import TimesDialog
from workestra_desktop.ui.undo_dialog import UndoDialog
from workestra_desktop.ui.window import Page
from workestra_desktop.ui.words import worded

_NOTE = (
    "Please bring the contract. " * 40
    + "\n\nDonaudampfschifffahrtsgesellschaftskapitän "
    + "https://example.org/"
    + "a" * 90
)
_NOTICES = (
    KeptNotice(3, NOW, Notice(NoticeKind.MOVED, BOOKINGS[1], BOOKINGS[0])),
    KeptNotice(2, NOW - NEXT, Notice(NoticeKind.NETWORK, trouble=Trouble(Code.OFFLINE))),
    KeptNotice(1, NOW - NEXT * 3, Notice(NoticeKind.SEVERAL_GONE, count=4), seen=True),
)


async def _bookings(scene: Scene) -> QWidget:
    await at_home(scene)
    return scene.window


async def _long_note(scene: Scene) -> QWidget:
    await told(scene, a_snapshot(a_booking("b1", "Ada Lovelace", note=_NOTE), BOOKINGS[1]))
    return scene.window


async def _all_at_once(scene: Scene) -> QWidget:
    """Every kind of problem and of booking, and a choice to make."""
    await told(scene, busy_snapshot())
    scene.window.bookings_page.select("carl")
    await scene.until(lambda: "carl" in scene.engine.histories)
    await scene.settle()
    return scene.window


async def _no_bookings(scene: Scene) -> QWidget:
    await told(scene, a_snapshot())
    return scene.window


async def _troubled(scene: Scene) -> QWidget:
    gone = Trouble(Code.CALENDAR_GONE, subject="Work", count=2)
    await told(scene, a_snapshot(*BOOKINGS, state=State.ATTENTION, problems=(gone,)))
    return scene.window


async def _week(scene: Scene) -> QWidget:
    await at_home(scene)
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
    await at_home(scene)
    return await shown(scene, _book_dialog(scene, Preset(LINKS[1].slug, 45, note="Nothing else was free.")))


async def _book_from_link(scene: Scene) -> QWidget:
    """Asked for by a link that names a kind of meeting that is gone, and a time that is taken."""
    await at_home(scene)
    asked = "workestra:book?link=consulting&guest=Grace%20Hopper&email=grace@example.org&minutes=30"
    at = BLOCKS[1].start
    scene.window.open_link(f"{asked}&note=How%20compilers%20came%20to%20be&start={at:%Y-%m-%dT%H:%M:%SZ}")
    dialog = await scene.dialog()
    assert isinstance(dialog, BookDialog)
    await scene.until(lambda: dialog.picker.days.count() > 0)
    await scene.settle()
    return dialog


async def _link_waits(scene: Scene) -> QWidget:
    await told(scene, a_snapshot(links=()))
    scene.window.open_link("workestra:book?guest=Grace%20Hopper")
    await scene.settle()
    return scene.window


async def _book_in_calendar(scene: Scene) -> QWidget:
    await at_home(scene)
    dialog = _book_dialog(scene)
    await shown(scene, dialog)
    dialog.picker.by_calendar.click()
    await scene.settle()
    return dialog


async def _book_another_time(scene: Scene) -> QWidget:
    await at_home(scene)
    dialog = _book_dialog(scene)
    await shown(scene, dialog)
    dialog.picker.other.click()
    await scene.settle()
    return dialog


async def _book_offline(scene: Scene) -> QWidget:
    await at_home(scene)
    dialog = _book_dialog(scene)
    await shown(scene, dialog)
    dialog.refused(Trouble(Code.OFFLINE))
    await scene.settle()
    return dialog


async def _reschedule(scene: Scene) -> QWidget:
    await at_home(scene)
    made = RescheduleDialog(scene.courier, BOOKINGS[0], a_snapshot(*BOOKINGS), lambda: NOW, scene.window)
    return await shown(scene, made)


async def _cancel(scene: Scene) -> QWidget:
    await at_home(scene)
    return await shown(scene, CancelDialog(scene.courier, BOOKINGS[0], a_snapshot(*BOOKINGS), NOW, scene.window))


async def _undo(scene: Scene) -> QWidget:
    await at_home(scene)
    to = Span(BOOKINGS[0].start + NEXT, BOOKINGS[0].end + NEXT)
    made = UndoDialog(scene.courier, BOOKINGS[0], to, a_snapshot(*BOOKINGS), NOW, scene.window)
    made.refused(Trouble(Code.OFFLINE))
    return await shown(scene, made)


async def _gone(scene: Scene) -> QWidget:
    await at_home(scene)
    several = tuple(replace(BOOKINGS[0], id=f"g{n}") for n in range(12))
    return await shown(scene, GoneDialog(several, a_snapshot(*BOOKINGS), scene.window))


async def _notices(scene: Scene) -> QWidget:
    await told(scene, a_snapshot(*BOOKINGS, notices=_NOTICES))
    scene.window.notices.show_list()
    await scene.settle()
    return scene.window.notices.dialog


async def _no_notices(scene: Scene) -> QWidget:
    await told(scene, a_snapshot())
    scene.window.notices.show_list()
    await scene.settle()
    return scene.window.notices.dialog


async def _times(scene: Scene) -> QWidget:
    await at_home(scene)
    times, window = scene.window.dialogs.times, scene.window
    made = TimesDialog(scene.courier, times, a_snapshot(*BOOKINGS), lambda: NOW, window, lambda *_: "/home/a.ics")
    made.guest_zone.show_zone("America/New_York")
    return await shown(scene, made)


async def _links(scene: Scene) -> QWidget:
    """With days that are not like others."""
    days = (Override(NOW.date(), NOW.date(), (("08:30", "12:00"), ("13:00", "18:30"))),)
    snapshot = a_snapshot(links=(replace(LINKS[0], overrides=days), LINKS[1]))
    await at_home(scene)
    return await shown(scene, LinkDialog(scene.courier, snapshot, LINKS[0].slug, lambda: NOW, scene.window))


async def _first_link(scene: Scene) -> QWidget:
    """A link that is being made, with rows that were added to its form."""
    await at_home(scene)
    made = LinkDialog(scene.courier, a_snapshot(links=()), None, lambda: NOW, scene.window)
    made.fields.hours.special.add.click()
    return await shown(scene, made)


async def _details(scene: Scene) -> QWidget:
    await at_home(scene)
    trouble = Trouble(Code.DEFECT, detail="http-status-507 " * 20)
    return await shown(scene, DetailsDialog(trouble, worded(trouble), scene.window))


async def _problems(scene: Scene) -> QWidget:
    await told(scene, busy_snapshot())
    scene.window.bookings_page.problems.more.click()
    await scene.settle()
    found = scene.window.findChild(ProblemList)
    assert isinstance(found, ProblemList)
    return found


PLACES = (
    *SET_UP,
    Place("bookings", _bookings),
    Place("booking with a long note", _long_note),
    Place("all at once", _all_at_once),
    Place("no bookings", _no_bookings),
    Place("troubled", _troubled),
    Place("week", _week),
    Place("week with reasons", _week_reasons),
    Place("week as a list", _week_as_a_list),
    Place("week without links", _week_without_links),
    Place("new booking", _book),
    Place("new booking from a link", _book_from_link),
    Place("link that waits", _link_waits),
    Place("new booking in the calendar", _book_in_calendar),
    Place("new booking at another time", _book_another_time),
    Place("new booking while offline", _book_offline),
    Place("reschedule", _reschedule),
    Place("cancel", _cancel),
    Place("undo", _undo),
    Place("gone together", _gone),
    Place("notices", _notices),
    Place("no notices", _no_notices),
    Place("copy my times", _times),
    Place("links", _links),
    Place("first link", _first_link),
    Place("details", _details),
    Place("problems", _problems),
    *SETTINGS,
)
