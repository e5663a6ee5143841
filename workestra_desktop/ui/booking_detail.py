"""The strip under the list: everything about the chosen booking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from workestra_desktop.core.booking import Booking, InCloud
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.link import safe_url
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.choice_words import AskEnd, Decision, Move, question_words
from workestra_desktop.ui.decision_panel import DecisionPanel
from workestra_desktop.ui.outside import open_outside
from workestra_desktop.ui.overlap_words import overlap_words
from workestra_desktop.ui.parts import ElidedLabel, button, label, named
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.waiting_words import waiting_words
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import booking_state, cancelled_words, link_title


def decisions(booking: Booking, snapshot: Snapshot) -> tuple[Decision, ...]:
    """What the host is asked about `booking`: itself first, then each event on top of it."""
    asked = [question_words(booking, q, snapshot) for q in snapshot.questions if q.booking == booking.id and q.choices]
    return (*asked, *(overlap_words(o, booking, snapshot) for o in snapshot.overlaps if o.booking == booking.id))


def _cancels(wish: object) -> bool:
    return isinstance(wish, AskEnd) and wish.choice is Choice.CANCEL


class BookingDetail(QFrame):
    """As high as it needs to be. `decided` carries the answer to a question, a `Choose` or a `SettleOverlap`."""

    reschedule = Signal()
    cancel = Signal()
    undo = Signal()
    let_go = Signal()
    decided = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("booking_detail")
        self.setProperty("role", "card")
        self._url = ""
        self._booking: Booking | None = None
        self._low = self._roomy = False
        self._more = QWidget()
        self.panel = DecisionPanel()
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
        self.panel.wished.connect(self._wish)
        self.panel.turned.connect(self._arrange)
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
        box.addSpacing(2)
        box.addWidget(self.panel)
        box.addWidget(self._more)
        tab_in_reading_order(self)
        self.be_brief(low=False, roomy=False)

    def be_brief(self, *, low: bool, roomy: bool) -> None:
        """`low`: the window is, so that the facts shrink to one line and the list keeps its place. Beside a question
        they do so unless the window is `roomy`."""
        self._low, self._roomy = low, roomy
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is room and use for, and take the height that needs."""
        current = self.panel.current
        asking = current is not None
        self.state.setVisible(current is None or (current.uid != "" and not self._low))  # else the question says it
        self.brief.setVisible(self._low is not asking and not self._roomy)
        self._more.setVisible(not self._low and (self._roomy or not asking))
        offers = current.offers if current is not None else ()
        live = self._booking is not None and self._booking.live
        self.move_button.setVisible(live and not any(isinstance(o.wish, Move) for o in offers))
        self.cancel_button.setVisible(live and not any(offer.ends for offer in offers))
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().height() + 4
        self._more.setFixedHeight(max(4 * line + 12, 88))
        for widget in (self.panel, self):
            layout = widget.layout()
            assert layout is not None
            layout.invalidate()
            layout.activate()
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

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
        if booking.sync is InCloud.WAITING:
            state = waiting_words(booking, snapshot)
        settled = bool(who) and booking.sync is InCloud.SYNCED  # then the state says nothing more
        between = " " if booking.sync is InCloud.WAITING else " · "  # after a sentence, or after a state
        self.state.setText(who if settled else between.join(filter(None, (state, who))))
        self.brief.setText(" · ".join(filter(None, (self.when.text(), plain(booking.email, 254), name))))
        note = plain(booking.note, 10_000, lines=True)
        if self.note.toPlainText() != (note or "–"):
            self.note.setPlainText(note or "–")
        self._url = booking.meeting_url if safe_url(booking.meeting_url) else ""
        self.url.setVisible(bool(self._url) and booking.live)
        back = next((u.to for u in snapshot.undoable if u.booking == booking.id), None)
        self.undo_button.setVisible(back is not None)
        if back is not None:
            self.undo_button.setText(self.tr("&Undo move") if booking.live else self.tr("&Undo cancel"))
            time = meeting_time(back.start, back.end, where, snapshot.taken_at)
            self.undo_button.setToolTip(self.tr("Back to {time}").format(time=time))
        for widget in (self.move_button, self.cancel_button, self.undo_button, self.url):
            widget.setAccessibleDescription(self.guest.text())
        self._booking = booking
        self.panel.show_decisions(decisions(booking, snapshot))
        self._arrange()

    def _wish(self, wish: object) -> None:
        match wish:
            case Move():
                self.reschedule.emit()
            case AskEnd():
                (self.cancel if _cancels(wish) else self.let_go).emit()
            case _:
                self.decided.emit(wish)

    def _open_url(self) -> None:
        open_outside(self._url)
