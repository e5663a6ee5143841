"""What ends a build: told by name."""

from __future__ import annotations

import sys

import pytest

from tools.bundle_contents import NEEDED, Contents
from tools.freeze import BYSTANDERS, Stop, check, run_lock

H11 = frozenset({"h11", "h11._events"})


def test_the_run_lock_is_read_for_this_system() -> None:
    locked = run_lock()
    assert {"caldav", "pyside6-essentials", "workestra-desktop"} <= locked
    assert ("pywin32-ctypes" in locked) is (sys.platform == "win32")
    assert locked >= BYSTANDERS


def test_a_build_with_wrong_contents_ends_and_names_all_of_it() -> None:
    modules = H11 | {"pytest", "_pytest.main", "radicale.app"}
    files = frozenset({*NEEDED[1:], "_internal/tests/test_x.py"})
    with pytest.raises(Stop) as told:
        check(Contents(files, modules))
    lines = {line.strip() for line in str(told.value).splitlines()[1:]}
    assert lines >= {
        "not allowed: file _internal/tests/test_x.py",
        "not allowed: module _pytest.main",
        "not allowed: module pytest",
        "not allowed: module radicale.app",
        f"missing: {NEEDED[0]}",
        "not in requirements/run.txt: pytest",
        "not in requirements/run.txt: radicale",
        "of requirements/run.txt, but not in the app: caldav",
    }
    assert not [line for line in lines if "h11" in line]
