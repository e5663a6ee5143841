"""Beside the week: what can be done at the cursor, or why nothing can, reason by reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.core.interval import Span
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.week import Stretch, Week
from workestra_desktop.core.words import Words
from workestra_desktop.ui.look import Space
from workestra_desktop.ui.parts import button, label, named, no_mnemonic
from workestra_desktop.ui.when import clock, long_day
from workestra_desktop.ui.why_card import WhyCard
from workestra_desktop.ui.why_words import Teller, Why
from workestra_desktop.ui.words import progress_words

_MOST_SLOTS = 6
_MOST_CARDS = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel says: everything its widgets are made from."""

    moment: datetime
    day: str
    time: str
    slots: tuple[Span, ...]
    known: bool
    whys: tuple[Why, ...]
    beside: tuple[Why, ...]

    @classmethod
    def of(cls, week: Week, moment: datetime, teller: Teller) -> Shown:
        stretch = week.at(moment)
        there = [b for b in week.blocks if not b.reason.blocks and b.start <= moment < _end(b.start, b.end)]
        return cls(
            moment,
            long_day(moment.astimezone(teller.where).date()),
            clock(moment, teller.where),
            slots_over(week, moment),
            stretch is not None,
            _whys(stretch, moment, teller),
            tuple(teller.beside(block) for block in there),
        )


def slots_over(week: Week, moment: datetime) -> tuple[Span, ...]:
    """The meetings that can be booked over `moment`; the one that begins last before it comes first."""
    return tuple(slot for slot in sorted((*week.slots, *week.partly), reverse=True) if slot.start <= moment < slot.end)


def _end(start: datetime, end: datetime) -> datetime:
    """An event without length is there for a minute: else nobody could point at it."""
    return max(end, start + timedelta(minutes=1))


def _whys(stretch: Stretch | None, moment: datetime, teller: Teller) -> tuple[Why, ...]:
    reasons = stretch.reasons if stretch is not None else ()
    return tuple(dict.fromkeys(teller.why(reason, moment) for reason in reasons))


def _part(name: str) -> str:
    """`rule_never` of `why_0_rule_never`: what a button is on its card."""
    return name.split("_", 2)[-1]


class WhyPanel(QScrollArea):
    """Made anew only when what it says changes, so the focus in it stays through new snapshots."""

    book = Signal(object)
    """The `Span` of the meeting."""
    open_booking = Signal(str)
    edit_link = Signal()
    change_settings = Signal()
    rule = Signal(str, object, str)
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("why_panel")
        self.setAccessibleName(self.tr("Why"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._state: object = None
        self.after: QWidget = self
        """What Tab comes from."""
        self.cards: list[WhyCard] = []
        self._box = QVBoxLayout()
        self.show_nothing()

    # The four states

    def show_nothing(self) -> None:
        """Nothing is pointed at."""
        if self._fresh("nothing"):
            self._text(self.tr("Why?"), "heading", "why_day")
            self._text(self.tr("Point at any time of the week to see what can be booked, or why nothing can."), "muted")
            self._finish(self.tr("Nothing chosen"))

    def show_waiting(self, progress: Progress | None) -> None:
        """Not every calendar has been read yet [01]."""
        text = progress_words(progress)
        if self._fresh(("waiting", text)):
            self._text(self.tr("Not known yet"), "heading", "why_day")
            self._text(self.tr("Free times are shown once every busy calendar has been read."), "", "why_state")
            bar = named(QProgressBar(maximum=0), "why_progress")
            if progress is not None and progress.events:
                bar.setMaximum(progress.events)
                bar.setValue(min(progress.events_done, progress.events))
            bar.setTextVisible(False)
            bar.setAccessibleName(self.tr("Reading your calendars"))
            self._box.addWidget(bar)
            self._text(text, "muted", "why_progress_line")
            self._finish(text)

    def show_trouble(self, words: Words) -> None:
        if self._fresh(("trouble", words)):
            self._text(words.title, "heading", "why_day")
            self._text(words.message, "", "why_state")
            again = button(self.tr("Try again"), "why_again")
            again.clicked.connect(self.again)
            self._box.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
            self._finish(words.title)

    def show_no_link(self) -> None:
        if self._fresh("no link"):
            self._text(self.tr("Nothing is offered"), "heading", "why_day")
            self._text(self.tr("Make a booking link first: it says when which kind of meeting can be booked."))
            make = button(self.tr("Booking links…"), "why_make_link", "primary")
            make.clicked.connect(self.edit_link)
            self._box.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
            self._finish(self.tr("Nothing is offered"))

    def show_answer(self, week: Week, moment: datetime, teller: Teller) -> None:
        shown = Shown.of(week, moment, teller)
        if not self._fresh(shown):
            return
        self._text(shown.day, "heading", "why_day")
        self._text(shown.time, "strong", "why_time")
        if shown.whys:
            self._text(self.tr("Cannot be booked"), "warn", "why_state")
        elif shown.known:
            self._text(self.tr("Can be booked"), "good", "why_state")
            self._offer(shown, teller)
        else:
            self._text(self.tr("Not shown"), "muted", "why_state")
        self._add_cards(shown.whys, "why")
        if shown.beside:
            self._text(self.tr("Also there, takes no time"), "strong", "beside_head")
            self._add_cards(shown.beside, "beside")
        self._finish(teller.say(week.at(moment), moment))

    def make_anew(self) -> None:
        """What is shown next is made from the start, even if it is the same."""
        self._state = None

    # Its parts

    def _offer(self, shown: Shown, teller: Teller) -> None:
        """An open minute has a meeting over it: that is what makes it open."""
        for number, slot in enumerate(shown.slots[:_MOST_SLOTS]):
            times = f"{clock(slot.start, teller.where)} – {clock(slot.end, teller.where)}"
            text = no_mnemonic(self.tr("Book {times}").format(times=times))
            made = button(text, f"why_book_{number}", "primary" if number == 0 else "")
            made.clicked.connect(lambda _=False, slot=slot: self.book.emit(slot))
            self._box.addWidget(made)

    def _add_cards(self, whys: Sequence[Why], name: str) -> None:
        for number, why in enumerate(whys[:_MOST_CARDS]):
            card = WhyCard(why, f"{name}_{number}")
            card.edit_link.connect(self.edit_link)
            card.change_settings.connect(self.change_settings)
            card.open_booking.connect(self.open_booking)
            card.rule.connect(self.rule)
            self.cards.append(card)
            self._box.addWidget(card)
        if len(whys) > _MOST_CARDS:
            self._text(self.tr("and {count} more").format(count=len(whys) - _MOST_CARDS), "muted")

    def _text(self, text: str, role: str = "", name: str = "") -> None:
        self._box.addWidget(label(text, role, wrap=True, name=name))

    def _fresh(self, state: object) -> bool:
        """Whether `state` is not what is shown already; then there is an empty page for it."""
        if state == self._state:
            return False
        self._state = state
        self.cards = []
        self._box = QVBoxLayout()
        self._box.setContentsMargins(0, Space.XS, Space.XS, 0)
        self._box.setSpacing(6)
        return True

    def _finish(self, said: str) -> None:
        focus = QApplication.focusWidget()
        old = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._box.addStretch(1)
        page = QWidget()
        page.setProperty("role", "page")
        page.setLayout(self._box)
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # what is pressed now may stand on it
        self.setWidget(page)
        for earlier, later in pairwise([self.after, *page.findChildren(QPushButton)]):
            QWidget.setTabOrder(earlier, later)  # else they would come after all else of the window
        self.setAccessibleDescription(said)
        if old:
            self._focus_again(old)

    def _focus_again(self, name: str) -> None:
        """Give the focus to what took the place of `name`: the same, its like on another card, else the first."""
        buttons = self.findChildren(QPushButton)
        like = [b for b in buttons if _part(b.objectName()) == _part(name)]
        same = next((b for b in buttons if b.objectName() == name), like[0] if like else self.first)
        if same is not None:
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def first(self) -> QPushButton | None:
        """The first thing in it that can be pressed."""
        page = self.widget()
        return next(iter(page.findChildren(QPushButton)), None) if page is not None else None
