"""The sentences for every trouble: what happened, what it means for the bookings, one next step.

English source texts; the window passes them through Qt's translation, the command prints them as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from workestra_desktop.core.plain import plain
from workestra_desktop.core.trouble import Code, Trouble


@dataclass(frozen=True, slots=True)
class Words:
    """`action` is the label of the one next step."""

    title: str
    message: str
    action: str


_SAFE = "Your bookings are kept here."

_TEXTS: dict[Code, Words] = {
    Code.NOT_CONNECTED: Words(
        "Not connected to iCloud",
        "No Apple Account is connected on this profile. " + _SAFE,
        "Connect",
    ),
    Code.NOT_APP_PASSWORD: Words(
        "That isn't an app-specific password",
        "Apple only lets its own apps use your normal password. An app-specific password has 16 letters, like "
        "abcd-efgh-ijkl-mnop. Nothing was sent.",
        "Get one from Apple",
    ),
    Code.SIGN_IN_REFUSED: Words(
        "Apple didn't accept this sign-in",
        "The e-mail is not the main address of your Apple Account, or the password was mistyped or removed. "
        "Apple doesn't tell apps which. " + _SAFE,
        "Try again",
    ),
    Code.RECONNECT_NEEDED: Words(
        "iCloud needs a new app-specific password",
        "Apple has withdrawn the one in use. That happens when you change your Apple password. "
        "Your bookings and settings are safe.",
        "Paste a new password",
    ),
    Code.OFFLINE: Words(
        "You're offline",
        "iCloud can't be reached from here. Free times are as old as the last reading; " + _SAFE[0].lower() + _SAFE[1:],
        "Try now",
    ),
    Code.BLOCKED: Words(
        "Something between you and Apple answers instead",
        "A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com. Nothing was changed. " + _SAFE,
        "Details",
    ),
    Code.ICLOUD_DOWN: Words(
        "iCloud isn't answering right now",
        "This is on Apple's side. " + _SAFE + " What waits is sent as soon as iCloud is back.",
        "Try now",
    ),
    Code.SLOW_DOWN: Words(
        "iCloud asks for a pause",
        "It had too many requests. " + _SAFE + " The next try comes by itself.",
        "Wait",
    ),
    Code.CLOCK_WRONG: Words(
        "Your computer's clock is wrong",
        "Apple refuses sign-ins when the clock is wrong. " + _SAFE,
        "Set the clock, then try again",
    ),
    Code.NO_CALENDAR: Words(
        "No calendar in this account",
        "The account has no calendar for events. Switch on iCloud Calendar or add one in Apple Calendar.",
        "Look again",
    ),
    Code.NO_WRITABLE_CALENDAR: Words(
        "These calendars are read-only",
        "They can be read, but bookings may not be added to any of them.",
        "Look again",
    ),
    Code.CALENDAR_GONE: Words(
        "A calendar is gone from iCloud",
        "It was deleted or is no longer shared. Nothing was cancelled.",
        "Choose another calendar",
    ),
    Code.WRITE_REFUSED: Words(
        "iCloud refused the change",
        "The calendar may not be changed by you, or iCloud did not take this event. The booking is kept here, "
        "not yet in iCloud.",
        "Choose another calendar",
    ),
    Code.KEYCHAIN: Words(
        "The password isn't in the keychain",
        "The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand. "
        + _SAFE,
        "Enter the password",
    ),
    Code.SLOT_TAKEN: Words("That time is taken", "Nothing was booked or moved.", "Choose another time"),
    Code.OUTSIDE_RULES: Words(
        "That time is outside the link's rules",
        "Nothing was booked or moved.",
        "Choose another time, or book outside the rules",
    ),
    Code.NOT_FOUND: Words("That doesn't exist here", "Nothing was changed.", "Look at the list"),
    Code.BAD_INPUT: Words("That can't be used", "Nothing was changed.", "Correct it and try again"),
    Code.PROFILE_NEWER: Words(
        "This profile was made by a newer Workestra",
        "It was left alone, so nothing is lost.",
        "Update the app",
    ),
    Code.PROFILE_BUSY: Words(
        "Another Workestra is busy with this profile",
        "Nothing was changed. Two never write at once.",
        "Try again in a moment",
    ),
    Code.UNREADABLE_EVENT: Words(
        "An event can't be read",
        "It blocks its time as far as its dates can be read. All other events count as usual.",
        "Open it in Apple Calendar and save it again",
    ),
    Code.EVENTS_GONE: Words(
        "Several bookings' events are gone from iCloud",
        "More than three vanished at once, so nothing was cancelled.",
        "Decide: cancel them or put them back",
    ),
    Code.NEEDS_ATTENTION: Words("A booking needs your attention", _SAFE, "Look at it"),
    Code.DISK: Words(
        "The profile can't be written",
        "The disk is full or read-only, so nothing new can be kept. What was stored before is untouched.",
        "Free some space, then try again",
    ),
    Code.DEFECT: Words(
        "Something went wrong inside Workestra",
        "This is a defect in the app. " + _SAFE,
        "Copy details",
    ),
}

# For these the subject says what happened; it stands before the general sentence.
_SUBJECT_FIRST = frozenset(
    {
        Code.SLOT_TAKEN, Code.OUTSIDE_RULES, Code.NOT_FOUND, Code.BAD_INPUT, Code.NEEDS_ATTENTION, Code.EVENTS_GONE,
        Code.UNREADABLE_EVENT, Code.CALENDAR_GONE, Code.WRITE_REFUSED, Code.CLOCK_WRONG, Code.NO_WRITABLE_CALENDAR,
        Code.KEYCHAIN, Code.OFFLINE, Code.ICLOUD_DOWN, Code.SLOW_DOWN, Code.PROFILE_NEWER, Code.DISK,
        Code.NOT_CONNECTED,
    }
)  # fmt: skip


def words(trouble: Trouble) -> Words:
    """Title, message and next step for `trouble`, ready to show as plain text."""
    texts = _TEXTS[trouble.code]
    if trouble.subject and trouble.code in _SUBJECT_FIRST:
        return Words(texts.title, f"{plain(trouble.subject, 400)} {texts.message}", texts.action)
    return texts
