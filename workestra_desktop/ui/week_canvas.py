"""The hours of the week view in the host's hands: a cursor that reaches every minute, and times dragged out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.times import utc
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.ui.parts import named
from workestra_desktop.ui.week_axis import MINUTE
from workestra_desktop.ui.week_entries import Kind, lines_of, time_words
from workestra_desktop.ui.week_header import WeekHeader, tooltip
from workestra_desktop.ui.week_sheet import WeekSheet

__all__ = ["WeekCanvas", "WeekHeader"]

_PAGE = timedelta(hours=2)
_DRAG = 5
"""Pixels the mouse moves before a press becomes a drag."""
_OPENING = 9 * 60
"""Row the cursor begins at where nothing can be booked."""

_Key = Qt.Key
_Held = Qt.KeyboardModifier
_PLAIN, _SHIFT, _CONTROL, _ALT = (
    _Held.NoModifier, _Held.ShiftModifier, _Held.ControlModifier, _Held.AltModifier,
)  # fmt: skip


class WeekCanvas(WeekSheet):
    """`say` words a stretch (None: nothing is known of it) and an instant in it, for screen readers.

    Keys: arrows by step and day, Alt+Up/Down by minute, Page Up/Down by two hours, Home/End to the day's first and last
    bookable start, N/P or Ctrl+Down/Up to the next and previous one; Shift+Up/Down chooses, Return draws or activates,
    Escape lets go.
    """

    pointed = Signal(object)
    """datetime: the cursor came to this minute by mouse or keys."""
    drawn = Signal(object)
    """Span: the host dragged out a time, or chose it by keys and pressed Return."""
    activated = Signal(object)
    """datetime: Return, or a double-click on time that no event takes."""
    opened = Signal(str)
    """Id of a booking that was double-clicked."""
    beyond = Signal(object)
    """datetime: the keys led to this minute, which is in none of the days shown."""
    reveal = Signal(QRect)
    """This part of the canvas should come into view."""

    def __init__(self, say: Callable[[Stretch | None, datetime], str]) -> None:
        self._say = say
        self._anchor: datetime | None = None
        """Where a drag or a choice by keys began, and `_head` where it has come to."""
        self._head: datetime | None = None
        self._press: QPointF | None = None
        """Where the mouse went down, until it goes up or the drag is cancelled."""
        super().__init__()
        named(self, "week_canvas").setAccessibleName(self.tr("Week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_week(
        self, week: Week | None, days: Sequence[date], calendars: Sequence[Calendar], where: ZoneInfo, now: datetime
    ) -> None:
        super().show_week(week, days, calendars, where, now)
        if self._anchor is not None and self._axis.column_of(self._anchor) is None:
            self._let_go()
        self._tell()

    # -------------------------------------------------------------------------------------- the cursor and the choice

    @property
    def cursor(self) -> datetime | None:  # type: ignore[override]  # the picture of the mouse is nobody's business here
        """The minute the cursor is on, in UTC."""
        return self._cursor

    def set_cursor(self, moment: datetime) -> None:
        """Put the cursor on the minute of `moment`, if that is in the days shown. Tells screen readers, nobody else."""
        minute = utc(moment).replace(second=0, microsecond=0)
        self._cursor = minute if self._axis.column_of(minute) is not None else None
        self.update()
        self._tell()

    def clear_chosen(self) -> None:
        self._let_go()
        self._tell()

    def _let_go(self) -> None:
        self._chosen = self._anchor = self._head = self._press = None
        self.update()

    def _point(self, moment: datetime) -> None:
        """Bring the cursor to `moment` by the host's hand; if that is out of sight the page may follow."""
        if self._axis.column_of(moment) is None:
            self.beyond.emit(moment)
            return
        self.set_cursor(moment)
        self.reveal.emit(self.rect_of(self.ring_at(moment)))
        self.pointed.emit(self._cursor)

    def _choose(self, anchor: datetime, head: datetime) -> None:
        self._anchor, self._head = anchor, head
        self._chosen = self._walk.cells(anchor, head)
        self.update()
        self._tell()

    def _tell(self) -> None:
        """Word the cursor, or what is chosen, for screen readers."""
        if self._chosen is not None:
            said = self.tr("{times}, chosen").format(times=time_words(self._chosen, self._axis.where))
        elif self._cursor is not None:
            said = self._say(self.stretch_at(self._cursor), self._cursor)
        else:
            said = ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if said and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    # ------------------------------------------------------------------------------------------------------- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        moment = self.moment_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or moment is None:
            super().mousePressEvent(event)
            return
        self._let_go()
        self._press, self._anchor = event.position(), moment
        self._point(moment)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._press is None or self._anchor is None:
            return
        if self._chosen is None and (event.position() - self._press).manhattanLength() < _DRAG:
            return
        at = self._axis.column_of(self._anchor)
        assert at is not None, "a press outside the days begins no drag"
        self._choose(self._anchor, self._axis.columns[at].moment_at(self._frame.row(event.position().y())))
        self.reveal.emit(QRect(self._frame.left(at), int(event.position().y()) - 8, 1, 16))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() is not Qt.MouseButton.LeftButton or self._press is None:
            return
        self._press = None
        if self._chosen is not None:
            self.set_cursor(self._chosen.start)
            self.drawn.emit(self._chosen)
        else:
            self._anchor = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        moment = self.moment_at(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or moment is None:
            return
        entry = self.entry_at(event.position())
        if entry is None or entry.kind is Kind.FREE:
            self.activated.emit(moment)
        elif entry.kind is Kind.BOOKING:
            self.opened.emit(entry.booking)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            entry = self.entry_at(point)
            lines = lines_of(entry, self._axis.where) if entry else []
            if not lines and self.skipped_at(point):
                lines = [self.tr("The clocks change: this day does not have these minutes.")]
            QToolTip.showText(event.globalPos(), tooltip(lines) if lines else "", self)
            return True
        return super().event(event)

    # -------------------------------------------------------------------------------------------------------- keys

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if self._cursor is None and self._axis.columns and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._point(self._beginning())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()

    def _beginning(self) -> datetime:
        """Where the cursor is before anyone has put it anywhere: on the first time that can be booked."""
        slots = (s for s in self._walk.starts if self._axis.column_of(s) is not None)
        column = next((c for c in self._axis.columns if c.pieces), self._axis.columns[0])
        return next(slots, column.moment_at(_OPENING))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, held = event.key(), event.modifiers() & ~_Held.KeypadModifier
        if key == _Key.Key_Escape and (self._chosen is not None or self._press is not None):
            self.clear_chosen()
        elif self._cursor is None:
            super().keyPressEvent(event)
        elif key in (_Key.Key_Return, _Key.Key_Enter) and held == _PLAIN:
            if self._chosen is not None:
                self.drawn.emit(self._chosen)
            else:
                self.activated.emit(self._cursor)
        elif key in (_Key.Key_Up, _Key.Key_Down) and held == _SHIFT:
            self._extend(self._cursor, down=key == _Key.Key_Down)
        elif (way := self._ways().get((held, key))) is not None:
            target = way(self._cursor)
            if target is not None:
                self._let_go()
                self._point(target)
        else:
            super().keyPressEvent(event)

    def _ways(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[datetime], datetime | None]]:
        """Where each key leads from the cursor; None if there is nothing to go to."""
        walk = self._walk
        return {
            (_PLAIN, _Key.Key_Up): walk.earlier,
            (_PLAIN, _Key.Key_Down): walk.later,
            (_PLAIN, _Key.Key_Left): lambda at: walk.across(at, -1),
            (_PLAIN, _Key.Key_Right): lambda at: walk.across(at, 1),
            (_PLAIN, _Key.Key_PageUp): lambda at: at - _PAGE,
            (_PLAIN, _Key.Key_PageDown): lambda at: at + _PAGE,
            (_PLAIN, _Key.Key_Home): walk.first,
            (_PLAIN, _Key.Key_End): walk.last,
            (_PLAIN, _Key.Key_N): walk.next_slot,
            (_PLAIN, _Key.Key_P): walk.slot_before,
            (_CONTROL, _Key.Key_Down): walk.next_slot,
            (_CONTROL, _Key.Key_Up): walk.slot_before,
            (_ALT, _Key.Key_Up): lambda at: at - MINUTE,
            (_ALT, _Key.Key_Down): lambda at: at + MINUTE,
        }

    def _extend(self, cursor: datetime, *, down: bool) -> None:
        """The first press chooses the step at the cursor; further ones move that end of the choice, within the day."""
        if self._anchor is None or self._head is None or self._chosen is None:
            self._choose(cursor, cursor)
        else:
            day = self._axis.column_of(self._anchor)
            head = self._walk.later(self._head) if down else self._walk.earlier(self._head)
            if self._axis.column_of(head) == day:
                self._choose(self._anchor, head)
        assert self._head is not None
        self.reveal.emit(self.rect_of(self._walk.cell(self._head)))
