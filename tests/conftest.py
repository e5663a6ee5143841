"""What every test gets: no network but loopback, no keychain but memory, no profile but its own, no screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
# Neither this process nor its children ever ask the keychain of whoever runs the tests.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from tests.support.keyring_backend import MemoryKeyring
from tests.support.proxy import Proxy
from tests.support.servers import CalDavServer, Radicale, Xandikos

_NOWHERE = "http://127.0.0.1:9/"
"""Nobody listens there, so a test that forgets to name its server never reaches iCloud."""


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile and an endpoint of its own for each test and for the processes it starts."""
    monkeypatch.setenv("WORKESTRA_PROFILE", str(tmp_path / "profile"))
    monkeypatch.setenv("WORKESTRA_ENDPOINT", _NOWHERE)


@pytest.fixture(autouse=True)
def keychain() -> Iterator[MemoryKeyring]:
    """An empty keychain in memory. Child processes do not share it: give them `FileKeyring`."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    with Radicale(tmp_path / "radicale") as server:
        yield server


@pytest.fixture
def xandikos(tmp_path: Path) -> Iterator[Xandikos]:
    with Xandikos(tmp_path / "xandikos") as server:
        yield server


@pytest.fixture(params=[Radicale, Xandikos], ids=["radicale", "xandikos"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CalDavServer]:
    """Each of the two servers in turn."""
    kind: type[CalDavServer] = request.param
    with kind(tmp_path / "server") as running:
        yield running


@pytest.fixture
def proxy(radicale: Radicale) -> Iterator[Proxy]:
    """A proxy in front of `radicale`."""
    with Proxy(radicale) as running:
        yield running
