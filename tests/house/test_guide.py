"""The user guide speaks of the app as it is: links and pictures, the names of buttons, the messages and the keys."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from workestra_desktop.core.facts import UNKNOWN
from workestra_desktop.core.trouble import Scope, Trouble
from workestra_desktop.core.words import _ROWS
from workestra_desktop.ui.menus import Acts, Menus

ROOT = Path(__file__).resolve().parents[2]
GUIDE = sorted((ROOT / "docs" / "guide").glob("*.md"))
PAGES = [ROOT / "README.md", *GUIDE]
SOURCES = [ROOT / "workestra_desktop" / room for room in ("ui", "core")]

_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _prose(page: Path) -> str:
    return _FENCE.sub("", page.read_text(encoding="utf-8"))


def _anchors(page: Path) -> set[str]:
    """Of its headings, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in _HEADING.findall(_prose(page))}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name if page in GUIDE else "front")
def test_every_link_and_picture_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(_prose(page))
    broken = []
    for mark, text, target in links:
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        fits = file.exists() and (not anchor or anchor in _anchors(file))
        if not fits or (mark and len(text) < 10):
            broken.append(target)
    assert broken == []
    assert links or page.name == "keys.md"


def test_the_front_page_leads_to_every_page_of_the_guide() -> None:
    links = _LINK.findall(_prose(ROOT / "docs" / "guide" / "README.md"))
    contents = {target.partition("#")[0] for _, _, target in links}
    assert contents == {page.name for page in GUIDE} - {"README.md"}
    assert "(docs/guide/README.md)" in _prose(ROOT / "README.md")


def _plain(text: str) -> str:
    """As it is read: without the mark of an underlined letter, a count, or the dots of an entry that asks on."""
    return re.sub(r"&(?=\w)", "", text).removesuffix(" ({count})").removesuffix("…")


def _texts() -> Iterator[str]:
    for room in SOURCES:
        for file in room.glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield _plain(node.value)


def test_every_name_in_bold_stands_in_the_window() -> None:
    known = set(_texts())
    named = {(page.name, name) for page in GUIDE for name in _BOLD.findall(_prose(page))}
    assert len(named) > 150
    assert sorted(each for each in named if _plain(" ".join(each[1].split())) not in known) == []


def _titles() -> set[str]:
    """Of every message there is, as templates."""
    bare = {code: Trouble(code) for code in {row.code for row in _ROWS}}
    full = {code: Trouble(code, Scope.CALENDAR, subject="Work", clock_off=7380.0) for code in bare}
    return {
        row.title if isinstance(row.title, str) else row.title(facts[row.code], UNKNOWN)
        for row in _ROWS
        for facts in (bare, full)
    }


def test_every_message_is_explained_and_none_that_is_gone() -> None:
    page = _prose(ROOT / "docs" / "guide" / "trouble.md")
    patterns = {title: re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(title))) for title in _titles()}
    assert [title for title, pattern in patterns.items() if not pattern.search(page)] == []
    told = re.findall(r"^### (.+)$", page, re.MULTILINE)
    assert [head for head in told if not any(pattern.fullmatch(head) for pattern in patterns.values())] == []


def test_every_key_of_the_menus_is_in_the_table(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    Menus(window, Acts(**{each.name: lambda *_: None for each in fields(Acts)}))
    page = _prose(ROOT / "docs" / "guide" / "keys.md")
    portable = QKeySequence.SequenceFormat.PortableText
    keys = {
        action.shortcut().toString(portable): _plain(action.text())
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
    }
    keys.pop("", None)
    assert len(keys) > 8
    assert [f"{key}: {name}" for key, name in keys.items() if f"| {key} | **{name}" not in page] == []
