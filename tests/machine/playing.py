"""A run of the state machine: its examples, and whether all that can happen did.

`WORKESTRA_MACHINE_EXAMPLES=10000 WORKESTRA_MACHINE_SEED=7 pytest tests/machine` plays another, longer run. Each half is
a file of its own, so that two processes share them; several runs with different seeds can go side by side.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.account import Account
from tests.machine.beginnings import Beginnings
from tests.machine.computer import Where
from tests.machine.machine import Machine
from tests.machine.weather import FAULTS, MOODS
from workestra_desktop.core.choices import Choice

EXAMPLES = int(os.environ.get("WORKESTRA_MACHINE_EXAMPLES", "300"))
"""In both halves together."""
SEED = int(os.environ.get("WORKESTRA_MACHINE_SEED", "1"))
STEPS = 18
HALVES = 2
TIMEOUT = max(600, 5 * EXAMPLES)
"""Seconds."""

_SHRINKS = os.environ.get("WORKESTRA_MACHINE_SHRINK", "yes") == "yes"
"""Whether a failing example is made small, which takes minutes."""

_FAST = Path("/dev/shm")  # noqa: S108 - a disk in memory, if there is one: each commit waits for the disk

WORKS = (
    "book", "book offline", "book by the command", "move", "move offline", "cancel", "cancel offline", "undo",
    "undo offline", "settle gone", "choose calendar", "poll", "poll partly", "sync now",
)  # fmt: skip
EDITS = (
    "move", "resize", "retitle", "note", "alarm", "carry", "carry under another name", "duplicate", "delete", "series",
    "all-day", "mark as cancelled", "save anew", "meanwhile", "delete several", "delete all", "restore", "add another",
    "edit another", "delete another", "delete calendar",
)  # fmt: skip
EXPECTED = {
    *(f"work: {work}" for work in WORKS),
    *(f"phone: {edit}" for edit in EDITS),
    *(f"switch {mood}" for mood in MOODS),
    *(f"death: {where}" for where in (*Where, "at rest")),
    *FAULTS,
    *("hang", "tokens expired", "ghost", "outage", "quit", "calendar read-only", "calendar writable"),
    *("clock: forward", "clock: jump", "cancelled in iCloud"),
}  # fmt: skip
if EXAMPLES >= 1000:  # chance may leave one out of some hundred; `test_each_answer.py` plays each for certain, always
    EXPECTED |= {f"work: choose {choice}" for choice in Choice}

_PORTION = 50
"""Examples with one seed. Those of one are much alike; those of several are not."""
_MORE = 6
"""How many portions more may be played until all that can happen did."""


def play(half: int) -> Counter[str]:
    """Half of the examples, and more if chance left something out of so few: a machine whose rules never fire would
    prove nothing. Returns what happened in them."""
    tally, missing = Counter[str](), sorted(EXPECTED)
    portion = max(_PORTION, EXAMPLES // HALVES // 20)
    enough = -(-EXAMPLES // HALVES // portion)
    for number in range(enough + _MORE):
        if number >= enough and not missing:
            break
        tally += _played(1000 * SEED + HALVES * number + half, portion)
        missing = sorted(name for name in EXPECTED if not tally[name])
    sys.stdout.write(f"{_told(tally)}\n")
    assert not missing, f"never happened: {', '.join(missing)}"
    assert tally["bookings"] > tally["examples"] >= EXAMPLES // HALVES
    return tally


def _played(number: int, examples: int) -> Counter[str]:
    tally: Counter[str] = Counter()
    chosen = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink] if _SHRINKS else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    fast = _FAST if os.access(_FAST, os.W_OK) else None
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=fast, prefix="workestra-machine-") as folder, Account() as account:
        parts = {
            "account": account,
            "folder": Path(folder),
            "tally": tally,
            "beginnings": Beginnings(account, Path(folder)),
        }
        machine = seed(number)(type("Example", (Machine,), parts))
        run_state_machine_as_test(machine, settings=chosen)
        assert account.site.backstage.journal.failures() == []
    tally["milliseconds"] = round((time.monotonic() - began) * 1000)
    return tally


def _told(tally: Counter[str]) -> str:
    def total(*names: str) -> int:
        return sum(tally[name] for name in names)

    faults = total(*FAULTS, "hang", "tokens expired", "ghost", "outage", *(f"switch {mood}" for mood in MOODS))
    deaths = total(*(name for name in tally if name.startswith("death: ")))
    edits = total(*(name for name in tally if name.startswith("phone: ")))
    clocks = total("clock: forward", "clock: jump")
    return (
        f"{tally['examples']} examples in {tally['milliseconds'] / 1000:.0f} s: {tally['bookings']} bookings, {faults} "
        f"faults, {deaths} ends of the process, {edits} edits on the phone, {clocks} turns of the clock, "
        f"{tally['requests']} requests, {tally['cancelled in iCloud']} cancelled in iCloud, "
        f"{tally['needing the host']} left to the host"
    )
