"""The tray's icon is a pure function of the state; its texts hold no markup."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.support.snapshots import BERLIN, NOW, a_booking, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.commands import Pause
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import Notice, NoticeKind, State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.tray import Tray, sign, tray_icon
from workestra_desktop.ui.words import notice_words, unmarked


def test_each_state_has_a_shape_and_a_colour_of_its_own() -> None:
    signs = [sign(state) for state in State]
    for first, second in combinations(signs, 2):
        assert first.drawing != second.drawing
        assert first.on_light != second.on_light
        assert first.on_dark != second.on_dark


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", [16, 22])
def test_each_state_looks_different(qapp: QApplication, dark: bool, size: int) -> None:
    images = [tray_icon(state, dark=dark).pixmap(size, size).toImage() for state in State]
    for image in images:
        assert any(image.pixelColor(x, y).alpha() > 200 for x in range(size) for y in range(size))
    for first, second in combinations(images, 2):
        differ = sum(
            first.pixelColor(x, y).alpha() // 128 != second.pixelColor(x, y).alpha() // 128
            for x in range(size)
            for y in range(size)
        )
        assert differ >= size // 2, "the shapes are too alike"


def test_the_icon_follows_dark_mode(qapp: QApplication) -> None:
    for state in State:
        light, dark = (tray_icon(state, dark=d).pixmap(22, 22).toImage() for d in (False, True))
        assert light != dark


def test_the_menu_tells_state_and_next_booking(scene: Scene) -> None:
    tray = Tray(lambda: False, scene.window)
    tray.show_snapshot(a_snapshot(a_booking("b1", "Tom & Co", 1), waiting=2, state=State.WAITING), NOW)
    assert tray.state_action.text() == "2 changes wait for iCloud · next at 10:52"
    assert tray.next_action.text() == "Tom && Co, Tue 24 Nov, 10:00 (in 23 h)"
    opened: list[str] = []
    tray.opened.connect(opened.append)
    tray.next_action.trigger()
    assert opened == ["b1"]
    tray.show_snapshot(a_snapshot(connected=False, state=State.NOT_CONNECTED), NOW)
    assert not tray.book_action.isEnabled()
    assert tray.next_action.text() == "No coming booking"


def test_a_pause_in_the_tray_has_three_ends_and_a_way_back(scene: Scene) -> None:
    tray = Tray(lambda: False, scene.window, lambda: NOW)
    menu, asked = tray.pause_menu, list[Pause]()
    menu.asked.connect(asked.append)
    tray.show_snapshot(a_snapshot(), NOW)
    assert not menu.resume.isVisible()
    assert menu.menuAction().isEnabled()
    for action in menu.actions():
        action.trigger()
    midnight = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)  # in Berlin
    assert asked == [Pause(NOW + timedelta(hours=1)), Pause(midnight), Pause(UNTIL_RESUMED)]
    tray.show_snapshot(a_snapshot(state=State.PAUSED, paused_until=midnight, next_poll=midnight), NOW)
    assert menu.resume.isVisible()
    assert tray.menu.actions()[:2] == [tray.state_action, menu.resume], "the state, then what ends it"
    assert tray.sync_action.isEnabled()
    menu.resume.trigger()
    assert asked[-1] == Pause(None)
    tray.show_snapshot(a_snapshot(connected=False, state=State.NOT_CONNECTED), NOW)
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
    tray = Tray(lambda: False, scene.window)
    tray.show_snapshot(snapshot, NOW)
    assert tray.state_action.text() == line
    assert tray.icon.toolTip().endswith(line)
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
        assert scene.focus is scene.window.bookings_page.table

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


def test_without_a_tray_a_notice_is_not_claimed_to_be_told(scene: Scene) -> None:
    tray = Tray(lambda: False, scene.window)
    assert not tray.show_notice(Notice(NoticeKind.CANCELLED, a_booking("b1", "Anna")), BERLIN, NOW)
    assert not tray.icon.isVisible()


@pytest.mark.parametrize(
    ("notice", "title", "body"),
    [
        (
            Notice(NoticeKind.CANCELLED, a_booking("b", "<b>A</b>")),
            "Booking with ‹b›A‹/b› cancelled",
            "Its event on Tue 24 Nov, 10:00 – 10:30 was deleted in iCloud.",
        ),
        (
            Notice(NoticeKind.SEVERAL_GONE, count=4),
            "4 bookings' events are gone from iCloud",
            "Nothing was cancelled. Decide in Workestra: put them back, or cancel them.",
        ),
        (
            Notice(NoticeKind.RECONNECT, trouble=Trouble(Code.RECONNECT_NEEDED)),
            "iCloud needs a new app-specific password",
            (
                "Apple has withdrawn the one in use. That happens when you change your Apple password. "
                "Your bookings and settings are safe."
            ),
        ),
    ],
)
def test_notices(qapp: QApplication, notice: Notice, title: str, body: str) -> None:
    assert notice_words(notice, ZoneInfo(BERLIN), NOW) == (title, body)


def test_no_markup_reaches_a_notification_service() -> None:
    assert unmarked("a <b> & c &lt; &#60;") == "a ‹b› & c ＆lt; ＆#60;"
