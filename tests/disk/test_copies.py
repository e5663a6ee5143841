"""Damage that shows while the app runs: it is told, nothing more is written, and no good copy goes for a bad one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.core.example import BOOKING
from tests.disk.conditions import NOW, contents, overwrite_page
from tests.disk.conftest import Told
from tests.support.desks import workplace
from workestra_desktop.core.commands import SyncNow
from workestra_desktop.core.disk import Cause, cause
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store.copying import FOLDER
from workestra_desktop.store.profile import ProfileStore

HIDDEN = [("objects", True), ("journal", True), ("objects_by_uid", False)]
"""What a start does not look at, and whether a page below its root is meant."""


@pytest.mark.parametrize(("name", "leaf"), HIDDEN)
def test_damage_that_a_start_does_not_see_stops_the_copies_and_every_write(
    profile: Path, name: str, leaf: bool
) -> None:
    overwrite_page(profile, name, leaf=leaf)
    before = contents(profile)
    with closing(ProfileStore(profile)) as store:
        for day in range(2, 20):
            assert not store.copies.keep_daily(NOW + timedelta(days=day))
        trouble = store.copies.trouble()
        assert trouble is not None
        assert (trouble.code, cause(trouble)) == (Code.DISK, Cause.DAMAGED)
        assert trouble.subject == str(max((profile / FOLDER).glob("daily-*")))
        with pytest.raises(Failure) as refused, store.transaction():
            store.bookings.put(replace(BOOKING, note="never"))
        assert refused.value.trouble == trouble
        assert len(store.bookings.all()) == 60, "what can be read is still shown"
    assert {n: t for n, t in contents(profile).items() if t} == before


def test_damage_that_a_round_meets_ends_it_and_is_shown(profile: Path) -> None:
    overwrite_page(profile, "objects", leaf=True)
    with workplace(profile, "http://127.0.0.1:9/") as place:
        place.desk.around.vault.keep("host@example.com", "abcd-efgh-ijkl-mnop")
        with pytest.raises(Failure) as failure:
            place.desk.execute(SyncNow())
        assert cause(failure.value.trouble) is Cause.DAMAGED
        snapshot = place.desk.snapshot()
        assert [cause(p) for p in snapshot.problems if p.code is Code.DISK] == [Cause.DAMAGED]
        assert snapshot.state is State.ATTENTION


def test_damage_that_a_reading_meets_is_remembered(profile: Path, command: Callable[..., Told]) -> None:
    overwrite_page(profile, "journal", leaf=True)
    code, told = command("show", "x2")
    if code == 0:
        pytest.skip("the line lies on another page")
    assert (code, told["error"]["title"]) == (1, "The profile is damaged")


def test_a_damaged_profile_cannot_be_copied_over_a_backup(
    profile: Path, tmp_path: Path, command: Callable[..., Told]
) -> None:
    assert command("backup", str(tmp_path / "mine"))[0] == 0
    good = (tmp_path / "mine").read_bytes()
    overwrite_page(profile, "objects", leaf=True)
    code, told = command("backup", str(tmp_path / "mine"))
    assert (code, told["error"]["title"]) == (1, "The profile is damaged")
    assert (tmp_path / "mine").read_bytes() == good
    assert command("restore", str(tmp_path / "mine"), "--yes")[0] == 0
    assert command("backup", str(tmp_path / "mine"))[0] == 0


def test_the_whole_file_is_looked_through_once_a_day(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(ProfileStore(profile)) as store:
        checks: list[None] = []
        monkeypatch.setattr(store.database, "check", lambda: checks.append(None))
        counts = []
        for hours in (0, 1, 5, 24, 25, 48):
            store.copies.keep_daily(NOW + timedelta(hours=hours))
            counts.append(len(checks))
        assert counts == [1, 1, 1, 2, 2, 3]
