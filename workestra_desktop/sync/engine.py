"""The desk on a thread of its own: `Engine` does everything that may wait for iCloud.

A QObject, moved to a QThread, that opens its own desk there: SQLite connections do not travel. What crosses between
threads is frozen. Beside it `sync/reader.py` answers what needs no network; no other module here knows Qt, and both
only its core.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workestra_desktop.core.commands import (
    Answer,
    Ask,
    Command,
    Disconnect,
    FindSlots,
    Note,
    Question,
    Result,
    SignIn,
    SyncNow,
    SyncReport,
)
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync.branch import Branch
from workestra_desktop.sync.clock_set import begin_waits_anew
from workestra_desktop.sync.defect import defect
from workestra_desktop.sync.desk import CONFIRM_REFUSAL, Desk
from workestra_desktop.sync.interrupt import Stopped
from workestra_desktop.sync.reader import Opener
from workestra_desktop.sync.timetable import Timetable
from workestra_desktop.sync.waking import Clocks, Watch

log = logging.getLogger("workestra.engine")

LOOK_EVERY_MS = 3000
"""How often to look whether another process (the command) has written to the profile, whether a pause is over, and
whether the computer slept or its clock was set."""

OVERDUE_PAUSE = timedelta(seconds=20)


def kept(slot: Callable[..., None]) -> Callable[..., None]:
    """A slot of the engine's in which nothing is lost: what the store refuses, or a defect, becomes the trouble that is
    shown. Qt would print it and go on as if nothing had happened, with no timer running."""

    @wraps(slot)
    def safe(engine: Engine, *arguments: Any) -> None:
        try:
            slot(engine, *arguments)
        except Stopped:  # the app is ending
            return
        except Failure as failure:
            engine.suffer(failure.trouble)
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            engine.suffer(defect(error))

    return safe


class Engine(QObject):
    """Serves commands and polls. `poll_every` is the pause between polls; `sync/timetable.py` keeps the times.

    With a `branch`, made here from where its progress and notices go, whatever needs iCloud or the texts of its events
    is done there, in a process that ends when there is nothing to do. What only reads or notes something in the profile
    is done here either way.
    """

    answered = Signal(object)
    snapshot_taken = Signal(object)
    progressed = Signal(object)
    noticed = Signal(object)
    unusable = Signal(object)
    """The profile cannot be opened: its `Trouble`. Nothing else follows."""

    def __init__(
        self,
        opener: Opener,
        poll_every: timedelta,
        clocks: Clocks | None = None,
        branch: Callable[[Callable[[Progress | None], None], Callable[[Notice], None]], Branch] | None = None,
    ) -> None:
        super().__init__()
        self._opener = opener
        self._branch = None if branch is None else branch(self.progress, self.notice)
        self._clocks = clocks or Clocks()
        self._times = Timetable(poll_every, self._clocks.elapsed)
        self._context: AbstractContextManager[Desk] | None = None
        self._desk: Desk | None = None
        self._steps: Iterator[None] | None = None
        self._reports: list[SyncReport] = []
        self._waiting: list[int] = []
        self._forgotten = False
        self._paused: datetime | None = None
        self._asked_for = False
        """The host wants the round that runs; a pause does not end it."""
        self._clock_set: timedelta | None = None
        """How far the clock was set since waits were last reckoned."""
        self._woke = False
        """Sleep, or a clock that was set, was seen and has led to no round yet."""
        self._next_poll: datetime | None = None
        self._suffers: Trouble | None = None
        """What keeps the app itself from working (scope APP: the disk, a defect), until a round or a command ends
        well."""
        self._shown: Snapshot | None = None
        self._seen_version = 0
        self._told_up_to = 0
        """The number of the last notice that was told, or was there at the start."""
        self._watch: Watch
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
        self._begin()

    @kept
    def _begin(self) -> None:
        assert self._desk is not None
        self._look_timer.start(LOOK_EVERY_MS)
        self._watch = Watch(self._desk.clock, self._clocks, LOOK_EVERY_MS / 1000)
        self._seen_version = self._desk.store.data_version()
        self._told_up_to = self._desk.store.notices.last()
        self._paused = self._desk.paused_until()
        self._plan()
        if self._may_poll():
            self._begin_round()  # which finds out whether the password is at hand
            return
        self._show()
        account = self._desk.store.account.get()
        if account is not None and account.connected and not self._password_at_hand():
            self._forgotten = True
            self._plan()
            self._show()

    def _timer(self, slot: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.setTimerType(Qt.TimerType.PreciseTimer)  # others come up to 5 % early, which a Retry-After forbids
        timer.timeout.connect(slot)
        return timer

    @property
    def _worker(self) -> Desk | Branch:
        """Who talks to iCloud. A branch begins anew and knows of no damage that was found; raises `Failure` for it."""
        assert self._desk is not None
        if self._branch is None:
            return self._desk
        self._desk.store.need_sound()
        return self._branch

    def _password_at_hand(self) -> bool:
        try:
            return self._worker.password_at_hand()
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
        if self._branch is not None:
            self._branch.close()
        if self._context is not None:
            self._context.__exit__(None, None, None)
        self._context = self._desk = None
        self.thread().quit()

    # --- commands ----------------------------------------------------------------------------------------------

    @Slot(object)
    @kept
    def ask(self, question: Ask) -> None:
        if self._desk is None:
            return
        if isinstance(question.command, Question):
            if isinstance(question.command, FindSlots) and self._branch is not None and self._may_work():
                self._branch.warm()  # whoever looks for a time is about to take it
            return
        if isinstance(question.command, SyncNow) and not question.command.full:
            self._waiting.append(question.number)
            self._begin_round(by_hand=True)
            return
        if isinstance(question.command, (SignIn, Disconnect)):
            self._end_round()
        try:
            self._note_clock()
            self._reckon_anew()
            with self._watch.work():
                result = self._execute(question.command)
            self._suffers = None
            self._reply(question, result)
        except Failure as failure:
            self._times.heed(failure.trouble)
            self._desk.store.blame(failure.trouble)
            self.answered.emit(Answer(question.number, trouble=failure.trouble))
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            self.answered.emit(Answer(question.number, trouble=defect(error)))
        self._catch_up()
        self._follow_pause()
        self._plan()
        self._serve_waiting()
        self._show()

    def _execute(self, command: Command) -> Result:
        assert self._desk is not None
        return (self._desk if isinstance(command, Note) else self._worker).execute(command)

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
            self._asked_for = True

    def notice(self, _notice: Notice) -> None:
        """Handed to the desk; called in the engine's thread, once the notice is kept."""
        self._tell_kept()

    def _catch_up(self) -> None:
        """What was written to the profile up to now is known, and told of where it is to be."""
        assert self._desk is not None
        self._seen_version = self._desk.store.data_version()
        self._tell_kept()

    def _tell_kept(self) -> None:
        """Tells of every notice kept since the last look, in order and once, whichever process kept it."""
        assert self._desk is not None
        store = self._desk.store
        last = store.notices.last()
        if last <= self._told_up_to:
            return
        fresh = store.notices.after(self._told_up_to, store.bookings.get)
        self._told_up_to = max([last, *(each.id for each in fresh)])
        for each in fresh:
            self.noticed.emit(each.notice)

    def progress(self, progress: Progress | None) -> None:
        """Handed to the desk; called in the engine's thread."""
        self.progressed.emit(progress)

    # --- what begins a round before its time -------------------------------------------------------------------

    @Slot(object)
    @kept
    def nudge(self, trigger: Trigger) -> None:
        """A round now, or as soon as good manners allow; none while there is nothing to poll with or a pause lasts."""
        if self._desk is None:
            return
        if trigger is Trigger.FOCUS and self._branch is not None and self._may_work():
            self._branch.warm()
        if self._steps is not None:
            self._times.note(trigger)
        elif (moment := self._times.after(trigger)) is not None:
            self._begin_at(moment)

    def _begin_at(self, moment: float) -> None:
        """A round by itself at `moment`, at once if that has come, unless one is to begin sooner."""
        if self._may_poll():
            self._times.bring_forward(moment)
            if self._times.is_due:
                self._begin_round()
            else:
                self._plan()
                self._show()

    def _may_work(self) -> bool:
        """Whether there is an account that iCloud can be asked with."""
        assert self._desk is not None
        account = self._desk.store.account.get()
        return account is not None and account.connected and not account.locked and not self._forgotten

    def _may_poll(self) -> bool:
        """Whether rounds may begin by themselves."""
        assert self._desk is not None
        return self._may_work() and self._desk.paused_until() is None

    @kept
    def _look(self) -> None:
        """Follows what the command has changed in the same profile, a pause that is over, sleep and a clock that was
        set."""
        assert self._desk is not None
        self._note_clock()
        woke, self._woke = self._woke, False
        version, paused = self._desk.store.data_version(), self._follow_pause()
        if woke:
            self.nudge(Trigger.WAKE)
        if woke or paused or version != self._seen_version:
            self._catch_up()
            self._plan()  # also because the next poll is shown as a time of a clock that may have been set
            self._show()
        if self._times.is_due:
            self._poll_due()  # Qt's timers stand still in sleep on some systems
        if self._branch is not None:
            self._branch.rest()

    def _note_clock(self) -> None:
        seen = self._watch.look()
        self._woke = self._woke or bool(seen)
        if seen.set_by:
            self._clock_set = (self._clock_set or timedelta()) + seen.set_by
            log.info("the clock was set by %d s", seen.set_by / timedelta(seconds=1))

    def _reckon_anew(self) -> None:
        """Before anything is concluded from times that the clock gave before it was set."""
        assert self._desk is not None
        if self._clock_set is not None:
            begin_waits_anew(self._desk, self._clock_set)
            self._clock_set = None

    def _follow_pause(self) -> bool:
        """Takes up a pause, or the end of one, whoever asked for it. Answers whether there was a change."""
        assert self._desk is not None
        until = self._desk.paused_until()
        if until == self._paused:
            return False
        self._paused = until
        if until is None:
            self._begin_at(self._times.soonest())
        elif self._steps is not None and not self._asked_for:
            self._end_round()
        return True

    # --- rounds ------------------------------------------------------------------------------------------------

    @kept
    def _poll_due(self) -> None:
        if self._may_poll() and self._times.is_due:
            self._begin_round()
        else:
            self._plan()

    def _begin_round(self, *, by_hand: bool = False) -> None:
        self._asked_for = self._asked_for or by_hand
        if self._steps is None and self._desk is not None:
            self._note_clock()
            self._woke = False
            self._times.begin()
            self._asked_for = by_hand
            self._reports.clear()
            self._poll_timer.stop()
            self._steps = self._round(by_hand)
            self._show()
            self._step_timer.start(0)

    def _round(self, by_hand: bool) -> Iterator[None]:
        """Its steps. The branch is not asked for the daily copy: each that begins would look through the whole database
        first."""
        assert self._desk is not None
        if self._branch is not None:
            self._desk.keep_copy()
        yield from self._worker.round(by_hand=by_hand, into=self._reports)

    @kept
    def _step(self) -> None:
        """One request and one short transaction; then the event loop has its turn."""
        if self._steps is None or self._desk is None:
            return
        try:
            self._note_clock()
            self._reckon_anew()
            with self._watch.work():
                next(self._steps)
        except StopIteration:
            self._finish(None)
        except Stopped:
            self._end_round()
        except Failure as failure:
            self._desk.store.blame(failure.trouble)
            self._finish(failure.trouble)
        except Exception as error:  # noqa: BLE001 - a defect is shown, never swallowed
            self._finish(defect(error))
        else:
            self._step_timer.start(0)

    def _finish(self, trouble: Trouble | None) -> None:
        assert self._desk is not None
        self._end_round()
        if trouble is not None and trouble.code is Code.KEYCHAIN:
            self._forgotten = True
        answers, self._waiting = self._waiting, []
        for number in answers:
            self.answered.emit(Answer(number, self._reports[0] if self._reports else None, trouble))
        self._times.end(trouble)
        lasts = trouble is not None and trouble.scope is Scope.APP and not trouble.passing
        self._suffers = trouble if lasts else None
        self._catch_up()
        self._plan()
        self._show()

    def _end_round(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None and hasattr(steps, "close"):
            steps.close()

    def _plan(self) -> None:
        """When to poll next: at the usual time, or earlier where something is due sooner."""
        assert self._desk is not None
        if self._steps is not None:
            return
        if not self._may_poll():
            self._poll_timer.stop()
            self._times.forget()
            self._next_poll = None if self._paused == UNTIL_RESUMED else self._paused
            return
        now, account = self._desk.clock(), self._desk.store.account.get()
        wanted = self._desk.due_at()
        # What was due already and is still there could not be settled just now: no hurry, or it would spin.
        due_in = None if wanted is None else wanted - now if wanted > now else OVERDUE_PAUSE
        refused = account is not None and account.refused_at is not None
        pause = self._times.pause(due_in=due_in, at_most=CONFIRM_REFUSAL * 1.5 if refused else None)
        self._next_poll = now + pause
        self._poll_timer.start(math.ceil(pause / timedelta(milliseconds=1)))

    def suffer(self, trouble: Trouble) -> None:
        """The store could not be asked: show what was known with `trouble`, and try again after a while."""
        self._suffers = trouble
        self._end_round()
        answers, self._waiting = self._waiting, []
        for number in answers:
            self.answered.emit(Answer(number, trouble=trouble))
        if self._shown is None:
            self.unusable.emit(trouble)
            return
        self._times.end(trouble)
        self._poll_timer.start(math.ceil(self._times.pause(due_in=None, at_most=None) / timedelta(milliseconds=1)))
        ended = replace(self._shown, state=State.ATTENTION)  # it may show the round that ended here
        self.snapshot_taken.emit(beset(ended, trouble))

    def _show(self) -> None:
        if self._desk is not None:
            self._shown = self._desk.snapshot(
                syncing=self._steps is not None, next_poll=self._next_poll, forgotten=self._forgotten
            )
            self.snapshot_taken.emit(self._shown if self._suffers is None else beset(self._shown, self._suffers))


def beset(snapshot: Snapshot, trouble: Trouble) -> Snapshot:
    """`snapshot` with what keeps the app from working in front."""
    problems = (trouble, *(p for p in snapshot.problems if p != trouble))
    state = State.SYNCING if snapshot.state is State.SYNCING else State.ATTENTION
    return replace(snapshot, problems=problems, state=state)
