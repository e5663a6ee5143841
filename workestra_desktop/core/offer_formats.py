"""An offer as text to paste: plain, as HTML and as Markdown. Whatever a title holds, it stays text."""

from __future__ import annotations

import re

from workestra_desktop.core.offer_words import Sheet
from workestra_desktop.core.plain import escaped

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&!@])|(?<=\w)(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)
"""What CommonMark, and GitHub's links without brackets, would read as more than text within a line."""
_LISTS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")
"""What makes a list or a heading of a line that begins with it."""


def as_text(sheet: Sheet) -> str:
    width = len(str(sheet.days[-1][1][-1][0]))
    parts = [sheet.head]
    for day, numbered in sheet.days:
        parts.append("\n".join([day, *(f"{number:>{width + 1}}. {line}" for number, line in numbered)]))
    return "\n\n".join([*parts, sheet.foot]) + "\n"


def as_html(sheet: Sheet) -> str:
    """A fragment for a mail: no style, no address, nothing that is fetched."""
    parts = [f"<p>{escaped(sheet.head)}</p>"]
    for day, numbered in sheet.days:
        items = "".join(f"<li>{escaped(line)}</li>\n" for _, line in numbered)
        parts.append(f'<p><b>{escaped(day)}</b></p>\n<ol start="{numbered[0][0]}">\n{items}</ol>')
    return "\n".join([*parts, f"<p>{escaped(sheet.foot)}</p>"]) + "\n"


def as_markdown(sheet: Sheet) -> str:
    """CommonMark. The numbers go on from day to day, as in the text."""
    parts = [_unmarked(sheet.head)]
    for day, numbered in sheet.days:
        parts.append(f"**{_unmarked(day)}**")
        parts.append("\n".join(f"{number}. {_unmarked(line)}" for number, line in numbered))
    return "\n\n".join([*parts, _unmarked(sheet.foot)]) + "\n"


def _unmarked(line: str) -> str:
    return _LISTS.sub(r"\1\\\2", _MARKS.sub(r"\\\g<0>", line))
