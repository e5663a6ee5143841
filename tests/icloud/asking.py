"""A clock that stands still until told, and a client that asks the stand-in without a network."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta
from typing import Any

from lxml import etree

from workestra_desktop.demo.icloud.cloud import Cloud
from workestra_desktop.demo.icloud.exchange import Answer, Host, Request

HOME = "/17149682/calendars/"
CALENDAR = HOME + "home/"
PRINCIPAL = "/17149682/principal/"
NS = {"d": "DAV:", "c": "urn:ietf:params:xml:ns:caldav", "cs": "http://calendarserver.org/ns/",
      "i": "http://apple.com/ns/ical/"}  # fmt: skip
TIMES = ("DTSTART:20261201T090000Z", "DTEND:20261201T100000Z")
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NS.items())


def event(uid: str = "u1", *lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *(lines or TIMES), "END:VEVENT"])


def calendar(*parts: str) -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//T//EN", *parts, "END:VCALENDAR", ""])


def one(uid: str = "u1", *lines: str) -> str:
    """A calendar with one event: from nine to ten on the first of December, if no lines are given."""
    return calendar(event(uid, *lines))


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Client:
    """Sends what every client sends, unless a header is given as None; `host` is the one it speaks to."""

    def __init__(self, cloud: Cloud, password: str = Cloud.PASSWORD, host: Host = Host.PARTITION) -> None:
        self.cloud = cloud
        self.password = password
        self.host = host

    def ask(self, method: str, path: str, body: str | bytes = b"", **headers: str | None) -> Answer:
        basic = base64.b64encode(f"{Cloud.APPLE_ID}:{self.password}".encode()).decode()
        sent: dict[str, str | None] = {"user-agent": "test", "authorization": f"Basic {basic}"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        given = {name: value for name, value in sent.items() if value is not None}
        raw = body.encode() if isinstance(body, str) else body
        return self.cloud.answer(Request(self.host, method, path, given, raw))

    def put(self, path: str, text: str, **headers: str | None) -> Answer:
        return self.ask("PUT", path, text, **{"content_type": "text/calendar; charset=utf-8", **headers})

    def propfind(self, path: str, *props: str, depth: str = "0") -> Replies:
        asked = "".join(f"<{prop}/>" for prop in props)
        return Replies(self.ask("PROPFIND", path, f"<d:propfind {_XMLNS}><d:prop>{asked}</d:prop></d:propfind>",
                                depth=depth))  # fmt: skip

    def report(self, path: str, kind: str, inner: str, depth: str | None = "1") -> Answer:
        return self.ask("REPORT", path, f"<{kind} {_XMLNS}>{inner}</{kind}>", depth=depth)

    def sync(self, token: str = "", path: str = CALENDAR, more: str = "") -> Replies:
        return Replies(self.sync_raw(token, path, more))

    def sync_raw(self, token: str = "", path: str = CALENDAR, more: str = "") -> Answer:
        inner = f"<d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>{more}<d:prop><d:getetag/></d:prop>"
        return self.report(path, "d:sync-collection", inner)

    def query(
        self, inside: str, path: str = CALENDAR, data: str = "<c:calendar-data/>", depth: str | None = "1"
    ) -> Answer:
        """`inside` is the filter in that for VCALENDAR."""
        filters = f'<c:filter><c:comp-filter name="VCALENDAR">{inside}</c:comp-filter></c:filter>'
        return self.report(path, "c:calendar-query", f"<d:prop><d:getetag/>{data}</d:prop>{filters}", depth)

    def between(self, start: str, end: str, data: str = "<c:calendar-data/>") -> Replies:
        span = f'<c:time-range start="{start}" end="{end}"/>'
        return Replies(self.query(f'<c:comp-filter name="VEVENT">{span}</c:comp-filter>', data=data))

    def multiget(self, *hrefs: str, path: str = CALENDAR) -> Answer:
        inner = "".join(f"<d:href>{href}</d:href>" for href in hrefs)
        return self.report(path, "c:calendar-multiget", f"<d:prop><d:getetag/><c:calendar-data/></d:prop>{inner}")


class Replies:
    """A multistatus, read."""

    def __init__(self, answer: Answer) -> None:
        assert answer.status == 207, answer
        self.root: Any = etree.fromstring(answer.body)
        self.raw = answer.body.decode()
        self.responses: list[Any] = self.root.findall("d:response", NS)
        self.hrefs = [str(each.findtext("d:href", namespaces=NS)) for each in self.responses]
        self.token: str | None = self.root.findtext("d:sync-token", namespaces=NS)

    def status(self, href: str, prop: str = "d:getetag") -> str:
        """The status of a property, or of the response if it has one of its own."""
        response = self.responses[self.hrefs.index(href)]
        own = response.findtext("d:status", namespaces=NS)
        if own is not None:
            return str(own.split()[1])
        found = [stat for stat in response.findall("d:propstat", NS) if stat.find(f"d:prop/{prop}", NS) is not None]
        return str(found[0].findtext("d:status", namespaces=NS).split()[1])

    def find(self, prop: str, href: str | None = None) -> Any:
        """The element of a property, of the first response unless another is named."""
        response = self.responses[0 if href is None else self.hrefs.index(href)]
        return response.find(f"d:propstat/d:prop/{prop}", NS)

    def text(self, prop: str, href: str | None = None) -> str:
        return str("".join(self.find(prop, href).itertext()))

    def names(self, prop: str, href: str | None = None) -> list[str]:
        """The local names of the elements in a property, at any depth."""
        return [etree.QName(each).localname for each in self.find(prop, href).iterdescendants()]


def header(answer: Answer, name: str) -> str | None:
    return next((value for key, value in answer.headers if key.lower() == name.lower()), None)


def tag(answer: Answer) -> str:
    found = header(answer, "ETag")
    assert found is not None
    return found
