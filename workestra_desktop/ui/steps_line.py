"""Where one is in the set-up: four steps in a slim line."""

from __future__ import annotations

from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from workestra_desktop.ui.icons import symbol
from workestra_desktop.ui.look import tokens
from workestra_desktop.ui.parts import label, named, set_role
from workestra_desktop.ui.tokens import Space

_tr = QCoreApplication.translate


class SetupStep(IntEnum):
    WELCOME = 1
    PASSWORD = 2
    CALENDARS = 3
    DONE = 4

    @property
    def title(self) -> str:
        match self:
            case SetupStep.WELCOME:
                return _tr("SetupStep", "Welcome")
            case SetupStep.PASSWORD:
                return _tr("SetupStep", "Password")
            case SetupStep.CALENDARS:
                return _tr("SetupStep", "Calendars")
            case SetupStep.DONE:
                return _tr("SetupStep", "Done")
            case _:
                assert_never(self)


class StepsLine(QWidget):
    """Each step has its number, or a tick once it is done; the one to do is strong. Read out as one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("setup_steps")
        self._here, self._done = SetupStep.WELCOME, frozenset[SetupStep]()
        self._marks: dict[SetupStep, QLabel] = {}
        self._names: dict[SetupStep, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addStretch(1)
        for step in SetupStep:
            if step is not SetupStep.WELCOME:
                row.addWidget(label("–", "muted"))
            self._marks[step] = named(label(role="step"), f"step_mark_{step.value}")
            self._marks[step].setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._names[step] = label(step.title, "muted", name=f"step_{step.value}")
            row.addWidget(self._marks[step])
            row.addWidget(self._names[step])
        row.addStretch(1)
        self._paint()

    def show_steps(self, here: SetupStep, done: frozenset[SetupStep]) -> None:
        if (here, done) != (self._here, self._done):
            self._here, self._done = here, done
            self._paint()

    def _paint(self) -> None:
        colours = tokens(self.palette())
        side = self.fontMetrics().height()
        for step in SetupStep:
            mark, name = self._marks[step], self._names[step]
            mark.setMinimumWidth(side)
            if step in self._done:
                mark.setPixmap(symbol("in-icloud", colours.good).pixmap(QSize(side, side), self.devicePixelRatio()))
            else:
                mark.setText(str(step.value))
            set_role(mark, "strong" if step is self._here else "muted")
            set_role(name, "strong" if step is self._here else "muted")
        self._fit()
        self.setAccessibleName(self._read_out())
        self.setToolTip(self._read_out())

    def _read_out(self) -> str:
        done = ", ".join(step.title for step in SetupStep if step in self._done)
        here = self.tr("Step {number} of {count}: {step}.").format(
            number=self._here.value, count=len(SetupStep), step=self._here.title
        )
        return f"{here} {self.tr('Done: {steps}.').format(steps=done)}" if done else here

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the page is: what has no room is left out, see `resizeEvent`."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the type is large only the step to do has its name; the others keep their numbers."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for name in self._names.values():
            name.show()
        if self.sizeHint().width() > self.width():
            for step, name in self._names.items():
                name.setVisible(step is self._here)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._names:
            self._paint()
