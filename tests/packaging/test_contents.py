"""What may be in the frozen app: the lists, and what they keep out."""

from __future__ import annotations

import pytest

from tools.bundle_contents import NEEDED, Allowed, Contents, matches, missing

PLATFORMS = ["linux", "win32", "darwin"]


def contents(files: list[str], modules: list[str]) -> Contents:
    return Contents(frozenset(files), frozenset(modules))


def test_a_star_stops_at_a_slash_and_two_do_not() -> None:
    assert matches("a/*.so", "a/b.so")
    assert not matches("a/*.so", "a/b/c.so")
    assert matches("a/**.so", "a/b/c.so")
    assert not matches("a.b", "axb")


def test_a_line_that_means_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="neither file nor module: fiel x"):
        Allowed.parse("file a # fine\n\n# a remark\nfiel x\n")


def test_what_is_not_listed_is_named() -> None:
    allowed = Allowed.parse("file _internal/*.so\nmodule caldav\nmodule jaraco.context\n")
    there = contents(
        ["_internal/a.so", "notes.txt"], ["caldav.lib", "jaraco.context", "jaraco.text", "json", "tkinter"]
    )
    assert allowed.intruders(there) == ["file notes.txt", "module jaraco.text", "module tkinter"]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "module",
    [
        "radicale", "pytest", "_pytest.config", "hypothesis", "tests.support.servers", "tools.freeze", "setuptools",
        "tkinter", "idna", "PyInstaller.building", "workestra", "benchmarks", "qh3",
    ],
)  # fmt: skip
def test_nothing_of_tests_and_builders_may_be_in_it(platform: str, module: str) -> None:
    assert Allowed.on(platform).intruders(contents([], [module])) == [f"module {module}"]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "file",
    [
        "_internal/PySide6/QtQml.abi3.so", "_internal/PySide6/Qt/lib/libQt6Quick.so.6", "_internal/tests/x.py",
        "_internal/PySide6/Qt/plugins/platformthemes/libqgtk3.so", "_internal/libX11.so.6",
        "_internal/libglib-2.0.so.0", "_internal/PySide6/Qt6Quick.dll", "_internal/PySide6/opengl32sw.dll",
        "_internal/PySide6/plugins/tls/qopensslbackend.dll",
        "_internal/workestra_desktop/demo/sample.py", "_internal/tcl8/x", "_internal/radicale/web/index.html",
    ],
)  # fmt: skip
def test_no_file_that_nobody_wants_may_be_in_it(platform: str, file: str) -> None:
    assert Allowed.on(platform).intruders(contents([file], [])) == [f"file {file}"]


def test_the_sample_calendars_may_not_be_in_it() -> None:
    for platform in PLATFORMS:
        for module in ("workestra_desktop.demo", "workestra_desktop.demo.icloud.server"):
            assert Allowed.on(platform).intruders(contents([], [module])) == [f"module {module}"]


def test_what_must_be_there_is_missed() -> None:
    assert missing(contents(list(NEEDED[1:]), [])) == [NEEDED[0]]
    assert missing(contents(list(NEEDED), [])) == []
