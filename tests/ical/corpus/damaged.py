"""Files that went wrong on the way: what can be known still takes time, and everything else is listed."""

from __future__ import annotations

from tests.ical.corpus.file import File, daily, ics, vevent
from tests.ical.generated import vtimezone

NINE = "DTSTART:20261201T090000Z"
TEN = "DTEND:20261201T100000Z"
HOUR = ("01 09:00 60",)
DAY = ("01 09:00 1440",)
"""From a start whose end nobody knows."""
PLAIN = vevent(f"{NINE}\n{TEN}")

DAMAGED: dict[str, File] = {
    "no end": File(vevent(NINE)),
    "both an end and a length": File(vevent(f"{NINE}\n{TEN}\nDURATION:PT3H"), HOUR),
    "an end before the start": File(vevent("DTSTART:20261201T100000Z\nDTEND:20261201T090000Z"), ("01 09:00 1500",),
        "ends before it begins", theirs=HOUR, why="swapped as theirs, and the day of the start: either may be wrong"),
    "a wrong year in the end": File(vevent(f"{NINE}\nDTEND:20161201T100000Z"), DAY, "ends before it begins"),
    "whole days that end before they begin": File(
        vevent("DTSTART;VALUE=DATE:20261203\nDTEND;VALUE=DATE:20261201"), ("02 23:00 1440",), "ends before it begins"),
    "a negative length": File(vevent(f"{NINE}\nDURATION:-PT1H"), ("01 08:00 1500",), "ends before it begins",
        theirs=("01 08:00 60",), why="RFC 5545 §3.6.1 wants a positive length; the start's day as well, to be sure"),
    "a length in words": File(vevent(f"{NINE}\nDURATION:one hour"), DAY, "duration"),
    "a length of nothing": File(vevent(f"{NINE}\nDURATION:P"), DAY, "duration"),
    "a length with a fraction": File(vevent(f"{NINE}\nDURATION:PT1.5H"), DAY, "duration"),
    "weeks and days in one length": File(vevent(f"{NINE}\nDURATION:P1W1D"), ("01 09:00 11520",)),
    "two starts": File(vevent(f"{NINE}\nDTSTART:20261203T090000Z\nDURATION:PT1H"), HOUR),
    "the start cannot be read": File(vevent(f"DTSTART:tomorrow\n{TEN}"), ("30 10:00 2880",), "date"),
    "the start is missing": File(vevent(TEN), ("30 10:00 2880",), "no start"),
    "a series without a start": File(vevent(f"{TEN}\nRRULE:FREQ=WEEKLY;UNTIL=20261203T100000Z"),
        ("30 10:00 2880", "01 10:00 2880", "02 10:00 2880", "03 10:00 2880"), "no start"),
    "no dates at all": File(vevent("SUMMARY:Nothing"), (), "no start"),
    "a month too many": File(vevent("DTSTART:20261341T090000Z"), (), "does not exist"),
    "the hour 25": File(vevent(f"DTSTART:20261201T250000Z\n{TEN}"), ("01 00:00 2040",), "does not exist"),
    "midnight as 24:00": File(vevent("DTSTART:20261201T220000Z\nDTEND:20261201T240000Z"), ("01 22:00 1440",),
        "does not exist"),
    "a year of two digits": File(vevent(f"DTSTART:261201T090000Z\n{TEN}"), ("30 10:00 2880",), "date"),
    "dates with dashes": File(vevent("DTSTART:2026-12-01T09:00:00Z\nDTEND:2026-12-01T10:00:00Z"), HOUR, "date"),
    "no seconds": File(vevent("DTSTART:20261201T0900Z\nDTEND:20261201T1000Z"), HOUR, "date"),
    "a date that stops short": File(vevent(f"{NINE}\nDTEND:20261201T1"), DAY, "date"),
    "a wrong VALUE": File(vevent("DTSTART;VALUE=DATE:20261201T090000"), ("01 08:00 1440",),
        theirs=(), why="an event without a start there; its day is plain to see (fact sheet §6 has such a VALUE)"),
    "a wrong VALUE, with an end": File(
        vevent("DTSTART;VALUE=DATE:20261201T200000Z\nDTEND;VALUE=DATE:20261202T010000Z"), ("01 20:00 300",)),
    "a day as its midnight": File(vevent("DTSTART;VALUE=DATE:20261201T000000\nDTEND;VALUE=DATE:20261202T000000"),
        ("30 23:00 1440",)),
    "Z and a zone": File(
        vevent("DTSTART;TZID=America/New_York:20261201T090000Z\nDTEND;TZID=America/New_York:20261201T100000Z"),
        ("01 09:00 60",), theirs=("01 14:00 60",), why="RFC 5545 §3.2.19: TZID says nothing about a time in UTC"),
    "a date and a time": File(vevent("DTSTART;VALUE=DATE:20261201\nDTEND:20261201T110000Z"), ("30 23:00 720",),
        theirs=("01 00:00 660",), why="a day begins at midnight in UTC there; it is the host's (product rule [06–09])"),
    "an unknown zone": File(vevent("DTSTART;TZID=Atlantis/Capital:20261201T090000\nDURATION:PT1H"), ("01 08:00 60",),
        "Atlantis/Capital"),
    "a zone in quotes and blanks": File(
        vevent('DTSTART;TZID=" Europe/Berlin ":20261201T090000\nDURATION:PT1H'), ("01 08:00 60",)),
    "a zone as an offset": File(vevent("DTSTART;TZID=GMT+0530:20261201T090000\nDURATION:PT1H"), ("01 03:30 60",),
        theirs=("01 08:00 60",), why="icalendar takes it for floating; fact sheet §6 has this form from imports"),
    "a VTIMEZONE after the event": File(
        ics("BEGIN:VEVENT\nUID:1\nDTSTART;TZID=Odd:20261201T090000\nDURATION:PT1H\nEND:VEVENT\nBEGIN:VTIMEZONE\n"
            "TZID:Odd\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\nEND:STANDARD\n"
            "END:VTIMEZONE"), ("01 06:00 60",)),
    "a VTIMEZONE with a broken rule": File(
        ics("BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\n"
            "RRULE:FREQ=SOMETIMES\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Odd:20261201T090000\n"
            "DURATION:PT1H\nEND:VEVENT"), ("01 08:00 60",), "Odd"),
    "a VTIMEZONE that lost its summer": File(
        vevent("DTSTART;TZID=Odd:20261201T090000\nDURATION:PT1H",
               vtimezone("Odd", "STANDARD 20201025T030000 +0200 +0100", "DAYLIGHT soon +0100 +0200")),
        ("01 08:00 60",), "time zone"),
    "bare line feeds": File(PLAIN.replace("\r\n", "\n"), HOUR),
    "bare carriage returns": File(PLAIN.replace("\r\n", "\r"), HOUR,
        theirs=(), why="one long line there; RFC 5545 §3.1 wants CRLF, but nothing else in it is wrong"),
    "mixed line ends": File(PLAIN.replace("\r\n", "\n", 3).replace("\nUID", "\r\r\nUID"), HOUR,
        theirs=(), why="they stop at the second CR; RFC 5545 §3.1 wants one, but nothing else is wrong"),
    "a byte order mark": File("\ufeff" + PLAIN, HOUR),
    "blank lines": File(PLAIN.replace("\r\n", "\r\n\r\n"), HOUR),
    "blanks at the ends of lines": File(PLAIN.replace("\r\n", "  \r\n"), HOUR),
    "small letters": File(PLAIN.replace("VEVENT", "vevent").replace("DTSTART", "dtstart"), HOUR),
    "folded everywhere": File(PLAIN.replace("DTSTART", "DTST\r\n ART").replace("T0900", "T0\r\n\t900"), HOUR),
    "folded within a letter": File(
        vevent(f"SUMMARY:Caf\u00e9\n{NINE}\n{TEN}").encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
        .decode("utf-8", "replace"), HOUR),
    "a line broken without a blank": File(
        vevent(f"DESCRIPTION:first line\nsecond line without a colon\n{NINE}\n{TEN}"), HOUR, "line"),
    "the end lost in a broken line": File(vevent(f"{NINE}\nDTEND 20261201T100000Z"), DAY, "line"),
    "zero bytes in the title": File(vevent(f"SUMMARY:a\x00b\x00\n{NINE}\n{TEN}"), HOUR),
    "zero bytes in a date": File(vevent(f"DTSTART:20261201T090000Z\x00\n{TEN}"), ("01 00:00 2040",), "date"),
    "the end of a CDATA section": File(PLAIN + "]]>", HOUR, "line"),
    "the start of one": File("<![CDATA[" + PLAIN, HOUR, "garbled"),
    "carriage returns escaped for XML": File(PLAIN.replace("\r\n", "&#13;\n"), ("01 00:00 1440",), "date"),
    "a web page": File("<!DOCTYPE html>\n<html><body>Sign in</body></html>", (), "not a calendar"),
    "nothing": File("", (), "not a calendar"),
    "cut after the start": File(PLAIN[: PLAIN.index("DTEND")], DAY, "cut short"),
    "cut in the end": File(PLAIN[: PLAIN.index("DTEND") + 20], DAY, "cut short"),
    "cut before the last Z": File(PLAIN[: PLAIN.index("DTEND") + 21], ("01 09:00 1440",), "cut short"),
    "no END for the alarm": File(vevent(f"{NINE}\n{TEN}\nBEGIN:VALARM\nTRIGGER:-PT5M"), HOUR, "cut short"),
    "an END too many": File(vevent(f"{NINE}\n{TEN}\nEND:VALARM"), HOUR, "garbled"),
    "two calendars in one": File(PLAIN + PLAIN.replace("20261201", "20261202"), ("01 09:00 60", "02 09:00 60")),
    "an event within a task": File(
        ics(f"BEGIN:VTODO\nUID:t\nDTSTART:20261205T090000Z\nBEGIN:VEVENT\nUID:1\n{NINE}\n{TEN}\nEND:VEVENT\nEND:VTODO"),
        HOUR),
    "an event within an event": File(
        ics(f"BEGIN:VEVENT\nUID:1\n{NINE}\n{TEN}\nBEGIN:VEVENT\nUID:2\nDTSTART:20261202T090000Z\nDURATION:PT1H\n"
            "END:VEVENT\nEND:VEVENT"), ("01 09:00 60", "02 09:00 60"), "cut short"),
    "an alarm with times and people of its own": File(
        vevent(f"{NINE}\n{TEN}\nBEGIN:VALARM\nACTION:EMAIL\nATTENDEE;PARTSTAT=DECLINED:mailto:ann@example.org\n"
               "DTSTART:20261203T000000Z\nDURATION:P9D\nREPEAT:4\nSTATUS:CANCELLED\nTRANSP:TRANSPARENT\nEND:VALARM"),
        HOUR),
    "a private component in the event": File(
        vevent(f"{NINE}\n{TEN}\nBEGIN:X-NOTE\nDTSTART:20261203T090000Z\nBEGIN:X-INNER\nRRULE:FREQ=DAILY\nEND:X-INNER\n"
               "END:X-NOTE"), HOUR),
    "vCalendar 1.0": File(
        ics(f"BEGIN:VEVENT\n{NINE}\n{TEN}\nRRULE:D1 #3\nEND:VEVENT").replace("VERSION:2.0", "VERSION:1.0"),
        daily(1, 31, "09:00 60"), "cannot be read"),
    "a status that is none": File(vevent(f"{NINE}\n{TEN}\nSTATUS:CANCELED\nTRANSP:TRANSP"), HOUR),
}  # fmt: skip
