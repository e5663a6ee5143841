"""Notices on their way to the tray: gathered for a moment, told one after another, and found again when clicked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.ui.notice_gate import Popup, popups
from workestra_desktop.ui.popup_post import PopupPost
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.when import zone_of

GATHER_MS = 2000
"""How long after a notice others may join it; for as long as the round goes on, but not longer than `AT_LAST`."""
AT_LAST = timedelta(seconds=20)
APART_MS = 5000
"""Some desktops have room for one balloon only: the next one takes the place of the last."""
FADED = timedelta(minutes=1)
"""After that nothing that popped up is still on the screen, but for a list of the desktop's own."""


class NoticePopups(QObject):
    """`opened(booking id or "")` and `listed`: what the host wants to see after choosing what popped up.

    Beside the tray icon the system says that a notice was chosen, but not which (QSystemTrayIcon.messageClicked). So
    only if all that can still be on the screen is about one booking is that one opened; else the list is, which has
    them all. A desktop's own service says which.
    """

    opened = Signal(str)
    listed = Signal()

    def __init__(
        self, tray: Tray, now: Callable[[], datetime], parent: QObject, service: PopupService | None = None
    ) -> None:
        super().__init__(parent)
        self._tray, self._now = tray, now
        self.post = PopupPost(tray, service, self)
        self._snapshot: Snapshot | None = None
        self._gathered: list[Notice] = []
        self._since: datetime | None = None
        self._queue: deque[tuple[Popup, Popup]] = deque()
        """Each as it is, and without names: the host may begin to share the screen while it waits."""
        self._shown: list[Popup] = []
        self._shown_at: datetime | None = None
        self._looked = True
        coarse = Qt.TimerType.CoarseTimer
        self.gathering = QTimer(self, singleShot=True, timerType=coarse)
        self.gathering.timeout.connect(self._decide)
        self._next = QTimer(self, singleShot=True, timerType=coarse)
        self._next.timeout.connect(self._tell)
        tray.popped.connect(self._note)
        tray.clicked.connect(self._choose)
        self.post.chosen.connect(self._open)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._note_look)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if self._gathered and not self.gathering.isActive():
            self.gathering.start(GATHER_MS)

    def add(self, notice: Notice) -> None:
        self._since = self._since or self._now()
        self._gathered.append(notice)
        self.gathering.start(GATHER_MS)

    def _decide(self) -> None:
        now, snapshot = self._now(), self._snapshot
        if snapshot is None:
            return
        waited = now - (self._since or now)
        if snapshot.state is State.SYNCING and timedelta() <= waited < AT_LAST:
            self.gathering.start(GATHER_MS)
            return
        paused = snapshot.paused_until is not None and snapshot.paused_until > now
        notices, self._gathered, self._since = self._gathered, [], None
        named, bare = (
            popups(notices, snapshot.preferences, paused=paused, hide=hide, where=zone_of(snapshot.host_zone), now=now)
            for hide in (False, True)
        )
        self._queue += zip(named, bare, strict=True)
        if not self._next.isActive():
            self._tell()

    def _tell(self) -> None:
        if not self._queue:
            return
        named, bare = self._queue.popleft()
        self.post.show(bare if self._tray.hides else named)
        if self._queue:
            self._next.start(APART_MS)

    def _note(self, popup: Popup) -> None:
        """Whoever let it pop up: a click may be meant for it."""
        now = self._now()
        if self._looked and (self._shown_at is None or now - self._shown_at > FADED):
            self._shown = []
        self._looked = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        self._shown.append(popup)
        self._shown_at = now

    def _note_look(self, state: Qt.ApplicationState) -> None:
        self._looked = self._looked or state is Qt.ApplicationState.ApplicationActive

    def _choose(self) -> None:
        targets = {(popup.booking, popup.listed) for popup in self._shown}
        if len(targets) != 1:
            self.listed.emit()
            return
        self._open(self._shown[-1])

    def _open(self, popup: Popup) -> None:
        if popup.listed:
            self.listed.emit()
        else:
            self.opened.emit(popup.booking)

    def stop(self) -> None:
        """The app ends: what was not told yet is in the list at the next start."""
        self.gathering.stop()
        self._next.stop()
        self._queue.clear()
