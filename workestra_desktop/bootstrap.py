"""Builds every object of the window app, and starts and stops them in order.

UI thread: window, courier, qasync's loop. Engine thread: everything that may wait for iCloud, which it has done in a
process of its own. Reader thread: answers from the mirror. Imports nothing of CalDAV, iCalendar or the keychain.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import MethodType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox

from workestra_desktop.core.commands import Pause
from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.env import seconds
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.offer_words import Proposal
from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.core.trigger import Trigger
from workestra_desktop.core.trouble import Failure, Trouble
from workestra_desktop.desktop import beside, language
from workestra_desktop.desktop.draft import Draft
from workestra_desktop.sync.branch import Branch
from workestra_desktop.sync.engine import Engine
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.reader import Reader
from workestra_desktop.ui.collector import Collector
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.front import Front, Place
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from workestra_desktop.desktop.door import Door
    from workestra_desktop.desktop.network import Network
    from workestra_desktop.sync.desk import Desk, Vault

log = logging.getLogger("workestra")

STOP_WITHIN_MS = 2500
"""How long to wait for the threads at the end. Longer, and the process ends without them: what is stored is safe at
every instant, and what was on its way is settled at the next start."""


def across(signal: SignalInstance, slot: Callable[..., Any]) -> None:
    """Connects a signal to a slot in another thread. Only a bound method of a QObject is queued there: anything else
    would run in the sender's thread (measured), so nothing else is accepted."""
    if not isinstance(slot, MethodType) or not isinstance(slot.__self__, QObject):
        raise TypeError("only bound methods of QObjects cross threads")
    signal.connect(slot, Qt.ConnectionType.QueuedConnection)


HAND_OVER = 0.001
"""Seconds after which a thread must let another one run Python. Painting asks for its turn several times, and with the
usual 5 ms each the window stood still for 20 to 105 ms while the engine read; so for 19 to 27 (measured
2026-11-22)."""

STAND_WITHIN_MS = 1500
"""How long the empty front waits for what the profile says, so that the window opens on the right page."""

CUT_AGAIN_MS = 100
"""A request that was just about to begin when the host quit has no connection yet: it is cut off a moment later."""


class WindowApp(QObject):
    """The running app. `ended` comes once, when every thread has stopped or has been given up on."""

    ended = Signal(bool)
    """Whether the threads stopped in time."""

    _stop = Signal()
    _nudged = Signal(object)

    def __init__(
        self,
        profile: Path,
        env: Mapping[str, str],
        *,
        demo: bool = False,
        vault: Vault | None = None,
        on_request: Callable[[str, str], None] | None = None,
        login_start: LoginStart | None = None,
        look_around: Callable[[], None] | None = None,
        popups: PopupService | None = None,
        apart: bool = False,
    ) -> None:
        """With `apart`, work with iCloud is done in a process that ends when there is none; the keychain is then the
        system's, and `on_request` hears nothing."""
        super().__init__()
        self._profile, self._env, self._demo = profile, dict(env), demo
        self._vault, self._on_request, self._popups = vault, on_request, popups
        self._interrupt = Interrupt()
        self._network: Network | None = None
        self._door: Door | None = None
        self._stopping = self._over = self._refused = False
        self._language = language.chosen(profile)
        self._zone = ""
        """The host's, once the engine has opened its desk."""
        self._known = self._erased = False
        self._front: Front | None = None
        self._place = Place(profile)
        self.courier = Courier(self)
        self.window = MainWindow(
            self.courier,
            login_start=login_start,
            look_around=look_around,
            draft=None if demo else Draft(profile),
            proposal_file=_proposal_file,
            popups=popups,
        )
        self._place.restore(self.window)
        self.engine = Engine(self._engine_desk, poll_every(env), branch=self._branch if apart else None)
        self.reader = Reader(self._reader_desk)
        self._threads = (QThread(self), QThread(self))
        self._collector = Collector(self)
        self._cutting = QTimer(self, interval=CUT_AGAIN_MS)
        self._cutting.timeout.connect(self._interrupt.stop)
        self._connect()

    def _connect(self) -> None:
        engine, reader = self.engine, self.reader
        for worker, thread, name in ((engine, self._threads[0], "engine"), (reader, self._threads[1], "reader")):
            thread.setObjectName(name)
            worker.moveToThread(thread)
            across(self.courier.asked, worker.ask)
            across(worker.answered, self.courier.deliver)
            across(self._stop, worker.stop)
            thread.finished.connect(self._thread_ended)
        across(self._threads[0].started, engine.start)
        across(self._nudged, engine.nudge)
        across(engine.snapshot_taken, self.window.show_snapshot)
        across(engine.snapshot_taken, self._note_work)
        across(engine.snapshot_taken, self._note_language)
        across(engine.snapshot_taken, self._note_account)
        across(engine.progressed, self.window.show_progress)
        across(engine.noticed, self.window.show_notice)
        across(engine.unusable, self._refuse)
        self.window.quit_requested.connect(self.quit)
        for menu in (*self.window.findChildren(PauseMenu), self.window.tray.pause_menu):
            menu.asked.connect(self._pause)
            across(engine.snapshot_taken, menu.show_snapshot)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._note_focus)

    def _branch(self, show: Callable[[Progress | None], None], tell: Callable[[Notice], None]) -> Branch:
        from workestra_desktop import branch_process

        command, env = branch_process.command(self._profile), branch_process.environment(self._env)
        return Branch(command, env, self._interrupt, show, tell, lambda: self._zone)

    @contextmanager
    def _engine_desk(self) -> Iterator[Desk]:
        from workestra_desktop.assembly import open_desk

        with open_desk(
            self._profile,
            self._env,
            on_progress=self.engine.progress,
            on_notice=self.engine.notice,
            on_request=self._on_request,
            interrupt=self._interrupt,
            vault=self._vault,
            demo=self._demo,
        ) as desk:
            self._zone = desk.around.host_zone
            yield desk

    @contextmanager
    def _reader_desk(self) -> Iterator[Desk]:
        from workestra_desktop.assembly import open_desk

        with open_desk(self._profile, self._env, interrupt=self._interrupt, demo=self._demo) as desk:
            yield desk

    def start(self, *, hidden: bool = False, front: Front | None = None) -> None:
        """`front` stands already where the window will: it gives way as soon as there is something to show."""
        sys.setswitchinterval(HAND_OVER)
        self._collector.start()
        for thread in self._threads:
            thread.start()
        if front is not None:
            self._front = front
            QTimer.singleShot(STAND_WITHIN_MS, self, self._stand)
        elif not hidden:
            self.window.show()
        elif not self.window.tray.available:
            self.window.showMinimized()  # hidden with no tray to call it back from would be lost
        QTimer.singleShot(0, self, self._watch_network)

    @Slot()
    def _stand(self) -> None:
        """The window takes its front's place; once."""
        front, self._front = self._front, None
        if front is not None and not self._stopping:
            front.give_way(self.window)

    @Slot()
    def open_door(self) -> None:
        """From now on a second start brings this window to the front, and hands it its link. Only for who is the
        profile's one window."""
        from workestra_desktop.desktop.door import Door

        door = self._door = Door(self._profile, self)
        door.knocked.connect(self.window.open_at)
        door.brought.connect(self.window.open_link)

    @Slot()
    def _watch_network(self) -> None:
        """Once the window stands: loading what the system offers for it takes a moment."""
        from workestra_desktop.desktop.network import Network

        self._network = Network(parent=self)
        self._network.returned.connect(self._note_network)

    @Slot()
    def _note_network(self) -> None:
        self._nudged.emit(Trigger.NETWORK)

    @Slot(Qt.ApplicationState)
    def _note_focus(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._nudged.emit(Trigger.FOCUS)

    @Slot(object)
    def _pause(self, command: Pause) -> None:
        self.courier.spawn(self._paused(command))

    async def _paused(self, command: Pause) -> None:
        try:
            await self.courier.ask(command)
        except Failure as failure:
            self._tell(failure.trouble, "not_paused")

    @Slot(object)
    def _note_work(self, snapshot: Snapshot) -> None:
        self._stand()
        self._collector.show_busy(snapshot.state is State.SYNCING)

    @Slot(object)
    def _note_language(self, snapshot: Snapshot) -> None:
        if snapshot.preferences.language != self._language:
            self._language = snapshot.preferences.language
            language.note(self._profile, self._language)

    @Slot(object)
    def _note_account(self, snapshot: Snapshot) -> None:
        """Where everything was erased, here or by the command, the files beside the database go as well. Until there is
        an account again nothing is kept of the window."""
        known = snapshot.apple_id is not None
        if self._known and not known:
            self._erased = True
            try:
                beside.erase(self._profile)
            except Failure as failure:
                self._tell(failure.trouble, "not_erased")
        elif known:
            self._erased = False
        self._known = known

    @Slot(object)
    def _refuse(self, trouble: Trouble) -> None:
        """The profile cannot be used: say why, then end; nothing in it was touched."""
        self._refused = True
        self._stand()
        self._tell(trouble, "unusable").finished.connect(self.quit)

    def _tell(self, trouble: Trouble, name: str) -> QMessageBox:
        from workestra_desktop.ui.words import worded

        text = worded(trouble)
        box = QMessageBox(
            QMessageBox.Icon.Critical, text.title, text.title, QMessageBox.StandardButton.Close, self.window
        )
        box.setObjectName(name)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(f"{text.message} {text.action}.")
        for told in box.findChildren(QLabel):  # there may be a command to copy
            told.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        box.open()
        return box

    @Slot()
    def quit(self) -> None:
        """Hides at once, cuts off the request in flight, and lets the threads end. Never waits for a server."""
        if self._stopping:
            return
        self._stopping = True
        if not self._refused and not self._erased:
            self._place.keep(self.window)
        if self._front is not None:
            self._front.hide()
        if self._door is not None:
            self._door.close()  # who starts the app now waits for the end, and opens it anew
        self.window.leave()
        if self._popups is not None:
            self._popups.stop()
        self.courier.close()
        self._interrupt.stop()
        self._cutting.start()
        self._stop.emit()
        QTimer.singleShot(STOP_WITHIN_MS, self, self._give_up)

    @Slot()
    def _thread_ended(self) -> None:
        if all(thread.isFinished() for thread in self._threads):
            self._end(True)

    @Slot()
    def _give_up(self) -> None:
        self._end(False)

    def _end(self, stopped: bool) -> None:
        """Each thread reports its end, and both may have ended before the first report arrives."""
        if not self._over:
            self._over = True
            self._cutting.stop()
            self._collector.stop()
            self.ended.emit(stopped)


def poll_every(env: Mapping[str, str]) -> timedelta:
    return max(seconds(env, "WORKESTRA_POLL_SECONDS", 600.0), timedelta(seconds=1))


def _proposal_file(events: Sequence[Proposal], now: datetime, name: str) -> str:
    """Imported only when a calendar file is wanted."""
    from workestra_desktop.ical.proposals import proposal_file

    return proposal_file(events, now, name)
