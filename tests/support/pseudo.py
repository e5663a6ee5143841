"""A language in which every text stands in brackets: what has none on the screen was never translated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from tools.texts import texts
from tools.translations import compiled, written
from workestra_desktop.ui.zone_box import ZoneBox

ROOT = Path(__file__).resolve().parents[2]
OPEN, CLOSE = "⟦", "⟧"


def pseudo(folder: Path) -> Path:
    """A .qm file of that language. Only the name of the language itself stays: it is no text."""
    wanted = texts(ROOT)
    said = {(t.context, t.source): t.source if t.source == "en" else f"{OPEN}{t.source}{CLOSE}" for t in wanted}
    source, target = folder / "pseudo.ts", folder / "pseudo.qm"
    source.write_text(written("en_GB", wanted, said), encoding="utf-8")
    compiled(source, target)
    return target


def bare(text: str) -> str:
    """What stands outside of all brackets."""
    depth, out = 0, []
    for char in text:
        depth += char == OPEN
        if not depth:
            out.append(char)
        depth -= char == CLOSE
    return "".join(out)


def shown(root: QWidget) -> Iterator[tuple[str, str]]:
    """Where, and every text that `root` and what is in it shows, says aloud or has in its menus."""
    objects: list[QObject] = [root, *root.findChildren(QObject)]
    for each in objects:
        where = f"{type(each).__name__} {each.objectName()}"
        if isinstance(each, QAction):
            yield from ((where, text) for text in (each.text(), each.iconText()))
        if not isinstance(each, QWidget) or each.objectName().startswith("qt_"):
            continue
        yield from ((where, text) for text in (each.accessibleName(), each.accessibleDescription(), each.toolTip()))
        if each.isWindow():
            yield where, each.windowTitle()
        if isinstance(each, QLabel | QAbstractButton):
            yield where, each.text()
        if isinstance(each, QLineEdit):
            yield where, each.placeholderText()
        if isinstance(each, QComboBox) and not isinstance(each, ZoneBox):
            yield from ((where, each.itemText(row)) for row in range(each.count()))
        if isinstance(each, QTabBar):
            yield from ((where, each.tabText(row)) for row in range(each.count()))
