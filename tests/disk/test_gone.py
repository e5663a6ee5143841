"""The profile's folder goes away, or is replaced, while the app runs: nothing is decided into the void."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.example import BOOKING
from tests.disk.conditions import used_profile
from workestra_desktop.core.disk import Cause, cause
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.core.words import words
from workestra_desktop.store.profile import FILE, ProfileStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")


def decide(store: ProfileStore) -> None:
    with store.transaction():
        store.bookings.put(replace(BOOKING, note="decided now"))


def refused(store: ProfileStore) -> None:
    with pytest.raises(Failure) as failure:
        decide(store)
    trouble = failure.value.trouble
    assert (trouble.code, cause(trouble)) == (Code.DISK, Cause.GONE)
    assert words(trouble).title == "The profile's folder is gone"
    assert "Nothing new can be kept" in words(trouble).message


def test_a_folder_that_is_moved_away_and_back(profile: Path, tmp_path: Path) -> None:
    with closing(ProfileStore(profile)) as store:
        profile.rename(tmp_path / "elsewhere")
        refused(store)
        (tmp_path / "elsewhere").rename(profile)
        decide(store)
    with closing(ProfileStore(profile)) as again:
        assert again.bookings.get(BOOKING.id) == replace(BOOKING, note="decided now")


def test_a_folder_that_is_removed(profile: Path) -> None:
    with closing(ProfileStore(profile)) as store:
        shutil.rmtree(profile)
        refused(store)
        assert not profile.exists(), "nothing is made in its place"


def test_a_database_that_another_has_replaced(profile: Path, tmp_path: Path) -> None:
    """As a restore does with a damaged one, while a window still has that open."""
    used_profile(tmp_path / "other", bookings=2, events=0)
    with closing(ProfileStore(profile)) as store:
        (profile / FILE).rename(tmp_path / "aside")
        shutil.copy(tmp_path / "other" / FILE, profile / FILE)
        refused(store)
    with closing(ProfileStore(tmp_path / "other")) as other:
        assert {b.id for b in other.bookings.all()} == {"x1", BOOKING.id}
