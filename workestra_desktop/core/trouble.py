"""What can go wrong, as values.

Every failure the host can meet has one `Code`. Foreign exceptions are turned into `Failure` once, in
`workestra_desktop.sync.faults`; the sentences for each code stand in `workestra_desktop.core.words`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum


class Code(StrEnum):
    """The error codes of the `workestra` command; other programs rely on these names."""

    NOT_CONNECTED = "not_connected"
    NOT_APP_PASSWORD = "not_app_password"
    SIGN_IN_REFUSED = "sign_in_refused"
    RECONNECT_NEEDED = "reconnect_needed"
    OFFLINE = "offline"
    BLOCKED = "blocked"
    ICLOUD_DOWN = "icloud_down"
    SLOW_DOWN = "slow_down"
    CLOCK_WRONG = "clock_wrong"
    NO_CALENDAR = "no_calendar"
    NO_WRITABLE_CALENDAR = "no_writable_calendar"
    CALENDAR_GONE = "calendar_gone"
    WRITE_REFUSED = "write_refused"
    KEYCHAIN = "keychain"
    SLOT_TAKEN = "slot_taken"
    OUTSIDE_RULES = "outside_rules"
    NOT_FOUND = "not_found"
    BAD_INPUT = "bad_input"
    PROFILE_NEWER = "profile_newer"
    PROFILE_BUSY = "profile_busy"
    # Shown under `problems`, never the outcome of a command:
    UNREADABLE_EVENT = "unreadable_event"
    EVENTS_GONE = "events_gone"
    NEEDS_ATTENTION = "needs_attention"
    CONFLICT = "conflict"
    # Entry conditions of the computer itself:
    DISK = "disk"
    DEFECT = "defect"


class Scope(StrEnum):
    """How far a trouble reaches."""

    APP = "app"
    ACCOUNT = "account"
    CALENDAR = "calendar"
    BOOKING = "booking"


PASSING = frozenset({Code.OFFLINE, Code.ICLOUD_DOWN, Code.SLOW_DOWN, Code.BLOCKED, Code.PROFILE_BUSY})
"""Troubles that go away by themselves: the work waits and is tried again."""

NO_ANSWER = "the open window does not answer"
"""Detail of a `profile_busy`: a second start could not bring the first to the front."""

UPDATED = "the app was updated while it was open"
"""Detail of a `profile_newer`: the window that is open and the program on the disk are of two versions."""

USAGE = frozenset({Code.BAD_INPUT})
"""Troubles of wrong usage or input: the command exits 2."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure.

    `subject` is what a person needs to recognise the thing: a calendar's name where the calendar itself is gone or
    gives nothing (scope CALENDAR), else a whole sentence. It may hold private text, so it is shown but never logged.
    `detail` is a short technical fact that is safe to log (an HTTP status, an exception's class). `retry_after` is in
    seconds. The rest are facts the words need: `count` of what the code is about (calendars found, coming bookings in
    a lost calendar, refusals in a row), `clock_off` in seconds, positive if this computer is ahead of Apple, and
    `in_use`: the password that was refused is the one that worked before.
    """

    code: Code
    scope: Scope = Scope.APP
    subject: str = ""
    detail: str = field(default="")
    retry_after: float | None = None
    count: int = 0
    clock_off: float | None = None
    in_use: bool = False

    @property
    def passing(self) -> bool:
        return self.code in PASSING


class Failure(Exception):  # noqa: N818 - named for the domain; an "error" here is a defect
    """Carries a `Trouble` up to whoever words it. Its text is safe to log: code and detail only."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(f"{trouble.code}: {trouble.detail}" if trouble.detail else str(trouble.code))
        self.trouble = trouble


def fail(code: Code, subject: str = "", *, scope: Scope = Scope.APP, detail: str = "") -> Failure:
    """Shorthand for `raise fail(Code.NOT_FOUND, "no such booking")`."""
    return Failure(Trouble(code, scope, subject, detail))


def of_password_in_use(trouble: Trouble) -> Trouble:
    """`trouble` as met with the password that worked before: a refused sign-in then means something else."""
    return replace(trouble, in_use=True) if trouble.code is Code.SIGN_IN_REFUSED else trouble
