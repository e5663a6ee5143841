"""When a link can be booked, and that the reasons against agree with the times offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from tests.core.example import BOOKING
from tests.core.situations import Situation, situations
from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link, Override, parse_hours
from workestra_desktop.core.slots import Taken, free_slots, open_windows, refusals, window_span
from workestra_desktop.core.whereabouts import Stay

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


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ("sun 00:00-02:30", ["00:00", "00:30", "01:00", "01:30"]),
        ("sun 02:15-02:45", []),
        ("sun 02:30-04:00", ["03:00", "03:30"]),
    ],
)
def test_hours_that_begin_or_end_in_the_hour_that_is_skipped_do_so_at_the_change(
    hours: str, expected: list[str]
) -> None:
    link = replace(LINK, hours=parse_hours(hours), step=30)
    assert starts(link, day("2026-03-29"), now=local("2026-03-01T00:00")) == expected


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


@settings(max_examples=200, deadline=None)
@given(situations())
def test_what_is_offered_is_exactly_what_nothing_speaks_against(situation: Situation) -> None:
    link, span, taken, now = situation.link, situation.span, situation.taken, situation.now
    length = situation.minutes * MINUTE
    offered = free_slots(link, situation.minutes, span, taken, now, situation.stays)
    unopposed = []
    start = span.start
    while start + length <= span.end:
        meeting = Span(start, start + length)
        if not refusals(link, meeting, taken, now, situation.stays):
            unopposed.append(meeting)
        start += 5 * MINUTE
    assert offered == unopposed
    for slot in offered:
        assert taken.free(slot, link.before, link.after)
        assert any(w.start <= slot.start and slot.end <= w.end for w in open_windows(link, slot, situation.stays))


class Plain:
    """The free slots worked out minute by minute on the wall clock of whoever is where: shares no line with the app."""

    def __init__(self, situation: Situation) -> None:
        self.link, self.length, self.now, self.span = (
            situation.link, situation.minutes, situation.now, situation.span,
        )  # fmt: skip
        self.stays = situation.stays if situation.link.travels else ()
        self.bookings = situation.bookings
        self.taken: set[datetime] = set()
        self.kept: set[datetime] = set()
        for block in situation.blocks:
            if block.reason in (Reason.BUSY, Reason.TENTATIVE):
                self.taken |= minutes(block.start, block.end)
        for made in situation.bookings:
            self.taken |= minutes(made.start, made.end)
            self.kept |= minutes(made.start - made.before * MINUTE, made.end + made.after * MINUTE)

    def where(self, day: date) -> ZoneInfo:
        there = [s.timezone for s in self.stays if s.first <= day <= s.last]
        return ZoneInfo(there[0] if there else self.link.timezone)

    def midnight(self, day: date, of: date) -> datetime:
        return datetime(day.year, day.month, day.day, tzinfo=self.where(of)).astimezone(UTC)

    def shown(self, wall: datetime, day: date) -> datetime:
        """The first instant at which the clock shows `wall`; of a time that it skips, when it skips it."""
        where, back = self.where(day), timedelta()
        while (wall - back).replace(tzinfo=where).astimezone(UTC).astimezone(where).replace(tzinfo=None) != wall - back:
            back += MINUTE  # to the last minute that there is
        return (wall - back).replace(tzinfo=where).astimezone(UTC) + (MINUTE if back else timedelta())

    def lived_on(self, moment: datetime) -> date:
        zones = [*(s.timezone for s in self.stays), self.link.timezone]
        days = [moment.astimezone(ZoneInfo(name)).date() for name in zones]
        return next((d for d, name in zip(days, zones, strict=True) if self.where(d).key == name), days[-1])

    def starts(self) -> set[datetime]:
        first = (self.span.start - timedelta(days=3)).date()
        days = [first + timedelta(days=n) for n in range(10)]
        return {start for day in days for start in self.grid(day) if self.bookable(start)}

    def grid(self, day: date) -> Iterator[datetime]:
        link = self.link
        override = [o for o in link.overrides if o.first <= day <= o.last]
        for opens, closes in override[-1].hours if override else link.hours.get(WEEKDAYS[day.weekday()], ()):
            last = day + timedelta(days=1) if closes <= opens or closes == "24:00" else day
            begin = self.shown(datetime.fromisoformat(f"{day}T{opens}"), day)
            end = self.shown(datetime.fromisoformat(f"{last}T{closes.replace('24:00', '00:00')}"), day)
            while begin + self.length * MINUTE <= end:
                yield begin
                begin += (link.step or self.length) * MINUTE

    def bookable(self, start: datetime) -> bool:
        link, end = self.link, start + self.length * MINUTE
        if start < self.now + link.notice * MINUTE or start < self.span.start or end > self.span.end:
            return False
        if link.window is None:
            if start >= self.now + timedelta(days=link.window_days):
                return False
        else:
            first, last = link.window
            if not self.midnight(first, first) <= start < self.midnight(last + timedelta(days=1), last):
                return False
        around = minutes(start - link.before * MINUTE, end + link.after * MINUTE)
        return not (self.full(self.lived_on(start)) or self.taken & around or self.kept & minutes(start, end))

    def full(self, day: date) -> bool:
        days = [self.lived_on(made.start) for made in self.bookings]
        weeks = [each.isocalendar()[:2] for each in days]
        return (self.link.max_per_day is not None and days.count(day) >= self.link.max_per_day) or (
            self.link.max_per_week is not None and weeks.count(day.isocalendar()[:2]) >= self.link.max_per_week
        )


def minutes(start: datetime, end: datetime) -> set[datetime]:
    return {start + n * MINUTE for n in range(int((end - start) / MINUTE))}


@settings(max_examples=300, deadline=None)
@given(situations())
def test_slots_as_worked_out_minute_by_minute(situation: Situation) -> None:
    offered = free_slots(
        situation.link, situation.minutes, situation.span, situation.taken, situation.now, situation.stays
    )
    assert {slot.start for slot in offered} == Plain(situation).starts()


def test_hours_go_along_on_a_journey_unless_the_link_stays_at_home() -> None:
    """Three days in New York: 09:00 there is 15:00 in Berlin."""
    stays = (Stay(date(2026, 12, 2), date(2026, 12, 4), "America/New_York"),)
    week = Span(local("2026-11-30T00:00"), local("2026-12-06T00:00"))

    def offered(link: Link) -> list[str]:
        return [f"{s.start.astimezone(BERLIN):%a %H:%M}" for s in free_slots(link, 180, week, NOTHING, NOW, stays)]

    assert offered(LINK) == ["Mon 09:00", "Tue 09:00", "Wed 15:00", "Thu 15:00", "Fri 15:00"]
    assert offered(replace(LINK, travels=False))[2:] == ["Wed 09:00", "Thu 09:00", "Fri 09:00"]


def test_a_night_shift_begun_at_home_ends_by_the_clock_at_home() -> None:
    stays = (Stay(date(2026, 12, 5), date(2026, 12, 6), "America/New_York"),)
    link = replace(LINK, hours=parse_hours("fri 22:00-02:00"))
    (window,) = open_windows(link, day("2026-12-05"), stays)
    assert window == Span(local("2026-12-04T22:00"), local("2026-12-05T02:00"))


def test_a_fixed_booking_window_takes_the_place_of_the_rolling_one() -> None:
    link = replace(LINK, window=(date(2026, 12, 3), date(2026, 12, 4)), window_days=1)
    found = free_slots(link, 180, day("2026-11-30", 20), NOTHING, NOW)
    assert [s.start for s in found] == [local("2026-12-03T09:00"), local("2026-12-04T09:00")]
    (refusal,) = refusals(link, Span(local("2026-12-02T09:00"), local("2026-12-02T09:30")), NOTHING, NOW)
    assert (refusal.kind, refusal.setting) == ("window", "link.window")


@pytest.mark.parametrize(
    ("made", "link", "setting"),
    [
        ((0, 0), {"before": 15}, "link.before"),
        ((0, 10), {}, "booking.after"),
        ((30, 0), {}, "booking.before"),
        ((0, 0), {"after": 15}, "link.after"),
    ],
)
def test_a_buffer_names_whose_it_is(made: tuple[int, int], link: dict[str, int], setting: str) -> None:
    """A booking 10:00 to 10:30, and a meeting just behind it, or just before."""
    taken = Taken([], [booking("2026-12-01T10:00", before=made[0], after=made[1])])
    start = "2026-12-01T10:30" if setting in ("link.before", "booking.after") else "2026-12-01T09:30"
    meeting = Span(local(start), local(start) + 30 * MINUTE)
    (refusal,) = refusals(replace(LINK, **link), meeting, taken, NOW)  # type: ignore[arg-type]
    assert (refusal.kind, refusal.setting, refusal.booking) == ("buffer", setting, "2026-12-01T10:00")


@pytest.mark.parametrize(
    ("reason", "setting"),
    [
        (Reason.BUSY, ""),
        (Reason.TENTATIVE, "settings.tentative_blocks"),
        (Reason.UNANSWERED, "settings.unanswered_blocks"),
        (Reason.ALL_DAY, "settings.all_day"),
        (Reason.ALWAYS, "event.always"),
        (Reason.UNREADABLE, ""),
    ],
)
def test_an_event_names_the_setting_that_makes_it_block(reason: Reason, setting: str) -> None:
    there = replace(block("2026-12-01T09:00", "2026-12-01T10:00"), reason=reason, uid="U9")
    (refusal,) = refusals(LINK, Span(local("2026-12-01T09:00"), local("2026-12-01T09:30")), Taken([there], []), NOW)
    assert (refusal.setting, refusal.reason, refusal.uid) == (setting, reason, "U9")


@pytest.mark.parametrize("reason", [reason for reason in Reason if not reason.blocks])
def test_what_takes_no_time_takes_none(reason: Reason) -> None:
    there = replace(block("2026-12-01T09:00", "2026-12-01T12:00"), reason=reason)
    assert len(starts(LINK, day("2026-12-01"), Taken([there], []))) == 6
