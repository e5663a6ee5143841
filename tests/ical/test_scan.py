"""The light index: loose bounds that hold, whatever the text; and nothing in this room ever raises."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.ical.test_expansion import CASES, ODD_ZONE
from tests.ical.texts import BERLIN, at, calendar, event, one, span
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.ical.expansion import expand, remote_event
from workestra_desktop.ical.scan import content_lines, index, parameters, parted

NINE = "DTSTART;TZID=Europe/Berlin:20261201T090000", "DTEND;TZID=Europe/Berlin:20261201T100000"


@pytest.mark.parametrize(
    ("text", "first", "last", "repeats"),
    [
        (one(*NINE), "2026-11-29", "2026-12-05", False),
        (calendar(ODD_ZONE, event(*NINE)), "2026-11-29", "2026-12-05", False),
        (one(NINE[0], "DURATION:P3D"), "2026-11-26", "2026-12-08", False),
        (one(*NINE, "X-APPLE-TRAVEL-DURATION:P1D"), "2026-11-28", "2026-12-06", False),
        (one(*NINE, "BEGIN:VALARM", "DURATION:P9D", "END:VALARM"), "2026-11-29", "2026-12-05", False),
        (one(*NINE, "RRULE:FREQ=DAILY"), "2026-11-29", None, True),
        (one(*NINE, "RRULE:FREQ=DAILY;COUNT=2"), "2026-11-29", "2026-12-08", True),
        (one(*NINE, "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=2;COUNT=3"), "2026-11-29", "2027-01-30", True),
        (one(*NINE, "RRULE:FREQ=MONTHLY;COUNT=2"), "2026-11-29", None, True),
        (one(*NINE, "RRULE:FREQ=DAILY;BYMONTH=2;COUNT=2"), "2026-11-29", None, True),
        (one(*NINE, "RRULE:FREQ=DAILY;COUNT=2;COUNT=9"), "2026-11-29", None, True),
        (one(*NINE, "RRULE:FREQ=DAILY;COUNT=2000"), "2026-11-29", None, True),
        (one(*NINE, "RRULE:FREQ=DAILY;UNTIL=20261220T100000Z"), "2026-11-29", "2026-12-24", True),
        (one(*NINE, "RRULE:FREQ=DAILY;UNTIL=soon"), "2026-11-29", None, True),
        (one(*NINE, "RDATE:20270101T000000Z"), "2026-11-29", "2027-02-05", True),
        (calendar(event(*NINE), event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T080000Z", *NINE)),
         "2026-11-29", None, True),
        (one("DTSTART:soon"), None, None, False),
        (one("SUMMARY:x"), None, None, False),
        (one(*NINE).replace("END:VEVENT", ""), None, None, False),
        ("", None, None, False),
    ],
)  # fmt: skip
def test_bounds(text: str, first: str | None, last: str | None, repeats: bool) -> None:
    found = index(text)
    assert (found.first, found.last) == (first and at(first), last and at(last))
    assert found.repeats is repeats


def test_the_uid_is_unfolded_and_bounded() -> None:
    assert index(one(*NINE)).uid == "u1"
    assert index(calendar(ODD_ZONE, 'BEGIN:VEVENT\r\nUI\r\n D;X="a:b":ab\r\n c#GP6@x\r\nEND:VEVENT')).uid == "abc#GP6@x"
    assert len(index(one(*NINE).replace("u1", "x" * 5000)).uid) == 1000
    assert index("nothing").uid == ""


@pytest.mark.parametrize("name", CASES)
def test_no_block_lies_outside(name: str) -> None:
    _check_bounds(CASES[name][0])


def _check_bounds(text: str) -> None:
    found = index(text)
    for zone in (BERLIN, "Pacific/Kiritimati", "Pacific/Pago_Pago"):
        for block in expand(text, BusyPolicy(zone), span("2024-01-01", "2029-01-01")).blocks:
            assert found.first is None or found.first <= block.start
            assert found.last is None or block.end <= found.last


MOMENT = st.builds(
    "{}{}".format,
    st.dates(datetime(2020, 1, 1).date(), datetime(2028, 1, 1).date()).map(lambda day: day.strftime("%Y%m%d")),
    st.sampled_from(["", "T000000", "T235959Z", "T0930", "T093000"]),
)
LINE = st.one_of(
    st.builds(
        "{}{}:{}".format,
        st.sampled_from(["DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"]),
        st.sampled_from(["", ";TZID=Asia/Tokyo", ";VALUE=DATE", ";RANGE=THISANDFUTURE", ";TZID=Nowhere"]),
        st.one_of(MOMENT, st.builds("{}/{}".format, MOMENT, st.one_of(MOMENT, st.just("PT90H")))),
    ),
    st.builds(
        "RRULE:FREQ={};INTERVAL={}{}".format,
        st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY", "X"]),
        st.integers(0, 40),
        st.one_of(st.just(""), st.builds(";UNTIL={}".format, MOMENT), st.just(";COUNT=9"), st.just(";BYDAY=2MO,XX")),
    ),
    st.builds("{}:{}".format, st.sampled_from(["DURATION", "X-APPLE-TRAVEL-DURATION"]),
              st.sampled_from(["PT5H", "-P2D", "x"])),
    st.sampled_from(["BEGIN:VALARM", "END:VALARM", "BEGIN:VEVENT", "END:VEVENT", "STATUS:TENTATIVE",
                     "UID:u1", "junk", " fold"]),
)  # fmt: skip


@given(st.lists(st.lists(LINE, max_size=6), min_size=1, max_size=3))
@settings(max_examples=120, deadline=None)
def test_whatever_an_event_says_nothing_raises_and_the_bounds_hold(events: list[list[str]]) -> None:
    text = calendar(*(event(*lines) for lines in events))
    _check_bounds(text)
    remote_event(text, "u1", "c", "h", "e", BusyPolicy(BERLIN))


@given(st.text(max_size=400))
@example("\n".join(["BEGIN:VEVENT"] * 30))
@example('BEGIN:VEVENT\nDTSTART;=;:::;"\nATTENDEE;"')
@example("\n:\n;\nDTSTART:\nBEGIN\nEND:")
def test_garbage(text: str) -> None:
    for whole in (text, one(text), calendar(ODD_ZONE + text, event(*NINE, text))):
        index(whole)
        expand(whole, BusyPolicy(BERLIN), span("2026-12-01", "2027-01-01"))
        remote_event(whole, "u1", "c", "h", "e", BusyPolicy(BERLIN))
        assert "".join(whole[line.start : line.end] for line in content_lines(whole)) == whole


@pytest.mark.parametrize(
    "text",
    ["BEGIN:A\n" * 50_000 + "END:B\n" * 50_000, 'ATTENDEE;"' * 40_000, "DTSTART;" + 'X="' * 60_000, "a" * 500_000,
     "RRULE:" + ";;=" * 60_000,
     "\n " * 200_000, "BEGIN:VEVENT\n" * 20_000, "UID\n " * 60_000, "DTSTART:" + " " * 300_000],
)  # fmt: skip
def test_hostile_texts_take_no_long_time(text: str) -> None:
    began = time.monotonic()
    for whole in (text, one(*NINE, text)):
        index(whole)
        expand(whole, BusyPolicy(BERLIN), span("2026-12-01", "2027-01-01"))
        remote_event(whole, "u1", "", "", "", BusyPolicy(BERLIN))
    assert time.monotonic() - began < 20  # a quadratic or exponential walk would be minutes


def test_parting_a_line() -> None:
    head, value = parted('ATTENDEE;CN="A: B;C=D";EMAIL=a@b.org:mailto:x')
    assert (value, parameters(head)) == ("mailto:x", {"CN": "A: B;C=D", "EMAIL": "a@b.org"})
    assert parted('X;A="never closed:value')[1] == "value"


def test_the_scan_is_light() -> None:
    """Thousands of objects a second, and no calendar library for it: the window's process may import it."""
    code = "import sys, workestra_desktop.ical.scan; print(sorted({'icalendar', 'dateutil'} & set(sys.modules)))"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
    text = one(*NINE, *(f"ATTENDEE;CN=Person {n};PARTSTAT=ACCEPTED:mailto:p{n}@example.org" for n in range(20)))
    began = time.monotonic()
    for _ in range(2000):
        index(text)
    assert time.monotonic() - began < 10


def test_far_dates_do_not_run_out_of_the_calendar() -> None:
    assert index(one("DTSTART:00010101T000000Z")).first is None
    assert index(one("DTSTART:99991231T000000Z")).last is None
    assert index(one("DTSTART:20261201T000000Z", "DURATION:P999999W")).last is None
