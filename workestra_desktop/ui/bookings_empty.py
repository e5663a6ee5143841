"""What stands in place of an empty list: why it is empty, and what to do."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workestra_desktop.ui.bookings_lists import Which
from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label


class EmptyList(QWidget):
    """`new_booking` and `cleared` are the ways out it offers."""

    new_booking = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("empty")
        self.title = label(role="heading", wrap=True, name="empty_title")
        self.text = label(role="muted", wrap=True, name="empty_text")
        self.new = button(self.tr("N&ew booking"), "empty_new")
        self.clear = button(self.tr("Clear s&earch"), "empty_clear")
        self._picture = QLabel()
        self._drawn = "calendar"
        self.new.clicked.connect(self.new_booking)
        self.clear.clicked.connect(self.cleared)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(self.new)
        ways.addWidget(self.clear)
        ways.addStretch(1)
        box = QVBoxLayout(self)
        box.setSpacing(8)
        box.addStretch(1)
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.title, self.text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(text)
        box.addSpacing(4)
        box.addLayout(ways)
        box.addStretch(2)
        self._paint()

    def explain(self, each: Which, *, typed: str, first: bool) -> None:
        """`typed`: what is searched for, and not in that list. `first`: there is no booking at all yet."""
        title, text = self._searched(typed) if typed else self._first() if first else self._words(each)
        self.title.setText(title)
        self.text.setText(text)
        self.new.setVisible(not typed and (first or each is Which.UPCOMING))
        self.clear.setVisible(bool(typed))
        self._drawn = "search" if typed else "calendar"
        self._paint()

    def _searched(self, typed: str) -> tuple[str, str]:
        said = self.tr("No guest, e-mail address, note or booking link here has “{typed}”. Try fewer letters.")
        return self.tr("Nothing found"), said.format(typed=typed)

    def _first(self) -> tuple[str, str]:
        return (
            self.tr("No bookings yet"),
            self.tr("When somebody asks for a meeting, choose a free time for it. It is written into iCloud."),
        )

    def _words(self, each: Which) -> tuple[str, str]:
        match each:
            case Which.UPCOMING:
                return (
                    self.tr("No coming bookings"),
                    self.tr("When somebody asks for a meeting, press Ctrl+N and choose a free time."),
                )
            case Which.PAST:
                return self.tr("No past bookings"), self.tr("Meetings move here once they are over.")
            case Which.CANCELLED:
                return self.tr("No cancelled bookings"), self.tr("Bookings you or iCloud cancel are kept here.")
            case Which.ATTENTION:
                return self.tr("Nothing to decide"), self.tr("Bookings that need a decision of yours are listed here.")
            case Which.WAITING:
                return self.tr("Nothing waits"), self.tr("Changes that iCloud does not have yet are listed here.")
            case _:
                assert_never(each)

    def _paint(self) -> None:
        self._picture.setPixmap(symbol(self._drawn, tokens(self.palette()).muted).pixmap(QSize(48, 48)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_drawn"):
            self._paint()
