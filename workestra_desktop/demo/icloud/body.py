"""The body of a request, off the wire (RFC 9112, section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from io import BufferedIOBase

LARGEST = 32 * 1024 * 1024
"""Bytes; far above the 20 MB that Apple takes."""

_LINE = 1024


class BadBody(Exception):  # noqa: N818 - named for what it is
    """A body that cannot be read; the connection is of no use after it. `status` is the answer it deserves."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_body(stream: BufferedIOBase, headers: Mapping[str, str]) -> bytes:
    """Reads what `headers` (lower-case names) announce. Raises `BadBody`, and ConnectionError if it breaks off."""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return _read_chunks(stream)
    try:
        length = int(headers.get("content-length", "0"))
    except ValueError as error:
        raise BadBody(400) from error
    if length < 0:
        raise BadBody(400)
    return _read(stream, length, LARGEST)


def _read_chunks(stream: BufferedIOBase) -> bytes:
    body = bytearray()
    while True:
        try:
            size = int(stream.readline(_LINE).split(b";")[0], 16)
        except ValueError as error:
            raise BadBody(400) from error
        if size < 0:
            raise BadBody(400)
        if size == 0:
            break
        body += _read(stream, size, LARGEST - len(body))
        if stream.readline(_LINE).strip():
            raise BadBody(400)
    while stream.readline(_LINE).strip():  # trailers
        pass
    return bytes(body)


def _read(stream: BufferedIOBase, length: int, room: int) -> bytes:
    if length > room:
        raise BadBody(413)
    data = stream.read(length)
    if len(data) < length:
        raise ConnectionError("the client went away in the middle of a body")
    return data
