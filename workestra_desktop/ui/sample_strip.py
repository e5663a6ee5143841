"""The line above every page of the demo: nothing here is real."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workestra_desktop.ui.parts import label


class DemoStrip(QWidget):
    """Hidden until a snapshot is a demo's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("demo_strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Demo"), "demo", name="demo_badge"))
        row.addWidget(label(self.tr("Sample calendars on this computer. Nothing reaches Apple."), "muted"), 1)
        self.hide()
