"""Contrast of the colours, what may be opened, and the words for each state."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.support.snapshots import NOW, a_booking, a_snapshot
from tests.ui.conftest import OFFSCREEN, Scene
from workestra_desktop.core.booking import By, InCloud, Status
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import words as english
from workestra_desktop.ui.icons import calendar_colour
from workestra_desktop.ui.look import DARK, LIGHT, Look, Tokens, is_dark, tokens
from workestra_desktop.ui.outside import may_open
from workestra_desktop.ui.parts import label
from workestra_desktop.ui.tokens import DARK_STRONG, LIGHT_STRONG
from workestra_desktop.ui.words import booking_state, state_line, worded

pytestmark = OFFSCREEN


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""

    def luminance(colour: str) -> float:
        shown = QColor(colour)
        parts = (shown.redF(), shown.greenF(), shown.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("t", [LIGHT, DARK, LIGHT_STRONG, DARK_STRONG], ids=["light", "dark", "white", "black"])
def test_text_can_be_read(t: Tokens) -> None:
    pairs = [(text, back) for text in (t.text, t.muted, t.good, t.warn, t.danger) for back in (t.window, t.surface)]
    pairs += [(t.text, t.selected), (t.text, t.warn_back), (t.text, t.danger_back), (t.on_accent, t.accent)]
    pairs += [(t.on_demo, t.demo), (t.muted, t.hover), (t.accent, t.surface), (t.accent, t.danger_back)]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    assert contrast(t.outline, t.surface) >= 3


def test_the_look_changes_while_the_app_runs(qapp: QApplication) -> None:
    look = Look(qapp)
    look.wear(dark=True)
    assert is_dark(qapp.palette())
    look.wear(dark=False)
    assert not is_dark(qapp.palette())
    look.deleteLater()


@pytest.mark.parametrize("t", [LIGHT_STRONG, DARK_STRONG], ids=["light", "dark"])
def test_who_asks_for_more_contrast_gets_it(t: Tokens) -> None:
    texts = (t.text, t.muted, t.good, t.warn, t.danger, t.accent)
    assert [text for text in texts for back in (t.window, t.surface) if contrast(text, back) < 7] == []
    assert contrast(t.border, t.surface) >= 4.5


def test_the_look_follows_scheme_contrast_and_font_while_the_app_runs(qapp: QApplication) -> None:
    """By the system's own signals."""
    before, look = qapp.font(), Look(qapp)
    hints = qapp.styleHints()
    title = label("Bookings", "title")
    title.ensurePolished()
    try:
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert tokens(qapp.palette()) == DARK
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert tokens(qapp.palette()) == DARK_STRONG
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert tokens(qapp.palette()) == LIGHT_STRONG
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
        assert tokens(qapp.palette()) == LIGHT
        points = title.font().pointSizeF()
        larger = qapp.font()
        larger.setPointSizeF(before.pointSizeF() * 1.5)
        qapp.setFont(larger)
        assert title.font().pointSizeF() == pytest.approx(points * 1.5, rel=0.02)
    finally:
        qapp.setFont(before)
        look.deleteLater()


def test_canvas_icons_and_samples_are_painted_anew_in_the_other_colours(scene: Scene) -> None:
    async def story() -> None:
        await scene.show()
        scene.window.show_snapshot(a_snapshot())
        scene.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        await scene.settle()
        page = scene.window.week_page
        canvas = page.pane.picture.canvas

        def pictures() -> list[bytes]:
            images = [each.icon().pixmap(QSize(16, 16)).toImage() for each in (page.bar.later, page.bar.new)]
            images += [canvas.grab().toImage(), page.legend.grab().toImage()]
            return [bytes(image.constBits()) for image in images]

        light = pictures()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        await scene.settle()
        assert [one == other for one, other in zip(light, pictures(), strict=True)] == [False] * 4
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
        await scene.settle()
        assert pictures() == light

    scene.play(story)


def test_the_tray_balloon_is_readable_in_the_dark(qapp: QApplication) -> None:
    """Qt paints it pale yellow whatever the palette; the sheet finds it by its class name."""

    class QBalloonTip(QWidget):
        pass

    look = Look(qapp)
    look.wear(dark=True)
    balloon = QBalloonTip()
    text = QLabel("Booking moved", balloon)
    text.ensurePolished()
    assert contrast(text.palette().color(QPalette.ColorRole.WindowText).name(), "#ffffe1") >= 4.5
    look.wear(dark=False)
    look.deleteLater()


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("https://account.apple.com", True),
        ("mailto:anna@example.org?subject=Hello", True),
        ("http://example.org", False),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("https://user@example.org", False),
        ("https://exa mple.org", False),
        ("mailto:a b", False),
        ("mailto:" + "a" * 2000, False),
        ("", False),
    ],
)
def test_only_https_and_mail_leave_the_app(address: str, allowed: bool) -> None:
    assert may_open(address) is allowed


@pytest.mark.parametrize(
    ("text", "colour"), [("#FF2968FF", "#ff2968"), ("#63da38", "#63da38"), ("", "#8e8e93"), ("red;", "#8e8e93")]
)
def test_calendar_colours(text: str, colour: str) -> None:
    assert calendar_colour(text).name() == colour


STATES = [
    (Status.CONFIRMED, InCloud.SYNCED, False, "", "In iCloud"),
    (Status.CONFIRMED, InCloud.WAITING, False, "", "Waiting for iCloud: to be written"),
    (Status.CONFIRMED, InCloud.FAILED, False, "", "Not yet in iCloud – refused"),
    (Status.CONFIRMED, InCloud.SYNCED, True, "", "Missing in iCloud, checking again"),
    (Status.CANCELLED, InCloud.WAITING, False, "", "Cancelled, removing from iCloud…"),
    (Status.CANCELLED, InCloud.SYNCED, False, "", "Cancelled"),
    (Status.CANCELLED, InCloud.FAILED, False, "", "Cancelled, not yet removed – refused"),
    (Status.ATTENTION, InCloud.SYNCED, True, "", "Needs attention: its event is gone from iCloud"),
    (Status.ATTENTION, InCloud.SYNCED, False, "It is odd.", "Needs attention: It is odd."),
]


@pytest.mark.parametrize(("status", "sync", "missing", "concern", "expected"), STATES)
def test_how_a_booking_stands(status: Status, sync: InCloud, missing: bool, concern: str, expected: str) -> None:
    since = NOW if missing else None
    booking = a_booking("b", "Anna", status=status, sync=sync, missing_since=since, concern=concern)
    assert booking_state(booking)[1] == expected


@pytest.mark.parametrize(("by", "expected"), [(By.HOST, "Cancelled"), (By.ICLOUD, "Deleted in iCloud")])
def test_the_list_tells_who_cancelled(by: By, expected: str) -> None:
    assert booking_state(a_booking("b", "Anna", status=Status.CANCELLED, cancelled_by=by))[1] == expected


def test_every_combination_has_words_and_different_states_different_icons() -> None:
    for status in Status:
        for sync in InCloud:
            assert booking_state(a_booking("b", "Anna", status=status, sync=sync))[1]
    icons = {
        row[4]: booking_state(a_booking("b", "A", status=row[0], sync=row[1], missing_since=NOW if row[2] else None))[0]
        for row in STATES
    }
    assert len({icons[words] for *_, words in STATES[:6]}) == 6


@pytest.mark.parametrize(
    ("snapshot", "line"),
    [
        (a_snapshot(), "In step with iCloud at 10:42 · next at 10:52"),
        (a_snapshot(state=State.WAITING, waiting=1), "1 change waits for iCloud · next at 10:52"),
        (
            a_snapshot(state=State.OFFLINE, waiting=2, last_poll=NOW - timedelta(days=1)),
            "Offline: free times are from Sun 22 Nov, 10:42 · 2 changes wait for iCloud · next at 10:52",
        ),
        (a_snapshot(state=State.ATTENTION), "Needs your attention · last read at 10:42 · next at 10:52"),
        (a_snapshot(state=State.NOT_CONNECTED), "Not connected to iCloud"),
        (a_snapshot(state=State.SYNCING), "Talking to iCloud…"),
    ],
)
def test_the_status_line(snapshot: Snapshot, line: str) -> None:
    assert state_line(snapshot, NOW) == line


@pytest.mark.parametrize("code", list(Code))
@pytest.mark.parametrize("facts", [Facts(), Facts.of(a_snapshot(waiting=2), NOW)])
def test_without_a_translation_the_window_says_what_the_command_says(code: Code, facts: Facts) -> None:
    trouble = Trouble(code, subject="<b>Work</b>", count=2, clock_off=7380, retry_after=90)
    assert worded(trouble, facts) == english(trouble, facts)


def test_every_sentence_of_a_trouble_is_translated_whole_and_times_are_the_hosts(qapp: QApplication) -> None:
    """A translation that shouts, and a locale with AM and PM."""

    class Shouting(QTranslator):
        def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
            if context != "Trouble":
                return None
            return "".join(part if part.startswith("{") else part.upper() for part in re.split(r"(\{\w+\})", source))

    before, shouting = QLocale(), Shouting()
    qapp.installTranslator(shouting)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        facts = Facts.of(a_snapshot(waiting=2), NOW)
        offline = worded(Trouble(Code.OFFLINE), facts)
        gone = worded(Trouble(Code.CALENDAR_GONE, subject="Work", count=4), facts)
        clock = worded(Trouble(Code.CLOCK_WRONG, clock_off=7380), facts)
    finally:
        QLocale.setDefault(before)
        qapp.removeTranslator(shouting)
    assert offline.message.replace("\u202f", " ") == (
        "FREE TIMES ARE FROM 10:42 AM TODAY; NEW BOOKINGS WAIT UNTIL THE CONNECTION IS BACK."
    )
    assert offline.action == "TRY NOW"
    assert gone.title == "“Work” IS GONE FROM ICLOUD"
    assert "4 COMING BOOKINGS WERE IN IT." in gone.message
    assert clock.title == "YOUR COMPUTER'S CLOCK IS OFF BY 2 H 03 MIN"
