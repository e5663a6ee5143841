"""The first page: Apple ID and app-specific password."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QToolButton, QVBoxLayout, QWidget

from workestra_desktop.core.password import plausible_apple_id, printed_form
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.outside import APPLE_ACCOUNT, open_outside
from workestra_desktop.ui.parts import button, frame, label, named, no_mnemonic, set_role
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.words import worded

_BETWEEN = " -\u00a0\u2010\u2011\u2012\u2013\u2014\u2015"
"""What may stand between the four groups."""


class Why(Enum):
    """What brought the host here."""

    FIRST = "first"
    FORGOTTEN = "forgotten"
    REFUSED = "refused"


class ConnectPage(QWidget):
    """`submitted(apple_id, password)` carries the password in its printed form; the page itself sends nothing."""

    submitted = Signal(str, str)
    stopped = Signal()
    left = Signal()
    details = Signal(object)
    """Carries the trouble whose details are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("connect_page")
        self._busy = False
        self._refusals = 0
        self.title = label(role="title", wrap=True, name="connect_title")
        self.lead = label(role="muted", wrap=True, name="connect_lead")
        self.apple_id = named(QLineEdit(), "apple_id")
        self.apple_id.setPlaceholderText(self.tr("you@icloud.com"))
        self.apple_id.setAccessibleName(self.tr("Apple ID"))
        self.apple_id.setMaxLength(254)
        self.password = named(QLineEdit(), "password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("abcd-efgh-ijkl-mnop"))
        self.password.setAccessibleName(self.tr("App-specific password"))
        self.password.setMaxLength(128)
        self.reveal = named(QToolButton(), "reveal_password")
        self.reveal.setCheckable(True)
        self.reveal.setAutoRaise(True)
        self.reveal.setAccessibleName(self.tr("Show password"))
        self.reveal.setToolTip(self.tr("Show password"))
        self.hint = label(role="muted", wrap=True, name="password_hint")
        self.apple = button(self.tr("&Get an app-specific password from Apple…"), "apple_account", "link")
        self.apple.setToolTip(APPLE_ACCOUNT)
        self.trouble = TroubleBox("connect_trouble")
        self.connect_button = button(self.tr("&Connect"), "connect", "primary")
        self.back = button(self.tr("&Back to bookings"), "connect_back")
        self.stop = button(self.tr("&Stop"), "connect_stop")
        self.busy_line = label(self.tr("Signing in to iCloud…"), "muted", name="connect_busy")
        self.busy_bar = QProgressBar(maximum=0)
        self._lay_out()
        self._wire()
        self._paint_icons()
        self.open_for(Why.FIRST)
        self.show_busy(False)

    def _lay_out(self) -> None:
        card = frame("card")
        card.setMaximumWidth(520)
        box = QVBoxLayout(card)
        box.setContentsMargins(32, 20, 32, 20)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.lead)
        box.addSpacing(12)
        id_label = label(self.tr("&Apple ID"), "strong")
        id_label.setBuddy(self.apple_id)
        box.addWidget(id_label)
        box.addWidget(self.apple_id)
        box.addSpacing(8)
        password_label = label(self.tr("App-specific &password"), "strong")
        password_label.setBuddy(self.password)
        box.addWidget(password_label)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.password, 1)
        row.addWidget(self.reveal)
        box.addLayout(row)
        box.addWidget(self.hint)
        link_row = QHBoxLayout()
        link_row.addWidget(self.apple)
        link_row.addStretch(1)
        box.addLayout(link_row)
        box.addSpacing(8)
        box.addWidget(self.trouble)
        box.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back)
        busy = QVBoxLayout()
        busy.setSpacing(4)
        busy.addWidget(self.busy_line)
        busy.addWidget(self.busy_bar)
        foot.addLayout(busy, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.connect_button)
        box.addLayout(foot)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 8)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        for before, after in (
            (self.apple_id, self.password), (self.password, self.reveal), (self.reveal, self.apple),
            (self.apple, self.connect_button), (self.connect_button, self.stop), (self.stop, self.back),
        ):  # fmt: skip
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.apple_id.textChanged.connect(self._look_at_shape)
        self.password.textChanged.connect(self._look_at_shape)
        self.apple_id.returnPressed.connect(self.submit)
        self.password.returnPressed.connect(self.submit)
        self.connect_button.clicked.connect(self.submit)
        self.stop.clicked.connect(self.stopped)
        self.back.clicked.connect(self.left)
        self.reveal.toggled.connect(self._reveal)
        self.apple.clicked.connect(self._open_apple)
        self.trouble.acted.connect(self._act)

    def open_for(self, why: Why, apple_id: str | None = None) -> None:
        """Make the page ready for `why`, with the Apple ID that is known already."""
        self.trouble.clear()
        self.password.clear()
        self._refusals = 0
        match why:
            case Why.FIRST:
                self.title.setText(self.tr("Connect your iCloud calendar"))
                lead = self.tr("Workestra talks to Apple's calendar server and to nobody else.")
            case Why.FORGOTTEN:
                self.title.setText(self.tr("Enter your password again"))
                lead = self.tr(
                    "Your account is known, but its password is not in this computer's keychain. "
                    "Your bookings and settings are kept here."
                )
            case Why.REFUSED:
                self.title.setText(self.tr("Paste a new password"))
                lead = self.tr(
                    "iCloud no longer accepts the password in use. A new app-specific password keeps your bookings, "
                    "calendars and everything that waits."
                )
            case _:
                assert_never(why)
        self.lead.setText(lead)
        self.back.setVisible(why is Why.REFUSED)
        if apple_id:
            self.apple_id.setText(apple_id)
        self._look_at_shape()

    def focus_first(self) -> None:
        """Put the focus where the host has to type next."""
        field = self.password if plausible_apple_id(self.apple_id.text()) else self.apple_id
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Check the shape, then hand on. Nothing is sent for a password that cannot be an app-specific one."""
        if self._busy:
            return
        if not plausible_apple_id(self.apple_id.text()):
            self.trouble.show_trouble(
                Trouble(Code.BAD_INPUT, subject=self.tr("An Apple ID is an e-mail address, like you@icloud.com."))
            )
            self.apple_id.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        printed = printed_form(self.password.text())
        if printed is None:
            self.show_trouble(Trouble(Code.NOT_APP_PASSWORD))
            return
        self.trouble.clear()
        self.submitted.emit(self.apple_id.text().strip(), printed)

    def show_busy(self, busy: bool) -> None:
        self._busy = busy
        for still in (self.apple_id, self.password, self.reveal, self.connect_button, self.back):
            still.setEnabled(not busy)
        for moving in (self.stop, self.busy_line, self.busy_bar):
            moving.setVisible(busy)
        if busy:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell what went wrong and put the focus where it can be mended."""
        self._refusals = self._refusals + 1 if trouble.code is Code.SIGN_IN_REFUSED else 0
        if self._refusals:
            trouble = replace(trouble, count=self._refusals)
        texts = worded(trouble)
        helps = texts.step not in (Step.NONE, Step.CALENDARS, Step.LOOK, Step.SETTLE)
        self.trouble.show_trouble(trouble, no_mnemonic(texts.action) if helps else "")
        if trouble.code in (Code.NOT_APP_PASSWORD, Code.SIGN_IN_REFUSED, Code.RECONNECT_NEEDED, Code.KEYCHAIN):
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.selectAll()
        else:
            self.connect_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_password(self) -> None:
        """Leave no password behind in the field, nor in what Ctrl+Z would bring back."""
        self.password.clear()
        self.reveal.setChecked(False)

    def _look_at_shape(self) -> None:
        typed = self.password.text()
        letters = sum(c.isalpha() for c in typed)
        if not typed:
            self._hint("muted", self.tr("16 letters in four groups. Dashes and spaces may be left out."))
        elif printed_form(typed) is not None:
            self._hint("good", self.tr("✓ This has the shape of an app-specific password."))
        elif letters > 16 or any(not c.isalpha() and c not in _BETWEEN for c in typed):
            self._hint("warn", self.tr("That looks like your normal password. iCloud won't take it from apps."))
        else:
            self._hint("muted", self.tr("{count} of 16 letters").format(count=letters))

    def _hint(self, role: str, text: str) -> None:
        set_role(self.hint, role)
        self.hint.setText(text)

    def _reveal(self, shown: bool) -> None:
        self.password.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._paint_icons()

    def _open_apple(self) -> None:
        open_outside(APPLE_ACCOUNT)

    def _act(self, trouble: Trouble) -> None:
        match worded(trouble).step:
            case Step.APPLE:
                open_outside(APPLE_ACCOUNT)
            case Step.CONNECT:
                self.password.setFocus(Qt.FocusReason.OtherFocusReason)
                self.password.selectAll()
            case Step.SYNC:
                self.submit()
            case Step.DETAILS | Step.COPY:
                self.details.emit(trouble)
            case Step.NONE | Step.CALENDARS | Step.LOOK | Step.SETTLE:
                pass
            case _ as step:
                assert_never(step)

    def _paint_icons(self) -> None:
        name = "eye-off" if self.reveal.isChecked() else "eye"
        self.reveal.setIcon(symbol(name, tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._busy:
            self.stopped.emit()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)
