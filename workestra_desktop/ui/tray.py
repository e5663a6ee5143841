"""The icon in the tray: a pure function of the app's state, a small menu, and notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from workestra_desktop.core.snapshot import Notice, Snapshot, State
from workestra_desktop.ui.icons import drawing, painted
from workestra_desktop.ui.parts import no_mnemonic
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.pause_words import standing
from workestra_desktop.ui.when import utc_now, zone_of
from workestra_desktop.ui.words import next_line, notice_words


@dataclass(frozen=True, slots=True)
class Sign:
    """One state's picture: a drawing in `resources/tray` and its colour on a light and on a dark bar."""

    drawing: str
    on_light: str
    on_dark: str


def sign(state: State) -> Sign:
    """Each state has a shape and a colour of its own, so that neither alone has to be told apart."""
    match state:
        case State.UP_TO_DATE:
            return Sign("up-to-date", "#1b7344", "#6ecb96")
        case State.SYNCING:
            return Sign("syncing", "#2b65c8", "#7aa9f7")
        case State.WAITING:
            return Sign("waiting", "#85560a", "#f0c264")
        case State.OFFLINE:
            return Sign("offline", "#5a6370", "#a6aebb")
        case State.PAUSED:
            return Sign("paused", "#6c3fb4", "#c3a2f5")
        case State.ATTENTION:
            return Sign("attention", "#b0261e", "#e5635a")
        case State.NOT_CONNECTED:
            return Sign("not-connected", "#6b4a3a", "#d3b3a2")
        case _:
            assert_never(state)


def tray_icon(state: State, *, dark: bool) -> QIcon:
    chosen = sign(state)
    ink = "#eceef2" if dark else "#1c2128"
    svg = drawing(f"tray/{chosen.drawing}", ink, chosen.on_dark if dark else chosen.on_light)
    return painted(svg, (16, 20, 22, 24, 32, 48, 64))


class Tray(QObject):
    """`opened(booking id or "")` when the host wants the window."""

    opened = Signal(str)
    new_booking = Signal()
    sync_now = Signal()
    quit_requested = Signal()

    def __init__(
        self, available: Callable[[], bool], parent: QObject | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        super().__init__(parent)
        self._available = available
        self._state, self._dark = State.NOT_CONNECTED, False
        self._about = ""
        self._next = ""
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self.state_action = QAction(self)
        self.next_action = QAction(self)
        self.state_action.setEnabled(False)
        self.pause_menu = PauseMenu(self.menu, now)
        self.menu.addActions([self.state_action, self.pause_menu.resume])
        self.menu.addAction(self.next_action)
        self.menu.addSeparator()
        self.book_action = self._action(self.tr("New booking…"), self.new_booking.emit)
        self.sync_action = self._action(self.tr("Sync now"), self.sync_now.emit)
        self.menu.addMenu(self.pause_menu)
        self.open_action = self._action(self.tr("Open Workestra"), lambda: self.opened.emit(""))
        self.menu.addSeparator()
        self.quit_action = self._action(self.tr("Quit"), self.quit_requested.emit)
        self.next_action.triggered.connect(lambda: self.opened.emit(self._next))
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(lambda: self.opened.emit(self._about))
        self._paint()

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked: act())
        self.menu.addAction(action)
        return action

    @property
    def available(self) -> bool:
        """Whether this desktop shows tray icons now; a tray may come and go."""
        return self._available()

    def appear(self) -> None:
        """Show the icon where there is a tray."""
        if self.available and not self.icon.isVisible():
            self.icon.show()

    def show_snapshot(self, snapshot: Snapshot, now: datetime) -> None:
        if snapshot.state is not self._state:
            self._state = snapshot.state
            self._paint()
        line = standing(snapshot, now)
        self.state_action.setText(no_mnemonic(line))
        self.next_action.setText(no_mnemonic(next_line(snapshot, now)))
        self._next = snapshot.next_booking.id if snapshot.next_booking else ""
        self.next_action.setEnabled(bool(self._next))
        for action in (self.book_action, self.sync_action):
            action.setEnabled(snapshot.connected and snapshot.setup_done)
        self.pause_menu.show_snapshot(snapshot)
        self.icon.setToolTip("Workestra – " + line)
        self.appear()

    def wear(self, *, dark: bool) -> None:
        if dark is not self._dark:
            self._dark = dark
            self._paint()

    def show_notice(self, notice: Notice, host_zone: str, now: datetime) -> bool:
        """Tell `notice` beside the icon; False where there is no tray to tell it."""
        if not self.available:
            return False
        self.appear()
        self._about = notice.booking.id if notice.booking else ""
        title, body = notice_words(notice, zone_of(host_zone), now)
        self.icon.showMessage(title, body, tray_icon(self._state, dark=self._dark))
        return True

    def disappear(self) -> None:
        self.icon.hide()

    def _paint(self) -> None:
        self.icon.setIcon(tray_icon(self._state, dark=self._dark))

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit("")
