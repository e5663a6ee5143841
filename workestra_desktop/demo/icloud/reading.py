"""The XML that clients send. Anything that is not what it should be raises BadXml."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from typing import Any

from lxml import etree

from workestra_desktop.demo.icloud.matching import Range

DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
CS = "http://calendarserver.org/ns/"
ICAL = "http://apple.com/ns/ical/"


class BadXml(Exception):  # noqa: N818 - named for what it is
    """The request body is not XML, or not the XML of this request."""


class Data(Enum):
    """What a request says about calendar-data beside its name."""

    WHOLE = auto()
    PARTS = auto()
    EXPAND = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """`names` are those of the asked properties in Clark's notation; None asks for all that a server likes to tell."""

    names: tuple[str, ...] | None
    data: Data = Data.WHOLE
    span: Range | None = None


@dataclass(frozen=True, slots=True)
class PropFilter:
    name: str
    matches_text: bool
    is_not_defined: bool


@dataclass(frozen=True, slots=True)
class ComponentFilter:
    """The filter inside that for VCALENDAR."""

    name: str
    is_not_defined: bool
    span: Range | None
    properties: tuple[PropFilter, ...]
    nested: bool


def document(body: bytes) -> etree._Element:
    """The root element. The first byte must already be that of the document (fact sheet §4.1)."""
    if not body.startswith(b"<"):
        raise BadXml("the body does not begin with <")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXml(str(error)) from error
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise BadXml("a document type")
    return root


def wanted(root: etree._Element) -> Wanted:
    """The asked properties of a PROPFIND or a REPORT."""
    asked = root.find(f"{{{DAV}}}prop")
    if asked is None:
        return Wanted(None)
    names = tuple(dict.fromkeys(_tag(child) for child in asked))
    data = asked.find(f"{{{CALDAV}}}calendar-data")
    if data is None:
        return Wanted(names)
    expand = data.find(f"{{{CALDAV}}}expand")
    if expand is not None:
        return Wanted(names, Data.EXPAND, _range(expand))
    parts = data.find(f"{{{CALDAV}}}comp") is not None
    return Wanted(names, Data.PARTS if parts else Data.WHOLE)


def sync_token(root: etree._Element) -> str:
    """The token of a sync-collection, empty for the first time."""
    token = root.find(f"{{{DAV}}}sync-token")
    if token is None or root.findtext(f"{{{DAV}}}sync-level", "").strip() != "1":
        raise BadXml("sync-token and sync-level 1 are needed")
    return (token.text or "").strip()


def hrefs(root: etree._Element) -> list[str]:
    """Those of a multiget, still encoded. An absolute URI is refused (row 19)."""
    found = [(element.text or "").strip() for element in root.findall(f"{{{DAV}}}href")]
    if not found or not all(href.startswith("/") for href in found):
        raise BadXml("absolute paths are needed")
    return found


def component_filters(root: etree._Element) -> Sequence[ComponentFilter]:
    """The filters inside that for VCALENDAR; none is bad (row 15)."""
    outer = root.find(f"{{{CALDAV}}}filter/{{{CALDAV}}}comp-filter")
    inner = [] if outer is None else outer.findall(f"{{{CALDAV}}}comp-filter")
    if outer is None or outer.get("name") != "VCALENDAR" or not inner:
        raise BadXml("a filter for a component inside that for VCALENDAR is needed")
    return [_component_filter(element) for element in inner]


def changes(root: etree._Element) -> list[tuple[str, str | None]]:
    """The properties a PROPPATCH or MKCALENDAR sets, in their order; None takes one away.

    The value is the text of the property; where it has elements instead, the local name or `name` of the first of
    them, as in schedule-calendar-transp and supported-calendar-component-set.
    """
    made: list[tuple[str, str | None]] = []
    for action in root:
        if _tag(action) not in {f"{{{DAV}}}set", f"{{{DAV}}}remove"}:
            continue
        for element in action.findall(f"{{{DAV}}}prop/*"):
            removed = _tag(action) == f"{{{DAV}}}remove"
            made.append((_tag(element), None if removed else _value(element)))
    if not made:
        raise BadXml("nothing to change")
    return made


def _value(element: etree._Element) -> str:
    children = [child.get("name") or etree.QName(child).localname for child in element]
    return " ".join(children) if children else (element.text or "")


def _component_filter(element: etree._Element) -> ComponentFilter:
    span = element.find(f"{{{CALDAV}}}time-range")
    return ComponentFilter(
        name=element.get("name", ""),
        is_not_defined=element.find(f"{{{CALDAV}}}is-not-defined") is not None,
        span=None if span is None else _range(span),
        properties=tuple(_prop_filter(child) for child in element.findall(f"{{{CALDAV}}}prop-filter")),
        nested=element.find(f"{{{CALDAV}}}comp-filter") is not None,
    )


def _prop_filter(element: etree._Element) -> PropFilter:
    if element.find(f"{{{CALDAV}}}time-range") is not None:
        raise BadXml("a time range for a property")
    return PropFilter(
        name=element.get("name", "").upper(),
        matches_text=element.find(f"{{{CALDAV}}}text-match") is not None,
        is_not_defined=element.find(f"{{{CALDAV}}}is-not-defined") is not None,
    )


def _range(element: etree._Element) -> Range:
    start, end = (_utc(element.get(name)) for name in ("start", "end"))
    if start is None and end is None:
        raise BadXml("a range without bounds")
    if start is not None and end is not None and start >= end:
        raise BadXml("a range that ends before it begins")
    if _tag(element).endswith("expand") and (start is None or end is None):
        raise BadXml("expand needs both bounds")
    return Range(start, end)


def _utc(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise BadXml(f"not a time in UTC: {text}") from error


def _tag(element: etree._Element) -> str:
    return etree.QName(element).text
