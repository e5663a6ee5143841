"""A wire between the app and the server that says what passes: bytes go on unchanged, and so do broken ends.

Unlike a proxy that reads whole requests it never completes what a killed process left half said: the server sees the
same half, and the end of the connection.
"""

from __future__ import annotations

import re
import socket
import socketserver
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from tests.support.icloud import ICloud
from tests.support.servers import CalDavServer, free_port

_REQUEST = re.compile(rb"^([A-Z]+) (/\S*) HTTP/1\.[01]\r$", re.MULTILINE)
_ANSWER = re.compile(rb"^HTTP/1\.[01] (\d{3})")
_CHUNK = 65536

WRITES = frozenset({"PUT", "DELETE"})


@dataclass(slots=True)
class Request:
    """One request as it began to pass. `at` is in monotonic seconds; `status` is None while no answer began."""

    method: str
    path: str
    at: float
    status: int | None = None


class Tap:
    """A context manager; `url` stands for the server's. `changed` is notified at each request and each answer."""

    def __init__(self, server: CalDavServer) -> None:
        self._server = server
        self.changed = threading.Condition()
        self._requests: list[Request] = []
        self._lines = [_Line(self, lambda: server.port)]
        if isinstance(server, ICloud):
            self._lines.append(_Line(self, lambda: server.partition_port))
        self._threads = [threading.Thread(target=line.serve_forever, args=(0.05,)) for line in self._lines]

    @property
    def url(self) -> str:
        return self._lines[0].url

    def count(self) -> int:
        with self.changed:
            return len(self._requests)

    def since(self, number: int) -> list[Request]:
        """The requests after the first `number`, as they stand now."""
        with self.changed:
            return [Request(r.method, r.path, r.at, r.status) for r in self._requests[number:]]

    def asked(self, method: str, path: str) -> Request:
        request = Request(method, path, time.monotonic())
        with self.changed:
            self._requests.append(request)
            self.changed.notify_all()
        return request

    def answered(self, request: Request, status: int) -> None:
        with self.changed:
            request.status = status
            self.changed.notify_all()

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        if isinstance(self._server, ICloud):
            self._server.standin.announce(self.url, self._lines[1].url)
        return self

    def __exit__(self, *exception: object) -> None:
        if isinstance(self._server, ICloud) and self._server.standin.alive:
            self._server.standin.announce()
        for line, thread in zip(self._lines, self._threads, strict=True):
            line.shutdown()
            thread.join(10)
            line.hang_up()
            line.server_close()


class _Line(socketserver.ThreadingTCPServer):
    """Takes the connections for one host. Each has two threads, one for each direction."""

    allow_reuse_address = True
    daemon_threads = False  # `server_close` joins them: nothing is on its way after it
    block_on_close = True

    def __init__(self, tap: Tap, behind: Callable[[], int]) -> None:
        super().__init__(("127.0.0.1", free_port()), _Connection)
        self.tap = tap
        self.behind = behind
        self.url = f"http://127.0.0.1:{self.server_address[1]}/"
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()

    def note(self, *sockets: socket.socket) -> None:
        with self._guard:
            self._open.update(sockets)

    def forget(self, *sockets: socket.socket) -> None:
        with self._guard:
            self._open.difference_update(sockets)

    def hang_up(self) -> None:
        with self._guard:
            for open_ in self._open:
                with suppress(OSError):  # the other side may have ended it
                    open_.shutdown(socket.SHUT_RDWR)


class _Connection(socketserver.BaseRequestHandler):
    request: socket.socket
    server: _Line

    def handle(self) -> None:
        line = self.server
        self._waiting: list[Request] = []
        with socket.create_connection(("127.0.0.1", line.behind()), timeout=30) as upstream:
            for end in (self.request, upstream):
                end.settimeout(None)
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            line.note(self.request, upstream)
            back = threading.Thread(target=_pass, args=(upstream, self.request, self._hear_answer))
            back.start()
            _pass(self.request, upstream, self._hear_request)
            back.join()
            line.forget(self.request, upstream)

    def _hear_request(self, chunk: bytes) -> None:
        for method, path in _REQUEST.findall(chunk):
            self._waiting.append(self.server.tap.asked(method.decode(), path.decode()))

    def _hear_answer(self, chunk: bytes) -> None:
        begun = _ANSWER.match(chunk)
        if begun and self._waiting:
            self.server.tap.answered(self._waiting.pop(0), int(begun[1]))


def _pass(source: socket.socket, target: socket.socket, hear: Callable[[bytes], None]) -> None:
    """Until `source` ends, which `target` is then told. A dead end of either kind ends it."""
    with suppress(OSError):  # one end is a process that was killed
        while chunk := source.recv(_CHUNK):
            hear(chunk)
            target.sendall(chunk)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)
