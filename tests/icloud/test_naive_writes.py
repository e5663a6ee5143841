"""What plain python-caldav does when it writes to iCloud, and what this app does on the same state.

The table of these rows is at the head of `test_naive.py`.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import unquote

import niquests
import pytest
from caldav.lib import error

from tests.icloud.naive import Naive, plain, summary
from tests.support.desks import Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, cancel, move, name_of, quiet_poll, rewrite, sync, texts_of, trouble_of
from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.trouble import Code

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ICS = {"Content-Type": "text/calendar; charset=utf-8"}


# ------------------------------------------------------------------------------------------------------------ writing


def test_row_23_an_event_has_an_end(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    work = naive.calendar("work")
    naive.forget()
    with pytest.raises(error.PutError) as refusal:
        work.add_event(event("endless", TEN, None))
    assert refusal.value.status == 404, "as if the calendar were gone"
    assert naive.asked() == [("PUT", 404), ("PUT", 404)]

    booking = place.book(TEN)
    (text,) = texts_of(icloud, booking)
    assert "DTEND" in text and "METHOD" not in text


def test_row_24_if_match_with_a_star(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    booking = place.book(TEN)
    path = unquote(booking.href)
    text = icloud.get(path)[0]
    address = f"{icloud.url.rstrip('/')}{booking.href}"
    assert naive.client.put(address, text, {**ICS, "If-Match": "*"}).status == 412, "there it is, and refused"
    icloud.delete(path)
    assert naive.client.put(address, text, {**ICS, "If-Match": "*"}).status == 201
    assert list(icloud.list("work")) == [path], "deleted on the phone, and back again"

    icloud.delete(path)
    naive.forget()
    assert trouble_of(lambda: move(place, booking, TEN + DAY)).code is Code.NOT_FOUND
    for _ in range(3):
        place.clock.forward(minutes=10)
        quiet_poll(place)
    assert icloud.list("work") == {}
    assert all(e.headers.get("if-match") != "*" for e in icloud.standin.log())
    assert place.desk.booking(booking.id).status is not Status.CONFIRMED


def test_row_25_a_uid_is_there_once(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    booking = place.book(TEN)
    (text,) = texts_of(icloud, booking)
    family = naive.calendar("family")
    with pytest.raises(error.PutError) as refusal:
        family.add_event(text)
    assert refusal.value.status == 412

    icloud.standin.move(unquote(booking.href), "family")
    quiet_poll(place)
    there = place.desk.booking(booking.id)
    assert (there.status, name_of(there.calendar)) == (Status.CONFIRMED, "family")
    assert move(place, there, TEN + DAY).sync is InCloud.SYNCED
    assert len(texts_of(icloud, booking)) == 1 and len(icloud.list("family")) == 1


def test_row_26_a_put_without_etag(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.standin.switch(forget_etag_every=1)
    mine = naive.calendar("work").add_event(event("mine", TEN, TEN + HOUR))
    name = str(mine.url).rsplit("/", 1)[-1]
    icloud.put("work", name, event("mine", TEN, TEN + HOUR, "LOCATION:Room 7"))
    summary(mine, "Edited").save(precondition="etag")
    assert "Room 7" not in icloud.get(f"{icloud.home}work/{name}")[0], "the phone's edit is lost"
    assert "if-match" not in icloud.standin.log("PUT")[-1].headers

    booking = place.book(TEN + DAY)
    rewrite(icloud, booking, ("END:VEVENT", "LOCATION:Room 7\r\nEND:VEVENT"))
    move(place, booking, TEN + 2 * DAY)
    (text,) = texts_of(icloud, booking)
    assert "LOCATION:Room 7" in text and f"{TEN + 2 * DAY:%Y%m%d}T100000" in text
    conditions = [e.headers for e in icloud.standin.log("PUT", name_of(booking.href))]
    assert all("if-match" in h or "if-none-match" in h for h in conditions)


def test_row_27_a_silent_re_save(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    booking = place.book(TEN)
    icloud.put("work", "one.ics", event("one", TEN + DAY, TEN + DAY + HOUR))
    loaded = naive.at(naive.calendar("work"), "one.ics")
    icloud.standin.resave(f"{icloud.home}work/one.ics")
    with pytest.raises(error.ETagMismatchError):
        summary(loaded, "Edited").save(precondition="etag")

    icloud.standin.switch(resave_every=2)  # the first conditional write meets no re-save, the second does
    before = place.desk.booking(booking.id)
    icloud.standin.resave(unquote(before.href))
    assert move(place, booking, TEN + 2 * DAY).sync is InCloud.SYNCED
    (text,) = texts_of(icloud, booking)
    assert f"{TEN + 2 * DAY:%Y%m%d}T100000" in text and "X-APPLE" in text


def test_row_28_never_delete_to_create_anew(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.standin.switch(tombstones=True)
    work = naive.calendar("work")
    mine = work.add_event(event("mine", TEN, TEN + HOUR))
    mine.delete()
    with pytest.raises(error.PutError) as refusal:
        work.add_event(event("mine", TEN + DAY, TEN + DAY + HOUR))
    assert refusal.value.status == 412
    assert icloud.list("work") == {}, "neither the old time nor the new"

    booking = place.book(TEN)
    naive.forget()
    assert move(place, booking, TEN + DAY).sync is InCloud.SYNCED
    assert [m for m, _ in naive.asked() if m in ("PUT", "DELETE")] == ["PUT"]
    cancel(place, booking)
    assert place.book(TEN + DAY).sync is InCloud.SYNCED, "the same time again, under a name of its own"


def test_row_29_what_was_just_written_may_not_be_listed(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    icloud.standin.switch(hide_new=60.0)
    work = naive.calendar("work")
    for attempt in range(2):
        if not work.search(start=TEN, end=TEN + HOUR, event=True):
            work.add_event(event(f"attempt-{attempt}", TEN, TEN + HOUR))
    icloud.standin.clock(forward=timedelta(seconds=61))
    assert len(work.get_events()) == 2, "written twice"

    booking = place.book(TEN + DAY)
    for _ in range(3):
        assert quiet_poll(place).bookings_cancelled == ()
        place.clock.forward(seconds=90)
    icloud.standin.clock(forward=timedelta(seconds=61))
    sync(place, full=True)
    assert place.desk.booking(booking.id).status is Status.CONFIRMED
    assert len(texts_of(icloud, booking)) == 1


def test_row_30_a_schedule_tag_protects_nothing(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    work = naive.calendar("work")
    mine = work.add_event(event("mine", TEN, TEN + HOUR))
    name = str(mine.url).rsplit("/", 1)[-1]
    icloud.put("work", name, event("mine", TEN, TEN + HOUR, "LOCATION:Room 7"))
    blind = naive.client.put(str(mine.url), mine.data, {**ICS, "If-Schedule-Tag-Match": '"1"'})
    assert blind.status == 204
    assert "Room 7" not in icloud.get(f"{icloud.home}work/{name}")[0]

    booking = place.book(TEN + DAY)
    naive.forget()
    move(place, booking, TEN + 2 * DAY)
    (sent,) = icloud.standin.log("PUT")
    assert "if-match" in sent.headers and "if-schedule-tag-match" not in sent.headers


def test_row_31_delete_and_move(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    mine = naive.calendar("work").add_event(event("mine", TEN, TEN + HOUR))
    other = f"{naive.calendar('family').url}mine.ics"
    assert naive.client.request(str(mine.url), "MOVE", "", {"Destination": other}).status == 412
    assert naive.client.request(str(mine.url), "DELETE", "", {"Depth": "infinity"}).status == 400
    assert len(icloud.list("work")) == 1

    booking = place.book(TEN + DAY)
    naive.forget()
    assert cancel(place, booking).sync is InCloud.SYNCED
    (sent,) = icloud.standin.log("DELETE")
    assert "depth" not in sent.headers and sent.status == 204
    assert len(icloud.list("work")) == 1


def test_row_35_bodies_are_kept_byte_for_byte(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    oddities = ('X-NOTE;X-KIND="plain":kept', "x-apple-travel-advisory-behavior:AUTOMATIC", "DESCRIPTION:" + "a" * 90)
    icloud.put("work", "one.ics", event("one", TEN, TEN + HOUR, *oddities))
    summary(naive.at(naive.calendar("work"), "one.ics"), "Edited").save()
    saved = icloud.get(f"{icloud.home}work/one.ics")[0]
    assert not all(line in saved for line in oddities)

    booking = place.book(TEN + DAY)
    old = rewrite(icloud, booking, ("END:VEVENT", "".join(f"{line}\r\n" for line in oddities[:2]) + "END:VEVENT"))
    move(place, booking, TEN + 2 * DAY)
    (new,) = texts_of(icloud, booking)
    ours = ("DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED")
    assert [x for x in new.split("\r\n") if not x.startswith(ours)] == [
        x for x in old.split("\r\n") if not x.startswith(ours)
    ]


def test_row_37_no_mail_leaves_apple(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    mine = naive.calendar("work").add_event(event("mine", TEN, TEN + HOUR))
    mine.add_attendee("guest@example.net")
    mine.add_organizer()
    mine.save()
    assert any("guest@example.net" in line for line in icloud.standin.mails())

    before = icloud.standin.mails()
    booking = place.book(TEN + DAY, email="other@example.net")
    move(place, booking, TEN + 2 * DAY)
    cancel(place, booking)
    assert icloud.standin.mails() == before


# ------------------------------------------------------------------------------------------------- the way there


def test_row_32_the_throttle(icloud: ICloud, place: Workplace) -> None:
    fault = icloud.standin.fault("status", status=503, headers={"Retry-After": "1"}, times=None)
    with plain(icloud.url) as client, pytest.raises(error.RateLimitError):
        client.principal()
    icloud.standin.clear()
    fault = icloud.standin.fault("status", status=503, headers={"Retry-After": "1"}, times=1)
    with plain(icloud.url, rate_limit_handle=True) as obedient:
        icloud.standin.forget_log()
        obedient.principal()
    first, second, *_ = icloud.standin.log()
    assert icloud.standin.struck(fault) == 1
    assert first.ended is not None and second.started - first.ended < 2, "the second request trips the throttle again"

    icloud.standin.fault("status", status=503, headers={"Retry-After": "1"}, times=2)
    icloud.standin.forget_log()
    quiet_poll(place)
    assert 2 <= place.pauses[-2] < 3
    assert 4 <= place.pauses[-1] < 6
    assert [e.status for e in icloud.standin.log()][:3] == [503, 503, 207]


def test_row_32_a_lost_answer(icloud: ICloud, naive: Naive, place: Workplace) -> None:
    work = naive.calendar("work")
    icloud.standin.fault("lose_answer", method="PUT")
    times = {"dtstart": TEN, "dtend": TEN + HOUR, "summary": "Meeting"}
    with pytest.raises(niquests.exceptions.ConnectionError):
        work.add_event(**times)
    work.add_event(**times)
    assert len(icloud.list("work")) == 2, "each try has a UID of its own"

    icloud.standin.fault("lose_answer", method="PUT")
    booking = place.book(TEN + DAY)
    place.clock.forward(minutes=10)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert len(texts_of(icloud, booking)) == 1 and len(icloud.list("work")) == 3


def test_row_33_the_partition_moves(icloud: ICloud, place: Workplace) -> None:
    booking = place.book(TEN)
    with plain(icloud.standin.partition_url) as stored:
        kept = stored.calendar(url=f"{icloud.standin.partition_url.rstrip('/')}{icloud.home}work/")
        assert len(kept.get_events()) == 1
        icloud.standin.move_partition()
        for _ in range(2):
            with pytest.raises(niquests.exceptions.ConnectionError):
                kept.get_events()

    report = quiet_poll(place)
    assert (report.polled, report.bookings_cancelled) == (True, ())
    assert place.desk.snapshot().events == 1
    assert move(place, booking, TEN + DAY).sync is InCloud.SYNCED
    assert len(icloud.list("work")) == 1
