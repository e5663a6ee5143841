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
        self._stopped = False
        self._abort: Callable[[], None] | None = None

    @property
    def stopped(self) -> bool:
        return self._stopped

    def stop(self) -> None:
        """From now on every request raises `Stopped`; the one in flight is cut off."""
        with self._lock:
            self._stopped = True
            abort = self._abort
        if abort is not None:
            abort()

    def clear(self) -> None:
        with self._lock:
            self._stopped = False

    def guard(self, abort: Callable[[], None] | None) -> None:
        """Names the function that cuts off the request in flight; raises `Stopped` if it is too late for one."""
        with self._lock:
            if self._stopped and abort is not None:
                raise Stopped
            self._abort = abort
