"""Cancel a booking, with a reason for the record; also the last question before one that needs attention ends."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.commands import Cancel, Choose
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import ElidedLabel, label, named
from workestra_desktop.ui.when import meeting_time, zone_of


class CancelDialog(AskingDialog):
    """`choice`: CANCEL or LET_GO, as the answer to what to do about a booking; that takes no reason."""

    def __init__(
        self, courier: Courier, booking: Booking, snapshot: Snapshot, now: datetime, parent: QWidget,
        choice: Choice | None = None,
    ) -> None:  # fmt: skip
        super().__init__(courier, parent, verb="", doing="", role="danger")
        self.setObjectName("cancel_dialog")
        self._booking, self._choice = booking, choice
        self.guest = ElidedLabel("heading", "cancel_guest")
        self.when = ElidedLabel("", "cancel_when")
        self.when.setText(meeting_time(booking.start, booking.end, zone_of(snapshot.host_zone), now))
        self.reason = named(QLineEdit(maxLength=300), "cancel_reason")
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("optional, kept with the booking"))
        head = label(self.tr("&Reason"), "strong")
        head.setBuddy(self.reason)
        self.dismiss.setText(self.tr("&Keep it"))
        self._say_what()
        meaning = f"{self._meaning()} {self.tr('The guest is not told: write to them yourself.')}"
        self.meaning = label(meaning, "muted", wrap=True, name="cancel_meaning")
        for text in (self.guest, self.when, self.meaning):
            self.body.addWidget(text)
        self.body.addSpacing(4)
        for widget in (head, self.reason):
            self.body.addWidget(widget)
            widget.setVisible(choice is None)
        self.body.addStretch(1)
        self.be_large(460, 250 if choice is None else 180)
        (self.reason if choice is None else self.dismiss).setFocus()

    def _say_what(self) -> None:
        guest = plain(self._booking.guest, 120)
        if self._choice is Choice.LET_GO:
            self.go.setText(self.tr("&End booking"))
            self.busy_line.setText(self.tr("Ending the booking…"))
            self.setWindowTitle(self.tr("End booking"))
            self.guest.setText(self.tr("End the booking with {guest} here?").format(guest=guest))
        else:
            self.go.setText(self.tr("C&ancel booking"))
            self.busy_line.setText(self.tr("Removing the event from iCloud…"))
            self.setWindowTitle(self.tr("Cancel booking"))
            self.guest.setText(self.tr("Cancel the booking with {guest}?").format(guest=guest))

    def _meaning(self) -> str:
        """What becomes of its event."""
        booking = self._booking
        if self._choice is Choice.LET_GO:
            return self.tr("Workestra keeps it as cancelled, and its event stays in iCloud as it is: it is yours then.")
        if booking.sync is InCloud.WAITING and booking.agreed is None:
            # Whether a try is under way whose answer was lost, only the outbox knows.
            never = self.tr("Its event is not in iCloud yet, and is not sent any more.")
            return f"{never} {self.tr('Should it be on its way already, it is removed again.')}"
        if booking.gone_together:
            return self.tr("Its event is gone from iCloud already.")
        if self._choice is Choice.CANCEL:
            return self.tr("What is left of its event is deleted from iCloud.")
        return self.tr("Its event is deleted from iCloud.")

    def command(self, *, offline: bool) -> Cancel | Choose:
        if self._choice is None or (offline and self._choice is Choice.CANCEL):
            return Cancel(self._booking.id, plain(self.reason.text(), 300), offline)
        return Choose(self._booking.id, self._choice)
