"""Every situation of product.md §4 and every error code of cli.md as values: how it comes about, and what is said.

`tests/icloud/test_classifier.py` plays them to the real command and to the real window. Bodies are product.md §4's;
where it has no row for a code, they are what `core/words.py` says today. `{…}` stands for a fact the test knows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.support.servers import PASSWORD
from workestra_desktop.core.snapshot import State
from workestra_desktop.core.trouble import Code
from workestra_desktop.store.profile import FILE, ProfileStore

OTHER = "zzzz-zzzz-zzzz-zzzz"
REGULAR = "Correct-Horse-7"
AWAY = "http://portal.example.net/login"

TAKEN = datetime(2031, 12, 8, 9, 0, tzinfo=UTC)
"""A Monday at 10:00 in Amsterdam: within the first link's hours, but far beyond its window."""

BOOK = ("book", "meeting", "--start", "2031-12-08T10:00+01:00", "--guest", "Jo", "--outside-rules")
CONNECT = ("connect", "--apple-id", ICloud.user, "--password-stdin")


@dataclass
class Scenery:
    """One account with one profile that has three bookings: one in iCloud, two that wait."""

    icloud: ICloud
    profile: Path
    env: dict[str, str] = field(default_factory=dict)
    at: datetime = TAKEN
    """The time that is asked for."""
    version: int = 0

    def refused_before(self) -> None:
        """Notes a first refusal 31 s ago: a test cannot wait that long for the second."""
        store = ProfileStore(self.profile)
        try:
            account = store.account.get()
            assert account is not None
            with store.transaction():
                store.account.put(replace(account, refused_at=datetime.now(UTC) - timedelta(seconds=31)))
        finally:
            store.close()


class Shown(Enum):
    """Where the window tells it."""

    BAR = "the bar above the bookings"
    CONNECT = "the page for the password"
    DIALOG = "the dialog for a new booking"
    BOX = "a box before there is a window"
    NOTICE = "the line for notices"
    NOWHERE = "not at all"


Act = Callable[[Scenery], None]


def _nothing(_: Scenery) -> None:
    """Nothing has to be done."""


@dataclass(frozen=True)
class Situation:
    """`body` is told by both; `in_window` replaces it where the window knows more, such as the next try.

    `fresh`: on a profile that never signed in. `typed` goes to standard input, or into the window's field.
    `why` says why one of the two does not tell it.
    """

    name: str
    code: Code
    title: str
    body: str
    action: str
    cause: Act = _nothing
    mend: Act = _nothing
    line: tuple[str, ...] = ("sync",)
    exit: int = 1
    state: State = State.OFFLINE
    shown: Shown = Shown.BAR
    in_window: str = ""
    fresh: bool = False
    typed: str = PASSWORD
    typed_then: str = PASSWORD
    command: bool = True
    variant: bool = False
    """One more cause of the same: the command is not asked again afterwards, the window is."""
    why: str = ""


def _fault(kind: str, **more: object) -> Act:
    def cause(scene: Scenery) -> None:
        scene.icloud.standin.fault(kind, times=None, **more)  # type: ignore[arg-type]

    return cause


def _status(status: int, **headers: str) -> Act:
    return _fault("status", status=status, headers={n.replace("_", "-"): v for n, v in headers.items()})


def _clear(scene: Scenery) -> None:
    scene.icloud.standin.clear()


def _revoke(scene: Scenery) -> None:
    scene.icloud.standin.revoke()


def _revoke_for_good(scene: Scenery) -> None:
    _revoke(scene)
    scene.refused_before()


def _allow(scene: Scenery) -> None:
    scene.icloud.standin.allow(PASSWORD)


def _clock_off(scene: Scenery) -> None:
    scene.icloud.standin.clock(at=datetime.now(UTC) - timedelta(hours=2, minutes=2, seconds=30))
    scene.icloud.standin.revoke()


def _clock_right(scene: Scenery) -> None:
    scene.icloud.standin.clock()
    _allow(scene)


def _no_calendars(scene: Scenery) -> None:
    scene.icloud.standin.reset([])


def _three_to_read(scene: Scenery) -> None:
    scene.icloud.standin.reset([{"name": n, "displayname": n, "privileges": "read"} for n in ("a", "b", "c")])


def _a_calendar(scene: Scenery) -> None:
    scene.icloud.mkcalendar("mine", "Mine")


def _work_gone(scene: Scenery) -> None:
    scene.icloud.rmcalendar("work")


def _read_only(scene: Scenery) -> None:
    scene.icloud.set_read_only("work")


def _writable(scene: Scenery) -> None:
    scene.icloud.set_read_only("work", read_only=False)


def _phone_books(scene: Scenery) -> None:
    text = event("phone", scene.at, scene.at + timedelta(hours=1), summary="Dentist")
    scene.icloud.put("work", "phone.ics", text)


def _phone_clears(scene: Scenery) -> None:
    scene.icloud.delete(f"{scene.icloud.calendar('work')}phone.ics")


def _newer(scene: Scenery) -> None:
    with closing(sqlite3.connect(scene.profile / FILE)) as database:
        scene.version = int(database.execute("PRAGMA user_version").fetchone()[0])
        database.execute("PRAGMA user_version = 999")


def _as_before(scene: Scenery) -> None:
    with closing(sqlite3.connect(scene.profile / FILE)) as database:
        database.execute(f"PRAGMA user_version = {scene.version}")


def _refusing_keychain(scene: Scenery) -> None:
    scene.env["PYTHON_KEYRING_BACKEND"] = "tests.support.keyring_backend.RefusingKeyring"


def _keychain_back(scene: Scenery) -> None:
    scene.env.clear()


_DOWN = Situation(
    "", Code.ICLOUD_DOWN, "iCloud isn't answering right now", "This is on Apple's side. New bookings wait.", "Try now",
    mend=_clear, in_window="This is on Apple's side. New bookings wait. Next try in 1 min.",
)  # fmt: skip
_BLOCKED = Situation(
    "", Code.BLOCKED, "Something between you and Apple answers instead",
    "A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.", "Details", mend=_clear,
)  # fmt: skip
_PAUSE = Situation(
    "", Code.SLOW_DOWN, "iCloud asks for a pause",
    "It has too much to do. New bookings wait. It asks to wait 2 min.", "Wait", mend=_clear,
    in_window="It has too much to do. New bookings wait. Next try in 2 min.",
)  # fmt: skip

SITUATIONS = (
    Situation(
        "no account", Code.NOT_CONNECTED, "Not connected to iCloud",
        "No Apple Account is connected on this profile. Your bookings are kept here.", "Connect",
        fresh=True, state=State.NOT_CONNECTED, shown=Shown.NOWHERE, why="the window opens at the page for signing in",
    ),
    Situation(
        "regular password typed", Code.NOT_APP_PASSWORD, "That isn't an app-specific password",
        "Apple only lets its own apps use your normal password. An app-specific password has 16 letters, like "
        "abcd-efgh-ijkl-mnop. Nothing was sent.", "Get one from Apple",
        fresh=True, line=CONNECT, typed=REGULAR, state=State.NOT_CONNECTED, shown=Shown.CONNECT,
    ),
    Situation(
        "wrong pair", Code.SIGN_IN_REFUSED, "Apple didn't accept this sign-in",
        "The e-mail is not the main address of your Apple Account, or the password was mistyped or removed. "
        "Apple doesn't tell apps which.", "Try again",
        fresh=True, line=CONNECT, typed=OTHER, state=State.NOT_CONNECTED, shown=Shown.CONNECT,
    ),
    Situation(
        "refused once in use", Code.SIGN_IN_REFUSED, "Apple refused the password in use",
        "It worked until now, so this may pass. Your bookings are kept here. Workestra checks again at the next sync; "
        "you need to do nothing unless this stays.", "Try now",
        cause=_revoke, mend=_allow, state=State.ATTENTION,
        in_window="It worked until now, so this may pass. Your bookings are kept here. Workestra checks again at "
        "{next}; you need to do nothing unless this stays.",
    ),
    Situation(
        "revoked", Code.RECONNECT_NEEDED, "iCloud needs a new app-specific password",
        "Apple has withdrawn the one in use. That happens when you change your Apple password. "
        "Your bookings and settings are safe; 2 changes wait.", "Paste a new password",
        cause=_revoke_for_good,
        mend=lambda scene: scene.icloud.set_password(OTHER), typed_then=OTHER, state=State.ATTENTION,
    ),
    Situation(
        "offline", Code.OFFLINE, "You're offline",
        "Free times are from {last} today; new bookings wait until the connection is back.", "Try now",
        cause=lambda scene: scene.icloud.stop(), mend=lambda scene: scene.icloud.start(),
    ),
    replace(_BLOCKED, name="a login page", cause=_fault("login_page")),
    replace(_BLOCKED, variant=True, name="302 to a portal", cause=_fault("login_page", location=AWAY)),
    replace(_BLOCKED, variant=True, name="moved to a foreign host", cause=_status(301, Location="https://caldav.example.org/")),
    replace(_BLOCKED, variant=True, name="a proxy wants a password", cause=_status(407, Proxy_Authenticate="Basic")),
    replace(_BLOCKED, variant=True, name="511", cause=_status(511)),
    replace(
        _BLOCKED, name="a certificate nobody vouches for", cause=lambda scene: scene.icloud.standin.tls(on=True),
        mend=lambda scene: scene.icloud.standin.tls(on=False), fresh=True, line=CONNECT, state=State.NOT_CONNECTED,
        shown=Shown.CONNECT,
    ),
    replace(_DOWN, name="500", cause=_status(500)),
    replace(_DOWN, variant=True, name="502", cause=_status(502)),
    replace(
        _DOWN, name="503 without a word", cause=_status(503), command=False,
        why="the pauses between the tries are real ones, 6 s: played to one of the two",
    ),
    replace(_DOWN, variant=True, name="504", cause=_status(504)),
    replace(_DOWN, variant=True, name="garbage", cause=_fault("garbage")),
    replace(
        _DOWN, variant=True, name="cut short", cause=_fault("truncate", after=20), shown=Shown.NOWHERE,
        why="the pauses between the tries are real ones, 4 s: played to one of the two",
    ),
    replace(_PAUSE, name="503 with Retry-After", cause=_status(503, Retry_After="90")),
    replace(_PAUSE, variant=True, name="429 with Retry-After", cause=_status(429, Retry_After="90")),
    Situation(
        "clock wrong", Code.CLOCK_WRONG, "Your computer's clock is off by 2 h 03 min",
        "Apple refuses sign-ins when the clock is wrong.", "Try again",
        cause=_clock_off, mend=_clock_right, state=State.ATTENTION,
    ),
    Situation(
        "no calendar", Code.NO_CALENDAR, "No calendar in this account",
        "Switch on iCloud Calendar, or add a calendar in Apple Calendar. Nothing was changed.", "Look again",
        cause=_no_calendars, mend=_a_calendar, fresh=True, line=CONNECT, state=State.NOT_CONNECTED,
        shown=Shown.CONNECT,
    ),
    Situation(
        "no writable calendar", Code.NO_WRITABLE_CALENDAR, "These calendars are read-only",
        "We can read 3 calendars but may not add to any.", "Look again",
        cause=_three_to_read, mend=_a_calendar, fresh=True, line=CONNECT, state=State.NOT_CONNECTED,
        shown=Shown.CONNECT,
    ),
    Situation(
        "write calendar gone", Code.CALENDAR_GONE, "“Work” is gone from iCloud",
        "It was deleted or is no longer shared. 3 coming bookings were in it. Nothing was cancelled.",
        "Choose another calendar", cause=_work_gone, line=BOOK, state=State.ATTENTION,
    ),
    Situation(
        "write refused", Code.WRITE_REFUSED, "iCloud refused the change",
        "The calendar may not be changed by you, or iCloud did not take this event. "
        "The booking is kept here, not yet in iCloud.", "Choose another calendar",
        cause=_fault("status", method="PUT", status=403), mend=_clear, line=BOOK, state=State.ATTENTION,
        shown=Shown.DIALOG,
    ),
    Situation(
        "write calendar read-only", Code.WRITE_REFUSED, "“Work” is read-only",
        "Bookings can't be written to it any more. Nothing was booked or moved.", "Choose another calendar",
        cause=_read_only, mend=_writable, line=BOOK, state=State.WAITING, shown=Shown.DIALOG,
    ),
    Situation(
        "keychain refused", Code.KEYCHAIN, "The password isn't in the keychain",
        "The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand. "
        "Your bookings are kept here.", "Enter the password",
        cause=_refusing_keychain, mend=_keychain_back, state=State.ATTENTION, shown=Shown.NOWHERE,
        why="the window asks for the password on a page of its own (tests/ui/test_engine_sign_in.py)",
    ),
    Situation(
        "slot taken meanwhile", Code.SLOT_TAKEN, "That time is taken",
        "{subject} Nothing was booked or moved.", "Choose another time",
        cause=_phone_books, mend=_phone_clears, line=BOOK, state=State.UP_TO_DATE, shown=Shown.DIALOG,
    ),
    Situation(
        "outside the rules", Code.OUTSIDE_RULES, "That time is outside the link's rules",
        "{subject} Nothing was booked or moved.", "Choose another time, or book outside the rules",
        line=BOOK[:-1], state=State.UP_TO_DATE, shown=Shown.NOWHERE, why="the window offers bookable times only",
    ),
    Situation(
        "no such booking", Code.NOT_FOUND, "That doesn't exist here",
        "There is no booking “nobody”. Nothing was changed.", "Look at the list",
        line=("show", "nobody"), shown=Shown.NOWHERE, why="the window acts on what it lists only",
    ),
    Situation(
        "not an Apple ID", Code.BAD_INPUT, "That can't be used",
        "“host” is not the e-mail address of an Apple Account. Nothing was changed.", "Correct it and try again",
        fresh=True, line=("connect", "--apple-id", "host", "--password-stdin"), exit=2, state=State.NOT_CONNECTED,
        shown=Shown.CONNECT, in_window="An Apple ID is an e-mail address, like you@icloud.com. Nothing was changed.",
    ),
    Situation(
        "a newer profile", Code.PROFILE_NEWER, "This profile was made by a newer Workestra",
        "It was left alone, so nothing is lost. “workestra restore FILE” goes back to an older copy.", "Update the app",
        cause=_newer, mend=_as_before, shown=Shown.BOX,
    ),
    Situation(
        "another one works here", Code.PROFILE_BUSY, "Another Workestra is busy with this profile",
        "Nothing was changed. Two never write at once.", "Try again in a moment",
        shown=Shown.NOTICE, command=False, why="the command waits 30 s for its turn: it is played beside all others",
    ),
)  # fmt: skip
"""Where `mend` is the same as nothing, there is nothing to mend or a test of its own goes on."""

ELSEWHERE = {
    Code.UNREADABLE_EVENT: "a problem that is listed, never the end of a command: test_what_is_only_listed",
    Code.NEEDS_ATTENTION: "a problem that is listed, never the end of a command: test_what_is_only_listed",
    Code.CONFLICT: "a problem that is listed, never the end of a command: test_what_is_only_listed",
    Code.EVENTS_GONE: "a problem that is listed, never the end of a command: test_what_is_only_listed",
    Code.DISK: "no matter of iCloud's: test_a_profile_that_cannot_be_written",
    Code.DEFECT: "a defect cannot be ordered from outside; its words are in tests/core/test_texts.py",
}
