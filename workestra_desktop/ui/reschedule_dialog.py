"""Another time for a booking; everything else about it stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Reschedule
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import ElidedLabel
from workestra_desktop.ui.picking import PickingDialog
from workestra_desktop.ui.slot_picker import Wanted
from workestra_desktop.ui.when import meeting_time, zone_of


class RescheduleDialog(PickingDialog):
    def __init__(
        self, courier: Courier, booking: Booking, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(courier, snapshot, now, parent)
        self.go.setText(self.tr("&Move"))
        self.setObjectName("reschedule_dialog")
        self.setWindowTitle(self.tr("Reschedule"))
        self._booking = booking
        where = zone_of(snapshot.host_zone)
        self.guest = ElidedLabel("heading", "reschedule_guest")
        self.guest.setText(plain(booking.guest, 200))
        self.old = ElidedLabel("muted", "reschedule_old")
        self.old.setText(self.tr("Now: {time}").format(time=meeting_time(booking.start, booking.end, where, now())))
        self.body.addWidget(self.guest)
        self.body.addWidget(self.old)
        self.body.addWidget(self.picker, 1)
        minutes = (booking.end - booking.start) // timedelta(minutes=1)
        self.picker.offer(Wanted(booking.link, minutes, booking.id), near=booking.start)
        self.resize(640, 520)
        self.picker.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def command(self, *, offline: bool) -> Reschedule:
        return Reschedule(self._booking.id, self.picker.chosen, self.picker.outside_rules, offline)
