"""`python -m workestra_desktop.demo.icloud`: the stand-in as a process of its own.

It prints one line of JSON with the addresses of its hosts and of its control port once all three listen, and ends when
its standard input closes, so it never outlives who started it. `--stay` is for a person at a terminal.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading

from workestra_desktop.demo.icloud.cloud import Cloud
from workestra_desktop.demo.icloud.control import Control
from workestra_desktop.demo.icloud.operations import Operations
from workestra_desktop.demo.icloud.site import Site


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m workestra_desktop.demo.icloud", description=__doc__)
    for name in ("entry", "partition", "control"):
        parser.add_argument(f"--{name}-port", type=int, default=0, metavar="N", help="default: a free one")
    parser.add_argument("--stay", action="store_true", help="stay until interrupted, and say how to use it")
    chosen = parser.parse_args(arguments)

    site = Site(chosen.entry_port, chosen.partition_port)
    with Control(chosen.control_port, Operations(site).available()) as control:
        site.open()
        site.reset()
        thread = threading.Thread(target=control.serve_forever, args=(0.02,), name="control", daemon=True)
        thread.start()
        print(json.dumps({**site.addresses(), "control": control.url}), flush=True)
        try:
            _wait(stay=chosen.stay, endpoint=site.addresses()["entry"])
        finally:
            site.close()
            control.shutdown()
            thread.join()
    return 0


def _wait(*, stay: bool, endpoint: str) -> None:
    if not stay:
        sys.stdin.buffer.read()
        return
    print(f"Set WORKESTRA_ENDPOINT={endpoint} and start the app.")
    print(f"Apple ID {Cloud.APPLE_ID}, password {Cloud.PASSWORD}. Ctrl+C ends it.", flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
