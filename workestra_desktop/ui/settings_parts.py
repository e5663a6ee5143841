"""What every section of the settings is made of: cards under headings, and choices whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from workestra_desktop.ui.parts import frame, label


class _ClickableLabel(QLabel):
    """A click on the words does what a click on the button does."""

    def __init__(self, text: str, button: QAbstractButton) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        self.setBuddy(button)
        self._button = button

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside and self._button.isEnabled():
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


class ChoiceRow(QWidget):
    """A check box or radio button with a sentence beside it that wraps where Qt's own would be cut off."""

    def __init__(self, button: QAbstractButton, text: str, hint: str = "") -> None:
        super().__init__()
        self.button = button
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not button.accessibleName():
            button.setAccessibleName(text.replace("&", ""))
        self.text = _ClickableLabel(text, button)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        if hint:
            button.setAccessibleDescription(hint)
            words.addWidget(label(hint, "muted", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        # One line of words stands level with the middle of the button.
        room = button.sizeHint().height() - self.text.fontMetrics().height()
        words.setContentsMargins(0, max(0, room // 2), 0, 0)


def card(title: str, *widgets: QWidget, lead: str = "") -> QWidget:
    """`widgets` one below the other under `title`; `lead` says first what they are about."""
    made = QWidget()
    inner = frame("card")
    inside = QVBoxLayout(inner)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.setSpacing(6)
    if lead:
        inside.addWidget(label(lead, "muted", wrap=True))
    for widget in widgets:
        inside.addWidget(widget)
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(label(title, "heading", wrap=True))
    box.addWidget(inner)
    return made


def page(*cards: QWidget) -> QWidget:
    """A section: its cards from top to bottom."""
    made = QWidget()
    made.setProperty("role", "page")
    fill(made, *cards)
    return made


def fill(widget: QWidget, *cards: QWidget) -> None:
    """Lay `cards` out in `widget`, from top to bottom."""
    stack = QVBoxLayout(widget)
    stack.setContentsMargins(0, 0, 8, 0)
    stack.setSpacing(16)
    for each in cards:
        stack.addWidget(each)
    stack.addStretch(1)


def buttons(*row: QWidget) -> QWidget:
    """Buttons side by side, at the left."""
    made = QWidget()
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 4, 0, 0)
    line.setSpacing(8)
    for each in row:
        line.addWidget(each)
    line.addStretch(1)
    return made
