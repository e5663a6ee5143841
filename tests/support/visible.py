"""Every text a person can read or hear of a window: of its widgets, lists and menus, what a screen reader is told, and
what is painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QGroupBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.support.pseudo import shown
from workestra_desktop.ui.zone_box import ZoneBox

_ROLE = Qt.ItemDataRole
_ROLES = (
    _ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.StatusTipRole, _ROLE.AccessibleTextRole,
    _ROLE.AccessibleDescriptionRole,
)  # fmt: skip
_SPOKEN = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
_TOP = QModelIndex()
_MOST = 300
"""Rows of one list, and parts of one accessible thing, that are read."""


def visible(root: QWidget) -> Iterator[tuple[str, str]]:
    """Where, and what `root` and what is in it say; zones are names, and their lists are left out."""
    yield from shown(root)
    objects: list[QObject] = [root, *root.findChildren(QObject)]
    for each in objects:
        if each.objectName().startswith("qt_") or _of_a_zone(each):
            continue
        where = f"{type(each).__name__} {each.objectName()}"
        yield from ((where, text) for text in _own(each))
    yield from _spoken(root)


def _of_a_zone(each: QObject | None) -> bool:
    while each is not None:
        if isinstance(each, ZoneBox):
            return True
        each = each.parent()
    return False


def _own(each: QObject) -> Iterator[str]:
    if isinstance(each, QWidget):
        yield from (each.statusTip(), each.whatsThis())
    if isinstance(each, QLineEdit | QAbstractSpinBox):
        yield each.text()
    if isinstance(each, QPlainTextEdit | QTextEdit):
        yield from (each.toPlainText(), each.placeholderText())
    if isinstance(each, QGroupBox | QMenu):
        yield each.title()
    if isinstance(each, QAbstractItemView) and (model := each.model()) is not None:
        yield from _rows(model)


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(_TOP)
    rows = min(model.rowCount(_TOP), _MOST)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(rows):
        for column in range(columns):
            yield from _said_of(model.index(row, column, _TOP))


def _said_of(index: QModelIndex) -> Iterator[str]:
    for role in _ROLES:
        if isinstance(text := index.data(role), str):
            yield text


def _spoken(root: QWidget) -> Iterator[tuple[str, str]]:
    waiting: list[QAccessibleInterface] = [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        node = waiting.pop()
        if not node or not node.isValid() or _of_a_zone(node.object()):
            continue
        where = f"spoken of {type(node.object()).__name__ if node.object() else node.role().name}"
        yield from ((where, node.text(kind)) for kind in _SPOKEN)
        waiting += [node.child(number) for number in range(min(node.childCount(), _MOST))]


@contextmanager
def painted() -> Iterator[list[str]]:
    """What is drawn by hand meanwhile."""
    texts: list[str] = []
    plain = QPainter.drawText

    def drawn(painter: QPainter, *given: Any) -> Any:
        texts.extend(each for each in given if isinstance(each, str))
        return plain(painter, *given)

    QPainter.drawText = drawn  # type: ignore[method-assign,assignment]
    try:
        yield texts
    finally:
        QPainter.drawText = plain  # type: ignore[method-assign]
