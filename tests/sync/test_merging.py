"""A move that was decided here meets what the phone made of the event meanwhile, field by field."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.sync.stage import TEN, move, quiet_poll, rewrite, sync, trouble_of
from workestra_desktop.core.booking import Booking, InCloud, Status

HOUR = timedelta(hours=1)


@pytest.fixture
def booked(place: Workplace) -> Booking:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    return booking


def text_of(icloud: ICloud, booking: Booking) -> str:
    return icloud.get(unquote(booking.href))[0]


def test_longer_there_and_moved_here_is_both(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    move(place, booked, TEN + 3 * HOUR, offline=True)
    rewrite(icloud, booked, ("T103000", "T110000"), ("SEQUENCE:0", "SEQUENCE:0\r\nX-PHONE:1"))
    sync(place)
    found = place.desk.booking(booked.id)
    assert (found.start, found.end) == (TEN + 3 * HOUR, TEN + 4 * HOUR)
    assert (found.status, found.sync) == (Status.CONFIRMED, InCloud.SYNCED)
    text = text_of(icloud, booked)
    assert "DTSTART;TZID=Europe/Amsterdam:20270301T130000" in text
    assert "DTEND;TZID=Europe/Amsterdam:20270301T140000" in text
    assert "X-PHONE:1" in text
    assert quiet_poll(place).bookings_moved == ()


def test_a_merge_whose_answer_was_lost_is_recognised(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    move(place, booked, TEN + 3 * HOUR, offline=True)
    rewrite(icloud, booked, ("T103000", "T110000"))
    proxy.drop_answer("PUT")
    trouble_of(lambda: sync(place))
    assert place.desk.booking(booked.id).sync is InCloud.WAITING
    sync(place)
    found = place.desk.booking(booked.id)
    assert (found.start, found.end, found.sync) == (TEN + 3 * HOUR, TEN + 4 * HOUR, InCloud.SYNCED)
    assert text_of(icloud, booked).count("SEQUENCE:1") == 1, "one PUT"


def test_both_moved_to_the_same_time_is_no_question(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    move(place, booked, TEN + 3 * HOUR, offline=True)
    rewrite(icloud, booked, ("T100000", "T130000"), ("T103000", "T133000"))
    sync(place)
    found = place.desk.booking(booked.id)
    assert (found.start, found.sync, found.status) == (TEN + 3 * HOUR, InCloud.SYNCED, Status.CONFIRMED)


def test_both_moved_elsewhere_is_for_the_host(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    move(place, booked, TEN + 3 * HOUR, offline=True)
    text = rewrite(icloud, booked, ("T100000", "T150000"), ("T103000", "T153000"))
    sync(place)
    found = place.desk.booking(booked.id)
    assert (found.status, found.sync) == (Status.ATTENTION, InCloud.FAILED)
    assert found.start == TEN + 3 * HOUR
    assert text_of(icloud, booked) == text


def test_one_that_is_over_and_dragged_to_tomorrow_is_followed(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    place.clock.at = booked.end + HOUR
    rewrite(icloud, booked, ("20270301T100000", "20270302T100000"), ("20270301T103000", "20270302T103000"))
    assert quiet_poll(place).bookings_moved == (booked.id,)
    found = place.desk.booking(booked.id)
    assert found.start == TEN + timedelta(days=1)
    rewrite(icloud, booked, ("20270302T100000", "20270301T090000"), ("20270302T103000", "20270301T093000"))
    place.clock.forward(hours=30)
    assert quiet_poll(place).bookings_moved == ()
