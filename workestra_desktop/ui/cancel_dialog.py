"""Cancel a booking, with a reason for the record."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Cancel
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import ElidedLabel, label, named
from workestra_desktop.ui.when import meeting_time, zone_of


class CancelDialog(AskingDialog):
    def __init__(self, courier: Courier, booking: Booking, snapshot: Snapshot, now: datetime, parent: QWidget) -> None:
        super().__init__(courier, parent, verb="", doing="", role="danger")
        self.go.setText(self.tr("C&ancel booking"))
        self.busy_line.setText(self.tr("Removing the event from iCloud…"))
        self.setObjectName("cancel_dialog")
        self.setWindowTitle(self.tr("Cancel booking"))
        self._booking = booking
        self.guest = ElidedLabel("heading", "cancel_guest")
        self.guest.setText(self.tr("Cancel the booking with {guest}?").format(guest=plain(booking.guest, 120)))
        self.when = ElidedLabel("", "cancel_when")
        self.when.setText(meeting_time(booking.start, booking.end, zone_of(snapshot.host_zone), now))
        self.reason = named(QLineEdit(maxLength=300), "cancel_reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("optional, kept with the booking"))
        head = label(self.tr("&Reason"), "strong")
        head.setBuddy(self.reason)
        self.dismiss.setText(self.tr("&Keep it"))
        self.body.addWidget(self.guest)
        self.body.addWidget(self.when)
        meaning = self.tr("Its event is deleted from iCloud. The guest is not told: write to them yourself.")
        self.body.addWidget(label(meaning, "muted", wrap=True))
        self.body.addSpacing(4)
        self.body.addWidget(head)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.resize(460, 250)
        self.reason.setFocus()

    def command(self, *, offline: bool) -> Cancel:
        return Cancel(self._booking.id, plain(self.reason.text(), 300), offline)
