"""A time zone by its IANA name, found by typing a part of it."""

from __future__ import annotations

import zoneinfo
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from workestra_desktop.core.times import zone


@cache
def zone_names() -> tuple[str, ...]:
    """Every zone this computer knows, places before abbreviations."""
    return tuple(sorted(zoneinfo.available_timezones(), key=lambda name: ("/" not in name, name)))


class ZoneBox(QComboBox):
    """Type `berl` and choose; a name that is no zone stays as it was typed, and `zone_name` refuses it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.addItems(zone_names())
        finder = QCompleter(self.model(), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        finder.setMaxVisibleItems(12)
        self.setCompleter(finder)
        line = self.lineEdit()
        assert line is not None
        line.setStyleSheet("border: none; padding: 0; background: transparent; min-height: 0;")

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Readers come to the line in it as well."""
        super().setAccessibleName(name)
        line = self.lineEdit()
        assert line is not None
        line.setAccessibleName(name)

    def show_zone(self, name: str) -> None:
        self.setCurrentIndex(self.findText(name, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive))
        self.setEditText(name)

    def zone_name(self) -> str:
        """The zone that was chosen; `bad_input` if there is none of that name."""
        typed = self.currentText().strip()
        same = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return zone(self.itemText(same) if same >= 0 else typed).key
