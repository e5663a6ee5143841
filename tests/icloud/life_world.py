"""What goes wrong around the app: faults, outages and moods of the server, each for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

from tests.icloud.life_scene import Scene, basename
from workestra_desktop.demo.icloud.client import HostName
from workestra_desktop.demo.icloud.faults import Kind

_STATUSES = (401, 403, 412, 429, 500, 502, 503, 504)
"""Not 404 and 410: of an object they are the truth, and “404/410 is success” (product.md [23, 25–27])."""

_FAULTS = [kind for kind in Kind if kind is not Kind.HANG]  # that one is for the app's end in mid-request
_METHODS = ("*", "*", "PROPFIND", "REPORT", "GET", "PUT", "DELETE")


class World:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._passing: list[tuple[datetime, str, Callable[[], None]]] = []

    def turn(self) -> None:
        """What has lasted long enough ends."""
        over = [each for each in self._passing if each[0] <= self._scene.now]
        self._passing = [each for each in self._passing if each[0] > self._scene.now]
        for _, what, end in over:
            self._scene.tell(f"{what} is over")
            end()

    def heal(self) -> None:
        """Everything ends."""
        for _, _, end in self._passing:
            end()
        self._passing.clear()
        self._scene.standin.clear()
        self._scene.standin.up()

    def act(self) -> None:
        rng = self._scene.rng
        acts = [
            (10, self._fault), (1, self._throttling), (2, self._outage), (2, self._expired), (1, self._moved_partition),
            (1, self._revoked), (4, self._mood), (2, self._ghosts), (2, self._read_only),
        ]  # fmt: skip
        rng.choices([act for _, act in acts], [weight for weight, _ in acts])[0]()

    def _lasts(self, what: str, end: Callable[[], None], hours: float) -> None:
        self._scene.tell(what)
        self._passing.append((self._scene.now + timedelta(hours=hours), what, end))

    def _going_on(self, what: str) -> bool:
        return any(name.startswith(what) for _, name, _ in self._passing)

    def _fault(self) -> None:
        rng, standin = self._scene.rng, self._scene.standin
        if self._going_on("fault"):
            return
        kind, method = rng.choice(_FAULTS), rng.choice(_METHODS)
        more: dict[str, Any] = {}
        if kind is Kind.DELAY:
            more["seconds"] = 0.01
        if kind in (Kind.RESET, Kind.TRUNCATE) and rng.random() < 0.7:
            more["after"] = rng.choice((0, 20, 300))
        if kind is Kind.LOGIN_PAGE and rng.random() < 0.4:
            more["location"] = "http://portal.example/"
        if kind is Kind.STATUS:
            more["status"] = rng.choice(_STATUSES)
            more["carried_out"] = rng.random() < 0.3
            if more["status"] in (429, 503):
                more["headers"] = {"Retry-After": str(rng.choice((1, 3, 30)))}
        times = rng.choice((1, 1, 2, 4, None))
        share = None if times is not None and rng.random() < 0.5 else rng.choice((0.2, 0.5, 0.9))
        fault = standin.fault(
            kind, method=method, times=times, probability=share, seed=rng.randrange(1000),
            nth=rng.choice((None, None, 2, 3)), **more,
        )  # fmt: skip
        what = f"fault {kind} for {method}, times {times}, share {share}, {more}"

        def end() -> None:
            self._scene.cut = self._scene.cut or (kind is Kind.CUT_LISTING and standin.struck(fault) > 0)
            standin.clear()

        self._lasts(what, end, rng.choice((0.5, 3, 10)))

    def _throttling(self) -> None:
        if not self._going_on("fault"):
            times = self._scene.rng.randint(2, 8)
            self._scene.standin.fault("status", status=503, headers={"Retry-After": "1"}, times=times)
            self._lasts(f"fault: throttled {times} times", self._scene.standin.clear, 5)

    def _outage(self) -> None:
        if self._going_on("outage"):
            return
        hosts: tuple[HostName | None, ...] = (None, None, "entry", "partition")
        host = self._scene.rng.choice(hosts)
        self._scene.standin.down(host)
        self._lasts(f"outage of {host or 'both'}", self._scene.standin.up, self._scene.rng.choice((1, 4, 12)))

    def _expired(self) -> None:
        variant = self._scene.rng.choice("ABCD")
        self._scene.standin.switch(invalid_token=variant)
        self._scene.standin.expire_tokens()
        self._scene.tell(f"all tokens expire, as in variant {variant}")

    def _moved_partition(self) -> None:
        if self._going_on("outage"):
            return
        old = self._scene.rng.choice(("refuse", "404", "421", "503"))
        self._scene.standin.move_partition(old)  # type: ignore[arg-type] # one of its four words
        self._scene.tell(f"the partition moves; the old one: {old}")

    def _revoked(self) -> None:
        self._scene.standin.revoke()
        self._scene.password = "-".join("".join(self._scene.rng.choices("abcdefgh", k=4)) for _ in range(4))
        self._scene.standin.allow(self._scene.password)
        self._scene.tell("the password is withdrawn; Apple gives another")

    def _mood(self) -> None:
        rng, standin = self._scene.rng, self._scene.standin
        name, on, off = rng.choice(
            [
                ("hide_new", rng.choice((90.0, 900.0, 7200.0)), 0.0),
                ("forget_etag_every", rng.choice((1, 2, 3)), 0),
                ("resave_every", rng.choice((1, 2, 3)), 0),
                ("tombstones", True, False),
                ("duplicates", True, False),
                ("cdata", False, True),
                ("gzip", True, False),
                ("delete_ignores_stale", True, False),
                ("bare_principal", True, False),
            ]
        )
        if not self._going_on(f"switch {name}"):
            standin.switch(**{name: on})
            self._lasts(f"switch {name} {on}", lambda: standin.switch(**{name: off}), rng.choice((3, 12, 40)))

    def _ghosts(self) -> None:
        """Some objects are listed and cannot be had, whosever they are.

        Not the event of a booking on its way out: to whom asks for a ghost it is not there, and “404/410 is success”
        (product.md [23, 25–27]). Nor one carried to where the app has not seen it: nobody can read its UID there, so
        it is in no calendar as far as anybody can tell ([20–22]).
        """
        scene = self._scene
        if self._going_on("ghosts"):
            return
        waiting = {intent.booking for intent in scene.place.store.outbox.all()}
        seen = {unquote(b.href) for b in scene.bookings().values() if b.live and b.id not in waiting}
        names = sorted(basename(path) for path in scene.objects() if path in scene.foreign or path in seen)
        if not names:
            return
        chosen = scene.rng.sample(names, min(len(names), scene.rng.randint(1, 3)))
        scene.ghosts = set(chosen)
        scene.standin.switch(ghosts="^(" + "|".join(name.replace(".", r"\.") for name in chosen) + ")$")

        def end() -> None:
            scene.standin.switch(ghosts="")
            scene.ghosts.clear()

        self._lasts(f"ghosts {chosen}", end, scene.rng.choice((0.1, 1, 8)))

    def _read_only(self) -> None:
        scene = self._scene
        name = scene.rng.choice(sorted(name for name, writable in scene.writable.items() if writable))
        if self._going_on("read-only"):
            return

        def give_back() -> None:
            if name in scene.writable:
                scene.standin.set_privileges(name, "all")

        scene.standin.set_privileges(name, "read")
        self._lasts(f"read-only {name}", give_back, scene.rng.choice((1, 5, 20)))
