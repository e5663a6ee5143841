"""What the frozen app wants of the system, held against packaging/linux/depends.toml."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tools.installer_linux_needs import Needs, Surprise, Written, depends, needs, strays, written
from tools.installer_linux_tree import PARTS

LISTED = Written(
    linked={"libc.so.6": "libc6", "libm.so.6": "libc6", "libGL.so.1": "libgl1"},
    opened={"libopened.so.1": "libopened1"},
    packages=("fonts",),
    recommends=(),
    floors={"libstdc++6": {"symbol": "GLIBCXX_3.4.29", "package": "11"}},
)
FOUND = Needs(
    {"libc.so.6": ("a",), "libm.so.6": ("a",), "libGL.so.1": ("b", "c")}, {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 9)}
)


def test_packages_are_those_of_the_libraries_and_those_beside_them() -> None:
    assert depends(FOUND, LISTED) == ["fonts", "libc6 (>= 2.35)", "libgl1", "libopened1"]


def test_a_library_that_nobody_wrote_down_is_no_package() -> None:
    more = replace(FOUND, libraries={**FOUND.libraries, "libgtk-3.so.0": ("libqgtk3.so", "x")})
    with pytest.raises(Surprise, match=r"libgtk-3\.so\.0 is needed by libqgtk3\.so, x and not in the list"):
        depends(more, LISTED)


def test_a_library_that_nothing_needs_any_more_leaves_the_list() -> None:
    fewer = replace(FOUND, libraries={k: v for k, v in FOUND.libraries.items() if k != "libGL.so.1"})
    with pytest.raises(Surprise, match=r"libGL\.so\.1 is in the list and nothing needs it"):
        depends(fewer, LISTED)


def test_a_newer_symbol_than_looked_up_is_refused() -> None:
    with pytest.raises(Surprise, match=r"GLIBCXX_3\.4\.30 is newer than GLIBCXX_3\.4\.29"):
        depends(replace(FOUND, newest={"GLIBCXX": (3, 4, 30)}), LISTED)


def test_the_written_list_is_whole() -> None:
    known = written(PARTS / "depends.toml")
    assert known.linked["libGL.so.1"] == "libgl1"
    assert known.recommends[0].split(" | ")[:2] == ["gnome-keyring", "kwalletmanager"]
    assert set(known.floors) <= {*known.linked.values(), *known.opened.values(), *known.packages}


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("objdump"), reason="reads ELF files with objdump")
def test_a_real_programs_needs_are_read(tmp_path: Path) -> None:
    program = tmp_path / "deep" / "program"
    program.parent.mkdir()
    shutil.copy(Path("/bin/sh").resolve(), program)
    (tmp_path / "no-elf.txt").write_text("NEEDED libnothing.so")
    found = needs(tmp_path)
    assert found.libraries["libc.so.6"] == ("program",)
    assert "libnothing.so" not in found.libraries
    assert found.newest["GLIBC"] >= (2, 2, 5)
    (tmp_path / "libc.so.6").touch()  # brought along
    assert "libc.so.6" not in needs(tmp_path).libraries


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("dpkg-query"), reason="asks dpkg")
def test_packages_of_the_list_bring_their_libraries_here() -> None:
    assert strays(written(PARTS / "depends.toml")) == []
    wrong = replace(LISTED, linked={"libc.so.6": "libgl1"}, opened={})
    assert strays(wrong) == ["libc.so.6 is of libc6, not of libgl1"]
