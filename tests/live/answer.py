"""What came of one open question, and how answers are shown without telling whose account it was."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workestra_desktop.sync.wire import Reply

_SHOWN = ("dav", "allow", "location", "www-authenticate", "retry-after", "etag", "content-type")
_WIDTHS = (30, 30, 56)


@dataclass(frozen=True, slots=True)
class Answer:
    """`believed` is what the fact sheet thinks; `change` says what in the app and its stand-in hangs on it."""

    question: str
    believed: str
    answered: str
    change: str


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must never be shown: the account's own words, and any directory number."""

    words: tuple[str, ...]

    def hide(self, text: str) -> str:
        for word in sorted((w for w in self.words if w), key=len, reverse=True):
            text = re.sub(re.escape(word), "…", text, flags=re.IGNORECASE)
        return re.sub(r"(?<![0-9A-Za-z-])\d{8,11}(?![0-9A-Za-z])", "<dsid>", text)


def shown(reply: Reply, *more: str) -> str:
    """Status, the name in a `DAV:error` body, the header fields that matter, and `more`."""
    parts = [f"HTTP {reply.status}"]
    if reply.tree is not None and str(reply.tree.tag).endswith("}error"):
        parts += [f"<{str(child.tag).rsplit('}', 1)[-1]}>" for child in reply.tree if isinstance(child.tag, str)]
    elif reply.status >= 400:
        parts.append("empty body" if not reply.body.strip() else "a body that is no DAV:error")
    parts += [f"{name}: {reply.headers[name]}" for name in _SHOWN if name in reply.headers and _matters(name, reply)]
    return "; ".join([*parts, *more])


def _matters(name: str, reply: Reply) -> bool:
    return name != "content-type" or reply.status >= 400


def table(answers: Sequence[Answer]) -> str:
    """For a terminal: question, what was believed, what was answered."""
    lines = [_row(("question", "believed", "answered")), "-" * (sum(_WIDTHS) + 6)]
    for answer in answers:
        cells = [
            textwrap.wrap(text, width) or [""]
            for text, width in zip((answer.question, answer.believed, answer.answered), _WIDTHS, strict=True)
        ]
        height = max(len(cell) for cell in cells)
        lines += [_row([cell[n] if n < len(cell) else "" for cell in cells]) for n in range(height)]
        lines.append("")
    return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return " | ".join(text.ljust(width) for text, width in zip(cells, _WIDTHS, strict=True)).rstrip()


def markdown(answers: Sequence[Answer], heading: str) -> str:
    """For an issue: the same, and what in the app follows."""
    rows = [(a.question, a.believed, a.answered, a.change) for a in answers]
    head = [("Question", "Believed", "Answered", "If it differs, change"), ("---",) * 4]
    lines = [
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |" for row in head + rows
    ]
    return "\n".join([f"# {heading}", "", *lines, ""])
