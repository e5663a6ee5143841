"""Widgets in a row that goes on in the next line where it is full: for texts that may be twice as large, or longer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_ENDLESS = 1 << 20
"""Pixels no line is long."""


class Flow(QLayout):
    """`gap` pixels between widgets, and between lines, which begin at the left or stand in the middle (`centred`).
    Hidden widgets take no place."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, centred: bool = False) -> None:
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - None ends Qt's walk
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - as above
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        places = self._places(width)
        return max((place.bottom() + 1 for _, place in places), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        places = self._places(_ENDLESS)
        return QSize(max((p.right() + 1 for _, p in places), default=0), self.heightForWidth(_ENDLESS))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as its widest widget; the height follows from the width it gets."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        for item, place in self._places(rect.width()):
            item.setGeometry(place.translated(rect.topLeft()))

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Where each item goes in lines of `width` pixels, counted from the top left."""
        found: list[tuple[QLayoutItem, QRect]] = []
        line: list[tuple[QLayoutItem, QRect]] = []
        x = y = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), _ENDLESS))
            if line and x + size.width() > width:
                found, y = [*found, *self._lined_up(line, width)], y + _height(line) + self.spacing()
                line, x = [], 0
            line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
        return [*found, *self._lined_up(line, width)]

    def _lined_up(self, line: list[tuple[QLayoutItem, QRect]], width: int) -> list[tuple[QLayoutItem, QRect]]:
        """The widgets of a line at the middle of its height."""
        height = _height(line)
        left = max(0, width - line[-1][1].right() - 1) // 2 if self._centred and line and width < _ENDLESS else 0
        return [(item, place.translated(left, (height - place.height()) // 2)) for item, place in line]


def _height(line: list[tuple[QLayoutItem, QRect]]) -> int:
    return max((place.height() for _, place in line), default=0)
