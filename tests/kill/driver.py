"""The driver: gives a host's orders to real processes and kills them at random instants."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from tests.cli.command import Workestra
from tests.kill.account import furnish, slots, stored
from tests.kill.host import Host
from tests.kill.instants import Durations, Instant, draw, phase, wait_for
from tests.kill.ledger import Attempt, Deed, Ledger
from tests.kill.phone import Phone
from tests.kill.processes import PATIENCE, Command, Kind, Order, Window, Worker
from tests.kill.tap import Request, Tap
from tests.support.servers import CalDavServer

RECHECK = 1.0
"""Seconds between the two looks before a vanished event cancels its booking."""

_COMMANDS, _WINDOWS = 0.24, 0.1
"""The shares of the kills that hit the command and the window; the others hit workers."""

_WINDOW_REQUEST_WITHIN = 0.06


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
            if Kind.WINDOW in deck[:3]:
                self._open_window()
            if self.rng.random() < 0.12:
                self.phone.act(self.ledger.known(), self._rows)
            behind = self.ledger.made[Deed.BOOK] * kills < bookings * (self.kills.count + 1)
            if self._turn(kind, book=behind):
                del deck[:1]
                if self.kills.count % 25 == 0:
                    tell(f"{self.kills.count} kills, {self.ledger.made[Deed.BOOK]} bookings")

    def _deck(self, kills: int) -> list[Kind]:
        commands, windows = round(kills * _COMMANDS), round(kills * _WINDOWS)
        deck = [Kind.COMMAND] * commands + [Kind.WINDOW] * windows + [Kind.WORKER] * (kills - commands - windows)
        self.rng.shuffle(deck)
        return deck

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
        self._open_window()
        window = self._window
        assert window is not None
        before = self.tap.count()
        order = _order(attempt, offline=True)
        self._settle(attempt, self._worker.do(order), f"worker {_name(order)} beside a window")
        writes = self.rng.random() < 0.6 and attempt.promise is not None
        delay = self.rng.uniform(0.0, _WINDOW_REQUEST_WITHIN)
        wait_for(self.tap, before, Instant(-1 if writes else self.rng.randint(1, 6), delay), lambda: window.ended)
        at = self._note(Kind.WINDOW, {}, self.tap.since(before), over=False)
        if attempt.promise is not None:
            attempt.promise.story.append(f"window killed at {at}")
        self._window = None
        if not window.kill():
            raise RuntimeError(f"the window ended by itself:\n{window.said_of_errors()}")
        self._settle(Attempt(Deed.NOTHING), {}, "")
        return True

    def _open_window(self) -> None:
        """A window that has begun to poll."""
        if self._window is not None:
            return
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
