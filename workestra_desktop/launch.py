"""Runs the window app from its first line to its exit code, and tells what keeps it from starting."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from workestra_desktop.bootstrap import WindowApp
from workestra_desktop.core.trouble import Code, Failure, fail
from workestra_desktop.desktop import language
from workestra_desktop.desktop.autostart import login_start
from workestra_desktop.desktop.popups_dbus import dbus_popups
from workestra_desktop.ui.application import Application
from workestra_desktop.ui.icons import RESOURCES
from workestra_desktop.ui.look import Look
from workestra_desktop.ui.tongue import speak

if TYPE_CHECKING:
    from workestra_desktop.sync.desk import Vault
    from workestra_desktop.ui.front import Front

log = logging.getLogger("workestra")


def dress(app: QApplication) -> Look:
    """Names, icon and looks of the application; keep what is returned as long as `app` lives."""
    app.setApplicationName("Workestra Desktop")
    app.setDesktopFileName("workestra-desktop")
    app.setQuitOnLastWindowClosed(False)
    return Look(app)


def demo_opener() -> Callable[[], None] | None:
    """Starts the demo as an app of its own, beside this one; None where this build has none."""
    import importlib.util

    if importlib.util.find_spec("workestra_desktop.demo") is None:
        return None

    def look_around() -> None:
        from PySide6.QtCore import QProcess

        if not QProcess.startDetached(sys.executable, ["-m", "workestra_desktop", "--demo"])[0]:
            raise fail(Code.DEFECT, detail="the demo did not start")

    return look_around


def run(
    profile: Path,
    env: Mapping[str, str],
    *,
    hidden: bool = False,
    demo: bool = False,
    vault: Vault | None = None,
    options: Sequence[str] = (),
    front: Front | None = None,
    link: str = "",
) -> int:
    """Runs the window app until the host quits. `options` belong to a start of it at login; `front` is the window's
    place on the screen already; `link` is opened once the window stands. Returns the exit code."""
    import asyncio
    import os
    import signal

    import qasync

    app = Application.one()
    dress(app)
    speak(app, language.chosen(profile))
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    in_time: list[bool] = []

    def end(stopped: bool) -> None:
        in_time.append(stopped)
        loop.stop()

    popups = dbus_popups(env, RESOURCES / "icons" / "workestra.svg")
    if demo:
        window_app = WindowApp(profile, env, demo=True, vault=vault, popups=popups)
    else:
        at_login = login_start(env, options)
        window_app = WindowApp(
            profile, env, vault=vault, login_start=at_login, look_around=demo_opener(), popups=popups, apart=True
        )
        QTimer.singleShot(0, window_app, window_app.open_door)
        app.brought.connect(window_app.window.open_link)
        if link := app.hear() or link:
            window_app.window.requests.take(link)
    window_app.ended.connect(end)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: window_app.quit())
    window_app.start(hidden=hidden, front=front)
    with loop:
        loop.run_forever()
    if not all(in_time):
        # A thread is still blocked in a system call; Qt would abort on destroying it. Nothing is in memory only.
        log.warning("ended without waiting for the network")
        os._exit(0)
    return 0


def shown(failure: Failure, profile: Path) -> int:
    """Tells a failure before the window exists in a box of its own, too: who starts by mouse sees no stderr."""
    from workestra_desktop.ui.words import worded

    code = reported(failure)
    app = QApplication(["workestra-desktop"])
    dress(app)
    speak(app, language.chosen(profile))
    text = worded(failure.trouble)
    box = QMessageBox(QMessageBox.Icon.Critical, text.title, text.title, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(f"{text.message} {text.action}.")
    box.exec()
    return code


def reported(failure: Failure) -> int:
    """Words a failure before any window exists, on stderr; returns the exit code."""
    from workestra_desktop.core.trouble import USAGE
    from workestra_desktop.core.words import words

    text = words(failure.trouble)
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(f"{text.title}. {text.message} {text.action}.\n")
        sys.stderr.flush()
    return 2 if failure.trouble.code in USAGE else 1
