"""Finds texts that do not fit where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""


def clipped(root: QWidget) -> list[str]:
    """What of the visible texts within `root` is cut off, in words; texts that elide or scroll are not."""
    return [f"{_name(w)}: {why}" for w in root.findChildren(QWidget) if w.isVisibleTo(root) for why in _why(w)]


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or '(no name)'} “{text[:40]}”"


def _why(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton() | QComboBox() | QLineEdit():
            yield from _control(widget)
        case QScrollArea():
            yield from _area(widget)
        case _:
            pass


def _label(label: QLabel) -> Iterator[str]:
    gives_way = label.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored  # it ends in an ellipsis
    if not label.text():
        return
    room = label.contentsRect()
    if not gives_way and not label.wordWrap() and label.sizeHint().width() > label.width() + SLACK:
        yield f"needs {label.sizeHint().width()} pixels across, has {label.width()}"
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        words = label.text().replace("\u200b", " ").replace("-", "- ").split()  # where Qt breaks lines
        longest = max(map(label.fontMetrics().horizontalAdvance, words))
        if needed > label.height() + SLACK:
            yield f"needs {needed} pixels down, has {label.height()}"
        if longest > room.width() + SLACK:
            yield f"its longest word needs {longest} pixels, has {room.width()}"
    if label.fontMetrics().height() > room.height() + SLACK:
        yield f"a line needs {label.fontMetrics().height()} pixels down, has {room.height()}"


def _control(control: QWidget) -> Iterator[str]:
    needed, has = control.minimumSizeHint(), control.size()
    if isinstance(control, QAbstractButton):
        needed = control.sizeHint()
        if needed.width() > has.width() + SLACK:
            yield f"needs {needed.width()} pixels across, has {has.width()}"
    line = 0 if isinstance(control, QAbstractButton) and not control.text() else control.fontMetrics().height() + 2
    if line > has.height() or needed.height() > has.height() + SLACK:
        yield f"needs {needed.height()} pixels down, has {has.height()}"
    parent = control.parentWidget()
    if parent is not None and not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(control.geometry()):
        yield f"stands out of its parent: {control.geometry().getRect()} in {parent.size().toTuple()}"


def _area(area: QAbstractScrollArea) -> Iterator[str]:
    """What is inside may be higher than what is shown; wider only where it can be scrolled across."""
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    fixed = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inside is not None and fixed and inside.width() > area.viewport().width() + SLACK:
        yield f"holds {inside.width()} pixels across, shows {area.viewport().width()}"
