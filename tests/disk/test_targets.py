"""Backups, exports and reports to a disk that takes nothing, and a migration without room."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.disk.conditions import Disk, contents, mounted, older, open_to_all, read_only, unmount, used_profile
from tests.disk.conftest import Told
from tests.support.servers import ROOT
from workestra_desktop.core.disk import Cause, cause, of_other_file
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.core.words import words
from workestra_desktop.store import copying, database
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.profile import FILE, ProfileStore

FILES = [
    ("backup", "{}"), ("export", "--format", "csv", "--to", "{}"), ("export", "--format", "ics", "--to", "{}"),
    ("diagnostics", "{}"),
]  # fmt: skip


def to(target: Path, arguments: tuple[str, ...]) -> list[str]:
    return [a.format(target) for a in arguments]


@pytest.mark.parametrize("arguments", FILES, ids=lambda a: " ".join(a[:3]))
def test_a_file_on_a_full_disk(
    profile: Path, tmp_path: Path, command: Callable[..., Told], arguments: tuple[str, ...]
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    if not mounted(full, "size=4k,nr_inodes=9"):
        pytest.skip("mounts a small file system, so needs root on Linux")
    try:
        (full / "filler").write_bytes(bytes(4096))
        (full / "out").touch()
        for target in (full / "new", full / "out"):
            if arguments[0] == "backup" and target.exists():
                continue  # it takes the place of a backup only
            code, told = command(*to(target, arguments))
            error = told["error"]
            assert (code, error["code"], error["title"]) == (1, "disk", "That file can't be written")
            assert error["message"].startswith("The disk is full.")
        assert {p.name: p.stat().st_size for p in full.iterdir()} == {"filler": 4096, "out": 0}
    finally:
        unmount(full)
    assert command("status")[0] == 0


@pytest.mark.parametrize("arguments", FILES, ids=lambda a: " ".join(a[:3]))
def test_a_file_in_a_read_only_folder(profile: Path, command: Callable[..., Told], arguments: tuple[str, ...]) -> None:
    with open_to_all() as folder:
        mine = used_profile(folder / "profile", bookings=2, events=0)
        (folder / "target").mkdir()
        before = contents(mine)
        for path in (mine, *mine.rglob("*")):
            path.chmod(0o777)
        with read_only(folder / "target"):
            code, told = command(*to(folder / "target" / "new", arguments), "--profile", str(mine))
        error = told["error"]
        assert (code, error["code"], error["title"]) == (1, "disk", "That file can't be written")
        assert "read-only" in error["message"]
        assert list((folder / "target").iterdir()) == []
        assert contents(mine) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "arguments", [("bookings", "--json"), ("bookings",), ("export", "--format", "csv"), ("diagnostics", "--preview")]
)
def test_an_output_that_takes_no_more(profile: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "workestra_desktop.cli", *arguments, "--profile", str(profile)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60, cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("The result can't be written out.\nThe disk is full. What you asked for was done")
    assert "Error" not in done.stderr


def test_a_migration_without_room_leaves_everything_for_another_try(disk: Disk) -> None:
    profile = used_profile(disk.folder / "profile", events=0)
    older(profile, without=None)
    with closing(sqlite3.connect(profile / FILE)) as raw:
        for n in range(300):
            raw.execute("INSERT INTO journal (booking, at, what, detail) VALUES ('b', 0, ?, ?)", (f"{n}", "x" * 900))
        raw.commit()
    before = contents(profile)
    disk.fill()
    with pytest.raises(Failure) as failure:
        ProfileStore(profile)
    disk.free()
    assert failure.value.trouble.code is Code.DISK
    assert cause(failure.value.trouble) in (Cause.FULL, Cause.UNKNOWN)
    after = contents(profile)
    assert {name: text for name, text in after.items() if text} == before
    assert not list(profile.rglob("*.part"))
    with closing(ProfileStore(profile)) as store:
        assert store.database.rows("SELECT count(*) FROM journal") == [(300,)]
    assert (profile / FOLDER / "before-migration-of-schema-4.sqlite3").is_file()


def test_a_migration_that_fails_after_its_copy_is_undone(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for the copy, and none for the migration itself."""
    profile = used_profile(disk.folder / "profile", events=0)
    older(profile, without=None)
    real = copying.copy_before_migration

    def copy_and_fill(*arguments: object) -> None:
        real(*arguments)  # type: ignore[arg-type]
        disk.fill()

    monkeypatch.setattr(database, "copy_before_migration", copy_and_fill)
    with pytest.raises(Failure) as failure:
        ProfileStore(profile)
    disk.free()
    assert failure.value.trouble.code is Code.DISK
    with closing(sqlite3.connect(profile / FILE)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (4,)
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'event_texts'").fetchone() == (0,)
    monkeypatch.setattr(database, "copy_before_migration", real)
    ProfileStore(profile).close()


def test_other_files_and_the_profile_are_told_apart(profile: Path, tmp_path: Path) -> None:
    with closing(ProfileStore(profile)) as store, pytest.raises(Failure) as failure:
        store.copies.copy_to(tmp_path / "no" / "such" / "folder")
    assert of_other_file(failure.value.trouble)
    assert words(failure.value.trouble).title == "That file can't be written"
