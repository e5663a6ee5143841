"""Every minute of a span, and why it can or cannot be booked: what the week view shows. Pure.

A minute is open if a meeting that the link offers would cover it. Every other minute is grey, and has at least one
reason: something is there, or each meeting that would cover it is refused, or none would.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, pairwise

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import Block
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import Link
from workestra_desktop.core.slots import (
    Refusal,
    Taken,
    grid,
    in_its_way,
    open_windows,
    outside_hours,
    outside_time,
)
from workestra_desktop.core.whereabouts import Stay

_FIRST = ("past", "busy", "hours", "begun", "notice", "window", "limit", "buffer", "gap", "step")
"""The order in which several reasons of one stretch are told."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Time throughout which the answer is the same. No `reasons`: it can be booked."""

    span: Span
    reasons: tuple[Refusal, ...] = ()

    @property
    def open(self) -> bool:
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Week:
    """What a week view of `link` shows of `span` (of any length).

    `blocks` are occurrences of events in the busy calendars, those that take no time included, without the events that
    stand for bookings; `bookings` those that overlap the span. `stretches` cover the span without gaps, in order.
    `slots` are the meetings of `minutes` that can be booked wholly inside it, `partly` those that can and reach over an
    edge of it: each open minute is in one of them.
    """

    link: Link
    minutes: int
    span: Span
    blocks: tuple[Block, ...]
    bookings: tuple[Booking, ...]
    stretches: tuple[Stretch, ...]
    slots: tuple[Span, ...]
    partly: tuple[Span, ...] = ()

    def at(self, moment: datetime) -> Stretch | None:
        """The stretch that `moment` is in; None outside the span."""
        return next((s for s in self.stretches if s.span.start <= moment < s.span.end), None)


def stretches(
    link: Link, minutes: int, span: Span, taken: Taken, now: datetime, stays: Sequence[Stay] = ()
) -> tuple[Stretch, ...]:
    """`span` cut where the answer changes. `taken` must reach a day and the link's buffers beyond it on both sides."""
    length = timedelta(minutes=minutes)
    wide = Span(span.start - length, span.end + length)
    windows = open_windows(link, wide, stays)
    meetings = sorted({m for window in windows for m in grid(link, minutes, window)})
    refused = {m: _refused(link, m, taken, now, stays) for m in meetings if m.overlaps(wide)}
    meetings = list(refused)
    cuts = {span.start, span.end, now, now + timedelta(minutes=link.notice)}
    cuts |= {edge for each in (*windows, *meetings) for edge in (each.start, each.end)}
    cuts |= taken.edges(span, link.before, link.after)
    edges = sorted(cut for cut in cuts if span.start <= cut <= span.end)
    pieces = []
    for start, end in pairwise(edges):
        piece = Span(start, end)
        low = bisect_left(meetings, start - length, key=lambda m: m.start)
        high = bisect_left(meetings, end, key=lambda m: m.start)
        covering = [refused[m] for m in meetings[low:high] if m.overlaps(piece)]
        if any(not reasons for reasons in covering):
            pieces.append(Stretch(piece))
            continue
        within = any(w.start <= start and end <= w.end for w in windows)
        pieces.append(Stretch(piece, _reasons(link, piece, covering, taken, now, stays, within=within)))
    return tuple(
        Stretch(Span(same[0].span.start, same[-1].span.end), reasons)
        for reasons, group in groupby(pieces, key=lambda p: p.reasons)
        if (same := list(group))
    )


def _refused(link: Link, meeting: Span, taken: Taken, now: datetime, stays: Sequence[Stay]) -> list[Refusal]:
    """As `slots.refusals` for a meeting that is on the link's grid."""
    return outside_time(link, meeting.start, now, stays) + in_its_way(link, meeting, taken, stays)


def _reasons(
    link: Link,
    piece: Span,
    covering: list[list[Refusal]],
    taken: Taken,
    now: datetime,
    stays: Sequence[Stay],
    *,
    within: bool,
) -> tuple[Refusal, ...]:
    there = taken.in_the_way(piece, link.before, link.after)
    found = list(there)
    if piece.end <= now:
        found.append(Refusal("past", "That time is over."))
    if not within:
        found.append(outside_hours(link, piece.start, stays))
    elif not covering:
        title = f"No meeting of “{link.slug}” that keeps to its grid and its hours would cover this."
        found.append(Refusal("step", title, setting="link.step"))
    known = {(r.booking, r.uid, r.calendar, r.start, r.end) for r in there}
    for refusal in (r for reasons in covering for r in reasons):
        if refusal.kind == "past" and piece.end > now:
            found.append(Refusal("begun", "The meeting over this time would have begun already."))
        elif not refusal.taken:
            found.append(refusal)
        elif (refusal.booking, refusal.uid, refusal.calendar, refusal.start, refusal.end) not in known:
            found.append(replace(refusal, kind="gap"))
    return tuple(sorted(_each_once(found), key=lambda r: (_FIRST.index(r.kind), r.start or piece.start, r.title)))


def _each_once(refusals: Iterable[Refusal]) -> Iterable[Refusal]:
    """A thing that several meetings would run into, by several settings, is told once."""
    seen = set()
    for refusal in refusals:
        key = (refusal.kind, refusal.booking, refusal.uid, refusal.calendar, refusal.start, refusal.end, refusal.title)
        if key not in seen:
            seen.add(key)
            yield refusal


@dataclass(frozen=True, slots=True)
class Trial:
    """What a change of a link would do to the free times of `span`: what stays, comes and goes."""

    span: Span
    kept: tuple[Span, ...]
    gained: tuple[Span, ...]
    lost: tuple[Span, ...]

    @classmethod
    def of(cls, span: Span, before: Iterable[Span], after: Iterable[Span]) -> Trial:
        old, new = set(before), set(after)
        return cls(span, tuple(sorted(old & new)), tuple(sorted(new - old)), tuple(sorted(old - new)))
