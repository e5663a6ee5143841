"""The bell at the foot of the main pages: how many notices are new, and the way to their list."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens


class NoticeBell(QPushButton):
    """The number stands in words beside the bell, which is filled with no colour of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notices_bell")
        self.setProperty("role", "icon")
        self.setAutoDefault(True)
        self._count = -1
        self.show_count(0)

    def show_count(self, unseen: int) -> None:
        if unseen == self._count:
            return
        self._count = unseen
        self.setText(self.tr("{count} new").format(count=unseen) if unseen else "")
        said = self.tr("Notices, {count} new").format(count=unseen) if unseen else self.tr("Notices")
        self.setAccessibleName(said)
        self.setToolTip(self.tr("Notices (Ctrl+Shift+N)"))
        self._paint()

    def _paint(self) -> None:
        t = tokens(QGuiApplication.palette())  # its own has no ground, which reads as a dark one
        self.setIcon(symbol("bell-dot" if self._count > 0 else "bell", t.accent if self._count > 0 else t.muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_count"):
            self._paint()
