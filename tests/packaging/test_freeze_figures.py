"""Figures beside those of the last release, and Windows' version numbers."""

from __future__ import annotations

import json

import pytest

from tools.freeze_figures import KEPT, Figures, compared, recorded
from tools.freeze_version import numbers, text


def test_a_first_release_has_nothing_to_compare_with() -> None:
    assert compared(Figures(130.5, 800, 300), "{}", "linux-x86_64") == [
        "size: 130.5 MiB", "files: 800 files", "start: 300 ms",
    ]  # fmt: skip


def test_later_ones_are_held_against_the_last_of_the_same_platform() -> None:
    kept = recorded(Figures(100, 800, 200), "{}", "linux-x86_64", "1.0")
    kept = recorded(Figures(90, 700, 900), kept, "win32-amd64", "1.0")
    assert compared(Figures(150, 800, 300), kept, "linux-x86_64") == [
        "size: 150 MiB (1.0: 100, 1.50 times as much)",
        "files: 800 files (1.0: 800, 1.00 times as much)",
        "start: 300 ms (1.0: 200, 1.50 times as much)",
    ]


def test_the_kept_figures_can_be_read() -> None:
    for each in json.loads(KEPT.read_text(encoding="utf-8")).values():
        assert Figures(**each["figures"]).size > 10


@pytest.mark.parametrize(
    ("version", "four"), [("1.2.3", (1, 2, 3, 0)), ("0.1.0rc2", (0, 1, 0, 0)), ("2", (2, 0, 0, 0))]
)
def test_windows_gets_four_numbers(version: str, four: tuple[int, ...]) -> None:
    assert numbers(version) == four
    assert f"filevers={four}" in text(version, "workestra.exe")


def test_a_version_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no version that begins with a number: next"):
        numbers("next")
