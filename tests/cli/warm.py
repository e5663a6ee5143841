"""The `workestra` command started by forking a process that has imported it already: an eighth of the time.

What is forked is a process of its own like any other, with its own surroundings, exit code and end; only that it need
not import is not as in life. So the stories of `test_lifecycle` on iCloud, the tests of usage and those with a window
start it as scripts do, and everything does where there is no `fork` (Windows) or where it is not safe (macOS).
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from tests.support.servers import ROOT

LONGEST = 100
"""Seconds a command may take."""
POSSIBLE = sys.platform == "linux"
_LAZY = (
    "workestra_desktop.cli", "workestra_desktop.assembly", "workestra_desktop.ical.expansion",
    *(f"workestra_desktop.sync.{name}" for name in (
        "account_desk", "account_trouble", "booking_desk", "choice_desk", "delivery", "free_desk", "gateway",
        "note_desk", "republish", "round", "session", "undo_desk", "wire",
    )), "keyring", "tests.support.keyring_backend", "tzlocal",
)  # fmt: skip
"""What the command imports, at once or when it needs it."""


class Warm:
    """A context manager; `run` inside it, one command at a time."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.warm"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.communicate(timeout=LONGEST + 10)

    def run(self, arguments: Sequence[str], env: Mapping[str, str], stdin: str) -> subprocess.CompletedProcess[str]:
        """The command with just these surroundings; one that was killed by a signal returns its number, negative."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with tempfile.TemporaryDirectory(prefix="workestra-warm-") as name:
            folder = Path(name)
            (folder / "stdin").write_text(stdin, "utf-8")
            order = {"arguments": list(arguments), "env": dict(env), "folder": name}
            self._process.stdin.write(json.dumps(order) + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
            if not answer:
                raise RuntimeError("the process that starts the command has ended")
            said = [(folder / stream).read_text("utf-8") for stream in ("stdout", "stderr")]
        return subprocess.CompletedProcess(list(arguments), int(answer), *said)


def serve() -> int:
    """Starts what each line of stdin orders and writes its exit code; in a forked process, returns that."""
    for needed in _LAZY:
        importlib.import_module(needed)
    gc.freeze()  # else each child looks through all of this at its end, and copies it by that
    while line := sys.stdin.readline():
        child = os.fork()
        if not child:
            return _command(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer
    return 0


def _command(order: dict[str, object]) -> int:
    from workestra_desktop.cli import main

    arguments, env, folder = order["arguments"], order["env"], order["folder"]
    assert isinstance(arguments, list) and isinstance(env, dict) and isinstance(folder, str)
    signal.alarm(LONGEST)  # nobody else ends one that hangs
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    for number, (stream, how) in enumerate((("stdin", os.O_RDONLY), ("stdout", _NEW), ("stderr", _NEW))):
        os.dup2(os.open(Path(folder) / stream, how, 0o600), number)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    return main(arguments)


_NEW = os.O_WRONLY | os.O_CREAT

if __name__ == "__main__":
    sys.exit(serve())
