"""REPORT: what changed, what a filter finds, what was asked for by name (fact sheet §4; §9, rows 13 to 21)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from workestra_desktop.demo.icloud import identity, paths, properties, reading, writing
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.paths import Home, InHome, Member, Place
from workestra_desktop.demo.icloud.reading import CALDAV, DAV, Data, Wanted
from workestra_desktop.demo.icloud.rules import Refused
from workestra_desktop.demo.icloud.storage import Collection, Stored
from workestra_desktop.demo.icloud.writing import Found, Gone

_SHELL = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
_FREE_BUSY = f"{{{CALDAV}}}free-busy-query"


def report(account: Account, request: Request, where: Place) -> Answer:
    root = reading.document(request.body)
    kind = etree.QName(root).text
    match where:
        case Home():
            # No error, and nothing of use (fact sheet §4.1); free-busy is refused (§4.5).
            return Answer(403) if kind == _FREE_BUSY else writing.multistatus([])
        case InHome(name):
            collection = account.storage.collection(name)
            if collection is None:
                return Answer(403)
            return _on_collection(account, request, collection, root, kind)
        case _:
            return Answer(400)


def _on_collection(
    account: Account, request: Request, collection: Collection, root: etree._Element, kind: str
) -> Answer:
    if kind == f"{{{DAV}}}sync-collection":
        return _sync(account, collection, reading.sync_token(root), reading.wanted(root))
    if kind == f"{{{CALDAV}}}calendar-multiget":
        return _multiget(account, collection, reading.hrefs(root), reading.wanted(root))
    if kind == f"{{{CALDAV}}}calendar-query":
        filters = reading.component_filters(root)
        asked = reading.wanted(root)
        # RFC 3253, 3.6: a REPORT without Depth has Depth 0, and so looks at no member of the calendar.
        deep = request.headers.get("depth", "0").strip() != "0"
        found = _query(account, collection, filters) if deep else iter(())
        if asked.data is Data.EXPAND and account.switches.expand == "nothing":
            found = iter(())
        members = [_member(account, stored, asked) for stored in found]
        return writing.multistatus([_itself(account, collection, asked), *members])
    return Answer(400)  # row 18: free-busy-query, and the others that are advertised but of no use


def _sync(account: Account, collection: Collection, token: str, asked: Wanted) -> Answer:
    """Rows 10 and 13: the collection itself first, no limit, no data, what is gone as 404."""
    since = 0
    if token:
        revision = identity.revision_of(token, collection.name)
        valid = revision is not None and collection.floor <= revision <= collection.revision
        if not valid and account.switches.invalid_token != "D":
            return _invalid(account.switches.invalid_token)
        since = revision if valid and revision is not None else 0
    responses: list[Found | Gone] = [_itself(account, collection, asked)]
    for entry in account.storage.entries(collection.name, since):
        told = properties.of_member(entry.stamp)
        found = _told(paths.href(collection.name, entry.name), told, asked)
        responses.extend([found, found] if account.switches.duplicates else [found])
    if since:
        responses.extend(
            Gone(paths.href(collection.name, name)) for name in account.storage.gone(collection.name, since)
        )
    return writing.multistatus(responses, account.ctag(collection))


def _invalid(variant: str) -> Answer:
    """Row 14, as in the fact sheet's §8.7."""
    match variant:
        case "B":
            return writing.error(403, "valid-sync-token")
        case "C":
            return Answer(412)
        case _:
            return Answer(403)


def _multiget(account: Account, collection: Collection, hrefs: Sequence[str], asked: Wanted) -> Answer:
    """Rows 19 and 29: what is not there is a 404 of its own; what is hidden is left out."""
    responses: list[Found | Gone] = []
    for href in dict.fromkeys(hrefs):
        where = paths.place(href)
        stored = None
        if isinstance(where, Member) and where.collection == collection.name and not account.is_ghost(where.name):
            stored = account.storage.object(where.collection, where.name)
        if stored is None:
            responses.append(Gone(href))
        elif not stored.hidden:
            responses.append(_member(account, stored, asked))
    return writing.multistatus(responses)


def _query(account: Account, collection: Collection, filters: Sequence[reading.ComponentFilter]) -> Iterator[Stored]:
    """Rows 15, 16 and 20. Raises Refused."""
    if len(filters) > 1:  # they are joined by "and", and no object has both components
        return
    (only,) = filters
    if only.name == "VTODO":
        raise Refused(500, "a query for tasks")
    if any(each.matches_text for each in only.properties):
        if account.switches.uid_filter == "412":
            raise Refused(412, "a query for text")
        return
    if only.name != "VEVENT" or only.is_not_defined or only.nested:
        return
    for stored in account.storage.objects(collection.name):
        if account.is_ghost(stored.name) or not all(_has(account, stored, each) for each in only.properties):
            continue
        key = (stored.collection, stored.name)
        if only.span is None or account.matcher.matches(key, stored.stamp, stored.body, only.span):
            yield stored


def _has(account: Account, stored: Stored, asked: reading.PropFilter) -> bool:
    """`is-not-defined` never finds anything for DTEND (fact sheet §4.2)."""
    if asked.is_not_defined and asked.name == "DTEND":
        return False
    defined = account.matcher.has((stored.collection, stored.name), stored.stamp, stored.body, asked.name)
    return defined is not asked.is_not_defined


def _itself(account: Account, collection: Collection, asked: Wanted) -> Found:
    return _told(paths.href(collection.name), properties.of_collection(account, collection), asked)


def _member(account: Account, stored: Stored, asked: Wanted) -> Found:
    told = dict(properties.of_member(stored.stamp, len(stored.body)))
    told[properties.CALENDAR_DATA] = lambda: _data(account, stored, asked)
    return _told(paths.href(stored.collection, stored.name), told, asked)


def _told(href: str, told: properties.Properties, asked: Wanted) -> Found:
    names = (properties.ETAG,) if asked.names is None else asked.names
    return Found(href, [(name, properties.value(told, name)) for name in names])


def _data(account: Account, stored: Stored, asked: Wanted) -> str:
    body = stored.body
    key = (stored.collection, stored.name)
    match asked.data:
        case Data.WHOLE:
            pass
        case Data.PARTS:  # row 17: whatever parts were named, the events come empty
            body = _SHELL.encode()
        case Data.EXPAND if account.switches.expand == "masters":  # row 21
            body = account.matcher.masters(key, stored.stamp, body)
        case Data.EXPAND:
            assert asked.span is not None
            body = account.matcher.expanded(key, stored.stamp, body, asked.span, account.clock())
    text = body.decode("utf-8", "replace")
    return writing.cdata(text) if account.switches.cdata else writing.text(text)
