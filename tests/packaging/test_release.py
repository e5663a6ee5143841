"""The dry run of a release: what it finds, and the notes it writes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.servers import ROOT
from tools.release import digest, look, notes, packages, section, version

CHANGELOG = """# Changelog

## Unreleased

## 1.2.0 - 2026-12-01

- New.
- Newer.

## 1.1.0 - 2026-11-01

- Old.
"""
FIGURES = json.dumps(
    {
        "linux-x86_64": {"version": "1.2.0", "figures": {"size": 131.25, "files": 412, "start": 301.0}},
        "win32-amd64": {"version": "1.1.0", "figures": {"size": 99.0, "files": 400, "start": 700.0}},
    }
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A repository that is ready to release 1.2.0."""
    root = tmp_path / "sources"
    (root / "packaging").mkdir(parents=True)
    (root / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    (root / "packaging" / "figures.json").write_text(FIGURES, encoding="utf-8")
    (root / ".gitignore").write_text("dist\n", encoding="utf-8")
    (root / "dist").mkdir()
    (root / "dist" / "workestra-desktop_1.2.0_amd64.deb").write_bytes(b"a package")
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, timeout=60, capture_output=True)  # noqa: S607


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--allow-empty", "-m", "x")


def wrong(root: Path, wanted: str = "1.2.0") -> dict[str, str]:
    return {found.what: found.wrong for found in look(root, root / "dist", wanted) if found.wrong}


def test_one_that_is_ready_lacks_nothing(sources: Path) -> None:
    assert wrong(sources) == {}
    assert len(look(sources, sources / "dist", "1.2.0")) == 8


def test_whatever_is_missing_is_named_with_the_next_step(sources: Path) -> None:
    assert wrong(sources, "1.3.0").keys() == {"changelog", "figures", "packages"}
    assert "version 1.2" in wrong(sources, "1.2")
    (sources / "new.txt").write_text("x", encoding="utf-8")
    assert "new.txt" in wrong(sources)["work tree"]
    commit(sources)
    git(sources, "tag", "v1.2.0")
    assert "raise the version" in wrong(sources)["tag"]
    git(sources, "checkout", "--quiet", "-b", "other")
    assert "main" in wrong(sources)["branch"]
    (sources / "CHANGELOG.md").write_text(CHANGELOG.replace("## Unreleased\n", "## Unreleased\n\n- Late.\n"), "utf-8")
    assert "move them" in wrong(sources)["nothing unreleased"]


def test_the_notes_have_the_changes_the_figures_and_the_files(sources: Path) -> None:
    made = packages(sources / "dist", "1.2.0")
    told = notes(CHANGELOG, FIGURES, made, "1.2.0")
    assert told.startswith("- New.\n- Newer.\n") and "Old" not in told
    assert "| linux-x86_64 | 131 MiB in 412 files | 301 ms |" in told and "win32" not in told
    assert digest(made[0]) in told and "workestra-desktop_1.2.0_amd64.deb" in told
    assert "### Contents" not in told
    bill = json.dumps({"components": [{"name": "lxml", "version": "6.0"}, {"name": "caldav", "version": "3.6.0"}]})
    assert "### Contents\n\ncaldav 3.6.0, lxml 6.0.\n" in notes(CHANGELOG, FIGURES, made, "1.2.0", bill)
    with pytest.raises(ValueError, match=r"1\.3\.0"):
        notes(CHANGELOG, FIGURES, made, "1.3.0")


def test_a_heading_without_a_day_is_not_released() -> None:
    assert section("## 1.0.0\n\n- x\n", "1.0.0") is None
    assert section("## 1.0.0 - 2026-01-01\n\n- x\n", "1.0.0") == "- x"


def test_the_version_stands_in_one_place() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic.version.attr = "workestra_desktop.__version__"' in text and f'"{version()}"' not in text
    for file in (ROOT / "packaging").rglob("*"):
        if file.is_file() and file.suffix in {".spec", ".nsi", ".nsh", ".py", ".desktop", ".xml"}:
            assert f'"{version()}"' not in file.read_text(encoding="utf-8"), file
