"""The form of one link. What is typed into it is a draft: nothing is kept before it is saved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link, checked
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.entry import Entry, Values
from workestra_desktop.ui.link_hours import HoursGroup
from workestra_desktop.ui.link_meeting import MeetingGroup
from workestra_desktop.ui.link_rules import RulesGroup

_SOUND = Link("link", "Link", (30,), {}, "UTC")
"""A link nothing is wrong with: a field is checked by putting it in here."""

_ROOMY = 27
"""Lines of text wide: from here on the names of fields stand beside them."""


class LinkFields(QScrollArea):
    """`link` is what is kept of it; a `new` one is kept nowhere yet. `changed` follows every key."""

    changed = Signal()

    def __init__(
        self, link: Link, snapshot: Snapshot, today: date, taken: Callable[[], Collection[str]], *, new: bool
    ) -> None:
        super().__init__(widgetResizable=True)
        self.setObjectName("link_fields")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.link, self.new = link, new
        self.meeting = MeetingGroup(taken)
        self.hours = HoursGroup(today)
        self.rules = RulesGroup(today)
        self._wrong: Entry | None = None
        page = QWidget()
        page.setProperty("role", "page")
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 8, 0)
        box.setSpacing(16)
        for group in (self.meeting, self.hours, self.rules):
            box.addWidget(group)
            group.changed.connect(self.changed)
        box.addStretch(1)
        self.setWidget(page)
        self.show_snapshot(snapshot)
        self.show_link(link, new=new)

    def _arrange(self) -> None:
        narrow = self.viewport().width() < _ROOMY * self.fontMetrics().height()
        for group in (self.meeting, self.hours, self.rules):
            group.be_narrow(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "rules"):
            self._arrange()

    @property
    def entries(self) -> list[Entry]:
        return [*self.meeting.entries, *self.hours.entries, *self.rules.entries]

    @property
    def dirty(self) -> bool:
        """Whether what stands here differs from what is kept. A new link is kept nowhere."""
        return self.new or self._typed() != self._kept

    @property
    def title(self) -> str:
        return self.meeting.title.text()

    @property
    def slug(self) -> str:
        return self.meeting.slug.text().strip()

    def show_link(self, link: Link, *, new: bool = False) -> None:
        """Start from `link` as it is kept."""
        self.link, self.new = link, new
        self.meeting.show_link(link, new=new)
        self.hours.show_link(link)
        self.rules.show_link(link)
        self._kept = self._typed()
        self.read()
        self.changed.emit()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.meeting.show_calendars(snapshot.calendars)

    def read(self) -> Link | None:
        """The link as it stands, every wrong field saying why beside itself; None if there is one."""
        values: Values = {}
        self._wrong = None
        for entry in self.entries:
            try:
                taken = entry.take()
                checked(replace(_SOUND, **taken))
            except Failure as failure:
                entry.complain(failure)
                self._wrong = self._wrong or entry
            else:
                entry.complain(None)
                values |= taken
        return None if self._wrong is not None else replace(self.link, **values)

    def point_out(self) -> None:
        """Put the focus into the first wrong field, and bring it into view with what it says."""
        if self._wrong is not None:
            self._wrong.point_out()
            self.ensureWidgetVisible(self._wrong.field)

    def focus_first(self) -> None:
        self.meeting.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> list[object]:
        return [entry.raw() for entry in self.entries]
