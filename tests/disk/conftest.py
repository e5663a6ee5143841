"""A disk with no room, and the command in this process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.disk.conditions import Disk, disk_of, used_profile
from workestra_desktop.cli import main

Told = tuple[int, Any]


@pytest.fixture(params=["quota", "small disk"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    with disk_of(request.param, tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return used_profile(tmp_path / "profile")


@pytest.fixture
def command(profile: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    """Runs `workestra … --json` on `profile`: exit code and document."""

    def run(*arguments: str) -> Told:
        capfd.readouterr()
        where = () if "--profile" in arguments else ("--profile", str(profile))
        code = main([*arguments, *where, "--json"])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return code, json.loads(out)

    return run
