"""The last notice, inside the window: for desktops without a tray, and for whoever missed the balloon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import button, label


class NoticeBar(QFrame):
    """`looked(booking id)` when the host wants to see what it is about, `undone(booking id)` to have it taken back."""

    looked = Signal(str)
    undone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice_bar")
        self.setProperty("role", "card")
        self._booking = ""
        self._undoes = False
        self._undoable: frozenset[str] = frozenset()
        self._question: tuple[str, str] | None = None
        self._open: frozenset[tuple[str, str]] = frozenset()
        self._was_open = False
        self.text = label(wrap=True, name="notice_text")
        self.undo = button(self.tr("Undo"), "notice_undo")
        self.look = button(self.tr("S&how"), "notice_show")
        self.close_button = button("", "notice_close", "icon")
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.look.clicked.connect(lambda: self.looked.emit(self._booking))
        self.undo.clicked.connect(lambda: self.undone.emit(self._booking))
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.look)
        row.addWidget(self.close_button)
        self._paint_icons()
        self.hide()

    def tell(
        self, text: str, booking: str = "", *, undoes: bool = False, question: tuple[str, str] | None = None
    ) -> None:
        """`undoes`: it tells of a change of the booking that the host may want to take back. `question`: what it tells
        of waits for the host, and is one of those of `keep_open` as long as it does."""
        self._booking, self._undoes = booking, undoes
        self._question, self._was_open = question, question in self._open
        self.text.setText(text)
        self.look.setVisible(bool(booking))
        for widget in (self.look, self.undo, self.close_button):
            widget.setAccessibleDescription(text)
        self.allow_undo(self._undoable)
        self.show()

    def allow_undo(self, bookings: frozenset[str]) -> None:
        """Those whose last change can be taken back; the snapshot that says so may come after the notice."""
        self._undoable = bookings
        self.undo.setVisible(bool(self.to_undo))

    def keep_open(self, questions: frozenset[tuple[str, str]]) -> None:
        """Go once what it tells of is none of the open `questions` any more: it is settled, and would be untrue. The
        snapshot that has it open may come after the notice."""
        self._open = questions
        if self._question is None:
            return
        if self._question in questions:
            self._was_open = True
        elif self._was_open:
            self._question = None
            self.hide()

    def let_go(self, booking: str) -> None:
        """The host has decided on `booking`: what is told of it is over, and an undo would take back that decision."""
        if booking == self._booking:
            self.hide()

    @property
    def to_undo(self) -> str:
        """The booking whose change is told and can be taken back; empty if there is none."""
        return self._booking if self._undoes and self._booking in self._undoable else ""

    def _paint_icons(self) -> None:
        self.close_button.setIcon(symbol("close", tokens(self.palette()).muted))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._paint_icons()
