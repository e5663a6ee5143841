"""The dialogs over the main window: one at a time, told of everything the window learns while it is open.

Each is imported when it is first wanted: the window stands sooner for it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.interval import Span
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.ui.asking import AskingDialog
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.times_copy import TimesCopy
from workestra_desktop.ui.times_words import no_link_words

if TYPE_CHECKING:
    from workestra_desktop.ui.book_dialog import Preset
    from workestra_desktop.ui.entrance import Entrance
    from workestra_desktop.ui.link_dialog import LinkDialog
    from workestra_desktop.ui.settings_dialog import SettingsDialog
    from workestra_desktop.ui.times_dialog import ProposalFile, TimesDialog

    _Dialog = AskingDialog | LinkDialog | SettingsDialog | TimesDialog


class Dialogs(QObject):
    """Opens nothing before the first snapshot, and nothing over a dialog that is open already."""

    settled = Signal(object)
    """The booking that a dialog made or changed."""
    closed = Signal()
    told = Signal(str)
    """What a dialog did that the window shows nothing of."""
    password_wanted = Signal()
    remedied = Signal(object)
    """The trouble whose step the host takes from the settings."""

    def __init__(
        self,
        courier: Courier,
        now: Callable[[], datetime],
        window: QWidget,
        login_start: LoginStart | None = None,
        proposal_file: ProposalFile | None = None,
    ) -> None:
        super().__init__(window)
        self._login_start = login_start
        self._proposal_file = proposal_file
        self.times = TimesCopy(courier, now, self)
        self._courier, self._now, self._window = courier, now, window
        self._snapshot: Snapshot | None = None
        self._progress: Progress | None = None
        self.front: _Dialog | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.times.show_snapshot(snapshot)
        if self.front is not None:
            self.front.trouble.facts = self._facts()
            self.front.show_snapshot(snapshot)

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if self.front is not None:
            self.front.show_progress(progress)

    def book(self, preset: Preset | None) -> None:
        from workestra_desktop.ui.book_dialog import BookDialog

        if (snapshot := self._ready) is not None and snapshot.links:
            self._open(BookDialog(self._courier, snapshot, self._now, self._window, preset))

    def reschedule(self, booking: Booking) -> None:
        from workestra_desktop.ui.reschedule_dialog import RescheduleDialog

        if (snapshot := self._ready) is not None:
            self._open(RescheduleDialog(self._courier, booking, snapshot, self._now, self._window))

    def cancel(self, booking: Booking) -> None:
        """Of one that needs attention, it is the answer to what to do about it: where its event can't be deleted, to
        let that go."""
        from workestra_desktop.ui.cancel_dialog import CancelDialog

        if (snapshot := self._ready) is not None:
            asked = next((q.choices for q in snapshot.questions if q.booking == booking.id), ())
            choice = next((each for each in (Choice.CANCEL, Choice.LET_GO) if each in asked), None)
            self._open(CancelDialog(self._courier, booking, snapshot, self._now(), self._window, choice))

    def let_go(self, booking: Booking) -> None:
        from workestra_desktop.ui.cancel_dialog import CancelDialog

        if (snapshot := self._ready) is not None:
            self._open(CancelDialog(self._courier, booking, snapshot, self._now(), self._window, Choice.LET_GO))

    def undo(self, booking: Booking, to: Span) -> None:
        from workestra_desktop.ui.undo_dialog import UndoDialog

        if (snapshot := self._ready) is not None:
            dialog = UndoDialog(self._courier, booking, to, snapshot, self._now(), self._window)
            self._open(dialog)
            dialog.submit()

    def links(self, slug: str | None) -> None:
        from workestra_desktop.ui.link_dialog import LinkDialog

        if (snapshot := self._ready) is not None:
            self._open(LinkDialog(self._courier, snapshot, slug, self._now, self._window))

    def settings(self, entrance: Entrance) -> None:
        from workestra_desktop.ui.settings_dialog import SettingsDialog

        if (snapshot := self._ready) is not None:
            dialog = SettingsDialog(self._courier, snapshot, self._now, self._window, self._login_start)
            dialog.password_wanted.connect(self.password_wanted)
            dialog.remedied.connect(self.remedied)
            self._open(dialog)
            dialog.enter(entrance)

    def copy_times(self) -> None:
        from workestra_desktop.ui.times_dialog import TimesDialog

        if (snapshot := self._ready) is None:
            return
        if not snapshot.links:
            self.told.emit(no_link_words())
            return
        dialog = TimesDialog(self._courier, self.times, snapshot, self._now, self._window, self._proposal_file)
        dialog.copied.connect(self.told)
        self._open(dialog)

    @property
    def undoes(self) -> bool:
        """Whether the one in front takes something back."""
        return self.front is not None and self.front.objectName() == "undo_dialog"

    def dismiss(self) -> None:
        """Close what is open, whatever was typed into it: the window goes."""
        if self.front is not None:
            self.front.done(QDialog.DialogCode.Rejected)

    @property
    def _ready(self) -> Snapshot | None:
        return self._snapshot if self.front is None else None

    def _facts(self) -> Facts:
        return Facts.of(self._snapshot, self._now()) if self._snapshot is not None else UNKNOWN

    def _open(self, dialog: _Dialog) -> None:
        self.front = dialog
        dialog.trouble.facts = self._facts()
        dialog.show_progress(self._progress)
        if isinstance(dialog, AskingDialog):
            dialog.settled.connect(self.settled)
        dialog.finished.connect(self._finished)
        dialog.open()

    def _finished(self) -> None:
        self.front = None
        self.closed.emit()
