"""The colour of the bar that the icon stands in, which need not go with the windows."""

from __future__ import annotations

import os
import sys
from enum import Enum

from PySide6.QtCore import QSettings

_THEME = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


class Bar(Enum):
    LIGHT = "light"
    DARK = "dark"
    EITHER = "either"
    """Nobody says which."""


def bar_of(windows_dark: bool, platform: str, desktop: str, light_taskbar: object) -> Bar:
    """`platform` is sys.platform, `desktop` XDG_CURRENT_DESKTOP, `light_taskbar` what Windows keeps of its taskbar.

    Windows colours its taskbar by a switch of its own, which older versions lack: theirs is dark. GNOME's bar is dark
    in every scheme. The panels of other Linux desktops have themes of their own, which programs cannot ask for. macOS
    colours the icon itself.
    """
    match platform:
        case "win32":
            return Bar.LIGHT if str(light_taskbar) == "1" else Bar.DARK
        case "linux":
            return Bar.DARK if "GNOME" in desktop.split(":") else Bar.EITHER
        case _:
            return Bar.DARK if windows_dark else Bar.LIGHT


def this_bar(windows_dark: bool) -> Bar:
    """Of this desktop, now."""
    windows = sys.platform == "win32"
    light = QSettings(_THEME, QSettings.Format.NativeFormat).value("SystemUsesLightTheme") if windows else None
    return bar_of(windows_dark, sys.platform, os.environ.get("XDG_CURRENT_DESKTOP", ""), light)
