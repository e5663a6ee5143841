"""Every screen there is: bookings and week in each of the four states, and all other places once."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.screens.states import BLOCKS, BUSY, EMPTY, JOURNAL, LONG, TROUBLE
from tests.support.places import PLACES
from tests.ui.conftest import Scene
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.window import Page


@dataclass(frozen=True, slots=True)
class Screen:
    """`open` brings the scene there and answers the widget to draw; `name` is what its pictures are called."""

    name: str
    open: Callable[[Scene], Coroutine[Any, Any, QWidget]]


async def _main(snapshot: Snapshot, page: Page, scene: Scene) -> QWidget:
    scene.engine.blocks = BLOCKS if snapshot.bookings else ()
    scene.engine.bookings = snapshot.bookings
    scene.engine.journals = {booking.id: JOURNAL for booking in snapshot.bookings}
    await scene.show()
    scene.window.show_snapshot(snapshot)
    await scene.settle()
    if page is Page.WEEK:
        scene.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        await scene.until(lambda: scene.at(Page.WEEK))
    return scene.window


_STATES = {"empty": EMPTY, "busy": BUSY, "trouble": TROUBLE, "long": LONG}
_TOLD_ABOVE = {"bookings", "week", "no bookings", "troubled"}
"""Places that are one of the four states, near enough."""

SCREENS: tuple[Screen, ...] = (
    *(Screen(f"bookings-{name}", partial(_main, state, Page.BOOKINGS)) for name, state in _STATES.items()),
    *(Screen(f"week-{name}", partial(_main, state, Page.WEEK)) for name, state in _STATES.items()),
    *(Screen(place.name.replace(" ", "-"), place.open) for place in PLACES if place.name not in _TOLD_ABOVE),
)
