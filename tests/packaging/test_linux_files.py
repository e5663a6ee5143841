"""What the Linux packages tell a desktop: menu entry, AppStream file, manual pages, icons, control file."""

from __future__ import annotations

import configparser
import gzip
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from PySide6.QtGui import QImage

from tools.installer import outdated
from tools.installer_linux import control
from tools.installer_linux_metainfo import APP_ID, metainfo, releases
from tools.installer_linux_tree import (
    ICON_SIZES,
    NAME,
    PARTS,
    PROGRAMS,
    ROOT,
    Edition,
    icon,
    lay_app,
    lay_debian_share,
    lay_share,
)
from tools.man_pages import FOLDER, PAGES
from workestra_desktop import __version__
from workestra_desktop.__main__ import argument_parser
from workestra_desktop.cli import cli

MADE = datetime(2026, 12, 1, 12, tzinfo=UTC)
EDITION = Edition(__version__, MADE)


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read only: laid once for all."""
    folder = tmp_path_factory.mktemp("packages") / "share"
    lay_share(folder, EDITION)
    lay_debian_share(folder, EDITION)
    return folder


def entry(share: Path) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # keys differ by case
    parser.read(share / "applications" / f"{NAME}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def about(share: Path) -> ET.Element:
    return ET.parse(share / "metainfo" / f"{APP_ID}.metainfo.xml").getroot()


# ----------------------------------------------------------------------------------------------------------- menu entry


def test_the_menu_entry_starts_the_window_and_hands_it_links(share: Path) -> None:
    menu = entry(share)
    program, *arguments = menu["Exec"].split()
    assert program in PROGRAMS
    given = [argument.replace("%u", "workestra:book?link=meeting") for argument in arguments]
    assert argument_parser().parse_args(given).link == "workestra:book?link=meeting"
    assert menu["MimeType"] == "x-scheme-handler/workestra;"
    assert menu["Terminal"] == "false"


def test_the_menu_entry_speaks_german_wherever_it_speaks_english(share: Path) -> None:
    menu = entry(share)
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert menu[key]
        assert menu[f"{key}[de]"]
    assert menu["Comment"] != menu["Comment[de]"]


def test_the_window_says_the_class_that_the_menu_entry_expects(share: Path) -> None:
    """Else a dock shows the window beside its launcher. What X is really told is looked at by `installer --verify`."""
    said = re.findall(r'setDesktopFileName\("([^"]+)"\)', (ROOT / "workestra_desktop" / "launch.py").read_text("utf-8"))
    assert said == [entry(share)["StartupWMClass"]] == [NAME]


def test_the_judge_of_menu_entries_has_nothing_to_say(share: Path) -> None:
    judge = shutil.which("desktop-file-validate")
    if judge is None:
        pytest.skip("desktop-file-validate is not here; `dev.py installer --verify` brings it")
    line = [judge, str(share / "applications" / f"{NAME}.desktop")]
    assert subprocess.run(line, capture_output=True, text=True, check=True).stdout == ""


# ------------------------------------------------------------------------------------------------------------ AppStream


def test_the_metainfo_belongs_to_the_menu_entry_and_the_programs(share: Path) -> None:
    root = about(share)
    assert root.findtext("id") == APP_ID
    assert (share / "applications" / root.findtext("launchable", "")).is_file()
    assert [each.text for each in root.iterfind("provides/binary")] == list(PROGRAMS)
    assert [f"{each.text};" for each in root.iterfind("provides/mediatype")] == [entry(share)["MimeType"]]
    assert root.find("content_rating") is not None
    german = [each for each in root.iter() if each.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"]
    assert len(german) == len(root.findall("summary")) - 1 + len(list(root.iterfind("description//"))) // 2


def test_the_newest_release_is_what_is_packed(share: Path) -> None:
    newest = about(share).find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__
    points = [point.text or "" for point in newest.iterfind("description/ul/li")]
    assert points
    assert not any(mark in point for point in points for mark in "`*")


CHANGES = """# Changelog

## Unreleased

- Something with `code`, **weight** and a [link](there),
  on two lines.

## 1.1.0 - 2026-11-30

- Second.

## 1.0.0 - 2026-10-01

First words.

- First.
"""


def test_releases_are_read_from_the_changelog() -> None:
    coming, second, first = releases(CHANGES, "1.2.0", MADE)
    assert (coming.version, str(coming.day), coming.stable) == ("1.2.0", "2026-12-01", False)
    assert coming.points == ("Something with code, weight and a link, on two lines.",)
    assert (second.version, str(second.day), second.stable, second.points) == (
        "1.1.0",
        "2026-11-30",
        True,
        ("Second.",),
    )
    assert first.points == ("First.",)


def test_a_version_that_the_changelog_does_not_tell_of_is_not_packed() -> None:
    told = CHANGES.replace("## Unreleased", "## 1.2.0 - 2026-12-01")
    assert releases(told, "1.2.0", MADE)[0].stable
    with pytest.raises(ValueError, match=r"says nothing of 1\.3\.0"):
        releases(told, "1.3.0", MADE)
    with pytest.raises(ValueError, match="no version and day in"):
        releases(told.replace(" - 2026-12-01", ""), "1.2.0", MADE)


def test_signs_of_markup_in_the_changelog_stay_text(tmp_path: Path) -> None:
    template = tmp_path / "template.xml"
    template.write_text("<component>\n  <releases/>\n</component>\n")
    told = releases("## Unreleased\n\n- Faster & <smaller>.\n", "1.0.0", MADE)
    root = ET.fromstring(metainfo(template, told))
    assert root.findtext("releases/release/description/ul/li") == "Faster & <smaller>."


# ------------------------------------------------------------------------------------------------------------ man pages


@pytest.mark.parametrize("name", PAGES)
def test_the_manual_pages_are_what_the_parsers_say(name: str) -> None:
    written = (FOLDER / name).read_text(encoding="utf-8")
    assert written == PAGES[name](), "write them anew: python -m tools.man_pages"


def test_every_command_and_option_is_in_the_manual() -> None:
    page = (FOLDER / "workestra.1").read_text(encoding="utf-8").replace("\\-", "-")

    def walk(group: click.Group, words: str) -> None:
        for name, command in group.commands.items():
            if isinstance(command, click.Group):
                walk(command, f"{words}{name} ")
            else:
                assert f'.SS "{words}{name}' in page
                for parameter in (each for each in command.params if not getattr(each, "hidden", False)):
                    assert all(option in page for option in parameter.opts if option.startswith("--"))

    walk(cli, "")


def test_no_line_of_text_in_the_manual_is_taken_for_a_request() -> None:
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BR", ".nf", ".fi"}
    for name in PAGES:
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
        assert {line.split()[0] for line in lines if line.startswith((".", "'"))} <= known


def test_packages_have_the_manual_pages(share: Path) -> None:
    for name, page in PAGES.items():
        assert gzip.decompress((share / "man" / "man1" / f"{name}.gz").read_bytes()).decode() == page()


# ---------------------------------------------------------------------------------------------------------------- icons


@pytest.mark.parametrize("size", ICON_SIZES)
def test_icons_are_drawn_in_their_size_with_clear_corners(share: Path, size: int) -> None:
    picture = QImage(str(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, 0).alpha() < 40
    assert picture.pixelColor(size // 2, size // 4).alpha() == 255
    assert picture == icon(size)


# -------------------------------------------------------------------------------------------------------------- control


def test_the_control_file_has_the_one_version() -> None:
    text = control(EDITION, "amd64", ["liba", "libb (>= 2)"], ["gnome-keyring | kwalletmanager"], 1234)
    fields = dict(line.split(": ", 1) for line in text.splitlines() if not line.startswith(" "))
    assert fields["Package"] == NAME
    assert fields["Version"] == __version__
    assert fields["Depends"] == "liba, libb (>= 2)"
    assert fields["Installed-Size"] == "1234"
    assert text.endswith("\n")
    assert all(line == " ." or len(line) > 2 for line in text.splitlines() if line.startswith(" "))


@pytest.mark.parametrize(
    ("version", "debian"),
    [("1.2.0", "1.2.0"), ("1.2.0rc1", "1.2.0~rc1"), ("1.2.0a3", "1.2.0~a3"), ("1.2.0.dev4", "1.2.0~dev4")],
)
def test_what_comes_before_a_release_is_older_for_dpkg_too(version: str, debian: str) -> None:
    assert Edition(version, MADE).debian == debian


def test_the_copyright_file_is_the_licence_of_the_project() -> None:
    """Debian's form (copyright-format 1.0) of LICENSE, word for word."""
    text = (PARTS / "copyright").read_text(encoding="utf-8")
    _, _, licence = text.partition("License: Expat\n Permission")
    plain = " ".join(f"Permission{licence}".replace("\n .\n", "\n").split())
    wanted = (ROOT / "LICENSE").read_text(encoding="utf-8").partition("Permission")[2]
    assert plain == " ".join(f"Permission{wanted}".split())
    holder = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()[2].removeprefix("Copyright (c) ")
    assert f"Copyright: {holder}\n" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_programs_are_executable(tmp_path: Path) -> None:
    frozen = tmp_path / "frozen"
    (frozen / "_internal").mkdir(parents=True)
    for name in (*PROGRAMS, "_internal/library.so"):
        (frozen / name).write_bytes(b"")
        (frozen / name).chmod(0o777)
    lay_app(frozen, tmp_path / "app")
    modes = {
        p.relative_to(tmp_path / "app").as_posix(): p.stat().st_mode & 0o777 for p in (tmp_path / "app").rglob("*")
    }
    assert modes == {"_internal": 0o755, "_internal/library.so": 0o644, **dict.fromkeys(PROGRAMS, 0o755)}
    (frozen / "workestra").unlink()
    with pytest.raises(FileNotFoundError, match="workestra is missing"):
        lay_app(frozen, tmp_path / "other")


# --------------------------------------------------------------------------------------------------------------- frozen


def test_a_frozen_app_is_old_once_a_source_is_younger(tmp_path: Path) -> None:
    source, frozen = tmp_path / "source", tmp_path / "frozen"
    (source / "deep").mkdir(parents=True)
    frozen.mkdir()
    module, note = source / "deep" / "module.py", source / "note.md"
    for path in (module, note):
        path.touch()
        os.utime(path, (1000, 1000))
    assert outdated(frozen, [source])  # there is none, or one that was broken off
    last = frozen / "sbom.cdx.json"
    last.touch()
    os.utime(last, (2000, 2000))
    os.utime(note, (3000, 3000))
    assert not outdated(frozen, [source, module])
    os.utime(module, (3000, 3000))
    assert outdated(frozen, [source])
    assert outdated(frozen, [module])
