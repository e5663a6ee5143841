"""What a poll costs. Counted at the proxy, not by the app's own word."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.support.desks import Workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy, Reply
from tests.sync.stage import TEN, cancel, move, quiet_poll, sync, texts_of, trouble_of
from workestra_desktop.core.trouble import Code


def kinds(proxy: Proxy) -> list[str]:
    """The requests since the log was emptied; REPORTs by their sort."""
    found = []
    for exchange in proxy.log:
        sort = re.search(rb"<(?:C:)?(sync-collection|calendar-multiget|calendar-query) ", exchange.body)
        found.append(sort[1].decode() if sort else exchange.method)
    return found


def asked_for(proxy: Proxy) -> list[int]:
    """How many objects each multiget named."""
    return [e.body.count(b"<href>") for e in proxy.requests("REPORT") if b"calendar-multiget" in e.body]


def test_nothing_new_costs_one_request_however_many_calendars(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    for n in range(8):
        icloud.mkcalendar(f"more{n}", f"More {n}")
        icloud.put(f"more{n}", "a.ics", event(f"a{n}", TEN, TEN + timedelta(hours=1)))
    place.connect()
    for _ in range(2):
        proxy.forget()
        report = sync(place)
        assert kinds(proxy) == ["PROPFIND"]
        assert (report.requests, report.changed, report.removed) == (1, 0, 0)
        assert proxy.log[0].headers["depth"] == "1"


def test_one_changed_event_costs_three_requests(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.seed("work", {f"{n}.ics": event(f"u{n}", TEN, TEN + timedelta(hours=1)) for n in range(5)})
    place.connect()
    icloud.put("work", "3.ics", event("u3", TEN, TEN + timedelta(hours=2)))
    proxy.forget()
    report = sync(place)
    assert kinds(proxy) == ["PROPFIND", "sync-collection", "calendar-multiget"]
    assert asked_for(proxy) == [1]
    assert (report.changed, report.requests) == (1, 3)
    proxy.forget()
    sync(place)
    assert kinds(proxy) == ["PROPFIND"]


def test_a_deleted_event_costs_two(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    path = icloud.put("work", "a.ics", event("a", TEN, TEN + timedelta(hours=1)))
    place.connect()
    icloud.delete(path)
    proxy.forget()
    assert sync(place).removed == 1
    assert kinds(proxy) == ["PROPFIND", "sync-collection"]


def test_our_own_writes_are_not_read_again(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    booking = place.book(TEN)
    proxy.forget()
    report = quiet_poll(place)
    assert kinds(proxy) == ["PROPFIND", "sync-collection"]
    assert (report.changed, report.bookings_moved) == (0, ())
    move(place, booking, TEN + timedelta(hours=2))
    proxy.forget()
    assert quiet_poll(place).changed == 0
    assert kinds(proxy) == ["PROPFIND", "sync-collection"]
    cancel(place, booking)
    assert texts_of(icloud, booking) == []
    proxy.forget()
    quiet_poll(place)
    assert kinds(proxy) == ["PROPFIND", "sync-collection"]
    proxy.forget()
    quiet_poll(place)
    assert kinds(proxy) == ["PROPFIND"]


def test_the_first_read_asks_for_fifty_at_a_time(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.seed("work", {f"{n}.ics": event(f"u{n}", TEN, TEN + timedelta(hours=1)) for n in range(120)})
    place.connect()
    # Discovery, a look for a default calendar in the inbox, listing (4); the first poll's listing, each calendar's
    # list, a look for what is near, 120 events in three lots.
    assert kinds(proxy) == [
        *["PROPFIND"] * 5, "sync-collection", "calendar-query", *["calendar-multiget"] * 3, "sync-collection",
    ]  # fmt: skip
    assert asked_for(proxy) == [50, 50, 20]
    assert place.desk.calendar("Work").events == 120
    shown = [p for p in place.progress if p is not None]
    work = [p for p in shown if p.calendar == "Work"]
    assert [(p.events_done, p.events) for p in work] == [(0, 120), (50, 120), (100, 120)]
    assert 0 < work[0].received < work[1].received < work[2].received < 200_000
    assert place.progress[-1] is None


def test_an_interrupted_first_read_goes_on_where_it_stopped(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.seed("work", {f"{n}.ics": event(f"u{n}", TEN, TEN + timedelta(hours=1)) for n in range(120)})
    lots: list[int] = []

    def break_off(reply: Reply) -> Reply:
        lots.append(len(reply.body))
        return reply if len(lots) < 4 else Reply(502)

    proxy.change("REPORT", "work", by=break_off, times=None)  # the list, what is near, the first fifty, then no more
    assert trouble_of(place.connect).code is Code.ICLOUD_DOWN
    assert place.desk.calendar("Work").events == 50
    assert not place.desk.complete()
    proxy.clear()
    proxy.forget()
    sync(place)
    assert asked_for(proxy) == [50, 20]
    assert place.desk.complete()


NEAR = {
    f"near{n}.ics": event(f"near{n}", TEN + timedelta(days=9 * n), TEN + timedelta(days=9 * n, hours=1))
    for n in range(6)
}
FAR = {f"z{n:03}.ics": event(f"z{n}", TEN - timedelta(days=300 + n), TEN - timedelta(days=299 + n)) for n in range(180)}
PAGE, XML = (("Content-Type", "text/html"),), (("Content-Type", "text/xml"),)


def is_query(proxy: Proxy) -> bool:
    """Whether the request that is being answered is a search."""
    return b"calendar-query" in proxy.log[-1].body


def test_a_first_read_begins_with_the_coming_weeks(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    """The oldest names here, so no order of names finds them; what broke off is not read twice."""
    icloud.seed("work", NEAR)
    icloud.seed("work", FAR)
    lots: list[int] = []

    def break_off(reply: Reply) -> Reply:
        lots.append(len(reply.body))
        return reply if len(lots) < 4 else Reply(502)

    proxy.change("REPORT", "work", by=break_off, times=None)  # the list, what is near, the first fifty, then no more
    assert trouble_of(place.connect).code is Code.ICLOUD_DOWN
    work = place.desk.calendar("Work").id
    first = {href.rsplit("/", 1)[1] for href in place.store.mirror.etags(work)}
    assert len(first) == 50
    assert first > NEAR.keys()
    proxy.clear()
    proxy.forget()
    assert sync(place).changed == 136
    # Much is still to be read, so it is asked again; nothing is that is there already.
    assert [k for k in kinds(proxy) if k == "calendar-query"] == ["calendar-query"]
    assert asked_for(proxy) == [50, 50, 36]
    again = b"".join(e.body for e in proxy.requests("REPORT") if b"calendar-multiget" in e.body)
    assert not any(name.encode() in again for name in first)
    place.clock.forward(days=2)
    proxy.forget()
    sync(place, full=True)
    assert "calendar-query" not in kinds(proxy), "it has been read once"


@pytest.mark.parametrize(
    "answer",
    [
        Reply(403), Reply(400, PAGE, b"<html><h1>400 Bad Request</h1></html>"), Reply(500),
        Reply(401), Reply(404), Reply(501), Reply(200, PAGE, b"<html>Sign in</html>"),
        Reply(207, XML, b"<multistatus xmlns='DAV:'><resp"),
        Reply(207, XML, b"<multistatus xmlns='DAV:'><response/></multistatus>"),
        Reply(207, XML, b"<multistatus xmlns='DAV:'/>"),
        Reply(204),
    ],
    ids=lambda reply: f"{reply.status}-{reply.body[-12:].decode() or 'empty'}",
)  # fmt: skip
def test_a_first_read_needs_no_answer_to_what_is_near(
    icloud: ICloud, proxy: Proxy, place: Workplace, answer: Reply
) -> None:
    icloud.seed("work", FAR)
    proxy.change("REPORT", "work", by=lambda reply: answer if is_query(proxy) else reply, times=None)
    place.connect()
    assert place.desk.complete()
    assert place.desk.calendar("Work").events == 180
    assert place.desk.problems() == ()
    assert kinds(proxy).count("calendar-query") == 1


def test_a_plea_for_a_pause_counts_for_that_question_too(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.seed("work", FAR)
    slow = Reply(503, (("Retry-After", "1"),))
    proxy.change("REPORT", "work", by=lambda reply: slow if is_query(proxy) else reply, times=None)
    assert trouble_of(place.connect).code is Code.SLOW_DOWN
    assert kinds(proxy)[-1] == "calendar-query", "nothing more is asked for after the third"
    place.clock.forward(minutes=5)
    proxy.forget()
    assert sync(place).changed == 180
    assert "calendar-query" not in kinds(proxy), (
        "a server that will not answer it must not keep the rest from being read"
    )


def test_a_change_is_found_by_what_is_named_alone(icloud: ICloud, place: Workplace) -> None:
    """The whole calendar's etags are not looked through for one changed event."""
    icloud.seed("work", FAR)
    place.connect()
    work, looked = place.desk.calendar("Work").id, list[str]()
    place.store._database._connection.set_trace_callback(looked.append)
    icloud.put("work", "z007.ics", event("z7", TEN, TEN + timedelta(hours=1)))
    assert sync(place).changed == 1
    place.store._database._connection.set_trace_callback(None)
    asked = [sql.split(" WHERE ")[1] for sql in looked if sql.startswith("SELECT href, etag")]
    of_it = f"calendar = '{work}'"
    named = f"{of_it} AND href IN (SELECT value FROM json_each('[\"{work}z007.ics\"]'))"  # noqa: S608 - compared only
    assert asked == [named, f"{of_it} LIMIT 5"]


def test_each_calendar_is_listed_whole_once_a_day_one_in_a_round(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    """Differences can be cut, and events listed late: what they left out would be missed for good."""
    place.connect()
    icloud.seed("work", {f"{n}.ics": event(f"u{n}", TEN, TEN + timedelta(hours=1)) for n in range(4)})
    icloud.standin.fault("cut_listing", "REPORT", "/work/$")
    assert sync(place).changed == 2, "half of the difference was cut"
    place.clock.forward(hours=23)
    assert sync(place).requests == 1
    place.clock.forward(hours=1)
    proxy.forget()
    assert sorted(sync(place).requests for _ in range(3)) == [1, 2, 3]
    assert kinds(proxy).count("sync-collection") == 2
    assert place.desk.calendar("Work").events == 4
