"""The tray's icon: a pure function of the app's state, for light bars, dark ones, either, and those that tint it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtGui import QIcon

from workestra_desktop.core.snapshot import State
from workestra_desktop.ui.icons import drawing, painted
from workestra_desktop.ui.tray_bar import Bar

SIZES = (16, 20, 22, 24, 28, 32, 33, 36, 40, 44, 48, 64)
"""In pixels: 16, 22, 24 and 32 of them, and those at 125, 150 and 200 %."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One state's picture: a drawing in `resources/tray` and its colour on a light and on a dark bar."""

    drawing: str
    on_light: str
    on_dark: str


def sign(state: State) -> Sign:
    """Each state has a shape and a colour of its own, so that either alone tells them apart."""
    match state:
        case State.UP_TO_DATE:
            return Sign("up-to-date", "#1b7344", "#6ecb96")
        case State.SYNCING:
            return Sign("syncing", "#2b65c8", "#7aa9f7")
        case State.WAITING:
            return Sign("waiting", "#85560a", "#f0c264")
        case State.OFFLINE:
            return Sign("offline", "#5a6370", "#a6aebb")
        case State.PAUSED:
            return Sign("paused", "#6c3fb4", "#c3a2f5")
        case State.ATTENTION:
            return Sign("attention", "#b0261e", "#f0776e")
        case State.NOT_CONNECTED:
            return Sign("not-connected", "#6b4a3a", "#d3b3a2")
        case _:
            assert_never(state)


def tray_icon(state: State, bar: Bar, *, template: bool = False) -> QIcon:
    """`template`: all black, for the bar of macOS, which takes the shape and colours it.

    For either bar it is dark on white paper: on a light bar the paper is not seen, on a dark one its edge. A halo
    around the lines was no more than a blur at 16 and 22 pixels.
    """
    chosen = sign(state)
    if template:
        icon = painted(drawing(f"tray/{chosen.drawing}"), SIZES)
        icon.setIsMask(True)
        return icon
    dark = bar is Bar.DARK
    ink, tint = ("#eceef2", chosen.on_dark) if dark else ("#1c2128", chosen.on_light)
    paper = "#ffffff" if bar is Bar.EITHER else "none"
    return painted(drawing(f"tray/{chosen.drawing}", ink, tint, paper), SIZES)
