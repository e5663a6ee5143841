"""Starts the window: `workestra-desktop [--hidden] [--demo] [--profile DIR]`."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workestra_desktop.ui.front import Front

os.environ["QT_API"] = "pyside6"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="workestra-desktop", description="Bookings that live in your iCloud calendar."
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument("--demo", action="store_true", help="look around with sample calendars on this computer")
    parser.add_argument("--profile", metavar="DIR", help="keep everything in this folder")
    options = parser.parse_args(arguments)

    from workestra_desktop.core.trouble import Failure

    if options.demo:
        if importlib.util.find_spec("workestra_desktop.demo") is None:
            parser.error("this build has no sample calendars; they come with the source code")
        from workestra_desktop.demo.__main__ import main as demo

        return demo([])
    from workestra_desktop.core.endpoint import Endpoint
    from workestra_desktop.desktop.folders import profile_folder
    from workestra_desktop.desktop.instance import only_window

    try:
        Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT"))
        profile = profile_folder(options.profile, os.environ)
        try:
            mine = only_window(profile, _knock, hidden=options.hidden)
        except Failure as unanswered:
            from workestra_desktop.bootstrap import shown

            return shown(unanswered, profile)
        if mine is None:
            return 0
        front = None if options.hidden else _front(profile)
        from workestra_desktop.bootstrap import run

        again = ("--profile", str(profile)) if options.profile is not None else ()
        code = run(profile, os.environ, hidden=options.hidden, options=again, front=front)
        mine.give_back()
        return code
    except Failure as failure:
        from workestra_desktop.bootstrap import reported

        return reported(failure)


def _front(profile: Path) -> Front:
    """The window's frame, on screen while all else is loaded."""
    from PySide6.QtWidgets import QApplication

    from workestra_desktop.ui.front import Front, Place

    app = QApplication.instance() or QApplication(["workestra-desktop"])
    assert isinstance(app, QApplication)
    app.setDesktopFileName("workestra-desktop")  # before the first window: Wayland tells its icon by it
    app.setQuitOnLastWindowClosed(False)
    front = Front(Place(profile))
    front.stand()
    return front


def _knock(profile: Path, within_seconds: float) -> bool:
    """Loads what it needs of Qt only where there is a window already."""
    from workestra_desktop.desktop.door import knock

    return knock(profile, within_seconds)


if __name__ == "__main__":
    sys.exit(main())
