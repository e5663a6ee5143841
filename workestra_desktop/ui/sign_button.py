"""A small button that shows one sign and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workestra_desktop.ui.icons import drawing, painted
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import tip

_AROUND = 10
"""Pixels: what the style sheet puts around an icon."""


class SignButton(QPushButton):
    """`sign` is a drawing's name, `title` what it does. A form has hundreds of them, of which few are in sight: the
    drawing is made when it is first painted."""

    def __init__(self, sign: str, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "icon")
        self.setAutoDefault(True)
        self.setAccessibleName(title)
        self.setToolTip(tip(title))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sign, self._ink = sign, ""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same with the drawing and before it is made."""
        return self.iconSize() + QSize(_AROUND, _AROUND)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        ink = tokens(self.palette()).muted
        if ink != self._ink:
            self._ink = ink
            self.setIcon(painted(drawing(f"icons/{self._sign}", ink), (16, 24, 32, 48)))
        super().paintEvent(event)
