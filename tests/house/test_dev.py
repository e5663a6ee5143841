"""The parts of dev.py that decide; what it does to a machine is tried on a bare one (CONTRIBUTING.md)."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]


def test_only_missing_libraries_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "loads", lambda library: library not in ("libEGL.so.1", "libxcb-icccm.so.4"))
    assert [p for p in dev.missing_packages() if p.startswith("lib")] == ["libegl1", "libxcb-icccm4"]


def test_a_machine_without_fonts_gets_some(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "FONT_FOLDERS", (str(tmp_path), str(tmp_path / "absent")))
    assert "fonts-dejavu-core" in dev.missing_packages()
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "some.ttf").touch()
    assert "fonts-dejavu-core" not in dev.missing_packages()


@pytest.mark.skipif(sys.platform != "linux", reason="system libraries are Linux' affair")
def test_who_is_not_root_gets_the_one_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "missing_packages", lambda: ["libegl1"])
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    line = r"\nsudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1$"
    with pytest.raises(dev.Stop, match=line):
        dev.install_system_libraries()


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not dev.loads("libworkestra-no-such-thing.so.1")


def test_the_environment_is_made_anew_when_lock_or_project_change(tmp_path: Path) -> None:
    lock, project = tmp_path / "dev.txt", tmp_path / "pyproject.toml"
    lock.write_text("a==1")
    project.write_text("[project]")
    first = dev.fingerprint(lock, tmp_path)

    assert dev.fingerprint(lock, tmp_path) == first
    project.write_text("[project]\n")
    second = dev.fingerprint(lock, tmp_path)
    lock.write_text("a==2")
    assert len({first, second, dev.fingerprint(lock, tmp_path), dev.fingerprint(lock, None)}) == 4


def test_a_folder_that_is_no_environment_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(dev.Stop, match="Move it away"):
        dev.environment(tmp_path, ROOT / "requirements" / "dev.txt")
    assert (tmp_path / "thesis.txt").exists()


def test_a_half_made_environment_is_made_anew_and_a_whole_one_is_kept(tmp_path: Path) -> None:
    folder, lock = tmp_path / "environment", ROOT / "requirements" / "dev.txt"
    folder.mkdir()
    (folder / "pyvenv.cfg").touch()
    (folder / "left over").touch()
    made: list[list[str]] = []

    def attempt(command: list[str], failure: str, settings: dict[str, str] | None = None) -> None:
        made.append(command)
        python = dev.python_of(folder, windows=sys.platform == "win32")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dev, "attempt", attempt)
        dev.environment(folder, lock)
        assert not (folder / "left over").exists()
        assert [command[1:4] for command in made] == [["-m", "venv", str(folder)], ["-m", "pip", "install"]]
        dev.environment(folder, lock)
        assert len(made) == 2


def test_a_failing_command_stops_with_its_explanation() -> None:
    with pytest.raises(dev.Stop, match="that is why"):
        dev.attempt([sys.executable, "-c", "raise SystemExit(3)"], "that is why")
    with pytest.raises(dev.Stop, match="that is why"):
        dev.attempt(["workestra-no-such-program"], "that is why")


def test_without_a_command_it_says_what_there_is() -> None:
    done = subprocess.run([sys.executable, ROOT / "dev.py"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "python3 dev.py test" in done.stdout


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["test"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["run.txt", "dev.txt", "xandikos.txt"])
def test_a_lock_names_hashes_and_no_place(name: str) -> None:
    lock = (ROOT / "requirements" / name).read_text()
    packages = [line for line in lock.splitlines() if "==" in line]
    assert packages
    assert all(line.endswith("\\") for line in packages)
    assert "://" not in lock
    assert not [line for line in lock.splitlines() if line.startswith("-")]


def pins(name: str) -> set[str]:
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    return {line.split()[0] for line in lines if "==" in line}


def test_the_locks_agree() -> None:
    assert pins("run.txt") <= pins("dev.txt")


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    def asked(requirements: list[str]) -> set[str]:
        return {re.split(r"[^\w.-]", requirement.lower())[0] for requirement in requirements}

    def locked(name: str) -> set[str]:
        return {pin.partition("==")[0] for pin in pins(name)}

    assert asked(project["project"]["dependencies"]) <= locked("run.txt")
    assert asked(project["dependency-groups"]["dev"]) <= locked("dev.txt")
    assert asked(project["dependency-groups"]["xandikos"]) <= locked("xandikos.txt")
