"""The line above every page that tells of a link from outside: that it waits, or why it is of no use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, frame, label


class RequestBar(QWidget):
    """`dismissed`: the host wants none of it."""

    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("request_bar")
        self.text = label(wrap=True, name="request_text")
        self.close_button = button("", "request_close", "icon")
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.clicked.connect(self._dismiss)
        card: QFrame = frame("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 0)
        box.addWidget(card)
        self._paint_icons()
        self.hide()

    def tell(self, text: str) -> None:
        self.text.setText(text)
        self.close_button.setAccessibleDescription(text)
        self.show()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _paint_icons(self) -> None:
        self.close_button.setIcon(symbol("close", tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
