"""The CalDAV server as this app sees it: every method is one conversation with a definite outcome.

Methods raise `Failure` (see `faults`), `Stopped`, or return. Paths are canonical (`dav.path_of`); the host is the one
the home was last found on. Sources: fact sheet §1 discovery, §3 listing, §4 reports, §5 writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from workestra_desktop.core.calendar import Listed
from workestra_desktop.core.endpoint import Endpoint
from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code, Failure, Scope, fail
from workestra_desktop.sync import dav
from workestra_desktop.sync.body import TOO_LARGE
from workestra_desktop.sync.dav import CAL, DAV, Answered, Multistatus
from workestra_desktop.sync.faults import broke_off, is_html, refusal, trouble_of
from workestra_desktop.sync.interrupt import Stopped
from workestra_desktop.sync.listing import is_event_calendar, listed, shared_by
from workestra_desktop.sync.manners import Patience
from workestra_desktop.sync.wire import Reply, Wire, origin

BATCH = 50
"""Objects a multiget asks for; what other clients do in production (fact sheet §4.3)."""

_READS = ("PROPFIND", "REPORT", "GET")
_BAD = frozenset({401, 429, *range(500, 600)} - {501})
"""Answers of a server that is not itself; 501 is one that cannot do what was asked."""

_BEYOND_A_HINT = (Code.OFFLINE, Code.SLOW_DOWN, Code.DEFECT)

_PAGES = 200
"""Bound on a sync-collection the server cuts into pages (RFC 6578 §3.6)."""


@dataclass(frozen=True, slots=True)
class Discovered:
    """`home` is a full URL; `addresses` are lower case, with scheme; `default` a canonical path or None."""

    principal: str
    home: str
    addresses: frozenset[str]
    default: str | None


@dataclass(frozen=True, slots=True)
class Fetched:
    etag: str
    text: str


@dataclass(frozen=True, slots=True)
class Changes:
    """`listed` maps href to etag. `full`: it is the whole calendar, not a difference."""

    listed: Mapping[str, str]
    removed: frozenset[str]
    token: str
    full: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """The outcome of asking for some hrefs: found, gone by two answers, refused one by one, or not to be had now."""

    found: Mapping[str, Fetched]
    gone: frozenset[str]
    barred: frozenset[str]
    withheld: frozenset[str]


class Conflict(Exception):  # noqa: N818 - an expected outcome, not an error
    """A condition of a write did not hold (412, or 409 for a UID in use): somebody else was there first."""


class Gateway:
    """`pause` waits so many seconds between two tries, or raises `Stopped`. One gateway serves one round."""

    def __init__(
        self,
        wire: Wire,
        endpoint: Endpoint,
        clock: Callable[[], datetime],
        home: str | None = None,
        *,
        pause: Callable[[float], None],
    ) -> None:
        self._wire = wire
        self._patience = Patience(pause)
        self.troubled = False
        """Whether some answer so far was a 401, a 429 or a 5xx, or none came, be it mended by asking again."""
        self._endpoint = endpoint
        self._clock = clock
        self.home = home or endpoint.url

    # --- discovery ---------------------------------------------------------------------------------------------

    def discover(self) -> Discovered:
        """Endpoint → principal → home → default calendar: three requests, a fourth if the inbox lies elsewhere."""
        start, url = self._propfind(self._endpoint.url, dav.PRINCIPAL, 0)
        answer = _first(start)
        if f"{DAV}unauthenticated" in answer.children(f"{DAV}current-user-principal"):
            # Seen on a real server: 207 without credentials. It means what 401 means.
            raise fail(Code.SIGN_IN_REFUSED, scope=Scope.ACCOUNT, detail="unauthenticated")
        principals = answer.hrefs(f"{DAV}current-user-principal")
        if not principals:
            raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="no principal")
        found, url = self._propfind(urljoin(url, principals[0]), dav.HOME, 0)
        # Its own href is not trusted: iCloud may answer with `/principal/` for `/<dsid>/principal/`.
        answer = _first(found)
        homes = answer.hrefs(f"{CAL}calendar-home-set")
        if not homes:
            raise fail(Code.NO_CALENDAR, scope=Scope.ACCOUNT, detail="no calendar home")
        home = urljoin(url, homes[0])
        home = home if urlsplit(home).path.endswith("/") else home + "/"
        if not self._endpoint.may_see_password(home):
            raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="calendar home on a foreign host")
        self.home = home
        addresses = {a.lower() for a in answer.hrefs(f"{CAL}calendar-user-address-set")}
        addresses.add(dav.path_of(principals[0]).lower())
        default = self._default_calendar([urljoin(url, i) for i in answer.hrefs(f"{CAL}schedule-inbox-URL")])
        return Discovered(dav.path_of(principals[0]), home, frozenset(addresses), default)

    def _default_calendar(self, inboxes: Sequence[str]) -> str | None:
        """RFC 6638 §9.2: a property of the inbox. Servers without one are no trouble."""
        for inbox in inboxes[:1]:
            try:
                found, _ = self._propfind(inbox, dav.DEFAULT_CALENDAR, 0)
            except Failure as failure:
                if failure.trouble.code in (Code.SIGN_IN_REFUSED, Code.OFFLINE):
                    raise
                return None
            for href in _first(found).hrefs(f"{CAL}schedule-default-calendar-URL"):
                return dav.folder_path(href)
        return None

    # --- listing -----------------------------------------------------------------------------------------------

    def listing(self, principal: str) -> tuple[list[Listed], str | None]:
        """All calendars that hold events, and the default calendar if the listing itself names it. One request."""
        answers, url = self._propfind(self.home, dav.LISTING, 1)
        self.home = url
        _need_itself(answers, dav.folder_path(url), Scope.ACCOUNT)
        calendars, default = [], None
        for answer in answers.answers:
            for href in answer.hrefs(f"{CAL}schedule-default-calendar-URL"):
                default = dav.folder_path(href)
            if is_event_calendar(answer):
                calendars.append(listed(answer, principal))
        if not calendars and any(answer.failed for answer in answers.answers):
            raise fail(Code.ICLOUD_DOWN, scope=Scope.ACCOUNT, detail="propstat 5xx")
        return calendars, default

    def calendar_exists(self, calendar: str) -> bool:
        """Asks for the calendar itself: a listing that left it out proves nothing."""
        reply = self._send("PROPFIND", self._url(calendar), dav.EXISTS, {"Depth": "0"})
        if reply.status in (404, 410):
            return False
        return _first(self._multistatus("PROPFIND", reply)).status not in (404, 410)

    def shared_by(self, calendar: str) -> str:
        """The name of whoever shares this calendar with the host, '' if the server does not say.

        CalendarServer's sharing names the organizer in `CS:invite` (its caldav-sharing extension, §5.5); iCloud is
        not known to (fact sheet §3 names `DAV:owner`, a path without a name).
        """
        reply = self._send("PROPFIND", self._url(calendar), dav.SHARED_BY, {"Depth": "0"})
        if reply.status in (400, 403, 404, 405):
            return ""
        return shared_by(_first(self._multistatus("PROPFIND", reply)))

    # --- reading -----------------------------------------------------------------------------------------------

    def changes(self, calendar: str, token: str) -> Changes:
        """What changed since `token` ('' lists everything). A refused token lists everything (fact sheet §8.7)."""
        if token:
            answer = self._sync(calendar, token)
            if answer is not None:
                return answer
        answer = self._sync(calendar, "")
        return answer if answer is not None else self.full_listing(calendar)

    def _sync(self, calendar: str, token: str) -> Changes | None:
        """RFC 6578; None if the server refuses the REPORT. Pages, should a server cut, are joined."""
        listed: dict[str, str] = {}
        removed: set[str] = set()
        page_token, paged = token, True
        for _ in range(_PAGES):
            reply = self._send("REPORT", self._url(calendar), dav.sync_collection(page_token), {"Depth": "1"})
            client_errors = 400 <= reply.status < 500 and reply.status not in (401, 404, 407, 429)
            if client_errors or reply.status in (500, 501):
                # 400, 403, 409, 410, 412 and 500 are all seen for a token that is no longer good.
                if reply.status == 500 and not token:
                    raise refusal("REPORT", reply, self._clock())
                return None
            status = self._multistatus("REPORT", reply)
            if not status.sync_token:
                raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="sync-collection without token")
            paged = False
            for answer in status.answers:
                if dav.folder_path(answer.href) == calendar:
                    paged = paged or answer.status == 507
                elif answer.status in (404, 410):
                    listed.pop(answer.href, None)
                    removed.add(answer.href)
                elif not answer.href.endswith("/"):
                    # Without an etag, too: something is said of it, and it is asked for by name.
                    removed.discard(answer.href)
                    listed[answer.href] = answer.text(f"{DAV}getetag")
            if not paged or page_token == status.sync_token:
                listed = _members(calendar, listed)
                return Changes(listed, frozenset(removed), status.sync_token, full=not token)
            page_token = status.sync_token
        raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="endless sync-collection")

    def full_listing(self, calendar: str) -> Changes:
        """Every object's etag by PROPFIND: works without sync-collection, and is always fresh."""
        status, _ = self._propfind(self._url(calendar), dav.ETAGS, 1)
        _need_itself(status, calendar, Scope.CALENDAR)
        listed = {
            a.href: a.text(f"{DAV}getetag")
            for a in status.answers
            if f"{DAV}collection" not in a.children(f"{DAV}resourcetype")
            and not a.href.endswith("/")
            and a.status not in (404, 410)
        }
        return Changes(_members(calendar, listed), frozenset(), "", full=True)

    def fetch(self, calendar: str, hrefs: Sequence[str]) -> Batch:
        """Up to `BATCH` objects by one multiget; what it does not give is asked for one by one.

        Also what it says is gone: 404 for each object of a shared calendar has been seen (fact sheet §4.3).
        """
        found = self._multiget(calendar, hrefs)
        gone: set[str] = set()
        barred: set[str] = set()
        withheld: set[str] = set()
        for href in hrefs:
            if href in found:
                continue
            try:
                single = self.get(href)
            except Failure as failure:
                # An answer about this one object, however odd, says nothing about the others.
                if failure.trouble.code is not Code.ICLOUD_DOWN or not failure.trouble.detail.startswith("GET "):
                    raise
                (barred if failure.trouble.detail == "GET HTTP 403" else withheld).add(href)
                continue
            if single is None:
                gone.add(href)
            else:
                found[href] = single
        return Batch(found, frozenset(gone), frozenset(barred), frozenset(withheld))

    def _multiget(self, calendar: str, hrefs: Sequence[str]) -> dict[str, Fetched]:
        """In as many requests as it takes: fifty events of a size iCloud allows are more than an answer may have."""
        try:
            reply = self._send("REPORT", self._url(calendar), dav.multiget(hrefs), {"Depth": "1"})
        except Failure as failure:
            if failure.trouble.detail != TOO_LARGE or len(hrefs) < 2:
                raise
            half = len(hrefs) // 2
            return self._multiget(calendar, hrefs[:half]) | self._multiget(calendar, hrefs[half:])
        return _objects(self._multistatus("REPORT", reply), set(hrefs))

    def query(self, calendar: str, span: Span) -> Mapping[str, Fetched]:
        """Whole resources that overlap `span` by the server's reckoning, which misses far-moved occurrences (§0 #8)."""
        reply = self._send("REPORT", self._url(calendar), dav.time_range(span), {"Depth": "1"})
        return _objects(self._multistatus("REPORT", reply), None)

    def near(self, calendar: str, span: Span) -> frozenset[str]:
        """The hrefs that the server finds in `span`, without their texts: a hint what to read first, no more (see
        `query`), and nothing if it refuses or answers oddly. Raises if the next request would fare no better."""
        try:
            reply = self._send("REPORT", self._url(calendar), dav.time_range(span, data=False), {"Depth": "1"})
            return frozenset(answer.href for answer in self._multistatus("REPORT", reply).answers)
        except Failure as failure:
            if failure.trouble.code in _BEYOND_A_HINT or failure.trouble.detail.endswith("HTTP 503"):
                raise
            return frozenset()

    def get(self, href: str) -> Fetched | None:
        """The object as the server keeps it, byte for byte; None for 404 and 410."""
        reply = self._send("GET", self._url(href), "", {})
        if reply.status in (404, 410):
            return None
        if reply.status == 200 and not is_html(reply) and b"BEGIN:VCALENDAR" not in reply.body[:4096].upper():
            raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="GET without calendar data")
        if reply.status != 200 or is_html(reply):
            raise refusal("GET", reply, self._clock())
        return Fetched(reply.etag, reply.body.decode("utf-8", "replace"))

    # --- writing -----------------------------------------------------------------------------------------------

    def create(self, href: str, text: str) -> str:
        """PUT `If-None-Match: *`; returns the etag, '' if the server named none. Raises `Conflict`."""
        return self._put(href, text, {"If-None-Match": "*"})

    def update(self, href: str, text: str, etag: str) -> str:
        """PUT `If-Match`; returns the new etag, '' if the server named none. Raises `Conflict`."""
        return self._put(href, text, {"If-Match": _quoted(etag)})

    def _put(self, href: str, text: str, condition: Mapping[str, str]) -> str:
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        reply = self._send("PUT", self._url(href), text, headers)
        # 403 with an element is how RFC 4791 §5.3.2.1 says that the UID is in use elsewhere (fact sheet §5.1).
        if reply.status in (409, 412) or (reply.status == 403 and b"no-uid-conflict" in reply.body):
            raise Conflict
        if reply.status not in (200, 201, 204) or is_html(reply):
            raise refusal("PUT", reply, self._clock())
        return reply.etag

    def delete(self, href: str, etag: str) -> bool:
        """DELETE `If-Match`; False if it was gone already (fact sheet §5.2). Raises `Conflict`."""
        reply = self._send("DELETE", self._url(href), "", {"If-Match": _quoted(etag)})
        if reply.status == 412:
            raise Conflict
        if reply.status not in (200, 202, 204, 404, 410) or is_html(reply):
            raise refusal("DELETE", reply, self._clock())
        return reply.status not in (404, 410)

    @property
    def away(self) -> bool:
        """Whether the home lies on another host than discovery starts at."""
        return origin(self.home) != origin(self._endpoint.url)

    # --- plumbing ----------------------------------------------------------------------------------------------

    @property
    def requests(self) -> int:
        return self._wire.requests

    @property
    def received_bytes(self) -> int:
        return self._wire.received_bytes

    def close(self) -> None:
        self._wire.close()

    def _url(self, path: str) -> str:
        return origin(self.home) + path

    def _propfind(self, url: str, body: str, depth: int) -> tuple[Multistatus, str]:
        reply = self._send("PROPFIND", url, body, {"Depth": str(depth)})
        return self._multistatus("PROPFIND", reply), reply.url

    def _multistatus(self, method: str, reply: Reply) -> Multistatus:
        if reply.status != 207:
            raise refusal(method, reply, self._clock())
        return dav.multistatus(reply.tree, dav.folder_of(reply.url))

    def _send(self, method: str, url: str, body: str, headers: Mapping[str, str]) -> Reply:
        while True:
            try:
                reply = self._wire.send(method, url, body, headers)
            except Stopped:
                raise
            except Exception as error:
                self.troubled = True
                trouble = trouble_of(error)
                # What a broken write did is unknown: that is settled by reading, never by writing again.
                if method in _READS and broke_off(error) and self._patience.broken():
                    continue
                raise Failure(trouble) from error
            self.troubled = self.troubled or reply.status in _BAD
            if reply.status in (429, 503) and self._patience.throttled(reply.retry_after):
                continue
            if reply.status == 401:
                raise refusal(method, reply, self._clock())
            return reply


def _first(status: Multistatus) -> Answered:
    if not status.answers:
        raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="empty multistatus")
    return status.answers[0]


def _need_itself(status: Multistatus, folder: str, scope: Scope) -> None:
    """A listing names the folder itself; one that does not was cut. Some servers answer 207 for a folder they do not
    have, and say 404 inside it (xandikos, 2026-11-22)."""
    own = next((a for a in status.answers if dav.folder_path(a.href) == folder), None)
    if own is None:
        raise fail(Code.ICLOUD_DOWN, scope=scope, detail="listing without itself")
    if own.status is not None and own.status >= 400:
        raise fail(Code.ICLOUD_DOWN, scope=scope, detail=f"PROPFIND HTTP {own.status}")


def _members(calendar: str, listed: dict[str, str]) -> dict[str, str]:
    """Those that lie in the calendar: what is listed of others would be counted twice."""
    members = {href: etag for href, etag in listed.items() if href.startswith(calendar)}
    if listed and not members:
        raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="a listing of something else")
    return members


def _quoted(etag: str) -> str:
    """As RFC 9110 §8.8.3 wants it; some servers list theirs without quotes."""
    return etag if etag.endswith('"') else f'"{etag}"'


def _objects(status: Multistatus, asked: set[str] | None) -> dict[str, Fetched]:
    """The objects of a multiget or query; answers nobody asked for (the collection) are left out."""
    found: dict[str, Fetched] = {}
    for answer in status.answers:
        if asked is not None and answer.href not in asked:
            continue
        text = answer.props.get(f"{CAL}calendar-data")
        body = "" if text is None else dav.text_of(text).lstrip()
        if body:
            found[answer.href] = Fetched(answer.text(f"{DAV}getetag"), body)
    return found


def hrefs_in_batches(hrefs: Iterable[str]) -> Iterable[list[str]]:
    batch: list[str] = []
    for href in hrefs:
        batch.append(href)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
