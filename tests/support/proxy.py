"""A loopback reverse proxy that writes down what passes and misbehaves when told to.

It stands between the app and a real server, and passes requests and answers on unchanged, header for header, but for
those of the connection itself. Faults are tried in the order they were set; the first that fits a request is used.
Before the stand-in for iCloud it has a second address for the second host, which the stand-in then names as its own.
"""

from __future__ import annotations

import http.client
import re
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.support.icloud import ICloud
from tests.support.servers import CalDavServer, free_port

ANY = r".*"
_METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PROPFIND", "PROPPATCH", "REPORT", "MKCALENDAR", "MOVE"]
_OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "content-length"}
_PATIENCE = 30.0
"""Seconds: the longest a request waits for the server behind, and a fault holds it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it goes to the client. `body` is as sent, so packed if `Content-Encoding` says so."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as it came, and what became of it.

    `headers` have lower-case names and leave out Authorization, whose presence `has_auth` tells. `status` is what the
    client was answered; None while nothing was, or when it never was. `reply` is the whole answer. `port` is the
    proxy's own that the request came to.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    has_auth: bool
    body: bytes
    status: int | None = None
    reply: Reply | None = field(default=None, repr=False)
    port: int = 0


@dataclass(slots=True)
class Fault:
    """What to do to the next `times` requests (None: to all) of `method` whose path fits `path`.

    `hold` keeps the request back until `release`; `delay` is in seconds; `answer` is given without asking the server;
    `drop` closes the connection instead of answering; `change` alters the server's answer; `drip` is the pause in
    seconds after each byte of the answer. `reached` is set when a request met the fault.
    """

    method: str
    path: str
    times: int | None
    hold: bool = False
    delay: float = 0.0
    answer: Reply | None = None
    drop: bool = False
    change: Callable[[Reply], Reply] | None = None
    drip: float = 0.0
    reached: threading.Event = field(default_factory=threading.Event)
    released: threading.Event = field(default_factory=threading.Event)

    def fits(self, method: str, path: str) -> bool:
        return self.times != 0 and self.method in (method, "*") and re.search(self.path, path) is not None

    def release(self) -> None:
        """Lets the held requests go on to the server."""
        self.released.set()


class Proxy:
    """A context manager; `url` stands for the server's `url`. `target` may stop and start again behind it.

    A method is a name like `PUT`, or `*` for all; a path is a regular expression searched in the path as sent.
    """

    def __init__(self, target: CalDavServer) -> None:
        self.target = target
        self.port = free_port()
        self._lock = threading.Lock()
        self._exchanges: list[Exchange] = []
        self._since = 0
        self._faults: list[Fault] = []
        self._listeners = [_Listener(self, self.port, lambda: target.port)]
        if isinstance(target, ICloud):
            self._listeners.append(_Listener(self, free_port(), lambda: target.partition_port))
        self._threads = [
            threading.Thread(target=listener.serve_forever, args=(0.05,), name="proxy") for listener in self._listeners
        ]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def partition_port(self) -> int:
        """Its own port before the stand-in's second host; the same as `port` before other servers."""
        return self._listeners[-1].server_port

    @property
    def log(self) -> tuple[Exchange, ...]:
        """Every request so far, in the order they came."""
        with self._lock:
            return tuple(self._exchanges[self._since :])

    def requests(self, method: str, path: str = ANY) -> tuple[Exchange, ...]:
        """The requests of `log` with this method and path."""
        return tuple(e for e in self.log if method in (e.method, "*") and re.search(path, e.path))

    def forget(self) -> None:
        """Empties the log."""
        with self._lock:
            self._since = len(self._exchanges)

    def hang(self, method: str, path: str = ANY, times: int | None = 1) -> Fault:
        """Holds a request before the server sees it, until `release`, `clear` or the end of the proxy."""
        return self._add(Fault(method, path, times, hold=True))

    def answer(
        self,
        method: str,
        path: str = ANY,
        *,
        status: int,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        times: int | None = 1,
    ) -> Fault:
        """Answers in the server's place; the server does not see the request."""
        return self._add(Fault(method, path, times, answer=Reply(status, tuple((headers or {}).items()), body)))

    def drop_answer(self, method: str, path: str = ANY, times: int | None = 1) -> Fault:
        """Passes the request on, then closes the connection without an answer."""
        return self._add(Fault(method, path, times, drop=True))

    def delay(self, method: str, path: str = ANY, *, seconds: float, times: int | None = 1) -> Fault:
        return self._add(Fault(method, path, times, delay=seconds))

    def change(self, method: str, path: str = ANY, *, by: Callable[[Reply], Reply], times: int | None = 1) -> Fault:
        """Passes the request on and alters the answer, for which the server is asked unpacked."""
        return self._add(Fault(method, path, times, change=by))

    def drip(self, method: str, path: str = ANY, *, pause: float, times: int | None = 1) -> Fault:
        """Sends the answer's body byte by byte, `pause` seconds apart."""
        return self._add(Fault(method, path, times, drip=pause))

    def clear(self) -> None:
        """Forgets all faults and lets go what they hold."""
        with self._lock:
            faults, self._faults = self._faults, []
        for fault in faults:
            fault.release()

    def start(self) -> None:
        for thread in self._threads:
            thread.start()
        if isinstance(self.target, ICloud):
            self.target.standin.announce(self.url, f"http://127.0.0.1:{self.partition_port}/")

    def stop(self) -> None:
        """Cuts every connection and ends. Raises what went wrong inside the proxy itself."""
        self.clear()
        failures: list[Exception] = []
        for listener, thread in zip(self._listeners, self._threads, strict=True):
            listener.shutdown()
            thread.join(10)
            listener.hang_up()
            listener.server_close()
            failures += listener.failures
        if isinstance(self.target, ICloud) and self.target.standin.alive:
            self.target.standin.announce()
        if failures:
            raise ExceptionGroup("the proxy failed", failures)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def _add(self, fault: Fault) -> Fault:
        with self._lock:
            self._faults.append(fault)
        return fault

    def note(self, exchange: Exchange) -> int:
        """For the listener: writes a request down and gives its number."""
        with self._lock:
            self._exchanges.append(exchange)
            return len(self._exchanges) - 1

    def settle(self, number: int, reply: Reply) -> None:
        """For the listener: writes down how request `number` is answered."""
        with self._lock:
            self._exchanges[number] = replace(self._exchanges[number], status=reply.status, reply=reply)

    def meet(self, method: str, path: str) -> Fault:
        """For the listener: the fault this request meets; one that does nothing when there is none."""
        with self._lock:
            for fault in self._faults:
                if fault.fits(method, path):
                    if fault.times is not None:
                        fault.times -= 1
                    fault.reached.set()
                    return fault
        return Fault(method, path, None)


class _Listener(ThreadingHTTPServer):
    """Takes the connections for one host; each has its own thread, which `server_close` joins."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, proxy: Proxy, port: int, behind: Callable[[], int]) -> None:
        super().__init__(("127.0.0.1", port), _Relay)
        self.proxy = proxy
        self.behind = behind
        """The port of the host behind, which may move."""
        self.failures: list[Exception] = []
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def opened(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)

    def closed(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def hang_up(self) -> None:
        """Wakes every thread that waits for its client or for the server."""
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the other side may have closed it already
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        error = sys.exception()
        # A client that gives up on an answer is what several tests are about.
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.failures.append(error)


class _Relay(BaseHTTPRequestHandler):
    """One client connection, kept open between requests."""

    protocol_version = "HTTP/1.1"
    server: _Listener

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.server.opened(self.connection)

    def finish(self) -> None:
        self.server.closed(self.connection)
        with suppress(ConnectionError):  # nobody is left to read what is not yet sent
            super().finish()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the stdlib's name
        """Silent: the proxy keeps its own log."""

    def relay(self) -> None:
        proxy = self.server.proxy
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        shown = {name.lower(): value for name, value in self.headers.items() if name.lower() != "authorization"}
        has_auth, port = "Authorization" in self.headers, self.server.server_port
        number = proxy.note(Exchange(self.command, self.path, shown, has_auth, body, port=port))
        fault = proxy.meet(self.command, self.path)
        if fault.hold:
            fault.released.wait(_PATIENCE)
        if fault.delay:
            fault.released.wait(fault.delay)
        reply = fault.answer or self._ask(body, readable=fault.change is not None)
        if reply is None or fault.drop:
            self.close_connection = True
            return
        if fault.change:
            reply = fault.change(reply)
        proxy.settle(number, reply)
        self._send(reply, fault)

    def _ask(self, body: bytes, *, readable: bool) -> Reply | None:
        """The server's answer; None when it is down or hangs up."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.behind(), timeout=_PATIENCE)
        try:
            connection.connect()
            self.server.opened(connection.sock)
            connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.headers.items():
                if name.lower() not in _OF_THE_CONNECTION and not (readable and name.lower() == "accept-encoding"):
                    connection.putheader(name, value)
            if body or "Content-Length" in self.headers:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            answer = connection.getresponse()
            kept = tuple((n, v) for n, v in answer.getheaders() if n.lower() not in _OF_THE_CONNECTION)
            return Reply(answer.status, kept, answer.read())
        except (OSError, http.client.HTTPException):
            return None
        finally:
            if connection.sock is not None:
                self.server.closed(connection.sock)
            connection.close()

    def _send(self, reply: Reply, fault: Fault) -> None:
        self.send_response_only(reply.status)
        for name, value in reply.headers:
            self.send_header(name, value)
        if reply.status >= 200 and reply.status not in (204, 304):
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if not fault.drip:
            self.wfile.write(reply.body)
            return
        for position in range(len(reply.body)):
            self.wfile.write(reply.body[position : position + 1])
            if fault.released.wait(fault.drip):
                self.close_connection = True
                return


for _method in _METHODS:
    setattr(_Relay, f"do_{_method}", _Relay.relay)
