"""One window a profile: a second start brings the first to the front, and no dead one stands in the way."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from workestra_desktop.core.booking_request import LONGEST as LONGEST_LINK
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.door import Door, door_of, knock
from workestra_desktop.desktop.instance import Instance, only_window

_CONNECTED = QLocalSocket.LocalSocketState.ConnectedState

_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from workestra_desktop.desktop.door import Door
from workestra_desktop.desktop.instance import Instance
profile = Path(sys.argv[1])
mine = Instance(profile)
assert mine.take()
app = QCoreApplication([])
door = Door(profile)
door.knocked.connect(lambda: print("knocked", flush=True))
door.brought.connect(lambda link: print("brought", ascii(link), flush=True))
QTimer.singleShot(0, lambda: print("open", flush=True))
if sys.argv[2] == "hangs":
    import time
    print("open", flush=True)
    time.sleep(60)
app.exec()
"""

_KNOCKS = """
import sys
from pathlib import Path
from workestra_desktop.desktop.door import knock
print(knock(Path(sys.argv[1]), 20))
"""


@contextmanager
def first(profile: Path, how: str = "answers") -> Iterator[subprocess.Popen[str]]:
    """Another process that is the window of `profile`."""
    command = [sys.executable, "-c", _FIRST, str(profile), how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "open\n"
            yield process
        finally:
            process.kill()


def nobody(profile: Path, seconds: float) -> bool:
    return False


def test_the_second_start_brings_the_first_to_the_front(tmp_path: Path) -> None:
    with first(tmp_path) as process:
        for _ in range(3):
            assert only_window(tmp_path, knock, hidden=False) is None
            assert process.stdout is not None
            assert process.stdout.readline() == "knocked\n"


@pytest.mark.parametrize(
    "link",
    [
        "workestra:",
        "workestra:book?guest=Zo\u00eb%20B&note=100%",
        "workestra:\n\x00open\n",
        "workestra:\udce9\U0001f600",
    ],
    ids=["empty", "usual", "controls", "no character"],
)
def test_a_link_arrives_as_it_was_given(tmp_path: Path, link: str) -> None:
    with first(tmp_path) as process:
        assert only_window(tmp_path, partial(_bring, link), hidden=False) is None
        assert process.stdout is not None
        assert process.stdout.readline() == f"brought {link!a}\n"


def _bring(link: str, profile: Path, within_seconds: float) -> bool:
    return knock(profile, within_seconds, link)


def test_the_longest_link_arrives_and_a_longer_one_is_cut(tmp_path: Path) -> None:
    longest = "workestra:" + "\U0001f600" * (LONGEST_LINK - 10)
    with first(tmp_path) as process:
        for link in (longest, longest + "x", longest + "xyz"):
            assert knock(tmp_path, 20, link)
            assert process.stdout is not None
            assert process.stdout.readline() == f"brought {link[: LONGEST_LINK + 1]!a}\n"


def test_a_hidden_second_start_leaves_the_first_alone(tmp_path: Path) -> None:
    def never(profile: Path, seconds: float) -> bool:
        pytest.fail("it knocked")

    mine = Instance(tmp_path)
    assert mine.take()
    assert only_window(tmp_path, never, hidden=True) is None
    mine.give_back()
    assert only_window(tmp_path, never, hidden=True) is not None


def test_a_killed_one_leaves_nothing_in_the_way(tmp_path: Path, qtbot: QtBot) -> None:
    with first(tmp_path) as process:
        process.kill()
        process.wait(10)
    assert Path(door_of(tmp_path)).exists(), "the dead socket is what this is about"
    assert not knock(tmp_path, 1)
    mine = only_window(tmp_path, knock, hidden=False)
    assert mine is not None
    door = Door(tmp_path)
    with knocking(tmp_path), qtbot.waitSignal(door.knocked, timeout=30_000):
        pass
    door.close()
    mine.give_back()


@contextmanager
def knocking(profile: Path) -> Iterator[None]:
    """Another process that knocks: waiting for an answer holds this one's interpreter. It hears a yes."""
    command = [sys.executable, "-c", _KNOCKS, str(profile)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield
            assert process.communicate(timeout=30)[0] == "True\n"
        finally:
            process.kill()


def test_one_that_hangs_is_told_after_a_bounded_wait(tmp_path: Path) -> None:
    with first(tmp_path, "hangs") as process:
        with pytest.raises(Failure) as caught:
            only_window(tmp_path, knock, hidden=False, wait_seconds=0.5)
        assert caught.value.trouble.code is Code.PROFILE_BUSY
        process.kill()
        process.wait(10)
        assert only_window(tmp_path, knock, hidden=False) is not None


def test_one_that_is_about_to_end_is_followed(tmp_path: Path) -> None:
    ending, knocks = Instance(tmp_path), itertools.count()
    assert ending.take()

    def ends(profile: Path, seconds: float) -> bool:
        if next(knocks) == 2:
            ending.give_back()
        return False

    assert only_window(tmp_path, ends, hidden=False, sleep=lambda _: None) is not None


def test_the_wait_is_counted_in_the_time_given(tmp_path: Path) -> None:
    mine, now, left = Instance(tmp_path), [100.0], list[float]()
    assert mine.take()

    def knocks(profile: Path, seconds: float) -> bool:
        left.append(seconds)
        return False

    def sleep(seconds: float) -> None:
        now[0] += 1

    with pytest.raises(Failure):
        only_window(tmp_path, knocks, hidden=False, wait_seconds=3, clock=lambda: now[0], sleep=sleep)
    assert left == [3, 2, 1, 0]


def test_profiles_do_not_know_each_other(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for profile in (one, other):
        profile.mkdir()
    with first(one):
        assert only_window(other, nobody, hidden=False) is not None
    assert door_of(one) != door_of(other)


def test_a_deep_profile_has_a_door_too(tmp_path: Path, qtbot: QtBot) -> None:
    deep = tmp_path / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    assert len(door_of(deep)) < 100
    door = Door(deep)
    with knocking(deep), qtbot.waitSignal(door.knocked, timeout=30_000):
        pass
    door.close()


@pytest.mark.parametrize(
    "said",
    [b"close\n", b"open", b"", b"x" * 1000, b"y" * 300_000, b"link", b"link x", b"link %ff\n", b"link \xff\n",
     b"linkx\n", b" open\n", b"\n"],
    ids=lambda said: said[:12].hex() or "nothing",
)  # fmt: skip
def test_only_the_two_wishes_are_heard(tmp_path: Path, qtbot: QtBot, said: bytes) -> None:
    door, heard = Door(tmp_path), list[int]()
    door.knocked.connect(lambda: heard.append(1))
    door.brought.connect(lambda link: heard.append(2))
    stranger = QLocalSocket()
    stranger.connectToServer(door_of(tmp_path))
    stranger.write(said)
    stranger.flush()
    stranger.disconnectFromServer()
    with knocking(tmp_path), qtbot.waitSignal(door.knocked, timeout=30_000):
        pass  # whoever comes next is served
    assert heard == [1]
    door.close()


def test_a_crowd_in_the_door_keeps_nobody_out(tmp_path: Path, qtbot: QtBot) -> None:
    """More than a process may have files: Qt closes a door that cannot take one more in, and it would stay closed."""
    with first(tmp_path) as process:
        crowd = [QLocalSocket() for _ in range(200)]
        for stranger in crowd:
            stranger.connectToServer(door_of(tmp_path))
            assert stranger.waitForConnected(10_000)
            stranger.write(b"open")  # and never the end of the line
            stranger.flush()
        assert knock(tmp_path, 20)
        assert process.stdout is not None
        assert process.stdout.readline() == "knocked\n"
        inside = [each for each in crowd if each.waitForReadyRead(1) or each.state() is _CONNECTED]
        assert len(inside) <= 32


def test_a_closed_door_says_yes_to_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    door, heard = Door(tmp_path), list[int]()
    door.knocked.connect(lambda: heard.append(1))
    early = QLocalSocket()
    early.connectToServer(door_of(tmp_path))
    qtbot.waitUntil(lambda: len(door.findChildren(QLocalSocket)) == 1)
    door.close()
    early.write(b"open\n")
    early.flush()
    qtbot.waitUntil(lambda: early.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not knock(tmp_path, 1)
    assert heard == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe has no owner to look at")
def test_a_socket_of_somebody_else_is_told_nothing(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with first(tmp_path):
        assert knock(tmp_path, 20)
        another = os.getuid() + 1
        monkeypatch.setattr(os, "getuid", lambda: another)
        assert not knock(tmp_path, 20, "workestra:book?guest=Ada")


def test_a_profile_that_takes_no_lock_is_a_disk_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Failure) as caught:
        Instance(tmp_path / "file").take()
    assert caught.value.trouble.code is Code.DISK
