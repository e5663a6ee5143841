"""Starting on a database that cannot be believed: it is said, it stays as it is, and there is a way back."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.disk.conditions import DAMAGED, NEWER, contents, crashed, open_to_all, read_only, used_profile
from tests.disk.conftest import Told
from workestra_desktop.cli import main
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store import shape
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.database import SCHEMA
from workestra_desktop.store.profile import FILE, ProfileStore

BOOKINGS = 60
_SOON = (datetime.now(UTC) + timedelta(days=30)).isoformat()
DECIDE = ("book", "meeting", "--start", _SOON, "--guest", "Ada", "--offline", "--outside-rules")


def newest_copy(profile: Path) -> Path:
    return max((profile / FOLDER).glob("daily-*"))


@pytest.mark.parametrize("how", DAMAGED)
def test_a_damaged_profile_is_named_left_as_it_is_and_can_be_restored(
    profile: Path, command: Callable[..., Told], how: str
) -> None:
    DAMAGED[how](profile)
    before = contents(profile)
    for arguments in (("status",), DECIDE, ("sync",)):
        code, told = command(*arguments)
        error = told["error"]
        assert (code, error["code"], error["title"]) == (1, "disk", "The profile is damaged")
        assert "are still in your iCloud calendar" in error["message"]
        assert f'workestra restore "{newest_copy(profile)}" --yes' in error["message"]
        assert error["action"]
    assert contents(profile) == before

    copy = str(newest_copy(profile))
    code, seen = command("restore", copy)
    assert (code, seen["damaged"], seen["restored"], len(seen["bookings"]["come"])) == (0, True, False, BOOKINGS)
    assert contents(profile) == before, "a preview changes nothing"
    code, done = command("restore", copy, "--yes")
    assert (code, done["restored"]) == (0, True)
    code, listed = command("bookings")
    assert (code, len(listed)) == (0, BOOKINGS)
    after = contents(profile)
    assert {name: after[name] for name in before if name.startswith(FOLDER)} == {
        name: text for name, text in before.items() if name.startswith(FOLDER)
    }, "no copy is touched"
    if FILE in before:
        assert Path(done["kept"]).read_bytes() == before[FILE], "what was damaged is kept"
    else:
        assert done["kept"] is None


@pytest.mark.parametrize("how", NEWER)
def test_a_newer_profile_is_left_as_it_is_and_an_older_copy_can_take_its_place(
    profile: Path, command: Callable[..., Told], how: str
) -> None:
    NEWER[how](profile)
    before = contents(profile)
    for arguments in (("status",), DECIDE, ("sync",)):
        code, told = command(*arguments)
        assert (code, told["error"]["code"]) == (1, "profile_newer")
        assert "workestra restore FILE" in told["error"]["message"]
    assert contents(profile) == before
    code, seen = command("restore", str(newest_copy(profile)))
    assert (code, seen["newer"], seen["restored"]) == (0, True, False)
    assert contents(profile) == before
    code, done = command("restore", str(newest_copy(profile)), "--yes")
    assert code == 0
    assert Path(done["kept"]).name.startswith("newer-")
    assert Path(done["kept"]).read_bytes() == before[FILE]
    assert len(command("bookings")[1]) == BOOKINGS


def test_damage_without_a_copy_is_said_too(profile: Path, command: Callable[..., Told]) -> None:
    for copy in (profile / FOLDER).iterdir():
        copy.unlink()
    DAMAGED["random bytes"](profile)
    code, told = command("status")
    assert (code, told["error"]["code"]) == (1, "disk")
    assert "no copy" in told["error"]["message"]


def test_only_a_sound_copy_is_offered(profile: Path, command: Callable[..., Told]) -> None:
    older, newer = sorted((profile / FOLDER).glob("daily-*"))
    newer.write_bytes(newer.read_bytes()[:50_000])
    (profile / FOLDER / "damaged-2099-01-01.sqlite3").write_bytes(older.read_bytes())
    DAMAGED["random bytes"](profile)
    assert str(older) in command("status")[1]["error"]["message"]


def test_the_tables_of_each_schema_are_known() -> None:
    schemas = Path(shape.__file__).parent
    found = {
        number: frozenset(re.findall(r"CREATE TABLE (\w+)", (schemas / f"schema_{number}.sql").read_text("utf-8")))
        for number in range(1, SCHEMA + 1)
    }
    assert {number: tables for number, tables in found.items() if tables} == shape.TABLES


def test_a_new_profile_is_no_damaged_one(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / FILE).touch()  # a process died while it made it
    for folder in (tmp_path, tmp_path / "made"):
        ProfileStore(folder).close()
        assert {p.name for p in folder.iterdir()} - {"made"} == {FILE}


# --------------------------------------------------------------------------------------- what SQLite mends by itself


def test_a_journal_without_its_index_loses_nothing(profile: Path, command: Callable[..., Told]) -> None:
    crashed(profile, "DELETE FROM journal", "DELETE FROM event_texts", "DELETE FROM bookings WHERE id <> 'x1'")
    assert [b["id"] for b in command("bookings")[1]] == ["x1"]


@pytest.mark.parametrize("what", ["its beginning", "its end", "all of it"])
def test_a_journal_that_is_damaged_counts_up_to_there(profile: Path, command: Callable[..., Told], what: str) -> None:
    crashed(profile, "DELETE FROM bookings WHERE id <> 'x1'")
    journal = profile / f"{FILE}-wal"
    whole = journal.read_bytes()
    match what:
        case "its beginning":
            journal.write_bytes(bytes(40) + whole[40:])
        case "its end":
            journal.write_bytes(whole[:-3000] + b"\x5a" * 3000)
        case _:
            journal.write_bytes(b"\x5a" * len(whole))
    code, listed = command("bookings")
    assert (code, len(listed)) == (0, BOOKINGS), "as it was before the last change"
    with closing(sqlite3.connect(profile / FILE)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


# ------------------------------------------------------------------------------------------- nothing can be written


@pytest.mark.parametrize("part", [FILE, f"{FILE}-wal"])
def test_a_file_that_cannot_be_made(profile: Path, command: Callable[..., Told], part: str) -> None:
    """A folder stands in its place: even root has no way around that."""
    (profile / part).unlink(missing_ok=True)
    (profile / part).mkdir()
    (profile / part / "file").touch()
    before = contents(profile)
    for arguments in (("status",), DECIDE):
        code, told = command(*arguments)
        assert (code, told["error"]["code"], told["error"]["title"]) == (1, "disk", "The profile can't be written")
    assert contents(profile) == before


def test_an_index_of_the_journal_that_cannot_be_made(profile: Path, command: Callable[..., Told]) -> None:
    (profile / f"{FILE}-shm").mkdir()
    (profile / f"{FILE}-shm" / "file").touch()
    before = contents(profile)
    code, told = command(*DECIDE)
    assert (code, told["error"]["code"]) == (1, "disk")
    assert {name: text for name, text in contents(profile).items() if text or name in before} == before
    assert len(command("bookings")[1]) == BOOKINGS, "what is there can still be read"


def test_a_lock_that_cannot_be_made(profile: Path, command: Callable[..., Told]) -> None:
    (profile / "sync.lock").mkdir()
    before = contents(profile)
    for arguments in (("restore", str(newest_copy(profile)), "--yes"),):
        code, told = command(*arguments)
        assert (code, told["error"]["code"]) == (1, "disk")
    assert contents(profile) == before
    assert command("status")[0] == 0, "what needs no iCloud works"


def test_a_read_only_profile(capfd: pytest.CaptureFixture[str]) -> None:
    with open_to_all() as folder:
        profile = used_profile(folder / "profile", events=10)
        before = contents(profile)
        with read_only(profile):
            code = main(["status", "--profile", str(profile)])
            with pytest.raises(Failure) as refused:
                ProfileStore(profile)
        said = capfd.readouterr()
        assert code == 1
        assert said.out == ""
        assert said.err.startswith("The profile is read-only.\nNothing new can be kept")
        assert "Make its folder writable" in said.err
        assert refused.value.trouble.code is Code.DISK
        assert contents(profile) == before
        with closing(ProfileStore(profile)) as store:
            assert len(store.bookings.all()) == BOOKINGS
