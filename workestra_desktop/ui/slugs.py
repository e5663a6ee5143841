"""The short name of a new link, made from its title."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

_LONGEST = 48
"""Shorter than a link's name may be: there is room for a number behind it."""


def slug_of(title: str, taken: Collection[str]) -> str:
    """`Erstgespräch with {guest}` → `erstgesprach`, or with the first number from 2 on that is not `taken`."""
    bare = title.replace("{guest}", " ").replace("ß", "ss")
    letters = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")
    slug = re.sub(r"-(with|mit)$", "", slug) or "link"
    if slug not in taken:
        return slug
    return next(name for name in (f"{slug}-{n}" for n in range(2, len(taken) + 3)) if name not in taken)
