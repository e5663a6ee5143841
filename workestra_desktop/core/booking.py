"""One meeting with one guest, and the iCloud event that stands for it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from workestra_desktop.core.interval import Span
from workestra_desktop.core.said import said
from workestra_desktop.core.trouble import Code, fail


class Status(StrEnum):
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    ATTENTION = "attention"


class InCloud(StrEnum):
    """`sync` of a booking: is what the host decided in iCloud yet?"""

    SYNCED = "synced"
    WAITING = "waiting"
    FAILED = "failed"


class By(StrEnum):
    """Who cancelled."""

    HOST = "host"
    ICLOUD = "icloud"
    GUEST = "guest"


GONE_TOGETHER = said("Its event is gone from iCloud, together with others.")
"""The concern of a booking whose event vanished with more than a few others: it waits for the host's answer."""

MISSED_TOGETHER = said("Its event was not found in iCloud, nor were others; it is looked for again.")
"""The concern of a confirmed booking that more than a few others were missed with at the first look: should it be gone
at the second, the host is asked, however many have turned up again meanwhile."""

REPLACED = said("Its event is gone from iCloud, and another one lies in its place.")
"""The concern of a booking under whose href a foreign event is found: that proves no deletion, so the host decides."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """The event as this app and iCloud last agreed on it: the third party of every comparison."""

    start: datetime
    end: datetime
    etag: str


@dataclass(frozen=True, slots=True)
class Booking:
    """Times are UTC instants; `timezone` (IANA) is the zone the event is written in.

    `uid` and `href` are fixed before the first write and never change by our hand. `before` and `after` are
    the buffers in minutes the booking keeps whatever becomes of its link. `missing_since` is when its event
    was first not found; `concern` says in plain words why a booking needs attention.
    """

    id: str
    link: str
    title: str
    guest: str
    email: str
    note: str
    start: datetime
    end: datetime
    timezone: str
    status: Status
    sync: InCloud
    calendar: str
    uid: str
    href: str
    location: str
    meeting_url: str
    alarms: tuple[int, ...]
    before: int
    after: int
    created_at: datetime
    changed_at: datetime
    cancelled_by: By | None = None
    reason: str = ""
    agreed: Agreed | None = None
    missing_since: datetime | None = None
    concern: str = ""
    no_show: bool = False
    """The host noted that the guest did not come; iCloud is not told."""
    invited: bool = False
    """Its event carries the guest as an attendee, so that Apple mails them. It stays whatever becomes of the link."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def gone_together(self) -> bool:
        """Whether its event vanished with several others and the host is asked what it meant."""
        return self.status is Status.ATTENTION and self.concern == GONE_TOGETHER

    @property
    def asked(self) -> bool:
        """Whether its event is missing and the host was asked what that means: until the answer nobody looks for it."""
        return self.status is Status.ATTENTION and self.concern in (GONE_TOGETHER, REPLACED)

    @property
    def live(self) -> bool:
        """Whether the meeting still takes the host's time."""
        return self.status is not Status.CANCELLED


def new_identity(calendar: str) -> tuple[str, str]:
    """A UID never used before, and the href of an event with it in `calendar` (fact sheet §5.1, file name)."""
    uid = str(uuid.uuid4()).upper()
    return uid, f"{calendar}{uid}.ics"


def cancelled_in_icloud(booking: Booking, now: datetime) -> Booking:
    """The booking after its event was deleted there. Nothing is left to write."""
    return replace(
        booking,
        status=Status.CANCELLED,
        cancelled_by=By.ICLOUD,
        sync=InCloud.SYNCED,
        agreed=None,
        missing_since=None,
        concern="",
        changed_at=now,
    )


_LOCAL = r"[^@\s<>\"(),;:\\\x00-\x1f]+"
_LABEL = r"[^@\s<>\"(),;:\\.?#&=%/\x00-\x1f]+"
"""Of a domain. Nothing that would end it in a `mailto:` address (RFC 6068)."""
_EMAIL = re.compile(rf"{_LOCAL}@{_LABEL}(?:\.{_LABEL})+")


def is_address(text: str) -> bool:
    """Whether `text` may be an e-mail address; it has then no blanks, quotes or line breaks."""
    return len(text) <= 254 and _EMAIL.fullmatch(text) is not None


def checked_guest(name: str, email: str, note: str) -> tuple[str, str, str]:
    """The three texts trimmed, or `bad_input` saying which one is wrong."""
    name, email, note = " ".join(name.split()), email.strip(), note.replace("\r\n", "\n").strip()
    if not name or len(name) > 200:
        raise fail(Code.BAD_INPUT, "Give the guest's name, at most 200 characters.")
    if email and not is_address(email):
        raise fail(Code.BAD_INPUT, said("“{email}” is not an e-mail address.", email=email[:80]))
    if len(note) > 10_000:
        raise fail(Code.BAD_INPUT, "The note is longer than 10,000 characters.")
    bad = next((c for c in name + email + note if (c < " " and c not in "\n\t") or "\ud800" <= c < "\ue000"), None)
    if bad:
        wrong = said("A text has a character that calendars cannot hold (U+{code}).", code=f"{ord(bad):04X}")
        raise fail(Code.BAD_INPUT, wrong)
    return name, email, note
