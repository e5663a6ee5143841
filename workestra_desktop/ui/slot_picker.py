"""Free times of the coming days: a day on the left, its times on the right, a week at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QEvent, QSignalBlocker, QSize, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.commands import FindSlots
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.times import day_start, in_zone
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import ElidedLabel, button, label, named
from workestra_desktop.ui.when import clock, day, long_day
from workestra_desktop.ui.words import progress_words, worded

_START = Qt.ItemDataRole.UserRole
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Wanted:
    """What slots are asked for: a link, a length in minutes, and the booking that may stand in the way."""

    slug: str
    minutes: int
    but_not: str | None = None


class SlotPicker(QWidget):
    """`chosen` is a UTC instant or raises why there is none. Before the first full read it offers nothing."""

    changed = Signal()

    def __init__(self, courier: Courier, where: ZoneInfo, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("slot_picker")
        self._courier, self._where, self._now = courier, where, now
        self._wanted: Wanted | None = None
        self._complete = True
        self._week = 0
        self._near: date | None = None
        self._slots: dict[date, list[Span]] = {}
        self._loading: asyncio.Task[None] | None = None
        self.earlier = button("", "slots_earlier", "icon")
        self.earlier.setAccessibleName(self.tr("Earlier"))
        self.later = button("", "slots_later", "icon")
        self.later.setAccessibleName(self.tr("Later"))
        self.range = label(role="strong", name="slots_range")
        self.zone = ElidedLabel("muted", "slots_zone")
        self.zone.setText(self.tr("Times in {zone}").format(zone=where.key))
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
        self.message = label(role="muted", wrap=True, name="slots_message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.other = named(QCheckBox(self.tr("Another &time")), "another_time")
        self.edit = named(QDateTimeEdit(calendarPopup=True), "another_time_edit")
        self.edit.setAccessibleName(self.tr("Another time"))
        self.edit.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        self.edit.setDisplayFormat("ddd d MMM yyyy, HH:mm")
        self.outside = named(QCheckBox(self.tr("&Outside the link's rules")), "outside_rules")
        self._pages = QStackedWidget()
        self._lay_out()
        self._wire()
        self._paint_icons()
        self._switch(False)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.earlier)
        head.addWidget(self.range)
        head.addWidget(self.later)
        head.addSpacing(12)
        head.addWidget(self.zone, 1)
        lists = QWidget()
        pair = QHBoxLayout(lists)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(8)
        pair.addWidget(self.days)
        pair.addWidget(self.times, 1)
        self._pages.addWidget(lists)
        self._pages.addWidget(self.message)
        self._pages.setMinimumHeight(120)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.other)
        foot.addWidget(self.edit)
        foot.addWidget(self.outside)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._pages, 1)
        box.addLayout(foot)

    def _wire(self) -> None:
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.days.currentItemChanged.connect(self._show_day)
        self.times.itemSelectionChanged.connect(self.changed)
        self.times.itemActivated.connect(self.times.setCurrentItem)  # Return takes the time under the focus
        self.other.toggled.connect(self._switch)

    @property
    def chosen(self) -> datetime:
        """The start the host chose. Raises `Failure` if there is none, or if the wall-clock time does not exist."""
        if not self._complete:
            raise fail(Code.BAD_INPUT, self.tr("Free times are not known yet."))
        if self.other.isChecked():
            typed = self.edit.dateTime()
            wall = datetime.fromisoformat(typed.toString("yyyy-MM-ddTHH:mm"))
            return in_zone(wall, self._where)
        items = self.times.selectedItems()
        if not items:
            raise fail(Code.BAD_INPUT, self.tr("Choose a time first."))
        start = items[0].data(_START)
        return datetime.fromisoformat(start).astimezone(UTC)

    @property
    def complete(self) -> bool:
        return self._complete

    @property
    def outside_rules(self) -> bool:
        return self.other.isChecked() and self.outside.isChecked()

    def offer(self, wanted: Wanted, near: datetime | None = None) -> None:
        """Show the free times for `wanted`, from the day of `near` on where it is still to come."""
        self._wanted = wanted
        if near is not None:
            self._near = near.astimezone(self._where).date()
            today = self._now().astimezone(self._where).date()
            self._week = max((self._near - today).days // _WEEK, 0)
        self.reload()

    def show_complete(self, complete: bool, progress: Progress | None) -> None:
        """Nothing is offered before every busy calendar was read once [01]."""
        was, self._complete = self._complete, complete
        self.other.setEnabled(complete)
        if not complete:
            self._say(self.tr("Free times are not known yet.\n{progress}").format(progress=progress_words(progress)))
        elif not was:
            self.reload()

    def open_other(self, *, outside: bool) -> None:
        """Let the host type a time, with the rule switch in reach."""
        if outside and not self.other.isChecked() and self.times.selectedItems():
            self._set_edit(self.chosen)
        self.other.setChecked(True)
        self.outside.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def field(self) -> QWidget:
        """Where the host chooses a time now."""
        return self.edit if self.other.isChecked() else self.times

    def close_down(self) -> None:
        if self._loading is not None:
            self._loading.cancel()

    def reload(self) -> None:
        """Ask again for the week in view."""
        self.close_down()
        if self._wanted is None:
            return
        span = self._span(self._week)
        last = (span.end - timedelta(minutes=1)).astimezone(self._where).date()
        self.range.setText(f"{day(span.start.astimezone(self._where).date())} – {day(last)}")
        self.earlier.setEnabled(self._week > 0 and self._complete)
        self.later.setEnabled(self._complete)
        if not self._complete:
            return
        self._loading = self._courier.spawn(self._load(self._wanted, span))

    async def _load(self, wanted: Wanted, span: Span) -> None:
        try:
            slots = await self._courier.ask(FindSlots(wanted.slug, span, wanted.minutes, wanted.but_not))
        except Failure as failure:
            texts = worded(failure.trouble)
            self._say(f"{texts.title}\n{texts.message}")
            return
        self._show(slots)

    def _span(self, week: int) -> Span:
        """Week `week` from today, seven whole days in the host's zone, but nothing that is over."""
        today = self._now().astimezone(self._where).date()
        first, last = today + timedelta(days=_WEEK * week), today + timedelta(days=_WEEK * (week + 1))
        start = day_start(first, self._where)
        return Span(max(start, self._now()), day_start(last, self._where))

    def _show(self, slots: tuple[Span, ...]) -> None:
        self._slots = {}
        for slot in slots:
            self._slots.setdefault(slot.start.astimezone(self._where).date(), []).append(slot)
        near = self._near.isoformat() if self._near else None
        before = self.days.currentItem().data(_START) if self.days.currentRow() >= 0 else near
        # While it empties itself the list makes one day after the other current: none of them is shown any more.
        with QSignalBlocker(self.days):
            self.days.clear()
        self.times.clear()
        for each, found in self._slots.items():
            item = QListWidgetItem(self.tr("{day} · {count} free").format(day=day(each), count=len(found)))
            item.setData(_START, each.isoformat())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{long_day(each)}, {len(found)}")
            self.days.addItem(item)
        if not slots:
            self._say(self.tr("No free time in these seven days.\nLook later, or choose another time below."))
            self.changed.emit()
            return
        self._pages.setCurrentIndex(0)
        rows = [row for row in range(self.days.count()) if self.days.item(row).data(_START) == before]
        self.days.setCurrentRow(rows[0] if rows else 0)
        if not self.other.isChecked():
            self._set_edit(slots[0].start)
        self.changed.emit()

    def _show_day(self, item: QListWidgetItem | None) -> None:
        self.times.clear()
        if item is None:
            return
        for slot in self._slots[date.fromisoformat(item.data(_START))]:
            made = QListWidgetItem(clock(slot.start, self._where))
            made.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            made.setSizeHint(QSize(76, 30))
            made.setData(_START, slot.start.isoformat())
            self.times.addItem(made)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self._pages.setCurrentIndex(1)

    def _turn(self, weeks: int) -> None:
        self._week = max(self._week + weeks, 0)
        self.reload()

    def _switch(self, other: bool) -> None:
        self.edit.setVisible(other)
        self.outside.setVisible(other)
        self._pages.setEnabled(not other)
        if other:
            self.times.clearSelection()
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _set_edit(self, start: datetime) -> None:
        local = start.astimezone(self._where)
        shown = QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))
        shown.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        self.edit.setDateTime(shown)

    def _paint_icons(self) -> None:
        ink = tokens(self.palette()).text
        self.earlier.setIcon(symbol("earlier", ink))
        self.later.setIcon(symbol("later", ink))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
