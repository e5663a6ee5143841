"""The icon's containers, read back as the systems would."""

from __future__ import annotations

import struct

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from tools.app_icon import ICNS_SIZES, ICO_SIZES, icns, ico, png


def image(data: bytes) -> QImage:
    return QImage.fromData(QByteArray(data))


def test_the_mark_is_painted_and_its_corners_are_clear() -> None:
    for size in (16, 256):
        painted = image(png(size))
        assert (painted.width(), painted.height()) == (size, size)
        assert painted.pixelColor(0, 0).alpha() == 0
        assert painted.pixelColor(size // 2, size // 8).alpha() == 255


def test_windows_finds_each_size() -> None:
    data = ico({size: png(size) for size in ICO_SIZES})
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, len(ICO_SIZES))
    end = 6 + 16 * count
    for number, size in enumerate(ICO_SIZES):
        width, height, _, _, _, depth, length, begin = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert (width or 256, height or 256, depth, begin) == (size, size, 32, end)
        assert image(data[begin : begin + length]).width() == size
        end = begin + length
    assert end == len(data)


def test_qt_reads_the_windows_icon() -> None:
    assert not QImage.fromData(QByteArray(ico({32: png(32)}))).isNull()


def test_macos_finds_each_element() -> None:
    data = icns({kind: png(size) for kind, size in ICNS_SIZES.items()})
    assert (data[:4], struct.unpack_from(">I", data, 4)[0]) == (b"icns", len(data))
    found, at = {}, 8
    while at < len(data):
        kind, length = data[at : at + 4].decode(), struct.unpack_from(">I", data, at + 4)[0]
        found[kind] = image(data[at + 8 : at + length]).width()
        at += length
    assert found == ICNS_SIZES
