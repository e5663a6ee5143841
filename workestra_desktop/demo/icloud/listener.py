"""One host of the stand-in: a loopback port, its connections, and the bytes on them. HTTP/1.1 with keep-alive."""

from __future__ import annotations

import random
import socket
import socketserver
import ssl
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from email.utils import format_datetime
from http import HTTPStatus
from http.client import responses
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import unquote, urlsplit

from workestra_desktop.demo.icloud.body import BadBody, read_body
from workestra_desktop.demo.icloud.clock import Clock
from workestra_desktop.demo.icloud.exchange import Answer, Host, Request
from workestra_desktop.demo.icloud.faults import Fault, Faults, Kind
from workestra_desktop.demo.icloud.journal import Flight, Journal

ADDRESS = "127.0.0.1"
_PORTS = range(20_000, 30_000)
"""Below the range the system gives to outgoing connections, one of which might take the port while a host is down."""

_NO_BODY = (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED)
_HANDSHAKE_WITHIN = 10.0


@dataclass(slots=True)
class Backstage:
    """What the hosts share."""

    right_password: Callable[[Mapping[str, str]], bool]
    """Whether these headers name the account and a password it takes."""

    clock: Clock = field(default_factory=Clock)
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)
    dated: bool = True
    """Whether answers carry a Date."""


class Listener:
    """A host at `port` (0: a free one), which refuses connections until `open`.

    `label` names it in the log and to faults, `host` is what the requests that it hands to `respond` came to.
    """

    def __init__(
        self, label: str, host: Host, port: int, respond: Callable[[Request], Answer], backstage: Backstage
    ) -> None:
        self.label = label
        self.host = host
        self.port = port
        self.respond = respond
        self.backstage = backstage
        self.tls: ssl.SSLContext | None = None
        self.accepted = 0
        """Connections since this was last set to 0."""
        self._server: Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        return f"{'http' if self.tls is None else 'https'}://{ADDRESS}:{self.port}"

    @property
    def connections(self) -> int:
        """How many are open now."""
        return 0 if self._server is None else self._server.connections

    def open(self) -> None:
        """Listens. Does nothing if it does already; raises OSError if the port is taken."""
        if self._server is not None:
            return
        self._server = Server(self)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), name=self.label, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Refuses connections from now on and ends those there are. The port stays its own for `open`."""
        server, thread = self._server, self._thread
        if server is None or thread is None:
            return
        server.shutdown()
        thread.join()
        server.server_close()
        server.hang_up()
        self._server = self._thread = None

    def hang_up(self) -> None:
        """Ends all connections. What was sent on them is not carried out unless the cloud has it already."""
        if self._server is not None:
            self._server.hang_up()


class Server(socketserver.ThreadingTCPServer):
    """The listening socket and its connections, each with a thread. (HTTPServer would ask the resolver for a name.)"""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two programs share the port
    request_queue_size = 64
    server_address: tuple[str, int]

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        if listener.port:
            super().__init__((ADDRESS, listener.port), Conversation)
            return
        for port in random.sample(_PORTS, 100):
            with suppress(OSError):  # taken: the next one
                super().__init__((ADDRESS, port), Conversation)
                return
        raise OSError(f"no free port from {_PORTS.start} to {_PORTS.stop}")

    @property
    def connections(self) -> int:
        with self._lock:
            return len(self._open)

    def is_open(self, connection: socket.socket) -> bool:
        """False once the host hung up on it."""
        with self._lock:
            return connection in self._open

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        assert isinstance(connection, socket.socket)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.listener.tls is not None:
            connection = self.listener.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        with self._lock:
            self._open.add(connection)
        self.listener.accepted += 1
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        # No shutdown before close: after it, a connection that is to be reset would end in the usual way.
        with self._lock:
            self._open.discard(request)
        request.close()

    def hang_up(self) -> None:
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the client may be gone
                    connection.shutdown(socket.SHUT_RDWR)
            self._open.clear()

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A client that goes away, or does not trust the certificate, is what faults are about.
        if not isinstance(sys.exception(), ConnectionError | ssl.SSLError | TimeoutError):
            self.listener.backstage.journal.fail(traceback.format_exc())
            super().handle_error(request, client_address)


class Conversation(BaseHTTPRequestHandler):
    """One connection, kept open between requests. Every method a client thinks of goes to the cloud."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        if isinstance(self.request, ssl.SSLSocket):
            self.request.settimeout(_HANDSHAKE_WITHIN)
            self.request.do_handshake()
            self.request.settimeout(None)
        super().setup()

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._converse
        raise AttributeError(name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the stdlib's name
        """Silent: the journal has it all."""

    def _converse(self) -> None:
        headers: dict[str, str] = {}
        for name, value in self.headers.items():
            known = headers.get(name.lower())
            headers[name.lower()] = value if known is None else f"{known}, {value}"
        try:
            body = read_body(self.rfile, headers)
        except BadBody as error:
            self._send(Answer(error.status), end=True)
            return
        request = Request(self.server.listener.host, self.command, urlsplit(self.path).path, headers, body)
        with self.server.listener.backstage.journal.take_off() as flight:
            if self.server.is_open(self.request):
                self._attend(request, flight)
            else:
                self.close_connection = True

    def _attend(self, request: Request, flight: Flight) -> None:
        listener, stage = self.server.listener, self.server.listener.backstage
        path = unquote(request.path)
        right = stage.right_password(request.headers)
        fault = stage.faults.meet(listener.label, request.method, path)
        number = stage.journal.note(
            listener.label, request.method, path, request.headers, request.body,
            right_password=right, fault=None if fault is None else fault.number,
        )  # fmt: skip
        if fault is not None:
            fault.hold()
            if not self.server.is_open(self.request):
                self.close_connection = True
                return
        answer = self._answer(request, fault)
        if answer is None:
            flight.land()
            self._hang_up(reset=fault is not None and fault.kind is Kind.RESET)
            return
        stage.journal.settle(number, answer)
        self._send_with(fault, answer, flight)

    def _answer(self, request: Request, fault: Fault | None) -> Answer | None:
        try:
            respond = self.server.listener.respond
            if fault is None:
                return respond(request)
            answer = fault.alter(respond(request) if fault.carried_out else None)
            if fault.kind is Kind.STATUS and fault.status == HTTPStatus.UNAUTHORIZED and not fault.headers:
                # The account's own 401, with the challenges of this host.
                shown = {name: value for name, value in request.headers.items() if name != "authorization"}
                return respond(replace(request, headers={"user-agent": "none given", **shown}))
            return answer
        except Exception:  # noqa: BLE001 - whatever broke is reported, and the client gets an answer
            trace = traceback.format_exc()
            self.server.listener.backstage.journal.fail(trace)
            print(trace, file=sys.stderr, flush=True)
            return Answer(500, (("Content-Type", "text/plain; charset=utf-8"),), trace.encode())

    def _send_with(self, fault: Fault | None, answer: Answer, flight: Flight) -> None:
        if fault is not None and fault.kind in (Kind.TRUNCATE, Kind.RESET):
            kept = len(answer.body) // 2 if fault.after is None else fault.after
            flight.land()
            self._write(self._head(answer) + answer.body[:kept])
            self._hang_up(reset=fault.kind is Kind.RESET)
        elif fault is not None and fault.kind is Kind.DRIP and answer.body and self.command != "HEAD":
            self._write(self._head(answer))
            for position in range(len(answer.body) - 1):
                self._write(answer.body[position : position + 1])
                fault.let_go.wait(fault.seconds)
            flight.land()
            self._write(answer.body[-1:])
        else:
            flight.land()
            self._send(answer)

    def _send(self, answer: Answer, *, end: bool = False) -> None:
        """Answers; `end` also ends the connection."""
        self.close_connection = self.close_connection or end
        body = b"" if self.command == "HEAD" or answer.status in _NO_BODY else answer.body
        self._write(self._head(answer) + body)

    def _head(self, answer: Answer) -> bytes:
        stage = self.server.listener.backstage
        lines = [
            f"HTTP/1.1 {answer.status} {responses.get(answer.status, '')}",
            *(f"{name}: {value}" for name, value in answer.headers),
        ]
        if stage.dated:
            lines.append(f"Date: {format_datetime(stage.clock.now(), usegmt=True)}")
        if answer.status not in _NO_BODY:
            lines.append(f"Content-Length: {len(answer.body)}")
        if self.close_connection:
            lines.append("Connection: close")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    def _write(self, data: bytes) -> None:
        self.request.sendall(data)

    def _hang_up(self, *, reset: bool) -> None:
        self.close_connection = True
        if reset:  # closing discards what is not sent and tells the client so
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
