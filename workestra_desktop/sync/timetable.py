"""When the next round begins by itself. In seconds of a clock that nobody can set and that goes on in sleep."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from workestra_desktop.core.outbox import backoff
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Code, Trouble

APART = 10.0
"""Seconds from one round to the next that a wake or the network asks for; with the engine's looks every 3 s that is
less than the 15 s of product.md."""

FOCUS_APART = 60.0
"""Seconds after a round in which a look at the window asks for no other."""

LEAST_PAUSE = 1.0

LONGEST_REST = 24 * 3600.0
"""A server that asks for a longer pause is tried again after a day, as `backoff` does."""

_LONG_AGO = float("-inf")


class Timetable:
    """`poll_every` is the pause between rounds; troubles shorten it, and only a server's Retry-After lengthens it."""

    def __init__(self, poll_every: timedelta, elapsed: Callable[[], float]) -> None:
        self._poll_every, self._elapsed = poll_every, elapsed
        self._due: float | None = None
        self._begun = self._ended = _LONG_AGO
        self._left_alone_until = _LONG_AGO
        self._failures = 0
        self._nudged = False

    # --- rounds ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A round begins."""
        self._begun, self._due, self._nudged = self._elapsed(), None, False

    def end(self, trouble: Trouble | None) -> None:
        """The round has ended: how long to leave iCloud alone."""
        self._ended = self._elapsed()
        pause = self._usual_pause()
        if trouble is None:
            self._failures, self._left_alone_until = 0, _LONG_AGO
        else:
            # Another Workestra on this profile is no failure of iCloud's: its round does what this one would have done.
            self._failures = 1 if trouble.code is Code.PROFILE_BUSY else self._failures + 1
            wait = backoff(self._failures, trouble.retry_after, random.random())  # noqa: S311 - spreads load, no secret
            pause = min(pause, wait.total_seconds())
            if self._nudged and trouble.passing:
                pause = min(pause, APART)
            self.heed(trouble)
        self._due = self._ended + pause

    def heed(self, trouble: Trouble) -> None:
        """A server may have said when to come again."""
        if trouble.retry_after:
            until = self._elapsed() + min(trouble.retry_after, LONGEST_REST)
            self._left_alone_until = max(self._left_alone_until, until)

    def note(self, trigger: Trigger) -> None:
        """Something changed while a round ran: should that fail, the reason may be over."""
        self._nudged = self._nudged or trigger is not Trigger.FOCUS

    # --- when --------------------------------------------------------------------------------------------------

    def after(self, trigger: Trigger) -> float | None:
        """The earliest moment for the round that `trigger` asks for; None if it is not worth one."""
        now = self._elapsed()
        if trigger is Trigger.FOCUS:
            rested = now >= self._ended + FOCUS_APART and now >= self._left_alone_until
            return now if rested else None
        return max(now, self._begun + APART, self._left_alone_until)

    def soonest(self) -> float:
        return max(self._elapsed(), self._left_alone_until)

    @property
    def is_due(self) -> bool:
        """Whether a round may begin by itself now."""
        return self._due is not None and self._elapsed() >= max(self._due, self._left_alone_until)

    def bring_forward(self, moment: float) -> None:
        self._due = moment if self._due is None else min(self._due, moment)

    def forget(self) -> None:
        """No round begins by itself until there is a reason again."""
        self._due = None

    def pause(self, *, due_in: timedelta | None, at_most: timedelta | None) -> timedelta:
        """How long it is until the next round. A known failure makes what is `due_in` some time wait for it;
        `at_most` is for what must be asked soon in any case."""
        now = self._elapsed()
        if self._due is None:
            self._due = now + self._usual_pause()
        if due_in is not None and not self._failures:
            self.bring_forward(now + due_in.total_seconds())
        if at_most is not None:
            self.bring_forward(now + at_most.total_seconds())
        return timedelta(seconds=max(self._due - now, self._left_alone_until - now, LEAST_PAUSE))

    def _usual_pause(self) -> float:
        return self._poll_every.total_seconds() * (1 - random.random() / 20)  # noqa: S311 - spreads load, no secret
