"""Free times the plain way: every event's text is parsed and expanded by libraries, each time somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.slots import Taken, free_slots


def blocks(texts: Sequence[str], span: Span, where: ZoneInfo) -> list[Block]:
    """What takes time in `span`, for events as `benchmarks.calendars` makes them; whole days are days in `where`."""
    found = []
    for text in texts:
        calendar = icalendar.Calendar.from_ical(text)
        for event in recurring_ical_events.of(calendar).between(span.start, span.end):
            if event.get("TRANSP") != "TRANSPARENT":
                start, end = (_instant(event[name].dt, where) for name in ("DTSTART", "DTEND"))
                found.append(Block(start, end, "", Reason.BUSY))
    return found


def slots(link: Link, span: Span, taken: Sequence[Block], now: datetime) -> tuple[Span, ...]:
    return tuple(free_slots(link, link.minutes[0], span, Taken(taken, ()), now))


def around(span: Span) -> Span:
    """With a day of room: a whole day in one zone reaches into two in another."""
    return Span(span.start - timedelta(days=1), span.end + timedelta(days=1))


def _instant(moment: datetime | date, where: ZoneInfo) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), where)
