"""Copy my times: free times of a link for a guest, seen before they are copied or saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QDate, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from workestra_desktop.core.commands import ShareTimes
from workestra_desktop.core.offer import Offer
from workestra_desktop.core.offer_formats import as_html, as_markdown, as_text
from workestra_desktop.core.offer_words import Proposal, proposals, sheet
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.times import YEARS
from workestra_desktop.core.trouble import Code, Failure, Trouble
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.parts import button, label, named, room_for
from workestra_desktop.ui.special_days import date_edit, date_of
from workestra_desktop.ui.times_copy import Choices, Form, TimesCopy, put_on_clipboard
from workestra_desktop.ui.times_file import ask_where, write_whole
from workestra_desktop.ui.times_words import HostsVoice, copied_words, days_words, nothing_words
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import link_title
from workestra_desktop.ui.zone_box import ZoneBox

DAYS = (7, 14, 30)
_FORMS = (Form.RICH, Form.MARKDOWN, Form.PLAIN)

ProposalFile = Callable[[Sequence[Proposal], datetime, str], str]
"""Events, now, and a name that no other file has → the text of a calendar file."""


class _Letter(QTextDocument):
    """Whatever stands in it, nothing is fetched or read."""

    def loadResource(self, kind: int, name: QUrl | str) -> str:  # noqa: N802 - Qt's name
        return ""


class TimesDialog(QDialog):
    """Needs at least one link in `snapshot`. `copied` says what went to the clipboard; the dialog is over then.

    `copier` keeps the choices; without `proposal_file` no calendar file is offered.
    """

    copied = Signal(str)

    def __init__(
        self, courier: Courier, copier: TimesCopy, snapshot: Snapshot, now: Callable[[], datetime], parent: QWidget,
        proposal_file: ProposalFile | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("times_dialog")
        self.setWindowTitle(self.tr("Copy my times"))
        self.setModal(True)
        self._courier, self._copier, self._snapshot, self._now = courier, copier, snapshot, now
        self._proposal_file = proposal_file
        self._task: asyncio.Task[None] | None = None
        self._due: Callable[[Offer], None] | None = None
        self.offer: Offer | None = None
        self.link = self._combo("times_link", self.tr("Meeting"))
        self.minutes = self._combo("times_minutes", self.tr("Duration"))
        self.days = self._combo("times_days", self.tr("Days"))
        for count in DAYS:
            self.days.addItem(days_words(count))
        self.first = date_edit("times_first", self.tr("First day"), self._today())
        self.first.setDateRange(self.first.date(), QDate(YEARS[-1], 12, 31))
        self.form = self._combo("times_form", self.tr("Copy as"))
        self.form.addItems([self.tr("Text with formatting"), self.tr("Markdown"), self.tr("Plain text")])
        self.guest_zone = ZoneBox("times_guest_zone")
        self.guest_zone.setAccessibleName(self.tr("Guest’s time zone"))
        line = self.guest_zone.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("optional: type a city"))
        self.zone_line = label(role="muted", wrap=True, name="times_zone")
        self.preview = named(QTextEdit(readOnly=True, tabChangesFocus=True), "times_preview")
        self.preview.setDocument(_Letter(self.preview))
        self.preview.setAccessibleName(self.tr("What will be pasted"))
        self.trouble = TroubleBox("times_trouble")
        self.said = label(role="muted", wrap=True, name="times_said")
        self.save = button(self.tr("&Save as calendar file…"), "times_save")
        self.save.setVisible(proposal_file is not None)
        self.dismiss = button(self.tr("Close"), "times_close")
        self.go = button(self.tr("&Copy"), "times_copy", "primary")
        self.go.setDefault(True)
        self._lay_out()
        self._show_links(copier.choices)
        self._show_choices(copier.choices)
        self._wire()
        self._reload()
        room = room_for(self)
        self.resize(QSize(max(640, 70 * self.fontMetrics().averageCharWidth()), 560).boundedTo(room))
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _combo(self, name: str, told: str) -> QComboBox:
        made = named(QComboBox(), name)
        made.setAccessibleName(told)
        return made

    def _lay_out(self) -> None:
        meeting = QHBoxLayout()
        meeting.setSpacing(8)
        meeting.addWidget(self.link, 1)
        meeting.addWidget(self.minutes)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(self.first, 1)
        days.addWidget(self.days)
        form = QGridLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Meeting"), self.link), (self.tr("&From"), self.first),
            (self.tr("&Guest’s time zone"), self.guest_zone), (self.tr("Copy &as"), self.form),
        )  # fmt: skip
        for number, (text, field) in enumerate(fields):
            head = label(text, "strong")
            head.setBuddy(field)
            row, column = divmod(number, 2)
            form.addWidget(head, 3 * row, column)
            if field is self.link:
                form.addLayout(meeting, 1, 0)
            elif field is self.first:
                form.addLayout(days, 1, 1)
            else:
                form.addWidget(field, 3 * row + 1, column)
        form.setRowMinimumHeight(2, 4)
        form.setColumnStretch(0, 3)
        form.setColumnStretch(1, 2)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.go)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(form)
        box.addWidget(self.zone_line)
        box.addWidget(self.preview, 1)
        box.addWidget(self.trouble)
        box.addWidget(self.said)
        box.addLayout(foot)
        self.said.hide()
        chain = (
            self.link, self.minutes, self.first, self.days, self.guest_zone, self.form, self.preview, self.save,
            self.dismiss, self.go,
        )  # fmt: skip
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _wire(self) -> None:
        self.link.currentIndexChanged.connect(self._link_changed)
        for combo in (self.minutes, self.days):
            combo.currentIndexChanged.connect(self._reload)
        self.first.dateChanged.connect(self._reload)
        self.form.currentIndexChanged.connect(self._show_offer)
        self.guest_zone.editTextChanged.connect(self._zone_changed)
        self.go.clicked.connect(lambda: self._when_known(self._copy))
        self.save.clicked.connect(lambda: self._when_known(self._save))
        self.dismiss.clicked.connect(self.reject)

    # What is offered

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Free times may have changed; what is copied is always what is free now."""
        if not snapshot.links:
            self.reject()
            return
        before, known = self.choices, self._snapshot.links
        self._snapshot = snapshot
        if snapshot.links != known:
            self._show_links(before)
        self._reload()

    def show_progress(self, progress: Progress | None) -> None:
        """Until the first read is complete the desk says why no times are known; the snapshot after it asks again."""

    @property
    def choices(self) -> Choices:
        chosen = self._snapshot.links[max(self.link.currentIndex(), 0)]
        minutes = chosen.minutes[max(self.minutes.currentIndex(), 0)]
        return Choices(chosen.slug, minutes, DAYS[self.days.currentIndex()], _FORMS[self.form.currentIndex()])

    def _today(self) -> date:
        return self._now().astimezone(zone_of(self._snapshot.host_zone)).date()

    def _show_links(self, before: Choices) -> None:
        links = self._snapshot.links
        with QSignalBlocker(self.link):
            self.link.clear()
            self.link.addItems([link_title(link) for link in links])
            self.link.setCurrentIndex(links.index(before.link(links)))
        self._show_minutes(before.minutes)

    def _show_minutes(self, wanted: int | None) -> None:
        offered = self._snapshot.links[self.link.currentIndex()].minutes
        with QSignalBlocker(self.minutes):
            self.minutes.clear()
            self.minutes.addItems([self.tr("{minutes} min").format(minutes=each) for each in offered])
            self.minutes.setCurrentIndex(offered.index(wanted) if wanted in offered else 0)
        self.minutes.setVisible(len(offered) > 1)

    def _show_choices(self, choices: Choices) -> None:
        self.days.setCurrentIndex(DAYS.index(choices.days) if choices.days in DAYS else 0)
        self.form.setCurrentIndex(_FORMS.index(choices.form))
        self.guest_zone.show_zone(self._snapshot.preferences.guest_zone)

    def _link_changed(self) -> None:
        self._show_minutes(None)
        self._reload()

    def _guest_zone(self) -> str:
        """Raises `bad_input` for a text that is no zone."""
        return self.guest_zone.zone_name() if self.guest_zone.currentText().strip() else ""

    def _zone_changed(self) -> None:
        """While a name is being typed it is none yet; that is told only when it is to be used."""
        if self.trouble.trouble is not None and self.trouble.trouble.code is Code.BAD_INPUT:
            self.trouble.clear()
        self._reload()

    def _reload(self) -> None:
        try:
            zone = self._guest_zone()
        except Failure:
            return
        if self._task is not None:
            self._task.cancel()
        host = self.tr("Times are given in your time zone, {zone}.").format(zone=self._snapshot.host_zone)
        self.zone_line.setText(host)
        question = self.choices.question(self._snapshot, self._now(), zone, date_of(self.first))
        self._task = self._courier.spawn(self._ask(question))

    async def _ask(self, question: ShareTimes) -> None:
        try:
            offer = await self._courier.ask(question)
        except Failure as failure:
            self._task, self._due = None, None
            self.offer = None
            self.trouble.show_trouble(failure.trouble)
            self._show_offer()
            return
        self._task = None
        self.offer = offer
        self.trouble.clear()
        self._show_offer()
        due, self._due = self._due, None
        if due is not None and offer.slots:
            due(offer)

    def _show_offer(self) -> None:
        offer = self.offer
        some = offer is not None and bool(offer.slots)
        before = self.focusWidget()  # a button that is switched off hands the focus on
        for each in (self.go, self.save):
            each.setEnabled(some)
        if offer is None:
            self._show("", rich=False)
        elif not offer.slots:
            later = date_of(self.first) if date_of(self.first) > self._today() else None
            self._show(nothing_words(self.choices.days, later), rich=False)
            if before in (None, self.go, self.save):
                self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            written = sheet(offer, HostsVoice())
            match self.choices.form:
                case Form.RICH:
                    self._show(as_html(written), rich=True)
                case Form.MARKDOWN:
                    self._show(as_markdown(written), rich=False)
                case Form.PLAIN:
                    self._show(as_text(written), rich=False)

    def _show(self, text: str, *, rich: bool) -> None:
        """The same text stays as far scrolled as it is."""
        if self.preview.property("shown") == text:
            return
        self.preview.setProperty("shown", text)
        if rich:
            self.preview.setHtml(text)
        else:
            self.preview.setPlainText(text)

    # What is done with it

    def _when_known(self, act: Callable[[Offer], None]) -> None:
        """Now, or as soon as the answer is there that the host need not wait for."""
        self.said.hide()
        try:
            self._guest_zone()
        except Failure as failure:
            self._tell(failure.trouble)
            self.guest_zone.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._task is not None:
            self._due = act
        elif self.offer is not None and self.offer.slots:
            act(self.offer)

    def _copy(self, offer: Offer) -> None:
        put_on_clipboard(offer, self.choices.form)
        self._copier.keep(self.choices, offer.guest_zone)
        self.copied.emit(copied_words(offer))
        self.accept()

    def _save(self, offer: Offer) -> None:
        ask_where(f"times-{offer.slug}.ics", lambda path: self.save_to(path, offer), self)

    def save_to(self, path: str, offer: Offer) -> None:
        """Write the calendar file."""
        assert self._proposal_file is not None
        self.said.hide()
        text = self._proposal_file(proposals(offer, HostsVoice()), self._now(), uuid4().hex)
        try:
            write_whole(path, text)
        except Failure as failure:
            self._tell(failure.trouble)
            return
        self._copier.keep(self.choices, offer.guest_zone)
        self.trouble.clear()
        self.said.setText(self.tr("Saved as {name}.").format(name=Path(path).name))
        self.said.show()

    def _tell(self, trouble: Trouble) -> None:
        self.trouble.show_trouble(trouble)

    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)
        self.deleteLater()
