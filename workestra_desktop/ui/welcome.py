"""What the app does, in three lines, for someone who sees it for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.tokens import Space

_OPENING_MS = 15_000
"""How long the demo is said to be opening: it fills its calendars and reads them before its window stands."""

_ICON = 24


class Welcome(QWidget):
    """`look_around` opens the demo in an app of its own, and may raise `Failure`; None where there is no demo."""

    refused = Signal(object)
    """Carries the trouble."""

    def __init__(self, look_around: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self._look_around = look_around
        self.title = label(self.tr("Welcome to Workestra"), "title", wrap=True, name="welcome_title")
        lines = (
            ("calendar-search", self.tr("Finds the times when you are free, across all your iCloud calendars.")),
            ("calendar-check", self.tr("Puts each booking into your calendar, and follows when you move it there.")),
            ("lock-keyhole", self.tr("Talks to Apple's calendar server and to nobody else.")),
        )
        self._pictures: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.L)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate(lines):
            self._pictures[name] = QLabel()
            grid.addWidget(self._pictures[name], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(text, wrap=True, name=f"welcome_{row + 1}"), row, 1)
        self.look = button(self.tr("&Look around with sample data"), "look_around")
        self.opening = label(self.tr("The sample calendars open in a window of their own…"), "muted", wrap=True)
        self.opening.hide()
        self._patience = QTimer(self, singleShot=True, interval=_OPENING_MS)
        self._patience.timeout.connect(self._ready_again)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        box.addWidget(self.title)
        box.addSpacing(Space.S)
        box.addLayout(grid)
        box.addSpacing(Space.L)
        box.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.opening)
        box.addStretch(1)
        self.look.setVisible(look_around is not None)
        self.look.clicked.connect(self._open_demo)
        self._paint_icons()

    def _open_demo(self) -> None:
        assert self._look_around is not None, "the button is hidden"
        try:
            self._look_around()
        except Failure as failure:
            self.refused.emit(failure.trouble)
            return
        self.look.setEnabled(False)
        self.opening.show()
        self._patience.start()

    def _ready_again(self) -> None:
        self.look.setEnabled(True)
        self.opening.hide()

    def _paint_icons(self) -> None:
        for name, picture in self._pictures.items():
            icon = symbol(name, tokens(self.palette()).accent)
            picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
