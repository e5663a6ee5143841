"""The set-up's last step: connected, and what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.words import progress_words


class DonePage(QWidget):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("done_page")
        self._picture = QLabel()
        self.title = label(self.tr("You're connected"), "title", name="done_title")
        self.summary = label(role="muted", wrap=True, name="done_summary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.progress = label(role="muted", wrap=True, name="done_progress")
        self.progress.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.open = button(self.tr("&Open bookings"), "open_bookings", "primary")
        self.open.clicked.connect(self.left)
        box = QVBoxLayout(self)
        box.setContentsMargins(120, 24, 120, 24)
        box.setSpacing(8)
        box.addStretch(2)
        for widget in (self._picture, self.title):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.summary, self.progress):
            box.addWidget(text)
        box.addSpacing(16)
        box.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self._paint_icons()

    def show_choice(self, calendars: tuple[Calendar, ...]) -> None:
        write = next((plain(c.name, 60) for c in calendars if c.write_to), "")
        busy = sum(c.busy for c in calendars)
        counted = self.tr("One calendar counts") if busy == 1 else self.tr("{count} calendars count").format(count=busy)
        self.summary.setText(
            self.tr(
                "New bookings go to “{calendar}”. {counted} for free times. Changes are looked for every 10 minutes."
            ).format(calendar=write, counted=counted)
        )

    def show_progress(self, progress: Progress | None, *, complete: bool) -> None:
        self.progress.setText("" if complete else progress_words(progress))

    def focus_first(self) -> None:
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint_icons(self) -> None:
        self._picture.setPixmap(symbol("in-icloud", tokens(self.palette()).good).pixmap(QSize(64, 64)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
