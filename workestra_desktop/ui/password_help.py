"""How to come by an app-specific password (Apple support 102654; fact sheet §2)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workestra_desktop.ui.flow import Flow
from workestra_desktop.ui.fold import Fold
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.outside import APPLE_ACCOUNT
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.tokens import Space


class PasswordHelp(QWidget):
    """`asked` wants Apple's page opened; `have_one` says that no help is needed. One answer is open at a time."""

    asked = Signal()
    have_one = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("password_help")
        self.apple = button(self.tr("Open Apple's pa&ge"), "apple_account")
        self.apple.setToolTip(APPLE_ACCOUNT)
        self.have = button(self.tr("I &have one"), "have_password")
        self.steps = Fold(
            self.tr("How to make one"),
            (
                self.tr("1. Sign in to your Apple Account on Apple's page."),
                self.tr("2. Open “Sign-In and Security”, then “App-Specific Passwords”."),
                self.tr("3. Make a new one, call it Workestra, and copy its 16 letters into the field above."),
            ),
            "how_to",
        )
        self.two_factor = Fold(
            self.tr("What is two-factor authentication?"),
            (
                self.tr("When you sign in, a code on your iPhone, iPad or Mac confirms that it is you."),
                self.tr(
                    "Apple makes app-specific passwords only for accounts that use it. You turn it on in the settings "
                    "of your device, under your name and “Sign-In & Security”."
                ),
            ),
            "two_factor",
        )
        self.limit = Fold(
            self.tr("Apple allows 25 of them"),
            (
                self.tr("If Apple makes no more, remove one on the same page that you no longer need."),
                self.tr("The app that used it then asks for a new one. Changing your Apple password removes them all."),
            ),
            "limit_of_25",
        )
        self.folds = (self.steps, self.two_factor, self.limit)
        choices = Flow()
        choices.addWidget(self.apple)
        choices.addWidget(self.have)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addWidget(label(self.tr("Apple makes an app-specific password for each app."), "muted", wrap=True))
        box.addLayout(choices)
        for fold in self.folds:
            box.addWidget(fold)
            fold.opened.connect(self._close_others)
        self.apple.clicked.connect(self._ask)
        self.have.clicked.connect(self._need_none)
        self._paint_icons()

    def offer_choice(self, offered: bool) -> None:
        """Whether “I have one” is a question here: later in life the host is asked for a new one."""
        self.have.setVisible(offered)

    def in_tab_order(self) -> tuple[QWidget, ...]:
        return (self.apple, self.have, *(fold.head for fold in self.folds))

    def _ask(self) -> None:
        self.steps.set_open(True)
        self.asked.emit()

    def _need_none(self) -> None:
        for fold in self.folds:
            fold.set_open(False)
        self.have_one.emit()

    def _close_others(self) -> None:
        for fold in self.folds:
            if fold is not self.sender():
                fold.set_open(False)

    def _paint_icons(self) -> None:
        self.apple.setIcon(symbol("external-link", tokens(self.palette()).text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
