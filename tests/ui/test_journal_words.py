"""A booking's history in words: what happened, when, from when to when; no code of ours in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

import workestra_desktop.sync as rooms
from tests.support.snapshots import BERLIN, NOW, a_booking
from workestra_desktop.core.choices import SAID
from workestra_desktop.core.interval import Span
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.ui.journal_words import SHOWN, journal_words

WHERE = ZoneInfo(BERLIN)
ANNA = a_booking("anna", "Anna", 1)
FIRST = Span(ANNA.start - timedelta(hours=3), ANNA.end - timedelta(hours=3))
SECOND = Span(ANNA.start - timedelta(hours=1), ANNA.end - timedelta(hours=1))


def told(*lines: JournalLine) -> list[tuple[str, str]]:
    return [(each.at, each.text) for each in journal_words(lines, ANNA, WHERE, NOW)]


def line(what: str, detail: str = "", was: Span | None = None, hours: float = 1) -> JournalLine:
    return JournalLine(NOW - timedelta(hours=hours), what, detail, was=was)


def test_each_move_says_from_when_to_when(qapp: QApplication) -> None:
    lines = (
        line("booked", "2026-11-24T06:00:00Z", hours=30),
        line("moved by the host", "from 2026-11-24T06:00:00Z", FIRST, hours=3),
        line("moved in iCloud", "2026-11-24T08:00:00+00:00 etag", hours=2),
        line("moved in iCloud from 2026-11-24T08:00:00+00:00", "", SECOND),
    )
    assert told(*lines) == [
        ("09:42", "Moved in iCloud from Tue 24 Nov, 09:00 – 09:30 to Tue 24 Nov, 10:00 – 10:30."),
        ("08:42", "The new time is in iCloud."),
        ("07:42", "You moved it from Tue 24 Nov, 07:00 – 07:30 to Tue 24 Nov, 09:00 – 09:30."),
        ("Sun 22 Nov, 04:42", "Booked for Tue 24 Nov, 07:00 – 07:30."),
    ]


@pytest.mark.parametrize(
    ("what", "detail", "text"),
    [
        ("cancelled by the host", "Ill", "You cancelled it. Reason: Ill"),
        ("cancelled by the host", "", "You cancelled it."),
        ("refused", "amend: HTTP 403", "iCloud refused to move its event."),
        ("refused", "publish: HTTP 403", "iCloud refused to take its event."),
        ("moved in iCloud from 2026-11-24T08:00:00+00:00", "", "Moved in iCloud."),
        ("Its event in iCloud has become a series.", "", "Its event in iCloud has become a series."),
        ("a line of a later version\u202e", "", "a line of a later version"),
    ],
)
def test_a_line_without_times(qapp: QApplication, what: str, detail: str, text: str) -> None:
    assert told(line(what, detail)) == [("09:42", text)]


def test_every_line_the_app_writes_is_told_in_other_words(qapp: QApplication) -> None:
    """Found in the source: who adds a line adds its words."""
    source = "".join(file.read_text("utf-8") for file in Path(str(rooms.__file__)).parent.glob("*.py"))
    calls = re.findall(r'(?:journal\.write|note_\w+)\([^"]*?now(?:\(\))?, "([^"]+)"', source)
    known = {*calls, "to be put back into iCloud", "the cancel was taken back", "edited in iCloud", "seen in iCloud"}
    known |= {f"decided by the host: {said}" for said in SAID.values()}
    assert len(known) > 15 and "missing in iCloud, checking again" in known
    for what in known - {"booked", "refused"}:
        ((_, text),) = told(line(what))
        assert text != what and text.endswith("."), what


def test_a_long_history_ends(qapp: QApplication) -> None:
    lines = [replace(line("edited in iCloud"), at=NOW - timedelta(minutes=n)) for n in range(3 * SHOWN, 0, -1)]
    assert len(told(*lines)) == SHOWN
    assert told(*lines)[0][0] == "10:41"
