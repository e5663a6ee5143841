"""Small widgets every page is made of. All of them show plain text, whatever stands in it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOption,
    QWidget,
)

from workestra_desktop.core.plain import escaped

_Made = TypeVar("_Made", bound=QObject)

_AROUND = 48
"""Pixels of a small screen that are left for the window's frame and the panel."""


def named(made: _Made, name: str) -> _Made:
    """`made` with the name tests, screen readers and the style sheet find it by."""
    made.setObjectName(name)
    return made


def label(text: str = "", role: str = "", *, wrap: bool = False, name: str = "") -> QLabel:
    """A label that never interprets markup. `role` is a row of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    made.setObjectName(name)
    return made


def button(text: str, name: str, role: str = "") -> QPushButton:
    """A button that Return presses when it has the focus."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setAutoDefault(True)
    return made


def frame(role: str, name: str = "") -> QFrame:
    made = QFrame()
    made.setProperty("role", role)
    made.setObjectName(name)
    return made


def rule() -> QFrame:
    """A thin line between two parts of a page."""
    made = frame("line")
    made.setFixedHeight(1)
    return made


def scrolled(inside: QWidget, name: str = "") -> QScrollArea:
    """`inside`, scrolled up and down where it is too high. Not on the way of Tab: what stands in it is."""
    made = QScrollArea(widgetResizable=True)
    made.setObjectName(name)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    return made


def room_for(dialog: QWidget) -> QSize:
    """How large `dialog` may be, in pixels, to stand on its screen with its frame."""
    return dialog.screen().availableSize() - QSize(_AROUND, _AROUND)


def grow_for_texts(dialog: QWidget) -> None:
    """Wrapped texts ask for more height only once it is known how wide they are."""
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    dialog.resize(dialog.width(), max(dialog.height(), layout.totalHeightForWidth(dialog.width())))


def set_role(widget: QWidget, role: str) -> None:
    """Give `widget` another row of the style sheet, now."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def no_mnemonic(text: str) -> str:
    """`text` for a menu or button: an ampersand in it is an ampersand."""
    return text.replace("&", "&&")


def tip(text: str) -> str:
    """`text` for a tooltip, which would guess at markup otherwise."""
    return f"<span>{escaped(text)}</span>" if text else ""


class ElidedLabel(QLabel):
    """One line that gives way: too long a text ends in an ellipsis and stands whole in the tooltip."""

    def __init__(self, role: str = "", name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(24, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        style, role = self.style(), self.foregroundRole()
        style.drawItemText(painter, room, int(flags), option.palette, self.isEnabled(), shown, role)
