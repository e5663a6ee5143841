"""What disks do to a profile, for real: no room, nothing writable, pages overwritten."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.example import BOOKING
from workestra_desktop.core.calendar import Block, Listed
from workestra_desktop.core.link import first_link
from workestra_desktop.core.mirror import Account, CalendarObject
from workestra_desktop.store.database import SCHEMA
from workestra_desktop.store.profile import FILE, ProfileStore

NOW = BOOKING.start - timedelta(days=2)
NOBODY = 65534
PAGE = 4096
"""SQLite's bytes a page, unless one asks for others."""


def used_profile(folder: Path, *, bookings: int = 60, events: int = 400) -> Path:
    """A profile as after some use, with two daily copies: the newer has everything, the older lacks one booking."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(ProfileStore(folder)) as store:
        with store.transaction():
            store.account.put(Account("host@example.com", "/p/", "http://127.0.0.1:9/1/", frozenset(), True, True))
            store.calendars.put_listed(Listed("/a/", "Work", "#112233", 1, True, False, "tag"))
            store.calendars.select(write_to="/a/", busy=["/a/"])
            store.links.put(first_link("UTC"))
            for n in range(1, bookings):
                store.bookings.put(replace(BOOKING, id=f"x{n}", uid=f"X{n}", href=f"/a/X{n}.ics", note="n" * 300))
                store.journal.write(f"x{n}", NOW, "booked", "x" * 300)
            store.calendars.in_step("/a/", change_tag="c", sync_token="t", read_at=NOW, whole=True)
            store.mirror.put(dict(_event(n) for n in range(events)), vouched=True)
        store.copies.keep_daily(NOW)
        with store.transaction():
            store.bookings.put(BOOKING)
        store.copies.keep_daily(NOW + timedelta(days=1))
    return folder


def _event(n: int) -> tuple[CalendarObject, tuple[Block, ...]]:
    start = NOW + timedelta(hours=n)
    text = f"BEGIN:VCALENDAR\r\nX-N:{n}\r\n" + "X-LONG:" + "y" * 900 + "\r\nEND:VCALENDAR\r\n"
    return CalendarObject("/a/", f"/a/e{n}.ics", f'"{n}"', f"E{n}", text, start, start, False, "", NOW), ()


def contents(profile: Path) -> dict[str, bytes]:
    """Every file of the profile; the lock and SQLite's index of its journal hold nothing of the host's."""
    return {
        str(p.relative_to(profile)): p.read_bytes()
        for p in sorted(profile.rglob("*"))
        if p.is_file() and p.name != "sync.lock" and not p.name.endswith("-shm")
    }


# ------------------------------------------------------------------------------------------------------------- damage


def _page(profile: Path, name: str, *, leaf: bool = False) -> int:
    """The number of the root page of a table or index, or of some page below it. Opening moves no journal."""
    with closing(sqlite3.connect(f"file:{profile / FILE}?immutable=1", uri=True)) as raw:
        root = int(raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])
    if not leaf:
        return root
    with (profile / FILE).open("rb") as file:
        file.seek((root - 1) * PAGE)
        page = file.read(PAGE)
    assert page[0] in (2, 5), f"{name} has no pages below its root"
    cell = int.from_bytes(page[12:14], "big")  # the first cell begins with the number of its left child
    return int.from_bytes(page[cell : cell + 4], "big")


def overwrite_page(profile: Path, name: str, *, leaf: bool = False) -> None:
    """Garbage in place of one page of the table or index `name`."""
    number = _page(profile, name, leaf=leaf)
    with (profile / FILE).open("rb+") as file:
        file.seek((number - 1) * PAGE)
        file.write(random.Random(number).randbytes(PAGE))


def _content(profile: Path, change: Callable[[bytes], bytes]) -> None:
    (profile / FILE).write_bytes(change((profile / FILE).read_bytes()))


def _run(profile: Path, *statements: str) -> None:
    with closing(sqlite3.connect(profile / FILE)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def crashed(profile: Path, *statements: str) -> None:
    """`statements` are committed, but stand in the journal (WAL) only: the process that wrote them has died."""
    copy = profile / "copy"
    copy.mkdir()
    with closing(sqlite3.connect(profile / FILE)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        for statement in statements:
            raw.execute(statement)
        raw.commit()
        for part in ("", "-wal"):
            shutil.copy(profile / f"{FILE}{part}", copy / f"{FILE}{part}")
    for part in ("", "-wal"):
        (copy / f"{FILE}{part}").replace(profile / f"{FILE}{part}")
    (profile / f"{FILE}-shm").unlink(missing_ok=True)
    copy.rmdir()


def older(profile: Path, without: str | None) -> None:
    """The database becomes an empty one of schema 4, that lacks the table `without`."""
    schemas = Path(__file__).resolve().parents[2] / "workestra_desktop" / "store"
    for part in ("", "-wal", "-shm"):
        (profile / f"{FILE}{part}").unlink(missing_ok=True)
    with closing(sqlite3.connect(profile / FILE)) as raw:
        for number in range(1, 5):
            raw.executescript((schemas / f"schema_{number}.sql").read_text("utf-8"))
        if without is not None:
            raw.execute(f"DROP TABLE {without}")
        raw.execute("PRAGMA user_version = 4")
        raw.commit()


def _overwritten_with_a_journal(profile: Path) -> None:
    crashed(profile, "DELETE FROM links")
    overwrite_page(profile, "bookings")


DAMAGED: dict[str, Callable[[Path], object]] = {
    "a text file": lambda p: _content(p, lambda _: b"Dear host,\n" * 500),
    "random bytes": lambda p: _content(p, lambda old: random.Random(1).randbytes(len(old))),
    "its header overwritten": lambda p: _content(p, lambda old: bytes(100) + old[100:]),
    "nothing right behind the header": lambda p: _content(p, lambda old: old[:100] + b"\x5a" * (len(old) - 100)),
    "cut to half": lambda p: _content(p, lambda old: old[: len(old) // 2]),
    "a few bytes": lambda p: _content(p, lambda old: old[:10]),
    "zero bytes": lambda p: _content(p, lambda _: b""),
    "missing": lambda p: (p / FILE).unlink(),
    "the table of bookings overwritten": lambda p: overwrite_page(p, "bookings"),
    "some bookings overwritten": lambda p: overwrite_page(p, "bookings", leaf=True),
    "an index overwritten": lambda p: overwrite_page(p, "bookings_by_start"),
    "no bookings table": lambda p: _run(p, "PRAGMA foreign_keys = OFF", "DROP TABLE bookings"),
    "an older one without links": lambda p: older(p, "links"),
    "an older one without a journal": lambda p: older(p, "journal"),
    "bookings overwritten and a journal left": _overwritten_with_a_journal,
}
"""What becomes of a used profile's database so that nobody can work with it."""

NEWER: dict[str, Callable[[Path], None]] = {
    "newer": lambda p: _run(p, f"PRAGMA user_version = {SCHEMA + 1}"),
    "newer, its process died": lambda p: crashed(p, f"PRAGMA user_version = {SCHEMA + 1}"),
}


# --------------------------------------------------------------------------------------------------- no room, read-only


def mounted(folder: Path, options: str) -> bool:
    """Mounts a small file system; False where nobody may."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    done = subprocess.run([shutil.which("mount") or "", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=False)
    return done.returncode == 0


def unmount(folder: Path) -> None:
    subprocess.run([shutil.which("umount") or "", "-l", folder], check=True)


class Disk:
    """A disk that takes no more from `fill()` to `free()`. `folder` lies on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        raise NotImplementedError

    def free(self) -> None:
        raise NotImplementedError


class SmallDisk(Disk):
    """A file system in memory, filled to its last byte by another file."""

    def fill(self) -> None:
        with (self.folder / "filler").open("ab", buffering=0) as file:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    continue

    def free(self) -> None:
        (self.folder / "filler").unlink(missing_ok=True)


class BoundedFiles(Disk):
    """No file may grow any more, which is what a used-up quota does; for this process and its children."""

    def fill(self) -> None:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))

    def free(self) -> None:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


@contextmanager
def disk_of(kind: str, folder: Path) -> Iterator[Disk]:
    folder.mkdir()
    if kind == "quota":
        if sys.platform == "win32":
            pytest.skip("RLIMIT_FSIZE is POSIX")
        bounded = BoundedFiles(folder)
        try:
            yield bounded
        finally:
            bounded.free()
        return
    if not mounted(folder, "size=16m"):
        pytest.skip("mounts a small file system, so needs root on Linux")
    try:
        yield SmallDisk(folder)
    finally:
        unmount(folder)


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing in `folder` may be written by this process. Root may write anything, so it is somebody else meanwhile."""
    if sys.platform == "win32":
        pytest.skip("permissions of POSIX")
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that others than its owner reach, unlike those of pytest."""
    with tempfile.TemporaryDirectory(prefix="workestra-disk-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
