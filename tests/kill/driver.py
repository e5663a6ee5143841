"""The driver: gives a host's orders to real processes and kills them at random instants."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, Self

from tests.cli.command import Workestra
from tests.kill.account import furnish, slots, stored
from tests.kill.branches import BranchProcess, kill, see_end
from tests.kill.host import Host
from tests.kill.instants import Durations, Instant, draw, phase, wait_for
from tests.kill.ledger import Attempt, Deed, Ledger
from tests.kill.phone import Phone
from tests.kill.processes import PATIENCE, Command, Kind, Order, Window, Worker
from tests.kill.tap import Request, Tap
from tests.support.servers import CalDavServer

RECHECK = 1.0
"""Seconds between the two looks before a vanished event cancels its booking."""

_COMMANDS, _WINDOWS, _BRANCHES = 0.24, 0.1, 0.1
"""The shares of the kills that hit the command, the window and its branch; the others hit workers."""

_WINDOW_REQUEST_WITHIN = 0.06

_BRANCH_STARTS_WITHIN = 1.0
"""Seconds from a branch's start to its first requests, on an idle machine half of it."""


@dataclass(slots=True)
class Kills:
    """How many, of what, and at what."""

    by_kind: Counter[Kind] = field(default_factory=Counter)
    place: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    work: Counter[tuple[str, Kind]] = field(default_factory=Counter)
    too_late: int = 0
    """Commands that had ended before they could be killed; not counted."""

    @property
    def count(self) -> int:
        return self.by_kind.total()


class Driver:
    """One profile, one account, one story. Use as a context manager: it leaves no process behind."""

    def __init__(self, server: CalDavServer, tap: Tap, folder: Path, seed: int) -> None:
        self.server, self.tap = server, tap
        self.rng = random.Random(seed)
        env = {
            "WORKESTRA_POLL_SECONDS": "1",
            "WORKESTRA_RECHECK_SECONDS": str(RECHECK),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.app = Workestra(folder, tap.url, env)
        self.ledger, self.kills, self.durations = Ledger(), Kills(), Durations()
        self.not_kept: list[str] = []
        """Decisions that the app did not list any more, or differently, when it was next asked."""
        self.refused: list[str] = []
        self.left_over: list[str] = []
        """Processes that went on after the one that had started them was killed."""
        first = datetime.now(UTC) + timedelta(days=3)
        self.host = Host(self.ledger, self.rng, slots(first))
        self.phone = Phone(server, self.rng, slots(first + timedelta(days=90)))
        furnish(server, first)
        self.foreign = stored(server)
        self.app.connect(server, "--write-to", "Work")
        self._worker, self._spare = Worker(self.app), Worker(self.app)
        self._window: Window | None = None
        self._rows: list[dict[str, Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.end_all()

    def end_all(self) -> None:
        """Kills what still runs."""
        for process in (self._worker, self._spare, self._window):
            if process is not None:
                process.kill()
        self._see_branches_end()

    # --- the story ---------------------------------------------------------------------------------------------

    def measure(self) -> None:
        """One piece of work of each sort by each kind of process, to its end: how long they take."""
        for kind in (Kind.WORKER, Kind.COMMAND):
            book, promise = self.host.book()
            self._undisturbed(kind, book, offline=False)
            self._undisturbed(kind, self.host.move(promise), offline=False)
            self._undisturbed(kind, self.host.cancel(promise), offline=False)
            self._undisturbed(kind, self.host.undo(promise), offline=False)
            self._undisturbed(kind, self.host.move(promise), offline=True)
            self._undisturbed(kind, Attempt(Deed.SYNC), offline=False)

    def live(self, kills: int, bookings: int, tell: Callable[[str], None]) -> None:
        """Until so many kills have hit and so many bookings were made."""
        deck = self._deck(kills)
        while deck or self.ledger.made[Deed.BOOK] < bookings:
            kind = deck[0] if deck else Kind.WORKER
            if {Kind.WINDOW, Kind.BRANCH} & set(deck[:3]):
                self._open_window()
            if self.rng.random() < 0.12:
                self.phone.act(self.ledger.known(), self._rows)
            behind = self.ledger.made[Deed.BOOK] * kills < bookings * (self.kills.count + 1)
            if self._turn(kind, book=behind):
                del deck[:1]
                if self.kills.count % 25 == 0:
                    tell(f"{self.kills.count} kills, {self.ledger.made[Deed.BOOK]} bookings")
        if self._window is not None:
            self._at_work()

    def _deck(self, kills: int) -> list[Kind]:
        """The kinds in the order of the kills. Branches come two in a row, so that the second has just been started."""
        commands, windows, pairs = round(kills * _COMMANDS), round(kills * _WINDOWS), round(kills * _BRANCHES / 2)
        workers = kills - commands - windows - 2 * pairs
        deck = [[Kind.COMMAND]] * commands + [[Kind.WINDOW]] * windows + [[Kind.WORKER]] * workers
        deck += [[Kind.BRANCH, Kind.BRANCH]] * pairs
        self.rng.shuffle(deck)
        return list(chain.from_iterable(deck))

    def _turn(self, kind: Kind, *, book: bool) -> bool:
        """One attempt with a kill. False if its process had ended before."""
        match kind:
            case Kind.WORKER:
                for _ in range(self.rng.choice((0, 0, 1, 2))):
                    self._undisturbed(kind, self.host.choose(book=False), offline=self._offline())
                return self._kill_worker(self.host.choose(book=book))
            case Kind.COMMAND:
                return self._kill_command(self.host.choose(book=book))
            case Kind.WINDOW:
                return self._kill_window(self.host.choose(book=book))
            case Kind.BRANCH:
                return self._kill_branch(self.host.choose(book=book))

    def _offline(self) -> bool:
        return self.rng.random() < 0.2

    # --- processes ---------------------------------------------------------------------------------------------

    def _undisturbed(self, kind: Kind, attempt: Attempt, *, offline: bool) -> None:
        order = _order(attempt, offline=offline)
        self._worker.ready()
        before, started = self.tap.count(), time.monotonic()
        process = self._worker if kind is Kind.WORKER else Command(self.app, order)
        document = self._worker.do(order) if isinstance(process, Worker) else process.result()
        self._learn(process, order, started, before)
        self._settle(attempt, document, f"{kind} {_name(order)}")

    def _learn(self, process: Worker | Command, order: Order, started: float, before: int) -> None:
        """What a process did to its end, if no window was at work beside it."""
        if self._window is None:
            kind = Kind.WORKER if isinstance(process, Worker) else Kind.COMMAND
            self.durations.learn(kind, _name(order), started, process.spoke_at, self.tap.since(before))

    def _kill_worker(self, attempt: Attempt) -> bool:
        order = _order(attempt, offline=self._offline())
        worker = self._worker
        worker.ready()
        before = self.tap.count()
        worker.send(order)
        wait_for(self.tap, before, self._instant(Kind.WORKER, order), worker.acknowledged)
        at = self._note(Kind.WORKER, order, self.tap.since(before), over=worker.acknowledged())
        if not worker.kill():
            raise RuntimeError(f"the worker ended by itself:\n{worker.said_of_errors()}")
        self._worker, self._spare = self._spare, Worker(self.app)
        self._settle(attempt, worker.last_words(), f"worker {_name(order)}, killed at {at}")
        return True

    def _kill_command(self, attempt: Attempt) -> bool:
        order = _order(attempt, offline=self._offline())
        before, started = self.tap.count(), time.monotonic()
        command = Command(self.app, order)
        wait_for(self.tap, before, self._instant(Kind.COMMAND, order), lambda: command.ended)
        requests = self.tap.since(before)
        hit = command.kill()
        document = command.last_words()
        how = f"command {_name(order)}"
        if hit:
            how += f", killed at {self._note(Kind.COMMAND, order, requests, over=document is not None)}"
        else:
            self.kills.too_late += 1
            self._learn(command, order, started, before)
        self._settle(attempt, document, how)
        return hit

    def _kill_window(self, attempt: Attempt) -> bool:
        """While it sends what a worker has just left in the outbox, or while it polls."""
        window, _ = self._at_work()
        before = self.tap.count()
        order = _order(attempt, offline=True)
        self._settle(attempt, self._worker.do(order), f"worker {_name(order)} beside a window")
        wait_for(self.tap, before, self._instant_of_a_round(attempt), lambda: window.ended)
        at = self._note(Kind.WINDOW, {}, self.tap.since(before), over=False)
        if attempt.promise is not None:
            attempt.promise.story.append(f"window killed at {at}")
        self._window = None
        if not window.kill():
            raise RuntimeError(f"the window ended by itself:\n{window.said_of_errors()}")
        self._settle(Attempt(Deed.NOTHING), {}, "")
        return True

    def _kill_branch(self, attempt: Attempt) -> bool:
        """The same, and the window lives on: whatever needs it next finds the window at work again, with another. One
        that has just been started is killed while it starts."""
        starts = self._window is not None and self._window.branch() is None
        window, branch = self._at_work()
        before = self.tap.count()
        order = _order(attempt, offline=True)
        self._settle(attempt, self._worker.do(order), f"worker {_name(order)} beside a window")
        start = Instant(0, self.rng.uniform(0.0, _BRANCH_STARTS_WITHIN))
        wait_for(self.tap, before, start if starts else self._instant_of_a_round(attempt), lambda: window.ended)
        requests = self.tap.since(before)
        if not kill(branch, self.app.folder / "profile"):
            raise RuntimeError(f"the branch ended by itself:\n{window.said_of_errors()}")
        at = self._note(Kind.BRANCH, {}, requests, over=False)
        if attempt.promise is not None:
            attempt.promise.story.append(f"branch killed at {at}")
        self._settle(Attempt(Deed.NOTHING), {}, "")
        return True

    def _instant_of_a_round(self, attempt: Attempt) -> Instant:
        """At the write of what `attempt` has left in the outbox, or anywhere in a poll."""
        writes = self.rng.random() < 0.6 and attempt.promise is not None
        return Instant(-1 if writes else self.rng.randint(1, 6), self.rng.uniform(0.0, _WINDOW_REQUEST_WITHIN))

    def _at_work(self) -> tuple[Window, BranchProcess]:
        """A window, and the branch it has or starts by itself."""
        self._open_window()
        window = self._window
        assert window is not None
        deadline = time.monotonic() + PATIENCE
        while (branch := window.branch()) is None:
            if window.ended or time.monotonic() > deadline:
                raise RuntimeError(f"the window does not go on without its branch:\n{window.said_of_errors()}")
            time.sleep(0.01)
        return window, branch

    def _see_branches_end(self) -> None:
        self.left_over += see_end(self.app.folder / "profile")

    def _open_window(self) -> None:
        """A window that has begun to poll. The branch of one that was killed before is gone by then."""
        if self._window is not None:
            return
        self._see_branches_end()
        before = self.tap.count()
        self._window = Window(self.app)
        deadline = time.monotonic() + PATIENCE
        while self.tap.count() == before:
            if self._window.ended or time.monotonic() > deadline:
                raise RuntimeError(f"the window does not poll:\n{self._window.said_of_errors()}")
            time.sleep(0.01)

    def _instant(self, kind: Kind, order: Order) -> Instant:
        natural = self.durations.of(kind, _name(order)) or self.durations.of(kind, "move offline")
        assert natural is not None
        return draw(self.rng, natural)

    def _note(self, kind: Kind, order: Order, requests: Sequence[Request], *, over: bool) -> str:
        """Counts the kill; where it hit, in words."""
        place, work = phase(requests, over=over, offline=bool(order.get("offline")))
        self.kills.by_kind[kind] += 1
        self.kills.place[place, kind] += 1
        self.kills.work[work, kind] += 1
        return f"{place}, {work}"

    def _settle(self, attempt: Attempt, document: Any, how: str) -> None:
        """`document` is what was acknowledged, None if nothing was. A worker that runs on or starts anew lists."""
        refused = isinstance(document, dict) and "error" in document
        if refused:
            whose = attempt.promise.guest if attempt.promise else ""
            self.refused.append(f"{attempt.deed} {whose} was refused: {document['error']}")
        self._rows = self._worker.do({"do": "list"})
        acknowledged = document is not None and not refused
        self.not_kept += self.ledger.settle(attempt, self._rows, acknowledged=acknowledged, how=how)


def _order(attempt: Attempt, *, offline: bool) -> Order:
    order: Order = {"do": str(attempt.deed), "offline": offline and _may_wait(attempt)}
    if attempt.promise is not None:
        order |= {"guest": attempt.promise.guest, "id": attempt.promise.id}
    if attempt.after is not None:
        order["start"] = attempt.after.start.isoformat()
    return order


def _may_wait(attempt: Attempt) -> bool:
    """A move that meets the phone's unseen move is left to the host: such a one is made only after a look."""
    return attempt.promise is not None and attempt.promise.settled


def _name(order: Order) -> str:
    return f"{order['do']} offline" if order["offline"] else str(order["do"])
