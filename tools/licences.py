"""Whose work is in the frozen app, and under which terms: the folder `licences/` and THIRD-PARTY.txt of the bundle.

Python packages tell themselves, by their metadata (PEP 639, or the older fields); what else is in the bundle is listed
in packaging/licences/components.toml. A part without the text of its licence is an error: it must not be given away.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from tools.bundle_contents import matches
from tools.freeze_pruning import SEPARATE, plain

TEXTS = Path(__file__).resolve().parents[1] / "packaging" / "licences"
_A_TEXT = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|AUTHORS|COPYRIGHT)", re.IGNORECASE)
_CODE = (".py", ".pyc", ".pyi")
_CLASSIFIER = "License :: OSI Approved :: "
_SPDX = re.compile(r"[\w.+-]+( (OR|AND|WITH) [\w.+-]+)*\Z")
_FREE_WORDS = {
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "GPLv2-or-later with a special exception which allows to use PyInstaller to build and distribute non-free programs "
    "(including commercial ones)": "GPL-2.0-or-later WITH Bootloader-exception",
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "MIT License": "MIT",
    "Apache Software License, GNU General Public License v2 (GPLv2)": "Apache-2.0 AND GPL-2.0-or-later",
}
"""What some packages write instead of an SPDX expression, and what they mean (read in their texts)."""

HEAD = """\
Workestra Desktop is under the MIT licence (licences/workestra-desktop). It contains the work of others, listed below
with their terms; the texts are in the folder licences.

Qt, PySide6 and shiboken6 are used under the GNU Lesser General Public License, version 3. They are libraries of their
own beside the programs, in the folder _internal, unchanged but for symbols that were stripped: put builds of your own
in the place of these files, under the same names and with the same interface, and the programs use them.
{separate} are under the same licence; they lie in _internal as source code,
which you can change in place. Sources of all of them, in the versions named below, are at https://download.qt.io/ and
in the Python Package Index.
"""


class NoText(Exception):  # noqa: N818 - it says what is missing
    """A part has no licence text, or no licence that can be named."""


@dataclass(frozen=True, slots=True)
class PartOfOthers:
    """`licence` is an SPDX expression; `texts` are files with its terms. `package` is its name on PyPI, or empty."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    package: str = ""


def packages(names: Iterable[str]) -> list[PartOfOthers]:
    """The installed distributions of these plain names. Raises `NoText`."""
    wanted = set(names)
    lent: dict[str, list[str]] = _table()["without-text"]
    found = [_package(each, lent) for each in distributions() if plain(each.name) in wanted]
    if absent := wanted - {part.package for part in found}:
        raise NoText(f"not installed: {', '.join(sorted(absent))}")
    return sorted(found, key=lambda part: part.package)


def components(files: Iterable[str], versions: dict[str, str]) -> list[PartOfOthers]:
    """What the `files` of the bundle show to be there beside Python packages; `versions` by name, where known."""
    present = list(files)
    made = []
    for each in _table()["component"]:
        if not any(matches(pattern, name) for pattern in each["files"] for name in present):
            continue
        texts = [TEXTS / text for text in each["texts"]]
        if each["name"] == "Python":
            texts.append(_pythons_own())
        made.append(_whole(PartOfOthers(each["name"], versions.get(each["name"], ""), each["licence"], tuple(texts))))
    return made


def write(parts: Sequence[PartOfOthers], folder: Path) -> None:
    """`licences/<part>/…` and THIRD-PARTY.txt in `folder`."""
    separate = " and ".join(name.replace("_", "-") for name in SEPARATE)
    lines = [HEAD.format(separate=separate), ""]
    for part in sorted(parts, key=lambda part: part.name.lower()):
        place = folder / "licences" / plain(part.name).replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        names = []
        for text in part.texts:
            name = text.name if text.suffix in (".txt", ".rst", ".md") else f"{text.name}.txt"
            (place / name).write_bytes(text.read_bytes())
            names.append(f"licences/{place.name}/{name}")
        lines += [f"{part.name} {part.version}".rstrip(), f"  {part.licence}", *(f"  {name}" for name in names), ""]
    (folder / "THIRD-PARTY.txt").write_text("\n".join(lines), encoding="utf-8")


def _package(found: Distribution, lent: dict[str, list[str]]) -> PartOfOthers:
    name = plain(found.name)
    texts = [
        Path(str(found.locate_file(file)))
        for file in found.files or ()
        if _A_TEXT.match(file.name) and file.suffix not in _CODE
    ]
    texts += [TEXTS / text for text in lent.get(name, ())]
    return _whole(PartOfOthers(found.name, found.version, licence_of(found), tuple(texts), name))


def licence_of(found: Distribution) -> str:
    """An SPDX expression. Raises `NoText` if the package names none that is known here."""
    about = found.metadata.json
    classified = [c.removeprefix(_CLASSIFIER) for c in about.get("classifier", ()) if c.startswith(_CLASSIFIER)]
    classes = ", ".join(classified)
    for said in (about.get("license_expression"), about.get("license"), classes):
        words = " ".join(str(said or "").split())
        known = _FREE_WORDS.get(words, words)
        if known and _SPDX.match(known):
            return known
    raise NoText(f"{found.name}: no licence that is known here: {about.get('license')!r}, {classified}")


def _whole(part: PartOfOthers) -> PartOfOthers:
    texts = [text for text in part.texts if text.is_file() and text.stat().st_size > 0]
    if not texts or len(texts) < len(part.texts):
        lacking = [str(text) for text in part.texts if text not in texts]
        raise NoText(f"{part.name}: no licence text {', '.join(lacking)}".rstrip())
    return part


def _pythons_own() -> Path:
    """Where the several builds of Python keep theirs."""
    library = Path(os.__file__).parent
    minor = f"{sys.version_info[0]}.{sys.version_info[1]}"
    places = [
        library / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE",
        Path(f"/usr/share/doc/python{minor}/copyright"),
    ]
    return next((place for place in places if place.is_file()), places[0])


def _table() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((TEXTS / "components.toml").read_text(encoding="utf-8"))
    return table
