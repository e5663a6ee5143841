"""Series that say too much, too little or something of their own."""

from __future__ import annotations

from tests.ical.corpus.file import EUROPE, File, daily, ics, vevent
from tests.ical.generated import vtimezone

UTC = "DTSTART:20261201T090000Z\nDURATION:PT1H\n"
BERLIN = "DTSTART;TZID=Europe/Berlin:20261201T090000\nDURATION:PT1H\n"
YORK = "DTSTART;TZID=America/New_York:20261201T090000\nDURATION:PT1H\n"
DAYS = "DTSTART;VALUE=DATE:20261201\n"
BROKEN = daily(1, 31, "09:00 60")
"""A rule that cannot be read: every day."""
FULL = ("01 09:00 44100",)
"""A rule that cannot be read and may be for several times a day: all of the time."""


def series(*events: str) -> str:
    return ics("\n".join(f"BEGIN:VEVENT\nUID:s1\n{event}\nEND:VEVENT" for event in events))


SERIES: dict[str, File] = {
    "UNTIL without Z": File(vevent(f"{BERLIN}RRULE:FREQ=DAILY;UNTIL=20261203T090000"), daily(1, 3, "08:00 60")),
    "UNTIL without Z, in the west": File(
        vevent(f"{YORK}RRULE:FREQ=DAILY;UNTIL=20261203T090000"),
        daily(1, 3, "14:00 60"), theirs=daily(1, 2, "14:00 60"),
        why="read as UTC there; RFC 5545 §3.3.10 wants a Z"
        ", and without one it is the series' own clock, as in DTSTART"),
    "UNTIL a date, the start a time": File(vevent(f"{BERLIN}RRULE:FREQ=DAILY;UNTIL=20261203"), daily(1, 3, "08:00 60"),
        theirs=daily(1, 2, "08:00 60"), why="a midnight there; a day is meant, and the longer series is the busier"),
    "UNTIL a time, the start a day": File(vevent(f"{DAYS}RRULE:FREQ=DAILY;UNTIL=20261203T235959Z"),
        ("30 23:00 1440", "01 23:00 1440", "02 23:00 1440")),
    "UNTIL the host's midnight, the start a day": File(vevent(f"{DAYS}RRULE:FREQ=DAILY;UNTIL=20261202T230000Z"),
        ("30 23:00 1440", "01 23:00 1440", "02 23:00 1440"),
        theirs=("30 23:00 1440", "01 23:00 1440"), why="23:00 UTC is midnight on the third where the host is"),
    "UNTIL before the start": File(vevent(f"{UTC}RRULE:FREQ=DAILY;UNTIL=20261101T000000Z"), ("01 09:00 60",),
        theirs=(), why="RFC 5545 §3.8.5.3: DTSTART is the first of the set"),
    "UNTIL a day that does not exist": File(
        vevent(f"{UTC}RRULE:FREQ=WEEKLY;UNTIL=20260231T000000Z"), tuple(f"{d:02} 09:00 60" for d in (1, 8, 15, 22, 29)),
        "for ever"),
    "UNTIL with an hour that does not exist": File(
        vevent(f"{UTC}RRULE:FREQ=WEEKLY;UNTIL=20261205T256000Z"), tuple(f"{d:02} 09:00 60" for d in (1, 8, 15, 22, 29)),
        "for ever"),
    "COUNT and UNTIL": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=5;UNTIL=20261203T090000Z"), daily(1, 3, "09:00 60")),
    "COUNT=0": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=0"), BROKEN, "cannot be read"),
    "COUNT=-1": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=-1"), BROKEN, "cannot be read"),
    "INTERVAL=0": File(vevent(f"{UTC}RRULE:FREQ=WEEKLY;INTERVAL=0"), BROKEN, "cannot be read"),
    "no FREQ": File(vevent(f"{UTC}RRULE:INTERVAL=1;BYDAY=TU"), BROKEN, "cannot be read"),
    "an unknown FREQ": File(vevent(f"{UTC}RRULE:FREQ=FORTNIGHTLY"), BROKEN, "cannot be read"),
    "an empty rule": File(vevent(f"{UTC}RRULE:"), ("01 09:00 60",)),
    "a rule in small letters with blanks": File(
        vevent(f"{UTC}RRULE: freq=weekly ; byday=tu, th ;count=3;"), ("01 09:00 60", "03 09:00 60", "08 09:00 60")),
    "a plus in BYDAY": File(vevent(f"{UTC}RRULE:FREQ=MONTHLY;BYDAY=+1TU,-1TH"), ("01 09:00 60", "31 09:00 60")),
    "an X- part": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2;X-BYMOON=FULL"), ("01 09:00 60", "02 09:00 60")),
    "an unknown part": File(vevent(f"{UTC}RRULE:FREQ=YEARLY;BYEASTER=1"), BROKEN, "cannot be read"),
    "an hour that cannot be": File(vevent(f"{UTC}RRULE:FREQ=DAILY;BYHOUR=9,25"), FULL, "cannot be read"),
    "often, and broken": File(vevent(f"{UTC}RRULE:FREQ=HOURLY;BYDAY=XX;UNTIL=20261202T000000Z"), ("01 09:00 960",),
        "cannot be read"),
    "a part twice": File(vevent(f"{UTC}RRULE:FREQ=WEEKLY;BYDAY=TU;BYDAY=TH"), BROKEN, "cannot be read"),
    "the Chinese calendar": File(vevent(f"{UTC}RRULE:RSCALE=CHINESE;FREQ=YEARLY"), BROKEN, "cannot be read"),
    "days that do not exist are moved": File(vevent(f"{UTC}RRULE:RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=FORWARD"), BROKEN,
        "cannot be read"),
    "RSCALE as usual": File(vevent(f"{UTC}RRULE:RSCALE=GREGORIAN;FREQ=DAILY;SKIP=OMIT;COUNT=2"),
        ("01 09:00 60", "02 09:00 60")),
    "two rules": File(
        vevent(f"{UTC}RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2\nRRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20261212T000000Z"),
        ("01 09:00 60", "02 09:00 60", "04 09:00 60", "09 09:00 60", "11 09:00 60")),
    "the same rule twice": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=2"),
        ("01 09:00 60", "02 09:00 60")),
    "EXRULE": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=3\nEXRULE:FREQ=DAILY;INTERVAL=2"), daily(1, 3, "09:00 60")),
    "a rule that never comes true": File(vevent(f"{UTC}RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"), ("01 09:00 60",)),
    "the thirty-first": File(vevent("DTSTART:20260131T090000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY"), ("31 09:00 60",)),
    "every second": File(vevent("DTSTART:20200101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY"),
        ("01 00:00 3682080",), "too often", unasked=True),
    "every second for an hour": File(
        vevent("DTSTART:20261201T090000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY;INTERVAL=600;COUNT=3"),
        ("01 09:00 0", "01 09:10 0", "01 09:20 0")),
    "a million times": File(vevent("DTSTART:19700101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=1000000"), BROKEN),
    "every billionth day": File(vevent(f"{UTC}RRULE:FREQ=DAILY;INTERVAL=999999999"), ("01 09:00 60",)),
    "until the end of time": File(vevent(f"{UTC}RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z"),
        tuple(f"{day:02} 09:00 60" for day in (1, 8, 15, 22, 29))),
    "EXDATE at another hour": File(
        vevent(f"{BERLIN}RRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Berlin:20261202T000000"),
        daily(1, 2, "08:00 60")),
    "EXDATE floating, the start not": File(vevent(f"{YORK}RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261202T090000"),
        daily(1, 2, "14:00 60"), theirs=("01 14:00 60",),
        why="compared by wall-clock time there; RFC 5545 §3.3.5: floating is the host's clock, another instant"),
    "EXDATE in another zone": File(
        vevent(f"{YORK}RRULE:FREQ=DAILY;COUNT=2\nEXDATE;TZID=Europe/Berlin:20261202T150000"), ("01 14:00 60",)),
    "EXDATE as a day": File(vevent(f"{YORK}RRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261202"), ("01 14:00 60",)),
    "EXDATE as a list with a hole": File(
        vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261201T090000Z,,20261203T090000Z"),
        ("02 09:00 60",)),
    "EXDATE that cannot be read": File(
        vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nEXDATE:the second"), daily(1, 2, "09:00 60")),
    "EXDATE of everything": File(vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261201T090000Z,20261202T090000Z")),
    "RDATE as periods": File(
        vevent("DTSTART:20261201T090000Z\nDURATION:PT1H\nRDATE;VALUE=PERIOD:20261202T090000Z/20261202T120000Z,20261203T090000Z/PT15M"),
        ("01 09:00 60", "02 09:00 180", "03 09:00 15")),
    "RDATE as a period with a broken end": File(vevent(f"{UTC}RDATE;VALUE=PERIOD:20261203T090000Z/later"),
        ("01 09:00 60", "03 09:00 1500"), "date"),
    "RDATE longer than the rule's occurrence": File(
        vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nRDATE;VALUE=PERIOD:20261202T090000Z/PT3H"),
        ("01 09:00 60", "02 09:00 60", "02 09:00 180"), theirs=("01 09:00 60", "02 09:00 180"),
        why="of two at one instant RFC 5545 §3.8.5.2 ignores one without saying which: the longer one is the busier"),
    "RDATE shorter than the rule's occurrence": File(
        vevent(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nRDATE;VALUE=PERIOD:20261202T090000Z/PT5M"),
        ("01 09:00 60", "02 09:00 5", "02 09:00 60"), theirs=("01 09:00 60", "02 09:00 5"),
        why="the period counts there; the longer one is the busier"),
    "RDATE as a day, the start a time": File(vevent(f"{BERLIN}RDATE;VALUE=DATE:20261203"),
        ("01 08:00 60", "02 23:00 60")),
    "an orphan": File(
        series("RECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T110000Z\nDURATION:PT1H"), ("02 11:00 60",)),
    "two orphans": File(
        series("RECURRENCE-ID:20261202T090000Z\nDTSTART:20261202T110000Z\nDURATION:PT1H",
               "RECURRENCE-ID:20261203T090000Z\nDTSTART:20261203T110000Z\nDURATION:PT1H"),
        ("02 11:00 60", "03 11:00 60")),
    "an exception with a rule": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2",
        f"RECURRENCE-ID:20261202T090000Z\nRRULE:FREQ=DAILY\n{UTC.replace('T09', 'T15')}"),
        ("01 09:00 60", "01 15:00 60")),
    "an exception without a start": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2", "RECURRENCE-ID:20261202T090000Z\nDURATION:PT3H"),
        ("01 09:00 60", "02 09:00 180")),
    "an exception named by its day": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2",
        "RECURRENCE-ID;VALUE=DATE:20261202\nDTSTART:20261204T090000Z\nDURATION:PT1H"),
        ("01 09:00 60", "04 09:00 60"), theirs=("01 09:00 60", "02 09:00 60", "04 09:00 60"),
        why="RFC 5545 §3.8.4.4 wants DTSTART's type; who names the day means the meeting of that day, moved"),
    "an exception whose name is broken": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2", "RECURRENCE-ID:20261202T0\nDTSTART:20261204T090000Z\nDURATION:PT1H"),
        ("01 09:00 60", "02 09:00 60", "04 09:00 60"), "date"),
    "an exception that is excluded as well": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nEXDATE:20261202T090000Z",
               "RECURRENCE-ID:20261202T090000Z\nDTSTART:20261204T090000Z\nDURATION:PT1H"),
        ("01 09:00 60", "04 09:00 60"),
        theirs=("01 09:00 60",), why="RFC 5545 §3.8.5.1 excludes from the rule's set"
        "; the meeting in the file may be held"),
    "an exception for what never was": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2",
        "RECURRENCE-ID:20261209T090000Z\nDTSTART:20261209T100000Z\nDURATION:PT1H"),
        ("01 09:00 60", "02 09:00 60", "09 10:00 60")),
    "this and the ones before": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=3",
               "RECURRENCE-ID;RANGE=THISANDPRIOR:20261202T090000Z\nDTSTART:20261202T110000Z\nDURATION:PT1H"),
        ("01 09:00 60", "02 11:00 60", "03 09:00 60")),
    "two masters": File(
        series(f"{UTC}RRULE:FREQ=DAILY;COUNT=2\nSEQUENCE:1", "DTSTART:20261201T150000Z\nDURATION:PT1H\nSEQUENCE:2"),
        ("01 09:00 60", "01 15:00 60", "02 09:00 60"), theirs=("01 15:00 60",),
        why="the newest counts there; RFC 4791 §4.1 allows one master, and neither can be told to be wrong"),
    "a leap day": File(vevent("DTSTART;VALUE=DATE:20240229\nRRULE:FREQ=YEARLY")),
    "a series over the end of summer time": File(
        ics("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20261001T023000\nDTEND;TZID=Europe/Berlin:20261001T033000\n"
            "RRULE:FREQ=MONTHLY;COUNT=3\nEND:VEVENT", vtimezone("Europe/Berlin", *EUROPE)), ("01 01:30 60",)),
}  # fmt: skip
