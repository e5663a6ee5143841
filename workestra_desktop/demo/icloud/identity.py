"""Etags, ctags and the one number behind both (fact sheet §9, rows 12 and 22)."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Callable
from datetime import datetime

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_HEAD = b"\x1f\x0a\x10\x12\x0c\x00\x00"
_COUNTER = slice(len(_HEAD), len(_HEAD) + 6)


class Stamps:
    """Milliseconds since 1970 by the given clock, each higher than all before it, even if that clock stands still.

    One stamp is drawn for each change. It is the etag of the object that changed and the revision of its collection.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.last = 0

    def next(self) -> int:
        self.last = max(self.last + 1, int(self._clock().timestamp() * 1000))
        return self.last


def etag(stamp: int) -> str:
    """The entity tag with its quotes: base 36, as in `"mvdd56v4"`."""
    digits = ""
    while stamp:
        stamp, digit = divmod(stamp, 36)
        digits = _DIGITS[digit] + digits
    return f'"{digits}"'


def ctag(stamp: int, collection: str) -> str:
    """The ctag and sync token of a collection at a revision: base64 that looks like Apple's."""
    digest = hashlib.sha256(collection.encode()).digest()
    body = b"\x08" + _varint(digest[:8]) + b"\x10" + _varint(digest[8:16])
    tail = b"\0\0\0\0\x18\x02\x18\x00\x22" + bytes([len(body)]) + body + b"\x28\x00\x48\x00"
    return base64.b64encode(_HEAD + stamp.to_bytes(6, "big") + tail).decode()


def revision_of(token: str, collection: str) -> int | None:
    """The revision a sync token of this collection stands for; None when this server never made such a token."""
    try:
        stamp = int.from_bytes(base64.b64decode(token, validate=True)[_COUNTER], "big")
    except (binascii.Error, ValueError):
        return None
    return stamp if ctag(stamp, collection) == token else None


def _varint(eight: bytes) -> bytes:
    """Ten bytes in the manner of protocol buffers."""
    number = int.from_bytes(eight, "big") | 1 << 63
    out = b""
    while number:
        out += bytes([number & 127 | (128 if number > 127 else 0)])
        number >>= 7
    return out
