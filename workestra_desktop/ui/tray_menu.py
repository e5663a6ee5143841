"""The tray's menu: how things stand, what mends it, the next booking, and what a host does many times a day.

Some desktops show a copy of it that they fetch over D-Bus and may never say that it opens: every entry is set
whenever something changes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from workestra_desktop.core.link import safe_url
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.words import Step
from workestra_desktop.ui.outside import open_outside
from workestra_desktop.ui.parts import named, no_mnemonic
from workestra_desktop.ui.pause_menu import PauseMenu
from workestra_desktop.ui.pause_words import standing
from workestra_desktop.ui.tray_words import Fix, fix, next_booking, next_words
from workestra_desktop.ui.when import utc_now


class TrayMenu(QMenu):
    """Every wish leaves as a signal; joining a meeting and copying its address it does itself."""

    fixed = Signal(object)
    """The `Fix` the host chose, but for one that only syncs."""
    opened = Signal(str)
    """A booking's id, or '' for the window as it is."""
    new_booking = Signal()
    copy_times = Signal()
    sync_now = Signal()
    hiding = Signal(bool)
    notices = Signal()
    quit_requested = Signal()

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self.setObjectName("tray_menu")
        self._fix: Fix | None = None
        self._next = self._address = ""
        self.pause = PauseMenu(self, now)
        self.state_action = self._entry("", "tray_state", lambda: None)
        self.state_action.setEnabled(False)
        self.fix_action = self._entry("", "tray_fix", self._mend)
        self.addAction(self.pause.resume)
        self.addSeparator()
        self.next_action = self._entry("", "tray_next", lambda: self.opened.emit(self._next))
        self.join_action = self._entry(self.tr("&Join meeting"), "tray_join", lambda: open_outside(self._address))
        self.copy_action = self._entry(self.tr("Copy meeting lin&k"), "tray_copy_link", self._copy)
        self.addSeparator()
        self.book_action = self._entry(self.tr("&New booking…"), "tray_book", self.new_booking.emit)
        self.times_action = self._entry(self.tr("&Copy my times…"), "tray_times", self.copy_times.emit)
        self.addSeparator()
        self.sync_action = self._entry(self.tr("&Sync now"), "tray_sync", self.sync_now.emit)
        self.addMenu(self.pause)
        self.hide_action = self._entry(self.tr("&Hide names and titles"), "tray_hide", lambda: None)
        self.hide_action.setCheckable(True)
        self.hide_action.toggled.connect(self.hiding)
        self.addSeparator()
        self.notices_action = self._entry(self.tr("No&tices…"), "tray_notices", self.notices.emit)
        self.open_action = self._entry(self.tr("&Open Workestra"), "tray_open", lambda: self.opened.emit(""))
        self.quit_action = self._entry(self.tr("&Quit"), "tray_quit", self.quit_requested.emit)

    def _entry(self, text: str, name: str, act: Callable[[], object]) -> QAction:
        action = named(QAction(text, self), name)
        action.setMenuRole(QAction.MenuRole.NoRole)  # macOS would carry some off into its own menu by their names
        action.triggered.connect(lambda _checked: act())
        self.addAction(action)
        return action

    def show_snapshot(self, snapshot: Snapshot, now: datetime, *, hide: bool) -> None:
        """`hide`: name no guest and no title."""
        usable = snapshot.connected and snapshot.setup_done
        self.state_action.setText(no_mnemonic(standing(snapshot, now)))
        self._fix = fix(snapshot, now)
        self.fix_action.setVisible(self._fix is not None)
        self.fix_action.setText(no_mnemonic(self._fix.label) if self._fix else "")
        booking = next_booking(snapshot, now)
        self._next = booking.id if booking else ""
        self._address = booking.meeting_url if booking and safe_url(booking.meeting_url) else ""
        self.next_action.setText(no_mnemonic(next_words(snapshot, now, hide=hide)))
        self.next_action.setEnabled(bool(booking))
        self.next_action.setVisible(usable)
        for action in (self.join_action, self.copy_action):
            action.setVisible(usable and bool(self._address))
        for action in (self.book_action, self.times_action, self.sync_action):
            action.setEnabled(usable)
        with QSignalBlocker(self.hide_action):
            self.hide_action.setChecked(hide)
        self.pause.show_snapshot(snapshot)
        unseen = sum(not kept.seen for kept in snapshot.notices)
        text = self.tr("No&tices ({count} new)…").format(count=unseen) if unseen else self.tr("No&tices…")
        self.notices_action.setText(text)
        self.notices_action.setEnabled(snapshot.apple_id is not None)

    def _mend(self) -> None:
        if self._fix is not None and self._fix.step is Step.SYNC:
            self.sync_now.emit()
        elif self._fix is not None:
            self.fixed.emit(self._fix)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
