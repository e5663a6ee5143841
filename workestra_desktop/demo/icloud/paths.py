"""What a path of this server names, and how the server writes it (fact sheet §9, rows 2 and 11)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

DSID = "17149682"
"""The number of the account."""


@dataclass(frozen=True, slots=True)
class Root:
    """`/`"""


@dataclass(frozen=True, slots=True)
class WellKnown:
    """`/.well-known/caldav`"""


@dataclass(frozen=True, slots=True)
class Principal:
    """`/<dsid>/principal/`"""


@dataclass(frozen=True, slots=True)
class Home:
    """`/<dsid>/calendars/`"""


@dataclass(frozen=True, slots=True)
class InHome:
    """`/<dsid>/calendars/<name>/`, whether it exists or not."""

    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """`/<dsid>/calendars/<collection>/<name>`, whether it exists or not."""

    collection: str
    name: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Another account's paths, and what lies deeper than an object."""


@dataclass(frozen=True, slots=True)
class Nowhere:
    """No path of this server."""


Place = Root | WellKnown | Principal | Home | InHome | Member | Foreign | Nowhere


def place(path: str) -> Place:
    """What a still percent-encoded path names. Raises UnicodeDecodeError when the decoded bytes are no UTF-8."""
    parts = [unquote(part, errors="strict") for part in path.strip("/").split("/")]
    match parts:
        case [""]:
            return Root()
        case [".well-known", "caldav"]:
            return WellKnown()
        case [dsid, *_] if dsid.isdigit() and dsid != DSID:
            return Foreign()
        case [dsid, "principal"] if dsid == DSID:
            return Principal()
        case [dsid, "calendars"] if dsid == DSID:
            return Home()
        case [dsid, "calendars", name] if dsid == DSID and name:
            return InHome(name)
        case [dsid, "calendars", collection, name] if dsid == DSID and collection and name:
            return Member(collection, name)
        case [dsid, *_] if dsid == DSID:
            return Foreign()
        case _:
            return Nowhere()


def href(collection: str = "", name: str = "") -> str:
    """The path of the home, of a collection in it or of an object, percent-encoded the way iCloud does (`%40`)."""
    path = f"/{DSID}/calendars/"
    if collection:
        path += quote(collection, safe="") + "/"
    return path + quote(name, safe="")


PRINCIPAL = f"/{DSID}/principal/"


def plain(collection: str, name: str = "") -> str:
    """The decoded path, by which the phone names things."""
    return f"/{DSID}/calendars/{collection}/{name}"


def split_plain(path: str) -> Member:
    """The object of a decoded path. Raises ValueError when it is no path of an object."""
    match path.split("/"):
        case ["", dsid, "calendars", collection, name] if dsid == DSID and collection and name:
            return Member(collection, name)
        case _:
            raise ValueError(f"not the path of an object: {path}")


def name_of(calendar: str) -> str:
    """The name of a calendar that is given by its name or by its decoded path."""
    return calendar.removeprefix(f"/{DSID}/calendars/").rstrip("/")
