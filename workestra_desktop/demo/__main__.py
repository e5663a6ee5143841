"""`python -m workestra_desktop.demo`: look around with sample calendars, or watch the main job being done.

With a screen the window opens on a stand-in for iCloud of its own. Without one (or with --pictures) the same window is
driven off screen through the whole story; the exit code is 0 only if the stand-in confirmed each step.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

os.environ["QT_API"] = "pyside6"


class InMemoryVault:
    """The demo's password is for a stand-in that lives as long as the demo: it never reaches the real keychain."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def read(self, apple_id: str) -> str | None:
        return self._kept.get(apple_id)

    def keep(self, apple_id: str, password: str) -> bool:
        self._kept[apple_id] = password
        return True

    def forget(self, apple_id: str) -> None:
        self._kept.pop(apple_id, None)


def has_screen() -> bool:
    """Whether a window could be shown: always on Windows and macOS, with a display server elsewhere."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="workestra-demo", description="Workestra Desktop with sample calendars.")
    parser.add_argument("--pictures", metavar="DIR", type=Path, help="drive the window off screen, pictures into DIR")
    options = parser.parse_args(arguments)
    watch = options.pictures is None and has_screen()
    if not watch:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="workestra-demo-", ignore_cleanup_errors=True) as folder:
        if watch:
            return _look_around(Path(folder))
        pictures: Path = options.pictures or Path(tempfile.mkdtemp(prefix="workestra-pictures-"))
        pictures.mkdir(parents=True, exist_ok=True)
        return _tell(Path(folder), pictures)


def _quietly(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Everything Qt has to say, but for the one line the off-screen platform prints for every dialog."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{kind.name}: {text}\n")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _look_around(folder: Path) -> int:
    """The window on sample calendars, already connected; it ends when the person quits it."""
    from workestra_desktop.assembly import host_zone, open_desk
    from workestra_desktop.core.commands import FinishSetup, SignIn
    from workestra_desktop.demo.icloud.client import StandIn
    from workestra_desktop.demo.sample import fill, sample_calendars
    from workestra_desktop.launch import run

    (folder / "profile").mkdir()
    zone = host_zone()
    today = datetime.now(ZoneInfo(zone)).date()
    vault = InMemoryVault()
    with StandIn(folder / "icloud.log") as cloud:
        fill(cloud, sample_calendars(today, zone))
        env = {**os.environ, "WORKESTRA_ENDPOINT": cloud.url}
        with open_desk(folder / "profile", env, vault=vault, demo=True) as desk:
            desk.execute(SignIn(cloud.user, cloud.password))
            desk.execute(FinishSetup())
            desk.read_all()
        _say("The demo window is open. Nothing in it reaches Apple; everything is forgotten when you quit.")
        return run(folder / "profile", env, demo=True, vault=vault)


def _tell(folder: Path, pictures: Path) -> int:
    import qasync
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from workestra_desktop.assembly import host_zone
    from workestra_desktop.bootstrap import WindowApp
    from workestra_desktop.core.trouble import Failure
    from workestra_desktop.demo.icloud.client import StandIn
    from workestra_desktop.demo.sample import fill, sample_calendars
    from workestra_desktop.demo.story import Story
    from workestra_desktop.demo.telling import Unconfirmed
    from workestra_desktop.launch import dress

    (folder / "profile").mkdir()
    zone = host_zone()
    calendars = sample_calendars(datetime.now(ZoneInfo(zone)).date(), zone)
    qInstallMessageHandler(_quietly)
    app = QApplication(["workestra-demo"])
    app.setQuitOnLastWindowClosed(False)
    look = dress(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    requests: list[tuple[str, str]] = []
    failed = ""
    with StandIn(folder / "icloud.log") as cloud:
        fill(cloud, calendars)
        env = {**os.environ, "WORKESTRA_ENDPOINT": cloud.url, "WORKESTRA_RECHECK_SECONDS": "2"}
        window_app = WindowApp(
            folder / "profile",
            env,
            demo=True,
            vault=InMemoryVault(),
            on_request=lambda method, url: requests.append((method, url)),
        )
        ended = asyncio.Event()
        window_app.ended.connect(lambda _in_time: ended.set())

        async def play() -> str:
            story = Story(window_app, look, cloud, calendars, requests, pictures, _say)  # it hears the first snapshot
            window_app.start()
            try:
                await story.tell()
            except Unconfirmed as unconfirmed:
                return str(unconfirmed)
            except Failure as failure:
                return str(failure)
            finally:
                window_app.quit()
                await ended.wait()
            return ""

        with loop:
            failed = loop.run_until_complete(play())
    if failed:
        sys.stderr.write(f"Not confirmed: {failed}\n")
        return 1
    _say(f"pictures    → {len(list(pictures.rglob('*.png')))} in {pictures}")
    _say("Every step was confirmed by reading the stand-in for iCloud back.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
