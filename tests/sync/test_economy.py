"""What a poll costs. Counted at the proxy, not by the app's own word."""

from __future__ import annotations

import re
from datetime import timedelta

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
    # list, 120 events in three lots.
    assert kinds(proxy) == [
        *["PROPFIND"] * 5, "sync-collection", *["calendar-multiget"] * 3, "sync-collection",
    ]  # fmt: skip
    assert asked_for(proxy) == [50, 50, 20]
    assert place.desk.calendar("Work").events == 120
    shown = [p for p in place.progress if p is not None]
    assert [(p.events_done, p.events) for p in shown if p.calendar == "Work"] == [(0, 120), (50, 120), (100, 120)]
    assert place.progress[-1] is None


def test_an_interrupted_first_read_goes_on_where_it_stopped(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.seed("work", {f"{n}.ics": event(f"u{n}", TEN, TEN + timedelta(hours=1)) for n in range(120)})
    lots: list[int] = []

    def break_off(reply: Reply) -> Reply:
        lots.append(len(reply.body))
        return reply if len(lots) < 3 else Reply(502)

    proxy.change("REPORT", "work", by=break_off, times=None)  # the list, the first fifty, then no more
    assert trouble_of(place.connect).code is Code.ICLOUD_DOWN
    assert place.desk.calendar("Work").events == 50
    assert not place.desk.complete()
    proxy.clear()
    proxy.forget()
    sync(place)
    assert asked_for(proxy) == [50, 20]
    assert place.desk.complete()


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
