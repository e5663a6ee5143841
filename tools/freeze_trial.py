"""`dev.py freeze --verify`: the frozen app as a host has it, on a real CalDAV server. Of this system's folder in dist/.

The folder is moved first, HOME is empty, and there is no Python on the PATH. The self-check runs; then the `workestra`
command lives through a booking's life on Radicale, which runs in the developer's environment, and what it says is held
against what lies on the server. On Linux with dbus-run-session and gnome-keyring the password goes into a real keychain
of a session of its own; elsewhere there is none, and the password is given to each command, as the command advises.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.support.servers import PASSWORD, Radicale

FOLDER = Path(__file__).resolve().parents[1] / "dist" / "workestra-desktop"
END = ".exe" if sys.platform == "win32" else ""
_PATIENCE = 120.0
"""Seconds for any one command."""
_KEYCHAIN_WITHIN = 20.0


class Unseen(RuntimeError):  # noqa: N818 - it says what is wrong
    """Something did not come out as it must."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """The programs in `folder`, run as a host with an empty `home` would; `keychain` if the session has one."""

    folder: Path
    home: Path
    endpoint: str
    keychain: bool

    def __call__(self, *arguments: str, password: bool = False) -> Any:
        """What `workestra … --json` answers. `password`: the command needs it where there is no keychain."""
        more = ["--password-stdin"] if password and not self.keychain else []
        done = self.run(f"workestra{END}", *arguments, *more, "--json", stdin=f"{PASSWORD}\n")
        if done.returncode:
            raise Unseen(f"{' '.join(arguments)}: exit {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def run(self, program: str, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.folder / program), *arguments],
            cwd=self.home,
            env=self.environment(),
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
        )

    def environment(self) -> dict[str, str]:
        kept = ("SYSTEMROOT", "TEMP", "TMP", "DBUS_SESSION_BUS_ADDRESS", "LANG")
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "APPDATA": str(self.home / "roaming"),
            "LOCALAPPDATA": str(self.home / "local"),
            "PATH": str(self.home / "nothing"),
            "WORKESTRA_ENDPOINT": self.endpoint,
            "WORKESTRA_RECHECK_SECONDS": "1",
        }


def lived(app: Frozen, server: Radicale) -> None:
    """Connect, book, move, cancel; each held against the server. Raises `Unseen`."""
    server.mkcalendar("work", "Work", order=1)
    connected = app("connect", "--apple-id", server.user, "--password-stdin", "--write-to", "Work")
    _same("calendars", [each["name"] for each in connected["calendars"]], ["Work"])
    day = datetime.now(UTC).date() + timedelta(days=14)
    slots = app("slots", "meeting", "--from", str(day), "--to", str(day + timedelta(days=7)))
    first, second = slots[0]["start"], slots[-1]["start"]
    booking = app("book", "meeting", "--start", first, "--guest", "Ada Lovelace", password=True)
    _same("booking", (booking["sync"], booking["start"]), ("synced", first))
    path = unquote(booking["href"])
    _same("events after booking", list(server.list("work")), [path])
    _has("event", server.get(path)[0], "Ada Lovelace", _stamp(first))
    moved = app("reschedule", booking["id"], "--start", second, password=True)
    _same("booking after its move", (moved["sync"], moved["start"]), ("synced", second))
    _has("event after its move", server.get(path)[0], _stamp(second))
    status = app("status")
    _same("status", (status["connected"], status["apple_id"]), (True, server.user))
    gone = app("cancel", booking["id"], password=True)
    _same("booking after its end", (gone["status"], gone["sync"]), ("cancelled", "synced"))
    _same("events after the end", list(server.list("work")), [])
    app("disconnect", "--erase")


def main(arguments: list[str]) -> int:
    if "--in-session" not in arguments and _session():
        inner = ["dbus-run-session", "--", sys.executable, "-m", "tools.freeze_trial", "--in-session"]
        return subprocess.run(inner, check=False).returncode
    with tempfile.TemporaryDirectory(prefix="workestra trial ", ignore_cleanup_errors=True) as place:
        here = Path(place)
        home, moved = here / "home", here / "elsewhere é"
        home.mkdir()
        shutil.copytree(FOLDER, moved, symlinks=True)
        with Radicale(here / "server") as server, _keychain("--in-session" in arguments, home) as keychain:
            app = Frozen(moved, home, server.url, keychain)
            checked = app.run(f"workestra-desktop{END}", "--self-check")
            print(checked.stdout, checked.stderr, sep="", end="")
            begun = time.monotonic()
            try:
                if checked.returncode:
                    raise Unseen("the self-check failed")
                if keychain and "keychain: keyring.backends.SecretService" not in checked.stdout:
                    raise Unseen("the session's keychain was not chosen")
                lived(app, server)
            except Unseen as unseen:
                print(f"freeze: not as it must be: {unseen}", file=sys.stderr)
                return 1
        how = "in the session's keychain" if keychain else "given to each command"
        print(f"freeze: a booking's life on Radicale, {time.monotonic() - begun:.0f} s; password {how}")
    return 0


def _session() -> bool:
    """Whether a session of its own with a keychain can be had."""
    return all(shutil.which(program) for program in ("dbus-run-session", "gnome-keyring-daemon"))


@contextmanager
def _keychain(wanted: bool, home: Path) -> Iterator[bool]:
    """gnome-keyring, unlocked, with its files in `home`; yields whether it runs. It ends with the block."""
    if not wanted:
        yield False
        return
    command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
    env = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home / "data")}
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdin is not None
            daemon.stdin.write("trial")
            daemon.stdin.close()
            _until_owned(daemon)
            yield True
        finally:
            daemon.terminate()


def _until_owned(daemon: subprocess.Popen[str]) -> None:
    """Waits until somebody answers for secrets on the session's bus."""
    ask = [
        "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
        "org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.secrets",
    ]  # fmt: skip
    end = time.monotonic() + _KEYCHAIN_WITHIN
    while subprocess.run(ask, capture_output=True, check=False).returncode:
        if daemon.poll() is not None or time.monotonic() > end:
            raise Unseen("gnome-keyring did not start")
        time.sleep(0.1)


def _stamp(start: str) -> str:
    return f"{datetime.fromisoformat(start):%Y%m%dT%H%M%S}"


def _same(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise Unseen(f"{what}: {found!r} instead of {wanted!r}")


def _has(what: str, text: str, *parts: str) -> None:
    for part in parts:
        if part not in text:
            raise Unseen(f"{what}: no {part} in {text}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
