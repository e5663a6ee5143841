"""Draws every screen, light and dark, at one scale: `python -m tests.screens.draw --scale 2 --into DIR [NAME…]`.

A process of its own, because Qt takes its scale once at the start. Nothing of the machine shows: the font is Inter from
`fonts/`, the clock stands at 10:42 on a Monday, the language is English unless a screen says otherwise.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screens.screens import Screen
    from tests.ui.conftest import Scene
    from workestra_desktop.ui.look import Look

FONTS = Path(__file__).parent / "fonts"
POINTS = 10
SIZE = (960, 640)
_SIDES = ("width", "height")
_SCREEN = {
    "name": "desk",
    "x": 0,
    "y": 0,
    "width": 1440,
    "height": 900,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
"""At scale 1. The usual one off screen is 800 pixels wide, which dialogs do not outgrow."""
_SOON, _LOOKS = 200, 20
"""Milliseconds within which a timer counts as about to do something, and how often it is waited for."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.screens.draw")
    parser.add_argument("--scale", type=int, default=1)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    options.into.mkdir(parents=True, exist_ok=True)
    screen = options.into / "screen.json"
    screen.write_text(json.dumps({"screens": [_SCREEN | {side: options.scale * _SCREEN[side] for side in _SIDES}]}))
    os.environ |= {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": str(options.scale), "QT_API": "pyside6",
        "LC_ALL": "en_GB.UTF-8", "LANGUAGE": "en_GB", "TZ": "Europe/Berlin",
    }  # fmt: skip
    try:
        return _draw(options.scale, options.into, options.names)
    finally:
        screen.unlink()


def _draw(scale: int, into: Path, names: Sequence[str]) -> int:
    import qasync
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    from tests.screens.screens import SCREENS
    from tests.ui.conftest import Scene
    from workestra_desktop.ui.look import Look

    app = QApplication(["screens"])
    app.setQuitOnLastWindowClosed(False)
    for file in sorted(FONTS.glob("*.otf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise SystemExit(f"{file.name} cannot be read")
    font = QFont("Inter", POINTS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # hinting differs between machines
    app.setFont(font)
    app.setCursorFlashTime(0)
    look = Look(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    wanted = [screen for screen in SCREENS if not names or screen.name in names]
    if unknown := set(names) - {screen.name for screen in SCREENS}:
        raise SystemExit(f"No such screen: {', '.join(sorted(unknown))}")
    with loop:
        for screen in wanted:
            # Now, while there is no window yet: what stands there must be dressed anew, which takes long.
            look.wear(dark=False)
            scene = Scene(loop)
            scene.play(partial(_one, screen, scene, look, into, scale))
            scene.play(partial(_end, scene))
            scene.throw_away()
    print(f"{len(wanted) * 2} pictures in {into}")  # noqa: T201 - a command
    return 0


async def _one(screen: Screen, scene: Scene, look: Look, into: Path, scale: int) -> None:
    """Light, then dark, as if the system had changed while the window stands there."""
    from tests.screens.compare import few_colours
    from tests.screens.states import answer

    scene.window.resize(*SIZE)
    scene.engine.reply = answer
    widget = await screen.open(scene)
    for dark in (False, True):
        if dark:
            look.wear(dark=True)
        await _at_rest(scene)
        few_colours(widget.grab().toImage()).save(str(into / file_name(screen.name, dark=dark, scale=scale)))


async def _at_rest(scene: Scene) -> None:
    """Until nothing more is about to be asked, as is a moment after a booking was chosen: its history."""
    from PySide6.QtCore import QTimer

    for _ in range(_LOOKS):
        await scene.settle()
        if not any(
            t.isActive() and t.isSingleShot() and t.interval() <= _SOON for t in scene.window.findChildren(QTimer)
        ):
            return
        await asyncio.sleep(_SOON / 1000)
    raise SystemExit("The window never comes to rest.")


async def _end(scene: Scene) -> None:
    scene.window.leave()
    await scene.settle()


def file_name(name: str, *, dark: bool, scale: int) -> str:
    return f"{name}-{'dark' if dark else 'light'}@{scale}x.png"


if __name__ == "__main__":
    sys.exit(main())
