"""The settings: changes apply at once, and the last ones can be taken back one after the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QWidget,
)
from shiboken6 import isValid

from workestra_desktop.core.facts import Facts
from workestra_desktop.core.link import Link
from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.plain import plain
from workestra_desktop.core.snapshot import Progress, Snapshot
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.words import Step
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.link_dialog import LinkDialog
from workestra_desktop.ui.parts import no_mnemonic
from workestra_desktop.ui.settings_frame import Section, SettingsFrame
from workestra_desktop.ui.words import link_title, worded

_TICK = 20_000
"""Milliseconds after which what is said of times is said anew."""


class SettingsDialog(SettingsFrame):
    """While a change is on its way nothing else can be changed.

    `remedied` carries a trouble whose step leads out of the settings, `password_wanted` ends them as well.
    """

    password_wanted = Signal()
    remedied = Signal(object)

    def __init__(
        self,
        courier: Courier,
        snapshot: Snapshot,
        now: Callable[[], datetime],
        parent: QWidget,
        login_start: LoginStart | None = None,
    ) -> None:
        super().__init__(courier, snapshot, parent, login_start)
        self._courier, self._snapshot, self._now = courier, snapshot, now
        self._progress: Progress | None = None
        self._back: QWidget | None = None
        self._editor: LinkDialog | None = None
        self._edited = ""
        self._clock = QTimer(self, interval=_TICK)
        self._wire()
        self.show_snapshot(snapshot)
        self._show_busy(False)
        self.show_section(Section.CONNECTION)
        self._clock.start()

    def _wire(self) -> None:
        self.changes.begun.connect(lambda: self._show_busy(True))
        self.changes.ended.connect(self._ended)
        self.undo.clicked.connect(self.changes.take_back)
        self.dismiss.clicked.connect(self.reject)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.changes.take_back)
        self.connection.password_wanted.connect(self._ask_for_password)
        self.connection.remedied.connect(self._remedy)
        self.connection.disconnected.connect(self._ask_to_leave)
        self.leaving.left.connect(self.accept)
        self.leaving.refused.connect(self.trouble.show_trouble)
        self.leaving.busy.connect(self._show_busy)
        self.links.edited.connect(self._edit)
        self._clock.timeout.connect(self._show_time)

    # What comes from outside

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Everything as it is kept now, unless a change of the host's is still on its way."""
        self._snapshot = snapshot
        facts = Facts.of(snapshot, self._now())
        self.trouble.facts = facts
        self.connection.show_snapshot(snapshot)
        self.calendars.show_snapshot(snapshot)
        self.links.show_snapshot(snapshot)
        self.general.show_snapshot(snapshot)
        if self._editor is not None:
            self._editor.trouble.facts = facts
            self._editor.show_snapshot(snapshot)
        if not self.changes.busy:
            self.kept.take_in(snapshot)
            self._show_kept()

    def show_progress(self, progress: Progress | None) -> None:
        self._progress = progress
        self.calendars.show_progress(progress)
        if self._editor is not None:
            self._editor.show_progress(progress)

    def _show_time(self) -> None:
        self.connection.show_time(self._now())

    def _show_kept(self, *, anew: bool = False) -> None:
        self.calendars.show_kept(anew=anew)
        self.notices.show_kept()
        self.general.show_kept()
        self.order_tabs()

    # What the host changes

    def _ended(self, said: str, trouble: Trouble | None) -> None:
        if trouble is None:
            self.trouble.clear()
            self.said.setText(said)
        else:
            self.trouble.show_trouble(trouble)
        self._show_kept(anew=trouble is not None)
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self.trouble.clear()
            self._back = QApplication.focusWidget()
        last = self.changes.last
        name = no_mnemonic(last.name) if last is not None else ""
        self.undo.setText(self.tr("&Undo: {change}").format(change=name))
        self.undo.setVisible(last is not None)
        self.undo.setEnabled(not busy)
        for widget in (self.stack, self.list):
            widget.setEnabled(not busy)
        self.busy_bar.setVisible(busy)
        self.said.setVisible(not busy)
        if not busy:
            self._give_back_focus()

    def _give_back_focus(self) -> None:
        back = self._back
        self._back = None
        if back is None or not self.isActiveWindow():
            return
        there = isValid(back) and back.isVisible() and back.isEnabled()
        after = back if there else self.undo if self.undo.isVisible() else self.list
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    # Links

    def _edit(self, slug: str) -> None:
        """In the editor of all links, over this window."""
        if self._editor is not None:
            return
        self._edited = slug
        editor = LinkDialog(self._courier, self._snapshot, slug or None, self._now, self)
        self._editor = editor
        editor.show_progress(self._progress)
        editor.kept.connect(self._link_kept)
        editor.finished.connect(self._edited_links)
        editor.open()
        if not slug and self._snapshot.links:
            editor.begin()

    def _link_kept(self, before: Link | None, after: Link | None) -> None:
        link = after or before
        assert link is not None
        title = link_title(link)
        said = self.tr("“{title}” is removed. Its bookings stay.") if after is None else self.tr("“{title}” is saved.")
        self.changes.note(self.kept.link(before, after, plain(title, 24), said.format(title=title)))

    def _edited_links(self) -> None:
        self._editor = None
        if self.isVisible():
            self.activateWindow()
            self.links.focus_on(self._edited)

    # Connection

    def _ask_for_password(self) -> None:
        self.accept()
        self.password_wanted.emit()

    def _ask_to_leave(self, erase: bool) -> None:
        self.leaving.ask(self._snapshot, erase=erase)

    def _remedy(self, trouble: Trouble) -> None:
        """What can be done from here leaves the settings open."""
        step = worded(trouble, self.trouble.facts).step
        match step:
            case Step.CALENDARS:
                self.show_section(Section.CALENDARS)
                self.focus_on(self.calendars.first())
                return
            case Step.CONNECT | Step.LOOK:
                self.accept()
            case Step.APPLE | Step.SYNC | Step.DETAILS | Step.COPY | Step.NONE | Step.SETTLE:
                pass
            case _:
                assert_never(step)
        self.remedied.emit(trouble)

    def done(self, result: int) -> None:
        """However the settings end, nothing of them waits any longer."""
        if self._editor is not None:
            self._editor.done(QDialog.DialogCode.Rejected)
        self._clock.stop()
        self.changes.close_down()
        self.leaving.close_down()
        super().done(result)
        self.deleteLater()
