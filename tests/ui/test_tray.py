"""The tray's icon is a pure function of the state; its menu and texts follow the state and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu

from tests.support.snapshots import NEW, NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.commands import ChangePreferences, Pause
from workestra_desktop.core.notice import KeptNotice, Notice, NoticeKind, Preferences
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui import tray_menu
from workestra_desktop.ui.notice_gate import Popup
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_bar import Bar, bar_of
from workestra_desktop.ui.tray_icon import SIZES, sign, tray_icon
from workestra_desktop.ui.tray_words import fix, next_words, stale_at

pytestmark = OFFSCREEN
MEET = "https://meet.example.org/anna"


def a_tray(*, there: Callable[[], bool] = lambda: False, now: Callable[[], datetime] = lambda: NOW) -> Tray:
    return Tray(there, None, now, bar=lambda dark: Bar.DARK if dark else Bar.LIGHT)


def entries(tray: Tray) -> list[str]:
    """What the menu shows, without separators."""
    return [a.text() for a in tray.menu.actions() if a.isVisible() and not a.isSeparator()]


def _different(first: Any, second: Any, size: int) -> int:
    return sum(
        first.pixelColor(x, y).alpha() // 128 != second.pixelColor(x, y).alpha() // 128
        for x in range(size)
        for y in range(size)
    )


def test_each_state_has_a_shape_and_a_colour_of_its_own() -> None:
    signs = [sign(state) for state in State]
    for first, second in combinations(signs, 2):
        assert first.drawing != second.drawing
        assert first.on_light != second.on_light
        assert first.on_dark != second.on_dark


@pytest.mark.parametrize(("bar", "template"), [(Bar.LIGHT, False), (Bar.DARK, False), (Bar.LIGHT, True)])
@pytest.mark.parametrize("size", SIZES)
def test_each_state_looks_different(qapp: QApplication, bar: Bar, template: bool, size: int) -> None:
    icons = [tray_icon(state, bar, template=template) for state in State]
    images = [icon.pixmap(size, size).toImage() for icon in icons]
    for icon, image in zip(icons, images, strict=True):
        assert image.width() == size, "no picture of that size is drawn"
        assert icon.isMask() == template
        assert any(image.pixelColor(x, y).alpha() > 200 for x in range(size) for y in range(size))
    for first, second in combinations(images, 2):
        assert _different(first, second, size) >= size // 2, "the shapes are too alike"


def _on(bar: str, icon: QIcon, size: int) -> list[QColor]:
    """What is seen of the icon on a bar of that colour, pixel by pixel."""
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(bar))
    painter = QPainter(image)
    icon.paint(painter, QRect(0, 0, size, size))
    painter.end()
    return [image.pixelColor(x, y) for x in range(size) for y in range(size)]


def _apart(one: QColor, other: QColor) -> bool:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(a - b) for a, b in pairs) > 80


@pytest.mark.parametrize("bar", ["#ffffff", "#f2f2f2", "#808488", "#2b2d31", "#000000"])
@pytest.mark.parametrize("size", [16, 22, 24, 32])
def test_where_nobody_knows_the_bar_each_state_is_read_on_any(qapp: QApplication, bar: str, size: int) -> None:
    seen = [_on(bar, tray_icon(state, Bar.EITHER), size) for state in State]
    for each in seen:
        assert sum(_apart(pixel, QColor(bar)) for pixel in each) >= size * size // 8, "it is not seen"
    for first, second in combinations(seen, 2):
        assert sum(map(_apart, first, second)) >= size // 2, "the states are too alike"


@pytest.mark.parametrize("state", [State.UP_TO_DATE, State.SYNCING, State.WAITING, State.OFFLINE, State.PAUSED])
def test_the_icon_for_one_bar_is_all_but_lost_on_the_other(qapp: QApplication, state: State) -> None:
    """That is what the paper is for. (All red, the icon that asks for attention is read on both.)"""
    for made_for, bar in ((Bar.LIGHT, "#2b2d31"), (Bar.DARK, "#f2f2f2")):
        seen = _on(bar, tray_icon(state, made_for), 22)
        assert sum(_apart(pixel, QColor(bar)) for pixel in seen) < 22 * 22 // 6


@pytest.mark.parametrize("state", State)
def test_a_template_is_black_and_its_shape_says_it_all(qapp: QApplication, state: State) -> None:
    plain, coloured = (tray_icon(state, Bar.LIGHT, template=t).pixmap(32, 32).toImage() for t in (True, False))
    inked = [plain.pixelColor(x, y) for x in range(32) for y in range(32) if plain.pixelColor(x, y).alpha()]
    assert {(c.red(), c.green(), c.blue()) for c in inked} == {(0, 0, 0)}
    assert not _different(plain, coloured, 32)


def test_the_icon_follows_dark_mode(qapp: QApplication) -> None:
    for state in State:
        light, dark = (tray_icon(state, b).pixmap(22, 22).toImage() for b in (Bar.LIGHT, Bar.DARK))
        assert light != dark
    tray = a_tray()
    before = tray.icon.icon().pixmap(22, 22).toImage()
    tray.wear(dark=True)
    assert tray.icon.icon().pixmap(22, 22).toImage() != before


@pytest.mark.parametrize(
    ("windows_dark", "platform", "desktop", "light_taskbar", "bar"),
    [
        (False, "win32", "", 1, Bar.LIGHT),
        (True, "win32", "", 1, Bar.LIGHT),
        (False, "win32", "", 0, Bar.DARK),
        (False, "win32", "", None, Bar.DARK),
        (False, "linux", "ubuntu:GNOME", None, Bar.DARK),
        (False, "linux", "GNOME", None, Bar.DARK),
        (False, "linux", "KDE", None, Bar.EITHER),
        (True, "linux", "KDE", None, Bar.EITHER),
        (True, "linux", "", None, Bar.EITHER),
        (True, "darwin", "", None, Bar.DARK),
        (False, "darwin", "", None, Bar.LIGHT),
    ],
)
def test_the_bar_need_not_go_with_the_windows(
    windows_dark: bool, platform: str, desktop: str, light_taskbar: object, bar: Bar
) -> None:
    assert bar_of(windows_dark, platform, desktop, light_taskbar) is bar


def test_the_menu_stands_in_the_order_of_use(qapp: QApplication) -> None:
    tray = a_tray()
    booking = a_booking("b1", "Tom & Co", 1, meeting_url=MEET)
    tray.show_snapshot(a_snapshot(booking, waiting=2, state=State.WAITING))
    assert entries(tray) == [
        "2 changes wait for iCloud · next at 10:52", "Try now", "Tom && Co, Tue 24 Nov, 10:00 (in 23 h)",
        "&Join meeting", "Copy meeting lin&k", "&New booking…", "&Copy my times…", "&Sync now", "Pa&use",
        "&Hide names and titles", "No&tices…", "&Open Workestra", "&Quit",
    ]  # fmt: skip
    letters = [text.partition("&")[2][:1].lower() for text in entries(tray)[3:]]
    assert len(set(letters)) == len(letters)


def test_what_makes_no_sense_is_not_offered(qapp: QApplication) -> None:
    tray = a_tray()
    tray.show_snapshot(NEW)
    assert entries(tray)[:3] == ["Not connected to iCloud", "Connect…", "&New booking…"]
    menu = tray.menu
    for action in (menu.book_action, menu.times_action, menu.sync_action, menu.notices_action):
        assert not action.isEnabled()
    tray.show_snapshot(a_snapshot())
    assert menu.book_action.isEnabled()
    assert entries(tray)[1] == "No coming booking"
    assert not menu.next_action.isEnabled()
    assert not menu.join_action.isVisible()


@pytest.mark.parametrize("address", ["", "http://meet.example.org", "javascript:alert(1)", "https://me:pw@example.org"])
def test_only_a_safe_address_is_joined(qapp: QApplication, address: str) -> None:
    tray = a_tray()
    tray.show_snapshot(a_snapshot(a_booking("b1", "Anna", meeting_url=address)))
    assert not tray.menu.join_action.isVisible()
    assert not tray.menu.copy_action.isVisible()


def test_join_and_copy_take_the_next_meeting(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    tray, gone_to = a_tray(), list[str]()
    monkeypatch.setattr(tray_menu, "open_outside", gone_to.append)
    tray.show_snapshot(a_snapshot(a_booking("b1", "Anna", meeting_url=MEET), a_booking("b2", "Tom", 2)))
    tray.menu.join_action.trigger()
    assert gone_to == [MEET]
    tray.menu.copy_action.trigger()
    assert QGuiApplication.clipboard().text() == MEET
    opened: list[str] = []
    tray.opened.connect(opened.append)
    tray.menu.next_action.trigger()
    tray.menu.open_action.trigger()
    assert opened == ["b1", ""]


ODD = a_booking("odd", "Anna", status=Status.ATTENTION, concern="Its event was changed.")


@pytest.mark.parametrize(
    ("fields", "step", "label", "about"),
    [
        ({}, None, "", ""),
        ({"state": State.WAITING, "waiting": 1}, Step.SYNC, "Try now", ""),
        ({"connected": False}, Step.CONNECT, "Connect…", ""),
        ({"password_forgotten": True}, Step.CONNECT, "Connect…", ""),
        ({"setup_done": False}, Step.CALENDARS, "Finish setting up…", ""),
        ({"problems": (Trouble(Code.OFFLINE),)}, Step.SYNC, "Try now", ""),
        (
            {"problems": (Trouble(Code.OFFLINE), Trouble(Code.RECONNECT_NEEDED))},
            Step.CONNECT, "Paste a new password", "",
        ),
        (
            {"problems": (Trouble(Code.CALENDAR_GONE, subject="Bookings", count=1),)},
            Step.CALENDARS, "Choose another calendar", "",
        ),
        ({"problems": (Trouble(Code.NEEDS_ATTENTION, subject="Look."),), "odd": True}, Step.LOOK, None, "odd"),
    ],
)  # fmt: skip
def test_the_action_that_mends_it(
    qapp: QApplication, fields: dict[str, Any], step: Step | None, label: str | None, about: str
) -> None:
    bookings = (ODD,) if fields.pop("odd", False) else ()
    found = fix(a_snapshot(*bookings, **fields), NOW)
    assert (found.step if found else None) is step
    if found is not None:
        assert label in (None, found.label)
        assert found.label
        assert (found.matter.booking.id if found.matter and found.matter.booking else "") == about


def test_a_fix_that_syncs_only_syncs(qapp: QApplication) -> None:
    tray, synced, fixed = a_tray(), list[bool](), list[object]()
    tray.menu.sync_now.connect(lambda: synced.append(True))
    tray.menu.fixed.connect(fixed.append)
    tray.show_snapshot(a_snapshot(problems=(Trouble(Code.OFFLINE),), state=State.OFFLINE))
    tray.menu.fix_action.trigger()
    assert (synced, fixed) == ([True], [])
    tray.show_snapshot(a_snapshot(problems=(Trouble(Code.RECONNECT_NEEDED),), state=State.ATTENTION))
    tray.menu.fix_action.trigger()
    assert len(synced) == len(fixed) == 1


def _at(minutes: float) -> Booking:
    start = NOW + timedelta(minutes=minutes)
    return replace(a_booking("b", "Anna"), start=start, end=start + timedelta(minutes=30))


@pytest.mark.parametrize("minutes", [0.5, 1, 1.5, 18, 59.9, 60, 60.5, 61, 150, 2879, 2880, 3007, 5000])
def test_a_countdown_is_stale_when_it_reads_differently_and_not_before(qapp: QApplication, minutes: float) -> None:
    snapshot = a_snapshot(_at(minutes))
    stale = stale_at(snapshot, NOW)
    assert stale is not None

    def countdown(moment: datetime) -> str:
        return next_words(snapshot, moment, hide=True).rpartition("(")[2]

    assert countdown(stale) != countdown(NOW)
    assert countdown(stale - timedelta(milliseconds=2)) == countdown(NOW)


def test_without_a_booking_nothing_wakes_the_tray(qapp: QApplication) -> None:
    assert stale_at(a_snapshot(), NOW) is None
    assert stale_at(a_snapshot(_at(5), connected=False), NOW) is None
    assert stale_at(a_snapshot(_at(-40)), NOW) is None, "it is over"


def test_the_countdown_runs_without_a_new_snapshot(qapp: QApplication) -> None:
    clock = [NOW]
    tray = a_tray(there=lambda: True, now=lambda: clock[0])
    tray.show_snapshot(a_snapshot(_at(18), replace(_at(300), id="c", guest="Tom")))
    assert "Anna, 11:00 (in 18 min)" in tray.icon.toolTip()
    timer = tray._due
    assert timer.isActive()
    assert 0 < timer.interval() <= 60_000
    clock[0] += timedelta(minutes=10)
    timer.timeout.emit()
    assert tray.menu.next_action.text() == "Anna, 11:00 (in 8 min)"
    assert "in 8 min" in tray.icon.toolTip()
    clock[0] += timedelta(minutes=40)
    tray.menu.aboutToShow.emit()
    assert tray.menu.next_action.text() == "Tom, 15:42 (in 4 h)", "the first is over"
    tray.disappear()
    assert not timer.isActive()


def test_names_are_hidden_at_once_and_come_back_if_that_is_refused(qapp: QApplication) -> None:
    tray, wished = a_tray(), list[ChangePreferences]()
    tray.wished.connect(wished.append)
    kept = Preferences(silent=frozenset({NoticeKind.NETWORK}), language="de")
    snapshot = a_snapshot(_at(18), preferences=kept)
    tray.show_snapshot(snapshot)
    tray.menu.hide_action.trigger()
    assert wished == [ChangePreferences(replace(kept, hide_titles=True))]
    tray.show_snapshot(snapshot)  # one that was taken before
    for shown in (*entries(tray), tray.icon.toolTip()):
        assert "Anna" not in shown
    assert tray.menu.next_action.text() == "A booking, 11:00 (in 18 min)"
    tray.refuse_wish()
    assert not tray.menu.hide_action.isChecked()
    assert "Anna" in tray.menu.next_action.text()
    tray.show_snapshot(replace(snapshot, preferences=replace(kept, hide_titles=True)))
    assert tray.menu.hide_action.isChecked()
    assert len(wished) == 1, "what is shown is no new wish"


def test_the_menu_counts_what_is_new(qapp: QApplication) -> None:
    tray = a_tray()
    notice = Notice(NoticeKind.CANCELLED, a_booking("b1", "Anna"))
    tray.show_snapshot(a_snapshot(notices=(KeptNotice(2, NOW, notice), KeptNotice(1, NOW, notice, seen=True))))
    assert tray.menu.notices_action.text() == "No&tices (1 new)…"


def test_a_tray_that_comes_later_gets_an_icon_made_for_it(qapp: QApplication) -> None:
    there = False
    tray = a_tray(there=lambda: there)
    tray.show_snapshot(a_snapshot(_at(18)))
    before = tray.icon
    assert not before.isVisible()
    assert not tray._due.isActive()
    there = True
    search = tray._search
    assert search.isActive()
    search.timeout.emit()
    assert tray.icon.isVisible()
    assert tray.icon is not before
    assert tray.icon.contextMenu() is tray.menu
    assert "Anna" in tray.icon.toolTip()
    tray.disappear()
    tray.appear()
    assert not tray.icon.isVisible(), "the app has ended"


def test_the_search_for_a_tray_ends(qapp: QApplication) -> None:
    looks: list[bool] = []

    def look() -> bool:
        looks.append(True)
        return False

    tray = a_tray(there=look)
    search = tray._search
    for _ in range(50):
        if search.isActive():
            search.stop()
            search.timeout.emit()
    assert not search.isActive()
    assert 5 < len(looks) < 20
    tray.show_snapshot(a_snapshot())
    assert len(looks) > 9, "every snapshot looks"


def test_a_pause_in_the_tray_has_three_ends_and_a_way_back(scene: Scene) -> None:
    tray = a_tray()
    menu, asked = tray.pause_menu, list[Pause]()
    menu.asked.connect(asked.append)
    tray.show_snapshot(a_snapshot())
    assert not menu.resume.isVisible()
    assert menu.menuAction().isEnabled()
    for action in menu.actions():
        action.trigger()
    midnight = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # in Berlin
    assert asked == [Pause(NOW + timedelta(hours=1)), Pause(midnight), Pause(UNTIL_RESUMED)]
    tray.show_snapshot(a_snapshot(state=State.PAUSED, paused_until=midnight, next_poll=midnight))
    assert menu.resume.isVisible()
    assert entries(tray)[:2] == [tray.menu.state_action.text(), "&Resume"], "the state, then what ends it"
    assert tray.menu.sync_action.isEnabled()
    menu.resume.trigger()
    assert asked[-1] == Pause(None)
    tray.show_snapshot(a_snapshot(connected=False, state=State.NOT_CONNECTED))
    assert not menu.menuAction().isEnabled()


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "Paused until 14:00"),
        ({"until": NOW + timedelta(days=1)}, "Paused until Tue 24 Nov, 10:42"),
        ({"until": UNTIL_RESUMED, "next_poll": None}, "Paused until you resume"),
        ({"waiting": 2}, "Paused until 14:00 · 2 changes wait for iCloud"),
        ({"state": State.SYNCING}, "Talking to iCloud…"),
        ({"state": State.NOT_CONNECTED}, "Not connected to iCloud"),
        ({"state": State.ATTENTION}, "Needs your attention · last read at 10:42 · Paused until 14:00"),
    ],
)
def test_a_pause_in_words(scene: Scene, fields: dict[str, Any], line: str) -> None:
    """In the tray's first line and in the window's last."""
    until = fields.pop("until", datetime(2026, 11, 23, 13, 0, tzinfo=UTC))
    snapshot = a_snapshot(**{"state": State.PAUSED, "paused_until": until, "next_poll": until} | fields)
    tray = a_tray()
    tray.show_snapshot(snapshot)
    assert tray.menu.state_action.text() == line
    assert tray.icon.toolTip() == f"Workestra – {line}"
    scene.window.status.show_state(snapshot, None, NOW)
    assert scene.window.status.text.text() == line


def test_a_pause_is_ended_from_the_status_line(scene: Scene) -> None:
    (menu,) = scene.window.findChildren(PauseMenu)
    asked = list[Pause]()
    menu.asked.connect(asked.append)
    resume = scene.window.status.resume

    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(a_snapshot(a_booking("b1", "Anna")))
        assert not resume.isVisible()
        scene.window.show_snapshot(
            a_snapshot(a_booking("b1", "Anna"), state=State.PAUSED, paused_until=NOW + timedelta(hours=1))
        )
        assert resume.isVisible()
        resume.setFocus()
        scene.press(Qt.Key.Key_Return)
        assert scene.focus is scene.window.bookings_page.view

    scene.play(story)
    assert asked == [Pause(None)]


def test_the_windows_menu_has_the_same_pause(scene: Scene) -> None:
    menus = scene.window.findChildren(PauseMenu)
    assert len(menus) == 1
    cloud = next(a.menu() for a in scene.window.menuBar().actions() if a.text() == "i&Cloud")
    assert isinstance(cloud, QMenu)
    assert [a.text() for a in cloud.actions()][:3] == ["&Sync now", "&Resume", "Pa&use"]
    letters = [a.text().partition("&")[2][:1].lower() for a in cloud.actions() if a.text()]
    assert len(set(letters)) == len(letters)


def test_without_a_tray_nothing_is_claimed_to_be_told(qapp: QApplication) -> None:
    tray = a_tray()
    assert not tray.pop_up(Popup("Booking cancelled", "Its event was deleted."))
    assert not tray.icon.isVisible()
