"""Where a clean Debian comes from: debootstrap and the mirror of this machine's own apt; kept packed for later.

What is kept lies in the user's cache folder and may be deleted at any time. A pack is made anew after a month,
when bringing it up to date takes as long as making it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.chroot import HOST, HOST_ID, Chroot, Unfit, opened

RELEASE = "bookworm"
"""Debian 12, the oldest that the app is built for."""
_KEPT_SECONDS = 30 * 24 * 3600
_FORMAT = 1
"""Counted up when this module makes other packs than before."""
_SETTINGS = ("Acquire::Check-Valid-Until", "Acquire::Check-Date", "Acquire::http::Proxy", "Acquire::https::Proxy")
"""Of this machine's apt: what reaching its mirror may depend on."""


@dataclass(frozen=True, slots=True)
class Source:
    """One line of apt's sources."""

    address: str
    release: str
    component: str


def cache_folder() -> Path:
    own = Path(os.environ.get("XDG_CACHE_HOME", ""))
    folder = (own if own.is_absolute() else Path.home() / ".cache") / "workestra-desktop-trials"
    (folder / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    return folder


def sources(mirror: str | None) -> list[Source]:
    """Debian 12 as this machine's apt knows it, with updates and fixes, or `mirror` alone.

    Raises `Unfit` if apt knows none and no mirror is given.
    """
    if mirror is not None:
        return [Source(mirror, RELEASE, "main")]
    form = "$(REPO_URI) $(RELEASE) $(COMPONENT)"
    line = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    told = subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [Source(*each.split()) for each in dict.fromkeys(told) if len(each.split()) == 3]
    debian = [each for each in found if each.release.partition("-")[0] == RELEASE and each.component == "main"]
    if not any(each.release == RELEASE for each in debian):
        raise Unfit(f"This machine's apt has no Debian {RELEASE}: name a mirror with --mirror ADDRESS.")
    return debian


def pack(known: Sequence[Source], packages: Sequence[str], scratch: Path) -> Path:
    """The packed clean system with `packages` on top of the smallest Debian; made if it is not kept."""
    bare = cache_folder() / f"{_name(known, ())}.tar.gz"
    if not _fresh(bare):
        _keep(_bootstrapped(known, scratch / "bare"), bare)
    if not packages:
        return bare
    filled = cache_folder() / f"{_name(known, packages)}.tar.gz"
    if not _fresh(filled):
        meeting = scratch / "meeting-none"
        meeting.mkdir()
        system = opened(scratch / "filled", bare, meeting, cache_folder() / "archives")
        system.run("apt-get", "update", "-q")
        system.run("apt-get", "install", "-qy", "--no-install-recommends", *packages)
        _keep(system.folder, filled)
    return filled


def _bootstrapped(known: Sequence[Source], folder: Path) -> Path:
    first = next(each for each in known if each.release == RELEASE)
    line = ["debootstrap", "--variant=minbase", RELEASE, str(folder), first.address]
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise Unfit(f"debootstrap could not make a clean Debian:\n{done.stdout[-3000:]}")
    apt = folder / "etc" / "apt"
    (apt / "sources.list").write_text("".join(f"deb {s.address} {s.release} {s.component}\n" for s in known))
    told = subprocess.run(["apt-config", "dump", *_SETTINGS], capture_output=True, text=True, check=True).stdout
    if any(each.address.startswith("https:") for each in known):
        shutil.copy("/etc/ssl/certs/ca-certificates.crt", apt / "machine.crt")
        told += 'Acquire::https::CAInfo "/etc/apt/machine.crt";\n'
    (apt / "apt.conf.d" / "99machine").write_text(told)
    Chroot(folder).run("useradd", "--create-home", "--uid", str(HOST_ID), "--shell", "/bin/sh", HOST)
    return folder


def _keep(system: Path, file: Path) -> None:
    """Whole or not at all; what is mounted in it is not in it."""
    with tempfile.TemporaryDirectory(dir=file.parent) as beside:
        new = Path(beside) / file.name
        line = ["tar", "-C", str(system), "--one-file-system", "--numeric-owner", "-I", "gzip -1", "-cf", str(new)]
        leave = ("./proc/*", "./dev/shm/*", "./var/cache/apt/archives/*", "./run/session/*", "./tmp/.X11-unix/*")
        subprocess.run([*line, *(f"--exclude={each}" for each in leave), "."], check=True)
        new.replace(file)


def _name(known: Sequence[Source], packages: Sequence[str]) -> str:
    told = repr((_FORMAT, [(s.address, s.release) for s in known], sorted(packages)))
    return f"debian-{RELEASE}-{'filled' if packages else 'bare'}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"


def _fresh(file: Path) -> bool:
    return file.is_file() and time.time() - file.stat().st_mtime < _KEPT_SECONDS
