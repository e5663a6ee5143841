"""A booking stands for its event only where the two agree: whatever else the event takes, it takes [45-48]."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.desks import MONDAY, Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, move, refused, sync
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import (
    ChangeSettings,
    Disconnect,
    FindSlots,
    RemoveLink,
    Reschedule,
    SetLink,
    ShowWeek,
    TryLink,
)
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Override, parse_hours
from workestra_desktop.core.trouble import Code
from workestra_desktop.core.week import Trial, Week
from workestra_desktop.core.whereabouts import Stay

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)


@pytest.fixture
def place(place: Workplace) -> Workplace:
    place.connect()
    return place


def offered(place: Workplace, day: datetime, **more: object) -> set[datetime]:
    """Starts of the free slots of the host's working day that begins at `day` (08:00 there)."""
    found = place.desk.execute(FindSlots("meeting", Span(day, day + 10 * HOUR), **more))  # type: ignore[arg-type]
    assert isinstance(found, tuple)
    return {slot.start for slot in found if isinstance(slot, Span)}


def on_the_phone(icloud: ICloud, booking: Booking, start: datetime, end: datetime, *more: str) -> None:
    icloud.put("work", booking.href.rsplit("/", 1)[1], event(booking.uid, start, end, *more, summary=booking.title))


def test_a_meeting_that_overruns_takes_its_time(icloud: ICloud, place: Workplace) -> None:
    booking = place.book(TEN)
    place.clock.at = TEN + 31 * MINUTE
    on_the_phone(icloud, booking, TEN, TEN + 2.5 * HOUR)
    sync(place)
    assert min(offered(place, MONDAY)) == TEN + 2.5 * HOUR


def test_a_past_event_dragged_to_a_coming_day_takes_that_time(icloud: ICloud, place: Workplace) -> None:
    booking = place.book(TEN)
    place.clock.at = TEN + DAY
    later = TEN + 2 * DAY
    on_the_phone(icloud, booking, later, later + HOUR)
    sync(place)
    assert not {later, later + HOUR / 2} & offered(place, MONDAY + 2 * DAY)


def test_a_past_event_that_was_made_a_series_takes_each_week(icloud: ICloud, place: Workplace) -> None:
    booking = place.book(TEN)
    place.clock.at = TEN + DAY
    on_the_phone(icloud, booking, TEN, TEN + HOUR / 2, "RRULE:FREQ=WEEKLY")
    sync(place)
    assert TEN + 7 * DAY not in offered(place, MONDAY + 7 * DAY)


def test_a_moved_event_takes_its_new_time_before_its_booking_has_followed(icloud: ICloud, place: Workplace) -> None:
    """A round mirrors first and follows last: whoever asks in between, or after it broke off, is told the truth."""
    booking = place.book(TEN)
    to = TEN + 4 * HOUR
    on_the_phone(icloud, booking, to, to + HOUR / 2)
    steps = place.desk.round()
    while to in offered(place, MONDAY):
        next(steps)
    assert place.desk.booking(booking.id).start == TEN
    del steps  # as if the process had ended here
    assert not {TEN, to} & offered(place, MONDAY)


def test_travel_that_the_host_adds_to_a_bookings_event_counts(icloud: ICloud, place: Workplace) -> None:
    booking = place.book(TEN + 2 * HOUR)
    on_the_phone(icloud, booking, booking.start, booking.end, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT1H")
    sync(place)
    free = offered(place, MONDAY)
    assert not {TEN + HOUR, TEN + 1.5 * HOUR, TEN + 2 * HOUR} & free
    assert {TEN + HOUR / 2, TEN + 2.5 * HOUR} <= free
    shown = place.desk.execute(ShowWeek("meeting", Span(MONDAY, MONDAY + DAY)))
    assert isinstance(shown, Week)
    (way,) = shown.blocks
    assert (way.start, way.end, way.travel) == (TEN + HOUR, TEN + 2 * HOUR, HOUR)


def test_a_move_that_waits_frees_the_old_time_and_takes_the_new(place: Workplace) -> None:
    booking = place.book(TEN)
    move(place, booking, TEN + 9 * DAY, offline=True)
    assert TEN in offered(place, MONDAY)
    assert TEN + 9 * DAY not in offered(place, MONDAY + 9 * DAY)


def test_a_floating_event_on_a_journey_is_followed_to_where_the_host_is(icloud: ICloud, place: Workplace) -> None:
    there = ZoneInfo("America/New_York")
    stay = Stay(date(2027, 3, 3), date(2027, 3, 4), there.key)
    place.desk.execute(ChangeSettings(replace(place.store.settings.get(), stays=(stay,))))
    booking = place.book(TEN)
    on_the_phone(icloud, booking, datetime(2027, 3, 3, 11), datetime(2027, 3, 3, 12))
    sync(place)
    assert place.desk.booking(booking.id).start == datetime(2027, 3, 3, 11, tzinfo=there)


FIRST, LAST = date(2027, 3, 2), date(2027, 3, 4)


def days_offered(icloud: ICloud, place: Workplace, zone: str, where: str, *, travels: bool) -> set[date]:
    """The dates in `where` with free times, while a whole-day event lies on the first and the last day in `zone`."""
    place.desk.execute(ChangeSettings(replace(place.store.settings.get(), stays=(Stay(FIRST, LAST, zone),))))
    (link,) = place.desk.links()
    place.desk.execute(SetLink(replace(link, travels=travels, hours=parse_hours("mon-sun 00:00-24:00"))))
    for day in (FIRST, LAST):
        icloud.put("work", f"{day}.ics", event(f"{day}", day, day + DAY, summary="Workshop"))
    sync(place)
    found = place.desk.execute(FindSlots("meeting", Span(MONDAY, MONDAY + 8 * DAY)))
    assert isinstance(found, tuple)
    return {slot.start.astimezone(ZoneInfo(where)).date() for slot in found if isinstance(slot, Span)}


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Honolulu", "Pacific/Kiritimati"])
def test_a_whole_day_at_the_edge_of_a_journey_is_whole_there(icloud: ICloud, place: Workplace, zone: str) -> None:
    """It ended at the midnight at home: in Honolulu that is one in the afternoon."""
    days = days_offered(icloud, place, zone, zone, travels=True)
    assert not {FIRST, LAST} & days
    assert date(2027, 3, 3) in days


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Honolulu"])
def test_the_day_of_departure_is_whole_at_home(icloud: ICloud, place: Workplace, zone: str) -> None:
    """Flying west, its first hours at home are on no date there."""
    assert FIRST not in days_offered(icloud, place, zone, "Europe/Amsterdam", travels=False)


def test_a_conflict_far_ahead_is_told_too(icloud: ICloud, place: Workplace) -> None:
    """Beyond the span of ready-made blocks."""
    far = TEN + 280 * DAY
    booking = place.book(far, outside_rules=True)
    icloud.put("family", "far.ics", event("far", far, far + HOUR, summary="Fair"))
    assert [(c.booking, c.event) for c in sync(place).conflicts] == [(booking.id, "Fair")]


def test_a_wide_question_has_the_same_answer_as_a_narrow_one(icloud: ICloud, place: Workplace) -> None:
    icloud.put("family", "l.ics", event("l", TEN - DAY, TEN - DAY + HOUR, "RRULE:FREQ=DAILY", summary="Lunch"))
    sync(place)
    narrow = place.desk.execute(FindSlots("meeting", Span(MONDAY, MONDAY + 366 * DAY)))
    wide = place.desk.execute(FindSlots("meeting", Span(MONDAY - 3000 * DAY, MONDAY + 20_000 * DAY)))
    assert narrow == wide
    assert narrow
    blocks = place.desk.busy_blocks(Span(MONDAY, MONDAY + 20_000 * DAY))
    assert {b.end - b.start for b in blocks} == {HOUR}
    assert len(blocks) == 20_000


@pytest.mark.parametrize(("made", "now"), [(60, 0), (0, 60)])
def test_times_to_move_to_keep_the_buffers_the_move_will_keep(place: Workplace, made: int, now: int) -> None:
    (link,) = place.desk.links()
    place.desk.execute(SetLink(replace(link, before=made)))
    other, booking = place.book(TEN), place.book(TEN + 3 * HOUR)
    place.desk.execute(SetLink(replace(link, before=now)))
    found = sorted(offered(place, MONDAY, but_not=booking.id))
    for start in (TEN + HOUR / 2, TEN + HOUR, TEN + 1.5 * HOUR):
        if start in found:
            assert move(place, booking, start).start == start
        else:
            assert refused(place, Reschedule(booking.id, start)).code is Code.SLOT_TAKEN
    assert (other.end in found) is (made == 0)


def test_a_booking_whose_link_is_gone_can_still_be_moved(place: Workplace) -> None:
    booking = place.book(TEN)
    place.desk.execute(RemoveLink("meeting"))
    assert TEN + HOUR in offered(place, MONDAY, but_not=booking.id)
    shown = place.desk.execute(ShowWeek("meeting", Span(MONDAY, MONDAY + DAY), but_not=booking.id))
    assert isinstance(shown, Week)
    assert shown.minutes == 30


def test_a_trial_counts_the_caps_of_each_link_by_itself(place: Workplace) -> None:
    (link,) = place.desk.links()
    capped = replace(link, max_per_day=1, hours=parse_hours("mon-sun 00:00-24:00"))
    place.desk.execute(SetLink(capped))
    for day in (1, 3):
        place.book(MONDAY + day * DAY - 2 * HOUR)  # six in the morning here; there the evening before
    span = Span(MONDAY, MONDAY + 7 * DAY)
    elsewhere = replace(capped, timezone="America/Los_Angeles")
    trial = place.desk.execute(TryLink(elsewhere, span))
    assert isinstance(trial, Trial)
    place.desk.execute(SetLink(elsewhere))
    kept = place.desk.execute(FindSlots("meeting", span))
    assert isinstance(kept, tuple)
    assert set(trial.kept) | set(trial.gained) == set(kept)


def test_erasing_leaves_no_copy_from_before_a_migration(place: Workplace, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    copy = folder / "workestra.schema2.backup"
    copy.write_bytes(b"SQLite format 3\x00 with a guest in it")
    place.desk.execute(Disconnect())
    assert copy.exists()
    place.connect()
    place.desk.execute(Disconnect(erase=True))
    assert not list(folder.glob("*backup*"))


@pytest.mark.parametrize(
    "fields",
    [
        {"window": (date(2026, 1, 1), date(9999, 12, 31))},
        {"window": (date(1, 1, 1), date(2026, 12, 31))},
        {"overrides": (Override(date(2026, 1, 1), date(9999, 12, 31)),)},
        {"timezone": "localtime"},
        {"timezone": "right/Europe/Amsterdam"},
        {"hours": {"mon": (("9", "17"),)}},
        {"alarms": (5, 5)},
    ],
)
def test_a_link_that_could_not_be_reckoned_with_is_refused(place: Workplace, fields: dict[str, object]) -> None:
    (link,) = place.desk.links()
    assert refused(place, SetLink(replace(link, **fields))).code is Code.BAD_INPUT  # type: ignore[arg-type]
    assert place.desk.links() == [link]
