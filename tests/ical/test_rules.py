"""Recurrence rules against python-dateutil, and their bound on the work."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from workestra_desktop.ical import rules

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def ours(text: str, start: datetime, begin: datetime, end: datetime) -> list[datetime]:
    return list(rules.occurrences(rules.parse(text), start, begin, end))


def theirs(text: str, start: datetime, begin: datetime, end: datetime) -> list[datetime]:
    return rrulestr(text, dtstart=start).between(begin, end, inc=True)


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;COUNT=500",
        "FREQ=DAILY;BYDAY=MO,WE,FR",
        "FREQ=DAILY;BYMONTH=1,12;BYHOUR=8,17;BYMINUTE=0,30",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=10,11,12,13,14,15",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYWEEKNO=1,53,-1;BYDAY=TH",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "FREQ=HOURLY;INTERVAL=5",
        "FREQ=HOURLY;BYHOUR=9,10;BYMINUTE=0,20,40",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=400",
    ],
)
@pytest.mark.parametrize(
    "start", [datetime(2019, 1, 31, 9, 30), datetime(2026, 11, 3, 9, 30), datetime(2024, 2, 29, 9, 30)]
)
def test_as_dateutil(text: str, start: datetime) -> None:
    begin, end = datetime(2026, 11, 1), datetime(2027, 2, 15)
    assert ours(text, start, begin, end) == theirs(text, start, begin, end)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Rules that come true again and again: on others dateutil walks to the year 9999, for minutes."""
    freq, interval = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])), draw(st.integers(1, 5))
    parts = [f"FREQ={freq}", f"INTERVAL={interval}", f"WKST={draw(st.sampled_from(['MO', 'SU']))}"]
    ordinal = st.sampled_from(["1", "2", "-1", "-2"] if freq in ("MONTHLY", "YEARLY") else [""])
    choices = {
        "BYMONTHDAY": st.integers(-28, 28).filter(bool),
        "BYDAY": st.sampled_from(WEEKDAYS),
        "BYDAY ": st.builds("{}{}".format, ordinal, st.sampled_from(WEEKDAYS)),
    }
    if freq == "YEARLY":
        choices["BYYEARDAY"] = st.integers(-366, 366).filter(bool)
    name = draw(st.sampled_from(["", *choices]))
    if name:
        values = draw(st.lists(choices[name], min_size=1, max_size=4, unique=True))
        parts.append(f"{name.strip()}=" + ",".join(map(str, values)))
    if name == "BYMONTHDAY" and draw(st.booleans()):
        parts.append("BYDAY=MO,TU,WE,TH,FR")
    if name != "BYYEARDAY" and not (freq == "MONTHLY" and interval > 1) and draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.integers(1, 6))},{draw(st.integers(7, 12))}")
    if draw(st.booleans()):
        parts.append(f"BYHOUR={draw(st.integers(0, 11))},{draw(st.integers(12, 23))}")
    if name and freq in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '1,-1']))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    return ";".join(parts)


@given(texts(), st.datetimes(datetime(2015, 1, 1), datetime(2027, 1, 1)), st.integers(0, 400))
@settings(max_examples=150, deadline=None)
def test_as_dateutil_in_general(text: str, start: datetime, days: int) -> None:
    start = start.replace(microsecond=0, day=min(start.day, 28))
    begin = datetime(2026, 1, 1)
    end = begin + timedelta(days=days)
    assert ours(text, start, begin, end) == theirs(text, start, begin, end)


@pytest.mark.parametrize(
    "text", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=7", "FREQ=YEARLY;BYDAY=53MO,-53MO"]
)
def test_a_rule_that_never_comes_true_ends(text: str) -> None:
    assert ours(text, datetime(2020, 1, 15, 9), datetime(2026, 1, 1), datetime(2026, 6, 1)) == []


@pytest.mark.parametrize(
    "text", ["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=SECONDLY;COUNT=999999999", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_an_absurd_rule_is_given_up(text: str) -> None:
    with pytest.raises(rules.TooMuch):
        ours(text, datetime(1900, 1, 1), datetime(2026, 1, 1), datetime(2027, 1, 1))


def test_the_end_of_time_is_no_accident() -> None:
    start = datetime(9999, 12, 1)
    for text in ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY", "FREQ=YEARLY;BYWEEKNO=-1,52", "FREQ=HOURLY"):
        assert ours(text, start, start, datetime(9999, 12, 31, 23))


@pytest.mark.parametrize(
    "text", ["", "FREQ=", "FREQ=OFTEN", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=x", "FREQ=WEEKLY;BYDAY=XX",
             "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=DAILY;BYHOUR=24", "FREQ=DAILY;RSCALE=HEBREW", "FREQ=DAILY;NONSENSE=1",
             "FREQ=DAILY;WKST=XX", "FREQ=DAILY;INTERVAL=" + "9" * 5000]
)  # fmt: skip
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        rules.parse(text)
