"""The app's icon in the containers of Windows (.ico) and macOS (.icns), painted by Qt from the drawing in resources.

Both are simple: a table, and a PNG for each size. ICO: Microsoft, “Icons” (ICONDIR, ICONDIRENTRY; PNG since Windows
Vista). ICNS: a big-endian header and elements of four letters, a length and data (Apple, “Icon Services Reference”).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

MARK = Path(__file__).resolve().parents[1] / "resources" / "icons" / "workestra.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: what Windows asks for at 100 to 200 %, and the large tiles."""
ICNS_SIZES = {
    "icp4": 16, "icp5": 32, "ic11": 32, "ic12": 64, "ic07": 128, "ic13": 256, "ic08": 256, "ic14": 512, "ic09": 512,
    "ic10": 1024,
}  # fmt: skip
"""An element → its pixels; ic11 to ic14 and ic10 are the same sizes for twice as many pixels a point."""


def png(size: int, svg: Path = MARK) -> bytes:
    """`svg`, `size` by `size` pixels, on nothing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    if not writer.write(image):
        raise RuntimeError(writer.errorString())
    return bytes(data.data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """`pictures` are PNGs by their size, at most 256, which is written as 0."""
    table, data = struct.pack("<HHH", 0, 1, len(pictures)), b""
    begin = 6 + 16 * len(pictures)
    for size, picture in sorted(pictures.items()):
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), begin + len(data))
        data += picture
    return table + data


def icns(pictures: Mapping[str, bytes]) -> bytes:
    """`pictures` are PNGs by their element."""
    data = b"".join(
        kind.encode("ascii") + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(data)) + data


def write(folder: Path) -> None:
    """Both containers, as workestra.ico and workestra.icns. Needs no QGuiApplication."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "workestra.ico").write_bytes(ico({size: png(size) for size in ICO_SIZES}))
    (folder / "workestra.icns").write_bytes(icns({kind: png(size) for kind, size in ICNS_SIZES.items()}))
