"""What going back to a backup means for bookings, as pure functions.

Nothing that the backup says of iCloud is believed: a booking that comes back has agreed on nothing, so no poll can
take its missing event for a deletion, and nothing is written for it. A poll that finds its event (by UID) makes it
whole again and follows the event; until then it needs attention, and only the host cancels it or books anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.link import Link
from workestra_desktop.core.said import said

NOT_SEEN = said("Restored from a backup. Its event has not been found in iCloud since.")
MAY_REMAIN = said("Restored from a backup. Its event may still be in iCloud: it was about to be removed.")


class Here(Enum):
    """Whether the profile that is to be restored can be opened."""

    SOUND = "sound"
    DAMAGED = "damaged"
    NEWER = "newer"
    """A newer app made it; this one does not know what is in it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is only in the backup, only here, different, and the number of those that are alike."""

    come: tuple[str, ...] = ()
    go: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    same: int = 0


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would do. `bookings` are named by id, `links` by slug. `dropped` writes of now and `dropped_there`
    of the backup wait for iCloud and are not sent any more; of a profile that is not sound they are not known."""

    bookings: Change
    links: Change
    settings: bool
    dropped: int
    dropped_there: int
    here: Here = Here.SOUND


def restored(booking: Booking, known: Booking | None, waited: bool, now: datetime) -> Booking:
    """`booking` of a backup as it is kept from now on. `known` is the same booking as it is here now: what is known of
    its event (UID, href, calendar) is the newer; one that was cancelled keeps its own: should its event have been
    created anew since, it is recognised by its seal. `waited`: the backup has an unsent write for it."""
    if known is not None and booking.live:
        booking = replace(booking, uid=known.uid, href=known.href, calendar=known.calendar)
    fresh = replace(booking, agreed=None, missing_since=None, changed_at=now)
    if booking.live:
        if booking.end <= now:
            return replace(fresh, status=Status.CONFIRMED, sync=InCloud.SYNCED, concern="")  # history: nothing to do
        return replace(fresh, status=Status.ATTENTION, sync=InCloud.FAILED, concern=NOT_SEEN)
    removed_since = known is not None and not known.live and known.sync is InCloud.SYNCED
    if waited and not removed_since and booking.end > now:
        return replace(fresh, sync=InCloud.FAILED, concern=MAY_REMAIN)
    return replace(fresh, sync=InCloud.SYNCED, concern="")


def bookings_change(there: list[Booking], here: list[Booking]) -> Change:
    return _change({b.id: _meeting(b) for b in there}, {b.id: _meeting(b) for b in here})


def links_change(there: list[Link], here: list[Link]) -> Change:
    return _change({link.slug: link for link in there}, {link.slug: link for link in here})


def _meeting(booking: Booking) -> Booking:
    """What the host sees of it, without how far it is in iCloud."""
    return replace(
        booking,
        status=Status.CONFIRMED if booking.live else Status.CANCELLED,
        sync=InCloud.SYNCED,
        calendar="",
        uid="",
        href="",
        agreed=None,
        missing_since=None,
        concern="",
        changed_at=booking.created_at,
    )


def _change(there: dict[str, Booking] | dict[str, Link], here: dict[str, Booking] | dict[str, Link]) -> Change:
    both = [name for name in there if name in here]
    differ = tuple(name for name in both if there[name] != here[name])
    return Change(
        come=tuple(name for name in there if name not in here),
        go=tuple(name for name in here if name not in there),
        differ=differ,
        same=len(both) - len(differ),
    )
