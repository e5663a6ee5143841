"""`dev.py installer` on Linux: packs `dist/workestra-desktop`, and with `--verify` tries both packages."""

from __future__ import annotations

import argparse
import subprocess
import sys

from tools.chroot import Unfit, apart
from tools.installer_linux import build
from tools.installer_linux_tree import NAME, ROOT

DIST = ROOT / "dist"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py installer", description="Makes the .deb and the tarball.")
    parser.add_argument("--verify", action="store_true", help="then try both in a clean Debian 12 (as root)")
    parser.add_argument(
        "--mirror", metavar="ADDRESS", help="where Debian 12 comes from; else where this machine's apt says"
    )
    options = parser.parse_args(arguments)
    try:
        deb, tarball, _ = build(DIST / NAME, DIST)
        if not options.verify:
            return 0
        pictures = DIST / "verify-linux"
        pictures.mkdir(exist_ok=True)
        more = (options.mirror,) if options.mirror else ()
        return apart("tools.installer_linux_verify", *map(str, (deb, tarball, pictures)), *more)
    except (Unfit, ValueError, OSError, subprocess.CalledProcessError) as wrong:
        print(f"No package: {wrong}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
