"""What stands in the way, above the list of bookings: one banner, and a list when there are several."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.ui.parts import button, frame, label, set_role
from workestra_desktop.ui.words import worded


class Remedy(Enum):
    """What this window can do about a trouble."""

    CONNECT = "connect"
    SYNC = "sync"
    CALENDARS = "calendars"
    LOOK = "look"
    SETTLE = "settle"
    COPY = "copy"
    NONE = "none"


def remedy(code: Code) -> Remedy:
    """The one next step for `code`; NONE where only the host can act, outside this window."""
    match code:
        case Code.NOT_CONNECTED | Code.NOT_APP_PASSWORD | Code.SIGN_IN_REFUSED | Code.RECONNECT_NEEDED | Code.KEYCHAIN:
            return Remedy.CONNECT
        case (
            Code.OFFLINE
            | Code.ICLOUD_DOWN
            | Code.NO_CALENDAR
            | Code.NO_WRITABLE_CALENDAR
            | Code.CLOCK_WRONG
            | Code.DISK
        ):
            return Remedy.SYNC
        case Code.CALENDAR_GONE | Code.WRITE_REFUSED:
            return Remedy.CALENDARS
        case Code.NEEDS_ATTENTION:
            return Remedy.LOOK
        case Code.EVENTS_GONE:
            return Remedy.SETTLE
        case Code.DEFECT | Code.BLOCKED:
            return Remedy.COPY
        case _:
            return Remedy.NONE


def by_weight(problems: tuple[Trouble, ...]) -> list[Trouble]:
    """What asks for a decision first, then what only the host can mend, then what passes by itself."""
    return sorted(problems, key=lambda p: (p.code is not Code.EVENTS_GONE, p.passing))


def gone(snapshot: Snapshot) -> tuple[Booking, ...]:
    """The bookings whose events vanished together and wait for the host's answer."""
    return tuple(b for b in snapshot.bookings if b.gone_together)


def details(trouble: Trouble) -> str:
    """What may be copied into a mail for help: no private text."""
    return f"{trouble.code}: {trouble.detail}" if trouble.detail else str(trouble.code)


class ProblemBar(QFrame):
    """`remedied` carries the trouble to act on; `settled` True to cancel the gone bookings, False to put them back."""

    remedied = Signal(object)
    settled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("problems")
        self._problems: list[Trouble] = []
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
        self._problems = by_weight(snapshot.problems)
        self.setVisible(bool(self._problems))
        if not self._problems:
            return
        first = self._problems[0]
        texts = worded(first)
        what = remedy(first.code)
        gone_ones = gone(snapshot) if what is Remedy.SETTLE else ()
        set_role(self, "warning" if first.passing else "trouble")
        self.title.setText(texts.title)
        named = ", ".join(plain(b.guest, 30) for b in gone_ones[:3])
        if len(gone_ones) > 3:
            named += self.tr(" and {count} more").format(count=len(gone_ones) - 3)
        hand = f"{texts.action}." if what is Remedy.NONE and not first.passing else ""
        self.message.setText(" ".join(filter(None, (texts.message, f"({named})" if named else "", hand))))
        self.action.setText(texts.action if what is not Remedy.COPY else self.tr("Copy details"))
        self.action.setVisible(what not in (Remedy.NONE, Remedy.SETTLE))
        for widget in (self.cancel_them, self.put_back):
            widget.setVisible(bool(gone_ones))
        others = len(self._problems) - 1
        self.more.setText(self.tr("and {count} more").format(count=others))
        self.more.setVisible(others > 0)
        self.setAccessibleName(f"{texts.title}. {texts.message}")

    def _list(self) -> None:
        dialog = ProblemList(self._problems, self.window())
        dialog.remedied.connect(self.remedied)
        dialog.open()


class ProblemList(QDialog):
    """Every problem, worst first, each with its own step."""

    remedied = Signal(object)

    def __init__(self, problems: list[Trouble], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problem_list")
        self.setWindowTitle(self.tr("What needs a look"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setProperty("role", "page")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for problem in problems:
            rows.addWidget(self._row(problem))
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

    def _row(self, problem: Trouble) -> QFrame:
        texts = worded(problem)
        row = frame("warning" if problem.passing else "trouble")
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 8, 8, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(texts.title, "strong", wrap=True))
        words.addWidget(label(texts.message, wrap=True))
        line.addLayout(words, 1)
        what = remedy(problem.code)
        if what not in (Remedy.NONE, Remedy.SETTLE):
            act = button(self.tr("Copy details") if what is Remedy.COPY else texts.action, "problem_list_action")
            act.clicked.connect(lambda: self._act(problem))
            line.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        elif not problem.passing:
            words.addWidget(label(texts.action, "muted", wrap=True))
        return row

    def _act(self, problem: Trouble) -> None:
        self.accept()
        self.remedied.emit(problem)
