"""Free and busy: what takes the host's time. Every change applies at once, and the last one can be taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workestra_desktop.core.calendar import AllDay, Calendar
from workestra_desktop.core.commands import ChangeSettings, RuleEvent
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Failure, Scope, Trouble
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.event_rules import EventRules
from workestra_desktop.ui.parts import button, frame, label, named
from workestra_desktop.ui.problems import by_weight
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.stays_editor import StaysEditor
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import progress_words, worded

_ALL_DAY = (AllDay.FOLLOW, AllDay.ALWAYS, AllDay.NEVER)

_AROUND = 48
"""Pixels of a small screen that are left for the window's frame and the panel."""


class BusyDialog(QDialog):
    """`settings` and `rules` are as they are kept; while a change is on its way nothing else can be changed."""

    def __init__(self, courier: Courier, snapshot: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("busy_dialog")
        self.setWindowTitle(self.tr("Free and busy"))
        self.setModal(True)
        self._courier = courier
        self._task: asyncio.Task[None] | None = None
        self._back: QWidget | None = None
        self._undo: Callable[[], None] | None = None
        self.settings, self.rules = snapshot.settings, snapshot.event_rules
        self.tentative = named(QCheckBox(self.tr("&Tentative events make you busy")), "tentative_blocks")
        self.unanswered = named(
            QCheckBox(self.tr("&Invitations you have not answered make you busy")), "unanswered_blocks"
        )
        self.all_day = QButtonGroup(self)
        for number, text in enumerate(
            (
                self.tr("as each event says: Busy or Free"),
                self.tr("always, also those marked Free"),
                self.tr("never, also those marked Busy"),
            )
        ):
            self.all_day.addButton(named(QRadioButton(text), f"all_day_{_ALL_DAY[number]}"), number)
        self.event_rules = EventRules()
        today = snapshot.taken_at.astimezone(zone_of(snapshot.host_zone)).date()
        self.stays = StaysEditor(today, snapshot.host_zone)
        self.counting = label(wrap=True, name="busy_calendars")
        self.reading = label(role="muted", wrap=True, name="busy_reading")
        self.problem_count = label(role="warn", wrap=True, name="busy_problems")
        self.problems = label(wrap=True, name="busy_problem_list")
        self.trouble = TroubleBox("busy_trouble")
        self.said = label(role="muted", wrap=True, name="busy_said")
        self.said.setText(self.tr("Changes apply at once and can be taken back."))
        self.busy_bar = QProgressBar(maximum=0)
        self.undo = button(self.tr("&Undo"), "busy_undo")
        self.dismiss = button(self.tr("Close"), "busy_close", "primary")
        for each in (self.undo, self.dismiss):
            each.setAutoDefault(False)
        self._lay_out()
        self._wire()
        self.show_snapshot(snapshot)
        self._show_busy(False)
        room = self.screen().availableSize() - QSize(_AROUND, _AROUND)
        self.setMinimumSize(QSize(560, 420).boundedTo(room))
        self.resize(QSize(680, 680).boundedTo(room))
        self.tentative.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, title: str, *widgets: QWidget, lead: str = "") -> QWidget:
        made = QWidget()
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(6)
        if lead:
            inside.addWidget(label(lead, "muted", wrap=True))
        for widget in widgets:
            inside.addWidget(widget)
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(title, "heading"))
        box.addWidget(card)
        return made

    def _lay_out(self) -> None:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(self.tr("All-day events make you busy"), wrap=True))
        for choice in self.all_day.buttons():
            choice.setAccessibleName(self.tr("All-day events make you busy: {choice}").format(choice=choice.text()))
            column.addWidget(choice)
        self._problem_card = self._card(self.tr("What could not be read"), self.problem_count, self.problems)
        self._body = QWidget()
        self._body.setProperty("role", "page")
        stack = QVBoxLayout(self._body)
        stack.setContentsMargins(0, 0, 8, 0)
        stack.setSpacing(16)
        stack.addWidget(self._card(self.tr("Calendars"), self.counting, self.reading))
        stack.addWidget(self._card(self.tr("What makes you busy"), self.tentative, self.unanswered, choices))
        stack.addWidget(self._card(self.tr("Events you decided on"), self.event_rules))
        stack.addWidget(
            self._card(
                self.tr("Journeys"),
                self.stays,
                lead=self.tr(
                    "On these days the hours of links that travel are hours there, and so are whole days and times"
                    " without a time zone in your calendars."
                ),
            )
        )
        stack.addWidget(self._problem_card)
        stack.addStretch(1)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._body)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.busy_bar, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.dismiss)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(self.area, 1)
        box.addWidget(self.trouble)
        box.addLayout(foot)

    def _wire(self) -> None:
        self.tentative.toggled.connect(
            lambda on: self._change(
                "tentative_blocks",
                on,
                self.tr("Tentative events make you busy.") if on else self.tr("Tentative events leave you free."),
            )
        )
        self.unanswered.toggled.connect(
            lambda on: self._change(
                "unanswered_blocks",
                on,
                self.tr("Unanswered invitations make you busy.")
                if on
                else self.tr("Unanswered invitations leave you free."),
            )
        )
        self.all_day.idToggled.connect(self._all_day_chosen)
        self.stays.changed.connect(self._travel)
        self.event_rules.changed.connect(self._rule)
        self.undo.clicked.connect(self._take_back)
        self.dismiss.clicked.connect(self.reject)

    # What comes from outside

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Everything as it is kept now, unless a change of the host's is still on its way."""
        self.trouble.facts = Facts.of(snapshot, snapshot.taken_at)
        self.counting.setText(self._counting_words(snapshot.calendars))
        self._complete = snapshot.complete
        if snapshot.complete:
            self.reading.hide()
        self._show_problems(snapshot)
        if self._task is None:
            self.settings, self.rules = snapshot.settings, snapshot.event_rules
            self._show_kept()

    def show_progress(self, progress: Progress | None) -> None:
        self.reading.setText(progress_words(progress))
        self.reading.setVisible(not self._complete)

    def _counting_words(self, calendars: tuple[Calendar, ...]) -> str:
        def names(busy: bool) -> str:
            return ", ".join(
                plain(c.name, 60) or self.tr("Calendar without a name") for c in calendars if c.busy is busy
            )

        count, rest = names(True), names(False)
        text = self.tr("Events in these calendars count: {names}.") if count else self.tr("No calendar counts.")
        text = text.format(names=count)
        if rest:
            text += " " + self.tr("Not counted: {names}.").format(names=rest)
        return text + " " + self.tr("Choose them under Calendars in the main window.")

    def _show_problems(self, snapshot: Snapshot) -> None:
        """Nothing that could not be read is hidden: each event and each calendar has its sentence."""
        facts = Facts.of(snapshot, snapshot.taken_at)
        found = [p for p in by_weight(snapshot.problems) if p.scope is Scope.CALENDAR]
        self._problem_card.setVisible(bool(found))
        one = self.tr("1 problem. What is known of its time still makes you busy.")
        many = self.tr("{count} problems. What is known of their time still makes you busy.")
        self.problem_count.setText(one if len(found) == 1 else many.format(count=len(found)))
        self.problems.setText("\n\n".join(f"{t.title}. {t.message}" for t in (worded(p, facts) for p in found)))

    def _show_kept(self, *, anew: bool = False) -> None:
        for widget, on in (
            (self.tentative, self.settings.tentative_blocks),
            (self.unanswered, self.settings.unanswered_blocks),
        ):
            with QSignalBlocker(widget):
                widget.setChecked(on)
        with QSignalBlocker(self.all_day):
            self.all_day.button(_ALL_DAY.index(self.settings.all_day)).setChecked(True)
        self.stays.show_stays(self.settings.stays)
        self.event_rules.show_rules(self.rules, anew=anew)
        tab_in_reading_order(self._body)

    # What the host changes

    def _all_day_chosen(self, number: int, on: bool) -> None:
        if not on:
            return
        chosen = _ALL_DAY[number]
        text = self.all_day.button(number).text()
        self._change("all_day", chosen, self.tr("All-day events make you busy {choice}.").format(choice=text))

    def _travel(self, stays: tuple[Stay, ...]) -> None:
        more = len(stays) > len(self.settings.stays)
        self._change("stays", stays, self.tr("The journey was added.") if more else self.tr("The journey was removed."))

    def _change(self, field: str, value: Any, said: str) -> None:
        """Keep `value` in `field`; undoing it leaves what else has changed since."""
        before = getattr(self.settings, field)
        self._apply(
            ChangeSettings(replace(self.settings, **{field: value})),
            said,
            lambda: self._change(field, before, self.tr("Taken back.")),
        )

    def _rule(self, rule: EventRule) -> None:
        before = next((r.blocks for r in self.rules if r.uid == rule.uid), Blocking.USUAL)
        title = plain(rule.title, 60) or self.tr("Event without a title")
        match rule.blocks:
            case Blocking.ALWAYS:
                said = self.tr("“{title}” always makes you busy.")
            case Blocking.NEVER:
                said = self.tr("“{title}” never makes you busy.")
            case _:
                said = self.tr("“{title}” counts as usual again.")
        back = EventRule(rule.uid, before, rule.title)
        self._apply(RuleEvent(rule.uid, rule.blocks, rule.title), said.format(title=title), lambda: self._rule(back))

    def _take_back(self) -> None:
        if self._undo is not None:
            self._undo()

    def _apply(self, command: ChangeSettings | RuleEvent, said: str, undo: Callable[[], None]) -> None:
        if self._task is not None:
            return
        self.trouble.clear()
        self._back = QApplication.focusWidget()
        self._task = self._courier.spawn(self._ask(command, said, undo))
        self._show_busy(True)

    async def _ask(self, command: ChangeSettings | RuleEvent, said: str, undo: Callable[[], None]) -> None:
        trouble: Trouble | None = None
        try:
            match command:
                case ChangeSettings():
                    self.settings = await self._courier.ask(command)
                case RuleEvent():
                    await self._courier.ask(command)
                    self.rules = _ruled(self.rules, command)
        except Failure as failure:
            trouble = failure.trouble
        self._task = None
        if trouble is None:
            self._undo = undo
            self.said.setText(said)
        else:
            self.trouble.show_trouble(trouble)
        self._show_kept(anew=trouble is not None)
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        self._body.setEnabled(not busy)
        self.undo.setEnabled(not busy and self._undo is not None)
        self.undo.setVisible(self._undo is not None)
        self.busy_bar.setVisible(busy)
        self.said.setVisible(not busy)
        if busy:
            return
        back = self._back if self._back is not None and isValid(self._back) and self._back.isVisible() else self.undo
        if self._back is not None and self.isActiveWindow():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return presses the button that has the focus and no other: there is none everything here leads to."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()

    def done(self, result: int) -> None:
        """A change that is on its way still arrives; nobody waits for its answer any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)
        self.deleteLater()


def _ruled(rules: tuple[EventRule, ...], command: RuleEvent) -> tuple[EventRule, ...]:
    """`rules` after `command`: in place where the event had one, else at the end."""
    made = EventRule(command.uid, command.blocks, command.title)
    if command.uid in (rule.uid for rule in rules):
        rules = tuple(made if rule.uid == command.uid else rule for rule in rules)
    else:
        rules = (*rules, made)
    return tuple(rule for rule in rules if rule.blocks is not Blocking.USUAL)
