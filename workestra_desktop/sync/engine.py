"""The desk on threads of its own. The only module here that knows Qt, and only its core.

Two QObjects, each moved to a QThread: `Engine` does everything that may wait for iCloud, `Reader` answers from the
mirror, so that free slots never wait behind a hanging server. Each opens its own desk in its own thread: SQLite
connections do not travel. What crosses between threads is frozen.
"""

from __future__ import annotations

import logging
import random
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workestra_desktop.core.commands import Answer, Ask, Disconnect, Question, Result, SignIn, SyncNow, SyncReport
from workestra_desktop.core.outbox import backoff
from workestra_desktop.core.snapshot import Notice, Progress
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync.desk import CONFIRM_REFUSAL, Desk
from workestra_desktop.sync.interrupt import Stopped

log = logging.getLogger("workestra.engine")

Opener = Callable[[], AbstractContextManager[Desk]]

LOOK_EVERY_MS = 3000
"""How often to look whether another process (the command) has written to the profile."""

MIN_PAUSE = timedelta(seconds=1)
OVERDUE_PAUSE = timedelta(seconds=20)


def defect(error: BaseException) -> Trouble:
    """An unexpected exception as a trouble: its class and place, none of its words (they may be private)."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {frame.name}:{frame.lineno}"
    log.error("defect: %s", place)
    return Trouble(Code.DEFECT, Scope.APP, detail=place)


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


class Engine(QObject):
    """Serves commands and polls. `poll_every` is the pause between polls; troubles shorten it, never lengthen it."""

    answered = Signal(object)
    snapshot_taken = Signal(object)
    progressed = Signal(object)
    noticed = Signal(object)
    unusable = Signal(object)
    """The profile cannot be opened: its `Trouble`. Nothing else follows."""

    def __init__(self, opener: Opener, poll_every: timedelta) -> None:
        super().__init__()
        self._opener = opener
        self._poll_every = poll_every
        self._context: AbstractContextManager[Desk] | None = None
        self._desk: Desk | None = None
        self._steps: Iterator[None] | None = None
        self._reports: list[SyncReport] = []
        self._waiting: list[int] = []
        self._failures = 0
        self._forgotten = False
        self._next_poll: datetime | None = None
        self._seen_version = 0
        self._poll_timer: QTimer
        self._step_timer: QTimer
        self._look_timer: QTimer

    # --- life --------------------------------------------------------------------------------------------------

    @Slot()
    def start(self) -> None:
        """To be called in the engine's thread. Opens the desk, shows what is stored, then polls."""
        self._poll_timer = self._timer(self._poll_due, single=True)
        self._step_timer = self._timer(self._step, single=True)
        self._look_timer = self._timer(self._look, single=False)
        try:
            self._context = self._opener()
            self._desk = self._context.__enter__()
        except Failure as failure:
            self.unusable.emit(failure.trouble)
            return
        self._seen_version = self._desk.store.data_version()
        account = self._desk.store.account.get()
        self._forgotten = account is not None and account.connected and not self._password_at_hand()
        self._show()
        self._look_timer.start(LOOK_EVERY_MS)
        if account is not None and account.connected and not account.locked and not self._forgotten:
            self._begin_round()

    def _timer(self, slot: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.timeout.connect(slot)
        return timer

    def _password_at_hand(self) -> bool:
        assert self._desk is not None
        try:
            return self._desk.password_at_hand()
        except Failure:
            # A keychain that refuses now is asked again by the first poll, which reports it.
            return True

    @Slot()
    def stop(self) -> None:
        """Ends everything; a request in flight must have been interrupted first."""
        if hasattr(self, "_poll_timer"):
            for timer in (self._poll_timer, self._step_timer, self._look_timer):
                timer.stop()
        self._end_round()
        if self._context is not None:
            self._context.__exit__(None, None, None)
        self._context = self._desk = None
        self.thread().quit()

    # --- commands ----------------------------------------------------------------------------------------------

    @Slot(object)
    def ask(self, question: Ask) -> None:
        if isinstance(question.command, Question) or self._desk is None:
            return
        if isinstance(question.command, SyncNow) and not question.command.full:
            self._waiting.append(question.number)
            self._begin_round(by_hand=True)
            return
        if isinstance(question.command, (SignIn, Disconnect)):
            self._end_round()
        try:
            self._reply(question, self._desk.execute(question.command))
        except Failure as failure:
            self.answered.emit(Answer(question.number, trouble=failure.trouble))
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            self.answered.emit(Answer(question.number, trouble=defect(error)))
        self._seen_version = self._desk.store.data_version()
        self._plan()
        self._serve_waiting()
        self._show()

    def _serve_waiting(self) -> None:
        """A Sync now whose round was ended by a sign-in or a disconnect gets another, or its answer."""
        if self._steps is not None or not self._waiting or self._desk is None:
            return
        try:
            self._desk.account()
        except Failure as failure:
            answers, self._waiting = self._waiting, []
            for number in answers:
                self.answered.emit(Answer(number, trouble=failure.trouble))
        else:
            self._begin_round(by_hand=True)

    def _reply(self, question: Ask, result: Result) -> None:
        self.answered.emit(Answer(question.number, result))
        if isinstance(question.command, SignIn):
            self._forgotten = False
            self._begin_round()

    def notice(self, notice: Notice) -> None:
        """Handed to the desk; called in the engine's thread."""
        self.noticed.emit(notice)

    def progress(self, progress: Progress | None) -> None:
        """Handed to the desk; called in the engine's thread."""
        self.progressed.emit(progress)

    # --- rounds ------------------------------------------------------------------------------------------------

    def _poll_due(self) -> None:
        self._begin_round()

    def _begin_round(self, *, by_hand: bool = False) -> None:
        if self._steps is None and self._desk is not None:
            self._reports.clear()
            self._steps = self._desk.round(by_hand=by_hand, into=self._reports)
            self._poll_timer.stop()
            self._show()
            self._step_timer.start(0)

    def _step(self) -> None:
        """One request and one short transaction; then the event loop has its turn."""
        if self._steps is None:
            return
        try:
            next(self._steps)
        except StopIteration:
            self._finish(None)
        except Stopped:
            self._end_round()
        except Failure as failure:
            self._finish(failure.trouble)
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            self._finish(defect(error))
        else:
            self._step_timer.start(0)

    def _finish(self, trouble: Trouble | None) -> None:
        assert self._desk is not None
        self._steps = None
        self._failures = self._failures + 1 if trouble else 0
        if trouble is not None and trouble.code is Code.KEYCHAIN:
            self._forgotten = True
        answers, self._waiting = self._waiting, []
        for number in answers:
            self.answered.emit(Answer(number, self._reports[0] if self._reports else None, trouble))
        self._seen_version = self._desk.store.data_version()
        self._plan(trouble)
        self._show()

    def _end_round(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None and hasattr(steps, "close"):
            steps.close()

    def _plan(self, trouble: Trouble | None = None) -> None:
        """When to poll next: at the usual pause, or earlier where something is due sooner."""
        assert self._desk is not None
        account = self._desk.store.account.get()
        if self._steps is not None:
            return
        if account is None or not account.connected or account.locked or self._forgotten:
            self._poll_timer.stop()
            self._next_poll = None
            return
        now = self._desk.clock()
        pause = self._poll_every * (1 - random.random() / 20)  # noqa: S311 - spreads load, no secret
        if self._failures:
            wait = backoff(self._failures, trouble.retry_after if trouble else None, random.random())  # noqa: S311
            asked = timedelta(seconds=trouble.retry_after or 0) if trouble else timedelta()
            pause = max(min(pause, wait), asked)
        elif (due := self._desk.due_at()) is not None:
            # What was due already and is still there could not be settled just now: no hurry, or it would spin.
            pause = min(pause, due - now if due > now else OVERDUE_PAUSE)
        if account.refused_at is not None:
            pause = min(pause, CONFIRM_REFUSAL * 1.5)
        pause = max(pause, MIN_PAUSE)
        self._next_poll = now + pause
        self._poll_timer.start(int(pause / timedelta(milliseconds=1)))

    def _look(self) -> None:
        """Shows what the command has changed meanwhile in the same profile."""
        assert self._desk is not None
        version = self._desk.store.data_version()
        if version != self._seen_version:
            self._seen_version = version
            self._show()

    def _show(self) -> None:
        if self._desk is not None:
            self.snapshot_taken.emit(
                self._desk.snapshot(
                    syncing=self._steps is not None, next_poll=self._next_poll, forgotten=self._forgotten
                )
            )
