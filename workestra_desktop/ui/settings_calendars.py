"""Which calendars bookings go to and which count, each choice made at once; below it what makes the host busy."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.ui.calendar_row import CalendarRow, ColumnHeads
from workestra_desktop.ui.parts import frame, label, rule
from workestra_desktop.ui.settings_busy import BusyPanel
from workestra_desktop.ui.settings_changes import Changes
from workestra_desktop.ui.settings_kept import Kept
from workestra_desktop.ui.settings_parts import fill
from workestra_desktop.ui.when import moment_words, zone_of


class CalendarsPanel(QWidget):
    """`rows` by the id of the calendar; `busy` has what else makes the host busy."""

    def __init__(self, kept: Kept, changes: Changes, snapshot: Snapshot) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._kept, self._changes = kept, changes
        self._ages: dict[str, str] = {}
        self.rows: dict[str, CalendarRow] = {}
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.homeless = label(role="warn", wrap=True, name="settings_homeless")
        self.busy = BusyPanel(kept, changes, snapshot)
        fill(self, self._choice(), self.busy)

    def _choice(self) -> QWidget:
        inner = frame("card")
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(ColumnHeads(self.tr("Calendar")))
        inside.addWidget(rule())
        inside.addLayout(self._list)
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(self.tr("Calendars"), "heading"))
        lead = self.tr("Bookings are written to one calendar. Times with events in a busy calendar are never offered.")
        box.addWidget(label(lead, "muted", wrap=True))
        box.addWidget(self.homeless)
        box.addWidget(inner)
        return made

    def first(self) -> QWidget:
        """Where the host begins: the calendar written to, else the first that can be."""
        open_ = [row.write for row in self.rows.values() if row.write.isEnabled()]
        return next((write for write in open_ if write.isChecked()), next(iter(open_), self.busy.tentative))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        where = zone_of(snapshot.host_zone)
        self._ages = {
            c.id: moment_words(c.read_at, where, snapshot.taken_at) for c in snapshot.calendars if c.read_at is not None
        }
        there = {c.id for c in snapshot.calendars if not c.gone}
        count = sum(b.calendar not in there for b in snapshot.bookings if b.live and b.end > snapshot.taken_at)
        one = self.tr("1 coming booking will be written to the calendar you choose.")
        many = self.tr("{count} coming bookings will be written to the calendar you choose.")
        self.homeless.setText(one if count == 1 else many.format(count=count))
        self.homeless.setVisible(count > 0)
        self.busy.show_snapshot(snapshot)

    def show_progress(self, progress: Progress | None) -> None:
        self.busy.show_progress(progress)

    def show_kept(self, *, anew: bool = False) -> None:
        calendars = self._kept.calendars
        if [_shape(row.calendar) for row in self.rows.values()] != [_shape(c) for c in calendars]:
            self._list_anew(calendars)
        for calendar in calendars:
            row = self.rows[calendar.id]
            row.refresh(calendar, self._ages.get(calendar.id, ""))
            _show_checked(row.busy, calendar.busy)
        self._show_write_to(self._kept.write_to)
        self.busy.show_kept(anew=anew)

    def _show_write_to(self, chosen: str | None) -> None:
        self._group.setExclusive(False)  # an exclusive group would not let go of its last choice
        for key, row in self.rows.items():
            _show_checked(row.write, key == chosen)
        self._group.setExclusive(True)

    def _list_anew(self, calendars: tuple[Calendar, ...]) -> None:
        for row in self.rows.values():
            self._group.removeButton(row.write)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {calendar.id: CalendarRow(calendar) for calendar in calendars}
        for key, row in self.rows.items():
            self._group.addButton(row.write)
            row.write.toggled.connect(lambda on, row=row: self._write_to(row.calendar) if on else None)
            row.busy.toggled.connect(lambda on, row=row: self._count(row.calendar, on))
            row.setProperty("last", key == calendars[-1].id)
            self._list.addWidget(row)

    def _write_to(self, calendar: Calendar) -> None:
        said = self.tr("New bookings are written to “{calendar}”.").format(calendar=self._name(calendar))
        self._changes.make(self._kept.writing(calendar, self.tr("Calendar written to"), said))

    def _count(self, calendar: Calendar, on: bool) -> None:
        said = self.tr("Events in “{calendar}” count.") if on else self.tr("Events in “{calendar}” do not count.")
        name = self._name(calendar)
        self._changes.make(self._kept.counting(calendar, on, plain(name, 24), said.format(calendar=name)))

    def _name(self, calendar: Calendar) -> str:
        return plain(calendar.name, 60) or self.tr("Calendar without a name")


def _shape(calendar: Calendar) -> tuple[str, str, str, bool, bool]:
    """What a row is built for; the rest of it can be shown anew."""
    return calendar.id, calendar.name, calendar.color, calendar.writable, calendar.gone


def _show_checked(button: QAbstractButton, on: bool) -> None:
    with QSignalBlocker(button):
        button.setChecked(on)
