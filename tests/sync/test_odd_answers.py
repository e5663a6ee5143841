"""Answers that are odd in one place: that place is looked at again, and everything else counts as usual."""

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
from tests.support.proxy import Proxy, Reply
from tests.sync.scripted import HOME, Say, Scripted, account, collection
from tests.sync.stage import TEN, cancel, move, quiet_poll, refused, sync
from workestra_desktop.core.booking import Status
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code
from workestra_desktop.sync.dav import path_of
from workestra_desktop.sync.wire import Limits

HOUR = timedelta(hours=1)
WEEK = Span(TEN - timedelta(days=1), TEN + timedelta(days=6))
_RESPONSE = re.compile(rb"<response .*?</response>", re.DOTALL)
_PROPSTATS = re.compile(rb"<propstat>.*</propstat>", re.DOTALL)
Reports = Callable[[Callable[[Reply], Reply]], None]


def busy(place: Workplace) -> list[str]:
    """The file names of the events that take time, by their start."""
    return [unquote(b.href).rsplit("/", 1)[-1] for b in place.desk.busy_blocks(WEEK)]


def with_answer(reply: Reply, name: bytes, inside: bytes) -> Reply:
    """The multistatus with everything but the href of the response about `name` replaced."""

    def change(found: re.Match[bytes]) -> bytes:
        return _PROPSTATS.sub(inside, found[0]) if name in found[0] else found[0]

    changed = _RESPONSE.sub(change, reply.body)
    return replace(reply, body=changed)


def listing_of_changes(reply: Reply) -> bool:
    return b"<sync-token" in reply.body


def put(icloud: ICloud, name: str, hour: int, calendar: str = "work") -> str:
    start = TEN + hour * HOUR
    return icloud.put(calendar, f"{name}.ics", event(name, start, start + HOUR))


def test_a_whole_list_in_place_of_a_difference_with_nothing_as_it_was(icloud: ICloud, place: Workplace) -> None:
    """Fact sheet §8.7 D, in a calendar where all that was is gone: only asking by name tells."""
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    icloud.standin.switch(invalid_token="D")
    icloud.standin.expire_tokens()
    icloud.delete(unquote(booking.href))
    put(icloud, "other", 3)
    quiet_poll(place)
    place.clock.forward(minutes=2)
    assert quiet_poll(place).bookings_cancelled == (booking.id,)
    assert busy(place) == ["other.ics"]


@pytest.mark.parametrize("inside", [
    b'<propstat><prop><getetag xmlns="DAV:"/></prop><status>HTTP/1.1 404 Not Found</status></propstat>',
    b"<status>HTTP/1.1 403 Forbidden</status>",
    b'<propstat><prop><getetag xmlns="DAV:"/></prop><status>HTTP/1.1 500 Oops</status></propstat>',
    b"<propstat><prop/><status>HTTP/1.1 200 OK</status></propstat>",
], ids=["404 propstat", "403", "500 propstat", "no etag"])  # fmt: skip
def test_a_change_without_an_etag_is_asked_for_by_name(
    icloud: ICloud, proxy: Proxy, place: Workplace, inside: bytes
) -> None:
    put(icloud, "a", 0)
    place.connect()
    put(icloud, "b", 2)
    gone = put(icloud, "c", 4)
    quiet_poll(place)
    put(icloud, "b", 3)
    icloud.delete(gone)
    proxy.change(
        "REPORT",
        "/work/",
        by=lambda r: with_answer(r, b"b.ics", inside) if listing_of_changes(r) else r,
        times=None,
    )
    quiet_poll(place)
    assert busy(place) == ["a.ics", "b.ics"]
    assert place.desk.busy_blocks(WEEK)[1].start == TEN + 3 * HOUR
    assert place.desk.problems() == ()


def test_a_multiget_that_says_gone_of_everything_is_not_believed(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    """Seen of calendars shared with the host (fact sheet §4.3): each event is then asked for by itself."""
    place.connect()
    for n in range(5):
        put(icloud, f"e{n}", n)
    gone = b"<status>HTTP/1.1 404 Not Found</status>"
    proxy.change(
        "REPORT", "/work/", by=lambda r: r if listing_of_changes(r) else with_answer(r, b".ics", gone), times=None
    )
    quiet_poll(place)
    assert busy(place) == [f"e{n}.ics" for n in range(5)]


def test_many_events_that_nobody_hands_out_are_not_free_time(icloud: ICloud, place: Workplace) -> None:
    for n in range(5):
        put(icloud, f"e{n}", n)
    icloud.standin.switch(ghosts="e")
    place.desk.execute(SignIn(ICloud.user, ICloud.password))
    quiet_poll(place)
    assert not place.desk.complete()
    assert place.desk.calendar("Work").problem is not None
    icloud.standin.switch(ghosts="")
    quiet_poll(place)
    assert len(busy(place)) == 5


def test_one_event_that_is_refused_is_told_and_holds_up_nothing(icloud: ICloud, place: Workplace) -> None:
    put(icloud, "secret", 0, "family")
    put(icloud, "open", 2, "family")
    icloud.standin.fault("status", "GET", "secret", status=403, times=None)
    icloud.standin.switch(ghosts="secret")
    place.connect()
    booking = place.book(TEN + 4 * HOUR)
    assert busy(place) == ["open.ics", unquote(booking.href).rsplit("/", 1)[-1]]
    (problem,) = place.desk.problems()
    assert (problem.code, "1 event" in problem.subject) == (Code.UNREADABLE_EVENT, True)
    assert place.desk.snapshot().state is State.UP_TO_DATE
    icloud.delete(unquote(booking.href))
    for _ in range(2):
        quiet_poll(place)
        place.clock.forward(minutes=11)
    assert place.desk.booking(booking.id).status is Status.CONFIRMED, "what is not handed out might be its event"
    place.clock.forward(hours=1)
    quiet_poll(place)
    assert place.desk.booking(booking.id).status is Status.CANCELLED, "the others are followed all the same"


def test_one_propstat_of_500_says_nothing_of_the_others(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    put(icloud, "a", 0)
    put(icloud, "b", 2)
    broken = b"<propstat><prop><getetag/></prop><status>HTTP/1.1 500 Oops</status></propstat>"
    proxy.change(
        "REPORT", "/work/", by=lambda r: r if listing_of_changes(r) else with_answer(r, b"a.ics", broken), times=None
    )
    quiet_poll(place)
    assert busy(place) == ["a.ics", "b.ics"]


def test_an_event_of_the_size_icloud_allows(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    lines = "\r\n ".join(["A" * 70] * 155_000)
    text = event("big", TEN, TEN + HOUR, f"ATTACH;ENCODING=BASE64;VALUE=BINARY:{lines}")
    icloud.put("work", "big.ics", text)
    put(icloud, "b", 2)
    quiet_poll(place)
    assert busy(place) == ["big.ics", "b.ics"]


def test_events_that_are_too_large_together_come_in_smaller_lots(icloud: ICloud, tmp_path: Path) -> None:
    icloud.mkcalendar("work", "Work")
    for n in range(7):
        start = TEN + n * HOUR
        icloud.put("work", f"e{n}.ics", event(f"e{n}", start, start + HOUR, "X-LONG:" + "x" * 40_000))
    with workplace(tmp_path / "small", icloud.url, limits=Limits(size=100_000)) as place:
        place.connect()
        assert len(busy(place)) == 7


def test_what_a_calendar_lists_of_another_counts_once(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    foreign = put(icloud, "f", 0, "family")
    place.connect()
    put(icloud, "b", 2)
    more = f'<response xmlns="DAV:"><href>{foreign}</href><propstat><prop><getetag>"x"</getetag></prop>'
    more += "<status>HTTP/1.1 200 OK</status></propstat></response><sync-token"
    proxy.change("REPORT", "/work/", by=lambda r: replace(r, body=r.body.replace(b"<sync-token", more.encode(), 1)))
    quiet_poll(place)
    assert busy(place) == ["f.ics", "b.ics"]
    icloud.delete(foreign)
    quiet_poll(place)
    assert busy(place) == ["b.ics"]


def test_a_ctag_that_stands_still_beside_a_token_that_moves(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    def frozen(reply: Reply) -> Reply:
        return replace(reply, body=re.sub(rb"(<getctag[^>]*>)[^<]+", rb"\1always-the-same", reply.body))

    proxy.change("PROPFIND", f"{icloud.home}$", by=frozen, times=None)
    place.connect()
    assert sync(place).requests == 1
    put(icloud, "b", 2)
    assert sync(place).changed == 1


def test_etags_without_their_quotes_are_sent_with_them(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    def bare(reply: Reply) -> Reply:
        headers = tuple((n, v.strip('"') if n.lower() == "etag" else v) for n, v in reply.headers)
        return replace(reply, headers=headers, body=re.sub(rb'(<getetag[^>]*>)"([^"]+)"', rb"\1\2", reply.body))

    proxy.change("*", by=bare, times=None)
    place.connect()
    booking = place.book(TEN)
    quiet_poll(place)
    place.clock.forward(minutes=1)
    move(place, booking, TEN + 2 * HOUR)
    cancel(place, booking)
    sent = [e.headers["if-match"] for e in proxy.log if "if-match" in e.headers]
    assert sent and all(re.fullmatch(r'"[^"]+"', tag) for tag in sent)
    assert icloud.list("work") == {}


def test_hrefs_that_are_relative_and_bytes_that_are_no_utf_8() -> None:
    assert path_of("/c/caf%e9%20a.ics") == "/c/caf%E9%20a.ics"
    assert path_of("/c/%C3%A9@x.ics") == "/c/%C3%A9%40x.ics"


def test_a_relative_href_is_one_of_its_folder(cloud: Scripted, tmp_path: Path) -> None:
    script = account(collection("home/"))
    cloud.script = script
    with workplace(tmp_path / "profile", cloud.url) as place:
        place.desk.execute(SignIn(ICloud.user, ICloud.password))
        assert [c.id for c in place.desk.calendars()] == [f"{HOME}home/"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_that_declares_entities_is_not_read(cloud: Scripted, tmp_path: Path, encoding: str) -> None:
    entities = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">'
    bomb = f'<!-- a --><!DOCTYPE m [{entities}]><multistatus xmlns="DAV:">&b;</multistatus>'
    cloud.script = {("PROPFIND", "/"): Say(207, f'<?xml version="1.0" encoding="{encoding}"?>{bomb}'.encode(encoding))}
    with workplace(tmp_path / "profile", cloud.url) as place:
        assert refused(place, SignIn(ICloud.user, ICloud.password)).code is Code.BLOCKED
