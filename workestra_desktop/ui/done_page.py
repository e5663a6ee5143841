"""The set-up's last step: connected, what was chosen, and where to go from here."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.first_read import FirstRead
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, frame, label, named
from workestra_desktop.ui.setup_frame import stand_alone
from workestra_desktop.ui.steps_line import SetupStep, StepsLine
from workestra_desktop.ui.tokens import Space
from workestra_desktop.ui.trouble_box import TroubleBox

_WIDTH = 80
"""Of the column, in average characters of the font."""


class DonePage(QWidget):
    """`login_start` is None where there is nothing to start at login: in the demo."""

    left = Signal()
    new_booking = Signal()
    week = Signal()

    def __init__(self, login_start: LoginStart | None = None) -> None:
        super().__init__()
        self.setObjectName("done_page")
        self._login_start = login_start
        self.steps = StepsLine()
        self.steps.show_steps(SetupStep.DONE, frozenset(SetupStep))
        self._picture = QLabel()
        self.title = label(self.tr("You're connected"), "title", name="done_title")
        self.summary = label(role="muted", wrap=True, name="done_summary")
        self.summary.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.reading = FirstRead()
        self.progress = self.reading.line
        self.start = named(QCheckBox(self.tr("&Start Workestra when you log in")), "start_at_login_done")
        self.trouble = TroubleBox("done_trouble")
        self.book = button(self.tr("&New booking"), "first_booking")
        self.see_week = button(self.tr("See your &week"), "first_week")
        self.open = button(self.tr("&Open bookings"), "open_bookings", "primary")
        self._column = QWidget()
        self._lay_out()
        self.open.clicked.connect(self.left)
        self.book.clicked.connect(self.new_booking)
        self.see_week.clicked.connect(self.week)
        self.start.toggled.connect(self._set_start)
        self._paint_icons()

    def _lay_out(self) -> None:
        start = frame("card", "login_card")
        choice = QVBoxLayout(start)
        choice.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        choice.setSpacing(0)
        told = label(
            self.tr("It then starts hidden in the tray and keeps your bookings in step."), "muted", wrap=True
        )  # fmt: skip
        told.setContentsMargins(30, 0, 0, 0)  # under the text of the box
        choice.addWidget(self.start)
        choice.addWidget(told)
        if self._login_start is None:
            start.hide()  # never shown by itself: without a place yet, it would be a window for a moment
        self.start.setAccessibleDescription(told.text())
        ways = Flow(gap=Space.S, centred=True)
        for way in (self.see_week, self.book, self.open):
            ways.addWidget(way)
        box = QVBoxLayout(self._column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.S)
        for widget in (self._picture, self.title):
            box.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self.summary)
        box.addWidget(self.reading)
        box.addSpacing(Space.S)
        box.addWidget(start)
        box.addWidget(self.trouble)
        box.addSpacing(Space.S)
        box.addLayout(ways)
        named(stand_alone(self, self.steps, self._column, above=2, below=3), "done_area")
        order = (self.open, self.start, self.see_week, self.book)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self._measure()

    def show_choice(self, calendars: tuple[Calendar, ...]) -> None:
        write = next((plain(c.name, 60) for c in calendars if c.write_to), "")
        busy = sum(c.busy for c in calendars)
        one = self.tr(
            "New bookings go to “{calendar}”. One calendar counts for free times. "
            "Changes are looked for every 10 minutes."
        )
        many = self.tr(
            "New bookings go to “{calendar}”. {count} calendars count for free times. "
            "Changes are looked for every 10 minutes."
        )
        self.summary.setText((one if busy == 1 else many).format(calendar=write, count=busy))

    def show_progress(self, progress: Progress | None, *, complete: bool) -> None:
        self.reading.show_progress(progress, complete=complete)

    def focus_first(self) -> None:
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_start(self, on: bool) -> None:
        assert self._login_start is not None, "the switch is hidden"
        self.trouble.clear()
        try:
            self._login_start.set(on)
        except Failure as failure:
            self.trouble.show_trouble(failure.trouble)
        self._read_start()

    def _read_start(self) -> None:
        """The switch shows what the system says, not what was asked for."""
        if self._login_start is None:
            return
        try:
            on = self._login_start.enabled()
        except Failure as failure:
            self.trouble.show_trouble(failure.trouble)
            on = False
        with QSignalBlocker(self.start):
            self.start.setChecked(on)

    def _measure(self) -> None:
        self._column.setMaximumWidth(_WIDTH * self.fontMetrics().averageCharWidth())

    def _paint_icons(self) -> None:
        icon = symbol("in-icloud", tokens(self.palette()).good)
        self._picture.setPixmap(icon.pixmap(QSize(48, 48), self.devicePixelRatio()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._read_start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        kind = event.type()
        if kind is QEvent.Type.PaletteChange:
            self._paint_icons()
        elif kind is QEvent.Type.FontChange:
            self._measure()
        elif kind is QEvent.Type.ActivationChange and self.isVisible() and self.isActiveWindow():
            self._read_start()  # it may have been changed in the system's settings meanwhile

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
