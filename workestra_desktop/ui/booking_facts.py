"""The facts of a booking below its head: mail address, meeting, calendar, note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.booking_acts import mail_to
from workestra_desktop.ui.parts import ElidedLabel, label, named, no_mnemonic, tip
from workestra_desktop.ui.words import link_title

_NOTE = 10_000
"""Characters of a note that are shown."""
_ROUND_NOTE = 10
"""Pixels above and below its lines."""
_SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class MailButton(QPushButton):
    """An address that gives way: too long a one ends in an ellipsis and stands whole in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("detail_email")
        self.setProperty("role", "link")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QPushButton { padding: 0; min-height: 0; }")  # in line with the other facts
        self.address = ""

    def show_address(self, address: str) -> None:
        self.address = address
        self.setToolTip(tip(address))
        self.setAccessibleName(self.tr("Write an e-mail to {address}").format(address=address))
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.address) + 8, hint.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(60, super().sizeHint().height())

    def _cut(self) -> None:
        room = max(20, self.width() - 4)
        self.setText(no_mnemonic(self.fontMetrics().elidedText(self.address, Qt.TextElideMode.ElideRight, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._cut()


class NoteText(QPlainTextEdit):
    """As high as its text: what it stands in scrolls, also by the keys. It can be read and copied, not edited."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("role", "quiet")
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_note(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))  # of text as it is wrapped, not pixels
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _ROUND_NOTE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _SCROLLING:
            event.ignore()
        else:
            super().keyPressEvent(event)


class BookingFacts(QWidget):
    """What is not known takes no room. `mailed`: the host wants to write to the guest."""

    mailed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.email = MailButton()
        self.email.clicked.connect(self.mailed)
        self.address = ElidedLabel("", "detail_address")
        self.meeting = label(wrap=True, name="detail_meeting")
        self.place = label(wrap=True, name="detail_place")
        self.calendar = ElidedLabel("", "detail_calendar")
        self.note = named(NoteText(), "detail_note")
        self.note.setAccessibleName(self.tr("Note"))
        self._mail_name = label(self.tr("E-mail"), "muted")
        self._place_name = label(self.tr("Place"), "muted")
        self._note_name = label(self.tr("Note"), "muted")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[QLabel, QWidget], ...] = (
            (self._mail_name, self.email), (label(self.tr("Meeting"), "muted"), self.meeting),
            (self._place_name, self.place), (label(self.tr("Calendar"), "muted"), self.calendar),
        )  # fmt: skip
        for row, (name, value) in enumerate(rows):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        grid.addWidget(self.address, 0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 0, 4, 0)
        box.setSpacing(4)
        box.addLayout(grid)
        box.addSpacing(8)
        box.addWidget(self._note_name)
        box.addWidget(self.note)

    def show_booking(self, booking: Booking, snapshot: Snapshot) -> None:
        link = next((x for x in snapshot.links if x.slug == booking.link), None)
        address = plain(booking.email, 254)
        opens = bool(mail_to(booking))
        self.email.setVisible(opens)
        self.email.show_address(address)
        self.address.setText(address)
        self.address.setVisible(bool(address) and not opens)
        self._mail_name.setVisible(bool(address))
        self.meeting.setText(link_title(link) if link else plain(booking.link, 80))
        place = plain(booking.location, 300)
        self.place.setText(place)
        for widget in (self.place, self._place_name):
            widget.setVisible(bool(place))
        name = next((plain(c.name, 120) for c in snapshot.calendars if c.id == booking.calendar), "")
        self.calendar.setText(name or self.tr("gone from iCloud"))
        note = plain(booking.note, _NOTE, lines=True)
        self.note.setVisible(bool(note))
        self._note_name.setVisible(bool(note))
        self.note.show_note(note)
