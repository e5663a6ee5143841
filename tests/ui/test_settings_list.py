"""The list of sections: no word of it is cut off, however large the text is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from workestra_desktop.ui.settings_list import SectionList

SECTIONS = (
    ("cloud", "Verbindung"),
    ("calendar", "Calendars and free/busy"),
    ("link", "Benachrichtigungseinstellungen"),
)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_every_word_has_room(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    made = SectionList(SECTIONS)
    qtbot.addWidget(made)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    made.setFont(font)
    made.resize(made.sizeHint().width(), 400)
    made.show()
    for row, (_, title) in enumerate(SECTIONS):
        option = QStyleOptionViewItem()
        made.initViewItemOption(option)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.rect = made.visualItemRect(made.item(row)) & made.viewport().rect()
        option.decorationSize = made.iconSize()
        option.text = title
        room = made.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, made)
        margin = made.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, made) + 1
        for word in title.split():
            assert made.fontMetrics().horizontalAdvance(word) <= room.width() - 2 * margin, (word, room)
