"""Hosts with links, calendars and bookings around the nights the clocks change, and on journeys: for property tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from tests.core.example import BOOKING
from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link, Override, Window
from workestra_desktop.core.slots import Taken
from workestra_desktop.core.whereabouts import Stay

MINUTE = timedelta(minutes=1)

_clocks = st.integers(0, 95).map(lambda q: f"{q // 4:02}:{q % 4 * 15:02}")
_windows: st.SearchStrategy[Window] = st.tuples(_clocks, _clocks | st.just("24:00")).filter(lambda w: w[0] != w[1])
_quarters = st.integers(0, 4 * 24 * 3)
# Both clock changes of 2026 in Berlin, and an ordinary week.
_first_days = st.sampled_from([date(2026, 3, 28), date(2026, 10, 24), date(2026, 12, 1)])
ZONES = st.sampled_from(["Europe/Berlin", "UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])


@dataclass(frozen=True, slots=True)
class Situation:
    """Every start on the link's grid lies on a five-minute one."""

    link: Link
    minutes: int
    span: Span
    blocks: tuple[Block, ...]
    bookings: tuple[Booking, ...]
    now: datetime
    stays: tuple[Stay, ...] = ()

    @property
    def taken(self) -> Taken:
        return Taken(self.blocks, self.bookings)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    first = draw(_first_days)
    midnight = datetime.combine(first, datetime.min.time(), tzinfo=UTC)

    def moment() -> datetime:
        return midnight + draw(_quarters) * 15 * MINUTE

    minutes = draw(st.sampled_from([15, 30, 50]))
    days = draw(st.sets(st.sampled_from(WEEKDAYS)))
    special = draw(st.lists(st.tuples(st.integers(0, 3), st.lists(_windows, max_size=1)), max_size=1))
    link = Link(
        "meeting",
        "M",
        (minutes,),
        {name: tuple(draw(st.lists(_windows, min_size=1, max_size=2))) for name in days},
        draw(ZONES),
        before=draw(st.sampled_from([0, 15])),
        after=draw(st.sampled_from([0, 20])),
        notice=draw(st.sampled_from([0, 90])),
        step=draw(st.sampled_from([None, 5, 45])),
        window_days=draw(st.integers(1, 3)),
        max_per_day=draw(st.sampled_from([None, 1, 2])),
        max_per_week=draw(st.sampled_from([None, 2])),
        window=draw(st.sampled_from([None, (first, first + timedelta(days=1))])),
        travels=draw(st.booleans()),
        overrides=tuple(
            Override(first + timedelta(days=n), first + timedelta(days=n), tuple(hours)) for n, hours in special
        ),
    )
    reasons = st.sampled_from([Reason.BUSY, Reason.TENTATIVE, Reason.FREE, Reason.NEVER])
    pairs = [(moment(), moment()) for _ in range(draw(st.integers(0, 4)))]
    blocks = tuple(Block(a, b, "x", draw(reasons), uid=str(n)) for n, (a, b) in enumerate(pairs))
    bookings = tuple(
        _booking(number, moment(), draw(st.sampled_from([0, 30])), draw(st.sampled_from([0, 10])))
        for number in range(draw(st.integers(0, 3)))
    )
    stays = draw(st.sampled_from([(), (Stay(first + timedelta(days=1), first + timedelta(days=2), draw(ZONES)),)]))
    return Situation(link, minutes, Span(moment(), moment()), blocks, bookings, moment(), stays)


def _booking(number: int, start: datetime, before: int, after: int) -> Booking:
    return replace(
        BOOKING, id=str(number), uid=f"B{number}", link="meeting", start=start, end=start + 30 * MINUTE, before=before,
        after=after,
    )  # fmt: skip
