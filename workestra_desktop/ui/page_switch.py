"""The switch between the two main pages, at the same place on both."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from workestra_desktop.ui.parts import button


class PageSwitch(QWidget):
    """`here` names the page it stands on: `bookings` or `week`. `left` asks for the other one."""

    left = Signal()

    def __init__(self, here: str) -> None:
        super().__init__()
        self.setObjectName(f"switch_on_{here}")
        self.setAccessibleName(self.tr("Page"))
        self.bookings = button(self.tr("Bookin&gs"), "to_bookings", "segment")
        self.week = button(self.tr("&Week"), "to_week", "segment")
        self._here, self._other = (self.bookings, self.week) if here == "bookings" else (self.week, self.bookings)
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for each in (self.bookings, self.week):
            each.setCheckable(True)
            each.setProperty("large", "true")
            group.addButton(each)
            row.addWidget(each)
        self._here.setChecked(True)
        self._other.clicked.connect(self._leave)

    def _leave(self) -> None:
        self._here.setChecked(True)  # as it shall look when the host comes back
        self.left.emit()
