"""What the window shows: one frozen picture of the app, made anew after every change."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.choices import OpenQuestion
from workestra_desktop.core.link import Link
from workestra_desktop.core.mirror import DailyCopies
from workestra_desktop.core.notice import KeptNotice, Preferences
from workestra_desktop.core.radar import Overlap
from workestra_desktop.core.settings import EventRule, Settings
from workestra_desktop.core.trouble import Scope, Trouble
from workestra_desktop.core.undo import Undoable

NOTICES_SHOWN = 200


class State(StrEnum):
    UP_TO_DATE = "up_to_date"
    SYNCING = "syncing"
    WAITING = "waiting"
    OFFLINE = "offline"
    PAUSED = "paused"
    ATTENTION = "attention"
    NOT_CONNECTED = "not_connected"


def app_state(
    *, connected: bool, syncing: bool, waiting: int, problems: tuple[Trouble, ...], paused: bool = False
) -> State:
    """The one word for how things stand; the tray icon and `workestra status` both follow it.

    Not connected beats everything; what only the host can mend comes before what mends itself, and before a pause. One
    calendar that cannot be read is no sign of being offline: the others are in step, so its trouble is shown as one of
    its own.
    """
    if not connected:
        return State.NOT_CONNECTED
    if syncing:
        return State.SYNCING
    if any(not p.passing or p.scope is Scope.CALENDAR for p in problems):
        return State.ATTENTION
    if paused:
        return State.PAUSED
    if problems:
        return State.OFFLINE
    return State.WAITING if waiting else State.UP_TO_DATE


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the first read has come. `calendars_done` of `calendars` are complete."""

    calendars_done: int
    calendars: int
    calendar: str
    events_done: int
    events: int
    received: int = 0
    """Bytes that have come for this calendar in this round."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`apple_id` is None before the first connect. `complete`: every busy calendar has been read once."""

    apple_id: str | None
    connected: bool
    state: State
    last_poll: datetime | None
    next_poll: datetime | None
    waiting: int
    problems: tuple[Trouble, ...]
    calendars: tuple[Calendar, ...]
    links: tuple[Link, ...]
    bookings: tuple[Booking, ...]
    complete: bool
    events: int
    host_zone: str
    taken_at: datetime
    demo: bool = False
    password_forgotten: bool = False
    """The account is known but its password is not at hand: ask for it."""
    setup_done: bool = True
    """False until the host has finished the calendar page once."""
    settings: Settings = field(default_factory=Settings)
    event_rules: tuple[EventRule, ...] = ()
    undoable: tuple[Undoable, ...] = ()
    """Bookings whose last cancel or move can be taken back."""
    questions: tuple[OpenQuestion, ...] = ()
    """Bookings that wait for a decision of the host's, with what can be decided."""
    overlaps: tuple[Overlap, ...] = ()
    """Events on top of bookings that the host has not answered yet."""
    paused_until: datetime | None = None
    """No polls by themselves until then (`core.pause.UNTIL_RESUMED`: without end); None when not paused."""

    preferences: Preferences = field(default_factory=Preferences)
    notices: tuple[KeptNotice, ...] = ()
    """What was told in the last 30 days, the newest first, at most `NOTICES_SHOWN`."""
    hosts: tuple[tuple[str, int], ...] = ()
    """Whom the app asked in the last 30 days and how often, the most asked first."""
    copies: DailyCopies | None = None

    @property
    def next_booking(self) -> Booking | None:
        """The first live booking that had not ended when the snapshot was taken; `bookings` are in order of start."""
        return next((b for b in self.bookings if b.live and b.end > self.taken_at), None)
