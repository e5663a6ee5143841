"""Another time for a booking; everything else about it stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Reschedule
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import ElidedLabel
from workestra_desktop.ui.slot_picker import SlotPicker, Wanted
from workestra_desktop.ui.when import meeting_time, zone_of


class RescheduleDialog(AskingDialog):
    def __init__(
        self, courier: Courier, booking: Booking, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(courier, parent, verb="", doing="")
        self.go.setText(self.tr("&Move"))
        self.busy_line.setText(self.tr("Asking iCloud whether the time is still free…"))
        self.setObjectName("reschedule_dialog")
        self.setWindowTitle(self.tr("Reschedule"))
        self._booking = booking
        self._progress: Progress | None = None
        where = zone_of(snapshot.host_zone)
        self.guest = ElidedLabel("heading", "reschedule_guest")
        self.guest.setText(plain(booking.guest, 200))
        self.old = ElidedLabel("muted", "reschedule_old")
        self.old.setText(self.tr("Now: {time}").format(time=meeting_time(booking.start, booking.end, where, now())))
        self.picker = SlotPicker(courier, where, now)
        self.body.addWidget(self.guest)
        self.body.addWidget(self.old)
        self.body.addWidget(self.picker, 1)
        self.picker.show_complete(snapshot.complete, None)
        minutes = (booking.end - booking.start) // timedelta(minutes=1)
        self.picker.offer(Wanted(booking.link, minutes, booking.id))
        self.resize(640, 420)
        self.picker.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def command(self, *, offline: bool) -> Reschedule:
        return Reschedule(self._booking.id, self.picker.chosen, self.picker.outside_rules, offline)

    def refused(self, trouble: Trouble) -> None:
        super().refused(trouble)
        if trouble.code is Code.SLOT_TAKEN:
            self.picker.reload()
            self.picker.days.setFocus(Qt.FocusReason.OtherFocusReason)
        elif trouble.code is Code.OUTSIDE_RULES:
            self.picker.open_other(outside=True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.picker.show_complete(snapshot.complete, self._progress)

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if not self.picker.complete:
            self.picker.show_complete(False, progress)

    def done(self, result: int) -> None:
        self.picker.close_down()
        super().done(result)
