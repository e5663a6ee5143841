"""An event that was deleted, as it is created anew: what the host had added comes back, under a name never used."""

from __future__ import annotations

from datetime import datetime

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.scan import content_lines, index
from workestra_desktop.ical.writing import fold


def revive(text: str, booking: Booking, now: datetime) -> str:
    """`text` with the booking's UID and time; alarms, notes, attachments and X- lines as they were.

    What cannot stand for the booking any more (a series, all-day, marked as cancelled, unreadable) does not come back:
    then the event is composed as for a new booking.
    """
    uid = index(text).uid
    facts = remote_event(text, uid, "", "", "", BusyPolicy(booking.timezone))
    if not uid or facts.start is None or facts.repeats or facts.all_day or facts.cancelled:
        return compose(booking, now)
    try:
        there = amend(text, uid, booking.start, booking.end, booking.timezone, now)
    except ValueError:
        return compose(booking, now)
    return "".join(_renamed(there, booking.uid))


def _renamed(text: str, uid: str) -> list[str]:
    """The pieces of `text`, with `uid` in place of the VEVENT's own; other components keep theirs."""
    within: list[str] = []
    pieces: list[str] = []
    for line in content_lines(text):
        piece, name = text[line.start : line.end], line.name
        if name == "BEGIN":
            within.append(line.value.strip().upper())
        elif name == "END" and within:
            within.pop()
        elif name == "UID" and within[-1:] == ["VEVENT"]:
            piece = fold(f"UID:{uid}", "\r\n" if piece.endswith("\r\n") else "\n")
        pieces.append(piece)
    return pieces
