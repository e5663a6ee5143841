"""The first read of whole calendars, against the download of the same bytes by the same gateway and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.account import account, desk_on, polled, signed_in
from benchmarks.download import download
from benchmarks.figure import Figure, Goal, seconds
from benchmarks.scale import Scale


def first_mirror(folder: Path, scale: Scale) -> Iterator[Figure]:
    """Every mirror is a new profile, read between two downloads."""
    events = scale.events
    with account(folder, events) as standin:
        download(standin.url)  # the first one finds nothing warm
        bare = [download(standin.url)]
        took, received = [], 0
        for turn in range(scale.runs):
            seconds_taken, received = mirrored(folder / f"profile{turn}", standin.url, events)
            took.append(seconds_taken)
            bare.append(download(standin.url))
    yield Figure(
        "first-mirror", f"{events} events in 3 calendars", "s", median(took), "bare download",
        tuple(run.took for run in bare), Goal(2, True), f"{events / median(took):.0f} events/s",
    )  # fmt: skip
    yield Figure(
        "first-mirror",
        f"{events} events, bytes",
        "B",
        received,
        "bare download",
        (bare[-1].received,),
        Goal(1.05, True),
    )


def mirrored(profile: Path, url: str, events: int) -> tuple[float, int]:
    """Seconds and bytes of a first read into a new profile."""
    with desk_on(profile, url) as desk:
        signed_in(desk)
        received = 0

        def read() -> None:
            nonlocal received
            received = polled(desk).received_bytes

        took = seconds(read)
        if desk.store.mirror.count() != events:
            raise RuntimeError(f"{desk.store.mirror.count()} of {events} events were mirrored")
    return took, received
