"""`python3 dev.py release`: a dry run of a release. It looks, says what is missing and writes the notes. Nothing leaves
this computer.

    python3 dev.py release               checks, then dist/release-notes-VERSION.md and dist/SHA256SUMS
    python3 -m tools.release --notes F   the notes alone, into F

The version is that of `workestra_desktop/__init__.py` and stands nowhere else. What is published is made by the
workflow “Installers” from a tag, as a draft that a person looks at (docs/releasing.md). Stdlib only.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FIGURES = ROOT / "packaging" / "figures.json"
PACKAGES = (".deb", ".tar.xz", ".exe", ".dmg")
_VERSION = re.compile(r"^\d+\.\d+\.\d+$")
_HEADING = re.compile(r"^## (\S+)(?: - (\d{4}-\d{2}-\d{2}))?$", re.MULTILINE)
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """`wrong` says what is missing and what to do; empty if all is fine."""

    what: str
    wrong: str = ""


def version() -> str:
    from workestra_desktop import __version__

    return __version__


def section(changelog: str, wanted: str) -> str | None:
    """What the changelog says of a version, without its heading; None if it has none with a day."""
    headings = list(_HEADING.finditer(changelog))
    for number, heading in enumerate(headings):
        if heading[1] == wanted and heading[2]:
            end = headings[number + 1].start() if number + 1 < len(headings) else len(changelog)
            return changelog[heading.end() : end].strip()
    return None


def figures(kept: str, wanted: str) -> list[str]:
    """A table of sizes and start times by platform, of this version only."""
    rows = [
        f"| {place} | {told['size']:.0f} MiB in {told['files']} files | {told['start']:.0f} ms |"
        for place, each in sorted(json.loads(kept).items())
        if (told := each["figures"]) and each["version"] == wanted
    ]
    head = ["| Installed on | size | start to first paint |", "|---|---|---|"]
    return [*head, *rows] if rows else []


def contents(bill: str) -> str:
    """The parts that a bill of materials (CycloneDX, JSON) names, with their versions."""
    parts = sorted({(each["name"], each.get("version", "")) for each in json.loads(bill)["components"]})
    return ", ".join(" ".join(filter(None, part)) for part in parts)


def packages(folder: Path, wanted: str) -> list[Path]:
    """Those of this version that were made here."""
    return sorted(file for file in folder.glob("*") if file.name.endswith(PACKAGES) and wanted in file.name)


def digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def notes(changelog: str, kept: str, made: Sequence[Path], wanted: str, bill: str = "") -> str:
    """What the release says of itself, as Markdown; `bill` is that of the app frozen here.

    Raises ValueError if the changelog says nothing of it.
    """
    told = section(changelog, wanted)
    if not told:
        raise ValueError(f"CHANGELOG.md has no “## {wanted} - YEAR-MONTH-DAY” with something below it.")
    parts = [told]
    if table := figures(kept, wanted):
        papers = (
            "Whose it is, and on which terms: `THIRD-PARTY.txt`, `licences/` and `sbom.cdx.json` in the app's folder."
        )
        parts.append("\n".join(["### Figures", "", *table, "", papers]))
    if bill:
        parts.append(f"### Contents\n\n{contents(bill)}.")
    if made:
        lines = [f"| {file.name} | {file.stat().st_size / _MIB:.1f} MiB | `{digest(file)}` |" for file in made]
        parts.append("\n".join(["### Files", "", "| | size | SHA-256 |", "|---|---|---|", *lines]))
    return "\n\n".join(parts) + "\n"


def look(root: Path, dist: Path, wanted: str) -> list[Finding]:
    """Everything that a release needs, as far as this computer can tell."""
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    kept = (root / "packaging" / "figures.json").read_text(encoding="utf-8")
    changed, tags = _git(root, "status", "--porcelain"), _git(root, "tag", "--list", f"v{wanted}")
    branch = _git(root, "rev-parse", "--abbrev-ref", "HEAD")
    coming = section(changelog.replace("## Unreleased\n", "## Unreleased - 0000-00-00\n"), "Unreleased")
    return [
        Finding(
            f"version {wanted}",
            "" if _VERSION.match(wanted) else "It must be three numbers: see workestra_desktop/__init__.py.",
        ),
        Finding(
            "changelog",
            "" if section(changelog, wanted) else f"Give CHANGELOG.md a heading “## {wanted} - YEAR-MONTH-DAY”.",
        ),
        Finding(
            "nothing unreleased",
            f"CHANGELOG.md has points under “Unreleased”: move them to {wanted}." if coming else "",
        ),
        Finding("work tree", f"Not committed:\n{changed}" if changed else ""),
        Finding("branch", "" if branch == "main" else f"This is {branch}, and releases are made from main."),
        Finding("tag", f"v{wanted} is there already: raise the version." if tags else ""),
        Finding(
            "figures",
            "" if figures(kept, wanted) else "None of this version: `python3 dev.py freeze --record`, commit.",
        ),
        Finding(
            "packages",
            "" if packages(dist, wanted) else "None of this version in dist: `python3 dev.py installer --verify`.",
        ),
    ]


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py release", description="A dry run: looks, writes notes, publishes nothing."
    )
    parser.add_argument("--notes", metavar="FILE", type=Path, help="write the notes there and do nothing else")
    options = parser.parse_args(arguments)
    wanted = version()
    found = [] if options.notes else look(ROOT, DIST, wanted)
    for finding in found:
        print(f"{'missing' if finding.wrong else '     ok'}  {finding.what}")
        for line in finding.wrong.splitlines():
            print(f"         {line}")
    made = packages(DIST, wanted)
    bill = DIST / "workestra-desktop" / "sbom.cdx.json"
    try:
        text = notes(
            (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
            FIGURES.read_text(encoding="utf-8"),
            made,
            wanted,
            bill.read_text(encoding="utf-8") if bill.is_file() else "",
        )
    except ValueError as reason:
        print(f"No notes: {reason}", file=sys.stderr)
        return 1
    target = options.notes or DIST / f"release-notes-{wanted}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    print(f"Notes: {target}")
    if options.notes:
        return 0
    (DIST / "SHA256SUMS").write_text("".join(f"{digest(file)}  {file.name}\n" for file in made), encoding="utf-8")
    if any(finding.wrong for finding in found):
        return 1
    print(
        f"Ready. The next step, which is yours: git tag -s v{wanted} && git push origin v{wanted}  (docs/releasing.md)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
