"""Free times in the calendar: a click takes the one under it, a grey minute tells why it cannot be had."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.interval import Span
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import label, set_role
from workestra_desktop.ui.week_picture import WeekPicture
from workestra_desktop.ui.week_span import Days
from workestra_desktop.ui.when import meeting_time
from workestra_desktop.ui.why_panel import slots_over
from workestra_desktop.ui.why_words import Teller


class SlotMark(QWidget):
    """Lies on the time that is chosen and lets the mouse through."""

    def __init__(self, on: QWidget) -> None:
        super().__init__(on)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        t = tokens(self.palette())
        veil = QColor(t.accent)
        veil.setAlphaF(0.3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(veil)
        painter.setPen(QPen(QColor(t.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -3, -1), 4, 4)
        painter.end()


class SlotCalendar(QWidget):
    """`slot` is the meeting that is chosen; None if none is."""

    changed = Signal()
    beyond = Signal(object)

    def __init__(self, where: ZoneInfo) -> None:
        super().__init__()
        self._where = where
        self._week: Week | None = None
        self._teller: Teller | None = None
        self.slot: Span | None = None
        self.picture = WeekPicture(self._say)
        self.line = label(role="muted", wrap=True, name="slot_why")
        self._mark = SlotMark(self.picture.canvas)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.picture, 1)
        box.addWidget(self.line)
        self.picture.pointed.connect(self._point)
        self.picture.activated.connect(self._point)
        self.picture.drawn.connect(self._draw)
        self.picture.beyond.connect(self.beyond)
        self.picture.canvas.widened.connect(self._place_mark)
        self._tell("")

    def show_week(self, week: Week, days: Days, calendars: tuple[Calendar, ...], now: datetime, teller: Teller) -> None:
        """What was chosen stays so while it is free."""
        self._week, self._teller = week, teller
        self.picture.show_week(week, days, calendars, self._where, now)
        if self.slot is not None and self.slot not in week.slots:
            self.slot = None
            self._tell("")
        if self.picture.canvas.cursor is None and week.slots:
            self.picture.canvas.set_cursor(week.slots[0].start)  # else the first focus would choose a time by itself
        self._place_mark()

    def take(self, start: datetime) -> None:
        """Choose the time that begins at `start`, if it is free."""
        if self._week is not None:
            self._choose(next((s for s in self._week.slots if s.start == start), None))
            self.picture.point(start)
            self.picture.bring(start)

    def let_go(self) -> None:
        self._choose(None)
        self._tell("")

    def _point(self, moment: datetime) -> None:
        if self._week is None or self._teller is None:
            return
        slots = slots_over(self._week, moment)
        self._choose(slots[0] if slots else None)
        if not slots:
            self._tell(self._teller.say(self._week.at(moment), moment))

    def _draw(self, span: Span) -> None:
        """Of what was drawn, the first time that is free."""
        self.picture.canvas.clear_chosen()
        if self._week is not None:
            inside = [s for s in self._week.slots if s.start >= span.start and s.start < span.end]
            self._point(inside[0].start if inside else span.start)

    def _choose(self, slot: Span | None) -> None:
        if slot is not None and self._teller is not None:
            self._tell(meeting_time(slot.start, slot.end, self._where, self._teller.now), good=True)
        if slot != self.slot:
            self.slot = slot
            self.changed.emit()
        self._place_mark()

    def _tell(self, text: str, *, good: bool = False) -> None:
        set_role(self.line, "strong" if good else "muted")
        self.line.setText(text or self.tr("Point at a time that is free. Of a grey one you see here why it is not."))

    def _place_mark(self) -> None:
        self._mark.setVisible(self.slot is not None)
        if self.slot is not None:
            self._mark.setGeometry(self.picture.canvas.rect_of(self.slot))

    def _say(self, stretch: Stretch | None, moment: datetime) -> str:
        return self._teller.say(stretch, moment) if self._teller is not None else ""
