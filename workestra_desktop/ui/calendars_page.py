"""Which calendar bookings are written to, and which count as busy."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.ui.calendar_row import CalendarRow, ColumnHeads, takes
from workestra_desktop.ui.first_read import FirstRead
from workestra_desktop.ui.parts import button, frame, label, rule, scrolled
from workestra_desktop.ui.steps_line import SetupStep, StepsLine
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.when import moment_words, zone_of


class CalendarsPage(QWidget):
    """The set-up's last question; later the settings ask it. `accepted(write_to, busy ids)`.

    `chosen` tells of each choice as it is made, in the same form, so that none is lost when the set-up is left.
    """

    accepted = Signal(str, tuple)
    chosen = Signal(str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calendars_page")
        self._rows: dict[str, CalendarRow] = {}
        self._group = QButtonGroup(self)
        self._busy_now = False
        self.steps = StepsLine()
        self.steps.show_steps(SetupStep.CALENDARS, frozenset({SetupStep.WELCOME, SetupStep.PASSWORD}))
        self.title = label(self.tr("Choose your calendars"), role="title", name="calendars_title")
        self.lead = label(
            self.tr("Bookings are written to one calendar. Times with events in a busy calendar are never offered."),
            "muted",
            wrap=True,
        )
        self.note = label(role="warn", wrap=True, name="password_note")
        self.note.hide()
        self.missing = label(
            self.tr("Choose the calendar that bookings are written to."), "danger", wrap=True, name="missing"
        )
        self.missing.hide()
        self.reading = FirstRead()
        self.progress_line, self.progress_bar = self.reading.line, self.reading.bar
        self.trouble = TroubleBox("calendars_trouble")
        self.accept = button(self.tr("&Continue"), "calendars_accept", "primary")
        self._list = QVBoxLayout()
        self._lay_out()
        self.accept.clicked.connect(self.submit)
        self._group.buttonClicked.connect(self._choose)
        self.show_progress(None, complete=True)

    def _card(self) -> QFrame:
        """The list of calendars under its column heads."""
        heads = ColumnHeads(self.tr("Calendar"))
        inside = QWidget()
        inside.setProperty("role", "page")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        stack = QVBoxLayout(inside)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addLayout(self._list)
        stack.addStretch(1)
        area = scrolled(inside, "calendar_list")
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, last: heads.leave(bar.sizeHint().width() if last else 0))
        card = frame("card")
        box = QVBoxLayout(card)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(heads)
        box.addWidget(rule())
        box.addWidget(area, 1)
        return card

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.reading, 1)
        foot.addSpacing(16)
        foot.addWidget(self.accept)
        column = QWidget()
        column.setMaximumWidth(760)
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self.title)
        outer.addWidget(self.lead)
        outer.addWidget(self.note)
        outer.addWidget(self.missing)
        outer.addSpacing(4)
        outer.addWidget(self._card(), 1)
        outer.addWidget(self.trouble)
        outer.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(12)
        whole.addWidget(self.steps)
        middle = QGridLayout()
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(1, 20)
        middle.setColumnStretch(2, 1)
        middle.addWidget(column, 0, 1)
        whole.addLayout(middle, 1)

    def begin(self) -> None:
        """Choices start from what is stored."""
        self.trouble.clear()
        self.missing.hide()
        for row in self._rows.values():
            row.write.setChecked(row.calendar.write_to and takes(row.calendar))
            row.busy.setChecked(row.calendar.busy)

    def focus_first(self) -> None:
        """The calendar written to; where none is, the first that can be."""
        open_ = [row.write for row in self._rows.values() if row.write.isEnabled()]
        chosen = next((write for write in open_ if write.isChecked()), next(iter(open_), None))
        (chosen or self.accept).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_calendars(self, calendars: Iterable[Calendar]) -> None:
        """Bring the rows up to date. Rows that stand keep what the host chose."""
        listed = list(calendars)
        same = [(r.calendar.id, r.calendar.name, r.calendar.color, takes(r.calendar)) for r in self._rows.values()] == [
            (c.id, c.name, c.color, takes(c)) for c in listed
        ]
        if same:
            for calendar in listed:
                self._rows[calendar.id].refresh(calendar)
            return
        chosen = {key: (row.write.isChecked(), row.busy.isChecked()) for key, row in self._rows.items()}
        someone_writes = any(write for write, _ in chosen.values())
        for row in self._rows.values():
            self._group.removeButton(row.write)
            self._list.removeWidget(row)
            row.deleteLater()
        self._rows = {}
        for calendar in listed:
            row = CalendarRow(calendar)
            first_choice = (calendar.write_to and not someone_writes, calendar.busy)
            write, busy = chosen.get(calendar.id, first_choice)
            self._group.addButton(row.write)
            row.write.setChecked(write and takes(calendar))
            row.busy.setChecked(busy)
            row.busy.clicked.connect(self._choose)
            row.setProperty("last", calendar is listed[-1])
            self._list.addWidget(row)
            self._rows[calendar.id] = row
        self._order_tabs()

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for row in self._rows.values():
            for widget in (row.write, row.busy):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        if before is not None:
            QWidget.setTabOrder(before, self.accept)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The calendars, each with its own age: one that cannot be read grows old alone."""
        self.show_calendars(snapshot.calendars)
        where = zone_of(snapshot.host_zone)
        for calendar in snapshot.calendars:
            if calendar.read_at is not None:
                self._rows[calendar.id].refresh(calendar, moment_words(calendar.read_at, where, snapshot.taken_at))

    def show_progress(self, progress: Progress | None, *, complete: bool) -> None:
        """How far the first read is; nothing once it is `complete`."""
        self.reading.show_progress(progress, complete=complete)

    def show_password_kept(self, kept: bool) -> None:
        """Say it once when the keychain could not take the password."""
        self.note.setText(
            self.tr(
                "This computer has no usable keychain: the password is kept until Workestra ends, then asked for again."
            )
        )
        self.note.setVisible(not kept)

    def show_busy(self, busy: bool) -> None:
        self._busy_now = busy
        self.accept.setEnabled(not busy)

    def show_trouble(self, trouble: Trouble) -> None:
        self.trouble.show_trouble(trouble)

    def submit(self) -> None:
        """Hand on the choice; without a write calendar say so instead."""
        if self._busy_now:
            return
        write_to, busy = self._choice()
        if write_to is None:
            if self._rows:
                self.missing.show()
                self.focus_first()
            return
        self.missing.hide()
        self.trouble.clear()
        self.accepted.emit(write_to, busy)

    def _choice(self) -> tuple[str | None, tuple[str, ...]]:
        write_to = next((key for key, row in self._rows.items() if row.write.isChecked()), None)
        return write_to, tuple(key for key, row in self._rows.items() if row.busy.isChecked())

    def _choose(self) -> None:
        write_to, busy = self._choice()
        self.missing.setVisible(self.missing.isVisible() and write_to is None)
        if write_to is not None:
            self.chosen.emit(write_to, busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
