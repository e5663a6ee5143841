"""One measured figure beside its yardstick, and how it is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Goal:
    """What issue and design ask for: an upper bound, of the ratio or of the measured value in its own unit."""

    limit: float
    of_ratio: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in `unit`, against every run of the yardstick in the same unit, before and after it."""

    benchmark: str
    what: str
    unit: str
    value: float
    against: str
    yardsticks: tuple[float, ...]
    goal: Goal | None = None
    note: str = ""

    @property
    def yardstick(self) -> float:
        return median(self.yardsticks)

    @property
    def ratio(self) -> float:
        return self.value / self.yardstick

    @property
    def spread(self) -> float:
        """The machine's noise: the yardstick's highest run over its lowest; 1 is a quiet machine."""
        return max(self.yardsticks) / min(self.yardsticks)

    @property
    def met(self) -> bool | None:
        """Whether the goal was met in this run; None if there is none."""
        if self.goal is None:
            return None
        return (self.ratio if self.goal.of_ratio else self.value) <= self.goal.limit

    def document(self) -> dict[str, Any]:
        """As it stands in the JSON."""
        return {
            "benchmark": self.benchmark,
            "what": self.what,
            "unit": self.unit,
            "value": self.value,
            "against": self.against,
            "yardstick": self.yardstick,
            "yardsticks": list(self.yardsticks),
            "ratio": self.ratio,
            "spread": self.spread,
            "goal": None if self.goal is None else {"limit": self.goal.limit, "of_ratio": self.goal.of_ratio},
            "met": self.met,
            "note": self.note,
        }


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run of `work`."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of text; what misses its goal says MISSED."""
    head = ("", "measured", "yardstick", "ratio", "spread", "goal", "against")
    rows = [head, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]) for row in rows
    )


def noise(figures: Sequence[Figure]) -> str:
    """The machine's noise in one line: how long it takes for the same work at different times of this run."""
    timed = [figure for figure in figures if figure.unit in ("s", "ms")]
    if not timed:
        return "Noise: nothing was timed."
    worst, middle = max(timed, key=lambda figure: figure.spread), median(figure.spread for figure in timed)
    return (
        f"Noise: the slowest run of a yardstick took {middle:.2f} times its fastest (median of {len(timed)}), at worst"
        f" {worst.spread:.2f} times ({worst.benchmark}: {worst.what})."
    )


def _row(figure: Figure) -> tuple[str, ...]:
    return (
        f"{figure.benchmark}: {figure.what}",
        f"{figure.value:.4g} {figure.unit}",
        f"{figure.yardstick:.4g} {figure.unit}",
        f"{figure.ratio:.3g}",
        f"{figure.spread:.2f}",
        _goal(figure),
        figure.against + (f" ({figure.note})" if figure.note else ""),
    )


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    unit = "x" if figure.goal.of_ratio else f" {figure.unit}"
    return f"<= {figure.goal.limit:g}{unit} {'met' if figure.met else 'MISSED'}"
