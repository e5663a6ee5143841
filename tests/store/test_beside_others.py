"""The profile's file while other threads and processes use it: none is believed damaged, none writes what it does not
understand."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workestra_desktop.core import disk
from workestra_desktop.core.link import first_link
from workestra_desktop.core.restoring import Here
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store import damage, database, restoring, shape
from workestra_desktop.store.copying import ROOM, put_in_place
from workestra_desktop.store.database import JOURNAL_BYTES, SCHEMA
from workestra_desktop.store.profile import FILE, ProfileStore

_WRITES_AND_ENDS = """
import sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("BEGIN IMMEDIATE")
rows = [(f"l{i}", "y" * 5000) for i in range(int(sys.argv[2]), 300)]
c.executemany("INSERT OR REPLACE INTO links VALUES (?, ?)", rows)
c.execute("DELETE FROM links WHERE slug < ?", (f"l{sys.argv[2]}",))
c.execute("COMMIT")
c.close()
"""


def _another_process_writes(file: Path, since: int) -> None:
    subprocess.run([sys.executable, "-c", _WRITES_AND_ENDS, str(file), str(since)], check=True, timeout=60)


def _writes_while_it_is_read(monkeypatch: pytest.MonkeyPatch, file: Path, times: int) -> list[int]:
    """The next `times` looks at the file each meet a process that opens it, writes and ends: its journal is not there
    before, and not after."""
    written: list[int] = []
    is_whole = shape.lacks_tables

    def read_slowly(connection: sqlite3.Connection, version: int) -> bool:
        if len(written) < times:
            written.append(len(written))
            _another_process_writes(file, 10 * len(written))
        return is_whole(connection, version)

    monkeypatch.setattr(damage, "lacks_tables", read_slowly)
    return written


@pytest.mark.parametrize("times", [1, 3])
def test_what_another_process_writes_meanwhile_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """Seen once in 700 starts beside a process that wrote short transactions to a file of 12 MB (2026-11-23)."""
    ProfileStore(tmp_path).close()
    _another_process_writes(tmp_path / FILE, 0)
    written = _writes_while_it_is_read(monkeypatch, tmp_path / FILE, times)
    with closing(ProfileStore(tmp_path)) as store:
        assert written, "it was read as a file that does not change"
        assert store.database.rows("SELECT slug FROM links")


def test_a_profile_that_is_written_to_meanwhile_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ProfileStore(tmp_path).close()
    _another_process_writes(tmp_path / FILE, 0)
    written = _writes_while_it_is_read(monkeypatch, tmp_path / FILE, 1)
    assert restoring.here(tmp_path) is Here.SOUND
    assert written == [0]


def _newer_app(folder: Path, *changes: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as other:
        for change in changes:
            other.execute(change)
        other.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def test_nothing_is_written_once_a_newer_app_has_migrated(tmp_path: Path) -> None:
    """The window may have been open for weeks when a newer app is installed and its command is run."""
    with closing(ProfileStore(tmp_path)) as store:
        _newer_app(tmp_path)
        with pytest.raises(Failure) as refused, store.transaction():
            store.links.put(first_link("Europe/Amsterdam"))
        assert refused.value.trouble.code is Code.PROFILE_NEWER
        assert store.links.all() == []


def test_what_a_newer_app_has_taken_away_is_no_damage(tmp_path: Path) -> None:
    with closing(ProfileStore(tmp_path)) as store:
        assert store.links.all() == []
        _newer_app(tmp_path, "ALTER TABLE links RENAME TO links_of_tomorrow")
        with pytest.raises(Failure) as refused:
            store.links.all()
        assert refused.value.trouble.code is Code.PROFILE_NEWER
        assert not disk.profile_damaged(refused.value.trouble)
        assert store.database.damage is None


def _write(store: ProfileStore, times: int) -> None:
    for _ in range(times):
        with store.transaction():
            store.database.run("INSERT OR REPLACE INTO links VALUES ('long', ?)", ("x" * (JOURNAL_BYTES // 4),))


def test_the_journal_is_moved_into_the_file_with_the_right_to_write_alone(tmp_path: Path) -> None:
    """Two processes that do so without it can lose what a third has just written (SQLite up to 3.51.2)."""
    journal = tmp_path / f"{FILE}-wal"
    with closing(ProfileStore(tmp_path)) as one, closing(ProfileStore(tmp_path)) as two:
        asked: list[str] = []
        for store in (one, two):
            assert store.database.row("PRAGMA wal_autocheckpoint") == (0,)
            store.database._connection.set_trace_callback(asked.append)
        for _ in range(3):
            _write(one, 2)
            _write(two, 2)
            assert journal.stat().st_size < 1.5 * JOURNAL_BYTES
        assert {line for line in asked if "checkpoint(" in line} == {"PRAGMA wal_checkpoint(TRUNCATE)"}


def test_a_long_reading_holds_up_no_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_MOVING_MS", 20)
    journal = tmp_path / f"{FILE}-wal"
    with closing(ProfileStore(tmp_path)) as store:
        _write(store, 1)
        with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            before = reader.execute("SELECT body FROM links").fetchall()
            _write(store, 9)
            assert journal.stat().st_size > 2 * JOURNAL_BYTES
            assert reader.execute("SELECT body FROM links").fetchall() == before
        _write(store, 9)
        assert journal.stat().st_size < 1.5 * JOURNAL_BYTES
        assert store.database.row("PRAGMA busy_timeout") == (10_000,)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_a_journal_that_was_left_is_not_read_as_that_of_another_file(tmp_path: Path) -> None:
    """Of a backup that another program has open, or was killed over."""
    target = tmp_path / "backup"
    (tmp_path / "profile").mkdir()
    with (
        closing(sqlite3.connect(target, isolation_level=None)) as other,
        closing(ProfileStore(tmp_path / "profile")) as store,
    ):
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE theirs (body TEXT)")
        other.executemany("INSERT INTO theirs VALUES (?)", [("x" * 5000,)] * 20)
        assert (tmp_path / "backup-wal").stat().st_size
        with store.transaction():
            store.links.put(first_link("Europe/Amsterdam"))
        store.copies.copy_to(target)
        with restoring.opened_backup(target, tmp_path / "profile") as old:
            assert old.links.all() == [first_link("Europe/Amsterdam")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
def test_what_was_opened_while_it_was_replaced_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A restore replaces a damaged file. Who has opened the old one by then would write into the new one's journal."""
    for folder in ("new", "profile"):
        (tmp_path / folder).mkdir()
        ProfileStore(tmp_path / folder).close()
    prepare = database.Database._prepare

    def late(self: database.Database, file: Path) -> None:
        (tmp_path / "profile" / FILE).rename(tmp_path / "aside")
        put_in_place(tmp_path / "new" / FILE, tmp_path / "profile" / FILE)
        prepare(self, file)

    monkeypatch.setattr(database.Database, "_prepare", late)
    with closing(ProfileStore(tmp_path / "profile")) as store:
        with pytest.raises(Failure) as refused, store.transaction():
            store.links.put(first_link("Europe/Amsterdam"))
        assert disk.cause(refused.value.trouble) is disk.Cause.GONE


def test_what_a_killed_restore_unpacked_is_erased_too(tmp_path: Path) -> None:
    left = tmp_path / f"{ROOM}abc"
    left.mkdir()
    (left / FILE).write_bytes(b"somebody's bookings")
    with closing(ProfileStore(tmp_path)) as store:
        store.erase_copies()
    assert not left.exists()
