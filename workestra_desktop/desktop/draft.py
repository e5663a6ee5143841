"""The Apple ID that was typed before the first sign-in, so that the set-up can be left and taken up again.

Only the Apple ID, never a password; it goes with the first sign-in, when the account remembers it.
"""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger("workestra")

FILE = "apple-id.draft"
_LONGEST = 254


class Draft:
    """A small file in the profile. It is a convenience: one that cannot be kept or read costs a few keys, so that is
    logged and nothing more; the profile's own troubles are told by the store."""

    def __init__(self, profile: Path) -> None:
        self._file = profile / FILE

    def read(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")[:_LONGEST]
        except FileNotFoundError:
            return ""
        except (OSError, ValueError) as unreadable:
            log.warning("draft not read: %s", type(unreadable).__name__)
            return ""

    def keep(self, apple_id: str) -> None:
        """Keep it; an empty one leaves nothing behind."""
        try:
            if apple_id:
                self._file.touch(mode=0o600)
                self._file.write_text(apple_id[:_LONGEST], encoding="utf-8")
            else:
                self._file.unlink(missing_ok=True)
        except OSError as refused:
            log.warning("draft not kept: errno %s", refused.errno)
