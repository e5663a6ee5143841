"""Which language is spoken, and what the system's region makes of dates, times and weeks in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QApplication, QDateEdit, QDialogButtonBox

from workestra_desktop.desktop import language
from workestra_desktop.ui.link_words import hours_words
from workestra_desktop.ui.minute_text import lengths_words, parse_lengths
from workestra_desktop.ui.tongue import LANGUAGES, Language, clock_words, first_weekday, speak, spoken, words_locale
from workestra_desktop.ui.week_span import Days, Extent
from workestra_desktop.ui.when import dated, day, localise, long_day, meeting_time

ROOT = Path(__file__).resolve().parents[2]
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
START, END = datetime(2026, 12, 1, 13, tzinfo=UTC), datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


@pytest.fixture
def spoken_there(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)
    speak(qapp, "en")


def plain_spaces(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize(
    ("tongue", "region", "meeting", "long", "week"),
    [
        ("en", "en_US", "Tue, Dec 1, 2:00 PM – 2:30 PM", "Tuesday, December 1", SUNDAY),
        ("en", "en_GB", "Tue 1 Dec, 14:00 – 14:30", "Tuesday 1 December", MONDAY),
        ("de", "de_DE", "Di. 1. Dez., 14:00 – 14:30", "Dienstag, 1. Dezember", MONDAY),
        ("de", "en_US", "Di. 1. Dez., 2:00 PM – 2:30 PM", "Dienstag, 1. Dezember", SUNDAY),
        ("en", "de_DE", "Tue 1 Dec, 14:00 – 14:30", "Tuesday 1 December", MONDAY),
        ("fr", "fr_FR", "mar. 1 déc., 14:00 – 14:30", "mardi 1 décembre", MONDAY),
        ("es", "es_ES", "mar, 1 dic, 14:00 – 14:30", "martes, 1 de diciembre", MONDAY),
        ("ja", "ja_JP", "12月1日(火) 14:00～14:30", "12月1日火曜日", SUNDAY),
        ("en", "C", "Tue 1 Dec, 14:00 – 14:30", "Tuesday 1 December", MONDAY),
    ],
)
def test_words_are_the_window_s_and_clock_and_week_the_system_s(
    spoken_there: None, qapp: QApplication, tongue: str, region: str, meeting: str, long: str, week: date
) -> None:
    QLocale.setDefault(QLocale(region))
    assert speak(qapp, tongue) == tongue
    assert plain_spaces(meeting_time(START, END, BERLIN, NOW)) == meeting
    assert long_day(START.date()) == long
    assert Days.around(MONDAY, Extent.WEEK).first == week


_TOLD = """
from datetime import UTC, date, datetime
from PySide6.QtCore import QCoreApplication
from workestra_desktop.ui.tongue import clock_words, first_weekday, speak
from workestra_desktop.ui.when import day, long_day
app = QCoreApplication([])
one = date(2026, 12, 1)
print(speak(app), clock_words(15, 5), day(one), long_day(one), first_weekday().name, sep="|")
"""


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="there the system's settings are no environment")
@pytest.mark.parametrize(
    ("texts", "times", "told"),
    [
        ("en_US", "en_US", "en|3:05 PM|Tue, Dec 1|Tuesday, December 1|Sunday"),
        ("en_US", "de_DE", "en|15:05|Tue 1 Dec|Tuesday 1 December|Monday"),
        ("en_US", "en_GB", "en|15:05|Tue 1 Dec|Tuesday 1 December|Monday"),
        ("de_DE", "de_DE", "de|15:05|Di. 1. Dez.|Dienstag, 1. Dezember|Monday"),
        ("de_DE", "en_US", "de|3:05 PM|Di. 1. Dez.|Dienstag, 1. Dezember|Sunday"),
        ("fr_FR", "fr_FR", "en|15:05|Tue 1 Dec|Tuesday 1 December|Monday"),
    ],
)
def test_times_follow_the_system_s_own_region_for_times(texts: str, times: str, told: str) -> None:
    """A system can keep another region for times than for texts; Qt asks the environment for both."""
    unset = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    env = unset | {"LANG": f"{texts}.UTF-8", "LC_TIME": f"{times}.UTF-8"}
    line = [sys.executable, "-X", "utf8", "-c", _TOLD]
    done = subprocess.run(line, env=env, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert plain_spaces(done.stdout.strip()) == told, done.stderr


def test_a_field_for_dates_follows(spoken_there: None, qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_US"))
    speak(qapp, "de")
    edit = QDateEdit(QDate(2026, 12, 1))
    edit.setCalendarPopup(True)
    localise(edit)
    assert edit.text() == "Di. 1. Dez. 2026"
    assert edit.calendarWidget().firstDayOfWeek() is first_weekday() is QLocale("en_US").firstDayOfWeek()
    assert edit.calendarWidget().locale().language() is QLocale.Language.German
    assert hours_words({"mon": (("09:00", "17:00"),)}) == "Mo. 9:00 AM–5:00 PM"


@pytest.mark.parametrize("tag", [each.tag for each in LANGUAGES])
def test_lengths_are_read_as_they_are_written_and_in_english(spoken_there: None, qapp: QApplication, tag: str) -> None:
    speak(qapp, tag)
    lengths = (1, 59, 60, 90, 1440, 2880)
    assert parse_lengths(lengths_words(lengths)) == parse_lengths("1, 59 min, 1 h, 90, 1 day, 2 d") == lengths
    assert ("day" in lengths_words(lengths)) == (tag == "en")


def test_every_time_of_day_reads_as_itself(spoken_there: None) -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert [plain_spaces(clock_words(hour, 5)) for hour in (0, 11, 12, 23)] == [
        "12:05 AM", "11:05 AM", "12:05 PM", "11:05 PM",
    ]  # fmt: skip
    assert day(date(2027, 1, 1), year=True) == "Fri, Jan 1, 2027"
    assert plain_spaces(dated(START, BERLIN)) == "Tue, Dec 1, 2:00 PM"


@pytest.mark.parametrize(
    ("chosen", "wanted", "tag"),
    [
        ("", ["de-AT", "de", "en"], "de"),
        ("", ["en-Latn-US", "de"], "en"),
        ("", ["fr-FR", "de-DE"], "de"),
        ("", ["fr-FR"], "en"),
        ("", [], "en"),
        ("", ["C"], "en"),
        ("fr", ["de-DE"], "fr"),
        ("en", ["de-DE"], "en"),
        ("xx", ["de-DE"], "de"),
    ],
)
def test_which_language_is_spoken(chosen: str, wanted: list[str], tag: str) -> None:
    assert spoken(chosen, wanted) == tag


@pytest.mark.parametrize("each", LANGUAGES, ids=lambda each: each.tag)
def test_a_language_names_itself_and_brings_qt_s_words(spoken_there: None, qapp: QApplication, each: Language) -> None:
    tag = each.tag
    speak(qapp, tag)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert words_locale().language() is QLocale(tag).language()
    cancel = box.buttons()[0].text().replace("&", "")
    assert (cancel == "Cancel") == (tag == "en")
    assert (QCoreApplication.translate("BookDialog", "Guest") == "Guest") == (tag == "en")


def test_the_choice_is_there_before_the_profile_is_open(tmp_path: Path) -> None:
    assert language.chosen(tmp_path) == ""
    language.note(tmp_path, "de")
    assert language.chosen(tmp_path) == "de"
    language.note(tmp_path, "")
    assert language.chosen(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_takes_no_file_is_no_hindrance(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / language.FILE).mkdir()
    language.note(tmp_path, "de")
    assert language.chosen(tmp_path) == ""
    assert "the language was not noted" in caplog.text
