"""Thirty days of a random life end in agreement, whatever goes wrong on the way. The seed is in the test's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.icloud.life import lived
from workestra_desktop.demo.icloud.client import StandIn


@pytest.mark.parametrize("seed", range(20))
def test_everybody_agrees_after_thirty_days(standin: StandIn, tmp_path: Path, seed: int) -> None:
    life, wrong = lived(seed, standin, tmp_path)
    story = "\n".join(life.scene.story)
    assert not wrong, f"seed {seed}\n{story}\n{wrong}"
    # A life in which next to nothing happened would prove nothing.
    assert len(life.scene.told) >= 5, f"seed {seed}\n{story}"
