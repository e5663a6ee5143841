"""The days themselves: as a picture to point into, or one of them as a list. Both keep the same place."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.ui.day_list import DayList
from workestra_desktop.ui.parts import label
from workestra_desktop.ui.week_picture import WeekPicture
from workestra_desktop.ui.week_span import Days
from workestra_desktop.ui.when import long_day
from workestra_desktop.ui.why_words import Teller


class WeekPane(QWidget):
    """Signals as the picture's; `turned` carries a number of days to go on, from the list."""

    pointed = Signal(object)
    drawn = Signal(object)
    activated = Signal(object)
    opened = Signal(str)
    beyond = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._week: Week | None = None
        self._teller: Teller | None = None
        self._drawn: object = None
        self._at: tuple[datetime, date] | None = None
        self.picture = WeekPicture(self._say)
        self.list = DayList()
        self.list_day = label(role="strong", name="day_list_day")
        self._forms = QStackedWidget()
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.list_day)
        column.addWidget(self.list, 1)
        self._forms.addWidget(self.picture)
        self._forms.addWidget(lines)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._forms)
        for ours, its in (
            (self.pointed, self.picture.pointed),
            (self.drawn, self.picture.drawn),
            (self.activated, self.picture.activated),
            (self.opened, self.picture.opened),
            (self.beyond, self.picture.beyond),
            (self.pointed, self.list.pointed),
            (self.activated, self.list.chosen),
            (self.turned, self.list.turned),
        ):
            its.connect(ours)

    @property
    def as_list(self) -> bool:
        return self._forms.currentIndex() == 1

    @property
    def form(self) -> QWidget:
        """What takes the keyboard."""
        return self.list if self.as_list else self.picture.canvas

    def show_as(self, *, as_list: bool) -> None:
        self._forms.setCurrentIndex(1 if as_list else 0)
        self._show_list()

    def show_week(
        self, week: Week | None, days: Days, calendars: tuple[Calendar, ...], where: ZoneInfo, now: datetime,
        teller: Teller | None,
    ) -> None:  # fmt: skip
        """A week that is shown already is not laid out again: only its time goes on."""
        drawn = (week, days, where, tuple((c.id, c.name, c.color) for c in calendars))
        same, self._drawn = drawn == self._drawn, drawn
        self._week, self._teller = week, teller
        if same:
            self.picture.show_now(now)
        else:
            self.picture.show_week(week, days, calendars, where, now)
        if week is None:
            self._at = None
            self.list.show_day(None, days.first, None)

    def point(self, moment: datetime, day: date) -> None:
        """Move the cursor of both forms to `moment`, which lies on `day`."""
        self._at = (moment, day)
        self.picture.point(moment)
        self._show_list()

    def _show_list(self) -> None:
        """The list is made only while it is looked at."""
        if self.as_list and self._at is not None:
            moment, day = self._at
            self.list_day.setText(long_day(day))
            self.list.show_day(self._week, day, self._teller)
            self.list.point(moment)

    def _say(self, stretch: Stretch | None, moment: datetime) -> str:
        return self._teller.say(stretch, moment) if self._teller is not None else ""
