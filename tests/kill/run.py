"""`python -m tests.kill.run`: kills the real processes at random instants while they book, move and cancel, and reckons
up afterwards. Exit code 0 if nothing was lost, doubled or changed that is not ours."""

from __future__ import annotations

import argparse
import platform
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.kill.driver import Driver
from tests.kill.ledger import Deed
from tests.kill.processes import Kind
from tests.kill.reckoning import Reckoning, reckon
from tests.kill.tap import Tap
from tests.support.icloud import ICloud
from tests.support.servers import CalDavServer, Radicale
from workestra_desktop.demo.icloud.client import StandIn


@dataclass(frozen=True, slots=True)
class Outcome:
    driver: Driver
    reckoning: Reckoning
    seconds: float


@contextmanager
def serving(name: str, folder: Path) -> Iterator[CalDavServer]:
    """A real server in its own process: Radicale, or the stand-in for iCloud."""
    folder.mkdir(parents=True, exist_ok=True)
    if name == "radicale":
        with Radicale(folder) as radicale:
            yield radicale
        return
    with StandIn(folder / "log") as standin:
        standin.reset([])
        yield ICloud(standin, folder)
        if failures := standin.failures():
            raise RuntimeError("\n".join(["the stand-in broke:", *failures]))


def kill_and_reckon(
    server: CalDavServer,
    folder: Path,
    *,
    kills: int,
    bookings: int,
    seed: int,
    tell: Callable[[str], None] = lambda _line: None,
) -> Outcome:
    """`tell` hears now and then how far it is."""
    began = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    with Tap(server) as tap, Driver(server, tap, folder, seed) as driver:
        driver.measure()
        driver.live(kills, bookings, tell)
        reckoning = reckon(driver)
        return Outcome(driver, reckoning, time.monotonic() - began)


def report(outcome: Outcome) -> list[str]:
    driver, found = outcome.driver, outcome.reckoning
    kills, ledger = driver.kills, driver.ledger
    made = ledger.made
    kinds = ", ".join(f"{kills.by_kind[kind]} of {'its' if kind is Kind.BRANCH else 'the'} {kind}" for kind in Kind)
    taken_back = f"{made[Deed.UNDO]} cancels and moves taken back"
    in_flight = f"{ledger.in_flight}, of which {ledger.in_flight_made} were made"
    later = ", one of them two hours later" if found.waited_an_hour else ""
    lines = [
        f"{kills.count} kills in {outcome.seconds:.0f} s: {kinds}",
        f"({kills.too_late} commands had ended before they could be killed; not counted)",
        "",
        "Undisturbed:",
        *driver.durations.lines(),
        "",
        *_histogram("Killed at", kills.place),
        "",
        *_histogram("Killed at", kills.work),
        "",
        f"Decided: {made[Deed.BOOK]} bookings, {made[Deed.MOVE]} moves, {made[Deed.CANCEL]} cancels, {taken_back}.",
        f"Acknowledged: {ledger.acknowledged}. In flight when their process died: {in_flight}.",
        f"On the phone: {driver.phone.moves} bookings moved, {driver.phone.deletions} deleted.",
        f"Afterwards: {found.live} live, {found.cancelled} cancelled; calm after {found.rounds} rounds{later}.",
        "",
    ]
    for name, wrong in (
        ("lost", found.lost),
        ("doubled", found.doubled),
        (f"of {found.foreign} foreign events changed", found.foreign_changed),
        ("not settled", found.unsettled),
        ("faults of the database", found.database),
        ("defects on the way", found.defects),
        ("processes left over", found.left_over),
    ):
        lines += [f"{len(wrong):4} {name}", *(f"       {line}" for line in wrong)]
    lines += _stories(driver, "\n".join(lines))
    return [*lines, "", "Nothing lost, nothing doubled." if found.sound else "NOT SOUND."]


def _stories(driver: Driver, told: str) -> list[str]:
    """What happened to the bookings that `told` names."""
    lines = []
    for guest, promise in driver.ledger.promises.items():
        if guest in told:
            lines += ["", f"{guest} {promise.id}", *(f"  {line}" for line in promise.story)]
    return lines


def _histogram(title: str, counts: Counter[tuple[str, Kind]]) -> list[str]:
    rows = sorted({name for name, _ in counts})
    head = f"{title:32}" + "".join(f"{kind:>9}" for kind in Kind) + f"{'all':>9}"
    body = [
        f"  {name:30}" + "".join(f"{counts[name, kind]:9}" for kind in Kind) + f"{_sum(counts, name):9}"
        for name in rows
    ]
    return [head, *body]


def _sum(counts: Counter[tuple[str, Kind]], name: str) -> int:
    return sum(count for (row, _), count in counts.items() if row == name)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--bookings", type=int, default=100)
    parser.add_argument("--server", choices=("radicale", "icloud"), default="radicale")
    parser.add_argument("--seed", type=int, default=None)
    chosen = parser.parse_args()
    seed = random.randrange(10**6) if chosen.seed is None else chosen.seed
    _say(f"Seed {seed}, {chosen.server}, Python {platform.python_version()}, {platform.system()}")
    with tempfile.TemporaryDirectory() as name, serving(chosen.server, Path(name) / "server") as server:
        outcome = kill_and_reckon(
            server, Path(name) / "host", kills=chosen.kills, bookings=chosen.bookings, seed=seed, tell=_remark
        )
    _say("\n".join(report(outcome)))
    return 0 if outcome.reckoning.sound else 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _remark(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
