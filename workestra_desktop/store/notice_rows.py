"""Rows of what the host was told: facts, not words, so that the list is in the language it is read in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from workestra_desktop.core.booking import Booking, By, InCloud, Status
from workestra_desktop.core.notice import KeptNotice, Notice, NoticeKind
from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.core.said import kept, reread
from workestra_desktop.core.trouble import Trouble
from workestra_desktop.store.calendar_rows import trouble_from, trouble_text
from workestra_desktop.store.database import Database, instant, second, stamp

LASTS = timedelta(days=30)
MOST = 1000
"""Notices that are kept; a calendar that goes mad fills no disk."""

_LONGEST = 1000
"""Characters of one text in a notice."""

_NOTICE = "SELECT id, at, kind, booking, body, seen FROM notices"

Row = tuple[Any, ...]


class SqlNotices:
    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, notice: Notice, at: datetime) -> None:
        """Also drops what is over 30 days old by `at`, and all but the newest thousand. What was noted by a clock that
        was ahead goes by that thousand."""
        booking = notice.booking.id if notice.booking is not None else ""
        body = json.dumps(_facts(notice))
        self._db.run(
            "INSERT INTO notices (at, kind, booking, body) VALUES (?, ?, ?, ?)", (stamp(at), notice.kind, booking, body)
        )
        self._db.run("DELETE FROM notices WHERE at < ?", (stamp(at - LASTS),))
        self._db.run("DELETE FROM notices WHERE id <= (SELECT max(id) FROM notices) - ?", (MOST,))

    def newest(self, most: int, bookings: Iterable[Booking], now: datetime) -> list[KeptNotice]:
        """The last `most` of the past 30 days, the newest first. `bookings`: all there are."""
        known = {booking.id: booking for booking in bookings}
        rows = self._db.rows(_NOTICE + " WHERE at >= ? ORDER BY id DESC LIMIT ?", (stamp(now - LASTS), most))
        return _made(rows, known)

    def after(self, last: int, booking: Callable[[str], Booking | None]) -> list[KeptNotice]:
        """Those that were kept after the one numbered `last`, in order. `booking` finds one by its id: most often there
        is one notice, and there may be ten thousand bookings."""
        rows = self._db.rows(_NOTICE + " WHERE id > ? ORDER BY id", (last,))
        return _made(rows, {row[3]: found for row in rows if (found := booking(row[3])) is not None})

    def last(self) -> int:
        """The number of the newest, 0 if there is none."""
        row = self._db.row("SELECT max(id) FROM notices")
        return int(row[0] or 0) if row is not None else 0

    def see(self, up_to: int) -> None:
        self._db.run("UPDATE notices SET seen = 1 WHERE id <= ? AND seen = 0", (up_to,))


def _facts(notice: Notice) -> dict[str, Any]:
    return {
        "booking": _told_of(notice.booking),
        "before": _told_of(notice.before),
        "trouble": trouble_text(_bounded(notice.trouble)),
        "count": notice.count,
        "overlap": _overlap_facts(notice.overlap),
    }


def _bounded(trouble: Trouble | None) -> Trouble | None:
    """A sentence that is too long to keep whole loses what it was made of, and so its other languages."""
    if trouble is None or len(kept(trouble.subject)) <= 4 * _LONGEST:
        return trouble
    return replace(trouble, subject=str(trouble.subject)[:_LONGEST], detail=trouble.detail[:_LONGEST])


def _told_of(booking: Booking | None) -> dict[str, Any] | None:
    """What of a booking changes and is told; the rest is in its own row."""
    if booking is None:
        return None
    concern = kept(booking.concern)
    return {
        "start": second(booking.start),
        "end": second(booking.end),
        "guest": booking.guest,
        "title": booking.title[:_LONGEST],
        "status": booking.status,
        "sync": booking.sync,
        "cancelled_by": booking.cancelled_by,
        "concern": concern if len(concern) <= 4 * _LONGEST else str(booking.concern)[:_LONGEST],
    }


def _overlap_facts(overlap: Overlap | None) -> list[Any] | None:
    if overlap is None:
        return None
    return [
        overlap.booking, overlap.uid, overlap.calendar, overlap.title[:_LONGEST], second(overlap.start),
        second(overlap.end), second(overlap.booking_start), stamp(overlap.found_at), overlap.state,
    ]  # fmt: skip


def _made(rows: list[Row], bookings: Mapping[str, Booking]) -> list[KeptNotice]:
    return [made for row in rows if (made := _notice(row, bookings)) is not None]


def _notice(row: Row, bookings: Mapping[str, Booking]) -> KeptNotice | None:
    """None for a notice that cannot be told: of a booking that is not here any more (an older copy was restored), or of
    a kind or with words that another version of the app wrote. The list is a comfort: it never keeps the profile from
    being read."""
    number, at, kind, about, text, seen = row
    if about and about not in bookings:
        return None
    try:
        body, booking = json.loads(text), bookings.get(about)
        notice = Notice(
            NoticeKind(kind),
            _as_told(booking, body["booking"]),
            _as_told(booking, body["before"]),
            trouble_from(body["trouble"]),
            int(body["count"]),
            _overlap(body["overlap"]),
        )
    except (ValueError, KeyError, TypeError, AssertionError):
        return None
    return KeptNotice(number, instant(at), notice, bool(seen))


def _as_told(booking: Booking | None, facts: dict[str, Any] | None) -> Booking | None:
    """The booking with what was told of it then."""
    if booking is None or facts is None:
        return None
    return replace(
        booking,
        start=instant(facts["start"]),
        end=instant(facts["end"]),
        guest=facts["guest"],
        title=facts["title"],
        status=Status(facts["status"]),
        sync=InCloud(facts["sync"]),
        cancelled_by=By(facts["cancelled_by"]) if facts["cancelled_by"] else None,
        concern=reread(facts["concern"]),
    )


def _overlap(facts: list[Any] | None) -> Overlap | None:
    if facts is None:
        return None
    booking, uid, calendar, title, start, end, booking_start, found_at, state = facts
    return Overlap(
        booking, uid, calendar, title, instant(start), instant(end), instant(booking_start), instant(found_at),
        OverlapState(state),
    )  # fmt: skip
