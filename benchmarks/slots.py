"""Free times of 60 days, in process and from a cold start of the command, against downloading and expanding every event
each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from statistics import median

from benchmarks import oracle
from benchmarks.account import account, desk_on, polled, signed_in
from benchmarks.calendars import ZONE
from benchmarks.download import download
from benchmarks.figure import Figure, Goal, seconds
from benchmarks.scale import Scale
from tests.cli.command import Workestra
from workestra_desktop.core.commands import FindSlots
from workestra_desktop.core.interval import Span
from workestra_desktop.sync.desk import Desk

DAYS = 60
SAMPLE = 400
"""Events the yardstick really expands; what that takes is scaled to all of them."""

WARM, COLD = 20, 3
"""How often each is asked; the median counts."""


def slots(folder: Path, scale: Scale) -> Iterator[Figure]:
    events = scale.events
    tomorrow = datetime.combine(datetime.now(UTC).date() + timedelta(days=1), time(), UTC)
    span = Span(tomorrow, tomorrow + timedelta(days=DAYS))
    with account(folder, events, calendars=5) as standin:
        with desk_on(folder / "profile", standin.url) as desk:
            signed_in(desk)
            polled(desk)
            before = Plain.of(desk, standin.url, span)
            ask = FindSlots(desk.links()[0].slug, span)
            answer = desk.execute(ask)
            warm = median(seconds(lambda: desk.execute(ask)) for _ in range(WARM))
        command = Workestra(folder, standin.url)
        cold = median(
            seconds(lambda: command("slots", ask.slug, "--from", _text(span.start), "--to", _text(span.end)))
            for _ in range(COLD)
        )
        shown = command("slots", ask.slug, "--from", _text(span.start), "--to", _text(span.end))
        with desk_on(folder / "profile", standin.url) as desk:
            after = Plain.of(desk, standin.url, span)
    if not isinstance(answer, tuple) or len(shown) != len(answer):
        raise RuntimeError("The command and the desk differ about free times.")
    if before.answer is not None and before.answer != answer:
        raise RuntimeError("The yardstick finds other free times than the app.")
    against = f"downloading and expanding {events} events"
    how = before.how + f", {len(answer)} slots"
    plain = (before.took, after.took)
    yield Figure(
        "slots", f"{DAYS} days warm", "ms", warm * 1000, against, tuple(t * 1000 for t in plain), Goal(20, False), how
    )
    yield Figure("slots", f"{DAYS} days, cold command", "s", cold, against, plain, Goal(0.5, False), how)


@dataclass(frozen=True, slots=True)
class Plain:
    """The yardstick: `took` in seconds for all events; `answer` only if no more than a sample had to be expanded."""

    took: float
    answer: tuple[Span, ...] | None
    how: str

    @classmethod
    def of(cls, desk: Desk, url: str, span: Span) -> Plain:
        """Downloads every text, expands a sample of them and computes the slots it leaves for the desk's first link."""
        read = download(url, keep=True)
        texts = read.texts
        some = random.Random(1).sample(texts, min(SAMPLE, len(texts)))  # noqa: S311 - the same sample each time
        link, where = desk.links()[0], desk.host_zone
        if where.key != ZONE:
            raise RuntimeError(f"The zone of the benchmark is {ZONE}, not {where.key}.")
        taken = []
        expanding = seconds(lambda: taken.extend(oracle.blocks(some, oracle.around(span), where)))
        found: list[Span] = []
        answering = seconds(lambda: found.extend(oracle.slots(link, span, taken, desk.clock())))
        whole = len(some) == len(texts)
        return cls(
            read.took + expanding * len(texts) / len(some) + answering,
            tuple(found) if whole else None,
            "the same slots" if whole else f"scaled from {len(some)}",
        )


def _text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
