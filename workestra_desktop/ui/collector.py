"""Python's garbage collector, on the UI thread only.

Left to itself it runs on whichever thread happens to allocate, and destroys the widgets it finds there: on the engine's
thread that ends in a crash (measured with PySide6 6.11.3; tests/support/collecting.py shows it).
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 200
REST_MS = 6400
"""Between looks while there is nothing to collect: a window at rest is not to wake the computer five times a second."""

PATIENCE = 60.0
"""Seconds for which a busy engine keeps the older generations from being looked through. With a listing of 17,000
events alive, that stops the window for 40 to 105 ms; the youngest takes some 10 (measured 2026-11-22)."""


class Collector(QObject):
    """Belongs to the UI thread. Between `start` and `stop` nothing else collects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._busy_since: float | None = None

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()

    def show_busy(self, busy: bool) -> None:
        """Whether the engine is at work: then it has much in hand that is no garbage yet."""
        if not busy:
            self._busy_since = None
        elif self._busy_since is None:
            self._busy_since = time.monotonic()
            self._timer.setInterval(EVERY_MS)

    @Slot()
    def _collect(self) -> None:
        """The oldest generation that is due, by Python's own thresholds; while the engine is busy only the youngest."""
        spare = self._busy_since is not None and time.monotonic() - self._busy_since < PATIENCE
        counts, limits = gc.get_count(), gc.get_threshold()
        due = next(
            (generation for generation in ((0,) if spare else (2, 1, 0)) if counts[generation] > limits[generation]),
            None,
        )
        if due is not None:
            gc.collect(due)
        calm = due is None and self._busy_since is None
        pause = min(2 * self._timer.interval(), REST_MS) if calm else EVERY_MS
        if pause != self._timer.interval():
            self._timer.setInterval(pause)
