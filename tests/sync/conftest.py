"""A desk before a proxy before Radicale, and scripted servers, for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.proxy import Proxy
from tests.support.servers import Radicale
from tests.sync.scripted import Scripted


@pytest.fixture
def place(radicale: Radicale, proxy: Proxy, tmp_path: Path) -> Iterator[Workplace]:
    """Not connected yet; the account has the calendars “Work” (first, so the default) and “Family”."""
    radicale.mkcalendar("work", "Work", order=1)
    radicale.mkcalendar("family", "Family", order=2)
    with workplace(tmp_path / "profile", proxy.url) as place:
        yield place


@pytest.fixture
def cloud() -> Iterator[Scripted]:
    with Scripted() as server:
        yield server


@pytest.fixture
def elsewhere() -> Iterator[Scripted]:
    """A second server: where passwords must not go, or the host the home lies on."""
    with Scripted() as server:
        yield server
