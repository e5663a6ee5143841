"""What a change of a link does to its free times, before it is kept: what comes and what goes, day by day."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
)

from workestra_desktop.core.commands import TryLink
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Progress
from workestra_desktop.core.times import day_start
from workestra_desktop.core.trouble import Failure
from workestra_desktop.core.week import Trial
from workestra_desktop.ui.change_rows import ChangeRow, ChangeRows, Changes
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.minute_text import length_words
from workestra_desktop.ui.parts import button, label, named
from workestra_desktop.ui.when import clock, day, long_day
from workestra_desktop.ui.words import progress_words, worded

WEEKS = (1, 2, 4, 8)
_USUAL = 4


class LinkPreview(QFrame):
    """`trial` is the last answer, and `tried` the link it is about; `answered` follows each one."""

    answered = Signal()

    def __init__(self, courier: Courier, where: ZoneInfo, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("link_preview")
        self.setProperty("role", "card")
        self._courier, self._where, self._now = courier, where, now
        self._complete = True
        self._progress: Progress | None = None
        self._draft: Link | None = None
        self._asking: asyncio.Task[None] | None = None
        self.trial: Trial | None = None
        self.tried: Link | None = None
        self.weeks = QButtonGroup(self)
        self.summary = label(role="strong", wrap=True, name="preview_summary")
        self.note = label(role="muted", wrap=True, name="preview_note")
        self.state = label(role="warn", wrap=True, name="preview_state")
        self.bar = named(QProgressBar(), "preview_bar")
        self.bar.setTextVisible(False)
        self.list = named(QListView(), "preview_list")
        self.changes = Changes(self.list)
        self._lay_out()
        self.weeks.idToggled.connect(self._switch)
        self.show_complete(True, None)

    def _lay_out(self) -> None:
        self.list.setAccessibleName(self.tr("Times that come and go"))
        self.list.setModel(self.changes)
        self.list.setItemDelegate(ChangeRows(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(64)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # it takes what is left
        self.list.setStyleSheet("QListView { border: none; border-radius: 0; padding: 0; }")
        switch = QHBoxLayout()
        switch.setSpacing(2)
        switch.addWidget(label(self.tr("Weeks"), "muted"))
        for weeks in WEEKS:
            choice = button(str(weeks), f"preview_weeks_{weeks}", "segment")
            choice.setCheckable(True)
            choice.setChecked(weeks == _USUAL)
            choice.setAutoDefault(False)
            choice.setAccessibleName(
                self.tr("Preview 1 week") if weeks == 1 else self.tr("Preview {weeks} weeks").format(weeks=weeks)
            )
            self.weeks.addButton(choice, weeks)
            switch.addWidget(choice)
        switch.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(6)
        box.addLayout(switch)
        for widget in (self.summary, self.note, self.state, self.bar):
            box.addWidget(widget)
        box.addWidget(self.list, 1)

    @property
    def span(self) -> Span:
        """From now to the end of so many times seven days, today included, in the host's zone."""
        now = self._now()
        last = now.astimezone(self._where).date() + timedelta(weeks=self.weeks.checkedId())
        return Span(now, day_start(last, self._where))

    def forget(self) -> None:
        """Another link is looked at: the last answer says nothing of it."""
        self.close_down()
        self._draft = self.trial = self.tried = None
        self.changes.show_rows(())
        self.summary.clear()
        self.note.clear()

    def show_draft(self, draft: Link | None) -> None:
        """Try `draft`; None, for one that is not sound, leaves the last answer where it is and says so."""
        self.close_down()
        self._draft = draft
        if not self._complete:
            self._tell_state(
                self.tr("Free times are not known yet. {progress}").format(progress=progress_words(self._progress))
            )
        elif draft is None:
            self._tell_state(self.tr("A field needs correcting. This is how things stood before."))
        else:
            self._tell_state("")
            self._asking = self._courier.spawn(self._ask(draft, self.span))

    def show_complete(self, complete: bool, progress: Progress | None) -> None:
        """Nothing is known before every busy calendar was read once [01]."""
        was, self._complete, self._progress = self._complete, complete, progress
        self.bar.setVisible(not complete)
        if progress is not None and progress.calendars:
            self.bar.setRange(0, progress.calendars)
            self.bar.setValue(progress.calendars_done)
        else:
            self.bar.setRange(0, 0)
        if was != complete or not complete:
            self.show_draft(self._draft)

    def close_down(self) -> None:
        """Wait no longer for an answer that is due."""
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def change_words(self) -> str:
        """`30 times come, 6 go`; empty where nothing changes or nothing is known."""
        if self.trial is None:
            return ""
        come, go = len(self.trial.gained), len(self.trial.lost)
        if not come and not go:
            return ""
        return self.tr("{come} come, {go} go").format(come=come, go=go)

    async def _ask(self, link: Link, span: Span) -> None:
        try:
            trial = await self._courier.ask(TryLink(link, span))
        except Failure as failure:
            texts = worded(failure.trouble)
            self._tell_state(f"{texts.title}. {texts.message}")
            return
        self.trial, self.tried = trial, link
        self._show(trial, link)
        self.answered.emit()

    def _show(self, trial: Trial, link: Link) -> None:
        before, after = len(trial.kept) + len(trial.lost), len(trial.kept) + len(trial.gained)
        change = self.change_words()
        if change:
            self.summary.setText(
                self.tr("{before} times → {after}: {change}").format(before=before, after=after, change=change)
            )
        else:
            one = self.tr("1 time, nothing changes")
            self.summary.setText(one if after == 1 else self.tr("{count} times, nothing changes").format(count=after))
        note = self.tr("Free times for {length}, shown in {zone}.").format(
            length=length_words(link.minutes[0]), zone=self._where.key
        )
        hint = self.tr("Change something, and what it brings and costs stands here.")
        self.note.setText(note if change else f"{note} {hint}")
        self.summary.setAccessibleDescription(self.note.text())
        at = self.list.verticalScrollBar().value()
        self.changes.show_rows(tuple(self._rows(self._by_day(trial.gained), self._by_day(trial.lost))))
        self.list.verticalScrollBar().setValue(at)

    def _rows(self, gained: dict[date, list[str]], lost: dict[date, list[str]]) -> Iterator[ChangeRow]:
        """No colour is needed to read them: a sign and a word say what the times do."""
        for each in sorted({*gained, *lost}):
            yield ChangeRow(day(each), long_day(each), None)
            for gain, times in ((True, gained.get(each)), (False, lost.get(each))):
                if times is None:
                    continue
                text = self.tr("+ {count} come: {times}") if gain else self.tr("− {count} go: {times}")
                spoken = self.tr("{day}: {count} come: {times}") if gain else self.tr("{day}: {count} go: {times}")
                yield ChangeRow(
                    text.format(count=len(times), times=", ".join(times)),
                    spoken.format(day=long_day(each), count=len(times), times=", ".join(times)),
                    gain,
                )

    def _by_day(self, spans: Iterable[Span]) -> dict[date, list[str]]:
        days: dict[date, list[str]] = {}
        for span in spans:
            days.setdefault(span.start.astimezone(self._where).date(), []).append(clock(span.start, self._where))
        return days

    def _tell_state(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _switch(self, _: int, on: bool) -> None:
        if on:
            self.show_draft(self._draft)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(300, 400)
