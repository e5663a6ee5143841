"""The events on which the host decided one by one, and the way back to how they count as usual."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from workestra_desktop.core.plain import plain
from workestra_desktop.core.settings import Blocking, EventRule
from workestra_desktop.ui.entry import still
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import ElidedLabel, button, label, named

_NARROWEST = 120
"""Pixels of the choice where there is no room for all of its words."""


class _RuleRow(QFrame):
    """`ruled` carries how the event shall count from now on."""

    ruled = Signal(object)

    def __init__(self, rule: EventRule) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.rule = rule
        title = plain(rule.title, 120) or self.tr("Event without a title")
        name = ElidedLabel("strong", "rule_title")
        name.setText(title)
        self.blocks = named(QComboBox(), "rule_blocks")
        self.blocks.addItem(self.tr("Always makes you busy"), Blocking.ALWAYS)
        self.blocks.addItem(self.tr("Never makes you busy"), Blocking.NEVER)
        self.blocks.setCurrentIndex(self.blocks.findData(rule.blocks))
        self.blocks.setAccessibleName(self.tr("How “{title}” counts").format(title=title))
        self.blocks.setMinimumWidth(_NARROWEST)  # its text is cut rather than the row
        still(self.blocks)
        self.usual = button(self.tr("As usual again"), "rule_usual")
        self.usual.setAutoDefault(False)
        self.usual.setAccessibleName(self.tr("“{title}” counts as usual again").format(title=title))
        choices = Flow()
        choices.addWidget(self.blocks)
        choices.addWidget(self.usual)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addWidget(name)
        box.addLayout(choices)
        self.blocks.currentIndexChanged.connect(lambda: self.ruled.emit(self.blocks.currentData()))
        self.usual.clicked.connect(lambda: self.ruled.emit(Blocking.USUAL))


class EventRules(QWidget):
    """`changed` carries a rule as the host wants it from now on."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("event_rules")
        self._rules: tuple[EventRule, ...] = ()
        self.rows: list[_RuleRow] = []
        self.none = label(
            self.tr("None yet. Click an event in the week view to decide how it counts."), "muted", wrap=True
        )
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self.none)

    def show_rules(self, rules: tuple[EventRule, ...], *, anew: bool = False) -> None:
        """`anew` also where nothing differs: a choice in a row was not taken."""
        if rules == self._rules and not anew:
            return
        self._rules = rules
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_RuleRow(rule) for rule in rules]
        for row in self.rows:
            row.ruled.connect(lambda blocks, rule=row.rule: self.changed.emit(EventRule(rule.uid, blocks, rule.title)))
            row.setProperty("last", row is self.rows[-1])
            self._list.addWidget(row)
        self.none.setVisible(not rules)
