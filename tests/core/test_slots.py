"""When a link can be booked, and that the reasons against agree with the times offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.example import BOOKING
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link, Override, Window, parse_hours
from workestra_desktop.core.slots import Taken, free_slots, open_windows, refusals, window_span

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 30, 7, tzinfo=UTC)  # a Monday, 08:00 in Berlin
LINK = Link("meeting", "Meeting with {guest}", (30,), parse_hours("mon-fri 09:00-12:00"), "Europe/Berlin")
NOTHING = Taken([], [])
MINUTE = timedelta(minutes=1)


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def day(text: str, days: int = 1) -> Span:
    return Span(local(f"{text}T00:00"), local(f"{text}T00:00") + timedelta(days=days))


def starts(link: Link, span: Span, taken: Taken = NOTHING, now: datetime = NOW, minutes: int = 30) -> list[str]:
    return [f"{s.start.astimezone(BERLIN):%H:%M}" for s in free_slots(link, minutes, span, taken, now)]


def block(start: str, end: str, title: str = "Dentist") -> Block:
    return Block(local(start), local(end), title, Reason.BUSY, calendar="/1/home/")


def booking(start: str, minutes: int = 30, before: int = 0, after: int = 0, link: str = "meeting") -> Booking:
    moment = local(start)
    return replace(
        BOOKING, id=start, link=link, start=moment, end=moment + minutes * MINUTE, before=before, after=after
    )


def kinds(link: Link, start: str, taken: Taken = NOTHING, now: datetime = NOW, minutes: int = 30) -> list[str]:
    meeting = Span(local(start), local(start) + minutes * MINUTE)
    return [r.kind for r in refusals(link, meeting, taken, now)]


def test_a_free_day_offers_its_hours_in_steps_of_the_duration() -> None:
    assert starts(LINK, day("2026-12-01")) == ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
    assert starts(LINK, day("2026-12-05", 2)) == []
    assert starts(LINK, day("2026-12-01"), minutes=60) == ["09:00", "10:00", "11:00"]
    assert starts(replace(LINK, step=45), day("2026-12-01")) == ["09:00", "09:45", "10:30", "11:15"]
    assert starts(replace(LINK, step=60), day("2026-12-01"), minutes=90) == ["09:00", "10:00"]


def test_slots_lie_wholly_inside_the_range_asked_for_and_on_the_grid() -> None:
    asked = Span(local("2026-12-01T09:10"), local("2026-12-01T10:45"))
    assert starts(LINK, asked) == ["09:30", "10:00"]


def test_what_is_taken_is_not_offered_and_neighbours_are() -> None:
    taken = Taken([block("2026-12-01T09:30", "2026-12-01T10:00")], [booking("2026-12-01T11:00")])
    assert starts(LINK, day("2026-12-01"), taken) == ["09:00", "10:00", "10:30", "11:30"]


def test_buffers_keep_room_around_a_new_meeting() -> None:
    """[45] before and [46] after: both must be free of other events."""
    taken = Taken([block("2026-12-01T10:00", "2026-12-01T10:30")], [])
    assert starts(replace(LINK, before=30), day("2026-12-01"), taken) == ["09:00", "09:30", "11:00", "11:30"]
    assert starts(replace(LINK, after=30), day("2026-12-01"), taken) == ["09:00", "10:30", "11:00", "11:30"]


def test_buffers_may_reach_outside_the_hours() -> None:
    """[48]"""
    assert starts(replace(LINK, before=120, after=120), day("2026-12-01"))[0] == "09:00"
    taken = Taken([block("2026-12-01T08:00", "2026-12-01T08:45")], [])
    assert starts(replace(LINK, before=30), day("2026-12-01"), taken)[0] == "09:30"


def test_a_booking_keeps_its_own_buffers_whatever_the_new_link_has() -> None:
    """[47]"""
    taken = Taken([], [booking("2026-12-01T10:00", before=30, after=30)])
    assert starts(LINK, day("2026-12-01"), taken) == ["09:00", "11:00", "11:30"]
    assert kinds(LINK, "2026-12-01T10:30", taken) == ["buffer"]
    assert kinds(LINK, "2026-12-01T10:00", taken) == ["busy"]


def test_a_cancelled_booking_and_the_one_being_moved_take_no_time() -> None:
    made = booking("2026-12-01T10:00")
    assert kinds(LINK, "2026-12-01T10:00", Taken([], [replace(made, status=Status.CANCELLED)])) == []
    assert kinds(LINK, "2026-12-01T10:00", Taken([], [made], but_not=made.id)) == []
    assert kinds(LINK, "2026-12-01T10:00", Taken([], [replace(made, status=Status.ATTENTION)])) == ["busy"]


@pytest.mark.parametrize(("notice", "first"), [(0, "09:00"), (60, "09:00"), (61, "09:30"), (180, "11:00"), (600, None)])
def test_notice_counts_to_the_minute(notice: int, first: str | None) -> None:
    found = starts(replace(LINK, notice=notice), day("2026-11-30"))
    assert (found[0] if found else None) == first


def test_now_is_still_bookable_and_the_minute_before_is_over() -> None:
    nine = local("2026-11-30T09:00")
    assert starts(LINK, day("2026-11-30"), now=nine)[0] == "09:00"
    assert kinds(LINK, "2026-11-30T09:00", now=nine) == []
    assert kinds(LINK, "2026-11-30T09:00", now=nine + MINUTE) == ["past"]


def test_the_booking_window_rolls() -> None:
    link = replace(LINK, window_days=2)
    assert len(starts(link, day("2026-11-30", 10))) == 12
    assert kinds(link, "2026-12-02T09:00") == ["window"]
    assert starts(link, day("2026-12-01", 9), now=local("2026-11-30T09:10"))[-2:] == ["11:30", "09:00"]


def test_limits_count_only_this_links_meetings_by_local_day_and_week() -> None:
    others = [booking("2026-12-01T09:00", link="other")]
    mine = [booking("2026-12-01T11:00")]
    limited = replace(LINK, max_per_day=1)
    assert "09:30" in starts(limited, day("2026-12-01"), Taken([], others))
    assert starts(limited, day("2026-12-01"), Taken([], mine)) == []
    assert kinds(limited, "2026-12-01T09:30", Taken([], mine)) == ["limit"]
    assert len(starts(limited, day("2026-12-02"), Taken([], mine))) == 6
    weekly = replace(LINK, max_per_week=1)
    assert starts(weekly, day("2026-12-02"), Taken([], mine)) == []
    assert len(starts(weekly, day("2026-12-07"), Taken([], mine))) == 6
    assert "11:30" in starts(limited, day("2026-12-01"), Taken([], mine, but_not=mine[0].id))


def test_overrides_replace_a_days_hours() -> None:
    link = replace(LINK, overrides=(Override(date(2026, 12, 1), date(2026, 12, 1), (("14:00", "15:00"),)),))
    assert starts(link, day("2026-12-01")) == ["14:00", "14:30"]
    assert (
        starts(replace(link, overrides=(Override(date(2026, 12, 1), date(2026, 12, 2)),)), day("2026-12-01", 2)) == []
    )


def test_a_night_shift_belongs_to_the_day_it_begins() -> None:
    link = replace(LINK, hours=parse_hours("fri 22:00-02:00"), step=60)
    assert starts(link, Span(local("2026-12-04T20:00"), local("2026-12-05T12:00"))) == [
        "22:00",
        "23:00",
        "00:00",
        "01:00",
    ]
    assert starts(link, day("2026-12-05")) == ["00:00", "01:00"]
    assert kinds(link, "2026-12-04T23:30") == ["step"]
    assert starts(replace(LINK, hours=parse_hours("tue 23:00-24:00")), day("2026-12-01")) == ["23:00", "23:30"]


def test_a_link_in_another_zone_opens_by_its_own_clock() -> None:
    link = replace(LINK, timezone="America/New_York")
    assert starts(link, day("2026-12-01"))[0] == "15:00"


def test_the_night_the_clocks_go_forward_has_an_hour_less() -> None:
    link = replace(LINK, hours=parse_hours("sun 01:00-04:00"), step=30)
    now = local("2026-03-01T00:00")
    assert starts(link, day("2026-03-29"), now=now) == ["01:00", "01:30", "03:00", "03:30"]
    gap = replace(LINK, hours=parse_hours("sun 02:00-03:00"))
    assert starts(gap, day("2026-03-29"), now=now) == []
    assert window_span(date(2026, 3, 29), ("01:00", "03:00"), BERLIN) == Span(
        datetime(2026, 3, 29, 0, tzinfo=UTC), datetime(2026, 3, 29, 1, tzinfo=UTC)
    )


def test_the_night_the_clocks_go_back_has_an_hour_more_and_no_slot_twice() -> None:
    link = replace(LINK, hours=parse_hours("sun 01:00-04:00"), step=60)
    slots = free_slots(link, 60, day("2026-10-25", 2), NOTHING, local("2026-10-01T00:00"))
    assert [f"{s.start:%H:%M}" for s in slots] == ["23:00", "00:00", "01:00", "02:00"]
    assert all(s.end - s.start == timedelta(hours=1) for s in slots)


def test_each_reason_is_named_with_what_is_in_the_way() -> None:
    taken = Taken([block("2026-12-01T07:00", "2026-12-01T08:15")], [])
    meeting = Span(local("2026-12-01T08:05"), local("2026-12-01T08:35"))
    found = refusals(replace(LINK, notice=2880), meeting, taken, NOW)
    assert [r.kind for r in found] == ["notice", "hours", "busy"]
    assert (found[-1].title, found[-1].calendar) == ("Dentist", "/1/home/")
    assert (found[-1].start, found[-1].end) == (local("2026-12-01T07:00"), local("2026-12-01T08:15"))
    assert [r.taken for r in found] == [False, False, True]
    assert kinds(LINK, "2026-12-01T09:10") == ["step"]
    assert kinds(LINK, "2026-11-29T09:00") == ["past", "hours"]
    near = Taken([block("2026-12-01T08:00", "2026-12-01T08:55")], [])
    assert kinds(replace(LINK, before=10), "2026-12-01T09:00", near) == ["buffer"]


clocks = st.integers(0, 95).map(lambda q: f"{q // 4:02}:{q % 4 * 15:02}")
windows: st.SearchStrategy[Window] = st.tuples(clocks, clocks | st.just("24:00")).filter(lambda w: w[0] != w[1])
quarters = st.integers(0, 4 * 24 * 3)
# Both clock changes of 2026 in Berlin, and an ordinary week.
first_days = st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 12, 1)])


@st.composite
def situations(draw: st.DrawFn) -> tuple[Link, int, Span, Taken, datetime]:
    midnight = datetime.combine(draw(first_days), datetime.min.time(), tzinfo=UTC)

    def moment() -> datetime:
        return midnight + draw(quarters) * 15 * MINUTE

    minutes = draw(st.sampled_from([15, 30, 50]))
    link = Link(
        "meeting",
        "M",
        (minutes,),
        {name: (draw(windows),) for name in draw(st.sets(st.sampled_from(WEEKDAYS)))},
        draw(st.sampled_from(["Europe/Berlin", "UTC", "America/New_York"])),
        before=draw(st.sampled_from([0, 15])),
        after=draw(st.sampled_from([0, 20])),
        notice=draw(st.sampled_from([0, 90])),
        step=draw(st.sampled_from([None, 5, 45])),
        window_days=draw(st.integers(1, 3)),
        max_per_day=draw(st.sampled_from([None, 1, 2])),
        max_per_week=draw(st.sampled_from([None, 2])),
    )
    blocks = [Block(a, b, "x", Reason.BUSY) for a, b in ((moment(), moment()) for _ in range(draw(st.integers(0, 4))))]
    bookings = []
    for number in range(draw(st.integers(0, 3))):
        start = moment()
        bookings.append(
            replace(
                booking(
                    "2026-12-01T10:00", before=draw(st.sampled_from([0, 30])), after=draw(st.sampled_from([0, 10]))
                ),
                id=str(number),
                start=start,
                end=start + 30 * MINUTE,
            )
        )
    span = Span(moment(), moment())
    return link, minutes, span, Taken(blocks, bookings), moment()


@settings(max_examples=150, deadline=None)
@given(situations())
def test_what_is_offered_is_exactly_what_nothing_speaks_against(
    situation: tuple[Link, int, Span, Taken, datetime],
) -> None:
    link, minutes, span, taken, now = situation
    length = minutes * MINUTE
    offered = free_slots(link, minutes, span, taken, now)
    unopposed = []
    start = span.start
    while start + length <= span.end:  # every start of our making lies on a five-minute grid
        meeting = Span(start, start + length)
        if not refusals(link, meeting, taken, now):
            unopposed.append(meeting)
        start += 5 * MINUTE
    assert offered == unopposed
    for slot in offered:
        assert taken.free(slot, link.before, link.after)
        assert any(w.start <= slot.start and slot.end <= w.end for w in open_windows(link, slot))
