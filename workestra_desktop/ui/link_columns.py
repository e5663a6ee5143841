"""How the link editor is laid out: the form between the list and the preview, or above it where there is less room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.ui.parts import label

WIDE = 1016
"""Pixels from which the preview has room beside the form; in a narrower window it stands below it."""

_PREVIEW_WIDTH = 272
_PREVIEW_HEIGHT = 228
SMALLEST = QSize(WIDE - _PREVIEW_WIDTH - 16, 520)
_UNBOUND = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class LinkColumns(QWidget):
    """`note` stands above `forms`."""

    def __init__(self, links: QWidget, note: QWidget, forms: QWidget, preview: QWidget) -> None:
        super().__init__()
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(note)
        middle.addWidget(forms, 1)
        self._edge = QWidget()
        right = QVBoxLayout(self._edge)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(6)
        right.addWidget(label(self.tr("What changes"), "heading"))
        right.addWidget(preview, 1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(links)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addLayout(middle, 2)
        self._pair.addWidget(self._edge, 1)
        columns.addLayout(self._pair, 1)

    def be_wide(self, wide: bool) -> None:
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._edge.setMinimumWidth(_PREVIEW_WIDTH if wide else 0)
        self._edge.setMinimumHeight(0 if wide else _PREVIEW_HEIGHT)
        self._edge.setMaximumWidth(_PREVIEW_WIDTH if wide else _UNBOUND)
