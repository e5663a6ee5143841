"""The last notice, inside the window: for desktops without a tray, and for whoever missed the balloon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label


class NoticeBar(QFrame):
    """`looked(booking id)` when the host wants to see what it is about."""

    looked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_bar")
        self.setProperty("role", "card")
        self._booking = ""
        self.text = label(wrap=True, name="notice_text")
        self.look = button(self.tr("S&how"), "notice_show")
        self.close_button = button("", "notice_close", "icon")
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.look.clicked.connect(lambda: self.looked.emit(self._booking))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.look)
        row.addWidget(self.close_button)
        self._paint_icons()
        self.hide()

    def tell(self, text: str, booking: str = "") -> None:
        self._booking = booking
        self.text.setText(text)
        self.look.setVisible(bool(booking))
        self.show()

    def _paint_icons(self) -> None:
        self.close_button.setIcon(symbol("close", tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
