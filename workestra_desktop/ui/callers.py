"""Who calls the window to the front from outside, the tray, what pops up, a second start, and what they call it for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from workestra_desktop.ui.notice_gate import Popup
from workestra_desktop.ui.notice_words import unmarked
from workestra_desktop.ui.notices import Notices
from workestra_desktop.ui.pages import MAIN, Page, Pages
from workestra_desktop.ui.tray import Tray
from workestra_desktop.ui.tray_words import Fix


class Callers(QObject):
    """`remedied(trouble)`, `new_booking`: what the host wants of the window that is in front now."""

    remedied = Signal(object)
    new_booking = Signal()

    def __init__(self, window: QWidget, pages: Pages, tray: Tray, notices: Notices) -> None:
        super().__init__(window)
        self._window, self._pages, self._popups = window, pages, notices.popups
        for called in (tray.opened, notices.opened, notices.raised):
            called.connect(self.bring)
        self._gone = False
        tray.menu.fixed.connect(self._fix)
        tray.menu.new_booking.connect(self._new_booking)

    def bring(self, booking_id: str = "") -> None:
        """The window to the front, at `booking_id` if one is named; a dialog that is open stays before it."""
        if self._gone:
            return  # a click that was on its way when the host quit
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        front = QApplication.activeModalWidget() or window
        front.raise_()
        front.activateWindow()
        if booking_id and self._pages.front in MAIN:
            self._pages.open_booking(booking_id)

    def _fix(self, fix: Fix) -> None:
        """From the tray: the window comes first, at what the action is about."""
        self.bring()
        if fix.matter is None or self._gone:
            return
        if fix.matter.booking is None:
            self.remedied.emit(fix.matter.trouble)
            return
        self._pages.open_booking(fix.matter.booking.id)
        uid = fix.matter.overlap.uid if fix.matter.overlap else ""
        self._pages.bookings_page.look_at(fix.matter.booking.id, uid)

    def _new_booking(self) -> None:
        self.bring()
        if self._pages.front is not Page.CONNECT and not self._gone:
            self._pages.go_back()
            self.new_booking.emit()

    def end(self) -> None:
        """Nobody brings the window back from now on."""
        self._gone = True

    def answer(self, text: str) -> None:
        """Where the question came from: beside the tray icon."""
        self._popups.post.show(Popup(self.tr("Copy my times"), unmarked(text), passing=True))
