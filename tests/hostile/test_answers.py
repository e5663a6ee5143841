"""Answers made to do harm, at a sign-in: refused and told, in bounded memory and time, and nobody else is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.answers import answers
from tests.hostile.measuring import LINUX, Child
from tests.hostile.raw import Raw

MEMORY = 640.0
"""MB that one answer may cost at its worst: ten times the 64 MiB that may be read of it."""
LITTLE = 150.0
"""MB for those that are refused before they are parsed."""
PATIENCE = 60.0
REFUSALS = ("icloud_down", "blocked", "slow_down", "sign_in_refused")
NOWHERE = "http://127.0.0.1:9/"

pytestmark = LINUX


@dataclass(frozen=True)
class Stage:
    child: Child
    server: Raw
    trap: Raw
    """Nobody may ask it anything."""
    folder: Path

    def sign_in(self, name: str) -> Any:
        return self.child.connect(f"{self.server.url}{name}/", self.folder / name)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with Raw() as trap, Raw(answers(trap.url)) as server, Child() as child:
        yield Stage(child, server, trap, tmp_path_factory.mktemp("answers"))


@pytest.mark.parametrize("name", answers(NOWHERE))
def test_it_is_refused_and_told(stage: Stage, name: str) -> None:
    came = stage.sign_in(name)
    assert came["code"] in REFUSALS, came
    assert came["detail"].isprintable() and len(came["detail"]) < 100
    assert came["grown"] < (LITTLE if came["detail"] == "answer too large" else MEMORY), came
    assert came["seconds"] < PATIENCE, came
    assert stage.trap.asked == []
