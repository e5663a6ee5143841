"""Thirty days of a simulated life, and whether everybody agrees in the end.

`python -m tests.icloud.life --seeds 1000-1100 [--days 30] [--story]` lives many and sums up; exit code 1 if one ended
in a disagreement.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import keyring

from tests.icloud.life_agreement import agree
from tests.icloud.life_host import Host
from tests.icloud.life_phone import Phone
from tests.icloud.life_scene import Disagreement, Scene
from tests.icloud.life_world import World
from tests.support.keyring_backend import MemoryKeyring
from workestra_desktop.core.booking import Status
from workestra_desktop.core.commands import SyncNow, SyncReport
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.desk import CONFIRM_REFUSAL

DAYS = 30
_CALENDARS = (
    {"name": "home", "displayname": "Home", "order": 1},
    {"name": "work", "displayname": "Work", "order": 2},
    {"name": "family", "displayname": "Family", "order": 3, "shared": "with-me", "owner_name": "Family Organizer"},
    {"name": "club", "displayname": "Club", "order": 4, "shared": "with-me", "privileges": "read"},
)
_ROUNDS = 60
"""After a life, until everything is quiet; each is 11 minutes, an hour, or what is due."""


class Life:
    def __init__(self, seed: int, standin: StandIn, folder: Path) -> None:
        self.rng = random.Random(seed)
        standin.reset(_CALENDARS)
        self.scene = Scene(self.rng, standin, folder / "profile")
        self.scene.writable = {str(c["name"]): c.get("privileges") != "read" for c in _CALENDARS}
        self._fresh = folder / "fresh"
        self._world = World(self.scene)
        self._phone = Phone(self.scene)
        self._host = Host(self.scene)

    def live(self, days: int = DAYS) -> None:
        """Raises Disagreement, or whatever else the app raises that it should not."""
        scene = self.scene
        try:
            scene.place.connect()
            first = scene.now.replace(hour=0, minute=0)
            for day in range(days):
                for minute in sorted(self.rng.sample(range(7 * 60, 22 * 60), self.rng.randint(1, 4))):
                    scene.wait_until(first + timedelta(days=day, minutes=minute))
                    self._hour()
            self._settle()
            scene.check_one_at_a_time()
            agree(scene, self._fresh)
        finally:
            scene.close()

    def _hour(self) -> None:
        self._world.turn()
        if self.rng.random() < 0.25:
            self._world.act()
        while self.rng.random() < 0.35:
            self._phone.act()
        if self.rng.random() < 0.5:
            self._host.act()
            while self.rng.random() < 0.25:
                self._phone.act()  # before what the host decided is sent, if the app could not or should not
        if self.rng.random() < 0.85:
            self._poll()
        self._host.attend()

    def _poll(self) -> None:
        """What the engine's timer does, with what is due soon after; sometimes by hand, sometimes not to the end."""
        scene = self.scene
        for _ in range(3):
            account = scene.place.desk.account()
            if account.locked:
                return
            chance = self.rng.random()
            if chance < 0.04:
                self._abandoned()
            elif chance < 0.08:
                method = self.rng.choice(("PROPFIND", "REPORT", "PUT", "DELETE"))
                scene.interrupted("poll", method, self._round)
            elif chance < 0.14:
                scene.attempt("sync now", lambda: scene.place.desk.execute(SyncNow(full=self.rng.random() < 0.3)))
            else:
                scene.attempt("poll", self._round)
            account, due = scene.place.desk.account(), scene.place.desk.due_at()
            if account.refused_at is not None:
                scene.wait_until(scene.now + CONFIRM_REFUSAL * 1.5)
            elif due is not None and due < scene.now + timedelta(minutes=5):
                scene.wait_until(max(due, scene.now + timedelta(seconds=20)))
            else:
                return

    def _round(self) -> SyncReport | None:
        reports: list[SyncReport] = []
        for _ in self.scene.place.desk.round(into=reports):
            pass
        return reports[0] if reports else None

    def _abandoned(self) -> None:
        steps = self.scene.place.desk.round()

        def some() -> None:
            for _ in zip(range(self.rng.randint(1, 6)), steps, strict=False):
                pass
            steps.close()  # type: ignore[attr-defined] # a generator, as the engine knows too

        self.scene.attempt("poll, not to the end", some)
        self.scene.restart()

    def _settle(self) -> None:
        """The world heals, the host answers what is asked, the app polls until there is nothing to do."""
        scene = self.scene
        scene.tell("--- everything heals")
        self._world.heal()
        self._phone.undo_whole_days()
        if scene.cut:
            # A difference that came without its last half looks like any other, and its token is as good: only another
            # whole listing tells what was left out. Of what it did list nothing is taken for gone ([58–62]).
            scene.attempt("sync all anew", lambda: scene.place.desk.execute(SyncNow(full=True)))
        quiet: SyncReport | None = None
        for number in range(_ROUNDS):
            due = scene.place.desk.due_at()
            soon = due is not None and due < scene.now + timedelta(minutes=11)
            scene.wait(seconds=65, minutes=0 if soon else 11 if number < 20 else 60)
            self._host.attend()
            reports: list[SyncReport | None] = []
            if not scene.place.desk.account().locked:
                scene.attempt("poll", lambda into=reports: into.append(self._round()))  # type: ignore[misc]
            quiet = reports[0] if reports else None
            if self._open_questions():
                self._host.answer()
            elif quiet is not None and quiet.requests == 1 and scene.place.desk.due_at() is None:
                return
        waiting = scene.place.store.outbox.all()
        raise Disagreement(f"it is never quiet: {quiet}, {waiting}, {self._open_questions()}")

    def _open_questions(self) -> list[str]:
        return [f"{b.id}: {b.concern}" for b in self.scene.bookings().values() if b.status is Status.ATTENTION]


@contextmanager
def own_chance(seed: int) -> Iterator[None]:
    """The product's own jitter and new identities come from the seed too, so that a life can be lived again."""
    names = random.Random(f"names {seed}")

    def drawn() -> uuid.UUID:
        return uuid.UUID(int=names.getrandbits(128), version=4)

    state, real = random.getstate(), uuid.uuid4
    random.seed(seed)
    uuid.uuid4 = drawn
    try:
        yield
    finally:
        uuid.uuid4 = real
        random.setstate(state)


def lived(seed: int, standin: StandIn, folder: Path, days: int = DAYS) -> tuple[Life, str]:
    """A life, and what is wrong at its end ('' if nothing)."""
    life = Life(seed, standin, folder)
    try:
        with own_chance(seed):
            life.live(days)
    except Disagreement as disagreement:
        return life, str(disagreement)
    except Exception:  # noqa: BLE001 - whatever it is, the story belongs to it
        return life, traceback.format_exc()
    return life, ""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--seeds", default="0-19", help="for example 1000-1100")
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--story", action="store_true", help="print every story, not only those that end badly")
    chosen = parser.parse_args()
    first, _, last = chosen.seeds.partition("-")
    seeds = range(int(first), int(last or first) + 1)
    failed = []
    before = keyring.get_keyring()
    with tempfile.TemporaryDirectory() as folder, StandIn(Path(folder) / "log") as standin:
        for seed in seeds:
            keyring.set_keyring(MemoryKeyring())
            began = time.monotonic()
            life, wrong = lived(seed, standin, Path(folder) / str(seed), chosen.days)
            if wrong or chosen.story:
                _say("\n".join(life.scene.story))
            _say(f"seed {seed}: {len(life.scene.told)} bookings, {time.monotonic() - began:.1f} s, {wrong or 'agree'}")
            failed += [seed] if wrong else []
        broken = standin.failures()
    keyring.set_keyring(before)
    _say(f"{len(seeds)} lives of {chosen.days} days, {len(failed)} in disagreement: {failed}")
    if broken:
        _say("\n".join(["The stand-in itself broke:", *broken]))
    return 1 if failed or broken else 0


if __name__ == "__main__":
    sys.exit(main())
