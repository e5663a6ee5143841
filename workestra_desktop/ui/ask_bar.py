"""A question inside a dialog, asked before something is lost. Everything else goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from workestra_desktop.ui.parts import button, label

_LETTERS = 48
"""How many letters of the question a line has at least."""


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
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addStretch(1)
        answers.addWidget(self.no)
        answers.addWidget(self.yes)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.text, 1)
        self._row.addLayout(answers)
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
        self._arrange()
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        self.hide()
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def _arrange(self) -> None:
        """The answers stand beside the question where that leaves it room for some words a line, else below it."""
        answers = self.no.sizeHint().width() + self.yes.sizeHint().width()
        beside = self.width() - answers >= _LETTERS * self.fontMetrics().averageCharWidth()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _agree(self) -> None:
        self.hide()
        self._back = None
        self._then()
