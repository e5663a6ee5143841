"""Rows of bookings, the outbox, links and the journal."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from workestra_desktop.core.booking import Agreed, Booking, By, InCloud, Status
from workestra_desktop.core.interval import Span
from workestra_desktop.core.link import WEEKDAYS, Link, Override
from workestra_desktop.core.mirror import JournalLine
from workestra_desktop.core.outbox import Intent, Kind, fold
from workestra_desktop.core.said import kept, reread
from workestra_desktop.core.undo import JOURNAL_LASTS
from workestra_desktop.store.database import Database, instant, moment, second, stamp


def _booking_body(b: Booking) -> str:
    agreed = b.agreed and [second(b.agreed.start), second(b.agreed.end), b.agreed.etag]
    return json.dumps(
        {
            "link": b.link,
            "title": b.title,
            "guest": b.guest,
            "email": b.email,
            "note": b.note,
            "end": second(b.end),
            "timezone": b.timezone,
            "sync": b.sync,
            "calendar": b.calendar,
            "href": b.href,
            "location": b.location,
            "meeting_url": b.meeting_url,
            "alarms": b.alarms,
            "before": b.before,
            "after": b.after,
            "created_at": stamp(b.created_at),
            "changed_at": stamp(b.changed_at),
            "cancelled_by": b.cancelled_by,
            "reason": b.reason,
            "agreed": agreed,
            "missing_since": stamp(b.missing_since),
            "concern": kept(b.concern),
            "invited": b.invited,
        }
    )


def _booking(row: tuple[Any, ...]) -> Booking:
    body = json.loads(row[4])
    agreed = body["agreed"]
    return Booking(
        id=row[0],
        start=instant(row[1]),
        status=Status(row[2]),
        uid=row[3],
        link=body["link"],
        title=body["title"],
        guest=body["guest"],
        email=body["email"],
        note=body["note"],
        end=instant(body["end"]),
        timezone=body["timezone"],
        sync=InCloud(body["sync"]),
        calendar=body["calendar"],
        href=body["href"],
        location=body["location"],
        meeting_url=body["meeting_url"],
        alarms=tuple(body["alarms"]),
        before=body["before"],
        after=body["after"],
        created_at=instant(body["created_at"]),
        changed_at=instant(body["changed_at"]),
        cancelled_by=By(body["cancelled_by"]) if body["cancelled_by"] else None,
        reason=body["reason"],
        agreed=Agreed(instant(agreed[0]), instant(agreed[1]), agreed[2]) if agreed else None,
        missing_since=moment(body["missing_since"]),
        concern=reread(body["concern"]),  # a plain text in rows from before its facts were kept
        no_show=bool(row[5]),
        invited=body.get("invited", False),  # absent in rows from before it was kept
    )


_BOOKING = "SELECT id, start, status, uid, body, no_show FROM bookings"


class SqlBookings:
    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Booking]:
        return [_booking(r) for r in self._db.rows(_BOOKING + " ORDER BY start, id")]

    def get(self, booking: str) -> Booking | None:
        row = self._db.row(_BOOKING + " WHERE id = ?", (booking,))
        return None if row is None else _booking(row)

    def near(self, span: Span) -> list[Booking]:
        """The live bookings that overlap `span`, by start."""
        rows = self._db.rows(
            _BOOKING + " WHERE end > ? AND start < ? AND status <> 'cancelled' ORDER BY start, id",
            (second(span.start), second(span.end)),
        )
        return [_booking(r) for r in rows]

    def ending_after(self, now: datetime) -> list[Booking]:
        """Those that are not over, by start."""
        rows = self._db.rows(_BOOKING + " WHERE end > ? ORDER BY start, id", (second(now),))
        return [_booking(r) for r in rows]

    def over_but_coming(self, now: datetime) -> list[Booking]:
        """Live ones that are over while their event reaches beyond `now` by its loose bounds."""
        rows = self._db.rows(
            f"{_BOOKING} b WHERE end <= ?1 AND status <> 'cancelled' AND EXISTS"  # noqa: S608 - words of our own
            " (SELECT 1 FROM objects o WHERE o.uid = b.uid AND o.text <> '' AND (o.last IS NULL OR o.last > ?1))",
            (second(now),),
        )
        return [_booking(r) for r in rows]

    def pending(self) -> list[Booking]:
        """Those with something in the outbox, cancelled ones included."""
        rows = self._db.rows(f"{_BOOKING} WHERE id IN (SELECT booking FROM intents)")  # noqa: S608 - words of our own
        return [_booking(r) for r in rows]

    def put(self, booking: Booking) -> None:
        self._db.run(
            "INSERT INTO bookings VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET start = excluded.start,"
            " status = excluded.status, uid = excluded.uid, body = excluded.body, end = excluded.end,"
            " no_show = excluded.no_show",
            (
                booking.id,
                second(booking.start),
                booking.status,
                booking.uid,
                _booking_body(booking),
                second(booking.end),
                int(booking.no_show),
            ),
        )


_INTENT = "SELECT id, booking, kind, claimed, attempts, not_before, created_at, held FROM intents"


def _intent(row: tuple[Any, ...]) -> Intent:
    return Intent(row[0], row[1], Kind(row[2]), bool(row[3]), row[4], moment(row[5]), instant(row[6]), bool(row[7]))


class SqlOutbox:
    """A few rows a booking: one claimed (it may have reached iCloud), and what was decided since."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Intent]:
        return [_intent(r) for r in self._db.rows(_INTENT + " ORDER BY id")]

    def of(self, booking: str) -> list[Intent]:
        return [_intent(r) for r in self._db.rows(_INTENT + " WHERE booking = ? ORDER BY id", (booking,))]

    def add(self, booking: str, kind: Kind, now: datetime) -> None:
        """Folds `kind` into what waits for this booking (`core.outbox.fold`)."""
        waiting = [i for i in self.of(booking) if not i.claimed]
        left: Kind | None = None
        for step in (*(i.kind for i in waiting), kind):
            left = fold(left, step)
        self._db.run_many("DELETE FROM intents WHERE id = ?", [(i.id,) for i in waiting])
        if left is not None:
            self._db.run(
                "INSERT INTO intents (booking, kind, claimed, attempts, not_before, held, created_at)"
                " VALUES (?, ?, 0, 0, NULL, 0, ?)",
                (booking, left, stamp(now)),
            )

    def claim(self, intent: int) -> None:
        """To be called, and committed, before the first byte of the write is sent."""
        self._db.run(
            "UPDATE intents SET claimed = 1, held = 0, not_before = NULL, attempts = attempts + 1 WHERE id = ?",
            (intent,),
        )

    def release(self, intent: int) -> None:
        """It surely did not reach iCloud: it may be folded again."""
        self._db.run("UPDATE intents SET claimed = 0 WHERE id = ?", (intent,))

    def redate(self, intent: int, created_at: datetime) -> None:
        """The moment it was decided at was told by a wrong clock."""
        self._db.run("UPDATE intents SET created_at = ? WHERE id = ?", (stamp(created_at), intent))

    def postpone(self, intent: int, until: datetime, *, held: bool) -> None:
        self._db.run("UPDATE intents SET not_before = ?, held = ? WHERE id = ?", (stamp(until), int(held), intent))

    def settle(self, intent: int) -> None:
        self._db.run("DELETE FROM intents WHERE id = ?", (intent,))


def _link_body(link: Link) -> str:
    return json.dumps(
        {
            "title": link.title,
            "minutes": link.minutes,
            "hours": link.hours,
            "timezone": link.timezone,
            "before": link.before,
            "after": link.after,
            "notice": link.notice,
            "step": link.step,
            "window_days": link.window_days,
            "max_per_day": link.max_per_day,
            "max_per_week": link.max_per_week,
            "location": link.location,
            "meeting_url": link.meeting_url,
            "alarms": link.alarms,
            "invite": link.invite,
            "calendar": link.calendar,
            "window": [day.isoformat() for day in link.window] if link.window else None,
            "travels": link.travels,
            "overrides": [[o.first.isoformat(), o.last.isoformat(), o.hours] for o in link.overrides],
        }
    )


def _link(slug: str, text: str) -> Link:
    body = json.loads(text)
    body["minutes"], body["alarms"] = tuple(body["minutes"]), tuple(body["alarms"])
    body["hours"] = {day: _windows(body["hours"][day]) for day in WEEKDAYS if day in body["hours"]}
    body["overrides"] = tuple(
        Override(date.fromisoformat(first), date.fromisoformat(last), _windows(hours))
        for first, last, hours in body["overrides"]
    )
    if body.get("window"):  # absent in rows from before it was kept
        first, last = body["window"]
        body["window"] = date.fromisoformat(first), date.fromisoformat(last)
    return Link(slug=slug, **body)


def _windows(pairs: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((start, end) for start, end in pairs)


class SqlLinks:
    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Link]:
        return [_link(*row) for row in self._db.rows("SELECT slug, body FROM links ORDER BY slug")]

    def put(self, link: Link) -> None:
        self._db.run("INSERT OR REPLACE INTO links VALUES (?, ?)", (link.slug, _link_body(link)))

    def remove(self, slug: str) -> bool:
        return self._db.run("DELETE FROM links WHERE slug = ?", (slug,)) > 0


MOST_TEXTS = 50
"""Lines of one booking that have texts; of older ones the texts are dropped, so that no calendar fills the disk."""


class SqlJournal:
    def __init__(self, database: Database) -> None:
        self._db = database

    def write(
        self,
        booking: str,
        at: datetime,
        what: str,
        detail: str = "",
        *,
        before: str = "",
        after: str = "",
        was: Span | None = None,
    ) -> None:
        """Adds a line, and drops what is over 30 days old by it."""
        self._prune(at)
        self._db.run(
            "INSERT INTO journal (booking, at, what, detail, before, after, was_start, was_end)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                booking,
                stamp(at),
                what,
                detail,
                before,
                after,
                *((second(was.start), second(was.end)) if was is not None else (None, None)),
            ),
        )
        if before or after:
            self._db.run(
                "UPDATE journal SET before = '', after = '' WHERE booking = ?1 AND (before <> '' OR after <> '')"
                " AND id <= (SELECT id FROM journal WHERE booking = ?1 AND (before <> '' OR after <> '')"
                " ORDER BY id DESC LIMIT 1 OFFSET ?2)",
                (booking, MOST_TEXTS),
            )

    def _prune(self, now: datetime) -> None:
        """Also forgets the events of bookings that are cancelled or over and have no line left."""
        if self._db.run("DELETE FROM journal WHERE at < ?", (stamp(now - JOURNAL_LASTS),)):
            self._db.run(
                "DELETE FROM event_texts WHERE booking IN"
                " (SELECT id FROM bookings WHERE status = 'cancelled' OR end < ?)"
                " AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.booking = event_texts.booking)",
                (second(now),),
            )

    def of(self, booking: str) -> list[JournalLine]:
        rows = self._db.rows(
            "SELECT at, what, detail, before, after, was_start, was_end FROM journal WHERE booking = ? ORDER BY id",
            (booking,),
        )
        return [
            JournalLine(instant(at), what, detail, before, after, _was(start, end))
            for at, what, detail, before, after, start, end in rows
        ]

    def moved_from(self, now: datetime) -> dict[str, Span]:
        """Where each booking was before its last move of the past 30 days."""
        rows = self._db.rows(
            "SELECT booking, was_start, was_end, max(id) FROM journal WHERE was_start IS NOT NULL AND at >= ?"
            " GROUP BY booking",
            (stamp(now - JOURNAL_LASTS),),
        )
        return {row[0]: Span(instant(row[1]), instant(row[2])) for row in rows}

    def text(self, booking: str) -> str:
        """'' if no event of the booking was ever in iCloud, or its text was too large."""
        row = self._db.row("SELECT text FROM event_texts WHERE booking = ?", (booking,))
        return "" if row is None else str(row[0])

    def keep_text(self, booking: str, text: str) -> None:
        """Remembers `text` as the booking's event; '' forgets it."""
        if text:
            self._db.run(
                "INSERT INTO event_texts VALUES (?, ?) ON CONFLICT (booking) DO UPDATE SET text = excluded.text",
                (booking, text),
            )
        else:
            self._db.run("DELETE FROM event_texts WHERE booking = ?", (booking,))


def _was(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(instant(start), instant(end))
