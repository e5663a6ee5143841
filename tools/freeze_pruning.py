"""What the frozen app takes along and what it leaves out, for packaging/workestra.spec.

PyInstaller follows imports, and takes every plugin of a Qt module it meets with all the libraries these want. Most of
that is of no use to one window without 3D, and some of it does harm: libraries of the building machine's desktop would
be loaded beside those of the host's. Stdlib only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

OWN_DATA = ["**/*.svg", "**/*.txt", "**/*.qm", "**/*.sql"]
"""Of our own package; the translations' sources (.ts) stay at home."""

NAMED_IN_DIAGNOSTICS = ("PySide6-Essentials", "caldav", "niquests", "icalendar", "keyring", "tzdata")
"""`workestra diagnostics` tells their versions, which only their metadata knows."""

LEFT_OUT = (
    "tkinter", "idlelib", "lib2to3", "ensurepip", "turtle", "turtledemo", "test", "curses", "readline", "venv",
    "qh3", "lxml.html", "lxml.isoschematron", "lxml.objectify",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest",
    "PySide6.QtSql", "PySide6.QtPrintSupport",
)  # fmt: skip

HIDDEN: dict[str, tuple[str, ...]] = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.fail", "keyring.backends.null"),
    "win32": ("keyring.backends.Windows", "keyring.backends.fail", "keyring.backends.null"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.fail", "keyring.backends.null"),
}
"""keyring finds its backends by metadata, not by imports."""

_LANGUAGES = ("de", "es", "fr", "ja")

_PLUGINS: dict[str, tuple[str, ...]] = {
    "linux": (
        "platforms/libqxcb.so", "platforms/libqwayland.so", "platforms/libqoffscreen.so",
        "platforminputcontexts/*", "platformthemes/libqxdgdesktopportal.so",
        "wayland-decoration-client/*", "wayland-shell-integration/libxdg-shell.so",
        "imageformats/libqsvg.so", "iconengines/libqsvgicon.so", "networkinformation/*",
    ),
    "win32": (
        "platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/*",
        "imageformats/qsvg.dll", "imageformats/qico.dll", "iconengines/qsvgicon.dll", "networkinformation/*",
    ),
    "darwin": (
        "platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib", "styles/*",
        "imageformats/libqsvg.dylib", "imageformats/libqicns.dylib", "iconengines/libqsvgicon.dylib",
        "networkinformation/*",
    ),
}  # fmt: skip
"""Of Qt's plugins, by folder. TLS is Python's here (niquests), never Qt's; drawings are SVG, PNG is built in."""

_QT_MODULES = ("Core", "DBus", "Gui", "Network", "Svg", "Widgets", "WaylandClient", "XcbQpa")

FROM_BUILDER = (
    "libpython3*", "libcrypto.so.*", "libssl.so.*", "libsqlite3.so.*", "libffi.so.*", "libbz2.so.*", "liblzma.so.*",
)  # fmt: skip
"""Linux: what is taken from the building machine: Python's own, whose sonames differ among systems. All others (X11,
GLib, fontconfig, zlib, the C++ library, …) must be the host's: they talk to its desktop, and a mix of builds breaks."""

SEPARATE = ("recurring_ical_events", "x_wr_timezone")
"""Python under the LGPL: as files beside the programs, where anybody can change them, and not in the archive."""

_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(.+)")
_METADATA = re.compile(r"[^/]+\.dist-info/(.+)")
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/(.+)")
_QT_LIBRARY = re.compile(r"(?:PySide6/)?(?:Qt/lib/)?(?:lib)?Qt6?(\w+?)(?:\.so\.6|\.dll|\.framework/.*|)\Z")


def kept(entries: Iterable[tuple[str, str, str]], platform: str) -> list[tuple[str, str, str]]:
    """Of PyInstaller's (place in the bundle, source, kind) those the app needs on `platform` (sys.platform)."""
    return [entry for entry in entries if is_kept(entry[0], entry[1], entry[2], platform)]


def is_kept(place: str, source: str, kind: str, platform: str) -> bool:
    """`place` is in the bundle, `source` on the building machine; for a symbolic link it is the link's target."""
    place = place.replace("\\", "/")
    if plugin := _PLUGIN.fullmatch(place):
        return any(fnmatchcase(plugin[1], pattern) for pattern in _PLUGINS[platform])
    if translation := _TRANSLATION.fullmatch(place):
        return translation[1] in {f"qtbase_{tag}.qm" for tag in _LANGUAGES}
    if library := _QT_LIBRARY.fullmatch(place):
        return library[1] in _QT_MODULES
    if (metadata := _METADATA.fullmatch(place)) and metadata[1] not in ("METADATA", "entry_points.txt"):
        return False
    if place.endswith(("/opengl32sw.dll", "/d3dcompiler_47.dll")):
        return False  # for what is drawn in three dimensions
    if place.startswith(("lxml/includes/", "lxml/isoschematron/", "dateutil/zoneinfo/")):
        return False  # headers for C programs, schemas of another language, time zones of another year
    name = PurePosixPath(place).name
    if platform == "linux" and kind == "BINARY" and "/" not in place and source.startswith(("/lib", "/usr/lib")):
        return any(fnmatchcase(name, pattern) for pattern in FROM_BUILDER)
    return True


def build_only(locks: Path) -> list[str]:
    """Modules of what only builds: a library of the app may import one of them where it happens to be there."""
    from importlib.metadata import packages_distributions

    runs = pins(locks / "run.txt")
    only = pins(locks / "build.txt") - runs | {"pip"}
    return sorted(
        module
        for module, owners in packages_distributions().items()
        if module.isidentifier() and {plain(owner) for owner in owners} <= only
    )


def pins(lock: Path) -> set[str]:
    """The names that `lock` pins, on whatever platform."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {plain(line.partition("==")[0]) for line in lines if "==" in line and not line.startswith((" ", "#"))}


def plain(name: str) -> str:
    """A distribution's name as the locks write it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
