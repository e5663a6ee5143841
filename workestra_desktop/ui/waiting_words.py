"""A booking that waits for iCloud: what is to be done there, since when, and what it waits for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking, Status
from workestra_desktop.core.facts import Facts
from workestra_desktop.core.snapshot import Snapshot, State
from workestra_desktop.core.trouble import Code, Scope, Trouble
from workestra_desktop.ui.when import moment_words, zone_of
from workestra_desktop.ui.words import worded

_ELSEWHERE = frozenset(
    {Code.EVENTS_GONE, Code.NEEDS_ATTENTION, Code.CONFLICT, Code.UNREADABLE_EVENT, Code.DISK, Code.DEFECT}
)
"""Troubles that keep no write waiting."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Waiting", text)


def waiting_words(booking: Booking, snapshot: Snapshot) -> str:
    where, now = zone_of(snapshot.host_zone), snapshot.taken_at
    since = moment_words(booking.changed_at, where, now)
    said = [_what(booking).format(since=since)]
    if snapshot.state is State.SYNCING:
        said.append(_tr("Talking to iCloud now."))
    else:
        if (trouble := _why(booking, snapshot)) is not None:
            said.append(f"{worded(trouble, Facts.of(snapshot, now)).title}.")
        if snapshot.next_poll is not None and snapshot.next_poll > now:
            said.append(_tr("Next try at {time}.").format(time=moment_words(snapshot.next_poll, where, now)))
    if booking.live and booking.agreed is None:
        said.append(_tr("You can still cancel it."))
    return " ".join(said)


def _what(booking: Booking) -> str:
    if booking.status is Status.CANCELLED:
        return _tr("Waiting since {since} to be removed from iCloud.")
    if booking.agreed is None:
        return _tr("Waiting since {since} to be written to iCloud.")
    if (booking.agreed.start, booking.agreed.end) != (booking.start, booking.end):
        return _tr("Waiting since {since} to be moved in iCloud.")
    return _tr("Waiting for iCloud since {since}.")


def _why(booking: Booking, snapshot: Snapshot) -> Trouble | None:
    """What stands in the way: the calendar's own trouble, else that of the account."""
    own = next((c.problem for c in snapshot.calendars if c.id == booking.calendar), None)
    wide = (p for p in snapshot.problems if p.scope in (Scope.APP, Scope.ACCOUNT) and p.code not in _ELSEWHERE)
    return own or next(wide, None)
