"""Reading and writing instants, above all where a clock jumps."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.times import day_start, days_between, in_zone, opening, parse_instant, rfc3339, utc, zone
from workestra_desktop.core.trouble import Code, Failure

BERLIN = ZoneInfo("Europe/Berlin")
SANTIAGO = ZoneInfo("America/Santiago")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-01T10:00", "2026-12-01T09:00:00+00:00"),
        ("2026-12-01 10:00", "2026-12-01T09:00:00+00:00"),
        ("2026-07-01T10:00:30", "2026-07-01T08:00:30+00:00"),
        ("2026-12-01T10:00Z", "2026-12-01T10:00:00+00:00"),
        ("2026-12-01T10:00:00.250z", "2026-12-01T10:00:00+00:00"),
        ("2026-12-01T10:00-05:30", "2026-12-01T15:30:00+00:00"),
        ("2026-12-01T10:00+0100", "2026-12-01T09:00:00+00:00"),
        ("2026-10-25T02:30+02:00", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30:00+00:00"),
        ("2026-12-01", "2026-11-30T23:00:00+00:00"),
        (" 2026-12-01T10:00Z ", "2026-12-01T10:00:00+00:00"),
    ],
)
def test_times_are_read(text: str, expected: str) -> None:
    assert parse_instant(text, BERLIN).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "10:00",
        "2026-12-01T",
        "2026-12-01Z",
        "2026-13-01T10:00",
        "2026-02-29",
        "2026-12-01T24:00",
        "2026-12-01T10:60",
        "2026-12-01T10:00:60",
        "2026-12-01T10:00+25:00",
        "0001-01-01T00:00+10:00",
        "0001-01-01",
        "9999-12-31T23:00-10:00",
        "9999-12-31T12:00",
        "3000-01-01",
        "1899-12-31",
        "2026-12-01T10",
        "20261201T100000Z",
        "２０２６-12-01T10:00",
        "2026-12-01T10:00\n\nX",
    ],
)
def test_what_is_no_time_is_bad_input(text: str) -> None:
    with pytest.raises(Failure) as caught:
        parse_instant(text, BERLIN)
    assert caught.value.trouble.code is Code.BAD_INPUT


@pytest.mark.parametrize(("text", "why"), [("2026-03-29T02:30", "does not exist"), ("2026-10-25T02:30", "comes twice")])
def test_wall_times_a_clock_change_makes_unclear_are_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(Failure) as caught:
        parse_instant(text, BERLIN)
    assert caught.value.trouble.code is Code.BAD_INPUT
    assert why in caught.value.trouble.subject


@pytest.mark.parametrize("text", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T01:59", "2026-10-25T03:00"])
def test_the_edges_of_a_clock_change_are_clear(text: str) -> None:
    moment = parse_instant(text, BERLIN)
    assert moment.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M") == text


def test_a_day_without_midnight_begins_at_one() -> None:
    """Chile's clocks go forward at midnight: 2026-09-06 begins at 01:00."""
    expected = datetime(2026, 9, 6, 4, tzinfo=UTC)
    assert day_start(date(2026, 9, 6), SANTIAGO) == expected
    assert expected.astimezone(SANTIAGO).strftime("%d %H:%M") == "06 01:00"
    assert parse_instant("2026-09-06", SANTIAGO) == expected


def test_a_midnight_that_comes_twice_begins_the_day_at_the_first() -> None:
    """Cuba's clocks go back at 01:00 to midnight."""
    havana = ZoneInfo("America/Havana")
    first = day_start(date(2026, 11, 1), havana)
    assert first.astimezone(havana).strftime("%d %H:%M %z") == "01 00:00 -0400"
    assert (first - timedelta(seconds=1)).astimezone(havana).date() == date(2026, 10, 31)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_what_is_written_is_read_again(naive: datetime, name: str) -> None:
    moment = naive.replace(microsecond=0, tzinfo=UTC)
    where = ZoneInfo(name)
    text = rfc3339(moment, where)
    assert parse_instant(text, BERLIN) == moment
    assert datetime.fromisoformat(text).utcoffset() == moment.astimezone(where).utcoffset()


@given(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)))
def test_a_wall_time_is_either_read_exactly_or_refused(naive: datetime) -> None:
    local = naive.replace(second=0, microsecond=0)
    try:
        moment = in_zone(local, BERLIN)
    except Failure:
        candidates = {local.replace(tzinfo=BERLIN, fold=f).astimezone(UTC) for f in (0, 1)}
        assert len(candidates) == 2
    else:
        assert moment.astimezone(BERLIN).replace(tzinfo=None) == local


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "Europe/Berlin\0", "/etc/localtime", "Europe"])
def test_unknown_zones_are_bad_input(name: str) -> None:
    with pytest.raises(Failure) as caught:
        zone(name)
    assert caught.value.trouble.code is Code.BAD_INPUT


def test_small_helpers() -> None:
    assert days_between(date(2026, 2, 27), date(2026, 3, 1)) == [date(2026, 2, 27), date(2026, 2, 28), date(2026, 3, 1)]
    assert days_between(date(2026, 3, 2), date(2026, 3, 1)) == []
    with pytest.raises(ValueError, match="naive"):
        utc(datetime(2026, 1, 1))
    assert rfc3339(datetime(2026, 1, 1, 9, 30, 59, 999_999, tzinfo=UTC)) == "2026-01-01T09:30:59+00:00"


@pytest.mark.parametrize("name", ["localtime", "posixrules", "Factory", "posix/Europe/Berlin", "right/Europe/Berlin"])
def test_files_among_the_zones_that_name_no_zone_are_refused(name: str) -> None:
    with pytest.raises(Failure):
        zone(name)


@pytest.mark.parametrize(
    ("where", "local", "expected"),
    [
        ("Europe/Berlin", "2026-07-01T02:30", "2026-07-01T00:30"),
        ("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30"),
        ("Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00"),
    ],
)
def test_a_clock_shows_a_time_first_or_has_just_skipped_it(where: str, local: str, expected: str) -> None:
    found = opening(datetime.fromisoformat(local), ZoneInfo(where))
    assert found == datetime.fromisoformat(expected).replace(tzinfo=UTC)
