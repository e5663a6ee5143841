"""Lengths of time as people type them: `30`, `45 min`, `2 h`, `1 day`, several after one another with commas.

They are written in the window's language, and read in it and in English: by the first letter of the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.trouble import Code, fail

_LENGTH = re.compile(r"(\d{1,6})\s*([^\W\d_]*)\.?")
_HOUR, _DAY = 60, 24 * 60
_ENGLISH = {"d": _DAY, "h": _HOUR, "m": 1, "": 1}
"""Minutes by the first letter of the unit; a bare number is minutes."""
_COMMAS = str.maketrans(dict.fromkeys(";；，、", ","))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Minutes", text)


def _units() -> Iterator[tuple[int, str]]:
    """Minutes, and how so many are written in the window's language, the largest first."""
    yield _DAY, _tr("{days} days")
    yield _HOUR, _tr("{hours} h")
    yield 1, _tr("{minutes} min")


def length_words(minutes: int) -> str:
    """`30 min`, `1 h`, `2 days`: in the largest unit that is exact."""
    if minutes == _DAY:
        return _tr("1 day")
    size, template = next((size, words) for size, words in _units() if size == 1 or (minutes and minutes % size == 0))
    return template.format(days=minutes // size, hours=minutes // size, minutes=minutes)


def lengths_words(lengths: tuple[int, ...]) -> str:
    """`30 min, 1 h`, as `parse_lengths` reads it."""
    return ", ".join(map(length_words, lengths))


def parse_length(text: str) -> int:
    """Whole minutes; `bad_input` for anything but a number with or without a unit."""
    here = {template.partition("}")[2].strip()[:1].lower(): size for size, template in _units()}
    match = _LENGTH.fullmatch(text.strip())
    size = (_ENGLISH | here).get(match[2][:1].lower()) if match else None
    if match is None or size is None:
        raise fail(Code.BAD_INPUT, _tr("“{text}” is not a length like 30 min, 2 h or 1 day.").format(text=text[:40]))
    return int(match[1]) * size


def parse_lengths(text: str) -> tuple[int, ...]:
    """The lengths in `text`, in minutes and in order; an empty text is none."""
    return tuple(parse_length(piece) for piece in text.translate(_COMMAS).split(",") if piece.strip())


def parse_count(text: str) -> int:
    """A whole number of at most six digits; `bad_input` for anything else."""
    stripped = text.strip()
    if not re.fullmatch(r"[0-9]{1,6}", stripped):
        raise fail(Code.BAD_INPUT, _tr("“{text}” is not a whole number.").format(text=text[:40]))
    return int(stripped)
