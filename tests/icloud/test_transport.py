"""The stand-in's connections, faults and control port, seen by a client that knows nothing but sockets."""

from __future__ import annotations

import base64
import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from workestra_desktop.demo.icloud.client import StandIn

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
WHO = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><current-user-principal/></prop></propfind>'
HOME_SET = (
    '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop>'
    "<C:calendar-home-set/></prop></propfind>"
)
ETAGS = '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
PRINCIPAL = "/17149682/principal/"
WORK = "/17149682/calendars/work/"


@pytest.fixture(scope="module")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with StandIn(tmp_path_factory.mktemp("standin") / "log") as running:
        yield running


@pytest.fixture
def standin(process: StandIn) -> Iterator[StandIn]:
    process.reset([])
    yield process
    assert process.failures() == []


@pytest.fixture
def icloud(standin: StandIn, tmp_path: Path) -> ICloud:
    return ICloud(standin, tmp_path)


Reply = tuple[int, dict[str, str], bytes]


def credentials(password: str = StandIn.password) -> dict[str, str]:
    token = base64.b64encode(f"{StandIn.user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {token}", "User-Agent": "raw"}


def connect(url: str) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", urlsplit(url).port, timeout=20)


def send(
    connection: http.client.HTTPConnection,
    method: str = "PROPFIND",
    path: str = "/",
    body: str | None = WHO,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    connection.request(
        method, path, body, {**credentials(), "Depth": "0", "Content-Type": "text/xml", **(headers or {})}
    )
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def ask(
    url: str,
    method: str = "PROPFIND",
    path: str = "/",
    body: str | None = WHO,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    with closing(connect(url)) as connection:
        return send(connection, method, path, body, headers)


def put(standin: StandIn, name: str = "one.ics") -> Reply:
    text = event(f"{name}@tests", START, START + timedelta(hours=1))
    return ask(standin.partition_url, "PUT", f"{WORK}{name}", text, {"Content-Type": "text/calendar"})


def home_host(url: str) -> str:
    """Where the home-set that `url` answers with is."""
    status, _, body = ask(url, path=PRINCIPAL, body=HOME_SET)
    assert status == 207
    home = ET.fromstring(body).findtext(".//{urn:ietf:params:xml:ns:caldav}calendar-home-set/{DAV:}href") or ""
    return home.strip()


class TestConnections:
    def test_one_connection_serves_many_requests_and_both_kinds_of_body(self, standin: StandIn) -> None:
        with closing(connect(standin.url)) as connection:
            assert send(connection)[0] == 207
            headers = {**credentials(), "Depth": "0", "Content-Type": "text/xml"}
            pieces = iter([WHO[:20].encode(), WHO[20:].encode()])
            connection.request("PROPFIND", "/", pieces, headers, encode_chunked=True)
            answer = connection.getresponse()
            assert (answer.status, answer.read() != b"") == (207, True)
        assert [e.body for e in standin.log()] == [WHO, WHO]
        assert standin.connections()["accepted"] == 1

    def test_a_body_beyond_the_bound_is_refused_and_a_broken_one_too(self, standin: StandIn) -> None:
        port = urlsplit(standin.url).port
        for head, status in (
            (b"Content-Length: 99999999999\r\n\r\n", b"413"),
            (b"Content-Length: many\r\n\r\n", b"400"),
            (b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", b"400"),
        ):
            with socket.create_connection(("127.0.0.1", port), timeout=20) as raw:
                raw.sendall(b"PUT / HTTP/1.1\r\nHost: x\r\n" + head)
                assert raw.recv(100).split()[1] == status
        assert standin.log() == []

    def test_an_answer_is_dated_by_the_clock_or_not_at_all(self, standin: StandIn) -> None:
        standin.clock(at=START)
        assert parsedate_to_datetime(ask(standin.url)[1]["date"]) == START
        standin.dated(False)
        assert "date" not in ask(standin.url)[1]

    def test_down_refuses_and_ends_what_is_open_and_up_is_the_same_host(self, standin: StandIn) -> None:
        with closing(connect(standin.url)) as connection:
            assert send(connection)[0] == 207
            standin.down()
            assert connection.sock is not None
            assert connection.sock.recv(1) == b""
        for url in (standin.url, standin.partition_url):
            with pytest.raises(ConnectionRefusedError):
                ask(url)
        standin.up()
        assert ask(standin.url)[0] == 207
        standin.down("partition")
        assert ask(standin.url)[0] == 207
        with pytest.raises(ConnectionRefusedError):
            ask(standin.partition_url)

    def test_it_hangs_up_on_idle_connections(self, standin: StandIn) -> None:
        with closing(connect(standin.url)) as connection:
            assert send(connection)[0] == 207
            assert standin.connections()["entry"] == 1
            standin.hang_up()
            with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
                send(connection)
        assert ask(standin.url)[0] == 207

    def test_a_host_with_a_certificate_of_its_own(self, standin: StandIn) -> None:
        standin.tls(True, "entry")
        assert standin.url.startswith("https:")
        port = urlsplit(standin.url).port
        distrusting = http.client.HTTPSConnection("127.0.0.1", port, timeout=20)
        with closing(distrusting), pytest.raises(ssl.SSLCertVerificationError):
            send(distrusting)
        trusting = ssl.create_default_context()
        trusting.check_hostname = False
        trusting.verify_mode = ssl.CERT_NONE
        with closing(http.client.HTTPSConnection("127.0.0.1", port, timeout=20, context=trusting)) as connection:
            assert send(connection)[0] == 207
        standin.tls(False)
        assert ask(standin.url)[0] == 207


class TestPartition:
    @pytest.mark.parametrize("old", ["404", "421", "503"])
    def test_it_moves_and_the_old_address_says_so(self, standin: StandIn, old: Any) -> None:
        left = standin.partition_url
        assert home_host(standin.url).startswith(left)

        standin.move_partition(old)

        assert standin.partition_url != left
        assert home_host(standin.url).startswith(standin.partition_url)
        assert ask(left, path=PRINCIPAL)[0] == int(old)
        assert standin.log()[-1].host == "former"
        assert ask(standin.partition_url, path=PRINCIPAL)[0] == 207

        standin.reset([])
        assert standin.partition_url == left
        assert ask(left, path=PRINCIPAL)[0] == 207

    def test_it_moves_and_the_old_address_refuses(self, standin: StandIn) -> None:
        left = standin.partition_url
        standin.move_partition()
        with pytest.raises(ConnectionRefusedError):
            ask(left)
        with pytest.raises(ValueError, match="refuse, 404, 421, 503"):
            standin.move_partition("gone")  # type: ignore[arg-type]

    def test_other_addresses_are_announced(self, standin: StandIn) -> None:
        standin.announce(partition="http://127.0.0.1:9/")
        assert home_host(standin.url).startswith("http://127.0.0.1:9/")
        standin.announce()
        assert home_host(standin.url).startswith(standin.partition_url)


class TestFaults:
    def test_delay(self, standin: StandIn) -> None:
        standin.fault("delay", seconds=0.3)
        before = time.monotonic()
        assert ask(standin.url)[0] == 207
        assert time.monotonic() - before >= 0.3

    @pytest.mark.parametrize("letting_go", ["release", "clear"])
    def test_hang_is_carried_out_when_let_go(self, standin: StandIn, letting_go: str) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        fault = standin.fault("hang", "PUT")
        statuses: list[int] = []
        client = threading.Thread(target=lambda: statuses.append(put(standin)[0]))
        client.start()
        standin.await_strike(fault)
        assert standin.get(path) is None
        assert standin.log("PUT")[0].status is None
        getattr(standin, letting_go)()
        client.join(20)
        assert statuses == [201]
        assert standin.get(path) is not None

    @pytest.mark.parametrize("end", ["reset", "down"])
    def test_what_hangs_when_the_host_goes_is_never_carried_out(self, standin: StandIn, end: str) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        fault = standin.fault("hang", "PUT")
        broken: list[Exception] = []

        def client() -> None:
            try:
                put(standin)
            except (OSError, http.client.HTTPException) as error:
                broken.append(error)

        thread = threading.Thread(target=client)
        thread.start()
        standin.await_strike(fault)
        if end == "reset":
            standin.reset([])
            standin.mkcalendar("work")
        else:
            standin.down()
            standin.clear()
            standin.up()
        thread.join(20)
        assert len(broken) == 1
        assert ask(standin.url)[0] == 207
        assert standin.get(path) is None

    def test_drip(self, standin: StandIn) -> None:
        whole = ask(standin.url)[2]
        standin.fault("drip", seconds=0.001)
        assert ask(standin.url)[2] == whole

    def test_reset_before_anything_and_in_the_middle(self, standin: StandIn) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        standin.fault("reset", "PUT")
        with closing(connect(standin.partition_url)) as connection:
            connection.request("PUT", path, "BEGIN:VCALENDAR", credentials())
            assert connection.sock is not None
            with pytest.raises(ConnectionResetError):  # an end without a reset would be b""
                connection.sock.recv(1)
        assert standin.get(path) is None
        assert standin.log("PUT")[0].status is None

        standin.fault("reset", "PROPFIND", after=10)
        with closing(connect(standin.url)) as connection:
            connection.request("PROPFIND", "/", WHO, {**credentials(), "Depth": "0"})
            answer = connection.getresponse()
            assert answer.status == 207
            with pytest.raises((ConnectionResetError, http.client.IncompleteRead)):
                answer.read()
        assert standin.log("PROPFIND")[0].status == 207

    def test_close_and_lose_answer_look_the_same_but_only_one_is_carried_out(self, standin: StandIn) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        standin.fault("close", "PUT")
        with pytest.raises(http.client.RemoteDisconnected):
            put(standin)
        assert standin.get(path) is None
        standin.fault("lose_answer", "PUT")
        with pytest.raises(http.client.RemoteDisconnected):
            put(standin)
        assert standin.get(path) is not None
        assert [e.status for e in standin.log("PUT")] == [None, None]

    def test_truncate(self, standin: StandIn) -> None:
        standin.fault("truncate", after=7)
        with pytest.raises(http.client.IncompleteRead) as seen:
            ask(standin.url)
        assert len(seen.value.partial) == 7
        assert seen.value.expected is not None and seen.value.expected > 0

    def test_login_page_and_portal(self, standin: StandIn) -> None:
        standin.fault("login_page")
        status, headers, body = ask(standin.url)
        assert (status, headers["content-type"].split(";")[0]) == (200, "text/html")
        assert b"<form" in body
        standin.fault("login_page", location="http://127.0.0.1:9/portal")
        status, headers, _ = ask(standin.url)
        assert (status, headers["location"]) == (302, "http://127.0.0.1:9/portal")

    @pytest.mark.parametrize("status", [403, 412, 429, 500, 502, 503, 507, 599])
    def test_status(self, standin: StandIn, status: int) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        standin.fault("status", "PUT", status=status, headers={"Retry-After": "1"}, body="<p>no</p>")
        got, headers, body = put(standin)
        assert (got, headers["retry-after"], body) == (status, "1", b"<p>no</p>")
        assert standin.get(path) is None

    def test_a_status_after_the_fact(self, standin: StandIn) -> None:
        path = f"{standin.mkcalendar('work')}one.ics"
        standin.fault("status", "PUT", status=504, carried_out=True)
        assert put(standin)[0] == 504
        assert standin.get(path) is not None

    def test_a_401_has_the_challenges_of_its_host(self, standin: StandIn) -> None:
        for url in (standin.url, standin.partition_url):
            standin.fault("status", status=401, times=1)
            faked = ask(url)
            real = ask(url, headers=credentials("wxyz-wxyz-wxyz-wxyz"))
            assert (faked[0], faked[2]) == (real[0], real[2]) == (401, b"")
            assert faked[1]["www-authenticate"] == real[1]["www-authenticate"]
            assert "X-MobileMe-AuthToken" in faked[1]["www-authenticate"]

    def test_no_etag(self, standin: StandIn) -> None:
        standin.mkcalendar("work")
        standin.fault("no_etag", "PUT")
        status, headers, _ = put(standin, "one.ics")
        assert (status, "etag" in headers) == (201, False)
        status, headers, _ = put(standin, "two.ics")
        assert (status, "etag" in headers) == (201, True)

    def test_broken_empty_and_shortened_listings(self, standin: StandIn) -> None:
        standin.mkcalendar("work")
        for name in ("one", "two", "three"):
            standin.put("work", f"{name}.ics", event(f"{name}@tests", START, START + timedelta(hours=1)))

        def listing() -> int:
            status, _, body = ask(standin.partition_url, path=WORK, body=ETAGS, headers={"Depth": "1"})
            assert status == 207
            return len(ET.fromstring(body).findall("{DAV:}response"))

        assert listing() == 4
        standin.fault("cut_listing")
        assert listing() == 2
        standin.fault("empty_multistatus")
        assert listing() == 0
        standin.fault("garbage")
        with pytest.raises(ET.ParseError):
            listing()
        assert listing() == 4

    def test_which_requests_a_fault_meets(self, standin: StandIn) -> None:
        standin.mkcalendar("work")

        def statuses(count: int, url: str = standin.url) -> list[int]:
            return [ask(url)[0] for _ in range(count)]

        standin.fault("status", nth=2, times=2)
        assert statuses(4) == [207, 503, 503, 207]
        standin.clear()
        standin.fault("status", host="partition", times=None)
        assert statuses(2) == [207, 207]
        assert statuses(2, standin.partition_url) == [503, 503]
        standin.clear()
        standin.fault("status", path=r"^/a b@c", times=None)
        assert ask(standin.url, path="/a%20b%40c/?query")[0] == 503
        assert statuses(1) == [207]
        standin.fault("status", status=500)
        first = standin.fault("status", status=502)
        assert statuses(3) == [500, 502, 207]
        assert standin.struck(first) == 1
        assert [e.fault for e in standin.log()][-2] == first

    def test_chance_is_the_same_each_time(self, standin: StandIn) -> None:
        def drawn(seed: int) -> list[int]:
            standin.clear()
            standin.fault("status", probability=0.5, times=None, seed=seed)
            return [ask(standin.url)[0] for _ in range(16)]

        once = drawn(7)
        assert set(once) == {207, 503}
        assert drawn(7) == once
        assert drawn(8) != once

    def test_a_fault_that_makes_no_sense_is_refused(self, standin: StandIn) -> None:
        for kind, more in (
            ("explode", {}),
            ("close", {"colour": "red"}),
            ("status", {"path": "("}),
            ("lose_answer", {"carried_out": False}),
            ("reset", {"after": 3, "carried_out": False}),
        ):
            with pytest.raises(ValueError, match="fault: "):
                standin.fault(kind, **more)
        with pytest.raises(ValueError, match="no fault 999"):
            standin.struck(999)


class TestControl:
    def test_the_log_tells_what_was_sent_but_no_password(self, standin: StandIn) -> None:
        standin.mkcalendar("work")
        put(standin, "a%40b.ics")
        ask(standin.url, headers=credentials("wxyz-wxyz-wxyz-wxyz"))
        with closing(connect(standin.url)) as connection:
            connection.request("PROPFIND", "/", WHO, {"User-Agent": "raw"})
            assert connection.getresponse().read() == b""

        written, wrong, bare = standin.log()

        assert (written.method, written.path, written.host) == ("PUT", f"{WORK}a@b.ics", "partition")
        assert written.body.startswith("BEGIN:VCALENDAR")
        assert (written.status, written.has_auth, written.right_password) == (201, True, True)
        assert written.headers["user-agent"] == "raw"
        assert written.ended is not None and written.ended >= written.started
        assert (wrong.status, wrong.has_auth, wrong.right_password) == (401, True, False)
        assert (bare.status, bare.has_auth, bare.right_password) == (401, False, False)
        assert all("authorization" not in e.headers for e in (written, wrong, bare))
        assert [a.number < b.number for a, b in pairwise((written, wrong, bare))] == [True, True]
        assert standin.log("PUT", "a@b") == [written]
        assert written.answer_headers == ()
        (full,) = standin.log("PUT", answers=True)
        assert "etag" in {name.lower() for name, _ in full.answer_headers}
        standin.forget_log()
        assert standin.log() == []

    def test_it_counts_requests_at_a_time(self, standin: StandIn) -> None:
        with closing(connect(standin.url)) as connection:
            for _ in range(50):
                send(connection)
        assert standin.in_flight_max() == 1

        fault = standin.fault("hang", times=3)
        clients = [threading.Thread(target=ask, args=(standin.url,)) for _ in range(3)]
        for client in clients:
            client.start()
        standin.await_strike(fault, 3)
        assert standin.connections()["entry"] == 3
        standin.release(fault)
        for client in clients:
            client.join(20)
        assert standin.in_flight_max() == 3
        standin.forget_log()
        assert standin.in_flight_max() == 0

    def test_the_clock_stands_moves_and_is_real_again(self, standin: StandIn) -> None:
        standin.clock(at=START)
        standin.clock(forward=timedelta(minutes=5))
        assert standin.now() == START + timedelta(minutes=5)
        standin.clock()
        assert abs(standin.now() - datetime.now(UTC)) < timedelta(minutes=1)
        standin.clock(forward=timedelta(days=1))
        assert abs(standin.now() - datetime.now(UTC) - timedelta(days=1)) < timedelta(minutes=1)
        standin.reset([])
        assert abs(standin.now() - datetime.now(UTC)) < timedelta(minutes=1)
        with pytest.raises(ValueError, match="offset"):
            standin.clock(at=datetime(2026, 12, 1, 9))

    def test_a_switch_is_known_and_of_its_type(self, standin: StandIn) -> None:
        standin.switch(well_known="404", hide_new=2, cdata=False)
        assert ask(standin.url, path="/.well-known/caldav")[0] == 404
        with pytest.raises(ValueError, match="no switch gravity"):
            standin.switch(gravity=False)
        with pytest.raises(ValueError, match="cdata is a bool"):
            standin.switch(cdata="yes")
        standin.reset([])
        assert ask(standin.url, path="/.well-known/caldav")[0] == 301

    def test_the_phone(self, standin: StandIn) -> None:
        text = event("one@tests", START, START + timedelta(hours=1))
        assert standin.mkcalendar("work", "Work", order=1) == WORK
        standin.mkcalendar("other")
        path = standin.put("work", "one.ics", text)
        found = standin.get(path)
        assert found is not None and found[0] == text
        assert standin.names("work") == {path: found[1]}
        assert standin.resave(path) != found[1]
        standin.rename("work", "Desk")
        standin.set_privileges("work", "read")
        assert put(standin, "two.ics")[0] == 403
        standin.set_privileges("work", "all")
        standin.hide(path, 60)
        standin.expire_tokens()
        moved = standin.move(path, "other")
        assert (standin.get(path), standin.get(moved) is not None) == (None, True)
        standin.delete(moved)
        assert standin.names("other") == {}
        standin.seed("other", {"three.ics": event("three@tests", START, START + timedelta(hours=1))})
        assert len(standin.names("other")) == 1
        standin.rmcalendar("other")
        with pytest.raises(ValueError, match="other"):
            standin.names("other")
        assert (standin.mails(), standin.pushes()) == ([], [])

    def test_passwords_come_and_go(self, standin: StandIn) -> None:
        standin.revoke()
        assert ask(standin.url)[0] == 401
        standin.allow("wxyz-wxyz-wxyz-wxyz")
        assert ask(standin.url, headers=credentials("wxyz-wxyz-wxyz-wxyz"))[0] == 207
        standin.reset([])
        assert ask(standin.url)[0] == 207

    def test_nothing_else_can_be_ordered(self, process: StandIn) -> None:
        def order(path: str, body: bytes) -> tuple[int, Any]:
            with closing(http.client.HTTPConnection("127.0.0.1", process._control, timeout=20)) as connection:
                connection.request("POST", path, body)
                answer = connection.getresponse()
                return answer.status, json.loads(answer.read())

        for path, body in (
            ("/answer", b"{}"),
            ("/__init__", b"{}"),
            ("/close", b"{}"),
            ("/names", b"{}"),
            ("/mails", b'{"of": 1}'),
            ("/mails", b"[1]"),
            ("/mails", b"{"),
        ):
            status, result = order(path, body)
            assert (status, list(result)) == (400, ["error"]), path

    def test_a_reset_forgets_everything(self, standin: StandIn) -> None:
        standin.mkcalendar("work")
        standin.fault("status", times=None)
        standin.dated(False)
        standin.announce(partition="http://127.0.0.1:9/")
        standin.tls(True)
        standin.down()

        standin.reset([])

        assert standin.log() == []
        status, headers, _ = ask(standin.url)
        assert (status, "date" in headers) == (207, True)
        assert home_host(standin.url).startswith(standin.partition_url)
        with pytest.raises(ValueError, match="work"):
            standin.names("work")


class TestProcess:
    def test_it_ends_with_its_standard_input_even_while_a_request_hangs(self) -> None:
        with StandIn() as standin:
            process = standin._process
            assert process is not None
            fault = standin.fault("hang")
            with closing(connect(standin.url)) as connection:
                connection.request("PROPFIND", "/", WHO, {**credentials(), "Depth": "0"})
                standin.await_strike(fault)
                assert process.stdin is not None
                process.stdin.close()
                assert process.wait(20) == 0
            assert not standin.alive

    def test_one_that_cannot_start_says_why(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONHASHSEED", "no number")
        standin = StandIn(tmp_path / "log")
        with pytest.raises(RuntimeError, match="PYTHONHASHSEED"):
            standin.start()
        assert not standin.alive


class TestInTheShapeOfTheOtherServers:
    def test_it_keeps_what_it_is_given(self, icloud: ICloud) -> None:
        text = event("one@tests", START, START + timedelta(hours=1))
        assert icloud.mkcalendar("work") == icloud.calendar("work") == WORK
        path = icloud.put("work", "one.ics", text)
        icloud.seed("work", {"two.ics": text.replace("one@tests", "two@tests")})

        assert icloud.get(path)[0] == text
        assert set(icloud.list("work")) == {path, f"{WORK}two.ics"} == set(icloud.texts("work"))
        status, headers, body = icloud.request("GET", path)
        assert (status, body.decode(), headers["etag"]) == (200, *icloud.get(path))
        icloud.delete(path)
        with pytest.raises(FileNotFoundError):
            icloud.get(path)
        with pytest.raises(RuntimeError, match="404"):
            icloud.request("GET", path)
        icloud.rmcalendar("work")

    def test_its_password_changes_and_its_calendars_close(self, icloud: ICloud) -> None:
        icloud.mkcalendar("work")
        icloud.set_password("wxyz-wxyz-wxyz-wxyz")
        assert ask(icloud.url)[0] == 401
        icloud.set_read_only("work")
        text = event("one@tests", START, START + timedelta(hours=1))
        icloud.request("PUT", f"{WORK}one.ics", text, {"Content-Type": "text/calendar"}, expect=(403,))
        icloud.set_read_only("work", read_only=False)
        icloud.request("PUT", f"{WORK}one.ics", text, {"Content-Type": "text/calendar"}, expect=(201,))

    def test_it_stops_and_comes_back_with_its_data(self, icloud: ICloud) -> None:
        icloud.mkcalendar("work")
        states = [icloud.running]
        icloud.stop()
        states.append(icloud.running)
        with pytest.raises(ConnectionRefusedError):
            ask(icloud.url)
        icloud.restart()
        assert [*states, icloud.running] == [True, False, True]
        assert ask(icloud.standin.partition_url, path=WORK, body=ETAGS)[0] == 207


class TestProxyBeforeBothHosts:
    def test_discovery_stays_on_the_proxy(self, icloud: ICloud) -> None:
        with Proxy(icloud) as proxy:
            home = home_host(proxy.url)
            assert urlsplit(home).port == proxy.partition_port != proxy.port
            assert ask(home, path=PRINCIPAL)[0] == 207
            assert [e.port for e in proxy.log] == [proxy.port, proxy.partition_port]
            assert [e.host for e in icloud.standin.log()] == ["entry", "partition"]

            proxy.answer("*", status=503, times=2)
            assert (ask(proxy.url)[0], ask(home)[0], ask(home)[0]) == (503, 503, 207)

            icloud.standin.move_partition()
            assert ask(home, path=PRINCIPAL)[0] == 207
        assert urlsplit(home_host(icloud.url)).port == icloud.partition_port
