"""When a link's meetings can be: hours by weekday, the zone they are kept in, special days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from workestra_desktop.core.link import Link
from workestra_desktop.ui.entry import Entry, Group
from workestra_desktop.ui.hours_editor import HoursEditor
from workestra_desktop.ui.parts import named
from workestra_desktop.ui.special_days import SpecialDays
from workestra_desktop.ui.zone_box import ZoneBox


class HoursGroup(Group):
    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(self.tr("Hours"))
        self.hours = HoursEditor()
        self.timezone = ZoneBox("link_timezone")
        self.travels = named(QCheckBox(self.tr("Hours go along when I t&ravel")), "link_travels")
        self.special = SpecialDays(today)
        self.add(
            Entry(
                self.tr("Meetings fit into these hours. 24:00 ends a day; an end before the start is on the next day."),
                self.hours, lambda: {"hours": self.hours.hours()}, self.hours.raw,
                point=self.hours.point_out, tells=False,
            ),
            wide=True,
        ).field.setAccessibleName(self.tr("Hours"))  # fmt: skip
        self.add(
            Entry(
                self.tr("Time &zone"), self.timezone, lambda: {"timezone": self.timezone.zone_name()},
                self.timezone.currentText, hint=self.tr("Type a part of its name, like a city."),
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("Journeys"), self.travels, lambda: {"travels": self.travels.isChecked()},
                self.travels.isChecked,
                hint=self.tr("On the days of a journey these are hours in the zone you are in."),
            )
        )  # fmt: skip
        self.add(
            Entry(
                self.tr("Special days"), self.special, lambda: {"overrides": self.special.overrides()},
                self.special.raw, point=self.special.point_out, tells=False,
                hint=self.tr("Days off and days with other hours. Where two overlap, the lower one counts."),
            ),
            wide=True,
        )  # fmt: skip
        self.hours.changed.connect(self.changed)
        self.timezone.editTextChanged.connect(self.changed)
        self.travels.toggled.connect(self.changed)
        self.special.changed.connect(self.changed)

    def be_narrow(self, *, narrow: bool) -> None:
        super().be_narrow(narrow=narrow)
        self.hours.be_narrow(narrow=narrow)
        self.special.be_narrow(narrow=narrow)

    def show_link(self, link: Link) -> None:
        self.hours.show_hours(link.hours)
        self.timezone.show_zone(link.timezone)
        self.travels.setChecked(link.travels)
        self.special.show_overrides(link.overrides)
