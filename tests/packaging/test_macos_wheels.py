"""Which wheels each platform's installer is built from, asked of a folder in place of the package index."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from tools.wheels import LOCK, PLATFORMS, Platform, found, lines, report, table, without_markers

WINDOWS, ARM, INTEL, LINUX = PLATFORMS


def wheel(folder: Path, name: str, tag: str) -> str:
    """A wheel of version 1.0 that holds nothing but its metadata; its line in a lock."""
    file = folder / f"{name}-1.0-py3-none-{tag}.whl"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        packed.writestr(
            f"{name}-1.0.dist-info/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-{tag}\n"
        )
        packed.writestr(f"{name}-1.0.dist-info/RECORD", "")
    return f"    --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}"


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "index"
    folder.mkdir()
    for name, value in {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "PIP_CONFIG_FILE": "/dev/null"}.items():
        monkeypatch.setenv(name, value)
    return folder


def test_the_real_lock_is_read_whole() -> None:
    lock = list(lines(LOCK.read_text("utf-8")))
    assert len(lock) == sum("==" in line and not line.startswith((" ", "#")) for line in LOCK.read_text().splitlines())
    assert all("--hash=sha256:" in line.text and "# via" not in line.text for line in lock)


def test_markers_are_those_of_the_platform_asked_about() -> None:
    lock = {line.name: line for line in lines(LOCK.read_text("utf-8"))}
    for name, there in (("secretstorage", [LINUX]), ("pywin32-ctypes", [WINDOWS]), ("lxml", list(PLATFORMS))):
        assert [each for each in PLATFORMS if lock[name].applies(each)] == there
    assert ";" not in without_markers([lock["secretstorage"]])[0].text


def test_what_is_not_pinned_is_refused() -> None:
    with pytest.raises(ValueError, match="not pinned: caldav>=3"):
        list(lines("click==8 \\\n    --hash=sha256:00\ncaldav>=3\n"))


def test_a_missing_wheel_is_named_and_the_others_found(index: Path) -> None:
    anywhere, windows = wheel(index, "anywhere", "any"), wheel(index, "compiled", "win_amd64")
    newer = wheel(index, "compiled", "macosx_14_0_arm64")
    lock = list(
        lines(
            f"anywhere==1.0 \\\n{anywhere}\n    # via nobody\n"
            f"compiled==1.0 ; sys_platform != 'linux' \\\n{windows} \\\n{newer}\n"
        )
    )
    shown, missing = report(lock, [ARM])
    assert missing == ["compiled for macOS arm64"], "14 is newer than is promised"
    assert [line.split() for line in shown.splitlines()[1:]] == [["anywhere", "any"], ["compiled", "MISSING"]]


def test_a_changed_wheel_is_no_wheel(index: Path, tmp_path: Path) -> None:
    line = wheel(index, "anywhere", "any")
    (lock,) = lines(f"anywhere==1.0 \\\n{line[:-4]}0000\n")
    folder = tmp_path / "loaded"
    folder.mkdir()
    assert found(WINDOWS, [lock], folder) == {}


def test_the_table_has_a_column_a_platform() -> None:
    one = Platform("A", "3.11", (), "linux", "Linux", "x86_64")
    assert table({"b": {"A": "any"}, "a": {}}, [one]) == "   A, 3.11\na  –\nb  any"
