"""Notices by the desktop's service: over a real bus, with a service of our own at its other end."""

from __future__ import annotations

import gc
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("notices over D-Bus, and jeepney, are for Linux", allow_module_level=True)

from tests.support.notice_server import ALL, Bus, NoticeServer
from workestra_desktop.core.desktop_popup import Act, Chosen, DesktopPopup
from workestra_desktop.desktop import popups_board, session_bus
from workestra_desktop.desktop.popups_dbus import DBusPopups, dbus_popups, icon_of

ICON = "file:///usr/share/icons/workestra.svg"
_OK = b"OK 0123456789abcdef0123456789abcdef\r\n"
"""A bus's consent; then follow messages."""
MOVED = DesktopPopup(1, "Booking with Anna moved", "It is now 10:00 & not <b>9:00</b>.", "Open", "Join")


class Desk:
    """Who asked for the notices, and what it heard."""

    def __init__(self, address: str) -> None:
        self.popups = DBusPopups(address, lambda: ICON)
        self.chosen: list[Chosen] = []
        self.missed: list[int] = []
        self.popups.listen(self.chosen.append, self.missed.append)

    @staticmethod
    def until(what: str, holds: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not holds():
            assert time.monotonic() < end, f"waited in vain for: {what}"
            time.sleep(0.01)

    def misses(self, *keys: int) -> None:
        self.until(f"{keys} to be missed", lambda: self.missed == list(keys))


def threads() -> list[str]:
    return [each.name for each in threading.enumerate() if each.name == "popups"]


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    with Bus(tmp_path / "bus") as bus:
        yield bus


@pytest.fixture
def server(bus: Bus) -> Iterator[NoticeServer]:
    with NoticeServer(bus) as server:
        yield server


@pytest.fixture
def desk(bus: Bus) -> Iterator[Desk]:
    desk = Desk(bus.address)
    yield desk
    desk.popups.stop()
    assert threads() == []


def test_what_is_sent(server: NoticeServer, desk: Desk) -> None:
    assert threads() == [], "nothing runs before the first"
    desk.popups.show(MOVED)
    server.until("the notice", lambda s: len(s.told) == 1)
    (told,) = server.told
    assert (told.app, told.icon, told.replaces, told.lasts) == ("Workestra Desktop", ICON, 0, -1)
    assert told.title == MOVED.title
    assert told.body == "It is now 10:00 &amp; not &lt;b&gt;9:00&lt;/b&gt;."
    assert told.acts == ["default", "Open", "join", "Join"]
    assert told.hints == {
        "desktop-entry": ("s", "workestra-desktop"),
        "urgency": ("y", 1),
        "transient": ("b", False),
    }
    desk.popups.show(replace(MOVED, key=2, join="", passing=True))
    server.until("the other", lambda s: len(s.told) == 2)
    assert server.told[1].acts == ["default", "Open"]
    assert server.told[1].hints["urgency"] == ("y", 0)
    assert server.told[1].hints["transient"] == ("b", True)
    assert desk.missed == []
    assert threads() == ["popups"], "one for all"


def test_without_markup_the_text_is_as_it_is(bus: Bus, desk: Desk) -> None:
    with NoticeServer(bus, abilities=("actions", "body")) as server:
        desk.popups.show(MOVED)
        server.until("the notice", lambda s: len(s.told) == 1)
        assert server.told[0].body == MOVED.body


def test_choosing_says_which_and_what(server: NoticeServer, desk: Desk) -> None:
    for key in (1, 2, 3):
        desk.popups.show(replace(MOVED, key=key))
    server.until("all three", lambda s: len(s.told) == 3)
    first, second, third = (each.number for each in server.told)
    server.choose(second)
    desk.until("the click", lambda: desk.chosen == [Chosen(2, Act.OPEN)])
    server.say("NotificationClosed", "uu", (second, 2))
    server.choose(third, "join", token="wl-17")
    server.choose(first, "settings")
    server.choose(99)
    server.choose(first, token="two\nlines")
    server.choose(second)
    desk.until("the others", lambda: len(desk.chosen) == 4)
    assert desk.chosen[1:] == [Chosen(3, Act.JOIN, "wl-17"), Chosen(1, Act.OPEN), Chosen(2, Act.OPEN)]


def test_a_click_right_behind_the_answer_is_heard(bus: Bus, desk: Desk) -> None:
    """Both may come in one piece, and the click is of no use before the number is known."""
    with NoticeServer(bus, hasty=True):
        keys = list(range(1, 41))
        for key in keys:
            desk.popups.show(replace(MOVED, key=key))
        desk.until("every click", lambda: [each.key for each in desk.chosen] == keys)


def test_a_token_serves_once(server: NoticeServer, desk: Desk) -> None:
    desk.popups.show(MOVED)
    server.until("the notice", lambda s: len(s.told) == 1)
    server.choose(1, token="wl-1")
    server.choose(1)
    desk.until("both", lambda: len(desk.chosen) == 2)
    assert [each.token for each in desk.chosen] == ["wl-1", ""]


def test_nobody_else_on_the_bus_clicks(bus: Bus, server: NoticeServer, desk: Desk) -> None:
    """Any program may send such a signal."""
    desk.popups.show(MOVED)
    server.until("the notice", lambda s: len(s.told) == 1)
    with NoticeServer(bus) as other:  # takes the name over
        other.choose(1)
        desk.popups.show(replace(MOVED, key=2))
        other.until("the next at the new service", lambda s: len(s.told) == 1)
        assert other.told[0].number == 1, "the same number, given anew"
        other.choose(1)
        desk.until("its click", lambda: desk.chosen == [Chosen(2, Act.OPEN)])
        server.choose(1)
        desk.until("the first one's", lambda: desk.chosen == [Chosen(2, Act.OPEN), Chosen(1, Act.OPEN)])


def test_a_later_one_takes_the_place_of_an_earlier(bus: Bus, server: NoticeServer, desk: Desk) -> None:
    desk.popups.show(MOVED)
    desk.popups.show(replace(MOVED, key=2))
    desk.popups.show(replace(MOVED, key=3, replaces=1))
    server.until("all", lambda s: len(s.told) == 3)
    assert [each.replaces for each in server.told] == [0, 0, 1]
    server.choose(1)
    desk.until("the click", lambda: desk.chosen == [Chosen(3, Act.OPEN)])
    with NoticeServer(bus, first=50) as other:
        desk.popups.show(replace(MOVED, key=4, replaces=3))
        other.until("it", lambda s: len(s.told) == 1)
        assert other.told[0].replaces == 0, "numbers are the service's own"


@pytest.mark.parametrize(
    "text",
    ["\x00", "a\x00b", "\ud800", "\x1b[31m", "x" * 100_000, "\u202egnp.exe", "\uffff", "🜚" * 5000, "a\r\nb", ""],
    ids=repr,
)
def test_hostile_texts_are_shown_and_bounded(server: NoticeServer, desk: Desk, text: str) -> None:
    desk.popups.show(DesktopPopup(1, text, text, text, text or "Join"))
    server.until("the notice", lambda s: len(s.told) == 1)
    (told,) = server.told
    assert (len(told.title) <= 200, len(told.body) <= 1000) == (True, True)
    assert all(len(label) <= 60 for label in told.acts)
    assert all(mark.isprintable() or mark == "\n" for mark in told.title + told.body)
    assert desk.missed == []


def test_a_board_that_offers_no_acts_is_left_to_qt(bus: Bus, desk: Desk) -> None:
    with NoticeServer(bus, abilities=("body",)) as server:
        desk.popups.show(MOVED)
        desk.misses(1)
        assert server.told == []
    with NoticeServer(bus, abilities=ALL) as server:
        desk.popups.show(replace(MOVED, key=2))
        server.until("it at the better one", lambda s: len(s.told) == 1)
    assert desk.missed == [1]


def test_one_that_is_refused_or_not_answered_is_missed(bus: Bus, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with NoticeServer(bus, refuses=True) as server:
        desk.popups.show(MOVED)
        desk.misses(1)
        server.refuses, server.silent = False, True
        monkeypatch.setattr(session_bus, "ANSWER_SECONDS", 0.2)
        desk.popups.show(replace(MOVED, key=2))
        desk.misses(1, 2)
        server.silent = False
        monkeypatch.undo()
        desk.popups.show(replace(MOVED, key=3))
        server.until("the third", lambda s: len(s.told) == 1)


@pytest.mark.parametrize("call", ["GetCapabilities", "Notify"])
@pytest.mark.parametrize(
    ("signature", "body"),
    [(None, ()), ("i", (-5,)), ("s", ("no actions",)), ("a{sv}", ({"actions": ("u", 1)},)), ("au", ([1],))],
    ids=["nothing", "negative", "text", "dict", "numbers"],
)
def test_an_answer_of_another_form_is_none(
    bus: Bus, desk: Desk, call: str, signature: str | None, body: tuple[object, ...]
) -> None:
    with NoticeServer(bus, odd={call: (signature, body)}) as server:
        desk.popups.show(MOVED)
        desk.misses(1)
        assert threads() == ["popups"], "it is still there for the next"
        server.odd.clear()
        desk.popups.show(replace(MOVED, key=2))
        server.until("the next", lambda s: len(s.told) == 1)
    assert desk.missed == [1]


def test_without_a_service_all_are_missed(desk: Desk) -> None:
    desk.popups.show(MOVED)
    desk.popups.show(replace(MOVED, key=2))
    desk.misses(1, 2)


@pytest.mark.parametrize("address", ["", "unix:path=/nonexistent/bus", "tcp:host=127.0.0.1,port=9", "nonsense", ";"])
def test_without_a_bus_all_are_missed(address: str) -> None:
    desk = Desk(address)
    desk.popups.show(MOVED)
    desk.misses(1)
    desk.until("the end of the thread", lambda: threads() == [])
    desk.popups.stop()


@pytest.mark.filterwarnings("ignore::ResourceWarning")
@pytest.mark.parametrize(
    "said",
    [(), (b"REJECTED\r\n",), (b"\r\n" * 5000,), (_OK,), (_OK, b"A" * 64), (_OK, b"l\x02\x00\x01" + b"\xff" * 60),
     (_OK, b"l\x02\x00\x01" + b"\x00" * 60)],
    ids=["nothing", "no", "lines", "hangs up", "letters", "a length", "zeros"],
)  # fmt: skip
def test_what_is_no_bus_is_none(tmp_path: Path, said: tuple[bytes, ...]) -> None:
    """jeepney leaves the closing of what it could not open to the collector."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "bus"))
        door.listen()
        desk = Desk(f"unix:path={tmp_path / 'bus'}")
        desk.popups.show(MOVED)
        visitor, _ = door.accept()
        with visitor:
            for answer in said:
                visitor.recv(4096)
                visitor.sendall(answer)
            visitor.shutdown(socket.SHUT_WR)
            desk.misses(1)
    desk.until("the end of the thread", lambda: threads() == [])
    desk.popups.stop()
    gc.collect()


def test_a_bus_that_goes_is_tried_again_at_the_next_notice(bus: Bus, desk: Desk) -> None:
    with NoticeServer(bus) as server:
        desk.popups.show(MOVED)
        server.until("the first", lambda s: len(s.told) == 1)
        bus.end()
        desk.until("the end of the thread", lambda: threads() == [])
    desk.popups.show(replace(MOVED, key=2))
    desk.misses(2)
    bus.start()
    with NoticeServer(bus) as server:
        desk.popups.show(replace(MOVED, key=3))
        server.until("it on the new bus", lambda s: len(s.told) == 1)
        server.choose(1)
        desk.until("the click", lambda: desk.chosen == [Chosen(3, Act.OPEN)])


def test_only_the_newest_are_remembered(server: NoticeServer, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(popups_board, "REMEMBERED", 2)
    for key in (1, 2, 3):
        desk.popups.show(replace(MOVED, key=key))
    server.until("all three", lambda s: len(s.told) == 3)
    for number in (1, 2, 3):
        server.choose(number)
    desk.until("two clicks", lambda: [each.key for each in desk.chosen] == [2, 3])


def test_the_end_is_heard_of_by_nobody(server: NoticeServer, desk: Desk) -> None:
    server.silent = True
    desk.popups.show(MOVED)
    server.until("the question", lambda s: s.asked == 1)
    desk.popups.stop()
    assert threads() == [], "whatever is still to be answered"
    desk.popups.show(replace(MOVED, key=2))
    assert (threads(), desk.missed, desk.chosen) == ([], [], [])


def test_at_rest_it_sleeps(server: NoticeServer, desk: Desk) -> None:
    """Only a notice or a word of the service wakes the thread up: no clock does."""
    desk.popups.show(MOVED)
    server.until("the notice", lambda s: len(s.told) == 1)
    time.sleep(0.2)
    (thread,) = (each for each in threading.enumerate() if each.name == "popups")
    switches = Path(f"/proc/self/task/{thread.native_id}/status")
    before = [line for line in switches.read_text(encoding="utf-8").splitlines() if "ctxt_switches" in line]
    server.say("NotificationClosed", "uu", (77, 1))  # another program's, of which there are many
    time.sleep(1.5)
    after = [line for line in switches.read_text(encoding="utf-8").splitlines() if "ctxt_switches" in line]
    assert after == before
    server.choose(1)
    desk.until("the click", lambda: len(desk.chosen) == 1)


def test_the_icon_is_the_installed_one_if_there_is_one(tmp_path: Path) -> None:
    drawing = tmp_path / "a drawing.svg"
    env = {"XDG_DATA_HOME": str(tmp_path / "own"), "XDG_DATA_DIRS": f"{tmp_path / 'one'}:{tmp_path / 'two'}"}
    assert icon_of(env, drawing) == drawing.as_uri()
    place = tmp_path / "two" / "icons" / "hicolor" / "scalable" / "apps"
    place.mkdir(parents=True)
    (place / "workestra-desktop.svg").touch()
    assert icon_of(env, drawing) == "workestra-desktop"
    assert icon_of(env | {"XDG_DATA_DIRS": str(tmp_path / "one")}, drawing) == drawing.as_uri()


def test_a_session_without_a_bus_has_no_service(tmp_path: Path) -> None:
    assert dbus_popups({}, tmp_path / "icon.svg") is None
    assert dbus_popups({"XDG_RUNTIME_DIR": "/run/user/1"}, tmp_path / "icon.svg") is not None
