"""Answers that look whole and are not. Whatever they say, nothing becomes free and nothing is cancelled."""

from __future__ import annotations

import gzip
import re
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy, Reply
from tests.sync.stage import TEN, quiet_poll, trouble_of, with_response, without
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import SyncNow
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code, Scope
from workestra_desktop.sync.wire import Limits

DAY = Span(TEN - timedelta(hours=10), TEN + timedelta(hours=10))
LOGIN = b"<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body><form>Pay here</form></body></html>"
Change = Callable[[Reply], Reply]


@pytest.fixture
def booked(icloud: ICloud, place: Workplace) -> Booking:
    """Three events in “Work”, one in “Family”, and a booking in step; an idle poll would cost one request."""
    for n in range(3):
        icloud.put("work", f"w{n}.ics", event(f"w{n}", TEN + timedelta(hours=n), TEN + timedelta(hours=n + 1)))
    icloud.put("family", "f.ics", event("f", TEN - timedelta(hours=1), TEN))
    place.connect()
    booking = place.book(TEN + timedelta(hours=3))
    quiet_poll(place)
    return booking


def busy(place: Workplace) -> int:
    return len(place.desk.busy_blocks(DAY))


def nothing_lost(place: Workplace, booking: Booking, blocks: int = 5) -> None:
    assert busy(place) == blocks
    now = place.desk.booking(booking.id)
    assert (now.status, now.sync, now.missing_since) == (Status.CONFIRMED, InCloud.SYNCED, None)


def with_body(body: bytes) -> Change:
    return lambda reply: replace(reply, body=body)


def without_home(reply: Reply) -> Reply:
    """The listing but for the home's own answer."""
    return without(reply, b"/calendars/</href>")


def only_home(reply: Reply) -> Reply:
    end = reply.body.index(b"</response>") + len(b"</response>")
    return replace(reply, body=reply.body[:end] + b"</multistatus>")


def typed(content_type: str, change: Change) -> Change:
    def by(reply: Reply) -> Reply:
        kept = tuple((n, v) for n, v in reply.headers if n.lower() != "content-type")
        return replace(change(reply), headers=(*kept, ("Content-Type", content_type)))

    return by


def empty(reply: Reply) -> Reply:
    return replace(reply, body=b'<multistatus xmlns="DAV:"/>')


def broken_propstat(reply: Reply) -> Reply:
    return replace(reply, body=reply.body.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 500 Internal Server Error"))


LISTINGS: dict[str, tuple[Change, Code]] = {
    "without its home": (without_home, Code.ICLOUD_DOWN),
    "only its home": (only_home, Code.NO_CALENDAR),
    "cut in the middle": (lambda r: replace(r, body=r.body[: len(r.body) // 2]), Code.ICLOUD_DOWN),
    "cut, of unknown type": (typed("", lambda r: replace(r, body=r.body[: len(r.body) // 2])), Code.BLOCKED),
    "empty multistatus": (empty, Code.ICLOUD_DOWN),
    "no body at all": (with_body(b""), Code.BLOCKED),
    "login page, 200": (typed("text/html", lambda r: replace(r, status=200, body=LOGIN)), Code.BLOCKED),
    "login page, 207": (typed("text/html", with_body(LOGIN)), Code.BLOCKED),
    "login page that is XML": (typed("text/html", with_body(b"<html><body>Pay</body></html>")), Code.BLOCKED),
    "login page, 302 without Location": (lambda r: Reply(302), Code.BLOCKED),
    "propstat 500": (broken_propstat, Code.ICLOUD_DOWN),
    "403": (lambda r: Reply(403), Code.ICLOUD_DOWN),
    "400 page": (lambda r: Reply(400, (("Content-Type", "text/html"),), b"<html>400</html>"), Code.ICLOUD_DOWN),
}


@pytest.mark.parametrize("lie", LISTINGS)
def test_a_false_listing_changes_nothing_and_is_an_account_s_trouble(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, lie: str
) -> None:
    """Discovery, which looks for another home when the trouble lasts, is answered truly and finds the same one."""
    change, code = LISTINGS[lie]
    before = place.desk.calendars()
    proxy.change("PROPFIND", f"{icloud.home}$", by=change, times=None)
    place.clock.forward(minutes=10)
    trouble_of(lambda: quiet_poll(place))
    place.clock.forward(minutes=10)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.scope) == (code, Scope.ACCOUNT)
    assert place.desk.account().trouble == trouble
    assert place.desk.calendars() == before
    nothing_lost(place, booked)
    proxy.clear()
    quiet_poll(place)
    assert place.desk.account().trouble is None


TOKEN = re.compile(rb"<sync-token\b.*?</sync-token>")
REPORTS: dict[str, Change] = {
    "no token": lambda r: replace(r, body=TOKEN.sub(b"", r.body)),
    "empty token": lambda r: replace(r, body=TOKEN.sub(b'<sync-token xmlns="DAV:"/>', r.body)),
    "empty multistatus": empty,
    "cut in the middle": lambda r: replace(r, body=r.body[: len(r.body) // 2]),
    "502": lambda r: Reply(502),
    "404": lambda r: Reply(404),
}


@pytest.mark.parametrize("lie", REPORTS)
def test_a_false_report_is_that_calendar_s_problem_and_nobody_else_s(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, lie: str
) -> None:
    icloud.put("work", "w9.ics", event("w9", TEN + timedelta(hours=6), TEN + timedelta(hours=7)))
    icloud.put("family", "f9.ics", event("f9", TEN + timedelta(hours=7), TEN + timedelta(hours=8)))
    token = place.desk.calendar("Work").sync_token
    proxy.change("REPORT", "/work/", by=REPORTS[lie], times=None)
    quiet_poll(place)
    work, family = place.desk.calendar("Work"), place.desk.calendar("Family")
    assert work.problem is not None
    assert (work.problem.code, work.problem.scope, work.sync_token) == (Code.ICLOUD_DOWN, Scope.CALENDAR, token)
    assert family.problem is None
    nothing_lost(place, booked, blocks=6)
    proxy.clear()
    quiet_poll(place)
    assert place.desk.calendar("Work").problem is None
    nothing_lost(place, booked, blocks=7)


@pytest.mark.parametrize(
    ("status", "never"),
    [*((s, False) for s in (400, 403, 409, 410, 412, 500, 501)), *((s, True) for s in (400, 403, 409, 410, 412, 501))],
)
def test_a_refused_token_leads_to_a_full_listing_and_cancels_nothing(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, status: int, never: bool
) -> None:
    """`never`: the server refuses the REPORT without a token as well, so there is no sync-collection at all."""
    icloud.delete(f"{icloud.calendar('work')}w0.ics")
    icloud.put("work", "w9.ics", event("w9", TEN + timedelta(hours=6), TEN + timedelta(hours=7)))
    proxy.answer("REPORT", "/work/", status=status, times=2 if never else 1)
    report = quiet_poll(place)
    assert (report.changed, report.removed, report.bookings_cancelled) == (1, 1, ())
    assert place.desk.calendar("Work").problem is None
    nothing_lost(place, booked)
    quiet_poll(place)
    assert place.desk.calendar("Work").events == 4
    nothing_lost(place, booked)


def test_a_full_listing_in_answer_to_an_old_token_is_recognised(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """Variant D of the fact sheet's §8.7: 207, everything there is, a new token, no deletions."""
    icloud.delete(f"{icloud.calendar('work')}w0.ics")
    icloud.standin.switch(invalid_token="D")
    icloud.standin.expire_tokens()
    proxy.forget()
    assert quiet_poll(place).removed == 1
    asked = [e.body for e in proxy.requests("REPORT", "/work/") if b"sync-collection" in e.body]
    assert len(asked) == 1 and b"<sync-token/>" not in asked[0] and b"<sync-token></" not in asked[0]
    nothing_lost(place, booked, blocks=4)


@pytest.mark.parametrize("variant", ["A", "B", "C"])
def test_a_token_icloud_knows_no_more_costs_one_request_and_no_booking(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, variant: str
) -> None:
    """Variants A to C of the fact sheet's §8.7: 403, 403 with its reason, 412."""
    icloud.delete(f"{icloud.calendar('work')}w0.ics")
    icloud.standin.switch(invalid_token=variant)
    icloud.standin.expire_tokens()
    proxy.forget()
    assert quiet_poll(place).removed == 1
    statuses = [e.status for e in proxy.requests("REPORT", "/work/") if b"sync-collection" in e.body]
    assert statuses == [412 if variant == "C" else 403, 207]
    nothing_lost(place, booked, blocks=4)
    assert quiet_poll(place).requests == 1


def test_a_cut_full_listing_frees_nothing(proxy: Proxy, place: Workplace, booked: Booking) -> None:
    """Well framed, but two events short: they are asked for by name, and are there."""
    proxy.change("REPORT", "/work/", by=lambda r: without(r, b"w1.ics", booked.uid.encode()))
    proxy.forget()
    place.desk.execute(SyncNow(full=True))
    nothing_lost(place, booked)
    named = [e.body for e in proxy.requests("REPORT", "/work/") if b"calendar-multiget" in e.body]
    assert len(named) == 1
    assert b"w1.ics" in named[0] and booked.uid.encode() in named[0]


def test_what_a_multiget_leaves_out_is_asked_for_singly(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    for n in range(3):
        icloud.put("work", f"w{n}.ics", event(f"w{n}", TEN + timedelta(hours=n), TEN + timedelta(hours=n + 2)))
    calls: list[int] = []

    def second(reply: Reply) -> Reply:
        calls.append(1)
        return without(reply, b"w1.ics") if len(calls) == 2 else reply

    proxy.change("REPORT", "/work/", by=second, times=2)
    proxy.forget()
    assert quiet_poll(place).changed == 3
    assert [e.path.rsplit("/", 1)[-1] for e in proxy.requests("GET")] == ["w1.ics"]
    assert place.desk.calendar("Work").problem is None
    nothing_lost(place, booked)


@pytest.mark.parametrize("rubbish", [b"\x0b", b"\x00", b"&#x1f;", b"&#11;", b"\xff\xe9"])
def test_a_character_xml_forbids_in_one_event_does_not_hide_the_others(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, rubbish: bytes
) -> None:
    for n in range(3):
        icloud.put("work", f"w{n}.ics", event(f"w{n}", TEN + timedelta(hours=n), TEN + timedelta(hours=n + 2)))

    def by(reply: Reply) -> Reply:
        return replace(reply, body=reply.body.replace(b"SUMMARY:", b"SUMMARY:" + rubbish))

    proxy.change("REPORT", "/work/", by=by, times=None)
    assert quiet_poll(place).changed == 3
    assert place.desk.calendar("Work").problem is None
    nothing_lost(place, booked)
    place.book(TEN + timedelta(hours=6))


@pytest.mark.parametrize("answer", [Reply(200, (("Content-Type", "text/calendar"),), b""), Reply(403), Reply(500)])
def test_an_object_that_is_withheld_holds_back_the_token(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking, answer: Reply
) -> None:
    icloud.put("work", "w1.ics", event("w1", TEN + timedelta(hours=5), TEN + timedelta(hours=6)))
    icloud.put("family", "f.ics", event("f", TEN - timedelta(hours=2), TEN))
    token = place.desk.calendar("Work").sync_token
    calls: list[int] = []

    def second(reply: Reply) -> Reply:
        calls.append(1)
        return without(reply, b"w1.ics") if len(calls) == 2 else reply

    proxy.change("REPORT", "/work/", by=second, times=2)
    fault = proxy.change("GET", "w1.ics", by=lambda _: answer, times=None)
    quiet_poll(place)
    assert fault.reached.is_set()
    work = place.desk.calendar("Work")
    assert work.problem is not None
    assert work.sync_token == token
    assert place.desk.calendar("Family").problem is None
    nothing_lost(place, booked)
    proxy.clear()
    assert quiet_poll(place).changed == 1
    assert place.desk.calendar("Work").problem is None
    assert busy(place) == 5


# --- size and time --------------------------------------------------------------------------------------------------

TIGHT = Limits(connect=2.0, idle=0.6, total=1.5, size=200_000)


@pytest.fixture
def hurried(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> Iterator[Workplace]:
    """A desk with small limits, connected, with an event in each calendar and a change waiting in both."""
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    with workplace(tmp_path / "profile", proxy.url, limits=TIGHT) as place:
        for name in ("work", "family"):
            icloud.put(name, "a.ics", event(f"{name}-a", TEN, TEN + timedelta(hours=1)))
        place.connect()
        for name in ("work", "family"):
            icloud.put(name, "b.ics", event(f"{name}-b", TEN, TEN + timedelta(hours=1)))
        yield place


def inflating(size: int) -> Change:
    def by(reply: Reply) -> Reply:
        packed = gzip.compress(b'<multistatus xmlns="DAV:">' + b" " * size + b"</multistatus>")
        return replace(reply, headers=(*reply.headers, ("Content-Encoding", "gzip")), body=packed)

    return by


SLOW_OR_BIG: dict[str, Callable[[Proxy], object]] = {
    "gzip bomb": lambda p: p.change("REPORT", "/work/", by=inflating(50_000_000), times=None),
    "oversize": lambda p: p.change("REPORT", "/work/", by=with_body(b"<a>" + b" " * 300_000), times=None),
    "hang": lambda p: p.hang("REPORT", "/work/", times=None),
    "drip": lambda p: p.drip("REPORT", "/work/", pause=0.1, times=None),
    "dropped": lambda p: p.drop_answer("REPORT", "/work/", times=None),
    "cut gzip": lambda p: p.change(
        "REPORT",
        "/work/",
        by=lambda r: replace(r, headers=(*r.headers, ("Content-Encoding", "gzip")), body=gzip.compress(r.body)[:-12]),
        times=None,
    ),
}


@pytest.mark.parametrize("how", SLOW_OR_BIG)
def test_a_calendar_beyond_the_limits_holds_up_no_other(proxy: Proxy, hurried: Workplace, how: str) -> None:
    SLOW_OR_BIG[how](proxy)
    quiet_poll(hurried)
    work, family = hurried.desk.calendar("Work"), hurried.desk.calendar("Family")
    assert work.problem is not None and work.problem.code is Code.ICLOUD_DOWN
    assert (work.events, family.events, family.problem) == (1, 2, None)
    proxy.clear()
    quiet_poll(hurried)
    assert hurried.desk.calendar("Work").events == 2


def test_a_packed_answer_is_unpacked(proxy: Proxy, hurried: Workplace) -> None:
    """The counterpart of the bomb: an honest gzip answer is read."""
    packed: Change = lambda r: replace(  # noqa: E731
        r, headers=(*r.headers, ("Content-Encoding", "gzip")), body=gzip.compress(r.body)
    )
    proxy.change("*", by=packed, times=None)
    assert quiet_poll(hurried).changed == 2


@pytest.mark.parametrize("how", ["gzip bomb", "hang", "drip", "dropped", "oversize"])
def test_a_listing_beyond_the_limits_is_an_account_s_trouble(proxy: Proxy, hurried: Workplace, how: str) -> None:
    match how:
        case "gzip bomb":
            proxy.change("PROPFIND", by=inflating(50_000_000), times=None)
        case "hang":
            proxy.hang("PROPFIND", times=None)
        case "drip":
            proxy.drip("PROPFIND", pause=0.1, times=None)
        case "dropped":
            proxy.drop_answer("PROPFIND", times=None)
        case _:
            proxy.change("PROPFIND", by=with_body(b"<a>" + b" " * 300_000), times=None)
    trouble = trouble_of(lambda: quiet_poll(hurried))
    assert (trouble.code, trouble.scope) == (Code.ICLOUD_DOWN, Scope.ACCOUNT)
    assert hurried.desk.account().trouble == trouble
    assert len(hurried.desk.busy_blocks(DAY)) == 2


def test_a_connection_reset_in_the_middle_is_icloud_s_trouble(tmp_path: Path) -> None:
    """RST instead of an answer, which no HTTP server does by itself."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def reset() -> None:
            connection, _ = listener.accept()
            connection.recv(100)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            connection.close()

        thread = threading.Thread(target=reset)
        thread.start()
        with workplace(tmp_path / "profile", f"http://127.0.0.1:{listener.getsockname()[1]}/", limits=TIGHT) as place:
            trouble = trouble_of(place.connect)
        thread.join(10)
    assert trouble.code is Code.ICLOUD_DOWN


def test_the_page_by_page_answer_of_rfc_6578_is_joined(
    icloud: ICloud, proxy: Proxy, place: Workplace, booked: Booking
) -> None:
    """A server that cuts says so with 507 for the collection itself; the rest is asked for with the new token."""
    icloud.put("work", "w7.ics", event("w7", TEN + timedelta(hours=6), TEN + timedelta(hours=7)))
    icloud.delete(f"{icloud.calendar('work')}w0.ics")
    whole: list[Reply] = []
    itself = place.desk.calendar("Work").id

    def in_two(reply: Reply) -> Reply:
        if whole:
            return without(whole[0], b"w0.ics")
        whole.append(reply)
        return with_response(without(reply, b"w7.ics"), itself, "507 Insufficient Storage")

    proxy.change("REPORT", "/work/", by=in_two, times=2)
    proxy.forget()
    report = quiet_poll(place)
    assert (report.changed, report.removed) == (1, 1)
    asked = [e.body for e in proxy.requests("REPORT", "/work/") if b"sync-collection" in e.body]
    assert len(asked) == 2 and asked[0] != asked[1]
    nothing_lost(place, booked)
