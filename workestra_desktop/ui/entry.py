"""One field of a form: its name, where it is typed, a hint, and what is wrong with it right beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.parts import frame, label
from workestra_desktop.ui.words import told_again

_HEAD_WIDTH, _HEAD_LINES = 116, 7.7
"""Pixels for the names of fields, and with larger text so many heights of a line; longer ones wrap."""

_AROUND_LINE = 16
"""Pixels a field is higher than its text."""

_UNBOUND = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""

Values = dict[str, Any]
"""Fields of a link by name."""


class _Still(QObject):
    """Keeps the wheel from changing what it only rolls over on its way down the form."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def still(widget: QWidget) -> None:
    """The wheel scrolls the form, and turns `widget` only once it has the focus."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_Still(widget))


class Entry:
    """`take` makes link fields of what was typed or raises `Failure`; `raw` is what was typed, to see changes by.

    `keys` is what takes the keyboard within `field`, if that is not `field` itself. (It is no focus proxy: Tab goes to
    whatever has one, wherever that stands in the chain.) With `tells` off, `field` itself says what is wrong with it
    (it has several places to say it), and `point` puts the focus there.
    """

    def __init__(
        self,
        title: str,
        field: QWidget,
        take: Callable[[], Values],
        raw: Callable[[], object],
        *,
        keys: QWidget | None = None,
        hint: str = "",
        point: Callable[[], None] | None = None,
        tells: bool = True,
    ) -> None:
        self.field, self.take, self.raw = field, take, raw
        self.keys = keys or field
        self._point, self._tells = point, tells
        self.head = label(title, wrap=True)
        self.head.setBuddy(self.keys)
        self.hint = label(hint, "muted", wrap=True)
        if not hint:
            self.hint.hide()
        self.message = label(role="danger", wrap=True, name=f"{field.objectName()}_wrong")
        self.message.hide()
        if not self.keys.accessibleName():
            self.keys.setAccessibleName(title.replace("&", ""))

    def complain(self, failure: Failure | None) -> None:
        """Say beside the field what is wrong with it; None takes that back."""
        text = told_again(failure.trouble.subject) if failure is not None and self._tells else ""
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.keys.setAccessibleDescription(text or self.hint.text())

    def point_out(self) -> None:
        if self._point is not None:
            self._point()
        else:
            self.keys.setFocus(Qt.FocusReason.OtherFocusReason)


class Group(QWidget):
    """Fields that belong together, under a heading."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._cells: list[tuple[Entry, QWidget, bool]] = []
        self._narrow = False
        card = frame("card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(title, "heading"))
        box.addWidget(card)

    def add(self, entry: Entry, *, wide: bool = False) -> Entry:
        """Put `entry` below what is there; a `wide` one has its name above itself."""
        self.entries.append(entry)
        cell = QWidget()
        lines = QVBoxLayout(cell)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        for widget in (entry.field, entry.hint, entry.message):
            lines.addWidget(widget)
        self._cells.append((entry, cell, wide))
        self._place(len(self._cells) - 1)
        for each in (entry.field, *entry.field.findChildren(QWidget)):
            if isinstance(each, QComboBox | QAbstractSpinBox):
                still(each)
        return entry

    def _place(self, number: int) -> None:
        """Two rows of the grid for each entry, of which one stays empty where its name stands beside it."""
        entry, cell, wide = self._cells[number]
        row, height = 2 * number, entry.head.fontMetrics().height()
        if wide or self._narrow:
            entry.head.setContentsMargins(0, 0, 0, 0)
            entry.head.setMaximumWidth(_UNBOUND)
            self._grid.addWidget(entry.head, row, 0, 1, 2)
            self._grid.addWidget(cell, row + 1, 0, 1, 2)
            return
        level = min(entry.field.sizeHint().height(), height + _AROUND_LINE) - height
        entry.head.setContentsMargins(0, level // 2, 0, 0)  # level with what stands beside it
        entry.head.setMaximumWidth(self._head_width)
        self._grid.addWidget(entry.head, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(cell, row, 1)

    @property
    def _head_width(self) -> int:
        return max(_HEAD_WIDTH, round(_HEAD_LINES * self.fontMetrics().height()))

    def be_narrow(self, *, narrow: bool) -> None:
        """Names above their fields where there is no room beside them; anew after each change of the font."""
        self._narrow = narrow
        self._grid.setColumnMinimumWidth(0, 0 if narrow else self._head_width)
        for number in range(len(self._cells)):
            self._place(number)
