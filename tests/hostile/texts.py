"""Calendar objects made to do harm: each name is its own UID and lies on 2 March 2027, 10:00 to 11:00 in Amsterdam."""

from __future__ import annotations

import os
from collections.abc import Callable

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
NINE = ("DTSTART:20270302T090000Z", "DTEND:20270302T100000Z")

TITLES = {
    "image": '<img src="file:///etc/passwd"><b>x</b>&amp;',
    "script": "<script>alert(1)</script><!-- ",
    "link": '<a href="javascript:alert(1)">Open</a> &File',
    "bidi": "safe\u202etxt.exe\u202c \u2066x\u2069\u200b\u2060\ufeff",
    "controls": "\x1b[2J\x1b]0;owned\x07 bell\x08\x9b31m",
    "lines": r"one\ntwo\Nthree" + "\u2028four\u2029five\x85six",
    "formula": "=cmd|' /C calc'!A0",
    "megabyte": "T" * 1_000_000,
    "wide megabyte": "\U0001f600" * 250_000,
    "format": "%n%s{0}{guest}%1$s \\x",
}


def entry(uid: str, *lines: str, title: str = "") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{title or uid}", *lines, "END:VEVENT", ""])


def whole(*entries: str, zone: str = "") -> str:
    return HEAD + zone + "".join(entries) + "END:VCALENDAR\r\n"


def one(uid: str, *lines: str, title: str = "") -> str:
    return whole(entry(uid, *lines, title=title))


def zone(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VTIMEZONE", "TZID:Bomb", *parts, "END:VTIMEZONE", ""])


def observance(kind: str, *lines: str) -> str:
    return "\r\n".join([f"BEGIN:{kind}", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", *lines, f"END:{kind}"])


_BOMBED = ("DTSTART;TZID=Bomb:20270302T100000", "DTEND;TZID=Bomb:20270302T110000")


def _stamps(number: int, step: int = 1) -> list[str]:
    """That many times, from 2 March 2027, 09:00Z on: minutes of the day, days of the month, months."""
    return [
        f"2027{3 + n // 40_320 % 10:02}{1 + n // 1440 % 28:02}T{n // 60 % 24:02}{n % 60:02}00Z"
        for n in range(1980, 1980 + number * step, step)
    ]


OBJECTS: dict[str, Callable[[str], str]] = {
    # Series.
    "a million minutes": lambda u: one(u, *NINE, "RRULE:FREQ=MINUTELY;COUNT=1000000"),
    "a million seconds": lambda u: one(u, *NINE, "RRULE:FREQ=SECONDLY;COUNT=1000000"),
    "until the end of time": lambda u: one(u, *NINE, "RRULE:FREQ=SECONDLY;UNTIL=99991231T235959Z"),
    "interval 0": lambda u: one(u, *NINE, "RRULE:FREQ=DAILY;INTERVAL=0"),
    "interval 10^12": lambda u: one(u, *NINE, "RRULE:FREQ=DAILY;INTERVAL=1000000000000"),
    "all seconds": lambda u: one(
        u, *NINE, f"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=TU;BYHOUR={_all(24)};BYMINUTE={_all(60)};BYSECOND={_all(60)}"
    ),
    "25,000 rules": lambda u: one(
        u, "DTSTART:16500101T090000Z", *["RRULE:FREQ=DAILY;COUNT=9;BYMONTH=2;BYMONTHDAY=30"] * 25_000
    ),
    "3,000 masters": lambda u: whole(
        *(entry(u, *NINE, f"RRULE:FREQ=MINUTELY;INTERVAL={20 + n % 9}") for n in range(3_000))
    ),
    "100,000 RDATEs": lambda u: one(u, *NINE, "RDATE:" + ",".join(_stamps(100_000))),
    "100,000 RDATE lines": lambda u: one(u, *NINE, *("RDATE:" + at for at in _stamps(100_000))),
    "a million RDATEs": lambda u: one(u, *NINE, "RDATE:" + ",".join(_stamps(1_000_000))),
    "100,000 EXDATEs": lambda u: one(u, *NINE, "RRULE:FREQ=DAILY", "EXDATE:" + ",".join(_stamps(100_000)[5:])),
    "2,000 later parts": lambda u: whole(
        entry(u, *NINE, "RRULE:FREQ=MINUTELY;INTERVAL=20"),
        *(entry(u, "DTSTART:20300101T000000Z", f"RECURRENCE-ID;RANGE=THISANDFUTURE:2030{1 + n // 1440 % 12:02}"
                f"{1 + n // 17280:02}T{n // 60 % 24:02}{n % 60:02}00Z") for n in range(2_000)),
    ),
    "3,000 masters, 3,000 later parts": lambda u: whole(
        *(entry(u, *NINE, "RRULE:FREQ=YEARLY") for _ in range(3_000)),
        *(entry(u, "DTSTART:20300101T000000Z", f"RECURRENCE-ID;RANGE=THISANDFUTURE:2030{1 + n // 1440 % 12:02}"
                f"{1 + n // 17280:02}T{n // 60 % 24:02}{n % 60:02}00Z") for n in range(3_000)),
    ),
    "10,000 UIDs": lambda u: whole(entry(u, *NINE), *(entry(f"{u}{n}", *NINE) for n in range(10_000))),
    # Zones.
    "3,000 observances": lambda u: whole(
        entry(u, *_BOMBED), zone=zone(*(observance("STANDARD", f"DTSTART:1970010{1 + n % 9}T000000")
                                        for n in range(3_000)))),
    "200 endless observances": lambda u: whole(
        entry(u, *_BOMBED), zone=zone(*[observance("DAYLIGHT", "DTSTART:19700101T000000",
                                                   "RRULE:FREQ=HOURLY;INTERVAL=3")] * 200)),
    "a zone with 100,000 RDATE lines": lambda u: whole(
        entry(u, *_BOMBED, "RRULE:FREQ=DAILY"),
        zone=zone(observance("STANDARD", "DTSTART:19700101T000000",
                             *(f"RDATE:{1971 + n // 336}{1 + n % 12:02}{1 + n % 28:02}T000000"
                               for n in range(100_000))))),
    "10,000 names of zones": lambda u: one(
        u, *NINE, "RRULE:FREQ=DAILY", *(f"EXDATE;TZID={'a/' * 90}{n}:20270402T100000" for n in range(10_000))),
    # Shapes.
    "100,000 levels": lambda u: one(u, *NINE, *["BEGIN:VALARM"] * 100_000),
    "one line of 20 MB": lambda u: one(u, *NINE, "X-A:" + "x" * 20_000_000),
    "a million folds": lambda u: one(u, *NINE, "X-A:" + "\r\n x" * 1_000_000),
    "210,000 attendees": lambda u: one(u, *NINE, *["ATTENDEE:mailto:a@b.c"] * 210_000),
    "250,000 more events": lambda u: one(u, *NINE).replace("END:VCALENDAR", "BEGIN:VEVENT\r\n" * 250_000),
    "a UID twice": lambda u: whole(entry(u, *NINE), entry(u, *NINE, title="again")),
    "NUL bytes": lambda u: one(u, "X-A:\x00\x00", *NINE, title="n\x00ul"),
    "100,000 unreadable dates": lambda u: one(u, *NINE, "RDATE:" + ",".join(["soon"] * 100_000)),
}  # fmt: skip


LARGE = ("250,000 more events", "100,000 RDATE lines", "a zone with 100,000 RDATE lines", "a million folds")
"""Left out unless WORKESTRA_TEST_LARGE is set: each takes seconds, and one like it is among the others."""
if not os.environ.get("WORKESTRA_TEST_LARGE"):
    for _name in LARGE:
        del OBJECTS[_name]


def _all(number: int) -> str:
    return ",".join(map(str, range(number)))
