"""What a poll costs as the calendar grows a hundredfold: requests, bytes, time. A ratio of 1 is a flat cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.account import account, desk_on, polled, signed_in
from benchmarks.calendars import objects
from benchmarks.figure import Figure, Goal
from benchmarks.scale import Scale
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.desk import Desk

TIMES = 15
GROWTH = 100


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians of some polls; `took` in seconds."""

    requests: float
    received: float
    took: float


def poll(folder: Path, scale: Scale) -> Iterator[Figure]:
    events = scale.events
    few = max(events // GROWTH, 3)
    with (
        account(folder / "few", few) as small,
        account(folder / "many", events) as large,
        desk_on(folder / "few" / "profile", small.url) as small_desk,
        desk_on(folder / "many" / "profile", large.url) as large_desk,
    ):
        for desk in (small_desk, large_desk):
            signed_in(desk)
            polled(desk)
        for what, change in (("no change", None), ("one change", touch)):
            first = cost(small_desk, small, change)
            grown = cost(large_desk, large, change)
            last = cost(small_desk, small, change)
            against = f"{few} events instead of {events}"
            requests, received, took = (
                (first.requests, last.requests), (first.received, last.received), (first.took * 1000, last.took * 1000),
            )  # fmt: skip
            # A poll without a change is one request; one change costs the listing, the difference and the event.
            yield Figure(
                "poll", f"{what}, requests", "", grown.requests, against, requests, Goal(3 if change else 1, False)
            )
            yield Figure("poll", f"{what}, bytes", "B", grown.received, against, received, Goal(1.1, True))
            yield Figure("poll", f"{what}, time", "ms", grown.took * 1000, against, took, Goal(1.5, True))


def touch(standin: StandIn, turn: int) -> None:
    """Somebody changes one event at the phone: the same single meeting in calendars of any size."""
    name, text = next(iter(objects(1, datetime.now(UTC).date()).items()))
    standin.put("c0", name, text.replace("SEQUENCE:1", f"SEQUENCE:{turn:04}"))


def cost(desk: Desk, standin: StandIn, change: Callable[[StandIn, int], None] | None) -> Cost:
    reports, times = [], []
    for _ in range(TIMES):
        if change is not None:
            change(standin, time.monotonic_ns() % 10_000)
        start = time.perf_counter()
        reports.append(polled(desk))
        times.append(time.perf_counter() - start)
        if reports[-1].changed != (change is not None):
            raise RuntimeError(f"A poll saw {reports[-1].changed} changes.")
    return Cost(median(r.requests for r in reports), median(r.received_bytes for r in reports), median(times))
