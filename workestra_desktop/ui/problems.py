"""What stands in the way, above the list of bookings: one banner, and a list when there are several."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import Step, Words
from workestra_desktop.ui.parts import button, frame, label, no_mnemonic, set_role
from workestra_desktop.ui.words import worded


def by_weight(problems: tuple[Trouble, ...]) -> list[Trouble]:
    """What asks for a decision first, then what only the host can mend, then what passes by itself."""
    return sorted(problems, key=lambda p: (p.code is not Code.EVENTS_GONE, p.passing))


def gone(snapshot: Snapshot) -> tuple[Booking, ...]:
    """The bookings whose events vanished together and wait for the host's answer."""
    return tuple(b for b in snapshot.bookings if b.gone_together)


class ProblemBar(QFrame):
    """`remedied` carries the trouble to act on; `settled` True to cancel the gone bookings, False to put them back."""

    remedied = Signal(object)
    settled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems")
        self._problems: list[Trouble] = []
        self._snapshot: Snapshot | None = None
        self._facts = UNKNOWN
        self.title = label(role="strong", wrap=True, name="problem_title")
        self.message = label(wrap=True, name="problem_message")
        self.more = button("", "problem_more", "link")
        self.action = button("", "problem_action")
        self.cancel_them = button(self.tr("Cancel &them"), "cancel_gone", "danger")
        self.put_back = button(self.tr("&Put them back"), "put_back_gone")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        for widget in (self.more, self.cancel_them, self.put_back, self.action):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.action.clicked.connect(lambda: self.remedied.emit(self._problems[0]))
        self.cancel_them.clicked.connect(lambda: self.settled.emit(True))
        self.put_back.clicked.connect(lambda: self.settled.emit(False))
        self.more.clicked.connect(self._list)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._problems = by_weight(snapshot.problems)
        self.setVisible(bool(self._problems))
        self.show_time(snapshot.taken_at)

    def show_time(self, now: datetime) -> None:
        """Word it anew: what the worst problem says of waiting changes as time passes."""
        if self._snapshot is None or not self._problems:
            return
        first = self._problems[0]
        self._facts = Facts.of(self._snapshot, now)
        texts = worded(first, self._facts)
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
        others = len(self._problems) - 1
        self.more.setText(self.tr("and {count} more").format(count=others))
        self.more.setVisible(others > 0)
        self.setAccessibleName(f"{texts.title}. {texts.message}")

    def _list(self) -> None:
        dialog = ProblemList(self._problems, self._facts, self.window())
        dialog.remedied.connect(self.remedied)
        dialog.open()


class ProblemList(QDialog):
    """Every problem, worst first, each with its own step."""

    remedied = Signal(object)

    def __init__(self, problems: list[Trouble], facts: Facts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem_list")
        self.setWindowTitle(self.tr("What needs a look"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setProperty("role", "page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for problem in problems:
            rows.addWidget(self._row(problem, worded(problem, facts)))
        rows.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        close = button(self.tr("&Close"), "problem_list_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(area, 1)
        box.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 360)

    def _row(self, problem: Trouble, texts: Words) -> QFrame:
        row = frame("warning" if problem.passing else "trouble")
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 8, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(texts.title, "strong", wrap=True))
        words.addWidget(label(texts.message, wrap=True))
        line.addLayout(words, 1)
        if texts.step not in (Step.NONE, Step.SETTLE):
            act = button(no_mnemonic(texts.action), "problem_list_action")
            act.clicked.connect(lambda: self._act(problem))
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        elif not problem.passing:
            words.addWidget(label(texts.action, "muted", wrap=True))
        return row

    def _act(self, problem: Trouble) -> None:
        self.accept()
        self.remedied.emit(problem)
