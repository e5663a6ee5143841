"""Whose work is shipped, told from the metadata that is installed here, and from packages made to lack something."""

from __future__ import annotations

from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from tools.licences import TEXTS, NoText, components, licence_of, packages, write

RUN = {"caldav", "keyring", "h11", "jaraco-classes", "python-dateutil", "tzdata", "x-wr-timezone"}


def package(folder: Path, about: str) -> Distribution:
    made = folder / "odd-1.0.dist-info"
    made.mkdir()
    (made / "METADATA").write_text(f"Metadata-Version: 2.4\nName: odd\nVersion: 1.0\n{about}\n")
    return PathDistribution(made)


def test_packages_tell_their_licences_and_have_their_texts() -> None:
    parts = packages(RUN)
    assert {part.package for part in parts} == RUN
    assert {part.package: part.licence for part in parts}["python-dateutil"] == "Apache-2.0 OR BSD-3-Clause"
    assert all(text.stat().st_size > 100 for part in parts for text in part.texts)


def test_qt_and_its_bindings_lie_under_the_lgpl() -> None:
    (qt,) = (part for part in packages({"pyside6-essentials"}))
    assert "LGPL-3.0-only" in qt.licence
    assert [text.name for text in qt.texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (TEXTS / "LGPL-3.0.txt").read_text()


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(NoText, match="not installed: no-such-package"):
        packages({"caldav", "no-such-package"})


def test_a_package_without_a_known_licence_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoText, match="odd: no licence that is known here: 'see the web site'"):
        licence_of(package(tmp_path, "License: see the web site"))


@pytest.mark.parametrize(
    ("about", "licence"),
    [
        ("License-Expression: MIT OR Apache-2.0", "MIT OR Apache-2.0"),
        ("License: BSD-3-Clause", "BSD-3-Clause"),
        ("Classifier: License :: OSI Approved :: MIT License", "MIT"),
    ],
)
def test_new_and_old_metadata_are_understood(tmp_path: Path, about: str, licence: str) -> None:
    assert licence_of(package(tmp_path, about)) == licence


def test_components_are_told_by_their_files() -> None:
    files = ["_internal/libcrypto.so.3", "_internal/PySide6/Qt/lib/libQt6Core.so.6"]
    parts = components(files, {"Qt": "6.11.3"})
    assert [(part.name, part.version) for part in parts] == [("Qt", "6.11.3"), ("OpenSSL", "")]


def test_a_component_without_its_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "components.toml").write_bytes((TEXTS / "components.toml").read_bytes())
    monkeypatch.setattr("tools.licences.TEXTS", tmp_path)
    with pytest.raises(NoText, match=r"OpenSSL: no licence text .*Apache-2.0.txt"):
        components(["_internal/libcrypto.so.3"], {})


def test_the_notice_names_each_part_and_where_its_terms_are(tmp_path: Path) -> None:
    write(packages({"h11", "shiboken6"}), tmp_path)
    notice = (tmp_path / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    told = [line.strip() for line in notice.splitlines() if line.startswith("  licences/")]
    assert len(told) == 3
    assert all((tmp_path / name).stat().st_size > 500 for name in told)
    assert "put builds of your own" in notice


def test_what_microsoft_lends_is_named_where_it_is() -> None:
    (part,) = components(["_internal/PySide6/MSVCP140.dll", "_internal/VCRUNTIME140_1.dll"], {})
    assert part.name == "Microsoft Visual C++ runtime" and [text.name for text in part.texts] == ["msvc.txt"]
