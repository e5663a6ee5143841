"""What was typed before the first sign-in outlives the app, and nothing else is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from workestra_desktop.desktop.draft import Draft


def test_it_is_there_at_the_next_start_and_goes_without_a_trace(tmp_path: Path) -> None:
    assert Draft(tmp_path).read() == ""
    Draft(tmp_path).keep("jürgen@example.org")
    assert Draft(tmp_path).read() == "jürgen@example.org"
    assert [p.stat().st_mode & 0o077 for p in tmp_path.iterdir()] == [0]
    Draft(tmp_path).keep("")
    assert not list(tmp_path.iterdir())
    Draft(tmp_path).keep("")


def test_what_cannot_be_kept_or_read_is_logged_and_no_more(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    gone = Draft(tmp_path / "gone")
    gone.keep("host@example.org")
    assert gone.read() == ""
    (tmp_path / "apple-id.draft").write_bytes(b"\xff\xfe\x00")
    assert Draft(tmp_path).read() == ""
    assert [r.getMessage().partition(":")[0] for r in caplog.records] == ["draft not kept", "draft not read"]
    assert "host@" not in caplog.text
