"""How far the first read of the calendars is: a line and a bar."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from workestra_desktop.core.snapshot import Progress
from workestra_desktop.ui.parts import ElidedLabel, named
from workestra_desktop.ui.tokens import Space
from workestra_desktop.ui.words import progress_words


class FirstRead(QWidget):
    """Empty once the read is complete, in the same room: nothing on the page jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.line = ElidedLabel("muted", "first_read")
        self.bar = named(QProgressBar(), "first_read_bar")
        self.bar.setTextVisible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addWidget(self.line)
        box.addWidget(self.bar)
        self.show_progress(None, complete=True)

    def show_progress(self, progress: Progress | None, *, complete: bool) -> None:
        text = "" if complete else progress_words(progress)
        self.line.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setVisible(not complete)
        if progress is not None and progress.calendars:
            part = progress.events_done / progress.events if progress.events else 0.0
            self.bar.setRange(0, progress.calendars * 100)
            self.bar.setValue(int((progress.calendars_done + min(part, 1.0)) * 100))
        else:
            self.bar.setRange(0, 0)
