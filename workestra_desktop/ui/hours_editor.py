"""The hours of a link: a row for each day of the week."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from workestra_desktop.core.link import WEEKDAYS, Window
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.tongue import words_locale
from workestra_desktop.ui.windows_editor import WindowsEditor


class HoursEditor(QWidget):
    """Each day may have several windows, or none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("link_hours")
        self.setAccessibleName(self.tr("Hours"))
        self.days: dict[str, WindowsEditor] = {}
        self.copies: dict[str, QPushButton] = {}
        self._wrong: WindowsEditor | None = None
        names = [words_locale().dayName(n, QLocale.FormatType.LongFormat) for n in range(1, 8)]
        short = [words_locale().dayName(n, QLocale.FormatType.ShortFormat) for n in range(1, 8)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(WEEKDAYS):
            day = WindowsEditor(f"hours_{key}", names[row], names[(row + 1) % 7], self.tr("no hours"))
            day.none.setContentsMargins(0, 8, 0, 8)
            copy = button(self.tr("Copy to weekdays"), f"hours_{key}_copy", "link")
            copy.setAccessibleName(self.tr("Copy the hours of {day} to Monday to Friday").format(day=names[row]))
            head = label(short[row])
            head.setContentsMargins(0, 8, 4, 0)
            head.setBuddy(day)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(head, 2 * row, 0, top)
            grid.addWidget(day, 2 * row, 1)
            day.changed.connect(self._changed)
            copy.clicked.connect(lambda _=False, key=key: self.copy_to_weekdays(key))
            self.days[key], self.copies[key] = day, copy
        self._grid = grid
        self.be_narrow(narrow=False)

    def be_narrow(self, *, narrow: bool) -> None:
        """The way to copy a day's hours stands beside them, or below."""
        for row, copy in enumerate(self.copies.values()):
            policy = copy.sizePolicy()
            policy.setRetainSizeWhenHidden(not narrow)
            copy.setSizePolicy(policy)
            left, top = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignTop
            if narrow:
                self._grid.addWidget(copy, 2 * row + 1, 1, left)
            else:
                self._grid.addWidget(copy, 2 * row, 2, left | top)

    def show_hours(self, hours: dict[str, tuple[Window, ...]]) -> None:
        for key, day in self.days.items():
            day.show_windows(tuple(hours.get(key, ())))

    def raw(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        return tuple(day.raw() for day in self.days.values())

    def hours(self) -> dict[str, tuple[Window, ...]]:
        """Days with windows. Every day that is wrong says so; the first of them is raised."""
        self._wrong = None
        first: Failure | None = None
        found = {}
        for key, day in self.days.items():
            try:
                windows = day.windows()
            except Failure as failure:
                self._wrong, first = self._wrong or day, first or failure
            else:
                if windows:
                    found[key] = windows
        if first is not None:
            raise first
        return found

    def point_out(self) -> None:
        (self._wrong or self.days[WEEKDAYS[0]]).point_out()

    def copy_to_weekdays(self, key: str) -> None:
        """Monday to Friday get the hours of `key` as they stand, typed mistakes included."""
        windows = self.days[key].raw()
        for each in WEEKDAYS[:5]:
            if each != key:
                self.days[each].show_windows(windows)

    def _changed(self) -> None:
        for key, day in self.days.items():
            self.copies[key].setVisible(bool(day.fields))
        self.changed.emit()
