"""An account and a client of it, in memory."""

from __future__ import annotations

import pytest

from tests.icloud.asking import Client, Clock
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
