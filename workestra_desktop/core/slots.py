"""When a link can be booked. Pure: everything it needs to know is handed in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block, Reason
from workestra_desktop.core.interval import Span, merge
from workestra_desktop.core.link import Link, Window
from workestra_desktop.core.said import said
from workestra_desktop.core.times import day_start, days_between, opening
from workestra_desktop.core.whereabouts import Stay, Whereabouts


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a time is not bookable, and which setting made it so.

    `kind`: past, notice, window, hours, step, limit (rules of the link); busy, buffer (something is there, or
    too near); and of a stretch of time also gap (free, but every meeting over it would run into something) and begun
    (still to come, but the meeting over it has begun). `setting` names the field:
    `link.hours`, `link.overrides`, `link.notice`, `link.window_days`, `link.window`, `link.step`, `link.max_per_day`,
    `link.max_per_week`, `link.before`, `link.after`, `settings.tentative_blocks`, `settings.unanswered_blocks`,
    `settings.all_day`, `event.always`, `booking.before`, `booking.after`; empty where nothing can be set.
    """

    kind: str
    title: str
    calendar: str = ""
    start: datetime | None = None
    end: datetime | None = None
    setting: str = ""
    reason: Reason | None = None
    """Why the event that is there blocks."""
    uid: str = ""
    booking: str = ""
    """Id of the booking that is there."""
    travel: timedelta = timedelta()
    travel_back: timedelta = timedelta()
    """How much of the event's time, at its beginning and its end, is the way there and back."""

    @property
    def taken(self) -> bool:
        """Whether something else is there, as opposed to a rule of the link."""
        return self.kind in ("busy", "buffer")


def _wall(day: date, clock: str, where: ZoneInfo) -> datetime:
    hours, minutes = int(clock[:2]), int(clock[3:])
    if hours == 24:
        day, hours = day + timedelta(days=1), 0
    return opening(datetime.combine(day, time(hours, minutes)), where)


def window_span(day: date, window: Window, where: ZoneInfo) -> Span:
    """The instants of `window` on `day`; a window that ends at or before its start ends on the next day.

    A clock time that is skipped that day is the instant of the change; of one that comes twice the first is meant.
    """
    start, end = window
    last = day + timedelta(days=1) if end <= start else day
    return Span(_wall(day, start, where), _wall(last, end, where))


def whereabouts(link: Link, stays: Sequence[Stay]) -> Whereabouts:
    """Where the hours of `link` are kept: in its zone, and on the host's journeys there, unless it stays at home."""
    return Whereabouts(link.timezone, tuple(stays) if link.travels else ())


def open_windows(link: Link, span: Span, stays: Sequence[Stay] = ()) -> list[Span]:
    """The link's hours that touch `span`, in order. Each day's hours are read in the zone the day is lived in."""
    where = whereabouts(link, stays)
    first, last = where.day_of(span.start) - timedelta(days=2), where.day_of(span.end) + timedelta(days=1)
    found = [
        window_span(day, window, where.on(day)) for day in days_between(first, last) for window in link.windows_on(day)
    ]
    return sorted({w for w in found if w.overlaps(span)})


def booking_window(link: Link, now: datetime, stays: Sequence[Stay] = ()) -> Span:
    """Where meetings may begin, notice included: the fixed days of the link, else so many days from now."""
    earliest = now + timedelta(minutes=link.notice)
    if link.window is None:
        return Span(earliest, max(earliest, now + timedelta(days=link.window_days)))
    where = whereabouts(link, stays)
    first, last = link.window
    start = max(earliest, day_start(first, where.on(first)))
    after = last + timedelta(days=1)
    return Span(start, max(start, day_start(after, where.on(last))))


class Taken:
    """Everything that takes the host's time, ready for many questions.

    `blocks` come from the calendars. Events that stand for a booking are left out of them by the caller:
    the booking itself counts, with the buffers it was made with.
    """

    def __init__(self, blocks: Iterable[Block], bookings: Iterable[Booking], *, but_not: str | None = None) -> None:
        self._bookings = sorted((b for b in bookings if b.live and b.id != but_not), key=lambda b: b.start)
        self._blocks = sorted((b for b in blocks if b.reason.blocks), key=lambda b: (b.start, b.end))
        self._busy = merge([Span(b.start, b.end) for b in self._blocks] + [b.span for b in self._bookings])
        self._padded = merge(_padded(b) for b in self._bookings)
        self._longest = max((b.end - b.start for b in self._blocks), default=timedelta())
        self._widest = max((p.end - p.start for p in map(_padded, self._bookings)), default=timedelta())
        self._counts: dict[tuple[str, Whereabouts], tuple[Counter[date], Counter[tuple[int, int]]]] = {}

    @staticmethod
    def _hits(merged: Sequence[Span], span: Span) -> bool:
        index = bisect_right(merged, span.start, key=lambda s: s.start)
        return any(s.overlaps(span) for s in merged[max(index - 1, 0) : index + 1])

    def free(self, meeting: Span, before: int, after: int) -> bool:
        """Whether `meeting` with `before`/`after` minutes of room overlaps nothing."""
        room = Span(meeting.start - timedelta(minutes=before), meeting.end + timedelta(minutes=after))
        return not self._hits(self._busy, room) and not self._hits(self._padded, meeting)

    def edges(self, span: Span, before: int, after: int) -> set[datetime]:
        """The instants within `span` at which something begins or ends to be in the way of a link with such buffers."""
        room = (timedelta(minutes=after), timedelta(minutes=before))
        spans = [Span(b.start, b.end) for b in self._blocks] + [b.span for b in self._bookings]
        found = {edge for s in spans for edge in (s.start - room[0], s.start, s.end, s.end + room[1])}
        found |= {edge for b in self._bookings for edge in (_padded(b).start, _padded(b).end)}
        return {edge for edge in found if span.start < edge < span.end}

    def in_the_way(self, meeting: Span, before: int, after: int) -> list[Refusal]:
        """Each thing that makes `meeting` impossible, by name."""
        room = Span(meeting.start - timedelta(minutes=before), meeting.end + timedelta(minutes=after))
        found = []
        low = bisect_left(self._blocks, room.start - self._longest, key=lambda b: b.start)
        high = bisect_left(self._blocks, room.end, key=lambda b: b.start)
        for block in self._blocks[low:high]:
            span = Span(block.start, block.end)
            if span.overlaps(room):
                found.append(_by_event(block, meeting))
        padding = timedelta(minutes=max(before, after)) + self._widest
        low = bisect_left(self._bookings, meeting.start - padding, key=lambda b: b.start)
        high = bisect_left(self._bookings, meeting.end + padding, key=lambda b: b.start)
        near = self._bookings[low:high]
        hits = (b for b in near if b.span.overlaps(room) or _padded(b).overlaps(meeting))
        return found + [_by_booking(booking, meeting, room) for booking in hits]

    def count_on(self, link: Link, day: date, stays: Sequence[Stay] = ()) -> int:
        """Live bookings of `link` on `day`."""
        return self._counted(link, stays)[0][day]

    def count_in_week(self, link: Link, day: date, stays: Sequence[Stay] = ()) -> int:
        """Live bookings of `link` in the ISO week (Monday to Sunday) of `day`."""
        return self._counted(link, stays)[1][day.isocalendar()[:2]]

    def _counted(self, link: Link, stays: Sequence[Stay]) -> tuple[Counter[date], Counter[tuple[int, int]]]:
        where = whereabouts(link, stays)
        key = (link.slug, where)
        if key not in self._counts:
            days = [where.day_of(b.start) for b in self._bookings if b.link == link.slug]
            self._counts[key] = Counter(days), Counter(day.isocalendar()[:2] for day in days)
        return self._counts[key]


def _padded(booking: Booking) -> Span:
    return Span(booking.start - timedelta(minutes=booking.before), booking.end + timedelta(minutes=booking.after))


_SETTINGS = {
    Reason.TENTATIVE: "settings.tentative_blocks",
    Reason.UNANSWERED: "settings.unanswered_blocks",
    Reason.ALL_DAY: "settings.all_day",
    Reason.ALWAYS: "event.always",
}


def _by_event(block: Block, meeting: Span) -> Refusal:
    near = not Span(block.start, block.end).overlaps(meeting)
    setting = (
        ("link.before" if block.end <= meeting.start else "link.after") if near else _SETTINGS.get(block.reason, "")
    )
    kind = "buffer" if near else "busy"
    return Refusal(
        kind, block.title, block.calendar, block.start, block.end, setting, block.reason, block.uid,
        travel=block.travel, travel_back=block.travel_back,
    )  # fmt: skip


def _by_booking(booking: Booking, meeting: Span, room: Span) -> Refusal:
    kind, setting = "busy", ""
    if not booking.span.overlaps(meeting):
        kind, earlier = "buffer", booking.end <= meeting.start
        whose = "link" if booking.span.overlaps(room) else "booking"
        # What a booking keeps free after itself is in the way of what follows it.
        setting = f"{whose}.{'before' if earlier == (whose == 'link') else 'after'}"
    return Refusal(
        kind, booking.title, booking.calendar, booking.start, booking.end, setting, uid=booking.uid, booking=booking.id
    )  # fmt: skip


def grid(link: Link, minutes: int, window: Span, earliest: datetime | None = None) -> Iterable[Span]:
    """The meetings of `minutes` that fit into `window`, a step apart, from `earliest` on."""
    length, step = timedelta(minutes=minutes), timedelta(minutes=link.step or minutes)
    start = window.start
    if earliest is not None and start < earliest:
        start += -((start - earliest) // step) * step
    while start + length <= window.end:
        yield Span(start, start + length)
        start += step


def free_slots(
    link: Link, minutes: int, span: Span, taken: Taken, now: datetime, stays: Sequence[Stay] = ()
) -> list[Span]:
    """Every slot of `link` that lies wholly inside `span`, in order."""
    bookable = booking_window(link, now, stays)
    earliest, latest = max(span.start, bookable.start), min(span.end, bookable.end)
    if earliest >= latest:
        return []
    full_days: dict[date, bool] = {}
    where = whereabouts(link, stays)
    capped = link.max_per_day is not None or link.max_per_week is not None
    slots: set[Span] = set()
    for window in open_windows(link, Span(earliest, latest), stays):
        for slot in grid(link, minutes, window, earliest):
            if slot.end > span.end or slot.start >= latest:
                break
            if capped:
                day = where.day_of(slot.start)
                if day not in full_days:
                    full_days[day] = limit_reached(link, day, taken, stays) is not None
                if full_days[day]:
                    continue
            if taken.free(slot, link.before, link.after):
                slots.add(slot)
    return sorted(slots)


def limit_reached(link: Link, day: date, taken: Taken, stays: Sequence[Stay] = ()) -> Refusal | None:
    """The limit that `day` has used up."""
    for name, most, there in (
        ("max_per_day", link.max_per_day, taken.count_on),
        ("max_per_week", link.max_per_week, taken.count_in_week),
    ):
        if most is not None and there(link, day, stays) >= most:
            title = said(
                "“{link}” takes at most {most} a day, and they are booked."
                if name == "max_per_day"
                else "“{link}” takes at most {most} a week, and they are booked.",
                link=link.slug,
                most=most,
            )
            return Refusal("limit", title, setting=f"link.{name}")
    return None


def refusals(link: Link, meeting: Span, taken: Taken, now: datetime, stays: Sequence[Stay] = ()) -> list[Refusal]:
    """Why `meeting` is not a slot of `link`; empty if it is one."""
    found = outside_time(link, meeting.start, now, stays)
    windows = [w for w in open_windows(link, meeting, stays) if w.start <= meeting.start and meeting.end <= w.end]
    step = timedelta(minutes=link.step) if link.step else meeting.end - meeting.start
    if not windows:
        found.append(outside_hours(link, meeting.start, stays))
    elif not any((meeting.start - w.start) % step == timedelta() for w in windows):
        every, first = step // timedelta(minutes=1), windows[0].start
        clock = f"{first.astimezone(whereabouts(link, stays).on(whereabouts(link, stays).day_of(first))):%H:%M}"
        starts = said("“{link}” starts every {every} minutes from {time}.", link=link.slug, every=every, time=clock)
        found.append(Refusal("step", starts, setting="link.step"))
    return found + in_its_way(link, meeting, taken, stays)


def in_its_way(link: Link, meeting: Span, taken: Taken, stays: Sequence[Stay] = ()) -> list[Refusal]:
    """The limits that are used up, and what is there or too near."""
    limit = limit_reached(link, whereabouts(link, stays).day_of(meeting.start), taken, stays)
    return ([limit] if limit else []) + taken.in_the_way(meeting, link.before, link.after)


def outside_time(link: Link, start: datetime, now: datetime, stays: Sequence[Stay] = ()) -> list[Refusal]:
    """Why nothing of `link` may begin at `start`: too early or too late, whatever the hours and the calendars say."""
    found: list[Refusal] = []
    if start < now:
        found.append(Refusal("past", said("That time is over.")))
    elif start < now + timedelta(minutes=link.notice):
        needs = said("“{link}” needs {minutes} minutes of notice.", link=link.slug, minutes=link.notice)
        found.append(Refusal("notice", needs, end=now + timedelta(minutes=link.notice), setting="link.notice"))
    if link.window is not None:
        first, last = link.window
        where = whereabouts(link, stays)
        if not (day_start(first, where.on(first)) <= start < day_start(last + timedelta(days=1), where.on(last))):
            title = said(
                "“{link}” can be booked from {first} to {last}.", link=link.slug, first=str(first), last=str(last)
            )
            found.append(Refusal("window", title, setting="link.window"))
    elif start >= now + timedelta(days=link.window_days):
        title = said("“{link}” can be booked {days} days ahead.", link=link.slug, days=link.window_days)
        found.append(Refusal("window", title, setting="link.window_days"))
    return found


def outside_hours(link: Link, moment: datetime, stays: Sequence[Stay] = ()) -> Refusal:
    """That `moment` is outside the hours, and whether the weekday or a special day says so."""
    special = link.override_on(whereabouts(link, stays).day_of(moment))
    setting = "link.hours" if special is None else "link.overrides"
    outside = said("It is outside the hours of “{link}”.", link=link.slug)
    return Refusal("hours", outside, setting=setting)
