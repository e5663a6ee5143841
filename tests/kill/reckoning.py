"""Afterwards: everything starts anew until nothing is left to do, and then the driver's ledger, the app's list, the
account and the database are held against each other."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from tests.kill.account import CALENDARS, OurEvent, our_events, stored
from tests.kill.driver import RECHECK, Driver
from tests.kill.ledger import Attempt, Deed
from tests.kill.processes import Command, Worker, tracebacks

_ROUNDS = 8
_AN_HOUR_AND_MORE = 2 * 3600.0
"""Seconds: how long the app looks for an event whose creation was lost on its way before its cancel is done with."""


@dataclass(slots=True)
class Reckoning:
    """Each list names what it counts."""

    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    foreign_changed: list[str] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)
    database: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)
    """What went wrong on the way: refusals and tracebacks."""
    left_over: list[str] = field(default_factory=list)
    live: int = 0
    cancelled: int = 0
    foreign: int = 0
    rounds: int = 0
    waited_an_hour: bool = False

    @property
    def sound(self) -> bool:
        kept = (self.lost, self.doubled, self.foreign_changed, self.unsettled, self.database)
        return not any((*kept, self.defects, self.left_over))


def reckon(driver: Driver) -> Reckoning:
    found = Reckoning(lost=list(driver.not_kept), defects=list(driver.refused))
    driver.end_all()
    _calm_down(driver, found)
    rows = Command(driver.app, {"do": "list"}).result()
    found.lost += driver.ledger.settle(Attempt(Deed.NOTHING), rows, acknowledged=True)
    _bookings(driver, rows, our_events(driver.server), found)
    _others(driver, found)
    _database(driver, found)
    found.defects += tracebacks(driver.app)
    found.left_over += driver.left_over
    return found


def _calm_down(driver: Driver, found: Reckoning) -> None:
    """Rounds until one is a single request; a deletion is followed after two looks."""
    report: dict[str, Any] = {}
    while found.rounds < _ROUNDS:
        found.rounds += 1
        report = Command(driver.app, {"do": "sync"}).result()
        if _calm(report):
            return
        if found.rounds == _ROUNDS - 4 and report.get("waiting"):
            _two_hours_later(driver)
            found.waited_an_hour = True
        time.sleep(RECHECK + 0.1)
    found.unsettled.append(f"after {found.rounds} rounds: {report}")


def _calm(report: dict[str, Any]) -> bool:
    return report.get("requests") == 1 and not (report["waiting"] or report["changed"] or report["problems"])


def _two_hours_later(driver: Driver) -> None:
    worker = Worker(driver.app, ahead=_AN_HOUR_AND_MORE)
    try:
        worker.do({"do": "sync"})
    finally:
        worker.kill()


def _bookings(driver: Driver, rows: list[dict[str, Any]], events: list[OurEvent], found: Reckoning) -> None:
    by_booking: dict[str, list[OurEvent]] = {}
    for event in events:
        by_booking.setdefault(event.booking, []).append(event)
    listed = {row["guest"]: row for row in rows}
    for promise in driver.ledger.promises.values():
        row = listed.get(promise.guest)
        there = by_booking.pop(promise.id, []) if promise.id else []
        # What the phone did last is where the event stands; else what was decided last.
        live = promise.stands is not None and promise.stands.live and not promise.phone_deleted
        if not live:
            found.cancelled += promise.stands is not None
            found.doubled += [f"{promise.guest}: no meeting, and yet {event.path}" for event in there]
            continue
        assert promise.stands is not None
        found.live += 1
        start = promise.phone_start or promise.stands.start
        if row is None or row["status"] == "cancelled" or not there:
            found.lost.append(f"{promise.guest} {promise.id}: list {row and row['status']}, {len(there)} events")
        found.doubled += [f"{promise.guest} again: {event.path}" for event in there[1:]]
        if there and (there[0].start != start or (there[0].end - start).total_seconds() != 1800):
            found.lost.append(f"{promise.guest} {promise.id}: decided {start}, in iCloud {there[0].start}")
        if row is not None and (row["status"], row["sync"]) != ("confirmed", "synced"):
            found.unsettled.append(f"{promise.guest} {promise.id}: {row['status']}, {row['sync']}, {row['concern']}")
    found.doubled += [f"of no booking: {e.path}" for left in by_booking.values() for e in left]
    guests = Counter(row["guest"] for row in rows)
    found.doubled += [f"{guest} is listed {count} times" for guest, count in guests.items() if count > 1]


def _others(driver: Driver, found: Reckoning) -> None:
    now = stored(driver.server)
    found.foreign = len(driver.foreign)
    found.foreign_changed += [path for path, data in driver.foreign.items() if now.get(path) != data]
    marked = {event.path for event in our_events(driver.server)}
    found.foreign_changed += [f"new: {path}" for path in now if path not in driver.foreign and path not in marked]
    assert {path.split("/")[-2] for path in driver.foreign} == set(CALENDARS)


def _database(driver: Driver, found: Reckoning) -> None:
    with closing(sqlite3.connect(driver.app.folder / "profile" / "workestra.sqlite3")) as connection:
        check = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found.database += [] if check == ["ok"] else check
        found.database += [str(row) for row in connection.execute("PRAGMA foreign_key_check")]
        found.unsettled += [f"intent {row}" for row in connection.execute("SELECT * FROM intents")]
