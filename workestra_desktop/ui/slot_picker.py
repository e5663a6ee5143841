"""A free time of the coming days: from a list, a week at a time, or from the calendar, four days at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workestra_desktop.core.commands import FindSlots, ShowWeek
from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.times import day_start
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.core.week import Week
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.other_time import OtherTime
from workestra_desktop.ui.parts import ElidedLabel, button, label, named
from workestra_desktop.ui.slot_calendar import SlotCalendar
from workestra_desktop.ui.slot_list import SlotList
from workestra_desktop.ui.week_span import Days, Extent
from workestra_desktop.ui.what_matters import free_time_of
from workestra_desktop.ui.when import day, zone_of
from workestra_desktop.ui.why_words import Teller
from workestra_desktop.ui.words import progress_words, worded

_LIST, _MESSAGE, _CALENDAR = range(3)
_LEAST = 120
"""Pixels of the lists' height."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What slots are asked for: a link, a length in minutes, and the booking that may stand in the way."""

    slug: str
    minutes: int
    but_not: str | None = None


class _Pages(QStackedWidget):
    """Asks for its least height: what the dialog must tell goes at the cost of the lists, not of the screen. A policy
    that ignores the hint would do the same, but a dialog with wrapped texts then leaves no room for even that much."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().sizeHint().width(), _LEAST)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), _LEAST)


class SlotPicker(QWidget):
    """`chosen` is a UTC instant or raises why there is none. Before the first full read it offers nothing."""

    changed = Signal()
    reformed = Signal()
    """The host went from the list to the calendar or back."""
    missed = Signal(object)
    """A time that was to be chosen is not among the free ones."""

    def __init__(self, courier: Courier, snapshot: Snapshot, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("slot_picker")
        self._courier, self._snapshot, self._now = courier, snapshot, now
        self._where: ZoneInfo = zone_of(snapshot.host_zone)
        self._wanted: Wanted | None = None
        self._complete = True
        self._first: date = self._today
        self._near: date | None = None
        self._wish: datetime | None = None
        self._loading: asyncio.Task[None] | None = None
        self.earlier = button("", "slots_earlier", "icon")
        self.earlier.setAccessibleName(self.tr("Earlier"))
        self.later = button("", "slots_later", "icon")
        self.later.setAccessibleName(self.tr("Later"))
        self.range = label(role="strong", name="slots_range")
        self.zone = ElidedLabel("muted", "slots_zone")
        self.zone.setText(self.tr("Times in {zone}").format(zone=self._where.key))
        self.by_list = button(self.tr("&List"), "slots_by_list", "segment")
        self.by_calendar = button(self.tr("&Calendar"), "slots_by_calendar", "segment")
        self.list = SlotList(self._where)
        self.days, self.times = self.list.days, self.list.times
        self.calendar = SlotCalendar(self._where)
        self.message = label(role="muted", wrap=True, name="slots_message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.another = OtherTime(self._where)
        self.other, self.edit, self.outside = self.another.check, self.another.edit, self.another.outside
        self._pages = named(_Pages(), "slots_pages")
        self._lay_out()
        self._wire()
        self._paint_icons()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.earlier)
        head.addWidget(self.range)
        head.addWidget(self.later)
        head.addSpacing(12)
        head.addWidget(self.zone, 1)
        group = QButtonGroup(self)
        for segment in (self.by_list, self.by_calendar):
            segment.setCheckable(True)
            group.addButton(segment)
            head.addWidget(segment)
        self.by_list.setChecked(True)
        for page in (self.list, self.message, self.calendar):
            self._pages.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._pages, 1)
        box.addWidget(self.another)

    def _wire(self) -> None:
        self.earlier.clicked.connect(lambda: self._turn(-1))
        self.later.clicked.connect(lambda: self._turn(1))
        self.by_list.toggled.connect(self._change_form)
        self.list.changed.connect(self.changed)
        self.calendar.changed.connect(self.changed)
        self.calendar.beyond.connect(self._follow)
        self.another.switched.connect(self._switch)

    @property
    def chain(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return (
            self.earlier, self.later, self.by_list, self.by_calendar, self.days, self.times,
            self.calendar.picture.canvas, self.other, self.edit, self.outside,
        )  # fmt: skip

    @property
    def chosen(self) -> datetime:
        """The start the host chose. Raises `Failure` if there is none, or if the wall-clock time does not exist."""
        if not self._complete:
            raise fail(Code.BAD_INPUT, self.tr("Free times are not known yet."))
        if self.another.wanted:
            return self.another.chosen
        start = self._taken
        if start is None:
            raise fail(Code.BAD_INPUT, self.tr("Choose a time first."))
        return start

    @property
    def _taken(self) -> datetime | None:
        """What is chosen among the times offered."""
        if self.in_calendar:
            return self.calendar.slot.start if self.calendar.slot is not None else None
        return self.list.chosen

    @property
    def decided(self) -> bool:
        """Whether one of the times offered is chosen, or another one is put in."""
        return self.another.wanted or self._taken is not None

    @property
    def in_calendar(self) -> bool:
        return self.by_calendar.isChecked()

    @property
    def complete(self) -> bool:
        return self._complete

    @property
    def outside_rules(self) -> bool:
        return self.another.wanted and self.outside.isChecked()

    def offer(self, wanted: Wanted, near: datetime | None = None) -> None:
        """Show the free times for `wanted`, from the day of `near` on where it is still to come."""
        self._wanted = wanted
        if near is not None:
            self._near = near.astimezone(self._where).date()
            self._first = self._page_of(self._near)
        self.reload()

    def take(self, start: datetime) -> None:
        """Choose `start` as soon as the times of its week are there, if it is still among them."""
        self._wish = start
        self.reload()

    def take_other(self, start: datetime) -> None:
        """Put `start` in as a time outside the rules."""
        self.another.set_time(start)
        self.other.setChecked(True)
        self.outside.setChecked(True)

    def show_snapshot(self, snapshot: Snapshot, progress: Progress | None) -> None:
        """What has changed meanwhile may have taken or freed times; the choice stays where it is still free."""
        changed = free_time_of(snapshot) != free_time_of(self._snapshot)
        known = self._complete
        self._snapshot = snapshot
        self.show_complete(snapshot.complete, progress)
        if changed and known and snapshot.complete:
            self._wish = self._wish or self._taken
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
        taken = self._taken
        if outside and not self.another.wanted and taken is not None:
            self.another.set_time(taken)
        self.other.setChecked(True)
        self.outside.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def field(self) -> QWidget:
        """Where the host chooses a time now."""
        if self.another.wanted:
            return self.edit
        return self.calendar.picture.canvas if self.in_calendar else self.times

    @property
    def start(self) -> QWidget:
        """Where the host begins to choose among the times offered."""
        return self.calendar.picture.canvas if self.in_calendar else self.days

    def close_down(self) -> None:
        if self._loading is not None:
            self._loading.cancel()

    # Which days, and asking for them

    @property
    def _today(self) -> date:
        return self._now().astimezone(self._where).date()

    @property
    def _size(self) -> int:
        """Days at a time."""
        return 4 if self.in_calendar else 7

    def _page_of(self, near: date) -> date:
        """The first day of the page that `near` is on, counted from today."""
        return self._today + timedelta(days=max((near - self._today).days // self._size, 0) * self._size)

    def _turn(self, pages: int) -> None:
        self._first = max(self._first + timedelta(days=self._size * pages), self._today)
        self.reload()

    def _follow(self, moment: datetime) -> None:
        """The keys led out of the days in view."""
        on = moment.astimezone(self._where).date()
        if on >= self._today:
            self._first = self._page_of(on)
            self._wish = moment
            self.reload()

    def reload(self) -> None:
        """Ask again for the days in view."""
        self.close_down()
        if self._wanted is None:
            return
        last = self._first + timedelta(days=self._size - 1)
        self.range.setText(f"{day(self._first)} – {day(last)}")
        self.earlier.setEnabled(self._first > self._today and self._complete)
        self.later.setEnabled(self._complete)
        if self._complete:
            self._loading = self._courier.spawn(self._load(self._wanted, self._span(last)))

    def _span(self, last: date) -> Span:
        """The days in view, whole days in the host's zone; a list begins with nothing that is over."""
        start, end = day_start(self._first, self._where), day_start(last + timedelta(days=1), self._where)
        return Span(start if self.in_calendar else max(start, self._now()), end)

    async def _load(self, wanted: Wanted, span: Span) -> None:
        try:
            if self.in_calendar:
                week = await self._courier.ask(ShowWeek(wanted.slug, span, wanted.minutes, wanted.but_not))
                self._show_week(week)
            else:
                slots = await self._courier.ask(FindSlots(wanted.slug, span, wanted.minutes, wanted.but_not))
                self._show_slots(slots)
        except Failure as failure:
            texts = worded(failure.trouble)
            self._say(f"{texts.title}\n{texts.message}")

    # Showing them

    def _show_slots(self, slots: tuple[Span, ...]) -> None:
        self.list.show_slots(slots, self._near)
        if not slots:
            self._say(self.tr("No free time in these seven days.\nLook later, or choose another time below."))
        else:
            self._pages.setCurrentIndex(_LIST)
            self._suggest(slots[0].start)
        self._grant(self.list)
        self.changed.emit()

    def _show_week(self, week: Week) -> None:
        snapshot, now = self._snapshot, self._now()
        teller = Teller(
            week.link, week.minutes, self._where, now, snapshot.calendars, snapshot.event_rules,
            snapshot.settings.stays, snapshot.bookings,
        )  # fmt: skip
        self.calendar.show_week(week, Days(self._first, Extent.FOUR_DAYS), snapshot.calendars, now, teller)
        self._pages.setCurrentIndex(_CALENDAR)
        if week.slots:
            self._suggest(week.slots[0].start)
        self._grant(self.calendar)
        self.changed.emit()

    def _grant(self, form: SlotList | SlotCalendar) -> None:
        """Choose what was wished for, now that the times are there."""
        wish = self._wish
        if wish is not None and not self.another.wanted:
            form.take(wish)
            self._wish = None
            if self._taken != wish:
                self.missed.emit(wish)

    def _suggest(self, start: datetime) -> None:
        if not self.another.wanted:
            self.another.set_time(start)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self._pages.setCurrentIndex(_MESSAGE)

    def _change_form(self, _: bool) -> None:
        """The other form begins where this one is."""
        before = self.calendar.slot
        self._wish = self.list.chosen if self.in_calendar else before.start if before is not None else None
        shown = self.list.day if self.in_calendar else self._first
        if self._wish is not None:
            shown = self._wish.astimezone(self._where).date()
        self._near = shown or self._first
        self._first = self._page_of(self._near)
        self._pages.setCurrentIndex(_CALENDAR if self.in_calendar else _LIST)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()
        self.reformed.emit()

    def _switch(self, other: bool) -> None:
        self._pages.setEnabled(not other)
        if other:
            self.times.clearSelection()
            self.calendar.let_go()
        self.changed.emit()

    def _paint_icons(self) -> None:
        ink = tokens(self.palette()).text
        self.earlier.setIcon(symbol("earlier", ink))
        self.later.setIcon(symbol("later", ink))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
