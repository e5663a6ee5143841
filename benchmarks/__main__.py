"""`python -m benchmarks`: a table on the terminal, the same as JSON in a file (`--json FILE`).

Exit 0 whatever the figures are: they say something of the app only beside the yardsticks of the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.bookings_list import bookings_list
from benchmarks.calendars import ZONE
from benchmarks.children import memory, stall
from benchmarks.figure import Figure, noise, table
from benchmarks.first_mirror import first_mirror
from benchmarks.poll import poll
from benchmarks.scale import LARGE, Scale
from benchmarks.slots import slots
from benchmarks.starting import starting

Benchmark = Callable[[Path, Scale], Iterator[Figure]]

ALL: Mapping[str, Benchmark] = {
    "first-mirror": first_mirror,
    "poll": poll,
    "slots": slots,
    "memory": memory,
    "stall": stall,
    "bookings-list": bookings_list,
    "start": starting,
}

GROWING = ("first-mirror", "memory", "stall")
"""What `--large` measures in the larger account as well."""


def main(arguments: list[str]) -> int:
    asked = parsed(arguments)
    os.environ["TZ"] = ZONE  # the host's zone, here and in every child
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's keychain is asked
    scale = Scale(asked.events, asked.runs)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="workestra-benchmarks-") as folder:
        for name, run in ALL.items():
            if asked.only in (None, name):
                sys.stderr.write(f"{name} …\n")
                figures += run(Path(folder) / name, scale)
                if asked.large and name in GROWING:
                    figures += run(Path(folder) / f"{name}-large", scale.large())
    sys.stdout.write(f"{table(figures)}\n{noise(figures)}\n")
    if asked.json is not None:
        machine = {"python": platform.python_version(), "system": platform.platform(), "cores": os.cpu_count()}
        document = {
            "events": asked.events,
            "runs": asked.runs,
            "machine": machine,
            "noise": noise(figures),
            "figures": [f.document() for f in figures],
        }
        asked.json.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    return 0


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m benchmarks", description="Ratios to yardsticks measured in one run.")
    parser.add_argument("--events", type=int, default=5000, metavar="N", help="events in the account (5000)")
    parser.add_argument(
        "--large", action="store_true", help=f"also {LARGE} times as many, once, for {', '.join(GROWING)}: minutes"
    )
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="first reads that are measured (5)")
    parser.add_argument("--only", choices=ALL, help="one benchmark")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    asked = parser.parse_args(arguments)
    if asked.events < 10:
        parser.error("--events must be at least 10")
    if asked.runs < 1:
        parser.error("--runs must be at least 1")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
