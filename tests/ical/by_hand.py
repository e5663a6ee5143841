"""The oracle by hand: busy intervals from what is meant, with python-dateutil for the rules and nothing of ours.

RFC 5545 §3.3.10 (rules), §3.8.4.4 (RECURRENCE-ID), §3.8.5 (EXDATE, RDATE), §3.3.5 (gaps and overlaps), §3.3.6
(nominal days); travel time by the fact sheet §6.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import takewhile

from dateutil.rrule import rrulestr

from tests.ical.model import Change, Close, Kind, Length, Rule, Series, When, Whole, instant, wall
from workestra_desktop.core.interval import Span

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Pair = tuple[datetime, datetime]
LIMIT = datetime(2027, 5, 1, tzinfo=UTC)
"""No generated span reaches further than two months before this, no generated event is that long or moved that far."""


def busy(whole: Whole, span: Span) -> list[Pair]:
    found = {pair for series in whole.series for pair in _pairs(series, whole.host, span)}
    return sorted(pair for pair in found if pair[0] < pair[1] and pair[0] < span.end and pair[1] > span.start)


def _pairs(series: Series, host: str, span: Span) -> Iterator[Pair]:
    for change in series.changes:
        if change.fact.busy:
            yield change.start.instant(host), end_of(change.start, change.start, change.close, host)
    if series.headless:
        return
    named = [change.names for change in series.changes]
    for start, given in occurrences(series, host, LIMIT, named):
        later = [c for c in series.changes if c.future and c.names.instant(host) <= start.instant(host)]
        if later:
            change = max(later, key=lambda c: c.names.instant(host))
            moved = _moved(start, change, host)
            if change.fact.busy:
                yield moved.instant(host), end_of(moved, change.start, change.close, host)
        elif series.fact.busy:
            first, close = (start, given) if given else (series.start, series.close)
            end = end_of(start, first, close, host)
            yield start.instant(host) - series.travel, end + series.travel_back


def occurrences(series: Series, host: str, until: datetime, left_out: list[When]) -> list[tuple[When, Close]]:
    """The recurrence set up to `until`, without what EXDATE and `left_out` name; a PERIOD's own end with it."""
    limit = until.replace(tzinfo=None) + timedelta(days=2)
    found: list[tuple[When, Close]] = [(series.start, None)]
    for rule in series.rules:
        found += [(start, None) for start in by_rule(rule, series.start, host, limit)]
    seen = {start.instant(host): (start, close) for start, close in found}
    both = [*seen.values(), *((s, c) for s, c in series.rdates if c or s.instant(host) not in seen)]
    gone = [*series.exdates, *left_out]
    times = {moment.instant(host) for moment in gone if moment.kind is not Kind.DAY}
    days = {moment.wall.date() for moment in gone if moment.kind is Kind.DAY}
    return [(s, c) for s, c in both if s.instant(host) not in times and s.wall.date() not in days]


def by_rule(rule: Rule, start: When, host: str, limit: datetime) -> list[When]:
    until = rule.until
    last_day = min(limit, until.last + timedelta(days=2)) if until else limit
    found = [start.on(moment) for moment in _walls(rule.parts, start.wall, last_day)]
    if until is None:
        return found
    if until.utc:
        last = When(until.last, Kind.UTC).instant(host)
        return [moment for moment in found if moment.instant(host) <= last]
    return [moment for moment in found if moment.wall <= until.last]


@lru_cache(maxsize=64)
def _walls(parts: str, start: datetime, limit: datetime) -> list[datetime]:
    with no_further_than(limit.year + 1), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        named = dict(part.split("=") for part in parts.upper().split(";"))
        count, first = None, start
        if named["FREQ"] == "WEEKLY" and "BYSETPOS" in named:
            # dateutil counts positions in the first week from DTSTART on (see test_disagreements).
            count = int(named.pop("COUNT", "0")) or None
            first = start - timedelta(days=(start.weekday() - _DAYS.index(named.get("WKST", "MO"))) % 7)
            named.setdefault("BYDAY", _DAYS[start.weekday()])
        try:
            walls: Iterator[datetime] = iter(rrulestr(";".join(map("=".join, named.items())), dtstart=first))
            found = [moment for moment in takewhile(lambda moment: moment <= limit, walls) if moment >= start]
            return found[:count]
        except ValueError:
            return []  # what dateutil says of parts that can never meet, as FREQ=HOURLY;INTERVAL=24;BYHOUR=…


@contextmanager
def no_further_than(year: int) -> Iterator[None]:
    """Lets dateutil stop at `year`: on a rule that never comes true it would walk to 9999, for minutes."""
    usual = dt.MAXYEAR
    vars(dt)["MAXYEAR"] = year
    try:
        yield
    finally:
        vars(dt)["MAXYEAR"] = usual


def end_of(start: When, first: When, close: Close, host: str) -> datetime:
    """When the occurrence at `start` ends, of an event that begins at `first`."""
    match close:
        case Length():
            nominal = start.on(start.wall + timedelta(days=close.days))
            return nominal.instant(host) + timedelta(seconds=close.seconds)
        case When() if start.kind is Kind.DAY and close.kind is Kind.DAY:
            return start.on(start.wall + max(close.wall - first.wall, timedelta(days=1))).instant(host)
        case When():
            return start.instant(host) + (close.instant(host) - first.instant(host))
        case None:
            return start.on(start.wall + timedelta(days=start.kind is Kind.DAY)).instant(host)


def _moved(start: When, change: Change, host: str) -> When:
    """`start` as far off as the named occurrence is moved, in the wall-clock time of the series; days stay days."""
    if change.start.kind is Kind.DAY:
        here = wall(start.instant(host), host).date()
        shift = change.start.wall.date() - wall(change.names.instant(host), host).date()
        return change.start.on(datetime.combine(here + shift, datetime.min.time()))
    key = "UTC" if start.kind is Kind.UTC else start.named.key if start.named else host
    shift_by = wall(change.start.instant(host), key) - wall(change.names.instant(host), key)
    kind = Kind.FLOATING if start.kind is Kind.DAY else start.kind
    return When(start.wall + shift_by, kind, start.named)


__all__ = ["Pair", "busy", "by_rule", "end_of", "instant", "occurrences"]
