"""Where a second start knocks to bring the first one's window to the front. Knows Qt, like `network.py`."""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger("workestra")

_WISH, _YES = b"open\n", b"yes\n"

_LONGEST = 80
"""Bytes of a socket's path: the system takes 104 to 108 of them, and Qt needs some for a folder it makes beside."""


def door_of(profile: Path) -> str:
    """The name of the socket: in the profile, which only its owner may enter; of a pipe on Windows, or where the
    profile lies too deep for a socket's path, from the profile's path and the user."""
    inside = profile / "window.socket"
    if sys.platform != "win32" and len(os.fsencode(inside)) <= _LONGEST:
        return str(inside)
    whose = f"{getpass.getuser()}\0{os.path.normcase(profile.resolve())}"
    name = f"workestra-{hashlib.sha256(whose.encode(errors='surrogateescape')).hexdigest()[:24]}"
    return name if sys.platform == "win32" else str(Path(tempfile.gettempdir()) / name)


class Door(QObject):
    """Open as long as it lives. `knocked`: somebody started the app again. Only whoever holds the profile's `Instance`
    may open it: a socket that lies there is then a dead one, and is taken over."""

    knocked = Signal()

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._let_in)
        name = door_of(profile)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):  # a second start then says that the first does not answer
            log.warning("no door: %s", self._server.serverError().name)

    @Slot()
    def _let_in(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.readyRead.connect(self._listen)
            visitor.disconnected.connect(visitor.deleteLater)
            self._hear(visitor)  # the wish may have come with it

    @Slot()
    def _listen(self) -> None:
        visitor = self.sender()
        if isinstance(visitor, QLocalSocket):
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        if not visitor.canReadLine() and visitor.bytesAvailable() < len(_WISH):
            return
        if visitor.readLine(len(_WISH) + 1).data() == _WISH:
            self.knocked.emit()
            visitor.write(_YES)
            visitor.flush()
        visitor.disconnectFromServer()

    def close(self) -> None:
        self._server.close()


def knock(profile: Path, within_seconds: float) -> bool:
    """Ask the window of `profile` to come to the front; whether it said yes within the time. Needs no event loop."""
    until = time.monotonic() + within_seconds
    socket = QLocalSocket()
    socket.connectToServer(door_of(profile))
    if not socket.waitForConnected(_left(until)):
        return False
    socket.write(_WISH)
    heard = b""
    while len(heard) < len(_YES):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(_left(until)):
            break
        heard += socket.readAll().data()
    socket.abort()
    return heard == _YES


def _left(until: float) -> int:
    """Milliseconds; Qt takes a negative number for ever."""
    return max(1, int((until - time.monotonic()) * 1000))
