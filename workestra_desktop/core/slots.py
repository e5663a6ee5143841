"""When a link can be booked. Pure: everything it needs to know is handed in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.interval import Span, merge
from workestra_desktop.core.link import Link, Window
from workestra_desktop.core.times import days_between, zone


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a start is not bookable. `kind`: hours, step, notice, window, limit, past, busy or buffer."""

    kind: str
    title: str
    calendar: str = ""
    start: datetime | None = None
    end: datetime | None = None

    @property
    def taken(self) -> bool:
        """Whether something else is there, as opposed to a rule of the link."""
        return self.kind in ("busy", "buffer")


def _wall(day: date, clock: str, where: ZoneInfo) -> datetime:
    hours, minutes = int(clock[:2]), int(clock[3:])
    if hours == 24:
        day, hours = day + timedelta(days=1), 0
    moment = datetime(day.year, day.month, day.day, hours, minutes, tzinfo=where)
    return Span(moment, moment).start


def window_span(day: date, window: Window, where: ZoneInfo) -> Span:
    """The instants of `window` on `day`; a window that ends at or before its start ends on the next day."""
    start, end = window
    last = day + timedelta(days=1) if end <= start else day
    return Span(_wall(day, start, where), _wall(last, end, where))


def open_windows(link: Link, span: Span) -> list[Span]:
    """The link's hours that touch `span`, in order."""
    where = zone(link.timezone)
    first = span.start.astimezone(where).date() - timedelta(days=1)
    last = span.end.astimezone(where).date()
    found = [window_span(day, window, where) for day in days_between(first, last) for window in link.windows_on(day)]
    return sorted(w for w in found if w.overlaps(span))


class Taken:
    """Everything that takes the host's time, ready for many questions.

    `blocks` come from the calendars. Events that stand for a booking are left out of them by the caller:
    the booking itself counts, with the buffers it was made with.
    """

    def __init__(self, blocks: Iterable[Block], bookings: Iterable[Booking], *, but_not: str | None = None) -> None:
        self._bookings = sorted((b for b in bookings if b.live and b.id != but_not), key=lambda b: b.start)
        self._blocks = sorted(blocks, key=lambda b: (b.start, b.end))
        self._busy = merge([Span(b.start, b.end) for b in self._blocks] + [b.span for b in self._bookings])
        padded = [
            Span(b.start - timedelta(minutes=b.before), b.end + timedelta(minutes=b.after)) for b in self._bookings
        ]
        self._padded = merge(padded)

    @staticmethod
    def _hits(merged: Sequence[Span], span: Span) -> bool:
        index = bisect_right(merged, span.start, key=lambda s: s.start)
        return any(s.overlaps(span) for s in merged[max(index - 1, 0) : index + 1])

    def free(self, meeting: Span, before: int, after: int) -> bool:
        """Whether `meeting` with `before`/`after` minutes of room overlaps nothing."""
        room = Span(meeting.start - timedelta(minutes=before), meeting.end + timedelta(minutes=after))
        return not self._hits(self._busy, room) and not self._hits(self._padded, meeting)

    def in_the_way(self, meeting: Span, before: int, after: int) -> list[Refusal]:
        """Each thing that makes `meeting` impossible, by name."""
        room = Span(meeting.start - timedelta(minutes=before), meeting.end + timedelta(minutes=after))
        found = []
        for block in self._blocks:
            span = Span(block.start, block.end)
            if span.overlaps(room):
                kind = "busy" if span.overlaps(meeting) else "buffer"
                found.append(Refusal(kind, block.title, block.calendar, block.start, block.end))
        for booking in self._bookings:
            padded = Span(
                booking.start - timedelta(minutes=booking.before), booking.end + timedelta(minutes=booking.after)
            )
            if booking.span.overlaps(meeting):
                found.append(Refusal("busy", booking.title, booking.calendar, booking.start, booking.end))
            elif booking.span.overlaps(room) or padded.overlaps(meeting):
                found.append(Refusal("buffer", booking.title, booking.calendar, booking.start, booking.end))
        return found

    def count_on(self, link: Link, day: date) -> int:
        where = zone(link.timezone)
        return sum(b.link == link.slug and b.start.astimezone(where).date() == day for b in self._bookings)

    def count_in_week(self, link: Link, day: date) -> int:
        where = zone(link.timezone)
        week = day.isocalendar()[:2]
        return sum(
            b.link == link.slug and b.start.astimezone(where).date().isocalendar()[:2] == week for b in self._bookings
        )


def free_slots(link: Link, minutes: int, span: Span, taken: Taken, now: datetime) -> list[Span]:
    """Every slot of `link` that lies wholly inside `span`, in order."""
    length, step = timedelta(minutes=minutes), timedelta(minutes=link.step or minutes)
    earliest = max(span.start, now + timedelta(minutes=link.notice))
    latest = min(span.end, now + timedelta(days=link.window_days))
    if earliest >= latest:
        return []
    full_days: dict[date, bool] = {}
    where = zone(link.timezone)
    slots: list[Span] = []
    for window in open_windows(link, Span(earliest, latest)):
        start = window.start
        if start < earliest:
            start += -((start - earliest) // step) * step
        while start + length <= window.end and start + length <= span.end and start < latest:
            slot = Span(start, start + length)
            day = start.astimezone(where).date()
            if day not in full_days:
                full_days[day] = _limit_reached(link, day, taken)
            if not full_days[day] and taken.free(slot, link.before, link.after):
                slots.append(slot)
            start += step
    return sorted(set(slots))


def _limit_reached(link: Link, day: date, taken: Taken) -> bool:
    return (link.max_per_day is not None and taken.count_on(link, day) >= link.max_per_day) or (
        link.max_per_week is not None and taken.count_in_week(link, day) >= link.max_per_week
    )


def refusals(link: Link, meeting: Span, taken: Taken, now: datetime) -> list[Refusal]:
    """Why `meeting` is not a slot of `link`; empty if it is one."""
    found: list[Refusal] = []
    windows = [w for w in open_windows(link, meeting) if w.start <= meeting.start and meeting.end <= w.end]
    step = timedelta(minutes=link.step) if link.step else meeting.end - meeting.start
    if meeting.start < now:
        found.append(Refusal("past", "That time is over."))
    elif meeting.start < now + timedelta(minutes=link.notice):
        found.append(Refusal("notice", f"“{link.slug}” needs {link.notice} minutes of notice."))
    if meeting.start >= now + timedelta(days=link.window_days):
        found.append(Refusal("window", f"“{link.slug}” can be booked {link.window_days} days ahead."))
    if not windows:
        found.append(Refusal("hours", f"It is outside the hours of “{link.slug}”."))
    elif not any((meeting.start - w.start) % step == timedelta() for w in windows):
        every, first = step // timedelta(minutes=1), _clock(windows[0], link)
        found.append(Refusal("step", f"“{link.slug}” starts every {every} minutes from {first}."))
    day = meeting.start.astimezone(zone(link.timezone)).date()
    if _limit_reached(link, day, taken):
        found.append(Refusal("limit", f"“{link.slug}” has reached its limit for that day or week."))
    return found + taken.in_the_way(meeting, link.before, link.after)


def _clock(window: Span, link: Link) -> str:
    return f"{window.start.astimezone(zone(link.timezone)):%H:%M}"
