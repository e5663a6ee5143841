"""“Pause” with its three ends, and “Resume”: in the tray's menu and in the window's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workestra_desktop.core.commands import Pause
from workestra_desktop.core.pause import UNTIL_RESUMED, in_an_hour, until_tomorrow
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.when import utc_now, zone_of


class PauseMenu(QMenu):
    """`asked(Pause)` when the host chooses. `resume` is an action for beside it, shown only while paused."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(parent)
        self.setObjectName("pause")
        self.setTitle(self.tr("Pa&use"))
        self._now = now
        self._zone = "UTC"
        self.hour = self._entry(self.tr("For an &hour"), lambda: in_an_hour(now()))
        self.tomorrow = self._entry(self.tr("Until &tomorrow"), lambda: until_tomorrow(now(), zone_of(self._zone)))
        self.unbounded = self._entry(self.tr("Until &I resume"), lambda: UNTIL_RESUMED)
        self.resume = QAction(self.tr("&Resume"), self)
        self.resume.triggered.connect(lambda _checked: self.asked.emit(Pause(None)))
        self.resume.setVisible(False)

    def _entry(self, text: str, end: Callable[[], datetime]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _checked: self.asked.emit(Pause(end())))
        return action

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._zone = snapshot.host_zone
        self.resume.setVisible(snapshot.paused_until is not None)
        self.menuAction().setEnabled(snapshot.connected and snapshot.setup_done)
