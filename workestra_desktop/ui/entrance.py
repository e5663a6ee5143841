"""The ways into the settings."""

from __future__ import annotations

from enum import Enum


class Entrance(Enum):
    """What the host came for."""

    SETTINGS = "settings"
    RECONNECT = "reconnect"
    CALENDARS = "calendars"
    BUSY = "busy"
    LINKS = "links"
