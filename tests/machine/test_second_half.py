"""Nothing is lost, doubled or cancelled by mistake, whatever happens: the other half of the examples."""

from __future__ import annotations

import pytest

from tests.machine.playing import TIMEOUT, play


@pytest.mark.timeout(TIMEOUT)
def test_whatever_happens_nothing_is_lost_doubled_or_cancelled_by_mistake() -> None:
    play(1)
