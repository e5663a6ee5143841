"""The whole life of bookings through the desk, on each real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.servers import CalDavServer
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, rewrite, sync, texts_of
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.commands import Cancel, FindSlots, Reschedule, SettleGone
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code, Failure


@pytest.fixture
def place(server: CalDavServer, tmp_path: Path) -> Iterator[Workplace]:
    server.mkcalendar("work", "Work")
    server.mkcalendar("family", "Family")
    with workplace(tmp_path / "profile", server.url) as place:
        yield place


def only_text(server: CalDavServer, booking: Booking) -> str:
    """Of the event with the booking's UID, of which there must never be two."""
    (text,) = texts_of(server, booking)
    return text


def test_book_move_cancel(server: CalDavServer, place: Workplace) -> None:
    server.put("family", "dentist.ics", event("dentist", TEN, TEN + timedelta(hours=1), summary="Dentist"))
    place.connect()
    with pytest.raises(Failure) as refused:
        place.book(TEN)
    assert refused.value.trouble.code is Code.SLOT_TAKEN
    assert "Dentist" in refused.value.trouble.subject

    booking = place.book(TEN + timedelta(hours=1), email="ada@example.org", note="First lesson")
    assert (booking.status, booking.sync) == (Status.CONFIRMED, InCloud.SYNCED)
    text = only_text(server, booking)
    assert "DTSTART;TZID=Europe/Amsterdam:20270301T110000" in text
    assert "BEGIN:VTIMEZONE" in text
    assert "ATTENDEE" not in text

    moved = place.desk.execute(Reschedule(booking.id, TEN + timedelta(hours=4)))
    assert isinstance(moved, Booking)
    assert moved.sync is InCloud.SYNCED
    text = only_text(server, booking)
    assert "DTSTART;TZID=Europe/Amsterdam:20270301T140000" in text
    assert "SEQUENCE:1" in text

    cancelled = place.desk.execute(Cancel(booking.id, "ill"))
    assert isinstance(cancelled, Booking)
    assert (cancelled.status, cancelled.sync, cancelled.cancelled_by) == (Status.CANCELLED, InCloud.SYNCED, By.HOST)
    assert texts_of(server, booking) == []


def test_an_idle_poll_is_one_request(place: Workplace) -> None:
    place.connect()
    place.book(TEN)
    sync(place)
    assert sync(place).requests == 1


def test_a_booking_follows_its_event(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    text = only_text(server, booking)
    server.put(name_of(booking.calendar), name_of(booking.href), text.replace("20270301T1", "20270302T1"))
    report = sync(place)
    assert report.bookings_moved == (booking.id,)
    assert place.desk.booking(booking.id).start == TEN + timedelta(days=1)
    assert [n.kind for n in place.notices] == ["moved"]
    assert sync(place).requests == 1


def test_a_deleted_event_cancels_after_the_recheck_only(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    server.delete(unquote(booking.href))
    assert sync(place).bookings_cancelled == ()
    place.clock.forward(seconds=59)
    assert sync(place).bookings_cancelled == ()
    assert place.desk.booking(booking.id).status is Status.CONFIRMED
    place.clock.forward(seconds=2)
    assert sync(place).bookings_cancelled == (booking.id,)
    assert place.desk.booking(booking.id).cancelled_by is By.ICLOUD


def test_a_server_that_is_down_cancels_nothing(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    server.delete(unquote(booking.href))
    sync(place)
    server.stop()
    place.clock.forward(seconds=120)
    with pytest.raises(Failure) as down:
        sync(place)
    assert down.value.trouble.code is Code.OFFLINE
    assert place.desk.booking(booking.id).status is Status.CONFIRMED
    server.start()
    assert sync(place).bookings_cancelled == (booking.id,)


def test_queued_while_down_arrives_once(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    server.stop()
    with pytest.raises(Failure) as down:
        place.book(TEN)
    assert down.value.trouble.code is Code.OFFLINE
    assert place.desk.bookings() == []
    booking = place.book(TEN, offline=True)
    assert booking.sync is InCloud.WAITING
    with pytest.raises(Failure):
        sync(place)
    server.start()
    place.clock.forward(hours=1)
    written = 0
    for _ in range(3):  # a server that has only just come up may be busy once
        written += sync(place).written
        place.clock.forward(hours=1)
    assert written == 1
    only_text(server, booking)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED


def test_an_event_moved_to_another_calendar_takes_the_booking_along(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    text = only_text(server, booking)
    server.delete(unquote(booking.href))
    other = "work" if name_of(booking.calendar) == "family" else "family"
    server.put(other, "moved.ics", text)
    sync(place)
    now = place.desk.booking(booking.id)
    assert now.status is Status.CONFIRMED
    assert now.href.endswith(f"/{other}/moved.ics")


def test_slots_need_no_network(server: CalDavServer, place: Workplace) -> None:
    server.put("work", "a.ics", event("a", TEN, TEN + timedelta(hours=2)))
    place.connect()
    server.stop()
    day = Span(datetime(2027, 3, 1, tzinfo=UTC), datetime(2027, 3, 2, tzinfo=UTC))
    slots = place.desk.execute(FindSlots("meeting", day))
    assert isinstance(slots, tuple)
    starts = [s.start.hour + s.start.minute / 60 for s in slots if isinstance(s, Span)]
    assert starts == [8, 8.5, 11, 11.5, 12, 12.5, 13, 13.5, 14, 14.5, 15, 15.5]


def test_several_gone_at_once_are_asked_about(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    bookings = [place.book(TEN + timedelta(hours=n)) for n in range(4)]
    for booking in bookings:
        server.delete(unquote(booking.href))
    sync(place)
    place.clock.forward(seconds=61)
    assert sync(place).bookings_cancelled == ()
    assert {b.status for b in place.desk.bookings()} == {Status.ATTENTION}
    assert [p.code for p in place.desk.problems()] == [Code.EVENTS_GONE]


# --- what the host does on the phone meanwhile ----------------------------------------------------------------------


def into_another(server: CalDavServer, booking: Booking) -> str:
    """Drags the event into another calendar; its path there."""
    text, _ = server.get(unquote(booking.href))
    server.delete(unquote(booking.href))
    other = "work" if name_of(booking.calendar) == "family" else "family"
    return server.put(other, "there.ics", text)


def settled(place: Workplace, booking: Booking, status: Status) -> None:
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.concern) == (status, InCloud.SYNCED, "")
    assert place.store.outbox.all() == []
    assert place.desk.problems() == ()


def test_a_cancel_looks_where_the_event_lies_now(server: CalDavServer, place: Workplace) -> None:
    """A DELETE where it lay before would find nothing, count as done, and leave the event with the guest's name."""
    place.connect()
    booking = place.book(TEN)
    into_another(server, booking)
    cancel(place, booking)
    assert texts_of(server, booking) == []
    settled(place, booking, Status.CANCELLED)


def test_a_queued_move_follows_an_event_into_another_calendar(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, TEN + timedelta(hours=2), offline=True)
    path = into_another(server, booking)
    quiet_poll(place)
    assert "T120000" in only_text(server, booking)
    settled(place, booking, Status.CONFIRMED)
    moved = place.desk.booking(booking.id)
    assert (moved.start, unquote(moved.href)) == (TEN + timedelta(hours=2), path)
    assert quiet_poll(place).bookings_cancelled == ()


def test_cancelling_an_event_that_was_edited_deletes_it(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    rewrite(server, booking, ("END:VEVENT", "X-EDIT:1\r\nEND:VEVENT"))
    assert cancel(place, booking).cancelled_by is By.HOST
    assert texts_of(server, booking) == []
    settled(place, booking, Status.CANCELLED)


def test_moving_an_event_that_was_edited_keeps_the_edit(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, TEN + timedelta(hours=2), offline=True)
    rewrite(server, booking, ("END:VEVENT", "X-EDIT:1\r\nEND:VEVENT"))
    quiet_poll(place)
    text = only_text(server, booking)
    assert "X-EDIT:1" in text and "T120000" in text
    settled(place, booking, Status.CONFIRMED)


def test_many_that_vanished_can_be_put_back(server: CalDavServer, place: Workplace) -> None:
    place.connect()
    bookings = [place.book(TEN + timedelta(hours=n)) for n in range(5)]
    quiet_poll(place)
    for booking in bookings[:4]:
        server.delete(unquote(booking.href))
    quiet_poll(place)
    place.clock.forward(seconds=61)
    quiet_poll(place)
    place.desk.execute(SettleGone(tuple(b.id for b in bookings[:4]), cancel=False))
    place.clock.forward(minutes=1)
    quiet_poll(place)
    for booking in bookings[:4]:
        found = place.desk.booking(booking.id)
        assert found.uid != booking.uid, "a UID that was deleted is not used again"
        assert (found.start, len(texts_of(server, found))) == (booking.start, 1)
        settled(place, found, Status.CONFIRMED)
    assert len(server.list(name_of(bookings[0].calendar))) == 5
    place.clock.forward(seconds=61)
    assert quiet_poll(place).bookings_cancelled == ()
