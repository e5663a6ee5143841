"""A clean Debian in a folder, to try packages in: files of its own, the network and the processor of this machine.

Everything happens in a mount and process namespace of its own (`apart`): when its first process ends, however it ends,
the kernel ends all others in it and takes every mount away, so nothing is left behind. Needs root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HOST = "host"
HOST_ID = 1000
HOME = Path("/home") / HOST
MEETING = Path("/run/session")
"""A folder that all clean systems of one trial share, for sockets; it belongs to the host."""
PATIENCE = 600.0
"""Seconds for one command; apt on a slow line takes minutes."""


class Unfit(RuntimeError):  # noqa: N818 - it says what is wrong
    """This machine cannot do that; the text says what is missing."""


class Failed(RuntimeError):  # noqa: N818 - it says what is wrong
    """A command in the clean system did not do what it should; the text has its output."""


def apart(module: str, *arguments: str) -> int:
    """Runs `python -m module SCRATCH arguments` in namespaces of its own, and returns its exit code.

    SCRATCH is a new folder that is removed afterwards, when nothing can be mounted in it any more. Raises `Unfit`
    without root or one of the programs this needs.
    """
    if os.geteuid() != 0:
        raise Unfit("This makes a clean Debian with debootstrap and chroot, which only root may: run it with sudo.")
    if missing := [each for each in ("unshare", "debootstrap", "chroot", "mount", "tar") if shutil.which(each) is None]:
        raise Unfit(f"{', '.join(missing)}: not found. On Debian: apt-get install debootstrap util-linux mount tar")
    line = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
    with tempfile.TemporaryDirectory(prefix="workestra-trial-") as scratch:
        Path(scratch).chmod(0o755)  # the host of the clean system goes through it
        return subprocess.run([*line, sys.executable, "-m", module, scratch, *arguments], check=False).returncode


@dataclass(frozen=True, slots=True)
class Chroot:
    """The system in `folder`, unpacked and mounted by `opened`."""

    folder: Path

    def run(
        self,
        *line: str,
        as_host: bool = False,
        env: Mapping[str, str] | None = None,
        stdin: str = "",
        ok: Sequence[int] = (0,),
        patience: float = PATIENCE,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end. Raises `Failed` if its exit code is not one of `ok`, or it takes too long."""
        try:
            done = subprocess.run(
                self._line(line, as_host),
                env=self._environment(as_host, env),
                input=stdin,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=patience,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Failed(f"{' '.join(line)}: not done after {patience:.0f} s") from None
        if done.returncode not in ok:
            raise Failed(f"{' '.join(line)}: exit {done.returncode}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
        return done

    def start(
        self, *line: str, log: Path, as_host: bool = False, env: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Starts a command that goes on; what it says is in `log` (a path outside)."""
        with log.open("ab") as said:
            return subprocess.Popen(
                self._line(line, as_host),
                env=self._environment(as_host, env),
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def path(self, inside: Path | str) -> Path:
        """Where `inside` (absolute) lies for those outside."""
        return self.folder / Path(inside).relative_to("/")

    def bring(self, file: Path, folder: str = "/tmp") -> str:  # noqa: S108 - the clean system's own
        """A copy of `file` inside; returns its path there."""
        shutil.copy(file, self.path(folder))
        return f"{folder}/{file.name}"

    def files(self) -> set[str]:
        """Every path that packages may leave something in; not what belongs to apt, the kernel, people or a session."""
        passed = {"proc", "sys", "dev", "tmp", "run", "home", "root", "var/cache", "var/log", "var/tmp"}
        passed |= {"var/lib/apt", "var/lib/dpkg"}
        found = set()
        for place, folders, names in os.walk(self.folder):
            here = Path(place).relative_to(self.folder)
            folders[:] = [name for name in folders if (here / name).as_posix() not in passed]
            found |= {(here / name).as_posix() for name in (*folders, *names)}
        return found

    def _line(self, line: Sequence[str], as_host: bool) -> list[str]:
        # `env` finds the program on the path inside, and begins in a folder of its own
        who = [f"--userspec={HOST_ID}:{HOST_ID}"] if as_host else []
        return ["chroot", *who, str(self.folder), "env", "-C", str(HOME if as_host else "/"), *line]

    @staticmethod
    def _environment(as_host: bool, more: Mapping[str, str] | None) -> dict[str, str]:
        """Nothing of this machine's: a session as a login would make it."""
        plain = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(HOME if as_host else "/root"),
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        return plain | ({"USER": HOST, "XDG_RUNTIME_DIR": str(MEETING)} if as_host else {}) | dict(more or {})


def opened(folder: Path, pack: Path, meeting: Path, archives: Path) -> Chroot:
    """Unpacks `pack` into `folder` and mounts what a system has: /proc, a memory folder, the shared ones.

    `meeting` becomes /run/session and its `x11` the folder of X' sockets; `archives` keeps what apt fetches.
    """
    folder.mkdir(parents=True)
    subprocess.run(["tar", "-xzf", str(pack), "-C", str(folder), "--numeric-owner"], check=True)
    sockets = meeting / "x11"
    sockets.mkdir(exist_ok=True)
    sockets.chmod(0o1777)
    for source, inside in ((meeting, str(MEETING)), (sockets, "/tmp/.X11-unix"), (archives, "/var/cache/apt/archives")):  # noqa: S108
        target = folder / inside.lstrip("/")
        target.mkdir(parents=True, exist_ok=True)
        _mount("--bind", str(source), str(target))
    _mount("-t", "proc", "proc", str(folder / "proc"))
    _mount("-t", "tmpfs", "-o", "mode=1777", "tmpfs", str(folder / "dev" / "shm"))
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    shutil.copy("/etc/hosts", folder / "etc" / "hosts")
    # Nothing here has to outlive a power cut, and dpkg waits for the disk after each file.
    (folder / "etc" / "dpkg" / "dpkg.cfg.d" / "trial").write_text("force-unsafe-io\n")
    return Chroot(folder)


def _mount(*line: str) -> None:
    subprocess.run(["mount", *line], check=True)
