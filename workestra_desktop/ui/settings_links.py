"""The host's booking links, each a step away from its editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.link_words import hours_words
from workestra_desktop.ui.minute_text import lengths_words
from workestra_desktop.ui.parts import ElidedLabel, button, label
from workestra_desktop.ui.settings_parts import buttons, card, fill
from workestra_desktop.ui.words import link_title


class _LinkRow(QFrame):
    def __init__(self, link: Link) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.slug = link.slug
        title = link_title(link)
        name = ElidedLabel("strong", "link_name")
        name.setText(title)
        told = self.tr("{lengths} · {hours}").format(lengths=lengths_words(link.minutes), hours=hours_words(link.hours))
        self.edit = button(self.tr("Edit…"), "link_edit")
        self.edit.setAutoDefault(False)
        self.edit.setAccessibleName(self.tr("Edit “{title}”").format(title=title))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(name, 0, 0)
        grid.addWidget(label(told, "muted", wrap=True, name="link_told"), 1, 0)
        grid.addWidget(self.edit, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)


class LinksPanel(QWidget):
    """`edited` carries the slug of the link to edit, '' for a new one."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self._links: tuple[Link, ...] | None = None
        self.rows: list[_LinkRow] = []
        self.new = button(self.tr("&New link…"), "settings_new_link")
        self.new.setAutoDefault(False)
        self.none = label(self.tr("There is no link yet. “New link” makes one."), "muted", wrap=True)
        listed = QWidget()
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self.none)
        fill(
            self,
            card(
                self.tr("Booking links"),
                listed,
                buttons(self.new),
                lead=self.tr("A link is a kind of meeting: how long it takes, when it can be booked, and where."),
            ),
        )
        self.new.clicked.connect(lambda: self.edited.emit(""))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.links == self._links:
            return
        chosen = next((row.slug for row in self.rows if row.edit.hasFocus()), None)
        self._links = snapshot.links
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [_LinkRow(link) for link in snapshot.links]
        for row in self.rows:
            row.edit.clicked.connect(lambda _=False, slug=row.slug: self.edited.emit(slug))
            row.setProperty("last", row is self.rows[-1])
            self._list.addWidget(row)
            if row.slug == chosen:
                row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.none.setVisible(not self.rows)

    def first(self) -> QWidget:
        return self.rows[0].edit if self.rows else self.new

    def focus_on(self, slug: str) -> None:
        """To the link called `slug`, if it is still there, or to what makes one."""
        found = next((row.edit for row in self.rows if row.slug == slug), self.new)
        found.setFocus(Qt.FocusReason.OtherFocusReason)
