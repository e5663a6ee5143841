"""What the host does with the chosen booking, by button, key or menu, and where that leads."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import assert_never

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.booking_acts import Act, act_words, acts, mail_to
from workestra_desktop.ui.bookings_view import BookingsView
from workestra_desktop.ui.outside import open_outside


class BookingDeeds(QObject):
    """`reschedule`, `cancel`, `undo` and `let_go` carry the booking, `no_show` its id and whether its guest did not
    come. `copied` that its meeting link is on the clipboard."""

    reschedule = Signal(object)
    cancel = Signal(object)
    undo = Signal(object)
    let_go = Signal(object)
    no_show = Signal(str, bool)
    copied = Signal()

    def __init__(self, view: BookingsView) -> None:
        super().__init__(view)
        self._view = view
        self._snapshot: Snapshot | None = None
        self._now: datetime | None = None
        view.asked_menu.connect(self._menu)

    def stand_at(self, snapshot: Snapshot, now: datetime) -> None:
        self._snapshot, self._now = snapshot, now

    def do(self, act: Act) -> None:
        """If that can be done. Undo is passed on in any case: why not is told."""
        booking = self._view.selected
        if booking is None or (act is not Act.UNDO and act not in self._open(booking)):
            return
        match act:
            case Act.JOIN:
                open_outside(booking.meeting_url)
            case Act.COPY_LINK:
                QGuiApplication.clipboard().setText(booking.meeting_url)
                self.copied.emit()
            case Act.MAIL:
                open_outside(mail_to(booking))
            case Act.MOVE:
                self.reschedule.emit(booking)
            case Act.CANCEL:
                self.cancel.emit(booking)
            case Act.UNDO:
                self.undo.emit(booking)
            case Act.NO_SHOW | Act.CAME:
                self.no_show.emit(booking.id, act is Act.NO_SHOW)
            case _:
                assert_never(act)

    def end_here(self) -> None:
        """End the booking and leave its event."""
        booking = self._view.selected
        if booking is not None and booking.live:
            self.let_go.emit(booking)

    def _open(self, booking: Booking) -> frozenset[Act]:
        if self._snapshot is None or self._now is None:
            return frozenset()
        return acts(booking, self._snapshot, self._now)

    def _menu(self, where: QPoint) -> None:
        booking = self._view.selected
        if booking is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        can = self._open(booking)
        for act in Act:
            if act in can:
                menu.addAction(act_words(act, booking)).triggered.connect(partial(self._act, act))
        menu.addSeparator()
        menu.addAction(self.tr("Copy as te&xt")).triggered.connect(self._view.copy_line)
        menu.popup(where)

    def _act(self, act: Act, _checked: bool = False) -> None:
        self.do(act)
