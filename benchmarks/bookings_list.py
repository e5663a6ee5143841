"""The bookings page with 10,000 bookings against one with 100: showing them, going through them, searching them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.children import told
from benchmarks.figure import Figure, Goal
from benchmarks.scale import Scale

FEW, MANY = 100, 10_000
FRAME = 16.0
"""Milliseconds between two pictures of a screen."""

_SAID = {
    "first": "show the first snapshot",
    "same": "show one in which nothing changed",
    "more": "show one with a booking more",
    "letter": "first letter of a search",
    "another": "another letter",
    "switch": "to another list and back",
    "scroll": "worst step of scrolling",
}


def bookings_list(folder: Path, scale: Scale) -> Iterator[Figure]:
    """The UI thread's own time, with the paint that follows, whatever else the machine does; medians of the runs."""
    most = min(MANY, scale.events * FEW)
    few, many = ([told("bookings", folder, "", count) for _ in range(scale.runs)] for count in (FEW, most))
    for name, what in _SAID.items():
        values = sorted(run[name] for run in many)
        yield Figure(
            "bookings-list",
            f"{what}, {most} bookings",
            "ms",
            values[len(values) // 2],
            f"the same with {FEW}",
            tuple(run[name] for run in few),
            Goal(FRAME, of_ratio=False) if name == "scroll" else None,
        )
