"""What every test gets: no network but loopback, no keychain but memory, no profile but its own, no screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
# Neither this process nor its children ever ask the keychain of whoever runs the tests.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import gc
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QLocale

from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring
from tests.support.proxy import Proxy
from tests.support.servers import CalDavServer, Radicale, Xandikos
from workestra_desktop.demo.icloud.client import StandIn

_NOWHERE = "http://127.0.0.1:9/"
"""Nobody listens there, so a test that forgets to name its server never reaches iCloud."""


_LONG = (
    "machine/test_first_half.py", "machine/test_second_half.py", "icloud/test_life.py", "icloud/test_matrix.py",
    "cli/test_lifecycle.py", "icloud/test_classifier.py", "screens/test_screens.py", "ui/test_text_sizes.py",
    "machine/test_each_answer.py", "kill/test_kill.py", "cli/test_keep.py", "demo/test_demo.py",
    "contract/test_checklist.py",
)  # fmt: skip
"""The files that take half a minute and more, the longest first."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """These files go first. Workers take file after file from the front (`--dist loadfile --no-loadscope-reorder`), so
    the first two are played side by side and at the end, when no file is left to share, only short ones still run."""
    places = {config.rootpath / "tests" / file: place for place, file in enumerate(_LONG)}
    if missing := [str(path) for path in places if not path.is_file()]:
        raise pytest.UsageError(f"tests/conftest.py names files that are not there: {', '.join(missing)}")
    items.sort(key=lambda item: places.get(item.path, len(places)))


def pytest_collection_finish() -> None:
    """What stands by now, all modules and all tests, stays to the end: the garbage collector need not look through it
    after each test with a window."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile and an endpoint of its own for each test and for the processes it starts."""
    monkeypatch.setenv("WORKESTRA_PROFILE", str(tmp_path / "profile"))
    monkeypatch.setenv("WORKESTRA_ENDPOINT", _NOWHERE)


@pytest.fixture(autouse=True, scope="session")
def britain() -> None:
    """English, 24 hours and weeks from Monday, wherever the tests run."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.fixture(autouse=True)
def keychain() -> Iterator[MemoryKeyring]:
    """An empty keychain in memory. Child processes do not share it: give them `FileKeyring`."""
    before = keyring.get_keyring()
    memory = MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def standin_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    """The stand-in's process, one for all tests."""
    with StandIn(tmp_path_factory.mktemp("icloud") / "log") as running:
        yield running


@pytest.fixture
def standin(standin_process: StandIn) -> Iterator[StandIn]:
    """The stand-in for iCloud with a bare home; a test in which it broke inside fails."""
    if not standin_process.alive:
        standin_process.stop()
        standin_process.start()
    standin_process.reset([])
    known = len(standin_process.failures())
    yield standin_process
    if standin_process.alive:
        assert standin_process.failures()[known:] == []


@pytest.fixture
def icloud(standin: StandIn, tmp_path: Path) -> ICloud:
    """The account to test against, unless a test is about another kind of server."""
    return ICloud(standin, tmp_path / "icloud")


@pytest.fixture
def radicale(tmp_path: Path) -> Iterator[Radicale]:
    with Radicale(tmp_path / "radicale") as server:
        yield server


@pytest.fixture
def xandikos(tmp_path: Path) -> Iterator[Xandikos]:
    with Xandikos(tmp_path / "xandikos") as server:
        yield server


@pytest.fixture(params=["icloud", "radicale", "xandikos"])
def server(request: pytest.FixtureRequest) -> CalDavServer:
    """Each kind of server in turn."""
    running: CalDavServer = request.getfixturevalue(request.param)
    return running


@pytest.fixture
def proxy(icloud: ICloud) -> Iterator[Proxy]:
    """A proxy in front of both hosts of `icloud`."""
    with Proxy(icloud) as running:
        yield running
