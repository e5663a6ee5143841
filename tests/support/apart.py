"""`python -m tests.support.apart PROFILE`: a while of the app as it is started, and what its process has loaded.

A process of its own, as that of the tests has loaded everything. Prints what came of the host's wishes, then the names
of those modules that were loaded though only work with iCloud needs them. The profile is connected.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QApplication

from workestra_desktop import bootstrap, launch
from workestra_desktop.__main__ import main
from workestra_desktop.core.commands import (
    Book,
    Cancel,
    ChangePreferences,
    Explain,
    FindSlots,
    Pause,
    Reschedule,
    SetLink,
    ShareTimes,
    ShowJournal,
    ShowWeek,
    SyncNow,
    Undo,
)
from workestra_desktop.core.interval import Span
from workestra_desktop.core.notice import Preferences
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.pages import MAIN

HEAVY = (
    "caldav", "cryptography", "dateutil", "icalendar", "keyring", "lxml", "niquests", "recurring_ical_events",
    "requests", "urllib3", "urllib3_future", "vobject",
)  # fmt: skip


class Lived(bootstrap.WindowApp):
    """The window app, with a host who is in a hurry."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.snapshots: list[Snapshot] = []
        bootstrap.across(self.engine.snapshot_taken, self._keep)

    @Slot(object)
    def _keep(self, snapshot: Snapshot) -> None:
        self.snapshots.append(snapshot)

    def start(self, **named: Any) -> None:
        super().start(**named)
        QTimer.singleShot(0, self, self._begin)

    @Slot()
    def _begin(self) -> None:
        self.courier.spawn(self._live())

    async def _live(self) -> None:
        try:
            await self._wish()
        finally:
            self.quit()

    async def _wish(self) -> None:
        ask = self.courier.ask
        await self._until(lambda s: s.last_poll is not None and s.state is State.UP_TO_DATE)
        now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        span = Span(now, now + timedelta(days=7))
        slots = await ask(FindSlots("meeting", span))
        await ask(Explain("meeting", now + timedelta(days=1)))
        await ask(ShowWeek("meeting", span))
        offer = await ask(ShareTimes("meeting", span, guest_zone="Asia/Tokyo"))
        for page in MAIN:
            self.window.pages.go(page)
            await asyncio.sleep(0.2)
        for entrance in Entrance:
            self.window.dialogs.settings(entrance)
            await asyncio.sleep(0.1)
            dialog = QApplication.activeModalWidget()
            assert dialog is not None
            dialog.close()
        booking = await ask(Book("meeting", slots[0].start, "Ada Lovelace"))
        moved = await ask(Reschedule(booking.id, slots[-1].start))
        await ask(Undo(booking.id))
        await ask(ShowJournal(booking.id))
        cancelled = await ask(Cancel(booking.id))
        await ask(SetLink(self.snapshots[-1].links[0]))
        await ask(ChangePreferences(Preferences(hide_titles=True)))
        await ask(Pause(UNTIL_RESUMED))
        await ask(Pause(None))
        report = await ask(SyncNow())
        await self._until(lambda s: s.state is State.UP_TO_DATE)
        _say("offered", bool(offer.slots), "moved", moved.sync.value, cancelled.status.value, "polled", report.polled)

    async def _until(self, holds: Callable[[Snapshot], bool]) -> None:
        for _ in range(2000):
            if self.snapshots and holds(self.snapshots[-1]):
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"waited in vain: {self.snapshots[-1:]}")


def _say(*words: object) -> None:
    print(*words)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    launch.WindowApp = Lived  # type: ignore[attr-defined]  # it imports the class
    code = main(["--profile", sys.argv[1]])
    _say("loaded", *(name for name in HEAVY if name in sys.modules))
    sys.exit(code)
