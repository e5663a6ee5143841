"""What a poll means for a booking: an answer for everything, and none twice."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.example import BOOKING, HALF_HOUR, TEN
from workestra_desktop.core.booking import Booking, By, Status
from workestra_desktop.core.verdict import InStep, Missing, Moved, Odd, RemoteEvent, Verdict, verdict

EVENT = RemoteEvent("U1", "/1/work/", "/1/work/U1.ics", '"1"', TEN, TEN + HALF_HOUR)
MOVED = replace(EVENT, start=TEN + HALF_HOUR, end=TEN + 2 * HALF_HOUR, etag='"2"')


@pytest.mark.parametrize(
    ("booking", "pending", "remote", "expected"),
    [
        (replace(BOOKING, agreed=None), False, None, InStep()),
        (BOOKING, True, None, InStep()),
        (BOOKING, True, MOVED, InStep()),
        (replace(BOOKING, status=Status.CANCELLED), False, EVENT, InStep()),
        (replace(BOOKING, status=Status.CANCELLED), False, None, InStep()),
        (BOOKING, False, None, Missing()),
        (replace(BOOKING, status=Status.ATTENTION), False, None, Missing()),
        (BOOKING, False, EVENT, InStep(EVENT)),
        (BOOKING, False, MOVED, Moved(MOVED, TEN + HALF_HOUR, TEN + 2 * HALF_HOUR)),
    ],
)
def test_the_table(booking: Booking, pending: bool, remote: RemoteEvent | None, expected: Verdict) -> None:
    assert verdict(booking, pending, remote) == expected


@pytest.mark.parametrize(
    ("remote", "says"),
    [
        (replace(EVENT, start=None), "read"),
        (replace(EVENT, end=None), "read"),
        (replace(EVENT, cancelled=True), "cancelled"),
        (replace(EVENT, repeats=True), "series"),
        (replace(EVENT, all_day=True), "all-day"),
    ],
)
def test_an_event_that_cannot_stand_for_the_booking_is_odd(remote: RemoteEvent, says: str) -> None:
    found = verdict(BOOKING, False, remote)
    assert isinstance(found, Odd)
    assert says in found.concern


def test_an_event_in_another_calendar_is_in_step_and_says_where() -> None:
    elsewhere = replace(EVENT, calendar="/1/home/", href="/1/home/x.ics")
    assert verdict(BOOKING, False, elsewhere) == InStep(elsewhere)


def test_instants_count_not_zones() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    same = replace(EVENT, start=TEN.astimezone(tokyo), end=(TEN + HALF_HOUR).astimezone(tokyo))
    assert verdict(BOOKING, False, same) == InStep(same)


def after(booking: Booking, found: Verdict) -> Booking:
    """The booking once the verdict has been acted on."""
    match found:
        case InStep():
            return booking
        case Moved(_, start, end):
            return replace(booking, start=start, end=end)
        case Odd(_, concern):
            return replace(booking, status=Status.ATTENTION, concern=concern)
        case Missing():
            return replace(booking, status=Status.CANCELLED, cancelled_by=By.ICLOUD)
        case _:
            assert_never(found)


moments = st.integers(-3, 3).map(lambda n: TEN + n * HALF_HOUR)
events = st.builds(
    RemoteEvent,
    st.just("U1"),
    st.sampled_from(["/1/work/", "/1/home/"]),
    st.just("/x.ics"),
    st.just('"2"'),
    st.none() | moments,
    st.none() | moments,
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
bookings = st.builds(
    lambda status, agreed: replace(BOOKING, status=status, agreed=agreed),
    st.sampled_from(Status),
    st.sampled_from([None, BOOKING.agreed]),
)


@given(bookings, st.booleans(), st.none() | events)
def test_acting_twice_is_acting_once(booking: Booking, pending: bool, remote: RemoteEvent | None) -> None:
    first = verdict(booking, pending, remote)
    acted = after(booking, first)
    second = verdict(acted, pending, remote)
    assert after(acted, second) == acted
    assert isinstance(second, Odd if isinstance(first, Odd) else InStep)
    if pending or booking.status is Status.CANCELLED:
        assert acted == booking
