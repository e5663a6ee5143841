"""What people decided about each booking, as plain facts beside the product: nothing here is read back from the app."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from workestra_desktop.core.interval import Span

_CHANGES_WITH_A_MOVE = re.compile(r"(?:DTSTART|DTEND|DURATION|SEQUENCE|DTSTAMP|LAST-MODIFIED)[:;]")


@dataclass(slots=True)
class Told:
    """One booking. `span` is the last decision on its time, whoever made it."""

    id: str
    span: Span
    spans: set[Span] = field(default_factory=set)
    """Every time that host or phone ever gave it."""
    cancelled: bool = False
    """By the host, in the app, and not taken back."""
    was_cancelled: bool = False
    """By the host, taken back or not: a deletion that was sent may still arrive."""
    let_go: bool = False
    """By the host, who left its event to themselves."""
    answered: bool = False
    """The host said that its vanished event is a cancel."""
    deleted: bool = False
    """Its event, on the phone, and there is none now."""
    looked_at: tuple[datetime, datetime] | None = None
    """When the app first asked iCloud anything after that: the true time, and what the computer's clock said. It counts
    from there also when the phone has restored it meanwhile, and deleted it again, unless the app could see that."""
    missed_in: int = 0
    """The piece of work in which the app last missed its event for the first time; they are counted."""
    swept: bool = False
    """Its event is gone, and with it the whole calendar in which the app knew it to be."""
    former: dict[str, str] = field(default_factory=dict)
    """Events of it that the phone restored under a UID which the booking had no more: path by UID."""
    put_back: bool = False
    """The phone restored its event when the booking was not live."""
    contested: bool = False
    """Host and phone decided on its time without knowing of each other."""
    may_create: int = 1
    """How often the app may have had to create its event."""
    may_update: int = 0
    """How often the app may have had to change its event: once for each decision of the host's on its time."""
    creates: int = 0
    updates: int = 0

    def meant(self, span: Span) -> bool:
        """Whether host and phone, or one of them, gave it this time. If one decides on the start and the other on the
        length, not knowing of each other, both count (`core/merge.py`)."""
        if span in self.spans or not self.contested:
            return span in self.spans
        starts, lengths = {s.start for s in self.spans}, {s.end - s.start for s in self.spans}
        return span.start in starts and span.end - span.start in lengths

    def decide(self, span: Span) -> None:
        self.span = span
        self.spans.add(span)


def is_odd(text: str) -> bool:
    """Whether the phone has made something of an event that a booking cannot be."""
    event = text.partition("BEGIN:VEVENT")[2]  # a time zone has rules of its own
    return any(sign in event for sign in ("\nRRULE:", "\nDTSTART;VALUE=DATE:", "\nSTATUS:CANCELLED"))


def kept(text: str) -> list[str]:
    """The lines of an event that no move may change, in their order, with their line ends."""
    found: list[str] = []
    zone = event = inner = False
    for line in text.splitlines(keepends=True):
        name = line.strip()
        if name == "BEGIN:VTIMEZONE":
            zone = True
        if name == "BEGIN:VALARM":
            inner = True
        if not zone and not (event and not inner and _CHANGES_WITH_A_MOVE.match(line)):
            found.append(line)
        if name == "BEGIN:VEVENT":
            event = True
        if name == "END:VALARM":
            inner = False
        if name == "END:VTIMEZONE":
            zone = False
    return found
