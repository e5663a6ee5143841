"""Brings `resources/translations/` up to date: `python3 dev.py translations`.

Each `workestra_<language>.ts` holds exactly the texts of the app, for Qt Linguist or an editor; beside it lies the
`.qm` that Qt loads. What a language has already said is kept by context and text, else taken from where it said the
same elsewhere; what is not used any more is dropped. Prints what is missing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from tools.texts import Text, texts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"de": "de_DE", "es": "es_ES", "fr": "fr_FR", "ja": "ja_JP"}
"""File by language, and what Qt calls the language as it is written in its main country."""

Said = Mapping[tuple[str, str], str]
"""Translations by context and text; what is missing is not in it."""


def read(path: Path) -> dict[tuple[str, str], str]:
    """The translations of a .ts file; none if there is no such file."""
    if not path.exists():
        return {}
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            if said is not None and said.text and said.get("type") is None:
                found[name, message.findtext("source", "")] = said.text
    return found


def completed(wanted: Iterable[Text], known: Said) -> dict[tuple[str, str], str]:
    """The translations of `wanted`; the same text in another context lends its own."""
    elsewhere = {source: said for (_, source), said in sorted(known.items(), reverse=True)}
    chosen = {(t.context, t.source): known.get((t.context, t.source), elsewhere.get(t.source, "")) for t in wanted}
    return {place: said for place, said in chosen.items() if said}


def written(tag: str, wanted: Iterable[Text], known: Said) -> str:
    """A .ts file (Qt's format 2.1)."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f'<TS version="2.1" language="{tag}">']
    for context, group in groupby(wanted, key=lambda text: text.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        files: dict[str, list[str]] = {}
        for text in group:
            files.setdefault(text.source, []).append(text.file)
        for source, places in files.items():
            said = known.get((context, source), "")
            lines.append("    <message>")
            lines += [f'        <location filename="../../{place}"/>' for place in places]
            lines.append(f"        <source>{escape(source)}</source>")
            missing = "" if said else ' type="unfinished"'
            lines += [f"        <translation{missing}>{escape(said)}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def compiled(path: Path, target: Path) -> None:
    """Makes the .qm of a .ts file with Qt's own tool, which comes with PySide6."""
    tool = Path(sys.executable).with_name("pyside6-lrelease" + (".exe" if sys.platform == "win32" else ""))
    line = [str(tool), "-silent", str(path), "-qm", str(target)]
    subprocess.run(line, check=True, capture_output=True)


def main() -> int:
    wanted = texts(ROOT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language, tag in LANGUAGES.items():
        path = FOLDER / f"workestra_{language}.ts"
        known = completed(wanted, read(path))
        path.write_text(written(tag, wanted, known), encoding="utf-8")
        compiled(path, path.with_suffix(".qm"))
        places = {(text.context, text.source) for text in wanted}
        missing = sorted(places - known.keys())
        print(f"{path.name}: {len(places) - len(missing)} of {len(places)} texts")
        for context, source in missing[:20] if language == "de" else ():
            print(f"    {context}: {source}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
