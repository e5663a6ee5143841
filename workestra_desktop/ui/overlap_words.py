"""An event on top of a booking, in words: for the bar above the list, and with its answers for the booking itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workestra_desktop.core.booking import Booking
from workestra_desktop.core.commands import SettleOverlap
from workestra_desktop.core.interval import Span
from workestra_desktop.core.plain import plain
from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.choice_words import Decision, Move, Offer
from workestra_desktop.ui.when import clock, meeting_time, zone_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("Overlaps", text)


def event_title(overlap: Overlap, limit: int = 80) -> str:
    return plain(overlap.title, limit) or _tr("Event without a title")


def overlap_words(overlap: Overlap, booking: Booking, snapshot: Snapshot) -> Decision:
    """Every time and calendar by name: an event the host knows is half decided."""
    where, now = zone_of(snapshot.host_zone), snapshot.taken_at
    event = event_title(overlap)
    calendar = next((plain(c.name, 60) for c in snapshot.calendars if c.id == overlap.calendar), "")
    title = (_tr("“{event}” in “{calendar}” is at that time") if calendar else _tr("“{event}” is at that time")).format(
        event=event, calendar=calendar
    )
    if not Span(overlap.start, overlap.end).overlaps(booking.span):
        title = (
            _tr("“{event}” in “{calendar}” is in the time kept free around it")
            if calendar
            else _tr("“{event}” is in the time kept free around it")
        ).format(event=event, calendar=calendar)
    meaning = _tr("The event is {there}; the booking is {booked}. Both stay until you decide.").format(
        there=meeting_time(overlap.start, overlap.end, where, now), booked=_booked(overlap, booking, snapshot)
    )
    about = _tr("booking with {guest}, “{event}”").format(guest=plain(booking.guest, 120), event=event)
    return Decision(booking.id, overlap.uid, title, meaning, about, _offers(overlap))


def bar_words(overlap: Overlap, booking: Booking, snapshot: Snapshot) -> tuple[str, str]:
    """Title and message above the list, where the booking is not yet in view."""
    said = overlap_words(overlap, booking, snapshot)
    title = _tr("“{event}” lies on the booking with {guest}")
    return title.format(event=event_title(overlap, 60), guest=plain(booking.guest, 60)), said.meaning


def _booked(overlap: Overlap, booking: Booking, snapshot: Snapshot) -> str:
    """The booking's time; on the day that the event is on, too, its hours are enough."""
    where = zone_of(snapshot.host_zone)
    days = {moment.astimezone(where).date() for moment in (overlap.start, overlap.end, booking.start, booking.end)}
    if len(days) == 1:
        return f"{clock(booking.start, where)} – {clock(booking.end, where)}"
    return meeting_time(booking.start, booking.end, where, snapshot.taken_at)


def _offers(overlap: Overlap) -> tuple[Offer, ...]:
    keep = SettleOverlap(overlap.booking, overlap.uid, OverlapState.KEPT)
    ignore = SettleOverlap(overlap.booking, overlap.uid, OverlapState.IGNORED)
    return (
        Offer(_tr("&Move booking…"), Move(overlap.booking), "", _tr("Choose another time for the booking.")),
        Offer(
            _tr("&Keep both"), keep, _tr("Keeping both…"),
            _tr("Both stay as they are. You are never asked about these two again."),
        ),
        Offer(
            _tr("&Ignore"), ignore, _tr("Ignoring it…"),
            _tr("Put aside for now. You are asked again if one of the two moves and they still collide."),
        ),
    )  # fmt: skip
