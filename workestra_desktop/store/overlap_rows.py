"""Rows of the conflict radar."""

from __future__ import annotations

from workestra_desktop.core.radar import Overlap, OverlapState
from workestra_desktop.store.database import Database, instant, second, stamp


class SqlOverlaps:
    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Overlap]:
        """By start of the booking."""
        rows = self._db.rows(
            "SELECT booking, uid, calendar, title, start, end, booking_start, found_at, state FROM overlaps"
            " ORDER BY booking_start, booking, start, uid"
        )
        return [
            Overlap(
                row[0], row[1], row[2], row[3], instant(row[4]), instant(row[5]), instant(row[6]), instant(row[7]),
                OverlapState(row[8]),
            )
            for row in rows
        ]  # fmt: skip

    def put(self, overlap: Overlap) -> None:
        self._db.run(
            "INSERT OR REPLACE INTO overlaps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                overlap.booking,
                overlap.uid,
                overlap.calendar,
                overlap.title,
                second(overlap.start),
                second(overlap.end),
                second(overlap.booking_start),
                stamp(overlap.found_at),
                overlap.state,
            ),
        )

    def remove(self, booking: str, uid: str) -> None:
        self._db.run("DELETE FROM overlaps WHERE booking = ? AND uid = ?", (booking, uid))
