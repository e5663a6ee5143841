"""A desk before a proxy before the stand-in for iCloud, and scripted servers, for every test of this room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import Workplace, workplace
from tests.support.icloud import ICloud
from tests.support.proxy import Proxy
from tests.sync.scripted import Scripted


@pytest.fixture
def place(icloud: ICloud, proxy: Proxy, tmp_path: Path) -> Iterator[Workplace]:
    """Not connected yet; the account has the calendars “Work” (first, so the default) and “Family”.

    The stand-in's clock goes with the desk's.
    """
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    with workplace(tmp_path / "profile", proxy.url) as place:
        place.clock.lead(lambda at: icloud.standin.clock(at=at))
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
