"""Every fault, lived through: right words during it, everything in agreement after it, and the table says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.icloud.matrix import HEAD, line, wrong_of
from tests.icloud.matrix_row import Row
from tests.icloud.matrix_rows import ROWS
from tests.icloud.matrix_run import live_through
from tests.support.servers import ROOT
from workestra_desktop.demo.icloud.client import StandIn

TABLE = ROOT / "docs" / "faults.md"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} ({row.target})")
def test_a_fault(row: Row, standin: StandIn, tmp_path: Path) -> None:
    outcome = live_through(row, standin, tmp_path / "profile")
    assert wrong_of(row, outcome) == []
    assert (outcome.lost, outcome.doubled, outcome.cancelled, outcome.mails) == (0, 0, 0, 0)
    assert line(row, outcome) in TABLE.read_text(encoding="utf-8").splitlines(), "python3 dev.py faults"


def test_the_table_has_a_line_for_each_fault_and_no_others() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    told = [tuple(cell.strip() for cell in each.split("|")[1:3]) for each in text[len(HEAD) :].splitlines()]
    assert told == [(row.name, row.target) for row in ROWS]
    assert len(set(told)) == len(told)
