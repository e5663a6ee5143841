"""What stands in the way, above the list of bookings: one banner, and a list when there are several."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.commands import SettleGone
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.plain import plain
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import Step, Words
from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.gone_dialog import GoneDialog
from workestra_desktop.ui.overlap_words import bar_words
from workestra_desktop.ui.parts import button, frame, label, no_mnemonic, set_role, tip
from workestra_desktop.ui.words import worded

_SHARE = 0.5
"""Of the bar's width: what the buttons beside the words may take."""


def by_weight(problems: tuple[Trouble, ...]) -> list[Trouble]:
    """What asks for a decision first, then what only the host can mend, then what passes by itself."""
    return sorted(problems, key=lambda p: (p.code is not Code.EVENTS_GONE, p.passing))


def gone(snapshot: Snapshot) -> tuple[Booking, ...]:
    """The bookings whose events vanished together and wait for the host's answer."""
    return tuple(b for b in snapshot.bookings if b.gone_together)


@dataclass(frozen=True, slots=True)
class Matter:
    """A trouble, and the booking it is about, or the first of several; `overlap` if an event lies on that."""

    trouble: Trouble
    booking: Booking | None = None
    overlap: Overlap | None = None


def matters(snapshot: Snapshot) -> list[Matter]:
    """The snapshot's problems by weight. Each of a booking stands in the order of the bookings or overlaps it tells of:
    a trouble carries words alone."""
    known = {b.id: b for b in snapshot.bookings}
    overlaps = iter(snapshot.overlaps)
    odd = iter(b for b in snapshot.bookings if _needs_a_look(b))
    found = []
    for problem in by_weight(snapshot.problems):  # in which those of one code keep their order
        matter = Matter(problem)
        if problem.code is Code.CONFLICT and (overlap := next(overlaps, None)) is not None:
            matter = Matter(problem, known.get(overlap.booking), overlap)
        elif problem.code is Code.NEEDS_ATTENTION:
            matter = Matter(problem, next(odd, None))
        elif problem.code is Code.EVENTS_GONE:
            matter = Matter(problem, next(iter(gone(snapshot)), None))
        found.append(matter)
    return found


def _needs_a_look(booking: Booking) -> bool:
    return (booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED) and not booking.gone_together


def matter_words(matter: Matter, snapshot: Snapshot, facts: Facts) -> Words:
    """What the trouble says; of an event on a booking, what the app knows of both."""
    texts = worded(matter.trouble, facts)
    if matter.booking is None or matter.overlap is None:
        return texts
    return Words(*bar_words(matter.overlap, matter.booking, snapshot), texts.action, texts.step)


class ProblemBar(QFrame):
    """`remedied` carries the trouble to act on; `settled` the host's answer, a `SettleGone`; `looked` the id of a
    booking to decide about, and the uid of the event on it, or ''."""

    remedied = Signal(object)
    settled = Signal(object)
    looked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems")
        self._matters: list[Matter] = []
        self._snapshot: Snapshot | None = None
        self._facts = UNKNOWN
        self.title = label(role="strong", wrap=True, name="problem_title")
        self.message = label(wrap=True, name="problem_message")
        self.more = button("", "problem_more", "link")
        self.action = button("", "problem_action")
        self.cancel_them = button(self.tr("Cance&l them…"), "cancel_gone", "danger")
        self.put_back = button(self.tr("&Put them back"), "put_back_gone")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        self._acts = QWidget()
        acts = Flow(self._acts)
        for widget in (self.more, self.put_back, self.cancel_them, self.action):
            acts.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(8)
        self._row.addLayout(texts, 1)
        self._row.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.action.clicked.connect(lambda: self._act(self._matters[0]))
        self.cancel_them.clicked.connect(self._ask_cancel)
        self.put_back.clicked.connect(lambda: self._settle(tuple(b.id for b in self._gone), cancel=False))
        self.more.clicked.connect(self._list)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._matters = matters(snapshot)
        self.setVisible(bool(self._matters))
        self.show_time(snapshot.taken_at)

    def show_time(self, now: datetime) -> None:
        """Word it anew: what the worst problem says of waiting changes as time passes."""
        if self._snapshot is None or not self._matters:
            return
        first = self._matters[0].trouble
        self._facts = Facts.of(self._snapshot, now)
        texts = matter_words(self._matters[0], self._snapshot, self._facts)
        gone_ones = gone(self._snapshot) if texts.step is Step.SETTLE else ()
        set_role(self, "warning" if first.passing else "trouble")
        self.title.setText(texts.title)
        named = ", ".join(plain(b.guest, 30) for b in gone_ones[:3])
        if len(gone_ones) > 3:
            named += self.tr(" and {count} more").format(count=len(gone_ones) - 3)
        hand = f"{texts.action}." if texts.step is Step.NONE and not first.passing else ""
        self.message.setText(" ".join(filter(None, (texts.message, f"({named})" if named else "", hand))))
        self.action.setText(no_mnemonic(texts.action))
        self.action.setVisible(texts.step not in (Step.NONE, Step.SETTLE))
        for widget in (self.cancel_them, self.put_back):
            widget.setVisible(bool(gone_ones))
            widget.setAccessibleDescription(self.message.text())
        others = len(self._matters) - 1
        self.more.setText(self.tr("and {count} more").format(count=others))
        self.more.setAccessibleName(self.tr("Show all {count} problems").format(count=others + 1))
        self.more.setVisible(others > 0)
        self.title.setToolTip(tip(self.message.text()))
        self.action.setAccessibleName(f"{texts.action} – {texts.title}")
        self.setAccessibleName(f"{texts.title}. {texts.message}")
        self._arrange()

    def _arrange(self) -> None:
        """What can be done stands beside the words, or below them where it would take half of their room."""
        below = self._acts.sizeHint().width() > self.width() * _SHARE
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._row.setAlignment(self._acts, Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy.Policy
        self._acts.setSizePolicy(policy.Preferred if below else policy.Fixed, policy.Preferred)
        self._acts.setHidden(all(widget.isHidden() for widget in self._acts.findChildren(QPushButton)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_row"):
            self._arrange()

    def be_brief(self, brief: bool) -> None:
        """The title alone; the rest is in its tooltip."""
        self.message.setVisible(not brief)

    @property
    def _gone(self) -> tuple[Booking, ...]:
        return gone(self._snapshot) if self._snapshot is not None else ()

    def _ask_cancel(self) -> None:
        """Several bookings end at once: the host sees first which."""
        assert self._snapshot is not None
        dialog = GoneDialog(self._gone, self._snapshot, self.window())
        dialog.agreed.connect(lambda ids: self._settle(ids, cancel=True))
        dialog.open()

    def _settle(self, bookings: tuple[str, ...], *, cancel: bool) -> None:
        self.settled.emit(SettleGone(bookings, cancel))

    def _act(self, matter: Matter) -> None:
        if matter.booking is not None:
            self.looked.emit(matter.booking.id, matter.overlap.uid if matter.overlap is not None else "")
        else:
            self.remedied.emit(matter.trouble)

    def _list(self) -> None:
        assert self._snapshot is not None
        listed = [(matter, matter_words(matter, self._snapshot, self._facts)) for matter in self._matters]
        dialog = ProblemList(listed, self.window())
        dialog.acted.connect(self._act)
        dialog.open()


class ProblemList(QDialog):
    """Every problem, worst first, each with its own step. `acted` carries the `Matter` to act on."""

    acted = Signal(object)

    def __init__(self, listed: list[tuple[Matter, Words]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem_list")
        self.setWindowTitle(self.tr("What needs a look"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setProperty("role", "page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for matter, texts in listed:
            rows.addWidget(self._row(matter, texts))
        rows.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())  # the keys scroll it
        close = button(self.tr("&Close"), "problem_list_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(area, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(max(560, 70 * self.fontMetrics().averageCharWidth()), max(360, 20 * self.fontMetrics().height()))

    def _row(self, matter: Matter, texts: Words) -> QFrame:
        row = frame("warning" if matter.trouble.passing else "trouble")
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 8, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(texts.title, "strong", wrap=True))
        words.addWidget(label(texts.message, wrap=True))
        line.addLayout(words, 1)
        if texts.step is not Step.NONE:
            several = texts.step is Step.SETTLE  # the bar and the details have the answers
            action = self.tr("Look at them") if several else texts.action
            act = button(no_mnemonic(action), "problem_list_action")
            act.setAccessibleName(f"{action} – {texts.title}")
            act.clicked.connect(lambda: self._act(matter))
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        elif not matter.trouble.passing:
            words.addWidget(label(texts.action, "muted", wrap=True))
        return row

    def _act(self, matter: Matter) -> None:
        self.accept()
        self.acted.emit(matter)
