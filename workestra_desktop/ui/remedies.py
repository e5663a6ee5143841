"""What the host does about a trouble: the step that its words name."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.booking import InCloud, Status
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.outside import APPLE_ACCOUNT, open_outside
from workestra_desktop.ui.words import worded


class Remedies(QObject):
    """What the window itself can do leaves as a signal. `look(booking id)`: at one that something is wrong with, '' if
    there is none any more."""

    reconnect = Signal()
    sync = Signal()
    calendars = Signal()
    look = Signal(str)

    def __init__(self, facts: Callable[[], Facts], window: QWidget) -> None:
        super().__init__(window)
        self._facts, self._window = facts, window
        self._snapshot: Snapshot | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def take(self, trouble: Trouble) -> None:
        texts = worded(trouble, self._facts())
        match texts.step:
            case Step.CONNECT:
                self.reconnect.emit()
            case Step.APPLE:
                open_outside(APPLE_ACCOUNT)
            case Step.SYNC:
                self.sync.emit()
            case Step.CALENDARS:
                self.calendars.emit()
            case Step.LOOK:
                bookings = self._snapshot.bookings if self._snapshot else ()
                wrong = (b.id for b in bookings if b.status is Status.ATTENTION or b.sync is InCloud.FAILED)
                self.look.emit(next(wrong, ""))
            case Step.DETAILS:
                from workestra_desktop.ui.details_dialog import DetailsDialog

                DetailsDialog(trouble, texts, self._window).open()
            case Step.COPY:
                from workestra_desktop.ui.details_dialog import details

                QGuiApplication.clipboard().setText(details(trouble))
            case Step.SETTLE | Step.NONE:
                pass
            case _:
                assert_never(texts.step)
