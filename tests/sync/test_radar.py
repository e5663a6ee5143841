"""Events that turn up on top of bookings: told of once a pair, kept until answered or apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.support.desks import Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, rewrite
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Book, SetLink, SettleOverlap
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.radar import OverlapState
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code
from workestra_desktop.sync.round import poll

HOUR = timedelta(hours=1)


@pytest.fixture
def booked(place: Workplace) -> Booking:
    """10:00 to 10:30, with a buffer of a quarter of an hour behind it."""
    place.connect()
    place.desk.execute(SetLink(replace(place.desk.link("meeting"), after=15)))
    booking = place.book(TEN)
    quiet_poll(place)
    return booking


def school(icloud: ICloud, start: datetime, end: datetime, *, title: str = "School") -> None:
    icloud.put("family", "x.ics", event("x", start, end, summary=title))


def told(place: Workplace) -> list[tuple[str, str]]:
    """What the next poll reports, which is also what the host hears by a notice."""
    place.notices.clear()
    found = [(c.booking, c.event) for c in quiet_poll(place).conflicts]
    heard = [n for n in place.notices if n.kind is NoticeKind.CONFLICT]
    assert [(n.booking and n.booking.id, n.overlap and n.overlap.title) for n in heard] == found
    return found


def shown(place: Workplace) -> list[str]:
    return [o.title for o in place.desk.snapshot().overlaps]


def answer(place: Workplace, booking: Booking, state: OverlapState, uid: str = "x") -> None:
    place.desk.execute(SettleOverlap(booking.id, uid, state))


def test_a_pair_is_told_of_once_and_shown_until_answered(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, TEN, TEN + HOUR)
    assert told(place) == [(booked.id, "School")]
    school(icloud, TEN, TEN + HOUR, title="School play")
    assert told(place) == []
    assert shown(place) == ["School play"]
    assert [p.code for p in place.desk.problems()] == [Code.CONFLICT]
    assert place.desk.snapshot().state is State.ATTENTION
    answer(place, booked, OverlapState.KEPT)
    assert (shown(place), place.desk.problems()) == ([], ())
    school(icloud, TEN + HOUR / 4, TEN + HOUR)
    assert told(place) == []
    assert shown(place) == []


def test_what_is_kept_stays_settled_when_the_two_part_and_meet_again(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    school(icloud, TEN, TEN + HOUR)
    told(place)
    answer(place, booked, OverlapState.KEPT)
    school(icloud, TEN + 5 * HOUR, TEN + 6 * HOUR)
    assert told(place) == []
    school(icloud, TEN, TEN + HOUR)
    assert (told(place), shown(place)) == ([], [])


def test_the_buffer_counts(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, booked.end + timedelta(minutes=15), TEN + 2 * HOUR)
    assert told(place) == []
    school(icloud, booked.end + timedelta(minutes=14), TEN + 2 * HOUR)
    assert told(place) == [(booked.id, "School")]


def test_what_was_ignored_is_told_again_only_if_one_moves(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, TEN, TEN + HOUR)
    told(place)
    answer(place, booked, OverlapState.IGNORED)
    assert (told(place), shown(place)) == ([], [])
    school(icloud, TEN, TEN + HOUR, title="School play")
    assert told(place) == []
    school(icloud, TEN + HOUR / 4, TEN + HOUR)
    assert told(place) == [(booked.id, "School")]


def test_an_event_that_went_away_and_comes_back_is_told_again(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    school(icloud, TEN, TEN + HOUR)
    told(place)
    school(icloud, TEN + 5 * HOUR, TEN + 6 * HOUR)
    assert (told(place), shown(place)) == ([], [])
    school(icloud, TEN, TEN + HOUR)
    assert told(place) == [(booked.id, "School")]


def test_moving_or_cancelling_the_booking_ends_it(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, TEN, TEN + HOUR)
    told(place)
    moved = move(place, booked, TEN + 3 * HOUR)
    assert (told(place), shown(place)) == ([], [])
    school(icloud, TEN + 3 * HOUR, TEN + 4 * HOUR)
    assert told(place) == [(booked.id, "School")]
    cancel(place, moved)
    assert (told(place), shown(place), place.desk.problems()) == ([], [], ())
    assert refused(place, SettleOverlap(booked.id, "x", OverlapState.KEPT)).code is Code.NOT_FOUND


def test_a_booking_that_is_dragged_onto_an_event_is_told_of(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, TEN + 3 * HOUR, TEN + 4 * HOUR)
    assert told(place) == []
    rewrite(icloud, booked, ("T100000", "T130000"), ("T103000", "T133000"))
    assert told(place) == [(booked.id, "School")]


def test_two_bookings_on_each_other_are_one_pair(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    place.clock.forward(minutes=1)
    other = place.book(TEN + 3 * HOUR, "Grace Hopper")
    rewrite(icloud, other, ("T130000", "T100000"), ("T133000", "T103000"))
    assert told(place) == [(booked.id, "Meeting with Grace Hopper")]
    answer(place, booked, OverlapState.KEPT, other.uid)
    assert told(place) == []


@pytest.mark.parametrize("lines", [("TRANSP:TRANSPARENT",), ("STATUS:CANCELLED",)])
def test_what_takes_no_time_lies_on_nothing(
    icloud: ICloud, place: Workplace, booked: Booking, lines: tuple[str, ...]
) -> None:
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR, *lines))
    assert told(place) == []


def test_a_series_is_one_event(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    icloud.put("family", "x.ics", event("x", TEN - 10 * HOUR, TEN - 9.5 * HOUR, "RRULE:FREQ=MINUTELY;INTERVAL=30"))
    assert len(told(place)) == 1


def test_an_event_of_a_calendar_that_is_not_consulted_says_nothing(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    family = place.desk.calendar("Family").id
    with place.store.transaction():
        place.store.calendars.select(write_to=None, busy=[c.id for c in place.desk.calendars() if c.id != family])
    school(icloud, TEN, TEN + HOUR)
    assert told(place) == []


def test_the_event_of_a_booking_about_to_be_deleted_is_no_conflict(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    cancel(place, booked, offline=True)
    place.desk.execute(Book("meeting", TEN, "Grace Hopper", offline=True))
    with place.desk.session() as session:
        for _ in poll(session):
            pass
    assert len(place.store.outbox.all()) == 2
    assert shown(place) == []


def test_a_process_that_died_before_telling_tells_later(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    school(icloud, TEN, TEN + HOUR)
    steps = place.desk.round()
    for _ in steps:
        if place.store.mirror.by_uid("x"):
            break  # the event is stored with its token, and nothing was told
    steps.close()  # type: ignore[attr-defined]
    assert shown(place) == []
    assert told(place) == [(booked.id, "School")]


def test_a_booking_that_is_over_is_no_concern(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    place.clock.at = booked.end
    school(icloud, TEN, TEN + HOUR)
    assert told(place) == []
