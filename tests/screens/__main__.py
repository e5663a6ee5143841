"""Draws the screens anew and says what changed: `python -m tests.screens [--accept] [NAME…]` (`dev.py screens`)."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ACCEPTED = Path(__file__).parent / "accepted"
SCALES = (1, 2)


def drawn(into: Path, scale: int, names: Sequence[str] = ()) -> None:
    """Raises CalledProcessError, with what it said."""
    command = [sys.executable, "-m", "tests.screens.draw", "--scale", str(scale), "--into", str(into), *names]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2], timeout=600, capture_output=True, text=True)


def changed(folder: Path, names: Sequence[str] = ()) -> dict[str, float]:
    """The pictures of `folder` that do not show what was accepted, and accepted ones that are not drawn any more (1.0):
    the share of pixels that differ."""
    from tests.screens.compare import MOST, difference

    there = {file.name for file in folder.glob("*.png")}
    known = {file.name for file in ACCEPTED.glob("*.png") if not names or file.name.rsplit("-", 1)[0] in names}
    shares = {name: difference(ACCEPTED / name, folder / name) for name in sorted(there | known)}
    return {name: share for name, share in shares.items() if share > MOST}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py screens")
    parser.add_argument("--accept", action="store_true", help="take the changed ones for right from now on")
    parser.add_argument("names", nargs="*", help="only these screens")
    options = parser.parse_args(arguments)
    folder = Path(tempfile.mkdtemp(prefix="workestra-screens-"))
    for scale in SCALES:
        try:
            drawn(folder, scale, options.names)
        except subprocess.CalledProcessError as failed:
            sys.stderr.write(failed.stderr)
            return 1
    others = changed(folder, options.names)
    ACCEPTED.mkdir(exist_ok=True)
    for name, share in others.items():
        _report(folder, name, share)
        if options.accept:
            (ACCEPTED / name).unlink(missing_ok=True)
            if (folder / name).exists():
                shutil.copyfile(folder / name, ACCEPTED / name)
    if options.accept or not others:
        shutil.rmtree(folder)
    word = "accepted" if options.accept else "differ"
    print(f"{len(others)} {word}, {len(list(ACCEPTED.glob('*.png')))} in all.")  # noqa: T201 - a command
    return 1 if others and not options.accept else 0


def _report(folder: Path, name: str, share: float) -> None:
    from tests.screens.compare import side_by_side

    where = folder / f"compared-{name}"
    if (folder / name).exists():
        side_by_side(ACCEPTED / name, folder / name, where)
    print(f"{name}: {share:.2%} of its pixels, {where}")  # noqa: T201 - a command


if __name__ == "__main__":
    sys.exit(main())
