"""A file as SQLite is told of it: whatever its name is, that file is opened and no other."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import cast

import pytest

from workestra_desktop.store.copying import address

NAMES = ["plain.db", "with space.db", "50%25#x.db", "Zoë & 日本.db"]
NOT_ON_WINDOWS = ["a?mode=rwc.db", "a:b.db"]


@pytest.mark.parametrize("name", NAMES if sys.platform == "win32" else NAMES + NOT_ON_WINDOWS)
def test_any_name_is_opened(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE here (it INTEGER)")
        made.commit()
    with closing(sqlite3.connect(address(file, "mode=ro"), uri=True)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master").fetchall() == [("here",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            opened.execute("DROP TABLE here")


class _Absolute:
    """A path of another system than the one that runs the test."""

    def __init__(self, path: PurePath) -> None:
        self._path = path

    def absolute(self) -> PurePath:
        return self._path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/home/ada/x"), "file:///home/ada/x?mode=ro"),
        (PureWindowsPath("C:\\Users\\Ada L\\x"), "file:///C:/Users/Ada%20L/x?mode=ro"),
        (PureWindowsPath("\\\\server\\share\\x"), "file:////server/share/x?mode=ro"),
    ],
)
def test_drives_and_shares_have_their_slashes_in_front(path: PurePath, expected: str) -> None:
    assert address(cast("Path", _Absolute(path)), "mode=ro") == expected
