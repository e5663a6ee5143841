"""The first read of whole calendars, against the download of the same bytes by the same gateway and nothing else."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.account import account, desk_on, polled, signed_in
from benchmarks.figure import Figure, Goal, seconds
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.gateway import Gateway, hrefs_in_batches
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Wire


def first_mirror(folder: Path, events: int) -> Iterator[Figure]:
    with account(folder, events) as standin:
        before, _ = download(standin.url)
        with desk_on(folder / "profile", standin.url) as desk:
            signed_in(desk)
            start = time.perf_counter()
            report = polled(desk)
            took = time.perf_counter() - start
            if desk.store.mirror.count() != events:
                raise RuntimeError(f"{desk.store.mirror.count()} of {events} events were mirrored")
        after, received = download(standin.url)
    yield Figure(
        "first-mirror", f"{events} events in 3 calendars", "s", took, "bare download", (before, after), Goal(2, True),
        f"{events / took:.0f} events/s",
    )  # fmt: skip
    yield Figure(
        "first-mirror", "bytes received", "B", report.received_bytes, "bare download", (received,), Goal(1.05, True)
    )


def download(url: str) -> tuple[float, float]:
    """Seconds and bytes for listing and text of every event: sync-collection and multiget, in the gateway's lots."""
    endpoint = Endpoint.parse(url)
    wire = Wire(endpoint, StandIn.user, StandIn.password, Interrupt())
    gateway = Gateway(wire, endpoint, lambda: datetime.now(UTC), pause=time.sleep)
    try:
        principal = gateway.discover().principal
        known = gateway.received_bytes

        def read() -> None:
            for calendar in gateway.listing(principal)[0]:
                for batch in hrefs_in_batches(gateway.changes(calendar.path, "").listed):
                    gateway.fetch(calendar.path, batch)

        return seconds(read), gateway.received_bytes - known
    finally:
        gateway.close()
