"""Buttons that give up their words, one after the other, where large text leaves no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from workestra_desktop.ui.parts import tip


class Shrinking:
    """`buttons`, which have icons, stand in the `row` of `bar`; the first gives up its words first. What it does then
    stands in its tooltip, and readers are told as before."""

    def __init__(self, bar: QWidget, row: QLayout, buttons: Sequence[QPushButton]) -> None:
        self._bar, self._row = bar, row
        self._words = [(button, button.text()) for button in buttons]
        for button, text in self._words:
            button.setAccessibleName(text.replace("&", ""))

    def fit(self) -> None:
        """After a change of the bar's width or of the font."""
        for button, text in self._words:
            _say(button, text)
        for button, text in self._words:
            self._row.invalidate()
            if self._row.minimumSize().width() <= self._bar.width():
                return
            _say(button, "", text.replace("&", ""))


def _say(button: QPushButton, text: str, hint: str = "") -> None:
    if button.text() != text:
        button.setText(text)
    button.setToolTip(tip(hint))
