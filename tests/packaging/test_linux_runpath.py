"""Libraries of the package look for others beside themselves and in the system, never where they were built."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.installer_linux_runpath import without_foreign_paths

needs_compiler = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("gcc") and shutil.which("readelf")), reason="makes libraries with gcc"
)


def library(folder: Path, path: str, *more: str) -> Path:
    source, made = folder / "one.c", folder / "libone.so"
    source.write_text("int one(void) { return 1; }\n")
    line = ["gcc", "-shared", "-fPIC", f"-Wl,-rpath,{path}", *more, "-o", str(made), str(source)]
    subprocess.run(line, check=True, capture_output=True)
    return made


def dynamic(path: Path) -> str:
    return subprocess.run(["readelf", "-dW", str(path)], capture_output=True, text=True, check=True).stdout  # noqa: S607


@needs_compiler
@pytest.mark.parametrize("kind", ["-Wl,--enable-new-dtags", "-Wl,--disable-new-dtags"])
def test_folders_of_the_building_machine_are_taken_out(tmp_path: Path, kind: str) -> None:
    made = library(tmp_path, "/home/somebody/lib", kind)
    before = dynamic(made)
    assert "/home/somebody/lib" in before
    assert without_foreign_paths(made) == ["/home/somebody/lib"]
    after = dynamic(made)
    assert "PATH" not in after
    assert b"somebody" not in made.read_bytes()
    assert after.count("(NEEDED)") == before.count("(NEEDED)")
    assert ctypes.CDLL(str(made)).one() == 1
    assert without_foreign_paths(made) == []


@needs_compiler
def test_what_lies_beside_stays(tmp_path: Path) -> None:
    made = library(tmp_path, "$ORIGIN/../lib:$ORIGIN")
    before = made.read_bytes()
    assert without_foreign_paths(made) == []
    assert made.read_bytes() == before


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("/home/somebody/lib")
    assert without_foreign_paths(text) == []
    assert text.read_text() == "/home/somebody/lib"
