"""Imports without OpenSSL: the window's process hashes next to nothing and speaks TLS with nobody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

_OPENSSL = ("ssl", "_hashlib")
_OWN_HASHES = ("_md5", "_sha1", "_blake2", *(("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")))
"""Some systems build their Python without them; there it has OpenSSL's, and needs it."""


@contextmanager
def sparing_openssl() -> Iterator[None]:
    """What is imported inside finds no OpenSSL: 5 MiB for as long as the app runs (measured 2026-11-23).

    hashlib, hmac (filelock asks for them) and asyncio look for it in a `try`, as there are Pythons without it: the
    hashes are then Python's own, and asyncio's connections know no TLS. Whoever imports `ssl` later gets it.
    """
    if any(find_spec(name) is None for name in _OWN_HASHES):
        yield
        return
    spared = [name for name in _OPENSSL if name not in sys.modules]
    for name in spared:
        sys.modules[name] = None  # type: ignore[assignment] # to the import statement: there is none
    try:
        yield
    finally:
        for name in spared:
            del sys.modules[name]
