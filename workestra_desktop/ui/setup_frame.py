"""How a page of the set-up stands: the steps above, the rest in the middle, scrolled where the window is too small."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.ui.parts import scrolled
from workestra_desktop.ui.steps_line import StepsLine
from workestra_desktop.ui.tokens import Space

_MOST = 1000
"""What is in the middle takes all the width it may have, and the margins the rest."""


def stand_alone(page: QWidget, steps: StepsLine, part: QWidget | QBoxLayout, *, above: int, below: int) -> QScrollArea:
    """Lay `page` out; the free height is shared `above` to `below` around `part`. Gives what scrolls."""
    inside = QWidget()
    inside.setProperty("role", "page")
    middle = QHBoxLayout()
    middle.addStretch(1)
    if isinstance(part, QWidget):
        middle.addWidget(part, _MOST)
    else:
        middle.addLayout(part, _MOST)
    middle.addStretch(1)
    whole = QVBoxLayout(inside)
    whole.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
    whole.addStretch(above)
    whole.addLayout(middle)
    whole.addStretch(below)
    area = scrolled(inside)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, Space.L, 0, 0)
    outer.setSpacing(Space.XS)
    outer.addWidget(steps)
    outer.addWidget(area, 1)
    return area
