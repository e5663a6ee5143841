"""Starts the window: `workestra-desktop [--hidden] [--demo] [--profile DIR] [LINK]`."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workestra_desktop.ui.front import Front

os.environ["QT_API"] = "pyside6"

BRANCH = "--branch"
"""`branch_process.OPTION`, which is not imported here for it: the window's frame is waited for."""


def argument_parser() -> argparse.ArgumentParser:
    """What the program takes; its manual page is made from this."""
    parser = argparse.ArgumentParser(
        prog="workestra-desktop",
        description="Bookings that live in your iCloud calendar.",
        epilog="A link fills in the form of a new booking and books nothing: "
        "workestra:book?link=SLUG&guest=NAME&email=ADDRESS&note=TEXT&start=2026-12-01T10:00+01:00&minutes=30",
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray")
    parser.add_argument("--demo", action="store_true", help="look around with sample calendars on this computer")
    parser.add_argument("--profile", metavar="DIR", help="keep everything in this folder")
    parser.add_argument(
        "--self-check",
        nargs="?",
        const="-",
        metavar="FILE",
        help="check this copy of the app, tell it (into FILE), end",
    )
    parser.add_argument("--first-paint", action="store_true", help=argparse.SUPPRESS)  # what `dev.py freeze` measures
    parser.add_argument("link", nargs="?", metavar="LINK", help="a workestra: link to open, as the last argument")
    return parser


def main(arguments: list[str] | None = None) -> int:
    parser = argument_parser()
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [BRANCH] and len(given) == 2:
        from workestra_desktop.branch_process import main as branch

        branch(Path(given[1]))
    options = parser.parse_args(given)
    if options.link is not None:
        _check_link(parser, options, given)
    if options.self_check is not None:
        from workestra_desktop.self_check import self_check

        return self_check(options.self_check)
    if options.first_paint:
        with tempfile.TemporaryDirectory() as folder:
            return 0 if _front(Path(folder)).painted else 1

    from workestra_desktop.core.trouble import Failure

    if options.demo:
        if importlib.util.find_spec("workestra_desktop.demo") is None:
            parser.error("this build has no sample calendars; they come with the source code")
        from workestra_desktop.demo.__main__ import main as demo

        return demo([])
    from workestra_desktop.core.endpoint import Endpoint
    from workestra_desktop.desktop.folders import profile_folder
    from workestra_desktop.desktop.identity import tell_identity
    from workestra_desktop.desktop.sparing import sparing_openssl

    with sparing_openssl():
        from workestra_desktop.desktop.instance import only_window

    hidden = options.hidden and options.link is None
    try:
        Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT"))
        profile = profile_folder(options.profile, os.environ)
        try:
            mine = only_window(profile, partial(_knock, options.link or ""), hidden=hidden)
        except Failure as unanswered:
            from workestra_desktop.launch import shown

            return shown(unanswered, profile)
        if mine is None:
            return 0
        tell_identity()
        front = None if hidden else _front(profile)
        with sparing_openssl():
            from workestra_desktop.launch import run

        again = ("--profile", str(profile)) if options.profile is not None else ()
        link = options.link or ""
        code = run(profile, os.environ, hidden=hidden, options=again, front=front, link=link)
        mine.give_back()
        return code
    except Failure as failure:
        from workestra_desktop.launch import reported

        return reported(failure)


def _front(profile: Path) -> Front:
    """The window's frame, on screen while all else is loaded."""
    from workestra_desktop.ui.application import Application
    from workestra_desktop.ui.front import Front, Place

    app = Application.one()
    app.setDesktopFileName("workestra-desktop")  # before the first window: Wayland tells its icon by it
    app.setQuitOnLastWindowClosed(False)
    front = Front(Place(profile))
    front.stand()
    return front


def _check_link(parser: argparse.ArgumentParser, options: argparse.Namespace, given: list[str]) -> None:
    """Links come from anywhere, and some systems put them into a command line as they are: one with a quotation mark in
    it could bring options along. So nothing may follow a link, not even itself as what an option takes. What it says is
    for the window to read."""
    from workestra_desktop.core.booking_request import is_ours

    if not is_ours(options.link):
        parser.error("a link begins with workestra:")
    if given.index(options.link) != len(given) - 1:
        parser.error("nothing may follow a link")
    if options.demo:
        parser.error("the sample calendars take no links")


def _knock(link: str, profile: Path, within_seconds: float) -> bool:
    """Loads what it needs of Qt only where there is a window already."""
    from workestra_desktop.desktop.door import knock

    return knock(profile, within_seconds, link)


if __name__ == "__main__":
    sys.exit(main())
