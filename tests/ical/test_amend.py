"""Amending an event the host may have edited: what is ours changes, every other byte stays (product rule [32])."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ical.texts import at, calendar, event, one
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.trouble import Failure
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.expansion import remote_event

START, END = at("2026-12-02 10:00"), at("2026-12-02 11:00")
NOW = at("2026-11-22 08:00")
VTIMEZONE = "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nX-OURS:no\r\nEND:VTIMEZONE"
EDITED = (
    "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "PRODID:-//Phone//EN",
            VTIMEZONE,
            "BEGIN:VEVENT",
            "CREATED:20261101T000000Z",
            "DTEND;TZID=Europe/Ber",
            " lin:20261201T100000",
            'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-TITLE="Café: DTSTART;x":geo:52',
            "\t.5,13.4",
            "UID:u1",
            "",
            "SEQUENCE:4",
            'DTSTART;X-A="b:c";TZID=Europe/Berlin:20261201T090000',
            "DESCRIPTION:DTSTART:20200101T000000Z\\nDTEND: ☃",
            " DTEND:20200101T000000Z",
            "DTSTAMP:20261101T000000Z",
            "LAST-MODIFIED:20261101T000000Z",
            "BEGIN:VALARM",
            "UID:u1",
            "SEQUENCE:9",
            "DURATION:PT5M",
            "TRIGGER;VALUE=DATE-TIME:20261201T080000Z",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    )
    + "\r\n"
)


def moved(text: str, zone: str = "Europe/Berlin", start: datetime = START, end: datetime = END) -> str:
    return amend(text, "u1", start, end, zone, NOW)


def test_an_edited_event() -> None:
    expected = (
        EDITED.replace("DTEND;TZID=Europe/Ber\r\n lin:20261201T100000", "DTEND;TZID=Europe/Berlin:20261202T120000")
        .replace('DTSTART;X-A="b:c";TZID=Europe/Berlin:20261201T090000', "DTSTART;TZID=Europe/Berlin:20261202T110000")
        .replace("SEQUENCE:4", "SEQUENCE:5")
        .replace("DTSTAMP:20261101T000000Z", "DTSTAMP:20261122T080000Z")
        .replace("LAST-MODIFIED:20261101T000000Z", "LAST-MODIFIED:20261122T080000Z")
    )
    assert moved(EDITED) == expected
    assert moved(EDITED.replace("\r\n", "\n")) == expected.replace("\r\n", "\n")


def test_an_event_already_there_stays_as_it_is() -> None:
    assert moved(EDITED, start=at("2026-12-01 08:00"), end=at("2026-12-01 09:00")) is EDITED
    assert moved(EDITED, "Asia/Kolkata", at("2026-12-01 08:00"), at("2026-12-01 09:00")) is EDITED
    again = moved(EDITED)
    assert moved(again) is again


def test_duration_gives_way_to_dtend_and_a_missing_sequence_is_added() -> None:
    text = one("DTSTART:20261201T090000Z", "DURATION:PT1H", "BEGIN:VALARM", "DURATION:PT1H", "END:VALARM")
    amended = moved(text, "Etc/UTC")
    assert amended == (
        text.replace("DTSTART:20261201T090000Z\r\nDURATION:PT1H",
                     "DTSTART:20261202T100000Z\r\nSEQUENCE:1\r\nDTEND:20261202T110000Z")
        .replace("DTSTAMP:20261101T000000Z", "DTSTAMP:20261122T080000Z")
    )  # fmt: skip


def test_a_missing_zone_is_added_once_and_is_right() -> None:
    text = one("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z")
    amended = moved(text, "America/New_York")
    assert "DTSTART;TZID=America/New_York:20261202T050000\r\n" in amended
    assert amended.count("BEGIN:VTIMEZONE") == 1
    assert moved(amended, "America/New_York", START + timedelta(days=1), END).count("BEGIN:VTIMEZONE") == 1
    # An unknown name leaves only the rules of the file to go by: they say the same.
    blind = amended.replace("America/New_York", "Somewhere")
    assert remote_event(blind, "u1", "", "", "", BusyPolicy("Asia/Tokyo")).start == START


def test_no_end_at_all_and_a_whole_day() -> None:
    for text in (one("DTSTART:20261201T090000Z"), one("DTSTART;VALUE=DATE:20261202")):
        facts = remote_event(moved(text), "u1", "", "", "", BusyPolicy("Europe/Berlin"))
        assert (facts.start, facts.end, facts.all_day) == (START, END, False)


def test_the_second_of_two_equal_wall_clock_times() -> None:
    start = at("2026-10-25 01:30")  # 02:30 winter time, the second one
    facts = remote_event(
        moved(EDITED, start=start, end=start + timedelta(hours=1)), "u1", "", "", "", BusyPolicy("Europe/Berlin")
    )
    assert (facts.start, facts.end) == (start, start + timedelta(hours=1))


@pytest.mark.parametrize(
    "text",
    [
        "", "junk", one("DTSTART:20261201T090000Z").replace("UID:u1", "UID:u2"), one("SUMMARY:no start"),
        one("DTSTART:20261201T090000Z", "RRULE:FREQ=DAILY"), one("DTSTART:20261201T090000Z", "RDATE:20261202T090000Z"),
        one("DTSTART:20261201T090000Z", "RECURRENCE-ID:20261201T090000Z"),
        calendar(event("DTSTART:20261201T090000Z"), event("DTSTART:20261202T090000Z")),
        one("DTSTART:20261201T090000Z").replace("END:VEVENT\r\n", ""),
    ],
)  # fmt: skip
def test_what_is_not_one_plain_event_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"event|components"):
        moved(text)


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(Failure):
        moved(EDITED, "Nowhere/None")


OURS = re.compile(
    r"^(?:DTSTART|DTEND|DURATION|SEQUENCE|DTSTAMP|LAST-MODIFIED)[;:][^\n]*\n(?:[ \t][^\n]*\n)*", re.MULTILINE
)
WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\x85\u2028\u2029"), max_size=90)


@st.composite
def edited(draw: st.DrawFn) -> str:
    """An event with foreign lines, folded anywhere, in any order, with either line end."""
    newline = draw(st.sampled_from(["\r\n", "\n"]))
    name = st.sampled_from(["SUMMARY", "X-APPLE-TRAVEL-START;ROUTING=CAR", 'X-A;B="c:DTEND;d"', "ATTACH", "COMMENT"])
    lines = draw(st.lists(st.builds("{}:{}".format, name, WORDS), max_size=8))
    end = draw(st.sampled_from(["DTEND;TZID=Europe/Berlin:20261201T100000", "DURATION:PT1H"]))
    lines += ["UID:u1", "DTSTART;TZID=Europe/Berlin:20261201T090000", end, "DTSTAMP:20261101T000000Z"]
    lines += draw(st.sampled_from([[], ["SEQUENCE:7"], ["SEQUENCE:7", "LAST-MODIFIED:20261101T000000Z"]]))
    lines = draw(st.permutations(lines))
    folded = []
    for line in lines:
        cut = draw(st.integers(1, 60))
        folded.append(line if cut >= len(line) else line[:cut] + newline + " " + line[cut:])
    alarm = ["BEGIN:VALARM", "TRIGGER:-PT5M", "X-KEPT:1", "END:VALARM"] * draw(st.integers(0, 2))
    body = ["BEGIN:VCALENDAR", *VTIMEZONE.split("\r\n"), "BEGIN:VEVENT", *folded, *alarm, "END:VEVENT", "END:VCALENDAR"]
    return newline.join(body) + newline


def _without_ours(text: str) -> str:
    unfolded_names = re.sub(r"\r?\n[ \t]", "\0", text)  # keeps where folds were, so that a folded name is seen
    kept = [line for line in unfolded_names.splitlines(keepends=True) if not OURS.match(line.replace("\0", ""))]
    return "".join(kept)


@given(edited(), st.integers(0, 10**6), st.integers(1, 600))
def test_every_other_byte_stays(text: str, minute: int, length: int) -> None:
    start = at("2026-12-05") + timedelta(minutes=minute)
    end = start + timedelta(minutes=length)
    amended = moved(text, start=start, end=end)
    assert _without_ours(amended) == _without_ours(text)
    facts = remote_event(amended, "u1", "", "", "", BusyPolicy("Asia/Tokyo"))
    assert (facts.start, facts.end) == (start, end)
    assert f"SEQUENCE:{8 if 'SEQUENCE:7' in re.sub(chr(13) + '?' + chr(10) + ' ', '', text) else 1}" in amended
