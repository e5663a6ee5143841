"""What a screen reader and the keyboard are told of a window: its accessibility tree, its mnemonics, its tab order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QWidget,
)

_ROLE = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], frozenset[QAccessible.Role]], ...] = (
    (QAbstractButton, frozenset({_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ButtonMenu})),
    (QComboBox, frozenset({_ROLE.ComboBox})),
    (QLineEdit, frozenset({_ROLE.EditableText})),
    (QPlainTextEdit, frozenset({_ROLE.EditableText})),
    (QAbstractSpinBox, frozenset({_ROLE.SpinBox, _ROLE.EditableText})),
    (QAbstractItemView, frozenset({_ROLE.List, _ROLE.Table, _ROLE.Tree})),
)
"""What a widget must call itself, so that a reader says what can be done with it."""


def nodes(root: QWidget) -> Iterator[QAccessibleInterface]:
    """The tree under `root`, as a screen reader walks it; the rows of lists, of which there may be thousands, not."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        if not node or not node.isValid() or node.state().invisible:
            continue
        yield node
        if not isinstance(node.object(), QAbstractItemView):
            waiting += [node.child(number) for number in range(node.childCount())]


def nameless(root: QWidget) -> list[str]:
    """Whatever takes the keyboard or a press and does not say what it is."""
    found = []
    for node in nodes(root):
        widget = node.object()
        if not isinstance(widget, QWidget) or not _takes_keys(widget):
            continue
        if not node.text(QAccessible.Text.Name).strip():
            found.append(f"{called(widget)} has no name")
        for kind, roles in ROLES:
            if isinstance(widget, kind) and node.role() not in roles:
                found.append(f"{called(widget)} calls itself {node.role().name}")
                break
    return found


def _takes_keys(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or '(no object name)'}"


def shared_mnemonics(root: QWidget) -> list[str]:
    """Letters that more than one thing in sight answers to with Alt, and in an open menu without it."""
    found = _shared("Alt+", [(called(widget), text) for widget, text in _spoken(root)])
    for menu in root.findChildren(QMenu):
        found += _shared(f"in {menu.title()} ", [(each.text(), each.text()) for each in menu.actions()])
    return found


def _spoken(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """What Alt and a letter reach: buttons, fields by their names, the menus of a window."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or not widget.isEnabledTo(root):
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            yield widget, widget.text()
        elif isinstance(widget, QMenuBar):
            yield from ((widget, menu.text()) for menu in widget.actions() if menu.isVisible())


def _shared(key: str, texts: list[tuple[str, str]]) -> list[str]:
    owners: dict[str, list[str]] = {}
    for owner, text in texts:
        if letter := mnemonic(text):
            owners.setdefault(letter, []).append(owner)
    return [f"{key}{letter.upper()}: {', '.join(each)}" for letter, each in sorted(owners.items()) if len(each) > 1]


def mnemonic(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].casefold() if found else ""


def tab_stops(root: QWidget) -> set[QWidget]:
    """What Tab must come to: everything in sight that takes it. Of a group of exclusive buttons one is enough."""
    stops = set()
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(root) and widget.isEnabledTo(root)
        if takes and widget.focusProxy() is None and widget.window() is root:
            stops.add(widget)
    return stops
