"""The second oracle: icalendar reads the text, recurring-ical-events repeats it, a few lines here judge who is busy."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

from tests.ical.by_hand import Pair, no_further_than
from tests.ical.model import Change, Close, Kind, Named, Series, When, Whole
from workestra_desktop.core.interval import Span

_MARGIN = timedelta(days=3)
"""They take floating times for UTC when they look at the edges of the span."""


def busy(text: str, host: str, span: Span, own: str = "") -> list[Pair]:
    """Busy intervals that touch `span`. Raises whatever the libraries raise."""
    found: set[Pair] = set()
    with warnings.catch_warnings(), no_further_than(span.end.year + 2):
        warnings.simplefilter("ignore")
        calendars: Any = icalendar.Calendar.from_ical(text.removeprefix("\ufeff"), multiple=True)
        for each in calendars:
            for event in recurring_ical_events.of(each).between(span.start - _MARGIN, span.end + _MARGIN):
                if _takes_time(event, own):
                    found.add((_instant(event.start, host) - _travel(event, ""), _instant(event.end, host)
                               + _travel(event, "RETURN-")))  # fmt: skip
    return sorted(pair for pair in found if pair[0] < pair[1] and pair[0] < span.end and pair[1] > span.start)


def _instant(moment: date, host: str) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(host))).astimezone(UTC)


def _travel(event: Any, way: str) -> timedelta:
    """Without VALUE=DURATION it is only a text to icalendar."""
    given = event.get(f"X-APPLE-TRAVEL-{way}DURATION")
    reader: Any = icalendar.vDuration
    return timedelta(0) if given is None else getattr(given, "dt", None) or reader.from_ical(str(given))


def _takes_time(event: Any, own: str) -> bool:
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return False
    attendees = event.get("ATTENDEE", [])
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        if str(attendee).lower() == own and attendee.params.get("PARTSTAT") == "DECLINED":
            return False
    transp = str(event.get("TRANSP", "")).upper()
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", event.get("X-APPLE-EWS-BUSYSTATUS", ""))).upper()
    return not (transp == "TRANSPARENT" or (not transp and shown == "FREE"))


def grounded(whole: Whole) -> Whole:
    """Floating times on the host's clock by name, as RFC 5545 §3.3.5 means them: the libraries have no host."""

    def ground(when: When) -> When:
        if when.kind is not Kind.FLOATING:
            return when
        if whole.host == "UTC":
            return When(when.wall, Kind.UTC)
        return When(when.wall, Kind.ZONED, Named(whole.host, whole.host))

    def close(given: Close) -> Close:
        return ground(given) if isinstance(given, When) else given

    def change(given: Change) -> Change:
        return replace(given, names=ground(given.names), start=ground(given.start), close=close(given.close))

    def series(given: Series) -> Series:
        return replace(
            given, start=ground(given.start), close=close(given.close),
            rdates=tuple((ground(start), close(end)) for start, end in given.rdates),
            exdates=tuple(ground(exdate) for exdate in given.exdates),
            changes=tuple(change(each) for each in given.changes),
        )  # fmt: skip

    return replace(whole, series=tuple(series(each) for each in whole.series))
