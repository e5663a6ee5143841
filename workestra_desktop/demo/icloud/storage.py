"""The collections and objects of the account, in a database in memory. Its owner's lock guards it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum

_SCHEMA = """
CREATE TABLE collections (
    name TEXT PRIMARY KEY, kind TEXT NOT NULL, displayname TEXT, color TEXT, sort INTEGER, components TEXT NOT NULL,
    writable INTEGER NOT NULL, shared TEXT, owner TEXT, owner_name TEXT, transparent INTEGER NOT NULL,
    subscribed INTEGER NOT NULL, revision INTEGER NOT NULL, floor INTEGER NOT NULL);
CREATE TABLE objects (
    collection TEXT NOT NULL, name TEXT NOT NULL, uid TEXT, stamp INTEGER NOT NULL, revision INTEGER NOT NULL,
    hidden_until INTEGER, body BLOB NOT NULL, PRIMARY KEY (collection, name));
CREATE INDEX objects_by_uid ON objects (uid);
CREATE INDEX objects_by_revision ON objects (collection, revision);
CREATE INDEX objects_hidden ON objects (hidden_until) WHERE hidden_until IS NOT NULL;
CREATE TABLE tombstones (
    collection TEXT NOT NULL, name TEXT NOT NULL, uid TEXT, revision INTEGER NOT NULL,
    PRIMARY KEY (collection, name));
CREATE INDEX tombstones_by_uid ON tombstones (uid);
CREATE TABLE properties (
    collection TEXT NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, property));
"""
_UID = re.compile(
    r"^BEGIN:V(?:EVENT|TODO)[ \t]*$.*?^UID(?:;[^:\r\n]*)?:([^\r\n]*)", re.IGNORECASE | re.MULTILINE | re.DOTALL
)
_FOLD = re.compile(r"\r?\n[ \t]")


class Kind(StrEnum):
    CALENDAR = "calendar"
    INBOX = "schedule-inbox"
    OUTBOX = "schedule-outbox"
    NOTIFICATION = "notification"


@dataclass(frozen=True, slots=True)
class Collection:
    """`revision` is the stamp of its last change; sync tokens of a revision below `floor` are not valid any more.

    `components` is a list with spaces; `owner` is the href of the sharer's principal. `shared`: by-me, with-me or None.
    """

    name: str
    kind: Kind
    displayname: str | None
    color: str | None
    sort: int | None
    components: str
    writable: bool
    shared: str | None
    owner: str | None
    owner_name: str | None
    transparent: bool
    subscribed: bool
    revision: int
    floor: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What a listing tells of an object."""

    name: str
    stamp: int


@dataclass(frozen=True, slots=True)
class Stored:
    """An object as it lies in its collection, byte for byte as it was sent."""

    collection: str
    name: str
    uid: str | None
    stamp: int
    body: bytes
    hidden: bool


_COLUMNS = [field.name for field in fields(Collection)]
_OBJECT = "SELECT collection, name, uid, stamp, body, hidden_until IS NOT NULL FROM objects"


def uid_of(body: bytes) -> str | None:
    """The UID of the first event of a body, without reading the rest of it."""
    found = _UID.search(_FOLD.sub("", body.decode("utf-8", "replace")).replace("\r\n", "\n"))
    return found[1].strip() if found else None


class Storage:
    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.executescript(_SCHEMA)

    def clear(self) -> None:
        for table in ("collections", "objects", "tombstones", "properties"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - the four names above

    # collections

    def collections(self) -> list[Collection]:
        """In the order in which they were made."""
        rows = self._db.execute(f"SELECT {', '.join(_COLUMNS)} FROM collections ORDER BY rowid")  # noqa: S608
        return [_collection(row) for row in rows]

    def collection(self, name: str) -> Collection | None:
        query = f"SELECT {', '.join(_COLUMNS)} FROM collections WHERE name = ?"  # noqa: S608
        row = self._db.execute(query, (name,)).fetchone()
        return None if row is None else _collection(row)

    def save_collection(self, collection: Collection) -> None:
        marks = ", ".join("?" * len(_COLUMNS))
        update = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS)
        self._db.execute(
            f"INSERT INTO collections ({', '.join(_COLUMNS)}) VALUES ({marks}) "  # noqa: S608
            f"ON CONFLICT (name) DO UPDATE SET {update}",
            [getattr(collection, column) for column in _COLUMNS],
        )

    def drop_collection(self, name: str) -> None:
        self._db.execute("DELETE FROM collections WHERE name = ?", (name,))
        for table in ("objects", "tombstones", "properties"):
            self._db.execute(f"DELETE FROM {table} WHERE collection = ?", (name,))  # noqa: S608 - the names above

    def touch(self, name: str, revision: int) -> None:
        self._db.execute("UPDATE collections SET revision = ? WHERE name = ?", (revision, name))

    def expire(self, revision: int) -> None:
        """Every collection is at this revision, and no token from before it is good any more."""
        for collection in self.collections():
            self.save_collection(replace(collection, revision=revision, floor=revision))

    def properties(self, collection: str) -> dict[str, str]:
        """What clients have set that the server itself has no use for, by name in Clark's notation."""
        rows = self._db.execute("SELECT property, value FROM properties WHERE collection = ?", (collection,))
        return dict(rows.fetchall())

    def set_property(self, collection: str, name: str, value: str | None) -> None:
        self._db.execute("DELETE FROM properties WHERE collection = ? AND property = ?", (collection, name))
        if value is not None:
            self._db.execute("INSERT INTO properties VALUES (?, ?, ?)", (collection, name, value))

    # objects

    def save(self, collection: str, name: str, body: bytes, stamp: int, hidden_until: int | None = None) -> None:
        """The object now has these bytes; the stamp is its etag and the revision of its collection."""
        self._db.execute(
            "INSERT OR REPLACE INTO objects (collection, name, uid, stamp, revision, hidden_until, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (collection, name, uid_of(body), stamp, stamp, hidden_until, body),
        )
        self._db.execute("DELETE FROM tombstones WHERE collection = ? AND name = ?", (collection, name))
        self.touch(collection, stamp)

    def remove(self, stored: Stored, stamp: int) -> None:
        where = (stored.collection, stored.name)
        self._db.execute("DELETE FROM objects WHERE collection = ? AND name = ?", where)
        self._db.execute("INSERT OR REPLACE INTO tombstones VALUES (?, ?, ?, ?)", (*where, stored.uid, stamp))
        self.touch(stored.collection, stamp)

    def object(self, collection: str, name: str) -> Stored | None:
        row = self._db.execute(f"{_OBJECT} WHERE collection = ? AND name = ?", (collection, name)).fetchone()
        return None if row is None else Stored(*row)

    def objects(self, collection: str) -> Iterator[Stored]:
        """With their bodies, in the order of their names; those that are hidden are left out."""
        where = "WHERE collection = ? AND hidden_until IS NULL ORDER BY name"
        return (Stored(*row) for row in self._db.execute(f"{_OBJECT} {where}", (collection,)).fetchall())

    def entries(self, collection: str, since: int = 0) -> list[Entry]:
        """Those changed after a revision, without those that are hidden, in the order of their names."""
        rows = self._db.execute(
            "SELECT name, stamp FROM objects "
            "WHERE collection = ? AND revision > ? AND hidden_until IS NULL ORDER BY name",
            (collection, since),
        )
        return [Entry(*row) for row in rows]

    def gone(self, collection: str, since: int) -> list[str]:
        """The names deleted after a revision, also those that were not there yet at that revision."""
        query = "SELECT name FROM tombstones WHERE collection = ? AND revision > ? ORDER BY name"
        return [name for (name,) in self._db.execute(query, (collection, since))]

    def with_uid(self, uid: str) -> list[tuple[str, str]]:
        """Collection and name of each object of the account that has the UID."""
        return self._db.execute("SELECT collection, name FROM objects WHERE uid = ?", (uid,)).fetchall()

    def buried(self, collection: str, name: str, uid: str) -> bool:
        """Whether an object of that name in the collection, or of that UID anywhere, was deleted."""
        query = "SELECT 1 FROM tombstones WHERE (collection = ? AND name = ?) OR uid = ? LIMIT 1"
        return self._db.execute(query, (collection, name, uid)).fetchone() is not None

    def hide(self, collection: str, name: str, until: int) -> None:
        where = (until, collection, name)
        self._db.execute("UPDATE objects SET hidden_until = ? WHERE collection = ? AND name = ?", where)

    def overdue(self, now: int) -> Sequence[tuple[str, str]]:
        """Collection and name of the objects that have been hidden long enough. Both times in milliseconds."""
        query = "SELECT collection, name FROM objects WHERE hidden_until IS NOT NULL AND hidden_until <= ?"
        return self._db.execute(query, (now,)).fetchall()

    def reveal(self, collection: str, name: str, revision: int) -> None:
        """It keeps its etag, but whoever synchronised while it was hidden is told of it now."""
        self._db.execute(
            "UPDATE objects SET hidden_until = NULL, revision = ? WHERE collection = ? AND name = ?",
            (revision, collection, name),
        )
        self.touch(collection, revision)


def _collection(row: tuple[object, ...]) -> Collection:
    facts = dict(zip(_COLUMNS, row, strict=True))
    facts["kind"] = Kind(str(facts["kind"]))
    for flag in ("writable", "transparent", "subscribed"):
        facts[flag] = bool(facts[flag])
    return Collection(**facts)  # type: ignore[arg-type]
