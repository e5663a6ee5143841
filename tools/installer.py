"""`python3 dev.py installer [--verify]`: the installer of the platform this runs on, into `dist`.

Each platform has a module of its own, which knows how to make it and how to try it in earnest. All begin with the
frozen app, which is made first where it is missing or older than what it is made of.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FROZEN = ROOT / "dist" / "workestra-desktop"

_MODULES = {
    "linux": "tools.installer_linux_run",
    "darwin": "tools.installer_macos",
    "win32": "tools.installer_windows",
}
_LAST = "sbom.cdx.json"
"""What `dev.py freeze` writes into the folder at the very end: a freeze that was broken off has none."""
_SOURCES = ("workestra_desktop", "resources", "requirements", "packaging", "pyproject.toml")
_SUFFIXES = {".py", ".sql", ".svg", ".qm", ".txt", ".spec", ".toml"}


def main(arguments: list[str]) -> int:
    if sys.platform not in _MODULES:
        print(f"There is no installer for {sys.platform}.", file=sys.stderr)
        return 1
    if not {"-h", "--help"} & set(arguments) and outdated(FROZEN, (ROOT / each for each in _SOURCES)):
        print("The frozen app is missing or old: freezing first.", flush=True)
        if code := subprocess.run([sys.executable, str(ROOT / "dev.py"), "freeze"], cwd=ROOT, check=False).returncode:
            return code
    make: Callable[[list[str]], int] = importlib.import_module(_MODULES[sys.platform]).main
    return make(arguments)


def outdated(frozen: Path, sources: Iterable[Path]) -> bool:
    """Whether some file of `sources` (files, or folders with all below) is younger than a whole `frozen`."""
    last = frozen / _LAST
    if not last.is_file():
        return True
    files = (path for source in sources for path in (source.rglob("*") if source.is_dir() else [source]))
    return any(path.suffix in _SUFFIXES and path.stat().st_mtime > last.stat().st_mtime for path in files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
