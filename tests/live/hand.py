"""A careful hand in somebody's account: raw requests, slowly, and writes only below calendars it made itself."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.sync import dav
from workestra_desktop.sync.interrupt import Interrupt
from workestra_desktop.sync.wire import Reply, Wire, origin

COLOR = "#1D9BF6"
READS = ("PROPFIND", "REPORT", "GET", "OPTIONS")


@dataclass(slots=True)
class Watch:
    """Hears of every request before it goes out, and stops a write to anywhere but below the paths in `scope`.

    Requests begin at least `pause` seconds apart.
    """

    pause: float
    scope: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)
    """Methods, in order."""
    strayed: list[str] = field(default_factory=list)
    """Writes that were stopped."""
    _last: float = float("-inf")

    def __call__(self, method: str, url: str) -> None:
        path = dav.path_of(url)
        if method not in READS and not any(path.startswith(below) for below in self.scope):
            self.strayed.append(f"{method} {path}")
            raise PermissionError(f"a write outside the calendars made here: {method}")
        time.sleep(max(0.0, self._last + self.pause - time.monotonic()))
        self._last = time.monotonic()
        self.sent.append(method)


class Hand:
    """`home` is the full URL of the account's calendars. `made` are the paths to be removed by `clean`."""

    def __init__(self, endpoint: Endpoint, user: str, password: str, home: str, watch: Watch) -> None:
        self._endpoint = endpoint
        self._user = user
        self._password = password
        self._home = home
        self._watch = watch
        self._wire = self.wire()
        self.made: list[str] = []

    def wire(self, password: str | None = None) -> Wire:
        """Another connection to the account, under the same watch."""
        secret = self._password if password is None else password
        return Wire(self._endpoint, self._user, secret, Interrupt(), sent=self._watch)

    def mkcalendar(self, name: str, component: str = "VEVENT") -> tuple[str, Reply]:
        """Makes a calendar under a fresh UUID (RFC 4791 §5.3.1): its path, and what the server said (201: made).

        The path is noted before the request goes out: an interrupted making is cleaned up like a finished one.
        """
        path = dav.folder_path(self._home) + f"{uuid.uuid4()}/"
        self._watch.scope.append(path)
        self.made.append(path)
        body = (
            '<?xml version="1.0" encoding="utf-8"?><C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
            f' xmlns:I="http://apple.com/ns/ical/"><set><prop><displayname>{escape(name)}</displayname>'
            f'<C:supported-calendar-component-set><C:comp name="{component}"/></C:supported-calendar-component-set>'
            f"<I:calendar-color>{COLOR}FF</I:calendar-color></prop></set></C:mkcalendar>"
        )
        reply = self.send("MKCALENDAR", path, body)
        if reply.status in (403, 405, 501):
            self.made.remove(path)
        return path, reply

    def clean(self) -> list[str]:
        """Removes every calendar that was made, over a connection of its own; returns those still there.

        Believed is only a listing without them: an interrupted making may be carried out after the first DELETE, and
        iCloud is said to answer 403 for a collection that is not there (fact sheet §3).
        """
        self._wire.close()
        self._wire = self.wire()
        for _ in range(3):
            try:
                for path in self.made:
                    self.send("DELETE", path)
                listed = self._listed()
                self.made = [path for path in self.made if path in listed]
            except Exception:  # noqa: BLE001, S112 - whatever it was, it is tried again, and then reported as left
                continue
            if not self.made:
                break
        return self.made

    def _listed(self) -> set[str]:
        reply = self.send("PROPFIND", urlsplit(self._home).path, dav.EXISTS, {"Depth": "1"})
        return {dav.folder_path(a.href) for a in dav.multistatus(reply.tree).answers if a.status is None}

    def put(self, href: str, text: str, headers: Mapping[str, str] | None = None) -> Reply:
        """Writes whatever was there before, unless `headers` say otherwise."""
        return self.send("PUT", href, text, {"Content-Type": "text/calendar; charset=utf-8", **(headers or {})})

    def send(self, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None) -> Reply:
        return self._wire.send(method, origin(self._home) + path, body, headers)

    def close(self) -> None:
        self._wire.close()
