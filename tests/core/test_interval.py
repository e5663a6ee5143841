"""Half-open spans: a union covers exactly the minutes its parts cover."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.interval import Span, clip, merge

ZERO = datetime(2026, 3, 1, tzinfo=UTC)


def at(minute: int) -> datetime:
    return ZERO + timedelta(minutes=minute)


def span(start: int, end: int) -> Span:
    return Span(at(start), at(end))


minutes = st.integers(0, 60)
spans = st.lists(st.builds(span, minutes, minutes), max_size=12)


def covered(some: list[Span]) -> set[int]:
    return {m for m in range(-5, 70) for s in some if s.start <= at(m) < s.end}


@given(spans)
def test_merging_changes_no_minute_and_leaves_gaps_between(some: list[Span]) -> None:
    merged = merge(some)
    assert covered(merged) == covered(some)
    assert all(s.start < s.end for s in merged)
    assert all(a.end < b.start for a, b in pairwise(merged))
    assert merge(merged) == merged


@given(spans, minutes, minutes)
def test_clipping_keeps_the_minutes_inside(some: list[Span], first: int, last: int) -> None:
    inside = clip(some, span(first, last))
    assert covered(inside) == covered(some) & set(range(first, last))
    assert all(s.start < s.end for s in inside)


@given(minutes, minutes, minutes, minutes)
def test_overlap_is_a_shared_minute_both_ways(a: int, b: int, c: int, d: int) -> None:
    one, other = span(a, b), span(c, d)
    shares = bool(covered([one]) & covered([other]))
    assert one.overlaps(other) is shares
    assert other.overlaps(one) is shares


def test_neighbours_do_not_overlap_but_merge() -> None:
    assert not span(0, 10).overlaps(span(10, 20))
    assert merge([span(10, 20), span(0, 10)]) == [span(0, 20)]


def test_a_span_is_kept_in_utc_whatever_it_was_made_with() -> None:
    plus_two = timezone(timedelta(hours=2))
    made = Span(datetime(2026, 3, 1, 2, tzinfo=plus_two), datetime(2026, 3, 1, 3, tzinfo=plus_two))
    assert made == span(0, 60)
    assert made.start.tzinfo is UTC


def test_naive_times_never_travel() -> None:
    with pytest.raises(ValueError, match="naive"):
        Span(datetime(2026, 3, 1), at(1))
