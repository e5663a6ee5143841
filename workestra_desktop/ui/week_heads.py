"""The names of the days over the columns of the week view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from workestra_desktop.ui.look import Tokens, Type
from workestra_desktop.ui.tongue import words_locale
from workestra_desktop.ui.week_blocks import Fonts
from workestra_desktop.ui.week_layout import Frame

_GAP = 6


@dataclass(frozen=True, slots=True)
class Heads:
    """`Tue 1`, `T 1` or `1` for each of `days`, as there is room for all; `height` in pixels."""

    days: tuple[date, ...]
    names: tuple[str, ...]
    number: QFont
    fonts: Fonts
    disc: float
    height: int

    @classmethod
    def of(cls, days: Sequence[date], frame: Frame, base: QFont, fonts: Fonts) -> Heads:
        number = QFont(base)
        number.setPointSizeF(base.pointSizeF() * Type.HEADING)
        metrics, small = QFontMetricsF(number), QFontMetricsF(fonts.strong)
        disc = max(metrics.horizontalAdvance("30"), metrics.height()) + 6
        room = frame.left(1) - frame.left(0) - 4 - disc - _GAP
        locale, chosen = words_locale(), ("",) * len(days)
        for form in (QLocale.FormatType.NarrowFormat, QLocale.FormatType.ShortFormat):
            names = tuple(locale.standaloneDayName(day.isoweekday(), form) for day in days)
            if all(small.horizontalAdvance(name) <= room for name in names):
                chosen = names
        return cls(tuple(days), chosen, number, fonts, disc, int(disc) + 12)

    def paint(self, painter: QPainter, t: Tokens, frame: Frame, today: date | None) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, day in enumerate(self.days):
            middle = QPointF((frame.left(index) + frame.left(index + 1)) / 2, (self.height - 4) / 2)
            self._paint_one(painter, t, index, middle, is_today=day == today)
        painter.restore()

    def _paint_one(self, painter: QPainter, t: Tokens, index: int, middle: QPointF, *, is_today: bool) -> None:
        """Today is in bold, its number in a disc."""
        small, number = self.fonts.strong if is_today else self.fonts.plain, QFont(self.number)
        number.setWeight(QFont.Weight.DemiBold if is_today else QFont.Weight.Normal)
        metrics, name = QFontMetricsF(number), self.names[index]
        width = self.disc + (QFontMetricsF(small).horizontalAdvance(name) + _GAP if name else 0)
        left = middle.x() - width / 2
        painter.setFont(small)
        painter.setPen(QColor(t.accent if is_today else t.muted))
        painter.drawText(QPointF(left, middle.y() + (metrics.ascent() - metrics.descent()) / 2), name)
        round_number = QRectF(left + width - self.disc, middle.y() - self.disc / 2, self.disc, self.disc)
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent))
            painter.drawEllipse(round_number)
        painter.setFont(number)
        painter.setPen(QColor(t.on_accent if is_today else t.text))
        painter.drawText(round_number, Qt.AlignmentFlag.AlignCenter, str(self.days[index].day))
