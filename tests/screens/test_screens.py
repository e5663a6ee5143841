"""Every page in every state looks as it was last accepted (`python3 dev.py screens --accept`)."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.screens.__main__ import ACCEPTED, SCALES, changed, drawn
from tests.screens.compare import difference
from tests.screens.draw import file_name
from tests.screens.screens import SCREENS


@pytest.mark.timeout(400)
@pytest.mark.parametrize("scale", SCALES)
def test_every_screen_looks_as_it_was_accepted(scale: int, tmp_path: Path) -> None:
    try:
        drawn(tmp_path, scale)
    except subprocess.CalledProcessError as failed:
        pytest.fail(failed.stderr)
    differ = {name: share for name, share in changed(tmp_path).items() if name.endswith(f"@{scale}x.png")}
    assert not differ, "look at them with `python3 dev.py screens`, then `--accept`"


def test_every_accepted_picture_is_of_a_screen() -> None:
    names = {file_name(s.name, dark=dark, scale=scale) for s in SCREENS for dark in (False, True) for scale in SCALES}
    assert {file.name for file in ACCEPTED.glob("*.png")} == names


def test_a_word_less_is_seen(tmp_path: Path) -> None:
    """The comparison itself: a patch the size of a short word is a difference, noise of a few shades is none."""
    name = file_name(SCREENS[0].name, dark=False, scale=1)
    picture = QImage(str(ACCEPTED / name)).convertToFormat(QImage.Format.Format_RGB32)
    picture.save(str(tmp_path / name))
    assert difference(ACCEPTED / name, tmp_path / name) == 0
    for x in range(40):
        for y in range(10):
            picture.setPixelColor(300 + x, 300 + y, QColor("#d04040"))
    picture.save(str(tmp_path / name))
    assert name in changed(tmp_path)
