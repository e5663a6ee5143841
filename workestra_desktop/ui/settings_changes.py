"""What the host changes in the settings: made at once, one at a time, and the last is taken back first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.ui.courier import Courier

_NO_WAY_BACK = frozenset({Code.BAD_INPUT, Code.NOT_FOUND})
"""What it would go back to is not there any more: no second try mends that."""

Work = Callable[[], Coroutine[Any, Any, None]]
"""Makes a change where it is kept. Raises `Failure` if it was refused; then nothing has changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """`name` is what the button that takes it back calls it; `said` is told once it is made. `undo` is None for what
    cannot be taken back."""

    name: str
    said: str
    do: Work
    undo: Work | None


class Changes(QObject):
    """The changes since the window was opened. While one is on its way no other is begun.

    `ended` follows every change with what is to be told of it: its sentence, or the `Trouble` it met.
    """

    begun = Signal()
    ended = Signal(str, object)

    def __init__(self, courier: Courier, parent: QObject) -> None:
        super().__init__(parent)
        self._courier = courier
        self._task: asyncio.Task[None] | None = None
        self._made: list[Change] = []

    @property
    def busy(self) -> bool:
        return self._task is not None

    @property
    def last(self) -> Change | None:
        """What Undo takes back."""
        return self._made[-1] if self._made else None

    def make(self, change: Change) -> None:
        if not self.busy:
            self._begin(change.do, change.said, lambda: self._keep(change))

    def note(self, change: Change) -> None:
        """Somebody else has made `change` already; it is taken back like the others."""
        self._keep(change)
        self.ended.emit(change.said, None)

    def take_back(self) -> None:
        change = self.last
        if self.busy or change is None:
            return
        assert change.undo is not None
        said = self.tr("Taken back: {change}.").format(change=change.name)
        self._begin(change.undo, said, lambda: self._made.remove(change), taking_back=change)

    def close_down(self) -> None:
        """A change that is on its way still arrives; nobody waits for its answer any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _keep(self, change: Change) -> None:
        if change.undo is not None:
            self._made.append(change)

    def _begin(self, work: Work, said: str, then: Callable[[], object], *, taking_back: Change | None = None) -> None:
        self._task = self._courier.spawn(self._wait_for(work, said, then, taking_back))
        self.begun.emit()

    async def _wait_for(self, work: Work, said: str, then: Callable[[], object], taking_back: Change | None) -> None:
        trouble: Trouble | None = None
        try:
            await work()
        except Failure as failure:
            trouble = failure.trouble
        self._task = None
        if trouble is None:
            then()
        elif taking_back is not None and trouble.code in _NO_WAY_BACK:
            self._made.remove(taking_back)  # else those made before it could never be taken back
        self.ended.emit(said if trouble is None else "", trouble)
