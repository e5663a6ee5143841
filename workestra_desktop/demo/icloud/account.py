"""The state of the stand-in: what is stored, who may come in, and what Apple would have sent to people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import datetime

from workestra_desktop.demo.icloud import household, identity
from workestra_desktop.demo.icloud.matching import Matcher
from workestra_desktop.demo.icloud.storage import Collection, Kind, Storage, Stored
from workestra_desktop.demo.icloud.switches import Switches

_MARK = b"X-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC"


@dataclass(slots=True)
class Account:
    """Everything that answers depend on. Not for several threads at once: `Cloud` holds the lock.

    `writes` counts successful PUTs while row 26 is switched on, `conditional` the writes of existing objects that have
    a condition while row 27 is.
    """

    clock: Callable[[], datetime]
    stamps: identity.Stamps
    storage: Storage = field(default_factory=Storage)
    matcher: Matcher = field(default_factory=Matcher)
    switches: Switches = field(default_factory=Switches)
    passwords: set[str] = field(default_factory=set)
    entry: str = "https://caldav.icloud.com"
    partition: str = f"https://p{household.PARTITION}-caldav.icloud.com:443"
    mails: list[str] = field(default_factory=list)
    pushes: list[str] = field(default_factory=list)
    writes: int = 0
    conditional: int = 0

    def clear(self) -> None:
        """All but the clock, the addresses and the stamps, which go on rising: no old token is good any more."""
        self.storage.clear()
        self.matcher.forget()
        for switch in fields(Switches):
            setattr(self.switches, switch.name, switch.default)
        self.passwords = {household.PASSWORD}
        self.mails.clear()
        self.pushes.clear()
        self.writes = self.conditional = 0

    def reveal(self) -> None:
        """Objects that have been hidden long enough appear in the listings (row 29)."""
        for collection, name in self.storage.overdue(int(self.clock().timestamp() * 1000)):
            self.storage.reveal(collection, name, self.stamps.next())

    def hide(self, collection: str, name: str, seconds: float) -> None:
        self.storage.hide(collection, name, int((self.clock().timestamp() + seconds) * 1000))

    def save(self, collection: str, name: str, body: bytes) -> str:
        """Stores an object and returns its etag."""
        stamp = self.stamps.next()
        self.storage.save(collection, name, body, stamp)
        return identity.etag(stamp)

    def resave(self, stored: Stored) -> str:
        """What devices and the server's own housekeeping do: one more line, a new etag (row 27)."""
        body = stored.body
        if _MARK not in body:
            end = b"\r\n" if b"\r\n" in body else b"\n"
            body = body.replace(b"END:VEVENT", _MARK + end + b"END:VEVENT", 1)
        return self.save(stored.collection, stored.name, body)

    def ctag(self, collection: Collection) -> str:
        """The ctag of a collection and its sync token: they are the same (row 12)."""
        return identity.ctag(collection.revision, collection.name)

    def is_ghost(self, name: str) -> bool:
        """Whether an object is listed but not there when it is asked for (row 19)."""
        return bool(self.switches.ghosts) and re.search(self.switches.ghosts, name) is not None

    def default_calendar(self) -> Collection | None:
        """`home`, else the first calendar of the account's own that takes events."""
        own = [
            each
            for each in self.storage.collections()
            if each.kind is Kind.CALENDAR and "VEVENT" in each.components and each.writable and each.shared != "with-me"
        ]
        return next((each for each in own if each.name == "home"), own[0] if own else None)
