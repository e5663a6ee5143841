"""Stopping work that another thread is blocked in."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Stopped(Exception):  # noqa: N818 - a decision of the host's, not an error
    """The work was asked to stop. Whatever it was doing is settled at the next round."""


class Interrupt:
    """A stop that reaches into a blocked request: `stop()` may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._abort: Callable[[], None] | None = None

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """From now on every request raises `Stopped`; the one in flight is cut off."""
        with self._lock:
            self._stop.set()
            abort = self._abort
        if abort is not None:
            abort()

    def wait(self, seconds: float) -> None:
        """Does nothing for `seconds`; raises `Stopped` as soon as there is a stop."""
        if self._stop.wait(seconds):
            raise Stopped

    def guard(self, abort: Callable[[], None] | None) -> None:
        """Names the function that cuts off the request in flight; raises `Stopped` if it is too late for one."""
        with self._lock:
            if self._stop.is_set() and abort is not None:
                raise Stopped
            self._abort = abort
