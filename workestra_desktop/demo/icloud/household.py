"""Who owns the account, and what it holds on its first day (fact sheet §9, row 9, and §3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workestra_desktop.demo.icloud.paths import PRINCIPAL
from workestra_desktop.demo.icloud.storage import Collection, Kind

APPLE_ID = "host@example.com"
PASSWORD = "abcd-efgh-ijkl-mnop"
OWNER_NAME = "Test User"
PARTITION = "62"
ADDRESSES = (f"mailto:{APPLE_ID}", "mailto:host@icloud.example.com", PRINCIPAL,
             "urn:uuid:9f3c1d8e-5b27-4a64-8d0e-2c7f6a1b9e35")  # fmt: skip
"""The account's calendar-user-address-set, the preferred one first."""
SHARER = "/20481632/principal/"
"""The owner of what is shared with the account, when nobody else is named."""

CALENDARS: Sequence[Mapping[str, Any]] = (
    {"name": "home", "displayname": "Home", "color": "#1BADF8FF", "order": 1},
    {"name": "work", "displayname": "Work", "color": "#63DA38FF", "order": 2},
    {"name": "4D24D1CF-D573-4130-BFB7-F9E0B616E6FE", "displayname": "Personal Calendar", "color": "#1E4C63FF",
     "order": 3, "shared": "by-me"},
    {"name": "0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0", "displayname": "Club",
     "color": "#CC73E1FF", "order": 4, "shared": "with-me", "privileges": "read", "owner_name": "Club Secretary"},
    {"name": "a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90", "displayname": "Family",
     "color": "#FF2968FF", "order": 5, "shared": "with-me", "owner_name": "Family Organizer"},
)  # fmt: skip
"""Arguments of `Cloud.mkcalendar`."""


def technical(stamp: int) -> list[Collection]:
    """The children of the home that are no calendars for events."""
    return [
        _bare("tasks", Kind.CALENDAR, "VTODO", stamp, displayname="Reminders", color="#FF9500FF"),
        _bare("inbox", Kind.INBOX, "VEVENT", stamp),
        _bare("outbox", Kind.OUTBOX, "VEVENT VTODO", stamp),
        _bare("notification", Kind.NOTIFICATION, "", stamp),
    ]


def _bare(
    name: str, kind: Kind, components: str, stamp: int, displayname: str | None = None, color: str | None = None
) -> Collection:
    return Collection(
        name=name,
        kind=kind,
        displayname=displayname,
        color=color,
        sort=None,
        components=components,
        writable=True,
        shared=None,
        owner=None,
        owner_name=None,
        transparent=False,
        subscribed=False,
        revision=stamp,
        floor=stamp,
    )
