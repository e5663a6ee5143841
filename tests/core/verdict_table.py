"""The table of verdicts in docs/architecture.md, made from the function: `python -m tests.core.verdict_table`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import assert_never

from tests.core.example import BOOKING, HALF_HOUR, TEN
from workestra_desktop.core.booking import GONE_TOGETHER, Booking, Status
from workestra_desktop.core.verdict import InStep, Left, Missing, Moved, Odd, RemoteEvent, Verdict, verdict

PAGE = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"
BEGIN, END = "<!-- verdicts: made by tests/core/verdict_table.py -->\n", "<!-- /verdicts -->"

NOW = TEN - timedelta(days=1)
_LATER = TEN + timedelta(days=2)
_OVER = replace(BOOKING, start=NOW - timedelta(hours=2), end=NOW - timedelta(hours=1))

BOOKINGS: dict[str, tuple[Booking, bool]] = {
    "cancelled": (replace(BOOKING, status=Status.CANCELLED), False),
    "a write of it waits": (BOOKING, True),
    "never in iCloud": (replace(BOOKING, agreed=None), False),
    "agreed on": (BOOKING, False),
    "needs attention": (replace(BOOKING, status=Status.ATTENTION, concern="It has become a series."), False),
    "gone with others, the host is asked": (replace(BOOKING, status=Status.ATTENTION, concern=GONE_TOGETHER), False),
    "over": (_OVER, False),
}
"""Each state of a booking, and whether an intent of it is not settled yet."""


def forms(booking: Booking) -> dict[str, RemoteEvent | None]:
    """Each form in which the event of `booking` may be found."""
    same = RemoteEvent(booking.uid, booking.calendar, booking.href, '"2"', booking.start, booking.end)
    elsewhere = replace(same, calendar="/1/home/", href="/1/home/X.ics")
    return {
        "not there": None,
        "same times": same,
        "same times, elsewhere": elsewhere,
        "other times": replace(same, start=_LATER, end=_LATER + HALF_HOUR),
        "other times, elsewhere": replace(elsewhere, start=_LATER, end=_LATER + HALF_HOUR),
        "unreadable": replace(same, start=None, end=None),
        "marked cancelled": replace(same, cancelled=True),
        "a series": replace(same, repeats=True),
        "all-day": replace(same, all_day=True),
    }


def table() -> str:
    """Markdown: a row for each state of the booking, a column for each form of the event."""
    rows = []
    for name, (booking, pending) in BOOKINGS.items():
        cells = [_word(verdict(booking, pending, event, NOW)) for event in forms(booking).values()]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    names = list(forms(BOOKING))
    head = [f"| booking ╲ event | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    return "\n".join([*head, *rows]) + "\n"


def _word(found: Verdict) -> str:
    match found:
        case Left():
            return "–"
        case InStep():
            return "in step"
        case Moved():
            return "moved"
        case Odd():
            return "odd"
        case Missing():
            return "missing"
        case _:
            assert_never(found)


def written() -> str:
    """The table as it stands in the document."""
    return PAGE.read_text("utf-8").split(BEGIN)[1].split(END)[0]


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN)
    PAGE.write_text(before + BEGIN + table() + END + rest.split(END)[1], "utf-8")
    sys.stdout.write(table())
