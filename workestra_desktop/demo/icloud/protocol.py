"""One request answered: the way to the right method, and the methods that only look."""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Iterator

from workestra_desktop.demo.icloud import gate, household, identity, paths, properties, reading, writing
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.calendars import mkcalendar, proppatch
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.paths import Home, InHome, Member, Place, Principal, Root
from workestra_desktop.demo.icloud.reports import report
from workestra_desktop.demo.icloud.rules import Refused
from workestra_desktop.demo.icloud.writes import delete, put
from workestra_desktop.demo.icloud.writing import Found

_SERVER = "AppleHttpServer/2f080fc0"
_PAGE = (
    "<html><head><title>400 Bad Request</title></head>"
    '<body bgcolor="white"><center><h1>400 Bad Request</h1></center>'
    f"<hr><center>{_SERVER}</center></body></html>"
).encode()
_ALLOW = "OPTIONS, GET, HEAD, PUT, DELETE, POST, PROPFIND, PROPPATCH, REPORT, MKCALENDAR, MOVE"
_DAV = (
    "1, access-control, calendar-access, calendar-schedule, calendar-auto-schedule, calendar-query-extended, "
    "calendarserver-sharing, calendarserver-subscribed, sync-collection"
)


def respond(account: Account, request: Request) -> Answer:
    """The answer, with the headers that every answer of iCloud has (fact sheet §2). No request makes it raise."""
    account.reveal()
    try:
        where = paths.place(request.path)
        answer = gate.stopped(account, request, where) or _answer(account, request, where)
    except (reading.BadXml, UnicodeDecodeError):
        answer = _bad_request()
    except Refused as refused:
        answer = _bad_request() if refused.page else Answer(refused.status)
    silent = request.method == "HEAD" or answer.status == 204
    whole = Answer(answer.status, (*_common(answer.status), *answer.headers), b"" if silent else answer.body)
    packs = account.switches.gzip and "gzip" in request.headers.get("accept-encoding", "")
    return _packed(whole) if packs and whole.body else whole


def _answer(account: Account, request: Request, where: Place) -> Answer:
    match request.method:
        case "OPTIONS":
            return Answer(200, (("DAV", _DAV), ("Allow", _ALLOW)))
        case "PROPFIND":
            return _propfind(account, request, where)
        case "REPORT":
            return report(account, request, where)
        case "GET" | "HEAD":
            return _get(account, request, where)
        case "PUT":
            return put(account, request, where)
        case "DELETE":
            return delete(account, request, where)
        case "PROPPATCH":
            return proppatch(account, request, where)
        case "MKCALENDAR":
            return mkcalendar(account, request, where)
        case "MOVE":  # row 31
            return Answer(412)
        case "POST":  # to the outbox too: scheduling by hand is not for clients (fact sheet §4.5)
            return Answer(400)
        case "MKCOL" | "COPY" | "ACL":
            return Answer(403)
        case _:
            return Answer(405, (("Allow", _ALLOW),))


def _propfind(account: Account, request: Request, where: Place) -> Answer:
    """Rows 6, 8, 9 and 10. Without a Depth it would be infinite (RFC 4918, 9.1), which is refused."""
    depth = request.headers.get("depth", "infinity").strip().lower()
    if depth == "infinity":
        return Answer(403)
    if depth not in {"0", "1"} or (depth == "1" and isinstance(where, Root | Principal)):
        return Answer(400)
    asked = reading.wanted(reading.document(request.body)) if request.body else reading.Wanted(None)
    match where:
        case Root():
            found = iter([("/", properties.of_root())])
        case Principal():
            told = "/principal/" if account.switches.bare_principal else paths.PRINCIPAL
            found = iter([(told, {**properties.of_principal(), **properties.home_set(account)})])
        case Home():
            found = _home(account, deep=depth == "1")
        case InHome(name):
            found = _collection(account, name, deep=depth == "1")
        case Member(collection, name):
            found = _member(account, collection, name)
        case _:
            return Answer(404)
    return writing.multistatus([_found(href, told, asked) for href, told in found])


def _found(href: str, told: properties.Properties, asked: reading.Wanted) -> Found:
    names = asked.names
    if names is None:  # row 10: all but the resourcetype
        names = tuple(name for name in told if name != properties.RESOURCETYPE)
    return Found(href, [(name, properties.value(told, name)) for name in names])


def _home(account: Account, *, deep: bool) -> Iterator[tuple[str, properties.Properties]]:
    yield paths.href(), properties.of_home(account)
    for collection in account.storage.collections() if deep else []:
        yield paths.href(collection.name), properties.of_collection(account, collection)


def _collection(account: Account, name: str, *, deep: bool) -> Iterator[tuple[str, properties.Properties]]:
    collection = account.storage.collection(name)
    if collection is None:
        raise Refused(403, "no such collection")
    yield paths.href(name), properties.of_collection(account, collection)
    for entry in account.storage.entries(name) if deep else []:
        yield paths.href(name, entry.name), properties.of_member(entry.stamp)


def _member(account: Account, collection: str, name: str) -> Iterator[tuple[str, properties.Properties]]:
    if account.storage.collection(collection) is None:
        raise Refused(403, "no such collection")
    stored = account.storage.object(collection, name)
    if stored is None or account.is_ghost(name):
        raise Refused(404, "no such object")
    yield paths.href(collection, name), properties.of_member(stored.stamp, len(stored.body))


def _get(account: Account, request: Request, where: Place) -> Answer:
    """Row 35: the bytes that were stored."""
    match where:
        case Member(collection, name):
            if account.storage.collection(collection) is None:
                return Answer(403)
            stored = account.storage.object(collection, name)
            if stored is None or account.is_ghost(name):
                return Answer(404)
            tag = identity.etag(stored.stamp)
            if request.headers.get("if-none-match") in {tag, "*"}:
                return Answer(304, (("ETag", tag),))
            return Answer(200, (("Content-Type", "text/calendar; charset=utf-8"), ("ETag", tag)), stored.body)
        case InHome(name):
            return Answer(403 if account.storage.collection(name) is None else 400)
        case Home() | Principal():
            return Answer(400)
        case _:
            return Answer(404)


def _bad_request() -> Answer:
    return Answer(400, (("Content-Type", "text/html"),), _PAGE)


def _packed(answer: Answer) -> Answer:
    headers = (*answer.headers, ("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding"))
    return Answer(answer.status, headers, gzip.compress(answer.body, mtime=0))


def _common(status: int) -> list[tuple[str, str]]:
    """To those who did not get in, the gate itself tells the partition, or does not."""
    partition = [] if status == 401 else [gate.PARTITION]
    return [
        *partition,
        ("Server", _SERVER),
        ("X-Responding-Instance", f"caldavj:3:p{household.PARTITION}-caldavj-59ffb8fbcb-94bpb:8080:7.1:build"),
        ("X-Apple-Request-UUID", str(uuid.uuid4())),
        ("Via", "xrail:st53p00ic-qujn12071501.me.com:8301:25R94:grp63"),
        ("Strict-Transport-Security", "max-age=31536000; includeSubDomains;"),
        ("Access-Control-Expose-Headers", "X-Apple-Request-UUID,Via"),
    ]
