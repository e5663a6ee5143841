"""The profile folder: where it is, who may read it, and what happens where it cannot be."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.folders import profile_folder


def test_the_option_beats_the_environment(tmp_path: Path) -> None:
    env = {"WORKESTRA_PROFILE": str(tmp_path / "from-env")}
    assert profile_folder(str(tmp_path / "asked"), env) == tmp_path / "asked"
    assert not (tmp_path / "from-env").exists()


def test_the_environment_beats_the_platform(tmp_path: Path) -> None:
    assert profile_folder(None, {"WORKESTRA_PROFILE": str(tmp_path / "env")}) == tmp_path / "env"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="XDG folders are Linux's")
def test_without_either_it_is_the_platforms_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert profile_folder(None, {"WORKESTRA_PROFILE": ""}) == tmp_path / "Workestra Desktop"


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_a_new_profile_is_private_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    made = profile_folder(str(tmp_path / "deep" / "new"), {})
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    old = tmp_path / "old"
    old.mkdir()
    old.chmod(0o755)
    assert stat.S_IMODE(profile_folder(str(old), {}).stat().st_mode) == 0o755


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    assert list(profile_folder(str(tmp_path / "p"), {}).iterdir()) == []


def test_a_relative_profile_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert profile_folder("p", {}) == tmp_path / "p"


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_what_cannot_be_a_folder_is_bad_input(name: str) -> None:
    with pytest.raises(Failure) as caught:
        profile_folder(name, {})
    assert caught.value.trouble.code is Code.BAD_INPUT


def test_a_file_is_bad_input_and_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(Failure) as caught:
        profile_folder(str(tmp_path / "file"), {})
    assert caught.value.trouble.code is Code.BAD_INPUT
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_below_a_file_is_a_disk_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failure) as caught:
        profile_folder(str(tmp_path / "file" / "profile"), {})
    assert caught.value.trouble.code is Code.DISK


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_profile_is_a_disk_trouble(tmp_path: Path) -> None:
    profile = tmp_path / "p"
    profile.mkdir()
    profile.chmod(0o500)
    with pytest.raises(Failure) as caught:
        profile_folder(str(profile), {})
    profile.chmod(0o700)
    assert caught.value.trouble.code is Code.DISK


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a file system that takes no new file")
def test_a_volume_that_takes_no_file_is_a_disk_trouble() -> None:
    with pytest.raises(Failure) as caught:
        profile_folder("/proc/self", {})
    assert caught.value.trouble.code is Code.DISK
