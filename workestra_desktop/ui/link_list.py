"""The links by name, each with its draft, and the buttons that make and remove one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link
from workestra_desktop.ui.link_fields import LinkFields
from workestra_desktop.ui.minute_text import lengths_words
from workestra_desktop.ui.parts import button, label, named, tip
from workestra_desktop.ui.words import link_title

_WIDTH = 176


@dataclass(slots=True, eq=False)
class Choice:
    """A link in the list. Its form is made when it is first chosen and kept with all that was typed into it."""

    link: Link
    new: bool = False
    fields: LinkFields | None = None
    note: str = ""
    """What happened to it elsewhere while it was being changed here."""

    @property
    def slug(self) -> str:
        return self.fields.slug if self.new and self.fields is not None else self.link.slug

    @property
    def dirty(self) -> bool:
        return self.new or (self.fields is not None and self.fields.dirty)

    @property
    def title(self) -> str:
        """As it stands in the form, without the place for the guest's name."""
        return link_title(replace(self.link, title=self.fields.title) if self.fields is not None else self.link)


class LinkList(QWidget):
    """`choices` stand in the order of the rows; `chosen_anew` follows each choice of another one."""

    chosen_anew = Signal()

    def __init__(self, links: tuple[Link, ...]) -> None:
        super().__init__()
        self.choices = [Choice(link) for link in links]
        self.list = named(QListWidget(), "link_list")
        self.list.setAccessibleName(self.tr("Links"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new = button(self.tr("New &link"), "link_new")
        self.duplicate = button(self.tr("Du&plicate"), "link_duplicate")
        self.remove = button(self.tr("Re&move"), "link_remove", "danger")
        self.setFixedWidth(_WIDTH)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(self.tr("Links"), "heading"))
        box.addWidget(self.list, 1)
        for widget in (self.new, self.duplicate, self.remove):
            box.addWidget(widget)
        self.list.currentRowChanged.connect(self.chosen_anew)

    @property
    def chosen(self) -> Choice | None:
        row = self.list.currentRow()
        return self.choices[row] if 0 <= row < len(self.choices) else None

    def row_of(self, slug: str | None) -> int:
        """The row of the link called `slug`; the first if there is none."""
        return next((row for row, choice in enumerate(self.choices) if choice.link.slug == slug), 0)

    def names(self, but: Choice | None = None) -> set[str]:
        """The short names that are taken, by drafts as well."""
        return {choice.slug for choice in self.choices if choice is not but}

    def add(self, choice: Choice) -> None:
        """Put `choice` at the end and choose it."""
        self.choices.append(choice)
        self.refresh()
        self.list.setCurrentRow(len(self.choices) - 1)

    def drop(self, choice: Choice) -> None:
        """Take `choice` out; the one below it, or the last, is chosen in its place if it was the chosen one."""
        chosen = choice is self.chosen
        row = self.choices.index(choice)
        del self.choices[row]
        left = min(self.list.currentRow() - (row < self.list.currentRow()), len(self.choices) - 1)
        with QSignalBlocker(self.list):
            self.list.takeItem(row)
            self.list.setCurrentRow(left)
        self.refresh()
        if chosen:
            self.chosen_anew.emit()

    def refresh(self) -> None:
        """Bring the rows up to date; the chosen one stays chosen."""
        with QSignalBlocker(self.list):
            while self.list.count() < len(self.choices):
                self.list.addItem("")
        for row, choice in enumerate(self.choices):
            state = self.tr("not saved") if choice.new else self.tr("changed") if choice.dirty else ""
            below = " · ".join(filter(None, (state, lengths_words(choice.link.minutes))))
            item, title = self.list.item(row), choice.title
            if item.text() != f"{title}\n{below}":
                item.setText(f"{title}\n{below}")
                item.setToolTip(tip(title))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {below}")

    def show_idle(self, idle: bool) -> None:
        """While an answer is due nothing is chosen, made or removed."""
        self.list.setEnabled(idle)
        self.new.setEnabled(idle)
        for widget in (self.duplicate, self.remove):
            widget.setEnabled(idle and self.chosen is not None)
