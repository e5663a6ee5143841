"""The host's size of text: from 100 to 200 % nothing is cut off, and the window still fits a small screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.clipping import clipped
from tests.support.place import Place
from tests.support.places import PLACES
from tests.ui.conftest import OFFSCREEN, Scene

pytestmark = OFFSCREEN
USUAL, SMALL, SCREEN = QSize(960, 640), QSize(720, 480), QSize(1024, 720)


@pytest.fixture
def usual_font(qapp: QApplication) -> Iterator[float]:
    """The points of the system's font, as it is again afterwards: asked for before a `scene`, whose window is then gone
    and need not follow once more."""
    before = qapp.font()
    yield before.pointSizeF()
    qapp.setFont(before)


def enlarge(qapp: QApplication, points: float) -> None:
    font = qapp.font()
    font.setPointSizeF(points)
    qapp.setFont(font)


ENGLISH = ((100, SMALL), (150, USUAL), (200, SMALL))
GERMAN = ((100, SMALL), (150, SMALL), (200, SMALL), (200, USUAL))
"""German words are the longer ones."""


@pytest.mark.parametrize(
    ("language", "looks"), [("en", ENGLISH), ("de", GERMAN)], ids=("en", "de"), indirect=["language"]
)
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_nothing_is_cut_off(
    language: str,
    qapp: QApplication,
    usual_font: float,
    scene: Scene,
    place: Place,
    looks: tuple[tuple[int, QSize], ...],
) -> None:
    """What does not fit scrolls. A dialog may be larger than the smallest window, but not than a small screen."""
    found: dict[str, list[str]] = {}

    async def story() -> None:
        scene.window.resize(USUAL)
        root = await place.open(scene)
        for percent, size in looks:
            enlarge(qapp, usual_font * percent / 100)
            for window in {scene.window, root}:
                window.resize(size)
            await scene.settle()
            least = root.minimumSizeHint()
            offences = clipped(root)
            if scene.window.size() != size:
                offences.append(f"the window needs {scene.window.size().toTuple()}")
            if isinstance(root, QDialog) and not (
                least.width() <= SCREEN.width() and least.height() <= SCREEN.height()
            ):
                offences.append(f"the dialog needs {least.toTuple()}")
            if offences:
                found[f"{percent} % at {size.width()}"] = offences

    scene.play(story)
    assert not found, "\n".join(f"{when}: {what}" for when, each in found.items() for what in each)


def test_a_window_that_stands_follows_a_change_of_the_font(qapp: QApplication, usual_font: float, scene: Scene) -> None:
    async def story() -> None:
        root = await next(place for place in PLACES if place.name == "week with reasons").open(scene)
        before = scene.window.week_page.bar.new.sizeHint()
        head = root.findChild(QLabel, "why_day")
        assert isinstance(head, QLabel)
        title = head.font().pointSizeF()
        enlarge(qapp, usual_font * 2)
        await scene.settle()
        assert scene.window.week_page.bar.new.sizeHint().height() > before.height() * 1.2
        again = root.findChild(QLabel, "why_day")
        assert isinstance(again, QLabel)
        assert again.font().pointSizeF() == pytest.approx(title * 2, rel=0.02)
        assert clipped(root) == []

    scene.play(story)


# -------------------------------------------------------------------------------------- the finder finds what it is for


def made(qtbot: QtBot, inside: QWidget, width: int, height: int) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root)
    box = QVBoxLayout(root)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inside)
    inside.setFixedSize(width, height)
    root.show()
    return root


@pytest.mark.parametrize("widget", [QLabel, QPushButton])
def test_a_short_place_for_a_long_text_is_found(qtbot: QtBot, widget: type[QLabel | QPushButton]) -> None:
    text = "Times of every booking of the week"
    assert len(clipped(made(qtbot, widget(text), 60, 40))) == 1
    assert clipped(made(qtbot, widget(text), 400, 40)) == []


def test_a_wrapped_text_that_is_cut_below_and_a_word_that_is_too_long_are_found(qtbot: QtBot) -> None:
    for text, width, found in (
        ("one two three four five six", 60, 1),
        ("Donaudampfschifffahrt", 50, 1),
        ("short", 60, 0),
    ):
        label = QLabel(text)
        label.setWordWrap(True)
        assert len(clipped(made(qtbot, label, width, 18))) == found, text


def test_a_row_wider_than_what_scrolls_only_downwards_is_found(qtbot: QtBot) -> None:
    row = QWidget()
    line = QHBoxLayout(row)
    for text in ("Alpha", "Beta", "Gamma", "Delta"):
        line.addWidget(QPushButton(text))
    area = QScrollArea(widgetResizable=True)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    area.setWidget(row)
    assert any("across" in each for each in clipped(made(qtbot, area, 150, 60)))
