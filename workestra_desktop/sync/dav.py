"""WebDAV XML: the bodies this app sends and strict reading of what comes back.

Bodies are our own because caldav 3.6 drops `getctag` and `calendar-color` from PROPFIND and writes broken multigets
(measured 2026-11-22). Sources: RFC 4918, 4791, 6578, 6638 and the fact sheet's §4 and §8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import escape

from workestra_desktop.core.interval import Span
from workestra_desktop.core.trouble import Code, Scope, fail

DAV = "{DAV:}"
CAL = "{urn:ietf:params:xml:ns:caldav}"
CS = "{http://calendarserver.org/ns/}"
APPLE = "{http://apple.com/ns/ical/}"

# The first byte must be "<": iCloud answers 400 to a newline before the declaration (fact sheet §4.1).
_HEAD = '<?xml version="1.0" encoding="utf-8"?>'
_SPACES = (
    'xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:CS="http://calendarserver.org/ns/"'
    ' xmlns:I="http://apple.com/ns/ical/"'
)

PRINCIPAL = f"{_HEAD}<propfind {_SPACES}><prop><current-user-principal/></prop></propfind>"
HOME = (
    f"{_HEAD}<propfind {_SPACES}><prop><C:calendar-home-set/><C:calendar-user-address-set/>"
    "<C:schedule-inbox-URL/></prop></propfind>"
)
LISTING = (
    f"{_HEAD}<propfind {_SPACES}><prop><displayname/><resourcetype/><C:supported-calendar-component-set/>"
    "<CS:getctag/><sync-token/><I:calendar-color/><I:calendar-order/><current-user-privilege-set/><owner/>"
    "<C:schedule-default-calendar-URL/></prop></propfind>"
)
DEFAULT_CALENDAR = f"{_HEAD}<propfind {_SPACES}><prop><C:schedule-default-calendar-URL/></prop></propfind>"
SHARED_BY = f"{_HEAD}<propfind {_SPACES}><prop><CS:invite/></prop></propfind>"
EXISTS = f"{_HEAD}<propfind {_SPACES}><prop><resourcetype/></prop></propfind>"
ETAGS = f"{_HEAD}<propfind {_SPACES}><prop><getetag/><resourcetype/></prop></propfind>"


def sync_collection(token: str) -> str:
    """RFC 6578 §3.2, without a limit: iCloud ignores one, and other servers then cut the answer."""
    return (
        f"{_HEAD}<sync-collection {_SPACES}><sync-token>{escape(token)}</sync-token><sync-level>1</sync-level>"
        "<prop><getetag/></prop></sync-collection>"
    )


def multiget(hrefs: Iterable[str]) -> str:
    """RFC 4791 §7.9 with absolute paths: iCloud answers 400 to full addresses (fact sheet §4.1)."""
    listed = "".join(f"<href>{escape(h)}</href>" for h in hrefs)
    return (
        f"{_HEAD}<C:calendar-multiget {_SPACES}><prop><getetag/><C:calendar-data/></prop>{listed}</C:calendar-multiget>"
    )


def time_range(span: Span, *, data: bool = True) -> str:
    """RFC 4791 §7.8 for VEVENTs that overlap `span`; no expansion, no partial data (fact sheet §4.1, §4.2). Without
    `data` only their names and etags."""
    wanted = "<getetag/><C:calendar-data/>" if data else "<getetag/>"
    return (
        f"{_HEAD}<C:calendar-query {_SPACES}><prop>{wanted}</prop><C:filter>"
        '<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">'
        f'<C:time-range start="{_basic(span.start)}" end="{_basic(span.end)}"/>'
        "</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>"
    )


def _basic(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


_SPELT_SO = re.compile(r"(?!//)(?:/(?!\.{1,2}(?:/|\Z))[\w~\-.!$&'()*+,;=:]*)+", re.ASCII)
_AUTHORITY = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_LONGEST = 10_000
"""Characters of a property that is kept: a token, a tag, a name."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def path_of(href: str) -> str:
    """The one spelling of a href by which it is compared, stored and sent: a path, each segment encoded alike.

    Hosts, ports, and `@` versus `%40` differ between answers for the same object (fact sheet §1).
    """
    if _SPELT_SO.fullmatch(href):
        return href  # most are: a listing of thousands is read on the engine's thread, beside the window's
    path = _AUTHORITY.sub("", href.strip()).split("?", 1)[0]
    # Surrogates carry bytes that are no UTF-8 through to the same escapes they came from.
    decoded = [unquote(segment, errors="surrogateescape") for segment in path.split("/")]
    return "/" + "/".join(quote(s, safe="~-._!$&'()*+,;=:", errors="surrogateescape") for s in _plainly(decoded))


def _plainly(segments: list[str]) -> list[str]:
    """The segments without those that lead elsewhere: `//host` and `..` mean another place to whoever resolves them
    (RFC 3986 §5.2.4), and what is compared must be what is asked for."""
    kept: list[str] = []
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != "." and (segment or kept):
            kept.append(segment)
    if kept and segments[-1] in (".", ".."):
        kept.append("")
    return kept


def folder_of(url: str) -> str:
    """The path of the folder that `url` is or lies in."""
    return urlsplit(url).path.rpartition("/")[0] + "/"


def folder_path(href: str) -> str:
    path = path_of(href)
    return path if path.endswith("/") else path + "/"


def text_of(element: Any) -> str:
    """All text in `element`, whatever elements and comments part it."""
    return "".join(element.itertext()) if len(element) else element.text or ""


@dataclass(frozen=True, slots=True)
class Answered:
    """One `<response>`. `status` is its own status if it has one; `props` holds what its 2xx propstats carry: what
    could not be read of one resource says nothing about the others."""

    href: str
    status: int | None
    props: dict[str, Any]
    failed: bool = False
    """A part of it could not be read just now (a propstat of 5xx)."""

    def text(self, tag: str) -> str:
        """One line; '' for one of absurd length. Some of these are sent again in headers."""
        found = self.props.get(tag)
        text = "" if found is None else text_of(found).strip()
        return _CONTROL.sub(" ", text) if len(text) <= _LONGEST else ""

    def hrefs(self, tag: str) -> list[str]:
        """Those that are addresses at all."""
        found = self.props.get(tag)
        if found is None:
            return []
        return [href for h in found.iter(f"{DAV}href") if _is_address(href := (h.text or "").strip())]

    def children(self, tag: str) -> set[str]:
        found = self.props.get(tag)
        return set() if found is None else {c.tag for c in found.iter() if isinstance(c.tag, str)} - {tag}


@dataclass(frozen=True, slots=True)
class Multistatus:
    answers: tuple[Answered, ...]
    sync_token: str


_RESPONSE, _HREF, _STATUS, _PROPSTAT, _PROP = (
    f"{DAV}{name}" for name in ("response", "href", "status", "propstat", "prop")
)


_STATUS_CODE = re.compile(r"[1-9]\d\d", re.ASCII)


def _is_address(href: str) -> bool:
    """Whether `href` is one that can be resolved: `http://[` raises wherever it is looked at."""
    try:
        return bool(urlsplit(href).geturl()) and len(href) <= _LONGEST
    except ValueError:
        return False


def _code(text: str) -> int | None:
    """The status in a status line, as `HTTP/1.1 200 OK`."""
    parts = text.split(None, 2)
    return int(parts[1]) if len(parts) > 1 and _STATUS_CODE.fullmatch(parts[1]) else None


def multistatus(tree: Any, folder: str = "/") -> Multistatus:
    """Reads a 207 body. Anything but a `DAV:multistatus` root is an answer of somebody else's: `blocked`.

    `folder` is the path that hrefs without a leading slash are relative to (RFC 4918 §8.3).
    """
    if tree is None or tree.tag != f"{DAV}multistatus":
        raise fail(Code.BLOCKED, scope=Scope.ACCOUNT, detail="not a multistatus")
    answers = [_answered(response, folder) for response in tree.iterchildren(_RESPONSE)]
    token = text_of(tree.find(f"{DAV}sync-token")).strip() if tree.find(f"{DAV}sync-token") is not None else ""
    return Multistatus(tuple(answers), token if len(token) <= _LONGEST else "")


def _answered(response: Any, folder: str) -> Answered:
    href, status, failed = "", None, False
    props: dict[str, Any] = {}
    for child in response:
        if child.tag == _HREF:
            href = href or text_of(child).strip()
        elif child.tag == _STATUS:
            status = _code(child.text or "") if status is None else status
        elif child.tag == _PROPSTAT:
            found, code = _propstat(child)
            failed = failed or (code is not None and code >= 500)
            if code is None or 200 <= code < 300:
                props.update(found)
    if not href:
        raise fail(Code.ICLOUD_DOWN, scope=Scope.CALENDAR, detail="response without href")
    if not href.startswith("/") and "://" not in href:
        href = folder + href
    return Answered(path_of(href), status, props, failed)


def _propstat(propstat: Any) -> tuple[dict[str, Any], int | None]:
    props: dict[str, Any] = {}
    code: int | None = None
    for child in propstat:
        if child.tag == _PROP:
            props.update((prop.tag, prop) for prop in child if isinstance(prop.tag, str))
        elif child.tag == _STATUS:
            code = _code(child.text or "")
    return props, code
