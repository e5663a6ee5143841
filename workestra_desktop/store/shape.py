"""Which tables a profile must have, by schema."""

from __future__ import annotations

import sqlite3

TABLES: dict[int, frozenset[str]] = {
    1: frozenset({"account", "horizon", "calendars", "objects", "blocks", "bookings", "intents", "links", "journal"}),
    3: frozenset({"settings", "event_rules"}),
    5: frozenset({"event_texts"}),
    6: frozenset({"overlaps", "pause", "hosts"}),
    7: frozenset({"notices", "preferences"}),
}
"""The tables that came with each schema; a test holds this against the schemas themselves."""

DECISIONS = (
    "account", "calendars", "bookings", "intents", "links", "settings", "event_rules", "overlaps", "pause",
    "preferences",
)  # fmt: skip
"""What cannot be read again from iCloud, and is never large."""


def lacks_tables(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a table is missing that a database of schema `version` has."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return not all(there >= tables for since, tables in TABLES.items() if since <= version)
