"""What happened to the chosen booking: asked of the engine when the host looks at it, and shown the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import Answer, ShowJournal
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.journal_words import Told
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import label

_STILL = 80
"""Milliseconds a booking is looked at before its history is asked for: arrow keys pass many."""


class Historian(QObject):
    """Asks for the history of one booking at a time. `told` carries its id and its lines; None if they could not be
    read. Once another is chosen nothing of it is told any more."""

    told = Signal(str, object)

    def __init__(self, courier: Courier, parent: QObject) -> None:
        super().__init__(parent)
        self._courier = courier
        self._wanted: tuple[Booking, object] | None = None
        self._still = QTimer(self, singleShot=True, interval=_STILL)
        self._still.timeout.connect(self._ask)

    def look_at(self, booking: Booking | None, mark: object) -> None:
        """None: nothing is looked at any more. The same booking is asked for again only after it or `mark` changed,
        which is what else its history tells of."""
        wanted = (booking, mark) if booking is not None else None
        if wanted != self._wanted:
            self._wanted = wanted
            if wanted is None:
                self._still.stop()
            else:
                self._still.start()

    def _ask(self) -> None:
        if (wanted := self._wanted) is not None:
            self._courier.ask_aside(ShowJournal(wanted[0].id), partial(self._hear, wanted))

    def _hear(self, wanted: tuple[Booking, object], answer: Answer) -> None:
        if wanted is self._wanted:  # a trouble is told as such: all else of the booking is known without its history
            self.told.emit(wanted[0].id, answer.result if answer.trouble is None else None)


class HistoryBox(QFrame):
    """One stop for Tab, and one text for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detail_history")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown: Sequence[Told] | None = None
        self.lines: list[QLabel] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(4, 2, 4, 2)
        self._box.setSpacing(2)

    def show_told(self, told: Sequence[Told]) -> None:
        """Sentences and when; without any that is said."""
        self._fill(told or (Told("", self.tr("Nothing in the last 30 days.")),))

    def show_waiting(self) -> None:
        self._fill((Told("", self.tr("Reading…")),))

    def show_unread(self) -> None:
        self._fill((Told("", self.tr("What happened cannot be read now.")),))

    def _fill(self, told: Sequence[Told]) -> None:
        if told == self._shown:
            return
        self._shown = told
        while (item := self._box.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.lines = []
        for each in told:
            text = label(each.text, "" if each.at else "muted", wrap=True, name="history_text")
            self._box.addWidget(text)
            self.lines.append(text)
            if each.at:
                self._box.addWidget(label(each.at, "muted", name="history_at"))
                self._box.addSpacing(6)
        self.setAccessibleName(self.tr("History"))
        self.setAccessibleDescription("\n".join(f"{each.at} {each.text}".strip() for each in told))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens(self.palette()).accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.end()
