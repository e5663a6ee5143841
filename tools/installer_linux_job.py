"""The host's whole job with an installed app: start it, connect, book, move, cancel, look at it, and end it.

Everything is done by the programs of the package in their clean system; what came of it is read from the server.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.support.servers import Radicale
from tools.chroot import HOME, Chroot, Failed
from tools.chroot_session import Session, Window, ended, until
from tools.installer_linux_tree import NAME

_GUEST = "Ada Lovelace"
_PATIENCE = 90.0
"""Seconds that a window may take on a busy machine."""
_SETTLED = 2.5
"""Seconds after the first sight of a page; then all of it is there."""
_FEWEST_COLOURS = 200
"""A window with text has thousands, an empty screen one."""


class Job:
    """`programs`: the window's and the command's, as the system finds them. Pictures' names begin with `pictures`."""

    def __init__(
        self, system: Chroot, session: Session, server: Radicale, pictures: Path, programs: Sequence[str]
    ) -> None:
        self._system, self._session, self._server, self._pictures = system, session, server, pictures
        self._window, self._command = programs
        self._calendar = pictures.name
        self._env = {**session.env, "WORKESTRA_ENDPOINT": server.url, "TZ": "Europe/Berlin"}
        self._log = server.folder / f"{pictures.name}.log"

    def check_itself(self) -> str:
        """Without a screen and without a session."""
        settings = {"QT_QPA_PLATFORM": "offscreen"}
        done = self._system.run(self._window, "--self-check", as_host=True, env=settings, patience=120)
        version = self._system.run(self._command, "--version", as_host=True).stdout.strip()
        return "; ".join([*done.stdout.splitlines()[-1:], version])

    def first_window(self) -> str:
        """A start without an account: the window asks for one."""
        return self._look("first")

    def life(self) -> str:
        """Connect, book, move, cancel; after each the server's own copy is looked at."""
        self._server.mkcalendar(self._calendar, self._calendar)
        account = ("--apple-id", self._server.user, "--password-stdin", "--write-to", self._calendar)
        self._say("connect", *account, stdin=self._server.password + "\n")
        # A process of its own, which nobody tells the password: it comes from the keychain
        if not self._say("sync")["polled"]:
            raise Failed("the second process did not reach the server")
        self._nowhere_in_plain_text()
        first, second = self._starts()[:2]
        booking = self._say("book", "meeting", "--start", first, "--guest", _GUEST)["id"]
        self._expect(first)
        self._say("reschedule", booking, "--start", second)
        self._expect(second)
        self._say("cancel", booking)
        if self._events():
            raise Failed(f"a cancelled booking is still there: {self._events()}")
        self._say("book", "meeting", "--start", first, "--guest", _GUEST)  # something for the window to show
        return f"{first} → {second} → cancelled, each seen in the calendar; the password is in the keychain alone"

    def window_with_account(self) -> str:
        """Its own process for the server, which finds the password in the keychain, must have asked by itself."""
        begun = datetime.now(UTC).replace(microsecond=0)
        seen = self._look("account", lambda: self._polled(begun))
        return f"{seen}; it polled by itself"

    def _polled(self, since: datetime) -> bool:
        last: str | None = self._say("status")["last_poll"]
        return last is not None and datetime.fromisoformat(last) >= since

    def profile_files(self) -> dict[str, bytes]:
        """What the app keeps for the host."""
        folder = self._system.path(HOME) / ".local" / "share"
        return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    def _look(self, name: str, holds: Callable[[], bool] = lambda: True) -> str:
        """Starts the window, waits until it has something to show and `holds()`, takes its picture and ends it."""
        begun = time.monotonic()
        process = self._system.start(self._window, log=self._log, as_host=True, env=self._env)
        try:
            window = until("the window", _PATIENCE, lambda: self._shown(process))
            stood = time.monotonic() - begun
            picture = self._pictures.with_name(f"{self._pictures.name}-{name}.png")
            until("something in the window", _PATIENCE, lambda: self._session.picture(picture) >= _FEWEST_COLOURS)
            until("what it does", _PATIENCE, holds)
            time.sleep(_SETTLED)
            colours = self._session.picture(picture)
        except BaseException:
            process.kill()
            process.wait()
            raise
        code = ended(process)
        said = self._log.read_text(errors="replace")
        if code or "Traceback" in said or colours < _FEWEST_COLOURS or window.kind != NAME:
            raise Failed(f"{window}, {colours} colours, exit {code}:\n{said[-3000:]}")
        return f"“{window.title}” {window.width} × {window.height} after {stood:.1f} s, {picture.name}"

    def _shown(self, process: subprocess.Popen[bytes]) -> Window | None:
        if process.poll() is not None:
            raise Failed(
                f"the window's program ended with {process.poll()}:\n{self._log.read_text(errors='replace')[-3000:]}"
            )
        ours = (w for w in self._session.windows() if w.title and w.width > 300 and w.name == NAME)
        return next(ours, None)

    def _say(self, *arguments: str, stdin: str = "") -> Any:
        line = (self._command, *arguments, "--json")
        return json.loads(self._system.run(*line, as_host=True, env=self._env, stdin=stdin, patience=120).stdout)

    def _starts(self) -> list[str]:
        now = datetime.now(UTC)
        until_then = ("--from", now.isoformat(), "--to", (now + timedelta(days=10)).isoformat())
        return [slot["start"] for slot in self._say("slots", "meeting", *until_then)]

    def _events(self) -> list[str]:
        return list(self._server.texts(self._calendar).values())

    def _expect(self, start: str) -> None:
        """One event, the guest's, that begins at `start`: written in UTC or in the host's zone."""
        events = self._events()
        when = datetime.fromisoformat(start)
        forms = {f"{when:%Y%m%dT%H%M%S}", f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"}
        begins = [line for event in events for line in event.splitlines() if line.startswith("DTSTART")]
        if len(events) != 1 or _GUEST not in events[0] or not any(b.rpartition(":")[2] in forms for b in begins):
            raise Failed(f"not one event at {start}:\n" + "\n".join(events))

    def _nowhere_in_plain_text(self) -> None:
        secret = self._server.password.encode()
        found = [name for name, content in self.profile_files().items() if secret in content]
        if found or not self.profile_files():
            raise Failed(f"the password lies in {found}, of {sorted(self.profile_files())}")
