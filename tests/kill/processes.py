"""The four kinds of processes that are killed: a worker that takes orders, the command, the window, and its branch."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from tests.cli.command import Workestra
from tests.kill.branches import BranchProcess, running
from tests.support.servers import ROOT

PATIENCE = 60.0
"""Seconds; nothing a process is asked for here takes more than one, on an idle machine."""

_KILLED = 1 if os.name == "nt" else -9
"""What a process ends with that was killed: TerminateProcess on Windows, elsewhere SIGKILL."""

Order = dict[str, Any]


class Kind(StrEnum):
    WORKER = "worker"
    COMMAND = "command"
    WINDOW = "window"
    BRANCH = "branch"
    """The window's child that does its work with iCloud."""


class _Process:
    """A child with its standard error in a file."""

    def __init__(self, app: Workestra, line: list[str], env: Mapping[str, str], name: str) -> None:
        self.log = app.folder / f"{name}.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                line,
                cwd=ROOT,
                env=app.environment() | dict(env),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                encoding="utf-8",
            )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.spoke_at = 0.0
        """When it last said something, in monotonic seconds."""
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        """Ends when the process has: what it had said by then is in the queue."""
        assert self.process.stdout is not None
        with self.process.stdout as stdout:
            for line in stdout:
                self.spoke_at = time.monotonic()
                self._lines.put(line)

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def said_of_errors(self) -> str:
        """The end of its kind's standard error."""
        return _tail(self.log)

    def kill(self) -> bool:
        """SIGKILL. False if it had ended by itself before."""
        self.process.kill()
        return self._over() == _KILLED

    def _over(self) -> int:
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        assert self.process.stdin is not None
        try:
            self.process.stdin.close()
        except BrokenPipeError:  # an order it did not live to read
            pass
        return code


class Worker(_Process):
    """`tests.kill.worker`. One order at a time."""

    def __init__(self, app: Workestra, *, ahead: float = 0.0) -> None:
        env = {"WORKESTRA_TEST_AHEAD": str(ahead)}
        super().__init__(app, [sys.executable, "-m", "tests.kill.worker"], env, "worker")
        self._ready = False

    def ready(self) -> None:
        if not self._ready:
            assert self._next() == "ready"
            self._ready = True

    def send(self, order: Order) -> None:
        self.ready()
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def acknowledged(self) -> bool:
        return not self._lines.empty()

    def do(self, order: Order) -> Any:
        self.send(order)
        return self._next()

    def last_words(self) -> Any:
        """The acknowledgement, if there was one: None when it was killed before."""
        return None if self._lines.empty() else _whole(self._lines.get())

    def _next(self) -> Any:
        """The next acknowledgement. Raises RuntimeError with its last errors if it ends or hangs instead."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            gone = not self._reader.is_alive()
            try:
                return json.loads(self._lines.get(timeout=0.0 if gone else 0.2))
            except queue.Empty:
                if gone:
                    break
        raise RuntimeError(f"the worker ended or hangs:\n{self.said_of_errors()}")


class Command(_Process):
    """One run of `workestra … --json`."""

    def __init__(self, app: Workestra, order: Order) -> None:
        super().__init__(app, app.line(*_arguments(order), "--json"), {}, "command")

    def result(self) -> Any:
        """Waits for its end; the document it printed."""
        self._over()
        return self.last_words()

    def last_words(self) -> Any:
        """The document, None if it did not come to print it whole."""
        said = ""
        while not self._lines.empty():
            said += self._lines.get()
        return _whole(said)


class Window(_Process):
    """`workestra-desktop`, which polls by itself."""

    def __init__(self, app: Workestra) -> None:
        super().__init__(app, [sys.executable, "-m", "workestra_desktop"], {}, "window")
        self._profile = app.folder / "profile"

    def branch(self) -> BranchProcess | None:
        """The child that does its work with iCloud, if one runs. What that says of errors is in the window's log."""
        return next((each for each in running(self._profile) if each.parent == self.process.pid), None)


def tracebacks(app: Workestra) -> list[str]:
    """What processes wrote to their standard error before they died, if it was the report of a defect."""
    logs = [app.folder / f"{kind}.log" for kind in Kind]
    return [_tail(log) for log in logs if log.exists() and "Traceback" in log.read_text("utf-8", "replace")]


def _arguments(order: Order) -> list[str]:
    offline = ["--offline"] if order.get("offline") else []
    match order["do"]:
        case "book":
            start = order["start"]
            return ["book", "meeting", "--start", start, "--guest", order["guest"], "--outside-rules", *offline]
        case "move":
            return ["reschedule", order["id"], "--start", order["start"], "--outside-rules", *offline]
        case "cancel" | "undo":
            return [order["do"], order["id"], *offline]
        case "list":
            return ["bookings"]
        case _:
            return [order["do"]]


def _whole(said: str) -> Any:
    try:
        return json.loads(said)
    except json.JSONDecodeError:  # killed while it printed: nobody was told anything
        return None


def _tail(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-3000:]
