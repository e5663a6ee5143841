"""Texts: hostile ones made plain, typed ones checked, troubles worded."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.booking import checked_guest
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.password import plausible_apple_id, printed_form
from workestra_desktop.core.plain import plain
from workestra_desktop.core.trouble import Code, Failure, Scope, Trouble, fail
from workestra_desktop.core.words import words

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@given(anything, st.integers(1, 50), st.booleans())
def test_plain_text_is_bounded_and_harmless(text: str, limit: int, lines: bool) -> None:
    clean = plain(text, limit, lines=lines)
    assert len(clean) <= limit
    for char in clean:
        assert unicodedata.category(char) not in ("Cs", "Zl", "Zp")
        assert unicodedata.category(char) != "Cc" or (lines and char == "\n")
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert plain(clean, limit, lines=lines) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("  Yoga  ", "Yoga"),
        ("a\r\nb\rc\nd", "a b c d"),
        ("a\tb", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("a\x00\x1b[31mb", "a[31mb"),
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("\ud800x", "x"),
        ("Zoë 👩‍🏫 & <b>", "Zoë 👩‍🏫 & <b>"),
        ("", ""),
    ],
)
def test_plain_keeps_what_people_write(text: str, clean: str) -> None:
    assert plain(text) == clean


def test_a_cut_text_says_so_and_lines_stay_on_request() -> None:
    assert plain("abcdef", 4) == "abc…"
    assert plain("abcd", 4) == "abcd"
    assert plain("ab cdef", 4) == "ab…"
    assert plain("a\r\nb\u2028c", lines=True) == "a\nb\nc"
    assert len(plain("x" * 10_000_000)) == 200


@pytest.mark.parametrize(
    "typed",
    [
        "abcd-efgh-ijkl-mnop",
        "abcdefghijklmnop",
        "ABCD EFGH IJKL MNOP",
        " abcd\u2011efgh\u2013ijkl\u00a0mnop\n",
        "a-b-c-d-e-f-g-h-ijklmnop",
    ],
)
def test_an_app_specific_password_is_sent_as_printed(typed: str) -> None:
    assert printed_form(typed) == "abcd-efgh-ijkl-mnop"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abcd-efgh-ijkl-mno",
        "abcd-efgh-ijkl-mnopq",
        "abcd-efgh-ijkl-mn0p",
        "Tr0ub4dor&3",
        "äbcd-efgh-ijkl-mnop",
        "abcd_efgh_ijkl_mnop",
        "аbcd-efgh-ijkl-mnop",
        "ıbcd-efgh-ijkl-mnop",
        "abcd-efgh-ijkl-mno\0",
    ],
)
def test_anything_else_is_not_one(typed: str) -> None:
    assert printed_form(typed) is None


@given(anything)
def test_the_printed_form_is_stable(typed: str) -> None:
    printed = printed_form(typed)
    assert printed is None or printed_form(printed) == printed


@pytest.mark.parametrize("typed", ["anna@example.com", " a.b+c@sub.example.co ", "übung@example.com"])
def test_apple_ids(typed: str) -> None:
    assert plausible_apple_id(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "anna@",
        "@example.com",
        "anna@example",
        "a b@example.com",
        "a@b@c.com",
        "anna@example.",
        "a:b@example.com",
        "a\n@example.com",
    ],
)
def test_not_apple_ids(typed: str) -> None:
    assert not plausible_apple_id(typed)


def test_a_guest_is_trimmed() -> None:
    assert checked_guest("  Jo\t Doe ", " jo@example.com ", " a\r\nb ") == ("Jo Doe", "jo@example.com", "a\nb")
    assert checked_guest("Jo", "", "") == ("Jo", "", "")


@pytest.mark.parametrize(
    ("name", "email", "note"),
    [
        ("", "", ""),
        (" \n", "", ""),
        ("x" * 201, "", ""),
        ("Jo", "jo", ""),
        ("Jo", "jo@example", ""),
        ("Jo", "jo@exa mple.com", ""),
        ("Jo", "a@example.com,b@example.com", ""),
        ("Jo", "Jo <jo@example.com>", ""),
        ("Jo", "jo@example.com\r\nBcc: x@example.com", ""),
        ("Jo", "j" * 250 + "@example.com", ""),
        ("Jo", "", "x" * 10_001),
        ("Jo", "", "a\0b"),
        ("Jo", "", "a\x1b[0m"),
        ("J\ud800", "", ""),
    ],
)
def test_a_guest_no_calendar_could_hold_is_bad_input(name: str, email: str, note: str) -> None:
    with pytest.raises(Failure) as caught:
        checked_guest(name, email, note)
    assert caught.value.trouble.code is Code.BAD_INPUT


NOW = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
"""10:42 in Berlin."""
SOON = NOW + timedelta(seconds=200)
KNOWN = Facts(waiting=2, last_poll=NOW, next_poll=SOON, now=NOW + timedelta(seconds=5), zone="Europe/Berlin")


def gone(count: int) -> Trouble:
    return Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "Bookings", count=count)


def off(seconds: float | None) -> Trouble:
    return Trouble(Code.CLOCK_WRONG, Scope.ACCOUNT, clock_off=seconds)


READ_ONLY = Code.NO_WRITABLE_CALENDAR
REFUSED = Trouble(Code.SIGN_IN_REFUSED, Scope.ACCOUNT)
IN_USE = replace(REFUSED, in_use=True)
WORK = Trouble(Code.ICLOUD_DOWN, Scope.CALENDAR, "Work")
SAFE = "Your bookings are kept here."

# product.md §4 and cli.md's error codes: trouble, facts, title, message, action.
SITUATIONS = {
    "not connected": (
        Trouble(Code.NOT_CONNECTED), KNOWN, "Not connected to iCloud",
        f"No Apple Account is connected on this profile. {SAFE}", "Connect",
    ),
    "regular password typed": (
        Trouble(Code.NOT_APP_PASSWORD), KNOWN, "That isn't an app-specific password",
        ("Apple only lets its own apps use your normal password. An app-specific password has 16 letters, like "
        "abcd-efgh-ijkl-mnop. Nothing was sent."), "Get one from Apple",
    ),
    "wrong pair": (
        REFUSED, KNOWN, "Apple didn't accept this sign-in",
        ("The e-mail is not the main address of your Apple Account, or the password was mistyped or removed. "
        "Apple doesn't tell apps which."), "Try again",
    ),
    "wrong pair again": (
        replace(REFUSED, count=2), KNOWN, "Apple refused this sign-in again",
        "Make a new app-specific password, and type the main address of the Apple Account it belongs to. " + SAFE,
        "Get one from Apple",
    ),
    "refused once": (
        IN_USE, KNOWN, "Apple refused the password in use",
        (f"It worked until now, so this may pass. {SAFE} Workestra checks again at 10:45; you need to do nothing "
        "unless this stays."), "Try now",
    ),
    "refused once, in the command": (
        IN_USE, replace(KNOWN, next_poll=None), "Apple refused the password in use",
        (f"It worked until now, so this may pass. {SAFE} Workestra checks again at the next sync; you need to do "
        "nothing unless this stays."), "Try now",
    ),
    "revoked": (
        Trouble(Code.RECONNECT_NEEDED), KNOWN, "iCloud needs a new app-specific password",
        ("Apple has withdrawn the one in use. That happens when you change your Apple password. Your bookings and "
        "settings are safe; 2 changes wait."), "Paste a new password",
    ),
    "revoked, one waits": (
        Trouble(Code.RECONNECT_NEEDED), Facts(waiting=1), "iCloud needs a new app-specific password",
        ("Apple has withdrawn the one in use. That happens when you change your Apple password. Your bookings and "
        "settings are safe; 1 change waits."), "Paste a new password",
    ),
    "revoked, nothing waits": (
        Trouble(Code.RECONNECT_NEEDED), Facts(), "iCloud needs a new app-specific password",
        ("Apple has withdrawn the one in use. That happens when you change your Apple password. Your bookings and "
        "settings are safe."), "Paste a new password",
    ),
    "offline": (
        Trouble(Code.OFFLINE), KNOWN, "You're offline",
        "Free times are from 10:42 today; new bookings wait until the connection is back.", "Try now",
    ),
    "offline since yesterday": (
        Trouble(Code.OFFLINE), replace(KNOWN, last_poll=NOW - timedelta(days=1)), "You're offline",
        "Free times are from Sun 22 Nov, 10:42; new bookings wait until the connection is back.", "Try now",
    ),
    "offline before the first read": (
        Trouble(Code.OFFLINE), replace(KNOWN, last_poll=None), "You're offline",
        "No calendar has been read yet, so no free times are known; new bookings wait until the connection is back.",
        "Try now",
    ),
    "offline, nothing known": (
        Trouble(Code.OFFLINE), Facts(), "You're offline",
        "Free times are as old as the last reading; new bookings wait until the connection is back.", "Try now",
    ),
    "something in between": (
        Trouble(Code.BLOCKED), KNOWN, "Something between you and Apple answers instead",
        "A Wi-Fi login page, proxy or firewall blocks caldav.icloud.com.", "Details",
    ),
    "iCloud down": (
        Trouble(Code.ICLOUD_DOWN), KNOWN, "iCloud isn't answering right now",
        "This is on Apple's side. New bookings wait. Next try in 4 min.", "Try now",
    ),
    "iCloud down, due now": (
        Trouble(Code.ICLOUD_DOWN), replace(KNOWN, now=SOON), "iCloud isn't answering right now",
        "This is on Apple's side. New bookings wait.", "Try now",
    ),
    "one calendar down": (
        WORK, KNOWN, "“Work” can't be read right now",
        "This is on Apple's side. What was read of it before still counts. Next try in 4 min.", "Try now",
    ),
    "slow down": (
        Trouble(Code.SLOW_DOWN, retry_after=4000), KNOWN, "iCloud asks for a pause",
        "It has too much to do. New bookings wait. Next try in 4 min.", "Wait",
    ),
    "slow down, in the command": (
        Trouble(Code.SLOW_DOWN, retry_after=4000), Facts(), "iCloud asks for a pause",
        "It has too much to do. New bookings wait. It asks to wait 1 h 07 min.", "Wait",
    ),
    "clock behind": (
        off(-7380), KNOWN, "Your computer's clock is off by 2 h 03 min",
        "Apple refuses sign-ins when the clock is wrong.", "Try again",
    ),
    "clock an hour ahead": (
        off(3600), KNOWN, "Your computer's clock is off by 1 h",
        "Apple refuses sign-ins when the clock is wrong.", "Try again",
    ),
    "clock a year behind": (
        off(-365 * 86400), KNOWN, "Your computer's clock is off by 365 days",
        "Apple refuses sign-ins when the clock is wrong.", "Try again",
    ),
    "clock wrong, by what is not known": (
        off(None), KNOWN, "Your computer's clock is wrong",
        "Apple refuses sign-ins when the clock is wrong.", "Try again",
    ),
    "no calendar": (
        Trouble(Code.NO_CALENDAR), KNOWN, "No calendar in this account",
        "Switch on iCloud Calendar, or add a calendar in Apple Calendar. Nothing was changed.", "Look again",
    ),
    "no writable calendar": (
        Trouble(READ_ONLY, count=3), KNOWN, "These calendars are read-only",
        "We can read 3 calendars but may not add to any.", "Look again",
    ),
    "one calendar, not writable": (
        Trouble(READ_ONLY, count=1), KNOWN, "These calendars are read-only",
        "We can read 1 calendar but may not add to it.", "Look again",
    ),
    "no writable calendar, uncounted": (
        Trouble(READ_ONLY), KNOWN, "These calendars are read-only",
        "We can read these calendars but may not add to any.", "Look again",
    ),
    "write calendar gone": (
        gone(4), KNOWN, "“Bookings” is gone from iCloud",
        "It was deleted or is no longer shared. 4 coming bookings were in it. Nothing was cancelled.",
        "Choose another calendar",
    ),
    "write calendar gone, one in it": (
        gone(1), KNOWN, "“Bookings” is gone from iCloud",
        "It was deleted or is no longer shared. 1 coming booking was in it. Nothing was cancelled.",
        "Choose another calendar",
    ),
    "write calendar gone, none in it": (
        gone(0), KNOWN, "“Bookings” is gone from iCloud",
        "It was deleted or is no longer shared. Nothing was cancelled.", "Choose another calendar",
    ),
    "write refused": (
        Trouble(Code.WRITE_REFUSED), KNOWN, "iCloud refused the change",
        ("The calendar may not be changed by you, or iCloud did not take this event. The booking is kept here, not yet "
        "in iCloud."), "Choose another calendar",
    ),
    "calendar made read-only": (
        Trouble(Code.WRITE_REFUSED, Scope.CALENDAR, "Bookings"), KNOWN, "“Bookings” is read-only",
        "Bookings can't be written to it any more. Nothing was booked or moved.", "Choose another calendar",
    ),
    "moved here and in iCloud": (
        Trouble(Code.WRITE_REFUSED, Scope.BOOKING, "It was moved here and in iCloud at the same time."), KNOWN,
        "The event in iCloud was left as it is",
        ("It was moved here and in iCloud at the same time. The booking is kept here as you decided; its event in "
         "iCloud was not changed."),
        "Look at it",
    ),
    "moved here, gone from iCloud": (
        Trouble(Code.NOT_FOUND, Scope.BOOKING, "Its event is gone from iCloud, so it could not be moved."), KNOWN,
        "The event is gone from iCloud",
        ("Its event is gone from iCloud, so it could not be moved. The booking is kept here as you decided, not in "
        "iCloud."), "Look at it",
    ),
    "keychain refused": (
        Trouble(Code.KEYCHAIN), KNOWN, "The password isn't in the keychain",
        "The keychain of this computer is missing, locked or refused, so the app-specific password is not at hand. "
        + SAFE, "Enter the password",
    ),
    "slot taken": (
        Trouble(Code.SLOT_TAKEN, subject="“Dentist” is there."), KNOWN, "That time is taken",
        "“Dentist” is there. Nothing was booked or moved.", "Choose another time",
    ),
    "outside the rules": (
        Trouble(Code.OUTSIDE_RULES), KNOWN, "That time is outside the link's rules", "Nothing was booked or moved.",
        "Choose another time, or book outside the rules",
    ),
    "not found": (
        Trouble(Code.NOT_FOUND), KNOWN, "That doesn't exist here", "Nothing was changed.", "Look at the list",
    ),
    "bad input": (
        Trouble(Code.BAD_INPUT), KNOWN, "That can't be used", "Nothing was changed.", "Correct it and try again",
    ),
    "profile newer": (
        Trouble(Code.PROFILE_NEWER), KNOWN, "This profile was made by a newer Workestra",
        "It was left alone, so nothing is lost. “workestra restore FILE” goes back to an older copy.",
        "Update the app",
    ),
    "profile busy": (
        Trouble(Code.PROFILE_BUSY), KNOWN, "Another Workestra is busy with this profile",
        "Nothing was changed. Two never write at once.", "Try again in a moment",
    ),
    "unreadable event": (
        Trouble(Code.UNREADABLE_EVENT), KNOWN, "An event can't be read",
        "It blocks its time as far as its dates can be read. All other events count as usual.",
        "Open it in Apple Calendar and save it again",
    ),
    "events gone": (
        Trouble(Code.EVENTS_GONE), KNOWN, "Several bookings' events are gone from iCloud",
        "More than three vanished at once, so nothing was cancelled.", "Decide: cancel them or put them back",
    ),
    "conflict": (
        Trouble(Code.CONFLICT, Scope.BOOKING, "“School” lies on “Meeting with Jo”."), KNOWN,
        "An event lies on a booking",
        "“School” lies on “Meeting with Jo”. It was added or moved there in iCloud. Both are kept until you decide.",
        "Decide",
    ),
    "needs attention": (
        Trouble(Code.NEEDS_ATTENTION), KNOWN, "A booking needs your attention", SAFE, "Look at it",
    ),
    "disk": (
        Trouble(Code.DISK), KNOWN, "The profile can't be written",
        "The disk is full or read-only, so nothing new can be kept. What was stored before is untouched.",
        "Free some space, then try again",
    ),
    "defect": (
        Trouble(Code.DEFECT), KNOWN, "Something went wrong inside Workestra",
        f"This is a defect in the app. {SAFE}", "Copy details",
    ),
}  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_in_its_words(situation: str) -> None:
    trouble, facts, title, message, action = SITUATIONS[situation]
    said = words(trouble, facts)
    assert (said.title, said.message, said.action) == (title, message, action)


def test_no_situation_is_left_out() -> None:
    assert {trouble.code for trouble, *_ in SITUATIONS.values()} == set(Code)


@pytest.mark.parametrize("code", Code)
@pytest.mark.parametrize("facts", [Facts(), KNOWN, Facts(next_poll=SOON, last_poll=NOW)])
@pytest.mark.parametrize("scope", Scope)
def test_every_trouble_has_whole_words_whatever_is_known(code: Code, facts: Facts, scope: Scope) -> None:
    for trouble in (Trouble(code, scope), Trouble(code, scope, "{secret}", count=7, in_use=True, retry_after=0)):
        said = words(trouble, facts)
        assert said.title and said.action
        assert said.message.endswith(".")
        assert not said.title.endswith(".")
        assert "{" not in (said.title + said.message).replace("{secret}", "")
        assert "  " not in said.message


def test_codes_are_named_as_other_programs_expect() -> None:
    promised = (
        "not_connected not_app_password sign_in_refused reconnect_needed offline blocked icloud_down slow_down"
        " clock_wrong no_calendar no_writable_calendar calendar_gone write_refused keychain slot_taken outside_rules"
        " not_found bad_input profile_newer profile_busy"
    )
    assert {str(code) for code in Code} >= set(promised.split())
    assert all(code.value == code.name.lower() for code in Code)


@pytest.mark.parametrize(
    "code", [Code.SLOT_TAKEN, Code.BAD_INPUT, Code.NOT_FOUND, Code.KEYCHAIN, Code.OFFLINE, Code.DISK]
)
def test_the_subject_is_shown_first_and_plain(code: Code) -> None:
    said = words(Trouble(code, subject="“Yoga\u202e\n” is there from 10:00."))
    assert said.message == "“Yoga ” is there from 10:00. " + words(Trouble(code)).message


def test_a_calendar_s_name_is_made_plain_and_never_filled_in_twice() -> None:
    hostile = Trouble(Code.CALENDAR_GONE, Scope.CALENDAR, "{count}\u202e\n<b>" + "x" * 200)
    title = words(hostile).title
    assert title.startswith("“{count} <b>xxx") and title.endswith("…” is gone from iCloud")


def test_a_password_typed_wrong_is_never_repeated() -> None:
    assert "hunter2" not in repr(words(Trouble(Code.NOT_APP_PASSWORD, subject="hunter2")))


def test_a_failures_own_text_holds_nothing_private() -> None:
    failure = fail(Code.SLOT_TAKEN, "Dinner with Jo", scope=Scope.BOOKING, detail="http 412")
    assert str(failure) == "slot_taken: http 412"
    assert "Jo" not in repr(failure)
    assert not failure.trouble.passing
    assert fail(Code.OFFLINE).trouble.passing
