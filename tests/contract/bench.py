"""One account under test: the gateway, another device that writes behind its back, and the calendars made for both.

Everything happens inside calendars of the suite's own. A write to anywhere else is stopped before it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from tests.contract.targets import Account, Difference, Target
from tests.live.hand import Hand, Watch
from workestra_desktop.core.calendar import Listed
from workestra_desktop.sync import dav
from workestra_desktop.sync.gateway import Discovered, Gateway
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Wire

NAME = "Workestra contract ü & <b>"


@dataclass(frozen=True, slots=True)
class Bench:
    target: Target
    account: Account
    gateway: Gateway
    found: Discovered
    hand: Hand
    """Another device of the same account: raw requests, nothing of the gateway."""
    watch: Watch
    calendar: str
    """Canonical path of an empty calendar made for this test."""

    def href(self, name: str, calendar: str = "") -> str:
        """Canonical path of the object with this (decoded) name."""
        return dav.path_of((calendar or self.calendar) + quote(name, safe=""))

    def listed(self) -> Listed:
        """The test's calendar in a fresh listing."""
        calendars, _ = self.gateway.listing(self.found.principal)
        return next(c for c in calendars if c.path == self.calendar)

    def another_calendar(self, component: str = "VEVENT") -> str:
        path, reply = self.hand.mkcalendar(NAME, component)
        assert reply.status == 201
        return path

    def put_elsewhere(self, href: str, text: str) -> None:
        """The other device writes, whatever was there before."""
        status = self.hand.put(href, text).status
        assert status in (200, 201, 204), f"PUT was answered {status}"

    def delete_elsewhere(self, href: str) -> None:
        status = self.hand.send("DELETE", href).status
        assert status in (200, 204), f"DELETE was answered {status}"

    def stored_text(self, href: str) -> str | None:
        """What the other device reads."""
        reply = self.hand.send("GET", href)
        return reply.body.decode() if reply.status == 200 else None

    def cost(self, work: Callable[[], object]) -> list[str]:
        """The methods of the requests that `work` sends."""
        before = len(self.watch.sent)
        work()
        return self.watch.sent[before:]

    def differs(self, difference: Difference) -> bool:
        return difference in self.target.differs

    def unless(self, difference: Difference) -> None:
        """Skips the test, with the documented reason, where the server differs."""
        if difference in self.target.differs:
            pytest.skip(f"{self.target.name}: {self.target.differs[difference]}")


@contextmanager
def bench(target: Target, account: Account) -> Iterator[Bench]:
    """A bench with a calendar of its own, removed with all others the test made, whatever happens."""
    watch = Watch(target.pause)
    gateway = gateway_of(account, watch)
    found = gateway.discover()
    hand = Hand(account.endpoint, account.user, account.password, found.home, watch)
    try:
        calendar, reply = hand.mkcalendar(NAME)
        if reply.status != 201:
            pytest.skip(f"{target.name} answers MKCALENDAR with {reply.status}, and no other calendar is touched")
        yield Bench(target, account, gateway, found, hand, watch, calendar)
    finally:
        left = hand.clean()
        gateway.close()
        hand.close()
        assert left == [], "calendars that could not be removed"
        assert watch.strayed == []


def gateway_of(account: Account, watch: Watch | None = None, password: str | None = None) -> Gateway:
    secret = account.password if password is None else password
    interrupt = Interrupt()
    wire = Wire(account.endpoint, account.user, secret, interrupt, sent=watch)
    return Gateway(wire, account.endpoint, lambda: datetime.now(UTC), pause=interrupt.wait)
