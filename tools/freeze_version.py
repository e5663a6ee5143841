"""What Windows shows of a program on its page Details: PyInstaller's version file, a tree of Python's calls as text.

Source: Microsoft, “VERSIONINFO resource”; the texts are in the neutral English of 0409, Unicode (04B0).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_SHOWN = {"workestra-desktop.exe": "Workestra Desktop", "workestra.exe": "Workestra Desktop (command line)"}


def numbers(version: str) -> tuple[int, int, int, int]:
    """Windows' four numbers of `version`; what follows the plain ones (rc1, .dev0) is left out."""
    plain = re.match(r"\d+(\.\d+)*", version)
    if plain is None:
        raise ValueError(f"no version that begins with a number: {version}")
    first, second, third, fourth, *_ = (*(int(each) for each in plain[0].split(".")), 0, 0, 0, 0)
    return first, second, third, fourth


def text(version: str, program: str) -> str:
    """For the .exe called `program`."""
    four = numbers(version)
    strings = {
        "CompanyName": "The Workestra Desktop authors",
        "FileDescription": _SHOWN[program],
        "FileVersion": version,
        "InternalName": program.removesuffix(".exe"),
        "LegalCopyright": "MIT licence",
        "OriginalFilename": program,
        "ProductName": "Workestra Desktop",
        "ProductVersion": version,
    }
    rows = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3f, flags=0x0, OS=0x40004, "
        f"fileType=0x1, subtype=0x0, date=(0, 0)), kids=[StringFileInfo([StringTable('040904B0', [{rows}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )


def write(folder: Path, version: str, programs: Iterable[str]) -> None:
    """`<program without .exe>.version` for each, where packaging/workestra.spec looks for them."""
    for program in programs:
        (folder / f"{program.removesuffix('.exe')}.version").write_text(text(version, program), encoding="utf-8")
