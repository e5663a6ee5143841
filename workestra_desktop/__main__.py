"""Starts the window: `workestra-desktop [--hidden] [--demo] [--profile DIR]`."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys

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
    from workestra_desktop.bootstrap import reported, run
    from workestra_desktop.core.endpoint import Endpoint
    from workestra_desktop.desktop.folders import profile_folder

    try:
        Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT"))
        return run(profile_folder(options.profile, os.environ), os.environ, hidden=options.hidden)
    except Failure as failure:
        return reported(failure)


if __name__ == "__main__":
    sys.exit(main())
