"""The app-specific password: hidden until it is asked for, and looked at while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workestra_desktop.core.password import may_stand_between, printed_form
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import label, named, set_role
from workestra_desktop.ui.tokens import Space


class PasswordField(QWidget):
    """`printed` is None as long as what is typed has not the shape of one. A pasted line break is a space to `edit`."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = named(QLineEdit(), "password")
        self.edit.setPlaceholderText(self.tr("abcd-efgh-ijkl-mnop"))
        self.edit.setAccessibleName(self.tr("App-specific password"))
        self.edit.setMaxLength(128)
        self.reveal = named(QToolButton(), "reveal_password")
        self.reveal.setCheckable(True)
        self.reveal.setAutoRaise(True)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hint = label(role="muted", wrap=True, name="password_hint")
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self.edit, 1)
        row.addWidget(self.reveal)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(Space.XS)
        box.addLayout(row)
        box.addWidget(self.hint)
        self.edit.textChanged.connect(self._look_at_shape)
        self.reveal.toggled.connect(self._show)
        self._look_at_shape()
        self._show(False)

    @property
    def printed(self) -> str | None:
        return printed_form(self.edit.text())

    def forget(self) -> None:
        """Leave nothing behind, nor in what Ctrl+Z would bring back."""
        self.edit.clear()
        self.reveal.setChecked(False)

    def _look_at_shape(self) -> None:
        typed = self.edit.text()
        letters = sum(c.isalpha() for c in typed)
        if not typed:
            self._hint("muted", self.tr("16 letters in four groups. Dashes and spaces may be left out."))
        elif self.printed is not None:
            self._hint("good", self.tr("✓ This has the shape of an app-specific password."))
        elif letters > 16 or any(not c.isalpha() and not may_stand_between(c) for c in typed):
            self._hint("warn", self.tr("That looks like your normal password. iCloud won't take it from apps."))
        else:
            self._hint("muted", self.tr("{count} of 16 letters").format(count=letters))

    def _hint(self, role: str, text: str) -> None:
        set_role(self.hint, role)
        self.hint.setText(text)
        self.edit.setAccessibleDescription(text)

    def _show(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        does = self.tr("Hide password") if shown else self.tr("Show password")
        self.reveal.setAccessibleName(does)
        self.reveal.setToolTip(does)
        self._paint_icons()

    def _paint_icons(self) -> None:
        name = "eye-off" if self.reveal.isChecked() else "eye"
        self.reveal.setIcon(symbol(name, tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
