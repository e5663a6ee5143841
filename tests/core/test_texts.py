"""Texts: hostile ones made plain, typed ones checked, troubles worded."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.booking import checked_guest
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


@pytest.mark.parametrize("code", Code)
def test_every_trouble_has_its_words(code: Code) -> None:
    said = words(Trouble(code))
    assert said.title
    assert said.action
    assert said.message.endswith(".")
    assert not said.title.endswith(".")


def test_codes_are_named_as_other_programs_expect() -> None:
    promised = (
        "not_connected not_app_password sign_in_refused reconnect_needed offline blocked icloud_down slow_down"
        " clock_wrong no_calendar no_writable_calendar calendar_gone write_refused keychain slot_taken outside_rules"
        " not_found bad_input profile_newer profile_busy"
    )
    assert {str(code) for code in Code} >= set(promised.split())
    assert all(code.value == code.name.lower() for code in Code)


@pytest.mark.parametrize(
    "code", [Code.SLOT_TAKEN, Code.BAD_INPUT, Code.NOT_FOUND, Code.CALENDAR_GONE, Code.OFFLINE, Code.DISK]
)
def test_the_subject_is_shown_first_and_plain(code: Code) -> None:
    said = words(Trouble(code, subject="“Yoga\u202e\n” is there from 10:00."))
    assert said.message == "“Yoga ” is there from 10:00. " + words(Trouble(code)).message


def test_a_password_typed_wrong_is_never_repeated() -> None:
    assert "hunter2" not in repr(words(Trouble(Code.NOT_APP_PASSWORD, subject="hunter2")))


def test_a_failures_own_text_holds_nothing_private() -> None:
    failure = fail(Code.SLOT_TAKEN, "Dinner with Jo", scope=Scope.BOOKING, detail="http 412")
    assert str(failure) == "slot_taken: http 412"
    assert "Jo" not in repr(failure)
    assert not failure.trouble.passing
    assert fail(Code.OFFLINE).trouble.passing
