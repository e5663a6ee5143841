"""The first page: what the app is, and Apple ID and app-specific password; later the same form for a new password."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.draft import Draft
from workestra_desktop.core.password import plausible_apple_id
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.outside import APPLE_ACCOUNT, open_outside
from workestra_desktop.ui.parts import button, frame, label, named, no_mnemonic, rule, set_role
from workestra_desktop.ui.password_field import PasswordField
from workestra_desktop.ui.password_help import PasswordHelp
from workestra_desktop.ui.setup_frame import stand_alone
from workestra_desktop.ui.steps_line import SetupStep, StepsLine
from workestra_desktop.ui.tokens import Space
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.welcome import Welcome
from workestra_desktop.ui.why_connect import Why, lead_of, title_of
from workestra_desktop.ui.words import worded

_KEEP_AFTER_MS = 400
"""After the last key, what was typed is kept for another start."""

_FORM_WIDTH, _WELCOME_WIDTH = 58, 34
"""Of the two parts, in average characters of the font."""


class ConnectPage(QWidget):
    """`submitted(apple_id, password)` carries the password in its printed form; the page itself sends nothing.

    `look_around` opens the demo; None where there is none. `draft` keeps the Apple ID between two starts of the set-up.
    """

    submitted = Signal(str, str)
    stopped = Signal()
    left = Signal()
    details = Signal(object)
    """Carries the trouble whose details are asked for."""

    def __init__(self, look_around: Callable[[], None] | None = None, draft: Draft | None = None) -> None:
        super().__init__()
        self.setObjectName("connect_page")
        self._busy = False
        self._refusals = 0
        self._refused = False
        """iCloud said no to just what stands in the fields."""
        self._why = Why.FIRST
        self._known = False
        """Whether there is an account."""
        self._draft = draft
        self.steps = StepsLine()
        self.welcome = Welcome(look_around)
        self.title = label(role="title", wrap=True, name="connect_title")
        self.lead = label(role="muted", wrap=True, name="connect_lead")
        self.waiting = label(role="strong", wrap=True, name="connect_waiting")
        self.waiting.hide()
        self.apple_id = named(QLineEdit(), "apple_id")
        self.apple_id.setPlaceholderText(self.tr("you@icloud.com"))
        self.apple_id.setAccessibleName(self.tr("Apple ID"))
        self.apple_id.setMaxLength(254)
        self.field = PasswordField()
        self.password, self.reveal, self.hint = self.field.edit, self.field.reveal, self.field.hint
        self.help = PasswordHelp()
        self.trouble = TroubleBox("connect_trouble")
        self.connect_button = button(self.tr("&Connect"), "connect", "primary")
        self.back = button(self.tr("&Back to bookings"), "connect_back")
        self.stop = button(self.tr("&Stop"), "connect_stop")
        self.busy_line = label(self.tr("Signing in to iCloud…"), "muted", name="connect_busy")
        self.busy_bar = QProgressBar(maximum=0)
        self._keeping = QTimer(self, singleShot=True, interval=_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep)
        self._parts = QBoxLayout(QBoxLayout.Direction.RightToLeft)
        self._card = self._form()
        self._lay_out()
        self._wire()
        self.open_for(Why.FIRST)
        self.show_busy(False)

    def _form(self) -> QFrame:
        card = frame("card")
        box = QVBoxLayout(card)
        box.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        box.setSpacing(Space.XS)
        for told in (self.title, self.lead, self.waiting):
            box.addWidget(told)
        box.addSpacing(Space.S)
        id_label = label(self.tr("&Apple ID"), "strong")
        id_label.setBuddy(self.apple_id)
        box.addWidget(id_label)
        box.addWidget(self.apple_id)
        box.addSpacing(Space.XS)
        password_label = label(self.tr("App-specific &password"), "strong")
        password_label.setBuddy(self.password)
        box.addWidget(password_label)
        box.addWidget(self.field)
        box.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addWidget(self.back)
        busy = QVBoxLayout()
        busy.setSpacing(Space.XS)
        busy.addWidget(self.busy_line)
        busy.addWidget(self.busy_bar)
        foot.addLayout(busy, 1)
        foot.addWidget(self.stop)
        foot.addWidget(self.connect_button)
        box.addLayout(foot)
        box.addSpacing(Space.XS)
        box.addWidget(rule())
        box.addSpacing(Space.XS)
        box.addWidget(self.help)
        return card

    def _lay_out(self) -> None:
        """The form comes first where the two stand one below the other, and last, in the reading direction, side by
        side. What is too much for a small window is scrolled."""
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(Space.XXL)
        self._parts.addWidget(self._card, _FORM_WIDTH, Qt.AlignmentFlag.AlignTop)
        self._parts.addWidget(self.welcome, _WELCOME_WIDTH, Qt.AlignmentFlag.AlignTop)
        self._area = named(stand_alone(self, self.steps, self._parts, above=1, below=2), "connect_area")
        order = (
            self.apple_id, self.password, self.reveal, self.connect_button, self.stop, self.back,
            *self.help.in_tab_order(), self.welcome.look,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.apple_id.textChanged.connect(self._mark_steps)
        self.apple_id.textEdited.connect(self._keeping.start)
        for field in (self.apple_id, self.password):
            field.textEdited.connect(self._edited)
        self.password.textChanged.connect(self._mark_steps)
        self.apple_id.returnPressed.connect(self.submit)
        self.password.returnPressed.connect(self.submit)
        self.connect_button.clicked.connect(self.submit)
        self.stop.clicked.connect(self.stopped)
        self.back.clicked.connect(self.left)
        self.help.asked.connect(self._open_apple)
        self.help.have_one.connect(self._focus_field)
        self.welcome.refused.connect(self.trouble.show_trouble)
        self.trouble.acted.connect(self._act)

    def open_for(self, why: Why, apple_id: str | None = None, *, setup: bool = True) -> None:
        """Make the page ready for `why`, with the Apple ID that is known already. `setup`: calendars are to follow."""
        self._why = why
        self.trouble.clear()
        self.password.clear()
        self._refusals = 0
        self._refused = False
        first = why is Why.FIRST
        self.title.setText(title_of(why))
        self.lead.setText(lead_of(why))
        set_role(self.title, "heading" if first else "title")
        self.lead.setVisible(not first)
        self.waiting.setVisible(not first and bool(self.waiting.text()))
        self.welcome.setVisible(first)
        self.steps.setVisible(setup)
        self.help.offer_choice(first)
        self.back.setVisible(why in (Why.REFUSED, Why.WANTED))
        if apple_id is None and first and self._draft is not None and not self.apple_id.text():
            apple_id = self._draft.read()
        if apple_id:
            self.apple_id.setText(apple_id)
        self._mark_steps()
        self._area.verticalScrollBar().setValue(0)
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """How many changes iCloud has not taken yet: they go out after the sign-in. An account that is gone was erased,
        and its Apple ID with it."""
        if self._known and snapshot.apple_id is None:
            self.apple_id.setText("")
        self._known = snapshot.apple_id is not None
        one = self.tr("1 change waits for iCloud.")
        many = self.tr("{count} changes wait for iCloud.").format(count=snapshot.waiting)
        self.waiting.setText("" if snapshot.waiting == 0 else one if snapshot.waiting == 1 else many)
        self.waiting.setVisible(self._why is not Why.FIRST and snapshot.waiting > 0)

    def focus_first(self) -> None:
        """Put the focus where the host has to type next."""
        field = self.password if plausible_apple_id(self.apple_id.text()) else self.apple_id
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_field(self) -> None:
        self.focus_first()

    def _arrange(self) -> None:
        """Side by side where there is room for both, at the size of type that the host uses."""
        character = self.fontMetrics().averageCharWidth()
        both = (_FORM_WIDTH + _WELCOME_WIDTH) * character + Space.XXL + 2 * Space.XL
        beside = self.width() >= both
        direction = QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(direction)
        self._card.setMaximumWidth(int(_FORM_WIDTH * character * 1.4))
        self.welcome.setMaximumWidth(int(_WELCOME_WIDTH * character * (1.3 if beside else 2.4)))

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
        printed = self.field.printed
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
        self._refused = bool(self._refusals)
        self._mark_steps()
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
        """Leave no password behind in the field, nor in what Ctrl+Z would bring back; the account is known by now."""
        self.field.forget()
        self._keeping.stop()
        if self._why is Why.FIRST and self._draft is not None:
            self._draft.keep("")

    def _keep(self) -> None:
        """Only the Apple ID, and only until there is an account."""
        if self._why is Why.FIRST and self._draft is not None:
            self._draft.keep(self.apple_id.text().strip())

    def _edited(self) -> None:
        self._refused = False
        self._mark_steps()

    @property
    def _shaped(self) -> bool:
        return self.field.printed is not None and not self._refused

    def _mark_steps(self) -> None:
        known = plausible_apple_id(self.apple_id.text())
        right = ((SetupStep.WELCOME, known), (SetupStep.PASSWORD, known and self._shaped))
        here = SetupStep.PASSWORD if known else SetupStep.WELCOME
        self.steps.show_steps(here, frozenset(step for step, done in right if done))

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

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        if self._keeping.isActive():
            self._keeping.stop()
            self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape and self._busy:
            self.stopped.emit()
        elif event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)
