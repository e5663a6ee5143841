"""The Linux packages, made from the frozen folder in dist: a .deb and a tarball, with their sums.

The same sources and frozen folder make the same bytes: every file bears the time of `SOURCE_DATE_EPOCH` (else of the
last commit), belongs to root, and stands in the order of its name.
"""

from __future__ import annotations

import hashlib
import lzma
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tools.installer_linux_needs import depends, needs, strays, written
from tools.installer_linux_tree import (
    NAME,
    PARTS,
    PROGRAMS,
    ROOT,
    Edition,
    lay_app,
    lay_debian_share,
    lay_links,
    lay_share,
    maintainer,
)
from workestra_desktop import __version__

_DESCRIPTION = """Bookings that live in your own iCloud calendar
 Answers "when are you free?", puts the booking into your iCloud calendar and
 keeps the two in step. For people who work alone and live in Apple Calendar.
 .
 There is no server of its own: it talks to Apple's calendar server and to
 nobody else. The app-specific password is kept in the session's keychain.
"""


def edition() -> Edition:
    """Raises ValueError where neither SOURCE_DATE_EPOCH nor git knows a time."""
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told is None:
        line = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
        told = subprocess.run(line, capture_output=True, text=True, check=False).stdout.strip()
    if not told.isdigit():
        raise ValueError("Not a checkout of git: set SOURCE_DATE_EPOCH to the time of this release, in seconds.")
    return Edition(__version__, datetime.fromtimestamp(int(told), UTC))


def build(frozen: Path, out: Path) -> list[Path]:
    """Makes both packages and `SHA256SUMS-linux` in `out`, and returns their paths; says on the terminal what it does.

    Raises `Surprise` if the frozen folder needs other libraries than are written down.
    """
    what = edition()
    known = written(PARTS / "depends.toml")
    found = needs(frozen)
    wanted = depends(found, known)
    if wrong := strays(known) if shutil.which("dpkg-query") else []:
        raise ValueError("packaging/linux/depends.toml: " + "; ".join(wrong))
    print(f"needs {len(wanted)} packages of the system: {', '.join(wanted)}", flush=True)
    architecture = _told("dpkg", "--print-architecture")
    deb = out / f"{NAME}_{what.debian}_{architecture}.deb"
    tarball = out / f"{NAME}-{what.version}-linux-{os.uname().machine}.tar.xz"
    with tempfile.TemporaryDirectory(prefix=f"{NAME}-") as scratch, ThreadPoolExecutor() as both:
        tree, folder = Path(scratch, "deb"), Path(scratch, tarball.name.removesuffix(".tar.xz"))
        _lay_deb(frozen, tree, what, architecture, wanted, known.recommends)
        _lay_tarball(frozen, folder, what, ".".join(map(str, found.newest["GLIBC"])))
        made = [
            both.submit(_timed, deb, lambda: _pack_deb(tree, deb, what)),
            both.submit(_timed, tarball, lambda: _pack_tarball(folder, tarball, what)),
        ]
        for each in made:
            print(each.result(), flush=True)
    sums = out / "SHA256SUMS-linux"
    sums.write_text("".join(f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}\n" for p in (deb, tarball)))
    return [deb, tarball, sums]


def control(what: Edition, architecture: str, wanted: Sequence[str], recommends: Sequence[str], size_kib: int) -> str:
    """The control file (deb-control(5))."""
    fields = {
        "Package": NAME,
        "Version": what.debian,
        "Architecture": architecture,
        "Maintainer": maintainer(),
        "Installed-Size": str(size_kib),
        "Depends": ", ".join(wanted),
        "Recommends": ", ".join(recommends),
        "Section": "utils",
        "Priority": "optional",
        "Description": _DESCRIPTION.rstrip(),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def _lay_deb(
    frozen: Path, tree: Path, what: Edition, architecture: str, wanted: Sequence[str], recommends: Sequence[str]
) -> None:
    """No maintainer scripts: dpkg's triggers bring menus, icons and manual pages up to date."""
    (tree / "usr" / "lib").mkdir(parents=True)
    lay_app(frozen, tree / "usr" / "lib" / NAME)
    lay_links(tree / "usr" / "bin", {program: f"../lib/{NAME}/{program}" for program in PROGRAMS})
    lay_share(tree / "usr" / "share", what)
    lay_debian_share(tree / "usr" / "share", what)
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(-(-path.stat().st_size // 1024) for path in files)
    about = tree / "DEBIAN"
    about.mkdir()
    (about / "control").write_text(control(what, architecture, wanted, recommends, size), encoding="utf-8")
    sums = (f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(tree)}\n" for p in files)  # noqa: S324 - dpkg's own check
    (about / "md5sums").write_text("".join(sums), encoding="utf-8")
    _settle(tree, what)


def _lay_tarball(frozen: Path, folder: Path, what: Edition, glibc: str) -> None:
    lay_app(frozen, folder)
    lay_share(folder / "share", what)
    readme = (PARTS / "README.txt").read_text(encoding="utf-8")
    (folder / "README.txt").write_text(readme.replace("@GLIBC@", glibc), encoding="utf-8")
    (folder / "LICENSE").write_bytes((ROOT / "LICENSE").read_bytes())
    _settle(folder, what)


def _settle(tree: Path, what: Edition) -> None:
    """The same modes and time for all, whatever the umask and the clock of this machine."""
    for path in (tree, *tree.rglob("*")):
        if path.is_symlink():
            os.utime(path, (what.made.timestamp(),) * 2, follow_symlinks=False)
            continue
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (what.made.timestamp(),) * 2)


def _pack_deb(tree: Path, deb: Path, what: Edition) -> None:
    settings = {**os.environ, "SOURCE_DATE_EPOCH": str(int(what.made.timestamp()))}
    line = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(deb)]
    subprocess.run(line, env=settings, check=True, stdout=subprocess.DEVNULL)


def _pack_tarball(folder: Path, tarball: Path, what: Edition) -> None:
    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime = int(what.made.timestamp())
        return member

    with (
        lzma.open(tarball, "wb", preset=6) as file,
        tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as pack,
    ):
        pack.add(folder, folder.name, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            pack.add(path, f"{folder.name}/{path.relative_to(folder)}", recursive=False, filter=plain)


def _timed(path: Path, work: Callable[[], None]) -> str:
    begun = time.monotonic()
    work()
    return f"{path.name}: {path.stat().st_size / 1e6:.1f} MB in {time.monotonic() - begun:.0f} s"


def _told(*line: str) -> str:
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout.strip()
