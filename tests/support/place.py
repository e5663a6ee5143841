"""A place of the window a person can come to, as a story that opens it; and what the places have in common."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from tests.support.snapshots import CALENDARS, NOW, a_block, a_booking, a_snapshot
from tests.ui.conftest import Scene
from workestra_desktop.core.calendar import Reason
from workestra_desktop.core.snapshot import Snapshot

NEXT = timedelta(days=1)
BOOKINGS = (
    a_booking("b1", "Wilhelmina Featherstonehaugh-Montgomery", note="First lesson", email="w@example.org"),
    a_booking("b2", "Ada Lovelace", 2),
)
BLOCKS = (
    a_block("Dentist", NOW + timedelta(hours=4, minutes=18)),
    a_block("Workshop with Northwind", NOW + NEXT * 2, 240),
    a_block("Swimming", NOW + NEXT * 3, 60, calendar=CALENDARS[1].id),
    a_block("Team lunch", NOW + NEXT * 3 + timedelta(minutes=30), 60, Reason.TENTATIVE),
)


@dataclass(frozen=True, slots=True)
class Place:
    """`open` brings the scene there and answers with what to walk: the window, or a dialog in front of it."""

    name: str
    open: Callable[[Scene], Coroutine[Any, Any, QWidget]]

    def __str__(self) -> str:
        return self.name


class FakeLogin:
    """A system that keeps in memory whether the app starts at login."""

    def __init__(self) -> None:
        self._on = False

    def enabled(self) -> bool:
        return self._on

    def set(self, on: bool) -> None:
        self._on = on


async def told(scene: Scene, snapshot: Snapshot) -> None:
    """The window first: waiting for it turns the loop, and nothing may be under way in it then."""
    await scene.show()
    scene.window.show_snapshot(snapshot)
    await scene.settle()


async def at_home(scene: Scene) -> None:
    scene.engine.blocks, scene.engine.bookings = BLOCKS, BOOKINGS
    await told(scene, a_snapshot(*BOOKINGS))


async def shown(scene: Scene, dialog: QDialog) -> QDialog:
    dialog.show()
    await scene.settle()
    return dialog
