"""A desk in a process of its own, for what needs iCloud: the window's engine has its errands run there.

What talks to iCloud (HTTP, CalDAV, XML, iCalendar, the keychain) takes a third of the memory that the app would need,
for some seconds in ten minutes. So the process ends when it has had nothing to do for a while, and the next errand
starts another. It keeps nothing: all that counts is in the profile, as with the command beside the window.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Lock
from typing import IO, Any

from workestra_desktop import __version__
from workestra_desktop.core.commands import Command, Disconnect, Result, SignedIn, SignIn, SyncReport
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble
from workestra_desktop.sync import errands
from workestra_desktop.sync.interrupt import Interrupt, Stopped

log = logging.getLogger("workestra.branch")

REST_AFTER = 10.0
"""Seconds without an errand after which the process ends: longer than a host takes between two steps of one wish,
shorter than what would be noticed as memory in use."""

END_WITHIN = 1.8
"""Seconds a process has for its end before it is killed, which costs nothing but its last request. Longer than it takes
to give up by itself (`branch_office.GO_WITHIN`), shorter than the app waits at its own end (`bootstrap`)."""


class Branch:
    """Runs errands in the process that `command` starts, in `env`; one at a time, all from one thread, which waits.

    What a desk shows and tells on the way goes to `show` and `tell`, in that thread. A stop of `interrupt`, from any
    thread, ends the process and makes the errand in hand raise `Stopped`. `zone` gives the host's (IANA), the same for
    every process: a system's that has changed since would make free times of two days.
    """

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        interrupt: Interrupt,
        show: Callable[[Progress | None], None],
        tell: Callable[[Notice], None],
        zone: Callable[[], str],
    ) -> None:
        self._command, self._env, self._interrupt = list(command), dict(env), interrupt
        self._show, self._tell, self._zone = show, tell, zone
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe = Lock()
        """Held while something is written to the process; see `_cut`."""
        self._cut_at: float | None = None
        self._used_at = 0.0
        self._met_trouble = self._in_round = self._found = False
        self._held: errands.Held | None = None
        """What no keychain would keep: it lasts as long as the app, and each process is told of it."""

    @property
    def open(self) -> bool:
        """Whether its process runs."""
        return self._process is not None and self._process.poll() is None

    # --- as a desk does it ------------------------------------------------------------------------------------

    def execute(self, command: Command) -> Result:
        """As `Desk.execute`. Also raises `Failure(defect)` if the process ended under it."""
        if isinstance(command, Disconnect):
            self._held = None  # whatever comes of it
        result: Result = self._done(errands.Execute(command))
        if isinstance(command, SignIn) and isinstance(result, SignedIn):
            self._held = None if result.password_kept else errands.Held(result.apple_id, command.password)
        return result

    def password_at_hand(self) -> bool:
        """As `Desk.password_at_hand`."""
        return bool(self._done(errands.LookForPassword()))

    def round(self, *, by_hand: bool = False, into: list[SyncReport]) -> Iterator[None]:
        """As `Desk.round`, step by step."""
        self._done(errands.BeginRound(by_hand))
        self._in_round = True
        try:
            while isinstance(outcome := self._ask(errands.Step()), errands.Done):
                yield
            if outcome.report is None:  # the process that had begun the round is not the one that was asked
                raise Failure(_ended("between two steps"))
            into.append(outcome.report)
        except GeneratorExit:
            self._leave_round()
            raise
        finally:
            self._in_round = False

    def _leave_round(self) -> None:
        if not self.open:
            return
        try:
            self._ask(errands.EndRound())
        except Stopped:
            log.info("the app is ending, and the round with it")
        except Failure as failure:  # the round is over either way
            log.warning("the round was left: %s", failure.trouble.detail)

    # --- its process -------------------------------------------------------------------------------------------

    def warm(self) -> None:
        """Somebody will soon want something: starts the process, if there is none, and waits for nothing."""
        self._interrupt.guard(self._cut)
        try:
            self._begin()
        except (errands.Severed, Failure) as failure:
            log.info("not warmed: %s", failure)  # who wants something will be told
            self.close()
        finally:
            self._interrupt.guard(None)
            self._used_at = time.monotonic()

    def rest(self) -> None:
        """To be called now and then: ends a process that has had nothing to do for a while."""
        idle = time.monotonic() - self._used_at
        if self._process is not None and not self._in_round and idle >= REST_AFTER:
            self.close()

    def close(self) -> None:
        """Ends the process, if there is one, and waits until it has ended."""
        process, self._process = self._process, None
        if process is None:
            return
        _close(process.stdin)
        try:
            process.wait(END_WITHIN)
        except subprocess.TimeoutExpired:
            log.warning("the branch did not end by itself")
            process.kill()
            process.wait()
        _close(process.stdout)

    def _begin(self) -> subprocess.Popen[bytes]:
        if (running := self._process) is not None and running.poll() is None:
            return running
        self.close()
        quiet = sys.stderr is None  # a program without a console has none to pass on
        try:
            process = subprocess.Popen(  # noqa: S603 - this program
                self._command,
                env=self._env,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL if quiet else None,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise Failure(_ended(f"not started, {type(error).__name__}")) from error
        self._process, self._found = process, False
        if self._interrupt.stopped:  # while there was no process yet that could be cut off
            self._cut()
        self._put(process, errands.Open(__version__, self._zone(), self._met_trouble, self._held))
        return process

    def _put(self, process: subprocess.Popen[bytes], message: errands.Message) -> None:
        with self._pipe:
            errands.put(_end(process.stdin), message)

    def _take(self, process: subprocess.Popen[bytes]) -> errands.Message:
        if not self._found:
            errands.find_beginning(_end(process.stdout))
            self._found = True
        return errands.take(_end(process.stdout))

    def _done(self, errand: errands.Errand) -> Any:
        outcome = self._ask(errand)
        return outcome.result if isinstance(outcome, errands.Done) else None

    def _ask(self, errand: errands.Errand) -> errands.Done | errands.RoundOver:
        self._interrupt.guard(self._cut)
        try:
            outcome = self._outcome(errand)
        finally:
            self._interrupt.guard(None)
            self._used_at = time.monotonic()
        match outcome:
            case errands.Failed(trouble):
                raise Failure(trouble)
            case errands.Halted():  # its pipe has ended, and it ends as well
                self.close()
                raise Stopped
            case _:
                return outcome

    def _outcome(self, errand: errands.Errand) -> errands.Outcome:
        try:
            process = self._begin()
            self._put(process, errand)
            while True:
                message = self._take(process)
                match message:
                    case errands.Reply(outcome):
                        self._met_trouble = message.met_trouble
                        return outcome
                    case errands.Shown(progress):
                        self._show(progress)
                    case errands.Told(notice):
                        self._tell(notice)
                    case _:
                        raise errands.Severed("not a reply")
        except errands.Severed as severed:
            ended = self._process
            self.close()
            if self._interrupt.stopped:
                raise Stopped from severed
            self._show(None)  # it may have been in the midst of the first read
            code = "" if ended is None else f", exit {ended.returncode}"
            raise Failure(_ended(f"{severed}{code}")) from severed
        except Exception:
            # What was shown or told was not taken, or the errand cannot be said. The rest of the answer must not be
            # taken for the next one's.
            self.close()
            raise

    def _cut(self) -> None:
        """From any thread, and again while the app is ending. The process sees its pipe end, cuts off its request and
        goes. One that does not, or that something is just written to, is killed: closing that pipe would wait for it.
        """
        process = self._process
        if process is None:
            return
        now = time.monotonic()
        self._cut_at = self._cut_at or now
        if now - self._cut_at >= END_WITHIN or not self._pipe.acquire(blocking=False):
            process.kill()
            return
        try:
            _close(process.stdin)
        finally:
            self._pipe.release()


def _end(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _close(pipe: IO[bytes] | None) -> None:
    try:
        _end(pipe).close()
    except OSError as gone:  # what was still to be written has nobody to read it
        log.info("closed on the way: %s", type(gone).__name__)


def _ended(how: str) -> Trouble:
    """What was on its way is settled by the next round; that the process ended is for the host to know of."""
    return Trouble(Code.DEFECT, Scope.APP, detail=f"the process that talks to iCloud ended ({how})")
