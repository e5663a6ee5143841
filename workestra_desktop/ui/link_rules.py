"""How meetings of a link are spaced: buffers, notice, step, how far ahead, how many."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.ui.entry import Entry, Group, Values
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.minute_text import parse_count
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.special_days import date_edit, date_of, show_date

_FIXED = 1
_NARROW = 96


def _short(name: str) -> QLineEdit:
    made = named(QLineEdit(maxLength=6), name)
    made.setFixedWidth(_NARROW)
    return made


def _row(name: str, *widgets: QWidget) -> QWidget:
    made = named(QWidget(), name)
    line = Flow(made, gap=6)
    for widget in widgets:
        line.addWidget(widget)
    return made


class RulesGroup(Group):
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Room and limits"))
        self.before, self.after = _short("link_before"), _short("link_after")
        self.notice = _short("link_notice")
        self.unit = named(QComboBox(), "link_notice_unit")
        for text, minutes in ((self.tr("minutes"), 1), (self.tr("hours"), 60), (self.tr("days"), 24 * 60)):
            self.unit.addItem(text, minutes)
        self.unit.setAccessibleName(self.tr("Unit of the notice"))
        self.step = _short("link_step")
        self.step.setPlaceholderText(self.tr("auto"))
        self.ahead = named(QComboBox(), "link_window_kind")
        self.ahead.addItems([self.tr("So many days ahead"), self.tr("Fixed days")])
        self.ahead.setAccessibleName(self.tr("How far ahead"))
        self.window_days = _short("link_window_days")
        self.first = date_edit("link_window_first", self.tr("First day"), today)
        self.last = date_edit("link_window_last", self.tr("Last day"), today)
        self.per_day, self.per_week = _short("link_max_per_day"), _short("link_max_per_week")
        self._days_kept = 365
        self._add_entries()
        for line in (
            self.before, self.after, self.notice, self.step, self.window_days, self.per_day, self.per_week
        ):  # fmt: skip
            line.textChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)
        self.ahead.currentIndexChanged.connect(self._switch)
        for edit in (self.first, self.last):
            edit.dateChanged.connect(self.changed)
        self._switch()

    def _add_entries(self) -> None:
        minutes = self.tr("minutes")
        for title, line, key, hint in (
            (self.tr("Free &before"), self.before, "before", ""),
            (self.tr("Free a&fter"), self.after, "after", self.tr("Buffers, also around what is in your calendars.")),
        ):
            self.add(
                Entry(
                    title, _row(f"link_{key}_row", line, label(minutes, "muted")), self._take(key, line), line.text,
                    keys=line, hint=hint,
                )
            )  # fmt: skip
            line.setAccessibleName(self.tr("{field}, in minutes").format(field=title.replace("&", "")))
        self.notice.setAccessibleName(self.tr("Notice"))
        self.add(
            Entry(
                self.tr("&Notice"), _row("link_notice_row", self.notice, self.unit), self._take_notice,
                lambda: (self.notice.text(), self.unit.currentData()),
                keys=self.notice, hint=self.tr("Nothing can be booked at shorter notice."),
            )
        )  # fmt: skip
        self.step.setAccessibleName(self.tr("Step, in minutes"))
        self.add(
            Entry(
                self.tr("Start &every"), _row("link_step_row", self.step, label(minutes, "muted")),
                self._take("step", self.step), self.step.text,
                keys=self.step, hint=self.tr("Left empty: one meeting after the other."),
            )
        )  # fmt: skip
        self.window_days.setAccessibleName(self.tr("Days ahead"))
        self._days = label(self.tr("days"), "muted")
        self.add(
            Entry(
                self.tr("Boo&kable"),
                self._window_rows(),
                self._take_window,
                lambda: (self.ahead.currentIndex(), self.window_days.text(), date_of(self.first), date_of(self.last)),
                keys=self.ahead,
                point=self._point_at_window,
            )
        )
        for title, line, key in (
            (self.tr("At most a da&y"), self.per_day, "max_per_day"),
            (self.tr("At most a &week"), self.per_week, "max_per_week"),
        ):
            line.setPlaceholderText(self.tr("no limit"))
            line.setAccessibleName(title.replace("&", ""))
            self.add(
                Entry(
                    title, _row(f"link_{key}_row", line, label(self.tr("meetings"), "muted")), self._take(key, line),
                    line.text, keys=line,
                )
            )  # fmt: skip

    def _window_rows(self) -> QWidget:
        """The kind and what goes with it; two dates stand below it, where there is room for them."""
        made = named(QWidget(), "link_window_rows")
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(_row("link_window_days_row", self.ahead, self.window_days, self._days))
        self._fixed = named(QWidget(), "link_window_dates")
        dates = QGridLayout(self._fixed)
        dates.setContentsMargins(0, 0, 0, 0)
        dates.setHorizontalSpacing(6)
        dates.setVerticalSpacing(4)
        dates.setColumnStretch(2, 1)
        for row, (text, edit) in enumerate(((self.tr("from"), self.first), (self.tr("to"), self.last))):
            dates.addWidget(label(text, "muted"), row, 0)
            dates.addWidget(edit, row, 1)
        box.addWidget(self._fixed)
        return made

    def show_link(self, link: Link) -> None:
        self.before.setText(str(link.before))
        self.after.setText(str(link.after))
        unit = next(n for n in (2, 1, 0) if link.notice % self.unit.itemData(n) == 0) if link.notice else 1
        self.unit.setCurrentIndex(unit)
        self.notice.setText(str(link.notice // self.unit.itemData(unit)))
        self.step.setText("" if link.step is None else str(link.step))
        self.per_day.setText("" if link.max_per_day is None else str(link.max_per_day))
        self.per_week.setText("" if link.max_per_week is None else str(link.max_per_week))
        self._days_kept = link.window_days
        self.window_days.setText(str(link.window_days))
        self.ahead.setCurrentIndex(0 if link.window is None else _FIXED)
        if link.window is not None:
            show_date(self.first, link.window[0])
            show_date(self.last, link.window[1])

    def _take(self, key: str, line: QLineEdit) -> Callable[[], Values]:
        """The number in `line`; an empty one is None, which only the fields that may be left out allow."""
        required = key in ("before", "after")
        return lambda: {key: parse_count(line.text()) if line.text().strip() or required else None}

    def _take_notice(self) -> Values:
        return {"notice": parse_count(self.notice.text()) * self.unit.currentData()}

    def _take_window(self) -> Values:
        """With fixed days the number of days ahead rests: it stays what it was where it cannot be read."""
        if self.ahead.currentIndex() != _FIXED:
            return {"window": None, "window_days": parse_count(self.window_days.text())}
        window = (date_of(self.first), date_of(self.last))
        if window[1] < window[0]:
            raise fail(Code.BAD_INPUT, self.tr("The last day is before the first."))
        try:
            days = parse_count(self.window_days.text())
        except Failure:
            days = 0
        return {"window": window, "window_days": days if 1 <= days <= 730 else self._days_kept}

    def _point_at_window(self) -> None:
        fixed = self.ahead.currentIndex() == _FIXED
        (self.last if fixed else self.window_days).setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self) -> None:
        fixed = self.ahead.currentIndex() == _FIXED
        self.window_days.setVisible(not fixed)
        self._days.setVisible(not fixed)
        self._fixed.setVisible(fixed)
        self.changed.emit()
