"""A dialog that asks the engine for one thing, waits for it, and can be stopped."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from workestra_desktop.core.commands import Book, Cancel, Choose, Reschedule, Undo
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import button, grow_for_texts, label
from workestra_desktop.ui.trouble_box import TroubleBox

QUEUEABLE = frozenset({Code.OFFLINE, Code.ICLOUD_DOWN, Code.BLOCKED, Code.SLOW_DOWN})
"""iCloud can't be asked now: the host may let the change wait in the outbox."""


class AskingDialog(QDialog):
    """Subclasses fill `body` and make the command. `settled` carries the booking as it became.

    Stop stops the waiting, not iCloud: what was already sent shows up in the list.
    """

    settled = Signal(object)

    def __init__(self, courier: Courier, parent: QWidget, *, verb: str, doing: str, role: str = "primary") -> None:
        super().__init__(parent)
        self._courier = courier
        self._task: asyncio.Task[None] | None = None
        self.setModal(True)
        hints = Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint
        self.setWindowFlags(Qt.WindowType.Dialog | hints)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.trouble = TroubleBox(f"{type(self).__name__.lower()}_trouble")
        self.busy_line = label(doing, "muted", name="dialog_busy")
        self.busy_bar = QProgressBar(maximum=0)
        self.stop = button(self.tr("&Stop"), "dialog_stop")
        self.dismiss = button(self.tr("Close"), "dialog_close")
        self.go = button(verb, "dialog_go", role)
        self.go.setDefault(True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        busy = QVBoxLayout()
        busy.setSpacing(4)
        busy.addWidget(self.busy_line)
        busy.addWidget(self.busy_bar)
        foot.addLayout(busy, 1)
        foot.addStretch(1)
        for widget in (self.stop, self.dismiss, self.go):
            foot.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(self.body, 1)
        box.addWidget(self.trouble)
        box.addLayout(foot)
        self.go.clicked.connect(self._go)
        self.stop.clicked.connect(self.reject)
        self.dismiss.clicked.connect(self.reject)
        self.trouble.acted.connect(self._act)
        self._show_busy(False)

    def command(self, *, offline: bool) -> Book | Reschedule | Cancel | Choose | Undo:
        """What to ask for. Raises `Failure` with `bad_input` for what the host must correct first."""
        raise NotImplementedError

    def point_out(self) -> None:
        """Put the focus where the host corrects what `command` did not take."""

    def corrected(self) -> None:
        """The host changed an input: what was wrong with the old one is no longer told."""
        if self.trouble.trouble is not None and self.trouble.trouble.code is Code.BAD_INPUT:
            self.trouble.clear()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The app changed while the dialog is open."""

    def show_progress(self, progress: Progress | None) -> None:
        """The first read went on while the dialog is open."""

    def refused(self, trouble: Trouble) -> None:
        """Tell a refusal; where iCloud can't be asked, offer the outbox."""
        if trouble.code in QUEUEABLE:
            self._tell(trouble, self.tr("&Queue it"))
            self.trouble.action.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._tell(trouble)
            self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self, *, offline: bool = False) -> None:
        """Ask, unless an answer is still due."""
        if self._task is not None:
            return
        self.trouble.clear()
        try:
            command = self.command(offline=offline)
        except Failure as failure:
            self._tell(failure.trouble)
            self.point_out()
            return
        self._show_busy(True)
        self._task = self._courier.spawn(self._ask(command))

    async def _ask(self, command: Book | Reschedule | Cancel | Choose | Undo) -> None:
        try:
            booking = await self._courier.ask(command)
        except Failure as failure:
            self._task = None
            self._show_busy(False)
            self.refused(failure.trouble)
            return
        self._task = None
        self.settled.emit(booking)
        self.accept()

    def be_large(self, width: int, height: int) -> None:
        """Open at least so large, in pixels; wider where the text is larger, and as high as its texts need then."""
        self.resize(max(width, 60 * self.fontMetrics().averageCharWidth()), height)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self._follow_font)  # once all that is in it has the font

    def _follow_font(self) -> None:
        self.be_large(self.width(), self.height())
        self._grow()

    def done(self, result: int) -> None:
        """However the dialog ends, nothing of it waits any longer."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)
        self.deleteLater()

    def _tell(self, trouble: Trouble, action: str = "") -> None:
        """Tell `trouble`, in a dialog high enough for it."""
        self.trouble.show_trouble(trouble, action)
        self._grow()

    def _grow(self) -> None:
        grow_for_texts(self)

    def _go(self) -> None:
        self.submit()

    def _act(self, trouble: Trouble) -> None:
        if trouble.code in QUEUEABLE:
            self.submit(offline=True)

    def _show_busy(self, busy: bool) -> None:
        for widget in (self.busy_line, self.busy_bar, self.stop):
            widget.setVisible(busy)
        self.go.setEnabled(not busy)
        self.dismiss.setVisible(not busy)
        if busy:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
