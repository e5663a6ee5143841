"""When the host hears that iCloud is out of reach: after an hour of looks that prove it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from workestra_desktop.core.outage import LONGEST_GAP, TELL_AFTER, Outage, outage
from workestra_desktop.core.outbox import backoff
from workestra_desktop.core.trouble import Code, Scope, Trouble

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DOWN = Trouble(Code.ICLOUD_DOWN, Scope.ACCOUNT)


def looks(*minutes: float) -> Outage:
    """What is known after looks that failed, so many minutes after the first."""
    known = None
    for after in (0.0, *minutes):
        known = outage(known, DOWN, rest=None, now=BEGUN + timedelta(minutes=after))
        assert known is not None
    assert known is not None
    return known


@pytest.mark.parametrize("poll_every", [timedelta(minutes=m) for m in (1, 10, 29, 31, 45, 60, 600)], ids=str)
@pytest.mark.parametrize("jitter", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("answer", [timedelta(), timedelta(seconds=120)], ids=str)
def test_an_hour_is_full_however_rare_polls_are(poll_every: timedelta, jitter: float, answer: timedelta) -> None:
    """The pauses are those of `Timetable.end`; `answer` is how long a look takes to fail."""
    now, known, failures = BEGUN, outage(None, DOWN, rest=None, now=BEGUN), 0
    while known is not None and not known.long:
        failures += 1
        now += min(poll_every, backoff(failures, None, jitter)) + answer
        known = outage(known, DOWN, rest=None, now=now)
        assert now - BEGUN < 3 * TELL_AFTER, "it begins anew again and again"
    assert known == Outage(BEGUN, now)


def test_sleep_between_looks_proves_nothing() -> None:
    assert looks(10, 20, 40).since == BEGUN
    assert looks(10, 20, 20 + 31).since == BEGUN + timedelta(minutes=51), "longer than after so short an outage"
    assert looks(10, 20, 30, 40, 50, 50 + 46).since == BEGUN + timedelta(minutes=96)
    assert looks(LONGEST_GAP / timedelta(minutes=1) + 1).since > BEGUN
    assert looks(480).since > BEGUN


def test_a_rest_that_icloud_asked_for_is_added() -> None:
    known = Outage(BEGUN, BEGUN)
    later = BEGUN + LONGEST_GAP + timedelta(minutes=50)
    assert outage(known, DOWN, rest=3000.0, now=later) == Outage(BEGUN, later)
    assert outage(known, DOWN, rest=2999.0, now=later) == Outage(later, later)
