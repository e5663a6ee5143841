"""The list of sections at the side of the settings: as wide as its names, but long ones wrap between their words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import tip

_BESIDE = 64
"""Pixels of a row that are not its words: icon, gaps, frame."""
_WIDEST = 240
"""A third of the smallest window: longer names wrap. Only a word that needs more has more."""


class SectionList(QListWidget):
    """`sections` are an icon's name and a title each."""

    def __init__(self, sections: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("settings_list")
        self.setAccessibleName(self.tr("Sections"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setIconSize(QSize(18, 18))
        self.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._icons = [icon for icon, _ in sections]
        for _, title in sections:
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
            item.setToolTip(tip(title))
            self.addItem(item)
        self._paint()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        names = [self.item(row).text() for row in range(self.count())]
        width = self.fontMetrics().horizontalAdvance
        whole = max((width(name) for name in names), default=0)
        word = max((width(word) for name in names for word in name.split()), default=0)
        return QSize(max(min(whole + _BESIDE, _WIDEST), word + _BESIDE), 200)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.sizeHint().width(), 80)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        """The chosen row has the accent behind it, and its icon the colour of the words there."""
        colours = tokens(self.palette())
        for row, name in enumerate(self._icons):
            icon = symbol(name, colours.muted)
            chosen = symbol(name, colours.on_accent)
            for size in icon.availableSizes():
                icon.addPixmap(chosen.pixmap(size), QIcon.Mode.Selected)
            self.item(row).setIcon(icon)
