"""What makes a round begin before its time (product.md, Following iCloud)."""

from __future__ import annotations

from enum import StrEnum


class Trigger(StrEnum):
    """Something happened that makes news likely, or a server reachable again."""

    WAKE = "wake"
    """The computer slept, or its clock was set: times that were planned are worth nothing."""
    NETWORK = "network"
    """There is a way to the internet again."""
    FOCUS = "focus"
    """The host looks at the window."""
