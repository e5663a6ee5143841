"""What each resource says of itself (fact sheet §1 and §3; §9, rows 8, 9, 10 and 18).

None stands for a property that is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workestra_desktop.demo.icloud import household, identity, paths
from workestra_desktop.demo.icloud.account import Account
from workestra_desktop.demo.icloud.reading import CALDAV, CS, DAV, ICAL
from workestra_desktop.demo.icloud.storage import Collection, Kind
from workestra_desktop.demo.icloud.writing import element, text

Properties = Mapping[str, Callable[[], str | None]]
"""The inner XML of a resource's properties by their names in Clark's notation, each made when it is asked for."""

RESOURCETYPE = f"{{{DAV}}}resourcetype"
ETAG = f"{{{DAV}}}getetag"
CALENDAR_DATA = f"{{{CALDAV}}}calendar-data"

_READ = ("read", f"{{{CALDAV}}}read-free-busy", "read-current-user-privilege-set")
_WRITE = ("write", "write-properties", "write-content", "bind", "unbind")
_REPORTS = ("acl-principal-prop-set", "principal-match", "principal-property-search", "sync-collection",
            f"{{{CALDAV}}}calendar-query", f"{{{CALDAV}}}calendar-multiget", f"{{{CALDAV}}}free-busy-query",
            f"{{{CS}}}calendar-search")  # fmt: skip
"""Advertised, not all of them usable (row 18)."""


def value(properties: Properties, name: str) -> str | None:
    """The inner XML of a property, None if the resource has none of that name."""
    made = properties.get(name)
    return None if made is None else made()


def of_root() -> Properties:
    return {RESOURCETYPE: lambda: "<collection/>", **_principal_link()}


def of_principal() -> Properties:
    return {
        RESOURCETYPE: lambda: "<collection/><principal/>",
        f"{{{DAV}}}displayname": lambda: text(household.OWNER_NAME),
        f"{{{DAV}}}principal-URL": lambda: _href(paths.PRINCIPAL),
        **_principal_link(),
        f"{{{CALDAV}}}calendar-user-address-set": _addresses,
        f"{{{CALDAV}}}schedule-inbox-URL": lambda: _href(paths.href("inbox")),
        f"{{{CALDAV}}}schedule-outbox-URL": lambda: _href(paths.href("outbox")),
        f"{{{CS}}}notification-URL": lambda: _href(paths.href("notification")),
    }


def home_set(account: Account) -> Properties:
    """Row 1: another host, with its port."""
    name = f"{{{CALDAV}}}calendar-home-set"
    return {name: lambda: _href(account.partition + paths.href())}


def of_home(account: Account) -> Properties:
    """The home is no calendar: it has a ctag but no colour, and the name of the account's owner."""
    return {
        RESOURCETYPE: lambda: "<collection/>",
        f"{{{DAV}}}displayname": lambda: text(household.OWNER_NAME),
        f"{{{DAV}}}owner": lambda: _href(paths.PRINCIPAL),
        **_principal_link(),
        f"{{{CALDAV}}}supported-calendar-component-set": lambda: _components("VEVENT VTODO VFREEBUSY"),
        f"{{{CS}}}getctag": lambda: identity.ctag(account.stamps.last, ""),
        f"{{{DAV}}}current-user-privilege-set": lambda: _privileges(_READ + _WRITE),
        f"{{{DAV}}}supported-report-set": _reports,
    }


def of_collection(account: Account, collection: Collection) -> Properties:
    made: dict[str, Callable[[], str | None]] = {
        RESOURCETYPE: lambda: _type(collection),
        f"{{{DAV}}}owner": lambda: _href(collection.owner or paths.PRINCIPAL),
        **_principal_link(),
        f"{{{DAV}}}current-user-privilege-set": lambda: _privileges(_rights(collection)),
        f"{{{DAV}}}supported-report-set": _reports,
        ETAG: lambda: text(identity.etag(collection.revision)),
    }
    if collection.components:
        made[f"{{{CALDAV}}}supported-calendar-component-set"] = lambda: _components(collection.components)
    if collection.kind is not Kind.OUTBOX:
        made[f"{{{CS}}}getctag"] = made[f"{{{DAV}}}sync-token"] = lambda: account.ctag(collection)
    if collection.kind is Kind.INBOX and account.switches.names_default:
        made[f"{{{CALDAV}}}schedule-default-calendar-URL"] = lambda: _default(account)
    if collection.kind is Kind.CALENDAR:
        made |= _of_calendar(account, collection)
    return made


def _of_calendar(account: Account, collection: Collection) -> Properties:
    made: dict[str, Callable[[], str | None]] = {
        f"{{{DAV}}}displayname": lambda: None if collection.displayname is None else text(collection.displayname),
        f"{{{ICAL}}}calendar-color": lambda: collection.color,
        f"{{{ICAL}}}calendar-order": lambda: None if collection.sort is None else str(collection.sort),
        f"{{{CALDAV}}}calendar-description": lambda: "",
        f"{{{CALDAV}}}calendar-timezone": lambda: "",
    }
    if collection.transparent:
        made[f"{{{CALDAV}}}schedule-calendar-transp"] = lambda: "<transparent/>"
    if collection.shared is not None:
        made[f"{{{CS}}}invite"] = lambda: _invite(collection)
    for name, stored in account.storage.properties(collection.name).items():
        made[name] = lambda stored=stored: text(stored)  # type: ignore[misc]
    return made


def of_member(stamp: int, size: int | None = None) -> Properties:
    """An object in a listing. There is no Schedule-Tag (row 30)."""
    made: dict[str, Callable[[], str | None]] = {
        ETAG: lambda: text(identity.etag(stamp)),
        RESOURCETYPE: lambda: "",
        f"{{{DAV}}}getcontenttype": lambda: "text/calendar; charset=utf-8",
    }
    if size is not None:
        made[f"{{{DAV}}}getcontentlength"] = lambda: str(size)
    return made


def _principal_link() -> Properties:
    return {f"{{{DAV}}}current-user-principal": lambda: _href(paths.PRINCIPAL)}


def _href(path: str, preferred: str = "") -> str:
    return f'<href xmlns="DAV:"{preferred}>{text(path)}</href>'


def _addresses() -> str:
    first, *others = household.ADDRESSES
    return _href(first, ' preferred="1"') + "".join(_href(address) for address in others)


def _type(collection: Collection) -> str:
    parts = ["<collection/>"]
    match collection.kind:
        case Kind.CALENDAR:
            parts.append(element(f"{{{CALDAV}}}calendar"))
        case Kind.INBOX | Kind.OUTBOX:
            parts.append(element(f"{{{CALDAV}}}{collection.kind}"))
        case Kind.NOTIFICATION:
            parts.append(element(f"{{{CS}}}notification"))
    if collection.shared is not None:
        parts.append(element(f"{{{CS}}}{'shared-owner' if collection.shared == 'by-me' else 'shared'}"))
    if collection.subscribed:
        parts.append(element(f"{{{CS}}}subscribed"))
    return "".join(parts)


def _components(names: str) -> str:
    return "".join(f"<comp name='{name}' xmlns='{CALDAV}'/>" for name in names.split())


def _rights(collection: Collection) -> tuple[str, ...]:
    match collection.kind:
        case Kind.CALENDAR:
            return _READ + _WRITE if collection.writable else _READ
        case Kind.INBOX:
            return (*_READ, *_WRITE, f"{{{CALDAV}}}schedule-deliver")
        case Kind.OUTBOX:
            return (*_READ, f"{{{CALDAV}}}schedule-send")
        case Kind.NOTIFICATION:
            return ("read", "read-current-user-privilege-set", "unbind")


def _privileges(names: tuple[str, ...]) -> str:
    return "".join(f"<privilege>{_short(name)}</privilege>" for name in names)


def _reports() -> str:
    return "".join(f"<supported-report><report>{_short(name)}</report></supported-report>" for name in _REPORTS)


def _short(name: str) -> str:
    """Names of DAV: stand in its default namespace already."""
    return element(name) if name.startswith("{") else f"<{name}/>"


def _invite(collection: Collection) -> str | None:
    """The organizer of a share (the sharing extension of Apple's open server, 5.2)."""
    if collection.owner_name is None:
        return None
    owner = _href(collection.owner or paths.PRINCIPAL)
    return f"<organizer>{owner}<common-name>{text(collection.owner_name)}</common-name></organizer>"


def _default(account: Account) -> str | None:
    default = account.default_calendar()
    return None if default is None else _href(paths.href(default.name))
