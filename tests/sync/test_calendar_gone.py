"""Calendars that are deleted, made read-only or emptied, and what comes back later: nothing is cancelled by it, nothing
is lost, nothing is there twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy, Reply
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, refused, rewrite, sync, trouble_of
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Book, Choose, Reschedule, Select, SetLink, SettleGone, Undo
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.trouble import Code

HOUR = timedelta(hours=1)
NOON = TEN + 2 * HOUR
PHONE = ("END:VEVENT", "X-PHONE:kept\r\nEND:VEVENT")


@pytest.fixture
def booked(icloud: ICloud, place: Workplace) -> Booking:
    place.connect()
    booking = place.book(TEN)
    rewrite(icloud, booking, PHONE)
    quiet_poll(place)
    return place.desk.booking(booking.id)


def lose(icloud: ICloud, place: Workplace, name: str = "work") -> None:
    """The calendar is deleted elsewhere, and two polls agree on that."""
    icloud.rmcalendar(name)
    quiet_poll(place)
    quiet_poll(place)


def write_to(place: Workplace, name: str) -> None:
    place.desk.execute(Select(write_to=name))


def of(icloud: ICloud, booking: Booking, *calendars: str) -> list[str]:
    texts = [text for name in calendars for text in icloud.texts(name).values()]
    return [text for text in texts if f"X-WORKESTRA-BOOKING:{booking.id}" in text]


def in_step(place: Workplace, booking: Booking) -> Booking:
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.concern) == (Status.CONFIRMED, InCloud.SYNCED, "")
    assert place.store.outbox.of(booking.id) == []
    return now


def in_family(place: Workplace, icloud: ICloud, booking: Booking) -> Booking:
    now = in_step(place, booking)
    (text,) = of(icloud, booking, "family")
    assert now.calendar.endswith("/family/") and now.uid in text
    return now


# --- deleted, and another one chosen --------------------------------------------------------------------------------


def test_coming_bookings_of_a_calendar_that_is_gone_go_to_the_next(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    other, cancelled, over = (place.book(TEN + n * HOUR, f"Guest {n}") for n in (1, 2, -1))
    cancel(place, cancelled)
    place.clock.at = over.end
    lose(icloud, place)
    (problem,) = place.desk.problems()
    assert (problem.code, problem.count) == (Code.CALENDAR_GONE, 2)
    proxy.forget()
    write_to(place, "Family")
    assert proxy.log == (), "decided here; the next round writes it"
    assert {b.id for b in place.store.bookings.pending()} == {booked.id, other.id}
    assert sync(place).written == 2
    for each in (booked, other):
        assert in_family(place, icloud, each).uid != each.uid
    assert "X-PHONE:kept" in of(icloud, booked, "family")[0], "as it last was"
    assert len(icloud.list("family")) == 2 and len(proxy.requests("DELETE")) == 0
    quiet_poll(place)
    assert place.desk.problems() == () and place.notices == []
    assert [c.name for c in place.desk.calendars()] == ["Family"]
    assert place.desk.booking(cancelled.id).status is Status.CANCELLED
    assert place.desk.booking(over.id).uid == over.uid
    write_to(place, "Family")
    assert place.store.outbox.all() == [], "chosen again, nothing more is written"


@pytest.mark.parametrize("ends", [False, True], ids=["which is cut off", "which goes on"])
def test_another_is_chosen_in_the_round_that_finds_it_gone(
    icloud: ICloud, place: Workplace, booked: Booking, ends: bool
) -> None:
    """What is mirrored of it stays until a second listing lacks it too: no event of it is taken for the booking's."""
    icloud.rmcalendar("work")
    steps = place.desk.round()
    while not any(c.gone for c in place.desk.calendars()):
        next(steps)
    write_to(place, "Family")
    if ends:
        for _ in steps:
            pass
    else:
        steps.close()  # type: ignore[attr-defined] # a generator, as the engine knows too
    sync(place)
    assert in_family(place, icloud, booked).uid != booked.uid


def test_a_move_that_waited_for_a_calendar_that_is_gone_is_not_lost(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    move(place, booked, NOON, offline=True)
    lose(icloud, place)
    write_to(place, "Family")
    sync(place)
    assert in_family(place, icloud, booked).start == NOON


def test_what_never_was_sent_goes_to_the_next_calendar_too(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    waiting = place.book(NOON, offline=True)
    icloud.rmcalendar("work")
    quiet_poll(place)
    quiet_poll(place)
    write_to(place, "Family")
    place.clock.forward(hours=1)
    sync(place)
    in_family(place, icloud, waiting)
    in_family(place, icloud, booked)


def test_an_event_that_was_carried_away_before_is_not_written_anew(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """Its booking has not followed it yet: a move of it waits."""
    proxy.answer("PUT", status=500, times=None)
    assert move(place, booked, NOON).sync is InCloud.WAITING
    text, _ = icloud.get(unquote(booked.href))
    icloud.delete(unquote(booked.href))
    icloud.put("family", "there.ics", text)
    lose(icloud, place)
    write_to(place, "Family")
    assert place.desk.booking(booked.id).uid == booked.uid
    proxy.clear()
    place.clock.forward(hours=1)
    sync(place)
    now = in_family(place, icloud, booked)
    assert (now.uid, now.start) == (booked.uid, NOON)


def test_a_cancelled_booking_that_may_have_arrived_is_not_revived_by_another_calendar(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    proxy.answer("PUT", status=500)
    lost = place.book(NOON)
    proxy.answer("PUT", status=403, times=None)
    place.clock.forward(minutes=1)
    sync(place)
    cancel(place, lost, offline=True)
    held = place.store.outbox.of(lost.id)
    assert [(i.kind, i.held) for i in held] == [(Kind.PUBLISH, True), (Kind.WITHDRAW, False)]
    write_to(place, "Family")
    assert place.desk.booking(lost.id).status is Status.CANCELLED
    proxy.clear()
    place.clock.forward(minutes=61)
    sync(place)
    sync(place)
    assert of(icloud, lost, "work", "family") == []
    assert place.store.outbox.all() == []


def test_a_calendar_that_is_back_before_anything_was_sent_keeps_its_events(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    lose(icloud, place)
    write_to(place, "Family")
    icloud.mkcalendar("work", "Work", order=1)
    icloud.put("work", name_of(booked.href), text)
    proxy.forget()
    sync(place)
    assert in_step(place, booked).uid == booked.uid
    assert proxy.requests("PUT") == () and of(icloud, booked, "work", "family") == [text]


def test_a_calendar_that_is_back_later_is_shown_by_the_radar_and_left_alone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """Which of the two is to go only the host can say: there may be new notes in either."""
    text, _ = icloud.get(unquote(booked.href))
    lose(icloud, place)
    write_to(place, "Family")
    sync(place)
    icloud.mkcalendar("work", "Work", order=1)
    path = icloud.put("work", name_of(booked.href), text)
    proxy.forget()
    assert [c.booking for c in quiet_poll(place).conflicts] == [booked.id]
    for _ in range(2):
        place.clock.forward(minutes=10)
        assert sync(place).conflicts == ()
    assert [o.uid for o in place.desk.overlaps()] == [booked.uid]
    assert [n.kind for n in place.notices] == [NoticeKind.CONFLICT]
    in_family(place, icloud, booked)
    assert icloud.get(path)[0] == text
    assert proxy.requests("PUT") + proxy.requests("DELETE") == ()
    icloud.delete(path)  # the host deletes the old one
    quiet_poll(place)
    assert place.desk.overlaps() == ()
    place.clock.forward(seconds=70)
    assert quiet_poll(place).bookings_cancelled == ()
    in_family(place, icloud, booked)


# --- links with a calendar of their own -----------------------------------------------------------------------------


def test_a_link_whose_own_calendar_is_gone_follows_the_next_choice(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    place.desk.execute(SetLink(replace(place.desk.link("meeting"), calendar="Family")))
    there = place.book(NOON)
    quiet_poll(place)
    lose(icloud, place, "family")
    assert refused(place, Book("meeting", TEN + 5 * HOUR, "Guest")).code is Code.CALENDAR_GONE
    assert len(place.desk.bookings()) == 2
    write_to(place, "Work")
    assert place.desk.link("meeting").calendar is None
    sync(place)
    assert in_step(place, there).calendar == booked.calendar
    assert in_step(place, booked).uid == booked.uid, "the others stay where they are"
    assert place.book(TEN + 5 * HOUR).sync is InCloud.SYNCED


def test_a_link_whose_own_calendar_is_not_even_listed_any_more_says_so(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    """Nothing was booked in it, so nothing of it is left here."""
    place.desk.execute(SetLink(replace(place.desk.link("meeting"), calendar="Family")))
    lose(icloud, place, "family")
    assert refused(place, Book("meeting", NOON, "Guest")).code is Code.CALENDAR_GONE
    assert refused(place, Book("meeting", NOON, "Guest", offline=True)).code is Code.CALENDAR_GONE
    write_to(place, "Work")
    assert place.book(NOON).sync is InCloud.SYNCED


def test_bookings_of_a_link_go_to_the_link_s_own_calendar(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    icloud.mkcalendar("third", "Third", order=3)
    quiet_poll(place)
    place.desk.execute(SetLink(replace(place.desk.link("meeting"), calendar="Family")))
    lose(icloud, place)
    write_to(place, "Third")
    sync(place)
    in_family(place, icloud, booked)


# --- refused up front -----------------------------------------------------------------------------------------------


def nothing_decided(place: Workplace, booked: Booking) -> None:
    assert place.desk.bookings() == [booked]
    assert place.store.outbox.all() == []


@pytest.mark.parametrize("offline", [False, True])
def test_nothing_is_booked_into_or_moved_in_a_calendar_that_is_gone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, offline: bool
) -> None:
    lose(icloud, place)
    proxy.forget()
    for command in (Book("meeting", NOON, "Guest", offline=offline), Reschedule(booked.id, NOON, offline=offline)):
        trouble = refused(place, command)
        assert (trouble.code, trouble.subject) == (Code.CALENDAR_GONE, "Work")
    nothing_decided(place, booked)
    assert proxy.requests("PUT") == ()


def test_nothing_is_booked_into_or_moved_in_a_calendar_that_was_made_read_only(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    moved = move(place, booked, NOON)
    icloud.set_read_only("work")
    proxy.forget()
    for command in (Book("meeting", NOON + HOUR, "Guest"), Reschedule(booked.id, TEN + HOUR), Undo(booked.id)):
        trouble = refused(place, command)
        assert (trouble.code, trouble.subject) == (Code.WRITE_REFUSED, "Work")
    assert place.desk.bookings() == [moved] and place.store.outbox.all() == []
    assert proxy.requests("PUT") == ()
    icloud.set_read_only("work", read_only=False)
    assert place.book(NOON + HOUR).sync is InCloud.SYNCED


def test_where_rights_are_not_named_a_booking_is_tried_again(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """Such a server shows them by what it takes (fact sheet §3, Writable 4)."""
    proxy.change("PROPFIND", f"{icloud.home}$", by=without_rights, times=None)
    fault = proxy.answer("PUT", status=403)
    assert trouble_of(lambda: place.book(NOON)).code is Code.WRITE_REFUSED
    assert not place.desk.calendar("Work").writable
    assert fault.times == 0
    assert place.book(NOON + HOUR).sync is InCloud.SYNCED
    assert place.desk.calendar("Work").writable


def without_rights(reply: Reply) -> Reply:
    begin, end = b"<current-user-privilege-set", b"</current-user-privilege-set>"
    first, *rest = reply.body.split(begin)
    return replace(reply, body=first + b"".join(piece.split(end, 1)[1] for piece in rest))


# --- cancelling there -----------------------------------------------------------------------------------------------


def test_a_cancel_in_a_calendar_that_is_gone_is_done_with(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    lose(icloud, place)
    assert cancel(place, booked).sync is InCloud.SYNCED
    write_to(place, "Family")
    sync(place)
    assert icloud.list("family") == {}, "cancelled, so not offered to another"
    assert place.store.outbox.all() == []


def test_a_cancel_in_a_read_only_calendar_waits_for_the_host(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    icloud.set_read_only("work")
    assert trouble_of(lambda: cancel(place, booked)).code is Code.WRITE_REFUSED
    now = place.desk.booking(booked.id)
    assert (now.status, now.sync) == (Status.CANCELLED, InCloud.FAILED)
    (question,) = place.desk.snapshot().questions
    assert question.choices == (Choice.TRY_AGAIN, Choice.LET_GO)
    let_go = place.desk.execute(Choose(booked.id, Choice.LET_GO))
    assert isinstance(let_go, Booking) and let_go.sync is InCloud.SYNCED
    place.clock.forward(hours=2)
    quiet_poll(place)
    assert len(of(icloud, booked, "work")) == 1 and place.desk.problems() == ()


# --- the account is emptied -----------------------------------------------------------------------------------------


def test_every_event_gone_is_one_question(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    place.desk.execute(Select(write_to="Family"))
    bookings = [booked, *(place.book(TEN + n * HOUR, f"Guest {n}") for n in (1, 2, 3))]
    icloud.put("family", "x.ics", event("x", TEN + 5 * HOUR, TEN + 6 * HOUR))
    quiet_poll(place)
    for name in ("work", "family"):
        for path in icloud.list(name):
            icloud.delete(path)
    for _ in range(3):
        quiet_poll(place)
        place.clock.forward(seconds=61)
    assert {place.desk.booking(b.id).status for b in bookings} == {Status.ATTENTION}
    assert [(n.kind, n.count) for n in place.notices] == [(NoticeKind.SEVERAL_GONE, 4)]
    choices = (Choice.PUT_BACK, Choice.CANCEL)
    assert [q.choices for q in place.desk.snapshot().questions] == [choices] * 4
    place.desk.execute(SettleGone(tuple(b.id for b in bookings), cancel=False))
    sync(place)
    assert (len(icloud.list("work")), len(icloud.list("family"))) == (1, 3), "each where it was"
    for each in bookings:
        in_step(place, each)


def test_every_calendar_gone_cancels_nothing(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    for name in ("work", "family"):
        icloud.rmcalendar(name)
    for _ in range(3):
        assert trouble_of(lambda: quiet_poll(place)).code is Code.NO_CALENDAR
        place.clock.forward(seconds=61)
    assert place.desk.booking(booked.id).status is Status.CONFIRMED
    assert [p.code for p in place.desk.problems()] == [Code.NO_CALENDAR]
    icloud.mkcalendar("new", "New", order=1)
    quiet_poll(place)
    quiet_poll(place)
    write_to(place, "New")
    sync(place)
    assert in_step(place, booked).calendar.endswith("/new/")
    assert len(of(icloud, booked, "new")) == 1


# --- restored later -------------------------------------------------------------------------------------------------


def test_restored_between_two_looks_nothing_has_happened(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    text, _ = icloud.get(unquote(booked.href))
    icloud.delete(unquote(booked.href))
    quiet_poll(place)
    assert place.desk.booking(booked.id).missing_since is not None
    place.clock.forward(seconds=30)
    icloud.put("work", name_of(booked.href), text)
    quiet_poll(place)
    assert in_step(place, booked).missing_since is None
    icloud.delete(unquote(booked.href))
    place.clock.forward(seconds=61)
    assert quiet_poll(place).bookings_cancelled == (), "the first look of a new absence, not the second of the old one"


def test_restored_after_it_was_cancelled_it_is_the_host_s_event(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    icloud.delete(unquote(booked.href))
    quiet_poll(place)
    place.clock.forward(seconds=61)
    assert quiet_poll(place).bookings_cancelled == (booked.id,)
    icloud.put("work", name_of(booked.href), text)
    for _ in range(2):
        place.clock.forward(minutes=10)
        quiet_poll(place)
    now = place.desk.booking(booked.id)
    assert (now.status, now.cancelled_by) == (Status.CANCELLED, By.ICLOUD)
    assert refused(place, Book("meeting", TEN, "Guest")).code is Code.SLOT_TAKEN
    proxy.forget()
    place.desk.execute(Undo(booked.id))
    assert in_step(place, booked).uid == booked.uid
    assert proxy.requests("PUT") == () and of(icloud, booked, "work") == [text]


# --- cancellable while unsent ---------------------------------------------------------------------------------------


def paths(proxy: Proxy) -> list[str]:
    return [exchange.path for exchange in proxy.log]


@pytest.mark.parametrize(
    "then", [lambda *_: None, lambda place, booking: move(place, booking, NOON + HOUR, offline=True)]
)
def test_what_was_never_sent_is_cancelled_here_alone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, then: Callable[[Workplace, Booking], object]
) -> None:
    waiting = place.book(NOON, offline=True)
    then(place, waiting)
    proxy.forget()
    assert cancel(place, waiting).sync is InCloud.SYNCED
    assert paths(proxy) == []
    sync(place)
    assert paths(proxy) and not any(waiting.uid in path for path in paths(proxy))
    assert of(icloud, waiting, "work", "family") == [] and len(icloud.list("work")) == 1


def test_what_may_have_been_sent_is_looked_for_and_then_removed(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    proxy.drop_answer("PUT")
    lost = place.book(NOON)
    assert lost.sync is InCloud.WAITING and len(of(icloud, lost, "work")) == 1
    proxy.forget()
    assert cancel(place, lost).sync is InCloud.SYNCED
    assert [each.method for each in proxy.log if lost.uid in each.path] == ["GET", "DELETE"]
    assert of(icloud, lost, "work") == []
