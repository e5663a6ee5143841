"""Whether the bar that the icon stands in is dark, which need not go with the windows."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QSettings

_THEME = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


def dark_bar(windows_dark: bool, platform: str, desktop: str, light_taskbar: object) -> bool:
    """`platform` is sys.platform, `desktop` XDG_CURRENT_DESKTOP, `light_taskbar` what Windows keeps of its taskbar.

    Windows colours its taskbar by a switch of its own, which older versions lack: theirs is dark. GNOME's bar is dark
    in every scheme. Elsewhere panels go with the windows.
    """
    if platform == "win32":
        return str(light_taskbar) != "1"
    if platform == "linux" and "GNOME" in desktop.split(":"):
        return True
    return windows_dark


def bar_is_dark(windows_dark: bool) -> bool:
    """Of this desktop, now."""
    windows = sys.platform == "win32"
    light = QSettings(_THEME, QSettings.Format.NativeFormat).value("SystemUsesLightTheme") if windows else None
    return dark_bar(windows_dark, sys.platform, os.environ.get("XDG_CURRENT_DESKTOP", ""), light)
