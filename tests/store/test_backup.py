"""Copies of a profile in use, and going back to one: real files, real disks that refuse."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.core.example import BOOKING
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import Listed
from workestra_desktop.core.link import first_link
from workestra_desktop.core.mirror import Account, DailyCopies
from workestra_desktop.core.outbox import Kind
from workestra_desktop.core.restoring import MAY_REMAIN, NOT_SEEN, Here
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store import restoring
from workestra_desktop.store.backup import DECIDED, KEPT
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.database import SCHEMA
from workestra_desktop.store.profile import FILE, ProfileStore

ROOT = Path(__file__).resolve().parents[2]
NOW = BOOKING.start - timedelta(days=2)
ACCOUNT = Account("host@example.com", "/p/", "http://127.0.0.1:9/1/calendars/", frozenset(), True, True)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ProfileStore]:
    (tmp_path / "profile").mkdir()
    store = ProfileStore(tmp_path / "profile")
    with store.transaction():
        store.account.put(ACCOUNT)
        store.calendars.put_listed(Listed("/a/", "Work", "#112233", 1, True, False, "tag"))
        store.calendars.select(write_to="/a/", busy=["/a/"])
        store.links.put(first_link("UTC"))
        store.bookings.put(BOOKING)
    yield store
    store.close()


def copies(store: ProfileStore, kind: str = "daily") -> list[str]:
    folder = store.copies._profile / FOLDER
    return sorted(p.name for p in folder.glob(f"{kind}-*")) if folder.is_dir() else []


def put(store: ProfileStore, booking: Booking) -> None:
    with store.transaction():
        store.bookings.put(booking)


def failure(work: object, *arguments: object) -> Failure:
    assert callable(work)
    with pytest.raises(Failure) as refused:
        work(*arguments)
    return refused.value


# ------------------------------------------------------------------------------------------------------------- copies


def test_a_copy_is_whole_private_and_made_while_another_writes(store: ProfileStore, tmp_path: Path) -> None:
    stop = threading.Event()
    pairs = 0

    def write() -> None:
        nonlocal pairs
        other = ProfileStore(tmp_path / "profile")
        while not stop.is_set() and pairs < 5000:
            with other.transaction():
                other.journal.write("one", NOW, f"{pairs}")
                other.journal.write("two", NOW, f"{pairs}")
            pairs += 1
        other.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for n in range(20):
            store.copies.copy_to(tmp_path / f"copy-{n}")
    finally:
        stop.set()
        writer.join(60)
    assert pairs > 20
    for n in range(20):
        raw = sqlite3.connect(tmp_path / f"copy-{n}")
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        counts = dict(raw.execute("SELECT booking, count(*) FROM journal GROUP BY booking").fetchall())
        assert counts.get("one", 0) == counts.get("two", 0), "half of a transaction was copied"
        raw.close()
        if os.name == "posix":
            assert (tmp_path / f"copy-{n}").stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob("*.part")), "a piece was left"


def test_one_copy_a_day_after_something_was_decided_and_fourteen_are_kept(store: ProfileStore) -> None:
    assert store.copies.keep_daily(NOW)
    assert not store.copies.keep_daily(NOW + timedelta(hours=1)), "one a day"
    for day in range(1, 4):
        with store.transaction():
            store.account.put(replace(ACCOUNT, last_poll=NOW + timedelta(days=day)))
        assert not store.copies.keep_daily(NOW + timedelta(days=day)), "polls are nothing to keep"
    for day in range(4, 24):
        put(store, replace(BOOKING, note=f"day {day}"))
        assert store.copies.keep_daily(NOW + timedelta(days=day))
    names = copies(store)
    assert len(names) == KEPT == 14
    assert names[-1] == f"daily-{NOW + timedelta(days=23):%Y-%m-%d}.sqlite3"
    assert names[0] == f"daily-{NOW + timedelta(days=10):%Y-%m-%d}.sqlite3"
    if os.name == "posix":
        assert {p.stat().st_mode & 0o777 for p in (store.copies._profile / FOLDER).iterdir()} == {0o600}


@pytest.mark.parametrize("what", ["link", "settings", "rule", "intent", "booking"])
def test_whatever_the_host_decides_is_a_reason_for_a_copy(store: ProfileStore, what: str) -> None:
    store.copies.keep_daily(NOW)
    with store.transaction():
        match what:
            case "link":
                store.links.remove("meeting")
            case "settings":
                store.settings.put(Settings(tentative_blocks=False))
            case "rule":
                store.settings.put_rule(EventRule("u", Blocking.NEVER, "Run"))
            case "intent":
                store.outbox.add(BOOKING.id, Kind.AMEND, NOW)
            case _:
                store.bookings.put(replace(BOOKING, guest="Grace"))
    assert store.copies.keep_daily(NOW + timedelta(days=1))


def test_the_newest_daily_copy_is_told_with_its_folder(store: ProfileStore, tmp_path: Path) -> None:
    folder = tmp_path / "profile" / FOLDER
    assert store.copies.daily() == DailyCopies(str(folder))
    store.copies.keep_daily(NOW)
    assert store.copies.daily() == DailyCopies(str(folder), NOW.date())
    (folder / "daily-zebra.sqlite3").touch()
    assert store.copies.daily() == DailyCopies(str(folder))


def test_a_last_copy_that_is_damaged_does_not_count(store: ProfileStore) -> None:
    store.copies.keep_daily(NOW)
    (copy,) = (store.copies._profile / FOLDER).iterdir()
    copy.write_bytes(b"not a database " * 100)
    assert store.copies.keep_daily(NOW + timedelta(days=1))
    assert store.copies.trouble() is None


def test_a_refused_copy_is_a_visible_trouble_until_one_succeeds(store: ProfileStore, tmp_path: Path) -> None:
    (tmp_path / "profile" / FOLDER).write_text("a file where the folder should be")
    assert not store.copies.keep_daily(NOW)
    for seen in (store, ProfileStore(tmp_path / "profile")):
        trouble = seen.copies.trouble()
        assert trouble is not None
        assert (trouble.code, "errno" in trouble.detail) == (Code.DISK, True)
    seen.close()
    (tmp_path / "profile" / FOLDER).unlink()
    assert store.copies.keep_daily(NOW)
    assert store.copies.trouble() is None
    again = ProfileStore(tmp_path / "profile")
    assert again.copies.trouble() is None
    again.close()


def mounts() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None


@pytest.mark.skipif(not mounts(), reason="mounts a small file system, so needs root on Linux")
def test_a_full_or_read_only_disk_leaves_the_copies_that_are_there(store: ProfileStore, tmp_path: Path) -> None:
    folder = tmp_path / "profile" / FOLDER
    folder.mkdir(mode=0o700)
    mount, umount = shutil.which("mount") or "", shutil.which("umount") or ""
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        assert store.copies.keep_daily(NOW)
        with store.transaction():
            for n in range(300):
                store.journal.write("b", NOW, f"{n}", "x" * 2000)
        put(store, replace(BOOKING, note="full"))
        assert not store.copies.keep_daily(NOW + timedelta(days=1))
        trouble = store.copies.trouble()
        assert trouble is not None
        assert trouble.code is Code.DISK
        assert "SQLITE_FULL" in trouble.detail
        assert [p.name for p in folder.iterdir()] == copies(store)[:1], "no piece of the failed one is left"
        subprocess.run([mount, "-o", "remount,ro", folder], check=True)
        assert not store.copies.keep_daily(NOW + timedelta(days=1))
        assert "errno 30" in str(store.copies.trouble())
        subprocess.run([mount, "-o", "remount,rw,size=40m", folder], check=True)
        assert store.copies.keep_daily(NOW + timedelta(days=1))
        assert store.copies.trouble() is None
    finally:
        subprocess.run([umount, folder], check=True)


def test_erasing_takes_every_copy_with_it(store: ProfileStore, tmp_path: Path) -> None:
    store.copies.keep_daily(NOW)
    store.copies.before_restore(NOW)
    (tmp_path / "profile" / "workestra.schema2.backup").write_text("of an earlier form")
    store.erase_copies()
    left = {p.name for p in (tmp_path / "profile").iterdir()}
    assert left <= {FILE, f"{FILE}-wal", f"{FILE}-shm"}
    store.erase_copies()


def older(file: Path, *, booking: Booking = BOOKING) -> None:
    """A profile of schema 1."""
    raw = sqlite3.connect(file)
    raw.executescript((ROOT / "workestra_desktop" / "store" / "schema_1.sql").read_text("utf-8"))
    from workestra_desktop.store.booking_rows import _booking_body

    values = (booking.id, int(booking.start.timestamp()), booking.status, booking.uid, _booking_body(booking))
    raw.execute("INSERT INTO bookings VALUES (?, ?, ?, ?, ?)", values)
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()


def test_a_migration_keeps_the_profile_before_it_or_does_not_take_place(tmp_path: Path) -> None:
    older(tmp_path / FILE)
    (tmp_path / FOLDER).write_text("in the way")
    assert failure(ProfileStore, tmp_path).trouble.code is Code.DISK
    raw = sqlite3.connect(tmp_path / FILE)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,), "nothing was migrated without a copy"
    raw.close()
    (tmp_path / FOLDER).unlink()
    ProfileStore(tmp_path).close()
    (copy,) = (tmp_path / FOLDER).iterdir()
    assert copy.name == "before-migration-of-schema-1.sqlite3"
    raw = sqlite3.connect(copy)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    raw.close()


# ------------------------------------------------------------------------------------------------------------ restore


def back(store: ProfileStore, file: Path, now: datetime = NOW) -> None:
    with restoring.opened_backup(file, store.copies._profile) as old:
        restoring.preview(old, store)
        restoring.restore(old, store, now)


def test_every_table_has_its_rule(store: ProfileStore) -> None:
    rows = store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    ruled = [*restoring.FROM_BACKUP, *restoring.BOTH, *restoring.EMPTIED, *restoring.KEPT]
    assert sorted(name for (name,) in rows) == sorted(ruled)
    assert set(DECIDED) <= set(ruled)


def test_what_the_host_decided_comes_back_and_nothing_is_believed_of_icloud(
    store: ProfileStore, tmp_path: Path
) -> None:
    with store.transaction():
        store.settings.put(Settings(tentative_blocks=False))
        store.settings.put_rule(EventRule("u", Blocking.NEVER, "Run"))
        store.journal.write(BOOKING.id, NOW, "booked")
        store.outbox.add(BOOKING.id, Kind.AMEND, NOW)
        store.calendars.in_step("/a/", change_tag="c", sync_token="t", read_at=NOW, whole=True)
    store.copies.copy_to(tmp_path / "copy")
    late = NOW + timedelta(hours=3)
    with store.transaction():
        store.settings.put(Settings())
        store.settings.put_rule(EventRule("u", Blocking.USUAL, ""))
        store.links.put(replace(first_link("UTC"), slug="later"))
        store.links.remove("meeting")
        store.bookings.put(replace(BOOKING, id="new", uid="NEW", start=BOOKING.start, guest="Grace"))
        store.bookings.put(replace(BOOKING, guest="Other", uid="RENAMED", href="/a/RENAMED.ics"))
        store.journal.write(BOOKING.id, late, "moved by the host")
        store.calendars.put_listed(Listed("/b/", "New", "", 2, True, False, ""))
        store.calendars.select(write_to="/b/", busy=["/b/"])
    with restoring.opened_backup(tmp_path / "copy", tmp_path) as old:
        seen = restoring.preview(old, store)
    assert (seen.bookings.come, seen.bookings.go, seen.bookings.differ) == ((), ("new",), (BOOKING.id,))
    assert (seen.links.come, seen.links.go, seen.settings) == (("meeting",), ("later",), True)
    assert (seen.dropped, seen.dropped_there) == (1, 1)
    back(store, tmp_path / "copy", late)
    (booking,) = store.bookings.all()
    assert booking == replace(
        BOOKING, uid="RENAMED", href="/a/RENAMED.ics", agreed=None, status=Status.ATTENTION, sync=InCloud.FAILED,
        concern=NOT_SEEN, changed_at=late,
    )  # fmt: skip
    assert [link.slug for link in store.links.all()] == ["meeting"]
    assert (store.settings.get().tentative_blocks, len(store.settings.rules())) == (False, 1)
    assert store.outbox.all() == [], "nothing is sent that was not decided since"
    assert [line.what for line in store.journal.of(BOOKING.id)] == [
        "booked", "moved by the host", "restored from a backup",
    ]  # fmt: skip
    assert [(c.id, c.write_to, c.busy, c.read_at, c.sync_token, c.change_tag) for c in store.calendars.all()] == [
        ("/a/", True, True, None, "", ""),
        ("/b/", False, True, None, "", ""),
    ]
    assert store.account.get() == ACCOUNT
    assert store.mirror.count() == 0


def test_what_lies_on_bookings_is_looked_for_anew_and_a_pause_ends(store: ProfileStore, tmp_path: Path) -> None:
    with store.transaction():
        values = (BOOKING.id, "E", "/a/", "School", 0, 1, 0, 0.0, "open")
        store.database.run("INSERT INTO overlaps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        store.database.run("INSERT INTO pause VALUES (1, 9e9)")
    store.copies.copy_to(tmp_path / "copy")
    store.hosts.add("caldav.icloud.com", NOW)
    back(store, tmp_path / "copy")
    counts = store.database.row("SELECT (SELECT count(*) FROM overlaps), (SELECT count(*) FROM pause)")
    assert counts == (0, 0)
    assert store.hosts.counts() == {"caldav.icloud.com": 1}, "whom this computer asked stays known"


def test_another_connection_sees_the_restore_and_goes_on(store: ProfileStore, tmp_path: Path) -> None:
    store.copies.copy_to(tmp_path / "copy")
    window = ProfileStore(tmp_path / "profile")
    put(window, replace(BOOKING, guest="Other"))
    version = window.data_version()
    back(store, tmp_path / "copy")
    assert window.data_version() != version
    assert window.bookings.all() == store.bookings.all()
    put(window, replace(window.bookings.all()[0], guest="Third"))
    assert store.bookings.all()[0].guest == "Third"
    window.close()


def test_bookings_by_what_was_known_of_them(store: ProfileStore, tmp_path: Path) -> None:
    gone = replace(BOOKING, id="gone", uid="G", status=Status.CANCELLED, sync=InCloud.WAITING)
    sent = replace(gone, id="sent", uid="S")
    past = replace(BOOKING, id="past", uid="P", start=NOW - timedelta(days=3), end=NOW - timedelta(days=3, hours=-1))
    for each in (gone, sent, past):
        put(store, each)
    with store.transaction():
        for name in ("gone", "sent"):
            store.outbox.add(name, Kind.WITHDRAW, NOW)
    store.copies.copy_to(tmp_path / "copy")
    with store.transaction():
        for intent in store.outbox.of("sent"):
            store.outbox.settle(intent.id)
        store.bookings.put(replace(sent, sync=InCloud.SYNCED, agreed=None))
        store.bookings.put(replace(BOOKING, status=Status.CANCELLED, agreed=None))
    back(store, tmp_path / "copy")
    found = {b.id: (b.status, b.sync, b.concern, b.agreed) for b in store.bookings.all()}
    assert found == {
        "gone": (Status.CANCELLED, InCloud.FAILED, MAY_REMAIN, None),
        "sent": (Status.CANCELLED, InCloud.SYNCED, "", None),
        "past": (Status.CONFIRMED, InCloud.SYNCED, "", None),
        BOOKING.id: (Status.ATTENTION, InCloud.FAILED, NOT_SEEN, None),
    }


def test_a_backup_of_an_older_app_is_migrated_and_left_as_it_is(store: ProfileStore, tmp_path: Path) -> None:
    older(tmp_path / "old", booking=replace(BOOKING, guest="Old"))
    before = (tmp_path / "old").read_bytes()
    back(store, tmp_path / "old")
    assert [b.guest for b in store.bookings.all()] == ["Old"]
    assert (tmp_path / "old").read_bytes() == before
    assert not list((tmp_path / "profile").glob(".restore-*"))


def test_files_that_are_no_backup_are_refused(store: ProfileStore, tmp_path: Path) -> None:
    def code(file: Path) -> Code:
        def look() -> None:
            with restoring.opened_backup(file, tmp_path / "profile"):
                pass

        return failure(look).trouble.code

    (tmp_path / "text").write_text("Dear host,")
    sqlite3.connect(tmp_path / "empty").close()
    other = sqlite3.connect(tmp_path / "other")
    other.execute("CREATE TABLE bookings (id)")
    other.execute("PRAGMA user_version = 900")
    other.commit()
    other.close()
    with store.transaction():
        for n in range(300):
            store.journal.write("b", NOW, f"{n}", "x" * 900)
    store.copies.copy_to(tmp_path / "newer")
    raw = sqlite3.connect(tmp_path / "newer")
    raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    raw.close()
    store.copies.copy_to(tmp_path / "damaged")
    whole = bytearray((tmp_path / "damaged").read_bytes())
    middle = len(whole) // 2 // 4096 * 4096
    whole[middle : middle + 8192] = b"\x5a" * 8192
    (tmp_path / "damaged").write_bytes(whole)
    store.copies.copy_to(tmp_path / "cut")
    (tmp_path / "cut").write_bytes((tmp_path / "cut").read_bytes()[: len(whole) // 2])
    refused = {name: code(tmp_path / name) for name in ("text", "empty", "other", "newer", "damaged", "cut", "nowhere")}
    assert refused == {
        "text": Code.BAD_INPUT, "empty": Code.BAD_INPUT, "other": Code.BAD_INPUT, "newer": Code.PROFILE_NEWER,
        "damaged": Code.BAD_INPUT, "cut": Code.BAD_INPUT, "nowhere": Code.BAD_INPUT,
    }  # fmt: skip
    assert not list((tmp_path / "profile").glob(".restore-*"))


def test_another_account_s_backup_is_refused_and_a_new_profile_takes_it_without_being_connected(
    store: ProfileStore, tmp_path: Path
) -> None:
    store.copies.copy_to(tmp_path / "copy")
    with store.transaction():
        store.account.put(replace(ACCOUNT, apple_id="else@example.com"))
    assert failure(back, store, tmp_path / "copy").trouble.code is Code.BAD_INPUT
    assert store.bookings.all() == [BOOKING]
    (tmp_path / "new").mkdir()
    new = ProfileStore(tmp_path / "new")
    back(new, tmp_path / "copy")
    account = new.account.get()
    assert account is not None
    assert (account.apple_id, account.connected) == (ACCOUNT.apple_id, False)
    assert [b.concern for b in new.bookings.all()] == [NOT_SEEN]
    new.close()


def test_a_damaged_profile_is_told_from_a_sound_one_and_set_aside(store: ProfileStore, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    assert restoring.here(profile) is restoring.here(tmp_path) is Here.SOUND
    store.copies.copy_to(tmp_path / "copy")
    store.close()
    (profile / FILE).write_bytes(b"SQLite format 3\0" + b"\x5a" * 9000)
    assert restoring.here(profile) is Here.DAMAGED
    with restoring.opened_backup(tmp_path / "copy", profile) as old:
        aside = restoring.replace_profile(old, profile, datetime(2027, 3, 1, tzinfo=UTC), Here.DAMAGED)
    assert aside is not None
    assert aside.read_bytes().startswith(b"SQLite format 3\0\x5a")
    assert re.fullmatch(r"damaged-2027-03-01T000000\.000000Z\.sqlite3", aside.name)
    restored = ProfileStore(profile)
    assert [b.id for b in restored.bookings.all()] == [BOOKING.id]
    restored.close()
    assert {p.name for p in profile.iterdir()} == {FILE, FOLDER}
