"""PROPPATCH and MKCALENDAR: what clients may change of collections (fact sheet §3 and §5.2)."""

from __future__ import annotations

import re
from dataclasses import replace

from workestra_desktop.demo.icloud import paths, reading, writing
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.paths import InHome, Place
from workestra_desktop.demo.icloud.reading import CALDAV, CS, DAV, ICAL
from workestra_desktop.demo.icloud.storage import Collection, Kind

_HEX = re.compile(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?")
_MOST_CALENDARS = 100
_COMPONENTS = f"{{{CALDAV}}}supported-calendar-component-set"
_PROTECTED = {f"{{{DAV}}}{name}" for name in (
    "resourcetype", "getetag", "sync-token", "owner", "current-user-principal", "current-user-privilege-set",
    "supported-report-set", "getcontenttype", "getcontentlength",
)} | {f"{{{CS}}}getctag", f"{{{CS}}}invite", _COMPONENTS}  # fmt: skip


def proppatch(account: Account, request: Request, where: Place) -> Answer:
    """Name, colour and order work, other properties are kept as they are; those of the server are protected."""
    changes = reading.changes(reading.document(request.body))
    collection = account.storage.collection(where.name) if isinstance(where, InHome) else None
    if collection is None or collection.kind is not Kind.CALENDAR or not collection.writable:
        return Answer(403)
    done = [(name, name not in _PROTECTED) for name, _ in changes]
    if all(allowed for _, allowed in done):  # all or nothing (RFC 4918, 9.2)
        for name, value in changes:
            collection = _changed(account, collection, name, value)
        stamp = account.stamps.next()
        account.storage.save_collection(replace(collection, revision=stamp))
        if collection.shared is not None:
            account.pushes.append(f"change: {paths.plain(collection.name)}")
    return writing.patched(paths.href(collection.name), done)


def mkcalendar(account: Account, request: Request, where: Place) -> Answer:
    if not isinstance(where, InHome):
        return Answer(403)
    if account.storage.collection(where.name) is not None:
        return Answer(405)
    if sum(each.kind is Kind.CALENDAR for each in account.storage.collections()) >= _MOST_CALENDARS:
        return Answer(403)
    changes = reading.changes(reading.document(request.body)) if request.body else []
    stamp = account.stamps.next()
    collection = Collection(
        name=where.name, kind=Kind.CALENDAR, displayname=None, color="#1BADF8FF", sort=None, components="VEVENT",
        writable=True, shared=None, owner=None, owner_name=None, transparent=False, subscribed=False,
        revision=stamp, floor=stamp,
    )  # fmt: skip
    for name, value in changes:
        collection = _changed(account, collection, name, value)
    account.storage.save_collection(collection)
    return Answer(201)


def _changed(account: Account, collection: Collection, name: str, value: str | None) -> Collection:
    """A colour by its name is taken and ignored (fact sheet §3)."""
    if name == f"{{{DAV}}}displayname":
        return replace(collection, displayname=value)
    if name == f"{{{ICAL}}}calendar-color":
        if value is None or not _HEX.fullmatch(value.strip()):
            return collection
        return replace(collection, color=value.strip().upper().ljust(9, "F"))
    if name == f"{{{ICAL}}}calendar-order":
        number = (value or "").strip()
        return replace(collection, sort=int(number) if re.fullmatch(r"-?[0-9]{1,9}", number) else None)
    if name == f"{{{CALDAV}}}schedule-calendar-transp":
        return replace(collection, transparent=value == "transparent")
    if name == _COMPONENTS:
        return replace(collection, components=value or "VEVENT")
    account.storage.set_property(collection.name, name, value)
    return collection
