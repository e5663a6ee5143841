"""Memory and the longest stall, each of a process that does nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.account import account
from benchmarks.figure import Figure, Goal
from benchmarks.scale import Scale
from tests.support.servers import ROOT

_MIB = 1024 * 1024


def memory(folder: Path, scale: Scale) -> Iterator[Figure]:
    """Peak resident set of a process that reads the account, against one that opens an empty profile."""
    events = scale.events
    with account(folder, events) as standin:
        before = told("open", folder / "before", standin.url)["peak"] / _MIB
        peak = told("mirror", folder / "profile", standin.url)["peak"] / _MIB
        after = told("open", folder / "after", standin.url)["peak"] / _MIB
    growth = (peak - max(before, after)) * 1024 / events
    yield Figure(
        "memory", f"peak while reading {events} events", "MiB", peak, "opening an empty profile", (before, after),
        note=f"{growth:.1f} KiB an event",
    )  # fmt: skip


def stall(folder: Path, scale: Scale) -> Iterator[Figure]:
    """The longest pause of a 5 ms timer on the UI thread during the first read, against the idle window's.

    One pause decides each run and whatever else the machine does may make it, so the median of some runs counts. Each
    is watched in a new process.
    """
    events = scale.events
    with account(folder, events) as standin:
        runs = [told("window", folder / f"profile{n}", standin.url, events) for n in range(scale.runs)]
    longest = [run["reading"] * 1000 for run in runs]
    yield Figure(
        "stall",
        f"longest while reading {events} events",
        "ms",
        median(longest),
        "longest of the idle window",
        tuple(run[when] * 1000 for run in runs for when in ("before", "after")),
        Goal(50, False),
        "runs: " + ", ".join(f"{pause:.0f}" for pause in sorted(longest)),
    )


def told(task: str, profile: Path, url: str, events: int = 0) -> dict[str, float]:
    """What the child printed. Raises RuntimeError with its errors if it failed."""
    done = subprocess.run(  # noqa: S603 - this project's own module
        [sys.executable, "-m", "benchmarks.child", task, str(profile), url, str(events)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"},
        capture_output=True,
        text=True,
        timeout=300 + events / 10,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"The child “{task}” failed: {done.stderr[-2000:]}")
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said
