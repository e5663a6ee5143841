"""Windows' name for the program: told once, and the same that the installer's shortcut carries."""

from __future__ import annotations

import re

from tests.support.servers import ROOT
from workestra_desktop.desktop.identity import IDENTITY, tell_identity


def test_windows_is_told_the_identity() -> None:
    told: list[str] = []
    tell_identity(told.append)
    assert told == [IDENTITY]


def test_the_installer_writes_the_same() -> None:
    script = (ROOT / "packaging" / "windows" / "installer.nsi").read_text(encoding="utf-8")
    assert re.findall(r'^!define IDENTITY "([^"]+)"', script, re.MULTILINE) == [IDENTITY]
