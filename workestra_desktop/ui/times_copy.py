"""Free times on the clipboard: at once with what was chosen last, or as the dialog has them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import assert_never

from PySide6.QtCore import QMimeData, QObject, QStringListModel, Signal, Slot
from PySide6.QtGui import QGuiApplication

from workestra_desktop.core.commands import ChangePreferences, ShareTimes
from workestra_desktop.core.facts import UNKNOWN, Facts
from workestra_desktop.core.link import Link
from workestra_desktop.core.offer import Offer, coming_days
from workestra_desktop.core.offer_formats import as_html, as_markdown, as_text
from workestra_desktop.core.offer_words import Sheet, sheet
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.times_words import (
    HostsVoice,
    copied_unnamed,
    copied_words,
    no_link_words,
    not_copied_words,
)
from workestra_desktop.ui.when import zone_of
from workestra_desktop.ui.words import worded


class Form(Enum):
    """How times are pasted: with formatting where the mail program takes it, else as text."""

    RICH = "rich"
    MARKDOWN = "markdown"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the host copied last, for as long as the app runs. A link that is gone gives way to the first one."""

    slug: str = ""
    minutes: int | None = None
    days: int = 7
    form: Form = Form.RICH

    def link(self, links: tuple[Link, ...]) -> Link:
        return next((link for link in links if link.slug == self.slug), links[0])

    def question(self, snapshot: Snapshot, now: datetime, guest_zone: str, first: date | None = None) -> ShareTimes:
        """Needs at least one link in `snapshot`. `first`: the day in the host's zone to begin with, if not today."""
        link = self.link(snapshot.links)
        minutes = self.minutes if self.minutes in link.minutes else None
        span = coming_days(now, self.days, zone_of(snapshot.host_zone), first)
        return ShareTimes(link.slug, span, minutes, guest_zone)


def put_on_clipboard(offer: Offer, form: Form) -> None:
    QGuiApplication.clipboard().setMimeData(_mime(sheet(offer, HostsVoice()), form))


def _mime(written: Sheet, form: Form) -> QMimeData:
    mime = _empty_mime()
    match form:
        case Form.RICH:
            mime.setText(as_text(written))
            mime.setHtml(as_html(written))
        case Form.MARKDOWN:
            mime.setText(as_markdown(written))
        case Form.PLAIN:
            mime.setText(as_text(written))
        case _:
            assert_never(form)
    return mime


def _empty_mime() -> QMimeData:
    """One that Qt has made. What the clipboard holds dies after Python at the end of the process, and one made here
    would crash it then (seen with PySide6 6.11.3)."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    mime.clear()
    return mime


class TimesCopy(QObject):
    """`told`: what became of `copy_now`, as a sentence for whoever asked from outside the window; and what failed."""

    told = Signal(str)

    def __init__(self, courier: Courier, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._courier, self._now = courier, now
        self._snapshot: Snapshot | None = None
        self._task: asyncio.Task[None] | None = None
        self.choices = Choices()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def keep(self, choices: Choices, guest_zone: str) -> None:
        """The next time begins with these; the zone also after a restart."""
        self.choices = choices
        if self._snapshot is not None and (kept := self._snapshot.preferences).guest_zone != guest_zone:
            self._courier.spawn(self._keep_zone(ChangePreferences(replace(kept, guest_zone=guest_zone))))

    async def _keep_zone(self, command: ChangePreferences) -> None:
        try:
            await self._courier.ask(command)
        except Failure as failure:
            self._tell(failure)

    def _tell(self, failure: Failure) -> None:
        facts = Facts.of(self._snapshot, self._now()) if self._snapshot is not None else UNKNOWN
        texts = worded(failure.trouble, facts)
        self.told.emit(f"{texts.title}. {texts.message}")

    @Slot()
    def copy_now(self) -> None:
        """Copy with the last choices. Where nothing is free, or nothing known, the clipboard is left as it is."""
        if (snapshot := self._snapshot) is None or (self._task is not None and not self._task.done()):
            return
        if not snapshot.links:
            self.told.emit(no_link_words())
            return
        question = self.choices.question(snapshot, self._now(), snapshot.preferences.guest_zone)
        self._task = self._courier.spawn(self._copy(question))

    async def _copy(self, question: ShareTimes) -> None:
        try:
            offer = await self._courier.ask(question)
        except Failure as failure:
            self._tell(failure)
            return
        if not offer.slots:
            self.told.emit(not_copied_words(self.choices.days))
            return
        put_on_clipboard(offer, self.choices.form)
        hidden = self._snapshot is None or self._snapshot.preferences.hide_titles  # as it is now, not when it was asked
        self.told.emit(copied_unnamed(offer) if hidden else copied_words(offer))
