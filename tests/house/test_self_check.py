"""`workestra-desktop --self-check` as a process of its own: it works here, and each part is seen to fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.servers import ROOT
from workestra_desktop.self_check import PARTS, self_check

NAMES = [name for name, _ in PARTS]


MAIN = "from workestra_desktop.__main__ import main\nsys.exit(main(['--self-check']))"
ONE = """from workestra_desktop.self_check import PARTS, self_check
sys.exit(self_check(parts=[part for part in PARTS if part[0] == {name!r}]))"""


def checked(folder: Path, code: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A process that runs `code`."""
    surroundings = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONIOENCODING": "utf-8", "HOME": str(folder), **env,
    }  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}"], cwd=folder, env=surroundings, capture_output=True,
        encoding="utf-8", timeout=100, check=False,
    )  # fmt: skip


def test_every_part_works_here_and_nothing_is_left_behind(tmp_path: Path) -> None:
    done = checked(tmp_path, MAIN, TMPDIR=str(tmp_path))
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines[:-1]] == NAMES, done.stdout + done.stderr
    assert (lines[-1], done.returncode) == ("self-check: all parts work", 0)
    assert "keychain: keyring.backends.fail.Keyring" in done.stdout
    assert [path for path in tmp_path.rglob("workestra*") if ".cache" not in path.parts] == []


_NO_QT_TEXTS = "from PySide6.QtCore import QLibraryInfo\nQLibraryInfo.path = staticmethod(lambda where: '/nowhere')"


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (
            "profile",
            "import sqlite3; sqlite3.connect = None",
        ),
        ("time zones", "sys.modules['tzdata'] = None"),
        ("calendar", "import workestra_desktop.ical.rules as r\nr.WORK = 0"),
        ("zone names", "import icalendar.timezone.windows_to_olson as w; w.WINDOWS_TO_OLSON.clear()"),
        ("CalDAV client", "sys.modules['caldav'] = None"),
        ("second process", "import workestra_desktop.branch_process as b; b.OPTION = '--nothing'"),
        ("TLS", "import wassima; wassima.root_der_certificates = lambda: []"),
        ("keychain", "sys.modules['keyring'] = None"),
        ("pictures", "from PySide6.QtGui import QImageReader as q; q.supportedImageFormats = staticmethod(lambda: [])"),
        ("languages", _NO_QT_TEXTS),
        ("window", "from workestra_desktop.ui.window import MainWindow\nMainWindow.grab = lambda self: 1 / 0"),
    ],
)
def test_a_part_that_does_not_work_is_named(tmp_path: Path, part: str, code: str) -> None:
    done = checked(tmp_path, f"{code}\n{ONE.format(name=part)}")
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{part}: FAILED: "), done.stdout + done.stderr
    assert (lines[1], done.returncode) == (f"self-check: failed: {part}", 1)


def test_a_program_without_a_console_writes_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    report = tmp_path / "report.txt"
    while_it_ran = []

    def broken(folder: Path) -> str:
        (folder / "x").touch()
        while_it_ran.append(report.read_text("utf-8"))
        raise ValueError("no luck")

    assert self_check(str(report), [("first", lambda folder: str(folder.is_dir())), ("second", broken)]) == 1
    told = ["first: True", "second: FAILED: ValueError: no luck", "self-check: failed: second"]
    assert report.read_text("utf-8").splitlines() == told
    assert while_it_ran == ["first: True\n"], "a part that never ends must show by what was written before it"


def test_a_console_that_lacks_a_character_is_no_failure(tmp_path: Path) -> None:
    code = (
        "from workestra_desktop.self_check import self_check\nsys.exit(self_check(parts=[('size', lambda _: '9 × 6')]))"
    )
    done = checked(tmp_path, code, PYTHONIOENCODING="cp1251")
    assert (done.stdout.splitlines()[0], done.returncode) == ("size: 9 ? 6", 0), done.stderr
