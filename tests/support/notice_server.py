"""A session bus of its own and a service for notices on it, as strict about what it takes as the desktops' are."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from jeepney import (
    DBusAddress,
    DBusNameFlags,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
TAKES = {"Notify": "susssasa{sv}i", "GetCapabilities": None}
ALL = ("actions", "body", "body-markup")
PATIENCE = 20.0


class Bus:
    """A dbus-daemon with a socket in `folder`, as long as the block lasts or until it is ended. It starts nothing."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._config = folder / "bus.conf"
        self._running: subprocess.Popen[str] | None = None
        self.address = f"unix:path={folder / 'bus'}"
        self._config.write_text(
            "<busconfig><type>session</type>"
            f"<listen>{self.address}</listen><auth>EXTERNAL</auth>"
            '<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>'
            "</policy>"
            "</busconfig>",
            encoding="utf-8",
        )

    def start(self) -> None:
        daemon = shutil.which("dbus-daemon")
        if daemon is None:
            pytest.skip("dbus-daemon is not installed: there is no bus to test with")
        command = [daemon, "--nofork", "--nopidfile", "--print-address", f"--config-file={self._config}"]
        self._running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self._running.stdout is not None
        assert self._running.stdout.readline(), "the bus did not start"

    def end(self) -> None:
        if self._running is not None:
            self._running.terminate()
            self._running.communicate(timeout=PATIENCE)
            self._running = None
            (self._folder / "bus").unlink(missing_ok=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()


@dataclass(frozen=True)
class Told:
    """One `Notify`, and the number it was given."""

    number: int
    app: str
    replaces: int
    icon: str
    title: str
    body: str
    acts: list[str]
    hints: dict[str, tuple[str, Any]]
    lasts: int


@dataclass
class NoticeServer:
    """Owns the name on `bus` while the block lasts. `refuses`: it answers each `Notify` with an error; `silent`: with
    nothing. `odd` are answers, by the call, with a signature of their own.
    `hasty`: each is clicked the moment it is there."""

    bus: Bus
    abilities: tuple[str, ...] = ALL
    refuses: bool = False
    silent: bool = False
    hasty: bool = False
    first: int = 1
    odd: dict[str, tuple[str | None, tuple[Any, ...]]] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    asked: int = 0

    def __enter__(self) -> Self:
        self._bus: DBusConnection = open_dbus_connection(self.bus.address)
        self._numbers = self.first
        self._thread = threading.Thread(target=self._serve, name="notice-server")
        flags = DBusNameFlags.replace_existing | DBusNameFlags.allow_replacement
        self._bus.send(message_bus.RequestName(NAME, flags))
        self._owner = threading.Event()
        self._thread.start()
        assert self._owner.wait(PATIENCE), "nobody gave the name"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bus.interrupt()
        self._thread.join(PATIENCE)
        self._bus.close()
        if error is None:
            assert self.wrong == []

    def _serve(self) -> None:
        try:
            while True:
                self._take(self._bus.receive())
        except (ReceiveStopped, ConnectionError):
            pass

    def _take(self, message: Message) -> None:
        if message.header.message_type is MessageType.method_return:
            self._owner.set()
        if message.header.message_type is not MessageType.method_call:
            return
        member = message.header.fields.get(HeaderFields.member)
        signature = message.header.fields.get(HeaderFields.signature)
        if member not in TAKES or signature != TAKES[member]:
            self.wrong.append(f"{member}({signature})")
            self._bus.send(new_error(message, "org.freedesktop.DBus.Error.InvalidArgs"))
        elif member in self.odd:
            self._bus.send(new_method_return(message, *self.odd[member]))
        elif member == "GetCapabilities":
            self.asked += 1
            self._bus.send(new_method_return(message, "as", (list(self.abilities),)))
        elif self.refuses:
            self._bus.send(new_error(message, "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"))
        elif not self.silent:
            app, replaces, icon, title, body, acts, hints, lasts = message.body
            number = replaces or self._numbers
            self._numbers += not replaces
            self._bus.send(new_method_return(message, "u", (number,)))
            if self.hasty:
                self.choose(number)
            self.told.append(Told(number, app, replaces, icon, title, body, acts, hints, lasts))

    def until(self, what: str, holds: Callable[[Self], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds(self):
            assert time.monotonic() < end, f"waited in vain for: {what}"
            time.sleep(0.01)

    def choose(self, number: int, act: str = "default", token: str = "") -> None:
        """The host clicks the notice, or one of its buttons."""
        if token:
            self.say("ActivationToken", "us", (number, token))
        self.say("ActionInvoked", "us", (number, act))

    def say(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._bus.send(new_signal(DBusAddress(PATH, interface=NAME), member, signature, body))
