"""The app beside a bare QMainWindow of the same PySide6: first paint, and what it costs while nothing happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.account import account
from benchmarks.children import told
from benchmarks.figure import Figure, Goal
from benchmarks.scale import Scale
from tests.support.servers import ROOT
from workestra_desktop.demo.icloud.client import StandIn

_MIB = 1024 * 1024
_IDLE = 12.0
"""Seconds at rest that are watched: the engine looks at the profile every third of them."""


def starting(folder: Path, scale: Scale) -> Iterator[Figure]:
    """With the account read already: its mirror is on disk, and nothing in iCloud has changed."""
    with account(folder, scale.events) as standin:
        profile = folder / "profile"
        told("mirror", profile, standin.url)
        idle = _IDLE if scale.runs > 1 else 2.0
        pairs = [
            (_started("bare", profile, standin.url, idle), _started("app", profile, standin.url, idle))
            for _ in range(scale.runs)
        ]
    bare, app = ([each[n] for each in pairs] for n in (0, 1))
    mirror = sum(file.stat().st_size for file in profile.glob("*.sqlite*")) / _MIB
    yield Figure(
        "start", "process start to first paint", "s", median(run["paint"] for run in app), "bare QMainWindow",
        tuple(run["paint"] for run in bare), Goal(1.5, True),
    )  # fmt: skip
    yield Figure(
        "start", "process start to the page with the bookings", "s", median(run["whole"] for run in app),
        "bare QMainWindow", tuple(run["paint"] for run in bare),
    )  # fmt: skip
    yield Figure(
        "idle", "resident memory", "MiB", median(run["rss"] for run in app) / _MIB, "bare QMainWindow and the mirror",
        tuple(run["rss"] / _MIB + mirror for run in bare), Goal(1.5, True),
        f"mirror {mirror:.1f} MiB on disk; processes besides it: {max(run['children'] for run in app):.0f}",
    )  # fmt: skip
    yield Figure(
        "idle", "wake-ups of all threads a second", "1/s", median(run["wakes"] for run in app) / idle,
        "bare QMainWindow", tuple(max(run["wakes"], 1) / idle for run in bare),
        note=f"CPU {median(run['cpu'] for run in app) / idle:.2%} of a core",
    )  # fmt: skip


def _started(which: str, profile: Path, url: str, idle: float) -> dict[str, float]:
    """What the window said of itself. Raises RuntimeError with its errors if it failed."""
    done = subprocess.run(  # noqa: S603 - this project's own module
        [sys.executable, "-m", "benchmarks.started", which, str(profile), str(idle)],
        cwd=ROOT,
        env={
            **os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKESTRA_ENDPOINT": url,
            "PYTHON_KEYRING_BACKEND": "benchmarks.keychain.Known",
            "WORKESTRA_BENCH_PASSWORD": StandIn.password,
            "WORKESTRA_BENCH_START": repr(time.monotonic()),
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"The window “{which}” failed: {done.stderr[-2000:]}")
    said: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return said
