"""A desktop session for programs in a clean system: a screen, a message bus, a keychain.

They run in another clean system, the workshop, so that what they bring cannot stand in for something that the package
under trial forgot to depend on. Sockets lie in the folder that both share.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tools.chroot import MEETING, Chroot, Failed

WORKSHOP = ("appstream", "dbus", "desktop-file-utils", "gnome-keyring", "imagemagick", "lintian", "x11-utils", "xvfb")
"""Debian packages of the workshop: this session's, and the judges of packages."""

_T = TypeVar("_T")
_BUS = f"unix:path={MEETING}/bus"
_SECOND_LOOK = 0.05
_WINDOW = re.compile(
    r'^\s+(0x[0-9a-f]+) "(?P<title>[^"]*)": \("(?P<name>[^"]*)" "(?P<kind>[^"]*)"\)\s+(?P<w>\d+)x(?P<h>\d+)'
)


@dataclass(frozen=True, slots=True)
class Window:
    """A window on the screen: its title, both halves of WM_CLASS, its size in pixels."""

    title: str
    name: str
    kind: str
    width: int
    height: int


class Session:
    """One screen of 1280 × 800, one bus, one keychain that is open; they end with the namespace they are in."""

    def __init__(self, workshop: Chroot, logs: Path) -> None:
        self._workshop = workshop
        self._logs = logs
        screen = logs / "screen.log"
        line = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-ac", "-noreset")
        workshop.start(*line, log=screen)
        self._display = ":" + until("Xvfb", 30, lambda: _number(screen))
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={_BUS}")
        workshop.start(*bus, log=logs / "bus.log", as_host=True)
        until("the bus", 30, (workshop.path(MEETING) / "bus").is_socket)
        daemon = "printf only-for-this-trial | gnome-keyring-daemon --unlock --components=secrets --foreground"
        workshop.start("sh", "-c", daemon, log=logs / "keychain.log", as_host=True, env=self.env)
        until("the keychain", 30, self._has_keychain)

    @property
    def env(self) -> dict[str, str]:
        """What a program has to know to be in this session."""
        return {"DISPLAY": self._display, "DBUS_SESSION_BUS_ADDRESS": _BUS}

    def windows(self) -> list[Window]:
        """Those that are named, the uppermost first."""
        told = self._workshop.run("xwininfo", "-root", "-tree", env=self.env).stdout
        found = (match for match in map(_WINDOW.match, told.splitlines()) if match)
        return [Window(m["title"], m["name"], m["kind"], int(m["w"]), int(m["h"])) for m in found]

    def picture(self, target: Path) -> int:
        """What the screen shows, as a file outside; returns how many colours it has (an empty screen: one)."""
        inside = "/tmp/screen.png"  # noqa: S108 - the workshop's own
        self._workshop.run("import", "-window", "root", inside, env=self.env)
        colours = self._workshop.run("identify", "-format", "%k", inside).stdout
        shutil.copy(self._workshop.path(inside), target)
        return int(colours)

    def _has_keychain(self) -> bool:
        ask = ("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus")
        what = ("org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets")
        told = self._workshop.run(*ask, *what, as_host=True, env=self.env, ok=(0, 1))
        return "boolean true" in told.stdout


def until(what: str, seconds: float, look: Callable[[], _T | None]) -> _T:
    """Looks until it finds something, and returns that. Raises `Failed` after `seconds`."""
    deadline = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > deadline:
            raise Failed(f"{what}: not there after {seconds:.0f} s")
        time.sleep(_SECOND_LOOK)
    return found


def ended(process: subprocess.Popen[bytes], seconds: float = 20) -> int:
    """Asks a program to end as a session does at log-out; returns its exit code. Raises `Failed` if it does not."""
    process.terminate()
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise Failed(f"did not end within {seconds:.0f} s of being asked to") from None


def _number(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines() if log.exists() else []
    return next((line for line in lines if line.isdigit()), "")
