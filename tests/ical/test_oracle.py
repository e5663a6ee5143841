"""Whole objects against two independent readings: dateutil by hand, and recurring-ical-events."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ical.texts import calendar, event, one, span
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.ical.expansion import expand

ZONES = st.sampled_from(
    ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"]
)
STARTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 1)).map(lambda d: d.replace(second=0, microsecond=0))
RULES = st.sampled_from(
    ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=MO,SU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU", "FREQ=MONTHLY",
     "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
     "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1", "FREQ=DAILY;COUNT=700"]
)  # fmt: skip
YEAR = span("2026-01-01", "2027-07-01")


@given(ZONES, ZONES, STARTS, RULES, st.integers(1, 3000), st.booleans())
@settings(max_examples=120, deadline=None)
def test_series_as_dateutil_by_hand(
    host: str, zone: str, start: datetime, rule: str, minutes: int, floating: bool
) -> None:
    where = ZoneInfo(host if floating else zone)
    text = one(
        f"DTSTART{'' if floating else f';TZID={zone}'}:{start:%Y%m%dT%H%M%S}", f"DURATION:PT{minutes}M", f"RRULE:{rule}"
    )
    walls = {start, *rrulestr(rule, dtstart=start).between(datetime(2025, 12, 1), datetime(2027, 8, 1), inc=True)}
    begins = {wall.replace(tzinfo=where).astimezone(UTC) for wall in walls}
    length = timedelta(minutes=minutes)
    expected = sorted((b, b + length) for b in begins if b < YEAR.end and b + length > YEAR.start)
    expansion = expand(text, BusyPolicy(host), YEAR)
    assert [(block.start, block.end) for block in expansion.blocks] == expected
    assert expansion.problem == ""


@given(ZONES, STARTS, RULES, st.sets(st.integers(0, 30), max_size=4), st.integers(0, 30), st.integers(-300, 300))
@settings(max_examples=40, deadline=None)
def test_exceptions_as_recurring_ical_events(
    zone: str, start: datetime, rule: str, without: set[int], moved: int, hours: int
) -> None:
    start = start.replace(hour=12)  # its starts in a gap are times that do not exist
    series: Any = rrulestr(rule if "COUNT" in rule else f"{rule};COUNT=31", dtstart=start)
    walls: list[datetime] = list(series[:31])
    lines = [f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}", "DURATION:PT30M", f"RRULE:{rule}"]
    lines += [f"EXDATE;TZID={zone}:{walls[n]:%Y%m%dT%H%M%S}" for n in without if n != moved]
    to = (walls[moved] + timedelta(hours=hours)).replace(hour=15)
    override = event(
        f"RECURRENCE-ID;TZID={zone}:{walls[moved]:%Y%m%dT%H%M%S}",
        f"DTSTART;TZID={zone}:{to:%Y%m%dT%H%M%S}",
        "DURATION:PT45M",
    )
    text = calendar(event(*lines), override)
    theirs: Any = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(YEAR.start, YEAR.end)
    expected = sorted((e.start.astimezone(UTC), e.end.astimezone(UTC)) for e in theirs)
    ours = [(block.start, block.end) for block in expand(text, BusyPolicy("Europe/Berlin"), YEAR).blocks]
    assert ours == expected
