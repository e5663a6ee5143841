"""The strip under the list: everything about the chosen booking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.link import safe_url
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.outside import open_outside
from workestra_desktop.ui.parts import ElidedLabel, button, label, named
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import booking_state, cancelled_words, link_title


class BookingDetail(QFrame):
    reschedule = Signal()
    cancel = Signal()
    undo = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("booking_detail")
        self.setProperty("role", "card")
        self._url = ""
        self._more = QWidget()
        self.guest = ElidedLabel("heading", "detail_guest")
        self.when = ElidedLabel("", "detail_when")
        self.email = ElidedLabel("", "detail_email")
        self.meeting = ElidedLabel("", "detail_meeting")
        self.calendar = ElidedLabel("", "detail_calendar")
        self.state = ElidedLabel("muted", "detail_state")
        self.brief = ElidedLabel("", "detail_brief")
        self.note = named(QPlainTextEdit(readOnly=True), "detail_note")
        self.note.setProperty("role", "quiet")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.document().setDocumentMargin(0)  # in line with its label
        self.url = button(self.tr("&Open meeting link"), "detail_url")
        self.move_button = button(self.tr("&Reschedule…"), "reschedule")
        self.cancel_button = button(self.tr("C&ancel booking…"), "cancel", "danger")
        self.undo_button = button("", "undo")
        self.undo_button.clicked.connect(self.undo)
        self.url.clicked.connect(self._open_url)
        self.move_button.clicked.connect(self.reschedule)
        self.cancel_button.clicked.connect(self.cancel)
        self._lay_out()

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(12)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        facts.setRowStretch(4, 1)
        for row, (name, value) in enumerate(
            ((self.tr("When"), self.when), (self.tr("E-mail"), self.email), (self.tr("Meeting"), self.meeting),
             (self.tr("Calendar"), self.calendar))
        ):  # fmt: skip
            facts.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            facts.addWidget(value, row, 1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(label(self.tr("Note"), "muted"))
        right.addWidget(self.note, 1)
        middle = QHBoxLayout(self._more)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(24)
        middle.addLayout(facts, 3)
        middle.addLayout(right, 2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.guest, 1)
        head.addWidget(self.url)
        head.addWidget(self.undo_button)
        head.addWidget(self.move_button)
        head.addWidget(self.cancel_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 12, 8)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self.state)
        box.addWidget(self.brief)
        box.addWidget(self._more, 1)
        self.be_brief(False)

    def be_brief(self, brief: bool) -> None:
        """In a low window the facts shrink to one line, so that the list keeps its place."""
        self.brief.setVisible(brief)
        self._more.setVisible(not brief)
        self.setFixedHeight(92 if brief else 168)

    def show_booking(self, booking: Booking, snapshot: Snapshot) -> None:
        where = zone_of(snapshot.host_zone)
        link = next((x for x in snapshot.links if x.slug == booking.link), None)
        self.guest.setText(plain(booking.guest, 200))
        self.when.setText(f"{meeting_time(booking.start, booking.end, where, snapshot.taken_at)}  ({where.key})")
        self.email.setText(plain(booking.email, 254) or "–")
        title = link_title(link) if link else plain(booking.link, 80)
        place = plain(booking.location, 120)
        self.meeting.setText(f"{title} · {place}" if place else title)
        name = next((plain(c.name, 120) for c in snapshot.calendars if c.id == booking.calendar), "")
        self.calendar.setText(name or self.tr("gone from iCloud"))
        state, who = booking_state(booking)[1], cancelled_words(booking)
        settled = bool(who) and booking.sync is InCloud.SYNCED  # then the state says nothing more
        self.state.setText(who if settled else " · ".join(filter(None, (state, who))))
        self.brief.setText(" · ".join(filter(None, (self.when.text(), plain(booking.email, 254), name))))
        note = plain(booking.note, 10_000, lines=True)
        if self.note.toPlainText() != (note or "–"):
            self.note.setPlainText(note or "–")
        self._url = booking.meeting_url if safe_url(booking.meeting_url) else ""
        self.url.setVisible(bool(self._url) and booking.live)
        for widget in (self.move_button, self.cancel_button):
            widget.setVisible(booking.live)
        back = next((u.to for u in snapshot.undoable if u.booking == booking.id), None)
        self.undo_button.setVisible(back is not None)
        if back is not None:
            self.undo_button.setText(self.tr("&Undo move") if booking.live else self.tr("&Undo cancel"))
            time = meeting_time(back.start, back.end, where, snapshot.taken_at)
            self.undo_button.setToolTip(self.tr("Back to {time}").format(time=time))

    def _open_url(self) -> None:
        open_outside(self._url)
