"""Erasing what lies beside the database: all of it, or it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop import beside, language
from workestra_desktop.desktop.draft import Draft


def test_nothing_is_left_and_nothing_else_is_touched(tmp_path: Path) -> None:
    Draft(tmp_path).keep("host@example.org")
    language.note(tmp_path, "de")
    (tmp_path / beside.WINDOW).write_text("[General]")
    (tmp_path / "other").write_text("stays")
    beside.erase(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["other"]
    beside.erase(tmp_path)


def test_what_stays_is_told_after_the_others_are_gone(tmp_path: Path) -> None:
    """A folder in the place of a file cannot be unlinked, also by an administrator."""
    Draft(tmp_path).keep("host@example.org")
    (tmp_path / language.FILE).mkdir()
    (tmp_path / beside.WINDOW).write_text("[General]")
    with pytest.raises(Failure) as told:
        beside.erase(tmp_path)
    assert told.value.trouble.code is Code.DISK
    assert [file.name for file in tmp_path.iterdir()] == [language.FILE]
