"""Another time than those offered, typed by the host."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QWidget

from workestra_desktop.core.times import in_zone
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import named
from workestra_desktop.ui.when import localise


class OtherTime(QWidget):
    """`switched` when the host begins or ceases to type a time."""

    switched = Signal(bool)

    def __init__(self, where: ZoneInfo) -> None:
        super().__init__()
        self._where = where
        self.check = named(QCheckBox(self.tr("Another &time")), "another_time")
        self.edit = named(QDateTimeEdit(calendarPopup=True), "another_time_edit")
        self.edit.setAccessibleName(self.tr("Another time"))
        self.edit.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        localise(self.edit, time=True)
        self.outside = named(QCheckBox(self.tr("&Outside the link's rules")), "outside_rules")
        row = Flow(self, gap=12)
        for widget in (self.check, self.edit, self.outside):
            row.addWidget(widget)
        self.check.toggled.connect(self._switch)
        self._show(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._keep_height()

    def _keep_height(self) -> None:
        """All its lines, also in a dialog that has become too low."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @property
    def wanted(self) -> bool:
        return self.check.isChecked()

    @property
    def chosen(self) -> datetime:
        """The typed time as UTC; raises `Failure` if the clocks skip it or it comes twice."""
        wall = datetime.fromisoformat(self.edit.dateTime().toString("yyyy-MM-ddTHH:mm"))
        return in_zone(wall, self._where)

    def set_time(self, start: datetime) -> None:
        local = start.astimezone(self._where)
        shown = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        shown.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        self.edit.setDateTime(shown)

    def _switch(self, wanted: bool) -> None:
        self._show(wanted)
        if wanted:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.switched.emit(wanted)

    def _show(self, wanted: bool) -> None:
        self.edit.setVisible(wanted)
        self.outside.setVisible(wanted)
        self._keep_height()
