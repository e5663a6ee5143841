"""Every place by ear and by keys: names, roles, mnemonics, and a Tab that comes everywhere and nowhere else."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.access import called, mnemonic, nameless, nodes, shared_mnemonics, tab_stops
from tests.support.place import Place
from tests.support.places import PLACES
from tests.ui.conftest import OFFSCREEN, Scene

pytestmark = OFFSCREEN
_MOST = 200
"""Presses of Tab after which a ring must have closed."""


@pytest.mark.parametrize("language", ["en", "de"], indirect=True)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_whatever_can_be_used_says_what_it_is(language: str, scene: Scene, place: Place) -> None:
    async def story() -> None:
        root = await place.open(scene)
        assert len(list(nodes(root))) > 3
        assert nameless(root) == []
        assert shared_mnemonics(root) == []
        assert root.windowTitle()

    scene.play(story)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_tab_comes_everywhere_and_only_to_what_is_in_sight(scene: Scene, place: Place) -> None:
    async def story() -> None:
        root = await place.open(scene)
        await scene.until(root.isActiveWindow)
        ring = await _ring(scene, root)
        assert [called(w) for w in ring if not w.isVisibleTo(root)] == []
        missed = {w for w in tab_stops(root) if w not in ring and not _stands_for(w, ring)}
        assert sorted(map(called, missed)) == []

    scene.play(story)


async def _ring(scene: Scene, root: QWidget) -> list[QWidget]:
    """Where Tab goes, from where the focus is, until it comes round."""
    first = QApplication.focusWidget()
    if first is None:
        QTest.keyClick(root, Qt.Key.Key_Tab)
        first = scene.focus
    found = [first]
    for _ in range(_MOST):
        QTest.keyClick(scene.focus, Qt.Key.Key_Tab)
        await asyncio.sleep(0)
        if scene.focus is found[-1]:
            continue  # a date has parts that Tab goes through
        if scene.focus in found:
            return found
        found.append(scene.focus)
    if len(found) == 1:
        return found  # the only one there is
    raise AssertionError("Tab never comes round")


def _stands_for(widget: QWidget, ring: list[QWidget]) -> bool:
    """Whether another of its group is on the ring: the arrow keys go on from there; or what it is a part of."""
    group: QButtonGroup | None = widget.group() if isinstance(widget, QAbstractButton) else None
    mates: list[QWidget] = list(group.buttons()) if group is not None and group.exclusive() else []
    parent = widget.parentWidget()
    return any(mate in ring for mate in mates) or (isinstance(widget, QLineEdit) and parent in ring)


# ---------------------------------------------------------------------------------------- the walk finds what it is for


def box(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root)
    lines = QVBoxLayout(root)
    for widget in widgets:
        lines.addWidget(widget)
    root.show()
    return root


def test_a_button_without_a_text_is_found(qtbot: QtBot) -> None:
    silent, named = QPushButton(), QPushButton()
    named.setAccessibleName("Later")
    assert nameless(box(qtbot, silent, named, QPushButton("Today"))) == ["QPushButton (no object name) has no name"]


def test_a_letter_that_two_answer_to_is_found(qtbot: QtBot) -> None:
    field, head = QLineEdit(), QLabel("&Guest")
    head.setBuddy(field)
    root = box(qtbot, head, field, QPushButton("&Go"), QPushButton("R && D"))
    assert len(shared_mnemonics(root)) == 1
    assert shared_mnemonics(root)[0].startswith("Alt+G")
    menu = QMenu("&File", root)
    menu.addAction("&Open")
    assert len(shared_mnemonics(root)) == 1
    menu.addAction("&Over again")
    assert shared_mnemonics(root)[1:] == ["in &File O: &Open, &Over again"]
    assert [mnemonic(text) for text in ("R && D", "&Book", "C&ancel")] == ["", "b", "a"]


def test_what_takes_tab_is_counted_only_in_sight(qtbot: QtBot) -> None:
    seen, hidden, off = QPushButton("a"), QPushButton("b"), QPushButton("c")
    root = box(qtbot, seen, hidden, off)
    hidden.hide()
    off.setEnabled(False)
    assert tab_stops(root) == {seen}
