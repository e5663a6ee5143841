"""Disconnecting: what it means is said before it is done, and erasing is a question of its own."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workestra_desktop.core.commands import Disconnect
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.ask_bar import AskBar
from workestra_desktop.ui.courier import Courier


class Leaving(QWidget):
    """`left` once it is done; `refused` carries the trouble that kept it from being done."""

    left = Signal()
    refused = Signal(object)
    busy = Signal(bool)

    def __init__(self, courier: Courier) -> None:
        super().__init__()
        self._courier = courier
        self._task: asyncio.Task[None] | None = None
        self.question = AskBar("leave_question")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.question)

    def ask(self, snapshot: Snapshot, *, erase: bool) -> None:
        """Before anything is done."""
        account = plain(snapshot.apple_id or "", 80)
        self.question.ask(
            self._erasing(snapshot) if erase else self._resting(snapshot, account),
            yes=self.tr("Erase everything") if erase else self.tr("Disconnect"),
            no=self.tr("Stay connected"),
            then=lambda: self._go(erase),
        )

    def close_down(self) -> None:
        """It is done all the same; nobody waits for the answer any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _resting(self, snapshot: Snapshot, account: str) -> str:
        head = self.tr("Disconnect {account}? Its password is forgotten. What is in iCloud and what is here stays.")
        return f"{head.format(account=account)} {self._waiting(snapshot, lost=False)}".strip()

    def _erasing(self, snapshot: Snapshot) -> str:
        head = self.tr(
            "Erase everything here? Your bookings, links, settings, history and daily copies on this computer go for"
            " good. What is in iCloud stays."
        )
        return f"{head} {self._waiting(snapshot, lost=True)}".strip()

    def _waiting(self, snapshot: Snapshot, *, lost: bool) -> str:
        """What becomes of changes that iCloud has not got yet."""
        count = snapshot.waiting
        if not count:
            return ""
        if lost:
            one = self.tr("1 change that iCloud has not got yet is lost.")
            many = self.tr("{count} changes that iCloud has not got yet are lost.")
        else:
            one = self.tr("1 change waits until you connect again.")
            many = self.tr("{count} changes wait until you connect again.")
        return one if count == 1 else many.format(count=count)

    def _go(self, erase: bool) -> None:
        if self._task is None:
            self._task = self._courier.spawn(self._disconnect(Disconnect(erase)))
            self.busy.emit(True)

    async def _disconnect(self, command: Disconnect) -> None:
        try:
            await self._courier.ask(command)
        except Failure as failure:
            self._task = None
            self.busy.emit(False)
            self.refused.emit(failure.trouble)
        else:
            self._task = None
            self.left.emit()
