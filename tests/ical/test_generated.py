"""Thousands of calendar objects by chance: our busy time against the two oracles, and what holds for all of them.

WORKESTRA_ORACLE_EXAMPLES=20000 asks for a long run. A failure names the seed: `made(seed)` is that object again.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from random import Random

import pytest

from tests.ical import by_hand, by_libraries
from tests.ical.by_hand import Pair
from tests.ical.generated import CLOCKS, ME, a_span, a_whole, seeds
from tests.ical.generated_rules import OFTEN
from tests.ical.model import Kind, Series, When, Whole
from tests.ical.texts import BERLIN
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.ical.expansion import Expansion, expand
from workestra_desktop.ical.scan import index

_SEEDS = seeds(2000)
_CHUNKS = [pytest.param(_SEEDS[n : n + 250], id=f"from {n}") for n in range(0, len(_SEEDS), 250)]
_FEWER = [pytest.param(_SEEDS[n : n + 250 : 3], id=f"from {n}") for n in range(0, len(_SEEDS), 250)]


@lru_cache(maxsize=4096)
def made(seed: int) -> tuple[Whole, Span]:
    chance = Random(seed)
    return a_whole(chance), a_span(chance)


def ours(whole: Whole, span: Span) -> Expansion:
    return expand(whole.text, BusyPolicy(whole.host, frozenset({ME})), span)


def pairs(expansion: Expansion) -> list[Pair]:
    return sorted({(block.start, block.end) for block in expansion.blocks})


@pytest.mark.parametrize("some", _CHUNKS)
def test_as_by_hand(some: range) -> None:
    for seed in some:
        whole, span = made(seed)
        found = ours(whole, span)
        assert (pairs(found), found.problem) == (by_hand.busy(whole, span), ""), f"seed {seed}\n{whole.text}"


@pytest.mark.parametrize("some", _FEWER)
def test_as_the_libraries(some: range) -> None:
    """Where they read the text at all, and but for what test_disagreements shows."""
    for seed in some:
        whole, span = made(seed)
        if not all(_comparable(series, whole.host) for series in whole.series):
            continue
        try:
            theirs = by_libraries.busy(by_libraries.grounded(whole).text, whole.host, span, ME)
        except ValueError as refused:
            if not re.search(r"UNTIL|byxxx|Invalid combination", str(refused)):
                raise
            continue  # a rule whose parts never meet
        mine = pairs(ours(whole, span))
        assert _certain(mine, whole) == _certain(theirs, whole), f"seed {seed}\n{whole.text}"


def _comparable(series: Series, host: str) -> bool:
    """Each line is a test in test_disagreements."""
    gone = {moment.instant(host) for moment in series.exdates}
    days = {moment.wall.date() for moment in series.exdates if moment.kind is Kind.DAY}
    timed = series.start.kind is not Kind.DAY
    start, close = series.start, series.close
    futures = [change for change in series.changes if change.future]
    return not (
        any(c.names.instant(host) in gone or c.names.wall.date() in days for c in series.changes)
        or (timed and any(rule.until and not rule.until.utc for rule in series.rules))
        or any(isinstance(end, When) and end.kind is Kind.UTC and s.kind is not Kind.UTC for s, end in series.rdates)
        or any((c.start.kind is Kind.DAY) == timed for c in futures)
        or (futures and any(end for _, end in series.rdates))
        or (series.changes and any(word in rule.parts.upper() for rule in series.rules for word in OFTEN))
        or any((c.names.kind, c.names.named) != (start.kind, start.named) for c in series.changes)
        or any((e.kind, e.named) != (start.kind, start.named) for e in series.exdates)
        or (isinstance(close, When) and _over_a_change(start.instant(host), close.instant(host), series, host))
    )


def _certain(found: list[Pair], whole: Whole) -> list[Pair]:
    """Without those that lie over a change of clocks: the libraries keep the hour of their end, we their length."""
    return [pair for pair in found if not any(_over_a_change(*pair, series, whole.host) for series in whole.series)]


def _over_a_change(begin: datetime, end: datetime, series: Series, host: str) -> bool:
    """Whether a clock that the event is on changes between, with some hours around."""
    keys = {host, *(named.key for named in series.zones())}
    changes = [change.replace(tzinfo=UTC) for key in keys for change in CLOCKS[key]]
    return any(begin - timedelta(hours=30) < change < end + timedelta(hours=30) for change in changes)


@pytest.mark.parametrize("some", _FEWER)
def test_the_light_index_holds_every_occurrence(some: range) -> None:
    """What the mirror skips by the index takes no time there; a violation would lose busy time."""
    for seed in some:
        whole, span = made(seed)
        text = whole.text
        found = index(text)
        years = Span(span.start - timedelta(days=900), span.start + timedelta(days=200))
        for host in (whole.host, "Pacific/Kiritimati", "Pacific/Pago_Pago"):
            for block in expand(text, BusyPolicy(host), years).blocks:
                assert found.first is None or found.first <= block.start, f"seed {seed}\n{text}"
                assert found.last is None or block.end <= found.last, f"seed {seed}\n{text}"


@pytest.mark.parametrize("some", _FEWER)
def test_a_span_is_the_sum_of_its_parts(some: range) -> None:
    for seed in some:
        whole, span = made(seed)
        cuts = [span.start + (span.end - span.start) * n / 3 for n in range(4)]
        parts: set[Pair] = set()
        for begin, end in pairwise(cuts):
            parts |= set(pairs(ours(whole, Span(begin, end))))
        assert sorted(parts) == pairs(ours(whole, span)), f"seed {seed}\n{whole.text}"


def test_the_calendars_are_worth_comparing() -> None:
    """A generator that gives empty answers would prove nothing."""
    answers = [(made(seed)[0], by_hand.busy(*made(seed))) for seed in _SEEDS[:300]]
    assert sum(bool(busy) for _, busy in answers) > 90
    assert len({whole.host for whole, _ in answers}) > 6
    text = "".join(whole.text for whole, busy in answers if busy and not whole.style.lower and whole.style.fold == 75)
    for word in ("BYDAY=", "BYMONTHDAY=", "BYYEARDAY=", "BYWEEKNO=", "BYSETPOS=", "BYHOUR=", "THISANDFUTURE", "/P",
                 "EXDATE;VALUE=DATE", "FREQ=SECONDLY", "FREQ=YEARLY", "WKST=", "UNTIL=", "COUNT=", BERLIN):  # fmt: skip
        assert word in text, word
