"""The line at the bottom: how things stand with iCloud, and what is being read."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from workestra_desktop.core.snapshot import Progress, Snapshot, State
from workestra_desktop.ui.parts import ElidedLabel, button, named
from workestra_desktop.ui.pause_words import standing
from workestra_desktop.ui.words import progress_words


class StatusLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self.text = ElidedLabel("muted", "status_text")
        self.busy = named(QProgressBar(maximum=0), "status_busy")
        self.busy.setFixedWidth(96)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(self.tr("Talking to iCloud"))
        self.resume = button(self.tr("Resume"), "status_resume", "link")
        self.resume.setAccessibleDescription(self.tr("Ends the pause"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.text, 1)
        row.addWidget(self.resume)
        row.addWidget(self.busy)
        self.resume.hide()
        self.busy.hide()

    def end_with(self, widget: QWidget) -> None:
        """Put `widget` at the end of the line, whatever else comes and goes."""
        self._row.addWidget(widget)

    def show_state(self, snapshot: Snapshot, progress: Progress | None, now: datetime) -> None:
        """The state in words; while the first read runs, how far it is."""
        reading = snapshot.connected and not snapshot.complete and progress is not None
        self.text.setText(progress_words(progress) if reading else standing(snapshot, now))
        self.resume.setVisible(snapshot.paused_until is not None)
        self.busy.setVisible(snapshot.state is State.SYNCING or reading)
