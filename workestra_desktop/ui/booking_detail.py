"""Everything about the chosen booking: what it is and how it stands, what can be done, what happened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.booking_acts import Act, act_words, acts
from workestra_desktop.ui.booking_facts import BookingFacts
from workestra_desktop.ui.booking_history import HistoryBox
from workestra_desktop.ui.bookings_line import state_of
from workestra_desktop.ui.choice_words import AskEnd, Decision, Move, question_words
from workestra_desktop.ui.decision_panel import DecisionPanel
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.journal_words import journal_words
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.overlap_words import overlap_words
from workestra_desktop.ui.parts import ElidedLabel, button, label, rule
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.waiting_words import waiting_words
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import cancelled_words

_COPIED = 2000
"""Milliseconds a button says that it has copied."""
_ROLES = {Act.CANCEL: "danger"}
_ICONS = {Act.JOIN: "video", Act.COPY_LINK: "copy"}


def decisions(booking: Booking, snapshot: Snapshot) -> tuple[Decision, ...]:
    """What the host is asked about `booking`: itself first, then each event on top of it."""
    asked = [question_words(booking, q, snapshot) for q in snapshot.questions if q.booking == booking.id and q.choices]
    return (*asked, *(overlap_words(o, booking, snapshot) for o in snapshot.overlaps if o.booking == booking.id))


class BookingDetail(QFrame):
    """`acted` carries an `Act`; `let_go` that the booking shall end and its event stay; `decided` the answer to a
    question, a `Choose` or a `SettleOverlap`."""

    acted = Signal(object)
    let_go = Signal()
    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("booking_detail")
        self._booking: Booking | None = None
        self._open: frozenset[Act] = frozenset()
        self._low = False
        self.guest = ElidedLabel("heading", "detail_guest")
        self.when = label(wrap=True, name="detail_when")
        self.state = label(role="muted", wrap=True, name="detail_state")
        self.panel = DecisionPanel()
        self.buttons: dict[Act, QPushButton] = {}
        self._flow = Flow()
        for act in Act:
            if act is not Act.MAIL:  # the address itself
                self.buttons[act] = self._button(act)
        self.facts = BookingFacts()
        self.note = self.facts.note
        self.history = HistoryBox()
        self.head = QWidget()
        self._copied = QTimer(self, singleShot=True, interval=_COPIED)
        self._copied.timeout.connect(self._name_buttons)
        self.facts.mailed.connect(lambda: self.acted.emit(Act.MAIL))
        self.panel.wished.connect(self._wish)
        self.panel.turned.connect(self._arrange)
        self._lay_out()
        self._paint_icons()

    @property
    def join_button(self) -> QPushButton:
        return self.buttons[Act.JOIN]

    @property
    def move_button(self) -> QPushButton:
        return self.buttons[Act.MOVE]

    @property
    def cancel_button(self) -> QPushButton:
        return self.buttons[Act.CANCEL]

    @property
    def undo_button(self) -> QPushButton:
        return self.buttons[Act.UNDO]

    def _button(self, act: Act) -> QPushButton:
        made = button("", act.value, _ROLES.get(act, ""))
        made.clicked.connect(lambda: self.acted.emit(act))
        self._flow.addWidget(made)
        return made

    def _lay_out(self) -> None:
        head = QVBoxLayout(self.head)
        head.setContentsMargins(4, 0, 4, 0)
        head.setSpacing(4)
        for widget in (self.guest, self.when, self.state):
            head.addWidget(widget)
        head.addSpacing(4)
        head.addWidget(self.panel)
        head.addLayout(self._flow)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addWidget(rule())
        box.addWidget(self.facts)
        box.addWidget(rule())
        heading = label(self.tr("History"), "muted")
        heading.setContentsMargins(4, 0, 4, 0)
        box.addWidget(heading)
        box.addWidget(self.history)
        box.addStretch(1)
        tab_in_reading_order(self)

    def show_booking(self, booking: Booking, snapshot: Snapshot, now: datetime) -> None:
        where = zone_of(snapshot.host_zone)
        if self._booking is None or self._booking.id != booking.id:
            self.history.show_waiting()
            self._copied.stop()
        self._booking = booking
        self.guest.setText(plain(booking.guest, 200))
        time = meeting_time(booking.start, booking.end, where, now)
        self.when.setText(self.tr("{time} ({zone})").format(time=time, zone=where.key))
        self.state.setText(self._state(booking, snapshot))
        self.facts.show_booking(booking, snapshot)
        self._open = acts(booking, snapshot, now)
        back = next((u.to for u in snapshot.undoable if u.booking == booking.id), None)
        if back is not None:
            earlier = meeting_time(back.start, back.end, where, now)
            self.undo_button.setToolTip(self.tr("Back to {time}").format(time=earlier))
        for each in self.buttons.values():
            each.setAccessibleDescription(self.guest.text())
        self.panel.show_decisions(decisions(booking, snapshot))
        if not self._copied.isActive():
            self._name_buttons()
        self._arrange()

    def show_history(self, lines: tuple[JournalLine, ...] | None, host_zone: str, now: datetime) -> None:
        """None: they could not be read."""
        if self._booking is None or lines is None:
            self.history.show_unread()
        else:
            self.history.show_told(journal_words(lines, self._booking, zone_of(host_zone), now))

    def say_copied(self) -> None:
        self.buttons[Act.COPY_LINK].setText(self.tr("Copied"))
        self._copied.start()

    def _state(self, booking: Booking, snapshot: Snapshot) -> str:
        state, who = state_of(booking, overlapped=False)[1], cancelled_words(booking)
        if booking.sync is InCloud.WAITING:
            waits = waiting_words(booking, snapshot)
            return f"{waits} {who}" if who else waits  # two sentences
        settled = bool(who) and booking.sync is InCloud.SYNCED  # then the state says nothing more
        return who if settled else " · ".join(filter(None, (state, who)))

    def _name_buttons(self) -> None:
        if self._booking is not None:
            for act, each in self.buttons.items():
                each.setText(act_words(act, self._booking))

    def be_brief(self, low: bool) -> None:
        """`low`: the window is, and a question that says the time itself needs the room."""
        if low is not self._low:
            self._low = low
            self._arrange()

    def _arrange(self) -> None:
        """Show what there is use for: what a question says or offers is not said twice."""
        current = self.panel.current
        offers = current.offers if current is not None else ()
        self.state.setVisible(current is None or (current.uid != "" and not self._low))
        self.when.setVisible(current is None or not self._low)
        for act, each in self.buttons.items():
            twice = (act is Act.MOVE and any(isinstance(o.wish, Move) for o in offers)) or (
                act is Act.CANCEL and any(offer.ends for offer in offers)
            )
            each.setVisible(act in self._open and not twice)
        self.updateGeometry()

    def _wish(self, wish: object) -> None:
        match wish:
            case Move():
                self.acted.emit(Act.MOVE)
            case AskEnd(choice=Choice.CANCEL):
                self.acted.emit(Act.CANCEL)
            case AskEnd():
                self.let_go.emit()
            case _:
                self.decided.emit(wish)

    def _paint_icons(self) -> None:
        ink = tokens(self.palette()).text
        for act, name in _ICONS.items():
            self.buttons[act].setIcon(QIcon(symbol(name, ink)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "head"):
            self._paint_icons()
