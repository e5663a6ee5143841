"""The host's links: a list, the form of the chosen one, and what a change of it does to the free times."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from workestra_desktop.core.commands import RemoveLink, SetLink
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.link import Link, first_link
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.ask_bar import AskBar
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.link_fields import LinkFields
from workestra_desktop.ui.link_list import Choice, LinkList
from workestra_desktop.ui.link_preview import LinkPreview
from workestra_desktop.ui.parts import button, label
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.slugs import slug_of
from workestra_desktop.ui.trouble_box import TroubleBox
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import link_title

_PAUSE = 250
"""Milliseconds without a change before what was typed is checked and tried."""

_AROUND = 48
"""Pixels of a small screen that are left for the window's frame and the panel."""

_WIDE = 1016
"""Pixels from which the preview has room beside the form; in a narrower window it stands below it."""

_PREVIEW_WIDTH = 272
_PREVIEW_HEIGHT = 228
_SMALLEST = QSize(_WIDE - _PREVIEW_WIDTH - 16, 520)
_UNBOUND = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""


class LinkDialog(QDialog):
    """`slug` is chosen first; None or one that is not there chooses the first link, or begins one if there is none."""

    def __init__(
        self, courier: Courier, snapshot: Snapshot, slug: str | None, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("link_dialog")
        self.setWindowTitle(self.tr("Links"))
        self.setModal(True)
        self._courier, self._snapshot, self._now = courier, snapshot, now
        self._where = zone_of(snapshot.host_zone)
        self._progress: Progress | None = None
        self._task: asyncio.Task[None] | None = None
        self._saving: Choice | None = None
        self._back: QWidget | None = None
        self.links = LinkList(snapshot.links)
        self.list, self.new, self.duplicate = self.links.list, self.links.new, self.links.duplicate
        self.remove = self.links.remove
        self.forms = QStackedWidget()
        self.empty = label(self.tr("There is no link yet. “New link” makes one."), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = label(role="warn", wrap=True, name="link_note")
        self.preview = LinkPreview(courier, self._where, now)
        self.question = AskBar("link_question")
        self.trouble = TroubleBox("link_trouble")
        self.said = label(role="good", wrap=True, name="link_said")
        self.busy_bar = QProgressBar(maximum=0)
        self.revert = button(self.tr("Undo chan&ges"), "link_revert")
        self.dismiss = button(self.tr("Close"), "link_close")
        self.save = button(self.tr("&Save"), "link_save", "primary")
        self.save.setDefault(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._order = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._wire()
        self._take_in(snapshot)
        self._list_links()
        wanted = next((n for n, choice in enumerate(self.links.choices) if choice.link.slug == slug), 0)
        if self.links.choices:
            self.list.setCurrentRow(wanted)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()
        room = self.screen().availableSize() - QSize(_AROUND, _AROUND)
        self.setMinimumSize(_SMALLEST.boundedTo(room))
        self.resize(QSize(1180, 740).boundedTo(room))

    def _lay_out(self) -> None:
        self.forms.addWidget(self.empty)
        middle = QVBoxLayout()
        middle.setSpacing(6)
        middle.addWidget(self.note)
        middle.addWidget(self.forms, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(label(self.tr("What changes"), "heading"))
        right.addWidget(self.preview, 1)
        self._edge = QWidget()
        self._edge.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.links)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(16)
        self._pair.addLayout(middle, 2)
        self._pair.addWidget(self._edge, 1)
        columns.addLayout(self._pair, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.busy_bar, 1)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.revert)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(columns, 1)
        box.addWidget(self.question)
        box.addWidget(self.trouble)
        box.addLayout(foot)

    def _wire(self) -> None:
        self.links.chosen_anew.connect(self._show_choice)
        self.new.clicked.connect(self.begin)
        self.duplicate.clicked.connect(self._duplicate)
        self.remove.clicked.connect(self._ask_to_remove)
        self.revert.clicked.connect(self._revert)
        self.save.clicked.connect(self.submit)
        self.dismiss.clicked.connect(self.reject)
        self._pause.timeout.connect(self._try)
        self._order.timeout.connect(self._order_tabs)
        QShortcut(QKeySequence.StandardKey.Save, self, self.submit)

    @property
    def chosen(self) -> Choice | None:
        return self.links.chosen

    @property
    def fields(self) -> LinkFields:
        """The form of the chosen link."""
        assert self.chosen is not None and self.chosen.fields is not None
        return self.chosen.fields

    # What comes from outside

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Links may have changed elsewhere. What is being typed here stays; forms nobody has touched follow."""
        self._take_in(snapshot)
        had_any = bool(self.links.choices)
        kept = {link.slug: link for link in snapshot.links}
        for choice in list(self.links.choices):
            if choice.fields is not None:
                choice.fields.show_snapshot(snapshot)
            if choice.new and choice is not self._saving:
                continue
            link = kept.pop(choice.slug, None)
            if link is not None:
                self._follow(choice, link)
            elif choice is not self._saving:
                self._gone(choice)
        for link in kept.values():
            self.links.choices.append(Choice(link))
        self._list_links()
        if self.chosen is None and self.links.choices:
            self.list.setCurrentRow(0)
        elif had_any and not self.links.choices:
            self._focus_list()
        self._pause.start()

    def _take_in(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self.trouble.facts = Facts.of(snapshot, self._now())
        self.preview.show_complete(snapshot.complete, self._progress)

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        if not self._snapshot.complete:
            self.preview.show_complete(False, progress)

    def _follow(self, choice: Choice, link: Link) -> None:
        if link == choice.link and not choice.new:
            return
        choice.link = link
        if choice.fields is None:
            return
        if choice.fields.dirty and choice.fields.read() != link:
            choice.fields.link = link
            if choice is not self._saving:
                choice.note = self.tr("This link was changed elsewhere meanwhile. Save keeps what stands here.")
        else:
            choice.new = False
            choice.fields.show_link(link)

    def _gone(self, choice: Choice) -> None:
        if choice.dirty and choice.fields is not None:
            choice.new = choice.fields.new = True
            choice.note = self.tr("This link was removed elsewhere meanwhile. Save makes it anew.")
        else:
            self._drop(choice)

    # The list

    def begin(self) -> None:
        """A new link, with the hours of an office, that is kept nowhere yet."""
        usual = first_link(self._snapshot.host_zone)
        self._add(replace(usual, slug=slug_of(usual.title, self.links.names())))

    def _duplicate(self) -> None:
        if self.chosen is None:
            return
        link = self.fields.read()
        if link is None:
            self.fields.point_out()
            return
        title = self.tr("{title} (copy)").format(title=link.title)[:200]
        self._add(replace(link, title=title, slug=slug_of(title, self.links.names())))

    def _add(self, link: Link) -> None:
        self.links.add(Choice(link, new=True))
        self.fields.focus_first()
        self.fields.meeting.title.selectAll()

    def _list_links(self) -> None:
        self.links.refresh()
        self._show_state()

    def _show_choice(self) -> None:
        choice = self.chosen
        self._pause.stop()
        self.preview.forget()
        self.question.hide()
        self.trouble.clear()
        self.said.clear()
        if choice is None:
            self.forms.setCurrentWidget(self.empty)
            self._show_state()
            return
        if choice.fields is None:
            today = self._now().astimezone(self._where).date()
            made = LinkFields(choice.link, self._snapshot, today, lambda: self.links.names(choice), new=choice.new)
            made.changed.connect(self._changed)
            choice.fields = made
            self.forms.addWidget(made)
        self.forms.setCurrentWidget(choice.fields)
        self._order_tabs()
        self._show_state()
        self._try()

    def _show_state(self) -> None:
        choice, idle = self.chosen, self._task is None
        self.links.show_idle(idle)
        self.forms.setEnabled(idle)
        self.save.setEnabled(choice is not None and choice.dirty and idle)
        self.revert.setVisible(choice is not None and not choice.new)
        self.revert.setEnabled(choice is not None and choice.dirty and idle)
        self.note.setText(choice.note if choice is not None else "")
        self.note.setVisible(bool(self.note.text()))
        self.busy_bar.setVisible(not idle)
        self.said.setVisible(idle)

    # What the host types

    def _changed(self) -> None:
        self.said.clear()
        self._list_links()
        self._pause.start()
        self._order.start()

    def _order_tabs(self) -> None:
        """Rows may have been added to the form, and forms to the dialog."""
        tab_in_reading_order(self)

    def _try(self) -> None:
        if self.chosen is not None and self.chosen.fields is not None:
            self.preview.show_draft(self.fields.read())

    def _revert(self) -> None:
        choice = self.chosen
        if choice is not None and not choice.new:
            choice.note = ""
            self.fields.show_link(choice.link)
            self.fields.focus_first()

    def submit(self) -> None:
        """Save the chosen link, unless an answer is still due or a field is wrong."""
        choice = self.chosen
        if self._task is not None or choice is None or not choice.dirty:
            return
        link = self.fields.read()
        if link is None:
            self.preview.show_draft(None)
            self.fields.point_out()
            return
        self._saving = choice
        self._begin_task(self._save(choice, link))

    async def _save(self, choice: Choice, link: Link) -> None:
        try:
            kept = await self._courier.ask(SetLink(link))
        except Failure as failure:
            self._end_task()
            self.trouble.show_trouble(failure.trouble)
            return
        self._end_task()
        change = self.preview.change_words() if self.preview.tried == link else ""
        choice.link, choice.new, choice.note = kept, False, ""
        assert choice.fields is not None
        choice.fields.show_link(kept)
        self.said.setText(
            self.tr("“{title}” is saved. Free times: {change}.").format(title=link_title(kept), change=change)
            if change
            else self.tr("“{title}” is saved.").format(title=link_title(kept))
        )

    def _ask_to_remove(self) -> None:
        choice = self.chosen
        if choice is None:
            return
        title, now = choice.title, self._now()
        coming = sum(b.link == choice.link.slug and b.live and b.end > now for b in self._snapshot.bookings)
        text = self.tr("Remove “{title}”? Its bookings stay.").format(title=title)
        if choice.new:
            text = self.tr("Throw “{title}” away? It was never saved.").format(title=title)
        elif coming:
            text = self.tr("Remove “{title}”? Its bookings stay, {count} of them still to come.").format(
                title=title, count=coming
            )
        self.question.ask(text, yes=self.tr("Remove"), no=self.tr("Keep it"), then=lambda: self._remove(choice))

    def _remove(self, choice: Choice) -> None:
        if choice.new:
            self._drop(choice)
            self._focus_list()
        else:
            self._saving = choice
            self._begin_task(self._take_away(choice))

    async def _take_away(self, choice: Choice) -> None:
        try:
            await self._courier.ask(RemoveLink(choice.link.slug))
        except Failure as failure:
            self._end_task()
            self.trouble.show_trouble(failure.trouble)
            return
        self._end_task()
        title = link_title(choice.link)
        self._drop(choice)
        self.said.setText(self.tr("“{title}” is removed. Its bookings stay.").format(title=title))
        self._focus_list()

    def _drop(self, choice: Choice) -> None:
        self.links.drop(choice)
        if choice.fields is not None:
            self.forms.removeWidget(choice.fields)
            choice.fields.deleteLater()

    def _focus_list(self) -> None:
        """To the links, or to what makes one where there is none."""
        (self.list if self.links.choices else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._edge.setMinimumWidth(_PREVIEW_WIDTH if wide else 0)
        self._edge.setMinimumHeight(0 if wide else _PREVIEW_HEIGHT)
        self._edge.setMaximumWidth(_PREVIEW_WIDTH if wide else _UNBOUND)

    # Waiting and leaving

    def _begin_task(self, work: Coroutine[Any, Any, None]) -> None:
        self.trouble.clear()
        self.said.clear()
        self._back = QApplication.focusWidget()
        self._task = self._courier.spawn(work)
        self._show_state()

    def _end_task(self) -> None:
        self._task = self._saving = None
        self._show_state()
        if self._back is not None and isValid(self._back) and self.isActiveWindow():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def reject(self) -> None:
        """Close, unless something typed would be lost: then ask first."""
        lost = [choice for choice in self.links.choices if choice.dirty]
        if not lost:
            super().reject()
            return
        titles = ", ".join(f"“{choice.title}”" for choice in lost[:3])
        if len(lost) > 3:
            titles += self.tr(" and {count} more").format(count=len(lost) - 3)
        self.question.ask(
            self.tr("What you changed in {titles} is not saved.").format(titles=titles),
            yes=self.tr("Close without saving"), no=self.tr("Go on editing"), then=super().reject,
        )  # fmt: skip

    def done(self, result: int) -> None:
        """However the dialog ends, nothing of it waits any longer."""
        self._pause.stop()
        self.preview.close_down()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)
        self.deleteLater()
