"""Starting stays quick: what is slow to import is not imported before it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SLOW = ["caldav", "icalendar", "recurring_ical_events", "keyring", "niquests", "jeepney"]


def loaded_after(code: str, unwanted: list[str]) -> str:
    """Which of `unwanted` a fresh interpreter has loaded after `code`."""
    # The command ends itself by SystemExit, which must not keep us from looking.
    program = (
        f"import sys\ntry:\n    exec({code!r})\nexcept SystemExit:\n    pass\n"
        f"print('loaded:', *[name for name in {unwanted!r} if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("module", ["ui.window", "bootstrap", "launch", "__main__"])
def test_the_window_starts_without_the_slow_libraries(module: str) -> None:
    assert loaded_after(f"import workestra_desktop.{module}", SLOW) == "loaded:"


@pytest.mark.parametrize("arguments", [["--help"], ["status"], ["status", "--json"], ["bookings"], ["links"]])
def test_the_command_answers_without_qt_and_the_slow_libraries(arguments: list[str]) -> None:
    code = f"sys.argv = ['workestra', *{arguments!r}]\nfrom workestra_desktop.cli import main\nsys.exit(main())"
    assert loaded_after(code, ["PySide6", "caldav", "icalendar", "recurring_ical_events", "niquests"]) == "loaded:"


def test_a_loaded_library_is_noticed() -> None:
    assert loaded_after("import icalendar", SLOW) == "loaded: icalendar"


@pytest.mark.parametrize("module", ["ui.front", "ui.application", "bootstrap"])
def test_what_is_imported_leaves_no_source_text_in_memory(module: str) -> None:
    """PySide6 reads the source of every module that is imported after it, and keeps it."""
    code = (
        f"import workestra_desktop.{module}, colorsys, linecache\n"
        "kept = [file for file in linecache.cache if 'colorsys' in file or 'workestra_desktop/ui/w' in file]\n"
        "if kept: sys.modules['kept'] = kept"
    )
    assert loaded_after(f"import sys\n{code}", ["kept"]) == "loaded:"


def test_the_window_runs_without_openssl(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from workestra_desktop.ui.application import Application\n"
        "def end():\n"
        "    print('loaded:', *[name for name in ('_ssl', '_hashlib', 'qasync') if name in sys.modules], flush=True)\n"
        "    os._exit(0)\n"
        "app = Application.one()\n"
        "QTimer.singleShot(1500, app, end)\n"
        f"from workestra_desktop.__main__ import main\nmain(['--profile', {str(tmp_path)!r}])"
    )
    assert loaded_after(code, []) == "loaded: qasync"


def test_openssl_stays_where_python_has_no_hashes_of_its_own() -> None:
    """As some systems build it."""
    code = (
        "import sys\nsys.modules['_sha1'] = None\n"
        "from workestra_desktop.desktop.sparing import sparing_openssl\n"
        "with sparing_openssl():\n    import hashlib, ssl\nhashlib.sha1(b'', usedforsecurity=False)"
    )
    assert loaded_after(code, ["_hashlib"]) == "loaded: _hashlib"


def test_openssl_is_spared_and_to_be_had_later() -> None:
    code = (
        "from workestra_desktop.desktop.sparing import sparing_openssl\n"
        "with sparing_openssl():\n    import asyncio, hashlib, hmac, workestra_desktop.desktop.instance\n"
        "assert '_hashlib' not in sys.modules and '_ssl' not in sys.modules\n"
        "assert hashlib.sha256(b'').hexdigest().startswith('e3b0c442')\n"
        "assert hmac.new(b'k', b'm', 'sha256').hexdigest().startswith('b60090e3')\n"
        "import ssl\nssl.create_default_context()\n"
        "with sparing_openssl():\n    import ssl as again\nassert again is ssl"
    )
    assert loaded_after(f"import sys\n{code}", ["_ssl"]) == "loaded: _ssl"


def test_another_hook_in_the_import_statement_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    from workestra_desktop.ui.plain_import import take_back

    plain = builtins.__import__

    def another(*arguments: Any) -> Any:
        return plain(*arguments)

    monkeypatch.setattr(builtins, "__import__", another)
    take_back()
    assert builtins.__import__ is another


def test_a_build_without_the_demo_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from workestra_desktop.__main__ import main

    monkeypatch.setitem(sys.modules, "workestra_desktop.demo", None)  # as if it were not there
    with pytest.raises(SystemExit) as ended:
        main(["--demo"])
    assert ended.value.code == 2
    assert "no sample calendars" in capsys.readouterr().err
