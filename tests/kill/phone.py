"""The host's other device: plain HTTP, past the app and past the tap."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

from tests.kill.account import AMSTERDAM, ZONES
from tests.kill.ledger import Promise, Row
from tests.support.icalendars import stamped
from tests.support.servers import CalDavServer


class Phone:
    """`slots` are times that nobody else uses."""

    def __init__(self, server: CalDavServer, rng: random.Random, slots: Iterator[datetime]) -> None:
        self._server = server
        self._rng = rng
        self._slots = slots
        self.moves = self.deletions = 0

    def act(self, promises: Sequence[Promise], rows: Sequence[Row]) -> None:
        """Moves or deletes an event that the app has written. One deletion at a time: when several vanish together the
        app asks the host, and nobody would answer here."""
        synced = {row["guest"]: row for row in rows if row["sync"] == "synced" and row["status"] == "confirmed"}
        calm = [p for p in promises if p.settled and p.guest in synced]
        if not calm:
            return
        promise = self._rng.choice(calm)
        path = unquote(synced[promise.guest]["href"])
        if self._rng.random() < 0.3 and all(p.settled for p in promises):
            promise.phone_deleted = True
            promise.story.append("the phone deletes it")
            self.deletions += 1
            self._server.delete(path)
            return
        promise.phone_start = next(self._slots)
        promise.story.append(f"the phone moves it to {promise.phone_start:%m-%d %H:%M}")
        self.moves += 1
        self._move(path, promise.phone_start)

    def _move(self, path: str, start: datetime) -> None:
        """To half an hour from `start`, in UTC as some devices write it, or in the host's zone."""
        zone = self._rng.choice((UTC, AMSTERDAM))
        text, _ = self._server.get(path)
        head = "".join(ZONES.findall(text))
        body = text.replace(head, "\0", 1) if head else text
        for name, at in (("DTSTART", start), ("DTEND", start + timedelta(minutes=30))):
            line = stamped(name, at.astimezone(zone)) + "\r"
            body, count = re.subn(rf"^{name}\b[^\r\n]*\r$", line, body, flags=re.MULTILINE)
            assert count == 1, text
        calendar, name = path.rsplit("/", 2)[-2:]
        self._server.put(calendar, name, body.replace("\0", head, 1))
