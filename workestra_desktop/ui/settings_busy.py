"""What makes the host busy: kinds of events, single events, journeys, and what could not be read."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import AllDay
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Scope
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.ui.event_rules import EventRules
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.problems import by_weight
from workestra_desktop.ui.settings_changes import Changes
from workestra_desktop.ui.settings_kept import Kept
from workestra_desktop.ui.settings_parts import ChoiceRow, card
from workestra_desktop.ui.stays_editor import StaysEditor
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import progress_words, worded

_ALL_DAY = (AllDay.FOLLOW, AllDay.ALWAYS, AllDay.NEVER)


class BusyPanel(QWidget):
    """Its cards stand below the choice of calendars."""

    def __init__(self, kept: Kept, changes: Changes, snapshot: Snapshot) -> None:
        super().__init__()
        self._kept, self._changes = kept, changes
        self._complete = snapshot.complete
        self.tentative = named(QCheckBox(), "tentative_blocks")
        self.unanswered = named(QCheckBox(), "unanswered_blocks")
        self.all_day = QButtonGroup(self)
        self._all_day_texts = (
            self.tr("as each event says: Busy or Free"),
            self.tr("always, also those marked Free"),
            self.tr("never, also those marked Busy"),
        )
        for number, value in enumerate(_ALL_DAY):
            self.all_day.addButton(named(QRadioButton(), f"all_day_{value}"), number)
        self.event_rules = EventRules()
        today = snapshot.taken_at.astimezone(zone_of(snapshot.host_zone)).date()
        self.stays = StaysEditor(today, snapshot.host_zone)
        self.reading = label(role="muted", wrap=True, name="busy_reading")
        self.reading.hide()
        self.problem_count = label(role="warn", wrap=True, name="busy_problems")
        self.problems = label(wrap=True, name="busy_problem_list")
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(self.tr("All-day events make you busy"), wrap=True))
        for choice, text in zip(self.all_day.buttons(), self._all_day_texts, strict=True):
            choice.setAccessibleName(self.tr("All-day events make you busy: {choice}").format(choice=text))
            column.addWidget(ChoiceRow(choice, text))
        self._problem_card = card(self.tr("What could not be read"), self.problem_count, self.problems)
        cards = (
            card(
                self.tr("What makes you busy"),
                ChoiceRow(self.tentative, self.tr("&Tentative events make you busy")),
                ChoiceRow(self.unanswered, self.tr("&Invitations you have not answered make you busy")),
                choices,
            ),
            card(self.tr("Events you decided on"), self.event_rules),
            card(
                self.tr("Journeys"),
                self.stays,
                lead=self.tr(
                    "On these days the hours of links that travel are hours there, and so are whole days and times"
                    " without a time zone in your calendars."
                ),
            ),
            self._problem_card,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for each in (self.reading, *cards):
            box.addWidget(each)

    def _wire(self) -> None:
        self.tentative.toggled.connect(self._tentative_chosen)
        self.unanswered.toggled.connect(self._unanswered_chosen)
        self.all_day.idToggled.connect(self._all_day_chosen)
        self.stays.changed.connect(self._travel)
        self.event_rules.changed.connect(self._rule)

    # What comes from outside

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._complete = snapshot.complete
        if snapshot.complete:
            self.reading.hide()
        self._show_problems(snapshot)

    def show_progress(self, progress: Progress | None) -> None:
        self.reading.setText(progress_words(progress))
        self.reading.setVisible(not self._complete)

    def show_kept(self, *, anew: bool = False) -> None:
        """Everything as it is kept; `anew` also where a choice was not taken."""
        settings = self._kept.settings
        for widget, on in (
            (self.tentative, settings.tentative_blocks),
            (self.unanswered, settings.unanswered_blocks),
        ):
            with QSignalBlocker(widget):
                widget.setChecked(on)
        with QSignalBlocker(self.all_day):
            self.all_day.button(_ALL_DAY.index(settings.all_day)).setChecked(True)
        self.stays.show_stays(settings.stays)
        self.event_rules.show_rules(self._kept.rules, anew=anew)

    def _show_problems(self, snapshot: Snapshot) -> None:
        """Nothing that could not be read is hidden: each event and each calendar has its sentence."""
        facts = Facts.of(snapshot, snapshot.taken_at)
        found = [p for p in by_weight(snapshot.problems) if p.scope is Scope.CALENDAR]
        self._problem_card.setVisible(bool(found))
        one = self.tr("1 problem. What is known of its time still makes you busy.")
        many = self.tr("{count} problems. What is known of their time still makes you busy.")
        self.problem_count.setText(one if len(found) == 1 else many.format(count=len(found)))
        self.problems.setText("\n\n".join(f"{t.title}. {t.message}" for t in (worded(p, facts) for p in found)))

    # What the host changes

    def _tentative_chosen(self, on: bool) -> None:
        said = self.tr("Tentative events make you busy.") if on else self.tr("Tentative events leave you free.")
        self._changes.make(self._kept.setting("tentative_blocks", on, self.tr("Tentative events"), said))

    def _unanswered_chosen(self, on: bool) -> None:
        busy = self.tr("Unanswered invitations make you busy.")
        said = busy if on else self.tr("Unanswered invitations leave you free.")
        self._changes.make(self._kept.setting("unanswered_blocks", on, self.tr("Unanswered invitations"), said))

    def _all_day_chosen(self, number: int, on: bool) -> None:
        if not on:
            return
        said = self.tr("All-day events make you busy {choice}.").format(choice=self._all_day_texts[number])
        self._changes.make(self._kept.setting("all_day", _ALL_DAY[number], self.tr("All-day events"), said))

    def _travel(self, stays: tuple[Stay, ...]) -> None:
        more = len(stays) > len(self._kept.settings.stays)
        said = self.tr("The journey was added.") if more else self.tr("The journey was removed.")
        self._changes.make(self._kept.setting("stays", stays, self.tr("Journey"), said))

    def _rule(self, rule: EventRule) -> None:
        title = plain(rule.title, 60) or self.tr("Event without a title")
        match rule.blocks:
            case Blocking.ALWAYS:
                said = self.tr("“{title}” always makes you busy.")
            case Blocking.NEVER:
                said = self.tr("“{title}” never makes you busy.")
            case _:
                said = self.tr("“{title}” counts as usual again.")
        self._changes.make(self._kept.rule(rule, plain(title, 24), said.format(title=title)))
