"""The command in a hurry, one process that has imported it for all tests of a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.warm import POSSIBLE, Warm


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm | None]:
    """None where the command can only be started as it is."""
    if not POSSIBLE:
        yield None
        return
    with Warm() as running:
        yield running
