"""A believable account: N objects over six years, most of them single meetings."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.support.icalendars import event

ZONE = "Europe/Amsterdam"
"""The host's zone, in which every timed event is written, with its VTIMEZONE."""

_BACK, _AHEAD = 5 * 365, 365
"""Days: what piles up in a calendar is mostly past."""

_MORE = (
    "LOCATION:Keizersgracht 421\\, Amsterdam",
    "TRANSP:OPAQUE",
    "SEQUENCE:1",
    "CREATED:20250101T080000Z",
    "LAST-MODIFIED:20250601T080000Z",
    "DESCRIPTION:" + "Agenda and notes of the last meeting. " * 8,
)


def objects(count: int, today: date, seed: int = 1) -> dict[str, str]:
    """`count` objects, name → text: 70 % single timed events, 10 % all-day, 20 % series. The same for the same `seed`.

    Few series are endless and half of the whole days take no time, so that a host of thousands still has free hours.
    """
    draw = random.Random(seed)  # noqa: S311 - a mixture, not a secret
    made = {}
    for n in range(count):
        uid = f"B{seed:02}-{n:06}"
        day = today + timedelta(days=draw.randint(-_BACK, _AHEAD))
        if n % 10 < 7:
            text = _single(uid, day, draw)
        elif n % 10 == 7:
            text = _whole_days(uid, day, draw)
        else:
            text = _series(uid, day, draw)
        made[f"{uid}.ics"] = text
    return made


def _single(uid: str, day: date, draw: random.Random) -> str:
    start = _moment(day, draw)
    return event(uid, start, start + timedelta(minutes=draw.choice((30, 45, 60, 90))), *_MORE, summary=f"Talk {uid}")


def _whole_days(uid: str, day: date, draw: random.Random) -> str:
    transp = draw.choice(("TRANSP:OPAQUE", "TRANSP:TRANSPARENT", "TRANSP:TRANSPARENT"))
    return event(uid, day, day + timedelta(days=draw.randint(1, 3)), transp, summary=f"Away {uid}")


def _series(uid: str, day: date, draw: random.Random) -> str:
    start = _moment(day, draw)
    until = datetime.combine(day + timedelta(weeks=draw.randint(4, 30)), time(23, 59), UTC)
    kind = draw.random()
    if kind < 0.02:
        rule = "FREQ=YEARLY"
    elif kind < 0.5:
        rule = f"FREQ=WEEKLY;COUNT={draw.randint(4, 20)}"
    elif kind < 0.8:
        rule = f"FREQ=WEEKLY;INTERVAL=2;UNTIL={until:%Y%m%dT%H%M%SZ}"
    elif kind < 0.9:
        rule = f"FREQ=MONTHLY;BYDAY={draw.choice(('1MO', '2TU', '-1FR'))};COUNT=12"
    else:
        rule = "FREQ=DAILY;COUNT=5"
    left_out = f"EXDATE;TZID={ZONE}:{start + timedelta(weeks=2):%Y%m%dT%H%M%S}"
    return event(uid, start, start + timedelta(minutes=45), f"RRULE:{rule}", left_out, *_MORE, summary=f"Series {uid}")


def _moment(day: date, draw: random.Random) -> datetime:
    return datetime.combine(day, time(draw.randint(8, 18), draw.choice((0, 15, 30, 45))), ZoneInfo(ZONE))
