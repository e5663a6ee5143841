"""An event that was deleted, as it is created anew: what the host had added comes back, under a name never used."""

from __future__ import annotations

from datetime import datetime

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.calendar import BusyPolicy
from workestra_desktop.ical.amend import amend
from workestra_desktop.ical.compose import compose
from workestra_desktop.ical.expansion import remote_event
from workestra_desktop.ical.scan import content_lines, index
from workestra_desktop.ical.seal import OURS, marks
from workestra_desktop.ical.writing import fold


def revive(text: str, booking: Booking, now: datetime, account: str, organizer: str = "") -> str:
    """`text` with the booking's UID, time and seal (see `compose`); alarms, notes, attachments, X- lines as they were,
    and so the guest of an event that invites.

    What cannot stand for the booking any more (a series, all-day, marked as cancelled, unreadable) does not come back:
    then the event is composed as for a new booking.
    """
    uid = index(text).uid
    facts = remote_event(text, uid, "", "", "", BusyPolicy(booking.timezone))
    if not uid or facts.start is None or facts.repeats or facts.all_day or facts.cancelled:
        return compose(booking, now, account, organizer)
    try:
        there = amend(text, uid, booking.start, booking.end, booking.timezone, now)
    except ValueError:
        return compose(booking, now, account, organizer)
    return "".join(_renamed(there, booking.uid, marks(booking, account, now)))


def _renamed(text: str, uid: str, ours: list[str]) -> list[str]:
    """The pieces of `text`, with `uid` and `ours` in place of the VEVENT's own; other components keep theirs."""
    within: list[str] = []
    pieces: list[str] = []
    newline = "\r\n" if "\r\n" in text else "\n"
    for line in content_lines(text):
        piece, name = text[line.start : line.end], line.name
        if name == "BEGIN":
            within.append(line.value.strip().upper())
        elif name == "END" and within:
            within.pop()
        elif name == "UID" and within[-1:] == ["VEVENT"]:
            piece = "".join(fold(line, newline) for line in (f"UID:{uid}", *ours))
        elif name.startswith(OURS) and within[-1:] == ["VEVENT"]:
            continue
        pieces.append(piece)
    return pieces
