"""The tray's icon is a pure function of the state; its texts hold no markup."""

from __future__ import annotations

from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.snapshots import BERLIN, NOW, a_booking, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.snapshot import Notice, NoticeKind, State
from workestra_desktop.core.trouble import Code, Trouble
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
            "Nothing was cancelled. Open Workestra to cancel them or put them back.",
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
