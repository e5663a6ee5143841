"""The Qt binding in use does not drop references to Python's singletons, as 6.12.0 does on Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

CALLS = 50
SLACK = 5
"""References the interpreter itself may gain or lose meanwhile."""


class Emitter(QObject):
    happened = Signal(int)


def test_an_emission_keeps_the_references_to_true(qtbot: QtBot) -> None:
    emitter = Emitter()
    seen: list[int] = []
    emitter.happened.connect(seen.append)

    before = sys.getrefcount(True)
    for number in range(CALLS):
        emitter.happened.emit(number)

    assert seen == list(range(CALLS))
    assert sys.getrefcount(True) >= before - SLACK


def test_a_void_call_keeps_the_references_to_none(qtbot: QtBot) -> None:
    timer = QTimer()

    before = sys.getrefcount(None)
    for _ in range(CALLS):
        timer.stop()

    assert sys.getrefcount(None) >= before - SLACK
