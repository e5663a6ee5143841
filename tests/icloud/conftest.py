"""An account and a client of it, in memory; and for the stand-in's process a naive client and a desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.icloud.asking import Client, Clock
from tests.icloud.naive import Naive
from tests.support.desks import Workplace, workplace
from tests.support.icloud import ICloud
from workestra_desktop.demo.icloud.cloud import Cloud


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cloud(clock: Clock) -> Cloud:
    return Cloud(clock)


@pytest.fixture
def client(cloud: Cloud) -> Client:
    return Client(cloud)


@pytest.fixture
def calendars(icloud: ICloud) -> ICloud:
    """The account with the calendars “Work” (first, so the default) and “Family”."""
    icloud.mkcalendar("work", "Work", order=1)
    icloud.mkcalendar("family", "Family", order=2)
    return icloud


@pytest.fixture
def naive(calendars: ICloud) -> Iterator[Naive]:
    running = Naive(calendars)
    with running.client:
        yield running


@pytest.fixture
def fresh(calendars: ICloud, tmp_path: Path) -> Iterator[Workplace]:
    """A desk that has not signed in."""
    with workplace(tmp_path / "profile", calendars.url) as running:
        yield running


@pytest.fixture
def place(fresh: Workplace) -> Workplace:
    """A desk that has read everything."""
    fresh.connect()
    return fresh
