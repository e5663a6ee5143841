"""The one place on a page where something that went wrong is told: title, message, one next step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.facts import UNKNOWN
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.ui.parts import button, frame, label, set_role
from workestra_desktop.ui.words import worded


class TroubleBox(QWidget):
    """Hidden while all is well. `acted` carries the trouble whose button was pressed.

    `facts` are what its words may tell of how the app stands; the window keeps them current.
    """

    acted = Signal(object)

    def __init__(self, name: str = "trouble") -> None:
        super().__init__()
        self.setObjectName(name)
        self._trouble: Trouble | None = None
        self.facts = UNKNOWN
        self._frame = frame("trouble")
        self.title = label(role="strong", wrap=True, name=f"{name}_title")
        self.message = label(wrap=True, name=f"{name}_message")
        self.action = button("", f"{name}_action")
        self.action.clicked.connect(self._act)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        inside = QHBoxLayout(self._frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(16)
        inside.addLayout(texts, 1)
        inside.addWidget(self.action)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._frame)
        self.hide()

    @property
    def trouble(self) -> Trouble | None:
        return self._trouble

    def show_trouble(self, trouble: Trouble, action: str = "") -> None:
        """Tell `trouble`. `action` is the text of the button that mends it; empty where the page itself does."""
        self._trouble = trouble
        # What the host asked for here is not tried again by itself.
        texts = worded(trouble, replace(self.facts, next_poll=None))
        self.title.setText(texts.title)
        self.message.setText(texts.message)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        set_role(self._frame, "warning" if trouble.passing else "trouble")
        self.setAccessibleName(f"{texts.title}. {texts.message}")
        self.show()

    def clear(self) -> None:
        self._trouble = None
        self.hide()

    def _act(self) -> None:
        if self._trouble is not None:
            self.acted.emit(self._trouble)
