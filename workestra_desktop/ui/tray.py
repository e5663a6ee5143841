"""The app's place in the tray: its icon, its menu, and what pops up beside it. Trays come late, go and come back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from workestra_desktop.core.commands import ChangePreferences
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.ui.notice_gate import Popup
from workestra_desktop.ui.tray_bar import Bar, this_bar
from workestra_desktop.ui.tray_icon import tray_icon
from workestra_desktop.ui.tray_menu import TrayMenu
from workestra_desktop.ui.tray_words import hover_words, stale_at
from workestra_desktop.ui.when import utc_now

LOOKS = (1, 2, 4, 8, 15, 30, 60, 60, 120)
"""Where there is no tray yet: seconds until it is looked for again, each from the last look. At login panels are often
later than the programs started with them. After these five minutes every snapshot looks."""
_MS = timedelta(milliseconds=1)
_LONGEST = timedelta(hours=6)


class Tray(QObject):
    """`opened(booking id or "")` when the host wants the window, `clicked` when what popped up was chosen, `wished` a
    command that the host chose here."""

    opened = Signal(str)
    popped = Signal(object)
    """The `Popup` that is shown now."""
    clicked = Signal()
    wished = Signal(object)

    def __init__(
        self,
        available: Callable[[], bool],
        parent: QObject | None = None,
        now: Callable[[], datetime] = utc_now,
        *,
        template: bool = sys.platform == "darwin",
        bar: Callable[[bool], Bar] = this_bar,
    ) -> None:
        super().__init__(parent)
        self._available, self._now, self._template, self._bar = available, now, template, bar
        self._snapshot: Snapshot | None = None
        self._state, self._dark = State.NOT_CONNECTED, False
        self._wish: bool | None = None
        self._looks = iter(LOOKS)
        self._gone = False
        self.menu = TrayMenu(now)
        self.pause_menu = self.menu.pause
        self.icon = self._made()
        self.menu.opened.connect(self.opened)
        self.menu.hiding.connect(self._hide)
        self.menu.aboutToShow.connect(self.refresh)
        self._due = QTimer(self, singleShot=True, timerType=Qt.TimerType.VeryCoarseTimer)
        self._due.timeout.connect(self.refresh)
        self._search = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._search.timeout.connect(self._look)
        self._search.start(0)

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._picture, self)
        icon.setContextMenu(self.menu)
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self.clicked)
        return icon

    # Whether there is a tray

    @property
    def available(self) -> bool:
        """Whether this desktop shows tray icons now."""
        return self._available()

    def appear(self) -> None:
        """Show the icon where there is a tray. Qt settles for one kind of tray when an icon is made, so an icon that
        found none is made anew."""
        if self._gone or self.icon.isVisible() or not self.available:
            return
        made, self.icon = self.icon, self._made()
        made.deleteLater()
        self.icon.setToolTip(self._hover)
        self.icon.show()
        self._count_down()

    def _look(self) -> None:
        self.appear()
        after = next(self._looks, None)
        if not self.icon.isVisible() and after is not None:
            self._search.start(after * 1000)

    def disappear(self) -> None:
        """For good: the app ends."""
        self._gone = True
        self._search.stop()
        self._due.stop()
        self.icon.hide()

    # What it shows

    @property
    def hides(self) -> bool:
        """Whether guests and titles stay unnamed: as the host just chose, else as it is kept."""
        kept = self._snapshot is not None and self._snapshot.preferences.hide_titles
        return kept if self._wish is None else self._wish

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        if snapshot.preferences.hide_titles == self._wish:
            self._wish = None
        if snapshot.state is not self._state:
            self._state = snapshot.state
            self._paint()
        self.refresh()
        self.appear()

    def refresh(self) -> None:
        """Bring countdowns up to now."""
        if self._snapshot is not None:
            self.menu.show_snapshot(self._snapshot, self._now(), hide=self.hides)
            self.icon.setToolTip(self._hover)
            self._count_down()

    @property
    def _hover(self) -> str:
        return "" if self._snapshot is None else hover_words(self._snapshot, self._now(), hide=self.hides)

    def _count_down(self) -> None:
        """Wake up when a text goes stale, and only if somebody might read it."""
        self._due.stop()
        now = self._now()
        stale = stale_at(self._snapshot, now) if self._snapshot is not None and self.icon.isVisible() else None
        if stale is not None:
            self._due.start(min(max(stale - now, timedelta(seconds=1)), _LONGEST) // _MS)

    def wear(self, *, dark: bool) -> None:
        if dark is not self._dark:
            self._dark = dark
            self._paint()

    def _paint(self) -> None:
        self.icon.setIcon(self._picture)

    @property
    def _picture(self) -> QIcon:
        return tray_icon(self._state, self._bar(self._dark), template=self._template)

    def pop_up(self, popup: Popup) -> bool:
        """Tell it beside the icon; False where there is no tray to tell it."""
        if not self.available:
            return False
        self.appear()
        self.icon.showMessage(popup.title, popup.body, tray_icon(self._state, Bar.EITHER))
        self.popped.emit(popup)
        return True

    # What the host does

    def _hide(self, hide: bool) -> None:
        """At once: the host may be about to share the screen."""
        if self._snapshot is not None:
            self._wish = hide
            self.refresh()
            self.wished.emit(ChangePreferences(replace(self._snapshot.preferences, hide_titles=hide)))

    def refuse_wish(self) -> None:
        """What was wished for could not be kept: show what is."""
        self._wish = None
        self.refresh()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit("")
