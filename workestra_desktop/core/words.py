"""The sentences for every trouble: what happened, what it means for the bookings, one next step.

One table, one row per situation of product.md §4; the first row that fits is told. Templates are English; the window
passes each through Qt's translation, the command tells them as they are. A sentence stands whole in one template:
singular, plural and "not known" are different sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from workestra_desktop.core.disk import (
    Cause,
    cause,
    of_copy_in_passing,
    of_daily_copy,
    of_login_start,
    of_other_file,
    of_output,
)
from workestra_desktop.core.facts import UNKNOWN, English, Facts, Tongue, span_words
from workestra_desktop.core.plain import plain
from workestra_desktop.core.trouble import NO_ANSWER, UPDATED, Code, Scope, Trouble


class Step(Enum):
    """What the app can do about a trouble when its action is chosen."""

    CONNECT = "connect"
    APPLE = "apple"
    SYNC = "sync"
    CALENDARS = "calendars"
    LOOK = "look"
    SETTLE = "settle"
    DETAILS = "details"
    COPY = "copy"
    NONE = "none"
    """Only the host can act, outside the app, or waiting is all."""


@dataclass(frozen=True, slots=True)
class Words:
    """`action` is the label of the one next step, `step` what it does."""

    title: str
    message: str
    action: str
    step: Step


Sentence = str | Callable[[Trouble, Facts], str]
"""A template, or the choice of one by what is known; an empty one is left out."""


@dataclass(frozen=True, slots=True)
class _Row:
    """`subject`: what the trouble says of itself stands before the sentences. `when`: the cases of the code it fits."""

    code: Code
    title: Sentence
    message: tuple[Sentence, ...]
    action: str
    step: Step
    subject: bool = True
    when: Callable[[Trouble], bool] = lambda _: True


# ------------------------------------------------------------------------------------------- sentences with a choice


def _counted(count: int, none: str, one: str, many: str) -> str:
    return none if count == 0 else one if count == 1 else many


def _safe_and_waiting(_: Trouble, facts: Facts) -> str:
    return _counted(
        facts.waiting,
        "Your bookings and settings are safe.",
        "Your bookings and settings are safe; 1 change waits.",
        "Your bookings and settings are safe; {waiting} changes wait.",
    )


def _age_of_free_times(_: Trouble, facts: Facts) -> str:
    if facts.last_poll is not None:
        if facts.today(facts.last_poll):
            return "Free times are from {last} today; new bookings wait until the connection is back."
        return "Free times are from {last}; new bookings wait until the connection is back."
    if facts.now is None:
        return "Free times are as old as the last reading; new bookings wait until the connection is back."
    return "No calendar has been read yet, so no free times are known; new bookings wait until the connection is back."


def _next_try(_: Trouble, facts: Facts) -> str:
    due = facts.next_poll is not None and facts.now is not None and facts.next_poll > facts.now
    return "Next try in {wait}." if due else ""


def _pause(trouble: Trouble, facts: Facts) -> str:
    return _next_try(trouble, facts) or ("It asks to wait {pause}." if trouble.retry_after else "")


def _checked_again(_: Trouble, facts: Facts) -> str:
    if facts.next_poll is None:
        return "Workestra checks again at the next sync; you need to do nothing unless this stays."
    return "Workestra checks again at {next}; you need to do nothing unless this stays."


def _clock_title(trouble: Trouble, _: Facts) -> str:
    if trouble.clock_off is None:
        return "Your computer's clock is wrong"
    return "Your computer's clock is off by {off}"


def _readable(trouble: Trouble, _: Facts) -> str:
    return _counted(
        trouble.count,
        "We can read these calendars but may not add to any.",
        "We can read 1 calendar but may not add to it.",
        "We can read {count} calendars but may not add to any.",
    )


def _gone_title(trouble: Trouble, _: Facts) -> str:
    return "“{subject}” is gone from iCloud" if trouble.subject else "A calendar is gone from iCloud"


def _bookings_in_it(trouble: Trouble, _: Facts) -> str:
    return _counted(trouble.count, "", "1 coming booking was in it.", "{count} coming bookings were in it.")


def _decided_otherwise(trouble: Trouble) -> bool:
    """A change that iCloud did not refuse, but that does not fit the event it holds: `subject` says why."""
    return trouble.scope is Scope.BOOKING and bool(trouble.subject)


def _of_one_calendar(trouble: Trouble) -> bool:
    return trouble.scope is Scope.CALENDAR and bool(trouble.subject)


def _whose_disk(trouble: Trouble, _: Facts) -> str:
    match cause(trouble):
        case Cause.FULL:
            return "The disk is full."
        case Cause.READ_ONLY:
            return "The folder, or the whole disk, is read-only."
        case _:
            return "The disk didn't take it."


def _newest_copy(trouble: Trouble, _: Facts) -> str:
    return "The newest copy is of {subject}." if trouble.subject else "There is no copy yet."


def _way_back(trouble: Trouble, _: Facts) -> str:
    if not trouble.subject:
        return "The app has no copy of it; “workestra restore FILE --yes” goes back to a backup of your own."
    return '“workestra restore "{whole}" --yes” goes back to the newest good copy.'


def _because(what: Cause) -> Callable[[Trouble], bool]:
    return lambda trouble: cause(trouble) is what


# --------------------------------------------------------------------------------------------------------- the table

_SAFE = "Your bookings are kept here."
_NOTHING_NEW = "Nothing new can be kept: no booking is made, moved or cancelled now."
_ALL_ELSE = "All else works: bookings are kept here and written to iCloud as usual."
_GOES_ON = "What was decided before is safe and goes on by itself afterwards."

_ROWS = (
    _Row(
        Code.NOT_CONNECTED, "Not connected to iCloud",
        ("No Apple Account is connected on this profile.", _SAFE),
        "Connect", Step.CONNECT,
    ),
    _Row(
        Code.NOT_APP_PASSWORD, "That isn't an app-specific password",
        ("Apple only lets its own apps use your normal password.",
         "An app-specific password has 16 letters, like abcd-efgh-ijkl-mnop.", "Nothing was sent."),
        "Get one from Apple", Step.APPLE, subject=False,
    ),
    _Row(
        Code.SIGN_IN_REFUSED, "Apple refused the password in use",
        ("It worked until now, so this may pass.", _SAFE, _checked_again),
        "Try now", Step.SYNC, when=lambda trouble: trouble.in_use,
    ),
    _Row(
        Code.SIGN_IN_REFUSED, "Apple refused this sign-in again",
        ("Make a new app-specific password, and type the main address of the Apple Account it belongs to.", _SAFE),
        "Get one from Apple", Step.APPLE, subject=False, when=lambda trouble: trouble.count > 1,
    ),
    _Row(
        Code.SIGN_IN_REFUSED, "Apple didn't accept this sign-in",
        ("The e-mail is not the main address of your Apple Account, or the password was mistyped or removed.",
         "Apple doesn't tell apps which."),
        "Try again", Step.CONNECT, subject=False,
    ),
    _Row(
        Code.RECONNECT_NEEDED, "iCloud needs a new app-specific password",
        ("Apple has withdrawn the one in use.", "That happens when you change your Apple password.", _safe_and_waiting),
        "Paste a new password", Step.CONNECT,
    ),
    _Row(Code.OFFLINE, "You're offline", (_age_of_free_times,), "Try now", Step.SYNC),
    _Row(
        Code.BLOCKED, "Something between you and Apple answers instead",
        ("A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.",),
        "Details", Step.DETAILS,
    ),
    _Row(
        Code.ICLOUD_DOWN, "“{subject}” can't be read right now",
        ("This is on Apple's side.", "What was read of it before still counts.", _next_try),
        "Try now", Step.SYNC, subject=False, when=_of_one_calendar,
    ),
    _Row(
        Code.ICLOUD_DOWN, "iCloud isn't answering right now",
        ("This is on Apple's side.", "New bookings wait.", _next_try),
        "Try now", Step.SYNC,
    ),
    _Row(
        Code.SLOW_DOWN, "iCloud asks for a pause",
        ("It has too much to do.", "New bookings wait.", _pause),
        "Wait", Step.NONE,
    ),
    _Row(
        Code.CLOCK_WRONG, _clock_title,
        ("Apple refuses sign-ins when the clock is wrong.",),
        "Try again", Step.SYNC,
    ),
    _Row(
        Code.NO_CALENDAR, "No calendar in this account",
        ("Switch on iCloud Calendar, or add a calendar in Apple Calendar.", "Nothing was changed."),
        "Look again", Step.SYNC,
    ),
    _Row(Code.NO_WRITABLE_CALENDAR, "These calendars are read-only", (_readable,), "Look again", Step.SYNC),
    _Row(
        Code.CALENDAR_GONE, _gone_title,
        ("It was deleted or is no longer shared.", _bookings_in_it, "Nothing was cancelled."),
        "Choose another calendar", Step.CALENDARS, subject=False,
    ),
    _Row(
        Code.WRITE_REFUSED, "The event in iCloud was left as it is",
        ("The booking is kept here as you decided; its event in iCloud was not changed.",),
        "Look at it", Step.LOOK, when=_decided_otherwise,
    ),
    _Row(
        Code.WRITE_REFUSED, "“{subject}” is read-only",
        ("Bookings can't be written to it any more.", "Nothing was booked or moved."),
        "Choose another calendar", Step.CALENDARS, subject=False, when=_of_one_calendar,
    ),
    _Row(
        Code.WRITE_REFUSED, "iCloud refused the change",
        ("The calendar may not be changed by you, or iCloud did not take this event.",
         "The booking is kept here, not yet in iCloud."),
        "Choose another calendar", Step.CALENDARS,
    ),
    _Row(
        Code.KEYCHAIN, "The password isn't in the keychain",
        ("The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand.",
         _SAFE),
        "Enter the password", Step.CONNECT,
    ),
    _Row(Code.SLOT_TAKEN, "That time is taken", ("Nothing was booked or moved.",), "Choose another time", Step.NONE),
    _Row(
        Code.OUTSIDE_RULES, "That time is outside the link's rules", ("Nothing was booked or moved.",),
        "Choose another time, or book outside the rules", Step.NONE,
    ),
    _Row(
        Code.NOT_FOUND, "The event is gone from iCloud",
        ("The booking is kept here as you decided, not in iCloud.",),
        "Look at it", Step.LOOK, when=_decided_otherwise,
    ),
    _Row(Code.NOT_FOUND, "That doesn't exist here", ("Nothing was changed.",), "Look at the list", Step.NONE),
    _Row(Code.BAD_INPUT, "That can't be used", ("Nothing was changed.",), "Correct it and try again", Step.NONE),
    _Row(
        Code.PROFILE_NEWER, "Workestra was updated",
        ("This window is still the older version.", "Your bookings are kept."),
        "Quit it and start it again", Step.NONE,
        when=lambda trouble: trouble.detail == UPDATED,
    ),
    _Row(
        Code.PROFILE_NEWER, "This profile was made by a newer Workestra",
        ("It was left alone, so nothing is lost.", "“workestra restore FILE” goes back to an older copy."),
        "Update the app", Step.NONE,
    ),
    _Row(
        Code.PROFILE_BUSY, "Workestra is running, but doesn't answer",
        ("Its window could not be brought to the front.", "Your bookings are kept."),
        "End it in the system's list of programs, then start it again", Step.NONE,
        when=lambda trouble: trouble.detail == NO_ANSWER,
    ),
    _Row(
        Code.PROFILE_BUSY, "Another Workestra is busy with this profile",
        ("Nothing was changed.", "Two never write at once."),
        "Try again in a moment", Step.NONE,
    ),
    _Row(
        Code.UNREADABLE_EVENT, "An event can't be read",
        ("It blocks its time as far as its dates can be read.", "All other events count as usual."),
        "Open it in Apple Calendar and save it again", Step.NONE,
    ),
    _Row(
        Code.EVENTS_GONE, "Several bookings' events are gone from iCloud",
        ("More than three vanished at once, so nothing was cancelled.",),
        "Decide: cancel them or put them back", Step.SETTLE,
    ),
    _Row(
        Code.CONFLICT, "An event lies on a booking",
        ("It was added or moved there in iCloud.", "Both are kept until you decide."),
        "Decide", Step.LOOK,
    ),
    _Row(Code.NEEDS_ATTENTION, "A booking needs your attention", (_SAFE,), "Look at it", Step.LOOK),
    _Row(
        Code.DISK, "The daily copy of your bookings wasn't made",
        (_whose_disk, _newest_copy, _ALL_ELSE),
        "Free some space, then try again", Step.SYNC, subject=False,
        when=lambda trouble: of_daily_copy(trouble) and cause(trouble) is Cause.FULL,
    ),
    _Row(
        Code.DISK, "The daily copy of your bookings wasn't made",
        (_whose_disk, _newest_copy, _ALL_ELSE),
        "Make the folder “backups” in the profile writable, then try again", Step.SYNC, subject=False,
        when=of_daily_copy,
    ),
    _Row(
        Code.DISK, "That file can't be written",
        (_whose_disk, "What was there before is untouched, and so are the profile and your bookings."),
        "Choose another place for it", Step.NONE, when=of_other_file,
    ),
    _Row(
        Code.DISK, "The result can't be written out",
        (_whose_disk, "What you asked for was done; only its result could not be written."),
        "Ask for it again, to another place", Step.NONE, when=of_output,
    ),
    _Row(
        Code.DISK, "Start at login wasn't changed",
        ("Workestra runs from its disk image, or from a copy that macOS will remove, which is gone at the next login.",
         "All else works as before."),
        "Drag Workestra Desktop into the folder Applications, start it there, then try again", Step.NONE,
        when=of_copy_in_passing,
    ),
    _Row(
        Code.DISK, "Start at login wasn't changed",
        ("The system's list of what starts at login can't be read or written.", "All else works as before."),
        "Change it in the system's settings", Step.NONE, when=of_login_start,
    ),
    _Row(
        Code.DISK, "The profile is damaged",
        ("Its database can't be read as it should; it was left as it is.",
         "Your bookings are still in your iCloud calendar.", _way_back),
        "Restore a copy", Step.NONE, subject=False, when=_because(Cause.DAMAGED),
    ),
    _Row(
        Code.DISK, "The profile's folder is gone",
        ("It was moved, removed or replaced while Workestra was running.", _NOTHING_NEW),
        "Put it back, or start Workestra anew", Step.NONE, when=_because(Cause.GONE),
    ),
    _Row(
        Code.DISK, "The disk is full", (_NOTHING_NEW, _GOES_ON),
        "Free some space, then try again", Step.SYNC, when=_because(Cause.FULL),
    ),
    _Row(
        Code.DISK, "The profile is read-only", (_NOTHING_NEW, _GOES_ON),
        "Make its folder writable, then try again", Step.SYNC, when=_because(Cause.READ_ONLY),
    ),
    _Row(
        Code.DISK, "The profile can't be written",
        ("The disk is full or read-only, so nothing new can be kept.", "What was stored before is untouched."),
        "Free some space, then try again", Step.SYNC,
    ),
    _Row(
        Code.DEFECT, "Something went wrong inside Workestra",
        ("This is a defect in the app.", _SAFE),
        "Copy details", Step.COPY, subject=False,
    ),
)  # fmt: skip


_ENGLISH = English()


def words(trouble: Trouble, facts: Facts = UNKNOWN, tongue: Tongue = _ENGLISH) -> Words:
    """Title, message and next step for `trouble`, ready to show as plain text."""
    row = next(r for r in _ROWS if r.code is trouble.code and r.when(trouble))
    values = _values(trouble, facts, tongue)

    def told(sentence: Sentence) -> str:
        template = sentence if isinstance(sentence, str) else sentence(trouble, facts)
        return tongue.say(template).format_map(values) if template else ""

    said = [text for text in map(told, row.message) if text]
    if row.subject and trouble.subject:
        said.insert(0, plain(tongue.again(trouble.subject), 400))
    return Words(told(row.title), " ".join(said), tongue.say(row.action), row.step)


def _values(trouble: Trouble, facts: Facts, tongue: Tongue) -> dict[str, str]:
    """What the templates may name; what is not known has no sentence that names it."""
    values = {"subject": plain(trouble.subject, 80), "count": str(trouble.count), "waiting": str(facts.waiting)}
    values["whole"] = plain(trouble.subject, 400)
    if trouble.retry_after is not None:
        values["pause"] = span_words(trouble.retry_after, tongue)
    if trouble.clock_off is not None:
        values["off"] = span_words(trouble.clock_off, tongue)
    if facts.last_poll is not None:
        values["last"] = tongue.time(facts.last_poll, facts)
    if facts.next_poll is not None:
        values["next"] = tongue.time(facts.next_poll, facts)
        if facts.now is not None:
            values["wait"] = span_words((facts.next_poll - facts.now).total_seconds(), tongue)
    return values
