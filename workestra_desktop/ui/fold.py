"""A question that folds its answer open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.tokens import Space


class Fold(QWidget):
    """`name` is the head's; each of `lines` is a paragraph of the answer."""

    opened = Signal()

    def __init__(self, head: str, lines: tuple[str, ...], name: str) -> None:
        super().__init__()
        self.head = button(head, name, "link")
        self.head.setCheckable(True)
        self.head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.body = QWidget()
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(Space.XL, 0, 0, Space.XS)
        inside.setSpacing(Space.XS)
        for number, line in enumerate(lines, 1):
            inside.addWidget(label(line, "muted", wrap=True, name=f"{name}_{number}"))
        self.body.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.body)
        self.head.setAccessibleDescription(" ".join(lines))
        self.head.toggled.connect(self._fold)
        self._paint_icons()

    def set_open(self, on: bool) -> None:
        self.head.setChecked(on)

    def _fold(self, on: bool) -> None:
        self.body.setVisible(on)
        self._paint_icons()
        if on:
            self.opened.emit()

    def _paint_icons(self) -> None:
        self.head.setIcon(symbol("down" if self.head.isChecked() else "later", tokens(self.palette()).accent))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
