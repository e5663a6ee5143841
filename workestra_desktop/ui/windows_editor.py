"""Hours within one day: `09:00 – 12:00`, `13:00 – 17:00` and as many more as one likes."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from workestra_desktop.core.link import Window, parse_windows
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ui.parts import label, named
from workestra_desktop.ui.sign_button import SignButton
from workestra_desktop.ui.words import told_again

_GAP = 8
_MOST = 8
"""Windows beside each other at most."""
_LOOSE = re.compile(r"(\d{1,2})(?:[:.h]?(\d\d))?")


def clock_text(typed: str) -> str:
    """`9`, `930` and `9.30` as `09:00` and `09:30`; what is no time stays as it was typed."""
    match = _LOOSE.fullmatch(typed.strip())
    return f"{int(match[1]):02}:{match[2] or '00'}" if match else typed.strip()


class _ClockEdit(QLineEdit):
    """As wide as a time of day."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.fontMetrics().horizontalAdvance("00:00") + 26, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.sizeHint()


class _WindowField(QWidget):
    """One window: two times and a button that takes it away."""

    changed = Signal()
    removed = Signal()

    def __init__(self, window: Window, day: str) -> None:
        super().__init__()
        self._day = day
        self.start = self._edit(window[0], "window_start")
        self.end = self._edit(window[1], "window_end")
        self.remove = SignButton("x", "window_remove", self.tr("Remove these hours"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.start)
        row.addWidget(label("–"))
        row.addWidget(self.end)
        row.addWidget(self.remove)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.remove.clicked.connect(self.removed)
        self._name()

    def _edit(self, text: str, name: str) -> QLineEdit:
        made = named(_ClockEdit(text, maxLength=5), name)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.textChanged.connect(self._name)
        made.textChanged.connect(self.changed)
        made.editingFinished.connect(lambda: made.setText(clock_text(made.text())))
        return made

    @property
    def texts(self) -> tuple[str, str]:
        return clock_text(self.start.text()), clock_text(self.end.text())

    def _name(self) -> None:
        start, end = self.texts
        self.start.setAccessibleName(self.tr("{day}, from").format(day=self._day))
        self.end.setAccessibleName(self.tr("{day}, to").format(day=self._day))
        self.remove.setAccessibleName(
            self.tr("Remove {start} – {end}, {day}").format(start=start, end=end, day=self._day)
        )


class WindowsEditor(QWidget):
    """The windows of one day. `day` names it; `tomorrow` is where an overnight window ends."""

    changed = Signal()

    def __init__(self, name: str, day: str, tomorrow: str, none: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._day, self._tomorrow = day, tomorrow
        self.fields: list[_WindowField] = []
        self._a_line = 1
        self.none = label(none, "muted")
        self.note = label(role="muted", wrap=True, name=f"{name}_overnight")
        self.wrong = label(role="danger", wrap=True, name=f"{name}_wrong")
        self.add = SignButton("plus", f"{name}_add", self.tr("Add hours, {day}").format(day=day))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_MOST, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addLayout(self._grid)
        box.addWidget(self.note)
        box.addWidget(self.wrong)
        self.wrong.hide()
        self.add.clicked.connect(self._another)
        self._place()

    def show_windows(self, windows: tuple[Window, ...]) -> None:
        """Times change in the fields that are there, where there are as many: the focus stays in its field."""
        if len(windows) != len(self.fields):
            while self.fields:
                self._drop(self.fields[-1])
            for window in windows:
                self._append(window)
            self._place()
        for field, window in zip(self.fields, windows, strict=True):
            if field.texts != window:
                field.start.setText(window[0])
                field.end.setText(window[1])
        self.changed.emit()

    def raw(self) -> tuple[tuple[str, str], ...]:
        return tuple(field.texts for field in self.fields)

    def windows(self) -> tuple[Window, ...]:
        """What was typed, sorted. What is wrong with it is said below it, and raised as `Failure`."""
        try:
            found = parse_windows(",".join("-".join(texts) for texts in self.raw()))
        except Failure as failure:
            self.wrong.setText(told_again(failure.trouble.subject))
            self.wrong.show()
            raise
        self.wrong.hide()
        return found

    def point_out(self) -> None:
        (self.fields[0].start if self.fields else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, window: Window) -> _WindowField:
        made = _WindowField(window, self._day)
        made.changed.connect(self._typed)
        made.removed.connect(lambda: self._remove(made))
        self.fields.append(made)
        return made

    def _another(self) -> None:
        """One more: office hours first, then an hour's pause later; two empty times where the day is full."""
        last = self.fields[-1].texts[1] if self.fields else ""
        hour = int(last[:2]) + 1 if re.fullmatch(r"([01]\d|2[0-2]):\d\d", last) else 24
        more = (f"{hour:02}:{last[3:]}", f"{min(hour + 4, 24):02}:{last[3:]}") if hour < 23 else ("", "")
        if more[1].startswith("24"):
            more = (more[0], "24:00")
        made = self._append(("09:00", "17:00") if not self.fields else more)
        self._place()
        self.changed.emit()
        made.start.setFocus(Qt.FocusReason.OtherFocusReason)
        made.start.selectAll()

    def _remove(self, field: _WindowField) -> None:
        at = self.fields.index(field)
        self._drop(field)
        self._place()
        self.changed.emit()
        beside = self.fields[min(at, len(self.fields) - 1)].remove if self.fields else self.add
        beside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, field: _WindowField) -> None:
        self.fields.remove(field)
        self._grid.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _place(self) -> None:
        """As many windows beside each other as there is room for, and the button behind the last one."""
        self._a_line = self._fitting()
        for at, field in enumerate(self.fields):
            self._grid.addWidget(field, at // self._a_line, at % self._a_line)
        self._grid.addWidget(self.none, 0, 0)
        self.none.setVisible(not self.fields)
        last = max(len(self.fields) - 1, 0)
        self._grid.addWidget(self.add, last // self._a_line, last % self._a_line + 1, Qt.AlignmentFlag.AlignLeft)
        self._overnight()

    def _fitting(self) -> int:
        if not self.fields:
            return 1
        width = self.fields[0].sizeHint().width() + _GAP
        return max(1, min((self.width() - self.add.sizeHint().width()) // width, _MOST - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if self._fitting() != self._a_line:
            self._place()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One window and the button: the others give way downwards."""
        one = self.fields[0].sizeHint().width() + _GAP if self.fields else self.none.sizeHint().width() + _GAP
        return QSize(one + self.add.sizeHint().width(), super().minimumSizeHint().height())

    def _typed(self) -> None:
        self._overnight()
        self.changed.emit()

    def _overnight(self) -> None:
        """Say of a window that ends at or before its start that it ends on the next day."""
        late = [t for t in self.raw() if all(re.fullmatch(r"\d\d:\d\d", clock) for clock in t) and t[1] < t[0]]
        text = self.tr("{start} – {end} ends on {day}.")
        self.note.setText(" ".join(text.format(start=s, end=e, day=self._tomorrow) for s, e in late))
        self.note.setVisible(bool(late))
