"""What a poll means for a booking: an answer for everything, and none twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import assert_never
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.example import BOOKING, HALF_HOUR, TEN
from tests.core.verdict_table import BOOKINGS, NOW, forms, table, written
from workestra_desktop.core.booking import Booking, By, Status
from workestra_desktop.core.verdict import InStep, Left, Missing, Moved, Odd, RemoteEvent, Verdict, verdict

EVENT = RemoteEvent("U1", "/1/work/", "/1/work/U1.ics", '"1"', TEN, TEN + HALF_HOUR)
BEFORE = TEN - timedelta(days=1)
MOVED = replace(EVENT, start=TEN + HALF_HOUR, end=TEN + 2 * HALF_HOUR, etag='"2"')


@pytest.mark.parametrize(
    ("booking", "pending", "remote", "expected"),
    [
        (replace(BOOKING, agreed=None), False, None, Left()),
        (BOOKING, True, None, Left()),
        (BOOKING, True, MOVED, Left()),
        (replace(BOOKING, status=Status.CANCELLED), False, EVENT, Left()),
        (replace(BOOKING, status=Status.CANCELLED), False, None, Left()),
        (BOOKING, False, None, Missing()),
        (replace(BOOKING, status=Status.ATTENTION), False, None, Missing()),
        (BOOKING, False, EVENT, InStep(EVENT)),
        (BOOKING, False, MOVED, Moved(MOVED, TEN + HALF_HOUR, TEN + 2 * HALF_HOUR)),
    ],
)
def test_the_table(booking: Booking, pending: bool, remote: RemoteEvent | None, expected: Verdict) -> None:
    assert verdict(booking, pending, remote, BEFORE) == expected


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
    found = verdict(BOOKING, False, remote, BEFORE)
    assert isinstance(found, Odd)
    assert says in found.concern


def test_an_event_in_another_calendar_is_in_step_and_says_where() -> None:
    elsewhere = replace(EVENT, calendar="/1/home/", href="/1/home/x.ics")
    assert verdict(BOOKING, False, elsewhere, BEFORE) == InStep(elsewhere)


def test_instants_count_not_zones() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    same = replace(EVENT, start=TEN.astimezone(tokyo), end=(TEN + HALF_HOUR).astimezone(tokyo))
    assert verdict(BOOKING, False, same, BEFORE) == InStep(same)


def after(booking: Booking, found: Verdict) -> Booking:
    """The booking once the verdict has been acted on."""
    match found:
        case Left() | InStep():
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
    first = verdict(booking, pending, remote, BEFORE)
    acted = after(booking, first)
    second = verdict(acted, pending, remote, BEFORE)
    assert after(acted, second) == acted
    assert isinstance(second, Odd if isinstance(first, Odd) else Left | InStep)
    if pending or booking.status is Status.CANCELLED:
        assert acted == booking


def test_the_table_in_the_document_is_the_one_the_function_gives() -> None:
    assert written() == table(), "python -m tests.core.verdict_table writes it anew"


def test_every_state_meets_every_form() -> None:
    """Total: no combination is without a verdict, and none of a cancelled or waiting booking concludes anything."""
    for name, (booking, pending) in BOOKINGS.items():
        for event in forms(booking).values():
            found = verdict(booking, pending, event, NOW)
            if name in ("cancelled", "a write of it waits"):
                assert found == Left()
            if event is None and name in ("over", "never in iCloud", "gone with others, the host is asked"):
                assert found == Left()


def test_one_that_is_over_follows_only_to_a_time_to_come() -> None:
    after_it = BOOKING.end + timedelta(hours=1)
    later = replace(EVENT, start=after_it + HALF_HOUR, end=after_it + 2 * HALF_HOUR)
    earlier = replace(EVENT, start=EVENT.start and EVENT.start - HALF_HOUR, end=BOOKING.start)
    assert verdict(BOOKING, False, later, after_it) == Moved(later, after_it + HALF_HOUR, after_it + 2 * HALF_HOUR)
    assert verdict(BOOKING, False, earlier, after_it) == Left()
    assert verdict(BOOKING, False, replace(later, repeats=True), after_it) == Left()
