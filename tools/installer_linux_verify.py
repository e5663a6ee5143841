"""`dev.py installer --verify`: both Linux packages tried in a clean Debian 12, from apt's install to its purge.

This is what happens inside (`python -m tools.installer_linux_verify SCRATCH DEB TARBALL PICTURES [MIRROR]`), in the
namespaces of `tools.chroot.apart`. Three clean systems: the package's; the workshop, with screen, bus, keychain and
judges; and a bare one with the libraries alone, which says what would be there without the package, and in which the
tarball is tried. The calendar server is Radicale, outside; all share this machine's loopback.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tests.support.servers import Radicale
from tools.chroot import HOME, HOST_ID, Chroot, Failed, Unfit, opened
from tools.chroot_base import cache_folder, pack, sources
from tools.chroot_session import WORKSHOP, Session
from tools.installer_linux_job import Job
from tools.installer_linux_tree import NAME, PROGRAMS

_T = TypeVar("_T")
_INSTALL = ("apt-get", "install", "-qy", "--no-install-recommends")
_ORDINARY = re.compile(r"^(W|I|P|X|O|C|N): ")
"""What lintian says that is no error: it is shown, and nothing depends on it."""


class Trial:
    """The steps, each told with its seconds; the first that fails ends all."""

    def __init__(self, scratch: Path, deb: Path, tarball: Path, pictures: Path, mirror: str | None) -> None:
        self._scratch, self._deb, self._tarball, self._pictures = scratch, deb, tarball, pictures
        self._meeting = scratch / "meeting"
        self._meeting.mkdir(mode=0o700)
        os.chown(self._meeting, HOST_ID, HOST_ID)
        self._sources = sources(mirror)

    def tell(self) -> None:
        begun = time.monotonic()
        bare = self._step("a bare Debian", lambda: pack(self._sources, (), self._scratch))
        filled = self._step("the workshop's", lambda: pack(self._sources, WORKSHOP, self._scratch))
        workshop = self._step("workshop unpacked", lambda: self._open("workshop", filled))
        self._step("menu entry, AppStream, lintian", lambda: self._judge(workshop))
        clean = self._step("clean system unpacked", lambda: self._open("clean", bare))
        self._step("installed by apt", lambda: self._install(clean))
        session = self._step("screen, bus, keychain", lambda: Session(workshop, self._scratch))
        with Radicale(self._scratch / "radicale") as server:
            job = Job(clean, session, server, self._pictures / "deb", PROGRAMS)
            self._tell_job(job)
            self._step("removed and purged", lambda: self._remove(clean, job))
            other = self._step("system with the libraries alone", lambda: self._open("other", bare))
            self._step("nothing left, nothing taken", lambda: self._compare(clean, other))
            programs = self._step("tarball unpacked", lambda: self._unpack(other))
            self._tell_job(Job(other, session, server, self._pictures / "tarball", programs))
        print(f"all of it: {time.monotonic() - begun:.0f} s", flush=True)

    def _tell_job(self, job: Job) -> None:
        self._step("self-check", job.check_itself)
        self._step("first window", job.first_window)
        self._step("connect, book, move, cancel", job.life)
        self._step("window with the account", job.window_with_account)

    def _step(self, name: str, work: Callable[[], _T]) -> _T:
        begun = time.monotonic()
        result = work()
        told = f": {result}" if isinstance(result, str) else ""
        print(f"{time.monotonic() - begun:6.1f} s  {name}{told}", flush=True)
        return result

    def _open(self, name: str, base: Path) -> Chroot:
        system = opened(self._scratch / name, base, self._meeting, cache_folder() / "archives")
        if name != "workshop":  # which brings all it needs
            system.run("apt-get", "update", "-q")
        return system

    def _judge(self, workshop: Chroot) -> str:
        deb, tree = workshop.bring(self._deb), "/tmp/tree"  # noqa: S108 - the workshop's own
        workshop.run("dpkg-deb", "-x", deb, tree)
        (entry,) = workshop.path(tree).glob("usr/share/applications/*.desktop")
        said = workshop.run("desktop-file-validate", "/" + entry.relative_to(workshop.folder).as_posix()).stdout
        if said.strip():
            raise Failed(f"desktop-file-validate: {said}")
        told = workshop.run("appstreamcli", "validate-tree", "--no-net", "--no-color", tree)
        lintian = workshop.run("lintian", "--fail-on", "error", "--allow-root", "--color", "never", deb, ok=(0, 2))
        tags = lintian.stdout.splitlines()
        for line in (*told.stdout.strip().splitlines(), *tags):
            print(f"            {line}")
        if lintian.returncode:
            raise Failed("lintian found errors that packaging/linux/lintian-overrides gives no reason for")
        return f"{len([tag for tag in tags if _ORDINARY.match(tag)])} of lintian's remarks, no error"

    def _install(self, clean: Chroot) -> str:
        deb = clean.bring(self._deb)
        before = _packages(clean)
        advised = clean.run("apt-get", "install", "-qs", deb).stdout
        clean.run(*_INSTALL, deb)
        clean.path(deb).unlink()
        brought = _packages(clean) - before - {NAME}
        clean.run("apt-get", "check", "-q")
        more = set(re.findall(r"^Inst (\S+)", advised, re.MULTILINE))
        asked = clean.run("dpkg-query", "-W", "-f", "${Installed-Size} ${Recommends}", NAME).stdout
        if NAME in before or not more.issuperset(_first_choices(asked.partition(" ")[2])):
            raise Failed(f"apt would not bring what is recommended ({asked}):\n{advised}")
        return f"{int(asked.partition(' ')[0]) / 1024:.0f} MB, with {len(brought)} packages it depends on"

    def _remove(self, clean: Chroot, job: Job) -> str:
        kept = job.profile_files()
        clean.run("apt-get", "remove", "-qy", NAME)
        clean.run("dpkg", "--purge", NAME)  # apt does not know it any more: it kept no settings
        if clean.run("dpkg-query", "-W", NAME, ok=(0, 1)).returncode == 0:
            raise Failed("dpkg still knows the package")
        if job.profile_files() != kept or not kept:
            raise Failed("removing the package changed what the host keeps")
        return f"the host's {len(kept)} files in {HOME} are untouched"

    def _compare(self, clean: Chroot, other: Chroot) -> str:
        """Against a system that got the same dependencies and never the package."""
        wanted = subprocess.run(
            ["dpkg-deb", "-f", str(self._deb), "Depends"], capture_output=True, text=True, check=True
        )
        other.run("apt-get", "satisfy", "-qy", "--no-install-recommends", wanted.stdout.strip())
        there, expected = clean.files(), other.files()
        strange = [f"left: {name}" for name in sorted(there - expected)]
        strange += [f"gone: {name}" for name in sorted(expected - there)]
        passing = clean.path("/tmp").iterdir()  # noqa: S108 - the clean system's own
        strange += [f"left: {path}" for path in passing if path.name.startswith(("workestra", "_MEI"))]
        if strange:
            raise Failed("after the purge:\n" + "\n".join(strange[:50]))
        return f"{len(there)} paths, the same in both"

    def _unpack(self, other: Chroot) -> Sequence[str]:
        """As its README says: unpacked by the host, in a home that has nothing else in it."""
        place = HOME / "apps"
        pack_inside = other.bring(self._tarball)
        other.run("mkdir", str(place), as_host=True)
        with subprocess.Popen(["xz", "-dc", str(self._tarball)], stdout=subprocess.PIPE) as plain:
            # the clean system has tar and no xz
            subprocess.run(
                ["tar", "-xf", "-", "-C", str(other.path(place)), "--no-same-owner"], stdin=plain.stdout, check=True
            )
        other.path(pack_inside).unlink()
        (folder,) = other.path(place).iterdir()
        return [str(place / folder.name / program) for program in PROGRAMS]


def _packages(system: Chroot) -> set[str]:
    return set(system.run("dpkg-query", "-W", "-f", "${Package}\n").stdout.split())


def _first_choices(recommends: str) -> set[str]:
    return {each.split("|")[0].split()[0] for each in recommends.split(",") if each.strip()}


def main(arguments: Sequence[str]) -> int:
    scratch, deb, tarball, pictures = map(Path, arguments[:4])
    try:
        Trial(scratch, deb, tarball, pictures, arguments[4] if len(arguments) > 4 else None).tell()
    except (Failed, Unfit) as failed:
        print(f"FAILED: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
