"""Notices by way of org.freedesktop.Notifications, the service of Linux desktops, which says which one was chosen.

Qt's tray icon sends them without a default action, so nobody is told of a click on one.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from workestra_desktop.core.desktop_popup import Chosen, DesktopPopup

if TYPE_CHECKING:
    from workestra_desktop.desktop.popups_board import Board
    from workestra_desktop.desktop.session_bus import SessionBus

log = logging.getLogger("workestra")

STOP_SECONDS = 2.0
_ICON = "workestra-desktop"


def _nothing() -> None: ...


class DBusPopups:
    """Costs nothing until the first notice. From then on a thread of its own waits on the bus's socket, and wakes up
    for a notice or a choice alone. It ends with the bus; the next notice begins anew.

    `address` is the bus's, `icon` what names the app's icon to the desktop.
    """

    def __init__(self, address: str, icon: Callable[[], str]) -> None:
        self._address, self._icon = address, icon
        self._chosen: Callable[[Chosen], None] = lambda _chosen: None
        self._missed: Callable[[int], None] = lambda _key: None
        self._lock = Lock()
        self._inbox: deque[DesktopPopup] = deque()
        self._thread: Thread | None = None
        self._wake: Callable[[], object] = _nothing
        self._cut: Callable[[], object] = _nothing
        self._stopped = False

    def listen(self, chosen: Callable[[Chosen], None], missed: Callable[[int], None]) -> None:
        self._chosen, self._missed = chosen, missed

    def show(self, popup: DesktopPopup) -> None:
        with self._lock:
            if self._stopped:
                return
            self._inbox.append(popup)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="popups", daemon=True)
                self._thread.start()
            else:
                self._wake()

    def stop(self) -> None:
        """For good, and at once, whatever is on its way."""
        with self._lock:
            self._stopped = True
            self._inbox.clear()
            thread = self._thread
            self._cut()
        if thread is not None:
            thread.join(STOP_SECONDS)

    # In the thread

    def _run(self) -> None:
        try:
            self._speak()
        finally:
            with self._lock:
                self._thread = None
                missed, self._inbox = self._inbox, deque()
            for popup in missed:
                self._miss(popup)

    def _speak(self) -> None:
        from workestra_desktop.desktop.session_bus import NO_BUS

        try:
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(self._serve())
        except NO_BUS as why:
            log.info("no notices by the desktop's service: %s", type(why).__name__)
        except asyncio.CancelledError:  # stopped
            pass

    async def _serve(self) -> None:
        from workestra_desktop.desktop.popups_board import NAME, Board
        from workestra_desktop.desktop.session_bus import with_bus

        loop, woken, board = asyncio.get_running_loop(), asyncio.Event(), Board(self._icon(), self._choose)

        async def work(bus: SessionBus) -> None:
            for member in ("ActionInvoked", "ActivationToken"):
                await bus.hear_of(NAME, member)
            while True:
                woken.clear()
                while (popup := self._first()) is not None:
                    await self._pass_on(popup, board, bus)
                await woken.wait()

        serving = asyncio.current_task()
        assert serving is not None
        with self._lock:
            if self._stopped:
                return
            self._wake = partial(loop.call_soon_threadsafe, woken.set)
            self._cut = partial(loop.call_soon_threadsafe, serving.cancel)
        try:
            await with_bus(self._address, board.hear, work)
        finally:
            with self._lock:
                self._wake = self._cut = _nothing

    async def _pass_on(self, popup: DesktopPopup, board: Board, bus: SessionBus) -> None:
        from jeepney import DBusErrorResponse

        from workestra_desktop.desktop.session_bus import OddAnswerError

        shown = False
        try:
            shown = await board.show(bus, popup)
        except (DBusErrorResponse, OddAnswerError, TimeoutError) as why:
            log.info("notice not taken by the desktop's service: %s", why)
        finally:  # should the bus be lost, too
            if not shown:
                self._miss(popup)

    def _first(self) -> DesktopPopup | None:
        with self._lock:
            return self._inbox.popleft() if self._inbox else None

    def _miss(self, popup: DesktopPopup) -> None:
        if not self._stopped:
            self._missed(popup.key)

    def _choose(self, chosen: Chosen) -> None:
        if not self._stopped:
            self._chosen(chosen)


def dbus_popups(env: Mapping[str, str], drawing: Path) -> DBusPopups | None:
    """The service of this session; None where the system has no such thing, or the session names no bus.

    `drawing` is the app's icon, for a desktop on which it is not installed.
    """
    runtime = env.get("XDG_RUNTIME_DIR", "")
    address = env.get("DBUS_SESSION_BUS_ADDRESS", "") or (f"unix:path={runtime}/bus" if runtime else "")
    if sys.platform != "linux" or not address:
        return None
    return DBusPopups(address, lambda: icon_of(env, drawing))


def icon_of(env: Mapping[str, str], drawing: Path) -> str:
    """The name of the app's icon if it is among the desktop's (XDG Base Directory Specification), else the address of
    `drawing`."""
    home = env.get("XDG_DATA_HOME") or f"{env.get('HOME', '')}/.local/share"
    shared = env.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    places = (Path(place, "icons", "hicolor") for place in (home, *shared.split(":")))
    installed = any(True for place in places for _ in place.glob(f"*/apps/{_ICON}.*"))
    return _ICON if installed else drawing.as_uri()
