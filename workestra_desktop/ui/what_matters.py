"""What of a snapshot can change free times: views of them ask again when this changes, and only then."""

from __future__ import annotations

from dataclasses import replace

from workestra_desktop.core.snapshot import Snapshot


def free_time_of(snapshot: Snapshot) -> object:
    """Equal for two snapshots between which nothing happened that free times depend on."""
    calendars = tuple(replace(c, read_at=None, listed_at=None, problem=None) for c in snapshot.calendars)
    return calendars, snapshot.bookings, snapshot.links, snapshot.settings, snapshot.event_rules, snapshot.host_zone
