"""Taking back a cancel or a move: asked for with one key, it begins at once; only a refusal keeps the dialog open."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Undo
from workestra_desktop.core.interval import Span
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import ElidedLabel
from workestra_desktop.ui.when import meeting_time, zone_of


class UndoDialog(AskingDialog):
    """`to` is where the booking goes back to."""

    def __init__(
        self, courier: Courier, booking: Booking, to: Span, snapshot: Snapshot, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(courier, parent, verb="", doing="")
        self.go.setText(self.tr("Try &again"))
        self.dismiss.setText(self.tr("&Leave it"))
        self.busy_line.setText(self.tr("Putting it back…"))
        self.setObjectName("undo_dialog")
        self.setWindowTitle(self.tr("Undo move") if booking.live else self.tr("Undo cancel"))
        self._booking = booking
        self.guest = ElidedLabel("heading", "undo_guest")
        self.guest.setText(self.tr("The booking with {guest} goes back").format(guest=plain(booking.guest, 120)))
        self.when = ElidedLabel("", "undo_when")
        time = meeting_time(to.start, to.end, zone_of(snapshot.host_zone), now)
        self.when.setText(self.tr("To {time}").format(time=time))
        self.body.addWidget(self.guest)
        self.body.addWidget(self.when)
        self.body.addStretch(1)
        self.be_large(460, 160)

    def command(self, *, offline: bool) -> Undo:
        return Undo(self._booking.id, offline)
