"""The process in which the window has its errands run (`sync/branch.py`): how it is started, and what it does.

Imports no Qt. Its standard input and output are the pipe to the window, which nothing else may write to.
"""

from __future__ import annotations

import logging
import os
import signal
import site
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from workestra_desktop.sync.branch_office import Office
    from workestra_desktop.sync.desk import Desk
    from workestra_desktop.sync.errands import Open

log = logging.getLogger("workestra.branch")

OPTION = "--branch"


def command(profile: Path) -> list[str]:
    """The command line that starts it: this program again, whether it is frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "workestra_desktop"]
    return [*program, OPTION, str(profile)]


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """`env` on top of the process's own; from the sources also where this package lies, as `-P` takes nothing from the
    folder that the window was started in."""
    whole = {**os.environ, **env}
    here = str(Path(__file__).resolve().parents[1])
    if not getattr(sys, "frozen", False) and here not in map(_resolved, site.getsitepackages()):
        whole["PYTHONPATH"] = os.pathsep.join(each for each in (here, whole.get("PYTHONPATH", "")) if each)
    return whole


def _resolved(folder: str) -> str:
    return str(Path(folder).resolve())


def main(profile: Path) -> NoReturn:
    """Serves until the window closes the pipe; its end is the process's."""
    for ending in ("SIGINT", "SIGTERM", "SIGHUP"):
        # Ctrl-C, a logout, a terminal that closes: for the window, which then closes the pipe. Not SIG_IGN, which
        # whatever a keychain starts would inherit.
        if (number := getattr(signal, ending, None)) is not None:
            signal.signal(number, lambda _number, _frame: None)
    code = 0
    try:
        _serve(profile)
    except Exception as error:  # noqa: BLE001 - where there is no console, it would be told in a box nobody asked for
        log.error("not served: %s", type(error).__name__)  # noqa: TRY400 - its words may be private
        code = 1
    # All is closed. Taking the interpreter apart would last longer than an errand (measured 2026-11-23).
    os._exit(code)


def _serve(profile: Path) -> None:
    from workestra_desktop.assembly import load_client, open_desk  # here: the window asks for the command line only
    from workestra_desktop.core.endpoint import Endpoint
    from workestra_desktop.core.password import printed_form
    from workestra_desktop.desktop.keychain import HeldInMemory, Keychain
    from workestra_desktop.sync.branch_office import Office
    from workestra_desktop.sync.interrupt import Interrupt

    # The pipe gets numbers of its own: what anybody prints must not come between two messages.
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    interrupt = Interrupt()

    def opened(office: Office, opening: Open) -> AbstractContextManager[Desk]:
        vault = HeldInMemory(Keychain(local=Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT")).local))
        if opening.held is not None:
            vault.hold(opening.held.apple_id, printed_form(opening.held.password) or "")
        return open_desk(
            profile,
            os.environ,
            on_progress=office.show,
            on_notice=office.tell,
            interrupt=interrupt,
            vault=vault,
            zone=opening.zone,
        )

    Office(inbox, outbox, interrupt, opened, load_client, overdue=lambda: os._exit(1)).serve()
