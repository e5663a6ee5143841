"""The week page: what can be booked, what is there, and for every minute that is grey, why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.times import day_start, utc
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.week import Week
from workestra_desktop.ui.book_dialog import Preset
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.look import Space
from workestra_desktop.ui.notice_bar import NoticeBar
from workestra_desktop.ui.week_asking import WeekAsking
from workestra_desktop.ui.week_bar import WeekBar
from workestra_desktop.ui.week_draw import preset_for
from workestra_desktop.ui.week_legend import WeekLegend
from workestra_desktop.ui.week_pane import WeekPane
from workestra_desktop.ui.week_span import Days, Extent
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.why_panel import WhyPanel, slots_over
from workestra_desktop.ui.why_words import Teller
from workestra_desktop.ui.words import worded

_WIDE, _NARROW, _LEAST = 42, 36, 27
"""Width of the panel in letters, in a wide window and in a narrow one; at most three eighths of the page,
unless that is less than its buttons need."""


class WeekPage(QWidget):
    """Asks for its week itself, whenever what it shows has changed and the page is in front; old answers stay
    until the new one is there. `book` carries a `Preset`; `rule` a UID, a `Blocking` and the event's title."""

    book = Signal(object)
    new_booking = Signal()
    open_booking = Signal(str)
    edit_link = Signal(str)
    change_settings = Signal()
    rule = Signal(str, object, str)
    left = Signal()

    def __init__(self, courier: Courier, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("week_page")
        self._now = now
        self._asking = WeekAsking(courier, self)
        self._snapshot: Snapshot | None = None
        self._progress: Progress | None = None
        self._days: Days | None = None
        self._week: Week | None = None
        self._moment: datetime | None = None
        self.bar = WeekBar()
        self.notices = NoticeBar()
        self.pane = WeekPane()
        self.legend = WeekLegend()
        self.panel = WhyPanel()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self._across = across = QHBoxLayout()
        beside = QVBoxLayout()
        beside.setSpacing(Space.XS)
        beside.addWidget(self.pane, 1)
        beside.addWidget(self.legend)
        across.addLayout(beside, 1)
        across.addWidget(self.panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        box.setSpacing(Space.S)
        box.addWidget(self.bar)
        box.addWidget(self.notices)
        box.addLayout(across, 1)
        for before, after in pairwise(
            (self.bar.as_list, self.pane.picture.header, self.pane.picture.canvas, self.pane.list)
        ):
            QWidget.setTabOrder(before, after)
        self.panel.after = self.pane.list

    def _wire(self) -> None:
        self.bar.switch.left.connect(self.left)
        self.bar.new_booking.connect(self.new_booking)
        self.bar.turned.connect(self._turn)
        self.bar.today.connect(self.show_today)
        self.bar.extent_chosen.connect(self.show_extent)
        self.bar.offer_chosen.connect(self._reload)
        self.bar.listed.connect(self._show_as)
        self.pane.pointed.connect(self.point)
        self.pane.activated.connect(self._activate)
        self.pane.drawn.connect(self._drawn)
        self.pane.opened.connect(self.open_booking)
        self.pane.beyond.connect(self.go_to)
        self.pane.turned.connect(lambda days: self._shift(timedelta(days=days)))
        self.panel.book.connect(self._book)
        self.panel.open_booking.connect(self.open_booking)
        self.panel.edit_link.connect(self._edit_link)
        self.panel.change_settings.connect(self.change_settings)
        self.panel.rule.connect(self.rule)
        self.panel.again.connect(self._again)
        self.notices.looked.connect(self.open_booking)
        self._asking.came.connect(self._show)
        self._asking.refused.connect(self._refuse)

    # What comes in

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.bar.show_links(snapshot.links)
        self._reload()

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if self._snapshot is not None and not self._snapshot.complete:
            self.panel.show_waiting(progress)

    def show_time(self, now: datetime) -> None:
        """Time goes on: what is over and what is too soon is asked for anew, once a minute."""
        self.pane.picture.show_now(now)
        self._reload()

    # Which days

    @property
    def where(self) -> ZoneInfo:
        return zone_of(self._snapshot.host_zone if self._snapshot else "UTC")

    @property
    def days(self) -> Days:
        """The days that are wanted; they are in view as soon as their answer is."""
        if self._days is None:
            self._days = Days.around(self._now().astimezone(self.where).date(), self.bar.extent)
        return self._days

    @property
    def moment(self) -> datetime | None:
        """Where the cursor is; None before the first answer."""
        return self._moment

    @property
    def week(self) -> Week | None:
        return self._week

    def show_today(self) -> None:
        now = self._now()
        self._moment = now.replace(second=0, microsecond=0)
        self._days = Days.around(now.astimezone(self.where).date(), self.bar.extent)
        self._reload()
        if self._week is not None and self._week.span == self.days.span(self.where):
            self.point(self._moment)

    def show_extent(self, extent: Extent) -> None:
        self.bar.choose_extent(extent)
        around = self._moment or self._now()
        self._days = Days.around(around.astimezone(self.where).date(), extent)
        self._reload()

    def _turn(self, pages: int) -> None:
        self._shift(timedelta(days=self.bar.extent.value * pages))

    def _shift(self, by: timedelta) -> None:
        """The same time of day, other days; the view follows where the cursor would leave it."""
        local = (self._moment or self._now()).astimezone(self.where)
        target = datetime.combine(local.date() + by, local.time(), tzinfo=self.where)
        self.go_to(utc(target))

    def go_to(self, moment: datetime) -> None:
        """Bring the cursor to `moment`; where that is not in view, so many pages on or back that it is."""
        on, days = moment.astimezone(self.where).date(), self.days
        pages = (on - days.first).days // days.extent.value
        if pages == 0 and self._week is not None:
            self.point(moment)
            return
        self._moment, self._days = moment, days.turned(pages)
        self._reload()

    # Asking

    def _again(self) -> None:
        self._asking.forget()
        self._reload()

    def _reload(self) -> None:
        """Ask for the days that are wanted, unless nobody is looking."""
        snapshot = self._snapshot
        if snapshot is None or not self.isVisible():
            return
        chosen = self.bar.chosen
        if not snapshot.complete or chosen is None:
            self._asking.forget()
            self._week = None
            self._draw(None, self.days)
            if chosen is None and snapshot.complete:
                self.panel.show_no_link()
            else:
                self.panel.show_waiting(self._progress)
            return
        link, minutes = chosen
        self._asking.ask(link, minutes, self.days, self.where, snapshot=snapshot, now=self._now())

    # Showing

    def _show(self, week: Week, days: Days) -> None:
        self._week = week
        self._draw(week, days)
        if self._moment is None or not week.span.start <= self._moment < week.span.end:
            self._moment = self._first_moment(week)
        self.point(self._moment)

    def _refuse(self, trouble: Trouble, days: Days) -> None:
        self._week = None
        self._draw(None, days)
        self.panel.show_trouble(worded(trouble))

    def _draw(self, week: Week | None, days: Days) -> None:
        assert self._snapshot is not None, "nothing is asked before the first"
        now = self._now()
        self.bar.range.setText(days.title(now.astimezone(self.where).date()))
        self.pane.show_week(week, days, self._snapshot.calendars, self.where, now, self._teller)

    def _first_moment(self, week: Week) -> datetime:
        """Where the cursor starts: at the first time that can be booked, else now, else in the morning."""
        now = self._now().replace(second=0, microsecond=0)
        if week.slots:
            return week.slots[0].start
        if week.span.start <= now < week.span.end:
            return now
        return day_start(self.days.first, self.where) + timedelta(hours=9)

    @property
    def _teller(self) -> Teller | None:
        week, snapshot = self._week, self._snapshot
        if week is None or snapshot is None:
            return None
        return Teller(
            week.link, week.minutes, self.where, self._now(), snapshot.calendars, snapshot.event_rules,
            snapshot.settings.stays, snapshot.bookings,
        )  # fmt: skip

    def point(self, moment: datetime) -> None:
        """Bring cursor, list and panel to `moment`."""
        if self._week is None or (teller := self._teller) is None:
            return  # a first focus in an empty picture is no place the host chose
        self._moment = moment
        self.pane.point(moment, moment.astimezone(self.where).date())
        self.panel.show_answer(self._week, moment, teller)

    def _show_as(self, as_list: bool) -> None:
        self.pane.show_as(as_list=as_list)
        self.legend.setVisible(not as_list)
        self.pane.form.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the host does

    def _book(self, slot: Span) -> None:
        if self._week is not None:
            self.book.emit(Preset(self._week.link.slug, self._week.minutes, slot.start))

    def _activate(self, moment: datetime) -> None:
        """Return or a double click: book what can be booked, else go to the reasons."""
        self.point(moment)
        if self._week is not None and (slots := slots_over(self._week, moment)):
            self._book(slots[0])
        elif (first := self.panel.first) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drawn(self, span: Span) -> None:
        if self._week is not None:
            self.book.emit(preset_for(self._week, span, self.where))

    def _edit_link(self) -> None:
        if (chosen := self.bar.chosen) is not None:
            self.edit_link.emit(chosen[0].slug)
        else:
            self.edit_link.emit("")

    @property
    def preset(self) -> Preset | None:
        """What a new booking begins with: the kind of meeting that is looked at."""
        chosen = self.bar.chosen
        return Preset(chosen[0].slug, chosen[1]) if chosen is not None else None

    def refuse_rule(self) -> None:
        """The host's word on an event was not taken: the panel shows again how it counts."""
        self.panel.make_anew()
        if self._moment is not None:
            self.point(self._moment)

    def clear_chosen(self) -> None:
        """What was drawn has been dealt with."""
        self.pane.picture.canvas.clear_chosen()

    def focus_first(self) -> None:
        self.pane.form.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._share()

    def _share(self) -> None:
        """Share the width between the days and the panel, by the room there is for letters."""
        letter = self.fontMetrics().averageCharWidth()
        wide = self.width() >= 140 * letter
        most = max(_LEAST * letter, self.width() * 3 // 8)
        self.panel.setFixedWidth(min((_WIDE if wide else _NARROW) * letter, most))
        self._across.setSpacing(Space.M if wide else Space.S)
        self.legend.be_brief(not wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.clear_chosen()
            focus = QApplication.focusWidget()
            if focus is not None and focus is not self.pane.form:
                self.focus_first()
        else:
            super().keyPressEvent(event)
