"""Whether the app starts when the host logs in: the system keeps that, and is asked each time."""

from __future__ import annotations

from typing import Protocol


class LoginStart(Protocol):
    """The system's list of what starts at login, as far as this app is concerned."""

    def enabled(self) -> bool:
        """How it stands now, read from the system. Raises `Failure` if the system will not say."""

    def set(self, on: bool) -> None:
        """Change it, for this user only. Raises `Failure` if the system refuses."""
