"""A dialog in which a time is picked: what New booking and Reschedule share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.slot_picker import SlotPicker
from workestra_desktop.ui.when import zone_of


class PickingDialog(AskingDialog):
    """`picker` offers the free times; a taken one brings fresh ones, one outside the rules another way to choose."""

    def __init__(self, courier: Courier, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(courier, parent, verb="", doing="")
        self.busy_line.setText(self.tr("Asking iCloud whether the time is still free…"))
        self._progress: Progress | None = None
        self.picker = SlotPicker(courier, zone_of(snapshot.host_zone), now)
        self.picker.show_complete(snapshot.complete, None)
        self.picker.changed.connect(self.corrected)

    def refused(self, trouble: Trouble) -> None:
        super().refused(trouble)
        if trouble.code is Code.SLOT_TAKEN:
            self.picker.reload()
            self.picker.days.setFocus(Qt.FocusReason.OtherFocusReason)
        elif trouble.code is Code.OUTSIDE_RULES:
            self.picker.open_other(outside=True)

    def point_out(self) -> None:
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.picker.show_complete(snapshot.complete, self._progress)

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if not self.picker.complete:
            self.picker.show_complete(False, progress)

    def done(self, result: int) -> None:
        self.picker.close_down()
        super().done(result)
