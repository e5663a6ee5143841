"""Every minute of a week: open if a meeting that is offered would cover it, grey with a reason otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings

from tests.core.situations import MINUTE, Situation, situations
from tests.core.test_slots import LINK, NOTHING, NOW, block, booking, day, local
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.slots import Taken, refusals
from workestra_desktop.core.week import Stretch, Trial, stretches

KINDS = {"past", "begun", "busy", "hours", "notice", "window", "limit", "buffer", "gap", "step"}


def told(link: Link, taken: Taken = NOTHING, span: Span | None = None, now: datetime = NOW) -> list[str]:
    """Each stretch between 08:00 and 13:00 on the wall clock in Berlin, with its kinds."""
    asked = span or Span(local("2026-12-01T08:00"), local("2026-12-01T13:00"))
    found = stretches(link, 30, asked, taken, now)
    return [f"{clock(s.span.start)}-{clock(s.span.end)} {' '.join(r.kind for r in s.reasons) or 'open'}" for s in found]


def clock(moment: datetime) -> str:
    return f"{moment + timedelta(hours=1):%H:%M}"


@settings(max_examples=250, deadline=None)
@given(situations())
def test_every_minute_is_open_or_says_why(situation: Situation) -> None:
    link, span, taken, now, stays = (
        situation.link, situation.span, situation.taken, situation.now, situation.stays,
    )  # fmt: skip
    length = situation.minutes * MINUTE
    found = stretches(link, situation.minutes, span, taken, now, stays)
    if span.start >= span.end:
        assert found == ()
        return
    assert (found[0].span.start, found[-1].span.end) == (span.start, span.end)
    assert all(a.span.end == b.span.start and a.reasons != b.reasons for a, b in pairwise(found))
    offered: set[datetime] = set()
    start = span.start - length
    while start < span.end:  # every start of the grid lies on five minutes
        if not refusals(link, Span(start, start + length), taken, now, stays):
            offered |= {start + n * MINUTE for n in range(situation.minutes)}
        start += 5 * MINUTE
    for stretch in found:
        minutes = {
            stretch.span.start + n * MINUTE for n in range(int((stretch.span.end - stretch.span.start) / MINUTE))
        }
        assert minutes <= offered if stretch.open else not minutes & offered
        check_reasons(stretch, link, now)


def check_reasons(stretch: Stretch, link: Link, now: datetime) -> None:
    for reason in stretch.reasons:
        assert reason.kind in KINDS
        if reason.kind == "past":
            assert stretch.span.start < now
        if reason.start is None or reason.end is None:
            continue
        there = Span(reason.start, reason.end)
        if reason.kind == "busy":
            assert there.overlaps(stretch.span)
        if reason.kind in ("buffer", "gap"):
            assert not there.overlaps(stretch.span)
            near = timedelta(minutes=link.before + link.after + 50 + 30 + 10)
            assert there.overlaps(Span(stretch.span.start - near, stretch.span.end + near))


def test_a_free_morning_is_open_and_its_edges_are_hours() -> None:
    assert told(LINK) == ["08:00-09:00 hours", "09:00-12:00 open", "12:00-13:00 hours"]


def test_an_event_its_buffer_and_the_gap_it_leaves() -> None:
    """09:50-10:10 is taken: 09:30 and 10:00 cannot be had, and before 09:50 there is only room, no meeting."""
    taken = Taken([block("2026-12-01T09:50", "2026-12-01T10:10")], [])
    assert told(LINK, taken)[1:-1] == [
        "09:00-09:30 open", "09:30-09:50 gap", "09:50-10:10 busy", "10:10-10:30 gap", "10:30-12:00 open",
    ]  # fmt: skip
    assert told(replace(LINK, before=15, after=5), taken)[1:-1] == [
        "09:00-09:30 open", "09:30-09:45 gap", "09:45-09:50 buffer", "09:50-10:10 busy", "10:10-10:25 buffer",
        "10:25-10:30 gap", "10:30-12:00 open",
    ]  # fmt: skip


def test_a_bookings_own_buffers_are_its_own() -> None:
    taken = Taken([], [booking("2026-12-01T10:00", before=30, after=10)])
    found = stretches(LINK, 30, day("2026-12-01"), taken, NOW)
    settings_named = {r.setting for s in found for r in s.reasons if r.booking}
    assert settings_named == {"booking.before", "booking.after", ""}
    assert told(LINK, taken)[2:5] == ["09:30-10:00 buffer", "10:00-10:30 busy", "10:30-10:40 buffer"]


def test_hours_that_no_meeting_fills_say_so() -> None:
    """Three hours in steps of 50 minutes: what is left over at the end is no meeting's."""
    found = stretches(LINK, 50, Span(local("2026-12-01T09:00"), local("2026-12-01T12:00")), NOTHING, NOW)
    assert [(clock(s.span.start), [r.kind for r in s.reasons]) for s in found] == [("09:00", []), ("11:30", ["step"])]
    assert found[1].reasons[0].setting == "link.step"


def test_what_is_over_and_what_is_too_soon() -> None:
    now = local("2026-12-01T09:40")
    assert told(replace(LINK, notice=60), now=now) == [
        "08:00-09:00 past hours", "09:00-09:40 past", "09:40-10:00 begun", "10:00-11:00 notice",
        "11:00-12:00 open", "12:00-13:00 hours",
    ]  # fmt: skip


def test_a_day_that_is_full_says_so_once() -> None:
    taken = Taken([], [booking("2026-12-01T09:00")])
    found = stretches(replace(LINK, max_per_day=1), 30, day("2026-12-01"), taken, NOW)
    assert [[r.kind for r in s.reasons] for s in found] == [["hours"], ["busy", "limit"], ["limit"], ["hours"]]
    assert found[2].reasons[0].setting == "link.max_per_day"


def test_a_trial_tells_what_comes_and_goes() -> None:
    spans = [Span(datetime(2026, 12, 1, n, tzinfo=UTC), datetime(2026, 12, 1, n + 1, tzinfo=UTC)) for n in range(4)]
    trial = Trial.of(day("2026-12-01"), spans[:3], spans[1:])
    assert (trial.lost, trial.kept, trial.gained) == ((spans[0],), (spans[1], spans[2]), (spans[3],))
