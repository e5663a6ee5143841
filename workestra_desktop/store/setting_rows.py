"""Rows of the host's settings, and of the host's word on single events."""

from __future__ import annotations

import json
from datetime import date

from workestra_desktop.core.calendar import AllDay
from workestra_desktop.core.settings import Blocking, EventRule, Settings
from workestra_desktop.core.whereabouts import Stay
from workestra_desktop.store.database import Database


class SqlSettings:
    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> Settings:
        """The defaults if nothing was ever set."""
        row = self._db.row("SELECT body FROM settings")
        if row is None:
            return Settings()
        body = json.loads(row[0])
        return Settings(
            tentative_blocks=body["tentative_blocks"],
            unanswered_blocks=body["unanswered_blocks"],
            all_day=AllDay(body["all_day"]),
            stays=tuple(Stay(date.fromisoformat(a), date.fromisoformat(b), zone) for a, b, zone in body["stays"]),
        )

    def put(self, settings: Settings) -> None:
        body = {
            "tentative_blocks": settings.tentative_blocks,
            "unanswered_blocks": settings.unanswered_blocks,
            "all_day": settings.all_day,
            "stays": [[s.first.isoformat(), s.last.isoformat(), s.timezone] for s in settings.stays],
        }
        self._db.run("INSERT OR REPLACE INTO settings VALUES (1, ?)", (json.dumps(body),))

    def rules(self) -> list[EventRule]:
        rows = self._db.rows("SELECT uid, blocks, title FROM event_rules ORDER BY title, uid")
        return [EventRule(uid, Blocking(blocks), title) for uid, blocks, title in rows]

    def put_rule(self, rule: EventRule) -> None:
        """`Blocking.USUAL` takes the host's word back."""
        self._db.run("DELETE FROM event_rules WHERE uid = ?", (rule.uid,))
        if rule.blocks is not Blocking.USUAL:
            self._db.run("INSERT INTO event_rules VALUES (?, ?, ?)", (rule.uid, rule.blocks, rule.title))
