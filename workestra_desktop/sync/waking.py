"""Finds out, from looks a few seconds apart, that the computer slept or that its clock was set.

Two clocks are compared. `elapsed` is one that nobody can set and that goes on in sleep; the wall clock is what the host
and the server mean by a time. A look that comes late by the first one was slept through, unless this thread was at
work meanwhile; where the two disagree, the wall clock was set.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

SLEPT = 10.0
"""Seconds by which a look must be late to tell of sleep; less happens on a busy computer."""

SET = timedelta(seconds=5)
"""A wall clock that is off by more than this since the last look was set; less is what time servers correct."""

LONGEST_WORK = 300.0
"""Seconds that work can have kept this thread from looking: a few requests that all end at their limit of 120 s. More
was sleep in the midst of work, where `work` goes on in sleep (Windows)."""


_WITH_SLEEP: int | None = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""Linux has a clock of its own for this; macOS's `CLOCK_MONOTONIC` counts sleep."""


def elapsed() -> float:
    """Seconds since some moment in the past, sleep included. Python's own monotonic clock stands still in sleep on
    Linux (`CLOCK_MONOTONIC`) and macOS (`mach_absolute_time`), and goes on in it on Windows, which has no other."""
    return time.monotonic() if _WITH_SLEEP is None else time.clock_gettime(_WITH_SLEEP)


@dataclass(frozen=True, slots=True)
class Clocks:
    """The clocks of a computer: seconds with sleep, seconds of being awake (with sleep on Windows), wall clock."""

    elapsed: Callable[[], float] = elapsed
    awake: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found. `set_by`: how far the wall clock was set, negative if it was set back; zero if it was not."""

    slept: bool = False
    set_by: timedelta = timedelta()

    def __bool__(self) -> bool:
        return self.slept or bool(self.set_by)


class Watch:
    """To be made, and asked, in one thread. `every` is the time between two looks, in seconds."""

    def __init__(self, wall: Callable[[], datetime], clocks: Clocks, every: float) -> None:
        self._wall, self._clocks, self._every = wall, clocks, every
        self._then = (wall(), clocks.elapsed())
        self._worked = 0.0
        self._since: float | None = None

    @contextmanager
    def work(self) -> Iterator[None]:
        """Around whatever may keep this thread from looking in time."""
        self._since = self._clocks.awake()
        try:
            yield
        finally:
            self._note_work()
            self._since = None

    def _note_work(self) -> None:
        if self._since is not None:
            now = self._clocks.awake()
            self._worked += now - self._since
            self._since = now

    def look(self) -> Seen:
        """What happened since the last look. A look may come earlier than planned."""
        self._note_work()
        now = (self._wall(), self._clocks.elapsed())
        (wall, passed), self._then = self._then, now
        seconds = now[1] - passed
        late = seconds - self._every - min(self._worked, LONGEST_WORK)
        self._worked = 0.0
        set_by = now[0] - wall - timedelta(seconds=seconds)
        return Seen(slept=late > SLEPT, set_by=set_by if abs(set_by) > SET else timedelta())
