"""The window's branch processes (`workestra_desktop/branch_process.py`), found in the system's table as `ps` prints it
on Linux and macOS."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from workestra_desktop.branch_process import OPTION

_PS = which("ps") or "/bin/ps"

END_WITHIN = 20.0
"""Seconds in which a branch is to be gone whose window was killed; it takes less than one on an idle machine."""


@dataclass(frozen=True, slots=True)
class BranchProcess:
    """A running one. `parent` is its window's number, or another process's once the window is no more."""

    pid: int
    parent: int


def running(profile: Path) -> list[BranchProcess]:
    """Those of every window on `profile`. One that was killed and is not yet waited for has no command line."""
    table = subprocess.run(
        [_PS, "-axww", "-o", "pid=,ppid=,args="], capture_output=True, encoding="utf-8", errors="replace", check=True
    )
    rows = [row.split(maxsplit=2) for row in table.stdout.splitlines() if f" {OPTION} " in row]
    return [BranchProcess(int(pid), int(parent)) for pid, parent, line in rows if line.endswith(str(profile))]


def kill(branch: BranchProcess, profile: Path) -> bool:
    """SIGKILL, and waits until it is dead, which may take some hundredths of a second. False if it had ended before."""
    if branch not in running(profile):
        return False
    try:
        os.kill(branch.pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    deadline = time.monotonic() + END_WITHIN
    while branch.pid in {each.pid for each in running(profile)}:
        if time.monotonic() > deadline:
            raise RuntimeError(f"the branch {branch.pid} does not die")
        time.sleep(0.005)
    return True


def see_end(profile: Path) -> list[str]:
    """Waits for the ends of those whose window is no more, and kills and names what is left after a while."""
    deadline = time.monotonic() + END_WITHIN
    while (left := running(profile)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return [f"the branch {each.pid} outlived its window" for each in left if kill(each, profile)]
