"""What was typed in the set-up before anything else could remember it."""

from __future__ import annotations

from typing import Protocol


class Draft(Protocol):
    """The Apple ID as far as it was typed; never the password. Empty: nothing."""

    def read(self) -> str: ...

    def keep(self, apple_id: str) -> None: ...
