"""Whom the app has talked to: requests a host and day. The host may want to see that it is Apple only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workestra_desktop.store.database import Database

KEPT = timedelta(days=30)


class SqlHosts:
    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, host: str, now: datetime) -> None:
        """One more request to `host`, on this day (UTC). Not waited for: a power cut may lose the last few counts."""
        day = now.astimezone(UTC).date()
        with self._db.transaction(lasting=False):
            self._db.run(
                "INSERT INTO hosts VALUES (?, ?, 1) ON CONFLICT (host, day) DO UPDATE SET requests = requests + 1",
                (host, day.isoformat()),
            )
            self._db.run("DELETE FROM hosts WHERE day < ?", ((day - KEPT).isoformat(),))

    def counts(self) -> dict[str, int]:
        """Requests of the last 30 days by host, the most asked first."""
        rows = self._db.rows("SELECT host, sum(requests) FROM hosts GROUP BY host ORDER BY 2 DESC, 1")
        return {str(host): int(count) for host, count in rows}
