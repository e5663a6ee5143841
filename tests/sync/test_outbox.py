"""Writes that meet trouble: each arrives once or says why not, and the host's own edits survive."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy, Reply
from tests.support.servers import ROOT, CalDavServer
from tests.sync.stage import (
    TEN,
    cancel,
    decides_meanwhile,
    move,
    name_of,
    quiet_poll,
    refused,
    rewrite,
    sync,
    texts_of,
    trouble_of,
    without,
)
from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Cancel, Choose, Reschedule, Select
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.trouble import Code

NOON = TEN + timedelta(hours=2)


def start_line(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("DTSTART;TZID=Europe/Amsterdam:2027"))


def settled(place: Workplace, booking: Booking, status: Status = Status.CONFIRMED) -> None:
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.concern) == (status, InCloud.SYNCED, "")
    assert place.store.outbox.all() == []
    assert place.desk.problems() == ()


def test_a_lost_answer_is_settled_by_a_look_never_by_a_second_create(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    assert (booking.status, booking.sync) == (Status.CONFIRMED, InCloud.WAITING)
    proxy.forget()
    place.clock.forward(hours=1)
    assert quiet_poll(place).written == 1
    assert proxy.requests("PUT") == ()
    assert [unquote(e.path) for e in proxy.requests("GET")] == [unquote(booking.href)]
    assert len(texts_of(icloud, booking)) == 1
    settled(place, booking)
    proxy.forget()
    sync(place)
    sync(place)
    assert proxy.requests("PUT") == ()


def test_a_write_waits_for_its_time(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PUT", status=500, times=2)
    booking = place.book(TEN)
    assert booking.sync is InCloud.WAITING
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 1, "30 s have not passed"
    place.clock.forward(seconds=40)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.ICLOUD_DOWN
    assert len(proxy.requests("PUT")) == 2
    place.clock.forward(seconds=50)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 2, "the second pause is a minute"
    place.clock.forward(seconds=40)
    assert quiet_poll(place).written == 1
    assert len(texts_of(icloud, booking)) == 1
    settled(place, booking)


def test_a_refused_booking_is_kept_and_goes_to_the_next_calendar(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    place.book(TEN, offline=True)
    icloud.set_read_only("work")
    quiet_poll(place)
    (booking,) = place.desk.bookings()
    assert (booking.status, booking.sync) == (Status.ATTENTION, InCloud.FAILED)
    assert [p.code for p in place.desk.problems()] == [Code.NEEDS_ATTENTION]
    proxy.forget()
    place.clock.forward(minutes=30)
    quiet_poll(place)
    assert proxy.requests("PUT") == (), "the calendar still says that it is read-only"

    place.desk.execute(Select(write_to="Family"))
    quiet_poll(place)
    moved = place.desk.booking(booking.id)
    assert moved.calendar.endswith("/family/") and moved.uid != booking.uid
    assert len(texts_of(icloud, moved)) == 1
    settled(place, moved)


def test_a_refusal_that_passes_is_outlived_and_told_once(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    """A burst of 403 has been seen in place of 503 (fact sheet §2): product.md [43] asks for more tries."""
    place.connect()
    refusal = proxy.answer("PUT", status=403, times=None)
    assert trouble_of(lambda: place.book(TEN)).code is Code.WRITE_REFUSED
    (booking,) = place.desk.bookings()
    place.clock.forward(minutes=9)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 1, "ten minutes have not passed"
    place.clock.forward(minutes=2)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 2
    assert [n.kind for n in place.notices] == [NoticeKind.FAILED], "the host is told once"
    refusal.times = 0
    place.clock.forward(minutes=11)
    assert quiet_poll(place).written == 1
    assert len(texts_of(icloud, booking)) == 1
    settled(place, booking)


def test_a_refused_booking_may_be_cancelled_and_nothing_is_sent(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    place.book(TEN, offline=True)
    icloud.set_read_only("work")
    quiet_poll(place)
    (booking,) = place.desk.bookings()
    assert booking.sync is InCloud.FAILED
    proxy.forget()
    assert cancel(place, booking).sync is InCloud.SYNCED
    assert proxy.log == ()
    settled(place, booking, Status.CANCELLED)


def test_a_name_that_is_taken_by_something_else_is_not_adopted(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN, offline=True)
    icloud.put("work", name_of(booking.href), event("foreign", NOON, NOON + timedelta(hours=1)))
    quiet_poll(place)
    now = place.desk.booking(booking.id)
    assert now.uid != booking.uid
    assert len(texts_of(icloud, now)) == 1
    settled(place, now)
    assert "foreign" in icloud.get(unquote(booking.href))[0]


def test_a_403_that_names_a_uid_in_use_is_no_refusal(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    """RFC 4791 §5.3.2.1: some servers say so where iCloud says 412."""
    place.connect()
    body = b'<error xmlns="DAV:"><no-uid-conflict xmlns="urn:ietf:params:xml:ns:caldav"/></error>'
    proxy.answer("PUT", status=403, headers={"Content-Type": "text/xml"}, body=body)
    booking = place.book(TEN)
    assert booking.sync is InCloud.SYNCED
    assert len(texts_of(icloud, booking)) == 1


def test_a_name_is_changed_once_and_only_if_nothing_can_have_arrived_under_it(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    proxy.answer("PUT", status=412, times=None)
    assert trouble_of(lambda: place.book(TEN)).code is Code.WRITE_REFUSED
    assert len(proxy.requests("PUT")) == 2
    proxy.clear()
    proxy.forget()
    proxy.drop_answer("PUT")
    (refused_one,) = place.desk.bookings()
    cancel(place, refused_one)
    lost = place.book(TEN)
    icloud.delete(unquote(lost.href))
    proxy.answer("PUT", status=412, times=None)
    place.clock.forward(minutes=1)
    quiet_poll(place)
    assert place.desk.booking(lost.id).uid == lost.uid
    assert place.desk.booking(lost.id).sync is InCloud.FAILED


def test_a_process_that_dies_while_writing_leaves_one_event(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> None:
    """Killed for good while iCloud holds the PUT; it arrives nevertheless, after the death."""
    icloud.mkcalendar("work", "Work")
    folder = tmp_path / "profile"
    held = proxy.hang("PUT")
    child = subprocess.Popen(
        [sys.executable, "-c", BOOK_IN_A_PROCESS, str(folder), proxy.url, CalDavServer.user],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert held.reached.wait(60)
    finally:
        child.send_signal(signal.SIGKILL) if os.name != "nt" else child.kill()
        child.wait(10)
    with workplace(folder, proxy.url) as place:
        (booking,) = place.desk.bookings()
        (intent,) = place.store.outbox.all()
        assert (booking.sync, intent.claimed) == (InCloud.WAITING, True)
        held.release()
        assert wait_for_event(icloud)
        place.connect()
        settled(place, booking)
        assert len(texts_of(icloud, booking, "work")) == 1
        assert len(proxy.requests("PUT")) == 1
        sync(place)
        assert len(icloud.list("work")) == 1


BOOK_IN_A_PROCESS = """
import sys
from pathlib import Path
from tests.support.desks import workplace
from tests.sync.stage import TEN
with workplace(Path(sys.argv[1]), sys.argv[2]) as place:
    place.connect(sys.argv[3])
    place.book(TEN)
"""


def wait_for_event(icloud: ICloud) -> bool:
    """Whether the released PUT reaches the server within half a minute."""
    import time

    for _ in range(300):
        if icloud.list("work"):
            return True
        time.sleep(0.1)
    return False


def test_a_process_that_dies_before_the_put_arrives_writes_it_at_the_next_start(
    icloud: ICloud, proxy: Proxy, tmp_path: Path
) -> None:
    icloud.mkcalendar("work", "Work")
    with workplace(tmp_path / "profile", proxy.url) as place:
        place.connect()
        booking = place.book(TEN, offline=True)
        with place.store.transaction():
            place.store.outbox.claim(place.store.outbox.all()[0].id)
    with workplace(tmp_path / "profile", proxy.url) as again:
        again.connect()
        settled(again, booking)
    assert len(icloud.list("work")) == 1


def edit_before_next_put(icloud: ICloud, proxy: Proxy, booking: Booking, times: int | None) -> None:
    """Before a PUT gets through, the host edits the event on the phone: the etag the PUT names is old."""
    edits: list[int] = []

    def by(reply: Reply) -> Reply:
        edits.append(1)
        path = unquote(booking.href)
        text, _ = icloud.get(path)
        line = f"X-PHONE-EDIT-{len(edits)}:kept"
        icloud.put("work", name_of(path), text.replace("END:VEVENT", f"{line}\r\nEND:VEVENT"))
        return reply

    proxy.change("GET", booking.uid, by=by, times=times)


def test_one_412_is_merged(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    edit_before_next_put(icloud, proxy, booking, times=1)
    proxy.forget()
    move(place, booking, NOON)
    assert [e.status for e in proxy.requests("PUT")] == [412, 204]
    (text,) = texts_of(icloud, booking)
    assert "X-PHONE-EDIT-1:kept" in text
    assert start_line(text).endswith("T120000")
    settled(place, booking)
    sync(place)
    settled(place, booking)


def test_a_412_each_time_ends_after_two_puts(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    edit_before_next_put(icloud, proxy, booking, times=None)
    proxy.forget()
    assert refused(place, Reschedule(booking.id, NOON)).code is Code.WRITE_REFUSED
    assert [e.status for e in proxy.requests("PUT")] == [412, 412]
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.start) == (Status.ATTENTION, InCloud.FAILED, NOON)
    place.clock.forward(hours=1)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 2
    (text,) = texts_of(icloud, booking)
    assert start_line(text).endswith("T100000")
    sync(place)
    assert len(proxy.requests("PUT")) == 2, "[34] never a third PUT, but by the host's answer"
    proxy.clear()
    place.desk.execute(Choose(booking.id, Choice.TRY_AGAIN))
    assert start_line(*texts_of(icloud, booking)).endswith("T120000")
    settled(place, booking)


def test_cancelling_an_event_that_was_edited_deletes_it(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    rewrite(icloud, booking, ("END:VEVENT", "X-EDIT:1\r\nEND:VEVENT"))
    proxy.forget()
    cancelled = cancel(place, booking)
    assert [e.status for e in proxy.requests("DELETE")] == [412, 204]
    assert all(e.headers["if-match"].startswith('"') for e in proxy.requests("DELETE"))
    assert (cancelled.cancelled_by, texts_of(icloud, booking)) == (By.HOST, [])
    settled(place, booking, Status.CANCELLED)


def test_cancelling_an_event_that_is_gone_is_done(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    icloud.delete(unquote(booking.href))
    cancel(place, booking)
    settled(place, booking, Status.CANCELLED)
    sync(place)
    settled(place, booking, Status.CANCELLED)


def test_a_cancel_in_the_dark_is_carried_out_later(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    icloud.stop()
    proxy.forget()
    cancelled = cancel(place, booking)
    assert (cancelled.status, cancelled.sync) == (Status.CANCELLED, InCloud.WAITING)
    icloud.start()
    place.clock.forward(hours=1)
    quiet_poll(place)
    assert texts_of(icloud, booking) == []
    settled(place, booking, Status.CANCELLED)


def test_booked_and_cancelled_in_the_dark_sends_nothing(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.forget()
    booking = place.book(TEN, offline=True)
    move(place, booking, NOON, offline=True)
    cancel(place, booking, offline=True)
    assert proxy.log == ()
    settled(place, booking, Status.CANCELLED)
    quiet_poll(place)
    assert proxy.requests("PUT") + proxy.requests("DELETE") + proxy.requests("GET") == ()


def test_booked_and_moved_in_the_dark_is_one_put(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN, offline=True)
    move(place, booking, NOON, offline=True)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 1
    assert start_line(*texts_of(icloud, booking)).endswith("T120000")
    settled(place, booking)


def test_moved_here_and_on_the_phone_is_the_host_s_to_decide(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, NOON, offline=True)
    rewrite(icloud, booking, ("20270301T10", "20270302T10"))
    proxy.forget()
    for _ in range(2):
        sync(place)
        now = place.desk.booking(booking.id)
        assert (now.status, now.sync, now.start) == (Status.ATTENTION, InCloud.FAILED, NOON)
        assert "in iCloud at the same time" in now.concern
    assert proxy.requests("PUT") == ()
    assert start_line(*texts_of(icloud, booking)).endswith("20270302T100000")
    assert [n.kind for n in place.notices][:1] == ["failed"]


def test_the_host_s_decision_after_that_counts(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, NOON, offline=True)
    rewrite(icloud, booking, ("20270301T10", "20270302T10"))
    sync(place)
    later = NOON + timedelta(hours=1)
    proxy.forget()
    decided = move(place, booking, later)
    assert (decided.start, len(proxy.requests("PUT"))) == (later, 1)
    assert start_line(*texts_of(icloud, booking)).endswith("20270301T130000")
    settled(place, booking)


def test_a_booking_in_doubt_may_be_cancelled(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, NOON, offline=True)
    rewrite(icloud, booking, ("20270301T10", "20270302T10"))
    sync(place)
    proxy.forget()
    cancel(place, booking)
    assert proxy.requests("PUT") == ()
    assert texts_of(icloud, booking) == []
    settled(place, booking, Status.CANCELLED)


def test_a_cancel_overtakes_a_move_whose_answer_was_lost(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    proxy.drop_answer("PUT")
    assert move(place, booking, NOON).sync is InCloud.WAITING
    proxy.forget()
    cancel(place, booking)
    assert proxy.requests("PUT") == ()
    assert texts_of(icloud, booking) == []
    settled(place, booking, Status.CANCELLED)


def test_a_cancel_after_a_create_whose_answer_was_lost_takes_the_event_away(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    assert len(texts_of(icloud, booking)) == 1
    cancel(place, booking)
    assert texts_of(icloud, booking) == []
    assert len(proxy.requests("PUT")) == 1
    settled(place, booking, Status.CANCELLED)


def test_a_cancel_follows_an_event_into_another_calendar(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    cancel(place, booking, offline=True)
    text, _ = icloud.get(unquote(booking.href))
    icloud.delete(unquote(booking.href))
    icloud.put("family", "there.ics", text)
    quiet_poll(place)
    assert texts_of(icloud, booking) == []
    settled(place, booking, Status.CANCELLED)


def into_family(icloud: ICloud, booking: Booking) -> None:
    """The host drags the event into another calendar on the phone, a moment before deciding here."""
    text, _ = icloud.get(unquote(booking.href))
    icloud.delete(unquote(booking.href))
    icloud.put("family", "there.ics", text)


def test_a_create_whose_answer_was_lost_is_found_in_another_calendar(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    into_family(icloud, booking)
    place.clock.forward(minutes=30)
    quiet_poll(place)
    assert len(texts_of(icloud, booking)) == 1
    assert len(proxy.requests("PUT")) == 1
    settled(place, booking)
    assert place.desk.booking(booking.id).href.endswith("/family/there.ics")


def without_etag(reply: Reply) -> Reply:
    return replace(reply, headers=tuple((n, v) for n, v in reply.headers if n.lower() != "etag"))


def test_a_put_without_etag_is_read_back(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.change("PUT", by=without_etag, times=None)
    booking = place.book(TEN)
    _, etag = icloud.get(unquote(booking.href))
    assert booking.agreed is not None and booking.agreed.etag == etag
    assert len(proxy.requests("GET", booking.uid)) == 1
    moved = move(place, booking, NOON)
    assert moved.agreed is not None and moved.agreed.etag == icloud.get(unquote(booking.href))[1]
    proxy.clear()
    assert quiet_poll(place).changed == 0
    settled(place, booking)


@pytest.mark.parametrize("weak", [without_etag, lambda r: replace(without_etag(r), headers=(("ETag", 'W/"x"'),))])
def test_a_put_that_cannot_be_read_back_was_written_all_the_same(
    icloud: ICloud, proxy: Proxy, place: Workplace, weak: object
) -> None:
    place.connect()
    proxy.change("PUT", by=weak)  # type: ignore[arg-type]
    proxy.answer("GET", status=502)
    booking = place.book(TEN)
    settled(place, booking)
    proxy.forget()
    quiet_poll(place)
    assert proxy.requests("PUT") == ()
    known = place.desk.booking(booking.id).agreed
    assert known is not None and known.etag == icloud.get(unquote(booking.href))[1]
    cancel(place, booking)
    assert texts_of(icloud, booking) == []


def test_conditions_of_the_writes(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    move(place, booking, NOON)
    cancel(place, booking)
    create, update = proxy.requests("PUT")
    (delete,) = proxy.requests("DELETE")
    assert create.headers["if-none-match"] == "*" and "if-match" not in create.headers
    assert update.headers["if-match"].startswith('"') and "if-none-match" not in update.headers
    assert delete.headers["if-match"].startswith('"')
    assert {e.headers["content-type"] for e in (create, update)} == {"text/calendar; charset=utf-8"}
    assert {unquote(e.path) for e in (create, update, delete)} == {unquote(booking.href)}


def test_a_past_poll_never_brings_a_cancelled_booking_back(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    text, _ = icloud.get(unquote(booking.href))
    cancel(place, booking)
    icloud.put("work", name_of(booking.href), text)
    for _ in range(2):
        sync(place)
        assert place.desk.booking(booking.id).status is Status.CANCELLED
    assert place.desk.execute(Cancel(booking.id)) == place.desk.booking(booking.id)


def test_a_cancellation_is_kept_though_the_password_was_withdrawn(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(NOON)
    password = icloud.password
    icloud.set_password("zzzz-zzzz-zzzz-zzzz")
    kept = cancel(place, booking)
    assert (kept.status, kept.sync) == (Status.CANCELLED, InCloud.WAITING)
    assert len(texts_of(icloud, booking)) == 1
    icloud.set_password(password)
    sync(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert texts_of(icloud, booking) == []


def hide_events(proxy: Proxy) -> None:
    """As from a server that lags: what is there is neither listed nor to be had, but its name is taken."""
    proxy.answer("GET", r"\.ics", status=404, times=None)

    def by(reply: Reply) -> Reply:
        return without(reply, b".ics") if b".ics" in reply.body else reply

    proxy.change("REPORT", "/work/", by=by, times=None)


def lost_and_refused(proxy: Proxy, place: Workplace) -> Booking:
    """A booking whose event arrived, but whose answer was lost and whose next try was refused."""
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    hide_events(proxy)
    place.clock.forward(minutes=11)
    quiet_poll(place)
    refused_one = place.desk.booking(booking.id)
    assert (refused_one.status, refused_one.sync) == (Status.ATTENTION, InCloud.FAILED)
    assert [e.status for e in proxy.requests("PUT")] == [None, 412]
    return refused_one


def test_a_refusal_after_a_lost_answer_says_nothing_of_the_try_before_it(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = lost_and_refused(proxy, place)
    for _ in range(3):
        place.clock.forward(minutes=11)
        quiet_poll(place)
        assert place.desk.booking(booking.id).uid == booking.uid
        assert len(icloud.list("work")) == 1
    proxy.clear()
    place.clock.forward(hours=1)
    quiet_poll(place)
    assert len(icloud.list("work")) == 1
    settled(place, booking)


def test_a_cancelled_booking_whose_event_shows_late_is_taken_away(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = lost_and_refused(proxy, place)
    cancelled = cancel(place, booking)
    assert (cancelled.status, cancelled.sync) == (Status.CANCELLED, InCloud.WAITING)
    place.clock.forward(minutes=20)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.WAITING
    proxy.clear()
    place.clock.forward(minutes=39)
    quiet_poll(place)
    assert icloud.list("work") == {}
    assert len(proxy.requests("PUT")) == 2
    settled(place, booking, Status.CANCELLED)


def test_a_cancelled_booking_that_never_arrived_is_looked_for_an_hour(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    proxy.answer("PUT", status=500)
    booking = place.book(TEN)
    assert cancel(place, booking).sync is InCloud.WAITING
    place.clock.forward(minutes=61)
    quiet_poll(place)
    assert icloud.list("work") == {}
    assert len(proxy.requests("PUT")) == 1
    settled(place, booking, Status.CANCELLED)


def test_a_cancel_does_not_overtake_the_create_before_it(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PUT", status=500)
    booking = place.book(TEN)
    cancel(place, booking, offline=True)
    quiet_poll(place)
    assert [str(i.kind) for i in place.store.outbox.all()] == ["publish", "withdraw"], "30 s have not passed"
    for _ in range(3):
        place.clock.forward(hours=1)
        quiet_poll(place)
    assert icloud.list("work") == {}
    assert len(proxy.requests("PUT")) == 1, "a cancelled booking is not written"
    settled(place, booking, Status.CANCELLED)


def test_a_cancelled_booking_needs_no_right_to_write(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    """Its calendar became read-only after the answer was lost: what may have arrived is looked for all the same."""
    place.connect()
    proxy.answer("PUT", status=500)
    booking = place.book(TEN)
    icloud.set_read_only("work")
    place.clock.forward(minutes=1)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.FAILED
    cancel(place, booking, offline=True)
    place.clock.forward(minutes=61)
    quiet_poll(place)
    settled(place, booking, Status.CANCELLED)


@pytest.mark.parametrize("late", [False, True])
def test_another_calendar_for_a_booking_that_may_have_arrived_doubles_nothing(
    icloud: ICloud, proxy: Proxy, place: Workplace, late: bool
) -> None:
    """The account takes no UID twice (fact sheet §5.1), so it is offered under the UID it has."""
    place.connect()
    booking = lost_and_refused(proxy, place)
    place.desk.execute(Select(write_to="Family"))
    if late:
        sync(place)
        assert (len(icloud.list("work")), len(icloud.list("family"))) == (1, 0)
    proxy.clear()
    sync(place, full=late)
    there = place.desk.booking(booking.id)
    assert (there.uid, there.calendar) == (booking.uid, booking.calendar)
    assert (len(icloud.list("work")), len(icloud.list("family"))) == (1, 0)
    settled(place, there)


def test_another_calendar_for_a_booking_that_did_not_arrive(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PUT", status=500)
    booking = place.book(TEN)
    icloud.set_read_only("work")
    place.clock.forward(minutes=1)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.FAILED
    place.desk.execute(Select(write_to="Family"))
    quiet_poll(place)
    there = place.desk.booking(booking.id)
    assert there.calendar.endswith("/family/")
    assert (len(icloud.list("work")), len(icloud.list("family"))) == (0, 1)
    settled(place, there)


def test_moving_a_booking_that_may_have_arrived_moves_the_event_that_shows(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = lost_and_refused(proxy, place)
    assert refused(place, Reschedule(booking.id, NOON)).code is Code.WRITE_REFUSED
    proxy.clear()
    sync(place)
    (text,) = texts_of(icloud, booking, "work", "family")
    assert start_line(text).endswith("T120000")
    settled(place, booking)


def test_moving_an_event_that_is_gone_ends_as_not_found_and_keeps_the_decision(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = place.book(TEN)
    proxy.answer("GET", booking.uid, status=404, times=None)
    trouble = refused(place, Reschedule(booking.id, NOON))
    assert (trouble.code, trouble.subject) == (Code.NOT_FOUND, place.desk.booking(booking.id).concern)
    assert [p.code for p in place.desk.problems()] == [Code.NEEDS_ATTENTION]
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.start) == (Status.ATTENTION, InCloud.FAILED, NOON)


@pytest.mark.parametrize("status", [408, 425])
def test_a_write_that_came_at_the_wrong_moment_is_not_refused(
    icloud: ICloud, proxy: Proxy, place: Workplace, status: int
) -> None:
    place.connect()
    proxy.answer("PUT", status=status)
    booking = place.book(TEN)
    assert (booking.status, booking.sync) == (Status.CONFIRMED, InCloud.WAITING)
    place.clock.forward(minutes=1)
    quiet_poll(place)
    settled(place, booking)
    proxy.answer("DELETE", status=status)
    assert cancel(place, booking).sync is InCloud.WAITING
    place.clock.forward(minutes=1)
    quiet_poll(place)
    assert icloud.list("work") == {}
    settled(place, booking, Status.CANCELLED)


def test_403_shows_that_a_calendar_of_unknown_privileges_is_read_only(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    """Fact sheet §3, Writable (4)."""
    told = re.compile(rb"<current-user-privilege-set\b.*?</current-user-privilege-set>", re.DOTALL)

    def by(reply: Reply) -> Reply:
        assert told.search(reply.body)
        return replace(reply, body=told.sub(b"", reply.body))

    def writable() -> dict[str, bool]:
        return {c.name: c.writable for c in place.desk.calendars()}

    proxy.change("PROPFIND", f"{icloud.home}$", by=by, times=None)
    place.connect()
    assert writable() == {"Work": True, "Family": True}
    refusal = proxy.answer("PUT", status=403, times=None)
    assert trouble_of(lambda: place.book(TEN)).code is Code.WRITE_REFUSED
    assert writable() == {"Work": False, "Family": True}
    place.clock.forward(minutes=11)
    quiet_poll(place)
    assert writable() == {"Work": False, "Family": True}
    assert len(proxy.requests("PUT")) == 1
    refusal.times = 0
    sync(place)
    assert writable() == {"Work": True, "Family": True}, "what was taken shows the right"
    refusal.times = None
    assert trouble_of(lambda: place.book(NOON)).code is Code.WRITE_REFUSED
    proxy.clear()
    quiet_poll(place)
    assert writable() == {"Work": True, "Family": True}, "a listing that names the privileges has the last word"


# --- what was found in iCloud is not what was sent -------------------------------------------------------------------


@pytest.mark.parametrize("line", ["RRULE:FREQ=WEEKLY", "STATUS:CANCELLED"])
def test_one_that_arrived_and_became_odd_before_it_was_settled_is_for_the_host(
    icloud: ICloud, proxy: Proxy, place: Workplace, line: str
) -> None:
    place.connect()
    proxy.drop_answer("PUT")
    booking = place.book(TEN)
    assert booking.sync is InCloud.WAITING
    rewrite(icloud, booking, ("STATUS:CONFIRMED", line))
    place.clock.forward(minutes=11)
    sync(place)
    sync(place)
    found = place.desk.booking(booking.id)
    assert (found.status, found.start, found.end) == (Status.ATTENTION, booking.start, booking.end)


def carrying(icloud: ICloud, booking: Booking) -> Callable[[Reply], Reply]:
    """For a proxy: while an answer is on its way, the phone carries the booking's event into another calendar."""
    text, _ = icloud.get(unquote(booking.href))

    def carry(reply: Reply) -> Reply:
        icloud.delete(unquote(booking.href))
        icloud.put("family", "there.ics", text)
        return reply

    return carry


def test_a_cancel_finds_an_event_that_was_carried_off_under_its_hands(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    proxy.change("PROPFIND", by=carrying(icloud, booking))  # the poll's answer is on its way already
    cancelled = cancel(place, booking)
    assert (cancelled.status, cancelled.sync) == (Status.CANCELLED, InCloud.WAITING), "not said to be gone"
    place.clock.forward(minutes=11)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert texts_of(icloud, booking) == []


def test_a_cancel_is_not_held_up_for_good_by_a_calendar_that_cannot_be_read(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    icloud.delete(unquote(booking.href))
    icloud.put("family", "x.ics", event("x", TEN, TEN + timedelta(hours=1)))
    proxy.answer("REPORT", "/family/", status=502, times=None)
    place.desk.execute(Cancel(booking.id))
    for _ in range(4):
        place.clock.forward(hours=2)
        quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED


def test_a_cancel_leaves_what_somebody_else_put_under_the_name(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    icloud.delete(unquote(booking.href))
    theirs = event("foreign", TEN, NOON)
    icloud.put("work", name_of(booking.href), theirs)
    cancelled = cancel(place, booking)
    assert (cancelled.status, cancelled.sync) == (Status.CANCELLED, InCloud.SYNCED)
    assert icloud.get(unquote(booking.href))[0] == theirs
    quiet_poll(place)
    assert [b.title for b in place.desk.busy_blocks(booking.span)] == ["Meeting"], "and it blocks its time"


@pytest.mark.parametrize("decided", ["cancel", "move"])
def test_what_is_decided_while_a_move_is_refused_has_its_turn(
    icloud: ICloud, proxy: Proxy, place: Workplace, tmp_path: Path, decided: str
) -> None:
    place.connect()
    booking = place.book(TEN)
    later = NOON + timedelta(hours=2)
    command = Cancel(booking.id, offline=True) if decided == "cancel" else Reschedule(booking.id, later, offline=True)
    decides = decides_meanwhile(tmp_path / "profile", place, lambda other: other.desk.execute(command))
    proxy.change("PUT", by=lambda reply: replace(decides(reply), status=403))
    icloud.standin.fault("status", "PUT", "", status=403)
    refused(place, Reschedule(booking.id, NOON))
    place.clock.forward(minutes=11)
    quiet_poll(place)
    found = place.desk.booking(booking.id)
    assert (found.status, found.sync) == (
        Status.CANCELLED if decided == "cancel" else Status.CONFIRMED, InCloud.SYNCED,
    )  # fmt: skip
    assert [start_line(text)[-6:] for text in texts_of(icloud, booking)] == ([] if decided == "cancel" else ["140000"])


def test_a_cancel_while_a_create_gets_another_name_leaves_nothing(
    icloud: ICloud, proxy: Proxy, place: Workplace, tmp_path: Path
) -> None:
    place.connect()
    proxy.answer("PUT", status=412)

    def decide(other: Workplace) -> None:
        (booking,) = other.desk.bookings()
        other.desk.execute(Cancel(booking.id, offline=True))

    proxy.change("GET", by=decides_meanwhile(tmp_path / "profile", place, decide))
    booking = place.book(TEN)
    sync(place)
    found = place.desk.booking(booking.id)
    assert (found.status, found.sync, found.cancelled_by) == (Status.CANCELLED, InCloud.SYNCED, By.HOST)
    assert list(icloud.list("work")) == []


def test_a_move_finds_an_event_that_was_carried_off_under_its_hands(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    move(place, booking, NOON, offline=True)
    proxy.change("PROPFIND", by=carrying(icloud, booking))
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.WAITING
    place.clock.forward(minutes=11)
    quiet_poll(place)
    found = place.desk.booking(booking.id)
    assert (found.status, found.sync, name_of(found.href)) == (Status.CONFIRMED, InCloud.SYNCED, "there.ics")
    assert [start_line(text)[-6:] for text in texts_of(icloud, booking)] == ["120000"]


def test_a_cancel_goes_where_its_event_was_read_though_the_old_place_could_not_be(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    text, _ = icloud.get(unquote(booking.href))
    icloud.delete(unquote(booking.href))
    icloud.put("family", "there.ics", text)
    proxy.answer("REPORT", "/work/", status=502, times=None)
    cancel(place, booking)
    proxy.clear()
    for _ in range(2):
        place.clock.forward(minutes=11)
        quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert texts_of(icloud, booking) == []


def test_a_clock_set_back_does_not_keep_a_cancel_waiting(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    place.clock.forward(days=2)
    proxy.drop_answer("PUT")
    booking = place.book(TEN + timedelta(days=3))
    icloud.delete(unquote(booking.href))
    cancel(place, booking, offline=True)
    place.clock.forward(days=-2)
    for _ in range(9):
        place.clock.forward(minutes=11)
        quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert place.store.outbox.all() == []
