"""What is shipped: the app, whole, and nothing that stands in for Apple."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.support.servers import ROOT


def test_the_wheel_has_the_app_and_no_stand_in(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT / "workestra_desktop", source / "workestra_desktop", ignore=shutil.ignore_patterns("*.pyc"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    done = subprocess.run(
        [
            sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
            "--wheel-dir", str(tmp_path), str(source),
        ],
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        metadata = next(packed.read(n).decode() for n in names if n.endswith("METADATA"))
    needs = [line.lower() for line in metadata.splitlines() if line.startswith("Requires-Dist:")]
    assert [n for n in names if "demo" in n or n.startswith("tests")] == []
    for needed in ("store/schema_1.sql", "store/schema_2.sql", "sync/gateway.py", "cli.py"):
        assert f"workestra_desktop/{needed}" in names
    assert any("caldav" in need for need in needs)
    assert not any("radicale" in need or "recurring" in need for need in needs)
