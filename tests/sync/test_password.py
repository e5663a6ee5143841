"""The password goes to few hosts, and into nothing that is kept or shown."""

from __future__ import annotations

import base64
import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.support.servers import PASSWORD, CalDavServer
from tests.sync.scripted import BASIC, DSID, HOME, Say, Scripted, account, collection, home_answer, principal_answer
from tests.sync.stage import TEN, cancel, move, refused, sync, trouble_of
from workestra_desktop.core.commands import SignIn
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Wire

FOREIGN = [
    "http://evil.example/x/",
    "https://evil.example/x/",
    "https://caldav.icloud.com.evil.example/x/",
    "https://evil.example\\.icloud.com/x/",
    "//evil.example/x/",
    "http://host@127.0.0.1:PORT/x/",
    "http://host:pw@127.0.0.1:PORT/x/",
    "http://10.0.0.1:PORT/x/",
    "ftp://127.0.0.1:PORT/x/",
    "http://0.0.0.0:PORT/x/",
]
"""Addresses a server may name but the app must not go to; PORT is that of a server that listens."""


@pytest.fixture
def place(cloud: Scripted, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(tmp_path / "profile", cloud.url) as place:
        yield place


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every host name that is looked up or connected to by an address that is not the test's own loopback."""
    asked: list[str] = []
    look_up, connect = socket.getaddrinfo, socket.socket.connect

    def getaddrinfo(host: str, *args: Any, **named: Any) -> Any:
        if host not in ("127.0.0.1", "localhost"):
            asked.append(str(host))
        return look_up(host, *args, **named)

    def to(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] != "127.0.0.1":
            asked.append(str(address[0]))
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket.socket, "connect", to)
    return asked


def sign_in(place: Workplace) -> Code:
    return refused(place, SignIn(CalDavServer.user, PASSWORD)).code


@pytest.mark.parametrize("address", FOREIGN)
@pytest.mark.parametrize("where", ["principal", "home", "redirect", "redirected home"])
def test_a_foreign_address_is_refused_before_anything_is_sent(
    cloud: Scripted, elsewhere: Scripted, place: Workplace, reached: list[str], where: str, address: str
) -> None:
    address = address.replace("PORT", str(elsewhere.port))
    script = account(collection(f"{HOME}home/"))
    match where:
        case "principal":
            script["PROPFIND", "/"] = principal_answer(address)
        case "home":
            script["PROPFIND", f"{DSID}/principal/"] = home_answer(address)
        case "redirect":
            script["PROPFIND", "/"] = Say(301, headers={"Location": address})
        case _:
            script["PROPFIND", HOME] = Say(307, headers={"Location": address})
    cloud.script = script

    assert sign_in(place) is Code.BLOCKED
    assert elsewhere.connections == 0
    assert reached == []
    assert place.store.account.get() is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_an_allowed_host_keeps_method_body_and_credentials(
    cloud: Scripted, elsewhere: Scripted, place: Workplace, status: int
) -> None:
    there = account(collection(f"{HOME}home/"))
    elsewhere.script = there
    cloud.script = {
        **there,
        ("PROPFIND", "/"): Say(status, headers={"Location": elsewhere.url}),
        ("PROPFIND", f"{DSID}/principal/"): Say(500),  # the principal's path is that of the host that named it
    }
    place.desk.execute(SignIn(CalDavServer.user, PASSWORD))

    first, again = cloud.asked[0], elsewhere.asked[0]
    assert (again.method, again.body, again.headers["depth"]) == ("PROPFIND", first.body, "0")
    assert first.body
    assert first.headers["authorization"] == again.headers["authorization"] == BASIC
    assert place.desk.account().home == elsewhere.url.rstrip("/") + HOME


def test_redirects_in_a_circle_end(cloud: Scripted, place: Workplace) -> None:
    cloud.script = {("PROPFIND", "/"): Say(302, headers={"Location": "/"})}
    assert sign_in(place) is Code.BLOCKED
    assert len(cloud.asked) == 4


@pytest.mark.parametrize(
    "address",
    [
        "http://caldav.icloud.com/",
        "https://caldav.icloud.com:8443/",
        "https://user@caldav.icloud.com/",
        "https://icloud.com.evil.example/",
        "https://evilicloud.com/",
        "http://127.0.0.1:PORT/",
        "https://127.0.0.1:PORT/",
        "http://localhost:PORT/",
        "https://caldav.icloud.com\n.evil.example/",
    ],
)
def test_with_icloud_as_endpoint_only_apples_hosts_over_tls_are_spoken_to(
    elsewhere: Scripted, reached: list[str], address: str
) -> None:
    """The rule of the product itself: no address but Apple's is even looked up."""
    wire = Wire(Endpoint(), CalDavServer.user, PASSWORD, Interrupt())
    with pytest.raises(Failure) as blocked:
        wire.send("PROPFIND", address.replace("PORT", str(elsewhere.port)))
    assert blocked.value.trouble.code is Code.BLOCKED
    assert (elsewhere.connections, reached, wire.requests) == (0, [], 0)


def test_writes_follow_the_same_rule(elsewhere: Scripted, reached: list[str]) -> None:
    """A home kept from an earlier run is checked again at each request."""
    wire = Wire(Endpoint(), CalDavServer.user, PASSWORD, Interrupt())
    gateway = Gateway(wire, Endpoint(), lambda: TEN, elsewhere.url, pause=lambda _seconds: None)
    for work in (
        lambda: gateway.create("/x.ics", "text"),
        lambda: gateway.update("/x.ics", "text", '"e"'),
        lambda: gateway.delete("/x.ics", '"e"'),
        lambda: gateway.get("/x.ics"),
        lambda: gateway.listing("/principal/"),
    ):
        assert trouble_of(work).code is Code.BLOCKED
    assert (elsewhere.connections, reached) == (0, [])


def forms_of(password: str) -> list[bytes]:
    """The password as it could be found somewhere: plain, without dashes, as HTTP Basic sends it."""
    basic = BASIC.removeprefix("Basic ")
    assert base64.b64decode(basic).decode().endswith(password)
    return [password.encode(), password.replace("-", "").encode(), basic.encode()]


def test_the_password_is_in_no_log_no_text_of_an_error_and_no_file(
    icloud: ICloud, proxy: Proxy, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    icloud.mkcalendar("work", "Work")
    for name in ("", *logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "disabled", False)
        caplog.set_level(logging.DEBUG, logger=name or None)
    said: list[str] = []
    folder = tmp_path / "profile"
    with workplace(folder, proxy.url) as place:
        said.append(repr(SignIn(CalDavServer.user, PASSWORD)))
        icloud.set_password("other-other-other-other")
        with pytest.raises(Failure) as wrong:
            place.desk.execute(SignIn(CalDavServer.user, PASSWORD))
        said += chain(wrong.value)
        icloud.set_password(PASSWORD)
        place.connect()
        booking = place.book(TEN)
        move(place, booking, TEN.replace(hour=12))
        cancel(place, booking)
        proxy.drop_answer("PROPFIND", times=3)
        with pytest.raises(Failure) as lost:
            sync(place)
        said += chain(lost.value)
        icloud.set_password("other-other-other-other")
        for _ in range(2):
            with pytest.raises(Failure) as withdrawn:
                sync(place)
            said += chain(withdrawn.value)
            place.clock.forward(minutes=1)
        said.append(repr(place.desk.account()))
        said += [repr(n) for n in place.notices]
        kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        logged = "\n".join(r.getMessage() + str(r.args) + str(r.exc_info) for r in caplog.records)
    kept += b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"CREATE TABLE account" in kept
    assert logged
    for form in forms_of(PASSWORD):
        assert form not in kept
        assert form.decode() not in logged
        assert all(form.decode() not in text for text in said)


def chain(error: BaseException) -> list[str]:
    """Text and repr of an exception and all its causes."""
    texts: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        texts += [str(seen), repr(seen), repr(seen.args)]
        seen = seen.__cause__ or seen.__context__
    return texts


def test_a_wire_that_is_looked_at_shows_no_password() -> None:
    wire = Wire(Endpoint.parse("http://127.0.0.1:9/"), CalDavServer.user, PASSWORD, Interrupt())
    assert PASSWORD not in repr(wire) + str(wire)
