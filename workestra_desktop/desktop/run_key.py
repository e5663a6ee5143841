"""Start at login on Windows: a value of the user's `Run` key, which Task Manager can switch off without removing it.

Task Manager keeps its word beside it, under `StartupApproved`: twelve bytes, the first even for on and odd for off (not
documented by Microsoft; as seen on Windows 10 and 11).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from workestra_desktop.core.disk import LOGIN_START
from workestra_desktop.desktop.refusal import told_of

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "Workestra Desktop"


class Registry(Protocol):
    """The part of the user's registry that is used. Its calls raise OSError where the system refuses."""

    def read(self, key: str, name: str) -> object:
        """The value; None if there is none."""

    def write(self, key: str, name: str, text: str) -> None: ...

    def remove(self, key: str, name: str) -> None:
        """One that is not there is removed already."""


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """`HKEY_CURRENT_USER`."""

        def read(self, key: str, name: str) -> object:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value: object = winreg.QueryValueEx(opened, name)[0]
                    return value
            except FileNotFoundError:
                return None

        def write(self, key: str, name: str, text: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove(self, key: str, name: str) -> None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                pass


class RunKey:
    """What Windows starts for this user at login."""

    def __init__(self, command: Sequence[str], registry: Registry) -> None:
        self._line = subprocess.list2cmdline(command)
        self._registry = registry

    def enabled(self) -> bool:
        with told_of(LOGIN_START):
            line, approved = self._registry.read(RUN, NAME), self._registry.read(APPROVED, NAME)
        off = isinstance(approved, bytes) and bool(approved) and approved[0] % 2 == 1
        return isinstance(line, str) and not off and shutil.which(_program(line)) is not None

    def set(self, on: bool) -> None:
        with told_of(LOGIN_START):
            if on:
                self._registry.write(RUN, NAME, self._line)
            else:
                self._registry.remove(RUN, NAME)
            self._registry.remove(APPROVED, NAME)  # an earlier word of Task Manager's does not outlive the host's


def _program(line: str) -> str:
    """The program of a command line as `list2cmdline` writes it."""
    return line[1:].partition('"')[0] if line.startswith('"') else line.partition(" ")[0]
