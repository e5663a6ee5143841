"""Where a second start knocks to bring the first one's window to the front, or hands it a `workestra:` link. Knows Qt,
like `network.py`.

A visitor says one line and hears `yes`: `open`, or `link` and the link, percent-encoded whole. Whatever else is said,
or more than a line may hold, ends the visit. What the link says is read by the window alone.
"""

from __future__ import annotations

import getpass
import hashlib
import logging
import os
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from workestra_desktop.core.booking_request import LONGEST as LONGEST_LINK

log = logging.getLogger("workestra")

_OPEN, _LINK, _YES = b"open\n", b"link ", b"yes\n"

_LONGEST_LINE = len(_LINK) + 12 * (LONGEST_LINK + 1) + 1
"""Bytes: a character is up to four of UTF-8, and each of them three when percent-encoded. A link that is too long by
one character is let through, for the window to say so."""

_PATIENCE_MS = 10_000
"""How long a visitor may stand in the door and say nothing."""

_MOST_INSIDE = 32
"""Visitors at once; whoever has stood there longest gives way. Each takes one of the files a process may open:
with none left Qt closes the door for good."""

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
    """Open as long as it lives. `knocked`: somebody started the app again; `brought`: with a link, not read yet. Only
    whoever holds the profile's `Instance` may open it: a socket that lies there is then a dead one, and is taken over.
    """

    knocked = Signal()
    brought = Signal(object)
    """A text as it was given: Qt's own would lose what is no character."""

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
            visitor.setReadBufferSize(_LONGEST_LINE)
            visitor.readyRead.connect(self._listen)
            visitor.disconnected.connect(visitor.deleteLater)
            QTimer.singleShot(_PATIENCE_MS, visitor, visitor.abort)
            self._make_room()
            self._hear(visitor)  # the wish may have come with it

    def _make_room(self) -> None:
        for visitor in self._inside()[:-_MOST_INSIDE]:
            visitor.abort()

    def _inside(self) -> list[QLocalSocket]:
        """The visitors, who came first before who came last."""
        return [each for each in self._server.findChildren(QLocalSocket) if each.isValid()]

    @Slot()
    def _listen(self) -> None:
        visitor = self.sender()
        if isinstance(visitor, QLocalSocket):
            self._hear(visitor)

    def _hear(self, visitor: QLocalSocket) -> None:
        if not visitor.canReadLine() and visitor.bytesAvailable() < _LONGEST_LINE:
            return
        line = bytes(visitor.readLine(_LONGEST_LINE + 1).data())
        link = _link_in(line)
        if line == _OPEN or link is not None:
            visitor.write(_YES)
            visitor.flush()
        visitor.disconnectFromServer()
        if link is not None:
            self.brought.emit(link)
        elif line == _OPEN:
            self.knocked.emit()

    def close(self) -> None:
        """Nobody hears a yes from now on, neither who comes nor who is inside."""
        self._server.close()
        for visitor in self._inside():
            visitor.abort()


def knock(profile: Path, within_seconds: float, link: str = "") -> bool:
    """Ask the window of `profile` to come to the front, with `link` if there is one; whether it said yes within the
    time. Needs no event loop."""
    until, name = time.monotonic() + within_seconds, door_of(profile)
    if not _is_mine(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_left(until)):
        return False
    socket.write(_line_of(link) if link else _OPEN)
    heard = b""
    while len(heard) < len(_YES):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(_left(until)):
            break
        heard += socket.readAll().data()
    socket.abort()
    return heard == _YES


def _line_of(link: str) -> bytes:
    """`surrogatepass`: what the system could not read of an argument stays as odd as it was; the window refuses it."""
    return _LINK + quote(link[: LONGEST_LINK + 1], safe="", errors="surrogatepass").encode() + b"\n"


def _link_in(line: bytes) -> str | None:
    if not line.startswith(_LINK) or not line.endswith(b"\n"):
        return None
    try:
        return unquote_to_bytes(line[len(_LINK) : -1]).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def _is_mine(name: str) -> bool:
    """Not a socket that another user put there first, where all may write: he would learn what links say. What is mine
    nobody else can replace. Pipes have no owner to look at."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(name).st_uid == os.getuid()
    except OSError:
        return False


def _left(until: float) -> int:
    """Milliseconds; Qt takes a negative number for ever."""
    return max(1, int((until - time.monotonic()) * 1000))
