"""A dialog in which a time is picked: what New booking and Reschedule share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.slot_picker import SlotPicker

_ROOM = QSize(760, 680)
"""Pixels a dialog takes at least while the calendar is in it."""


class PickingDialog(AskingDialog):
    """`picker` offers the free times; a taken one brings fresh ones, one outside the rules another way to choose."""

    def __init__(self, courier: Courier, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(courier, parent, verb="", doing="")
        self.busy_line.setText(self.tr("Asking iCloud whether the time is still free…"))
        self._progress: Progress | None = None
        self.picker = SlotPicker(courier, snapshot, now)
        self.picker.show_complete(snapshot.complete, None)
        self.picker.changed.connect(self.corrected)
        self.picker.reformed.connect(self._make_room)

    def _make_room(self) -> None:
        """A calendar is of use only if some hours of it can be seen; never higher than the screen."""
        if self.picker.in_calendar:
            self.resize(self.size().expandedTo(_ROOM).boundedTo(self.screen().availableGeometry().size()))

    def refused(self, trouble: Trouble) -> None:
        super().refused(trouble)
        if trouble.code is Code.SLOT_TAKEN:
            self.picker.reload()
            self.picker.start.setFocus(Qt.FocusReason.OtherFocusReason)
        elif trouble.code is Code.OUTSIDE_RULES:
            self.picker.open_other(outside=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return goes on to what is still to be chosen or told; where all of it is there, it asks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (there := self.following()) is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def following(self) -> QWidget | None:
        """Where the way leads from what has the focus; None if Return asks from there."""
        return self.picker.times if self.picker.days.hasFocus() and not self.picker.decided else None

    def point_out(self) -> None:
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.picker.show_snapshot(snapshot, self._progress)

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if not self.picker.complete:
            self.picker.show_complete(False, progress)

    def done(self, result: int) -> None:
        self.picker.close_down()
        super().done(result)
