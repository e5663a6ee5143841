"""Start at login, language, and where the daily copy is."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.entry import still
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.settings_changes import Change, Changes, Work
from workestra_desktop.ui.settings_kept import Kept
from workestra_desktop.ui.settings_parts import ChoiceRow, card, fill
from workestra_desktop.ui.tongue import LANGUAGES, when_it_applies
from workestra_desktop.ui.when import day
from workestra_desktop.ui.words import worded


class GeneralPanel(QWidget):
    """`login_start` is None where this computer has no such list; then nothing is said of it."""

    def __init__(self, kept: Kept, changes: Changes, login_start: LoginStart | None) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._kept, self._changes, self._login_start = kept, changes, login_start
        self.start = named(QCheckBox(), "start_at_login")
        self.start_trouble = label(role="warn", wrap=True, name="start_trouble")
        self.language = named(QComboBox(), "language")
        self.language.setAccessibleName(self.tr("Language"))
        self.language.addItem(self.tr("As the system"), "")
        for language in LANGUAGES:
            self.language.addItem(language.name, language.tag)
        still(self.language)
        self.copy = label(wrap=True, name="daily_copy")
        self.folder = named(QLineEdit(readOnly=True), "copy_folder")
        self.folder.setAccessibleName(self.tr("Folder of the daily copies"))
        choice = QWidget()
        row = QVBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(label(when_it_applies(), "muted", wrap=True, name="language_hint"))
        start = card(
            self.tr("Start"),
            ChoiceRow(
                self.start,
                self.tr("&Start Workestra when you log in"),
                self.tr("It then starts hidden in the tray and keeps your bookings in step."),
            ),
            self.start_trouble,
        )
        self._copies = card(
            self.tr("Daily copy"),
            self.copy,
            self.folder,
            lead=self.tr(
                "On days when you have changed something, Workestra copies your bookings, links and settings. The"
                " password is in none of the copies."
            ),
        )
        start.setVisible(login_start is not None)
        fill(self, start, card(self.tr("Language"), choice), self._copies)
        self.start.toggled.connect(self._start)
        self.language.activated.connect(self._speak)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        copies = snapshot.copies
        self._copies.setVisible(copies is not None)
        if copies is not None:
            last = self.tr("The last copy is of {day}.")
            none = self.tr("There is no copy yet.")
            self.copy.setText(last.format(day=day(copies.newest, year=True)) if copies.newest else none)
            self.folder.setText(copies.folder)
            self.folder.setCursorPosition(0)  # the beginning in sight

    def show_kept(self) -> None:
        with QSignalBlocker(self.language):
            self.language.setCurrentIndex(max(0, self.language.findData(self._kept.preferences.language)))
        self._show_start()

    def _show_start(self) -> None:
        """As the system has it now; the host may have changed it there."""
        if self._login_start is None:
            return
        try:
            on, trouble = self._login_start.enabled(), ""
        except Failure as failure:
            texts = worded(failure.trouble)
            on, trouble = False, f"{texts.title}. {texts.message}"
        with QSignalBlocker(self.start):
            self.start.setChecked(on)
        self.start.setEnabled(not trouble)
        self.start_trouble.setText(trouble)
        self.start_trouble.setVisible(bool(trouble))

    def _start(self, on: bool) -> None:
        starts = self.tr("Workestra starts when you log in.")
        said = starts if on else self.tr("Workestra no longer starts when you log in.")
        self._changes.make(Change(self.tr("Start at login"), said, self._setting(on), self._setting(not on)))

    def _setting(self, on: bool) -> Work:
        async def work() -> None:
            assert self._login_start is not None
            self._login_start.set(on)

        return work

    def _speak(self) -> None:
        tag = self.language.currentData()
        if tag != self._kept.preferences.language:
            said = self.tr("The language will be {language} from the next start on.")
            said = said.format(language=self.language.currentText())
            self._changes.make(self._kept.preference("language", tag, self.tr("Language"), said))
