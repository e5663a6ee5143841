"""XML the way iCloud writes it (fact sheet §9, row 7, and the transcripts of §8).

No prefixes but the default namespace said again on every property, blank lines, single quotes in `comp`, and a second
propstat for what is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from workestra_desktop.demo.icloud.exchange import Answer

_XML = (("Content-Type", "text/xml;charset=UTF-8"),)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Found:
    """What one resource says of the asked properties: their XML, or None where it has no such property."""

    href: str
    properties: Sequence[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Gone:
    """A resource that is not there."""

    href: str


def multistatus(responses: Iterable[Found | Gone], token: str | None = None) -> Answer:
    parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<multistatus xmlns="DAV:">\n\n\n']
    parts.extend(_response(response) for response in responses)
    if token is not None:
        parts.append(f'    <sync-token xmlns="DAV:">{token}</sync-token>\n')
    parts.append("</multistatus>\n")
    return Answer(207, _XML, "".join(parts).encode())


def error(status: int, element: str) -> Answer:
    """A refusal that names its reason, an element of DAV:."""
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<error xmlns="DAV:"><{element}/></error>\n'
    return Answer(status, _XML, body.encode())


def patched(href: str, done: Sequence[tuple[str, bool]]) -> Answer:
    """The answer to PROPPATCH: which properties were set, and which are protected."""
    stats = []
    for allowed, status in ((True, "200 OK"), (False, "403 Forbidden")):
        names = [_element(name, "") for name, ok in done if ok is allowed]
        if names:
            stats.append(_propstat(names, status))
    body = "".join(stats)
    return _single(href, body)


def element(name: str, inner: str = "") -> str:
    """A property by its name in Clark's notation."""
    return _element(name, inner)


def text(value: str) -> str:
    """Character data; carriage returns survive, what XML cannot carry does not."""
    return escape(_NOT_IN_XML.sub("", value), {"\r": "&#13;"})


def cdata(value: str) -> str:
    """After an empty line, as iCloud has it. A reader of XML turns its CRLF into LF (XML 1.0, 2.11)."""
    return "\n<![CDATA[" + _NOT_IN_XML.sub("", value).replace("]]>", "]]]]><![CDATA[>") + "]]>"


def _single(href: str, body: str) -> Answer:
    return Answer(
        207,
        _XML,
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<multistatus xmlns="DAV:">\n'
            f'    <response xmlns="DAV:">\n        <href>{escape(href)}</href>\n{body}    </response>\n</multistatus>\n'
        ).encode(),
    )


def _response(response: Found | Gone) -> str:
    head = f'\n    <response xmlns="DAV:">\n        <href>{escape(response.href)}</href>\n'
    if isinstance(response, Gone):
        return head + "        <status>HTTP/1.1 404 Not Found</status>\n    </response>\n"
    found = [_element(name, inner) for name, inner in response.properties if inner is not None]
    missing = [_element(name, "") for name, inner in response.properties if inner is None]
    stats = _propstat(found, "200 OK") + (_propstat(missing, "404 Not Found") if missing else "")
    return f"{head}{stats}    </response>\n"


def _propstat(elements: Sequence[str], status: str) -> str:
    lines = "".join(f"                {one}\n\n" for one in elements)
    return (
        f"            <propstat>\n                <prop>\n{lines}                </prop>\n"
        f"                <status>HTTP/1.1 {status}</status>\n            </propstat>\n"
    )


def _element(name: str, inner: str) -> str:
    namespace, _, local = name.rpartition("}")
    opened = f'{local} xmlns="{escape(namespace.lstrip("{"), {chr(34): "&quot;"})}"'
    return f"<{opened}>{inner}</{local}>" if inner else f"<{opened}/>"
