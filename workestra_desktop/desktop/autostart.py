"""Start at login, kept where each system keeps it, for this user only, and read from there each time.

Linux: an entry in the autostart folder (freedesktop.org, Desktop Application Autostart Specification 0.5). macOS: a
property list for launchd (launchd.plist(5)). Windows: `desktop/run_key.py`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from workestra_desktop.core.disk import IN_PASSING, LOGIN_START
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.desktop.refusal import told_of

_ENTRY = "workestra-desktop.desktop"
_LABEL = "workestra-desktop"
_SPECIAL = '"`$\\'
"""What a quoted argument of Exec must escape (Desktop Entry Specification 1.5, “The Exec key”)."""


def login_start(env: Mapping[str, str], options: Sequence[str] = ()) -> LoginStart:
    """The one for this system; `options` join the command line that is kept."""
    command = start_command(env, options)
    if sys.platform == "win32":
        from workestra_desktop.desktop.run_key import RunKey, UserRegistry

        return RunKey(command, UserRegistry())
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command)
    return XdgAutostart(*autostart_folders(env), command)


def start_command(env: Mapping[str, str], options: Sequence[str] = ()) -> tuple[str, ...]:
    """What starts this very app in the tray: the packed program, or this Python with the package."""
    if getattr(sys, "frozen", False):
        return (env.get("APPIMAGE") or sys.executable, "--hidden", *options)
    python = Path(sys.executable)
    windowless = python.with_name("pythonw.exe")
    if python.name.lower() == "python.exe" and windowless.exists():
        python = windowless  # no console at login
    return (str(python), "-m", "workestra_desktop", "--hidden", *options)


def autostart_folders(env: Mapping[str, str]) -> tuple[Path, tuple[Path, ...]]:
    """The host's own folder and those of the system, the weightier first (XDG Base Directory Specification 0.8)."""
    own = Path(env.get("XDG_CONFIG_HOME", ""))
    others = [Path(each) for each in (env.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")]
    home = own if own.is_absolute() else Path.home() / ".config"  # relative ones are to be ignored
    return home / "autostart", tuple(each / "autostart" for each in others if each.is_absolute())


class XdgAutostart:
    """An entry in `own` hides one of the same name in `others`, which a package of the system may bring."""

    def __init__(self, own: Path, others: tuple[Path, ...], command: Sequence[str]) -> None:
        self._own, self._others = own / _ENTRY, tuple(each / _ENTRY for each in others)
        self._command = command

    def enabled(self) -> bool:
        with told_of(LOGIN_START):
            entry = next((file for file in (self._own, *self._others) if file.is_file()), None)
            return entry is not None and _starts(entry.read_text(encoding="utf-8", errors="replace"))

    def set(self, on: bool) -> None:
        with told_of(LOGIN_START):
            if on or any(file.is_file() for file in self._others):
                _write(self._own, _entry(self._command, hidden=not on).encode())
            else:
                self._own.unlink(missing_ok=True)


def _entry(command: Sequence[str], *, hidden: bool) -> str:
    lines = ["[Desktop Entry]", "Type=Application", "Name=Workestra Desktop", f"Exec={_exec(command)}"]
    lines += [f"TryExec={_value(command[0])}", "Icon=workestra-desktop", "Terminal=false"]
    return "\n".join([*lines, "Hidden=true"] if hidden else lines) + "\n"


def _exec(command: Sequence[str]) -> str:
    quoted = (
        '"' + "".join("\\" + char if char in _SPECIAL else char for char in part).replace("%", "%%") + '"'
        for part in command
    )
    return _value(" ".join(quoted))


def _value(text: str) -> str:
    """`text` as a value of the file: the escapes of its own, on top of Exec's."""
    for char, escape in (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
        text = text.replace(char, escape)
    return text


def _starts(entry: str) -> bool:
    """Whether a desktop would start it: not hidden, not switched off, and its program is there."""
    head, _, rest = entry.partition("[Desktop Entry]")
    if any(line.strip() and not line.lstrip().startswith("#") for line in head.splitlines()):
        return False  # not the first group: no desktop entry
    fields: dict[str, str] = {}
    for line in rest.splitlines():
        if line.startswith("["):
            break
        key, _, value = line.partition("=")
        fields[key.strip()] = value.strip()
    program = fields.get("TryExec", "").replace("\\\\", "\\")
    return (
        fields.get("Hidden") != "true"
        and fields.get("X-GNOME-Autostart-enabled") != "false"
        and bool(fields.get("Exec"))
        and (not program or shutil.which(program) is not None)
    )


def on_read_only_volume(program: Path) -> bool:
    """Whether `program` lies on a disk image, or where macOS shows a downloaded app that was not moved yet (“App
    Translocation”): both are mounted read-only, and not there at the next login. Raises OSError.
    """
    assert sys.platform != "win32", "asked on macOS only"
    return bool(os.statvfs(program).f_flag & os.ST_RDONLY)


class LaunchAgent:
    """launchd reads `folder` at login. What runs is left alone.

    The program's place is kept as it is. If the app is moved later, nothing starts, which is shown as off.
    """

    def __init__(
        self, folder: Path, command: Sequence[str], in_passing: Callable[[Path], bool] = on_read_only_volume
    ) -> None:
        self._file, self._command, self._in_passing = folder / f"{_LABEL}.plist", command, in_passing

    def enabled(self) -> bool:
        agent = _plist(self._file)
        if not isinstance(agent, dict) or agent.get("Disabled") is True or agent.get("RunAtLoad") is not True:
            return False
        program = agent.get("ProgramArguments")
        return isinstance(program, list) and bool(program) and shutil.which(str(program[0])) is not None

    def set(self, on: bool) -> None:
        """Raises `Failure` also where the app would be gone at the next login."""
        import plistlib

        program = Path(self._command[0])
        agent: dict[str, object] = {
            "Label": _LABEL, "ProgramArguments": list(self._command), "RunAtLoad": True,
            "ProcessType": "Interactive", "LimitLoadToSessionType": "Aqua",
        }  # fmt: skip
        if (bundle := _bundle_id(program)) is not None:
            agent["AssociatedBundleIdentifiers"] = [bundle]  # the app's name in the system's list, not its maker's
        with told_of(LOGIN_START):
            if on and self._in_passing(program):
                raise fail(Code.DISK, detail=IN_PASSING)
            if on:
                _write(self._file, plistlib.dumps(agent))
            else:
                self._file.unlink(missing_ok=True)


def _bundle_id(program: Path) -> str | None:
    """That of the app whose Contents/MacOS `program` lies in; None for a Python that is no app."""
    contents = program.parent.parent
    info = _plist(contents / "Info.plist") if contents.name == "Contents" else None
    found = info.get("CFBundleIdentifier") if isinstance(info, dict) else None
    return found if isinstance(found, str) else None


def _plist(file: Path) -> object:
    """None if `file` is not there, or can't be read by launchd either."""
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        with told_of(LOGIN_START):
            found: object = plistlib.loads(file.read_bytes()) if file.exists() else None
            return found
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return None


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.new")
    new.write_bytes(content)
    new.replace(file)
