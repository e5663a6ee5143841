"""Whether a profile's database can be believed, found out without changing a byte of it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from workestra_desktop.core.disk import DAMAGED
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.store.copying import FOLDER, address, newest_sound, read_only
from workestra_desktop.store.shape import DECISIONS, lacks_tables

_LOOKS = 20
_QUIET = 0.05
"""Seconds between two looks: more than a tick of the clock that files are stamped by, 1 to 16 ms."""


def look(file: Path, schema: int, *, whole: bool = False) -> None:
    """Whether `file` may be opened for writing by an app that knows schemas up to `schema`; it may also be missing.

    Closing a database that was opened for writing may move its journal (WAL) into it, so it is only read here. What
    cannot be read again from iCloud is looked through, in under a millisecond; all of it if it is to be `whole`, or if
    it is older: what is migrated must be sound.

    Raises `Failure` (`profile_newer`, `disk`) and sqlite3.Error.
    """
    try:
        _look_until_quiet(file, schema, whole)
    except sqlite3.DatabaseError as wrong:
        if getattr(wrong, "sqlite_errorcode", None) != sqlite3.SQLITE_NOTADB:
            raise
        raise fail(Code.DISK, detail=f"{DAMAGED}: no database") from None


def _look_until_quiet(file: Path, schema: int, whole: bool) -> None:
    """What is found wrong counts only if nobody wrote meanwhile. Who reads a file as one that does not change waits for
    nobody, and sees half of what another process moves into it; that one may be gone with its journal a moment later.
    """
    seen: object = ()
    for _ in range(_LOOKS):
        try:
            if not _nothing_yet(file):
                _look(read_only(file), schema, whole)
            return
        except (Failure, sqlite3.DatabaseError):
            if file.with_name(f"{file.name}-wal").exists():
                break
            if (now := _last_written(file)) == seen:
                raise
            seen = now
            time.sleep(_QUIET)
    if not _nothing_yet(file):
        _look(address(file, "mode=ro"), schema, whole)  # in turn with the others


def _last_written(file: Path) -> tuple[int, int, int] | None:
    """Changes with each write that is further than the clock's tick from the last; None if the file is missing."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _nothing_yet(file: Path) -> bool:
    """Whether there is nothing in `file` yet. Where there are copies of it, something was.

    It is not opened by hand: whoever closes it again takes all locks with it that this process holds on it, on behalf
    of any connection (fcntl(2); SQLite, “How To Corrupt An SQLite Database File”, 2.2).
    """
    try:
        size, state = file.stat().st_size, "empty"
    except FileNotFoundError:
        size, state = 0, "missing"
    except OSError as refused:
        raise fail(Code.DISK, detail=f"database: errno {refused.errno}") from None
    if not size and any((file.parent / FOLDER).glob("*.sqlite3")):
        raise fail(Code.DISK, detail=f"{DAMAGED}: {state}")
    return not size


def _look(address: str, schema: int, whole: bool) -> None:
    with closing(sqlite3.connect(address, uri=True, timeout=10.0)) as connection:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if version > schema:
            raise fail(Code.PROFILE_NEWER, detail=f"schema {version}, known {schema}")
        if not version and connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return  # a process died while it made the profile
        if not version or lacks_tables(connection, version):
            raise fail(Code.DISK, detail=f"{DAMAGED}: tables")
        for part in ("1",) if whole or version < schema else DECISIONS:
            need_sound(connection, part)


def need_sound(connection: sqlite3.Connection, part: str = "1") -> None:
    """Raises `Failure` (`disk`) if the database, or the one of our tables that `part` names, is not put together as it
    should be."""
    if connection.execute(f"PRAGMA quick_check({part})").fetchone() != ("ok",):
        raise fail(Code.DISK, detail=f"{DAMAGED}: quick check")


def damage_of(file: Path, detail: str) -> Failure:
    """The failure for a damaged `file`; its subject is the newest copy that is sound, '' if there is none."""
    copy = newest_sound(file.parent)
    told = detail if detail.startswith(DAMAGED) else f"{DAMAGED}: {detail}"
    return fail(Code.DISK, "" if copy is None else str(copy), detail=told)
