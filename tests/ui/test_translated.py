"""Every text of the window is translated: in a made-up language none is left without its brackets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.pseudo import bare, pseudo, shown
from tests.support.tour import DATA, walk
from tests.ui.conftest import OFFSCREEN, Scene
from tools.texts import texts
from tools.translations import FOLDER, LANGUAGES, compiled, read
from workestra_desktop.ui import tongue

pytestmark = OFFSCREEN

ROOT = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = DATA | {"iCloud", "Workestra", "Markdown", "English", "Deutsch", "Español", "Français", "日本語", "en"}
_NAMES |= {"parte", "partie", "一部", "abcd", "efgh", "ijkl", "mnop", "min", "com", "https", "account", "apple", "span"}
"""And what is the same in every language."""
_LOCALE = QLocale(QLocale.Language.English)
_DAYS = {
    _LOCALE.dayName(day, form)
    for day in range(1, 8)
    for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
}
_MONTHS = {_LOCALE.monthName(month) for month in range(1, 13)}
"""Qt's own: `test_tongue` is about them."""


@pytest.fixture
def bracketed(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    assert tongue.load(qapp, pseudo(tmp_path))
    yield
    for translator in qapp.findChildren(QTranslator, "tongue"):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def test_no_page_or_dialog_has_a_text_that_is_not_translated(bracketed: None, scene: Scene) -> None:
    left: dict[str, set[str]] = {}

    def look(name: str, root: QWidget) -> None:
        for where, text in shown(root):
            if set(_WORD.findall(bare(text))) - _NAMES - _DAYS - _MONTHS:
                left.setdefault(f"{text!r} in {where}", set()).add(name)

    async def story() -> None:
        await walk(scene, look)

    scene.play(story)
    assert not left, "\n".join(f"{text}: {', '.join(sorted(names))}" for text, names in left.items())


# ----------------------------------------------------------------------------------------------------- the files


def places(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


def mnemonics(text: str) -> int:
    return len(re.findall(r"&(?=[^& ])", text))


def test_german_is_complete() -> None:
    wanted = {(text.context, text.source) for text in texts(ROOT)}
    known = read(FOLDER / "workestra_de.ts")
    assert not wanted - known.keys(), "not translated: python3 dev.py translations"
    assert not known.keys() - wanted, "not used any more: python3 dev.py translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_and_mnemonics_are_those_of_the_source(language: str) -> None:
    for (_, source), said in read(FOLDER / f"workestra_{language}.ts").items():
        if source[:3] in ("ddd", "en"):
            continue
        assert places(said) == places(source), said
        assert mnemonics(said) == mnemonics(source), said
        assert (said[:1].isspace(), said[-1:].isspace()) == (source[:1].isspace(), source[-1:].isspace()), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qt_loads_is_made_from_what_stands_beside_it(language: str, tmp_path: Path) -> None:
    source = FOLDER / f"workestra_{language}.ts"
    compiled(source, tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


SHOWN_ANYHOW = {"setText", "setToolTip", "setAccessibleName", "setPlaceholderText", "setWindowTitle", "setStatusTip"}


def test_no_source_of_the_window_shows_a_text_as_it_stands() -> None:
    """A literal with a word in it, given straight to what shows it."""
    found = []
    for path in sorted((ROOT / "workestra_desktop" / "ui").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SHOWN_ANYHOW:
                given = node.args[0] if node.args else None
                if isinstance(given, ast.Constant) and set(_WORD.findall(str(given.value))) - _NAMES:
                    found.append(f"{path.name}:{node.lineno} {given.value!r}")
    assert found == []
