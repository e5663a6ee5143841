"""The real bookings page, off-screen: what each thing a host does there takes of the UI thread's time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from tests.support.snapshots import NOW, a_booking, a_snapshot
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.bookings_page import BookingsPage
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.look import Look

_STEPS = 60
"""Steps of scrolling by a turn of the wheel, and as many from end to end."""
_NAMES = ("Anna Kowalczyk", "Ben Osei", "Cleo Martin", "Gita Rao", "Hugo Weiss")


class Pace:
    """One page and `count` coming bookings, eight a day."""

    def __init__(self, count: int) -> None:
        self._app = QApplication([])
        self._look = Look(self._app)
        self._page = BookingsPage(Courier())
        self._page.resize(960, 640)
        self._page.show()
        self._app.processEvents()
        self._bookings = [_booking(number) for number in range(count)]

    def measured(self) -> dict[str, float]:
        """Milliseconds."""
        page, between = self._page, a_booking("new", "Ines", len(self._bookings) / 16)
        first, same, more = (self._snapshot(n, *extra) for n, extra in enumerate(((), (), (between,))))
        said = {
            "first": self._timed(lambda: page.show_snapshot(first)),
            "same": self._timed(lambda: page.show_snapshot(same)),
            "more": self._timed(lambda: page.show_snapshot(more)),
            "letter": self._timed(lambda: page.search.setText("a")),
            "another": self._timed(lambda: page.search.setText("an")),
        }
        page.search.clear()
        said["switch"] = self._timed(self._there_and_back)
        bar = page.view.verticalScrollBar()
        places = [n * 60 for n in range(_STEPS)] + [bar.maximum() * n // _STEPS for n in range(_STEPS)]
        said["scroll"] = max(self._scrolled(to) for to in places)
        return said

    def _snapshot(self, seconds: int, *more: Booking) -> Snapshot:
        """With new values, as they come from the store: none is the same object as before."""
        fresh = (replace(booking) for booking in self._bookings)
        return a_snapshot(*fresh, *more, taken_at=NOW + timedelta(seconds=seconds))

    def _there_and_back(self) -> None:
        self._page.show_list(Which.PAST)
        self._page.show_list(Which.UPCOMING)

    def _scrolled(self, to: int) -> float:
        return self._timed(lambda: self._page.view.verticalScrollBar().setValue(to))

    def _timed(self, work: Callable[[], object]) -> float:
        start = time.thread_time()
        work()
        self._app.processEvents()
        return (time.thread_time() - start) * 1000


def _booking(number: int) -> Booking:
    return a_booking(
        f"b{number}", f"{_NAMES[number % len(_NAMES)]} {number}", number / 8 + 1, email=f"guest{number}@example.org",
        note=f"Topic {number}. " * 8,
    )  # fmt: skip
