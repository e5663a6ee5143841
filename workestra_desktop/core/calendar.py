"""The host's calendars as the app knows them, and what decides whether an event blocks time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workestra_desktop.core.trouble import Code, Trouble
from workestra_desktop.core.whereabouts import Stay


@dataclass(frozen=True, slots=True)
class Listed:
    """One calendar as the server lists it. `path` is its URL path, encoded one way, and its identity."""

    path: str
    name: str
    color: str
    order: int | None
    writable: bool | None
    """None when the server does not say."""
    shared: bool
    change_tag: str
    """CS:getctag and DAV:sync-token; empty when the server gives neither."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """One calendar as the app keeps it. `id` is its URL path: hosts may change, paths do not."""

    id: str
    name: str
    color: str
    writable: bool
    shared: bool
    default: bool
    write_to: bool
    busy: bool
    events: int
    read_at: datetime | None
    """When it was last known to be in step with iCloud; None before the first full read."""
    problem: Trouble | None
    order: int | None = None
    change_tag: str = ""
    sync_token: str = ""
    owner: str | None = None
    """The name of whoever shared it with the host; empty if the server does not say, None before it was asked."""
    listed_at: datetime | None = None
    """When all its events were last listed, and not only what had changed."""

    @property
    def gone(self) -> bool:
        """Whether it is no longer in iCloud. It is kept as long as bookings depend on it."""
        return self.problem is not None and self.problem.code is Code.CALENDAR_GONE


class AllDay(StrEnum):
    """How all-day events count."""

    FOLLOW = "follow"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class BusyPolicy:
    """What blocks time. `zone` (IANA) is the host's zone: floating times and whole days are read in it.

    During one of `stays` the host is elsewhere, and they are read in the zone there. `always` and `never` are UIDs of
    events that the host has decided on one by one.
    """

    zone: str
    own_addresses: frozenset[str] = frozenset()
    """Lower-case addresses of the host, with their scheme (`mailto:…`, `urn:uuid:…`, `/123/principal/`)."""
    tentative_blocks: bool = True
    unanswered_blocks: bool = True
    all_day: AllDay = AllDay.FOLLOW
    stays: tuple[Stay, ...] = ()
    always: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Block:
    """Time of one occurrence of an event, in UTC. `title` is plain bounded text; `reason` says whether it blocks."""

    start: datetime
    end: datetime
    title: str
    reason: Reason
    uid: str = ""
    calendar: str = ""
    href: str = ""
    whole_day: bool = False
    """It begins and ends with days, not at times."""
    travel: timedelta = timedelta()
    travel_back: timedelta = timedelta()
    """The first part of the block is the way there, the last the way back (fact sheet §6, X-APPLE-TRAVEL-DURATION)."""


class Reason(StrEnum):
    """Why an event blocks time, or why it does not."""

    BUSY = "busy"
    TENTATIVE = "tentative"
    UNANSWERED = "unanswered"
    ALL_DAY = "all_day"
    UNREADABLE = "unreadable"
    ALWAYS = "always"
    """The host wants this event to block."""
    FREE = "free"
    """The event itself says so."""
    DECLINED = "declined"
    CANCELLED = "cancelled"
    NEVER = "never"
    """The host wants this event not to block."""
    TENTATIVE_FREE = "tentative_free"
    """Tentative events do not block: a setting, as with the next two."""
    UNANSWERED_FREE = "unanswered_free"
    ALL_DAY_FREE = "all_day_free"

    @property
    def blocks(self) -> bool:
        return self in _BLOCKING


_BLOCKING = frozenset(
    {Reason.BUSY, Reason.TENTATIVE, Reason.UNANSWERED, Reason.ALL_DAY, Reason.UNREADABLE, Reason.ALWAYS}
)


def default_calendar(listed: list[Listed], server_says: str | None) -> Listed | None:
    """The account's default: `schedule-default-calendar-URL` if it is writable, else the first writable by order.

    Own calendars come before shared ones; without an order the server's listing order decides.
    """
    writable = [c for c in listed if c.writable is not False]
    for calendar in writable:
        if server_says is not None and calendar.path == server_says:
            return calendar
    ranked = sorted(
        enumerate(writable),
        key=lambda pair: (pair[1].shared, pair[1].order is None, pair[1].order or 0, pair[0]),
    )
    return ranked[0][1] if ranked else None
