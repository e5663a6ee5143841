"""`python3 dev.py live FILE`: the open questions about iCloud, put to a real account in some thirty requests.

It works only inside two calendars it makes and removes them at the end, also when it is interrupted. The answers are
printed as a table and written to FILE as Markdown; neither holds a name, an address or a number of the account.
`docs/live-checklist.md` has the questions that need hands.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TextIO
from urllib.parse import quote, urljoin

from tests.live import questions
from tests.live.answer import Answer, Secrets, markdown, table
from tests.live.hand import Hand, Watch
from tests.live.questions import TITLE, Room
from workestra_desktop import __version__
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.trouble import Code, Failure
from workestra_desktop.desktop.keychain import SERVICE, Keychain
from workestra_desktop.sync.faults import trouble_of
from workestra_desktop.sync.gateway import Gateway
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Wire

PAUSE, PAUSE_ON_LOOPBACK = 1.0, 0.1
"""Seconds between the beginnings of two requests."""

# Question (fact sheet §11), what is believed, how it is asked, what follows in the app and its stand-in.
ASKED: tuple[tuple[str, str, Callable[[Room], str], str], ...] = (
    (
        "Answer to an invalid sync-token", "403 bare; or 403 with valid-sync-token, 412, a full list",
        questions.invalid_token, "Gateway._sync: which statuses mean “list again”; stand-in: invalid_token",
    ),
    (
        "Does a UID filter work?", "412, empty body; or nothing found; or works",
        questions.uid_filter, "nothing asks by UID (follow.py lists instead); stand-in: uid_filter",
    ),
    (
        "Is a moved occurrence found?", "by its old date only",
        questions.moved_occurrence, "Gateway.query and the whole-calendar mirror stay; stand-in: row 20",
    ),
    (
        "Quality of expand", "2 DTSTAMP per VEVENT; or masters only; or nothing",
        questions.expand, "nothing: ical/expansion.py expands; stand-in: expand",
    ),
    (
        "TZID without VTIMEZONE", "201; or 400",
        questions.zone_without_definition, "ical/compose.py always sends one; stand-in: zone_needs_definition",
    ),
    (
        "UID and name again after DELETE", "201; or 412",
        questions.uid_again_after_delete, "core/outbox.py and sync/republish.py: fresh UIDs; stand-in: tombstones",
    ),
    (
        "One UID in two calendars", "412; or 403 with no-uid-conflict",
        questions.uid_in_two_calendars, "Gateway._put: which statuses are Conflict; stand-in: row 25",
    ),
    (
        "DELETE with a stale etag", "412; or 204",
        questions.stale_delete, "Gateway.delete: 204 calls for a look before; stand-in: delete_ignores_stale",
    ),
    (
        "Marks of shares and subscriptions", "shared? subscribed?",
        questions.shares_and_subscriptions, "sync/listing.py: listed() and is_event_calendar(); stand-in: row 9",
    ),
    ("DAV header of OPTIONS", "like CCS", questions.options, "nothing asks; stand-in: OPTIONS"),
    ("Limits", "none known", questions.limits, "sync/dav.py LISTING could ask; product limits"),
    (
        "/.well-known/caldav", "301 to /",
        questions.well_known, "nothing asks: Endpoint starts at /; stand-in: well_known",
    ),
    (
        "Password without dashes", "works",
        questions.no_dashes, "core/password.py printed_form adds them; stand-in: no_dashes",
    ),
    (
        "No User-Agent", "403",
        questions.no_user_agent, "Wire._open always sends one; stand-in: row 5",
    ),
    (
        "schedule-default-calendar-URL", "does not exist",
        questions.default_calendar, "Gateway._default_calendar; stand-in: names_default",
    ),
)  # fmt: skip


class Unfit(Exception):  # noqa: N818 - named for what the run is
    """The run cannot begin, or cannot go on; the text says why and what to do."""


def main(arguments: list[str]) -> int:
    """0: asked and cleaned up. 1: something is left, or it could not be done. 2: not begun. 130: interrupted."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        say(f"{__doc__}\nName the file for the answers.")
        return 2
    target = Path(arguments[0])
    try:
        endpoint, user, password = _account()
        if target.exists():
            raise Unfit(f"{target} is there already. Name another file, or move it away.")
        if not _agreed(endpoint, target):
            say("Nothing was sent.")
            return 2
    except Unfit as unfit:
        say(unfit, sys.stderr)
        return 2
    answers: list[Answer] = []
    secrets = Secrets((user, quote(user), password, password.replace("-", "")))
    return _run(endpoint, user, password, secrets, answers, target)


def _account() -> tuple[Endpoint, str, str]:
    """Where to ask, and as whom. The password comes from the keychain and from nowhere else."""
    try:
        endpoint = Endpoint.parse(os.environ.get("WORKESTRA_ENDPOINT"))
    except Failure as failure:
        raise Unfit(failure.trouble.subject) from None
    user = os.environ.get("WORKESTRA_LIVE_APPLE_ID", "").strip()
    if not user:
        raise Unfit("Set WORKESTRA_LIVE_APPLE_ID to the Apple ID to be asked with.")
    service = f"{SERVICE} (local)" if endpoint.local else SERVICE
    try:
        password = Keychain(local=endpoint.local).read(user)
    except Failure:
        raise Unfit("The keychain of this computer refuses to be read. Unlock it, then try again.") from None
    if not password:
        raise Unfit(
            f"There is no password for this Apple ID in the keychain under “{service}”.\n"
            "Make an app-specific password at account.apple.com, then put it there; this asks for it:\n"
            f'    {sys.executable} -m keyring set "{service}" {user}\n'
            "An account the app is connected to has one there already."
        )
    return endpoint, user, password


def _agreed(endpoint: Endpoint, target: Path) -> bool:
    pause = PAUSE_ON_LOOPBACK if endpoint.local else PAUSE
    say(
        f"This asks {endpoint.url} {len(ASKED)} questions, in some thirty requests, one every {pause:g} s.\n"
        f"- It makes two calendars called “{TITLE}”, writes events into these two only, and removes both at the end,\n"
        "  also after Ctrl+C. They may show on the account's devices for a minute.\n"
        "- It lists the account's calendars to count their sorts. Other events are never read or written.\n"
        "- It signs in once without the dashes of the password and once without a User-Agent.\n"
        f"- The answers go to the screen and to {target}, without the Apple ID, names and numbers of the account.\n"
    )
    try:
        return input("Go on? (yes/no) ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        return False


def _run(endpoint: Endpoint, user: str, password: str, secrets: Secrets, answers: list[Answer], target: Path) -> int:
    watch = Watch(PAUSE_ON_LOOPBACK if endpoint.local else PAUSE)
    hand: Hand | None = None
    outcome = 0
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        home, principal = _discovered(endpoint, user, password, watch)
        hand = Hand(endpoint, user, password, home, watch)
        _ask_all(_room(endpoint, hand, password, home, principal), secrets, answers)
    except KeyboardInterrupt:
        say("\nInterrupted: cleaning up.")
        outcome = 130
    except Unfit as unfit:
        say(secrets.hide(str(unfit)), sys.stderr)
        outcome = 1
    finally:
        # From here on nothing interrupts: it takes two requests.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        left = hand.clean() if hand is not None else []
        if hand is not None:
            hand.close()
    if left:
        say(f"{len(left)} calendar(s) “{TITLE}” could not be removed. Remove them in Apple Calendar.", sys.stderr)
        outcome = outcome or 1
    elif hand is not None:
        say("Both calendars are removed; nothing is left behind.")
    if answers:
        heading = f"iCloud's answers, {datetime.now(UTC):%Y-%m-%d}, Workestra Desktop {__version__}"
        say(f"\n{table(answers)}")
        target.write_text(markdown(answers, heading), "utf-8")
        say(f"{len(answers)} of {len(ASKED)} questions are answered in {target}.")
    return outcome


def _discovered(endpoint: Endpoint, user: str, password: str, watch: Watch) -> tuple[str, str]:
    """Full URLs of home and principal. `Unfit` if the sign-in fails."""
    interrupt = Interrupt()
    wire = Wire(endpoint, user, password, interrupt, sent=watch)
    gateway = Gateway(wire, endpoint, lambda: datetime.now(UTC), pause=interrupt.wait)
    try:
        found = gateway.discover()
    except Failure as failure:
        refused = failure.trouble.code in (Code.SIGN_IN_REFUSED, Code.CLOCK_WRONG)
        hint = "\nThe password in the keychain is not the app-specific one, or is revoked." if refused else ""
        raise Unfit(f"Signing in failed: {failure}.{hint}") from None
    finally:
        gateway.close()
    return found.home, urljoin(endpoint.url, found.principal)


def _room(endpoint: Endpoint, hand: Hand, password: str, home: str, principal: str) -> Room:
    first, made = hand.mkcalendar(TITLE)
    second, also = hand.mkcalendar(TITLE) if made.status == 201 else ("", made)
    if also.status != 201:
        raise Unfit(f"MKCALENDAR was answered {also.status}: without calendars of its own this asks nothing.")
    today = datetime.now(UTC).replace(hour=10, minute=0, second=0, microsecond=0)
    return Room(endpoint, hand, password, home, principal, first, second, today + timedelta(days=90))


def _ask_all(room: Room, secrets: Secrets, answers: list[Answer]) -> None:
    for number, (question, believed, ask, change) in enumerate(ASKED, 1):
        say(f"{number:2}/{len(ASKED)} {question}")
        try:
            said = ask(room)
        except Exception as error:  # noqa: BLE001 - one question that fails is an answer too, and the others are asked
            trouble = trouble_of(error)
            said = f"no answer: {trouble.code} ({trouble.detail})"
        answers.append(Answer(question, believed, secrets.hide(said), change))
        if "HTTP 503" in said or "HTTP 429" in said:
            raise Unfit("The server asks to be left alone (503 or 429). Try again tomorrow.")


def say(text: object, to: TextIO | None = None) -> None:
    """One line to the terminal, at once."""
    stream = to or sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
