"""What time a calendar object takes: the cases of product rules [02–09], [13–19], as tables."""

from __future__ import annotations

import time

import pytest

from tests.ical.texts import BERLIN, DECEMBER, at, calendar, event, one, span, taken, times
from workestra_desktop.core.calendar import AllDay, BusyPolicy, Reason
from workestra_desktop.ical.expansion import expand

NINE = "DTSTART;TZID=Europe/Berlin:20261201T090000", "DTEND;TZID=Europe/Berlin:20261201T100000"
DAILY3 = (*NINE, "RRULE:FREQ=DAILY;COUNT=3")
ODD_ZONE = "\r\n".join(
    ["BEGIN:VTIMEZONE", "TZID:Plus Five", "BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0500",
     "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE"]
)  # fmt: skip
LYING_BERLIN = ODD_ZONE.replace("Plus Five", "Europe/Berlin")
OUTLOOK = "\r\n".join(
    ["BEGIN:VTIMEZONE", r"TZID:(UTC+01:00) Amsterdam\, Berlin", "BEGIN:STANDARD", "DTSTART:16010101T030000",
     "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
     "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
     "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"]
)  # fmt: skip


def override(day: str, *lines: str, future: str = "") -> str:
    return event(f"RECURRENCE-ID{future};TZID=Europe/Berlin:{day}T090000", *lines)


def berlin(start: str, end: str) -> tuple[str, str]:
    return f"DTSTART;TZID=Europe/Berlin:{start}", f"DTEND;TZID=Europe/Berlin:{end}"


def nine(day: str) -> tuple[str, str]:
    return berlin(f"{day}T090000", f"{day}T100000")


CASES: dict[str, tuple[str, list[str]]] = {
    "utc": (one("DTSTART:20261201T090000Z", "DTEND:20261201T093000Z"), ["01 09:00 30"]),
    "zone": (one(*NINE), ["01 08:00 60"]),
    "floating is the host's zone": (one("DTSTART:20261201T090000", "DTEND:20261201T100000"), ["01 08:00 60"]),
    "duration": (one(NINE[0], "DURATION:PT1H30M"), ["01 08:00 90"]),
    "two zones": (one(NINE[0], "DTEND;TZID=Asia/Kolkata:20261201T143000"), ["01 08:00 60"]),
    "only a start": (one(NINE[0]), []),
    "zero": (one(NINE[0], "DTEND;TZID=Europe/Berlin:20261201T090000"), []),
    "days are days here": (
        one("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"), ["23 23:00 4320"]),
    "a day without end": (one("DTSTART;VALUE=DATE:20261224"), ["23 23:00 1440"]),
    "a day that ends when it begins": (
        one("DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"), ["23 23:00 1440"]),
    "a date without VALUE": (one("DTSTART:20261224", "DTEND:20261225"), ["23 23:00 1440"]),
    "over night and more": (one(*berlin("20261201T220000", "20261204T060000")), ["01 21:00 3360"]),
    "travel": (one(*NINE, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M"), ["01 07:30 90"]),
    "travel both ways": (
        one(*NINE, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M", "X-APPLE-TRAVEL-RETURN-DURATION:PT15M"),
        ["01 07:30 105"]),
    "path in TZID": (
        one("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261201T090000", "DURATION:PT1H"),
        ["01 08:00 60"]),
    "quoted TZID": (one('DTSTART;TZID="Europe/Berlin":20261201T090000', "DURATION:PT1H"), ["01 08:00 60"]),
    "windows name": (one("DTSTART;TZID=Eastern Standard Time:20261201T090000", "DURATION:PT1H"), ["01 14:00 60"]),
    "offset as name": (one("DTSTART;TZID=GMT+0200:20261201T090000", "DURATION:PT1H"), ["01 07:00 60"]),
    "the file's own zone": (
        calendar(ODD_ZONE, event("DTSTART;TZID=Plus Five:20261201T090000", "DURATION:PT1H")), ["01 04:00 60"]),
    "outlook's zone": (
        calendar(OUTLOOK, event('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261201T090000', "DURATION:PT1H")),
        ["01 08:00 60"]),
    "a right name beats a wrong VTIMEZONE": (calendar(LYING_BERLIN, event(*NINE)), ["01 08:00 60"]),
    "daily": (one(*DAILY3), ["01 08:00 60", "02 08:00 60", "03 08:00 60"]),
    "begun years ago": (
        one(*nine("20150105"), "RRULE:FREQ=WEEKLY;INTERVAL=2"),
        ["07 08:00 60", "21 08:00 60"]),
    "until a date takes in that day": (
        one(*NINE, "RRULE:FREQ=DAILY;UNTIL=20261202"), ["01 08:00 60", "02 08:00 60"]),
    "until utc": (
        one(*NINE, "RRULE:FREQ=DAILY;UNTIL=20261202T080000Z"), ["01 08:00 60", "02 08:00 60"]),
    "until utc, a second before": (one(*NINE, "RRULE:FREQ=DAILY;UNTIL=20261202T075959Z"), ["01 08:00 60"]),
    "until floating": (one(*NINE, "RRULE:FREQ=DAILY;UNTIL=20261202T090000"), ["01 08:00 60", "02 08:00 60"]),
    "exdate": (one(*DAILY3, "EXDATE;TZID=Europe/Berlin:20261202T090000"), ["01 08:00 60", "03 08:00 60"]),
    "exdate utc": (one(*DAILY3, "EXDATE:20261202T080000Z,20261203T080000Z"), ["01 08:00 60"]),
    "exdate day": (one(*DAILY3, "EXDATE;VALUE=DATE:20261202"), ["01 08:00 60", "03 08:00 60"]),
    "exdate of the first": (one(*DAILY3, "EXDATE;TZID=Europe/Berlin:20261201T090000"), ["02 08:00 60", "03 08:00 60"]),
    "exdate of whole days": (
        one("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261202"),
        ["30 23:00 1440", "02 23:00 1440"]),
    "exdate of a whole day as the host's midnight in utc": (
        one("DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261201T230000Z"),
        ["30 23:00 1440", "02 23:00 1440"]),
    "rdate": (one(*NINE, "RDATE;TZID=Europe/Berlin:20261205T110000,20261206T110000"),
              ["01 08:00 60", "05 10:00 60", "06 10:00 60"]),
    "rdate period": (
        one(*NINE, "RDATE;VALUE=PERIOD:20261205T110000Z/PT3H,20261206T110000Z/20261206T113000Z"),
        ["01 08:00 60", "05 11:00 180", "06 11:00 30"]),
    "a start the rule leaves out counts": (
        one(*NINE, "RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2"), ["01 08:00 60", "02 08:00 60", "09 08:00 60"]),
    "moved occurrence": (
        calendar(event(*DAILY3), override("20261202", *berlin("20261210T150000", "20261210T160000"))),
        ["01 08:00 60", "03 08:00 60", "10 14:00 60"]),
    "override before its master": (
        calendar(override("20261202", *berlin("20261210T150000", "20261210T160000")), event(*DAILY3)),
        ["01 08:00 60", "03 08:00 60", "10 14:00 60"]),
    "moved from far away": (
        calendar(event(*nine("20200106"), "RRULE:FREQ=WEEKLY;COUNT=4"),
                 override("20200113", *berlin("20261210T150000", "20261210T160000"))),
        ["10 14:00 60"]),
    "moved far away": (
        calendar(event(*DAILY3), override("20261202", *berlin("20300110T150000", "20300110T160000"))),
        ["01 08:00 60", "03 08:00 60"]),
    "named in utc": (
        calendar(event(*DAILY3), event("RECURRENCE-ID:20261202T080000Z",
                                        *berlin("20261210T150000", "20261210T160000"))),
        ["01 08:00 60", "03 08:00 60", "10 14:00 60"]),
    "cancelled occurrence": (
        calendar(event(*DAILY3), override("20261202", *nine("20261202"), "STATUS:CANCELLED")),
        ["01 08:00 60", "03 08:00 60"]),
    "free occurrence": (
        calendar(event(*DAILY3), override("20261202", *nine("20261202"), "TRANSP:TRANSPARENT")),
        ["01 08:00 60", "03 08:00 60"]),
    "busy occurrence of a free series": (
        calendar(event(*DAILY3, "TRANSP:TRANSPARENT"), override("20261202", *nine("20261202"))),
        ["02 08:00 60"]),
    "an occurrence's own travel": (
        calendar(event(*DAILY3, "X-APPLE-TRAVEL-DURATION:PT10M"),
                 override("20261202", *nine("20261202"), "X-APPLE-TRAVEL-DURATION:PT1H")),
        ["01 07:50 70", "02 07:00 120", "03 07:50 70"]),
    "this and future": (
        calendar(event(*nine("20261201"), "RRULE:FREQ=DAILY;COUNT=4"),
                 override("20261203", *berlin("20261203T140000", "20261203T160000"), future=";RANGE=THISANDFUTURE")),
        ["01 08:00 60", "02 08:00 60", "03 13:00 120", "04 13:00 120"]),
    "this and future, named in utc": (
        calendar(event(*nine("20261201"), "RRULE:FREQ=DAILY;COUNT=4"),
                 event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261203T080000Z",
                       *berlin("20261203T140000", "20261203T160000"))),
        ["01 08:00 60", "02 08:00 60", "03 13:00 120", "04 13:00 120"]),
    "this and future cancelled": (
        calendar(event(*DAILY3), override("20261202", *nine("20261202"), "STATUS:CANCELLED",
                                          future=";RANGE=THISANDFUTURE")),
        ["01 08:00 60"]),
    "overrides without a master": (
        calendar(override("20261202", *berlin("20261202T110000", "20261202T120000")),
                 override("20261203", *berlin("20261203T110000", "20261203T120000"))),
        ["02 10:00 60", "03 10:00 60"]),
    "the newest of two overrides": (
        calendar(event(*DAILY3), override("20261202", *berlin("20261202T110000", "20261202T120000"), "SEQUENCE:2"),
                 override("20261202", *berlin("20261202T170000", "20261202T180000"), "SEQUENCE:1")),
        ["01 08:00 60", "02 10:00 60", "03 08:00 60"]),
    "two stamps, a wrong VALUE and nothing in it": (
        one("DTSTAMP:20200101T000000Z", "DTSTAMP;VALUE=DATE:19760401T000000Z", "SUMMARY:", "DESCRIPTION:", *NINE),
        ["01 08:00 60"]),
    "folded, lower case, LF only, BOM": (
        "\ufeff" + one("dtstart;tzid=Europe/B\r\n erlin:202612\r\n\t01T090000", "Duration:PT1H").replace("\r\n", "\n"),
        ["01 08:00 60"]),
    "an alarm's own times are not the event's": (
        one(*NINE, "BEGIN:VALARM", "TRIGGER:-PT5M", "DURATION:PT9H", "SUMMARY:x", "END:VALARM"), ["01 08:00 60"]),
    "not an event": (calendar("BEGIN:VTODO", "DTSTART:20261201T090000Z", "DUE:20261202T090000Z", "END:VTODO"), []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    text, expected = CASES[name]
    expansion = taken(text)
    assert (times(expansion), expansion.problem) == (expected, "")


def test_a_series_keeps_its_hour_over_a_change_of_clocks() -> None:
    text = one("DTSTART;TZID=Europe/Berlin:20261023T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4")
    assert times(taken(text, span("2026-10-01", "2026-11-01"))) == [
        "23 07:00 60", "24 07:00 60", "25 08:00 60", "26 08:00 60"]  # fmt: skip
    floating = text.replace(";TZID=Europe/Berlin", "")
    new_york = taken(floating, span("2026-10-01", "2026-11-01"), BusyPolicy("America/New_York"))
    assert times(new_york) == ["23 13:00 60", "24 13:00 60", "25 13:00 60", "26 13:00 60"]


def test_a_start_in_the_gap_is_an_instant_that_exists() -> None:
    text = one("DTSTART;TZID=Europe/Berlin:20270326T023000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=4")
    found = times(taken(text, span("2027-03-01", "2027-04-01")))
    assert found == ["26 01:30 60", "27 01:30 60", "28 01:30 60", "29 00:30 60"]
    # 28 01:30 UTC is 03:30 summer time: the wall clock has no 02:30 that day.


def test_whole_days_over_a_change_of_clocks() -> None:
    text = one("DTSTART;VALUE=DATE:20261025", "RRULE:FREQ=DAILY;COUNT=2")
    assert times(taken(text, span("2026-10-01", "2026-11-01"))) == ["24 22:00 1500", "25 23:00 1440"]


def test_a_day_long_duration_is_nominal_and_hours_are_exact() -> None:
    for duration, minutes in (("P1D", 1500), ("PT24H", 1440)):
        text = one("DTSTART;TZID=Europe/Berlin:20261024T120000", f"DURATION:{duration}")
        assert times(taken(text, span("2026-10-01", "2026-11-01"))) == [f"24 10:00 {minutes}"]


ME = BusyPolicy(BERLIN, frozenset({"mailto:ann@example.org", "urn:uuid:77", "/123/principal/"}))


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([], Reason.BUSY),
        (["TRANSP:OPAQUE"], Reason.BUSY),
        (["TRANSP:TRANSPARENT"], None),
        (["transp:transparent"], None),
        (["STATUS:CANCELLED"], None),
        (["STATUS:TENTATIVE"], Reason.TENTATIVE),
        (["X-MICROSOFT-CDO-BUSYSTATUS:FREE"], None),
        (["X-APPLE-EWS-BUSYSTATUS:FREE"], None),
        (["X-APPLE-EWS-BUSYSTATUS:FREE", "TRANSP:OPAQUE"], Reason.BUSY),
        (["X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE"], Reason.TENTATIVE),
        (["ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org"], None),
        (["ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ann@Example.org"], None),
        (["ATTENDEE;PARTSTAT=DECLINED;EMAIL=ann@example.org:urn:x-uid:9"], None),
        (['ATTENDEE;CN="A; B: C";PARTSTAT="DECLINED";EMAIL="Ann@example.org":/9/principal/'], None),
        (["ATTENDEE;PARTSTAT=DECLINED:urn:uuid:77"], None),
        (["ATTENDEE;PARTSTAT=DECLINED:/123/principal"], None),
        (["ATTENDEE;PARTSTAT=DECLINED:https://p01-caldav.icloud.com/123/principal/"], None),
        (["ATTENDEE;PARTSTAT=DECLINED:mailto:joann@example.org"], Reason.BUSY),
        (["ATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org.uk"], Reason.BUSY),
        (["ATTENDEE;PARTSTAT=TENTATIVE:mailto:ann@example.org"], Reason.TENTATIVE),
        (["ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@example.org"], Reason.UNANSWERED),
        (["ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:bob@example.org"], Reason.BUSY),
        (["ATTENDEE;PARTSTAT=DECLINED:urn:uuid:77", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org"], Reason.BUSY),
    ],
)
def test_reason(lines: list[str], reason: Reason | None) -> None:
    blocks = taken(one(*NINE, *lines), policy=ME).blocks
    assert [block.reason for block in blocks] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("line", "policy"),
    [
        ("STATUS:TENTATIVE", BusyPolicy(BERLIN, tentative_blocks=False)),
        (
            "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ann@example.org",
            BusyPolicy(BERLIN, ME.own_addresses, unanswered_blocks=False),
        ),
    ],
)
def test_the_switches(line: str, policy: BusyPolicy) -> None:
    assert taken(one(*NINE, line), policy=policy).blocks == ()
    assert len(taken(one(*NINE), policy=policy).blocks) == 1


@pytest.mark.parametrize(
    ("how", "free_blocks", "busy_blocks"),
    [(AllDay.FOLLOW, False, True), (AllDay.ALWAYS, True, True), (AllDay.NEVER, False, False)],
)
def test_whole_days_by_policy(how: AllDay, free_blocks: bool, busy_blocks: bool) -> None:
    policy = BusyPolicy(BERLIN, all_day=how)
    for line, expected in (("TRANSP:TRANSPARENT", free_blocks), ("TRANSP:OPAQUE", busy_blocks)):
        blocks = taken(one("DTSTART;VALUE=DATE:20261224", line), policy=policy).blocks
        assert [block.reason for block in blocks] == [Reason.ALL_DAY] * expected
    assert taken(one("DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"), policy=policy).blocks == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (one("DTSTART:2026-12-01T09:00:00.000Z", "DTEND:2026-12-01T10:00Z"), ["01 09:00 60"]),
        (one(*NINE).split("END:VEVENT")[0], ["01 08:00 60"]),
        (one(*NINE, "RRULE:FREQ=WEEKLY;BYDAY=XX;UNTIL=20261202"), ["01 08:00 60", "02 08:00 60"]),
        (one(*NINE, "BEGIN:VALARM").replace("END:VALARM", ""), ["01 08:00 60"]),
        (one(NINE[0], "DURATION:1 hour", NINE[1]), ["01 08:00 1500"]),
        (one("DTSTART:20261201T090000Z", "DTEND:20261201T080000Z"), ["01 08:00 1500"]),
        (one("DTSTART:20261201T090000Z", "DTEND:20161201T080000Z"), ["01 09:00 1440"]),
    ],
)
def test_a_malformed_event_blocks_what_can_be_read(text: str, expected: list[str]) -> None:
    expansion = taken(text)
    assert times(expansion) == expected
    assert {block.reason for block in expansion.blocks} == {Reason.UNREADABLE}
    assert expansion.problem


@pytest.mark.parametrize(
    "text",
    ["", "hello", "<html></html>", one("SUMMARY:no dates"), one("DTSTART:soon"), one("DTSTART:20261341T990000Z")],
)  # fmt: skip
def test_what_has_no_time_is_a_problem_only(text: str) -> None:
    expansion = taken(text)
    assert expansion.blocks == ()
    assert expansion.problem


def test_an_unknown_zone_is_the_hosts_and_said() -> None:
    expansion = taken(one("SUMMARY:Lunch", "DTSTART;TZID=Middle-earth/Shire:20261201T090000", "DURATION:PT1H"))
    assert times(expansion) == ["01 08:00 60"]
    assert "Middle-earth/Shire" in expansion.problem and "Lunch" in expansion.problem


@pytest.mark.parametrize(
    ("rule", "start"),
    [("FREQ=SECONDLY", "20200101T000000Z"), ("FREQ=MINUTELY;COUNT=99999999", "20200101T000000Z"),
     ("FREQ=HOURLY;BYMINUTE=" + ",".join(map(str, range(60))), "20200101T000000Z"),
     ("FREQ=DAILY;COUNT=999999999", "00010101T000000Z")],
)  # fmt: skip
def test_an_absurd_series_blocks_all_its_time(rule: str, start: str) -> None:
    began = time.monotonic()
    expansion = taken(one(f"DTSTART:{start}", "DURATION:PT1M", f"RRULE:{rule}"))
    assert time.monotonic() - began < 10  # a hang would be minutes
    (block,) = expansion.blocks
    assert block.start < DECEMBER.start and block.end == DECEMBER.end and block.reason is Reason.UNREADABLE
    assert expansion.problem


def test_an_absurd_series_ends_with_its_until() -> None:
    text = one("DTSTART:20200101T000000Z", "DURATION:PT1M", "RRULE:FREQ=SECONDLY;UNTIL=20201231T000000Z")
    assert taken(text).blocks == ()


def test_titles_are_plain_and_bounded() -> None:
    (block,) = taken(one(*NINE, r"SUMMARY;LANGUAGE=de:Caf\, é\n\u202e" + "x" * 5000 + "\u202e\x07")).blocks
    assert block.title.startswith("Caf, é ") and len(block.title) == 200 and "\u202e" not in block.title
    assert (block.uid, block.calendar, block.href) == ("u1", "", "")


def test_the_order_and_the_edges_of_the_span() -> None:
    text = calendar(event(*DAILY3), event("DTSTART:20261201T080000Z", "DTEND:20261201T081500Z", uid="u2"))
    assert times(taken(text)) == ["01 08:00 15", "01 08:00 60", "02 08:00 60", "03 08:00 60"]
    assert times(taken(text, span("2026-12-01 09:00", "2026-12-02 08:00"))) == []
    assert times(taken(text, span("2026-12-01 08:59", "2026-12-02 08:01"))) == ["01 08:00 60", "02 08:00 60"]
    long_ago = taken(one("DTSTART:20200101T000000Z", "DTEND:20300101T000000Z"))
    assert [(b.start, b.end) for b in long_ago.blocks] == [(at("2020-01-01"), at("2030-01-01"))]


def test_the_ends_of_the_calendar() -> None:
    for lines in (
        ["DTSTART;TZID=America/New_York:20261201T000000", "DTEND;TZID=America/New_York:99991231T235959"],
        ["DTSTART:20261201T000000", "DURATION:P999999D"],
        ["DTSTART;TZID=Asia/Tokyo:00010101T000000", "DTEND:20270101T000000Z"],
        ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:99991231"],
        ["DTSTART:20261201T000000Z", "DTEND:99991231T235959Z", "RRULE:FREQ=YEARLY"],
    ):
        assert taken(one(*lines), span("2026-12-05", "2026-12-06")).blocks, lines


def test_large_texts_are_no_trouble() -> None:
    bloat = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "\r\n ".join(["QUJD" * 18] * 60_000)
    attendees = [f'ATTENDEE;PARTSTAT=ACCEPTED;CN="{n}":mailto:p{n}@example.org' for n in range(3000)]
    text = one(*NINE, "RRULE:FREQ=DAILY", bloat, *attendees, "BEGIN:VALARM", bloat, "END:VALARM")
    began = time.monotonic()
    assert len(taken(text, policy=ME).blocks) == 31
    assert time.monotonic() - began < 10


def test_an_unknown_host_zone_is_utc() -> None:
    assert times(expand(one("DTSTART:20261201T090000", "DURATION:PT1H"), BusyPolicy("Nowhere/None"), DECEMBER)) == [
        "01 09:00 60"]  # fmt: skip


def test_an_end_within_the_gap_does_not_end_what_comes_before_it() -> None:
    """2:15 does not exist that night and is 3:15, after the end; 3:00 comes later in the rule, but before the end."""
    text = one(
        "DTSTART;TZID=Europe/Berlin:20270328T013000",
        "DURATION:PT5M",
        "RRULE:FREQ=MINUTELY;INTERVAL=45;UNTIL=20270328T011000Z",
    )
    assert times(taken(text, span("2027-03-01", "2027-04-01"))) == ["28 00:30 5", "28 01:00 5"]


def test_a_files_zone_is_followed_to_the_last_date_in_it() -> None:
    """The master begins in summer, after the span; the length it gives to an earlier RDATE needs its clock."""
    zone = '"(UTC+01:00) Amsterdam, Berlin"'
    text = calendar(
        OUTLOOK,
        event(f"DTSTART;TZID={zone}:20270701T090000", "DTEND:20270701T080000Z", "RDATE:20261203T100000Z"),
    )
    assert times(taken(text)) == ["03 10:00 60"]
