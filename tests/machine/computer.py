"""The host's computer: a desk on a profile that can die at any point and be started again on what was on the disk."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tests.machine.account import Account, booking_of
from tests.support.desks import Workplace
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import SyncReport
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.store.profile import FILE
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.interrupt import Stopped
from workestra_desktop.sync.wire import Limits, Reply, Wire

PATIENT = Limits(connect=20, idle=20, total=60)
IMPATIENT = Limits(connect=20, idle=0.1, total=60)
"""While a request hangs."""

MOST_REQUESTS = 150
"""In one piece of work: far more than any needs here, far less than a loop that does not end."""


WRITES = ("PUT", "DELETE")


class Died(BaseException):
    """The process is gone. Whatever the code still does on its way out happens on a disk nobody looks at any more."""


class Wrong(AssertionError):  # noqa: N818 - a finding
    """An invariant does not hold."""


class Where(StrEnum):
    """At which point of a piece of work the process ends."""

    BEFORE_REQUEST = "before a request"
    AFTER_REQUEST = "after a request"
    BEFORE_WRITE = "before a PUT or DELETE"
    AFTER_WRITE = "after a PUT or DELETE"
    BEFORE_COMMIT = "before a commit"
    AFTER_COMMIT = "after a commit"
    YIELD = "at a yield"
    STOPPED = "stopped at a request"  # not a death: the app is told to end


@dataclass(frozen=True, slots=True)
class Fate:
    where: Where
    nth: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece of work: its failure, or the point at which the process ended."""

    result: object = None
    failure: Failure | None = None
    ended: Where | None = None

    @property
    def done(self) -> bool:
        return self.failure is None and self.ended is None


class Computer:
    """`meanwhile` hears of each request of the app before it goes: its number in the piece of work, method, address."""

    def __init__(self, account: Account, folder: Path, now: datetime, password: str) -> None:
        self.account = account
        self.fate: Fate | None = None
        self.hangs: Callable[[], bool] = lambda: False
        self.meanwhile: Callable[[int, str, str], None] = lambda _number, _method, _url: None
        self.requests = 0
        """In this piece of work."""
        self._password = password
        self._working = False
        self._folder = folder
        self._disk = folder / "disk 0"
        self._disks = itertools.count(1)
        self._image: Path | None = None
        self._steps: Iterator[None] | None = None
        self._reports: list[SyncReport] = []
        self._writes = self._commits = self._yields = 0
        self.place = self._started(now)

    # --- the process -------------------------------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        return self.place.clock.at

    @now.setter
    def now(self, at: datetime) -> None:
        self.place.clock.at = at

    def restart(self) -> None:
        """Ends the process politely, and starts another."""
        self._drop_round()
        self.place.store.close()
        self.place = self._started(self.now)

    def die(self) -> None:
        """The process ends where nothing is under way."""
        self._take_image()
        self._rise()

    def close(self) -> None:
        self._drop_round()
        self.place.store.close()
        shutil.rmtree(self._folder)

    def _take_image(self) -> None:
        """What is on the disk at this moment, an open transaction's pages included."""
        self._image = self._folder / f"disk {next(self._disks)}"
        self._image.mkdir()
        for name in (FILE, f"{FILE}-wal"):
            if (self._disk / name).exists():
                shutil.copyfile(self._disk / name, self._image / name)

    def _rise(self) -> None:
        """Another process, on the disk of the one that died."""
        assert self._image is not None
        now = self.now
        self._drop_round()
        self.place.store.close()
        shutil.rmtree(self._disk)
        self._disk, self._image = self._image, None
        self.place = self._started(now)

    def _started(self, now: datetime) -> Workplace:
        place = self.opened(now)
        place.desk.around.vault.keep(self.account.cloud.APPLE_ID, self._password)
        place.store._database._connection = _Mortal(place.store._database._connection, self)  # type: ignore[assignment]
        return place

    def opened(self, now: datetime) -> Workplace:
        """One more desk on the same profile, whose requests are looked at like all others."""
        place = Workplace(self._disk, self.account.url, limits=PATIENT)
        place.clock.at = now

        def gateway(user: str, secret: str, home: str | None) -> Gateway:
            endpoint = place.desk.around.endpoint
            wire = _Watched(endpoint, user, secret, place.interrupt, PATIENT)
            wire.computer, wire.place = self, place
            return Gateway(wire, endpoint, place.clock, home, pause=place._pause)

        place.desk.around = replace(place.desk.around, gateway=gateway)
        return place

    # --- work --------------------------------------------------------------------------------------------------

    def work(self, do: Callable[[], object]) -> Outcome:
        """Runs a piece of work as far as the fate lets it, and starts the next process if this one ended."""
        self.requests = self._writes = self._commits = self._yields = 0
        self._working = True
        try:
            return Outcome(do())
        except Failure as failure:
            if failure.trouble.code is Code.DEFECT:
                raise
            return Outcome(failure=failure)
        except Died:
            assert self.fate is not None
            where, self.fate = self.fate.where, None
            self._rise()
            return Outcome(ended=where)
        except Stopped:
            self.fate = None
            self.restart()
            return Outcome(ended=Where.STOPPED)
        finally:
            self._working = False

    @property
    def busy(self) -> bool:
        """Whether a piece of work or a round is under way."""
        return self._working or self.in_round

    @property
    def in_round(self) -> bool:
        return self._steps is not None

    def round(self, steps: int | None = None) -> SyncReport | None:
        """Goes on with the round, or begins one; with `steps` it may be left unfinished. For `work`."""
        if self._steps is None:
            self._reports = []
            self._steps = self.place.desk.round(into=self._reports)
        try:
            for _ in itertools.islice(self._steps, steps):
                self._yields += 1
                self._end_here(Where.YIELD, self._yields)
                if self._yields > MOST_REQUESTS:
                    raise Wrong("a round does not end")
            if steps is None or self._reports:
                self._steps = None
        except BaseException:
            self._steps = None
            raise
        return self._reports[0] if self._reports else None

    def _drop_round(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()  # type: ignore[attr-defined] # a generator, as the engine knows too

    def _end_here(self, where: Where, number: int) -> None:
        if self.fate == Fate(where, number):
            self._take_image()
            raise Died

    def before_request(self, place: Workplace, method: str, url: str, body: str) -> None:
        self.requests += 1
        if self.requests > MOST_REQUESTS:
            raise Wrong(f"{self.requests} requests in one piece of work")
        if place.store._database._inside():
            raise Wrong(f"a {method} inside a transaction")
        if method == "PUT":
            booking = place.store.bookings.get(booking_of(body) or "")
            if booking is None or not booking.live:
                raise Wrong(f"an event is written for {booking}")
        self.meanwhile(self.requests, method, url)
        self._end_here(Where.BEFORE_REQUEST, self.requests)
        if method in WRITES:
            self._writes += 1
            self._end_here(Where.BEFORE_WRITE, self._writes)
        if self.fate == Fate(Where.STOPPED, self.requests):
            place.interrupt.stop()

    def after_request(self, method: str) -> None:
        self._end_here(Where.AFTER_REQUEST, self.requests)
        if method in WRITES:
            self._end_here(Where.AFTER_WRITE, self._writes)

    def before_commit(self) -> None:
        self._commits += 1
        self._end_here(Where.BEFORE_COMMIT, self._commits)

    def after_commit(self) -> None:
        self._end_here(Where.AFTER_COMMIT, self._commits)

    # --- looking -----------------------------------------------------------------------------------------------

    def bookings(self) -> dict[str, Booking]:
        return {booking.id: booking for booking in self.place.desk.bookings()}

    def database_is_sound(self) -> None:
        """Raises Wrong."""
        rows = self.place.store.database.rows
        if (found := rows("PRAGMA integrity_check")) != [("ok",)]:
            raise Wrong(f"the database is damaged: {found}")
        if found := rows("PRAGMA foreign_key_check"):
            raise Wrong(f"the database has loose ends: {found}")


class _Watched(Wire):
    """A wire on which every request is counted, at which the process may die."""

    computer: Computer
    place: Workplace

    def send(self, method: str, url: str, body: str = "", headers: Mapping[str, str] | None = None) -> Reply:
        self._limits = IMPATIENT if self.computer.hangs() else PATIENT
        if self._session is not None:
            self._session._limits = self._limits
        self.computer.before_request(self.place, method, url, body)
        try:
            return super().send(method, url, body, headers)
        finally:
            self.computer.after_request(method)


class _Mortal:
    """A connection to the database at whose commits the process may die."""

    def __init__(self, real: object, computer: Computer) -> None:
        self._real = real
        self._computer = computer

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)

    def execute(self, sql: str, *values: object) -> object:
        execute = self._real.execute  # type: ignore[attr-defined]
        if sql != "COMMIT":
            return execute(sql, *values)
        self._computer.before_commit()
        done = execute(sql, *values)
        self._computer.after_commit()
        return done
