"""One SQLite file per profile: opening, migrating, transactions, and what its errors mean.

WAL with `synchronous=FULL`: a booking that was confirmed to the host is on the disk, whatever happens next. Only what
can be read again from iCloud may be lost in a power cut, and then with all that came after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.store.copying import copy_before_migration

SCHEMA = 5
"""The newest schema this app knows; `schema_N.sql` leads from N-1 to N."""

_FULL = ("disk is full", "readonly", "read-only", "unable to open", "disk I/O error")


def _meaning(error: sqlite3.Error) -> Failure:
    text = str(error)
    detail = getattr(error, "sqlite_errorname", type(error).__name__)
    if any(words in text for words in _FULL):
        return fail(Code.DISK, detail=detail)
    if "locked" in text or "busy" in text:
        return fail(Code.PROFILE_BUSY, detail=detail)
    if isinstance(error, sqlite3.DatabaseError) and ("malformed" in text or "not a database" in text):
        return fail(Code.DISK, "The profile's database is damaged; it was left as it is.", detail=detail)
    return fail(Code.DEFECT, detail=detail)


@contextmanager
def translated() -> Iterator[None]:
    """Turns SQLite's errors into `Failure`: `disk`, `profile_busy`, or a defect."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error) from error


class Database:
    """A connection for one thread. Raises `Failure` (`disk`, `profile_newer`, `profile_busy`)."""

    def __init__(self, file: Path) -> None:
        with translated():
            self._connection = sqlite3.connect(file, isolation_level=None, timeout=10.0)
            try:
                self._prepare(file)
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self, file: Path) -> None:
        run = self._connection.execute
        version = run("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA:
            raise fail(Code.PROFILE_NEWER, detail=f"schema {version}, known {SCHEMA}")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA busy_timeout = 10000")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA secure_delete = ON")  # what the host erases is overwritten, not only unlinked
        if version < SCHEMA:
            if version:
                copy_before_migration(self._connection, file, version)
            self._migrate()

    def _migrate(self) -> None:
        with self.transaction():
            # Asked again inside the transaction: another process may have migrated meanwhile.
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            for number in range(version + 1, SCHEMA + 1):
                script = resources.files("workestra_desktop.store").joinpath(f"schema_{number}.sql").read_text("utf-8")
                for statement in script.split(";\n"):
                    if statement.strip():
                        self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number}")

    @contextmanager
    def transaction(self, *, lasting: bool = True) -> Iterator[None]:
        """`BEGIN IMMEDIATE` … commit, or rollback on any exception. Nested use joins the outer one.

        Not `lasting`: a power cut may undo it, but nothing before it, and nothing after it stays without it.
        """
        if self._inside():
            yield
            return
        if not lasting:
            with self._unsynced(), self.transaction():
                yield
            return
        with translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._inside():  # SQLite itself rolls back when the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _unsynced(self) -> Iterator[None]:
        """The WAL is not waited for at each commit: half the time of storing a lot (measured 2026-11-22)."""
        with translated():
            self._connection.execute("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                self._connection.execute("PRAGMA synchronous = FULL")

    def _inside(self) -> bool:
        return self._connection.in_transaction

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with translated():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        with translated():
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Runs one statement inside a transaction of the caller's; returns how many rows it changed."""
        if not self._inside():
            raise RuntimeError("write outside a transaction")
        with translated():
            return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        if not self._inside():
            raise RuntimeError("write outside a transaction")
        if values:
            with translated():
                self._connection.executemany(sql, values)

    def data_version(self) -> int:
        """Changes whenever another connection has written."""
        found = self.row("PRAGMA data_version")
        assert found is not None
        return int(found[0])

    def close(self) -> None:
        with translated():
            self._connection.close()


def stamp(moment: datetime | None) -> float | None:
    """An aware datetime as seconds since the epoch, with fractions."""
    return None if moment is None else moment.timestamp()


def second(moment: datetime | None) -> int | None:
    """An aware datetime as whole seconds since the epoch: iCalendar knows nothing finer."""
    return None if moment is None else int(moment.timestamp())


def moment(value: float | None) -> datetime | None:
    return None if value is None else datetime.fromtimestamp(value, UTC)


def instant(value: float) -> datetime:
    return datetime.fromtimestamp(value, UTC)
