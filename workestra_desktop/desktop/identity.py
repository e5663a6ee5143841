"""Under which name Windows shows this program: its windows in the taskbar, and its notices."""

from __future__ import annotations

import sys
from collections.abc import Callable

IDENTITY = "Workestra.Desktop"
"""The Application User Model ID, which the installer's shortcut carries too (packaging/windows/installer.nsi)."""


def tell_identity(tell: Callable[[str], object] | None = None) -> None:
    """Must come before the first window. Does nothing on other systems; `tell` takes the place of Windows' function.

    Where Windows refuses, its notices carry the name of the program's file: nothing to trouble the host with.
    """
    if tell is None and sys.platform == "win32":
        import ctypes

        tell = ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID
    if tell is not None:
        tell(IDENTITY)
