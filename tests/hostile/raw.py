"""A server that sends bytes, not answers: what it says need not be HTTP as anybody means it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Self

Bytes = Iterator[bytes]
Answers = Mapping[str, Callable[[], Bytes]]
"""By the first segment of the path: what is sent, piece by piece, until the other side hangs up."""


class Raw:
    """A context manager. Every request to `/NAME/…` is answered with the bytes of `answers[NAME]`, and hung up on.

    `asked` holds the request lines; what is not in `answers` is answered 404.
    """

    def __init__(self, answers: Answers | None = None) -> None:
        self.answers: Answers = answers or {}
        self.asked: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self._serve, name="raw")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for each in list(self._open):
            _end(each)
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self._listener.accept()
            except OSError:
                return  # closed: the test is over
            self._open.add(caller)
            threading.Thread(target=self._speak, args=(caller,), daemon=True).start()

    def _speak(self, caller: socket.socket) -> None:
        try:
            caller.settimeout(60)
            line = self._hear(caller)
            self.asked.append(line)
            name = line.split(" ")[1].split("/")[1] if " " in line else ""
            for piece in self.answers.get(name, _nothing)():
                caller.sendall(piece)
        except OSError:
            return  # the client hung up, which is what it should do
        finally:
            self._open.discard(caller)
            _end(caller)

    def _hear(self, caller: socket.socket) -> str:
        """Reads one request with its body, returns its first line."""
        heard = b""
        while b"\r\n\r\n" not in heard:
            more = caller.recv(65_536)
            if not more:
                return ""
            heard += more
        head, _, body = heard.partition(b"\r\n\r\n")
        lengths = [n for n in head.lower().split(b"\r\n") if n.startswith(b"content-length:")]
        left = int(lengths[0].partition(b":")[2]) - len(body) if lengths else 0
        while left > 0 and (more := caller.recv(min(left, 65_536))):
            left -= len(more)
        return head.split(b"\r\n")[0].decode("latin-1")


def _end(caller: socket.socket) -> None:
    try:
        caller.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it was gone already
    caller.close()


def _nothing() -> Bytes:
    yield b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def head(status: str = "207 Multi-Status", *lines: str, kind: str = "text/xml") -> bytes:
    """A status line and header lines, and the empty one after them."""
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *lines, "", ""]).encode()


def chunk(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"
