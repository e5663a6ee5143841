"""The host's journeys: from when to when, and in which time zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workestra_desktop.core.settings import Settings, checked_settings
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import ElidedLabel, button, frame, label
from workestra_desktop.ui.sign_button import SignButton
from workestra_desktop.ui.special_days import date_edit, date_of, show_date
from workestra_desktop.ui.when import day
from workestra_desktop.ui.words import told_again
from workestra_desktop.ui.zone_box import ZoneBox


def stay_words(stay: Stay) -> str:
    """`Tue 1 Dec 2026 – Fri 4 Dec 2026 · America/New_York`; one day stands once."""
    first, last = day(stay.first, year=True), day(stay.last, year=True)
    days = first if stay.first == stay.last else f"{first} – {last}"
    return f"{days} · {stay.timezone.replace('_', ' ')}"


def _headed(title: str, field: QWidget) -> QWidget:
    """`field` below its name."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(3)
    head = label(title, "muted")
    head.setBuddy(field)
    box.addWidget(head)
    box.addWidget(field)
    return made


class _StayRow(QFrame):
    removed = Signal()

    def __init__(self, stay: Stay) -> None:
        super().__init__()
        self.setProperty("role", "row")
        words = stay_words(stay)
        text = ElidedLabel(name="stay")
        text.setText(words)
        self.remove = SignButton("x", "stay_remove", self.tr("Remove the journey {journey}").format(journey=words))
        self.remove.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addWidget(text, 1)
        row.addWidget(self.remove)
        self.remove.clicked.connect(self.removed)


class StaysEditor(QWidget):
    """`changed` carries all stays as the host wants them from now on."""

    changed = Signal(tuple)

    def __init__(self, today: date, home: str) -> None:
        super().__init__()
        self.setObjectName("stays")
        self._stays: tuple[Stay, ...] = ()
        self.rows: list[_StayRow] = []
        self.first = date_edit("stay_first", self.tr("First day"), today)
        self.last = date_edit("stay_last", self.tr("Last day"), today)
        self.timezone = ZoneBox("stay_timezone")
        self.timezone.setAccessibleName(self.tr("Time zone there"))
        self.timezone.show_zone(home)
        self.add = button(self.tr("&Add journey"), "stay_add")
        self.add.setAutoDefault(False)
        self.wrong = label(role="danger", wrap=True, name="stay_wrong")
        self.wrong.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._box = frame("")
        self._box.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        fields = Flow()
        for title, field in (
            (self.tr("From"), self.first),
            (self.tr("To"), self.last),
            (self.tr("Time zone there"), self.timezone),
        ):
            fields.addWidget(_headed(title, field))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._box)
        box.addLayout(fields)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.wrong)
        self.first.dateChanged.connect(self._follow)
        self.last.dateChanged.connect(self.wrong.hide)
        self.timezone.editTextChanged.connect(self.wrong.hide)
        self.add.clicked.connect(self.submit)

    def show_stays(self, stays: tuple[Stay, ...]) -> None:
        if stays == self._stays and len(self.rows) == len(stays):
            return
        self._stays = stays
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_StayRow(stay) for stay in stays]
        for row, stay in zip(self.rows, stays, strict=True):
            row.removed.connect(lambda stay=stay: self.changed.emit(tuple(s for s in self._stays if s != stay)))
            row.setProperty("last", row is self.rows[-1])
            self._list.addWidget(row)
        self._box.setVisible(bool(stays))

    def submit(self) -> None:
        """Add what was typed; what is wrong with it is said below it."""
        try:
            if date_of(self.last) < date_of(self.first):
                raise fail(Code.BAD_INPUT, self.tr("The last day is before the first."))
            stay = Stay(date_of(self.first), date_of(self.last), self.timezone.zone_name())
            self._refuse_overlap(stay)
            wanted = checked_settings(replace(Settings(), stays=(*self._stays, stay)))
        except Failure as failure:
            self.wrong.setText(told_again(failure.trouble.subject))
            self.wrong.show()
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.wrong.hide()
        self.changed.emit(wanted.stays)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return in a field adds the journey; fields that have done their part with it let it through to here."""
        typing = any(field.hasFocus() for field in (self.first, self.last, self.timezone))
        if typing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _refuse_overlap(self, stay: Stay) -> None:
        there = next((s for s in self._stays if s.first <= stay.last and stay.first <= s.last), None)
        if there is not None:
            raise fail(Code.BAD_INPUT, self.tr("You are elsewhere then: {journey}.").format(journey=stay_words(there)))

    def _follow(self) -> None:
        self.wrong.hide()
        if self.last.date() < self.first.date():
            show_date(self.last, date_of(self.first))
