"""A calendar as a row: what it is, and the two choices that are made about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.plain import plain
from workestra_desktop.ui.icons import swatch
from workestra_desktop.ui.parts import ElidedLabel, label, named
from workestra_desktop.ui.words import worded

WRITE_WIDTH, BUSY_WIDTH = 104, 104


def takes(calendar: Calendar) -> bool:
    """Whether bookings can be written to it."""
    return calendar.writable and not calendar.gone


def centred(widget: QWidget, width: int) -> QWidget:
    """`widget` in the middle of a column of `width` pixels."""
    cell = QWidget()
    cell.setFixedWidth(width)
    inside = QHBoxLayout(cell)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    return cell


class CalendarRow(QFrame):
    """One calendar: colour, name and marks, a radio button for writing, a check box for busy."""

    def __init__(self, calendar: Calendar) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.calendar = calendar
        name = plain(calendar.name, 120) or self.tr("Calendar without a name")
        dot = QLabel()
        dot.setPixmap(swatch(calendar.color, 14).pixmap(QSize(14, 14)))
        self.name = ElidedLabel("strong", "calendar_name")
        self.name.setText(name)
        self.marks = ElidedLabel("muted", "calendar_marks")
        self.problem = label(role="danger", wrap=True, name="calendar_problem")
        self.write = named(QRadioButton(), "write_to")
        self.write.setEnabled(takes(calendar))
        self.write.setAccessibleName(self.tr("Write bookings to {name}").format(name=name))
        self.busy = named(QCheckBox(), "busy")
        self.busy.setAccessibleName(self.tr("Events in {name} count as busy").format(name=name))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.name)
        texts.addWidget(self.marks)
        texts.addWidget(self.problem)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addWidget(centred(self.write, WRITE_WIDTH))
        row.addWidget(centred(self.busy, BUSY_WIDTH))
        self.refresh(calendar)

    def refresh(self, calendar: Calendar, as_of: str = "") -> None:
        """Show what may change while the page is open; the choices stay the host's. `as_of`: when it was in step."""
        self.calendar = calendar
        marks = []
        if calendar.default and not calendar.gone:
            marks.append(self.tr("iCloud's default"))
        if calendar.shared:
            by = self.tr("shared by {owner}").format(owner=plain(calendar.owner or "", 60))
            marks.append(by if calendar.owner else self.tr("shared with you"))
        if not calendar.writable and not calendar.gone:
            marks.append(self.tr("read-only"))
        if calendar.gone:
            as_of = ""  # the problem says it
        elif calendar.read_at is not None:
            one = calendar.events == 1
            marks.append(self.tr("1 event") if one else self.tr("{count} events").format(count=calendar.events))
        else:
            marks.append(self.tr("not read yet"))
        if as_of:
            marks.append(self.tr("as of {time}").format(time=as_of))
        self.marks.setText(" · ".join(marks))
        self.marks.setVisible(bool(marks))
        if calendar.problem is not None:
            texts = worded(calendar.problem)
            self.problem.setText(f"{texts.title}. {texts.message}")
        self.problem.setVisible(calendar.problem is not None)
