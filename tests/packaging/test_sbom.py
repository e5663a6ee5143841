"""The bill of materials; its schema is held against it where it is made, in the building environment."""

from __future__ import annotations

import json
from pathlib import Path

from tools.freeze_sbom import document, inner_parts, text, with_hashes
from tools.licences import PartOfOthers

MADE = "2026-11-22T12:00:00+00:00"
PARTS = [
    PartOfOthers("h11", "0.16.0", "MIT", (), "h11"),
    PartOfOthers("Qt", "6.11.3", "LGPL-3.0-only", ()),
    PartOfOthers("workestra-desktop", "0.1.0", "MIT", (), "workestra-desktop"),
]
LOCK = """h11==0.16.0 \\
    --hash=sha256:aa11 \\
    --hash=sha256:bb22
    # via caldav
idna==3.20 ; sys_platform == 'linux' \\
    --hash=sha256:cc33
"""


def test_it_names_each_part_once_with_version_and_licence() -> None:
    bill = document("0.1.0", PARTS, {}, MADE)
    told = {each["purl"]: each["licenses"] for each in bill["components"]}
    assert told == {
        "pkg:pypi/h11@0.16.0": [{"expression": "MIT"}],
        "pkg:generic/qt@6.11.3": [{"expression": "LGPL-3.0-only"}],
    }
    assert bill["metadata"]["component"]["version"] == "0.1.0"
    assert bill["dependencies"][0]["dependsOn"] == sorted(told)


def test_equal_parts_make_an_equal_document() -> None:
    assert text(document("0.1.0", PARTS, {}, MADE)) == text(document("0.1.0", PARTS, {}, MADE))
    assert document("0.1.1", PARTS, {}, MADE)["serialNumber"] != document("0.1.0", PARTS, {}, MADE)["serialNumber"]


def test_hashes_are_those_of_the_lock() -> None:
    bill = with_hashes(document("0.1.0", PARTS, {}, MADE), LOCK)
    first, second = bill["components"]
    assert [each["content"] for each in first["externalReferences"][0]["hashes"]] == ["aa11", "bb22"]
    assert "externalReferences" not in second


def test_parts_inside_a_package_are_taken_over(tmp_path: Path) -> None:
    ours = tmp_path / "a.json"
    ours.write_text(json.dumps({"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "zlib"}]}))
    other = tmp_path / "b.json"
    other.write_text(json.dumps({"spdxVersion": "2.3", "components": [{"name": "no"}]}))
    bill = document("0.1.0", PARTS, {"h11": inner_parts([ours, other])}, MADE)
    assert bill["components"][0]["components"] == [{"type": "library", "name": "zlib"}]
