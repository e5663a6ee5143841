"""A profile goes back to a backup, in one transaction: other windows and commands keep their connections.

Host's decisions (bookings, links, settings, calendar choices, journal) come from the backup; the journal of now stays
beside it. The account stays as it is, or comes disconnected where there is none. No outbox and no mirror survives: what
iCloud has is read anew before anything is concluded (`core/restoring.py`). A profile that cannot be opened, being
damaged or a newer app's, is set aside whole, and a new one with what the backup holds takes its place.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workestra_desktop.core import disk
from workestra_desktop.core.calendar import Listed
from workestra_desktop.core.restoring import Here, Preview, bookings_change, links_change, restored
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.store.copying import ROOM, copies_folder, put_in_place, read_only
from workestra_desktop.store.damage import look
from workestra_desktop.store.database import SCHEMA, translated
from workestra_desktop.store.profile import FILE, ProfileStore

_OURS = {"account", "bookings", "calendars", "intents", "journal", "links"}

FROM_BACKUP = ("bookings", "links", "settings", "event_rules")
BOTH = ("journal", "event_texts", "calendars", "account", "preferences")
EMPTIED = ("intents", "objects", "blocks", "horizon", "overlaps", "pause")
KEPT = ("hosts", "notices")
"""What becomes of each table; a test holds this against the schema."""


@contextmanager
def opened_backup(file: Path, profile: Path) -> Iterator[ProfileStore]:
    """A copy of the backup `file`, checked and brought to today's schema; `file` itself is only read.

    Raises `Failure`: `bad_input` for no backup or a damaged one, `profile_newer`, `disk` if there is no room for it.
    """
    own = profile / FILE
    try:
        if own.exists() and file.samefile(own):  # nor may it be opened by hand: see store/damage.py
            raise fail(Code.BAD_INPUT, "That file is no backup of Workestra.")
        with file.open("rb") as begin:
            if begin.read(16) != b"SQLite format 3\0":
                raise fail(Code.BAD_INPUT, "That file is no backup of Workestra.")
    except OSError as refused:
        raise fail(Code.BAD_INPUT, "That backup cannot be read.", detail=f"errno {refused.errno}") from None
    try:
        work = tempfile.TemporaryDirectory(prefix=ROOM, dir=profile)  # mode 0700
    except OSError as refused:
        raise fail(Code.DISK, detail=f"room to restore: errno {refused.errno}") from None
    with work as folder:
        _copy_checked(file, Path(folder) / FILE)
        store = ProfileStore(Path(folder))
        try:
            yield store
        finally:
            store.close()


def _copy_checked(file: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(read_only(file), uri=True)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            sound = copy.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            version = copy.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        detail = getattr(error, "sqlite_errorname", type(error).__name__)
        if detail in ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_CANTOPEN"):
            raise fail(Code.DISK, detail=detail) from None
        raise fail(Code.BAD_INPUT, "That backup is damaged.", detail=detail) from None
    if not sound:
        raise fail(Code.BAD_INPUT, "That backup is damaged.", detail="integrity check")
    if not tables >= _OURS or not version:
        raise fail(Code.BAD_INPUT, "That file is no backup of Workestra.")
    if version > SCHEMA:
        raise fail(
            Code.PROFILE_NEWER, "That backup is a newer Workestra's.", detail=f"schema {version}, known {SCHEMA}"
        )


def here(profile: Path) -> Here:
    """Whether the profile's own database can be opened; it is only read. Raises `Failure` (`disk`, `profile_busy`)."""
    try:
        with translated():
            look(profile / FILE, SCHEMA, whole=True)
    except Failure as failure:
        if failure.trouble.code is Code.PROFILE_NEWER:
            return Here.NEWER
        if disk.profile_damaged(failure.trouble):
            return Here.DAMAGED
        raise
    return Here.SOUND


def replace_profile(old: ProfileStore, profile: Path, now: datetime, why: Here) -> Path | None:
    """Puts a new profile with what `old` holds in the place of one that cannot be opened; returns where that is kept,
    None if its database was missing.

    The new one is whole before anything is moved. Raises `Failure` (`disk`).
    """
    try:
        with tempfile.TemporaryDirectory(prefix=ROOM, dir=profile) as folder:
            with closing(ProfileStore(Path(folder))) as fresh:
                restore(old, fresh, now)
            kept = _set_aside(profile, now, why)
            put_in_place(Path(folder) / FILE, profile / FILE)
    except OSError as refused:
        raise fail(Code.DISK, detail=f"restoring: errno {refused.errno}") from None
    return kept if kept.exists() else None


def _set_aside(profile: Path, now: datetime, why: Here) -> Path:
    """Moves the database, with what belongs to it, among the copies. Raises OSError."""
    target = copies_folder(profile) / f"{why.value}-{now.astimezone(UTC):%Y-%m-%dT%H%M%S.%fZ}.sqlite3"
    for part in ("-wal", "-shm", ""):  # the database itself last: while it is there, none is taken for new
        if (file := profile / f"{FILE}{part}").exists():
            file.replace(target.with_name(target.name + part))
    return target


def preview(old: ProfileStore, here: ProfileStore | None, why: Here = Here.SOUND) -> Preview:
    """What `restore` would change; `here` is None if the profile cannot be opened, and `why` says why. Raises `Failure`
    (`bad_input`) if the backup is another account's, or its rows make no sense."""
    try:
        if here is None:
            return Preview(
                bookings_change(old.bookings.all(), []),
                links_change(old.links.all(), []),
                settings=True,
                dropped=0,
                dropped_there=len(old.outbox.all()),
                here=why,
            )
        mine, theirs = here.account.get(), old.account.get()
        if mine is not None and theirs is not None and mine.apple_id.lower() != theirs.apple_id.lower():
            raise fail(
                Code.BAD_INPUT,
                "That backup belongs to another Apple Account. Restore it into another profile, or disconnect and "
                "erase this one first.",
            )
        return Preview(
            bookings_change(old.bookings.all(), here.bookings.all()),
            links_change(old.links.all(), here.links.all()),
            settings=_settings(old) != _settings(here) or _preferred_otherwise(old, here),
            dropped=len(here.outbox.all()),
            dropped_there=len(old.outbox.all()),
        )
    except (ValueError, KeyError, TypeError, IndexError) as nonsense:
        raise fail(Code.BAD_INPUT, "That backup is damaged.", detail=type(nonsense).__name__) from nonsense


def _settings(store: ProfileStore) -> object:
    choices = {c.id: (c.write_to, c.busy) for c in store.calendars.all()}
    return store.settings.get(), store.settings.rules(), choices


def _preferred_otherwise(old: ProfileStore, here: ProfileStore) -> bool:
    preferred = old.preferences.known()  # a copy from before there were any changes none
    return preferred is not None and preferred != here.preferences.get()


def restore(old: ProfileStore, here: ProfileStore, now: datetime) -> None:
    """Puts what `old` holds into `here`. To be called under the sync lock, after `preview`."""
    with here.transaction():
        _restore_account(old, here)
        if (preferred := old.preferences.known()) is not None:
            here.preferences.put(preferred)
        _restore_calendars(old, here)
        known = {b.id: b for b in here.bookings.all()}
        waited = {i.booking for i in old.outbox.all()}
        lines, texts = _journal(old) | _journal(here), _texts(old) | _texts(here)
        for table in (*EMPTIED, *FROM_BACKUP, "journal"):
            here.database.run(f"DELETE FROM {table}")  # noqa: S608 - names from the lines above
        for booking in old.bookings.all():
            here.bookings.put(restored(booking, known.get(booking.id), booking.id in waited, now))
        for link in old.links.all():
            here.links.put(link)
        here.settings.put(old.settings.get())
        for rule in old.settings.rules():
            here.settings.put_rule(rule)
        _write_journal(here, lines)
        kept = [(b.id, texts[b.id]) for b in here.bookings.all() if b.id in texts]
        here.database.run_many("INSERT INTO event_texts VALUES (?, ?)", kept)
        for booking in here.bookings.all():
            here.journal.write(booking.id, now, "restored from a backup")


def _restore_account(old: ProfileStore, here: ProfileStore) -> None:
    """The account of now knows iCloud better. One that comes has no password with it: the host connects again."""
    theirs = old.account.get()
    if here.account.get() is None and theirs is not None:
        fresh = replace(theirs, connected=False, last_poll=None, refused_at=None, locked=False)
        here.account.put(replace(fresh, trouble=None, outage=None))


def _restore_calendars(old: ProfileStore, here: ProfileStore) -> None:
    """The host's choices come back; every calendar counts as not read, so nothing is free or gone before it is."""
    theirs = {c.id: c for c in old.calendars.all()}
    known = {c.id: c for c in here.calendars.all()}
    for c in theirs.values():
        if c.id not in known:
            here.calendars.put_listed(Listed(c.id, c.name, c.color, c.order, c.writable, c.shared, ""))
    write_to = [c.id for c in theirs.values() if c.write_to]
    busy = [c.id for c in {**known, **theirs}.values() if c.busy]
    here.calendars.select(write_to=write_to[0] if write_to else None, busy=busy)
    for calendar in {**known, **theirs}:
        here.calendars.forget_reading(calendar)
    here.database.run("UPDATE calendars SET listed_at = NULL")


def _texts(store: ProfileStore) -> dict[str, str]:
    """What each booking's event last said."""
    return dict(store.database.rows("SELECT booking, text FROM event_texts"))


def _columns(store: ProfileStore) -> list[str]:
    """Of the journal, without the number of the line."""
    return [name for (name,) in store.database.rows("SELECT name FROM pragma_table_info('journal')") if name != "id"]


def _journal(store: ProfileStore) -> dict[tuple[object, ...], None]:
    names = ", ".join(_columns(store))
    return dict.fromkeys(store.database.rows(f"SELECT {names} FROM journal ORDER BY at, id"))  # noqa: S608 - as above


def _write_journal(store: ProfileStore, lines: dict[tuple[object, ...], None]) -> None:
    columns = _columns(store)
    at = columns.index("at")
    marks = ", ".join("?" * len(columns))
    store.database.run_many(
        f"INSERT INTO journal ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - columns of our own schema
        sorted(lines, key=lambda line: line[at]),
    )
