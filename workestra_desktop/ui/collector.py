"""Python's garbage collector, on the UI thread only.

Left to itself it runs on whichever thread happens to allocate, and destroys the widgets it finds there: on the engine's
thread that ends in a crash (measured with PySide6 6.11.3; tests/support/collecting.py shows it).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 200


class Collector(QObject):
    """Belongs to the UI thread. Between `start` and `stop` nothing else collects."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        """The oldest generation that is due, by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = next((generation for generation in (2, 1, 0) if counts[generation] > limits[generation]), None)
        if due is not None:
            gc.collect(due)
