"""One reason as a card: what, when, why, the setting behind it, and the buttons that change it."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workestra_desktop.core.settings import Blocking
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.icons import swatch
from workestra_desktop.ui.look import Space
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.why_words import Why

_LONG_WORD = re.compile(r"\S{19,}")


def breakable(text: str) -> str:
    """`text` with places to break in words that are longer than a narrow column is wide."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(word[0]), text)


class WhyCard(QFrame):
    """Shows `why`; object names of what is in it begin with `name`. Wishes leave as signals."""

    edit_link = Signal()
    change_settings = Signal()
    open_booking = Signal(str)
    rule = Signal(str, object, str)
    """UID, `Blocking`, and the title to tell the event by."""

    def __init__(self, why: Why, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(name)
        self._why, self._name = why, name
        self.rules: dict[Blocking, QPushButton] = {}
        self._said = why.counts  # by the host, here; its effect comes later
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._box.setSpacing(Space.XS)
        self._add(why.title, "strong", "title")
        if why.calendar:
            self._box.addLayout(self._whose(why.colour, why.calendar))
        for text, role, part in (
            (why.when, "muted", "when"),
            (why.sentence, "", "sentence"),
            (self.tr("Setting: {setting}").format(setting=why.setting) if why.setting else "", "muted", "setting"),
        ):
            if text:
                self._add(text, role, part)
        self._add_buttons()

    def _add(self, text: str, role: str, part: str) -> None:
        made = label(breakable(text), role, wrap=True, name=f"{self._name}_{part}")
        made.setAccessibleName(text)
        self._box.addWidget(made)

    def _whose(self, colour: str, name: str) -> QHBoxLayout:
        dot = QLabel()
        dot.setPixmap(swatch(colour).pixmap(QSize(12, 12)))
        whose = label(breakable(name), "muted", wrap=True, name=f"{self._name}_calendar")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(dot)
        row.addWidget(whose, 1)
        return row

    def _add_buttons(self) -> None:
        why = self._why
        if why.booking:
            opens = button(self.tr("Open"), f"{self._name}_open")
            opens.setAccessibleName(self.tr("Open {title}").format(title=why.title))
            opens.clicked.connect(lambda: self.open_booking.emit(why.booking))
            self._box.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        if why.change:
            change = button(why.change, f"{self._name}_change", "link")
            change.clicked.connect(self.edit_link)
            self._box.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        if why.settings:
            settings = button(self.tr("Free/busy settings…"), f"{self._name}_settings", "link")
            settings.clicked.connect(self.change_settings)
            self._box.addWidget(settings, 0, Qt.AlignmentFlag.AlignLeft)
        if why.uid:
            self._box.addWidget(self._choice())

    def _choice(self) -> QWidget:
        """How the event counts. Three buttons, so that no key passes through an answer the host does not mean."""
        whole = QWidget()
        row = Flow(whole, gap=2)
        row.setContentsMargins(0, 0, 0, 0)
        for each, text, name in (
            (Blocking.USUAL, self.tr("As usual"), self.tr("“{title}” counts as usual")),
            (Blocking.ALWAYS, self.tr("Always"), self.tr("“{title}” always blocks")),
            (Blocking.NEVER, self.tr("Never"), self.tr("“{title}” never blocks")),
        ):
            made = button(text, f"{self._name}_rule_{each.value}", "segment")
            made.setCheckable(True)
            made.setChecked(each is self._why.counts)
            made.setAccessibleName(name.format(title=self._why.title))
            made.clicked.connect(lambda _=False, each=each: self._ruled(each))
            self.rules[each] = made
            row.addWidget(made)
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        lead = label(self.tr("This event and its repeats block time:"), "muted", wrap=True)
        box.addWidget(lead)
        box.addWidget(whole)
        outer = QWidget()
        outer.setLayout(box)
        return outer

    def _ruled(self, chosen: Blocking) -> None:
        for each, made in self.rules.items():
            made.setChecked(each is chosen)
        if chosen is not self._said:
            self._said = chosen
            self.rule.emit(self._why.uid, chosen, self._why.title)
