"""Which packages of the system a frozen folder needs: read from its ELF files, held against a written list.

PyInstaller leaves some libraries to the system on purpose: those that belong to the machine's screen, fonts and bus.
What they are follows from the build machine, so a surprise (a library that was there at build time and is not in the
list, or one that the list has and nothing wants any more) is an error, not a guess.
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_ELF = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_SYMBOLS = re.compile(r"\s((?:GLIBC|GLIBCXX)_[0-9.]+)\s*$", re.MULTILINE)


class Surprise(ValueError):  # noqa: N818 - it says what is wrong
    """What the folder needs and what packaging/linux/depends.toml says differ."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a folder wants of the system: library → files that name it, and the newest version of each symbol set."""

    libraries: Mapping[str, tuple[str, ...]]
    newest: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Written:
    """packaging/linux/depends.toml: library → package, what is loaded by name, and what helps without being needed."""

    linked: Mapping[str, str]
    opened: Mapping[str, str]
    packages: tuple[str, ...]
    recommends: tuple[str, ...]
    floors: Mapping[str, Mapping[str, str]]


def needs(folder: Path) -> Needs:
    """Reads every ELF file below `folder` with binutils' objdump, which PyInstaller needs as well."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path))
    own = {path.name for path in folder.rglob("*")}
    libraries: dict[str, list[str]] = defaultdict(list)
    newest: dict[str, tuple[int, ...]] = {}
    for path in files:
        told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        for library in _NEEDED.findall(told):
            if library not in own:
                libraries[library].append(path.name)
        for symbol in _SYMBOLS.findall(told):
            family, _, number = symbol.partition("_")
            version = tuple(int(part) for part in number.split("."))
            newest[family] = max(newest.get(family, ()), version)
    return Needs({name: tuple(users) for name, users in sorted(libraries.items())}, newest)


def written(path: Path) -> Written:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Written(
        linked=table["linked"],
        opened=table["opened"],
        packages=tuple(table["packages"]),
        recommends=tuple(table["recommends"]),
        floors=table["floors"],
    )


def depends(found: Needs, known: Written) -> list[str]:
    """The Depends of a control file, sorted. Raises `Surprise` where `found` and `known` differ."""
    strange = {name: users for name, users in found.libraries.items() if name not in known.linked}
    unused = sorted(known.linked.keys() - found.libraries.keys())
    troubles = [f"{name} is needed by {', '.join(users[:3])} and not in the list" for name, users in strange.items()]
    troubles += [f"{name} is in the list and nothing needs it" for name in unused]
    if troubles:
        raise Surprise("\n".join(troubles))
    wanted = {*known.linked.values(), *known.opened.values(), *known.packages}
    floors = dict(_floors(found, known))
    return sorted(f"{package} (>= {floors[package]})" if package in floors else package for package in wanted)


def _floors(found: Needs, known: Written) -> Iterator[tuple[str, str]]:
    """glibc's package has the number of its symbols; for others the list says which package first had a symbol."""
    if "GLIBC" in found.newest:
        yield "libc6", _dotted(found.newest["GLIBC"])
    for package, floor in known.floors.items():
        family, _, number = floor["symbol"].partition("_")
        wanted = found.newest.get(family, ())
        if wanted > tuple(int(part) for part in number.split(".")):
            raise Surprise(
                f"{family}_{_dotted(wanted)} is newer than {floor['symbol']}, which {package} was listed for"
            )
        yield package, floor["package"]


def strays(known: Written) -> list[str]:
    """Where this system says that a listed library comes from another package than listed. Empty if all is well.

    Debian renamed packages for 64-bit times: `libglib2.0-0t64` provides `libglib2.0-0`.
    """
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    places = dict(re.findall(r"^\s+(\S+) \(libc6,[^)]*\) => (\S+)$", cache, re.MULTILINE))
    wrong = []
    for library, package in {**known.linked, **known.opened}.items():
        if library in places:
            owners = _owners(places[library])
            if package not in owners and f"{package}t64" not in owners:
                wrong.append(f"{library} is of {', '.join(sorted(owners)) or 'no package'}, not of {package}")
    return wrong


def _owners(path: str) -> set[str]:
    """dpkg knows a file by the path it was installed to, which may lack the /usr that /lib points into."""
    found = set()
    real = Path(path).resolve()
    for name in {path, str(real), str(real).removeprefix("/usr")}:
        done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        found |= {line.split(":")[0] for line in done.stdout.splitlines()}
    return found


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _ELF
