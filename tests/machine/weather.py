"""What goes wrong between the app and iCloud: each fault until it has struck often enough, or until it clears up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.machine.account import Account
from workestra_desktop.demo.icloud.faults import Kind

METHODS = ("*", "PUT", "*", "GET", "DELETE", "REPORT", "PROPFIND")

FAULTS: dict[str, dict[str, Any]] = {
    "request lost": {"kind": Kind.CLOSE},
    "answer lost": {"kind": Kind.LOSE_ANSWER},
    "reset": {"kind": Kind.RESET},
    "reset in the answer": {"kind": Kind.RESET, "after": 20},
    "answer cut": {"kind": Kind.TRUNCATE},
    "listing cut": {"kind": Kind.CUT_LISTING, "method": "REPORT"},
    "503 with Retry-After": {"kind": Kind.STATUS, "status": 503, "headers": {"Retry-After": "3"}},
    "503 for long": {"kind": Kind.STATUS, "status": 503, "headers": {"Retry-After": "900"}},
    "500": {"kind": Kind.STATUS, "status": 500},
    "502, carried out": {"kind": Kind.STATUS, "status": 502, "carried_out": True},
    "504, carried out": {"kind": Kind.STATUS, "status": 504, "carried_out": True},
    "403": {"kind": Kind.STATUS, "status": 403},
    "401": {"kind": Kind.STATUS, "status": 401},
    "412 to a PUT": {"kind": Kind.STATUS, "status": 412, "method": "PUT"},
    "412 to a DELETE": {"kind": Kind.STATUS, "status": 412, "method": "DELETE"},
    "no etag": {"kind": Kind.NO_ETAG},
    "garbage": {"kind": Kind.GARBAGE},
    "empty multistatus": {"kind": Kind.EMPTY_MULTISTATUS},
    "login page": {"kind": Kind.LOGIN_PAGE},
}
"""Not 404 and 410: of an object they are the truth, and “404/410 is success” (product.md [23, 25–27])."""

MOODS: dict[str, tuple[Any, Any]] = {
    "resave_every": (2, 0),
    "forget_etag_every": (1, 0),
    "tombstones": (True, False),
    "hide_new": (1800.0, 0.0),
    "duplicates": (True, False),
    "gzip": (True, False),
    "delete_ignores_stale": (True, False),
}
"""Switches of the stand-in: on, off."""


@dataclass(frozen=True, slots=True)
class Break:
    """A fault of `FAULTS`, or “hang”, from the nth request of a method on, so many times."""

    name: str
    method: str
    nth: int
    times: int


class Weather:
    """`struck` counts by name which faults met a request."""

    def __init__(self, account: Account, struck: Counter[str]) -> None:
        self._account = account
        self._struck = struck
        self._set: dict[int, str] = {}
        self._hang: int | None = None
        self._hung = False
        self.ghosts: set[str] = set()
        """Names of objects that are listed and cannot be had."""
        self.cut = False
        """Whether a difference came without its last half, well-formed."""
        self.fair = True
        """Whether nothing at all goes wrong."""
        self.refused = False
        """Whether writes met a change of the event that nobody made: after two the host is asked."""

    def fault(self, what: Break) -> None:
        self.fair = False
        settings: dict[str, Any] = {"method": what.method, "nth": what.nth, "times": what.times} | FAULTS[what.name]
        if settings["method"] != what.method:
            settings["nth"] = 1  # few requests are of the one method that it is about
        self._set[self._account.faults.add(**settings)] = what.name

    def hang(self, method: str, nth: int) -> None:
        """One request gets no answer until `let_go`; then it is carried out, whoever still waits for it."""
        self.fair = False
        if self._hang is None:
            self._hang = self._account.faults.add("hang", method=method, nth=nth)

    @property
    def hanging(self) -> bool:
        """Whether a request may hang from now on."""
        return self._hang is not None

    def let_go(self) -> None:
        if self._hang is not None:
            self.count()
            self._account.faults.release(self._hang)
            self._account.await_quiet()
            self._hang, self._hung = None, False

    def count(self) -> None:
        """Notes which faults struck since the last time."""
        for number, name in list(self._set.items()):
            if times := self._account.faults.struck(number):
                self._struck[name] += times
                self.cut = self.cut or name == "listing cut"
                self.refused = self.refused or name == "412 to a PUT"
                self._set.pop(number)
        if self._hang is not None and not self._hung and self._account.faults.struck(self._hang):
            self._struck["hang"] += 1
            self._hung = True

    def mood(self, name: str) -> None:
        self.fair = False
        on, _ = MOODS[name]
        self._account.site.cloud.switches.__setattr__(name, on)
        self.refused = self.refused or name == "resave_every"
        self._struck[f"switch {name}"] += 1

    def expire(self, variant: str) -> None:
        self.fair = False
        self._account.cloud.switches.invalid_token = variant
        self._account.cloud.expire_tokens()
        # With D a whole listing comes as a difference: of what is gone, and was all that had not changed, it says
        # nothing. The app finds a few by asking for them, more by its daily listing.
        self.cut = self.cut or variant == "D"
        self._struck["tokens expired"] += 1

    def haunt(self, name: str) -> None:
        self.fair = False
        self.ghosts.add(name)
        self._tell_ghosts()
        self._struck["ghost"] += 1

    def down(self) -> None:
        self.fair = False
        self._account.site.down()
        self._struck["outage"] += 1

    def clears_up(self) -> None:
        """Every fault ends."""
        self.count()
        self.let_go()
        self.fair = not self.cut
        self._account.faults.clear()
        self._set.clear()
        self.ghosts.clear()
        self._tell_ghosts()
        for name, (_, off) in MOODS.items():
            setattr(self._account.cloud.switches, name, off)
        self._account.site.up()

    def _tell_ghosts(self) -> None:
        names = "|".join(sorted(name.replace(".", r"\.") for name in self.ghosts))
        self._account.cloud.switches.ghosts = f"^({names})$" if names else ""
