"""`python -m tests.icloud.matrix [--write FILE]`: lives through every fault and makes the table of what came of it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import keyring

from tests.icloud.matrix_row import Outcome, Row
from tests.icloud.matrix_rows import ROWS
from tests.icloud.matrix_run import live_through
from tests.support.keyring_backend import MemoryKeyring
from workestra_desktop.demo.icloud.client import StandIn

HEAD = """\
# What each fault does to the host, and what is left of it

Each row is a day on the stand-in for iCloud with one fault: polls, a new booking, a move, a cancellation, and changes
on the phone while it lasts, then polls until nothing is left to do. `python3 dev.py faults` lives through all of them
and makes this table; “after it” counts the polls, eleven minutes apart, and the last column counts bookings lost,
doubled and cancelled, and mails or notices to other people.

| Fault | Hits | The host reads | State during it | After it | Lost, doubled, cancelled, mailed |
|---|---|---|---|---|---|
"""


def line(row: Row, outcome: Outcome) -> str:
    """One row of the table, without its line end."""
    told = "<br>".join(f"`{code}` {title}" for code, title in outcome.told) or "nothing"
    if row.open:
        after = f"open: {row.open}"
    elif outcome.rounds is None:
        after = "not in agreement"
    else:
        after = f"in agreement, {outcome.rounds} poll{'s' if outcome.rounds > 1 else ''}"
    counts = f"{outcome.lost}, {outcome.doubled}, {outcome.cancelled}, {outcome.mails}"
    return f"| {row.name} | {row.target} | {told} | {outcome.state} | {after} | {counts} |"


def table(outcomes: Iterable[tuple[Row, Outcome]]) -> str:
    return HEAD + "".join(f"{line(row, outcome)}\n" for row, outcome in outcomes)


def wrong_of(row: Row, outcome: Outcome) -> list[str]:
    """What is wrong with an outcome; for a row that is open, that nothing is."""
    if row.open:
        return [] if outcome.wrong else ["the app comes through it now: the row is not open any more"]
    return list(outcome.wrong)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.icloud.matrix", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="default: to the terminal")
    chosen = parser.parse_args(arguments)
    keyring.set_keyring(MemoryKeyring())
    outcomes = []
    failed = False
    with StandIn() as standin, tempfile.TemporaryDirectory() as folder:
        for number, row in enumerate(ROWS):
            outcome = live_through(row, standin, Path(folder) / str(number))
            outcomes.append((row, outcome))
            for what in wrong_of(row, outcome):
                failed = True
                sys.stderr.write(f"{row.name} ({row.target}): {what}\n")
    if chosen.write is None:
        sys.stdout.write(table(outcomes))
    else:
        chosen.write.write_text(table(outcomes), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
