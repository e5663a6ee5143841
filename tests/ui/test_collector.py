"""Which generations of Python's garbage are looked through while the engine is busy."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workestra_desktop.ui import collector as room
from workestra_desktop.ui.collector import Collector


class Cell:
    """Something that refers to itself: only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def looked(qapp: QApplication) -> Iterator[list[int]]:
    """The generations that were collected; each is due after a few objects."""
    seen: list[int] = []
    before = gc.get_threshold()

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.collect()
    gc.callbacks.append(note)
    gc.set_threshold(50, 2, 2)
    yield seen
    gc.callbacks.remove(note)
    gc.set_threshold(*before)
    gc.enable()


def passes(collector: Collector, count: int = 20) -> None:
    """As many turns of its timer, with garbage before each."""
    for _ in range(count):
        for _ in range(200):
            Cell()
        collector._collect()


def test_older_garbage_waits_while_the_engine_is_busy(looked: list[int]) -> None:
    collector = Collector()
    collector.start()
    collector.show_busy(True)
    looked.clear()
    passes(collector)
    assert set(looked) == {0}
    collector.show_busy(False)
    passes(collector)
    assert set(looked) == {0, 1, 2}
    collector.stop()


def test_but_not_for_ever(looked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    collector = Collector()
    collector.start()
    collector.show_busy(True)
    collector.show_busy(True)  # said again with each snapshot
    monkeypatch.setattr(room, "PATIENCE", 0.0)
    looked.clear()
    passes(collector)
    assert {1, 2} & set(looked)
    collector.stop()


def test_a_window_at_rest_is_hardly_woken(looked: list[int]) -> None:
    collector = Collector()
    collector.start()
    gc.collect()
    gc.set_threshold(100_000, 100, 100)
    for _ in range(10):
        collector._collect()
    assert collector._timer.interval() == room.REST_MS
    collector.show_busy(True)
    assert collector._timer.interval() == room.EVERY_MS
    collector.show_busy(False)
    gc.set_threshold(50, 2, 2)
    passes(collector, 1)
    assert collector._timer.interval() == room.EVERY_MS, "there was something"
    collector.stop()
