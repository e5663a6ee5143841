"""What both sides meant by the times of an event, field by field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.example import HALF_HOUR, TEN
from workestra_desktop.core.interval import Span
from workestra_desktop.core.merge import Clash, merge

AGREED = Span(TEN, TEN + HALF_HOUR)
MOVED = Span(TEN + 4 * HALF_HOUR, TEN + 5 * HALF_HOUR)
LONGER = Span(TEN, TEN + 2 * HALF_HOUR)
BEGUN_EARLIER = Span(TEN - HALF_HOUR, TEN + HALF_HOUR)


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        (AGREED, AGREED, AGREED),
        (MOVED, AGREED, MOVED),
        (AGREED, MOVED, MOVED),
        (MOVED, MOVED, MOVED),
        (MOVED, LONGER, Span(MOVED.start, MOVED.start + 2 * HALF_HOUR)),
        (LONGER, MOVED, Span(MOVED.start, MOVED.start + 2 * HALF_HOUR)),
        (MOVED, BEGUN_EARLIER, Clash()),
        (LONGER, Span(TEN, TEN + 3 * HALF_HOUR), Clash()),
        (MOVED, Span(MOVED.start + HALF_HOUR, MOVED.end + HALF_HOUR), Clash()),
    ],
)
def test_the_table(ours: Span, theirs: Span, merged: Span | Clash) -> None:
    assert merge(AGREED, ours, theirs) == merged


def test_what_was_never_agreed_on_is_ours() -> None:
    assert merge(None, MOVED, LONGER) == MOVED


spans = st.builds(
    lambda start, length: Span(TEN + start * HALF_HOUR, TEN + (start + length) * HALF_HOUR),
    st.integers(-3, 3),
    st.integers(1, 3),
)


@given(spans, spans, spans)
def test_neither_side_is_favoured_and_a_merge_is_final(agreed: Span, ours: Span, theirs: Span) -> None:
    merged = merge(agreed, ours, theirs)
    assert merge(agreed, theirs, ours) == merged
    if isinstance(merged, Span):
        assert merge(agreed, merged, merged) == merged
        assert merge(agreed, ours, merged) == merged, "one that was written and whose answer was lost is recognised"
        assert merged.start in (ours.start, theirs.start)
        assert merged.end - merged.start in (ours.end - ours.start, theirs.end - theirs.start)
    assert merge(agreed, ours, agreed) == ours
