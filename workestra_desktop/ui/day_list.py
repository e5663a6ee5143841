"""A day as a plain list of its stretches: the week view for who reads it line by line."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from workestra_desktop.core.interval import Span
from workestra_desktop.core.times import day_start, utc
from workestra_desktop.core.week import Week
from workestra_desktop.ui.when import clock
from workestra_desktop.ui.why_words import Teller

_START = Qt.ItemDataRole.UserRole


class DayList(QListWidget):
    """Up and Down go through the day, Left and Right to the days beside it."""

    pointed = Signal(object)
    """The first instant (UTC) of the line the host came to."""
    chosen = Signal(object)
    """The same, for Return or a double click."""
    turned = Signal(int)
    """Days to go on or back."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("day_list")
        self.setAccessibleName(self.tr("The day, time by time"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._made_of: object = None
        self._spans: list[Span] = []
        self.currentRowChanged.connect(self._came_to)
        self.itemActivated.connect(lambda item: self.chosen.emit(datetime.fromisoformat(item.data(_START))))

    def show_day(self, week: Week | None, day: date, teller: Teller | None) -> None:
        """The stretches of `day`, cut at its midnights in the host's zone; of open ones each meeting they hold."""
        made_of = (week, day, teller and (teller.rules, teller.calendars, teller.bookings, teller.where))
        if made_of == self._made_of:
            return
        self._made_of = made_of
        with QSignalBlocker(self):
            self.clear()
            self._spans = []
            if week is None or teller is None:
                return
            whole = Span(day_start(day, teller.where), day_start(day + timedelta(days=1), teller.where))
            for stretch in week.stretches:
                if not stretch.span.overlaps(whole):
                    continue
                span = Span(max(stretch.span.start, whole.start), min(stretch.span.end, whole.end))
                for part in _meetings(week, span) if stretch.open else [span]:
                    times = f"{clock(part.start, teller.where)} – {clock(part.end, teller.where)}"
                    item = QListWidgetItem(f"{times} · {teller.answer(stretch, part.start)}")
                    item.setData(_START, part.start.isoformat())
                    self._spans.append(part)
                    self.addItem(item)

    def point(self, moment: datetime) -> None:
        """Make the line of `moment` the current one, without saying so."""
        moment = utc(moment)
        row = next((n for n, span in reversed([*enumerate(self._spans)]) if span.start <= moment < span.end), -1)
        if row != self.currentRow():
            with QSignalBlocker(self):
                self.setCurrentRow(row)

    def _came_to(self, row: int) -> None:
        if 0 <= row < len(self._spans):
            self.pointed.emit(self._spans[row].start)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Left:
                self.turned.emit(-1)
            case Qt.Key.Key_Right:
                self.turned.emit(1)
            case _:
                super().keyPressEvent(event)


def _meetings(week: Week, span: Span) -> list[Span]:
    """The meetings that begin in `span`, which is open; before the first one, what an earlier one covers."""
    found = [slot for slot in week.slots if span.start <= slot.start < span.end]
    first = found[0].start if found else span.end
    return [Span(span.start, first), *found] if span.start < first else found
