"""A calendar as a row: what it is, and the two choices that are made about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.plain import plain
from workestra_desktop.ui.icons import swatch
from workestra_desktop.ui.parts import ElidedLabel, label, named
from workestra_desktop.ui.words import worded

_LEAST, _AROUND = 80, 12
"""Pixels a column of choices is wide at least, and those beside its head."""


def takes(calendar: Calendar) -> bool:
    """Whether bookings can be written to it."""
    return calendar.writable and not calendar.gone


class Cell(QWidget):
    """`widget` in the middle of the column under `head`, which has room for the words of that in any size of text."""

    def __init__(self, widget: QWidget, head: str) -> None:
        super().__init__()
        self._head = head
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        longest = max(map(self.fontMetrics().horizontalAdvance, self._head.split()))
        width = max(_LEAST, longest + _AROUND)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class ColumnHeads(QWidget):
    """Over rows of calendars: `title`, and what the two columns of choices are called."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(label(title, "muted"), 1)
        for text in _heads():
            words = label(text, "muted", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._row.addWidget(Cell(words, text))
        self.leave(0)

    def leave(self, beside: int) -> None:
        """Stay above the columns where a bar of `beside` pixels stands next to the rows."""
        self._row.setContentsMargins(16, 8, 8 + beside, 8)


def _heads() -> tuple[str, str]:
    """What the two columns of choices are called."""
    return QCoreApplication.translate("CalendarRow", "Write to"), QCoreApplication.translate("CalendarRow", "Busy")


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
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(dot, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        for choice, head in zip((self.write, self.busy), _heads(), strict=True):
            row.addWidget(Cell(choice, head))
        self.problem.setContentsMargins(14 + 12, 0, 8, 0)  # under the name
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 8, 8)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(self.problem)
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
