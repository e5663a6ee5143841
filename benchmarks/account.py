"""The stand-in for iCloud with N events, and a desk on a profile of it, as the app itself puts one together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.calendars import objects
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.commands import SignIn, SyncNow, SyncReport
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.desk import Desk

_LOT = 1000
"""Objects that are handed to the stand-in at a time."""


class Known:
    """A keychain that has the password and forgets nothing."""

    def read(self, _apple_id: str) -> str | None:
        return StandIn.password

    def keep(self, _apple_id: str, _password: str) -> bool:
        return True

    def forget(self, _apple_id: str) -> None:
        raise RuntimeError("nobody signs out in a benchmark")


@contextmanager
def account(folder: Path, events: int, calendars: int = 3) -> Iterator[StandIn]:
    """A stand-in of its own, with `events` spread evenly over `calendars` (`c0`, `c1`, …)."""
    folder.mkdir(parents=True, exist_ok=True)
    with StandIn(folder / "standin.log") as standin:
        standin.reset([])
        for n in range(calendars):
            standin.mkcalendar(f"c{n}", f"Calendar {n}", components=["VEVENT"])
            share = events // calendars + (n < events % calendars)
            texts = iter(objects(share, datetime.now(UTC).date(), seed=n + 1).items())
            while lot := dict(islice(texts, _LOT)):
                standin.seed(f"c{n}", lot)
        yield standin
        broken = standin.failures()
        if broken:
            raise RuntimeError(f"The stand-in broke: {broken[0]}")


@contextmanager
def desk_on(profile: Path, url: str) -> Iterator[Desk]:
    profile.mkdir(parents=True, exist_ok=True)
    with open_desk(profile, {**os.environ, "WORKESTRA_ENDPOINT": url}, vault=Known()) as desk:
        yield desk


def signed_in(desk: Desk) -> None:
    """Connected, with the calendars listed and not one event read."""
    desk.execute(SignIn(StandIn.user, StandIn.password))


def polled(desk: Desk) -> SyncReport:
    report = desk.execute(SyncNow())
    if not isinstance(report, SyncReport) or not desk.complete():
        raise RuntimeError("A poll did not read everything.")
    return report
