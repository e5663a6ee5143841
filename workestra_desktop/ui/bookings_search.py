"""Searching the bookings: the field, and what it found here and in the other lists."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import button, label


class SearchField(QLineEdit):
    """Down and Return lead to what was found, Escape clears it and leads there too: `left`."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(clearButtonEnabled=True, maxLength=200)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search guests, notes, links"))
        self.setAccessibleName(self.tr("Search bookings"))
        self.setMaximumWidth(28 * self.fontMetrics().averageCharWidth() + 80)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear()
                self.left.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class FoundLine(QWidget):
    """Shown while something is searched. `chosen` carries another list that has hits."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found_line")
        self.count = label(role="muted", name="found")
        self.others: dict[Which, QPushButton] = {}
        row = Flow(gap=4)
        row.addWidget(self.count)
        for each in Which:
            self.others[each] = button("", f"found_{each.value}", "link")
            self.others[each].clicked.connect(partial(self._choose, each))
            row.addWidget(self.others[each])
        self.setLayout(row)
        self.hide()

    def show_found(self, here: Which, counts: Mapping[Which, int]) -> None:
        """How many are found in each list."""
        self.count.setText(self.tr("1 found.") if counts[here] == 1 else self._many(counts[here]))
        names = {
            Which.UPCOMING: self.tr("{count} in Upcoming"),
            Which.PAST: self.tr("{count} in Past"),
            Which.CANCELLED: self.tr("{count} in Cancelled"),
            Which.ATTENTION: self.tr("{count} to decide"),
            Which.WAITING: self.tr("{count} waiting"),
        }
        for each, other in self.others.items():
            other.setText(names[each].format(count=counts[each]))
            other.setVisible(each is not here and counts[each] > 0)
        self.show()

    def _many(self, count: int) -> str:
        return self.tr("{count} found.").format(count=count) if count else self.tr("None found here.")

    def _choose(self, each: Which, _checked: bool = False) -> None:
        self.chosen.emit(each)
