"""Where an oracle and we disagree on valid files: both answers, and who is right by RFC 5545.

What is wrong with the file itself is in the corpus, with the libraries' answer beside ours. `test_generated` leaves out
of its comparison what is shown here and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from dateutil.rrule import rrulestr

from tests.ical import by_libraries
from tests.ical.corpus.file import EAST, File, ics, vevent
from tests.ical.corpus.series import series
from tests.ical.generated import vtimezone
from tests.ical.texts import BERLIN, span, taken, times
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.ical import rules
from workestra_desktop.ical.expansion import Expansion


@dataclass(frozen=True, slots=True)
class Case:
    file: File
    month: str = "2026-12"


BERLIN_DAY = "DTSTART;TZID=Europe/Berlin:20261023T120000\nDTEND;TZID=Europe/Berlin:20261024T120000"
CASES = {
    "an end over a change of clocks": Case(
        File(vevent(f"{BERLIN_DAY}\nRRULE:FREQ=DAILY;COUNT=2"), ("23 10:00 1440", "24 10:00 1440"),
             theirs=("23 10:00 1440", "24 10:00 1500"),
             why="§3.8.5.3: with DTEND the same exact duration applies to all; they keep the hour of the end"),
        "2026-10"),
    "a length in hours over a change of clocks": Case(
        File(vevent("DTSTART;TZID=Europe/Berlin:20261024T120000\nDURATION:PT24H"), ("24 10:00 1440",),
             theirs=("24 10:00 1500",), why="§3.3.6: hours are exact, only days and weeks are nominal"),
        "2026-10"),
    "a PERIOD whose end is in UTC": Case(
        File(vevent("DTSTART:20261201T090000Z\nDURATION:PT1H\n"
                    "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261203T120000/20261203T120000Z"),
             ("01 09:00 60", "03 11:00 60"), theirs=("01 09:00 60",),
             why="§3.2.19: TZID must not be applied to a time in UTC; they end the period when it begins")),
    "an exception named in UTC, like another one's hour": Case(
        File(series("DTSTART;TZID=America/New_York:20261201T090000\nDURATION:PT1H\nRRULE:FREQ=HOURLY;INTERVAL=5;COUNT=2",
                    "RECURRENCE-ID:20261201T140000Z\nDTSTART:20261201T100000Z\nDURATION:PT1H"),
             ("01 10:00 60", "01 19:00 60"), theirs=("01 10:00 60",),
             why="§3.8.4.4 names 9:00 in New York; they take away 14:00 there as well, which only looks alike")),
    "later parts of a series as whole days": Case(
        File(series("DTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T090000Z\nDTSTART;VALUE=DATE:20261202"),
             ("01 09:00 60", "01 23:00 1440", "02 23:00 1440"),
             theirs=("01 09:00 60", "01 23:00 1440", "03 00:00 1440"),
             why="§3.3.4: a day is nobody's UTC; all days are the host's, not only the first")),
    "later parts of whole days as times": Case(
        File(series("DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261202\nDTSTART:20261202T090000Z\nDURATION:PT1H"),
             ("30 23:00 1440", "02 09:00 60", "03 09:00 60"),
             theirs=("30 23:00 1440", "02 09:00 60"),
             why="§3.2.13: the change is for all that follow; the third is nowhere there"),
    ),
    "a PERIOD in a later part": Case(
        File(series("DTSTART:20261201T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\n"
                    "RDATE;VALUE=PERIOD:20261204T090000Z/PT3H",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T090000Z\nDTSTART:20261202T100000Z\nDURATION:PT2H"),
             ("01 09:00 60", "02 10:00 120", "04 10:00 120"), theirs=("01 09:00 60", "02 10:00 120", "04 10:00 180"),
             why="§3.2.13: the change is for all that follow; an occurrence of its own length is not spoken of")),
    "a start in the gap, by the file's own zone": Case(
        File(ics("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Customized Time Zone:20260308T023000\nDURATION:PT1H\nEND:VEVENT",
                 vtimezone("Customized Time Zone", *EAST)),
             ("08 07:30 60",), theirs=("08 06:30 60",),
             why="§3.3.5: in a gap the offset before it counts, so 2:30 is 7:30 in UTC"),
        "2026-03"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_both_answers(case: Case) -> None:
    first, last = f"{case.month}-01", "2027-01-01" if case.month == "2026-12" else f"{case.month}-28"
    within = span(first, last)
    assert tuple(times(taken(case.file.text, within))) == case.file.taken
    theirs = tuple(Block(*pair, "", Reason.BUSY) for pair in by_libraries.busy(case.file.text, BERLIN, within))
    assert tuple(times(Expansion(theirs, ""))) == case.file.theirs != case.file.taken
    assert case.file.why


def test_positions_in_the_first_week() -> None:
    """RFC 5545 §3.3.10: BYSETPOS counts in the whole set of a week, which begins on WKST; dateutil begins at DTSTART.

    Tuesday is the second of Monday and Tuesday, so it is not the first of the week in which the series begins.
    """
    text, tuesday = "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=2", datetime(2026, 12, 1, 9)
    found = list(rules.occurrences(rules.parse(text), tuesday, tuesday, datetime(2027, 1, 1)))
    assert found == [datetime(2026, 12, 7, 9), datetime(2026, 12, 14, 9)]
    assert list(rrulestr(text, dtstart=tuesday)) == [datetime(2026, 12, 1, 9), datetime(2026, 12, 7, 9)]


@pytest.mark.parametrize("rule", ["FREQ=HOURLY;INTERVAL=24;BYHOUR=8;COUNT=3", "FREQ=MINUTELY;INTERVAL=60;BYMINUTE=15"])
def test_a_rule_whose_parts_never_meet(rule: str) -> None:
    """RFC 5545 §3.8.5.3: then there is DTSTART alone; the libraries raise."""
    text = vevent(f"DTSTART:20261201T093000Z\nDURATION:PT1H\nRRULE:{rule}")
    assert times(taken(text)) == ["01 09:30 60"]
    with pytest.raises(ValueError, match=r"(?i)until|invalid|empty"):
        by_libraries.busy(text, BERLIN, span("2026-12-01", "2027-01-01"))
