"""The object of a new booking, read back by two independent readers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]

from tests.ical.texts import at
from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.ical.calendar_file import calendar_file
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.writing import fold, text_value

READ: Any = icalendar.Calendar.from_ical
"""Its types are unions of every kind of value there is."""
NOW = at("2026-11-22 08:00")
ACCOUNT = "/20471163/principal/"
NASTY = 'Ünï 😀👩‍👩‍👧, a;b\\c \\n: "q" ' + "☃" * 60
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca",
         "Europe/Dublin", "America/Sao_Paulo", "Pacific/Apia", "America/St_Johns"]  # fmt: skip


def booking(timezone: str = "Europe/Berlin", start: datetime | None = None, **more: object) -> Booking:
    start = start or at("2026-12-01 09:00")
    facts: dict[str, object] = {
        "id": "b1", "link": "intro", "title": NASTY, "guest": "Ann, B", "email": "ann@example.org",
        "note": "one\ntwo; three, \\four", "start": start, "end": start + timedelta(minutes=45), "timezone": timezone,
        "status": Status.CONFIRMED, "sync": InCloud.WAITING, "calendar": "/1/calendars/home/", "uid": "UID-1",
        "href": "/1/calendars/home/UID-1.ics", "location": "", "meeting_url": "https://meet.example.org/a,b;c?d=e",
        "alarms": (10, 0), "before": 0, "after": 0, "created_at": NOW, "changed_at": NOW,
    }  # fmt: skip
    return Booking(**(facts | more))  # type: ignore[arg-type]


def test_lines_end_and_fold_as_they_must() -> None:
    text = compose(booking(), NOW, ACCOUNT)
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert fold("é" * 100).replace("\r\n ", "") == "é" * 100 + "\r\n"


def test_icalendar_reads_what_was_meant() -> None:
    made = booking()
    event = READ(compose(made, NOW, ACCOUNT)).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == NASTY
    assert (
        str(event["DESCRIPTION"])
        == "Ann, B\nann@example.org\none\ntwo; three, \\four\nhttps://meet.example.org/a,b;c?d=e"
    )
    assert str(event["URL"]) == str(event["LOCATION"]) == made.meeting_url
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (made.start, made.end)
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert (str(event["UID"]), event["SEQUENCE"], str(event["X-WORKESTRA-BOOKING"])) == ("UID-1", 0, "b1")
    assert {event[name].dt for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED")} == {NOW}
    assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [timedelta(minutes=-10), timedelta(0)]
    assert str(event["STATUS"]) == "CONFIRMED" and str(event["TRANSP"]) == "OPAQUE"


def test_vobject_reads_what_was_meant() -> None:
    event = vobject.readOne(compose(booking(), NOW, ACCOUNT)).vevent
    assert event.summary.value == NASTY
    assert event.dtstart.value == at("2026-12-01 09:00")


def test_apple_is_given_no_reason_to_mail_the_guest() -> None:
    text = compose(booking(), NOW, ACCOUNT)
    assert not any(name in text for name in ("METHOD", "ATTENDEE", "ORGANIZER"))


ORGANIZER = "mailto:host@example.com"


def test_an_invitation_asks_the_guest_by_name_and_address() -> None:
    plain, invited = booking(), booking(guest='Ann ^ "B"; C: D, Ünï', invited=True)
    event = READ(compose(invited, NOW, ACCOUNT, ORGANIZER)).walk("VEVENT")[0]
    asked = event["ATTENDEE"]
    assert (str(event["ORGANIZER"]), str(asked)) == (ORGANIZER, "mailto:ann@example.org")
    assert {name: str(value) for name, value in asked.params.items() if name != "CN"} == {
        "CUTYPE": "INDIVIDUAL", "PARTSTAT": "NEEDS-ACTION", "ROLE": "REQ-PARTICIPANT", "RSVP": "TRUE",
    }  # fmt: skip
    whole = compose(invited, NOW, ACCOUNT, ORGANIZER).replace("\r\n ", "")
    assert """ATTENDEE;CN="Ann ^^ ^'B^'; C: D, Ünï";CUTYPE=""" in whole, "RFC 6868"
    assert "METHOD" not in whole
    with_guest = compose(replace(plain, invited=True), NOW, ACCOUNT, ORGANIZER).replace("\r\n ", "").split("\r\n")
    kept = [line for line in with_guest if not line.startswith(("ORGANIZER:", "ATTENDEE;"))]
    assert len(kept) == len(with_guest) - 2
    assert kept == compose(plain, NOW, ACCOUNT).replace("\r\n ", "").split("\r\n"), "nothing else changes"
    assert compose(plain, NOW, ACCOUNT, ORGANIZER) == compose(plain, NOW, ACCOUNT)


@pytest.mark.parametrize("email", ["", "ann", "a b@example.org", "a@example.org\r\nATTENDEE:mailto:x@example.org",
                                   'a"@example.org', "a@b"])  # fmt: skip
def test_no_invitation_goes_to_what_is_no_address(email: str) -> None:
    made = booking(email=email, invited=True)
    lines = compose(made, NOW, ACCOUNT, ORGANIZER).replace("\r\n ", "").split("\r\n")
    assert not any(line.startswith(("ATTENDEE", "ORGANIZER")) for line in lines)


def test_an_odd_address_is_a_uri_and_a_file_invites_nobody() -> None:
    odd = booking(email="a+b&c%d=é@example.org", invited=True)
    text = compose(odd, NOW, ACCOUNT, ORGANIZER).replace("\r\n ", "")
    assert "RSVP=TRUE:mailto:a+b%26c%25d%3D%C3%A9@example.org\r\n" in text, "RFC 6068"
    for without in (compose(odd, NOW, ACCOUNT), calendar_file([odd], NOW)):
        assert not any(name in without for name in ("METHOD", "ATTENDEE", "ORGANIZER"))


def test_a_place_beats_the_meeting_url_and_nothing_is_written_empty() -> None:
    event = READ(compose(booking(location="Room 5, Berlin"), NOW, ACCOUNT)).walk("VEVENT")[0]
    assert str(event["LOCATION"]) == "Room 5, Berlin"
    bare = compose(booking(meeting_url="", guest="", email="", note="", alarms=()), NOW, ACCOUNT)
    assert not any(f"\r\n{name}" in bare for name in ("LOCATION", "URL", "DESCRIPTION", "BEGIN:VALARM"))


def test_no_line_can_be_smuggled_in() -> None:
    text = compose(booking(title="a\r\nATTENDEE:mailto:x@example.org", meeting_url="https://x.org/\r\nMETHOD:PUBLISH",
                           uid="u\nMETHOD:X", note="\x85BEGIN:VALARM\u2028\x0b\x00"), NOW, ACCOUNT)  # fmt: skip
    assert not [line for line in text.splitlines() if line.startswith(("ATTENDEE", "METHOD"))]
    assert text.splitlines() == text.split("\r\n")[:-1]
    assert text_value("\x00\x07a\tb") == "a\tb"


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "GMT"])
def test_utc_is_written_with_a_z(name: str) -> None:
    text = compose(booking(name), NOW, ACCOUNT)
    assert "\r\nDTSTART:20261201T090000Z\r\n" in text
    assert "VTIMEZONE" not in text


@pytest.mark.parametrize("name", ZONES)
def test_the_vtimezone_alone_is_enough(name: str) -> None:
    """Under a name nobody knows, a reader has only our VTIMEZONE: it must give the database's instants for years."""
    where = ZoneInfo(name)
    # The zone is written for the year of the booking; it must hold for the times the host may move it to.
    written = re.sub(r"DTEND;.*\r\n", "", compose(booking(name, at("2026-12-01 09:00")), NOW, ACCOUNT))
    for days in range(0, 4 * 365, 11):
        start = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=days, hours=days % 24)
        if start.astimezone(where).fold:
            continue
        local = f"{start.astimezone(where):%Y%m%dT%H%M%S}"
        text = written.replace(f"{at('2026-12-01 09:00').astimezone(where):%Y%m%dT%H%M%S}", local).replace(
            name, "X-" + name.replace("/", "-")
        )
        assert remote_event(text, "UID-1", "", "", "", BusyPolicy("Asia/Tokyo")).start == start, start
        if days % 220 == 0:
            known = READ(text).walk("VEVENT")[0]["DTSTART"].dt
            assert known.astimezone(UTC) == start, start
