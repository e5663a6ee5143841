"""Manners towards iCloud: when to ask again within a round, and when to leave it in peace until the next.

Throttling is 503 with a Retry-After that is often too short (fact sheet §0 #19, §2): obeying it to the second trips the
throttle again. So the pause starts at 2 s, doubles, is never below what was asked for, and the third such answer ends
the round. A connection that breaks off may only have been idle for too long: a reading request is sent once more.
"""

from __future__ import annotations

import random
from collections.abc import Callable

TRIES = 3
"""Throttling answers, or broken connections, that end a round."""

FIRST_PAUSE = 2.0
IN_PLACE = 10.0
"""Seconds: a longer pause than this ends the round, and the next one begins after it."""


class Patience:
    """The patience of one conversation. `pause` waits so many seconds, or raises `Stopped`."""

    def __init__(self, pause: Callable[[float], None]) -> None:
        self._pause = pause
        self._throttled = 0
        self._broken = 0

    def throttled(self, retry_after: float | None) -> bool:
        """After a 429 or 503: waits and answers True, or False when the round is over. `retry_after` in seconds."""
        self._throttled += 1
        wait = max(FIRST_PAUSE * 2 ** (self._throttled - 1), retry_after or 0.0)
        if self._throttled >= TRIES or wait > IN_PLACE:
            return False
        self._pause(_spread(wait))
        return True

    def broken(self) -> bool:
        """After a connection broke off while reading: as `throttled`."""
        self._broken += 1
        if self._broken >= TRIES:
            return False
        self._pause(_spread(FIRST_PAUSE))
        return True


def _spread(seconds: float) -> float:
    """Up to a quarter more, so that many computers do not come back at the same moment."""
    return seconds * (1 + random.random() / 4)  # noqa: S311 - spreads load, no secret
