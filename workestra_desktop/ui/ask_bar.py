"""A question inside a dialog, asked before something is lost. Everything else goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from workestra_desktop.ui.parts import button, label


class AskBar(QFrame):
    """Hidden until it asks. The focus goes to the answer that loses nothing, and back to where it was afterwards."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "warning")
        self._then: Callable[[], None] = lambda: None
        self._back: QWidget | None = None
        self.text = label(wrap=True, name=f"{name}_text")
        self.no = button("", f"{name}_no")
        self.yes = button("", f"{name}_yes", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._agree)
        self.hide()

    def ask(self, text: str, *, yes: str, no: str, then: Callable[[], None]) -> None:
        """`then` runs if the host says `yes`."""
        if self.isHidden():
            self._back = QApplication.focusWidget()
        self._then = then
        self.text.setText(text)
        self.yes.setText(yes)
        self.no.setText(no)
        self.setAccessibleName(text)
        self.no.setAccessibleDescription(text)
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        self.hide()
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.hide()
        self._back = None
        self._then()
