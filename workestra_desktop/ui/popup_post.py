"""How what pops up gets to the screen: by the desktop's own service, which says what was chosen, else by the tray."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workestra_desktop.core.desktop_popup import Act, Chosen, DesktopPopup, PopupService
from workestra_desktop.ui.notice_gate import Popup
from workestra_desktop.ui.outside import open_outside
from workestra_desktop.ui.tray import Tray

REMEMBERED = 64
"""So many of the last ones can still be chosen."""
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable


class PopupPost(QObject):
    """`chosen(Popup)`: the host clicked that one. Of what the tray shows `Tray.clicked` tells, if anything does."""

    chosen = Signal(object)
    _heard = Signal(object)
    _missed = Signal(int)

    def __init__(self, tray: Tray, service: PopupService | None, parent: QObject) -> None:
        super().__init__(parent)
        self._tray, self._service = tray, service
        self._key = 0
        self._sent: OrderedDict[int, Popup] = OrderedDict()
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._missed.connect(self._fall_back, Qt.ConnectionType.QueuedConnection)
        if service is not None:
            service.listen(self._heard.emit, self._missed.emit)

    def show(self, popup: Popup) -> None:
        if self._service is None:
            self._tray.pop_up(popup)
            return
        same = (key for key, sent in reversed(self._sent.items()) if sent.topic == popup.topic)
        before = next(same, 0) if popup.topic else 0
        self._key += 1
        self._sent[self._key] = popup
        while len(self._sent) > REMEMBERED:
            self._sent.popitem(last=False)
        join = self.tr("Join") if popup.meeting_url else ""
        self._service.show(
            DesktopPopup(
                self._key, popup.title, popup.body, self.tr("Open"), join, replaces=before, passing=popup.passing
            )
        )

    @Slot(object)
    def _hear(self, chosen: Chosen) -> None:
        popup = self._sent.get(chosen.key)
        if popup is None:
            return
        with _carried(chosen.token):
            if chosen.act is Act.JOIN:
                open_outside(popup.meeting_url)
            else:
                self.chosen.emit(popup)

    @Slot(int)
    def _fall_back(self, key: int) -> None:
        if (popup := self._sent.pop(key, None)) is not None:
            self._tray.pop_up(popup)


@contextmanager
def _carried(token: str) -> Iterator[None]:
    """While it lasts, a window that comes to the front and a program that is started bear `token`: Qt's way on Wayland
    (QWindow::requestActivate), and what browsers read."""
    if token:
        os.environ[_TOKEN] = token
    try:
        yield
    finally:
        if token:
            os.environ.pop(_TOKEN, None)
