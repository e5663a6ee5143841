"""The row of what the host prefers on this computer."""

from __future__ import annotations

import json
from typing import Any

from workestra_desktop.core.notice import NoticeKind, Preferences
from workestra_desktop.store.database import Database


class SqlPreferences:
    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self) -> Preferences:
        """The defaults where nothing was ever set."""
        return self.known() or Preferences()

    def known(self) -> Preferences | None:
        """None if nothing was ever set. What another version of the app wrote and this one does not know is passed
        over: a preference is never worth a profile that does not open."""
        row = self._db.row("SELECT body FROM preferences")
        if row is None:
            return None
        try:
            body: dict[str, Any] = dict(json.loads(row[0]))
        except (ValueError, TypeError):
            return None
        kinds, standard = set(NoticeKind), Preferences()
        return Preferences(
            silent=frozenset(NoticeKind(kind) for kind in body.get("silent") or () if kind in kinds),
            hide_titles=bool(body.get("hide_titles", standard.hide_titles)),
            language=str(body.get("language", standard.language)),
            guest_zone=str(body.get("guest_zone", standard.guest_zone)),
        )

    def put(self, preferences: Preferences) -> None:
        body = {
            "silent": sorted(preferences.silent),
            "hide_titles": preferences.hide_titles,
            "language": preferences.language,
            "guest_zone": preferences.guest_zone,
        }
        self._db.run("INSERT OR REPLACE INTO preferences VALUES (1, ?)", (json.dumps(body),))
