"""Days with other hours than their weekday has: a day off, a week of holidays, one long Thursday."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.link import Override
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.ui.entry import still
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import button, frame, label, named
from workestra_desktop.ui.sign_button import SignButton
from workestra_desktop.ui.when import localise
from workestra_desktop.ui.windows_editor import WindowsEditor

_OTHER = 1
_INDENT = 12


def date_edit(name: str, title: str, value: date) -> QDateEdit:
    made = named(QDateEdit(), name)
    made.setCalendarPopup(True)
    localise(made)
    made.setAccessibleName(title)
    show_date(made, value)
    still(made)
    return made


def show_date(edit: QDateEdit, value: date) -> None:
    edit.setDate(QDate(value.year, value.month, value.day))


def date_of(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())


class _SpecialRow(QFrame):
    """One range of days. Its last day follows the first one; a single day has both alike."""

    changed = Signal()
    removed = Signal()

    def __init__(self, override: Override) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.first = date_edit("special_first", self.tr("First day"), override.first)
        self.last = date_edit("special_last", self.tr("Last day"), override.last)
        self.kind = named(QComboBox(), "special_kind")
        self.kind.addItems([self.tr("Day off"), self.tr("Other hours")])
        self.kind.setAccessibleName(self.tr("What these days are"))
        self.kind.setCurrentIndex(_OTHER if override.hours else 0)
        still(self.kind)
        self.windows = WindowsEditor(
            "special_hours", self.tr("special days"), self.tr("the next day"), self.tr("no hours yet: a day off")
        )
        self.windows.show_windows(override.hours)
        self.remove = SignButton("x", "special_remove", self.tr("Remove these special days"))
        self.wrong = label(role="danger", wrap=True, name="special_wrong")
        self.wrong.hide()
        days = Flow(gap=6)
        for widget in (self.first, label("–"), self.last):
            days.addWidget(widget)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addLayout(days, 1)
        line.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        what = QGridLayout()
        what.setHorizontalSpacing(_INDENT)
        what.setVerticalSpacing(4)
        what.setColumnStretch(1, 1)
        what.addWidget(self.kind, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._what = what
        self.be_narrow(narrow=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(4)
        box.addLayout(line)
        box.addLayout(what)
        box.addWidget(self.wrong)
        self.first.dateChanged.connect(self._follow)
        self.last.dateChanged.connect(self.changed)
        self.kind.currentIndexChanged.connect(self._switch)
        self.windows.changed.connect(self.changed)
        self.remove.clicked.connect(self.removed)
        self.windows.setVisible(bool(override.hours))

    def be_narrow(self, *, narrow: bool) -> None:
        """The hours beside what the days are, or below it."""
        self._what.addWidget(self.windows, 1 if narrow else 0, 0 if narrow else 1, 1, 2 if narrow else 1)

    @property
    def other_hours(self) -> bool:
        return self.kind.currentIndex() == _OTHER

    def raw(self) -> tuple[object, ...]:
        hours = self.windows.raw() if self.other_hours else ()
        return date_of(self.first), date_of(self.last), hours

    def override(self) -> Override:
        """The days as they stand; what is wrong is said below them, and raised as `Failure`."""
        self.wrong.hide()
        if date_of(self.last) < date_of(self.first):
            text = self.tr("The last day is before the first.")
            self.wrong.setText(text)
            self.wrong.show()
            raise fail(Code.BAD_INPUT, text)
        hours = self.windows.windows() if self.other_hours else ()
        return Override(date_of(self.first), date_of(self.last), hours)

    def _follow(self, first: QDate) -> None:
        if self.last.date() < first:
            self.last.setDate(first)
        self.changed.emit()

    def _switch(self) -> None:
        self.windows.setVisible(self.other_hours)
        if self.other_hours and not self.windows.fields:
            self.windows.show_windows((("09:00", "17:00"),))
        self.changed.emit()


class SpecialDays(QWidget):
    """`today` is where a new one starts. Where two overlap, the lower one counts, as in `Link.override_on`."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setObjectName("link_overrides")
        self._today = today
        self._wrong: _SpecialRow | None = None
        self._narrow = False
        self.rows: list[_SpecialRow] = []
        self.add = button(self.tr("Add special &days"), "special_add")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._box = frame("")
        self._box.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._box)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._another)

    def be_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for row in self.rows:
            row.be_narrow(narrow=narrow)

    def show_overrides(self, overrides: tuple[Override, ...]) -> None:
        """Rows that say the same already are left alone, and the focus in them."""
        if tuple((each.first, each.last, each.hours) for each in overrides) != self.raw():
            while self.rows:
                self._drop(self.rows[-1])
            for override in overrides:
                self._append(override)
        self._marked()

    def raw(self) -> tuple[object, ...]:
        return tuple(row.raw() for row in self.rows)

    def overrides(self) -> tuple[Override, ...]:
        """All of them, in order. Every wrong one says so; the first is raised."""
        self._wrong = None
        first: Failure | None = None
        found = []
        for row in self.rows:
            try:
                found.append(row.override())
            except Failure as failure:
                self._wrong, first = self._wrong or row, first or failure
        if first is not None:
            raise first
        return tuple(found)

    def point_out(self) -> None:
        row = self._wrong
        if row is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not row.wrong.isHidden():
            row.last.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.windows.point_out()

    def _append(self, override: Override) -> _SpecialRow:
        row = _SpecialRow(override)
        row.be_narrow(narrow=self._narrow)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._list.addWidget(row)
        self.rows.append(row)
        return row

    def _another(self) -> None:
        row = self._append(Override(self._today, self._today))
        self._marked()
        row.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: _SpecialRow) -> None:
        self._drop(row)
        self._marked()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: _SpecialRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _marked(self) -> None:
        self._box.setVisible(bool(self.rows))
        self.changed.emit()
