"""The daily copy as a round makes it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.support.desks import MONDAY, Workplace
from workestra_desktop.core.commands import SyncNow
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code
from workestra_desktop.store.copying import FOLDER


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in (folder / "profile" / FOLDER).glob("daily-*"))


def test_a_round_keeps_one_copy_a_day_after_something_changed(place: Workplace, tmp_path: Path) -> None:
    place.connect()
    assert names(tmp_path) == ["daily-2027-03-01.sqlite3"]
    for _ in range(3):
        place.clock.forward(days=1)
        place.desk.execute(SyncNow())
    assert len(names(tmp_path)) == 1, "nothing was decided"
    place.book(MONDAY + timedelta(days=7, hours=3))
    place.clock.forward(days=1)
    place.desk.execute(SyncNow())
    assert names(tmp_path) == ["daily-2027-03-01.sqlite3", "daily-2027-03-05.sqlite3"]


def test_a_copy_that_fails_breaks_no_round_and_is_shown(place: Workplace, tmp_path: Path) -> None:
    (tmp_path / "profile").mkdir(exist_ok=True)
    (tmp_path / "profile" / FOLDER).write_text("in the way")
    place.connect()
    booking = place.book(MONDAY + timedelta(days=7, hours=3))
    assert booking.sync == "synced"
    snapshot = place.desk.snapshot()
    assert [p.code for p in snapshot.problems] == [Code.DISK]
    assert snapshot.state is State.ATTENTION
    (tmp_path / "profile" / FOLDER).unlink()
    place.desk.execute(SyncNow())
    assert place.desk.snapshot().problems == ()
