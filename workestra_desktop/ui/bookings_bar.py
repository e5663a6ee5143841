"""The strips above the list: what concerns all of the app, and which list, and what is searched for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workestra_desktop.ui.bookings_lists import Lists, Which
from workestra_desktop.ui.bookings_search import FoundLine, SearchField
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.page_switch import PageSwitch
from workestra_desktop.ui.parts import button
from workestra_desktop.ui.shrinking import Shrinking


class TopBar(QWidget):
    """The pages, and what can be done on any of them."""

    def __init__(self) -> None:
        super().__init__()
        self.switch = PageSwitch("bookings")
        self.new = button(self.tr("&New booking"), "new_booking", "primary")
        self.sync = button(self.tr("S&ync now"), "sync_now")
        self.choose = button(self.tr("Calen&dars…"), "calendars")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addStretch(1)
        for each in (self.choose, self.sync, self.new):
            row.addWidget(each)
        self._fit = Shrinking(self, row, (self.sync, self.choose, self.new))
        self._paint_icons()

    def _paint_icons(self) -> None:
        t = tokens(self.palette())
        self.new.setIcon(symbol("plus", t.on_accent))
        self.sync.setIcon(symbol("sync", t.text))
        self.choose.setIcon(symbol("calendar", t.text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "choose"):
            self._paint_icons()
        elif event.type() is QEvent.Type.FontChange and hasattr(self, "_fit"):
            self._fit.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit.fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any width: the buttons give up their words."""
        return QSize(0, super().minimumSizeHint().height())


class BookingsBar(QWidget):
    """`chosen` carries a list, `typed` what the search field holds, `left` that the host wants to go on in the list."""

    chosen = Signal(object)
    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.segments: dict[Which, QPushButton] = {}
        self.search = SearchField()
        self.found = FoundLine()
        self.search.textChanged.connect(self.typed)
        self.search.left.connect(self.left)
        self.found.chosen.connect(self.chosen)
        group = QButtonGroup(self)
        lists = Flow(gap=4)
        for each in Which:
            segment = button("", f"show_{each.value}", "segment")
            segment.setCheckable(True)
            segment.clicked.connect(partial(self._choose, each))
            group.addButton(segment)
            self.segments[each] = segment
            lists.addWidget(segment)
        self.segments[Which.UPCOMING].setChecked(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(lists, 3)
        row.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self.found)

    @property
    def sought(self) -> str:
        return self.search.text().strip()

    def show_counts(self, counts: Mapping[Which, int]) -> None:
        """How many are in each list; those that are only there while something waits come and go."""
        names = {
            Which.UPCOMING: self.tr("Upcoming ({count})"),
            Which.PAST: self.tr("Past ({count})"),
            Which.CANCELLED: self.tr("Cancelled ({count})"),
            Which.ATTENTION: self.tr("To decide ({count})"),
            Which.WAITING: self.tr("Waiting ({count})"),
        }
        for each, segment in self.segments.items():
            segment.setText(names[each].format(count=counts[each]))
            segment.setVisible(counts[each] > 0 or not each.passing)

    def show_found(self, here: Which, lists: Lists) -> None:
        """How many hits there are here and elsewhere, while something is searched."""
        self.segments[here].setChecked(True)
        sought = self.sought
        if sought:
            self.found.show_found(here, {each: len(lists.found(each, sought)) for each in Which})
        self.found.setVisible(bool(sought))

    def _choose(self, each: Which, _checked: bool = False) -> None:
        self.chosen.emit(each)
