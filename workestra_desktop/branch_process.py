"""The process in which the window has its errands run (`sync/branch.py`): how it is started, and what it does.

Imports no Qt. Its standard input and output are the pipe to the window, which nothing else may write to.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workestra_desktop.sync.branch_office import Office
    from workestra_desktop.sync.desk import Desk

OPTION = "--branch"


def command(profile: Path) -> list[str]:
    """The command line that starts it: this program again, whether it is frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "workestra_desktop"]
    return [*program, OPTION, str(profile)]


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """`env` on top of the process's own; without a frozen program also where this package lies, as `-P` takes nothing
    from the folder that the window was started in."""
    whole = {**os.environ, **env}
    if not getattr(sys, "frozen", False):
        here = str(Path(__file__).resolve().parents[1])
        whole["PYTHONPATH"] = os.pathsep.join(each for each in (here, whole.get("PYTHONPATH", "")) if each)
    return whole


def main(profile: Path) -> int:
    """Serves until the window closes the pipe."""
    from workestra_desktop.assembly import open_desk  # here: the window asks this module for the command line only
    from workestra_desktop.core.endpoint import Endpoint
    from workestra_desktop.desktop.keychain import HeldInMemory, Keychain
    from workestra_desktop.sync.branch_office import Office
    from workestra_desktop.sync.interrupt import Interrupt

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the window, which then closes the pipe
    # The pipe gets numbers of its own: what anybody prints must not come between two messages.
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    vault = HeldInMemory(Keychain(local=Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT")).local))
    interrupt = Interrupt()

    def opened(office: Office) -> AbstractContextManager[Desk]:
        return open_desk(
            profile, os.environ, on_progress=office.show, on_notice=office.tell, interrupt=interrupt, vault=vault
        )

    Office(inbox, outbox, interrupt, opened, lambda: vault.holding, overdue=lambda: os._exit(1)).serve()
    return 0
