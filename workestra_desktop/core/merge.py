"""The three-way merge of an event's times: what was agreed, what the host decided here, what the phone made of it.

Its two fields, the start and the duration, are merged each for itself. Everything else in an event is iCloud's: a move
changes the lines of its times in the text as it is read at that moment, and gives every other byte back
(`workestra_desktop.ical.amend`), so what was edited on the phone stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from workestra_desktop.core.interval import Span

_T = TypeVar("_T", datetime, timedelta)


@dataclass(frozen=True, slots=True)
class Clash:
    """Both sides changed the same field, each to something else: only the host can say which counts."""


def merge(agreed: Span | None, ours: Span, theirs: Span) -> Span | Clash:
    """The times both sides meant. Where nothing was agreed on yet, ours.

    | field as agreed | ours    | theirs  | merged |
    |-----------------|---------|---------|--------|
    | a               | a       | any b   | b      |
    | a               | any b   | a       | b      |
    | a               | b       | b       | b      |
    | a               | b       | c       | Clash  |
    """
    if agreed is None:
        return ours
    start = _field(agreed.start, ours.start, theirs.start)
    length = _field(agreed.end - agreed.start, ours.end - ours.start, theirs.end - theirs.start)
    if isinstance(start, Clash) or isinstance(length, Clash):
        return Clash()
    return Span(start, start + length)


def _field(agreed: _T, ours: _T, theirs: _T) -> _T | Clash:
    if theirs in (agreed, ours):
        return ours
    return theirs if ours == agreed else Clash()
