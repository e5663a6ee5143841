"""The language the host chose, in a file of the profile: the first paint must not wait until the profile is open."""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger("workestra")

FILE = "language"


def chosen(profile: Path) -> str:
    """A language tag; '' if none was chosen, or the file cannot be read."""
    try:
        return (profile / FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def note(profile: Path, tag: str) -> None:
    """Keeps `tag` for the next start. If that fails it is tried again then: the profile itself has it too."""
    if tag == chosen(profile):
        return
    try:
        if tag:
            (profile / FILE).write_text(tag + "\n", encoding="ascii")
        else:
            (profile / FILE).unlink(missing_ok=True)
    except (OSError, ValueError) as refused:  # ValueError: a tag of another version that is no ASCII
        log.warning("the language was not noted: %s", type(refused).__name__)
