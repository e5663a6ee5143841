"""One whole copy of a database that is in use, and where the app keeps its own copies."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.store.shape import lacks_tables

FOLDER = "backups"
"""In the profile: copies made daily, before migrations and before restores."""


ROOM = ".restore-"
"""How the names of folders in the profile begin in which a backup is unpacked, for as long as that takes."""


def copies_folder(profile: Path) -> Path:
    """The folder of the app's own copies, made private to its owner (mode 0700). Raises OSError."""
    folder = profile / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def write_copy(connection: sqlite3.Connection, target: Path, schema: int | None = None) -> None:
    """Writes what `connection` sees now to `target`, replacing what is there; others may go on writing meanwhile.

    The copy is private (mode 0600), on the disk and found sound before it gets its name, so that `target` is whole or
    as it was.
    With `schema` it gets it only if that is the copy's: another process may have migrated meanwhile.

    Raises OSError and sqlite3.Error.
    """
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)  # mode 0600
    os.close(handle)
    part = Path(name)
    try:
        connection.execute("VACUUM INTO ?", (name,))
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        if not is_sound(part):
            raise OSError(errno.EIO, "a copy reads otherwise than it was written")
        if schema is None or _schema(part) == schema:
            put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def put_in_place(new: Path, target: Path) -> None:
    """Gives `new` the name `target`. A journal that a process left beside what was there would be read as its own."""
    for left in ("-wal", "-shm", "-journal"):
        target.with_name(f"{target.name}{left}").unlink(missing_ok=True)
    new.replace(target)


def _schema(file: Path) -> int:
    with closing(sqlite3.connect(file)) as copy:
        return int(copy.execute("PRAGMA user_version").fetchone()[0])


def is_sound(copy: Path) -> bool:
    """Whether a finished copy is a profile of Workestra, put together as it should be. It is only read."""
    try:
        with closing(sqlite3.connect(read_only(copy), uri=True)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            found: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
            return found == ("ok",) and version > 0 and not lacks_tables(connection, version)
    except sqlite3.Error:
        return False


def newest_sound(profile: Path) -> Path | None:
    """The newest of the app's copies that can be believed; those of what was set aside are not meant."""
    ages: dict[Path, float] = {}
    for pattern in ("daily-*.sqlite3", "before-*.sqlite3"):
        for copy in (profile / FOLDER).glob(pattern):
            try:
                ages[copy] = copy.stat().st_mtime
            except OSError:
                continue  # thinned out meanwhile
    return next((copy for copy in sorted(ages, key=lambda copy: ages[copy], reverse=True) if is_sound(copy)), None)


def read_only(file: Path) -> str:
    """The address to open `file` with so that nothing of it changes. What has no journal (WAL) with something in it is
    opened as a file that does not change, which needs no room beside it and leaves nothing there."""
    journal = file.with_name(f"{file.name}-wal")
    still = not (journal.is_file() and journal.stat().st_size)
    return address(file, f"mode=ro{'&immutable=1' if still else ''}")


def address(file: Path, options: str) -> str:
    """`file` as SQLite's URI (sqlite.org/uri.html); a Windows drive and a network share have their slashes in front.
    `urllib.request` has this too, and brings HTTP, TLS and mail along."""
    path = file.absolute().as_posix()
    return f"file://{quote(path if path.startswith('/') else f'/{path}', safe='/:')}?{options}"


def copy_before_migration(connection: sqlite3.Connection, database: Path, schema: int) -> None:
    """Keeps `database` as it is with `schema`. Where it cannot be kept, nothing is migrated: raises `Failure` (`disk`)
    and sqlite3.Error."""
    try:
        folder = copies_folder(database.parent)
        write_copy(connection, folder / f"before-migration-of-schema-{schema}.sqlite3", schema)
    except OSError as refused:
        raise fail(Code.DISK, detail=f"copy before a migration: errno {refused.errno}") from refused
