"""`dbus-run-session -- python -m tools.trial [--mouse] DIR`: the main job by one hand alone, pictures into DIR.

By keyboard, or by mouse, which types only into fields that were clicked into. A screen of its own (Xvfb) with a window
manager (openbox), a tray (trayer) and notifications (dunst), the stand-in for iCloud, and the app as a process, driven
by xdotool as a person would: connect, book, move the event on the phone, see the booking move, cancel, take that back.
Pictures are made by ImageMagick's `import`; docs/tried.md says what they showed. The exit code is 0 only if the
stand-in confirmed each step, within three minutes.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.demo.phone import Phone
from workestra_desktop.demo.sample import fill, sample_calendars

_ZONE = "Europe/Berlin"
_GUEST = "Ada Lovelace"
_STAMP = "%Y%m%dT%H%M%S"
_PATIENCE = 60.0
"""Seconds that one step may take on a busy machine."""


class Unseen(RuntimeError):  # noqa: N818 - it says what is wrong
    """A step did not lead where it should."""


class Trial(ABC):
    """One person at `env`'s screen; `pictures` get a number and a name. What is done with which hand is the heirs'."""

    acts: ClassVar[str]
    """What is counted, in the plural."""

    def __init__(self, cloud: StandIn, env: dict[str, str], pictures: Path) -> None:
        self._cloud, self._env, self._pictures = cloud, env, pictures
        self._phone = Phone(cloud)
        self._begun = time.monotonic()
        self._number = self._acts = 0

    def tell(self) -> float:
        """The whole job; returns how many seconds it took until the cancellation was in iCloud."""
        self._wait("the window", lambda: "Workestra" in self._xdo("getactivewindow", "getwindowname", check=False))
        time.sleep(3)  # a person reads the first page
        self._see("welcome")
        self._connect()
        self._book()
        self._wait("the event", lambda: self._href() != "")
        self._see("booked", after=2)
        self._move(timedelta(weeks=4))
        self._see("moved on the phone", after=9)
        self._cancel()
        self._wait("the cancellation", lambda: self._href() == "")
        took, acts = time.monotonic() - self._begun, self._acts
        self._see("cancelled", after=2)
        self._put_back()
        self._wait("the event, back again", lambda: self._href() != "")
        self._see("put back", after=2)
        print(f"{took:.0f} seconds and {acts} {self.acts} until it was cancelled, besides what was written", flush=True)
        return took

    @abstractmethod
    def _connect(self) -> None: ...

    @abstractmethod
    def _book(self) -> None: ...

    @abstractmethod
    def _cancel(self) -> None: ...

    @abstractmethod
    def _put_back(self) -> None: ...

    def _write(self, text: str) -> None:
        self._xdo("type", "--delay", "15", "--", text)

    def _xdo(self, *arguments: str, check: bool = True) -> str:
        command = ["xdotool", *arguments]
        return subprocess.run(command, env=self._env, check=check, capture_output=True, text=True).stdout

    def _see(self, what: str, after: float = 0.5) -> None:
        time.sleep(after)
        self._number += 1
        picture = self._pictures / f"{self._number:02d}-{what.replace(' ', '-')}.png"
        command = ["import", "-window", "root", str(picture)]
        subprocess.run(command, env=self._env, check=True)
        print(f"{time.monotonic() - self._begun:5.1f} s  {what}", flush=True)

    def _href(self) -> str:
        """The guest's event as iCloud has it; empty if it has none."""
        return next((path for path in self._cloud.names("work") if _GUEST in (self._phone.read(path) or "")), "")

    def _move(self, by: timedelta) -> None:
        """The phone moves the event: its start and its end, in whatever zone they are; UTC stands for it."""

        def moved(time_of: re.Match[str]) -> str:
            return f"{time_of[1]}{datetime.strptime(time_of[2], _STAMP).replace(tzinfo=UTC) + by:{_STAMP}}"

        href = self._href()
        event = self._phone.read(href) or ""
        head, begin, body = event.partition("BEGIN:VEVENT")
        self._phone.save(href, head + begin + re.sub(r"(DT(?:START|END)[^\r\n]*?:)(\d{8}T\d{6})", moved, body))

    def _wait(self, what: str, seen: Callable[[], bool]) -> None:
        end = time.monotonic() + _PATIENCE
        while not seen():
            if time.monotonic() > end:
                raise Unseen(what)
            time.sleep(0.2)


class ByKeys(Trial):
    """At the keyboard: by the list of bookings, and the keys of the menus."""

    acts = "keys"

    def _connect(self) -> None:
        self._write(self._cloud.user)
        self._press("Tab")
        self._write(self._cloud.password)
        self._press("Return", then="calendars", after=4)
        self._press("Return", then="connected")
        self._press("Return", then="no bookings yet")

    def _book(self) -> None:
        self._press("ctrl+n", then="free times", after=2)
        self._press("Return", "Right", "Return", then="time chosen")
        self._write(_GUEST)
        self._press("Return")

    def _cancel(self) -> None:
        self._press("Delete", then="cancel")
        self._write("Ada is ill")
        self._press("Return")

    def _put_back(self) -> None:
        self._press("ctrl+z")

    def _press(self, *keys: str, then: str = "", after: float = 1.5) -> None:
        for key in keys:
            self._xdo("key", key)
            time.sleep(0.3)
        self._acts += len(keys)
        if then:
            self._see(then, after=after)


class ByMouse(Trial):
    """With the mouse: points are pixels from the upper left corner of the window in front, without its frame, where
    the pictures show what is clicked. One that misses leaves the stand-in without what it waits for.
    """

    acts = "clicks"

    def _connect(self) -> None:
        self._click(628, 189)  # Apple ID
        self._write(self._cloud.user)
        self._click(614, 247)  # App-specific password
        self._write(self._cloud.password)
        self._click(806, 301, then="calendars", after=4)  # Connect
        self._click(816, 608, then="connected")  # Continue

    def _book(self) -> None:
        self._click(474, 420, then="free times", after=2)  # New booking
        self._click(337, 112, then="time chosen")  # the first day's second time
        self._click(177, 482)  # Guest
        self._write(_GUEST)
        self._click(629, 608)  # Book

    def _cancel(self) -> None:
        self._click(732, 252, then="cancel")  # Cancel booking…, below the notice bar
        self._click(230, 142)  # Reason
        self._write("Ada is ill")
        self._click(380, 219)  # Cancel booking

    def _put_back(self) -> None:
        self._click(602, 202)  # Undo cancel

    def _click(self, x: int, y: int, then: str = "", after: float = 1.5) -> None:
        self._xdo("getactivewindow", "mousemove", "--window", "%1", str(x), str(y))
        time.sleep(0.3)
        self._xdo("click", "1")
        self._acts += 1
        time.sleep(0.3)
        if then:
            self._see(then, after=after)


@contextmanager
def _running(command: list[str], env: dict[str, str]) -> Iterator[None]:
    """A process for as long as the block lasts."""
    process = subprocess.Popen(command, env=env)
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def _screen() -> Iterator[str]:
    """A screen of 1280 by 800 pixels; its name, as `DISPLAY` wants it."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writer])
    os.close(writer)
    try:
        with os.fdopen(reader) as said:
            yield f":{said.readline().strip()}"
    finally:
        process.terminate()
        process.wait(20)


def main(arguments: list[str]) -> int:
    by = ByMouse if arguments[:1] == ["--mouse"] else ByKeys
    folders = arguments[1:] if by is ByMouse else arguments
    if len(folders) != 1 or "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    pictures = Path(folders[0])
    pictures.mkdir(parents=True, exist_ok=True)
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="workestra-trial-")))
        cloud = held.enter_context(StandIn(folder / "icloud.log"))
        fill(cloud, sample_calendars(datetime.now(ZoneInfo(_ZONE)).date(), _ZONE))
        env = os.environ | {
            "DISPLAY": held.enter_context(_screen()),
            "QT_QPA_PLATFORM": "xcb",
            "TZ": _ZONE,
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PYTHON_KEYRING_BACKEND": "tests.support.keyring_backend.FileKeyring",
            "WORKESTRA_TEST_KEYRING": str(folder / "keyring.json"),
            "WORKESTRA_ENDPOINT": cloud.url,
            "WORKESTRA_POLL_SECONDS": "5",
        }
        tray = ["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28"]
        for command in (["openbox"], tray, ["dunst"]):
            held.enter_context(_running(command, env))
        app = [sys.executable, "-m", "workestra_desktop", "--profile", str(folder / "profile")]
        held.enter_context(_running(app, env))
        return 0 if by(cloud, env, pictures).tell() < 180 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
