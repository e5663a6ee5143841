"""What the shades of the week mean, painted by what paints the week."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.look import Space, tokens
from workestra_desktop.ui.parts import label
from workestra_desktop.ui.week_axis import axis
from workestra_desktop.ui.week_layout import ABOVE, Frame
from workestra_desktop.ui.week_paint import Shade, Sheet

_WIDTH, _HEIGHT = 22, 14
"""Pixels of one sample."""


class WeekLegend(QWidget):
    """One line, or as many as it needs; in a narrow window only its most needed part."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("week_legend")
        flow = Flow(self, gap=Space.M)
        self._samples: list[tuple[QLabel, str]] = []
        self._extra: list[QWidget] = []
        for kind, text, extra in (
            ("", self.tr("can be booked"), False),
            ("hours", self.tr("cannot"), False),
            ("notice", self.tr("too soon"), False),
            ("buffer", self.tr("buffer"), True),
            ("gap", self.tr("too short for a meeting"), True),
        ):
            sample, words = QLabel(), label(text, "muted")
            self._samples.append((sample, kind))
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(sample)
            row.addWidget(words)
            flow.addWidget(pair)
            if extra:
                self._extra.append(pair)
        self._paint_samples()

    def be_brief(self, brief: bool) -> None:
        for widget in self._extra:
            widget.setVisible(not brief)

    def _paint_samples(self) -> None:
        for sample, kind in self._samples:
            sample.setPixmap(self._sample(kind))

    def _sample(self, kind: str) -> QPixmap:
        """A piece of a day as the week shows it; no `kind` is time that can be booked."""
        t = tokens(self.palette())
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(0, -ABOVE)
        day = axis((date(2026, 1, 1),), ZoneInfo("UTC"))
        part = QRect(0, ABOVE, _WIDTH, _HEIGHT)
        sheet = Sheet(painter, t, day, Frame(0, _WIDTH, 1), part)
        sheet.ground([Shade(0, 0, _HEIGHT, kind)] if kind else [])
        if not kind:
            sheet.slots([(0, _HEIGHT // 2)])
        painter.setPen(QColor(t.outline))
        painter.drawRect(part.adjusted(0, 0, -1, -1))
        painter.end()
        return pixmap

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_samples()
