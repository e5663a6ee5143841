"""What the host should hear of, and how the app is to tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.trouble import Trouble


class NoticeKind(StrEnum):
    MOVED = "moved"
    CANCELLED = "cancelled"
    FAILED = "failed"
    RECONNECT = "reconnect"
    SEVERAL_GONE = "several_gone"
    CONFLICT = "conflict"
    """An event lies on a booking: `overlap` names it."""
    NETWORK = "network"
    """iCloud could not be reached for an hour: `trouble` says why."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the host should hear of now. Carries the booking as it was `before` and as it is."""

    kind: NoticeKind
    booking: Booking | None = None
    before: Booking | None = None
    trouble: Trouble | None = None
    count: int = 1
    overlap: Overlap | None = None


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice as the list of them keeps it for 30 days. `id` rises with time; `at` is a UTC instant; `seen`: the host
    has had the list open since."""

    id: int
    at: datetime
    notice: Notice
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the app behaves on this computer, kept in the profile. Nothing here changes free and busy.

    `silent`: kinds of notices that only the list holds. `hide_titles`: tray and notices name no guest and no title, for
    a host who shares the screen. `language` is a BCP 47 tag, '' for the system's. `guest_zone` (IANA, '' for none) is
    the second zone that times to send were last written in.
    """

    silent: frozenset[NoticeKind] = frozenset()
    hide_titles: bool = False
    language: str = ""
    guest_zone: str = ""
