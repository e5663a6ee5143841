"""The servers and the proxy the other tests lean on do what they say."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.icalendars import event
from tests.support.proxy import Proxy, Reply
from tests.support.servers import CalDavServer, Radicale

START = datetime(2026, 12, 1, 9, tzinfo=UTC)
TEXT = event("one@tests", START, START + timedelta(hours=1), summary="Über uns")


@pytest.fixture
def proxy(radicale: Radicale) -> Iterator[Proxy]:
    """Before a server with one host."""
    with Proxy(radicale) as running:
        yield running


def ask(port: int, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_an_object_is_stored_listed_read_and_deleted(server: CalDavServer) -> None:
    server.mkcalendar("work", "Work & play", "#FF0000FF", 3)
    path = server.put("work", "one.ics", TEXT)

    text, etag = server.get(path)

    assert "SUMMARY:Über uns" in text
    assert server.list("work") == {path: etag}
    server.delete(path)
    assert server.list("work") == {}
    with pytest.raises(FileNotFoundError):
        server.get(path)


def test_a_calendar_has_the_name_colour_order_and_components_it_was_given(server: CalDavServer) -> None:
    path = server.mkcalendar("work", "Work & play", "#FF0000FF", 3)

    props = (
        '<?xml version="1.0"?><D:propfind xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
        'xmlns:A="http://apple.com/ns/ical/"><D:prop><D:displayname/><A:calendar-color/><A:calendar-order/>'
        "<C:supported-calendar-component-set/></D:prop></D:propfind>"
    )
    headers = {"Depth": "0", "Content-Type": "application/xml"}
    _, _, body = server.request("PROPFIND", path, props, headers, expect=(207,))

    for expected in ("Work &amp; play", "#FF0000FF", ">3<", "VEVENT"):
        assert expected in body.decode()
    assert '"VTODO"' not in body.decode()


def test_a_server_comes_back_with_its_port_and_data(server: CalDavServer) -> None:
    server.mkcalendar("work")
    path = server.put("work", "one.ics", TEXT)
    url = server.url

    server.stop()
    with pytest.raises(ConnectionError):
        server.request("PROPFIND", server.home, headers={"Depth": "0"}, expect=(207,))
    server.start()

    assert server.url == url
    assert "one@tests" in server.get(path)[0]


def test_seeded_objects_are_there(server: CalDavServer) -> None:
    server.mkcalendar("work")

    server.seed("work", {f"{n}.ics": TEXT.replace("one@tests", f"{n}@tests") for n in range(3)})

    assert sorted(server.list("work")) == [f"{server.calendar('work')}{n}.ics" for n in range(3)]


def test_radicale_asks_for_the_password_and_takes_a_new_one_at_once(radicale: Radicale) -> None:
    assert ask(radicale.port, "PROPFIND", "/")[0] == 401
    old = radicale.password

    radicale.set_password("zzzz-yyyy-xxxx-wwww")
    radicale.mkcalendar("work")
    radicale.password = old

    with pytest.raises(RuntimeError, match="401"):
        radicale.mkcalendar("more")


def test_a_read_only_calendar_refuses_to_be_written(radicale: Radicale) -> None:
    radicale.mkcalendar("work")
    radicale.set_read_only("work")

    with pytest.raises(RuntimeError, match="403"):
        radicale.put("work", "one.ics", TEXT)
    radicale.set_read_only("work", False)
    radicale.put("work", "one.ics", TEXT)


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    server = Radicale(tmp_path)

    with pytest.raises(RuntimeError, match=r"did not answer(.|\n)*data"):
        server.start()
    assert not server.running


def test_a_server_does_not_take_anothers_port(tmp_path: Path) -> None:
    with Radicale(tmp_path / "first") as first:
        second = Radicale(tmp_path / "second")
        second.port = first.port
        try:
            with pytest.raises(RuntimeError, match="is taken"):
                second.start()
            assert not second.running
        finally:
            second.stop()


class TestProxy:
    def test_it_passes_on_and_writes_down(self, proxy: Proxy) -> None:
        status, _ = ask(proxy.port, "PROPFIND", "/", b"<x/>")

        (seen,) = proxy.log
        assert (status, seen.status) == (401, 401)
        assert (seen.method, seen.path, seen.body, seen.has_auth) == ("PROPFIND", "/", b"<x/>", False)

    def test_it_notes_that_there_was_a_password_but_not_which(self, proxy: Proxy, radicale: Radicale) -> None:
        through = Radicale(radicale.folder)
        through.port = proxy.port
        through.mkcalendar("work")

        (seen,) = proxy.requests("MKCALENDAR")
        assert seen.has_auth
        assert "authorization" not in seen.headers
        assert radicale.list("work") == {}

    def test_it_answers_in_the_servers_place_as_often_as_told(self, proxy: Proxy) -> None:
        proxy.answer("PROPFIND", r"^/$", status=503, headers={"Retry-After": "7"}, body=b"busy", times=2)

        assert [ask(proxy.port, "PROPFIND", "/")[0] for _ in range(3)] == [503, 503, 401]
        assert ask(proxy.port, "OPTIONS", "/")[0] == 200

    def test_a_lost_answer_is_lost_after_the_server_acted(self, proxy: Proxy, radicale: Radicale) -> None:
        radicale.mkcalendar("work")
        through = Radicale(radicale.folder)
        through.port = proxy.port
        proxy.drop_answer("PUT")

        with pytest.raises(ConnectionError):
            through.put("work", "one.ics", TEXT)

        assert len(radicale.list("work")) == 1
        assert [e.status for e in proxy.requests("PUT")] == [None]

    def test_it_holds_a_request_until_released(self, proxy: Proxy) -> None:
        held = proxy.hang("OPTIONS")
        statuses: list[int] = []
        client = threading.Thread(target=lambda: statuses.append(ask(proxy.port, "OPTIONS", "/")[0]))
        client.start()

        assert held.reached.wait(10)
        client.join(0.3)  # a request that is not held is long through by then
        assert client.is_alive()
        held.release()
        client.join(10)

        assert statuses == [200]

    def test_it_ends_while_a_request_is_held(self, radicale: Radicale) -> None:
        def wait_for_answer(method: str, port: int) -> None:
            with suppress(ConnectionError, http.client.HTTPException):
                ask(port, method, "/")

        with Proxy(radicale) as proxy:
            dripping = proxy.drip("OPTIONS", pause=0.01)
            held = proxy.hang("PROPFIND")
            clients = [
                threading.Thread(target=wait_for_answer, args=("OPTIONS", proxy.port)),
                threading.Thread(target=wait_for_answer, args=("PROPFIND", proxy.port)),
            ]
            for client in clients:
                client.start()
            assert held.reached.wait(10)
            assert dripping.reached.wait(10)
        for client in clients:
            client.join(10)
            assert not client.is_alive()

    def test_a_server_that_is_down_looks_down_through_the_proxy(self, proxy: Proxy, radicale: Radicale) -> None:
        radicale.stop()
        with pytest.raises(ConnectionError):
            ask(proxy.port, "OPTIONS", "/")
        radicale.start()
        assert ask(proxy.port, "OPTIONS", "/")[0] == 200

    def test_it_changes_an_answer_when_told(self, proxy: Proxy) -> None:
        proxy.change("OPTIONS", by=lambda reply: Reply(reply.status, reply.headers, b"changed"))
        assert ask(proxy.port, "OPTIONS", "/") == (200, b"changed")
