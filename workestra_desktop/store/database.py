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

from workestra_desktop.core import disk
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.store.copying import copy_before_migration
from workestra_desktop.store.damage import damage_of, look, need_sound

SCHEMA = 7
"""The newest schema this app knows; `schema_N.sql` leads from N-1 to N."""

JOURNAL_BYTES = 4 * 1024 * 1024
"""How far the journal (WAL) grows before it is moved into the file."""

_BUSY_MS = 10_000
_MOVING_MS = 1_000

_CODES = {
    sqlite3.SQLITE_BUSY: Code.PROFILE_BUSY,
    sqlite3.SQLITE_LOCKED: Code.PROFILE_BUSY,
    sqlite3.SQLITE_PERM: Code.DISK,
    sqlite3.SQLITE_READONLY: Code.DISK,
    sqlite3.SQLITE_IOERR: Code.DISK,
    sqlite3.SQLITE_CORRUPT: Code.DISK,
    sqlite3.SQLITE_NOTADB: Code.DISK,
    sqlite3.SQLITE_FULL: Code.DISK,
    sqlite3.SQLITE_CANTOPEN: Code.DISK,
    sqlite3.SQLITE_PROTOCOL: Code.PROFILE_BUSY,
}
"""By primary result code (sqlite.org/rescode.html); any other is a defect of ours."""


def _meaning(error: sqlite3.Error) -> Failure:
    detail = getattr(error, "sqlite_errorname", type(error).__name__)
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, Code.DEFECT)
    if code is Code.DEFECT and ("no such table" in str(error) or "no such column" in str(error)):
        return fail(Code.DISK, detail=f"{disk.DAMAGED}: {detail}")  # our statements fit the schema that the file claims
    return fail(code, detail=detail)


@contextmanager
def translated() -> Iterator[None]:
    """Turns SQLite's errors into `Failure`: `disk`, `profile_busy`, or a defect."""
    try:
        yield
    except sqlite3.Error as error:
        raise _meaning(error) from error


class Database:
    """A connection for one thread. Raises `Failure` (`disk`, `profile_newer`, `profile_busy`).

    A file that is damaged or newer is not opened for writing at all, so not a byte of it changes. Where damage shows
    later, nothing more is written through this connection.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._damage: Failure | None = None
        self._move_at = JOURNAL_BYTES
        self._place = _place(file)  # before it is opened: should it be replaced meanwhile, nothing is written
        with self._translated(opening=True):
            look(file, SCHEMA)
            self._connection = sqlite3.connect(file, isolation_level=None, timeout=10.0)
            try:
                self._prepare(file)
            except BaseException:
                self._connection.close()
                raise

    @contextmanager
    def _translated(self, *, opening: bool = False) -> Iterator[None]:
        """As `translated`; of damage it is said what there is to go back to, and it is remembered. That a newer app has
        taken tables away is none."""
        try:
            with translated():
                yield
        except Failure as failure:
            if self._damage is None and disk.profile_damaged(failure.trouble):
                if not opening:
                    self._need_known_schema()
                self._damage = damage_of(self._file, failure.trouble.detail)
                raise self._damage from failure
            raise

    def blame(self, detail: str) -> None:
        """Notes damage that was met by other means than this connection."""
        self._damage = self._damage or damage_of(self._file, detail)

    @property
    def damage(self) -> Failure | None:
        """What was found wrong with the file so far."""
        return self._damage

    def check(self) -> None:
        """Looks through the whole file: 11 to 16 ms for 5,000 events, 12 MB (measured 2026-11-22). Raises `Failure`."""
        with self._translated():
            need_sound(self._connection)

    def _prepare(self, file: Path) -> None:
        run = self._connection.execute
        version = run("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA:
            raise fail(Code.PROFILE_NEWER, detail=f"schema {version}, known {SCHEMA}")
        self._place = self._place or _place(file)
        run("PRAGMA foreign_keys = ON")
        run(f"PRAGMA busy_timeout = {_BUSY_MS}")
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA wal_autocheckpoint = 0")  # see `_move_journal`
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
        if self._damage is not None:
            raise self._damage
        with self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._need_known_schema()
                yield
                self.need_place()
                self._connection.execute("COMMIT")
            except BaseException:
                if self._inside():  # SQLite itself rolls back when the disk is full
                    self._connection.execute("ROLLBACK")
                raise
        self._move_journal()

    def _move_journal(self) -> None:
        """Moves a journal that has grown into the file, as SQLite would by itself, but with the right to write in hand.

        Up to SQLite 3.51.2 a checkpoint without it can take pages for moved that another process has just written, and
        they are lost (sqlite.org/wal.html, “The WAL-Reset Bug”); the systems' own SQLite is older for years to come.
        """
        journal = self._file.with_name(f"{self._file.name}-wal")
        try:
            if journal.stat().st_size < self._move_at:
                return
            self._connection.execute(f"PRAGMA busy_timeout = {_MOVING_MS}")
            try:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            finally:
                self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            # A long reading, such as a copy to a slow disk, held it up: not again at each commit.
            self._move_at = journal.stat().st_size + JOURNAL_BYTES
        except (OSError, sqlite3.Error):
            return  # what was committed stands in the journal, so this is no failure of it; the next one tries again

    def need_place(self) -> None:
        """Raises `Failure` (`disk`) if the file was moved, removed or replaced: what is written to it would be lost."""
        if _place(self._file) != self._place:
            raise fail(Code.DISK, detail=disk.GONE)

    def _need_known_schema(self) -> None:
        """Raises `Failure` (`profile_newer`) if a newer app has migrated the file since: what we would read or write
        may mean something else by now. A file that cannot be read says so elsewhere."""
        try:
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error:
            return
        if version > SCHEMA:
            raise fail(Code.PROFILE_NEWER, detail=f"schema {version}, known {SCHEMA}")

    @contextmanager
    def _unsynced(self) -> Iterator[None]:
        """The WAL is not waited for at each commit: half the time of storing a lot (measured 2026-11-22)."""
        with self._translated():
            self._connection.execute("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                self._connection.execute("PRAGMA synchronous = FULL")

    def _inside(self) -> bool:
        return self._connection.in_transaction

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self._translated():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        with self._translated():
            found: tuple[Any, ...] | None = self._connection.execute(sql, values).fetchone()
            return found

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Runs one statement inside a transaction of the caller's; returns how many rows it changed."""
        if not self._inside():
            raise RuntimeError("write outside a transaction")
        with self._translated():
            return self._connection.execute(sql, values).rowcount

    def run_many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        if not self._inside():
            raise RuntimeError("write outside a transaction")
        if values:
            with self._translated():
                self._connection.executemany(sql, values)

    def data_version(self) -> int:
        """Changes whenever another connection has written."""
        found = self.row("PRAGMA data_version")
        assert found is not None
        return int(found[0])

    def close(self) -> None:
        with self._translated():
            self._connection.close()


def _place(file: Path) -> tuple[int, int] | None:
    """What tells `file` from another under its name; None if there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


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
