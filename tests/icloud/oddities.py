"""Bodies with every oddity of the fact sheet's §6 (row 36), and the busy time each stands for.

All lie in the week from Monday 1 March 2027; the host's zone is Europe/Amsterdam, one hour ahead of UTC then.
"""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Apple Inc.//iPhone OS 18.0//EN\r\nCALSCALE:GREGORIAN\r\n"


@dataclass(frozen=True, slots=True)
class Oddity:
    """`busy`: what it takes, as `DDTHHMM/DDTHHMM` in UTC, March 2027. `note` quotes the row of §6 in short."""

    note: str
    text: str
    busy: tuple[str, ...]


def _object(*events: str, zones: str = "") -> str:
    return f"{_HEAD}{zones}{''.join(events)}END:VCALENDAR\r\n"


def _event(uid: str, *lines: str, stamp: str = "DTSTAMP:20270101T000000Z") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", stamp, *lines, "END:VEVENT", ""])


def _one(uid: str, *lines: str, zones: str = "", stamp: str = "DTSTAMP:20270101T000000Z") -> str:
    return _object(_event(uid, *lines, stamp=stamp), zones=zones)


_TEN = ("DTSTART:20270301T100000Z", "DTEND:20270301T110000Z")
_AT_TEN = ("01T1000/01T1100",)

_MINUS_FIVE = (
    "BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:-0500\r\n"
    "TZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


def _zone(name: str) -> str:
    return _MINUS_FIVE.format(name=name)


ODDITIES: dict[str, Oddity] = {
    "master-and-overrides": Oddity(
        "master and all overrides in one resource; the moved one frees its old time and takes its new one",
        _object(
            _event("series", "DTSTART:20270301T090000Z", "DTEND:20270301T093000Z", "RRULE:FREQ=DAILY;COUNT=3"),
            _event("series", "RECURRENCE-ID:20270302T090000Z", "DTSTART:20270304T150000Z", "DTEND:20270304T153000Z"),
        ),
        ("01T0900/01T0930", "03T0900/03T0930", "04T1500/04T1530"),
    ),
    "override-without-master": Oddity(
        "invited to one occurrence: it stands alone",
        _one("lone", "RECURRENCE-ID:20270228T100000Z", *_TEN),
        _AT_TEN,
    ),
    "two-dtstamps": Oddity("two DTSTAMP lines", _one("stamps", "DTSTAMP:20270102T000000Z", *_TEN), _AT_TEN),
    "wrong-value-param": Oddity(
        "DTSTAMP;VALUE=DATE with a time, as in Apple's holiday feed",
        _one("holiday-feed", *_TEN, stamp="DTSTAMP;VALUE=DATE:19760401T000000Z"),
        _AT_TEN,
    ),
    "empty-texts": Oddity("empty SUMMARY and DESCRIPTION", _one("empty", "SUMMARY:", "DESCRIPTION:", *_TEN), _AT_TEN),
    "zone-with-a-path": Oddity(
        "a TZID with a path: its last parts are the IANA name, whatever the definition says",
        _one(
            "path",
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270301T110000",
            "DTEND;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20270301T120000",
            zones=_zone("/freeassociation.sourceforge.net/Europe/Berlin"),
        ),
        _AT_TEN,
    ),
    "zone-of-windows": Oddity(
        "a Windows name without a definition",
        _one(
            "windows",
            "DTSTART;TZID=Eastern Standard Time:20270301T050000",
            "DTEND;TZID=Eastern Standard Time:20270301T060000",
        ),
        _AT_TEN,
    ),
    "zone-of-an-import": Oddity(
        "GMT-0500 from an import, known by its definition only",
        _one(
            "import", "DTSTART;TZID=GMT-0500:20270301T050000", "DTEND;TZID=GMT-0500:20270301T060000",
            zones=_zone("GMT-0500"),
        ),
        _AT_TEN,
    ),
    "zone-in-quotes": Oddity(
        "a quoted TZID with a comma",
        _one(
            "quoted", 'DTSTART;TZID="(UTC-05:00) Bogota, Lima":20270301T050000',
            'DTEND;TZID="(UTC-05:00) Bogota, Lima":20270301T060000', zones=_zone("(UTC-05:00) Bogota\\, Lima"),
        ),
        _AT_TEN,
    ),
    "two-zones": Oddity(
        "a flight: another zone at its end",
        _one("flight", "DTSTART;TZID=Europe/Berlin:20270301T110000", "DTEND;TZID=America/New_York:20270301T140000"),
        ("01T1000/01T1900",),
    ),
    "floating": Oddity(
        "floating times are the host's",
        _one("floating", "DTSTART:20270301T110000", "DTEND:20270301T120000"),
        _AT_TEN,
    ),
    "free-day": Oddity(
        "the holiday feed's free whole day",
        _one("free-day", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302", "TRANSP:TRANSPARENT",
             "X-APPLE-EWS-BUSYSTATUS:FREE"),
        (),
    ),
    "busy-day": Oddity(
        "a busy whole day; DTEND is exclusive",
        _one("busy-day", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302"),
        ("28T2300/01T2300",),
    ),
    "travel-time": Oddity(
        "busy begins as much earlier as the travel takes",
        _one(
            "travel", *_TEN, "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M",
            "X-APPLE-TRAVEL-START;ROUTING=CAR;VALUE=URI;X-TITLE=Home:", "X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC",
        ),
        ("01T0930/01T1100",),
    ),
    "structured-location": Oddity(
        "long lines folded inside quoted parameters, with escaped line breaks",
        _one(
            "place", *_TEN,
            'X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Damrak 1\\\\n1012 LG Am\r\n sterdam\\\\nNetherlands";'
            'X-APPLE-MAPKIT-HANDLE=CAES;X-APPLE-RADIUS=70;X-TITLE="Beurs: van,\r\n  Berlage":geo:52.375,4.896',
        ),
        _AT_TEN,
    ),
    "structured-event": Oddity(
        "trailing blanks in folded base64",
        _one("base64", *_TEN, "X-APPLE-STRUCTURED-EVENT;ENCODING=BASE64;VALUE=BINARY:QUJD \r\n REVG \r\n R0hJ "),
        _AT_TEN,
    ),
    "creator": Oddity(
        "who made it", _one("made", *_TEN, "X-APPLE-CREATOR-IDENTITY:com.apple.mobilecal",
                            "X-APPLE-CREATOR-TEAM-IDENTITY:0000000000"),
        _AT_TEN,
    ),
    "free-by-second-opinion": Oddity(
        "no TRANSP, but another program's FREE", _one("cdo", *_TEN, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), ()
    ),
    "busy-against-second-opinion": Oddity(
        "TRANSP decides where it stands",
        _one("ews", *_TEN, "TRANSP:OPAQUE", "X-APPLE-EWS-BUSYSTATUS:FREE"),
        _AT_TEN,
    ),
    "split-series": Oddity(
        "this and future: the rest of a series under a UID of its own",
        _one("split", *_TEN, "RELATED-TO;RELTYPE=X-CALENDARSERVER-RECURRENCE-SET:9F1E", "RRULE:FREQ=DAILY;COUNT=2"),
        ("01T1000/01T1100", "02T1000/02T1100"),
    ),
    "uid-of-a-feed": Oddity("UIDs are any text", _one("http://example.org/feed#GP6?a=1&b=<2>", *_TEN), _AT_TEN),
    "dates-in-a-series": Oddity(
        "RDATE and EXDATE as dates",
        _one(
            "dates", "DTSTART;VALUE=DATE:20270301", "DTEND;VALUE=DATE:20270302", "RRULE:FREQ=DAILY;COUNT=3",
            "EXDATE;VALUE=DATE:20270302", "RDATE;VALUE=DATE:20270305",
        ),
        ("28T2300/01T2300", "02T2300/03T2300", "04T2300/05T2300"),
    ),
    "exdate-as-date": Oddity(
        "EXDATE as a date in a series with times",
        _one("exdate", *_TEN, "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270302"),
        ("01T1000/01T1100", "03T1000/03T1100"),
    ),
    "declined": Oddity(
        "declined by the host, whose address stands in EMAIL= only",
        _one(
            "declined", *_TEN, "ORGANIZER:mailto:iCloud", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@example.org",
            'ATTENDEE;CN="Host, The";EMAIL=host@example.com;PARTSTAT=DECLINED:urn:x-uid:8F2A-11',
        ),
        (),
    ),
    "declined-by-principal": Oddity(
        "declined by the host as a principal's path",
        _one("principal", *_TEN, "ORGANIZER:mailto:ann@example.org", "ATTENDEE;PARTSTAT=DECLINED:/17149682/principal/"),
        (),
    ),
    "default-alarms": Oddity(
        "Apple's default alarms with sounds",
        _one(
            "alarms", *_TEN, "BEGIN:VALARM", "X-WR-ALARMUID:3A5B", "UID:3A5B", "TRIGGER:-PT15M",
            "ATTACH;VALUE=URI:Chord", "ACTION:AUDIO", "X-APPLE-DEFAULT-ALARM:TRUE", "END:VALARM",
        ),
        _AT_TEN,
    ),
    "duration": Oddity("DURATION in place of DTEND", _one("duration", _TEN[0], "DURATION:PT1H"), _AT_TEN),
    "cancelled": Oddity("a cancelled meeting", _one("cancelled", *_TEN, "STATUS:CANCELLED"), ()),
}  # fmt: skip
