"""One window from the start of its process to rest: `python -m benchmarks.started bare|app PROFILE IDLE`.

Prints one JSON line: `paint`, seconds from the start of the process (as the parent noted it in WORKESTRA_BENCH_START,
on the clock that all processes share) to the first paint, and `whole`, to that of the window with its page; then, for
IDLE seconds at rest, `cpu` seconds, `wakes` of all threads, and `rss` bytes. In `rss`, processes that it has started
and that still run count as well; how many those are is `children`.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path

REST = 20.0
"""Seconds after the first paint at which a window is taken to be at rest: the process that reads iCloud ends ten
seconds after its last errand (`sync/branch.py`)."""


def main(arguments: list[str]) -> int:
    which, profile, idle = arguments
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    said: dict[str, float] = {}

    class Watch(QObject):
        """Notes the first paint of a main window, then its rest."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
                since = time.monotonic() - float(os.environ["WORKESTRA_BENCH_START"])
                said.setdefault("paint", since)
                if which == "bare" or watched.objectName() == "main_window":
                    said["whole"] = since
                    QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one by now
                    QTimer.singleShot(int(REST * 1000), self, self.begin)
            return False

        def begin(self) -> None:
            self._before = (time.process_time(), _wakes())
            QTimer.singleShot(int(float(idle) * 1000), self, self.end)

        def end(self) -> None:
            cpu, wakes = self._before
            everyone, woken = ["self", *_children()], _wakes()
            said.update(cpu=time.process_time() - cpu, children=len(everyone) - 1)
            said.update(wakes=sum(woken[thread] - wakes.get(thread, 0) for thread in woken))
            said.update(rss=sum(map(_resident, everyone)))
            sys.stdout.write(json.dumps(said) + "\n")
            sys.stdout.flush()
            os._exit(0)

    if which == "bare":
        app = QApplication(["bare"])
        watch = Watch()
        app.installEventFilter(watch)
        window = QMainWindow()
        window.setCentralWidget(QLabel("Bookings"))
        window.resize(960, 640)
        window.show()
        return app.exec()
    from workestra_desktop.__main__ import main as start
    from workestra_desktop.ui.application import Application

    app = Application.one()
    watch = Watch()
    app.installEventFilter(watch)
    return start(["--profile", profile])


def _wakes() -> dict[str, int]:
    """How often each thread of this process has gone to sleep of itself, and so was woken."""
    counts = {}
    for task in Path("/proc/self/task").iterdir():
        status = (task / "status").read_text()
        found = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.MULTILINE)
        counts[task.name] = int(found[1]) if found is not None else 0
    return counts


def _children() -> list[str]:
    """The processes that any thread of this one has started and that still run."""
    return [pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()]


def _resident(process: str) -> int:
    found = re.search(r"^VmRSS:\s*(\d+) kB", Path(f"/proc/{process}/status").read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1]) * 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
