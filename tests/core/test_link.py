"""Booking links: what may be written for hours and bounds, and what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from workestra_desktop.core.link import (
    YEAR_MINUTES,
    Link,
    Override,
    checked,
    first_link,
    parse_hours,
    parse_windows,
    safe_url,
)
from workestra_desktop.core.trouble import Code, Failure

MEETING = first_link("Europe/Berlin")
NINE_TO_FIVE = (("09:00", "17:00"),)


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("09:00-17:00", (("09:00", "17:00"),)),
        (" 13:00-17:00 , 09:00-12:00 ", (("09:00", "12:00"), ("13:00", "17:00"))),
        ("09:00-12:00,12:00-17:00", (("09:00", "12:00"), ("12:00", "17:00"))),
        ("00:00-24:00", (("00:00", "24:00"),)),
        ("22:00-02:00", (("22:00", "02:00"),)),
        ("09:00-12:00,22:00-02:00", (("09:00", "12:00"), ("22:00", "02:00"))),
        ("", ()),
    ],
)
def test_windows_are_read(text: str, windows: tuple[tuple[str, str], ...]) -> None:
    assert parse_windows(text) == windows


@pytest.mark.parametrize(
    "text",
    [
        "9:00-17:00",
        "09:00",
        "09:00-",
        "-17:00",
        "09:00-25:00",
        "24:00-25:00",
        "09:60-10:00",
        "09:00-09:00",
        "09:00–17:00",
        "09:00-12:00-13:00",
        "09:00-12:00,11:00-13:00",
        "00:00-24:00,09:00-10:00",
        "20:00-02:00,22:00-23:00",
        "10:00-00:00,12:00-13:00",
    ],
)
def test_malformed_and_overlapping_windows_are_bad_input(text: str) -> None:
    with pytest.raises(Failure) as caught:
        parse_windows(text)
    assert caught.value.trouble.code is Code.BAD_INPUT


def test_hours_are_read_by_weekday() -> None:
    assert parse_hours("mon-wed 09:00-12:00,13:00-17:00; Sat 10:00-12:00") == {
        **dict.fromkeys(("mon", "tue", "wed"), (("09:00", "12:00"), ("13:00", "17:00"))),
        "sat": (("10:00", "12:00"),),
    }


@pytest.mark.parametrize(
    ("text", "days"),
    [("mon,wed,fri 09:00-17:00", {"mon", "wed", "fri"}), ("sat-mon 09:00-17:00", {"sat", "sun", "mon"}), ("", set())],
)
def test_days_can_be_lists_and_wrap_round_the_week(text: str, days: set[str]) -> None:
    assert parse_hours(text) == dict.fromkeys(days, NINE_TO_FIVE)


def test_a_day_named_twice_has_both_windows() -> None:
    assert parse_hours("mon 13:00-17:00; mon-tue 09:00-12:00")["mon"] == (("09:00", "12:00"), ("13:00", "17:00"))


@pytest.mark.parametrize(
    "text",
    [
        "mon",
        "mon ",
        "monday 09:00-17:00",
        "mo 09:00-17:00",
        "mon- 09:00-17:00",
        "09:00-17:00",
        "mon 9-17",
        "mon 09:00-12:00; mon 11:00-13:00",
        "mon-fri-sun 09:00-10:00",
        "mon, tue 09:00-10:00",
    ],
)
def test_malformed_hours_are_bad_input(text: str) -> None:
    with pytest.raises(Failure) as caught:
        parse_hours(text)
    assert caught.value.trouble.code is Code.BAD_INPUT


@pytest.mark.parametrize(
    "change",
    [
        {"slug": ""},
        {"slug": "Meeting"},
        {"slug": "a b"},
        {"slug": "-a"},
        {"slug": "a" * 64},
        {"slug": "a/../b"},
        {"title": "  "},
        {"title": "x" * 201},
        {"minutes": ()},
        {"minutes": (0,)},
        {"minutes": (1441,)},
        {"minutes": (30, 30)},
        {"before": -1},
        {"after": 1441},
        {"notice": -1},
        {"notice": YEAR_MINUTES + 1},
        {"step": 4},
        {"step": 721},
        {"window_days": 0},
        {"window_days": 731},
        {"max_per_day": 0},
        {"max_per_week": 1001},
        {"alarms": (-1,)},
        {"alarms": (40_321,)},
        {"location": "x" * 501},
        {"meeting_url": "http://example.com"},
        {"overrides": (Override(date(2026, 2, 2), date(2026, 2, 1)),)},
        {"timezone": "Berlin"},
    ],
)
def test_a_field_out_of_bounds_is_bad_input(change: dict[str, Any]) -> None:
    with pytest.raises(Failure) as caught:
        checked(replace(MEETING, **change))
    assert caught.value.trouble.code is Code.BAD_INPUT
    assert caught.value.trouble.subject


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"slug": "a" * 63},
        {"slug": "0-x"},
        {"minutes": (1, 1440)},
        {"before": 1440, "after": 0},
        {"notice": YEAR_MINUTES},
        {"step": 5},
        {"step": 720},
        {"window_days": 730},
        {"max_per_day": 1},
        {"max_per_week": 1000},
        {"alarms": (0, 40_320)},
        {"meeting_url": "https://meet.example/x?y=1#z"},
        {"hours": {}},
    ],
)
def test_the_bounds_themselves_are_fine(change: dict[str, Any]) -> None:
    link = replace(MEETING, **change)
    assert checked(link) is link


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "https://",
        "javascript:alert(1)",
        "https://a b",
        "https://user@host/",
        "https://a\nb",
        "https://u:p@host/",
        "file:///etc/passwd",
        "https://[",
        "https://x/" + "a" * 1000,
        "https://x/\u202e",
        "",
    ],
)
def test_addresses_that_must_not_be_opened(url: str) -> None:
    assert not safe_url(url)


def test_the_last_matching_override_wins_and_no_windows_means_off() -> None:
    holiday, open_day = Override(date(2026, 8, 1), date(2026, 8, 14)), date(2026, 8, 5)
    link = replace(MEETING, overrides=(holiday, Override(open_day, open_day, (("10:00", "11:00"),))))
    assert link.windows_on(date(2026, 7, 31)) == NINE_TO_FIVE
    assert link.windows_on(date(2026, 8, 3)) == link.windows_on(date(2026, 8, 14)) == ()
    assert link.windows_on(open_day) == (("10:00", "11:00"),)
    assert link.windows_on(date(2026, 8, 15)) == ()  # a Saturday


def test_the_first_duration_is_the_usual_one_and_others_must_be_offered() -> None:
    link = replace(MEETING, minutes=(45, 90))
    assert (link.duration(None), link.duration(90)) == (45, 90)
    with pytest.raises(Failure) as caught:
        link.duration(30)
    assert "45, 90" in caught.value.trouble.subject


def test_a_fresh_profile_has_one_link() -> None:
    expected = Link("meeting", "Meeting with {guest}", (30,), {}, "Europe/Berlin")
    assert replace(MEETING, hours={}) == expected
    assert MEETING.hours == dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), NINE_TO_FIVE)
    assert checked(MEETING) is MEETING
