"""`python -m tools.wheels [LOCK]`: whether pip finds wheels for all that each platform's installer is made of.

Asks the package index for every line of LOCK (requirements/run.txt) that applies there, and loads what it offers into a
temporary folder, by the hashes of the lock. One row a package, one column a platform; ends with 1 if a wheel is
missing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name, parse_wheel_filename

LOCK = Path(__file__).resolve().parents[1] / "requirements" / "run.txt"


@dataclass(frozen=True, slots=True)
class Platform:
    """`tags` as pip's --platform takes them, the newest first; the rest as PEP 508's markers name it.

    The tags end where the installer promises to run: macOS 13, and the glibc 2.36 of Debian 12.
    """

    name: str
    python: str
    tags: tuple[str, ...]
    sys_platform: str
    system: str
    machine: str

    def markers(self) -> Mapping[str, str]:
        return {
            "python_version": self.python, "python_full_version": f"{self.python}.0", "sys_platform": self.sys_platform,
            "platform_system": self.system, "platform_machine": self.machine, "implementation_name": "cpython",
            "platform_python_implementation": "CPython", "os_name": "nt" if self.sys_platform == "win32" else "posix",
        }  # fmt: skip


def _glibc(machine: str) -> tuple[str, ...]:
    return (*(f"manylinux_2_{minor}_{machine}" for minor in range(36, 16, -1)), f"manylinux2014_{machine}")


PLATFORMS = (
    Platform("Windows x86-64", "3.13", ("win_amd64",), "win32", "Windows", "AMD64"),
    Platform("macOS arm64", "3.13", ("macosx_13_0_arm64",), "darwin", "Darwin", "arm64"),
    Platform("macOS x86-64", "3.13", ("macosx_13_0_x86_64",), "darwin", "Darwin", "x86_64"),
    Platform("Linux x86-64", "3.11", _glibc("x86_64"), "linux", "Linux", "x86_64"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One requirement of a lock, whole: with its hashes."""

    name: str
    marker: str
    text: str

    def applies(self, platform: Platform) -> bool:
        return not self.marker or Marker(self.marker).evaluate(dict(platform.markers()))


def lines(lock: str) -> Iterator[Line]:
    """Raises ValueError for a line that is not pinned to one version."""
    for text in re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", lock).strip()):
        head = re.match(r"([A-Za-z0-9._-]+)==\S+(?: ; ([^\\\n]+?))?\s*(?:\\|$)", text)
        if head is None:
            raise ValueError(f"not pinned: {text.splitlines()[0]}")
        yield Line(canonicalize_name(head[1]), head[2] or "", text)


def found(platform: Platform, wanted: Sequence[Line], folder: Path) -> dict[str, str]:
    """The wheels that the index has for `platform`, by package: the tag that each was chosen for."""
    lock = folder / "lock.txt"
    wheels: dict[str, str] = {}
    if _download(platform, wanted, folder, lock):
        # All at once is quick; only if one is missing is each asked for alone, to name it.
        for line in wanted:
            _download(platform, [line], folder, lock)
    for file in folder.glob("*.whl"):
        name, _, _, tags = parse_wheel_filename(file.name)
        wheels[name] = ", ".join(sorted({tag.platform for tag in tags}))
    return wheels


def _download(platform: Platform, wanted: Sequence[Line], folder: Path, lock: Path) -> int:
    lock.write_text("\n".join(line.text for line in wanted), encoding="utf-8")
    asked = [part for tag in platform.tags for part in ("--platform", tag)]
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
        "--only-binary", ":all:", "--require-hashes", "--python-version", platform.python, *asked,
        "--dest", str(folder), "-r", str(lock),
    ]  # fmt: skip
    env = {**os.environ, "PIP_NO_INPUT": "1"}
    return subprocess.run(command, env=env, capture_output=True, check=False).returncode


def without_markers(wanted: Sequence[Line]) -> list[Line]:
    """pip would hold a marker against the Python that runs pip, not against the platform asked about."""
    return [Line(line.name, "", line.text.replace(f" ; {line.marker}", "")) for line in wanted]


def table(rows: Mapping[str, Mapping[str, str]], platforms: Sequence[Platform]) -> str:
    head = ["", *(f"{each.name}, {each.python}" for each in platforms)]
    cells = [[name, *(row.get(each.name, "–") for each in platforms)] for name, row in sorted(rows.items())]
    widths = [max(len(line[at]) for line in [head, *cells]) for at in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in [head, *cells]
    )


def report(lock: Sequence[Line], platforms: Sequence[Platform]) -> tuple[str, list[str]]:
    """The table, and what is missing in it."""
    rows: dict[str, dict[str, str]] = {line.name: {} for line in lock}
    missing = []
    for platform in platforms:
        wanted = [line for line in lock if line.applies(platform)]
        with tempfile.TemporaryDirectory(prefix="workestra-wheels-") as folder:
            wheels = found(platform, without_markers(wanted), Path(folder))
        for line in wanted:
            rows[line.name][platform.name] = wheels.get(line.name, "MISSING")
            if line.name not in wheels:
                missing.append(f"{line.name} for {platform.name}")
    return table(rows, platforms), missing


def main(arguments: Sequence[str]) -> int:
    lock = Path(arguments[0]) if arguments else LOCK
    shown, missing = report(list(lines(lock.read_text("utf-8"))), PLATFORMS)
    print(shown)
    print(f"no wheel: {', '.join(missing)}" if missing else "every platform can be built from wheels")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
