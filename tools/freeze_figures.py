"""How large the frozen app is and how soon it shows itself, beside the figures of the last release.

packaging/figures.json keeps those by platform; `dev.py freeze --record` writes it. Machines differ, so the ratio counts
only where both were measured on the same one; nothing fails by it.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

KEPT = Path(__file__).resolve().parents[1] / "packaging" / "figures.json"
RUNS = 5
_PATIENCE = 60.0
"""Seconds for one start."""


@dataclass(frozen=True, slots=True)
class Figures:
    """`size` in MiB on disk, `start` in ms from the start of the process to the end of one that ends when the
    window's frame is painted."""

    size: float
    files: int
    start: float


def measured(folder: Path, program: Path) -> Figures:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) / 2**20
    starts = [_start(program) for _ in range(RUNS)]
    return Figures(round(size, 1), len(files), round(statistics.median(starts)))


def key() -> str:
    return f"{sys.platform}-{platform.machine().lower()}"


def compared(now: Figures, kept: str, place: str) -> list[str]:
    """Lines for people: each figure, and how it stands to that of the last release on `place` in the JSON `kept`."""
    last = json.loads(kept).get(place)
    then = Figures(**last["figures"]) if last else None
    lines = []
    for name, value, unit in (("size", now.size, "MiB"), ("files", now.files, "files"), ("start", now.start, "ms")):
        beside = ""
        if then is not None and last is not None:
            before = getattr(then, name)
            beside = f" ({last['version']}: {before:g}, {value / before:.2f} times as much)"
        lines.append(f"{name}: {value:g} {unit}{beside}")
    return lines


def recorded(now: Figures, kept: str, place: str, version: str) -> str:
    """The JSON `kept` with the figures of `version` on `place`."""
    return json.dumps({**json.loads(kept), place: {"version": version, "figures": asdict(now)}}, indent=2) + "\n"


def _start(program: Path) -> float:
    """Milliseconds, by the clock of this process, from the start of `program` until it has painted and ended."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    subprocess.run([str(program), "--first-paint"], env=env, timeout=_PATIENCE, check=True)
    return (time.perf_counter() - begun) * 1000
