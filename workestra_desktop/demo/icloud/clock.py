"""The stand-in's clock: real time, or whatever a test says it is."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta


class Clock:
    """Real time until told otherwise. `now` is aware, in UTC, and safe to call from every thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fixed: datetime | None = None
        self._ahead = timedelta()

    def now(self) -> datetime:
        with self._lock:
            return self._fixed if self._fixed is not None else datetime.now(UTC) + self._ahead

    def set(self, at: datetime | None) -> None:
        """Stands still at `at`, or is real time again. Raises ValueError for a time without a zone."""
        if at is not None and at.utcoffset() is None:
            raise ValueError("a clock is set to a time with its offset from UTC")
        with self._lock:
            self._fixed = None if at is None else at.astimezone(UTC)
            self._ahead = timedelta()

    def forward(self, by: timedelta) -> None:
        """Moves on; a running clock goes on running from there."""
        with self._lock:
            if self._fixed is None:
                self._ahead += by
            else:
                self._fixed += by
