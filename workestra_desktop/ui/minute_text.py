"""Lengths of time as people type them: `30`, `45 min`, `2 h`, `1 d`, several after one another with commas."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.trouble import Code, fail

_LENGTH = re.compile(r"(\d{1,6})\s*([a-z]*)\.?", re.IGNORECASE)
_UNITS = {"d": 24 * 60, "h": 60, "m": 1, "": 1}
"""Minutes by the first letter of the unit; a bare number is minutes."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Minutes", text)


def length_words(minutes: int) -> str:
    """`30 min`, `1 h`, `2 d`: in the largest unit that is exact."""
    for unit, size in (("d", 24 * 60), ("h", 60)):
        if minutes and minutes % size == 0:
            return f"{minutes // size} {unit}"
    return f"{minutes} min"


def lengths_words(lengths: tuple[int, ...]) -> str:
    """`30 min, 1 h`, as `parse_lengths` reads it."""
    return ", ".join(map(length_words, lengths))


def parse_length(text: str) -> int:
    """Whole minutes; `bad_input` for anything but a number with or without min, h or d."""
    match = _LENGTH.fullmatch(text.strip())
    size = _UNITS.get(match[2][:1].lower()) if match else None
    if match is None or size is None:
        raise fail(Code.BAD_INPUT, _tr("“{text}” is not a length like 30 min, 2 h or 1 d.").format(text=text[:40]))
    return int(match[1]) * size


def parse_lengths(text: str) -> tuple[int, ...]:
    """The lengths in `text`, in minutes and in order; an empty text is none."""
    return tuple(parse_length(piece) for piece in text.replace(";", ",").split(",") if piece.strip())


def parse_count(text: str) -> int:
    """A whole number of at most six digits; `bad_input` for anything else."""
    stripped = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}", stripped):
        raise fail(Code.BAD_INPUT, _tr("“{text}” is not a whole number.").format(text=text[:40]))
    return int(stripped)
