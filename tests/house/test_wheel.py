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
    for folder in ("workestra_desktop", "resources"):
        shutil.copytree(ROOT / folder, source / folder, ignore=shutil.ignore_patterns("*.pyc"))
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
    modules = [file for file in (ROOT / "workestra_desktop").rglob("*.py") if "demo" not in file.parts]
    shown = [file for file in (ROOT / "resources").rglob("*") if file.suffix in {".svg", ".txt", ".qm"}]
    assert shown
    wanted = {file.relative_to(ROOT).as_posix() for file in modules}
    wanted |= {f"workestra_desktop/{file.relative_to(ROOT).as_posix()}" for file in shown}
    assert wanted - set(names) == set()
    assert any("caldav" in need for need in needs)
    assert not any("radicale" in need or "recurring" in need for need in needs)


def test_the_unpacked_wheel_finds_its_icons(tmp_path: Path) -> None:
    """Where a wheel puts them; the source tree beside the tests is not on this path."""
    shutil.copytree(ROOT / "workestra_desktop", tmp_path / "workestra_desktop")
    shutil.copytree(ROOT / "resources", tmp_path / "workestra_desktop" / "resources")
    (tmp_path / "resources").mkdir()
    asked = "from workestra_desktop.ui.icons import RESOURCES, drawing; drawing('icons/plus'); print(RESOURCES)"
    done = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == tmp_path / "workestra_desktop" / "resources"
