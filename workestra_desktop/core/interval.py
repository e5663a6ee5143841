"""Half-open spans of time, `[start, end)`, in UTC."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from workestra_desktop.core.times import utc


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)`; both aware, kept in UTC. An empty span overlaps nothing."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", utc(self.start))
        object.__setattr__(self, "end", utc(self.end))

    def overlaps(self, other: Span) -> bool:
        return max(self.start, other.start) < min(self.end, other.end)


def merge(spans: Iterable[Span]) -> list[Span]:
    """The union, as sorted spans that neither overlap nor touch. Empty spans vanish."""
    merged: list[Span] = []
    for span in sorted(s for s in spans if s.start < s.end):
        if merged and span.start <= merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged


def clip(spans: Iterable[Span], within: Span) -> list[Span]:
    """The parts of `spans` inside `within`, in the order given."""
    return [Span(max(s.start, within.start), min(s.end, within.end)) for s in spans if s.overlaps(within)]
