"""The question in a booking's details: what happened, what it means, and a button for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from workestra_desktop.ui.choice_words import Decision, Offer
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.parts import button, label, set_role, tip
from workestra_desktop.ui.reading_order import tab_in_reading_order


class DecisionPanel(QFrame):
    """One decision at a time; the next is a button away. `wished` carries the answer, `turned` that another is shown.

    While an answer is carried out its decision's buttons rest, and words say what is done.
    """

    wished = Signal(object)
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decision")
        self.setProperty("role", "warning")
        self._decisions: tuple[Decision, ...] = ()
        self._key = ("", "")
        self._drawn: Decision | None = None
        self._running: dict[tuple[str, str], Offer] = {}
        self._buttons: list[QPushButton] = []
        self.title = label(role="strong", wrap=True, name="decision_title")
        self.meaning = label(wrap=True, name="decision_meaning")
        self.place = label(role="muted", name="decision_place")
        self.next = button(self.tr("Ne&xt"), "decision_next", "link")
        self.doing = label(role="muted", name="decision_doing")
        self._flow = Flow()
        self._lay_out()
        self.next.clicked.connect(self._turn)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.place)
        head.addWidget(self.next)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addLayout(self._flow, 1)
        foot.addWidget(self.doing)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 8)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(self.meaning)
        box.addSpacing(4)
        box.addLayout(foot)

    @property
    def current(self) -> Decision | None:
        return next((d for d in self._decisions if (d.booking, d.uid) == self._key), None)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The answers, in their order."""
        return tuple(self._buttons)

    def show_decisions(self, decisions: Sequence[Decision]) -> None:
        """All there is to decide about one booking; the one in front stays there as long as it is open."""
        self._decisions = tuple(decisions)
        if self.current is None and decisions:
            self._key = decisions[0].booking, decisions[0].uid
        self._draw()

    def bring(self, uid: str) -> None:
        """Put the decision about the event `uid` in front; '' is the question about the booking itself."""
        for decision in self._decisions:
            if decision.uid == uid:
                self._key = decision.booking, uid
        self._draw()

    def answered(self, booking: str, uid: str) -> None:
        """The answer was carried out, or could not be: what is still open can be decided again."""
        self._running.pop((booking, uid), None)
        self._draw()

    def _press(self, decision: Decision, offer: Offer) -> None:
        if offer.doing:
            self._running[decision.booking, decision.uid] = offer
            self._draw()
        self.wished.emit(offer.wish)

    def _turn(self) -> None:
        keys = [(d.booking, d.uid) for d in self._decisions]
        self._key = keys[(keys.index(self._key) + 1) % len(keys)]
        self._draw()
        self.turned.emit()

    def _draw(self) -> None:
        decision = self.current
        self.setVisible(decision is not None)
        if decision is None:
            self._drawn = None
            return
        if decision != self._drawn:  # else the focus would be lost at every snapshot
            self._drawn = decision
            self.title.setText(decision.title)
            self.meaning.setText(decision.meaning)
            self.setAccessibleName(f"{decision.title}. {decision.meaning}")
            self._offer(decision)
        at, count = self._decisions.index(decision) + 1, len(self._decisions)
        self.place.setText(self.tr("{at} of {count}").format(at=at, count=count))
        for widget in (self.place, self.next):
            widget.setVisible(count > 1)
        running = self._running.get(self._key)
        for each in self._buttons:
            each.setEnabled(running is None)
        self.doing.setText(running.doing if running is not None else "")
        self.doing.setVisible(running is not None)

    def _offer(self, decision: Decision) -> None:
        """Make the buttons anew; the focus stays where it was in the row."""
        had = next((at for at, each in enumerate(self._buttons) if each is QApplication.focusWidget()), None)
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._button(decision, at, offer) for at, offer in enumerate(decision.offers)]
        for each in self._buttons:
            self._flow.addWidget(each)
            each.show()
        tab_in_reading_order(self)
        if had is not None and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, decision: Decision, at: int, offer: Offer) -> QPushButton:
        made = button(offer.text, f"decision_{at}")
        set_role(made, "danger" if offer.dangerous else "primary" if at == 0 and not offer.ends else "")
        made.setToolTip(tip(offer.tip))
        spoken = offer.text.replace("&", "")
        made.setAccessibleName(f"{spoken} – {decision.about}")
        made.setAccessibleDescription(offer.tip)
        made.clicked.connect(lambda: self._press(decision, offer))
        return made
