"""New booking: a kind of meeting, a free time, a guest. Also where a request from outside is confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from workestra_desktop.core.booking import checked_guest
from workestra_desktop.core.booking_request import BookingRequest
from workestra_desktop.core.commands import Book
from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.picking import PickingDialog
from workestra_desktop.ui.slot_picker import Wanted
from workestra_desktop.ui.when import meeting_time, zone_of
from workestra_desktop.ui.words import link_title


@dataclass(frozen=True, slots=True)
class Preset:
    """What was chosen before the dialog: a link, and maybe a time, which may be `outside` its rules. `note` says what
    became of a wish. `request`: it was not the host who chose, but somebody outside, who gives a guest as well."""

    slug: str
    minutes: int
    start: datetime | None = None
    outside: bool = False
    note: str = ""
    request: BookingRequest | None = None


_AROUND = 28
"""Pixels of a text field around its lines: border, padding and margin, above and below."""


class BookDialog(PickingDialog):
    """Needs at least one link in `snapshot`. With a time in `preset` the guest is all that is left to give."""

    def __init__(
        self, courier: Courier, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget,
        preset: Preset | None = None,
    ) -> None:  # fmt: skip
        super().__init__(courier, snapshot, now, parent)
        self.go.setText(self.tr("&Book"))
        self.setObjectName("book_dialog")
        self.setWindowTitle(self.tr("New booking"))
        self._now, self._host_zone = now, snapshot.host_zone
        self._links: tuple[Link, ...] = snapshot.links
        self.link = named(QComboBox(), "book_link")
        self.link.setAccessibleName(self.tr("Meeting"))
        for each in self._links:
            self.link.addItem(link_title(each))
        self.minutes = named(QComboBox(), "book_minutes")
        self.minutes.setAccessibleName(self.tr("Duration"))
        self.guest = named(QLineEdit(maxLength=200), "book_guest")
        self.guest.setAccessibleName(self.tr("Guest"))
        self.guest.setPlaceholderText(self.tr("Name"))
        self.email = named(QLineEdit(maxLength=254), "book_email")
        self.email.setAccessibleName(self.tr("E-mail"))
        self.email.setPlaceholderText(self.tr("optional"))
        self.note = named(QPlainTextEdit(tabChangesFocus=True), "book_note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("optional"))
        self.note.setFixedHeight(2 * self.note.fontMetrics().lineSpacing() + _AROUND)
        self.request = preset.request if preset else None
        self.source = label(self._source, "strong", wrap=True, name="book_source")
        self.source.setVisible(bool(self._source))
        self.setAccessibleDescription(self._source)
        self.preset_note = label(role="warn" if self.request else "muted", wrap=True, name="book_preset_note")
        self.preset_note.setText(preset.note if preset else "")
        self.preset_note.setVisible(bool(preset and preset.note))
        self._at: QWidget = self.picker.field
        self._lay_out()
        self.guest.textChanged.connect(self.corrected)
        self.email.textChanged.connect(self.corrected)
        self.note.textChanged.connect(self.corrected)
        self.link.currentIndexChanged.connect(self._choose_link)
        self.minutes.currentIndexChanged.connect(self._offer)
        self._link_changed(None)
        self.be_large(680, 640)
        self.picker.days.setFocus(Qt.FocusReason.OtherFocusReason)
        if preset is not None:
            self._take(preset)
        if self.request is not None:
            self._fill(self.request)
        for combo in (self.link, self.minutes):
            combo.currentIndexChanged.connect(self.preset_note.hide)  # it speaks of another meeting then

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        meeting = label(self.tr("&Meeting"), "strong")
        meeting.setBuddy(self.link)
        top.addWidget(meeting)
        top.addWidget(self.link, 1)
        top.addWidget(self.minutes)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        for column, (text, field) in enumerate(((self.tr("&Guest"), self.guest), (self.tr("&E-mail"), self.email))):
            head = label(text, "strong")
            head.setBuddy(field)
            form.addWidget(head, 0, column)
            form.addWidget(field, 1, column)
        note = QGridLayout()
        note.setVerticalSpacing(4)
        note.setRowMinimumHeight(1, self.note.maximumHeight())  # the style sheet's least height would let it shrink
        head = label(self.tr("&Note"), "strong")
        head.setBuddy(self.note)
        note.addWidget(head, 0, 0)
        note.addWidget(self.note, 1, 0)
        self.body.addWidget(self.source)
        self.body.addLayout(top)
        self.body.addWidget(self.preset_note)
        self.body.addWidget(self.picker, 1)
        self.body.addLayout(form)
        self.body.addLayout(note)
        chain: tuple[QWidget, ...] = (
            self.link, self.minutes, *self.picker.chain, self.guest, self.email, self.note, self.go,
            self.dismiss,
        )  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.links and snapshot.links != self._links:
            self._show_links(snapshot.links)
        super().show_snapshot(snapshot)

    def _show_links(self, links: tuple[Link, ...]) -> None:
        """The links have changed meanwhile: the same meeting stays chosen where it is still offered."""
        before, length = self._link, self._length
        slugs = [link.slug for link in links]
        self._links = links
        with QSignalBlocker(self.link):
            self.link.clear()
            for each in links:
                self.link.addItem(link_title(each))
            self.link.setCurrentIndex(slugs.index(before.slug) if before.slug in slugs else 0)
        if before.slug not in slugs:
            self.preset_note.setText(self.tr("“{link}” is no longer offered.").format(link=link_title(before)))
            self.preset_note.show()
        self._link_changed(length)

    def _take(self, preset: Preset) -> None:
        """Start with what `preset` says; a link that is gone by now leaves the first one."""
        slugs = [link.slug for link in self._links]
        if preset.slug not in slugs:
            return
        self.link.setCurrentIndex(slugs.index(preset.slug))
        if preset.minutes in self._link.minutes:
            self.minutes.setCurrentIndex(self._link.minutes.index(preset.minutes))
        if preset.start is None:
            return
        self.picker.offer(Wanted(self._link.slug, self._length), near=preset.start)
        if preset.outside:
            self.picker.take_other(preset.start)
        else:
            self.picker.take(preset.start)
        self.guest.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _source(self) -> str:
        if self.request is None:
            return ""
        return self.tr("Filled in from a link. Nothing is booked until you press Book.")

    def _fill(self, request: BookingRequest) -> None:
        self.guest.setText(request.guest)
        self.email.setText(request.email)
        self.note.setPlainText(request.note)
        self.picker.missed.connect(self._miss)

    def _miss(self, start: datetime) -> None:
        """The time that was asked for is taken, or outside the rules: it can still be put in by hand."""
        if self.request is None or start != self.request.start:
            return
        where, end = zone_of(self._host_zone), start + timedelta(minutes=self._length)
        told = self.tr("{time} is not among the free times of this meeting. Choose another time.")
        time = told.format(time=meeting_time(start, end, where, self._now()))
        kept = self.preset_note.text() if not self.preset_note.isHidden() else ""
        self.preset_note.setText(f"{kept}\n{time}".strip())
        self.preset_note.show()
        self.picker.another.set_time(start)
        self._grow()

    @property
    def _link(self) -> Link:
        return self._links[self.link.currentIndex()]

    @property
    def _length(self) -> int:
        return self._link.minutes[max(self.minutes.currentIndex(), 0)]

    def command(self, *, offline: bool) -> Book:
        self._at = self.picker.field
        start = self.picker.chosen
        name, email, note = self.guest.text(), self.email.text(), self.note.toPlainText()
        for field, texts in ((self.guest, (name, "", "")), (self.email, (name, email, ""))):
            self._at = field
            checked_guest(*texts)
        self._at = self.note
        guest, email, note = checked_guest(name, email, note)
        return Book(
            self._link.slug, start, guest, email, note, self._length,
            outside_rules=self.picker.outside_rules, offline=offline,
        )  # fmt: skip

    def following(self) -> QWidget | None:
        """A form that came by itself may meet a Return that was meant for another window: it only leads to Book."""
        if self.picker.field.hasFocus() and self.picker.decided and not self.guest.text().strip():
            return self.guest
        there = super().following()
        return self.go if there is None and self.request is not None and not self.go.hasFocus() else there

    def point_out(self) -> None:
        self._at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_link(self, _: int) -> None:
        self._link_changed(None)

    def _link_changed(self, length: int | None) -> None:
        """Offer the link's durations, `length` first of all if it is one of them."""
        with QSignalBlocker(self.minutes):
            self.minutes.clear()
            for each in self._link.minutes:
                self.minutes.addItem(self.tr("{minutes} min").format(minutes=each))
            if length in self._link.minutes:
                self.minutes.setCurrentIndex(self._link.minutes.index(length))
        self.minutes.setVisible(len(self._link.minutes) > 1)
        self._offer()

    def _offer(self) -> None:
        self.picker.offer(Wanted(self._link.slug, self._length))
