"""What lies in the profile beside its database, and knows something of the host: erased with everything else.

Where the window stood, the language it speaks before the database is open, and the Apple ID of a set-up that was left.
"""

from __future__ import annotations

from pathlib import Path

from workestra_desktop.core.trouble import Code, fail
from workestra_desktop.desktop import draft, language

WINDOW = "window.ini"
"""`ui/front.py` writes it, which knows nothing but Qt; a test holds the two together."""


def erase(profile: Path) -> None:
    """Leaves none of it. Raises `disk` for a file that stays, once the others are gone."""
    refused = None
    for name in (draft.FILE, language.FILE, WINDOW):
        try:
            (profile / name).unlink(missing_ok=True)
        except OSError as stays:
            refused = stays
    if refused is not None:
        raise fail(Code.DISK, detail=f"erasing: errno {refused.errno}")
