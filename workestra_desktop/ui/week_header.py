"""What stays above the hours of the week view: the days, and the events that take whole days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.plain import escaped
from workestra_desktop.core.week import Week
from workestra_desktop.ui.icons import calendar_colour
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import named
from workestra_desktop.ui.week_axis import axis
from workestra_desktop.ui.week_blocks import Fonts, Line, Placed, paint_block, room_of
from workestra_desktop.ui.week_entries import entries, lines_of
from workestra_desktop.ui.week_heads import Heads
from workestra_desktop.ui.week_layout import Bar, Frame, bars
from workestra_desktop.ui.week_paint import gutter
from workestra_desktop.ui.when import long_day

_FEW, _MANY = 3, 10
"""Rows of whole-day events that are shown, and when the host asks for more."""
_MOST_TOLD = 12
"""Titles a tooltip or a screen reader gets of one day."""


def tooltip(lines: Sequence[str]) -> str:
    """Plain `lines` as a tooltip, which would guess at markup otherwise; the first one is a heading."""
    first, *others = (escaped(line) for line in lines)
    return "<div style='white-space: pre-wrap'>" + "<br>".join([f"<b>{first}</b>", *others]) + "</div>"


@dataclass(frozen=True, slots=True)
class _More:
    """How many whole-day events of a column are not shown."""

    column: int
    rect: QRectF
    count: int


class WeekHeader(QWidget):
    """Uses the columns of the canvas below it: `fit` gives it their width.

    With the keyboard focus Left and Right go through the days, Return points at one, Space shows all its events.
    """

    pointed = Signal(object)
    """datetime: the first instant of a day whose whole-day event was clicked, or that was chosen by keys."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "week_header").setAccessibleName(self.tr("Days and whole-day events"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._axis = axis((), ZoneInfo("UTC"))
        self._bars: tuple[Bar, ...] = ()
        self._today: date | None = None
        self._width: int | None = None
        self._all = False
        self._day = 0
        """The column the keys are at."""
        self._place()

    def show_week(
        self, week: Week | None, days: Sequence[date], calendars: Sequence[Calendar], where: ZoneInfo, now: datetime
    ) -> None:
        self._axis = axis(days, where)
        self._bars = bars(self._axis, (e for e in entries(week, calendars) if e.whole_day))
        self._today = now.astimezone(where).date()
        self._day = min(self._day, max(0, len(days) - 1))
        self._all = self._all and self._rows > _FEW
        self._place()
        self._tell()

    def show_now(self, now: datetime) -> None:
        self._today = now.astimezone(self._axis.where).date()
        self.update()

    def fit(self, width: int) -> None:
        """Lay the columns out in `width` pixels, as the canvas does, whatever the width of this widget."""
        self._width = width
        self._place()

    # ------------------------------------------------------------------------------------------------------- layout

    @property
    def _rows(self) -> int:
        return max((bar.row + 1 for bar in self._bars), default=0)

    @property
    def _visible_rows(self) -> int:
        return min(self._rows, _MANY if self._all else _FEW)

    def _place(self) -> None:
        self._fonts = Fonts.of(self.font())
        small = QFontMetrics(self._fonts.plain)
        width = self.width() if self._width is None else self._width
        self._frame = Frame(gutter(self._axis, small), width, len(self._axis.columns))
        self._heads = Heads.of([c.day for c in self._axis.columns], self._frame, self.font(), self._fonts)
        self._row_height = small.height() + 5
        shown = self._visible_rows
        full = shown if self._rows <= shown else shown - 1
        self._placed = [self._bar(bar) for bar in self._bars if bar.row < full]
        hidden = [bar for bar in self._bars if bar.row >= full]
        self._more = []
        for index in range(self._frame.count):
            count = sum(bar.first <= index <= bar.last for bar in hidden)
            if count:
                self._more.append(_More(index, self._rect(index, index, full), count))
        self.updateGeometry()
        self.update()

    def _rect(self, first: int, last: int, row: int) -> QRectF:
        left, right = self._frame.left(first) + 2, self._frame.left(last + 1) - 3
        return QRectF(left, self._heads.height + row * self._row_height + 0.5, right - left, self._row_height - 3)

    def _bar(self, bar: Bar) -> Placed:
        rect, font = self._rect(bar.first, bar.last, bar.row), self._fonts.title(bar.entry)
        room, metrics = room_of(bar.entry, rect), QFontMetricsF(font)
        title = metrics.elidedText(bar.entry.title, Qt.TextElideMode.ElideRight, room.width())
        base = QPointF(room.left(), rect.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        lines = (Line(title, base, strong=True),) if room.width() > metrics.averageCharWidth() * 2 else ()
        return Placed(
            bar.entry, rect, calendar_colour(bar.entry.colour), lines, bar.begins, bar.ends, sideways=True
        )  # fmt: skip

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        rows = self._visible_rows
        strip = rows * self._row_height + 3 if rows else 0
        return QSize(self._frame.gutter + 120 * self._frame.count, self._heads.height + strip + 1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._frame.gutter + 32 * self._frame.count, self.sizeHint().height())

    # ----------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        with QPainter(self) as painter:  # ends also when something is raised: Qt would crash otherwise
            self._paint(painter, event.rect())

    def _paint(self, painter: QPainter, part: QRect) -> None:
        t, frame = tokens(self.palette()), self._frame
        painter.fillRect(part, QColor(t.surface))
        painter.setPen(QPen(QColor(t.border), 1))
        for index in range(frame.count):
            painter.drawLine(frame.left(index), self._heads.height - 6, frame.left(index), self.height())
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        self._heads.paint(painter, t, frame, self._today)
        if self._bars:
            painter.setFont(self._fonts.plain)
            painter.setPen(QColor(t.muted))
            room = QRectF(0, self._heads.height, frame.gutter - 9, self._row_height - 3)
            aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, aligned, self.tr("all day"))
        for block in self._placed:
            paint_block(painter, block, t, self._fonts)
        painter.setFont(self._fonts.strong)
        painter.setPen(QColor(t.muted))
        for more in self._more:
            room = more.rect.adjusted(6, 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, f"+{more.count}")
        if self.hasFocus() and frame.count:
            ring = QRectF(frame.left(self._day), 0, frame.left(self._day + 1) - frame.left(self._day), self.height())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.accent), 2))
            painter.drawRoundedRect(ring.adjusted(2, 2, -2, -2), 4, 4)

    # -------------------------------------------------------------------------------------------------------- input

    def _point(self, column: int) -> None:
        if self._axis.columns[column].pieces:
            self.pointed.emit(self._axis.columns[column].span.start)

    def _titles(self, column: int) -> list[str]:
        titles = [bar.entry.title for bar in self._bars if bar.first <= column <= bar.last]
        rest = len(titles) - _MOST_TOLD
        return titles if rest <= 0 else [*titles[:_MOST_TOLD], self.tr("and {number} more").format(number=rest)]

    def _toggle(self) -> None:
        self._all = not self._all and self._rows > _FEW
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        point, column = event.position(), self._frame.column_at(event.position().x())
        if event.button() is not Qt.MouseButton.LeftButton or column is None:
            super().mousePressEvent(event)
            return
        self._day = column
        self.update()
        if any(more.rect.contains(point) for more in self._more):
            self._toggle()
        elif any(block.rect.contains(point) for block in self._placed):
            self._point(column)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case _ if not self._frame.count or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                super().keyPressEvent(event)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                on = 1 if event.key() == Qt.Key.Key_Right else -1
                self._day = min(max(0, self._day + on), self._frame.count - 1)
                self._tell()
                self.update()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._point(self._day)
            case Qt.Key.Key_Space:
                self._toggle()
            case _:
                super().keyPressEvent(event)

    def _tell(self) -> None:
        """Word the day the keys are at for screen readers."""
        said = ""
        if self._axis.columns:
            day, titles = long_day(self._axis.columns[self._day].day), "; ".join(self._titles(self._day))
            words = self.tr("{day}, all day: {titles}") if titles else self.tr("{day}, no whole-day events")
            said = words.format(day=day, titles=titles)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if said and self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            block = next((p for p in self._placed if p.rect.contains(point)), None)
            more = next((m for m in self._more if m.rect.contains(point)), None)
            lines = lines_of(block.entry, self._axis.where) if block else []
            if more:
                lines = [long_day(self._axis.columns[more.column].day), *self._titles(more.column)]
            QToolTip.showText(event.globalPos(), tooltip(lines) if lines else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._place()
