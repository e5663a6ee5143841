"""One whole copy of a database that is in use, and where the app keeps its own copies."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from workestra_desktop.core.trouble import Code, fail

FOLDER = "backups"
"""In the profile: copies made daily, before migrations and before restores."""


def copies_folder(profile: Path) -> Path:
    """The folder of the app's own copies, made private to its owner (mode 0700). Raises OSError."""
    folder = profile / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def write_copy(connection: sqlite3.Connection, target: Path, schema: int | None = None) -> None:
    """Writes what `connection` sees now to `target`, replacing what is there; others may go on writing meanwhile.

    The copy is private (mode 0600) and on the disk before it gets its name, so that `target` is whole or as it was.
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
        if schema is None or _schema(part) == schema:
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _schema(file: Path) -> int:
    with closing(sqlite3.connect(file)) as copy:
        return int(copy.execute("PRAGMA user_version").fetchone()[0])


def copy_before_migration(connection: sqlite3.Connection, database: Path, schema: int) -> None:
    """Keeps `database` as it is with `schema`. Where it cannot be kept, nothing is migrated: raises `Failure` (`disk`)
    and sqlite3.Error."""
    try:
        folder = copies_folder(database.parent)
        write_copy(connection, folder / f"before-migration-of-schema-{schema}.sqlite3", schema)
    except OSError as refused:
        raise fail(Code.DISK, detail=f"copy before a migration: errno {refused.errno}") from refused
