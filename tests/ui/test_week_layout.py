"""Rows, lanes and moves of the week view: exact on every day, also where the clocks change."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import day_start
from workestra_desktop.ui.week_axis import FULL_DAY, MINUTE, Axis, axis
from workestra_desktop.ui.week_entries import Entry, Kind, exact_clock, utc_offset
from workestra_desktop.ui.week_layout import SHORTEST, Box, Frame, bars, boxes
from workestra_desktop.ui.week_walk import Walk

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 23)


def days(first: date, count: int = 7) -> list[date]:
    return [first + timedelta(days=n) for n in range(count)]


def local(text: str, where: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=where).astimezone(UTC)


def entry(start: str, end: str, title: str = "Call", where: ZoneInfo = BERLIN, *, whole_day: bool = False) -> Entry:
    return Entry(Kind.BUSY, Span(local(start, where), local(end, where)), title, whole_day=whole_day)


CHANGES = [
    ("Europe/Berlin", date(2026, 10, 25), 1500),
    ("Europe/Berlin", date(2026, 3, 29), 1380),
    ("Australia/Lord_Howe", date(2026, 4, 5), 1470),
    ("Australia/Lord_Howe", date(2026, 10, 4), 1410),
    ("Antarctica/Troll", date(2026, 10, 25), 1560),
    ("Africa/Cairo", date(2026, 10, 29), 1500),  # back from 24:00
    ("Africa/Cairo", date(2026, 4, 24), 1380),  # forward at 00:00
    ("America/Havana", date(2026, 11, 1), 1500),  # 01:00 becomes 00:00
    ("America/Goose_Bay", date(2010, 11, 7), 1500),  # 00:01 becomes 23:01 of the day before
    ("Pacific/Apia", date(2011, 12, 30), 0),  # a day that was left out
    ("Europe/Berlin", date(2026, 12, 1), 1440),
]


@pytest.mark.parametrize(("zone", "day", "minutes"), CHANGES)
def test_every_minute_has_a_row_of_its_own(zone: str, day: date, minutes: int) -> None:
    """Instant to row and back is the identity, in order of time, on the day of the change and its neighbours."""
    where = ZoneInfo(zone)
    found = axis(days(day - timedelta(days=3)), where)
    column = found.columns[3]
    assert (column.span.end - column.span.start) / MINUTE == minutes
    for each in found.columns:
        count = int((each.span.end - each.span.start) / MINUTE)
        moments = [each.span.start + n * MINUTE for n in range(count)]
        tops = [each.top_of(m) for m in moments]
        assert all(one < other for one, other in pairwise(tops))
        assert all(0 <= top < found.height for top in tops)
        assert [each.moment_at(top) for top in tops] == moments
        assert count + sum(end - start for start, end in each.holes(found.height)) == found.height


@pytest.mark.parametrize(("zone", "day"), [(zone, day) for zone, day, minutes in CHANGES if minutes])
def test_equal_hours_lie_in_one_row_and_the_marks_tell_them(zone: str, day: date) -> None:
    where = ZoneInfo(zone)
    found = axis(days(day - timedelta(days=3)), where)
    for column in found.columns:
        for n in range(0, int((column.span.end - column.span.start) / MINUTE), 15):
            moment = column.span.start + n * MINUTE
            lived = moment.astimezone(where)
            if lived.date() != column.day or lived.minute:
                continue
            twice = lived.replace(fold=0).utcoffset() != lived.replace(fold=1).utcoffset()
            at = [m for m in found.marks if m.top == column.top_of(moment)]
            assert any(m.wall == lived.hour * 60 and (not twice or m.offset == lived.utcoffset()) for m in at), (
                f"{lived} {at}"
            )


def test_the_rows_of_an_ordinary_week_are_its_wall_clock() -> None:
    found = axis(days(MONDAY), BERLIN)
    assert found.height == FULL_DAY
    assert [c.top_of(local(f"{c.day}T09:30")) for c in found.columns] == [570] * 7
    assert [(m.top, m.wall, m.offset) for m in found.marks] == [(h * 60, h * 60, None) for h in range(25)]


def test_the_repeated_hour_stands_between_with_its_offset() -> None:
    found = axis(days(date(2026, 10, 19)), BERLIN)
    near = [(m.top, m.wall, m.offset) for m in found.marks if 120 <= m.top <= 240]
    hour = timedelta(hours=1)
    assert near == [(120, 120, 2 * hour), (180, 120, hour), (240, 180, None)]
    assert found.columns[0].holes(found.height) == [(180, 240)]
    assert found.columns[6].holes(found.height) == []
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert [exact_clock(m, BERLIN) for m in (first, second)] == ["02:30 (UTC+2)", "02:30 (UTC+1)"]
    assert exact_clock(datetime(2026, 10, 25, 2, 30, tzinfo=UTC), BERLIN) == "03:30"
    assert utc_offset(timedelta(hours=10, minutes=30)) == "UTC+10:30"
    assert utc_offset(timedelta(hours=-3, minutes=-30)) == "UTC−3:30"


def test_what_the_clocks_skip_points_at_what_follows() -> None:
    found = axis([date(2026, 3, 29)], BERLIN)
    column = found.columns[0]
    assert column.holes(found.height) == [(120, 180)]
    assert {column.moment_at(top) for top in range(120, 181)} == {local("2026-03-29T03:00")}
    assert column.moment_at(5000) == local("2026-03-29T23:59")
    assert column.moment_at(-50) == local("2026-03-29T00:00")


quarters = st.tuples(st.integers(0, 95), st.integers(0, 12)).map(lambda t: (t[0] * 15, (t[0] + t[1]) * 15))
minutes = st.tuples(st.integers(0, FULL_DAY - 1), st.integers(0, 300)).map(lambda t: (t[0], t[0] + t[1]))
spans = st.lists(st.one_of(quarters, minutes), max_size=40) | st.lists(quarters, max_size=15)


@settings(max_examples=200, deadline=None)
@given(spans)
def test_lanes_never_overlap_and_are_as_few_as_can_be(found: list[tuple[int, int]]) -> None:
    sheet = axis([MONDAY], BERLIN)
    start = day_start(MONDAY, BERLIN)
    made = [Entry(Kind.BUSY, Span(start + a * MINUTE, start + b * MINUTE), f"{n}") for n, (a, b) in enumerate(found)]
    laid = boxes(sheet, made)
    assert sorted(b.entry.title for b in laid) == sorted(e.title for e in made)
    for box in laid:
        assert 0 <= box.top < box.bottom <= FULL_DAY and box.bottom - box.top >= SHORTEST
        assert 0 <= box.lane < box.lane + box.reach <= box.lanes
        over = [b for b in laid if b.top < box.bottom and box.top < b.bottom]
        for other in over:
            if other is not box:
                assert other.lanes == box.lanes
                assert box.lane + box.reach <= other.lane or other.lane + other.reach <= box.lane
    for box in laid:
        most = max(sum(b.top <= row < b.bottom for b in laid) for row in {b.top for b in _cluster(box, laid)})
        assert box.lanes == most


def _cluster(box: Box, laid: tuple[Box, ...]) -> list[Box]:
    """Everything `box` is tied to by a chain of overlaps."""
    tied = [box]
    for one in tied:
        tied += [b for b in laid if b not in tied and b.top < one.bottom and one.top < b.bottom]
    return tied


def test_neighbours_share_no_lanes_and_a_lone_one_has_the_day() -> None:
    made = [entry("2026-11-23T09:00", "2026-11-23T10:00", "a"), entry("2026-11-23T10:00", "2026-11-23T11:00", "b")]
    assert [(b.entry.title, b.lane, b.lanes) for b in boxes(axis(days(MONDAY), BERLIN), made)] == [
        ("a", 0, 1),
        ("b", 0, 1),
    ]


def test_what_reaches_over_midnight_is_cut_by_day() -> None:
    made = [entry("2026-11-24T22:00", "2026-11-26T02:00")]
    found = boxes(axis(days(MONDAY), BERLIN), made)
    assert [(b.column, b.top, b.bottom, b.begins, b.ends) for b in found] == [
        (1, 1320, 1440, True, False),
        (2, 0, 1440, False, False),
        (3, 0, 120, False, True),
    ]


def test_an_event_over_the_repeated_hour_covers_both() -> None:
    sunday = axis([date(2026, 10, 25)], BERLIN)
    (box,) = boxes(sunday, [entry("2026-10-25T01:00", "2026-10-25T04:00")])
    assert (box.top, box.bottom) == (60, 300)
    ends_with_it = Entry(Kind.BUSY, Span(local("2026-10-25T01:00"), datetime(2026, 10, 25, 1, tzinfo=UTC)), "first")
    (box,) = boxes(sunday, [ends_with_it])
    assert (box.top, box.bottom) == (60, 180)


def test_an_event_up_to_the_skipped_hour_ends_before_it() -> None:
    sunday = axis([date(2026, 3, 29)], BERLIN)
    start, change = local("2026-03-29T01:00"), datetime(2026, 3, 29, 1, tzinfo=UTC)
    (before,) = boxes(sunday, [Entry(Kind.BUSY, Span(start, change), "before")])
    (after,) = boxes(sunday, [Entry(Kind.BUSY, Span(change, change + timedelta(hours=1)), "after")])
    assert [(b.top, b.bottom) for b in (before, after)] == [(60, 120), (180, 240)]


def test_moments_can_be_seen_and_stay_in_their_day() -> None:
    made = [entry("2026-11-23T23:59", "2026-11-23T23:59"), entry("2026-11-24T00:00", "2026-11-24T00:00")]
    found = boxes(axis(days(MONDAY), BERLIN), made)
    assert [(b.column, b.top, b.bottom) for b in found] == [(0, 1440 - SHORTEST, 1440), (1, 0, SHORTEST)]


def test_whole_days_lie_in_rows() -> None:
    made = [
        entry("2026-11-20T00:00", "2026-11-25T00:00", "visit"),
        entry("2026-11-24T00:00", "2026-11-25T00:00", "day"),
        entry("2026-11-25T00:00", "2026-12-05T00:00", "fair"),
        entry("2026-12-05T00:00", "2026-12-06T00:00", "elsewhere"),
    ]
    found = bars(axis(days(MONDAY), BERLIN), made)
    assert [(b.entry.title, b.first, b.last, b.row, b.begins, b.ends) for b in found] == [
        ("visit", 0, 1, 0, False, True),
        ("day", 1, 1, 1, True, True),
        ("fair", 2, 6, 0, True, False),
    ]


def test_a_whole_day_of_another_zone_stands_on_the_day_it_mostly_is() -> None:
    there = ZoneInfo("America/New_York")
    found = bars(axis(days(MONDAY), BERLIN), [entry("2026-11-24T00:00", "2026-11-25T00:00", where=there)])
    assert [(b.first, b.last, b.begins, b.ends) for b in found] == [(1, 1, True, True)]


@pytest.mark.parametrize("count", [1, 4, 7])
def test_columns_share_the_width_to_the_last_pixel(count: int) -> None:
    frame = Frame(60, 1001, count)
    edges = [frame.left(i) for i in range(count + 1)]
    assert (edges[0], edges[-1]) == (60, 1001)
    assert max(b - a for a, b in pairwise(edges)) - min(b - a for a, b in pairwise(edges)) <= 1
    assert [frame.column_at(x) for x in edges[:-1]] == list(range(count))
    assert frame.column_at(59) is None and frame.column_at(5000) == count - 1


# ---------------------------------------------------------------------------------------------------------------- moves


def walk(found: Axis, *starts: str, step: int = 15) -> Walk:
    return Walk(found, sorted(local(s) for s in starts), step * MINUTE)


def test_steps_keep_to_the_grid_of_the_slots() -> None:
    on = walk(axis(days(MONDAY), BERLIN), "2026-11-24T09:10", "2026-11-24T09:55", "2026-11-24T14:00", step=45)
    assert on.cell(local("2026-11-24T09:20")) == Span(local("2026-11-24T09:10"), local("2026-11-24T09:55"))
    assert on.cell(local("2026-11-24T08:30")) == Span(local("2026-11-24T08:25"), local("2026-11-24T09:10"))
    assert on.cell(local("2026-11-24T13:50")) == Span(local("2026-11-24T13:40"), local("2026-11-24T14:00"))
    assert on.cell(local("2026-11-24T00:05")) == Span(local("2026-11-24T00:00"), local("2026-11-24T00:45"))
    assert on.cell(local("2026-11-23T10:07")) == Span(local("2026-11-23T09:45"), local("2026-11-23T10:30"))
    assert on.later(local("2026-11-24T13:50")) == local("2026-11-24T14:00")
    assert on.earlier(local("2026-11-24T09:20")) == local("2026-11-24T09:10")
    assert on.earlier(local("2026-11-24T09:10")) == local("2026-11-24T08:25")


def test_slots_are_found_from_anywhere() -> None:
    on = walk(axis(days(MONDAY), BERLIN), "2026-11-24T09:00", "2026-11-24T16:30", "2026-11-26T11:00")
    tuesday = local("2026-11-24T12:00")
    assert (on.first(tuesday), on.last(tuesday)) == (local("2026-11-24T09:00"), local("2026-11-24T16:30"))
    assert (on.slot_before(tuesday), on.next_slot(tuesday)) == (on.first(tuesday), on.last(tuesday))
    assert on.next_slot(local("2026-11-24T16:30")) == local("2026-11-26T11:00")
    assert on.next_slot(local("2026-11-26T11:00")) is None and on.slot_before(local("2026-11-24T09:00")) is None
    monday = local("2026-11-23T12:00")
    assert (on.first(monday), on.last(monday)) == (local("2026-11-23T00:00"), local("2026-11-23T23:45"))


def test_days_are_crossed_in_a_row_and_left_at_the_edge() -> None:
    on = walk(axis(days(date(2026, 10, 19)), BERLIN))
    assert on.across(local("2026-10-21T15:10"), 1) == local("2026-10-22T15:10")
    assert on.across(local("2026-10-24T15:10"), 1) == local("2026-10-25T15:10")
    assert on.across(local("2026-10-25T15:10"), 1) == local("2026-10-26T15:10")
    assert on.across(local("2026-10-19T15:10"), -1) == local("2026-10-18T15:10")
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 for the second time: on Saturday that row is a hole
    assert on.across(again, -1) == local("2026-10-24T03:00")
    apia = Walk(axis(days(date(2011, 12, 29), 3), ZoneInfo("Pacific/Apia")), (), 15 * MINUTE)
    thursday = local("2011-12-29T10:00", ZoneInfo("Pacific/Apia"))
    assert (
        apia.across(thursday, 1) == thursday + timedelta(days=1) == local("2011-12-31T10:00", ZoneInfo("Pacific/Apia"))
    )


def test_a_drag_covers_whole_steps_of_one_day_in_either_direction() -> None:
    on = walk(axis(days(MONDAY), BERLIN))
    one, other = local("2026-11-24T10:07"), local("2026-11-24T10:50")
    whole = Span(local("2026-11-24T10:00"), local("2026-11-24T11:00"))
    assert on.cells(one, other) == on.cells(other, one) == whole
    assert on.cells(one, local("2026-11-26T10:00")) == Span(whole.start, local("2026-11-25T00:00"))
    assert on.cells(one, one) == Span(whole.start, whole.start + 15 * MINUTE)


@pytest.mark.parametrize(("zone", "day"), [(zone, day) for zone, day, minutes in CHANGES if minutes])
def test_steps_lead_through_the_whole_day_and_back(zone: str, day: date) -> None:
    found = axis([day], ZoneInfo(zone))
    on = Walk(found, (), 15 * MINUTE)
    span = found.columns[0].span
    way = [span.start]
    while found.column_of(way[-1]) is not None and len(way) < 200:
        way.append(on.later(way[-1]))
    assert way[-1] == span.end and {b - a for a, b in pairwise(way)} == {15 * MINUTE}
    back = [way[-2]]
    while found.column_of(back[-1]) is not None and len(back) < 200:
        back.append(on.earlier(back[-1]))
    assert back[:-1] == way[-2::-1]


def test_any_moment_is_in_its_cell() -> None:
    draw = random.Random(4)
    found = axis(days(date(2026, 10, 19)), BERLIN)
    start, minutes = (
        found.columns[0].span.start,
        int((found.columns[-1].span.end - found.columns[0].span.start) / MINUTE),
    )
    for step in (5, 20, 45, 720):
        starts = sorted({start + draw.randrange(minutes) * MINUTE for _ in range(30)})
        on = Walk(found, starts, step * MINUTE)
        for _ in range(300):
            moment = start + draw.randrange(minutes) * MINUTE
            cell = on.cell(moment)
            assert cell.start <= moment < cell.end and cell.end - cell.start <= step * MINUTE
            assert found.column_of(cell.start) == found.column_of(moment)
            assert on.later(moment) > moment > on.earlier(moment)
