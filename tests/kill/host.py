"""What the host decides next, drawn at random from what can be decided as things stand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime

from tests.kill.ledger import Attempt, Deed, Ledger, Promise, Stands


class Host:
    """`slots` are times that nobody else uses, so that only what the app does can be in the way."""

    def __init__(self, ledger: Ledger, rng: random.Random, slots: Iterator[datetime]) -> None:
        self._ledger = ledger
        self._rng = rng
        self._slots = slots

    def choose(self, *, book: bool) -> Attempt:
        """The next decision; a booking if `book`."""
        known = [(p, p.stands) for p in self._ledger.known() if p.stands is not None and not p.phone_deleted]
        live = [p for p, stands in known if stands.live]
        calm = [p for p in live if p.settled]
        undoable = [p for p, stands in known if p.settled and (not stands.live or p.was is not None)]
        if book or not live:
            return self.book()[0]
        chance = self._rng.random()
        if chance < 0.45:
            return self.move(self._rng.choice(live))
        if chance < 0.65 and calm:
            return self.cancel(self._rng.choice(calm))
        if chance < 0.87 and undoable:
            return self.undo(self._rng.choice(undoable))
        return Attempt(Deed.SYNC)

    def book(self) -> tuple[Attempt, Promise]:
        promise = Promise(f"Guest {len(self._ledger.promises) + 1:04}")
        self._ledger.promises[promise.guest] = promise
        return Attempt(Deed.BOOK, promise, Stands(True, next(self._slots))), promise

    def move(self, promise: Promise) -> Attempt:
        """Away from where the phone may have put it: the app looks before it moves."""
        assert promise.stands is not None
        was = promise.phone_start or promise.stands.start
        return Attempt(Deed.MOVE, promise, Stands(True, next(self._slots)), was)

    def cancel(self, promise: Promise) -> Attempt:
        assert promise.stands is not None
        return Attempt(Deed.CANCEL, promise, Stands(False, promise.stands.start), promise.was)

    def undo(self, promise: Promise) -> Attempt:
        assert promise.stands is not None
        if not promise.stands.live:
            return Attempt(Deed.UNDO, promise, Stands(True, promise.stands.start), promise.was)
        assert promise.was is not None
        return Attempt(Deed.UNDO, promise, Stands(True, promise.was), promise.stands.start)
