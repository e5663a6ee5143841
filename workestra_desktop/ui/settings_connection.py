"""The account: how things stand with iCloud, what is wrong, whom the app has talked to, and the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from workestra_desktop.core.facts import Facts
from workestra_desktop.core.pause import UNTIL_RESUMED
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Scope, Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.parts import ElidedLabel, button, label, no_mnemonic
from workestra_desktop.ui.problems import by_weight
from workestra_desktop.ui.settings_parts import buttons, card, fill
from workestra_desktop.ui.tongue import words_locale
from workestra_desktop.ui.when import moment_words, zone_of
from workestra_desktop.ui.words import state_line, worded


class _Problem(QFrame):
    """One trouble with its step. `acted` carries the trouble."""

    acted = Signal(object)

    def __init__(self, trouble: Trouble, facts: Facts) -> None:
        super().__init__()
        self.setObjectName("connection_problem")
        self.setProperty("role", "warning" if trouble.passing else "trouble")
        texts = worded(trouble, facts)
        self.setAccessibleName(f"{texts.title}. {texts.message}")
        self.action = button(no_mnemonic(texts.action), "connection_remedy")
        self.action.setAutoDefault(False)
        self.action.setAccessibleName(f"{texts.action} – {texts.title}")
        self.action.setVisible(texts.step not in (Step.NONE, Step.SETTLE))
        self.action.clicked.connect(lambda: self.acted.emit(trouble))
        self.connects = texts.step is Step.CONNECT
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(2)
        box.addWidget(label(texts.title, "strong", wrap=True))
        box.addWidget(label(texts.message, wrap=True))
        box.addSpacing(4)
        box.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)


class ConnectionPanel(QWidget):
    """`remedied` carries the trouble whose step the host takes; `disconnected` whether all is to be erased here."""

    password_wanted = Signal()
    remedied = Signal(object)
    disconnected = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._snapshot: Snapshot | None = None
        self._troubles: tuple[Trouble, ...] = ()
        self.problems: list[_Problem] = []
        self._lines: dict[str, QLabel] = {}
        self.password = button(self.tr("New &password…"), "settings_password")
        self.disconnect_ = button(self.tr("&Disconnect…"), "settings_disconnect", "danger")
        self.erase = button(self.tr("&Erase everything…"), "settings_erase", "danger")
        for each in (self.password, self.disconnect_, self.erase):
            each.setAutoDefault(False)
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        self._hosts = QGridLayout()
        self._no_host = label(self.tr("None in the last 30 days."), "muted", wrap=True)
        fill(self, self._account(), self._asked(), self._ways_out())
        self.password.clicked.connect(self.password_wanted)
        self.disconnect_.clicked.connect(lambda: self.disconnected.emit(False))
        self.erase.clicked.connect(lambda: self.disconnected.emit(True))

    def _account(self) -> QWidget:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        heads = {
            "apple_id": self.tr("Apple ID"),
            "state": self.tr("State"),
            "last": self.tr("Last look at iCloud"),
            "next": self.tr("Next look"),
        }
        for row, (key, head) in enumerate(heads.items()):
            text = label(wrap=True, name=f"connection_{key}")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines[key] = text
            grid.addWidget(label(head, "muted", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 3)
        self._password_row = buttons(self.password)
        found = QWidget()
        self._found.setContentsMargins(0, 4, 0, 0)
        found.setLayout(self._found)
        self._found_box = found
        return card(self.tr("iCloud"), lines, found, self._password_row)

    def _asked(self) -> QWidget:
        hosts = QWidget()
        hosts.setLayout(self._hosts)
        self._hosts.setContentsMargins(0, 4, 0, 0)
        self._hosts.setHorizontalSpacing(16)
        self._hosts.setVerticalSpacing(4)
        self._hosts.setColumnStretch(0, 1)
        return card(
            self.tr("Hosts contacted"),
            hosts,
            self._no_host,
            lead=self.tr("Whom Workestra asked in the last 30 days, and how often. There is nobody else."),
        )

    def _ways_out(self) -> QWidget:
        parts = (
            (
                self.tr(
                    "Disconnecting forgets the password. Events in iCloud stay, and so do your bookings, links and"
                    " settings here: connect again and all goes on."
                ),
                self.disconnect_,
            ),
            (
                self.tr("Erasing also removes everything Workestra keeps on this computer. Events in iCloud stay."),
                self.erase,
            ),
        )
        rows = []
        for text, act in parts:
            act.setAccessibleDescription(text)
            rows += [label(text, wrap=True), buttons(act)]
        return card(self.tr("Disconnect"), *rows)

    @property
    def reconnect(self) -> QWidget:
        """What leads to a new password: the remedy of a problem where there is one."""
        return next((problem.action for problem in self.problems if problem.connects), self.password)

    def line(self, key: str) -> str:
        """What stands beside a head: `apple_id`, `state`, `last` or `next`."""
        return self._lines[key].text()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        hosts = self._snapshot.hosts if self._snapshot is not None else None
        self._snapshot = snapshot
        self._lines["apple_id"].setText(snapshot.apple_id or "")
        if snapshot.hosts != hosts:
            self._show_hosts(snapshot.hosts)
        self.show_time(snapshot.taken_at)

    def show_time(self, now: datetime) -> None:
        """Times come nearer, and troubles tell of them."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        where = zone_of(snapshot.host_zone)
        self._lines["state"].setText(state_line(replace(snapshot, last_poll=None, next_poll=None), now))
        last = snapshot.last_poll
        self._lines["last"].setText(moment_words(last, where, now) if last else self.tr("not yet"))
        self._lines["next"].setText(self._next_words(snapshot, now))
        self._show_problems(snapshot, Facts.of(snapshot, now))

    def _next_words(self, snapshot: Snapshot, now: datetime) -> str:
        where, until = zone_of(snapshot.host_zone), snapshot.paused_until
        if until is not None and until >= UNTIL_RESUMED:
            return self.tr("paused until you resume")
        if until is not None:
            return self.tr("paused until {time}").format(time=moment_words(until, where, now))
        if snapshot.state is State.SYNCING:
            return self.tr("now")
        if snapshot.next_poll is None:
            return self.tr("none is planned")
        return moment_words(snapshot.next_poll, where, now)

    def _show_problems(self, snapshot: Snapshot, facts: Facts) -> None:
        """Of the account and of the app; those of single calendars and bookings stand where these do."""
        found = tuple(p for p in by_weight(snapshot.problems) if p.scope in (Scope.ACCOUNT, Scope.APP))
        focused = any(problem.action.hasFocus() for problem in self.problems)
        if focused and found == self._troubles:
            return  # the words may be a moment old; the button under the host's finger stays
        self._troubles = found
        for problem in self.problems:
            self._found.removeWidget(problem)
            problem.hide()
            problem.deleteLater()
        self.problems = [_Problem(trouble, facts) for trouble in found]
        for problem in self.problems:
            problem.acted.connect(self.remedied)
            self._found.addWidget(problem)
        self._found_box.setVisible(bool(found))
        self._password_row.setVisible(not any(problem.connects for problem in self.problems))

    def _show_hosts(self, hosts: tuple[tuple[str, int], ...]) -> None:
        while (item := self._hosts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, (host, count) in enumerate(hosts):
            times = self.tr("1 request") if count == 1 else self.tr("{count} requests")
            name = ElidedLabel(name="host")
            name.setText(host)
            self._hosts.addWidget(name, row, 0)
            number = words_locale().toString(count)
            self._hosts.addWidget(label(times.format(count=number), "muted"), row, 1, Qt.AlignmentFlag.AlignRight)
        self._no_host.setVisible(not hosts)
