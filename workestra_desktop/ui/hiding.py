"""What closing the window means while the app goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workestra_desktop.ui.notice_bars import NoticeBars
from workestra_desktop.ui.tray import Tray


class Hiding(QObject):
    """Into the tray; where there is none, the window is only minimised, which is said once."""

    def __init__(self, window: QWidget, tray: Tray, bars: NoticeBars) -> None:
        super().__init__(window)
        self._window, self._tray, self._bars = window, tray, bars
        self._said = False

    def hide(self) -> None:
        if self._tray.available:
            self._tray.appear()
            self._window.hide()
            return
        self._window.showMinimized()
        if not self._said:
            self._said = True
            self._bars.tell(
                self.tr("Closing only minimises the window, because this desktop has no tray. Quit with Ctrl+Q.")
            )
