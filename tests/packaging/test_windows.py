"""The installer for Windows: what it puts and takes away, its texts, and that NSIS compiles it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.servers import ROOT
from tools.app_icon import write
from tools.installer_windows import (
    PROGRAMS,
    THUMBPRINT,
    TIMESTAMP,
    NotMade,
    build,
    files_of,
    numbers,
    payload,
    signing,
)
from workestra_desktop import __version__
from workestra_desktop.assembly import open_desk
from workestra_desktop.core.commands import Disconnect
from workestra_desktop.desktop.instance import only_window
from workestra_desktop.desktop.lock import SyncLock
from workestra_desktop.desktop.run_key import APPROVED, NAME, RUN, RunKey

FOLDER = ROOT / "packaging" / "windows"
SCRIPT = (FOLDER / "installer.nsi").read_text(encoding="utf-8")
TEXTS = (FOLDER / "texts.nsh").read_text(encoding="utf-8")


class Kept:
    """A registry of one key."""

    def __init__(self, written: dict[str, str]) -> None:
        self._written = written

    def read(self, key: str, name: str) -> object:
        return self._written.get(name)

    def write(self, key: str, name: str, text: str) -> None:
        self._written[name] = text

    def remove(self, key: str, name: str) -> None:
        """The other key's."""


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A folder such as the frozen app's, with names that scripts stumble over."""
    folder = tmp_path / "frozen app"
    for name in (*PROGRAMS, "_internal/a$b.txt", "_internal/deep/deeper/ü.dll", "_internal/deep/x y.qm"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    return folder


def test_what_is_put_is_what_is_taken_away(frozen: Path) -> None:
    files = files_of(frozen)
    put, take = payload(frozen, files).split("!macro TAKE_FILES")
    here, installed = "", []
    for line in put.splitlines():
        if found := re.fullmatch(r'  SetOutPath "(.+)"', line):
            here = found[1]
        elif found := re.fullmatch(r'  File "(.+)"', line):
            installed.append(rf"{here}\{Path(found[1]).name.replace('$', '$$')}")
    deleted = re.findall(r'^  Delete "(.+)"$', take, re.MULTILINE)
    assert sorted(installed) == sorted(deleted) and len(deleted) == len(files) == 5
    assert r"$INSTDIR\_internal\a$$b.txt" in deleted
    folders = re.findall(r'^  RMDir "(.+)"$', take, re.MULTILINE)
    assert folders == [r"$INSTDIR\_internal\deep\deeper", r"$INSTDIR\_internal\deep", r"$INSTDIR\_internal"]


def test_nothing_is_ever_taken_away_with_all_that_is_in_it() -> None:
    """`RMDir /r` and wildcards would take what somebody else has put there."""
    assert not re.search(r"^\s*(RMDir\s+/r|Delete\s+.*\*)", SCRIPT, re.MULTILINE | re.IGNORECASE)


def test_erasing_leaves_no_file_that_the_uninstaller_does_not_know(tmp_path: Path) -> None:
    """Nobody is connected, as after a set-up that was left, or when the host disconnected first."""
    mine = only_window(tmp_path, lambda _profile, _seconds: False, hidden=False)
    assert mine is not None
    mine.give_back()
    with SyncLock(tmp_path).held(1), open_desk(tmp_path, {}):
        pass
    with open_desk(tmp_path, {}) as desk:
        desk.execute(Disconnect(erase=True))
    taken = set(re.findall(r'^\s*Delete "\$\{PROFILE\}\\(.+)"$', SCRIPT, re.MULTILINE))
    assert "workestra.sqlite3" in {file.name for file in tmp_path.iterdir()} <= taken


def test_an_interrupted_installation_is_known_as_ours() -> None:
    """Else its folder would be refused as one of others' when it is installed once more."""
    assert 0 < SCRIPT.index("WriteUninstaller") < SCRIPT.index("!insertmacro PUT_FILES")


@pytest.mark.parametrize("name", ["a:b.txt", "what?.txt", "line\nbreak", "back\\slash"])
def test_names_that_windows_has_not_are_refused(frozen: Path, name: str) -> None:
    (frozen / name).write_bytes(b"")
    with pytest.raises(NotMade, match="no such file names"):
        files_of(frozen)


def test_a_folder_without_our_programs_is_refused(frozen: Path) -> None:
    (frozen / PROGRAMS[1]).unlink()
    with pytest.raises(NotMade, match=r"holds no workestra\.exe"):
        files_of(frozen)


@pytest.mark.parametrize(
    ("version", "four"), [("0.1.0", "0.1.0.0"), ("1.2.3+local", "1.2.3.0"), ("2.0.0rc1", "2.0.0.0"), ("3", "3.0.0.0")]
)
def test_four_numbers(version: str, four: str) -> None:
    assert numbers(version) == four


def test_it_signs_only_with_all_it_needs() -> None:
    assert signing({}) is None
    line = signing({THUMBPRINT: "AB12", TIMESTAMP: "https://stamp.example/x"})
    assert line is not None and line[:2] == ["signtool", "sign"] and line[line.index("/sha1") + 1] == "AB12"
    for half in (
        {THUMBPRINT: "AB12"},
        {TIMESTAMP: "https://stamp.example/x"},
        {THUMBPRINT: "AB 12", TIMESTAMP: "https://stamp.example/x"},
        {THUMBPRINT: "AB12", TIMESTAMP: "https://stamp.example/' & calc"},
    ):
        with pytest.raises(NotMade):
            signing(half)


def test_start_at_login_is_the_line_that_the_app_writes() -> None:
    """Switched on in the installer, it must stand as on in the app's settings, and be switched off there."""
    assert f'!define NAME "{NAME}"' in SCRIPT
    assert f'!define RUN "{RUN}"' in SCRIPT and f'!define APPROVED "{APPROVED}"' in SCRIPT
    (line,) = re.findall(r"""WriteRegStr HKCU "\${RUN}" "\${NAME}" '(.+)'""", SCRIPT)
    written: dict[str, str] = {}
    RunKey([r"C:\Some Where\workestra-desktop.exe", "--hidden"], Kept(written)).set(True)
    assert line.replace(r"$INSTDIR\${WINDOW}", r"C:\Some Where\workestra-desktop.exe") == written[NAME]


def test_every_switch_that_is_described_is_looked_for() -> None:
    told = SCRIPT[: SCRIPT.index("Unicode true")]
    switches = set(re.findall(r"/[A-Z]{2,}\b", told))
    assert switches == {"/LOGIN", "/ERASE"} <= set(re.findall(r'\$\{GetOptions\} \$R0 "(/[A-Z]+)"', SCRIPT))


def test_a_link_cannot_bring_options_along() -> None:
    assert """'"$INSTDIR\\${WINDOW}" -- "%1"'""" in SCRIPT


def test_each_text_is_there_in_both_languages_and_is_used() -> None:
    said = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', TEXTS, re.MULTILINE)
    english = {name: text for name, language, text in said if language == "ENGLISH"}
    german = {name: text for name, language, text in said if language == "GERMAN"}
    assert english.keys() == german.keys() and len(said) == 2 * len(english)
    assert all(english[name] != german[name] for name in english)
    assert {name for name in english if f"$({name})" not in SCRIPT} == set()
    assert set(re.findall(r"\$\(([A-Z_]+)\)", SCRIPT)) == english.keys()


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed (Debian's package nsis)")
def test_nsis_compiles_it(frozen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    made = build(frozen, tmp_path / "out", icon=tmp_path / "workestra.ico", env={})
    assert made.name == f"workestra-desktop-{__version__}-windows-x86_64-setup.exe"
    assert made.read_bytes()[:2] == b"MZ" and made.stat().st_size > 50_000
    assert "Not signed" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed (Debian's package nsis)")
def test_what_nsis_says_is_told(frozen: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.ico").write_bytes(b"no icon")
    with pytest.raises(NotMade, match="makensis failed"):
        build(frozen, tmp_path / "out", icon=tmp_path / "bad.ico", env={})
