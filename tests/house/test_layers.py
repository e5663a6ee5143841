"""The column "may import" of the layering table in docs/architecture.md. import-linter checks the column "never"."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "workestra_desktop"
STDLIB = sys.stdlib_module_names | {"__future__"}
IMPURE = {"sqlite3", "threading", "multiprocessing", "concurrent", "asyncio", "subprocess", "socket", "ssl", "http"}


def ours(*rooms: str) -> set[str]:
    return {f"workestra_desktop.{room}" for room in rooms}


MAY_IMPORT = {
    "core": ours("core"),
    "ical": ours("core", "ical") | {"icalendar", "recurring_ical_events", "dateutil", "x_wr_timezone"},
    "store": ours("core", "store"),
    # caldav's own HTTP and XML libraries, whose exceptions and trees its interface hands out.
    "sync": ours("core", "ical", "sync") | {"caldav", "niquests", "lxml"},
    "desktop": ours("core", "desktop")
    | {"keyring", "platformdirs", "tzlocal", "filelock", "jeepney", "PySide6.QtCore", "PySide6.QtNetwork"},
    "ui": ours("core", "ui") | {"PySide6", "shiboken6", "qasync"},
}
ALSO = {"sync/engine.py": {"PySide6.QtCore"}, "sync/reader.py": {"PySide6.QtCore"}}
NEVER = {"core": IMPURE, "ical": IMPURE, "ui": {"sqlite3", "socket", "ssl", "http"}}


def imports(path: Path) -> Iterator[str]:
    """Every module a file names in an import, also inside functions and type-checking blocks."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            # `from PySide6 import QtCore` names a module by its second half.
            yield from (f"{node.module}.{a.name}" for a in node.names) if node.module == "PySide6" else (node.module,)


def allowed(module: str, room: str, file: str) -> bool:
    top = module.partition(".")[0]
    if top in STDLIB:
        return top not in NEVER.get(room, set())
    may = MAY_IMPORT[room] | ALSO.get(file, set())
    return any(module == name or module.startswith(name + ".") for name in may) or module == "workestra_desktop"


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_its_row_allows(room: str) -> None:
    files = sorted((PACKAGE / room).rglob("*.py"))
    assert files
    wrong = [
        f"{path.relative_to(PACKAGE)}: {module}"
        for path in files
        for module in imports(path)
        if not allowed(module, room, path.relative_to(PACKAGE).as_posix())
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("module", "room", "file", "expected"),
    [
        ("re", "core", "core/x.py", True),
        ("sqlite3", "core", "core/x.py", False),
        ("workestra_desktop.ical.event", "core", "core/x.py", False),
        ("sqlite3", "store", "store/x.py", True),
        ("PySide6.QtCore", "sync", "sync/round.py", False),
        ("PySide6.QtCore", "sync", "sync/engine.py", True),
        ("PySide6.QtGui", "sync", "sync/engine.py", False),
        ("PySide6.QtCore", "sync", "sync/reader.py", True),
        ("PySide6.QtWidgets", "ui", "ui/x.py", True),
        ("workestra_desktop.store.profile", "sync", "sync/engine.py", False),
    ],
)
def test_the_table_is_read_as_it_is_meant(module: str, room: str, file: str, expected: bool) -> None:
    assert allowed(module, room, file) is expected
