"""PUT and DELETE of objects (fact sheet §5; §9, rows 22 to 31, 34 and 37 to 39)."""

from __future__ import annotations

import re

from workestra_desktop.demo.icloud import household, identity, paths
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.exchange import Answer, Request
from workestra_desktop.demo.icloud.paths import InHome, Member, Place
from workestra_desktop.demo.icloud.rules import Facts, Refused, guests, inspect
from workestra_desktop.demo.icloud.storage import Collection, Kind, Stored

_STRONG = re.compile(r'(?<!W/)"[^"]*"')
"""Weak tags never match in If-Match (RFC 9110, 13.1.1), nor does a tag without its quotes."""


def put(account: Account, request: Request, where: Place) -> Answer:
    """201 or 204 with the etag. Raises Refused; what is refused changes nothing, nor counts for row 26."""
    if not isinstance(where, Member):
        return Answer(403)  # row 39
    collection = _writable(account, where.collection)
    stored = _settled(account, request, account.storage.object(where.collection, where.name))
    _check_put(request, stored)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "text/calendar":
        return Answer(415)
    needs = account.switches.zone_needs_definition
    facts = inspect(request.body, collection.components.split(), needs_zone_definition=needs)
    _check_uid(account, where, stored, facts.uid)
    buried = stored is None and account.storage.buried(where.collection, where.name, facts.uid)
    if buried and account.switches.tombstones:  # row 28
        return Answer(412)
    tag = account.save(where.collection, where.name, request.body)
    if stored is None and account.switches.hide_new:  # row 29
        account.hide(where.collection, where.name, account.switches.hide_new)
    _tell(account, "invitation" if stored is None else "update", where, collection, facts)
    forget = account.switches.forget_etag_every  # row 26
    account.writes = account.writes + 1 if forget else 0
    headers = () if forget and account.writes % forget == 0 else (("ETag", tag),)
    return Answer(201 if stored is None else 204, headers)


def delete(account: Account, request: Request, where: Place) -> Answer:
    if "depth" in request.headers:  # row 31
        return Answer(400)
    match where:
        case Member(name=name):
            collection = _writable(account, where.collection)
            stored = account.storage.object(where.collection, name)
            if stored is None or account.is_ghost(name):
                return Answer(404)
            stored = _settled(account, request, stored)
            assert stored is not None
            _check_delete(account, request, stored)
            facts = guests(stored.body)
            account.storage.remove(stored, account.stamps.next())
            _tell(account, "cancellation", where, collection, facts)
            return Answer(204)
        case InHome(name):
            return _delete_collection(account, name)
        case _:
            return Answer(403)


def _delete_collection(account: Account, name: str) -> Answer:
    """Of a calendar shared with the account it only ends the subscription, which needs no right to write."""
    collection = account.storage.collection(name)
    if collection is None or collection.kind is not Kind.CALENDAR:
        return Answer(403)
    account.storage.drop_collection(name)
    account.stamps.next()
    if collection.shared is not None:
        account.pushes.append(f"calendar deleted: {paths.plain(name)}")
    return Answer(204)


def _writable(account: Account, name: str) -> Collection:
    """Row 34, and unknown or technical collections (row 39): 403."""
    collection = account.storage.collection(name)
    if collection is None or collection.kind is not Kind.CALENDAR or not collection.writable or collection.subscribed:
        raise Refused(403, "not a calendar to write to")
    return collection


def _settled(account: Account, request: Request, stored: Stored | None) -> Stored | None:
    """Row 27: before every n-th conditional write the object may have been saved anew."""
    if stored is None or not {"if-match", "if-none-match"} & request.headers.keys():
        return stored
    every = account.switches.resave_every
    account.conditional = account.conditional + 1 if every else 0
    if not every or account.conditional % every:
        return stored
    account.resave(stored)
    return account.storage.object(stored.collection, stored.name)


def _check_put(request: Request, stored: Stored | None) -> None:
    """Row 24. If-Schedule-Tag-Match is not looked at (row 30). Raises Refused."""
    tag = None if stored is None else identity.etag(stored.stamp)
    match request.headers.get("if-match"):
        case None:
            pass
        case "*":  # the wrong way round: it only lets through what is not there
            if stored is not None:
                raise Refused(412, "If-Match: * for an object that is there")
        case tags:
            if tag is None or tag not in _STRONG.findall(tags):
                raise Refused(412, "the object has another etag")
    unwanted = request.headers.get("if-none-match")
    if unwanted is not None and tag is not None and (unwanted.strip() == "*" or tag in unwanted):
        raise Refused(412, "the object is there")


def _check_delete(account: Account, request: Request, stored: Stored) -> None:
    tags = request.headers.get("if-match")
    if tags is None or account.switches.delete_ignores_stale:
        return
    if identity.etag(stored.stamp) not in _STRONG.findall(tags):  # "*" is as wrong here as for PUT
        raise Refused(412, "the object has another etag")


def _check_uid(account: Account, where: Member, stored: Stored | None, uid: str) -> None:
    """Row 25: a UID is there once in the whole account, and an object keeps the one it has. Raises Refused."""
    if any(place != (where.collection, where.name) for place in account.storage.with_uid(uid)):
        raise Refused(412, "the UID is somewhere else")
    if stored is not None and stored.uid is not None and stored.uid != uid:
        raise Refused(403, "another UID")


def _tell(account: Account, what: str, where: Member, collection: Collection, facts: Facts | None) -> None:
    """Row 37: whom Apple would have sent a mail, and whose devices a notice."""
    path = paths.plain(where.collection, where.name)
    own = {address.lower() for address in household.ADDRESSES}
    if facts is not None and facts.organizer is not None and facts.organizer.lower() in own:
        account.mails.extend(f"{what} to {guest}: {path}" for guest in facts.invited if guest.lower() not in own)
    if collection.shared is not None:
        account.pushes.append(f"{what if what == 'cancellation' else 'change'}: {path}")
