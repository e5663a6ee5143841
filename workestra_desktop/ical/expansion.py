"""From one calendar object to the time it takes: series, exceptions, zones and the busy policy.

A series is expanded in its own wall-clock time and only then turned into instants, so it keeps its hour over a
change of clocks. Whatever cannot be read makes an object busier, never freer, and is said in `problem`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workestra_desktop.core.calendar import Block, BusyPolicy, Reason
from workestra_desktop.core.interval import Span
from workestra_desktop.core.verdict import RemoteEvent
from workestra_desktop.core.whereabouts import Whereabouts
from workestra_desktop.ical import rules
from workestra_desktop.ical.busy import reason
from workestra_desktop.ical.reading import Event, Moment, about, after, ends, read
from workestra_desktop.ical.scan import index
from workestra_desktop.ical.zones import EARLIEST, LATEST, Clock, HostClock, WallClock, bounded, iana, local_time

_MOST = 20_000
"""Occurrences of a series in one span; more is absurd."""
_EACH = rules.WORK // _MOST // 2
"""What an occurrence takes from the work that one object may be: memory, mostly."""
_FAR = datetime.combine(date(2100, 1, 1), time())
_ANY_ZONE = timedelta(days=2)
"""More than wall-clock time can differ from UTC."""
_LONG = timedelta(days=1_000_000)
_SWAPPED = timedelta(days=7)
"""An end so long before its start is taken for the start; one that is further off is a wrong date."""
_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY", "BYHOUR", "BYMINUTE", "BYSECOND")
"""What a rule that means several times a day says."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """`blocks` take time, `free` do not; both are sorted and overlap the span asked for.

    What is cancelled is in neither. `problem` is empty or a sentence for people, not for logs.
    """

    blocks: tuple[Block, ...]
    problem: str
    free: tuple[Block, ...] = ()


def expand(text: str, policy: BusyPolicy, span: Span) -> Expansion:
    """The time that the calendar object `text` takes within `span`, as UTC; `calendar` and `href` stay empty.

    Blocks are whole: one that begins before `span` is not cut. Never raises for any text.
    """
    reading = read(text, _host_clock(policy), _naive(bounded(span.end, _ANY_ZONE)))
    blocks: list[Block] = []
    problems = [*(event.problem for event in reading.events), reading.problem]
    problem = next((problem for problem in problems if problem), "")
    groups: dict[str, list[Event]] = {}
    for event in reading.events:
        groups.setdefault(event.uid, []).append(event)
    budget = rules.Budget(rules.WORK)
    for group in groups.values():
        for taken, trouble in _taken(group, policy, span, budget):
            problem = problem or trouble
            if taken and taken.start < taken.end and span.overlaps(Span(taken.start, taken.end)):
                blocks.append(taken)
    if reading.more:
        blocks.append(_beyond_reading(text, span))
    blocks.sort(key=lambda block: (block.start, block.end, block.title))
    return Expansion(
        tuple(block for block in blocks if block.reason.blocks),
        problem,
        tuple(block for block in blocks if not block.reason.blocks),
    )


def _beyond_reading(text: str, span: Span) -> Block:
    """All the time that an object may take of which only a part was looked at."""
    bounds = index(text)
    begin, end = bounds.first or span.start, bounds.last or span.end
    return Block(min(begin, end), max(begin, end), "", Reason.UNREADABLE, bounds.uid)


def _host_clock(policy: BusyPolicy) -> WallClock:
    home = iana(policy.zone) or ZoneInfo("UTC")
    known = tuple(stay for stay in policy.stays if iana(stay.timezone))
    return HostClock(Whereabouts(home.key, known)) if known else Clock(home)


def remote_event(text: str, uid: str, calendar: str, href: str, etag: str, policy: BusyPolicy) -> RemoteEvent:
    """The facts of the event `uid` that a booking follows. Of `policy` only the host's zone and journeys matter.

    `start` and `end` are None when they cannot be read beyond doubt. Never raises.
    """
    unread = RemoteEvent(uid, calendar, href, etag, None, None)
    events = read(text, _host_clock(policy), _FAR).events
    found = [event for event in events if event.uid == uid]
    if not found:
        return unread
    event = next((e for e in found if e.recurrence is None), found[0])
    facts = replace(
        unread,
        all_day=event.start is not None and event.start.whole_day,
        repeats=event.repeats or len(found) > 1,
        cancelled=event.status == "CANCELLED",
    )
    if event.start is None or event.problem:
        return facts
    start, end = event.start.instant, ends(event, event.start)
    return replace(facts, start=start, end=end) if start <= end else facts


_Taken = tuple[Block | None, str]


def _taken(group: list[Event], policy: BusyPolicy, span: Span, budget: rules.Budget) -> Iterator[_Taken]:
    """Blocks and problems of the events that share a UID: masters, and the overrides of their occurrences."""
    overrides = _newest([event for event in group if event.recurrence is not None])
    for event in overrides:
        if event.start:
            yield _block(event, event.start, None, reason(event, policy))
    others = _Others.of(overrides, policy)
    for event in group:
        if event.recurrence is not None or event.start is None:
            continue
        if event.repeats:
            yield from _series(event, others, policy, span, budget)
        else:
            yield _block(event, event.start, None, reason(event, policy))


def _newest(overrides: list[Event]) -> list[Event]:
    """One override for each RECURRENCE-ID: the one with the highest SEQUENCE, among equals the last."""
    newest: dict[tuple[datetime, bool], Event] = {}
    for event in overrides:
        if event.recurrence:
            key = (event.recurrence.instant, event.recurrence.whole_day)
            if key not in newest or event.sequence >= newest[key].sequence:
                newest[key] = event
    return list(newest.values())


def _block(event: Event, start: Moment, end: datetime | None, why: Reason) -> _Taken:
    """The time one occurrence takes; `end` None is read from the event."""
    if why is Reason.CANCELLED:
        return None, ""
    begin, end = start.instant, ends(event, start) if end is None else end
    problem = ""
    if end < begin:
        problem = about(event, "{event} ends before it begins.") if why.blocks else ""
        why = Reason.UNREADABLE if why.blocks else why
        begin, end = (end if begin - end <= _SWAPPED else begin), bounded(begin, timedelta(days=1))
    if start.whole_day and isinstance(start.clock, HostClock) and EARLIEST < begin < end < LATEST:
        begin, end = _lived(start, start.clock, end)
    first, last = bounded(begin, -event.travel), bounded(end, event.travel_back)
    if first == last:
        return None, problem
    block = Block(
        first, last, event.title, why, event.uid,
        whole_day=start.whole_day, travel=begin - first, travel_back=last - end,
    )  # fmt: skip
    return block, problem


def _lived(start: Moment, clock: HostClock, end: datetime) -> tuple[datetime, datetime]:
    """The whole days from `start` to `end` for a host who may begin or end a journey on one of them."""
    near = max((end - start.instant) // timedelta(days=1), 1)
    counts = [n for n in range(max(near - 2, 1), near + 4) if start.on(start.local + timedelta(days=n)).instant == end]
    after_last = start.local.date() + timedelta(days=counts[0] if counts else near + 1)
    return clock.midnights(start.local.date())[0], max(end, clock.midnights(after_last)[1])


@dataclass(frozen=True, slots=True)
class _Named:
    """Moments that EXDATE or RECURRENCE-ID name: by day, or by instant."""

    days: frozenset[date]
    instants: frozenset[datetime]

    def has(self, start: Moment) -> bool:
        return start.local.date() in self.days or start.instant in self.instants


@dataclass(frozen=True, slots=True)
class _Others:
    """What stands beside the masters of one UID, reckoned once: a file may have many of both."""

    replaced: list[Moment]
    futures: list[tuple[datetime, Event, Reason]]
    """Overrides of THISANDFUTURE by the instant from which they count."""
    reach: timedelta
    """How far the time of a later part may lie from where the rule has it."""
    block: bool
    first: datetime
    """Where the earliest later part begins, LATEST without one."""
    longest: timedelta
    furthest: timedelta
    """How much later a later part may begin than the rule has it."""

    @classmethod
    def of(cls, overrides: list[Event], policy: BusyPolicy) -> _Others:
        given = [(e, e.recurrence, e.start) for e in overrides if e.future and e.recurrence and e.start]
        futures = sorted(((at.instant, e, reason(e, policy)) for e, at, _ in given), key=lambda future: future[0])
        reach, first, longest, furthest = timedelta(0), LATEST, timedelta(0), timedelta(0)
        for event, at, start in given:
            shift = start.instant - at.instant
            reach = min(reach + abs(shift) + _reach(event, start), _LONG)
            first = min(first, bounded(start.instant, -event.travel))
            longest = max(longest, _length(event, start))
            furthest = max(furthest, shift)
        replaced = [event.recurrence for event in overrides if event.recurrence]
        return cls(replaced, futures, reach, any(why.blocks for *_, why in futures), first, longest, furthest)

    def since(self, start: datetime) -> tuple[Event, Reason] | None:
        """The one that counts for the occurrence at `start`."""
        place = bisect_right(self.futures, start, key=lambda future: future[0])
        return self.futures[place - 1][1:] if place else None


def _reach(event: Event, start: Moment) -> timedelta:
    return abs(ends(event, start) - start.instant) + event.travel + event.travel_back


def _length(event: Event, start: Moment) -> timedelta:
    return max(ends(event, start) - start.instant, timedelta(0)) + event.travel_back


def _series(master: Event, others: _Others, policy: BusyPolicy, span: Span, budget: rules.Budget) -> Iterator[_Taken]:
    starts: list[tuple[Moment, datetime | None]] = []
    try:
        budget.spend(len(others.replaced))
        starts, problem = _starts(master, others, span, budget)
        budget.spend(len(starts) * _EACH)
    except (_Boundless, rules.TooMuch) as boundless:
        often = about(master, "{event} repeats too often to be read; all its time is blocked.")
        yield None, next(iter(boundless.args), often)
        yield from _all_of_it(master, others, policy, span)
        return
    replaced, excluded = _names(others.replaced, master), _names(master.exdates, master)
    yield None, problem
    why = reason(replace(master, damaged=True) if problem else master, policy)
    for start, end in starts:
        if excluded.has(start) or replaced.has(start):
            continue
        future = others.since(start.instant)
        if future is None:
            yield _block(master, start, end, why)
        elif moved := _moved(start, future[0]):
            yield _block(future[0], moved, None, future[1])


class _Boundless(Exception):  # noqa: N818 - an absurd series is the calendar's fault, not a defect
    """The series can only be taken as a whole. Its text is the problem, for people."""


def _names(moments: list[Moment], master: Event) -> _Named:
    days: set[date] = set()
    for moment in moments:
        if moment.whole_day:
            days.add(moment.local.date())
        elif master.start and master.start.whole_day:
            # A day named as a time: as the host's midnight (often in UTC), else as that date.
            wall = master.start.clock.wall(moment.instant)
            days.add(wall.date() if wall.time() == time() else moment.local.date())
    return _Named(frozenset(days), frozenset(m.instant for m in moments if not m.whole_day))


def _moved(start: Moment, future: Event) -> Moment | None:
    """Where THISANDFUTURE puts the occurrence at `start`: as far in wall-clock time as the first it was given for."""
    if future.start is None or future.recurrence is None:
        return None
    try:
        if not future.start.whole_day:
            clock = start.clock
            shift = clock.wall(future.start.instant) - clock.wall(future.recurrence.instant)
            return Moment(start.local + shift, clock, sure=start.sure and future.start.sure)
        clock = future.start.clock
        days = future.start.local.date() - clock.wall(future.recurrence.instant).date()
        return future.start.on(datetime.combine(clock.wall(start.instant).date() + days, time()))
    except OverflowError:
        return None


def _starts(
    master: Event, others: _Others, span: Span, budget: rules.Budget
) -> tuple[list[tuple[Moment, datetime | None]], str]:
    """Every occurrence of the series that may touch `span`, before exceptions; and a problem.

    Raises _Boundless, and TooMuch.

    An RDATE with an end of its own on an occurrence of the rule makes two of it: the longer one counts.
    """
    first = master.start
    if first is None:
        return [], ""
    if master.overfull:
        raise _Boundless(about(master, "{event} has more dates than can be read; all its time is blocked."))
    reach = _ANY_ZONE + others.reach + _reach(master, first)
    begin, end = _naive(bounded(span.start, -reach)), _naive(bounded(span.end, reach))
    found: dict[tuple[datetime, bool, datetime | None], tuple[Moment, datetime | None]] = {}
    if begin <= first.local <= end:
        found[first.instant, first.sure, None] = (first, None)
    problem = ""
    for text in master.rules:
        rule, trouble = _rule(text, master)
        problem = problem or trouble
        last, instant = _until(rule, first)
        for local in rules.occurrences(rule, first.local, begin, min(end, last), budget):
            start = first.on(local)
            # Not the last one for sure: a time in a gap is later than those that follow it on the wall clock.
            if instant is None or start.instant <= instant:
                found.setdefault((start.instant, start.sure, None), (start, None))
            if len(found) > _MOST:
                raise rules.TooMuch
    for start, given in master.rdates:
        close = _close(start, given)
        if close is not None or begin <= start.local <= end:
            found.setdefault((start.instant, start.sure, close), (start, close))
            if len(found) > _MOST:
                raise rules.TooMuch
    return sorted(found.values(), key=lambda pair: pair[0].instant), problem


def _rule(text: str, master: Event) -> tuple[rules.Rule, str]:
    """The rule, or one that is at least as often if it cannot be read; and the problem with it. Raises _Boundless."""
    try:
        rule = rules.parse(text)
    except (ValueError, IndexError):
        if any(word in text.upper() for word in _OFTEN):
            wild = about(master, "The rule by which {event} repeats cannot be read; all its time is blocked.")
            raise _Boundless(wild) from None
        # Every day is at least as often as any rule that people write without these words.
        daily = about(master, "The rule by which {event} repeats cannot be read; its time is blocked every day.")
        return rules.Rule(rules.Freq.DAILY, until=_until_text(text)), daily
    if rule.until and local_time(rule.until) is None:
        return rule, about(master, "The end of {event} cannot be read; it is taken to repeat for ever.")
    # Without a start nobody knows which days the rule means.
    return (rules.Rule(rules.Freq.DAILY, until=rule.until) if master.startless else rule), ""


def _until_text(rule: str) -> str:
    return next((p.partition("=")[2].strip() for p in rule.upper().split(";") if p.strip().startswith("UNTIL")), "")


def _until(rule: rules.Rule, first: Moment) -> tuple[datetime, datetime | None]:
    """The last wall-clock start allowed, and the last instant if UNTIL is given as one (RFC 5545 §3.3.10).

    A date on a series of times means all of that day in the series' own zone. On whole days, a time that is the
    host's midnight in UTC means that day, another one its date. An UNTIL that cannot be read is none.
    """
    until = local_time(rule.until)
    if until is None:
        return datetime.combine(date.max, time.max), None
    if first.whole_day and rule.until.endswith("Z"):
        wall = first.clock.wall(bounded(until.replace(tzinfo=UTC)))
        until = max(until, wall) if wall.time() == time() else until
    if first.whole_day or "T" not in rule.until:
        return datetime.combine(until.date(), time.max), None
    if rule.until.endswith("Z"):
        instant = until.replace(tzinfo=UTC)
        return _naive(bounded(instant, _ANY_ZONE)), instant
    return until, None


def _all_of_it(master: Event, others: _Others, policy: BusyPolicy, span: Span) -> Iterator[_Taken]:
    """A series that cannot be expanded: from its first start to the latest UNTIL, else to the end of `span`.

    Its RDATEs may lie outside of that; if there are too many, it is all of `span`. One that does not block, in
    any of its parts, takes no time.
    """
    first = master.start
    if first is None or not (reason(master, policy).blocks or others.block):
        return
    if master.overfull or len(master.rdates) > _MOST:
        yield Block(span.start, span.end, master.title, Reason.UNREADABLE, master.uid), ""
        return
    lasts = [first.instant]
    for text in master.rules:
        local, instant = _until(rules.Rule(rules.Freq.DAILY, until=_until_text(text)), first)
        lasts.append(instant or first.on(min(local, _naive(LATEST))).instant)
    # A later part may be moved, and longer.
    longest = max(_length(master, first), others.longest)
    begin = min(bounded(first.instant, -master.travel), others.first)
    end = min(bounded(max(lasts), longest + others.furthest), span.end)
    end = max(end, bounded(first.instant, longest))
    yield Block(begin, end, master.title, Reason.UNREADABLE, master.uid), ""
    yield from (_block(master, start, _close(start, given), Reason.UNREADABLE) for start, given in master.rdates)


def _close(start: Moment, given: Moment | tuple[timedelta, timedelta] | None) -> datetime | None:
    """The end that a PERIOD of its own has."""
    return given.instant if isinstance(given, Moment) else after(start, given) if given else None


def _naive(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None)
