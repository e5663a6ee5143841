"""What the app tells macOS about itself: the Info.plist of the bundle.

Source: Apple, “Information Property List”. The spec hands it to PyInstaller's BUNDLE, tools/installer_macos.py
signs what came of it.
"""

from __future__ import annotations

import re

BUNDLE_ID = "org.workestra.desktop"
"""What macOS keeps the host's permissions by (notifications, keychain, login items): it never changes."""
NAME = "Workestra Desktop"
PROGRAM = "workestra-desktop"
"""The file in Contents/MacOS that a double click starts."""
OLDEST_MACOS = "13.0"
"""PySide6-Essentials 6.11.3 is built for it: its wheel is tagged macosx_13_0_universal2."""
LANGUAGES = ("en", "de", "es", "fr", "ja")
"""Those of resources/translations, and English."""


def info_plist(version: str) -> dict[str, object]:
    """For `version` as `workestra_desktop.__version__` has it. Raises ValueError if macOS could not read it.

    There is no LSUIElement: the app has a window with a menu bar, which without a place in the Dock could be reached
    neither by Cmd-Tab nor by a click after it was covered. The price is an icon in the Dock while the app runs hidden.
    """
    numbers = re.match(r"\d+(\.\d+){0,2}(?![\d.])", version)
    if numbers is None:
        raise ValueError(f"CFBundleShortVersionString has up to three numbers, unlike {version}")
    return {
        "CFBundleIdentifier": BUNDLE_ID,
        "CFBundleName": NAME,
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": PROGRAM,
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": numbers[0],
        "CFBundleVersion": numbers[0],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleURLTypes": [
            # Viewer: other apps may know the scheme as well; no file is ever owned by it.
            {"CFBundleURLName": f"{BUNDLE_ID}.link", "CFBundleURLSchemes": ["workestra"], "CFBundleTypeRole": "Viewer"}
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST_MACOS,
        # PyInstaller says True as soon as one program of a bundle is a console's, and macOS would show no window.
        "LSBackgroundOnly": False,
        # Retina screens, and a start through Cocoa, which brings links and the Dock's clicks.
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        # The dark look is followed, not overruled.
        "NSRequiresAquaSystemAppearance": False,
        # Both cards may be used, the fast one is not asked for: there is nothing here that needs it.
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSHumanReadableCopyright": "© 2026 The Workestra Desktop authors. MIT licence.",
    }
