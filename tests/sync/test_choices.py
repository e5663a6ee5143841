"""The host's answers to bookings that need attention: each is decided whole, sent once, and does what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icloud import ICloud
from tests.support.proxy import Fault, Proxy
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, refused, rewrite, sync, trouble_of
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Cancel, Choose, MarkNoShow, Undo
from workestra_desktop.core.restoring import restored
from workestra_desktop.core.trouble import Code
from workestra_desktop.ical.amend import amend
from workestra_desktop.sync import choice_desk

HOUR = timedelta(hours=1)
NOON = TEN + 2 * HOUR
PHONE = ("END:VEVENT", "X-PHONE:kept\r\nEND:VEVENT")

TRY_AGAIN, TAKE_ICLOUD, KEEP_MINE = Choice.TRY_AGAIN, Choice.TAKE_ICLOUD, Choice.KEEP_MINE
PUT_BACK, LET_GO, CANCEL = Choice.PUT_BACK, Choice.LET_GO, Choice.CANCEL


@pytest.fixture
def booked(icloud: ICloud, place: Workplace) -> Booking:
    place.connect()
    booking = place.book(TEN)
    rewrite(icloud, booking, PHONE)
    quiet_poll(place)
    return place.desk.booking(booking.id)


def choose(place: Workplace, booking: Booking, choice: Choice) -> Booking:
    found = place.desk.execute(Choose(booking.id, choice))
    assert isinstance(found, Booking)
    return found


def asked(place: Workplace, booking: Booking) -> tuple[Choice, ...]:
    """The choices open for it; nothing if there is no question."""
    (found,) = [q.choices for q in place.desk.snapshot().questions if q.booking == booking.id] or [()]
    return found


def events(icloud: ICloud) -> list[str]:
    return [text for name in ("work", "family") for text in icloud.texts(name).values()]


def of(icloud: ICloud, booking: Booking) -> list[str]:
    return [text for text in events(icloud) if f"X-WORKESTRA-BOOKING:{booking.id}" in text]


def in_step(place: Workplace, icloud: ICloud, booking: Booking, start: object) -> str:
    """Confirmed, once in iCloud, at `start` on both sides, nothing waits and nothing is asked, also after a poll."""
    for _ in range(2):
        now = place.desk.booking(booking.id)
        assert (now.status, now.sync, now.concern, now.start) == (Status.CONFIRMED, InCloud.SYNCED, "", start)
        assert place.store.outbox.of(booking.id) == [] and asked(place, booking) == ()
        assert [f"UID:{now.uid}" in text and f"T{now.start + HOUR:%H%M}00" in text for text in of(icloud, booking)] == [
            True
        ]
        place.clock.forward(seconds=70)
        quiet_poll(place)
    return of(icloud, booking)[0]


def ended(place: Workplace, booking: Booking) -> Booking:
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.concern) == (Status.CANCELLED, InCloud.SYNCED, "")
    assert place.store.outbox.of(booking.id) == [] and asked(place, booking) == ()
    return now


def writes(proxy: Proxy) -> tuple[int, int]:
    return len(proxy.requests("PUT")), len(proxy.requests("DELETE"))


def drag(icloud: ICloud, booking: Booking, by: timedelta) -> None:
    """The host drags the event on the phone."""
    text, _ = icloud.get(unquote(booking.href))
    moved = amend(text, booking.uid, booking.start + by, booking.end + by, booking.timezone, booking.created_at)
    icloud.put(name_of(booking.calendar), name_of(booking.href), moved)


# --- ways into a question -------------------------------------------------------------------------------------------


def clash(icloud: ICloud, proxy: Proxy, place: Workplace, booking: Booking) -> None:
    """Moved here to noon, and on the phone by an hour."""
    move(place, booking, NOON, offline=True)
    drag(icloud, booking, HOUR)
    sync(place)
    assert place.desk.booking(booking.id).concern == "It was moved here and in iCloud at the same time."


def vanished_while_moved(icloud: ICloud, proxy: Proxy, place: Workplace, booking: Booking) -> None:
    move(place, booking, NOON, offline=True)
    icloud.delete(unquote(booking.href))
    sync(place)
    assert "gone from iCloud" in place.desk.booking(booking.id).concern


def several_gone(icloud: ICloud, proxy: Proxy, place: Workplace, booking: Booking) -> list[Booking]:
    more = [place.book(TEN + n * HOUR, f"Guest {n}") for n in range(1, 4)]
    quiet_poll(place)
    for each in (booking, *more):
        icloud.delete(unquote(each.href))
    quiet_poll(place)
    place.clock.forward(seconds=61)
    quiet_poll(place)
    assert all(place.desk.booking(b.id).gone_together for b in (booking, *more))
    return more


def refused_create(icloud: ICloud, proxy: Proxy, place: Workplace, status: int = 403) -> tuple[Booking, Fault]:
    fault = proxy.answer("PUT", status=status, times=None)
    assert trouble_of(lambda: place.book(NOON + HOUR)).code is Code.WRITE_REFUSED
    return next(b for b in place.desk.bookings() if b.start == NOON + HOUR), fault


SERIES = (("END:VEVENT", "RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT"),)
MARKED = (("STATUS:CONFIRMED", "STATUS:CANCELLED"),)
ALL_DAY = (
    ("DTSTART;TZID=Europe/Amsterdam:20270301T100000", "DTSTART;VALUE=DATE:20270301"),
    ("DTEND;TZID=Europe/Amsterdam:20270301T103000", "DTEND;VALUE=DATE:20270302"),
)


# --- several gone together ------------------------------------------------------------------------------------------


def test_each_of_several_that_vanished_is_decided_alone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    more = several_gone(icloud, proxy, place, booked)
    assert [asked(place, b) for b in (booked, *more)] == [(PUT_BACK, CANCEL)] * 4
    proxy.forget()
    back = choose(place, booked, PUT_BACK)
    assert writes(proxy) == (1, 0) and back.uid != booked.uid
    proxy.forget()
    gone = choose(place, more[0], CANCEL)
    assert (gone.status, gone.cancelled_by) == (Status.CANCELLED, By.ICLOUD)
    assert writes(proxy) == (0, 0), "it is gone already, and that was looked at twice"
    assert "X-PHONE:kept" in in_step(place, icloud, booked, TEN)
    ended(place, more[0])
    assert [asked(place, b) for b in more[1:]] == [(PUT_BACK, CANCEL)] * 2, "the others still wait"


def test_what_was_restored_in_icloud_meanwhile_is_not_put_back_twice(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """The host restores the calendar at iCloud.com, and then answers here before the next poll."""
    text, _ = icloud.get(unquote(booked.href))
    several_gone(icloud, proxy, place, booked)
    icloud.put("work", name_of(booked.href), text)
    proxy.forget()
    assert choose(place, booked, PUT_BACK).uid == booked.uid
    assert writes(proxy) == (0, 0)
    in_step(place, icloud, booked, TEN)


def test_put_back_while_offline_and_restored_meanwhile_is_there_once(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    several_gone(icloud, proxy, place, booked)
    icloud.stop()
    assert choose(place, booked, PUT_BACK).sync is InCloud.WAITING
    icloud.start()
    icloud.put("work", name_of(booked.href), text)
    sync(place)
    in_step(place, icloud, booked, TEN)


# --- moved here and there -------------------------------------------------------------------------------------------


def test_moved_on_both_sides_the_time_in_icloud_counts(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    assert asked(place, booked) == (TAKE_ICLOUD, KEEP_MINE, CANCEL)
    proxy.forget()
    taken = choose(place, booked, TAKE_ICLOUD)
    assert (taken.start, taken.end) == (TEN + HOUR, booked.end + HOUR)
    assert writes(proxy) == (0, 0)
    in_step(place, icloud, booked, TEN + HOUR)
    undone = place.desk.execute(Undo(booked.id))
    assert isinstance(undone, Booking) and undone.start == NOON, "and that can be taken back"


def test_moved_on_both_sides_the_time_here_counts(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    proxy.forget()
    assert choose(place, booked, KEEP_MINE).start == NOON
    assert writes(proxy) == (1, 0)
    assert "X-PHONE:kept" in in_step(place, icloud, booked, NOON)


def test_moved_once_more_on_the_phone_before_the_answer(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    drag(icloud, booked, 5 * HOUR)
    assert choose(place, booked, TAKE_ICLOUD).start == TEN + 5 * HOUR
    in_step(place, icloud, booked, TEN + 5 * HOUR)


@pytest.mark.parametrize(("hours", "stayed_away"), [(1, True), (5, False)], ids=["begun", "ahead"])
def test_nobody_has_stayed_away_from_what_lies_ahead_in_icloud(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, hours: int, stayed_away: bool
) -> None:
    clash(icloud, proxy, place, booked)
    drag(icloud, booked, hours * HOUR)
    place.clock.at = NOON + HOUR / 4
    place.desk.execute(MarkNoShow(booked.id, True))
    taken = choose(place, booked, TAKE_ICLOUD)
    assert (taken.start, taken.no_show) == (TEN + hours * HOUR, stayed_away)


def test_moved_on_both_sides_and_cancelled(icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking) -> None:
    clash(icloud, proxy, place, booked)
    assert choose(place, booked, CANCEL).cancelled_by is By.HOST
    assert of(icloud, booked) == []
    ended(place, booked)


def test_deleted_on_the_phone_before_the_answer_nothing_is_decided(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    icloud.delete(unquote(booked.href))
    before = place.desk.booking(booked.id), place.store.outbox.all()
    trouble = refused(place, Choose(booked.id, KEEP_MINE))
    assert trouble.code is Code.BAD_INPUT
    assert "“put-back” to write its event into iCloud anew" in trouble.subject
    assert (place.desk.booking(booked.id), place.store.outbox.all()) == before
    assert asked(place, booked) == (PUT_BACK, CANCEL)


# --- gone, so it could not be moved ---------------------------------------------------------------------------------


def test_vanished_while_it_was_moved_it_is_put_back_at_the_new_time(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    vanished_while_moved(icloud, proxy, place, booked)
    assert asked(place, booked) == (PUT_BACK, CANCEL)
    assert choose(place, booked, PUT_BACK).uid != booked.uid
    assert "X-PHONE:kept" in in_step(place, icloud, booked, NOON)


def test_vanished_while_it_was_moved_and_cancelled(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    vanished_while_moved(icloud, proxy, place, booked)
    choose(place, booked, CANCEL)
    ended(place, booked)
    assert events(icloud) == []


# --- an event that does not fit any more ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "want"),
    [(ALL_DAY, (LET_GO, CANCEL)), (MARKED, (LET_GO, CANCEL)), (SERIES, (LET_GO,))],
    ids=["all-day", "marked as cancelled", "series"],
)
def test_an_odd_event_is_left_to_the_host(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking,
    changes: tuple[tuple[str, str], ...], want: tuple[Choice, ...],
) -> None:  # fmt: skip
    text = rewrite(icloud, booked, *changes)
    quiet_poll(place)
    assert asked(place, booked) == want
    for choice in set(Choice) - set(want):
        trouble = refused(place, Choose(booked.id, choice))
        assert trouble.code is Code.BAD_INPUT and "“let-go” to end the booking here" in trouble.subject
    proxy.forget()
    gone = choose(place, booked, LET_GO)
    assert proxy.log == () and gone.cancelled_by is By.HOST
    for _ in range(3):
        place.clock.forward(minutes=10)
        sync(place)
    assert of(icloud, booked) == [text], "to the byte"
    ended(place, booked)


def test_mended_on_the_phone_the_question_closes_by_itself(icloud: ICloud, place: Workplace, booked: Booking) -> None:
    before, _ = icloud.get(unquote(booked.href))
    rewrite(icloud, booked, *SERIES)
    quiet_poll(place)
    icloud.put("work", name_of(booked.href), before)
    quiet_poll(place)
    in_step(place, icloud, booked, TEN)


def test_an_odd_event_that_could_not_be_moved_is_mended_and_tried_again(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    before, _ = icloud.get(unquote(booked.href))
    move(place, booked, NOON, offline=True)
    rewrite(icloud, booked, *SERIES)
    sync(place)
    assert asked(place, booked) == (TRY_AGAIN, LET_GO)
    assert refused(place, Choose(booked.id, TRY_AGAIN)).code is Code.WRITE_REFUSED
    assert asked(place, booked) == (TRY_AGAIN, LET_GO), "it still waits for the host"
    icloud.put("work", name_of(booked.href), before)
    choose(place, booked, TRY_AGAIN)
    in_step(place, icloud, booked, NOON)


def test_a_cancel_never_deletes_a_series_that_the_host_made_of_it(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """Also if it became one a moment ago, and no poll has seen it."""
    text = rewrite(icloud, booked, *SERIES)
    trouble = trouble_of(lambda: cancel(place, booked))
    assert (trouble.code, trouble.subject) == (
        Code.WRITE_REFUSED, "Its event in iCloud has become a series, so it was not deleted.",
    )  # fmt: skip
    assert writes(proxy)[1] <= 1 and of(icloud, booked) == [text]
    assert asked(place, booked) == (LET_GO,)
    choose(place, booked, LET_GO)
    ended(place, booked)
    assert of(icloud, booked) == [text]


def test_a_cancel_that_waits_for_the_host_is_done_once_its_event_is_gone(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """The host deletes the series on the phone: nothing is left to decide."""
    rewrite(icloud, booked, *SERIES)
    refused(place, Cancel(booked.id))
    sync(place)
    assert asked(place, booked) == (LET_GO,), "it is there: only the host can say"
    icloud.delete(unquote(booked.href))
    sync(place)
    ended(place, booked)
    proxy.forget()
    sync(place)
    assert len(proxy.log) == 1


# --- refused writes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [403, 413])
def test_a_refused_create_is_tried_again_by_hand(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, status: int
) -> None:
    booking, fault = refused_create(icloud, proxy, place, status)
    assert asked(place, booking) == (TRY_AGAIN, CANCEL)
    proxy.forget()
    assert refused(place, Choose(booking.id, TRY_AGAIN)).code is Code.WRITE_REFUSED
    assert writes(proxy) == (1, 0) and asked(place, booking) == (TRY_AGAIN, CANCEL)
    fault.times = 0
    choose(place, booking, TRY_AGAIN)
    in_step(place, icloud, booking, NOON + HOUR)


def test_a_refused_create_is_cancelled_and_nothing_is_sent(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    booking, _ = refused_create(icloud, proxy, place)
    proxy.forget()
    choose(place, booking, CANCEL)
    assert proxy.log == ()
    ended(place, booking)


def test_a_refused_move_stays_where_it_is_in_icloud(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    proxy.answer("PUT", status=403, times=None)
    trouble_of(lambda: move(place, booked, NOON))
    assert asked(place, booked) == (TRY_AGAIN, TAKE_ICLOUD, LET_GO, CANCEL), "a 403 says that it is read-only"
    quiet_poll(place)
    assert asked(place, booked) == (TRY_AGAIN, TAKE_ICLOUD, CANCEL), "the listing says that it is not"
    proxy.forget()
    choose(place, booked, TAKE_ICLOUD)
    assert writes(proxy) == (0, 0)
    in_step(place, icloud, booked, TEN)


def test_a_refused_cancel_is_tried_again_or_let_go(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    other = place.book(NOON)
    fault = proxy.answer("DELETE", status=403, times=None)
    for each in (booked, other):
        assert trouble_of(lambda each=each: cancel(place, each)).code is Code.WRITE_REFUSED  # type: ignore[misc]
        assert asked(place, each) == (TRY_AGAIN, LET_GO)
    proxy.forget()
    choose(place, other, LET_GO)
    assert proxy.log == () and len(of(icloud, other)) == 1
    fault.times = 0
    choose(place, booked, TRY_AGAIN)
    assert of(icloud, booked) == []
    for each in (booked, other):
        ended(place, each)
    sync(place)
    taken = [(b.start, b.title) for b in place.desk.busy_blocks(other.span)]
    assert taken == [(NOON, other.title)], "the event that stayed takes its time"


# --- after a restore ------------------------------------------------------------------------------------------------


def restore(place: Workplace, booking: Booking, *, waited: bool = False) -> None:
    with place.store.transaction():
        place.store.bookings.put(restored(booking, None, waited, place.clock()))
        for calendar in place.desk.calendars():
            place.store.calendars.forget_reading(calendar.id)
            place.store.mirror.remove(calendar.id, list(place.store.mirror.etags(calendar.id)))


def test_restored_from_a_copy_it_is_not_put_back_before_icloud_was_read(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    restore(place, booked)
    assert asked(place, booked) == (CANCEL,), "its event may be there"
    quiet_poll(place)
    in_step(place, icloud, booked, TEN)
    icloud.delete(unquote(booked.href))
    restore(place, booked)
    quiet_poll(place)
    place.clock.forward(seconds=70)
    quiet_poll(place)
    assert asked(place, booked) == (PUT_BACK, CANCEL), "a poll cancels nothing that was not agreed on"
    choose(place, booked, PUT_BACK)
    in_step(place, icloud, booked, TEN)


@pytest.mark.parametrize("choice", [CANCEL, LET_GO])
def test_restored_while_it_was_being_removed(icloud: ICloud, place: Workplace, booked: Booking, choice: Choice) -> None:
    cancelled = replace(booked, status=Status.CANCELLED, cancelled_by=By.HOST, sync=InCloud.WAITING)
    restore(place, cancelled, waited=True)
    quiet_poll(place)
    assert asked(place, booked) == (CANCEL, LET_GO)
    choose(place, booked, choice)
    assert len(of(icloud, booked)) == (choice is LET_GO)
    ended(place, booked)


# --- how an answer is carried out -----------------------------------------------------------------------------------


def test_offline_an_answer_is_kept_and_sent_later(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    icloud.stop()
    kept = choose(place, booked, KEEP_MINE)
    assert (kept.status, kept.sync, kept.start) == (Status.CONFIRMED, InCloud.WAITING, NOON)
    assert asked(place, booked) == ()
    icloud.start()
    sync(place)
    in_step(place, icloud, booked, NOON)


def test_given_twice_an_answer_is_carried_out_once(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    vanished_while_moved(icloud, proxy, place, booked)
    first = choose(place, booked, PUT_BACK)
    proxy.forget()
    assert choose(place, booked, PUT_BACK) == first
    assert proxy.log == ()
    lines = [line.what for line in place.desk.journal(booked.id)]
    assert lines.count("decided by the host: write its event into iCloud anew") == 1
    trouble = refused(place, Choose(booked.id, KEEP_MINE))
    assert trouble.code is Code.BAD_INPUT and "does not wait for a decision" in trouble.subject
    assert refused(place, Choose("nosuch", CANCEL)).code is Code.NOT_FOUND
    in_step(place, icloud, booked, NOON)


def test_questions_cost_nothing_for_bookings_that_are_well(place: Workplace, booked: Booking) -> None:
    many = [replace(booked, id=f"b{n}", uid=f"U{n}") for n in range(10_000)]
    statements: list[str] = []
    connection = place.store._database._connection
    connection.set_trace_callback(statements.append)
    assert choice_desk.questions(place.desk, many) == ()
    assert statements == []
    asking = [replace(b, status=Status.ATTENTION, concern="?") for b in many[:100]]
    found = choice_desk.questions(place.desk, [*asking, *many[100:]])
    connection.set_trace_callback(None)
    assert [q.booking for q in found] == [b.id for b in asking]
    assert len(statements) < 100 + 30, "one look for each that asks, and what they share once"


def test_one_that_waits_for_the_host_holds_up_no_other(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    clash(icloud, proxy, place, booked)
    refused_one, fault = refused_create(icloud, proxy, place)
    fault.times = 0
    other = place.book(NOON + 3 * HOUR, "Grace Hopper", offline=True)
    assert quiet_poll(place).written == 1
    in_step(place, icloud, other, NOON + 3 * HOUR)
    held = {i.booking: i for i in place.store.outbox.all()}
    assert held.keys() == {booked.id, refused_one.id}
    due = held[refused_one.id].not_before
    assert due is not None and timedelta(0) < due - place.clock.at <= timedelta(minutes=13)


# --- the process dies -----------------------------------------------------------------------------------------------


class Died(BaseException):
    """The process is gone."""


WAYS = {
    "put back": (vanished_while_moved, PUT_BACK, NOON),
    "keep mine": (clash, KEEP_MINE, NOON),
    "take iCloud's": (clash, TAKE_ICLOUD, TEN + HOUR),
    "cancel": (clash, CANCEL, None),
}


@pytest.mark.parametrize("nth", range(4))
@pytest.mark.parametrize("way", WAYS)
def test_it_survives_the_end_of_the_process(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    way: str, nth: int,
) -> None:  # fmt: skip
    """The process ends before or after the commit of the decision, or of the claim; another one goes on, and the host
    answers again."""
    lead, choice, start = WAYS[way]
    lead(icloud, proxy, place, booked)
    commits, decides = 0, False
    store = place.store
    real = store._database._connection

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

        def execute(self, sql: str, *values: object) -> object:
            nonlocal commits, decides
            decides = decides or sql.startswith("INSERT INTO journal")
            if sql == "COMMIT" and decides:
                commits += 1
                if commits == nth // 2 + 1:
                    if nth % 2:
                        real.execute(sql)
                    raise Died
            return real.execute(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(store._database, "_connection", Counting())
    died = False
    try:
        choose(place, booked, choice)
    except Died:
        died = True
    monkeypatch.undo()
    before = place.clock.at
    store.close()
    with workplace(tmp_path / "profile", place.desk.around.endpoint.url) as again:
        again.clock.lead(lambda at: icloud.standin.clock(at=at))
        again.clock.at = before
        again.desk.around.vault.keep(icloud.user, icloud.password)
        found = again.desk.booking(booked.id)
        open_still = asked(again, found)
        assert open_still == () or (died and choice in open_still), "decided or not, nothing between"
        again.clock.forward(minutes=2)
        sync(again)
        choose(again, booked, choice)
        if start is None:
            ended(again, booked)
            assert of(icloud, booked) == []
        else:
            assert "X-PHONE:kept" in in_step(again, icloud, booked, start)
