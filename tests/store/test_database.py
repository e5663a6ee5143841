"""The profile's file: made, opened, refused, full, damaged, and what a killed process leaves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.core.example import BOOKING
from workestra_desktop.core.booking import Status
from workestra_desktop.core.link import first_link
from workestra_desktop.core.settings import Settings
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store.booking_rows import _booking_body, _link_body
from workestra_desktop.store.database import SCHEMA, Database
from workestra_desktop.store.profile import FILE, ProfileStore

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2027, 3, 1, tzinfo=UTC)


def code_of(folder: Path) -> Code:
    with pytest.raises(Failure) as refused:
        ProfileStore(folder)
    return refused.value.trouble.code


def test_a_new_profile_is_made_and_opens_again(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)
    with store.transaction():
        store.links.put(first_link("Europe/Amsterdam"))
    store.close()
    again = ProfileStore(tmp_path)
    assert again.links.all() == [first_link("Europe/Amsterdam")]
    again.close()
    with sqlite3.connect(tmp_path / FILE) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = raw.execute(
            "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        assert {strict for _, strict in tables} == {1}
    raw.close()


def test_promises_of_the_connection(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    facts = [database.row(f"PRAGMA {name}") for name in ("synchronous", "foreign_keys", "busy_timeout")]
    database.close()
    assert facts == [(2,), (1,), (10000,)]


def test_only_what_can_be_read_again_is_not_waited_for(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)

    def synchronous() -> object:
        return (database.row("PRAGMA synchronous") or (None,))[0]

    with database.transaction():
        assert synchronous() == 2
        with database.transaction(lasting=False):
            assert synchronous() == 2, "the outer transaction lasts"
    with database.transaction(lasting=False):
        assert synchronous() == 1
        database.run("INSERT INTO journal (booking, at, what, detail) VALUES ('b', 0, 'x', '')")
    assert synchronous() == 2
    assert database.rows("SELECT what FROM journal") == [("x",)]

    def half() -> None:
        with database.transaction(lasting=False):
            database.run("DELETE FROM journal")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert synchronous() == 2
    assert database.rows("SELECT what FROM journal") == [("x",)]
    database.close()


def test_a_newer_profile_is_left_alone_to_the_byte(tmp_path: Path) -> None:
    ProfileStore(tmp_path).close()
    raw = sqlite3.connect(tmp_path / FILE)
    raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    raw.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert code_of(tmp_path) is Code.PROFILE_NEWER
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("content", [b"This is no database. " * 400, None], ids=["no database", "half of one"])
def test_a_damaged_profile_is_left_alone(tmp_path: Path, content: bytes | None) -> None:
    if content is None:
        store = ProfileStore(tmp_path)
        with store.transaction():
            for n in range(200):
                store.journal.write("b", NOW, f"line {n}", "x" * 500)
        store.close()
        whole = bytearray((tmp_path / FILE).read_bytes())
        whole[100:] = b"\x5a" * (len(whole) - 100)
        content = bytes(whole)
    (tmp_path / FILE).write_bytes(content)
    assert code_of(tmp_path) is Code.DISK
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_is_not_there_is_a_trouble_of_the_disk(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nowhere") is Code.DISK


def test_a_write_outside_a_transaction_is_a_defect_of_ours(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)
    with pytest.raises(RuntimeError):
        store.links.put(first_link("UTC"))
    store.close()


def test_a_failed_transaction_leaves_nothing_of_itself(tmp_path: Path) -> None:
    store = ProfileStore(tmp_path)

    def half() -> None:
        with store.transaction():
            store.links.put(first_link("UTC"))
            with store.transaction():
                store.journal.write("b", NOW, "inner")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert store.links.all() == []
    assert store.journal.of("b") == []
    with store.transaction():
        store.links.put(first_link("UTC"))
    assert len(store.links.all()) == 1
    store.close()


def test_another_connection_s_write_shows_in_the_data_version(tmp_path: Path) -> None:
    one, two = ProfileStore(tmp_path), ProfileStore(tmp_path)
    before = one.data_version()
    with one.transaction():
        one.links.put(first_link("UTC"))
    assert one.data_version() == before, "its own writes do not count"
    with two.transaction():
        two.links.remove("meeting")
    assert one.data_version() != before
    one.close()
    two.close()


_READS_AND_ENDS = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
    "print(c.execute('SELECT count(*) FROM links').fetchone()[0]); c.close()"
)


def test_a_second_connection_leaves_the_first_its_locks(tmp_path: Path) -> None:
    """Whoever opens the file by hand and closes it again takes all locks of the process with it (fcntl(2); SQLite, “How
    To Corrupt An SQLite Database File”, 2.2): another process, the last one as far as it can see, would then delete the
    journal that this one goes on writing to."""
    first = ProfileStore(tmp_path)
    ProfileStore(tmp_path).close()

    def links_to_others() -> int:
        command = [sys.executable, "-c", _READS_AND_ENDS, str(tmp_path / FILE)]
        return int(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)

    assert links_to_others() == 0
    assert (tmp_path / f"{FILE}-wal").exists(), "the journal of a connection that is open"
    with first.transaction():
        first.links.put(first_link("Europe/Amsterdam"))
    assert links_to_others() == 1, "what one has confirmed is there for all"
    first.close()


def test_a_locked_database_is_a_busy_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = ProfileStore(tmp_path), ProfileStore(tmp_path)
    two._database._connection.execute("PRAGMA busy_timeout = 50")
    with one.transaction(), pytest.raises(Failure) as busy, two.transaction():
        pass
    assert busy.value.trouble.code is Code.PROFILE_BUSY
    one.close()
    two.close()


# --- in a process of its own ----------------------------------------------------------------------------------------

FILL = """
import resource, signal, sys
from pathlib import Path
from datetime import UTC, datetime
from workestra_desktop.core.link import first_link
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store.profile import ProfileStore
now = datetime(2027, 3, 1, tzinfo=UTC)
store = ProfileStore(Path(sys.argv[1]))
with store.transaction():
    store.links.put(first_link("UTC"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
written = 0
try:
    for n in range(1000):
        with store.transaction():
            for m in range(10):
                store.journal.write(f"b{n}", now, "line", "x" * 1000)
        written += 1
except Failure as failure:
    print(failure.trouble.code.value, written)
whole = [n for n in range(written) if len(store.journal.of(f"b{n}")) == 10]
print(len(whole), len(store.journal.of(f"b{written}")), len(store.links.all()))
"""

DIE = """
import sys, time
from pathlib import Path
from workestra_desktop.core.link import first_link
from workestra_desktop.store.profile import ProfileStore
from dataclasses import replace
store = ProfileStore(Path(sys.argv[1]))
with store.transaction():
    store.links.put(first_link("UTC"))
with store.transaction():
    for n in range(2000):
        store.links.put(replace(first_link("UTC"), slug=f"link-{n}", location="x" * 400))
    store.links.remove("meeting")
    print("now", flush=True)
    time.sleep(60)
"""


def child(code: str, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is POSIX")
def test_a_full_disk_is_said_and_what_was_stored_stays(tmp_path: Path) -> None:
    with child(FILL, tmp_path) as process:
        out, _ = process.communicate(timeout=60)
    code, written = out.splitlines()[0].split()
    assert code == "disk"
    assert int(written) > 0
    assert out.splitlines()[1] == f"{written} 0 1", "every finished transaction is whole, the last left no trace"
    store = ProfileStore(tmp_path)
    assert len(store.journal.of(f"b{int(written) - 1}")) == 10
    with store.transaction():
        store.journal.write("later", NOW, "there is room again")
    store.close()


def test_a_killed_process_leaves_only_whole_transactions(tmp_path: Path) -> None:
    with child(DIE, tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        process.kill()
        process.wait(10)
        assert process.returncode in (-signal.SIGKILL, 1)
    store = ProfileStore(tmp_path)
    assert [link.slug for link in store.links.all()] == ["meeting"]
    store.close()


def mounts() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None


@pytest.mark.skipif(not mounts(), reason="mounts a small file system, so needs root on Linux")
def test_a_file_system_without_room_or_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mount, umount = shutil.which("mount") or "", shutil.which("umount") or ""
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=600k", "tmpfs", folder], check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    try:
        store = ProfileStore(folder)
        with store.transaction():
            store.links.put(first_link("UTC"))
        assert failing(lambda: flood(store)) is Code.DISK
        assert (store.links.all(), store.journal.of("b")) == ([first_link("UTC")], [])
        store.close()
        subprocess.run([mount, "-o", "remount,ro", folder], check=True)
        assert failing(lambda: change(folder)) is Code.DISK
        subprocess.run([mount, "-o", "remount,rw", folder], check=True)
        store = ProfileStore(folder)
        assert store.links.all() == [first_link("UTC")]
        store.close()
    finally:
        subprocess.run([umount, folder], check=True)


def failing(work: Callable[[], object]) -> Code:
    with pytest.raises(Failure) as refused:
        work()
    return refused.value.trouble.code


def flood(store: ProfileStore) -> None:
    with store.transaction():
        for n in range(1000):
            store.journal.write("b", NOW, f"{n}", "x" * 2000)


def change(folder: Path) -> None:
    """Opens a profile that can only be read, and if that works, writes."""
    store = ProfileStore(folder)
    try:
        with store.transaction():
            store.links.remove("meeting")
    finally:
        store.close()


def test_a_profile_of_an_older_app_keeps_everything_and_a_copy(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / FILE)
    old.executescript((ROOT / "workestra_desktop" / "store" / "schema_1.sql").read_text("utf-8"))
    old.execute("INSERT INTO calendars VALUES ('/a/', 'Work', '#112233', 1, 1, 1, 0, 1, 1, 'c', 't', 5.0, NULL)")
    for name, text in (("a", "BEGIN:VCALENDAR"), ("b", "BEGIN:VCALENDAR"), ("buried", "")):
        values = ("/a/", f"/a/{name}.ics", "e", name, text, None, None, 0, "", 5.0, 1)
        old.execute("INSERT INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    gone = replace(BOOKING, id="b2", uid="U2", status=Status.CANCELLED)
    for b in (BOOKING, gone):
        kept = json.loads(_booking_body(b))
        del kept["invited"]
        row = (b.id, int(b.start.timestamp()), b.status, b.uid, json.dumps(kept))
        old.execute("INSERT INTO bookings VALUES (?, ?, ?, ?, ?)", row)
    body = json.loads(_link_body(first_link("UTC")))
    del body["window"], body["travels"]
    old.execute("INSERT INTO links VALUES ('meeting', ?)", (json.dumps(body),))
    old.execute("PRAGMA user_version = 1")
    old.commit()
    old.close()
    store = ProfileStore(tmp_path)
    (calendar,) = store.calendars.all()
    assert (calendar.events, store.mirror.count()) == (2, 2)
    with store.transaction():
        store.mirror.bury("/a/", "/a/b.ics")
        store.mirror.remove("/a/", ["/a/buried.ics"])
    assert store.mirror.count() == 1
    assert store.bookings.all() == [BOOKING, gone]
    assert store.bookings.near(BOOKING.span) == [BOOKING]
    assert store.links.all() == [first_link("UTC")]
    assert store.settings.get() == Settings()
    store.close()
    assert (calendar.name, calendar.write_to, calendar.sync_token, calendar.owner) == ("Work", True, "t", None)
    copy = sqlite3.connect(tmp_path / "backups" / "before-migration-of-schema-1.sqlite3")
    assert copy.execute("SELECT name FROM calendars").fetchall() == [("Work",)]
    copy.close()
