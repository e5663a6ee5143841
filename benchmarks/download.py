"""The yardstick of everything that reads: the same bytes by the same gateway, and nothing done with them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.figure import seconds
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.sync.gateway import Gateway, hrefs_in_batches
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.reading import asks_what_is_near, coming_weeks
from workestra_desktop.sync.wire import Wire


@dataclass(frozen=True, slots=True)
class Download:
    """`took` in seconds, `received` in bytes; the texts of all events if they were asked to be kept."""

    took: float
    received: int
    texts: tuple[str, ...] = ()


def download(url: str, *, keep: bool = False) -> Download:
    """Listing and text of every event, by the requests of a first read in whatever order."""
    endpoint = Endpoint.parse(url)
    wire = Wire(endpoint, StandIn.user, StandIn.password, Interrupt())
    gateway = Gateway(wire, endpoint, lambda: datetime.now(UTC), pause=time.sleep)
    texts: list[str] = []
    try:
        principal = gateway.discover().principal
        known = gateway.received_bytes

        def read() -> None:
            for calendar in gateway.listing(principal)[0]:
                listed = gateway.changes(calendar.path, "").listed
                if asks_what_is_near(len(listed)):
                    gateway.near(calendar.path, coming_weeks(datetime.now(UTC)))
                for batch in hrefs_in_batches(listed):
                    found = gateway.fetch(calendar.path, batch).found
                    if keep:
                        texts.extend(fetched.text for fetched in found.values())

        took = seconds(read)
        return Download(took, gateway.received_bytes - known, tuple(texts))
    finally:
        gateway.close()
