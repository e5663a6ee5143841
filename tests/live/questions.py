"""The open questions of the fact sheet's §11 that a program can ask, each with one to three requests.

Each function asks one, in two empty calendars made for it, and returns what was answered in words that name nobody.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urljoin

from tests.live.answer import shown
from tests.live.hand import Hand
from tests.support.icalendars import event, vcalendar, vevent
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.interval import Span
from workestra_desktop.sync import dav
from workestra_desktop.sync.dav import APPLE, CAL, CS, DAV
from workestra_desktop.sync.wire import Reply, Wire

_NO_HEADER = "@@@SKIP_HEADER@@@"
"""What the HTTP library leaves a header out for, instead of sending one of its own."""

TITLE = "Workestra checklist"
_SPACES = 'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'


@dataclass(frozen=True, slots=True)
class Room:
    """Where questions are asked. `start` is in UTC; `home` and `principal` are full URLs."""

    endpoint: Endpoint
    hand: Hand
    password: str
    home: str
    principal: str
    first: str
    second: str
    start: datetime

    def new(self, calendar: str = "") -> tuple[str, str]:
        """A fresh UID, and the path of an object named after it."""
        uid = str(uuid.uuid4())
        return uid, f"{calendar or self.first}{uid}.ics"

    def event(self, uid: str, *more: str, days: int = 0) -> str:
        start = self.start + timedelta(days=days)
        return event(uid, start, start + timedelta(hours=1), *more, summary=TITLE)

    def report(self, body: str) -> Reply:
        return self.hand.send("REPORT", self.first, body, {"Depth": "1"})

    def directly(self, method: str, url: str, body: str = "", headers: dict[str, str] | None = None) -> Reply:
        """One request to any address of the account's hosts, redirects shown and not followed."""
        return _once(self.hand.wire(), method, url, body, headers or {})


def _once(wire: Wire, method: str, url: str, body: str, headers: dict[str, str]) -> Reply:
    try:
        return wire._send_once(method, url, body, headers)
    finally:
        wire.close()


def invalid_token(room: Room) -> str:
    reply = room.report(dav.sync_collection("HwoQEgwAAAgarbageAAAAAAYAhgAIhUIgarbage=="))
    if reply.status != 207:
        return shown(reply)
    return shown(reply, f"a list of {len(dav.multistatus(reply.tree).answers)} with a new token")


def uid_filter(room: Room) -> str:
    uid, href = room.new()
    put = room.hand.put(href, room.event(uid, days=-30))
    reply = room.report(
        f'<?xml version="1.0" encoding="utf-8"?><C:calendar-query {_SPACES}><prop><getetag/></prop><C:filter>'
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="UID">'
        f"<C:text-match>{uid}</C:text-match></C:prop-filter></C:comp-filter></C:comp-filter></C:filter>"
        "</C:calendar-query>"
    )
    return f"PUT {put.status}; {_objects(reply)}"


def moved_occurrence(room: Room) -> str:
    """A weekly series whose second occurrence was moved 40 days on; two queries."""
    uid, href = room.new()
    was, now = room.start + timedelta(weeks=1), room.start + timedelta(days=40, hours=3)
    hour = timedelta(hours=1)
    text = vcalendar(
        vevent(uid, room.start, room.start + hour, "RRULE:FREQ=WEEKLY;COUNT=3", summary=TITLE),
        vevent(uid, now, now + hour, f"RECURRENCE-ID:{was:%Y%m%dT%H%M%SZ}", summary=TITLE),
    )
    put = room.hand.put(href, text)
    found = room.report(dav.time_range(Span(now, now + hour)))
    old = room.report(dav.time_range(Span(was, was + hour)))
    return f"PUT {put.status}; by its new date: {_objects(found)}; by the old one: {_objects(old)}"


def expand(room: Room) -> str:
    """The calendar holds the series of `moved_occurrence`: the span covers its first, its third and the moved one."""
    end = room.start + timedelta(days=60)
    window = f'start="{room.start:%Y%m%dT%H%M%SZ}" end="{end:%Y%m%dT%H%M%SZ}"'
    reply = room.report(
        f'<?xml version="1.0" encoding="utf-8"?><C:calendar-query {_SPACES}><prop><getetag/><C:calendar-data>'
        f"<C:expand {window}/></C:calendar-data></prop><C:filter>"
        f'<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range {window}/>'
        "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    )
    if reply.status != 207:
        return shown(reply)
    texts = ["".join(d.itertext()) for d in reply.tree.iter(f"{CAL}calendar-data")]
    lines = [line for text in texts for line in text.splitlines()]
    count = Counter(re.split("[;:]", line, maxsplit=1)[0] for line in lines)
    return shown(
        reply,
        f"{lines.count('BEGIN:VEVENT')} VEVENTs, {count['RRULE']} RRULE, {count['RECURRENCE-ID']} RECURRENCE-ID,"
        f" {count['DTSTAMP']} DTSTAMP",
    )


def zone_without_definition(room: Room) -> str:
    uid, href = room.new()
    text = room.event(uid)
    for name in ("DTSTART", "DTEND"):
        text = re.sub(rf"{name}:(\d+T\d+)Z", rf"{name};TZID=Europe/Berlin:\1", text)
    return shown(room.hand.put(href, text))


def uid_again_after_delete(room: Room) -> str:
    uid, href = room.new()
    put = room.hand.put(href, room.event(uid))
    deleted = room.hand.send("DELETE", href)
    again = room.hand.put(href, room.event(uid), {"If-None-Match": "*"})
    return f"PUT {put.status}, DELETE {deleted.status}, the same name and UID once more: {shown(again)}"


def uid_in_two_calendars(room: Room) -> str:
    uid, href = room.new()
    put = room.hand.put(href, room.event(uid))
    other = room.hand.put(f"{room.second}{uid}.ics", room.event(uid), {"If-None-Match": "*"})
    return f"first calendar: PUT {put.status}; second: {shown(other)}"


def stale_delete(room: Room) -> str:
    uid, href = room.new()
    put = room.hand.put(href, room.event(uid))
    stale = put.etag or '"0"'
    room.hand.put(href, room.event(uid, "LOCATION:changed"))
    return (
        f"ETag on PUT: {'yes' if put.etag else 'no'}; {shown(room.hand.send('DELETE', href, '', {'If-Match': stale}))}"
    )


def shares_and_subscriptions(room: Room) -> str:
    """How many children of the home there are of each sort; no name is shown."""
    reply = room.directly("PROPFIND", room.home, dav.LISTING, {"Depth": "1"})
    if reply.status != 207:
        return shown(reply)
    sorts: Counter[str] = Counter()
    for answer in dav.multistatus(reply.tree).answers:
        kinds = sorted(t.rsplit("}", 1)[-1] for t in answer.children(f"{DAV}resourcetype"))
        rights = answer.children(f"{DAV}current-user-privilege-set")
        may = "write" if rights & {f"{DAV}all", f"{DAV}write", f"{DAV}write-content", f"{DAV}bind"} else "read"
        known = [t.rsplit("}", 1)[-1] for t in (f"{CS}getctag", f"{DAV}owner", f"{APPLE}calendar-color")]
        has = [n for n in known if any(str(p).endswith("}" + n) for p in answer.props)]
        sorts[f"{'+'.join(kinds)} ({may}; {', '.join(has)})"] += 1
    return "; ".join(f"{n} × {sort}" for sort, n in sorted(sorts.items()))


def options(room: Room) -> str:
    return shown(room.hand.send("OPTIONS", room.first))


def limits(room: Room) -> str:
    names = ("max-resource-size", "max-instances", "max-attendees-per-instance", "min-date-time", "max-date-time")
    props = "".join(f"<C:{n}/>" for n in names)
    body = f'<?xml version="1.0" encoding="utf-8"?><propfind {_SPACES}><prop>{props}</prop></propfind>'
    reply = room.hand.send("PROPFIND", room.first, body, {"Depth": "0"})
    if reply.status != 207:
        return shown(reply)
    (answer, *_) = dav.multistatus(reply.tree).answers
    told = [f"{n} {answer.text(CAL + n)}" for n in names if CAL + n in answer.props]
    return shown(reply, ", ".join(told) or "none of them known")


def well_known(room: Room) -> str:
    # Packed answers to redirects are read by nobody, and the HTTP library has unpacked them already.
    plainly = {"Accept-Encoding": "identity"}
    return shown(room.directly("GET", urljoin(room.endpoint.url, "/.well-known/caldav"), "", plainly))


def no_dashes(room: Room) -> str:
    wire = room.hand.wire(room.password.replace("-", ""))
    return shown(_once(wire, "PROPFIND", room.endpoint.url, dav.PRINCIPAL, {"Depth": "0"}))


def no_user_agent(room: Room) -> str:
    headers = {"Depth": "0", "User-Agent": _NO_HEADER}
    return shown(room.directly("PROPFIND", room.endpoint.url, dav.PRINCIPAL, headers))


def default_calendar(room: Room) -> str:
    found = room.directly("PROPFIND", room.principal, dav.HOME, {"Depth": "0"})
    inboxes = [h for a in dav.multistatus(found.tree).answers for h in a.hrefs(f"{CAL}schedule-inbox-URL")]
    inbox = urljoin(room.home, inboxes[0]) if inboxes else room.home + "inbox/"
    reply = room.directly("PROPFIND", inbox, dav.DEFAULT_CALENDAR, {"Depth": "0"})
    named = reply.status == 207 and any(
        a.hrefs(f"{CAL}schedule-default-calendar-URL") for a in dav.multistatus(reply.tree).answers
    )
    return shown(reply, f"inbox named: {'yes' if inboxes else 'no'}; default named: {'yes' if named else 'no'}")


def _objects(reply: Reply) -> str:
    if reply.status != 207:
        return shown(reply)
    found = sum(1 for h in reply.tree.iter(f"{DAV}href") if (h.text or "").strip().endswith(".ics"))
    return f"{found} found"
