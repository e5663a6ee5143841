"""Imports without OpenSSL: the window's process hashes next to nothing and speaks TLS with nobody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_OPENSSL = ("ssl", "_hashlib")


@contextmanager
def sparing_openssl() -> Iterator[None]:
    """What is imported inside finds no OpenSSL: 5 MiB for as long as the app runs (measured 2026-11-23).

    hashlib, hmac (filelock asks for them) and asyncio look for it in a `try`, as there are Pythons without it: the
    hashes are then Python's own, and asyncio's connections know no TLS. Whoever imports `ssl` later gets it.
    """
    spared = [name for name in _OPENSSL if name not in sys.modules]
    for name in spared:
        sys.modules[name] = None  # type: ignore[assignment] # to the import statement: there is none
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]
