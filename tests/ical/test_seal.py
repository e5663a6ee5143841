"""The marker by which a second computer knows a booking's event, and all that must not pass for one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.example import BOOKING
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.calendar_file import calendar_file
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.seal import read_seal, seal, seal_on

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
MINE, THEIRS = "/20471163/principal/", "/20471164/principal/"
FULL = replace(
    BOOKING,
    guest="Ada, Countess; \\of Lovelace",
    email="ada@example.org",
    note="Bring\n\nthe engine; please",
    meeting_url="https://meet.example.org/a,b;c?d=e",
    alarms=(1440, 10, 0),
    before=5,
    after=10,
)


def test_all_that_is_shown_of_a_booking_comes_back() -> None:
    found = read_seal(compose(FULL, NOW, MINE))
    assert found is not None
    for name in (
        "uid", "link", "title", "guest", "email", "note", "location", "meeting_url", "alarms", "before", "after",
        "timezone",
    ):  # fmt: skip
        assert getattr(found, name) == getattr(FULL, name), name
    assert (found.booking, found.created_at) == (FULL.id, NOW)
    room = read_seal(compose(replace(FULL, location="Room 5", note="", email="", alarms=()), NOW, MINE))
    assert room is not None
    assert (room.location, room.note, room.email, room.alarms) == ("Room 5", "", "", ())
    bare = read_seal(compose(replace(FULL, meeting_url="", note="", timezone="UTC"), NOW, MINE))
    assert bare is not None
    assert (bare.meeting_url, bare.note, bare.timezone) == ("", "", None)


def test_what_the_host_took_out_of_the_description_is_not_kept_elsewhere() -> None:
    text = compose(FULL, NOW, MINE)
    assert text.count("Bring") == 1
    found = read_seal(text.replace("Bring", "Gone"))
    assert found is not None
    assert found.note == FULL.note.replace("Bring", "Gone")


def test_the_seal_fits_this_account_uid_and_booking_alone() -> None:
    text = compose(FULL, NOW, MINE)
    assert seal_on(text, MINE) == seal(MINE, FULL.uid, FULL.id)
    assert seal_on(text, MINE.rstrip("/")) == seal_on(text, MINE), "a slash more is no other account"
    assert seal_on(text, THEIRS) == ""
    assert seal_on(text, "") == ""
    copy = text.replace(f"UID:{FULL.uid}", "UID:A-COPY-ON-THE-PHONE")
    assert copy != text and seal_on(copy, MINE) == ""
    other = text.replace(f"BOOKING:{FULL.id}", "BOOKING:b2")
    assert other != text and seal_on(other, MINE) == ""


def test_moving_the_event_leaves_the_seal_as_it_is() -> None:
    text = compose(FULL, NOW, MINE)
    hour = timedelta(hours=1)
    moved = amend(text, FULL.uid, FULL.start + hour, FULL.end + hour, "Asia/Tokyo", NOW)
    assert seal_on(moved, MINE) == seal_on(text, MINE)
    ours = [line for line in text.splitlines() if line.startswith("X-WORKESTRA-")]
    assert [line for line in moved.splitlines() if line.startswith("X-WORKESTRA-")] == ours
    assert len(ours) == 7


def test_a_file_to_take_away_has_no_seal() -> None:
    assert "SEAL" not in calendar_file([FULL], NOW)
    assert "X-WORKESTRA-EMAIL" not in calendar_file([FULL], NOW)


@pytest.mark.parametrize(
    "line",
    [
        "RRULE:FREQ=DAILY",
        "RDATE:20270101T100000Z",
        "RECURRENCE-ID:20270101T100000Z",
        "ORGANIZER:mailto:somebody@example.org",
        "ATTENDEE:mailto:somebody@example.org",
        "STATUS:CANCELLED",
        "X-WORKESTRA-BOOKING:b1",
        "X-WORKESTRA-SEAL:0",
        "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:U1",
        "BEGIN:VALARM",
    ],
)
def test_an_event_that_cannot_stand_for_a_booking_has_no_seal(line: str) -> None:
    text = compose(replace(FULL, alarms=()), NOW, MINE)
    assert seal_on(text, MINE)
    bad = text.replace("STATUS:CONFIRMED", line)
    assert bad != text
    assert seal_on(bad, MINE) == "", line


def test_foreign_text_becomes_plain_and_bounded() -> None:
    """Somebody who knows how to make a seal can write anything."""
    long = "\u202ex" * 100_000
    text = compose(replace(FULL, id="b" * 64), NOW, MINE)
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION", "X-WORKESTRA-GUEST", "X-WORKESTRA-EMAIL", "X-WORKESTRA-LINK"):
        text = text.replace("BEGIN:VEVENT\r\n", f"BEGIN:VEVENT\r\n{name}:a\\n\x07<b>{long}\r\n")
    text = text.replace(f"URL:{FULL.meeting_url}", "URL:javascript:alert(1)").replace(":5/10", ":9999/9999")
    text = text.replace("-PT1440M", "-PT99999M").replace("CREATED:2026", "CREATED:9999")
    found = read_seal(text)
    assert found is not None
    assert (len(found.title), len(found.guest), len(found.location)) == (250, 200, 500)
    assert len(found.note) <= 10_000
    assert (found.email, found.link, found.meeting_url) == ("", "", "")
    assert (found.before, found.after, found.alarms) == (1440, 1440, (10, 0))
    shown = found.title + found.guest + found.note + found.location
    assert not set(shown) & {"\x07", "\u202e"}
    assert read_seal(compose(replace(FULL, id="b" * 65), NOW, MINE)) is None
    assert read_seal(compose(replace(FULL, id="a/../b"), NOW, MINE)) is None


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(0, 2000), st.integers(0, 40))
def test_no_text_breaks_the_reader(noise: str, at: int, cut: int) -> None:
    text = compose(FULL, NOW, MINE)
    garbled = text[:at] + noise + text[at + cut :]
    seal_on(garbled, MINE)
    read_seal(garbled)
