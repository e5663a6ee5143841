"""What well-known senders write, right or nearly right."""

from __future__ import annotations

from tests.ical.corpus.file import EAST, EUROPE, W_EUROPE, File, ics, vevent
from tests.ical.generated import vtimezone

DISPLAY = vtimezone(r"(UTC+01:00) Amsterdam\, Berlin\, Bern", *EUROPE)
CUSTOM = vtimezone("Customized Time Zone", *EAST)
EASTERN = vtimezone("America/New_York", *EAST)
HOLIDAY_HEAD = "PRODID:-//Example//Holidays//EN\nX-WR-CALNAME:Feiertage\nX-APPLE-CALENDAR-COLOR:#FF2968\nMETHOD:PUBLISH"
ZONED = "DTSTART;TZID=Europe/Berlin:20261201T090000\nDTEND;TZID=Europe/Berlin:20261201T100000"

SENDERS: dict[str, File] = {
    "Outlook: an invitation": File(
        ics(
            """
            BEGIN:VEVENT
            CLASS:PUBLIC
            CREATED:20261101T100000Z
            DTEND;TZID="W. Europe Standard Time":20261201T093000
            DTSTAMP:20261101T100000Z
            DTSTART;TZID="W. Europe Standard Time":20261201T090000
            LAST-MODIFIED:20261101T100000Z
            ORGANIZER;CN="Meier, Tom":mailto:tom@example.org
            PRIORITY:5
            SEQUENCE:0
            SUMMARY;LANGUAGE=de:Stand-up
            TRANSP:OPAQUE
            UID:040000008200E00074C5B7101A82E00800000000
            X-ALT-DESC;FMTTYPE=text/html:<html><body>DTSTART:20200101T000000Z</body></html>
            X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE
            X-MICROSOFT-CDO-IMPORTANCE:1
            X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY
            BEGIN:VALARM
            TRIGGER:-PT15M
            ACTION:DISPLAY
            DESCRIPTION:Reminder
            END:VALARM
            END:VEVENT
            """,
            W_EUROPE, head="PRODID:-//Example//Outlook 16//EN\nMETHOD:REQUEST\nX-MS-OLK-FORCEINSPECTOROPEN:TRUE",
        ),
        ("01 08:00 30",),
    ),
    "Outlook: a zone under its display name": File(
        vevent(
            """
            DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20261201T090000
            DTEND;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20261201T100000
            """, DISPLAY),
        ("01 08:00 60",),
    ),
    "Outlook: the display name without quotes": File(
        vevent(
            """
            DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20261201T090000
            DTEND;TZID=(UTC+01:00) Amsterdam, Berlin, Bern:20261201T100000
            """, DISPLAY),
        ("01 08:00 60",),
    ),
    "Outlook: a customized zone": File(
        vevent("DTSTART;TZID=Customized Time Zone:20261201T090000\nDTEND;TZID=Customized Time Zone:20261201T093000",
               CUSTOM),
        ("01 14:00 30",),
    ),
    "Outlook: a whole day as midnights": File(
        vevent(
            """
            DTSTART;TZID=W. Europe Standard Time:20261224T000000
            DTEND;TZID=W. Europe Standard Time:20261225T000000
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            """, W_EUROPE),
        ("23 23:00 1440",),
    ),
    "Outlook: free without TRANSP": File(vevent(ZONED + "\nX-MICROSOFT-CDO-BUSYSTATUS:FREE")),
    "Outlook: working elsewhere": File(
        vevent(ZONED + "\nX-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE\nTRANSP:TRANSPARENT")),
    "Exchange: a series with lists of exceptions": File(
        ics(
            """
            BEGIN:VEVENT
            UID:x1
            SUMMARY:Jour fixe
            DTSTART;TZID=W. Europe Standard Time:20200106T140000
            DTEND;TZID=W. Europe Standard Time:20200106T150000
            RRULE:FREQ=WEEKLY;UNTIL=20261221T130000Z;INTERVAL=1;BYDAY=MO;WKST=MO
            EXDATE;TZID=W. Europe Standard Time:20261102T140000,20261207T140000
            EXDATE;TZID=W. Europe Standard Time:20261130T140000
            END:VEVENT
            BEGIN:VEVENT
            UID:x1
            RECURRENCE-ID;TZID=W. Europe Standard Time:20261214T140000
            DTSTART;TZID=W. Europe Standard Time:20261215T160000
            DTEND;TZID=W. Europe Standard Time:20261215T170000
            SEQUENCE:3
            END:VEVENT
            """, W_EUROPE),
        ("15 15:00 60", "21 13:00 60"),
    ),
    "Exchange: UTC under a private name": File(
        vevent("DTSTART;TZID=tzone://Microsoft/Utc:20261201T090000\nDTEND;TZID=tzone://Microsoft/Utc:20261201T100000"),
        ("01 09:00 60",),
    ),
    "Exchange: a Windows name and an empty VTIMEZONE": File(
        vevent("DTSTART;TZID=Pacific Standard Time:20261201T090000\nDURATION:PT1H",
               "BEGIN:VTIMEZONE\nTZID:Pacific Standard Time\nEND:VTIMEZONE"),
        ("01 17:00 60",),
    ),
    "Teams: long folded properties": File(
        vevent(
            """
            DTSTART;TZID=Pacific Standard Time:20261201T090000
            DTEND;TZID=Pacific Standard Time:20261201T094500
            X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example.com/l/meetup-join/19%3ame
             eting_ABC%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d
            X-MICROSOFT-ONLINEMEETINGINFORMATION:{"OnlineMeetingChannelId":null\\,"DTSTART:2
             0200101T000000Z":null}
            X-MICROSOFT-LOCATIONS:[]
            """),
        ("01 17:00 45",),
    ),
    "Google: one event in UTC": File(
        vevent(
            """
            DTSTART:20261201T090000Z
            DTEND:20261201T100000Z
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=ann;X-NUM
             -GUESTS=0:mailto:bob@example.org
            STATUS:CONFIRMED
            SUMMARY:
            DESCRIPTION:
            X-GOOGLE-CONFERENCE:https://meet.example.com/abc
            TRANSP:OPAQUE
            """, uid="abc123@google.com"),
        ("01 09:00 60",),
    ),
    "Google: a series ended at the midnight before": File(
        vevent(
            """
            DTSTART;TZID=Europe/Berlin:20261102T090000
            DTEND;TZID=Europe/Berlin:20261102T093000
            RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20261213T225959Z;BYDAY=MO,TH
            EXDATE;TZID=Europe/Berlin:20261207T090000
            """),
        ("03 08:00 30", "10 08:00 30"),
    ),
    "Google: an occurrence moved": File(
        ics(
            """
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Berlin:20261208T100000
            DTEND;TZID=Europe/Berlin:20261208T110000
            UID:g1@google.com
            RECURRENCE-ID;TZID=Europe/Berlin:20261207T100000
            SEQUENCE:1
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=Europe/Berlin:20261130T100000
            DTEND;TZID=Europe/Berlin:20261130T110000
            RRULE:FREQ=WEEKLY;COUNT=3
            UID:g1@google.com
            SEQUENCE:0
            END:VEVENT
            """),
        ("08 09:00 60", "14 09:00 60"),
    ),
    "Google: a birthday": File(
        vevent("DTSTART;VALUE=DATE:20261206\nDTEND;VALUE=DATE:20261207\nRRULE:FREQ=YEARLY\nTRANSP:TRANSPARENT")),
    "iPhone: travel time and a place": File(
        vevent(
            """
            DTSTART;TZID=Europe/Berlin:20261201T090000
            DTEND;TZID=Europe/Berlin:20261201T100000
            X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT45M
            X-APPLE-TRAVEL-START;ROUTING=CAR;VALUE=URI;X-ADDRESS="Hauptstr. 1\\n10
             115 Berlin: Mitte";X-TITLE="Zuhause; privat":
            X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-APPLE-RADIUS=70;X-TITLE="DTSTART
             :20200101T000000Z":geo:52.5,13.4
            X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC
            BEGIN:VALARM
            X-WR-ALARMUID:1
            TRIGGER:-PT1H
            ACTION:AUDIO
            END:VALARM
            """, vtimezone("Europe/Berlin", *EUROPE)),
        ("01 07:15 105",),
    ),
    "iPhone: travel to an appointment without a length": File(
        vevent("DTSTART:20261201T090000Z\nDTEND:20261201T090000Z\nX-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT30M"),
        ("01 08:30 30",),
    ),
    "Mac: the holiday feed": File(
        ics(
            """
            BEGIN:VEVENT
            DTSTAMP;VALUE=DATE:19760401T000000Z
            DTSTART;VALUE=DATE:20261225
            SUMMARY;LANGUAGE=de:1. Weihnachtstag
            TRANSP:TRANSPARENT
            UID:h1
            X-APPLE-UNIVERSAL-ID:1
            X-APPLE-EWS-BUSYSTATUS:FREE
            END:VEVENT
            """, head=HOLIDAY_HEAD),
    ),
    "Mac: several days": File(
        vevent("DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20270102\nX-APPLE-CREATOR-IDENTITY:com.example.ical"),
        ("27 23:00 7200",),
    ),
    "Mac: a day that ends on itself": File(
        vevent("DTSTART;VALUE=DATE:20261228\nDTEND;VALUE=DATE:20261228"), ("27 23:00 1440",),
        theirs=(), why="RFC 5545 §3.6.1 has no empty days; people see this one in their calendar",
    ),
    "Mac: split from here on": File(
        ics(
            """
            BEGIN:VEVENT
            UID:old
            DTSTART;TZID=Europe/Berlin:20261201T090000
            DTEND;TZID=Europe/Berlin:20261201T100000
            RRULE:FREQ=DAILY;UNTIL=20261202T225959Z
            RELATED-TO;RELTYPE=X-CALENDARSERVER-RECURRENCE-SET:s1
            END:VEVENT
            BEGIN:VEVENT
            UID:new
            DTSTART;TZID=Europe/Berlin:20261203T100000
            DTEND;TZID=Europe/Berlin:20261203T110000
            RRULE:FREQ=DAILY;COUNT=2
            RELATED-TO;RELTYPE=X-CALENDARSERVER-RECURRENCE-SET:s1
            END:VEVENT
            """),
        ("01 08:00 60", "02 08:00 60", "03 09:00 60", "04 09:00 60"),
    ),
    "iCloud: two stamps": File(vevent("DTSTAMP:20261122T133000Z\n" + ZONED), ("01 08:00 60",)),
    "Fastmail: no VTIMEZONE, an RDATE for what was added": File(
        vevent(
            """
            DTSTART;TZID=Australia/Lord_Howe:20261201T090000
            DURATION:PT30M
            RDATE;TZID=Australia/Lord_Howe:20261203T110000
            RRULE:FREQ=DAILY;COUNT=2
            X-JMAP-USE-DEFAULT-ALERTS;VALUE=BOOLEAN:TRUE
            """),
        ("01 22:00 30", "03 00:00 30"),
    ),
    "Thunderbird: an exception named in UTC": File(
        ics(
            """
            BEGIN:VEVENT
            UID:t1
            DTSTART;TZID=Europe/Berlin:20261201T090000
            DTEND;TZID=Europe/Berlin:20261201T100000
            RRULE:FREQ=DAILY;COUNT=3
            X-MOZ-GENERATION:4
            X-MOZ-LASTACK:20261130T075500Z
            END:VEVENT
            BEGIN:VEVENT
            UID:t1
            RECURRENCE-ID:20261202T080000Z
            DTSTART;TZID=Europe/Berlin:20261202T170000
            DURATION:PT15M
            END:VEVENT
            """, vtimezone("Europe/Berlin", *EUROPE)),
        ("01 08:00 60", "02 16:00 15", "03 08:00 60"),
    ),
    "Thunderbird: the old zone path": File(
        vevent("DTSTART;TZID=/mozilla.org/20050126_1/America/New_York:20261201T090000\nDURATION:PT1H"),
        ("01 14:00 60",),
    ),
    "Evolution: the free association's path": File(
        vevent("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261201T090000\nDURATION:PT1H",
               vtimezone("/freeassociation.sourceforge.net/America/New_York", *EAST)),
        ("01 14:00 60",),
    ),
    "Zoom: a weekly call": File(
        vevent(
            """
            DTSTART;TZID=America/New_York:20261007T110000
            DTEND;TZID=America/New_York:20261007T114000
            RRULE:FREQ=WEEKLY;WKST=SU;UNTIL=20261209T160000Z;INTERVAL=2;BYDAY=WE
            LOCATION:https://us02web.example.us/j/123?pwd=a
            """, EASTERN),
        ("02 16:00 40",),
    ),
    "A flight over the date line": File(
        vevent("DTSTART;TZID=Pacific/Auckland:20261201T203000\nDTEND;TZID=America/Los_Angeles:20261201T113000"),
        ("01 07:30 720",),
    ),
    "A hotel: nights as days": File(
        vevent("DTSTART;VALUE=DATE:20261210\nDTEND;VALUE=DATE:20261213\nTRANSP:OPAQUE\nSUMMARY:Reserved"),
        ("09 23:00 4320",),
    ),
    "A team: a kick-off without an end": File(vevent("DTSTART:20261205T143000Z\nSUMMARY:A – B (0:0)")),
    "A team: the day is known, the hour is not": File(
        vevent("DTSTART;VALUE=DATE:20261205\nSUMMARY:A – C"), ("04 23:00 1440",)),
    "A school: floating lessons and days off": File(
        ics(
            """
            BEGIN:VEVENT
            UID:l1
            DTSTART:20260901T080000
            DTEND:20260901T084500
            RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261210T235959
            EXDATE;VALUE=DATE:20261208
            END:VEVENT
            BEGIN:VEVENT
            UID:l2
            DTSTART:20260901T090000
            DTEND:20260901T094500
            RRULE:FREQ=WEEKLY;UNTIL=20261231
            EXDATE:20261208T090000,20261222T090000,20261229T090000
            END:VEVENT
            """),
        ("01 07:00 45", "01 08:00 45", "03 07:00 45", "10 07:00 45", "15 08:00 45"),
    ),
    "A university: only dates": File(
        vevent("DTSTART:20261201T090000Z\nDURATION:PT90M\nRDATE:20261203T100000Z,20261208T090000Z\nRDATE:20261210T090000Z"),
        ("01 09:00 90", "03 10:00 90", "08 09:00 90", "10 09:00 90"),
    ),
    "A broadcaster: VALUE=DATE-TIME spelled out": File(
        vevent("DTSTART;VALUE=DATE-TIME:20261201T200000Z\nDTEND;VALUE=DATE-TIME:20261201T204500Z"), ("01 20:00 45",)),
    "A booking site: cancelled": File(
        ics("BEGIN:VEVENT\nUID:c1\nDTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nSTATUS:CANCELLED\nEND:VEVENT",
            head="METHOD:CANCEL\nPRODID:-//Example//EN")),
    "A poll: a date that is only pencilled in": File(
        vevent("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nSTATUS:TENTATIVE"), ("01 09:00 60",)),
    "Notes and tasks beside the event": File(
        ics("BEGIN:VTODO\nUID:d1\nDTSTART:20261202T090000Z\nDUE:20261202T100000Z\nEND:VTODO\nBEGIN:VJOURNAL\nUID:j1\n"
            "DTSTART:20261203T090000Z\nEND:VJOURNAL\nBEGIN:VEVENT\nUID:e1\nDTSTART:20261201T090000Z\nDURATION:PT1H\n"
            "END:VEVENT\nBEGIN:VFREEBUSY\nUID:f1\nFREEBUSY:20261204T090000Z/PT1H\nEND:VFREEBUSY"),
        ("01 09:00 60",),
    ),
}  # fmt: skip
