"""When to kill: an instant drawn at random over what a piece of work does on the wire and in the store."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.kill.processes import Kind
from tests.kill.tap import WRITES, Request, Tap

_LONGEST_WAIT = 4.0
"""Seconds after which the process is killed whatever it does, for instants that do not come."""


@dataclass(frozen=True, slots=True)
class Natural:
    """How a piece of work goes when nobody kills it; times in seconds."""

    requests: int
    lead: float
    """From its start to its first request, or to its end if it sends none."""
    work: float
    """From its first request to its end."""
    last: float
    """From its first write to its end; 0 if it writes nothing."""


@dataclass(frozen=True, slots=True)
class Instant:
    """`delay` seconds after the start (`request` 0), the `request`-th request, or the first write (`request` -1)."""

    request: int
    delay: float


class Durations:
    """Of pieces of work by the kind of process and what it was asked."""

    def __init__(self) -> None:
        self._seen: defaultdict[tuple[Kind, str], list[Natural]] = defaultdict(list)

    def learn(self, kind: Kind, what: str, started: float, ended: float, requests: Sequence[Request]) -> None:
        first = requests[0].at if requests else ended
        writes = [r.at for r in requests if r.method in WRITES]
        self._seen[kind, what].append(
            Natural(len(requests), first - started, ended - first, ended - writes[0] if writes else 0.0)
        )

    def of(self, kind: Kind, what: str) -> Natural | None:
        """The medians; None for what was never seen to its end."""
        seen = self._seen.get((kind, what))
        if not seen:
            return None
        return Natural(
            round(median(n.requests for n in seen)),
            median(n.lead for n in seen),
            median(n.work for n in seen),
            median(n.last for n in seen),
        )

    def lines(self) -> list[str]:
        found = [(kind, what, self.of(kind, what), len(seen)) for (kind, what), seen in sorted(self._seen.items())]
        return [
            f"  {kind:8} {what:15} {n.requests:2} requests, first after {n.lead * 1000:4.0f} ms, "
            f"then {n.work * 1000:4.0f} ms to its end   (median of {count})"
            for kind, what, n, count in found
            if n is not None
        ]


def draw(rng: random.Random, natural: Natural) -> Instant:
    """One in ten before the first request, and there not while Python imports; half of the others at the write or after
    it, the rest at any request and in what is done with its answer."""
    chance = rng.random()
    if natural.requests == 0:
        return Instant(0, natural.lead * rng.uniform(0.3, 1.05))
    if chance < 0.1:
        return Instant(0, natural.lead * rng.uniform(0.7, 1.0))
    if natural.last and chance < 0.55:
        return Instant(-1, natural.last * rng.uniform(0.0, 1.1))
    return Instant(rng.randint(1, natural.requests), natural.work / natural.requests * rng.uniform(0.0, 1.3))


def wait_for(tap: Tap, before: int, instant: Instant, over: Callable[[], bool]) -> None:
    """Returns at `instant`, or when the work is `over`. `before` is the tap's count when it began."""
    begun = time.monotonic()
    deadline = begun + _LONGEST_WAIT
    base = begun if instant.request == 0 else None
    while base is None and not over() and time.monotonic() < deadline:
        base = _moment(tap.since(before), instant.request)
        if base is None:
            with tap.changed:
                tap.changed.wait(0.002)
    while base is not None and not over() and (left := base + instant.delay - time.monotonic()) > 0:
        time.sleep(min(left, 0.002))


def _moment(requests: Sequence[Request], number: int) -> float | None:
    if number < 0:
        return next((r.at for r in requests if r.method in WRITES), None)
    return requests[number - 1].at if len(requests) >= number else None


def phase(requests: Sequence[Request], *, over: bool, offline: bool) -> tuple[str, str]:
    """What the process was doing, by its requests so far: where it was, and with what."""
    if over:
        return "after its last word", "-"
    if offline and not requests:
        return "offline: in the store alone", "-"
    if not requests:
        return "before its first request", "-"
    number = f"request {len(requests)}" if len(requests) < 9 else "request 9 or later"
    last = requests[-1]
    return number, f"waiting for {last.method}" if last.status is None else f"at work after {last.method}"
