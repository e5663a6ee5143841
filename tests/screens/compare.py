"""Whether two pictures of one screen show the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

_COLOURS = 192
_SHADE = 0xF8F8F8


def few_colours(image: QImage) -> QImage:
    """`image` in 192 of its colours: a third of the bytes. Of shades that are near each other only the most frequent
    counts, so that letters keep their edges and a word in red stays red."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("I")[::3].tolist())
    shades: dict[int, list[int]] = {}
    for colour, count in counts.most_common():
        shade = shades.setdefault(colour & _SHADE, [colour, 0])
        shade[1] += count
    table = [colour for colour, _ in sorted(shades.values(), key=lambda shade: -shade[1])[:_COLOURS]]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


NEAR = 40
"""How far a channel (0 to 255) may be off: the 192 colours are not the same ones in two pictures."""
MOST = 0.0005
"""The share of pixels that may be farther off."""


def difference(accepted: Path, drawn: Path) -> float:
    """The share of pixels that differ; 1.0 if one is missing or they differ in size."""
    old, new = QImage(str(accepted)), QImage(str(drawn))
    if old.isNull() or new.isNull() or old.size() != new.size():
        return 1.0
    before, after = _bytes(old), _bytes(new)
    if before == after:
        return 0.0
    off = sum(
        1
        for at in range(0, len(before), 4)
        if before[at : at + 4] != after[at : at + 4]
        and max(abs(a - b) for a, b in zip(before[at : at + 3], after[at : at + 3], strict=True)) > NEAR
    )
    return off / (old.width() * old.height())


def _bytes(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # its bits go with it
    return bytes(plain.constBits())


def side_by_side(accepted: Path, drawn: Path, into: Path) -> None:
    """Old, new, and where they differ, in one picture."""
    pictures = [image for image in (QImage(str(accepted)), QImage(str(drawn))) if not image.isNull()]
    if len(pictures) == 2 and pictures[0].size() == pictures[1].size():
        marked = pictures[1].convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(marked)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(0, 0, pictures[0])
        painter.end()
        pictures.append(marked)
    whole = QImage(
        sum(image.width() + 8 for image in pictures),
        max(image.height() for image in pictures),
        QImage.Format.Format_RGB32,
    )
    whole.fill(QColor(Qt.GlobalColor.magenta))
    painter, x = QPainter(whole), 0
    for image in pictures:
        painter.drawImage(x, 0, image)
        x += image.width() + 8
    painter.end()
    whole.save(str(into))
