"""The drawings: each that is named exists, none lies about unused, and they take the colour they are given."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from tests.support.servers import ROOT
from workestra_desktop.ui.icons import DRAWINGS, RESOURCES, app_icon, drawing, symbol
from workestra_desktop.ui.sheet import sheet_of
from workestra_desktop.ui.tokens import DARK, LIGHT, Tokens

UI = ROOT / "workestra_desktop" / "ui"
OWN = {"workestra"}
"""Ours; the others are Lucide's."""
FOLDER = RESOURCES / "icons"
IN_COLOUR = {
    f"{name}-{t.name}": (name, colour)
    for t in (LIGHT, DARK)
    for name, colour in (("check", t.on_accent), ("chevron-down", t.muted))
}
"""The style sheet cannot colour a drawing: these stand there in the colours of the tokens."""
LUCIDE = sorted(p.stem for p in FOLDER.glob("*.svg") if p.stem not in OWN and p.stem not in IN_COLOUR)


def literals() -> set[str]:
    """Every text that the window's code holds, documentation left out."""
    found: set[str] = set()
    for file in UI.glob("*.py"):
        found |= {n.value for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Constant)
                  and isinstance(n.value, str)}  # fmt: skip
    return found


def test_every_meaning_has_its_drawing_and_every_drawing_is_used() -> None:
    said = literals()
    assert [name for name in DRAWINGS.values() if not (FOLDER / f"{name}.svg").is_file()] == []
    assert [meaning for meaning in DRAWINGS if meaning not in said] == []
    used = set(DRAWINGS.values()) | {source for source, _ in IN_COLOUR.values()} | said
    assert [name for name in LUCIDE if name not in used] == []


def test_every_icon_that_code_names_exists() -> None:
    named = set[str]()
    for file in UI.glob("*.py"):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                named |= set(_icon_of(call))
    assert {"plus", "sync", "earlier"} <= named
    assert [name for name in sorted(named) if not (FOLDER / f"{DRAWINGS.get(name, name)}.svg").is_file()] == []


def _icon_of(call: ast.Call) -> list[str]:
    """The icon that `symbol("x", …)` and `icon_button("x", …)` name, if it stands there."""
    assert isinstance(call.func, ast.Name)
    first = call.args[0] if call.func.id in {"symbol", "icon_button"} and call.args else None
    return (
        [n.value for n in ast.walk(first) if isinstance(n, ast.Constant) and isinstance(n.value, str)] if first else []
    )


def test_the_sheet_names_only_pictures_that_are_there(qapp: QApplication) -> None:
    for t in (LIGHT, DARK):
        named = re.findall(r'url\("([^"]+)"\)', sheet_of(t, 10))
        assert named
        assert [path for path in named if not Path(path).is_file()] == []


@pytest.mark.parametrize("name", LUCIDE)
def test_a_drawing_is_of_the_set_and_takes_its_colour(name: str) -> None:
    """Lucide draws on 24 × 24 with strokes of 2, round, and nothing filled."""
    text = (FOLDER / f"{name}.svg").read_text("utf-8")
    root = etree.fromstring(text.encode())
    assert "lucide-static v1.62.0" in text
    assert (root.get("viewBox"), root.get("stroke-width"), root.get("fill")) == ("0 0 24 24", "2", "none")
    assert root.get("stroke") == "currentColor"
    assert "#" not in text


@pytest.mark.parametrize("name", sorted(IN_COLOUR))
def test_pictures_of_the_sheet_are_the_same_drawings_in_a_tokens_colour(name: str) -> None:
    source, colour = IN_COLOUR[name]
    bare = re.compile(r'stroke-width="[\d.]+"')
    expected = (FOLDER / f"{source}.svg").read_text("utf-8").replace("currentColor", colour)
    assert bare.sub("", (FOLDER / f"{name}.svg").read_text("utf-8")) == bare.sub("", expected)


def test_the_licence_is_kept_with_its_version() -> None:
    kept = (RESOURCES / "licences" / "lucide.txt").read_text("utf-8")
    assert "1.62.0" in kept.splitlines()[0]
    assert "ISC License" in kept and "The MIT License (MIT)" in kept


def inked(image: QImage) -> list[QColor]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [pixel for pixel in pixels if pixel.alpha() > 200]


@pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", LUCIDE)
def test_at_16_pixels_its_strokes_are_there_and_in_the_ink(qapp: QApplication, name: str, t: Tokens) -> None:
    """A stroke of 2 in 24 is 1.3 pixels at 16: some of it fills a pixel whole."""
    found = inked(symbol(name, t.text).pixmap(QSize(16, 16), 1.0).toImage())
    assert len(found) >= 4
    ink = QColor(t.text)
    assert all(abs(p.red() - ink.red()) + abs(p.blue() - ink.blue()) < 24 for p in found)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("size", [16, 20, 24, 32])
def test_icons_are_sharp_at_every_scale(qapp: QApplication, size: int, scale: float) -> None:
    """A picture of exactly the pixels that are asked for, or a larger one: never one that is blown up."""
    icon = symbol("plus", LIGHT.text)
    pixmap = icon.pixmap(QSize(size, size), scale)
    assert pixmap.width() == round(size * scale)
    assert max(available.width() for available in icon.availableSizes()) >= size * scale


def test_the_app_icon_reads_at_every_size_on_light_and_dark(qapp: QApplication) -> None:
    """White on blue, with a border of its own: it stands out from either dock."""
    for size in (16, 22, 32, 64, 128, 256, 512):
        image = app_icon().pixmap(QSize(size, size), 1.0).toImage()
        assert image.width() == size
        middle, slot = image.pixelColor(size // 2, size // 8), image.pixelColor(round(size * 0.22), size // 2)
        assert middle.blue() > middle.red() + 40
        assert slot.lightness() > 240
        assert image.pixelColor(0, 0).alpha() < 40


def test_a_drawing_takes_both_colours() -> None:
    text = bytes(drawing("tray/waiting", "#123456", "#654321").data()).decode()
    assert "currentColor" not in text and "#00ff00" not in text
    assert "#123456" in text


def test_an_icon_is_the_caller_s_own(qapp: QApplication) -> None:
    mine = symbol("plus", "#102030")
    mine.addPixmap(symbol("x", "#ffffff").pixmap(16), QIcon.Mode.Disabled, QIcon.State.On)
    assert not symbol("plus", "#102030").availableSizes(QIcon.Mode.Disabled, QIcon.State.On)
