"""Carries commands to the engine and brings each answer back to whoever asked."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Callable, Coroutine
from typing import Any, overload

from PySide6.QtCore import QObject, Signal, Slot

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.commands import (
    Answer,
    Ask,
    Book,
    Cancel,
    ChangePreferences,
    ChangeSettings,
    Choose,
    Command,
    Disconnect,
    Explain,
    FindSlots,
    FinishSetup,
    MarkNoShow,
    Pause,
    RemoveLink,
    Reschedule,
    Result,
    RuleEvent,
    SeeNotices,
    Select,
    SetLink,
    SettleGone,
    SettleOverlap,
    ShareTimes,
    ShowJournal,
    ShowWeek,
    SignedIn,
    SignIn,
    SyncNow,
    SyncReport,
    TryLink,
    Undo,
)
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.notice import Preferences
from workestra_desktop.core.offer import Offer
from workestra_desktop.core.settings import Settings
from workestra_desktop.core.slots import Refusal
from workestra_desktop.core.trouble import Failure
from workestra_desktop.core.week import Trial, Week


class Courier(QObject):
    """Lives on the UI thread. `asked` and `deliver` are the only bridge to the engine's thread.

    `ask` must be awaited under a running loop (qasync's). Closing cancels whatever still waits.
    """

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[Result]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._heard: dict[int, Callable[[Answer], None]] = {}
        self._closed = False

    @overload
    async def ask(self, command: SignIn) -> SignedIn: ...
    @overload
    async def ask(self, command: Select) -> tuple[Calendar, ...]: ...
    @overload
    async def ask(self, command: SyncNow) -> SyncReport: ...
    @overload
    async def ask(self, command: FindSlots) -> tuple[Span, ...]: ...
    @overload
    async def ask(self, command: Book | Reschedule | Cancel | Choose | Undo | MarkNoShow) -> Booking: ...
    @overload
    async def ask(self, command: SettleGone) -> tuple[Booking, ...]: ...
    @overload
    async def ask(self, command: Explain) -> tuple[Refusal, ...]: ...
    @overload
    async def ask(self, command: ShowWeek) -> Week: ...
    @overload
    async def ask(self, command: TryLink) -> Trial: ...
    @overload
    async def ask(self, command: SetLink) -> Link: ...
    @overload
    async def ask(self, command: ChangeSettings) -> Settings: ...
    @overload
    async def ask(self, command: ShowJournal) -> tuple[JournalLine, ...]: ...
    @overload
    async def ask(self, command: ShareTimes) -> Offer: ...
    @overload
    async def ask(self, command: ChangePreferences) -> Preferences: ...
    @overload
    async def ask(
        self, command: Disconnect | FinishSetup | Pause | RemoveLink | RuleEvent | SeeNotices | SettleOverlap
    ) -> None: ...

    async def ask(self, command: Command) -> Any:
        """The engine's result for `command`; raises `Failure` with its trouble, CancelledError once closed."""
        if self._closed:
            raise asyncio.CancelledError
        number = next(self._numbers)
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting[number] = future
        try:
            self.asked.emit(Ask(number, command))
            return await future
        finally:
            del self._waiting[number]

    def ask_aside(self, command: Command, heard: Callable[[Answer], None]) -> None:
        """Ask and go on: `heard` gets the answer, whenever it comes. For what no task waits for; once closed, nothing
        is asked."""
        if not self._closed:
            number = next(self._numbers)
            self._heard[number] = heard
            self.asked.emit(Ask(number, command))

    @Slot(object)
    def deliver(self, answer: Answer) -> None:
        """Hand `answer` to its asker. An answer nobody waits for any more was stopped by the host."""
        if (heard := self._heard.pop(answer.number, None)) is not None:
            heard(answer)
            return
        future = self._waiting.get(answer.number)
        if future is None or future.done():
            return
        if answer.trouble is not None:
            future.set_exception(Failure(answer.trouble))
        else:
            future.set_result(answer.result)

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run `work` and keep hold of it; an exception nobody expected goes to `sys.excepthook`."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)

    def close(self) -> None:
        """Cancel every task and every question; later ones are cancelled at once."""
        self._closed = True
        self._heard.clear()
        for task in list(self._tasks):
            task.cancel()
        for future in list(self._waiting.values()):
            future.cancel()
