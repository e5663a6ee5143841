"""One cause, one code: what the host is told when iCloud, the network or the clock is at fault."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import PASSWORD, CalDavServer, free_port
from tests.sync.scripted import DSID, HOME, Asked, Say, Scripted, account, collection, multistatus
from tests.sync.stage import TEN, cancel, quiet_poll, refused, trouble_of
from workestra_desktop.core.booking import InCloud
from workestra_desktop.core.commands import Select, SignIn, SyncNow
from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Scope
from workestra_desktop.demo.icloud.certificate import SELF_SIGNED

OTHER = "zzzz-zzzz-zzzz-zzzz"
HTML = b"<html><body>Sign in to the Wi-Fi</body></html>"


def test_a_wrong_pair_stores_nothing(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    icloud.set_password(OTHER)
    assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.SIGN_IN_REFUSED
    assert place.store.account.get() is None
    assert place.store.calendars.all() == []
    assert not place.desk.password_at_hand()
    assert len(proxy.log) == 1, "a refused pair is not tried again"


def test_no_app_password_is_never_sent(proxy: Proxy, place: Workplace) -> None:
    assert refused(place, SignIn(CalDavServer.user, "hunter2")).code is Code.NOT_APP_PASSWORD
    assert refused(place, SignIn("host", PASSWORD)).code is Code.BAD_INPUT
    assert proxy.log == ()


def test_withdrawn_after_two_refusals_then_silence_until_the_host_acts(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    place.desk.execute(Select(write_to="Family", busy=("Family",)))
    kept = place.book(TEN)
    waiting = place.book(TEN + timedelta(hours=2), offline=True)
    chosen = place.desk.calendars()
    icloud.set_password(OTHER)

    assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
    place.clock.forward(seconds=29)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
    assert not place.desk.account().locked
    place.clock.forward(seconds=1)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.RECONNECT_NEEDED
    assert [n.kind for n in place.notices] == [NoticeKind.RECONNECT]

    proxy.forget()
    for _ in range(3):
        place.clock.forward(hours=1)
        assert trouble_of(lambda: quiet_poll(place)).code is Code.RECONNECT_NEEDED
        assert refused(place, SyncNow()).code is Code.RECONNECT_NEEDED
        assert trouble_of(lambda: place.book(TEN + timedelta(hours=3))).code is Code.RECONNECT_NEEDED
    assert proxy.log == ()
    assert place.desk.snapshot().state is State.ATTENTION

    place.clock.at = TEN - timedelta(hours=1)
    place.desk.execute(SignIn(CalDavServer.user, OTHER))
    assert [(c.id, c.write_to, c.busy) for c in place.desk.calendars()] == [(c.id, c.write_to, c.busy) for c in chosen]
    assert [b.id for b in place.desk.bookings()] == [kept.id, waiting.id]
    assert place.desk.problems() == ()
    place.desk.execute(SyncNow())
    assert {b.sync for b in place.desk.bookings()} == {InCloud.SYNCED}
    assert len(icloud.list("family")) == 2


def test_a_wrong_new_password_leaves_the_lock_and_everything_else(icloud: ICloud, place: Workplace) -> None:
    place.connect()
    icloud.set_password(OTHER)
    trouble_of(lambda: quiet_poll(place))
    place.clock.forward(minutes=1)
    trouble_of(lambda: quiet_poll(place))
    before = place.desk.account()
    assert refused(place, SignIn(CalDavServer.user, "yyyy-yyyy-yyyy-yyyy")).code is Code.SIGN_IN_REFUSED
    assert place.desk.account() == before
    assert before.locked


def test_one_refusal_that_passes_is_forgotten(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PROPFIND", status=401, times=2)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
    assert len({e.port for e in proxy.log if e.status == 401}) == 2, "the home's host and the one discovery starts at"
    place.clock.forward(minutes=1)
    quiet_poll(place)
    account = place.desk.account()
    assert (account.trouble, account.refused_at, account.locked) == (None, None, False)
    place.clock.forward(hours=1)
    proxy.answer("PROPFIND", status=401, times=2)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
    assert not place.desk.account().locked, "that was the first refusal of a new row"


def test_a_refusal_of_a_write_never_withdraws_the_password_the_listing_was_had_with(
    icloud: ICloud, proxy: Proxy, place: Workplace
) -> None:
    place.connect()
    place.book(TEN, offline=True)
    proxy.answer("PUT", status=401, times=None)
    for _ in range(3):
        place.clock.forward(hours=1)
        assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
        assert place.desk.account().refused_at is not None
    assert not place.desk.account().locked
    place.clock.forward(hours=1)
    steps = place.desk.round()
    next(steps)
    account = place.desk.account()
    assert (account.refused_at, account.trouble) == (None, None), "over as soon as the listing is answered"
    assert trouble_of(lambda: list(steps)).code is Code.SIGN_IN_REFUSED


def test_a_refusal_that_one_calendar_gives_is_that_calendar_s(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    hour = timedelta(hours=1)
    proxy.answer("REPORT", "/work/", status=401, times=None)
    for number in range(3):
        icloud.put("work", f"{number}.ics", event(f"w{number}", TEN, TEN + hour))
        icloud.put("family", f"{number}.ics", event(f"f{number}", TEN + hour * 2, TEN + hour * 3))
        place.clock.forward(minutes=10)
        assert quiet_poll(place).changed == 1, "the other calendar is read"
        (problem,) = place.desk.problems()
        assert (problem.code, problem.scope, problem.subject) == (Code.ICLOUD_DOWN, Scope.CALENDAR, "Work")
        assert not place.desk.account().locked
    icloud.put("family", "more.ics", event("more", TEN, TEN + hour))
    proxy.answer("REPORT", "/family/", status=401, times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SIGN_IN_REFUSED
    proxy.clear()
    quiet_poll(place)
    assert place.desk.problems() == ()
    assert place.store.mirror.count() == 7


@pytest.mark.parametrize("pause", ["Wed, 21 Oct 2099 07:28:00 GMT", "99999999999", "1.5", "soon"])
def test_503_that_names_a_pause_asks_for_one(proxy: Proxy, place: Workplace, pause: str) -> None:
    place.connect()
    proxy.answer("PROPFIND", status=503, headers={"Retry-After": pause}, times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.SLOW_DOWN


STATUSES = [
    (407, {}, Code.BLOCKED),
    (511, {}, Code.BLOCKED),
    (302, {}, Code.BLOCKED),
    (305, {"Location": "/"}, Code.BLOCKED),
    (500, {}, Code.ICLOUD_DOWN),
    (502, {}, Code.ICLOUD_DOWN),
    (503, {}, Code.ICLOUD_DOWN),
    (504, {}, Code.ICLOUD_DOWN),
    (429, {}, Code.SLOW_DOWN),
]


@pytest.mark.parametrize(("status", "headers", "code"), STATUSES)
def test_statuses(proxy: Proxy, place: Workplace, status: int, headers: dict[str, str], code: Code) -> None:
    place.connect()
    proxy.answer("*", status=status, headers=headers, times=None)
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.scope) == (code, Scope.ACCOUNT)
    assert place.desk.problems() == (trouble,)
    assert place.desk.snapshot().state is State.OFFLINE
    proxy.clear()
    quiet_poll(place)
    assert place.desk.problems() == ()


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_kept(proxy: Proxy, place: Workplace, status: int) -> None:
    place.connect()
    proxy.answer("PROPFIND", status=status, headers={"Retry-After": "77"})
    trouble = trouble_of(lambda: quiet_poll(place))
    assert (trouble.code, trouble.retry_after) == (Code.SLOW_DOWN, 77)
    account = place.store.account.get()
    assert account is not None and account.trouble == trouble


def test_slow_down_while_writing_waits_at_least_that_long(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("PUT", status=503, headers={"Retry-After": "3000"})
    booking = place.book(TEN)
    assert booking.sync is InCloud.WAITING
    place.clock.forward(seconds=2990)
    quiet_poll(place)
    assert len(proxy.requests("PUT")) == 1
    place.clock.forward(seconds=11)
    assert quiet_poll(place).written == 1
    assert len(icloud.list("work")) == 1


def test_a_login_page_in_place_of_the_home(proxy: Proxy, place: Workplace) -> None:
    place.connect()
    proxy.answer("*", status=200, headers={"Content-Type": "text/html"}, body=HTML, times=None)
    assert trouble_of(lambda: quiet_poll(place)).code is Code.BLOCKED
    assert trouble_of(lambda: place.book(TEN)).code is Code.BLOCKED
    assert place.desk.bookings() == []


def test_a_login_page_that_swallows_a_write_leaves_it_waiting(icloud: ICloud, proxy: Proxy, place: Workplace) -> None:
    """200 to a PUT is a success of CalDAV; a page of the network's is not."""
    place.connect()

    def in_between() -> None:
        for method in ("PUT", "GET", "DELETE"):
            proxy.answer(method, status=200, headers={"Content-Type": "text/html"}, body=HTML, times=None)

    in_between()
    booking = place.book(TEN)
    assert booking.sync is InCloud.WAITING
    proxy.clear()
    place.clock.forward(minutes=5)
    quiet_poll(place)
    assert place.desk.booking(booking.id).sync is InCloud.SYNCED
    assert len(icloud.list("work")) == 1

    in_between()
    assert cancel(place, booking).sync is InCloud.WAITING
    proxy.clear()
    place.clock.forward(minutes=5)
    quiet_poll(place)
    assert icloud.list("work") == {}


def test_nobody_listens(tmp_path: Path) -> None:
    with workplace(tmp_path / "profile", f"http://127.0.0.1:{free_port()}/") as place:
        assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.OFFLINE


@pytest.mark.parametrize(("wrong", "code"), [(3600, Code.CLOCK_WRONG), (300, Code.SIGN_IN_REFUSED)])
def test_a_refusal_with_clocks_far_apart_is_the_clock_s_fault(
    icloud: ICloud, place: Workplace, wrong: int, code: Code
) -> None:
    place.connect()
    icloud.set_password(OTHER)
    for _ in range(2):
        icloud.standin.clock(at=place.clock.at - timedelta(seconds=wrong))
        assert trouble_of(lambda: quiet_poll(place)).code is code
        place.clock.forward(seconds=10)
    assert not place.desk.account().locked


@contextmanager
def self_signed(folder: Path) -> Iterator[str]:
    """A TLS server whose certificate nobody vouches for; its address."""
    folder.mkdir(exist_ok=True)
    (folder / "own.pem").write_text(SELF_SIGNED)
    seen: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_PROPFIND(self) -> None:
            seen.append(str(self.headers.get("Authorization")))

    class Quiet(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """The client hangs up on the certificate: that is the test."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem")
    server = Quiet(("127.0.0.1", 0), Listener)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()
    assert seen == [], "the password went to a server nobody vouches for"


def test_a_certificate_nobody_vouches_for_is_something_in_between(tmp_path: Path) -> None:
    with self_signed(tmp_path / "tls") as url, workplace(tmp_path / "profile", url) as place:
        assert refused(place, SignIn(CalDavServer.user, PASSWORD)).code is Code.BLOCKED


NAMELESS = {
    "nothing": Say(body=multistatus()),
    "a pause": Say(503, headers={"Retry-After": "30"}),
    "500": Say(500),
    "garbage": Say(207, "<multistatus"),
    "a page": Say(200, HTML),
    "401": Say(401),
    "a redirect": Say(302),
}


@pytest.mark.parametrize("answer", NAMELESS)
def test_who_shares_a_calendar_is_a_nicety(cloud: Scripted, tmp_path: Path, answer: str) -> None:
    """Asked once a round for all such calendars until it is answered; whatever comes back, the poll goes on."""
    shared = [f"{HOME}{name}/" for name in ("one", "two")]
    own = f"{DSID}/principal/"
    calendars = [collection(f"{HOME}home/", owner=own), *(collection(p, p, owner="/9/principal/") for p in shared)]
    script = account(*calendars)

    def nothing_in_it(asked: Asked) -> Say:
        return Say(body=multistatus(token="1"))

    for path in (f"{HOME}home/", *shared):
        script["REPORT", path] = nothing_in_it
    script |= {("PROPFIND", path): NAMELESS[answer] for path in shared}
    cloud.script = script
    with workplace(tmp_path / "profile", cloud.url) as place:
        place.connect()
        for _ in range(2):
            cloud.asked.clear()
            place.clock.forward(minutes=10)
            assert quiet_poll(place).polled
            assert len({a.path for a in cloud.asked if a.path in shared}) == 1
        assert place.desk.problems() == ()
        cloud.script = script | {("PROPFIND", path): Say(404) for path in shared}
        quiet_poll(place)
        cloud.asked.clear()
        assert quiet_poll(place).requests == 1, "answered: not asked again"
