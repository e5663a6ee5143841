"""What PyInstaller found and what of it stays."""

from __future__ import annotations

import pytest

from tests.support.servers import ROOT
from tools.freeze_pruning import is_kept, pins

VENV = "/somewhere/site-packages"


@pytest.mark.parametrize(
    ("place", "source", "platform", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", VENV, "linux", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", VENV, "linux", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", VENV, "linux", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", VENV, "linux", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", VENV, "win32", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", VENV, "win32", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", VENV, "darwin", True),
        ("PySide6/Qt/translations/qtbase_de.qm", VENV, "linux", True),
        ("PySide6/Qt/translations/qtbase_pl.qm", VENV, "linux", False),
        ("PySide6\\translations\\qtbase_ja.qm", VENV, "win32", True),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", VENV, "linux", True),
        ("PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6", VENV, "linux", False),
        ("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6", "linux", False),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "linux", True),
        ("PySide6\\Qt6Core.dll", VENV, "win32", True),
        ("PySide6\\Qt6Quick.dll", VENV, "win32", False),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", VENV, "darwin", True),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", VENV, "darwin", False),
        ("PySide6/QtWidgets.abi3.so", VENV, "linux", True),
        ("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6", "linux", False),
        ("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1", "linux", False),
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", "linux", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "linux", True),
        ("caldav-3.6.0.dist-info/METADATA", VENV, "linux", True),
        ("caldav-3.6.0.dist-info/RECORD", VENV, "linux", False),
        ("dateutil/zoneinfo/dateutil-zoneinfo.tar.gz", VENV, "linux", False),
        ("tzdata/zoneinfo/Europe/Berlin", VENV, "linux", True),
    ],
)
def test_what_the_app_needs_stays(place: str, source: str, platform: str, stays: bool) -> None:
    assert is_kept(place, source, "BINARY", platform) is stays


def test_the_builders_lock_has_the_whole_run_lock_in_the_same_versions() -> None:
    def exact(name: str) -> set[str]:
        return {line.split()[0] for line in (ROOT / "requirements" / name).read_text().splitlines() if "==" in line}

    assert exact("run.txt") <= exact("build.txt")
    assert {"pyinstaller", "cyclonedx-python-lib"} <= pins(ROOT / "requirements" / "build.txt")
    lock = (ROOT / "requirements" / "build.txt").read_text()
    assert "://" not in lock
    assert all(line.endswith("\\") for line in lock.splitlines() if "==" in line)
