"""The lists of the bookings page: which booking is in which, in what order, and what is found in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from workestra_desktop.core.booking import Booking, InCloud, Status
from workestra_desktop.core.link import Link
from workestra_desktop.core.snapshot import Snapshot
from workestra_desktop.ui.words import link_title

_SEARCHED = 10_000
"""Characters of a note that are looked through."""


class Which(Enum):
    """Each booking is in one of the first three, and in the others as long as it waits: for the host to decide, or for
    iCloud."""

    UPCOMING = "upcoming"
    PAST = "past"
    CANCELLED = "cancelled"
    ATTENTION = "attention"
    WAITING = "waiting"

    @property
    def passing(self) -> bool:
        """Whether it is shown only while something is in it."""
        return self in (Which.ATTENTION, Which.WAITING)

    @property
    def newest_first(self) -> bool:
        """The others show what comes next first."""
        return self in (Which.PAST, Which.CANCELLED)


def which(booking: Booking, now: datetime) -> Which:
    """The one of the first three that `booking` belongs to at `now`; a meeting that is on is still upcoming."""
    if booking.status is Status.CANCELLED:
        return Which.CANCELLED
    return Which.UPCOMING if booking.end > now else Which.PAST


class Lists:
    """The bookings of one snapshot as they stood at `now`, in order. Search texts are prepared when first asked for,
    and once."""

    def __init__(self, snapshot: Snapshot, now: datetime) -> None:
        asked = {question.booking for question in snapshot.questions}
        self.overlapped = frozenset(overlap.booking for overlap in snapshot.overlaps)
        odd = asked | self.overlapped
        found: dict[Which, list[Booking]] = {each: [] for each in Which}
        upcoming, past, cancelled = (found[each] for each in (Which.UPCOMING, Which.PAST, Which.CANCELLED))
        attention, waiting = found[Which.ATTENTION], found[Which.WAITING]
        for booking in snapshot.bookings:  # in order of start; one pass, as there may be ten thousand
            if booking.status is Status.CANCELLED:
                cancelled.append(booking)
            elif booking.end > now:
                upcoming.append(booking)
            else:
                past.append(booking)
            if booking.sync is InCloud.WAITING:
                waiting.append(booking)
            if booking.status is Status.ATTENTION or booking.sync is InCloud.FAILED or booking.id in odd:
                attention.append(booking)
        for each in Which:
            if each.newest_first:
                found[each].reverse()
        self.of: Mapping[Which, tuple[Booking, ...]] = {each: tuple(found[each]) for each in Which}
        self.by_id = {booking.id: booking for booking in snapshot.bookings}
        self._links: Mapping[str, Link] = {link.slug: link for link in snapshot.links}
        self._titles: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._last: dict[Which, tuple[str, tuple[Booking, ...]]] = {}

    def link_title(self, slug: str) -> str | None:
        """The title of the link `slug`; None if there is none any more."""
        if slug not in self._titles and slug in self._links:
            self._titles[slug] = link_title(self._links[slug])
        return self._titles.get(slug)

    def found(self, each: Which, typed: str) -> tuple[Booking, ...]:
        """Those of a list in whose guest, mail, note or link every word of `typed` stands; all for none."""
        words = typed.casefold().split()
        if not words:
            return self.of[each]
        sought = " ".join(words)
        before, among = self._last.get(each, ("", self.of[each]))
        if not sought.startswith(before):
            among = self.of[each]
        self._prepare(among)
        texts, hits = self._texts, among
        for word in words:
            hits = tuple([booking for booking in hits if word in texts[booking.id]])
        self._last[each] = (sought, hits)
        return hits

    def _prepare(self, bookings: tuple[Booking, ...]) -> None:
        texts = self._texts
        for b in bookings:
            if b.id not in texts:
                link = self.link_title(b.link) or ""
                texts[b.id] = f"{b.guest}\n{b.email}\n{b.note[:_SEARCHED]}\n{b.link}\n{link}".casefold()
