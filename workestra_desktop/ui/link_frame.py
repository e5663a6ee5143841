"""The window of the link editor: what stands in it, and where. `link_dialog.py` says what it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from workestra_desktop.core.link import Link
from workestra_desktop.ui.ask_bar import AskBar
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.link_columns import SMALLEST, WIDE, LinkColumns
from workestra_desktop.ui.link_list import Choice, LinkList
from workestra_desktop.ui.link_preview import LinkPreview
from workestra_desktop.ui.parts import button, label, room_for
from workestra_desktop.ui.trouble_box import TroubleBox


class LinkFrame(QDialog):
    def __init__(
        self,
        courier: Courier,
        links: tuple[Link, ...],
        where: ZoneInfo,
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("link_dialog")
        self.setWindowTitle(self.tr("Links"))
        self.setModal(True)
        self.links = LinkList(links)
        self.list, self.new, self.duplicate = self.links.list, self.links.new, self.links.duplicate
        self.remove = self.links.remove
        self.forms = QStackedWidget()
        self.empty = label(self.tr("There is no link yet. “New link” makes one."), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = label(role="warn", wrap=True, name="link_note")
        self.preview = LinkPreview(courier, where, now)
        self.question = AskBar("link_question")
        self.trouble = TroubleBox("link_trouble")
        self.said = label(role="good", wrap=True, name="link_said")
        self.busy_bar = QProgressBar(maximum=0)
        self.revert = button(self.tr("Undo chan&ges"), "link_revert")
        self.dismiss = button(self.tr("Close"), "link_close")
        self.save = button(self.tr("&Save"), "link_save", "primary")
        self.save.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        self.forms.addWidget(self.empty)
        self._columns = LinkColumns(self.links, self.note, self.forms, self.preview)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.busy_bar, 1)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.revert)
        foot.addWidget(self.dismiss)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addWidget(self._columns, 1)
        box.addWidget(self.question)
        box.addWidget(self.trouble)
        box.addLayout(foot)

    def show_choice(self, choice: Choice | None, *, idle: bool) -> None:
        """What can be done with `choice`; nothing while an answer is due (not `idle`)."""
        self.links.show_idle(idle)
        self.forms.setEnabled(idle)
        self.save.setEnabled(choice is not None and choice.dirty and idle)
        self.revert.setVisible(choice is not None and not choice.new)
        self.revert.setEnabled(choice is not None and choice.dirty and idle)
        self.note.setText(choice.note if choice is not None else "")
        self.note.setVisible(bool(self.note.text()))
        self.busy_bar.setVisible(not idle)
        self.said.setVisible(idle)

    def fit(self) -> None:
        """As large as is of use, and never larger than the screen."""
        room = room_for(self)
        self.setMinimumSize(SMALLEST.boundedTo(room))
        self.resize(QSize(1180, 740).boundedTo(room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._columns.be_wide(self.width() >= WIDE)
