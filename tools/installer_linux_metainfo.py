"""What software centres show of the app: packaging/linux' AppStream file with the releases of CHANGELOG.md in it.

Source: AppStream 1.0, “Releases” and “Description”. Formatting that it does not know is taken out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

APP_ID = "org.workestra.desktop"
NEWEST = 3
"""So many releases say what they brought; a centre shows no more."""

_HEADING = re.compile(
    r"## (?:\[?(?P<version>\d[^\s\]]*)\]?\s*[-–—(]\s*(?P<date>\d{4}-\d\d-\d\d)|(?P<coming>Unreleased))"
)


@dataclass(frozen=True, slots=True)
class Release:
    """`stable` is false of what is packed before its heading has a number."""

    version: str
    day: date
    points: tuple[str, ...]
    stable: bool = True


def releases(changelog: str, version: str, packed: datetime) -> list[Release]:
    """Those of `changelog`, the newest first. What is unreleased goes by the name of what is packed now.

    Raises ValueError for a heading that is neither a version with its day nor “Unreleased”, and if `version` has none.
    """
    found = []
    for block in re.split(r"^(?=## )", changelog, flags=re.MULTILINE)[1:]:
        heading, _, rest = block.partition("\n")
        known = _HEADING.match(heading)
        if known is None:
            raise ValueError(f"CHANGELOG.md: no version and day in “{heading}”")
        points = tuple(_points(rest))
        if known["coming"]:
            if points:
                found.append(Release(version, packed.astimezone(UTC).date(), points, stable=False))
        else:
            found.append(Release(known["version"], date.fromisoformat(known["date"]), points))
    if version not in {release.version for release in found}:
        raise ValueError(f"CHANGELOG.md says nothing of {version}")
    return found


def metainfo(template: Path, told: list[Release]) -> str:
    """The whole file. Raises ValueError if `template` has no place for the releases."""
    text = template.read_text(encoding="utf-8")
    place = "  <releases/>\n"
    if text.count(place) != 1:
        raise ValueError(f"{template.name} needs one line <releases/>")
    lines = ["  <releases>"]
    for number, release in enumerate(told):
        sort = "stable" if release.stable else "development"
        lines.append(f'    <release version="{escape(release.version)}" date="{release.day}" type="{sort}">')
        if number < NEWEST and release.points:
            lines += ["      <description>", "        <ul>"]
            lines += [f"          <li>{escape(point)}</li>" for point in release.points]
            lines += ["        </ul>", "      </description>"]
        lines.append("    </release>")
    return text.replace(place, "\n".join([*lines, "  </releases>", ""]))


def _points(block: str) -> Iterator[str]:
    """The items of a list in Markdown, each on one line, without marks."""
    for item in re.split(r"^- ", block, flags=re.MULTILINE)[1:]:
        text = " ".join(item.split("\n\n")[0].split())
        yield re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", re.sub(r"[`*]", "", text))
