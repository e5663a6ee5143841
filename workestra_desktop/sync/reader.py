"""What needs no network, on a thread of its own: free slots never wait behind a hanging server.

As `sync/engine.py`, this module knows Qt's core; no other here does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, Signal, Slot

from workestra_desktop.core.commands import Answer, Ask, Question
from workestra_desktop.core.trouble import Failure
from workestra_desktop.sync.defect import defect
from workestra_desktop.sync.desk import Desk

Opener = Callable[[], AbstractContextManager[Desk]]


class Reader(QObject):
    """Answers questions that need no network."""

    answered = Signal(object)

    def __init__(self, opener: Opener) -> None:
        super().__init__()
        self._opener = opener
        self._context: AbstractContextManager[Desk] | None = None
        self._desk: Desk | None = None

    @Slot(object)
    def ask(self, question: Ask) -> None:
        if not isinstance(question.command, Question):
            return
        try:
            if self._desk is None:
                self._context = self._opener()
                self._desk = self._context.__enter__()
            self.answered.emit(Answer(question.number, self._desk.execute(question.command)))
        except Failure as failure:
            self.answered.emit(Answer(question.number, trouble=failure.trouble))
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            self.answered.emit(Answer(question.number, trouble=defect(error)))

    @Slot()
    def stop(self) -> None:
        if self._context is not None:
            self._context.__exit__(None, None, None)
        self._context = self._desk = None
        self.thread().quit()
