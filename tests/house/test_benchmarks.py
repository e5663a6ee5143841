"""The benchmarks run, whole, on a small account; how fast they find the app is nobody's concern here."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = {
    "first-mirror": 2, "poll": 6, "slots": 2, "memory": 1, "stall": 1, "bookings-list": 7, "start": 2, "idle": 2,
}  # fmt: skip


@pytest.mark.timeout(180)
def test_one_command_prints_every_ratio_and_writes_it_down(tmp_path: Path) -> None:
    written = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--events", "60", "--runs", "1", "--json", str(written)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    document = json.loads(written.read_text(encoding="utf-8"))
    assert set(document) == {"events", "runs", "machine", "noise", "figures"}
    assert document["events"] == 60
    figures = document["figures"]
    names = [figure["benchmark"] for figure in figures]
    assert {name: names.count(name) for name in names} == EXPECTED
    for figure in figures:
        assert figure["ratio"] > 0 and math.isfinite(figure["ratio"]), figure
        assert figure["ratio"] == pytest.approx(figure["value"] / figure["yardstick"])
        assert figure["spread"] >= 1, figure
        assert f"{figure['benchmark']}: {figure['what']}" in done.stdout
    assert document["noise"] in done.stdout
    # What does not depend on the machine.
    counted = {f["what"]: f for f in figures if f["benchmark"] == "poll"}
    assert counted["no change, requests"]["value"] == 1
    assert counted["one change, requests"]["value"] == 3
    assert all("the same slots" in f["note"] for f in figures if f["benchmark"] == "slots")


def test_a_size_that_says_nothing_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--events", "0"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "at least 10" in done.stderr
