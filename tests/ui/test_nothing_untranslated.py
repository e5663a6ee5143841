"""Of what any place of the window says, shows or paints, nothing stands outside the brackets of a made-up language but
what the host, the guests, the calendars and the clock say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from tests.support.place import Place
from tests.support.places import PLACES
from tests.support.pseudo import bare, pseudo
from tests.support.snapshots import BERLIN, NOW, a_snapshot
from tests.support.tour import ANNA, BOOKINGS, OVERLAP, busy_snapshot
from tests.support.visible import painted, visible
from tests.ui.conftest import OFFSCREEN, Scene
from tools.texts import MAKERS, called
from workestra_desktop.core.booking import By, InCloud, Status
from workestra_desktop.core.choices import SAID
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.notice import Notice, NoticeKind
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui import tongue
from workestra_desktop.ui.journal_words import journal_words
from workestra_desktop.ui.notice_words import notice_words, summary_words
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_bar import Bar
from workestra_desktop.ui.words import booking_state, concern_words, worded

pytestmark = OFFSCREEN

ROOT = Path(__file__).resolve().parents[2]
WHERE = ZoneInfo(BERLIN)
_SAID = re.compile(r"[^\W\d_]{2,}|(?<=\d)\s?[a-z]\b")
"""A word, or the sign of a unit."""
_ENGLISH = QLocale(QLocale.Language.English)
_FORMS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_QT_S_OWN = {_ENGLISH.dayName(day, form) for day in range(1, 8) for form in _FORMS}
_QT_S_OWN |= {_ENGLISH.monthName(month, form) for month in range(1, 13) for form in _FORMS}
_NAMES = {
    # guests, calendars, links, events
    "Wilhelmina Featherstonehaugh-Montgomery", "Ada Lovelace", "Anna", "Ben", "Carl", "Dora", "Emil", "Work",
    "Personal", "Family", "Meeting", "Lesson", "Meeting with {guest}", "meeting", "lesson", "Dentist", "Swimming",
    "Workshop with Northwind", "Team lunch", BERLIN, "America/Argentina/Buenos Aires",
    # what people wrote
    "Grace Hopper", "How compilers came to be", "First lesson", "Nothing else was free.",
    "abcdabcdabcdabcd", "Bring 7", "Street 1",
}  # fmt: skip
_DATA = (*_NAMES, *_QT_S_OWN, *(each.name for each in tongue.LANGUAGES))
_KNOWN = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in sorted(_DATA, key=len, reverse=True)))
_FORM = re.compile(
    r"<[^>]*>|https?://\S*|\S+@\S+|\S+\.icloud\.com|(?:/\w+)+|[A-Z]\w+(?:/[A-Z]\w+)+|defect: .*"
    r"|Please bring the contract\.|Donaudampfschifffahrtsgesellschaftskapitän"
)
"""Markup, addresses, folders, zones, a technical detail, a long note."""


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pseudo(tmp_path_factory.mktemp("language"))


@pytest.fixture
def bracketed(qapp: QApplication, language: Path) -> Iterator[None]:
    assert tongue.load(qapp, language)
    yield
    for translator in qapp.findChildren(QTranslator, "tongue"):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def left_over(text: str) -> bool:
    return bool(_SAID.search(_FORM.sub(" ", _KNOWN.sub(" ", bare(text)))))


def piece_of_a_name(text: str) -> bool:
    """What is painted may be cut short, or be one line of several."""
    return any(text.rstrip("…").strip() in name for name in _NAMES)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_place_has_a_text_that_is_not_translated(bracketed: None, scene: Scene, place: Place) -> None:
    left: set[str] = set()

    async def story() -> None:
        with painted() as drawn:
            root = await place.open(scene)
            left.update(f"{text!r} in {where}" for where, text in visible(root) if left_over(text))
            root.grab()
        left.update(f"{text!r} is painted" for text in drawn if left_over(text) and not piece_of_a_name(text))

    scene.play(story)
    assert not left, "\n".join(sorted(left))


# ------------------------------------------------------------------------------------------- in every state there is


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("hide", [False, True])
def test_the_tray_in_each_state(bracketed: None, qapp: QApplication, state: State, hide: bool) -> None:
    tray = Tray(lambda: False, None, lambda: NOW, bar=lambda dark: Bar.EITHER)
    for snapshot in (busy_snapshot(), a_snapshot(), a_snapshot(ANNA, setup_done=False)):
        preferences = replace(snapshot.preferences, hide_titles=hide)
        tray.show_snapshot(replace(snapshot, state=state, preferences=preferences))
        said = [tray.icon.toolTip(), *(action.text() for action in tray.menu.actions())]
        said += [action.text() for action in tray.pause_menu.actions()]
        assert not [text for text in said if left_over(text)]
    tray.deleteLater()


@pytest.mark.parametrize(("code", "scope"), list(product(Code, Scope)))
def test_each_trouble(bracketed: None, qapp: QApplication, code: Code, scope: Scope) -> None:
    times = {"last_poll": NOW - timedelta(hours=30), "next_poll": NOW + timedelta(minutes=125), "now": NOW}
    for count, in_use, clock_off, known in product((0, 1, 2), (False, True), (None, 4000.0), ({}, times)):
        trouble = Trouble(code, scope, "Work", "errno 28", 90.0, count, clock_off, in_use)
        for facts in (Facts(count, zone=BERLIN, **known), Facts(zone=BERLIN)):
            told = worded(trouble, facts)
            assert not [text for text in (told.title, told.message, told.action) if left_over(text)]


@pytest.mark.parametrize("kind", NoticeKind)
def test_each_notice(bracketed: None, qapp: QApplication, kind: NoticeKind) -> None:
    moved = replace(ANNA, start=ANNA.start + timedelta(hours=1), end=ANNA.end + timedelta(hours=1))
    for before, trouble, overlap, hide in product(
        (None, ANNA), (None, Trouble(Code.OFFLINE)), (None, OVERLAP), (False, True)
    ):
        notice = Notice(kind, moved, before, trouble, 4, overlap)
        assert not [text for text in notice_words(notice, WHERE, NOW, hide=hide) if left_over(text)]
        for many in (1, 2, 3, 5):
            several = [replace(notice, booking=booking) for booking in BOOKINGS[:many]]
            assert not [text for text in summary_words(several, hide=hide) if left_over(text)]


def _written_lines() -> set[str]:
    """What the app writes into journals, as it stands in its sources."""
    found: set[str] = set()
    for path in sorted(ROOT.glob("workestra_desktop/s*/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                ("journal.write", "note_text", "note_gone")
            ):
                found |= {a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    return {what for what in found if " " in what or what == "booked"}


def test_each_line_of_a_journal(bracketed: None, qapp: QApplication) -> None:
    lines = _written_lines() | {f"decided by the host: {choice}" for choice in SAID.values()}
    assert len(lines) > 15 and {"booked", "restored from a backup"} <= lines
    was = Span(ANNA.start - timedelta(days=1), ANNA.end - timedelta(days=1))
    for what, before in product(lines, (None, was)):
        (told,) = journal_words([JournalLine(NOW, what, was=before)], ANNA, WHERE, NOW)
        assert not left_over(told.text), what


def test_each_state_of_a_booking(bracketed: None, qapp: QApplication) -> None:
    for status, sync, who in product(Status, InCloud, (By.HOST, By.ICLOUD)):
        if status is Status.CANCELLED or who is By.HOST:
            booking = replace(ANNA, status=status, sync=sync, cancelled_by=who if status is Status.CANCELLED else None)
            assert not left_over(booking_state(booking)[1]) and not left_over(concern_words(booking))


def test_no_sentence_is_finished_below_the_window() -> None:
    """What is put together there, other than by `said`, cannot be told in another language."""
    finished = []
    for room in ("core", "ical", "sync", "desktop"):
        for path in sorted((ROOT / "workestra_desktop" / room).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and len(node.args) > (at := MAKERS.get(called(node), 99)):
                    given = [each for each in ast.walk(node.args[at]) if isinstance(each, ast.JoinedStr)]
                    finished += [f"{room}/{path.name}:{each.lineno}" for each in given]
    assert finished == []
