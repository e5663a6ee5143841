"""The host's links: a list, the form of the chosen one, and what a change of it does to the free times."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from workestra_desktop.core.commands import RemoveLink, SetLink
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.link import Link, first_link
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.link_fields import LinkFields
from workestra_desktop.ui.link_frame import LinkFrame
from workestra_desktop.ui.link_list import Choice
from workestra_desktop.ui.link_questions import follow, keep_as_new, removal, saved, unsaved
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.slugs import slug_of
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import link_title

_PAUSE = 250
"""Milliseconds without a change before what was typed is checked and tried."""


class LinkDialog(LinkFrame):
    """`slug` is chosen first; None or one that is not there chooses the first link, or begins one if there is none.

    `kept` tells of each link that was saved or removed: as it was (None: a new one) and as it is (None: removed).
    """

    kept = Signal(object, object)

    def __init__(
        self, courier: Courier, snapshot: Snapshot, slug: str | None, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        self._where = zone_of(snapshot.host_zone)
        super().__init__(courier, snapshot.links, self._where, now, parent)
        self._courier, self._snapshot, self._now = courier, snapshot, now
        self._progress: Progress | None = None
        self._task: asyncio.Task[None] | None = None
        self._saving: Choice | None = None
        self._back: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._order = QTimer(self, singleShot=True, interval=0)
        self._wire()
        self._take_in(snapshot)
        self._list_links()
        if self.links.choices:
            self.list.setCurrentRow(self.links.row_of(slug))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()
        self.fit()

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
                follow(choice, link, saving=choice is self._saving)
            elif choice is not self._saving and not keep_as_new(choice):
                self._drop(choice)
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
        self.show_choice(self.chosen, idle=self._task is None)

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
        before = None if choice.new else choice.link
        try:
            kept = await self._courier.ask(SetLink(link))
        except Failure as failure:
            self._end_task()
            self.trouble.show_trouble(failure.trouble)
            return
        self._end_task()
        change = self.preview.change_words() if self.preview.tried == link else ""
        self.kept.emit(before, kept)
        choice.link, choice.new, choice.note = kept, False, ""
        assert choice.fields is not None
        choice.fields.show_link(kept)
        self.said.setText(saved(kept, change))

    def _ask_to_remove(self) -> None:
        choice = self.chosen
        if choice is None:
            return
        text = removal(choice, self._snapshot, self._now())
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
        self.kept.emit(choice.link, None)
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
        self.question.ask(
            unsaved(lost),
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
