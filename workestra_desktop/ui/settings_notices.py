"""What may interrupt the host: a switch for each kind of notice, names left out, and how to be left alone."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from workestra_desktop.core.notice import NoticeKind
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.settings_changes import Changes
from workestra_desktop.ui.settings_kept import Kept
from workestra_desktop.ui.settings_parts import ChoiceRow, card, fill


class NoticesPanel(QWidget):
    """`kinds` are the switches: on where a notice of that kind may pop up."""

    def __init__(self, kept: Kept, changes: Changes) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._kept, self._changes = kept, changes
        self.kinds: dict[NoticeKind, QCheckBox] = {}
        self.hide_titles = named(QCheckBox(), "hide_titles")
        rows = []
        for kind, text, hint in self._kinds():
            box = named(QCheckBox(), f"notice_{kind}")
            box.toggled.connect(lambda on, kind=kind, text=text: self._switch(kind, text, on))
            self.kinds[kind] = box
            rows.append(ChoiceRow(box, text, hint))
        self.hide_titles.toggled.connect(self._hide)
        fill(
            self,
            card(
                self.tr("Notices that pop up"),
                *rows,
                lead=self.tr("What is switched off does not pop up. The list of notices in the window holds all."),
            ),
            card(
                self.tr("When others can see your screen"),
                ChoiceRow(
                    self.hide_titles,
                    self.tr("&Hide names and titles"),
                    self.tr("Tray and notices name no guest and no event."),
                ),
            ),
            card(
                self.tr("Quiet for a while"),
                label(
                    self.tr(
                        "While Workestra is paused nothing pops up, and it does not look at iCloud by itself. What you"
                        " do yourself still goes to iCloud. Pause is in the iCloud menu and in the tray."
                    ),
                    wrap=True,
                    name="quiet",
                ),
            ),
        )

    def show_kept(self) -> None:
        preferences = self._kept.preferences
        for kind, box in self.kinds.items():
            with QSignalBlocker(box):
                box.setChecked(kind not in preferences.silent)
        with QSignalBlocker(self.hide_titles):
            self.hide_titles.setChecked(preferences.hide_titles)

    def _kinds(self) -> tuple[tuple[NoticeKind, str, str], ...]:
        """What happens most stands first."""
        return (
            (NoticeKind.MOVED, self.tr("A booking was moved in iCloud"), ""),
            (NoticeKind.CANCELLED, self.tr("A booking's event was deleted in iCloud"), ""),
            (NoticeKind.CONFLICT, self.tr("An event lies on a booking"), ""),
            (
                NoticeKind.FAILED,
                self.tr("iCloud refused a booking for good"),
                self.tr("You decide what becomes of it."),
            ),
            (
                NoticeKind.SEVERAL_GONE,
                self.tr("Several bookings' events are gone at once"),
                self.tr("Nothing is cancelled until you say so."),
            ),
            (NoticeKind.RECONNECT, self.tr("iCloud needs a new password"), ""),
            (NoticeKind.NETWORK, self.tr("iCloud could not be reached for an hour"), ""),
        )

    def _switch(self, kind: NoticeKind, text: str, on: bool) -> None:
        silent = self._kept.preferences.silent
        said = self.tr("“{notice}” pops up.") if on else self.tr("“{notice}” no longer pops up.")
        self._changes.make(
            self._kept.preference(
                "silent", silent - {kind} if on else silent | {kind}, self.tr("Notices"), said.format(notice=text)
            )
        )

    def _hide(self, on: bool) -> None:
        said = self.tr("Names and titles are hidden.") if on else self.tr("Names and titles are shown.")
        self._changes.make(self._kept.preference("hide_titles", on, self.tr("Hidden names"), said))
