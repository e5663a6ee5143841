"""Tab goes through a form as the eye does: row by row, also through rows that were added while it stood."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def tab_in_reading_order(root: QWidget) -> None:
    """Set the tab order of everything within `root` that takes the focus."""
    for before, after in pairwise(list(_focusable(root))):
        QWidget.setTabOrder(before, after)


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from _focusable(inside)
    else:
        layout = widget.layout()
        if layout is not None:
            yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        # PySide types the answer as an object; it is (row, column, row span, column span).
        places = sorted(places, key=lambda at: layout.getItemPosition(at)[:2])  # type: ignore[assignment,index]
    for at in places:
        item = layout.itemAt(at)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _within(inner)
        elif widget is not None:
            yield from _focusable(widget)
