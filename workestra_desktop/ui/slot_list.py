"""Free times as two lists: the days on the left, the times of the chosen one on the right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QListWidget, QListWidgetItem, QWidget

from workestra_desktop.core.interval import Span
from workestra_desktop.ui.parts import named
from workestra_desktop.ui.when import clock, day, long_day

_START = Qt.ItemDataRole.UserRole


class SlotList(QWidget):
    """`chosen` is the start of the time that is selected, as UTC; None if none is."""

    changed = Signal()

    def __init__(self, where: ZoneInfo) -> None:
        super().__init__()
        self._where = where
        self._slots: dict[date, list[Span]] = {}
        self.days = named(QListWidget(), "slot_days")
        self.days.setAccessibleName(self.tr("Days with free times"))
        self.days.setFixedWidth(184)
        self.days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.times = named(QListWidget(), "slot_times")
        self.times.setAccessibleName(self.tr("Free times"))
        self.times.setFlow(QListView.Flow.LeftToRight)
        self.times.setWrapping(True)
        self.times.setResizeMode(QListView.ResizeMode.Adjust)
        self.times.setUniformItemSizes(True)
        self.times.setSpacing(2)
        pair = QHBoxLayout(self)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        pair.addWidget(self.days)
        pair.addWidget(self.times, 1)
        self.days.currentItemChanged.connect(self._show_day)
        self.times.itemSelectionChanged.connect(self.changed)
        self.times.itemActivated.connect(self.times.setCurrentItem)  # Return takes the time under the focus

    @property
    def chosen(self) -> datetime | None:
        items = self.times.selectedItems()
        return datetime.fromisoformat(items[0].data(_START)).astimezone(UTC) if items else None

    @property
    def day(self) -> date | None:
        """The day whose times are shown."""
        return date.fromisoformat(self.days.currentItem().data(_START)) if self.days.currentRow() >= 0 else None

    def show_slots(self, slots: Sequence[Span], near: date | None) -> None:
        """The same day stays chosen where it still has times; at first that is `near`."""
        self._slots = {}
        for slot in slots:
            self._slots.setdefault(slot.start.astimezone(self._where).date(), []).append(slot)
        before = self.day or near
        # While it empties itself the list makes one day after the other current: none of them is shown any more.
        with QSignalBlocker(self.days):
            self.days.clear()
        self.times.clear()
        for each, found in self._slots.items():
            item = QListWidgetItem(self.tr("{day} · {count} free").format(day=day(each), count=len(found)))
            item.setData(_START, each.isoformat())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{long_day(each)}, {len(found)}")
            self.days.addItem(item)
        self.days.setFixedWidth(max(184, self.days.sizeHintForColumn(0) + 24))
        if slots:
            self.days.setCurrentRow(list(self._slots).index(before) if before in self._slots else 0)

    def take(self, start: datetime) -> None:
        """Choose the time that begins at `start`, if it is free."""
        on = start.astimezone(self._where).date()
        if all(slot.start != start for slot in self._slots.get(on, ())):
            return
        self.days.setCurrentRow(list(self._slots).index(on))
        self.times.setCurrentRow([slot.start for slot in self._slots[on]].index(start))

    def _show_day(self, item: QListWidgetItem | None) -> None:
        self.times.clear()
        if item is None:
            return
        slots = self._slots[date.fromisoformat(item.data(_START))]
        metrics = self.times.fontMetrics()
        widest = max(metrics.horizontalAdvance(clock(slot.start, self._where)) for slot in slots)
        size = QSize(max(76, widest + 36), max(30, metrics.height() + 12))
        for slot in slots:
            made = QListWidgetItem(clock(slot.start, self._where))
            made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            made.setSizeHint(size)
            made.setData(_START, slot.start.isoformat())
            self.times.addItem(made)
