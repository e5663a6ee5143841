"""Start at login is what the system's own list says, on each of the three systems."""

from __future__ import annotations

import errno
import os
import plistlib
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.core.words import words
from workestra_desktop.desktop.autostart import (
    LaunchAgent,
    XdgAutostart,
    autostart_folders,
    login_start,
    on_read_only_volume,
    start_command,
)
from workestra_desktop.desktop.run_key import APPROVED, NAME, RUN, RunKey

COMMAND = (sys.executable, "-m", "workestra_desktop", "--hidden")
ODD = '/a b/“c” d\\e$f`g"h%i'


def on_linux(folder: Path, command: tuple[str, ...] = COMMAND) -> XdgAutostart:
    return XdgAutostart(folder / "own", (folder / "system",), command)


def entry(folder: Path) -> Path:
    return folder / "workestra-desktop.desktop"


def test_off_until_it_is_switched_on_and_off_again(tmp_path: Path) -> None:
    start = on_linux(tmp_path)
    assert not start.enabled()
    start.set(True)
    assert start.enabled() and on_linux(tmp_path).enabled()
    assert [p.name for p in (tmp_path / "own").iterdir()] == ["workestra-desktop.desktop"]
    start.set(False)
    assert not start.enabled()
    assert not list((tmp_path / "own").iterdir())
    start.set(False)


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("Hidden=true", False), ("Hidden=false", True), ("X-GNOME-Autostart-enabled=false", False),
        ("X-GNOME-Autostart-enabled=true", True), ("TryExec=/not/there", False), ("# Hidden=true", True),
        ("[Desktop Action x]\nHidden=true", True),
    ],
)  # fmt: skip
def test_what_the_systems_own_settings_write_is_believed(tmp_path: Path, line: str, on: bool) -> None:
    start = on_linux(tmp_path)
    start.set(True)
    file = entry(tmp_path / "own")
    text = file.read_text(encoding="utf-8")
    kept = "".join(x for x in text.splitlines(keepends=True) if not x.startswith(line.partition("=")[0]))
    file.write_text(f"{kept}{line}\n", encoding="utf-8")
    assert start.enabled() is on
    start.set(True)
    assert start.enabled()


@pytest.mark.parametrize("text", ["", "Exec=x\n[Desktop Entry]\n", "[Desktop Entry]\nType=Application\n"])
def test_what_is_no_entry_starts_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "own").mkdir()
    entry(tmp_path / "own").write_text(text, encoding="utf-8")
    assert not on_linux(tmp_path).enabled()


def test_an_entry_of_the_systems_is_hidden_not_removed(tmp_path: Path) -> None:
    (tmp_path / "system").mkdir()
    entry(tmp_path / "system").write_text(f"[Desktop Entry]\nExec={sys.executable}\n", encoding="utf-8")
    start = on_linux(tmp_path)
    assert start.enabled()
    start.set(False)
    assert not start.enabled()
    assert "Hidden=true" in entry(tmp_path / "own").read_text(encoding="utf-8")
    start.set(True)
    assert start.enabled()


def test_the_command_is_quoted_as_the_specification_says(tmp_path: Path) -> None:
    on_linux(tmp_path, (sys.executable, ODD)).set(True)
    line = next(x for x in entry(tmp_path / "own").read_text(encoding="utf-8").splitlines() if x.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert value == f'"{sys.executable}" "/a b/“c” d\\\\e\\$f\\`g\\"h%%i"'


GIO = shutil.which("gio")


@pytest.mark.skipif(GIO is None, reason="needs GLib's own reader of desktop entries")
def test_the_system_starts_just_that(tmp_path: Path) -> None:
    said = tmp_path / "said"
    writes = f"import pathlib, sys; pathlib.Path({str(said)!r}).write_text(chr(10).join(sys.argv[1:]))"
    on_linux(tmp_path, (sys.executable, "-c", writes, "--hidden", ODD)).set(True)
    assert GIO is not None
    subprocess.run([GIO, "launch", str(entry(tmp_path / "own"))], check=True, timeout=30)
    for _ in range(500):
        if said.exists() and said.read_text(encoding="utf-8").count("\n"):
            break
        time.sleep(0.02)
    assert said.read_text(encoding="utf-8").splitlines() == ["--hidden", ODD]


def test_the_folders_are_those_of_the_environment(tmp_path: Path) -> None:
    env = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_CONFIG_DIRS": f"/one:relative:{tmp_path}/two"}
    assert autostart_folders(env) == (tmp_path / "autostart", (Path("/one/autostart"), tmp_path / "two" / "autostart"))
    for home in ({}, {"XDG_CONFIG_HOME": ""}, {"XDG_CONFIG_HOME": "relative"}):
        assert autostart_folders(home) == (Path.home() / ".config" / "autostart", (Path("/etc/xdg/autostart"),))


def test_what_the_disk_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "own").touch()
    with pytest.raises(Failure) as caught:
        on_linux(tmp_path).set(True)
    assert caught.value.trouble.code is Code.DISK
    assert words(caught.value.trouble).title == "Start at login wasn't changed"


def test_it_starts_this_very_app_in_the_tray(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert start_command({}) == COMMAND
    assert start_command({}, ("--profile", "/p")) == (*COMMAND, "--profile", "/p")
    python = tmp_path / "python.exe"
    monkeypatch.setattr(sys, "executable", str(python))
    assert start_command({})[0] == str(python)
    (tmp_path / "pythonw.exe").touch()
    assert start_command({})[0] == str(tmp_path / "pythonw.exe")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command({}) == (str(python), "--hidden")
    assert start_command({"APPIMAGE": "/apps/workestra.AppImage"}) == ("/apps/workestra.AppImage", "--hidden")


def test_this_system_has_one(tmp_path: Path) -> None:
    assert login_start({**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}).enabled() is False


# --- macOS -------------------------------------------------------------------------------------------------------


def test_a_launch_agent_runs_at_load(tmp_path: Path) -> None:
    agent, file = LaunchAgent(tmp_path / "LaunchAgents", COMMAND), tmp_path / "LaunchAgents" / "workestra-desktop.plist"
    assert not agent.enabled()
    agent.set(True)
    assert agent.enabled()
    kept = plistlib.loads(file.read_bytes())
    assert kept["ProgramArguments"] == list(COMMAND)
    assert kept["RunAtLoad"] is True and "KeepAlive" not in kept, "a quit is a quit"
    changes: tuple[dict[str, object], ...] = (
        {"Disabled": True}, {"RunAtLoad": False}, {"ProgramArguments": ["/not/there"]}, {"ProgramArguments": []},
    )  # fmt: skip
    for changed in changes:
        file.write_bytes(plistlib.dumps({**kept, **changed}))
        assert not agent.enabled(), changed
    for broken in (b"", b"<plist", plistlib.dumps(["a list"])):
        file.write_bytes(broken)
        assert not agent.enabled()
    agent.set(True)
    assert agent.enabled()
    agent.set(False)
    assert not agent.enabled() and not file.exists()
    agent.set(False)


def bundle(folder: Path) -> Path:
    """The program of an app as PyInstaller lays it out."""
    program = folder / "Workestra Desktop.app" / "Contents" / "MacOS" / "workestra-desktop"
    program.parent.mkdir(parents=True)
    program.touch(mode=0o755)
    (program.parents[1] / "Info.plist").write_bytes(plistlib.dumps({"CFBundleIdentifier": "org.example.app"}))
    return program


def test_a_bundled_app_is_started_by_its_program_and_named_by_its_bundle(tmp_path: Path) -> None:
    program = bundle(tmp_path)
    agent = LaunchAgent(tmp_path / "LaunchAgents", (str(program), "--hidden"))
    agent.set(True)
    kept = plistlib.loads((tmp_path / "LaunchAgents" / "workestra-desktop.plist").read_bytes())
    assert kept["ProgramArguments"] == [str(program), "--hidden"]
    assert kept["AssociatedBundleIdentifiers"] == ["org.example.app"]
    for broken in (b"<plist", plistlib.dumps(["x"]), plistlib.dumps({"CFBundleIdentifier": 7})):
        (program.parents[1] / "Info.plist").write_bytes(broken)
        agent.set(True)
        kept = plistlib.loads((tmp_path / "LaunchAgents" / "workestra-desktop.plist").read_bytes())
        assert agent.enabled() and "AssociatedBundleIdentifiers" not in kept


def test_an_app_that_was_moved_does_not_start_until_it_is_switched_on_again(tmp_path: Path) -> None:
    program, moved = bundle(tmp_path / "Downloads"), tmp_path / "Applications"
    LaunchAgent(tmp_path, (str(program), "--hidden")).set(True)
    (tmp_path / "Downloads").rename(moved)
    there = LaunchAgent(tmp_path, (str(moved / program.relative_to(tmp_path / "Downloads")), "--hidden"))
    assert not there.enabled()
    there.set(True)
    assert there.enabled()


def test_a_copy_in_passing_is_not_written_down(tmp_path: Path) -> None:
    program, asked = bundle(tmp_path), list[Path]()

    def in_passing(where: Path) -> bool:
        asked.append(where)
        return True

    kept = tmp_path / "LaunchAgents" / "workestra-desktop.plist"
    agent = LaunchAgent(kept.parent, (str(program), "--hidden"), in_passing)
    with pytest.raises(Failure) as caught:
        agent.set(True)
    assert asked == [program] and not kept.exists()
    told = words(caught.value.trouble)
    assert told.title == "Start at login wasn't changed" and "Applications" in told.action
    LaunchAgent(kept.parent, COMMAND).set(True)
    agent.set(False)
    assert not kept.exists(), "what an installed copy left can be switched off from any"


def test_a_volume_is_read_only_or_not(tmp_path: Path) -> None:
    assert not on_read_only_volume(tmp_path)
    read_only = next((line.split()[1] for line in _mounts() if "ro" in line.split()[3].split(",")), None)
    if read_only is not None:
        assert on_read_only_volume(Path(read_only))
    agent = LaunchAgent(tmp_path, (str(tmp_path / "gone"), "--hidden"))
    with pytest.raises(Failure) as caught:
        agent.set(True)
    assert caught.value.trouble.detail == f"login start: errno {errno.ENOENT}"


def _mounts() -> list[str]:
    """What Linux says is mounted: device, place, kind, options."""
    told = Path("/proc/mounts")
    return told.read_text(encoding="utf-8").splitlines() if told.exists() else []


# --- Windows -----------------------------------------------------------------------------------------------------


class MemoryRegistry:
    """Values by key and name; `refuses` is the errno it answers with."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], object] = {}
        self.refuses = 0

    def _ask(self) -> None:
        if self.refuses:
            raise OSError(self.refuses, "refused")

    def read(self, key: str, name: str) -> object:
        self._ask()
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self._ask()
        self.values[key, name] = text

    def remove(self, key: str, name: str) -> None:
        self._ask()
        self.values.pop((key, name), None)


def test_the_run_key_is_written_and_read(tmp_path: Path) -> None:
    program = tmp_path / "with a blank" / "Workestra.exe"
    program.parent.mkdir()
    program.touch(mode=0o755)
    registry = MemoryRegistry()
    key = RunKey((str(program), "--hidden"), registry)
    assert not key.enabled()
    key.set(True)
    assert key.enabled()
    assert registry.values == {(RUN, NAME): f'"{program}" --hidden'}
    key.set(False)
    assert not key.enabled() and not registry.values


@pytest.mark.parametrize(("first", "on"), [(2, True), (6, True), (3, False), (7, False)])
def test_what_task_manager_switched_off_is_off(first: int, on: bool) -> None:
    registry = MemoryRegistry()
    key = RunKey(COMMAND, registry)
    key.set(True)
    registry.values[APPROVED, NAME] = bytes([first, *([0] * 11)])
    assert key.enabled() is on
    key.set(True)
    assert key.enabled()


def test_a_program_that_is_gone_is_not_started() -> None:
    registry = MemoryRegistry()
    RunKey(("/not/there", "--hidden"), registry).set(True)
    assert not RunKey(COMMAND, registry).enabled()


def test_what_the_registry_refuses_is_told() -> None:
    registry = MemoryRegistry()
    registry.refuses = errno.EACCES
    for ask in (RunKey(COMMAND, registry).enabled, lambda: RunKey(COMMAND, registry).set(True)):
        with pytest.raises(Failure) as caught:
            ask()
        assert caught.value.trouble.detail == f"login start: errno {errno.EACCES}"
