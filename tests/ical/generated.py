"""Whole calendar objects by chance: everything RFC 5545 lets a series say, and what senders make of it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from tests.ical.by_hand import LIMIT, occurrences
from tests.ical.generated_rules import a_rule, one_in
from tests.ical.model import (
    BUSY,
    Change,
    Close,
    Fact,
    Kind,
    Length,
    Named,
    Series,
    Style,
    When,
    Whole,
    day,
    offset,
    wall,
)  # fmt: skip
from tests.ical.texts import at
from workestra_desktop.core.interval import Span

HOSTS = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca",
         "Pacific/Apia", "Pacific/Chatham", "Africa/Cairo", "UTC")  # fmt: skip
ME = "mailto:ann@example.org"


def vtimezone(tzid: str, *observances: str) -> str:
    """`STANDARD 20201025T030000 +0200 +0100 FREQ=…`, each."""
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid}", f"X-LIC-LOCATION:{tzid}"]
    for observance in observances:
        kind, onset, before, after, *rule = observance.split()
        lines += [f"BEGIN:{kind}", f"DTSTART:{onset}", f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}"]
        lines += [*(f"RRULE:{text}" for text in rule), f"END:{kind}"]
    return "\n".join([*lines, "END:VTIMEZONE"])


EUROPE = ("STANDARD 16010101T030000 +0200 +0100 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
          "DAYLIGHT 16010101T020000 +0100 +0200 FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")  # fmt: skip
EAST = ("DAYLIGHT 20070311T020000 -0500 -0400 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "STANDARD 20071104T020000 -0400 -0500 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")  # fmt: skip
ISLAND = ("STANDARD 20080406T020000 +1100 +1030 FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
          "DAYLIGHT 20081005T020000 +1030 +1100 FREQ=YEARLY;BYMONTH=10;BYDAY=1SU")  # fmt: skip
FIVE = ("STANDARD 16010101T000000 +0500 +0500",)

NAMES = (
    *(Named(key, key) for key in HOSTS if key != "UTC"),
    Named("Europe/Berlin", "Europe/Berlin", vtimezone("Europe/Berlin", *EUROPE)),
    Named("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
    Named("/mozilla.org/20050126_1/America/New_York", "America/New_York"),
    Named("Eastern Standard Time", "America/New_York"),
    Named("Eastern Standard Time", "America/New_York", vtimezone("Eastern Standard Time", *EAST)),
    Named("W. Europe Standard Time", "Europe/Berlin", vtimezone("W. Europe Standard Time", *EUROPE)),
    Named("India Standard Time", "Asia/Kolkata"),
    Named("Customized Time Zone", "America/New_York", vtimezone("Customized Time Zone", *EAST)),
    Named("(UTC+01:00) Amsterdam, Berlin", "Europe/Berlin",
          vtimezone(r"(UTC+01:00) Amsterdam\, Berlin", *EUROPE)),
    Named("Island", "Australia/Lord_Howe", vtimezone("Island", *ISLAND)),
    Named("Plus Five", "Etc/GMT-5", vtimezone("Plus Five", *FIVE)),
    Named("Asia/Tokyo", "Asia/Tokyo", vtimezone("Asia/Tokyo", *FIVE)),
)  # fmt: skip
"""Names that mean a zone in every product, and what they mean (fact sheet §6, "Resolve TZID")."""

FACTS = (
    *[BUSY] * 6,
    Fact(("TRANSP:OPAQUE", "STATUS:CONFIRMED"), busy=True),
    Fact(("STATUS:TENTATIVE",), busy=True),
    Fact((f"ATTENDEE;PARTSTAT=NEEDS-ACTION:{ME}",), busy=True),
    Fact(("ATTENDEE;PARTSTAT=DECLINED:mailto:bob@example.org",), busy=True),
    Fact(("TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), busy=True),
    Fact((f"ATTENDEE;PARTSTAT=DECLINED:{ME}",), busy=False),
    Fact(("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), busy=False),
    Fact(("TRANSP:TRANSPARENT",), busy=False),
    Fact(("STATUS:CANCELLED",), busy=False),
)


def _changes_of_clocks(key: str) -> list[datetime]:
    """Wall-clock times on the clock before each change in 2025 and 2026."""
    zone, hour = ZoneInfo(key), timedelta(hours=1)
    days = [at("2025-01-01") + timedelta(days=n) for n in range(730)]
    days = [day for day in days if offset(day, zone) != offset(day + timedelta(days=1), zone)]
    hours = [day + n * hour for day in days for n in range(24)]
    found = [moment for moment in hours if offset(moment, zone) != offset(moment + hour, zone)]
    return [wall(moment + timedelta(minutes=59), key).replace(minute=0) for moment in found]


CLOCKS = {key: _changes_of_clocks(key) for key in dict.fromkeys([*HOSTS, *(named.key for named in NAMES)])}
_MONTH_ENDS = (datetime(2024, 2, 29, 9), datetime(2025, 12, 31, 23, 30), datetime(2026, 1, 30, 17))


def a_when(chance: Random, host: str, kinds: tuple[Kind, ...] = tuple(Kind)) -> When:
    kind = chance.choice(kinds)
    named = chance.choice(NAMES) if kind is Kind.ZONED else None
    moment = datetime(2025, 6, 1) + timedelta(minutes=chance.randint(0, 450 * 1440))
    if one_in(chance, 8):
        moment = chance.choice(_MONTH_ENDS)
    changes = CLOCKS[named.key if named else host]
    if changes and kind is not Kind.UTC and one_in(chance, 5):
        moment = chance.choice(changes) + timedelta(minutes=chance.choice([-30, 0, 15, 30, 60, 90]))
    return When(datetime.combine(moment, datetime.min.time()) if kind is Kind.DAY else moment, kind, named)


def a_close(chance: Random, start: When, host: str) -> Close:
    """An end that is not before `start`."""
    how = chance.randint(0, 9)
    if how == 0:
        return None
    if start.kind is Kind.DAY:
        days = chance.randint(1, 9)
        return Length(days, 0) if how < 5 else start.on(start.wall + timedelta(days=days))
    if how < 4:
        return Length(chance.randint(0, 2), 60 * chance.randint(1, 3000))
    end = start.instant(host) + timedelta(minutes=chance.randint(0, 4000))
    return spelled(end, start if how < 8 else a_when(chance, host, (Kind.UTC, Kind.ZONED, Kind.FLOATING)), host)


def spelled(moment: datetime, like: When, host: str) -> When:
    """`moment` as `like` is written; as UTC where that would be another instant (a time that comes twice)."""
    key = "UTC" if like.kind is Kind.UTC else like.named.key if like.named else host
    found = like.on(wall(moment, key))
    return found if found.instant(host) == moment else When(moment.replace(tzinfo=None), Kind.UTC)


def a_change(chance: Random, names: When, host: str, *, future: bool) -> Change:
    start = names
    if not one_in(chance, 4):
        start = names.on(names.wall + timedelta(days=chance.randint(-9, 9)))
        if start.kind is not Kind.DAY:
            start = start.on(start.wall + timedelta(minutes=15 * chance.randint(-40, 40)))
    elif not future:
        start = a_when(chance, host)
    elif one_in(chance, 2):
        start = spelled(names.instant(host), a_when(chance, host, (Kind.UTC, Kind.ZONED)), host)
        start = start if one_in(chance, 2) else day(start.wall)
    return Change(names, start, a_close(chance, start, host), chance.choice(FACTS), future)


def a_series(chance: Random, host: str) -> Series:
    start = a_when(chance, host)
    close = a_close(chance, start, host)
    rules = tuple(a_rule(chance, start) for _ in range(chance.choice([0, 1, 1, 1, 1, 2])))
    rdates = tuple(an_rdate(chance, start, host) for _ in range(chance.choice([0, 0, 0, 1, 3])))
    fact, travel, travel_back = chance.choice(FACTS), chance.choice(_TRAVEL), chance.choice(_TRAVEL)
    bare = Series(start, close, rules, rdates, fact=fact, travel=travel, travel_back=travel_back)
    if not rules and not rdates:
        return bare
    known = [when for when, _ in occurrences(bare, host, LIMIT, [])]
    known = [when for when in known if when.instant(host) > at("2025-11-01")][:60] or known[:5]
    exdates = [name(chance, chance.choice(known), host, day=True) for _ in range(chance.choice([0, 0, 1, 2, 4]))]
    made: dict[datetime, Change] = {}
    for _ in range(chance.choice([0, 0, 1, 2, 3])):
        names = name(chance, chance.choice(known), host, day=False)
        future = bool(rules) and one_in(chance, 3)
        made.setdefault(names.instant(host), a_change(chance, names, host, future=future))
    headless = bool(made) and one_in(chance, 10)
    return replace(bare, exdates=tuple(exdates), changes=tuple(made.values()), headless=headless)


_TRAVEL = (*[timedelta(0)] * 5, timedelta(minutes=30), timedelta(hours=3))


def an_rdate(chance: Random, start: When, host: str) -> tuple[When, Close]:
    kinds = (Kind.DAY,) if start.kind is Kind.DAY else (Kind.FLOATING, Kind.UTC, Kind.ZONED)
    extra = a_when(chance, host, kinds)
    if extra.kind is Kind.DAY or one_in(chance, 2):
        return extra, None
    given = a_close(chance, extra, host)
    # One TZID holds for both sides of a PERIOD.
    alike = not isinstance(given, When) or (given.kind, given.named) in ((extra.kind, extra.named), (Kind.UTC, None))
    return extra, given if alike else None


def name(chance: Random, when: When, host: str, *, day: bool) -> When:
    """An occurrence as EXDATE or RECURRENCE-ID may name it: as it is, in UTC, on another clock, or by its day."""
    if when.kind is Kind.DAY:
        return when
    how = chance.randint(0, 9)
    if day and how == 0:
        return When(datetime.combine(when.wall, datetime.min.time()), Kind.DAY)
    if how < 3:
        return When(when.instant(host).replace(tzinfo=None), Kind.UTC)
    if how < 5:
        return spelled(when.instant(host), a_when(chance, host, (Kind.ZONED, Kind.FLOATING)), host)
    return when


def a_style(chance: Random) -> Style:
    bare, bom, lower, overrides_first, alarm = (one_in(chance, 3) for _ in range(5))
    return Style(bare, bom, lower, chance.choice([75, 75, 75, 20, 7]), overrides_first, alarm)


def a_whole(chance: Random) -> Whole:
    host = chance.choice(HOSTS)
    amount = chance.choice([1, 1, 1, 1, 2])
    return Whole(host, tuple(a_series(chance, host) for _ in range(amount)), a_style(chance))


def a_span(chance: Random) -> Span:
    first = at("2026-01-01") + timedelta(minutes=chance.randint(0, 250 * 1440))
    minutes = chance.randint(1, 5000) if one_in(chance, 5) else chance.randint(60_000, 210_000)
    return Span(first, first + timedelta(minutes=minutes))


def seeds(usual: int) -> range:
    """For so many calendars, always the same ones; WORKESTRA_ORACLE_EXAMPLES asks for more, after the usual ones."""
    return range(max(usual, int(os.environ.get("WORKESTRA_ORACLE_EXAMPLES", "0"))))
