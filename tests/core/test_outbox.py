"""Folding writes that wait, and waiting longer after each failure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workestra_desktop.core.outbox import Kind, backoff, fold

PUBLISH, AMEND, WITHDRAW = Kind.PUBLISH, Kind.AMEND, Kind.WITHDRAW


@pytest.mark.parametrize(
    ("pending", "new", "remains"),
    [
        (None, PUBLISH, PUBLISH),
        (None, AMEND, AMEND),
        (None, WITHDRAW, WITHDRAW),
        (PUBLISH, AMEND, PUBLISH),
        (PUBLISH, WITHDRAW, None),
        (AMEND, AMEND, AMEND),
        (AMEND, WITHDRAW, WITHDRAW),
    ],
)
def test_what_remains_of_two(pending: Kind | None, new: Kind, remains: Kind | None) -> None:
    assert fold(pending, new) is remains


@pytest.mark.parametrize(("pending", "new"), [(WITHDRAW, k) for k in Kind] + [(PUBLISH, PUBLISH), (AMEND, PUBLISH)])
def test_what_makes_no_sense_is_a_defect(pending: Kind, new: Kind) -> None:
    with pytest.raises(ValueError, match="takes no"):
        fold(pending, new)


@given(st.booleans(), st.lists(st.just(AMEND), max_size=6), st.booleans())
def test_folding_ends_where_doing_each_in_turn_would(published: bool, amends: list[Kind], withdrawn: bool) -> None:
    """The event exists afterwards exactly if it was not withdrawn, however many writes were folded away."""
    history = ([] if published else [PUBLISH]) + amends + ([WITHDRAW] if withdrawn else [])
    pending: Kind | None = None
    for kind in history:
        pending = fold(pending, kind)
    exists = {None: published, PUBLISH: True, AMEND: True, WITHDRAW: False}[pending]
    assert exists is not withdrawn
    assert (pending is PUBLISH) is (not published and not withdrawn)


def test_waiting_doubles_from_half_a_minute_to_an_hour() -> None:
    waits = [backoff(n, None, 0).total_seconds() for n in range(1, 10)]
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert backoff(10_000, None, 0).total_seconds() == 3600


@given(st.integers(1, 50), st.none() | st.floats(0, 1e9), st.floats(0, 1, exclude_max=True))
def test_the_servers_wish_is_kept_within_a_day(attempts: int, retry_after: float | None, jitter: float) -> None:
    wait = backoff(attempts, retry_after, jitter).total_seconds()
    assert 30 <= wait <= 24 * 3600
    assert wait >= min(retry_after or 0, 24 * 3600) - 1e-6
    if not retry_after:
        assert wait <= 4500
