"""Every text of the app that is translated, read from its sources: in which context, where, and what it says.

Qt's `lupdate` knows `self.tr("…")`, and gives it the class as context, as PySide does when it runs (it asks base
classes as well). It knows neither a module's own `_tr`, nor the sentences that the rooms below the window make for any
language.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES = "Trouble"
"""The context of what comes from below the window: `ui/words.py` asks for it."""

MAKERS = {"said": 0, "about": 1, "trouble": 0, "fail": 1, "need": 1, "Standstill": 0, "say": 0}
"""Functions below the window whose argument is such a sentence, and which argument it is."""


@dataclass(frozen=True, slots=True, order=True)
class Text:
    context: str
    source: str
    file: str


class Untranslatable(ValueError):  # noqa: N818 - it says what is wrong
    """A text that is made where it is to be translated, so that no translation can exist."""


def texts(root: Path) -> list[Text]:
    """All of them, by context, in the order of files and lines; each once per context and file."""
    package = root / "workestra_desktop"
    found: dict[Text, None] = {}
    for folder, reader in (("ui", _window), ("core", _below), ("ical", _below), ("sync", _below), ("desktop", _below)):
        for path in sorted((package / folder).glob("*.py")):
            name = path.relative_to(root).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"), name)
            found |= dict.fromkeys(Text(context, source, name) for context, source in reader(tree, name))
    return sorted(found, key=lambda text: text.context)


def _window(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    """`self.tr(…)`, `_tr(…)` and `QCoreApplication.translate("Context", …)`."""
    own = _contexts(tree)

    def walk(node: ast.AST, class_name: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.ClassDef):
            class_name = node.name
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                    yield class_name, _literal(node.args[0], name)
                case ast.Name(id="tr"):  # tr = self.tr
                    yield class_name, _literal(node.args[0], name)
                case ast.Name(id=function) if own.get(function) == "":
                    yield _literal(node.args[0], name), _literal(node.args[1], name)
                case ast.Name(id=function) if own.get(function, SENTENCES) != SENTENCES:
                    yield own[function], _literal(node.args[0], name)
                case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"):
                    if not isinstance(node.args[1], ast.Name):  # as in `_tr` itself
                        yield _literal(node.args[0], name), _literal(node.args[1], name)
                case _:
                    pass
        for child in ast.iter_child_nodes(node):
            yield from walk(child, class_name)

    yield from walk(tree, "")


def _contexts(tree: ast.Module) -> dict[str, str]:
    """The functions of a module that do nothing but translate, with their contexts; '' if each call names its own."""
    found = {}
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=function,
                body=[ast.Return(value=ast.Call(func=ast.Attribute(attr="translate"), args=[context, *_]))],
            ):
                found[function] = _literal(context, function)
            case ast.Assign(targets=[ast.Name(id=function)], value=ast.Attribute(attr="translate")):
                found[function] = ""
            case _:
                pass
    return found


def _literal(node: ast.expr, name: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise Untranslatable(f"{name}:{node.lineno}: not a text as it stands")


def _below(tree: ast.Module, name: str) -> Iterator[tuple[str, str]]:
    """What is given to a maker of sentences, as it stands or by name; and all of `core/words.py`."""
    if name.endswith("core/words.py"):
        yield from ((SENTENCES, text) for text in _strings(tree) if _is_sentence(text))
        return
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and len(node.args) > (at := MAKERS.get(called(node), 99)):
            given = node.args[at]
            yield from ((SENTENCES, text) for text in _strings(given) if _is_sentence(text))
            names |= {each.id for each in ast.walk(given) if isinstance(each, ast.Name)}
    assigned = [n for n in ast.walk(tree) if isinstance(n, ast.Assign) and names & set(_targets(n))] if names else []
    for node in assigned:
        yield from ((SENTENCES, text) for text in _strings(node.value) if _is_sentence(text))


def called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=function) | ast.Attribute(attr=function):
            return function
        case _:
            return ""


def _targets(node: ast.Assign) -> Iterator[str]:
    for target in node.targets:
        yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))


def _strings(tree: ast.AST) -> Iterator[str]:
    """Texts in `tree` but docstrings, and the pieces of f-strings."""
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(piece) for piece in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def _is_sentence(text: str) -> bool:
    """And no key or separator."""
    return text[:1].isupper() or text.startswith("“") or " " in text.strip()
