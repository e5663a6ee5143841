"""The other end of `sync/branch.py`: a desk that runs errands for the engine, in a process of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from queue import SimpleQueue
from threading import Event, Thread
from typing import IO, assert_never

from workestra_desktop import __version__
from workestra_desktop.core.commands import SyncReport
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import UPDATED, Code, Failure, fail
from workestra_desktop.sync import errands
from workestra_desktop.sync.defect import defect
from workestra_desktop.sync.desk import Desk
from workestra_desktop.sync.interrupt import Interrupt, Stopped

log = logging.getLogger("workestra.branch")

CUT_EVERY = 0.1
"""Seconds: a request that was just about to begin has no connection yet that could be cut off, but a moment later."""

GO_WITHIN = 1.5
"""Seconds from the end of the pipe until the process goes in the midst of what cannot be cut off: a keychain that asks
its owner, a server that does not take the connection. What is stored is safe at every instant."""


class Office:
    """Serves one errand after the other until the pipe ends: the engine has closed it, or is no more. Whatever runs
    then is cut off; it is settled by a later round.

    `opener` opens the desk, in this thread; what the desk shows and tells goes to `show` and `tell`. `prepare` is
    called where nothing is asked at first: it loads what will be needed. `overdue` is called, in a thread of its own,
    if the end has not come within `GO_WITHIN`.
    """

    def __init__(
        self,
        inbox: IO[bytes],
        outbox: IO[bytes],
        interrupt: Interrupt,
        opener: Callable[[Office, errands.Open], AbstractContextManager[Desk]],
        prepare: Callable[[], None],
        overdue: Callable[[], None],
    ) -> None:
        self._inbox, self._outbox, self._interrupt = inbox, outbox, interrupt
        self._opener, self._prepare, self._overdue = opener, prepare, overdue
        self._ended = Event()
        self._asked: SimpleQueue[errands.Message | None] = SimpleQueue()
        self._steps: Iterator[None] | None = None
        self._reports: list[SyncReport] = []

    def show(self, progress: Progress | None) -> None:
        self._put(errands.Shown(progress))

    def tell(self, notice: Notice) -> None:
        self._put(errands.Told(notice))

    def serve(self) -> None:
        """Returns once the engine wants nothing any more."""
        try:
            errands.begin(self._outbox)
        except errands.Severed:
            return  # the engine is gone already
        Thread(target=self._listen, name="inbox", daemon=True).start()
        try:
            opening = self._asked.get()
            if isinstance(opening, errands.Open):
                self._load()
                self._serve(opening)
        except Failure as failure:  # there is nobody left to tell
            log.warning("not closed as it should be: %s", failure)
        finally:
            self._ended.set()

    def _load(self) -> None:
        if not self._asked.empty():
            return  # somebody waits
        try:
            self._prepare()
        except Exception as error:  # noqa: BLE001 - told when it is needed
            log.warning("not prepared: %s", type(error).__name__)

    def _serve(self, opening: errands.Open) -> None:
        desk: Desk | None = None
        with ExitStack() as whole:
            while (errand := self._asked.get()) is not None:
                try:
                    desk = desk or whole.enter_context(self._opened(opening))
                except Failure as failure:  # tried again for the next errand
                    self._put(errands.Reply(errands.Failed(failure.trouble), opening.met_trouble))
                except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
                    self._put(errands.Reply(errands.Failed(defect(error)), opening.met_trouble))
                else:
                    self._put(errands.Reply(self._outcome(desk, errand), desk.met_trouble))
            self._leave_round()

    @contextmanager
    def _opened(self, opening: errands.Open) -> Iterator[Desk]:
        if opening.version != __version__:
            # Updated under an open window. The profile is left to the version that has it open.
            raise fail(Code.PROFILE_NEWER, detail=UPDATED)
        with self._opener(self, opening) as desk:
            desk.met_trouble = opening.met_trouble
            yield desk

    def _listen(self) -> None:
        """In a thread of its own: the end must be seen while a request waits for an answer."""
        try:
            while True:
                self._asked.put(errands.take(self._inbox))
        except errands.Severed as end:
            log.info("the engine has closed the pipe: %s", end)
        self._interrupt.stop()
        self._asked.put(None)
        for _ in range(round(GO_WITHIN / CUT_EVERY)):
            if self._ended.wait(CUT_EVERY):
                return
            self._interrupt.stop()
        log.warning("what goes on does not end")
        self._overdue()

    def _put(self, message: errands.Message) -> None:
        try:
            errands.put(self._outbox, message)
        except errands.Severed:  # the engine is gone; the inbox has ended too, or will at once
            self._interrupt.stop()

    def _outcome(self, desk: Desk, errand: errands.Message) -> errands.Outcome:
        try:
            return self._run(desk, errand)
        except Failure as failure:
            return errands.Failed(failure.trouble)
        except Stopped:
            return errands.Halted()
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            return errands.Failed(defect(error))

    def _run(self, desk: Desk, errand: errands.Message) -> errands.Outcome:
        match errand:
            case errands.Execute(command):
                return errands.Done(desk.execute(command))
            case errands.BeginRound(by_hand):
                self._leave_round()
                self._reports.clear()
                self._steps = desk.round(by_hand=by_hand, into=self._reports, copies=False)  # the engine sees to them
                return errands.Done()
            case errands.Step():
                return self._step()
            case errands.EndRound():
                self._leave_round()
                return errands.Done()
            case errands.LookForPassword():
                return errands.Done(desk.password_at_hand())
            case errands.Open() | errands.Shown() | errands.Told() | errands.Reply():
                raise AssertionError("not an errand")
            case _:
                assert_never(errand)

    def _step(self) -> errands.Outcome:
        steps = self._steps
        if steps is None:
            return errands.RoundOver(None)
        self._steps = None  # one that fails is over
        try:
            next(steps)
        except StopIteration:
            return errands.RoundOver(self._reports[0] if self._reports else None)
        self._steps = steps
        return errands.Done()

    def _leave_round(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None and hasattr(steps, "close"):
            steps.close()
