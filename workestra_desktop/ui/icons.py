"""Icons painted from the drawings in `resources/`, in the colour asked for.

Those in `resources/icons` are Lucide's (`resources/licences/lucide.txt`) under Lucide's names, but for the app's own.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_PACKAGE = Path(__file__).resolve().parents[1]
RESOURCES = next(
    (place for place in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if place.is_dir()), _PACKAGE
)
"""In an installed app they lie in the package, in the source tree beside it."""

DRAWINGS = {
    "attention": "triangle-alert",
    "cancelled": "circle-x",
    "close": "x",
    "down": "chevron-down",
    "earlier": "chevron-left",
    "in-icloud": "circle-check",
    "later": "chevron-right",
    "missing": "search-alert",
    "refused": "octagon-alert",
    "removing": "circle-minus",
    "sync": "refresh-cw",
    "waiting": "clock",
}
"""What is meant → the drawing that says so. Any other name is a drawing's own."""

_SIZES = (16, 20, 24, 32, 40, 48, 64, 96)
"""Pixels: what buttons and lists ask for at 100, 125, 150 and 200 %."""

_RGB = re.compile(r"#[0-9A-Fa-f]{6}")
_STATE_COLOUR = "#00ff00"
_PAPER_COLOUR = "#0000ff"


def drawing(name: str, ink: str = "#000000", tint: str = "#000000", paper: str = "none") -> QByteArray:
    """The SVG `name` (like `icons/plus`) with its colours filled in; `paper` is what it is drawn on, if on anything."""
    text = (RESOURCES / f"{name}.svg").read_text(encoding="utf-8")
    text = text.replace("currentColor", ink).replace(_STATE_COLOUR, tint).replace(_PAPER_COLOUR, paper)
    return QByteArray(text.encode())


def _add(icon: QIcon, pixmap: QPixmap) -> None:
    """The same picture on a chosen row: Qt would wash it out."""
    icon.addPixmap(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)


def painted(svg: QByteArray, sizes: tuple[int, ...] = _SIZES) -> QIcon:
    """`svg` as an icon that has a sharp picture for each of `sizes` (pixels)."""
    renderer = QSvgRenderer(svg)
    icon = QIcon()
    for size in sizes:
        canvas = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        _add(icon, QPixmap.fromImage(canvas.copy()))  # what was painted on keeps its brushes: more than the picture
    return icon


def symbol(name: str, ink: str) -> QIcon:
    """The icon for `name`, a key of `DRAWINGS` or the name of a drawing, in the colour `ink` (#rrggbb). The caller's
    own: more pictures may be added to it."""
    return QIcon(_kept(name, ink))


@lru_cache(maxsize=256)
def _kept(name: str, ink: str) -> QIcon:
    """Each is painted in all its sizes, and the window asks for the same few some 180 times while it is built."""
    return painted(drawing(f"icons/{DRAWINGS.get(name, name)}", ink))


def app_icon() -> QIcon:
    return painted(drawing("icons/workestra"), (16, 22, 24, 32, 48, 64, 128, 256, 512))


def calendar_colour(text: str) -> QColor:
    """Apple writes #RRGGBBAA, others #RRGGBB; the rest becomes grey. (Qt would read eight digits as #AARRGGBB.)"""
    match = _RGB.match(text)
    return QColor(match[0]) if match else QColor("#8e8e93")


def swatch(text: str, size: int = 12) -> QIcon:
    """A dot in a calendar's colour."""
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(size * scale, size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(calendar_colour(text))
        painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
        painter.end()
        _add(icon, pixmap)
    return icon
