"""What a person can ask of the app, as values. The window sends them to the engine; the command runs the same ones.

Times are UTC instants. Every command either returns the result named beside it or raises `Failure`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Calendar
from workestra_desktop.core.choices import Choice
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.notice import Preferences
from workestra_desktop.core.offer import Offer
from workestra_desktop.core.radar import OverlapState
from workestra_desktop.core.settings import Blocking, Settings
from workestra_desktop.core.slots import Refusal
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.core.week import Trial, Week


@dataclass(frozen=True, slots=True)
class SignIn:
    """→ `SignedIn`. `write_to` is a calendar's id or exact name; None takes the account's default."""

    apple_id: str
    password: str = field(repr=False)
    write_to: str | None = None


@dataclass(frozen=True, slots=True)
class SignedIn:
    """`password_kept` is False when no keychain is usable: the password lasts until the app ends."""

    apple_id: str
    calendars: tuple[Calendar, ...]
    write_to: str
    password_kept: bool


@dataclass(frozen=True, slots=True)
class Disconnect:
    """→ None. Forgets the password; `erase` also the local data. Never touches iCloud."""

    erase: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """→ tuple of `Calendar`. Ids or exact names; None leaves a choice as it is, `busy` lists all busy calendars."""

    write_to: str | None = None
    busy: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SyncNow:
    """→ `SyncReport`. One poll, then the outbox. `full` lists every calendar anew."""

    full: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """An event that a poll found on top of a booking."""

    booking: str
    event: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class SyncReport:
    polled: bool = False
    requests: int = 0
    received_bytes: int = 0
    changed: int = 0
    removed: int = 0
    written: int = 0
    waiting: int = 0
    bookings_moved: tuple[str, ...] = ()
    bookings_cancelled: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class FindSlots:
    """→ tuple of `Span`. From the local mirror; no network. `but_not` leaves a booking out of what is taken."""

    slug: str
    span: Span
    minutes: int | None = None
    but_not: str | None = None


@dataclass(frozen=True, slots=True)
class Explain:
    """→ tuple of `Refusal`, empty if the link can be booked at that time. From the local mirror; no network."""

    slug: str
    at: datetime
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ShowWeek:
    """→ `Week`: every minute of `span` and why it can or cannot be booked. From the local mirror; no network."""

    slug: str
    span: Span
    minutes: int | None = None
    but_not: str | None = None


@dataclass(frozen=True, slots=True)
class TryLink:
    """→ `Trial`: what keeping `link` instead of the one with its slug (if any) would change. Keeps nothing."""

    link: Link
    span: Span
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """→ `Booking`. Re-reads the range from iCloud first, unless `offline`, which only queues."""

    slug: str
    start: datetime
    guest: str
    email: str = ""
    note: str = ""
    minutes: int | None = None
    outside_rules: bool = False
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Reschedule:
    """→ `Booking`. The same event at another time, with the same duration."""

    booking: str
    start: datetime
    outside_rules: bool = False
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """→ `Booking`."""

    booking: str
    reason: str = ""
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """→ `Booking`. Takes back its last cancel or move, by whomever. `not_found` if there is none, `bad_input` if the
    time it would be back at is over, `slot_taken` naming what is there by now."""

    booking: str
    offline: bool = False


@dataclass(frozen=True, slots=True)
class SettleGone:
    """→ tuple of `Booking`. The host's answer for bookings whose events vanished together: cancel or put back."""

    bookings: tuple[str, ...]
    cancel: bool


@dataclass(frozen=True, slots=True)
class Choose:
    """→ `Booking`. The host's answer for a booking that needs attention. `bad_input` if that choice is not open."""

    booking: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class SettleOverlap:
    """→ None. The host's answer to an event on top of a booking. Moving the booking needs none: it ends the overlap."""

    booking: str
    uid: str
    state: OverlapState


@dataclass(frozen=True, slots=True)
class Pause:
    """→ None. No polls by themselves until then; None resumes. `core.pause` has the usual ends."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class ShowJournal:
    """→ tuple of `JournalLine`: what happened to the booking in the last 30 days, the oldest first. No network."""

    booking: str


@dataclass(frozen=True, slots=True)
class ShareTimes:
    """→ `Offer`: free times of a link to send to a guest, in the host's zone and in `guest_zone` (IANA, '' for none).
    From the local mirror; no network."""

    slug: str
    span: Span
    minutes: int | None = None
    guest_zone: str = ""


@dataclass(frozen=True, slots=True)
class MarkNoShow:
    """→ `Booking`. Whether its guest did not come. Only for a live booking that has begun; iCloud is not told."""

    booking: str
    no_show: bool


@dataclass(frozen=True, slots=True)
class ChangePreferences:
    """→ `Preferences`, as they are kept."""

    preferences: Preferences


@dataclass(frozen=True, slots=True)
class SeeNotices:
    """→ None. The host has seen every notice up to the one numbered `up_to`."""

    up_to: int


@dataclass(frozen=True, slots=True)
class FinishSetup:
    """→ None. The host has seen the calendar page and accepted it."""


@dataclass(frozen=True, slots=True)
class SetLink:
    """→ `Link`, as it is kept. Raises `bad_input` for a field out of bounds."""

    link: Link


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """→ None. Its bookings stay."""

    slug: str


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    """→ `Settings`, as they are kept. Busy time is made anew from the mirror; no network."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class RuleEvent:
    """→ None. The host's word on how the events with `uid` count; `title` is kept to tell them by."""

    uid: str
    blocks: Blocking
    title: str = ""


Question = FindSlots | Explain | ShowWeek | TryLink | ShowJournal | ShareTimes
"""What is answered from the mirror, and so never waits behind iCloud."""

Decision = SetLink | RemoveLink | ChangeSettings | RuleEvent
"""What the host decides about free and busy: kept here, and iCloud is not asked."""

Note = SetLink | RemoveLink | Pause | FinishSetup | MarkNoShow | ChangePreferences | SeeNotices
"""What is only kept in the profile: no text of an event is read for it, and iCloud hears nothing."""

Command = (
    Question
    | Decision
    | SignIn
    | Disconnect
    | Select
    | SyncNow
    | Book
    | Reschedule
    | Cancel
    | Undo
    | SettleGone
    | Choose
    | SettleOverlap
    | Pause
    | FinishSetup
    | MarkNoShow
    | ChangePreferences
    | SeeNotices
)
Result = (
    SignedIn
    | SyncReport
    | Booking
    | tuple[Calendar, ...]
    | tuple[Span, ...]
    | tuple[Refusal, ...]
    | tuple[Booking, ...]
    | Link
    | Settings
    | Week
    | Trial
    | tuple[JournalLine, ...]
    | Offer
    | Preferences
    | None
)


@dataclass(frozen=True, slots=True)
class Ask:
    """A command on its way to the engine, with the number its answer will bear."""

    number: int
    command: Command


@dataclass(frozen=True, slots=True)
class Answer:
    """The engine's reply to `Ask` `number`: `result`, or `trouble` if it failed."""

    number: int
    result: Result = None
    trouble: Trouble | None = None
