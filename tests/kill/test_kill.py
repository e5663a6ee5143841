"""A short life with real process deaths; `python -m tests.kill.run` lives the long one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.kill.ledger import Deed
from tests.kill.processes import Kind
from tests.kill.run import kill_and_reckon, report
from tests.support.servers import Radicale


@pytest.mark.skipif(os.name == "nt", reason="the window's branch is found with ps")
@pytest.mark.timeout(300)  # half a minute; four times that on a machine under load
def test_killed_at_random_instants_nothing_is_lost_or_doubled(radicale: Radicale, tmp_path: Path) -> None:
    outcome = kill_and_reckon(radicale, tmp_path / "host", kills=16, bookings=6, seed=5)
    told = "\n".join(report(outcome))
    assert outcome.driver.kills.count >= 16, told
    assert set(outcome.driver.kills.by_kind) == set(Kind), told
    assert outcome.driver.ledger.made[Deed.BOOK] >= 6, told
    assert outcome.reckoning.live > 0, told
    assert outcome.reckoning.sound, told
