"""The window of the settings: five sections beside a list of them. `settings_dialog.py` says what it does."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.login_start import LoginStart
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.courier import Courier
from workestra_desktop.ui.entrance import Entrance
from workestra_desktop.ui.parts import button, label, named, room_for, scrolled
from workestra_desktop.ui.reading_order import tab_in_reading_order
from workestra_desktop.ui.settings_calendars import CalendarsPanel
from workestra_desktop.ui.settings_changes import Changes
from workestra_desktop.ui.settings_connection import ConnectionPanel
from workestra_desktop.ui.settings_general import GeneralPanel
from workestra_desktop.ui.settings_kept import Kept
from workestra_desktop.ui.settings_leaving import Leaving
from workestra_desktop.ui.settings_links import LinksPanel
from workestra_desktop.ui.settings_list import SectionList
from workestra_desktop.ui.settings_notices import NoticesPanel
from workestra_desktop.ui.trouble_box import TroubleBox


class Section(Enum):
    """In the order of the list."""

    CONNECTION = "connection"
    CALENDARS = "calendars"
    LINKS = "links"
    NOTICES = "notices"
    GENERAL = "general"


class SettingsFrame(QDialog):
    def __init__(self, courier: Courier, snapshot: Snapshot, parent: QWidget, login_start: LoginStart | None) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setModal(True)
        self.changes = Changes(courier, self)
        self.kept = Kept(courier, snapshot)
        self.connection = ConnectionPanel()
        self.calendars = CalendarsPanel(self.kept, self.changes, snapshot)
        self.links = LinksPanel()
        self.notices = NoticesPanel(self.kept, self.changes)
        self.general = GeneralPanel(self.kept, self.changes, login_start)
        self.list = SectionList(
            (
                ("cloud", self.tr("Connection")),
                ("calendar", self.tr("Calendars and free/busy")),
                ("link", self.tr("Booking links")),
                ("bell", self.tr("Notices")),
                ("settings", self.tr("General")),
            )
        )
        self.stack = named(QStackedWidget(), "settings_sections")
        self.leaving = Leaving(courier)
        self.trouble = TroubleBox("settings_trouble")
        self.said = label(role="muted", wrap=True, name="settings_said")
        self.said.setText(self.tr("Changes apply at once and can be taken back."))
        self.busy_bar = QProgressBar(maximum=0)
        self.undo = button("", "settings_undo")
        self.dismiss = button(self.tr("Close"), "settings_close", "primary")
        for each in (self.undo, self.dismiss):
            each.setAutoDefault(False)
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn)
        room = room_for(self)
        self.setMinimumSize(QSize(640, 420).boundedTo(room))
        self.resize(QSize(820, 640).boundedTo(room))

    def _lay_out(self) -> None:
        for panel in (self.connection, self.calendars, self.links, self.notices, self.general):
            self.stack.addWidget(scrolled(panel))
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.list)
        columns.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.busy_bar, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.dismiss)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(columns, 1)
        box.addWidget(self.leaving)
        box.addWidget(self.trouble)
        box.addLayout(foot)

    # Which section

    @property
    def section(self) -> Section:
        return list(Section)[self.list.currentRow()]

    @property
    def area(self) -> QScrollArea:
        """What the section in front scrolls in."""
        area = self.stack.currentWidget()
        assert isinstance(area, QScrollArea)
        return area

    def show_section(self, section: Section) -> None:
        """With the keyboard in the list of sections."""
        self.list.setCurrentRow(list(Section).index(section))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self, entrance: Entrance) -> None:
        """At the section, and with the keyboard at what the host came for."""
        match entrance:
            case Entrance.SETTINGS:
                self.show_section(Section.CONNECTION)
            case Entrance.RECONNECT:
                self.show_section(Section.CONNECTION)
                self.focus_on(self.connection.reconnect)
            case Entrance.CALENDARS:
                self.show_section(Section.CALENDARS)
                self.focus_on(self.calendars.first())
            case Entrance.BUSY:
                self.show_section(Section.CALENDARS)
                self.focus_on(self.calendars.busy.tentative)
            case Entrance.LINKS:
                self.show_section(Section.LINKS)
                self.focus_on(self.links.first())
            case _:
                assert_never(entrance)

    def focus_on(self, widget: QWidget) -> None:
        """Bring `widget` of the section in front into view, with the keyboard in it."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.area
        QTimer.singleShot(
            0, self, lambda: area.ensureWidgetVisible(widget, 0, area.height() // 3)
        )  # once it is laid out

    @Slot(int)
    def _turn(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self.order_tabs()

    def order_tabs(self) -> None:
        """Rows may have been added to a section."""
        tab_in_reading_order(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return presses the button that has the focus and no other: there is none everything here leads to."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if isinstance(focus, QPushButton):
            focus.click()
