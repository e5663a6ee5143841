"""Everything that is told: the pop-ups beside the tray, the bell with what is new, and the list of it all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workestra_desktop.core.commands import SeeNotices
from workestra_desktop.core.desktop_popup import PopupService
from workestra_desktop.core.notice import Notice
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.notice_bell import NoticeBell
from workestra_desktop.ui.notice_popups import NoticePopups
from workestra_desktop.ui.notices_dialog import NoticesDialog
from workestra_desktop.ui.tray import Tray


class Notices(QObject):
    """`opened(booking id or "")` and `undone(booking id)` are the host's wishes; `raised`: the list was asked for from
    outside the window, which is to come first. `wished` carries `SeeNotices`."""

    opened = Signal(str)
    undone = Signal(str)
    raised = Signal()
    wished = Signal(object)

    def __init__(
        self, tray: Tray, now: Callable[[], datetime], window: QWidget, service: PopupService | None = None
    ) -> None:
        super().__init__(window)
        self._snapshot: Snapshot | None = None
        self._said = 0
        self._refused = False
        self.bell = NoticeBell()
        self.popups = NoticePopups(tray, now, self, service)
        self.dialog = NoticesDialog(now, window)
        self.bell.clicked.connect(self.show_list)
        self.popups.opened.connect(self.opened)
        self.dialog.opened.connect(self.opened)
        self.dialog.undone.connect(self.undone)
        for asked in (self.popups.listed, tray.menu.notices):
            asked.connect(self._show_from_outside)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.popups.show_snapshot(snapshot)
        self.dialog.show_snapshot(snapshot)
        self.bell.show_count(sum(not kept.seen for kept in snapshot.notices))
        if self.dialog.isVisible():
            self._see()

    def add(self, notice: Notice) -> None:
        """One that came just now: it may pop up."""
        self.popups.add(notice)

    def show_list(self) -> None:
        if self._snapshot is not None and self._snapshot.apple_id is not None:
            self.dialog.bring()
            if self._refused:
                self._said, self._refused = 0, False
            self._see()

    def _show_from_outside(self) -> None:
        self.raised.emit()
        self.show_list()

    def _see(self) -> None:
        """Say once that the host has the newest in front."""
        newest = self.dialog.model.newest
        unseen = self._snapshot is not None and any(not kept.seen for kept in self._snapshot.notices)
        if unseen and newest > self._said:
            self._said = newest
            self.wished.emit(SeeNotices(newest))

    def refuse_seen(self) -> None:
        """That they were seen could not be kept: it is said again when the list is opened again. Not before: each
        snapshot would ask, and be refused, anew."""
        self._refused = True

    def stop(self) -> None:
        self.popups.stop()
        self.dialog.done(NoticesDialog.DialogCode.Rejected)
