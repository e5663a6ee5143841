"""The frame that stands before the window does, and the place both keep."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from workestra_desktop.desktop import beside
from workestra_desktop.ui import front as fronts
from workestra_desktop.ui.front import SIZE, Front, Place
from workestra_desktop.ui.look import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[2]


def test_its_colours_are_the_window_s() -> None:
    assert (LIGHT.window, DARK.window) == (fronts._LIGHT, fronts._DARK)


def test_it_loads_nothing_of_the_app() -> None:
    code = (
        "import sys; import workestra_desktop.ui.front; "
        "print(*sorted(name for name in sys.modules if name.startswith('workestra_desktop.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    plain = "workestra_desktop.ui.plain_import"  # for every module after it
    assert done.stdout.split() == ["workestra_desktop.ui", "workestra_desktop.ui.front", plain]


def test_it_is_painted_and_gives_way_in_place(qtbot: QtBot, tmp_path: Path) -> None:
    front = Front(Place(tmp_path))
    front.stand()
    assert front.painted and front.isVisible()
    front.resize(760, 500)
    window = QMainWindow()
    qtbot.addWidget(window)
    gone: list[bool] = []
    front.destroyed.connect(lambda: gone.append(True))
    front.give_way(window)
    assert window.isVisible()
    qtbot.waitUntil(lambda: bool(gone))
    assert (window.width(), window.height()) == (760, 500)


def test_it_goes_where_a_second_start_has_brought_the_window_up_already(qtbot: QtBot, tmp_path: Path) -> None:
    front, window, inside = Front(Place(tmp_path)), QMainWindow(), QWidget()
    front.stand()
    inside.setAutoFillBackground(True)
    window.setCentralWidget(inside)
    qtbot.addWidget(window)
    Place(tmp_path).restore(window)
    gone: list[bool] = []
    front.destroyed.connect(lambda: gone.append(True))
    with qtbot.waitExposed(window):
        window.show()
    front.give_way(window)
    qtbot.waitUntil(lambda: bool(gone))
    assert window.isVisible()


def test_closing_it_closes_the_window_that_was_to_come(qtbot: QtBot, tmp_path: Path) -> None:
    class Closed(QMainWindow):
        times = 0

        def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
            self.times += 1
            super().closeEvent(event)

    front, window = Front(Place(tmp_path)), Closed()
    qtbot.addWidget(window)
    front.stand()
    front.close()
    front.give_way(window)
    assert not window.isVisible()
    assert window.times == 1


def test_the_place_is_kept_in_the_profile(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = QMainWindow(), QMainWindow()
    for window in (first, second):
        qtbot.addWidget(window)
    place = Place(tmp_path)
    place.restore(first)
    assert (first.width(), first.height()) == SIZE
    first.resize(740, 520)
    place.keep(first)
    Place(tmp_path).restore(second)
    assert (second.width(), second.height()) == (740, 520)


def test_what_is_no_place_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    QSettings(str(tmp_path / beside.WINDOW), QSettings.Format.IniFormat).setValue("geometry", "nonsense")
    window = QMainWindow()
    qtbot.addWidget(window)
    Place(tmp_path).restore(window)
    assert (window.width(), window.height()) == SIZE


def test_no_place_is_kept_of_a_profile_that_is_gone(qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    place = Place(tmp_path / "profile")
    place.keep(window)
    del place
    assert list(tmp_path.iterdir()) == []
