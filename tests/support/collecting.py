"""`python -m tests.support.collecting ROUNDS FOLDER`: which thread's garbage collector frees widgets?

A process of its own, as the wrong answer is a crash. The collector is due after every 50 allocations; the engine
parses; the window opens and closes dialogs and leaves cycles with Qt objects in them behind. Prints how often each
thread collected, and how many of those widgets it freed.
"""

from __future__ import annotations

import asyncio
import faulthandler
import gc
import sys
import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import keyring
from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.keyring_backend import MemoryKeyring
from tests.support.windows import OpenWindow, Stage
from workestra_desktop.demo.icloud.client import StandIn
from workestra_desktop.ui.book_dialog import BookDialog
from workestra_desktop.ui.window import Page


def complain(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Whatever Qt says, but for the one line the off-screen platform prints for every dialog."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"Qt on {threading.current_thread().name}: {text}\n")


def more_events(server: ICloud, batch: int) -> None:
    start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    texts = {}
    for n in range(100):
        uid, at = f"e{batch}-{n}", start + timedelta(hours=3 * n)
        texts[f"{uid}.ics"] = event(uid, at, at + timedelta(hours=1), "RRULE:FREQ=WEEKLY;COUNT=20")
    server.seed("work", texts)


class Litter(QLabel):
    """A cycle of Python and Qt objects with a running timer in it: only the collector can free it."""

    freed: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__("litter")
        self._itself = self
        self._timer = QTimer(self)
        self._timer.start(1)

    def __del__(self) -> None:
        Litter.freed[_thread()] += 1


async def play(run: OpenWindow, server: ICloud, rounds: int) -> None:
    await run.start()
    await run.set_up()
    for number in range(rounds):
        if number % 10 == 0:
            more_events(server, number)
            run.window.sync_now()
        run.window.new_booking()
        await asyncio.sleep(0.01)
        if (dialog := run.dialog(BookDialog)) is not None:
            dialog.reject()
        for _ in range(3):
            run.window.show_snapshot(run.now)
        run.window.choose_calendars()
        run.window.dialogs.dismiss()
        run.window.pages.go(Page.BOOKINGS)
        for _ in range(10):
            Litter()
        await asyncio.sleep(0.005)
    await run.calm()
    await run.quit()


def main(rounds: int, folder: Path) -> None:
    faulthandler.enable()
    keyring.set_keyring(MemoryKeyring())
    qInstallMessageHandler(complain)
    collected: Counter[str] = Counter()
    gc.callbacks.append(lambda phase, _facts: collected.update([_thread()] if phase == "stop" else []))
    app = QApplication([])
    with StandIn() as standin, Stage(app) as stage:
        standin.reset([])
        server = ICloud(standin, folder / "icloud")
        server.mkcalendar("work", "Work")
        gc.set_threshold(50, 2, 2)
        run = stage.open(folder / "profile", server.url)
        stage.play(play(run, server, rounds))
    for what, counted in (("collections", collected), ("freed widgets", Litter.freed)):
        sys.stdout.write(f"{what}: window {counted['window']}, workers {counted['worker']}\n")


def _thread() -> str:
    return "window" if threading.current_thread() is threading.main_thread() else "worker"


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
