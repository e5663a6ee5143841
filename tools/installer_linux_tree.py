"""The files of the Linux packages: the frozen folder, and what a desktop reads (below `share`).

The app lies in /usr/lib/workestra-desktop with two links in /usr/bin, not in /opt: /opt is for software that the
system's package manager knows nothing of (FHS 3.0, 3.13), this is a package of the distribution's own kind with true
dependencies, and /usr/lib is where a program keeps files that are not for others (4.7). PyInstaller's starter finds its
folder from /proc/self/exe, so links are followed.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tools.installer_linux_metainfo import APP_ID, metainfo, releases
from tools.installer_linux_runpath import without_foreign_paths

ROOT = Path(__file__).resolve().parents[1]
PARTS = ROOT / "packaging" / "linux"
NAME = "workestra-desktop"
PROGRAMS = ("workestra-desktop", "workestra")
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels: the sizes of the hicolor theme that desktops draw."""

_ICON = ROOT / "resources" / "icons" / "workestra.svg"


@dataclass(frozen=True, slots=True)
class Edition:
    """What is packed: which version, and the time that every file in it bears (aware)."""

    version: str
    made: datetime

    @property
    def debian(self) -> str:
        """`1.2.0rc1` comes before `1.2.0` for Python; for dpkg only with a tilde (deb-version(7))."""
        for mark in ("a", "b", "rc", ".dev"):
            number, found, rest = self.version.partition(mark)
            if found:
                return f"{number}~{found.lstrip('.')}{rest}"
        return self.version


def lay_app(frozen: Path, target: Path) -> None:
    """A copy of the frozen folder: only programs are executable, and no file looks where the building machine looked.

    Raises FileNotFoundError if a program is missing.
    """
    for program in PROGRAMS:
        if not (frozen / program).is_file():
            raise FileNotFoundError(f"{frozen / program} is missing")
    shutil.copytree(frozen, target, symlinks=True)
    for path in target.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path.relative_to(target).as_posix() in PROGRAMS
            path.chmod(0o755 if runs else 0o644)
            if path.is_file():
                without_foreign_paths(path)
    target.chmod(0o755)


def lay_share(share: Path, edition: Edition) -> None:
    """Menu entry, AppStream file, icons and manual pages, below `share`."""
    _file(share / "applications" / f"{NAME}.desktop", (PARTS / f"{NAME}.desktop").read_bytes())
    told = releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), edition.version, edition.made)
    about = metainfo(PARTS / f"{APP_ID}.metainfo.xml", told)
    _file(share / "metainfo" / f"{APP_ID}.metainfo.xml", about.encode())
    icons = share / "icons" / "hicolor"
    _file(icons / "scalable" / "apps" / f"{NAME}.svg", _ICON.read_bytes())
    for size in ICON_SIZES:
        place = icons / f"{size}x{size}" / "apps" / f"{NAME}.png"
        place.parent.mkdir(parents=True)
        if not icon(size).save(str(place)):
            raise OSError(f"{place} could not be written")
    for page in sorted((PARTS / "man").glob("*.1")):
        _file(share / "man" / "man1" / f"{page.name}.gz", packed(page.read_bytes()))


def lay_debian_share(share: Path, edition: Edition) -> None:
    """Beside `lay_share`, what Debian asks of a package (Debian Policy 12.5 and 12.7)."""
    doc = share / "doc" / NAME
    _file(doc / "copyright", (PARTS / "copyright").read_bytes())
    _file(doc / "NEWS.gz", packed((ROOT / "CHANGELOG.md").read_bytes()))
    line = f"{NAME} ({edition.debian}) unstable; urgency=medium\n\n  * What is new is told in NEWS.gz.\n\n"
    day = edition.made.strftime("%a, %d %b %Y %H:%M:%S %z")
    _file(doc / "changelog.gz", packed(f"{line} -- {maintainer()}  {day}\n".encode()))
    _file(share / "lintian" / "overrides" / NAME, (PARTS / "lintian-overrides").read_bytes())


def lay_links(folder: Path, places: Mapping[str, str]) -> None:
    for name, target in places.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(target)


def icon(size: int) -> QImage:
    """The app's mark, `size` pixels wide and high."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_ICON.read_bytes())).render(painter)
    painter.end()
    return picture


def maintainer() -> str:
    """The author of pyproject.toml, with an address if one is written there."""
    import tomllib

    (author,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["authors"]
    return f"{author['name']} <{author['email']}>" if "email" in author else str(author["name"])


def packed(content: bytes) -> bytes:
    """gzip without a name and a time, as Debian asks for (Policy 12.7), so that the same makes the same."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def _file(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o644)
