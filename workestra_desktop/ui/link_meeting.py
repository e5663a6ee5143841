"""What a link's meetings are: title, durations, place, and how they come into the calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.link import Link
from workestra_desktop.core.plain import plain
from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.ui.entry import Entry, Group, Values
from workestra_desktop.ui.minute_text import lengths_words, parse_lengths
from workestra_desktop.ui.parts import named, set_role
from workestra_desktop.ui.slugs import slug_of


class MeetingGroup(Group):
    """`taken` tells the names of all other links. While a link is `new` its name follows its title until typed."""

    changed = Signal()

    def __init__(self, taken: Callable[[], Collection[str]]) -> None:
        super().__init__(self.tr("Meeting"))
        self._taken = taken
        self._new = False
        self.title = named(QLineEdit(maxLength=200), "link_title")
        self.slug = named(QLineEdit(maxLength=63), "link_slug")
        self.minutes = named(QLineEdit(maxLength=200), "link_minutes")
        self.location = named(QLineEdit(maxLength=500), "link_location")
        self.location.setPlaceholderText(self.tr("optional"))
        self.meeting_url = named(QLineEdit(maxLength=1000), "link_meeting_url")
        self.meeting_url.setPlaceholderText("https://")
        self.calendar = named(QComboBox(), "link_calendar")
        self.calendar.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.alarms = named(QLineEdit(maxLength=200), "link_alarms")
        self.alarms.setPlaceholderText(self.tr("none"))
        self.invite = named(QCheckBox(self.tr("Let iCloud &invite the guest")), "link_invite")
        self._add_entries()
        for line in (self.slug, self.minutes, self.location, self.meeting_url, self.alarms):
            line.textChanged.connect(self.changed)
        self.title.textChanged.connect(self._titled)
        self.calendar.currentIndexChanged.connect(self.changed)
        self.invite.toggled.connect(self._warn)

    def _add_entries(self) -> None:
        self.add(
            Entry(
                self.tr("&Title"), self.title, lambda: {"title": self.title.text().strip()}, self.title.text,
                hint=self.tr("{guest} stands for the guest's name."),
            )
        )  # fmt: skip
        self._slug_entry = self.add(
            Entry(
                self.tr("Short name"), self.slug, self._take_slug, self.slug.text,
                hint=self.tr("For the workestra command. It stays as it is once the link is saved."),
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("D&urations"), self.minutes, lambda: {"minutes": parse_lengths(self.minutes.text())},
                self.minutes.text, hint=self.tr("Like 30 min, 1 h. The usual one comes first."),
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("Locati&on"), self.location, lambda: {"location": self.location.text().strip()},
                self.location.text,
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("&Video address"), self.meeting_url,
                lambda: {"meeting_url": self.meeting_url.text().strip()}, self.meeting_url.text,
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("&Calendar"), self.calendar, lambda: {"calendar": self.calendar.currentData()},
                self.calendar.currentData,
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("&Alarms"), self.alarms, lambda: {"alarms": parse_lengths(self.alarms.text())},
                self.alarms.text, hint=self.tr("How long before the start, like 10 min, 1 day."),
            )
        )  # fmt: skip
        self._invite_entry = self.add(
            Entry(
                self.tr("Invitation"), self.invite, lambda: {"invite": self.invite.isChecked()}, self.invite.isChecked,
                hint=self.tr(
                    "Apple then mails the guest, with your note, and again after every change. Off: nobody is mailed."
                ),
            )
        )  # fmt: skip

    def show_link(self, link: Link, *, new: bool) -> None:
        self._new = False
        self.title.setText(link.title)
        self.slug.setText(link.slug)
        self._new = new
        self.slug.setReadOnly(not new)
        self.slug.setEnabled(new)
        self.minutes.setText(lengths_words(link.minutes))
        self.location.setText(link.location)
        self.meeting_url.setText(link.meeting_url)
        self.alarms.setText(lengths_words(link.alarms))
        self.invite.setChecked(link.invite)
        if self.calendar.findData(link.calendar) < 0:
            self.calendar.addItem(self.tr("A calendar that bookings cannot be written to"), link.calendar)
        self.calendar.setCurrentIndex(self.calendar.findData(link.calendar))

    def show_calendars(self, calendars: Iterable[Calendar]) -> None:
        """Offer the calendars that can be written to; the choice stays, also if its calendar has gone."""
        listed = tuple(calendars)
        usual = next((plain(c.name, 60) for c in listed if c.write_to), "")
        items: list[tuple[str, str | None]] = [
            (self.tr("The usual one ({name})").format(name=usual) if usual else self.tr("The usual one"), None)
        ]
        items += [(plain(c.name, 60) or self.tr("Calendar without a name"), c.id) for c in listed if c.writable]
        chosen = self.calendar.currentData()
        if chosen is not None and chosen not in (key for _, key in items):
            items.append((self.tr("A calendar that bookings cannot be written to"), chosen))
        if items == [(self.calendar.itemText(n), self.calendar.itemData(n)) for n in range(self.calendar.count())]:
            return
        self.calendar.blockSignals(True)
        self.calendar.clear()
        for text, key in items:
            self.calendar.addItem(text, key)
        self.calendar.setCurrentIndex(self.calendar.findData(chosen))
        self.calendar.blockSignals(False)

    def _take_slug(self) -> Values:
        slug = self.slug.text().strip()
        if self._new and slug in self._taken():
            raise fail(Code.BAD_INPUT, self.tr("Another link has this short name."))
        return {"slug": slug}

    def _titled(self) -> None:
        if self._new and not self.slug.isModified():
            self.slug.setText(slug_of(self.title.text(), self._taken()))
        self.changed.emit()

    def _warn(self, on: bool) -> None:
        set_role(self._invite_entry.hint, "warn" if on else "muted")
        self.changed.emit()
