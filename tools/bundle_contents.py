"""What may be in the frozen app, and what is: an allow-list, so that whatever creeps in has to be let in by a person.

packaging/contents-common.txt and contents-linux.txt, -windows.txt, -macos.txt have a line for each thing:

    file PATTERN      a file of the folder; `*` stands for anything but a slash, `**` for anything
    module NAME       a Python module in the archive, with all below it

Python's own modules are allowed but for `UNWANTED`. What is listed and is not there is no fault: `missing` names what
must be there. The archive is read by PyInstaller's reader, so `read` works in the building environment only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from tools.freeze_pruning import plain

ROOT = Path(__file__).resolve().parents[1]
UNWANTED = frozenset({"tkinter", "idlelib", "lib2to3", "ensurepip", "turtle", "turtledemo", "test", "venv"})
NEVER_SHIPPED = "workestra_desktop.demo"
"""Of our own package, what is never shipped: the sample calendars and their stand-in server."""
NEEDED = (
    "_internal/tzdata/zoneinfo/Europe/Berlin",
    "_internal/workestra_desktop/store/schema_1.sql",
    "_internal/workestra_desktop/resources/icons/workestra.svg",
    "_internal/workestra_desktop/resources/translations/workestra_de.qm",
    "_internal/workestra_desktop/resources/licences/lucide.txt",
)
_NAMES = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_LINE = re.compile(r"(file|module) (\S.*)")
_CARRIED_AWAY = re.compile(r"_pyi_rth_utils|pyi_rth_.*|pyiboot\d+_.*|pyimod\d+_.*|start_window|start_command|struct")
"""PyInstaller's own modules, and our two starts."""


@dataclass(frozen=True, slots=True)
class Contents:
    """`files` by their path in the folder, with slashes; `modules` by their dotted names."""

    files: frozenset[str]
    modules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Allowed:
    files: tuple[re.Pattern[str], ...]
    modules: frozenset[str]

    @classmethod
    def parse(cls, *texts: str) -> Allowed:
        """Raises ValueError for a line that means nothing."""
        found: dict[str, list[str]] = {"file": [], "module": []}
        for line in (line.partition("#")[0].strip() for text in texts for line in text.splitlines()):
            if line and not (match := _LINE.fullmatch(line)):
                raise ValueError(f"neither file nor module: {line}")
            if line and match:
                found[match[1]].append(match[2])
        return cls(tuple(_pattern(text) for text in found["file"]), frozenset(found["module"]))

    @classmethod
    def on(cls, platform: str) -> Allowed:
        """The lists for `platform` (sys.platform)."""
        folder = ROOT / "packaging"
        names = ("contents-common.txt", f"contents-{_NAMES[platform]}.txt")
        return cls.parse(*((folder / name).read_text(encoding="utf-8") for name in names))

    def intruders(self, contents: Contents) -> list[str]:
        """What is there and not allowed, sorted, as lines for a person."""
        files = [f"file {name}" for name in contents.files if not _any(self.files, name)]
        modules = [f"module {name}" for name in contents.modules if not self._may(name)]
        return sorted(files) + sorted(modules)

    def _may(self, module: str) -> bool:
        top = module.partition(".")[0]
        if top in sys.stdlib_module_names or top.startswith("_sysconfigdata"):
            return top not in UNWANTED
        if f"{module}.".startswith(f"{NEVER_SHIPPED}."):
            return False
        parts = module.split(".")
        return bool(_CARRIED_AWAY.fullmatch(top)) or any(
            ".".join(parts[: end + 1]) in self.modules for end in range(len(parts))
        )


def missing(contents: Contents) -> list[str]:
    """What must be there and is not, sorted."""
    return sorted(set(NEEDED) - contents.files)


def read(folder: Path, programs: Iterable[str]) -> Contents:
    """What is in `folder`, and in the archives within `programs`."""
    from PyInstaller.archive.readers import CArchiveReader

    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or path.is_file()}
    modules: set[str] = set()
    for program in programs:
        packed = CArchiveReader(str(folder / program))
        archives = [name for name, entry in packed.toc.items() if entry[4] == "z"]
        for archive in archives:
            modules |= set(packed.open_embedded_archive(archive).toc)
    return Contents(frozenset(files), frozenset(modules))


def owners(contents: Contents) -> set[str]:
    """Plain names of the installed distributions that something of `contents` comes from, by their own records."""
    wanted = {name.removeprefix("_internal/") for name in contents.files}
    for module in contents.modules:
        base = module.replace(".", "/")
        wanted |= {f"{base}.py", f"{base}/__init__.py"}
    return {
        plain(each.name)
        for each in distributions()
        if any(".dist-info/" not in file.as_posix() and file.as_posix() in wanted for file in each.files or ())
    }


def matches(pattern: str, name: str) -> bool:
    """Whether `name` is one of those that `pattern` of a list stands for."""
    return _pattern(pattern).fullmatch(name) is not None


def _any(patterns: Iterable[re.Pattern[str]], name: str) -> bool:
    return any(pattern.fullmatch(name) for pattern in patterns)


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*|\*)", text)
    return re.compile("".join({"**": ".*", "*": "[^/]*"}.get(part) or re.escape(part) for part in parts))
