"""Days side by side, their heads above them, the hours scrolling below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.ui.parts import scrolled
from workestra_desktop.ui.week_canvas import WeekCanvas, WeekHeader
from workestra_desktop.ui.week_span import Days

_ROOM = 24
"""Pixels kept in view around the cursor, and above the first hours."""
_LEAST = 300
"""Pixels the days may shrink to in a narrow window: the texts on them go, the panel tells them."""


class WeekPicture(QWidget):
    """`pointed`, `activated` and `beyond` carry a UTC instant, `drawn` a `Span`, `opened` a booking's id. It begins
    scrolled to just above the first hours."""

    pointed = Signal(object)
    drawn = Signal(object)
    activated = Signal(object)
    opened = Signal(str)
    beyond = Signal(object)

    def __init__(self, say: Callable[[Stretch | None, datetime], str]) -> None:
        super().__init__()
        self._first: datetime | None = None
        self._scrolled = False
        self.canvas = WeekCanvas(say)
        self.canvas.setMinimumWidth(_LEAST)
        self.header = WeekHeader()
        self.area = scrolled(self.canvas, "week_scroll")
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self.area, 1)
        self.canvas.widened.connect(self.header.fit)
        self.canvas.pointed.connect(self.pointed)
        self.canvas.drawn.connect(self.drawn)
        self.canvas.activated.connect(self.activated)
        self.canvas.opened.connect(self.opened)
        self.canvas.beyond.connect(self.beyond)
        self.canvas.reveal.connect(self._reveal)
        self.header.pointed.connect(self.pointed)

    def show_week(
        self, week: Week | None, days: Days, calendars: tuple[Calendar, ...], where: ZoneInfo, now: datetime
    ) -> None:
        for each in (self.header, self.canvas):
            each.show_week(week, days.all, calendars, where, now)
        if week is not None and not self._scrolled:
            self._scrolled = True
            self._first = _first_hour(week, where, now)
            QTimer.singleShot(0, self, self._scroll_to_first)  # once the days have their height

    def show_now(self, now: datetime) -> None:
        self.header.show_now(now)
        self.canvas.show_now(now)

    def point(self, moment: datetime) -> None:
        """Move the cursor to `moment`; it comes into view, but for the first time, when the first hours do."""
        if self.canvas.cursor != moment:
            self.canvas.set_cursor(moment)
            if self._first is None:
                self.area.ensureVisible(0, self.canvas.y_of(moment), 0, _ROOM)

    def bring(self, moment: datetime) -> None:
        """Scroll to `moment`, with an hour before it, as soon as the days have their height."""
        self._first = moment - timedelta(hours=1)
        QTimer.singleShot(0, self, self._scroll_to_first)

    def _scroll_to_first(self) -> None:
        if self._first is not None:
            self.area.verticalScrollBar().setValue(max(self.canvas.y_of(self._first) - _ROOM, 0))
            self._first = None

    def _reveal(self, part: QRect) -> None:
        middle = part.center()
        self.area.ensureVisible(0, middle.y(), 0, part.height() // 2 + 4)


def _first_hour(week: Week, where: ZoneInfo, now: datetime) -> datetime | None:
    """The first hour the link has on any day in view, or now if that is earlier in the day."""
    hours = [s.span.start for s in week.stretches if all(r.kind != "hours" for r in s.reasons)]
    if week.span.start <= now < week.span.end:
        hours.append(now - timedelta(minutes=30))
    return min(hours, key=lambda moment: moment.astimezone(where).time(), default=None)
