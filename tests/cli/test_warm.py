"""A command that is forked says and does the same as one that is started."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.command import Workestra
from tests.cli.warm import POSSIBLE, Warm
from tests.support.icloud import ICloud

pytestmark = pytest.mark.skipif(not POSSIBLE, reason="where nothing is forked, every command is started")


@pytest.mark.parametrize(
    "arguments",
    [("links", "--json"), ("connect",), ("busy", "--json"), ("times", "--help"), ("backup", "/dev/null/x"), ("-",)],
    ids=" ".join,
)
def test_it_says_the_same_and_ends_the_same(tmp_path: Path, warm: Warm, arguments: tuple[str, ...]) -> None:
    one, other = (Workestra(tmp_path, "http://127.0.0.1:9/", warm=way).run(*arguments) for way in (None, warm))
    assert other.stdout or other.stderr
    assert (other.returncode, other.stdout, other.stderr) == (one.returncode, one.stdout, one.stderr)


def test_it_reads_the_password_and_keeps_to_its_surroundings(tmp_path: Path, warm: Warm, icloud: ICloud) -> None:
    icloud.mkcalendar("work", "Work")
    day, far = datetime.now(UTC) + timedelta(days=1), tmp_path / "far"
    far.mkdir()
    here, there = Workestra(tmp_path, icloud.url, warm=warm), Workestra(far, icloud.url, {"TZ": "Asia/Tokyo"}, warm)
    for each, hours in ((here, ("+01:00", "+02:00")), (there, ("+09:00",))):
        each.connect(icloud)
        assert (each.folder / "keyring.json").exists()
        slots = each("slots", "meeting", "--from", day.isoformat(), "--to", (day + timedelta(days=7)).isoformat())
        assert slots and all(slot["start"].endswith(hours) for slot in slots)
