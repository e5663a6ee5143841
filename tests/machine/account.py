"""The account of a machine's example: the stand-in for iCloud in this process, and what a wire did to its objects.

One pair of hosts on loopback serves all examples. An example begins with a stored beginning of the account, so that no
time goes into signing in.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import unquote

from workestra_desktop.demo.icloud import paths
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.site import Site

CALENDARS = (
    {"name": "home", "displayname": "Home", "order": 1},
    {"name": "work", "displayname": "Work", "order": 2},
    {"name": "family", "displayname": "Family", "order": 3},
)
_OURS = re.compile(r"X-WORKESTRA-BOOKING:(\S+)")
_QUIET_WITHIN = 20.0


def booking_of(text: str) -> str | None:
    """The booking that an event says it stands for."""
    found = _OURS.search(text)
    return found[1] if found else None


def uid_of(text: str) -> str:
    return next(line.removeprefix("UID:") for line in text.splitlines() if line.startswith("UID:"))


def folder_of(path: str) -> str:
    """The name of the calendar."""
    return path.split("/")[-2]


def name_of(path: str) -> str:
    return path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """One object as a request of the app left it; `after` is None for a deletion. `twins` are the paths of other events
    of the same booking at that moment, the phone's own copies left out; `foreign` says that the object was the phone's.
    """

    method: str
    path: str
    before: str | None
    after: str | None
    twins: tuple[str, ...]
    foreign: bool

    @property
    def booking(self) -> str | None:
        return booking_of(self.after or self.before or "")


@dataclass(frozen=True, slots=True)
class Beginning:
    """An account that was stored, to start from again."""

    database: sqlite3.Connection
    stamp: int


class Account:
    """Not thread-safe but for the requests themselves."""

    def __init__(self) -> None:
        self.site = Site()
        self.cloud = self.site.cloud
        self.faults = self.site.backstage.faults
        self.foreign: dict[str, str] = {}
        """The text of every object that the phone made, by path."""
        self.changes: list[Change] = []
        """What requests changed since this was last emptied."""

    def __enter__(self) -> Self:
        for listener in (self.site.entry, self.site.partition):
            listener.respond = self._noting(listener.respond)
        self.site.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.site.close()

    @property
    def url(self) -> str:
        return self.site.addresses()["entry"]

    # --- an example's begin ------------------------------------------------------------------------------------

    def clear(self, now: datetime, calendars: tuple[dict[str, object], ...] = CALENDARS) -> None:
        self.site.reset(calendars)
        self.site.backstage.clock.set(now)
        self.foreign.clear()
        self.changes.clear()

    def stored(self) -> Beginning:
        copy = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._database.backup(copy)
        return Beginning(copy, self.cloud._account.stamps.last)

    def begin_with(self, beginning: Beginning, now: datetime) -> None:
        """Also the stamps, so that an example has the same etags whenever it is played."""
        self.clear(now, ())
        beginning.database.backup(self._database)
        self.cloud._account.stamps.last = beginning.stamp

    @property
    def _database(self) -> sqlite3.Connection:
        return self.cloud._account.storage._db

    # --- looking -----------------------------------------------------------------------------------------------

    def objects(self) -> dict[str, str]:
        """The texts of everything in the account by path, also of what is hidden from listings."""
        with self.cloud._lock:
            rows = self._database.execute("SELECT collection, name, body FROM objects ORDER BY collection, name")
            return {paths.plain(collection, name): body.decode() for collection, name, body in rows}

    def calendars(self) -> list[str]:
        """The names of those that take events, in the order in which they were made."""
        return [
            c.name
            for c in self.cloud._account.storage.collections()
            if c.kind.value == "calendar" and "VEVENT" in c.components
        ]

    def events_of(self, booking: str, objects: dict[str, str] | None = None) -> list[str]:
        """Where the events lie that the app made for a booking."""
        return [
            path
            for path, text in (self.objects() if objects is None else objects).items()
            if path not in self.foreign and booking_of(text) == booking
        ]

    def await_quiet(self) -> None:
        """Until no request is under way."""
        self.site.backstage.journal.await_quiet(_QUIET_WITHIN)

    def _noting(self, respond: Callable[[Request], Answer]) -> Callable[[Request], Answer]:
        def noted(request: Request) -> Answer:
            if request.method not in ("PUT", "DELETE"):
                return respond(request)
            with self.cloud._lock:
                path = unquote(request.path)
                before = self._text(path)
                answer = respond(request)
                after = self._text(path)
                if answer.status in (200, 201, 204) and after != before:
                    name = booking_of(after or before or "")
                    twins = [p for p in self.events_of(name) if p != path] if name else []
                    self.changes.append(Change(request.method, path, before, after, tuple(twins), path in self.foreign))
                return answer

        return noted

    def _text(self, path: str) -> str | None:
        if path.endswith("/"):
            return None
        found = self.cloud.get(path)
        return None if found is None else found[0]


@contextmanager
def account() -> Iterator[Account]:
    with Account() as running:
        yield running
