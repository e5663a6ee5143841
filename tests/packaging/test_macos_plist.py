"""Info.plist and the entitlements, by the rules that a Mac would hold them to."""

from __future__ import annotations

import plistlib
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.servers import ROOT
from tools.macos_plist import RULES, faults, info
from workestra_desktop import __version__

MACOS = ROOT / "packaging" / "macos"
MADE: dict[str, Any] = runpy.run_path(str(MACOS / "info_plist.py"))
info_plist: Callable[[str], dict[str, Any]] = MADE["info_plist"]


def test_it_keeps_every_rule_and_survives_the_way_to_xml() -> None:
    plist = plistlib.loads(plistlib.dumps(info_plist(__version__)))
    assert plist == info_plist(__version__)
    assert faults(plist) == []
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == __version__


def test_every_translation_is_named() -> None:
    languages = {file.stem.removeprefix("workestra_") for file in (ROOT / "resources" / "translations").glob("*.ts")}
    assert set(info_plist("1.0")["CFBundleLocalizations"]) == languages | {"en"}


def test_the_oldest_macos_is_the_one_qt_is_built_for() -> None:
    """The wheel of 6.11.3 is tagged macosx_13_0; another pin is another look."""
    assert '"PySide6-Essentials==6.11.3"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert info_plist("1.0")["LSMinimumSystemVersion"] == "13.0"


def test_links_come_to_it_and_the_dock_shows_it() -> None:
    plist = info_plist("1.0")
    assert [kind["CFBundleURLSchemes"] for kind in plist["CFBundleURLTypes"]] == [["workestra"]]
    assert "LSUIElement" not in plist and plist["LSBackgroundOnly"] is False


@pytest.mark.parametrize(("version", "shown"), [("1.2.3", "1.2.3"), ("1.2.3rc1", "1.2.3"), ("2.0", "2.0")])
def test_macos_takes_numbers_only(version: str, shown: str) -> None:
    assert info_plist(version)["CFBundleVersion"] == shown


@pytest.mark.parametrize("version", ["", "next", "1.2.3.4", "1."])
def test_what_is_no_version_for_macos_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match="CFBundleShortVersionString"):
        info_plist(version)


@pytest.mark.parametrize("key", RULES)
@pytest.mark.parametrize("value", [None, 7, "", [], ["", 7], [{}], [{"CFBundleURLName": "x"}]])
def test_every_key_is_needed_and_has_its_type(key: str, value: object) -> None:
    plist = info_plist(__version__)
    expected = [] if (key, value) == ("CFBundleURLTypes", []) else [f"{key} can't be {value!r}"]
    assert faults({**plist, key: value}) == expected
    assert faults({each: value for each, value in plist.items() if each != key}) == [f"{key} is missing"]


def test_a_bundle_is_read_by_the_same_rules(tmp_path: Path) -> None:
    (tmp_path / "Contents").mkdir()
    file = tmp_path / "Contents" / "Info.plist"
    file.write_bytes(plistlib.dumps(info_plist("1.0")))
    assert info(tmp_path)["CFBundleExecutable"] == "workestra-desktop"
    file.write_bytes(plistlib.dumps({**info_plist("1.0"), "CFBundlePackageType": "FMWK"}))
    with pytest.raises(ValueError, match="CFBundlePackageType can't be 'FMWK'"):
        info(tmp_path)


def test_the_entitlements_are_the_least_and_each_has_its_reason() -> None:
    """A comment with two hyphens would pass plutil and stop codesign; expat is as strict as codesign."""
    text = (MACOS / "entitlements.plist").read_text("utf-8")
    entitlements = plistlib.loads(text.encode())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}
    for key in entitlements:
        assert text.partition(f"<key>{key}</key>")[0].rstrip().endswith("-->"), key
