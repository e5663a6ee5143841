"""Undo takes back the last cancel or move, whoever made it, and nothing is lost or doubled by it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import CalDavServer
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, refused, rewrite, sync, texts_of
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.commands import Cancel, Select, Undo
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.trouble import Code
from workestra_desktop.ical.amend import amend

HOUR = timedelta(hours=1)
NOON = TEN + 2 * HOUR
PHONE = ("END:VEVENT", "X-PHONE:kept\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT45M\r\nEND:VALARM\r\nEND:VEVENT")
"""The host adds an alarm and a line of Apple's own."""


@pytest.fixture
def booked(place: Workplace) -> Booking:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    return booking


def undo(place: Workplace, booking: Booking, *, offline: bool = False) -> Booking:
    found = place.desk.execute(Undo(booking.id, offline))
    assert isinstance(found, Booking)
    return found


def on_phone(server: CalDavServer, booking: Booking, start_shift: timedelta) -> None:
    """The host drags the event on the phone."""
    text, _ = server.get(unquote(booking.href))
    start, end = booking.start + start_shift, booking.end + start_shift
    moved = amend(text, booking.uid, start, end, booking.timezone, booking.created_at)
    server.put(name_of(booking.calendar), name_of(booking.href), moved)


def deleted_on_phone(place: Workplace, server: CalDavServer, booking: Booking) -> None:
    server.delete(unquote(booking.href))
    quiet_poll(place)
    place.clock.forward(seconds=61)
    assert quiet_poll(place).bookings_cancelled == (booking.id,)


def events(server: CalDavServer) -> list[str]:
    return [text for name in ("work", "family") for text in server.texts(name).values()]


def in_step(place: Workplace, server: CalDavServer, booking: Booking) -> str:
    """The booking is confirmed, its one event is where it says, and nothing waits. Returns the event's text."""
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.concern, now.start) == (Status.CONFIRMED, InCloud.SYNCED, "", booking.start)
    assert (now.cancelled_by, now.reason) == (None, "")
    assert place.store.outbox.all() == []
    ours = [text for text in events(server) if f"X-WORKESTRA-BOOKING:{booking.id}" in text]
    assert len(ours) == 1 and now.uid in ours[0]
    quiet_poll(place)
    again = place.desk.booking(booking.id)
    assert (again.status, again.start, again.uid) == (Status.CONFIRMED, booking.start, now.uid)
    return ours[0]


def without_uid_and_stamps(text: str) -> list[str]:
    changing = ("UID:", "X-WORKESTRA-", "DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")
    return [line for line in text.splitlines() if not line.startswith(changing)]


# --- moves ------------------------------------------------------------------------------------------------------------


def test_a_move_goes_back_by_one_put_and_all_else_stays(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    before = rewrite(icloud, booked, PHONE)
    moved = move(place, booked, NOON)
    proxy.forget()
    back = undo(place, moved)
    assert back.start == TEN
    assert len(proxy.requests("PUT")) == 1
    assert proxy.requests("DELETE") == ()
    text = in_step(place, icloud, booked)
    assert without_uid_and_stamps(text) == without_uid_and_stamps(before)
    assert back.uid == booked.uid
    assert undo(place, back).start == NOON, "an undo is a move, and so it can be taken back"
    in_step(place, icloud, moved)


def test_a_move_on_the_phone_goes_back_to_its_time_and_length(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    longer = amend(text, booked.uid, NOON, NOON + 2 * HOUR, booked.timezone, booked.created_at)
    icloud.put("work", name_of(booked.href), longer)
    assert quiet_poll(place).bookings_moved == (booked.id,)
    back = undo(place, booked)
    assert back.span == booked.span
    in_step(place, icloud, booked)


def test_an_unsent_move_is_taken_back_and_icloud_never_hears_of_it(
    proxy: Proxy, icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    move(place, booked, NOON, offline=True)
    proxy.forget()
    assert undo(place, booked).sync is InCloud.SYNCED
    assert proxy.log == ()
    in_step(place, icloud, booked)
    assert proxy.requests("PUT") == ()


def test_a_move_whose_answer_was_lost_goes_back(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    proxy.drop_answer("PUT")
    moved = move(place, booked, NOON)
    assert moved.sync is InCloud.WAITING
    undo(place, moved)
    place.clock.forward(hours=1)
    sync(place)
    in_step(place, icloud, booked)


def test_what_was_changed_in_icloud_meanwhile_is_not_overridden(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    moved = move(place, booked, NOON)
    on_phone(icloud, moved, HOUR)
    trouble = refused(place, Undo(booked.id))
    assert trouble.code is Code.NOT_FOUND
    assert "has just been changed in iCloud" in trouble.subject
    assert place.desk.booking(booked.id).start == NOON + HOUR
    assert undo(place, booked).start == NOON, "asked again, it takes back the phone's move"


# --- cancels ----------------------------------------------------------------------------------------------------------


def test_an_unsent_cancel_is_taken_back_and_icloud_never_hears_of_it(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    cancel(place, booked, offline=True)
    proxy.forget()
    back = undo(place, booked)
    assert proxy.log == ()
    assert (back.uid, back.href, back.sync) == (booked.uid, booked.href, InCloud.SYNCED)
    in_step(place, icloud, booked)
    assert [proxy.requests(m) for m in ("PUT", "DELETE")] == [(), ()]


def test_a_move_that_waited_when_it_was_cancelled_waits_again(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    moved = move(place, booked, NOON, offline=True)
    cancel(place, booked, offline=True)
    back = undo(place, booked)
    assert (back.start, back.sync) == (NOON, InCloud.WAITING)
    sync(place)
    in_step(place, icloud, moved)


def test_what_never_was_in_icloud_is_written_after_all(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN, offline=True)
    assert cancel(place, booking, offline=True).sync is InCloud.SYNCED
    undo(place, booking)
    in_step(place, icloud, booking)


def test_a_cancelled_event_comes_back_under_a_new_name_with_what_the_host_added(
    place_on: Workplace, server: CalDavServer
) -> None:
    place = place_on
    booking = place.book(TEN)
    quiet_poll(place)
    before = rewrite(server, booking, PHONE)
    cancel(place, booking)
    assert texts_of(server, booking, "work") == []
    sync(place)
    back = undo(place, booking)
    assert back.id == booking.id
    assert back.uid != booking.uid and back.href != booking.href and back.uid in back.href
    text = in_step_in(place, server, booking)
    kept = [line for line in before.splitlines() if line.startswith(("X-", "TRIGGER", "SUMMARY", "DESCRIPTION"))]
    kept = [line for line in kept if "-SEAL:" not in line]
    assert all(line in text for line in kept), text
    assert text.count("BEGIN:VALARM") == before.count("BEGIN:VALARM")
    # And once more, the other way and back.
    cancel(place, booking)
    assert undo(place, booking).uid not in (booking.uid, back.uid)
    assert "X-PHONE:kept" in in_step_in(place, server, booking)


def in_step_in(place: Workplace, server: CalDavServer, booking: Booking) -> str:
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.start) == (Status.CONFIRMED, InCloud.SYNCED, booking.start)
    (text,) = server.texts("work").values()
    assert now.uid in text
    quiet_poll(place)
    assert place.desk.booking(booking.id).status is Status.CONFIRMED
    return text


@pytest.fixture
def place_on(server: CalDavServer, tmp_path: Path) -> Iterator[Workplace]:
    server.mkcalendar("work", "Work", order=1)
    with workplace(tmp_path / "profile", server.url) as place:
        place.connect()
        place.desk.execute(Select(write_to="Work"))
        yield place


def test_an_event_deleted_on_the_phone_comes_back_as_it_last_was(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    before = rewrite(icloud, booked, PHONE)
    sync(place)
    deleted_on_phone(place, icloud, booked)
    assert place.desk.booking(booked.id).cancelled_by is By.ICLOUD
    assert place.notices[-1].kind is NoticeKind.CANCELLED
    sync(place)
    assert events(icloud) == [], "a poll never brings it back by itself"
    back = undo(place, booked)
    assert back.uid != booked.uid
    text = in_step(place, icloud, booked)
    assert without_uid_and_stamps(text) == without_uid_and_stamps(before)


@pytest.mark.parametrize("arrives", [True, False])
def test_a_cancel_whose_answer_was_lost_is_settled_before_the_event_is_made_anew(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, arrives: bool
) -> None:
    rewrite(icloud, booked, PHONE)
    sync(place)
    fault = proxy.drop_answer("DELETE") if arrives else proxy.answer("DELETE", status=500, times=None)
    assert cancel(place, booked).sync is InCloud.WAITING
    undone = undo(place, booked)
    assert undone.status is Status.CONFIRMED
    fault.times = 0
    place.clock.forward(hours=1)
    sync(place)
    assert "X-PHONE:kept" in in_step(place, icloud, booked)
    assert place.desk.booking(booked.id).uid != booked.uid
    assert texts_of(icloud, booked) == [], "the old event is gone"


def test_cancelled_put_back_and_cancelled_again_while_icloud_is_silent(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    fault = proxy.answer("DELETE", status=500, times=None)
    cancel(place, booked)
    undo(place, booked)
    assert cancel(place, booked).status is Status.CANCELLED
    undo(place, booked)
    cancel(place, booked)
    fault.times = 0
    place.clock.forward(hours=1)
    sync(place)
    now = place.desk.booking(booked.id)
    assert (now.status, now.sync) == (Status.CANCELLED, InCloud.SYNCED)
    assert events(icloud) == []
    assert place.store.outbox.all() == []


def test_the_create_s_answer_is_lost_and_nothing_is_doubled(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    cancel(place, booked)
    proxy.drop_answer("PUT")
    assert undo(place, booked).sync is InCloud.WAITING
    place.clock.forward(hours=1)
    sync(place)
    in_step(place, icloud, booked)


def test_an_event_that_came_back_by_itself_is_taken_as_it_is(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    text, _ = icloud.get(unquote(booked.href))
    deleted_on_phone(place, icloud, booked)
    icloud.put("work", "restored.ics", text)
    proxy.forget()
    back = undo(place, booked)
    assert back.uid == booked.uid and back.href.endswith("/restored.ics")
    assert proxy.requests("PUT") == ()
    in_step(place, icloud, booked)


def test_an_event_that_was_never_deleted_is_not_made_twice(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """The server said of it what is said of deleted events, and had it all the time."""
    text, _ = icloud.get(unquote(booked.href))
    deleted_on_phone(place, icloud, booked)
    icloud.put("work", name_of(booked.href), text)
    icloud.standin.hide(unquote(booked.href), 200)
    assert undo(place, booked).uid == booked.uid
    place.clock.forward(seconds=400)
    in_step(place, icloud, booked)


def test_a_refused_cancel_is_taken_back(icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking) -> None:
    fault = proxy.answer("DELETE", status=403, times=None)
    refused_cancel = refused(place, _cancel(booked))
    assert refused_cancel.code is Code.WRITE_REFUSED
    fault.times = 0
    proxy.forget()
    assert undo(place, booked).uid == booked.uid
    in_step(place, icloud, booked)
    assert proxy.requests("DELETE") == ()


def test_deleted_on_the_phone_while_the_cancel_was_refused_it_is_made_anew(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    proxy.answer("DELETE", status=403)
    refused(place, _cancel(booked))
    icloud.delete(unquote(booked.href))
    quiet_poll(place)
    back = undo(place, booked)
    assert back.uid != booked.uid
    in_step(place, icloud, booked)


def _cancel(booking: Booking) -> Cancel:
    return Cancel(booking.id)


# --- what stands in the way -------------------------------------------------------------------------------------------


def test_an_event_put_there_on_the_phone_a_moment_ago_is_named(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    moved = move(place, booked, NOON)
    icloud.put("family", "x.ics", event("x", TEN, TEN + HOUR, summary="Dentist"))
    for cancelled in (False, True):
        if cancelled:
            cancel(place, moved)
            icloud.put("family", "y.ics", event("y", NOON, NOON + HOUR, summary="Dentist"))
        before = place.desk.booking(booked.id)
        trouble = refused(place, Undo(booked.id))
        assert trouble.code is Code.SLOT_TAKEN and "Dentist" in trouble.subject
        assert place.desk.booking(booked.id) == before
        assert place.store.outbox.all() == []


def test_two_guests_never_get_the_same_time(place: Workplace, booked: Booking) -> None:
    cancel(place, booked, offline=True)
    sync(place)
    place.book(TEN, "Grace Hopper")
    trouble = refused(place, Undo(booked.id, offline=True))
    assert trouble.code is Code.SLOT_TAKEN and "Grace Hopper" in trouble.subject
    assert place.desk.booking(booked.id).status is Status.CANCELLED
    assert place.store.outbox.all() == []


def test_a_past_time_is_not_restored(place: Workplace, booked: Booking) -> None:
    move(place, booked, NOON)
    assert [u.booking for u in place.desk.snapshot().undoable] == [booked.id]
    place.clock.at = TEN + timedelta(minutes=1)
    assert refused(place, Undo(booked.id)).code is Code.BAD_INPUT
    cancel(place, booked)
    assert [u.booking for u in place.desk.snapshot().undoable] == [booked.id], "noon is still to come"
    place.clock.at = NOON + timedelta(minutes=1)
    assert refused(place, Undo(booked.id)).code is Code.BAD_INPUT
    assert place.desk.snapshot().undoable == ()


def test_nothing_to_take_back_is_said_with_the_next_step(place: Workplace, booked: Booking) -> None:
    trouble = refused(place, Undo(booked.id))
    assert trouble.code is Code.NOT_FOUND
    assert "It stays as it is; to change it, move or cancel it." in trouble.subject
    assert refused(place, Undo("nosuch")).code is Code.NOT_FOUND
    cancel(place, booked)
    undo(place, booked)
    assert refused(place, Undo(booked.id)).code is Code.NOT_FOUND, "Undo never cancels"


def test_offline_it_is_queued_and_without_that_nothing_is_decided(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    cancel(place, booked)
    icloud.stop()
    before = place.desk.booking(booked.id)
    assert refused(place, Undo(booked.id)).passing
    assert place.desk.booking(booked.id) == before
    assert undo(place, booked, offline=True).sync is InCloud.WAITING
    icloud.start()
    sync(place)
    in_step(place, icloud, booked)


def test_it_comes_back_in_another_calendar_if_its_own_is_gone(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    place.desk.execute(Select(write_to="Family"))
    booking = place.book(TEN)
    cancel(place, booking)
    place.desk.execute(Select(write_to="Work"))
    icloud.rmcalendar("family")
    sync(place)
    sync(place)
    back = undo(place, booking)
    assert back.calendar.endswith("/work/") and back.sync is InCloud.SYNCED
    assert len(icloud.texts("work")) == 1


# --- the journal ------------------------------------------------------------------------------------------------------


def test_the_journal_has_each_write_and_each_change_with_its_text(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    first, _ = icloud.get(unquote(booked.href))
    edited = rewrite(icloud, booked, ("SUMMARY:", "SUMMARY:Edited "))
    sync(place)
    move(place, booked, NOON)
    moved, _ = icloud.get(unquote(booked.href))
    on_phone(icloud, place.desk.booking(booked.id), HOUR)
    sync(place)
    late, _ = icloud.get(unquote(booked.href))
    cancel(place, booked)
    lines = [(line.what.split(" from 2")[0], line.before, line.after) for line in place.desk.journal(booked.id)]
    assert [(what, without_uid_and_stamps(b), without_uid_and_stamps(a)) for what, b, a in lines] == [
        (what, without_uid_and_stamps(b), without_uid_and_stamps(a))
        for what, b, a in [
            ("booked", "", ""),
            ("written to iCloud", "", first),
            ("edited in iCloud", first, edited),
            ("moved by the host", "", ""),
            ("moved in iCloud", edited, moved),
            ("moved in iCloud", moved, late),
            ("cancelled by the host", "", ""),
            ("removed from iCloud", late, ""),
        ]
    ]
    known = len(lines)
    sync(place)
    sync(place)
    assert len(place.desk.journal(booked.id)) == known, "a poll that finds nothing writes nothing"


def test_a_text_that_is_too_large_is_kept_without_its_attachments(
    icloud: ICloud, place: Workplace, booked: Booking
) -> None:
    attached = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "A" * 300_000
    rewrite(icloud, booked, ("END:VEVENT", f"{attached}\r\nX-PHONE:kept\r\nEND:VEVENT"))
    sync(place)
    line = place.desk.journal(booked.id)[-1]
    assert line.detail == "its text is kept without the attachments"
    assert "X-PHONE:kept" in line.after and "ATTACH" not in line.after
    rewrite(icloud, booked, ("X-PHONE:kept", "X-PHONE:" + "B" * 300_000))
    sync(place)
    line = place.desk.journal(booked.id)[-1]
    assert (line.detail, line.after) == ("its text is too large to be kept", "")
    sync(place)
    assert place.desk.journal(booked.id)[-1] == line
    cancel(place, booked)
    undo(place, booked)
    in_step(place, icloud, booked)


# --- the process dies -------------------------------------------------------------------------------------------------


class Died(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("nth", range(12))
@pytest.mark.parametrize("what", ["cancel", "lost", "move", "phone"])
def test_it_survives_the_end_of_the_process_at_every_commit(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    what: str, nth: int,
) -> None:  # fmt: skip
    """The process ends at the `nth` commit of the undo, before it or after it; another one goes on."""
    if what in ("cancel", "lost"):
        if what == "lost":
            proxy.drop_answer("DELETE")
        cancel(place, booked)
    elif what == "move":
        move(place, booked, NOON)
    else:
        deleted_on_phone(place, icloud, booked)
    commits = 0
    store = place.store
    real = store._database._connection

    class Counting:
        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

        def execute(self, sql: str, *values: object) -> object:
            nonlocal commits
            if sql == "COMMIT":
                commits += 1
                if commits == nth // 2 + 1:
                    if nth % 2:
                        real.execute(sql)
                    raise Died
            return real.execute(sql, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(store._database, "_connection", Counting())
    died = False
    try:
        undo(place, booked)
    except Died:
        died = True
    monkeypatch.undo()
    before = place.clock.at
    store.close()
    with workplace(tmp_path / "profile", place.desk.around.endpoint.url) as again:
        again.clock.lead(lambda at: icloud.standin.clock(at=at))
        again.clock.at = before
        again.desk.around.vault.keep(icloud.user, icloud.password)
        sync(again)
        again.clock.at = before + timedelta(minutes=2)
        sync(again)
        now = again.desk.booking(booked.id)
        undone = now.start == TEN and now.status is Status.CONFIRMED
        if not undone:
            assert died, "without a death it is done"
            undo(again, booked)
        in_step(again, icloud, booked)
