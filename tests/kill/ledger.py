"""What the host decided, kept by the driver: nothing of it is read back from the app but what a killed process may or
may not have decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]
"""A booking as the command lists it."""


class Deed(StrEnum):
    """What a process is asked for; `NOTHING` is a mere look at the list."""

    BOOK = "book"
    MOVE = "move"
    CANCEL = "cancel"
    UNDO = "undo"
    SYNC = "sync"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Stands:
    """A booking: whether it is live, and when it begins."""

    live: bool
    start: datetime


@dataclass(slots=True)
class Promise:
    """One booking. `stands` is None until it is known to be decided."""

    guest: str
    id: str = ""
    stands: Stands | None = None
    was: datetime | None = None
    """Where its last move took it from."""
    phone_start: datetime | None = None
    """Where the phone has moved its event, until the app has followed."""
    phone_deleted: bool = False
    story: list[str] = field(default_factory=list)
    """What was done with it, for whoever must find out what went wrong."""

    @property
    def settled(self) -> bool:
        """Whether nothing the phone did to it is still to be followed."""
        return self.phone_start is None and not (self.phone_deleted and self.stands and self.stands.live)

    def allowed(self) -> set[Stands | None]:
        """How the app may list it now."""
        found = {self.stands}
        if self.stands is not None and self.stands.live:
            if self.phone_start is not None:
                found.add(Stands(True, self.phone_start))
            if self.phone_deleted:
                found.add(Stands(False, self.stands.start))
        return found

    def followed(self, seen: Stands | None) -> None:
        """The app lists it as `seen`, one of `allowed`."""
        if self.phone_start is not None and seen == Stands(True, self.phone_start):
            assert self.stands is not None
            self.was, self.phone_start = self.stands.start, None
        self.stands = seen


@dataclass(frozen=True, slots=True)
class Attempt:
    """One decision on its way: `after` is how the booking stands once it is made. `promise` is None for a mere poll."""

    deed: Deed
    promise: Promise | None = None
    after: Stands | None = None
    was: datetime | None = None
    """`Promise.was` once it is made."""


@dataclass(slots=True)
class Ledger:
    promises: dict[str, Promise] = field(default_factory=dict)
    """By guest: each booking has its own."""
    made: Counter[Deed] = field(default_factory=Counter)
    """Decisions that were made, acknowledged or not."""
    acknowledged: int = 0
    in_flight: int = 0
    """Decisions whose process was killed before it had acknowledged them."""
    in_flight_made: int = 0
    """Those of them that were decided all the same."""

    def known(self) -> list[Promise]:
        return [p for p in self.promises.values() if p.stands is not None]

    def settle(self, attempt: Attempt, rows: Sequence[Row], *, acknowledged: bool, how: str = "") -> list[str]:
        """Holds what the app lists against what was decided, with `attempt` as the last decision; says what is wrong.

        An acknowledged decision must be there; of one in flight either all or nothing. What it is found to be holds
        from now on. `how` goes into the booking's story.
        """
        seen = listed(rows)
        wrong = [f"{guest} is listed {len(found)} times" for guest, found in seen.items() if len(found) > 1]
        wrong += [f"{guest} is listed and was never asked for" for guest in seen if guest not in self.promises]
        for guest, promise in self.promises.items():
            row = seen.get(guest, [None])[0]
            stands = None if row is None else stands_of(row)
            allowed = promise.allowed()
            if promise is attempt.promise:
                allowed = {attempt.after} if acknowledged else allowed | {attempt.after}
                self._count(attempt, made=stands == attempt.after, acknowledged=acknowledged)
                known = "acknowledged" if acknowledged else "not acknowledged"
                sync = "-" if row is None else f"{row['status']}, {row['sync']}"
                promise.story.append(f"{how}: {_words(attempt.after)} {known}; listed {_words(stands)} ({sync})")
            if stands not in allowed:
                wrong.append(f"{guest} {promise.id}: decided {_words(*allowed)}, listed {_words(stands)}")
            if promise is attempt.promise and stands == attempt.after:
                promise.was, promise.phone_start = attempt.was, None
            if row is not None:
                promise.id = row["id"]
            promise.followed(stands)
        return wrong

    def _count(self, attempt: Attempt, *, made: bool, acknowledged: bool) -> None:
        self.acknowledged += acknowledged
        self.in_flight += not acknowledged
        self.in_flight_made += made and not acknowledged
        self.made[attempt.deed] += made


def listed(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["guest"], []).append(row)
    return found


def stands_of(row: Row) -> Stands:
    return Stands(row["status"] != "cancelled", datetime.fromisoformat(row["start"]))


def _words(*states: Stands | None) -> str:
    return " or ".join(
        "nothing" if s is None else f"{'live' if s.live else 'cancelled'} at {s.start.astimezone(UTC):%m-%d %H:%M}"
        for s in states
    )
