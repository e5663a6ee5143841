"""The span of ready-made busy blocks: it moves with the days, turns with the host's zone, and is never the limit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.desks import MONDAY, Workplace, workplace
from tests.support.icalendars import event
from tests.support.icloud import ICloud
from tests.sync.stage import TEN, quiet_poll
from workestra_desktop.core.calendar import Block, BusyPolicy
from workestra_desktop.core.interval import Span
from workestra_desktop.ical.expansion import Expansion, expand
from workestra_desktop.sync import session as session_room
from workestra_desktop.sync.session import AHEAD, BEHIND, fresh_horizon, renew_horizon

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEXTS = {
    "weekly": event("weekly", TEN - 100 * DAY, TEN - 100 * DAY + HOUR, "RRULE:FREQ=WEEKLY"),
    "daily": event("daily", datetime(2027, 1, 1, 17), datetime(2027, 1, 1, 18), "RRULE:FREQ=DAILY;COUNT=800"),
    "whole": event("whole", date(2027, 3, 20), date(2027, 3, 22), "RRULE:FREQ=MONTHLY"),
    "past": event("past", TEN - 400 * DAY, TEN - 400 * DAY + HOUR),
    "soon": event("soon", TEN + 30 * DAY, TEN + 30 * DAY + 3 * HOUR),
    "edge": event("edge", MONDAY + AHEAD - 8 * HOUR, MONDAY + AHEAD + 8 * HOUR),
    "late": event("late", TEN + 300 * DAY, TEN + 300 * DAY + HOUR),
}


@pytest.fixture
def place(icloud: ICloud, place: Workplace) -> Workplace:
    icloud.seed("work", {f"{name}.ics": text for name, text in TEXTS.items()})
    place.connect()
    return place


def told(blocks: list[Block]) -> list[tuple[datetime, datetime, str]]:
    return [(b.start, b.end, b.uid) for b in blocks]


def weeks(first: datetime, last: datetime) -> list[Span]:
    return [Span(first + n * 7 * DAY, first + (n + 1) * 7 * DAY) for n in range((last - first) // (7 * DAY))]


def expanded_now(place: Workplace, monkeypatch: pytest.MonkeyPatch, span: Span) -> list[Block]:
    """What the desk says when it has no horizon to rely on."""
    with monkeypatch.context() as patch:
        patch.setattr(type(place.store.account), "horizon", lambda _: None)
        return place.desk.busy_blocks(span)


def test_inside_and_outside_the_horizon_agree(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    horizon = place.store.account.horizon()
    assert horizon is not None
    seen: set[str] = set()
    for span in weeks(horizon.span.start, horizon.span.end):
        ready = place.desk.busy_blocks(span)
        assert ready == expanded_now(place, monkeypatch, span)
        seen |= {b.uid for b in ready}
    assert seen == {"weekly", "daily", "whole", "soon"} | {"edge"}


def test_beyond_the_horizon_time_is_taken_all_the_same(place: Workplace) -> None:
    around = Span(TEN + 300 * DAY - HOUR, TEN + 300 * DAY + 2 * HOUR)
    assert [b.uid for b in place.desk.busy_blocks(around)] == ["late"]
    across = Span(MONDAY + AHEAD - 9 * HOUR, MONDAY + AHEAD + 9 * HOUR)
    assert "edge" in {b.uid for b in place.desk.busy_blocks(across)}
    assert [b.uid for b in place.desk.busy_blocks(Span(TEN - 400 * DAY, TEN - 399 * DAY))] == ["past"]


@pytest.mark.parametrize("step", [1, 29, 30, 31, 150, 400, -90])
def test_after_any_pause_the_blocks_are_those_of_a_fresh_profile(
    icloud: ICloud, place: Workplace, tmp_path: Path, step: int
) -> None:
    place.clock.forward(days=step)
    quiet_poll(place)
    horizon = place.store.account.horizon()
    assert horizon is not None
    now = place.clock.at
    assert horizon.span.start <= now and horizon.span.end - now > timedelta(days=169)
    with workplace(tmp_path / "fresh", icloud.url) as fresh:
        fresh.clock.at = now
        fresh.connect()
        inside = Span(max(horizon.span.start, now - BEHIND + DAY), horizon.span.end)
        for span in weeks(inside.start, inside.end):
            assert told(place.desk.busy_blocks(span)) == told(fresh.desk.busy_blocks(span))


def test_a_month_passes_before_anything_is_expanded_anew(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    expanded: list[str] = []

    def counted(text: str, policy: BusyPolicy, span: Span) -> object:
        expanded.append(text)
        return expand(text, policy, span)

    monkeypatch.setattr(session_room, "expand", counted)
    policy = place.desk.policy()
    assert not renew_horizon(place.store, policy, place.clock.at + 29 * DAY)
    assert expanded == []
    assert renew_horizon(place.store, policy, place.clock.at + 30 * DAY)
    uids = sorted(uid for uid in TEXTS for text in expanded if f"UID:{uid}" in text.splitlines())
    assert uids == ["daily", "edge", "weekly", "whole"], "only what reaches into the new days"


def test_a_first_read_parses_only_what_can_touch_the_horizon(
    icloud: ICloud, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 80 events that are over and 6 that are not, or go on, 6 are expanded; one changed event later is one more."""
    over = {f"o{n}.ics": event(f"o{n}", TEN - (400 + n) * DAY, TEN - (400 + n) * DAY + HOUR) for n in range(80)}
    coming = {f"{name}.ics": TEXTS[name] for name in ("weekly", "daily", "whole", "soon", "edge")}
    coming["ended.ics"] = event("ended", TEN - 900 * DAY, TEN - 900 * DAY + HOUR, "RRULE:FREQ=YEARLY;COUNT=9")
    icloud.mkcalendar("work", "Work", order=1)
    icloud.seed("work", over | coming)
    parsed: list[str] = []

    def counted(text: str, policy: BusyPolicy, span: Span) -> Expansion:
        parsed.append(text)
        return expand(text, policy, span)

    with workplace(tmp_path / "fresh", icloud.url) as fresh:
        monkeypatch.setattr(session_room, "expand", counted)
        fresh.connect()
        assert fresh.desk.snapshot().events == 86
        assert len(parsed) == 6
        icloud.put("work", "o3.ics", event("o3", TEN + DAY, TEN + DAY + HOUR))
        quiet_poll(fresh)
        assert len(parsed) == 7


def test_another_host_zone_moves_whole_days_and_floating_times(place: Workplace) -> None:
    day = Span(datetime(2027, 3, 19, tzinfo=UTC), datetime(2027, 3, 23, tzinfo=UTC))
    before = {(b.uid, b.start) for b in place.store.mirror.blocks(day, [place.desk.calendar("Work").id])}
    policy = BusyPolicy("America/New_York")
    assert renew_horizon(place.store, policy, place.clock.at)
    after = {(b.uid, b.start) for b in place.store.mirror.blocks(day, [place.desk.calendar("Work").id])}
    assert {u for u, _ in before} == {u for u, _ in after} == {"daily", "weekly", "whole"}
    assert min(s for u, s in before if u == "whole") == datetime(2027, 3, 19, 23, tzinfo=UTC)
    assert min(s for u, s in after if u == "whole") == datetime(2027, 3, 20, 4, tzinfo=UTC)
    assert {s.hour for u, s in after if u == "daily"} == {21}
    horizon = place.store.account.horizon()
    assert horizon is not None and horizon.zone == "America/New_York"
    # The desk still reads in the old zone until its next start: it does not take the other zone's blocks for its own.
    assert min(b.start for b in place.desk.busy_blocks(day) if b.uid == "whole") == datetime(
        2027, 3, 19, 23, tzinfo=UTC
    )


def test_a_clock_set_back_makes_the_past_ready_again(place: Workplace) -> None:
    place.clock.forward(days=400)
    quiet_poll(place)
    place.clock.forward(days=-400)
    quiet_poll(place)
    assert place.store.account.horizon() == fresh_horizon(place.clock.at, place.desk.host_zone.key)
    ready = place.store.mirror.blocks(Span(TEN + 30 * DAY, TEN + 31 * DAY), [place.desk.calendar("Work").id])
    assert "soon" in {b.uid for b in ready}
