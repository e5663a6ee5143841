"""The shape of an Apple app-specific password (Apple support 102654; fact sheet §2)."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[a-z]{16}")
_BETWEEN = re.compile("[\\s\\-\u00ad\u2010-\u2015\u2212\u200b\u2060\ufeff]")
"""Spaces and line breaks, dashes of every kind, and what web pages put between letters unseen."""


def printed_form(typed: str) -> str | None:
    """The password as Apple prints it (`abcd-efgh-ijkl-mnop`), or None if it cannot be one.

    Dashes, spaces and capitals are forgiven; anything but sixteen letters a-z is not.
    """
    letters = _BETWEEN.sub("", typed).lower()
    if not _LETTERS.fullmatch(letters):
        return None
    return "-".join(letters[i : i + 4] for i in range(0, 16, 4))


def may_stand_between(char: str) -> bool:
    """Whether `char` is left out of a password that was typed or pasted."""
    return _BETWEEN.fullmatch(char) is not None


def plausible_apple_id(typed: str) -> bool:
    """Whether `typed` looks like the e-mail address of an Apple Account."""
    return re.fullmatch(r"[^@\s\x00-\x1f:]+@[^@\s\x00-\x1f]+\.[^@\s\x00-\x1f.]+", typed.strip()) is not None
