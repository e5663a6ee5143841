"""Bookings follow their events; a missing one is a hint, never a verdict ([20-22] of the product's rules)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import ANY, Proxy, Reply
from tests.sync.stage import (
    TEN,
    cancel,
    decides_meanwhile,
    move,
    name_of,
    quiet_poll,
    rewrite,
    sync,
    texts_of,
    trouble_of,
    with_response,
    without,
)  # fmt: skip
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Cancel, Choose, Reschedule, Select, SettleGone
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync.dav import path_of
from workestra_desktop.sync.round import poll

HOUR = timedelta(hours=1)


@pytest.fixture
def booked(place: Workplace) -> Booking:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    return booking


def now(place: Workplace, booking: Booking) -> Booking:
    return place.desk.booking(booking.id)


def untouched(place: Workplace, booking: Booking) -> None:
    found = now(place, booking)
    assert (found.status, found.sync, found.start) == (Status.CONFIRMED, InCloud.SYNCED, booking.start)


def remove(icloud: ICloud, *bookings: Booking) -> None:
    for booking in bookings:
        icloud.delete(unquote(booking.href))


def later_poll(place: Workplace) -> tuple[str, ...]:
    """A poll a second after the recheck time; which bookings it cancelled."""
    place.clock.forward(seconds=61)
    return quiet_poll(place).bookings_cancelled


# --- missing, or only not seen --------------------------------------------------------------------------------------


def test_an_event_that_answers_get_is_there_though_a_report_says_it_is_gone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    icloud.put("work", "x.ics", event("x", TEN + 5 * HOUR, TEN + 6 * HOUR))
    proxy.change("REPORT", "/work/", by=lambda r: with_response(r, booked.href, "404 Not Found"))
    report = quiet_poll(place)
    assert report.removed == 1
    assert now(place, booked).missing_since is None
    assert later_poll(place) == ()
    untouched(place, booked)
    assert len(place.desk.busy_blocks(booked.span)) == 1, "its time is still taken"


def test_an_event_under_another_name_in_a_fresh_listing_is_followed(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """The report tells of the deletion only; the listing made to be sure finds the same UID under a new name."""
    text, _ = icloud.get(unquote(booked.href))
    remove(icloud, booked)
    icloud.put("work", "renamed.ics", text)

    proxy.change("REPORT", "/work/", by=lambda r: without(r, b"renamed"))
    quiet_poll(place)
    assert now(place, booked).missing_since is None
    assert later_poll(place) == ()
    untouched(place, booked)
    assert now(place, booked).href.endswith("/renamed.ics")


@pytest.mark.parametrize("status", [401, 500, 503, 403])
@pytest.mark.parametrize("where", ["GET", "REPORT", "PROPFIND"])
def test_a_round_with_a_failed_request_concludes_nothing(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, status: int, where: str
) -> None:
    remove(icloud, booked)
    quiet_poll(place)
    assert now(place, booked).missing_since is not None
    place.clock.forward(minutes=5)
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR))
    path = {"GET": booked.uid, "REPORT": "/family/", "PROPFIND": "/work/"}[where]
    fault = proxy.answer(where, path, status=status, times=None)
    assert outcome(place) in ((), status)
    if not (where == "REPORT" and status in (403, 500)):  # there the calendar is listed in another way instead
        assert fault.reached.is_set()
        untouched(place, booked)
    proxy.clear()
    quiet_poll(place)
    assert now(place, booked).status is Status.CANCELLED


def outcome(place: Workplace) -> tuple[str, ...] | int:
    """The bookings a poll cancelled, or the HTTP status it gave up at, which concludes nothing either."""
    try:
        return quiet_poll(place).bookings_cancelled
    except Failure as failure:
        return int(failure.trouble.detail.rsplit(" ", 1)[-1])


def test_trouble_with_one_event_holds_up_nothing_else(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    remove(icloud, booked)
    waiting = place.book(TEN + 2 * HOUR, offline=True)
    proxy.answer("GET", booked.uid, status=500, times=None)
    before = place.desk.account().last_poll
    place.clock.forward(minutes=5)
    quiet_poll(place)
    assert now(place, waiting).sync is InCloud.SYNCED
    assert place.desk.account().last_poll != before
    untouched(place, booked)


def test_a_pending_write_forbids_the_verdict(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    move(place, booked, TEN + HOUR, offline=True)
    remove(icloud, booked)
    sync(place)
    place.clock.forward(minutes=2)
    sync(place)
    found = now(place, booked)
    assert (found.status, found.sync, found.cancelled_by) == (Status.ATTENTION, InCloud.FAILED, None)
    assert "gone from iCloud" in found.concern


def test_the_second_look_may_follow_at_once(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    with workplace(tmp_path / "profile", proxy.url, recheck=0.0) as place:
        place.connect()
        booking = place.book(TEN)
        quiet_poll(place)
        remove(icloud, booking)
        proxy.forget()
        assert quiet_poll(place).bookings_cancelled == (booking.id,)
        assert len(proxy.requests("GET", booking.uid)) == 2, "a second look all the same"


def test_found_again_at_the_second_look(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    text, _ = icloud.get(unquote(booked.href))
    remove(icloud, booked)
    quiet_poll(place)
    assert now(place, booked).missing_since == place.clock.at
    assert place.desk.due_at() == place.clock.at + timedelta(seconds=60)
    icloud.put("work", name_of(booked.href), text)
    assert later_poll(place) == ()
    untouched(place, booked)
    assert now(place, booked).missing_since is None
    assert place.notices == []


def test_cancelled_once_and_said_once(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    remove(icloud, booked)
    quiet_poll(place)
    place.clock.forward(seconds=59)
    assert quiet_poll(place).bookings_cancelled == ()
    place.clock.forward(seconds=1)
    assert quiet_poll(place).bookings_cancelled == (booked.id,)
    assert later_poll(place) == ()
    assert [n.kind for n in place.notices] == [NoticeKind.CANCELLED]
    assert now(place, booked).cancelled_by is By.ICLOUD
    assert place.desk.problems() == ()


# --- many at once ---------------------------------------------------------------------------------------------------


@pytest.fixture
def four(place: Workplace) -> list[Booking]:
    place.connect()
    bookings = [place.book(TEN + n * HOUR, f"Guest {n}") for n in range(5)]
    quiet_poll(place)
    return bookings[:4]


def states(place: Workplace, bookings: list[Booking]) -> set[Status]:
    return {now(place, b).status for b in bookings}


def test_three_together_are_cancelled(icloud: ICloud, place: Workplace, four: list[Booking]) -> None:
    remove(icloud, *four[:3])
    quiet_poll(place)
    assert set(later_poll(place)) == {b.id for b in four[:3]}


def test_four_in_separate_rounds_are_cancelled(icloud: ICloud, place: Workplace, four: list[Booking]) -> None:
    remove(icloud, *four[:2])
    quiet_poll(place)
    place.clock.forward(seconds=30)
    remove(icloud, *four[2:])
    quiet_poll(place)
    place.clock.forward(minutes=10)
    assert set(quiet_poll(place).bookings_cancelled) == {b.id for b in four}


def test_four_together_are_one_question_which_waits(icloud: ICloud, place: Workplace, four: list[Booking]) -> None:
    remove(icloud, *four)
    quiet_poll(place)
    for _ in range(3):
        assert later_poll(place) == ()
    assert states(place, four) == {Status.ATTENTION}
    assert [p.code for p in place.desk.problems()] == [Code.EVENTS_GONE]
    assert [(n.kind, n.count) for n in place.notices] == [(NoticeKind.SEVERAL_GONE, 4)]


def test_the_rest_of_a_question_is_still_a_question(icloud: ICloud, place: Workplace, four: list[Booking]) -> None:
    """Answered for two of four: the other two wait for their answer, few as they are."""
    remove(icloud, *four)
    quiet_poll(place)
    later_poll(place)
    place.desk.execute(SettleGone((four[0].id, four[1].id), cancel=True))
    for _ in range(3):
        assert later_poll(place) == ()
    assert states(place, four[:2]) == {Status.CANCELLED}
    assert states(place, four[2:]) == {Status.ATTENTION}


def test_a_question_answers_itself_when_the_events_come_back(
    icloud: ICloud, place: Workplace, four: list[Booking]
) -> None:
    texts = [icloud.get(unquote(b.href))[0] for b in four]
    remove(icloud, *four)
    quiet_poll(place)
    later_poll(place)
    for booking, text in zip(four, texts, strict=True):
        icloud.put("work", name_of(booking.href), text)
    later_poll(place)
    assert states(place, four) == {Status.CONFIRMED}
    assert place.desk.problems() == ()


def test_settled_by_cancelling(icloud: ICloud, proxy: Proxy, place: Workplace, four: list[Booking]) -> None:
    remove(icloud, *four)
    quiet_poll(place)
    later_poll(place)
    proxy.forget()
    place.desk.execute(SettleGone(tuple(b.id for b in four), cancel=True))
    assert {(now(place, b).status, now(place, b).cancelled_by) for b in four} == {(Status.CANCELLED, By.ICLOUD)}
    quiet_poll(place)
    assert proxy.requests("PUT") + proxy.requests("DELETE") == ()
    assert len(icloud.list("work")) == 1


def test_nothing_is_settled_that_was_not_asked(place: Workplace, booked: Booking) -> None:
    assert place.desk.execute(SettleGone((booked.id,), cancel=True)) == ()
    untouched(place, booked)


# --- moved and changed ----------------------------------------------------------------------------------------------


def test_moved_and_lengthened_elsewhere(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    rewrite(icloud, booked, ("T100000", "T140000"), ("T103000", "T153000"))
    assert quiet_poll(place).bookings_moved == (booked.id,)
    found = now(place, booked)
    assert (found.start, found.end) == (TEN + 4 * HOUR, TEN + 5.5 * HOUR)
    assert [(n.kind, n.before and n.before.start) for n in place.notices] == [(NoticeKind.MOVED, TEN)]
    assert quiet_poll(place).bookings_moved == ()


def test_edits_of_words_are_not_moves(icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking) -> None:
    rewrite(icloud, booked, ("SUMMARY:", "SUMMARY:Renamed "), ("END:VEVENT", "X-NOTE:1\r\nEND:VEVENT"))
    quiet_poll(place)
    untouched(place, booked)
    assert place.notices == []
    agreed = now(place, booked).agreed
    assert agreed is not None and agreed.etag == icloud.get(unquote(booked.href))[1]


def test_the_same_instants_in_another_zone_are_no_move(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    text, _ = icloud.get(unquote(booked.href))
    text = re.sub(r"DTSTART;TZID[^\r]*", "DTSTART:20270301T090000Z", text)
    text = re.sub(r"DTEND;TZID[^\r]*", "DTEND:20270301T093000Z", text)
    icloud.put("work", name_of(booked.href), text)
    assert quiet_poll(place).bookings_moved == ()
    untouched(place, booked)


ODD = {
    "all-day": (
        ("DTSTART;TZID=Europe/Amsterdam:20270301T100000", "DTSTART;VALUE=DATE:20270301"),
        ("DTEND;TZID=Europe/Amsterdam:20270301T103000", "DTEND;VALUE=DATE:20270302"),
    ),
    "a series": (("END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT"),),
    "cancelled": (("STATUS:CONFIRMED", "STATUS:CANCELLED"),),
}


@pytest.mark.parametrize("how", ODD)
def test_what_no_longer_fits_needs_attention_until_it_fits_again(
    icloud: ICloud, place: Workplace, booked: Booking, how: str
) -> None:
    before, _ = icloud.get(unquote(booked.href))
    rewrite(icloud, booked, *ODD[how])
    for _ in range(3):
        place.clock.forward(minutes=10)
        quiet_poll(place)
        found = now(place, booked)
        assert found.status is Status.ATTENTION, "and it stays so though nothing changed since"
        assert found.concern and found.start == TEN
    assert [n.kind for n in place.notices] == [NoticeKind.FAILED]
    assert [p.code for p in place.desk.problems()] == [Code.NEEDS_ATTENTION]
    changed = now(place, booked).changed_at
    assert changed == place.clock.at - timedelta(minutes=20), "said once, not at every poll"

    icloud.put("work", name_of(booked.href), before)
    quiet_poll(place)
    untouched(place, booked)
    assert place.desk.problems() == ()


def test_an_odd_event_that_is_deleted_cancels_in_the_end(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    rewrite(icloud, booked, *ODD["cancelled"])
    quiet_poll(place)
    remove(icloud, booked)
    quiet_poll(place)
    assert [p.code for p in place.desk.problems()] == [Code.NEEDS_ATTENTION]
    assert later_poll(place) == (booked.id,)


def test_moved_to_another_calendar_and_time(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    text, _ = icloud.get(unquote(booked.href))
    remove(icloud, booked)
    path = icloud.put("family", "there.ics", text.replace("T10", "T15"))
    assert quiet_poll(place).bookings_moved == (booked.id,)
    found = now(place, booked)
    assert (found.calendar, unquote(found.href), found.start) == (
        place.desk.calendar("Family").id, path, TEN + 5 * HOUR,
    )  # fmt: skip
    move(place, found, TEN)
    assert "T100000" in icloud.get(path)[0]
    assert len(texts_of(icloud, booked)) == 1


def test_the_radar_names_what_lands_on_a_booking(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR, summary="School"))
    (conflict,) = quiet_poll(place).conflicts
    assert (conflict.booking, conflict.event, conflict.start) == (booked.id, "School", TEN)
    assert quiet_poll(place).conflicts == ()
    untouched(place, booked)


# --- whole calendars ------------------------------------------------------------------------------------------------


@pytest.fixture(params=[403, 404])
def delete_calendar(request: pytest.FixtureRequest, icloud: ICloud, place: Workplace) -> Callable[[str], None]:
    """Deletes a calendar and polls until the desk takes it for gone.

    The stand-in says 403 of paths it does not know: then its events block time until a second listing lacks it.
    """

    def delete(name: str) -> None:
        icloud.rmcalendar(name)
        if request.param == 404:
            icloud.standin.fault("status", "PROPFIND", f"{icloud.calendar(name)}$", status=404, times=None)
        else:
            quiet_poll(place)
            (problem,) = place.desk.problems()
            assert problem.code is Code.CALENDAR_GONE
            assert place.store.mirror.etags(path_of(icloud.calendar(name))), "a 403 may pass"
        quiet_poll(place)

    return delete


def test_a_deleted_write_calendar_cancels_nothing(
    icloud: ICloud, place: Workplace, booked: Booking, delete_calendar: Callable[[str], None]
) -> None:
    icloud.put("work", "x.ics", event("x", TEN + 3 * HOUR, TEN + 4 * HOUR))
    quiet_poll(place)
    delete_calendar("work")
    for _ in range(3):
        assert later_poll(place) == ()
    problem = place.desk.calendar("Work").problem
    assert problem is not None and problem.code is Code.CALENDAR_GONE
    untouched(place, booked)
    assert trouble_of(lambda: place.book(TEN + 5 * HOUR)).code is Code.CALENDAR_GONE
    assert sum(c.default for c in place.desk.calendars()) == 1, "the default that vanished is none any more"
    assert place.desk.complete()


def test_a_calendar_that_comes_back_is_read_from_the_start(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """A share withdrawn and given again has the same tags: nothing tells that its events were forgotten here."""
    icloud.put("work", "x.ics", event("x", TEN + 3 * HOUR, TEN + 4 * HOUR))
    quiet_poll(place)
    proxy.answer("PROPFIND", "/work/", status=404)
    proxy.change("PROPFIND", f"{icloud.home}$", by=without_work)
    quiet_poll(place)
    problem = place.desk.calendar("Work").problem
    assert problem is not None and problem.code is Code.CALENDAR_GONE

    proxy.clear()
    proxy.answer("REPORT", "/work/", status=502, times=None)
    quiet_poll(place)
    assert not place.desk.complete(), "it is there and not read: its time is unknown, not free"
    proxy.clear()
    quiet_poll(place)
    assert place.desk.calendar("Work").problem is None
    assert place.desk.calendar("Work").events == 2
    assert len(place.desk.busy_blocks(replace(booked.span, end=TEN + 4 * HOUR))) == 2
    untouched(place, booked)


def without_work(reply: Reply) -> Reply:
    return without(reply, b"/work/</href>")


def test_a_deleted_calendar_without_bookings_is_just_no_longer_there(
    icloud: ICloud, place: Workplace, delete_calendar: Callable[[str], None]
) -> None:
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR))
    place.connect()
    delete_calendar("family")
    assert [c.name for c in place.desk.calendars()] == ["Work"]
    assert place.desk.problems() == ()
    place.book(TEN)


@pytest.mark.parametrize("refused", [False, True])
def test_a_calendar_left_out_of_a_listing_but_there_is_kept(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, refused: bool
) -> None:
    """Whether it answers as ever or with a 403 that passes: its events block time all along."""
    proxy.change("PROPFIND", f"{icloud.home}$", by=without_work)
    if refused:
        proxy.answer("PROPFIND", "/work/", status=403)
    quiet_poll(place)
    problem = place.desk.calendar("Work").problem
    assert problem is not None and problem.code is (Code.CALENDAR_GONE if refused else Code.ICLOUD_DOWN)
    assert len(place.desk.busy_blocks(booked.span)) == 1
    untouched(place, booked)
    quiet_poll(place)
    assert place.desk.calendar("Work").problem is None
    untouched(place, booked)


# --- what lives of thirty days have found (tests/icloud/life.py) --------------------------------------------------


def test_an_event_that_is_listed_and_not_to_be_had_cancels_nothing(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    """Fact sheet §9, row 19. A ghost at both looks, and long after them."""
    icloud.standin.switch(ghosts=re.escape(name_of(booked.href)))
    icloud.standin.resave(unquote(booked.href))
    for _ in range(4):
        assert later_poll(place) == ()
    assert place.desk.booking(booked.id).status is Status.CONFIRMED
    icloud.standin.switch(ghosts="")
    later_poll(place)
    untouched(place, booked)


def test_a_dead_calendar_does_not_stop_the_others_being_followed(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    place.desk.execute(Select(write_to="Family"))
    other = place.book(TEN + 2 * HOUR)
    quiet_poll(place)
    icloud.rmcalendar("work")
    quiet_poll(place)
    quiet_poll(place)
    icloud.delete(unquote(other.href))
    assert later_poll(place) == ()
    assert later_poll(place) == (other.id,)
    untouched(place, booked)


def test_what_waits_for_a_dead_calendar_comes_to_an_end(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    """Its cancellation is done, its move is the host's to decide: neither is tried for ever."""
    other = place.book(TEN + 2 * HOUR)
    quiet_poll(place)
    move(place, booked, TEN + 5 * HOUR, offline=True)
    icloud.rmcalendar("work")
    quiet_poll(place)
    quiet_poll(place)
    cancel(place, other, offline=True)
    place.clock.forward(minutes=2)
    quiet_poll(place)
    assert place.desk.booking(other.id).sync is InCloud.SYNCED
    assert place.desk.booking(booked.id).status is Status.ATTENTION
    assert [intent.held for intent in place.store.outbox.all()] == [True]


def test_of_four_that_vanish_those_that_stay_away_are_asked_about(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booked = [place.book(TEN + n * HOUR) for n in range(4)]
    quiet_poll(place)
    text, _ = icloud.get(unquote(booked[0].href))
    remove(icloud, *booked)
    assert quiet_poll(place).bookings_cancelled == ()
    icloud.put("work", name_of(booked[0].href), text)
    assert later_poll(place) == ()
    untouched(place, booked[0])
    assert [now(place, b).gone_together for b in booked] == [False, True, True, True]
    assert [n.count for n in place.notices if n.kind is NoticeKind.SEVERAL_GONE] == [3]
    for booking in booked[1:]:
        icloud.put("work", name_of(booking.href), text.replace(booked[0].uid, booking.uid))
    quiet_poll(place)
    assert [now(place, b).status for b in booked] == [Status.CONFIRMED] * 4


def test_an_odd_one_that_vanishes_with_others_is_asked_about_too(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booked = [place.book(TEN + n * HOUR) for n in range(4)]
    rewrite(icloud, booked[0], *ODD["cancelled"])
    quiet_poll(place)
    remove(icloud, *booked)
    for _ in range(3):
        assert later_poll(place) == ()
    assert [now(place, b).gone_together for b in booked] == [True] * 4


def test_another_event_in_its_place_is_for_the_host(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    """A GET that finds something proves no deletion."""
    remove(icloud, booked)
    icloud.put("work", name_of(booked.href), event("foreign", TEN + 5 * HOUR, TEN + 6 * HOUR))
    for _ in range(3):
        assert later_poll(place) == ()
    found = now(place, booked)
    assert (found.status, found.cancelled_by) == (Status.ATTENTION, None)
    assert quiet_poll(place).requests == 1
    (question,) = place.desk.snapshot().questions
    assert set(question.choices) >= {Choice.PUT_BACK, Choice.CANCEL}
    put_back = place.desk.execute(Choose(booked.id, Choice.PUT_BACK))
    assert isinstance(put_back, Booking)
    assert (put_back.status, put_back.sync) == (Status.CONFIRMED, InCloud.SYNCED)
    assert "UID:foreign" in icloud.get(unquote(booked.href))[0]


@pytest.mark.parametrize(("method", "where", "status"), [
    ("PROPFIND", "", 503), ("GET", "", 503), ("REPORT", "/family/", 500), ("PROPFIND", "", 429),
])  # fmt: skip
def test_in_a_round_with_one_bad_answer_nothing_is_cancelled(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, method: str, where: str, status: int
) -> None:
    """[20–22] No 401, 5xx or 503 in that round, also none that was mended by asking again."""
    remove(icloud, booked)
    quiet_poll(place)
    icloud.put("family", "x.ics", event("x", TEN + 5 * HOUR, TEN + 6 * HOUR))
    proxy.answer(method, where or ANY, status=status)
    assert later_poll(place) == ()
    assert later_poll(place) == (booked.id,)


def test_one_carried_to_where_it_is_listed_and_not_handed_out_yet_is_not_cancelled(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    remove(icloud, booked)
    icloud.put("family", "there.ics", text)
    icloud.standin.fault("status", "GET", "there", status=404, times=None)
    icloud.standin.switch(ghosts="there")
    for _ in range(3):
        assert later_poll(place) == ()
    icloud.standin.clear()
    icloud.standin.switch(ghosts="")
    later_poll(place)
    found = now(place, booked)
    assert (found.status, name_of(found.href)) == (Status.CONFIRMED, "there.ics")


@pytest.mark.parametrize("decided", ["move", "cancel"])
def test_what_is_decided_while_a_look_is_on_its_way_counts(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, tmp_path: Path, decided: str
) -> None:
    """Another process of the profile decides offline, without waiting for the sync lock."""
    remove(icloud, booked)
    quiet_poll(place)
    place.clock.forward(seconds=61)
    moves = decided == "move"
    command = Reschedule(booked.id, TEN + 3 * HOUR, offline=True) if moves else Cancel(booked.id, offline=True)
    proxy.change("GET", by=decides_meanwhile(tmp_path / "profile", place, lambda other: other.desk.execute(command)))
    assert quiet_poll(place).bookings_cancelled == ()
    found = now(place, booked)
    assert found.cancelled_by is (None if decided == "move" else By.HOST)
    assert found.start == (TEN + 3 * HOUR if decided == "move" else TEN)


def test_one_of_four_that_a_write_waits_for_counts_among_them(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booked = [place.book(TEN + n * HOUR) for n in range(4)]
    quiet_poll(place)
    place.desk.execute(Reschedule(booked[0].id, TEN + 6 * HOUR, offline=True))
    remove(icloud, *booked)
    with place.desk.session() as session:
        for _ in poll(session):
            pass
    place.clock.forward(seconds=61)
    with place.desk.session() as session:
        for _ in poll(session):
            pass
    assert [now(place, b).gone_together for b in booked] == [False, True, True, True]
