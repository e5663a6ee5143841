"""Calendar files as senders and accidents make them, written for these tests, and the time they take in December 2026.

The answers are decided by hand from RFC 5545 and the fact sheet §6, for a host in Berlin: `01 08:00 60` is 60 minutes
from 8:00 UTC on the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent

from tests.ical.generated import vtimezone


@dataclass(frozen=True, slots=True)
class File:
    text: str
    taken: tuple[str, ...] = ()
    problem: str = ""
    """Words of the problem that must be listed; empty if the file must not be a problem."""
    theirs: tuple[str, ...] | None = None
    """What the libraries say where they differ; None where they agree or cannot read the file."""
    why: str = ""
    """Why they differ, and who is right."""
    unasked: bool = False
    """They would never end."""


def ics(body: str, *zones: str, head: str = "PRODID:-//Example//EN") -> str:
    """A calendar of the lines in `body`, with CRLF."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *dedent(head).strip().split("\n"), *zones, dedent(body).strip("\n"),
             "END:VCALENDAR", ""]  # fmt: skip
    return "\n".join(lines).replace("\n", "\r\n")


def vevent(body: str, *zones: str, uid: str = "a1@example.org") -> str:
    """A calendar of one event."""
    return ics(f"BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20261101T080000Z\n{dedent(body).strip()}\nEND:VEVENT", *zones)


EUROPE = ("STANDARD 16010101T030000 +0200 +0100 FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
          "DAYLIGHT 16010101T020000 +0100 +0200 FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3")  # fmt: skip
EAST = ("DAYLIGHT 20070311T020000 -0500 -0400 FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "STANDARD 20071104T020000 -0400 -0500 FREQ=YEARLY;BYMONTH=11;BYDAY=1SU")  # fmt: skip
W_EUROPE = vtimezone("W. Europe Standard Time", *EUROPE)


def daily(first: int, last: int, rest: str) -> tuple[str, ...]:
    """`rest` on each day of December from `first` to `last`."""
    return tuple(f"{day:02} {rest}" for day in range(first, last + 1))
